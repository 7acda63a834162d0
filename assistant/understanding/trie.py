"""Finds the words of a vocabulary in a text, longest first, each character used once."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

from assistant.domain.document import Span

Meaning = TypeVar("Meaning")


@dataclass(frozen=True, slots=True)
class Found(Generic[Meaning]):
    """A word of the vocabulary where it stands in the text."""

    span: Span
    word: str
    meaning: Meaning


class Vocabulary(Generic[Meaning]):
    """Words with their meanings.

    >>> words = Vocabulary({"ab": 1, "abc": 2, "c": 3})
    >>> [(found.word, found.span.start) for found in words.find("xabcc")]
    [('abc', 1), ('c', 4)]
    """

    def __init__(self, words: Mapping[str, Meaning]) -> None:
        self._meanings = dict(words)
        self._lengths: dict[str, tuple[int, ...]] = {}
        lengths: dict[str, set[int]] = {}
        for word in self._meanings:
            lengths.setdefault(word[:1], set()).add(len(word))
        for first, sizes in lengths.items():
            self._lengths[first] = tuple(sorted(sizes, reverse=True))
        self._firsts = re.compile("|".join(map(re.escape, self._lengths)) or r"(?!)")

    def __iter__(self) -> Iterator[str]:
        return iter(self._meanings)

    def __getitem__(self, word: str) -> Meaning:
        return self._meanings[word]

    def __contains__(self, word: object) -> bool:
        return word in self._meanings

    def find(self, text: str, taken: Iterable[Span] = ()) -> Iterator[Found[Meaning]]:
        """The words in the text from left to right, the longest at each place, none inside a span that is taken."""
        used = {at for span in taken for at in range(span.start, span.end)}
        meanings, end = self._meanings, 0
        for first in self._firsts.finditer(text):
            at = first.start()
            if at < end:
                continue
            for size in self._lengths.get(first.group(), ()):
                word = text[at : at + size]
                if word in meanings and not (used and used.intersection(range(at, at + size))):
                    end = at + len(word)
                    yield Found(Span(at, end), word, meanings[word])
                    break

    def without(self, text: str) -> str:
        """The text without the words of the vocabulary.

        >>> Vocabulary({"b": 1}).without("abcb")
        'ac'
        """
        kept, at = [], 0
        for found in self.find(text):
            kept.append(text[at : found.span.start])
            at = found.span.end
        return "".join((*kept, text[at:]))

    def strip(self, text: str) -> str:
        """The text without the words of the vocabulary that stand at its ends.

        >>> Vocabulary({"b": 1}).strip("babcb")
        'abc'
        """
        found = list(self.find(text))
        start, end = 0, len(text)
        for each in found:
            if each.span.start == start:
                start = each.span.end
        for each in reversed(found):
            if each.span.end == end and each.span.start >= start:
                end = each.span.start
        return text[start:end]


def word_list(words: Iterable[str]) -> Vocabulary[str]:
    """A vocabulary of words that mean nothing but themselves."""
    return Vocabulary({word: word for word in words})
