"""Cuts an utterance into clauses, as its punctuation and blanks do, and long ones at the words that open another."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Set
from dataclasses import dataclass
from typing import Final

from assistant.domain.document import Span
from assistant.understanding.trie import Vocabulary

_STOPS: Final = frozenset("。!?;！？；")
_PAUSES: Final = frozenset(",，、:：·—|() （）【】\t\n")
_QUESTION: Final = frozenset("?？")


@dataclass(frozen=True, slots=True)
class Clause:
    """A stretch of text between two separators. `sentence` counts sentences; `asks` where a question mark ends it."""

    index: int
    sentence: int
    span: Span
    text: str
    asks: bool


@dataclass(frozen=True, slots=True)
class Dictation:
    """How speech without marks is cut: clauses of `at_least` characters, in front of `before`.

    Nothing is cut right behind `not_after`.
    """

    at_least: int
    before: Vocabulary[str]
    not_after: tuple[str, ...]


def split(text: str, whole: Iterable[Span] = (), dictation: Dictation | None = None) -> tuple[Clause, ...]:
    """The clauses that hold any character, in order; nothing is cut inside a span of `whole`.

    >>> [clause.text for clause in split("甲,乙。丙?")]
    ['甲', '乙', '丙']
    """
    kept = {at for span in whole for at in range(span.start, span.end)}
    clauses: list[Clause] = []
    start = sentence = 0
    for at in range(len(text) + 1):
        char = text[at] if at < len(text) else "\n"
        separates = char in _STOPS or char in _PAUSES
        if not separates or at in kept:
            continue
        for begin, end in _parts(text, Span(start, at), kept, dictation):
            asks = end == at and char in _QUESTION
            clauses.append(Clause(len(clauses), sentence, Span(begin, end), text[begin:end], asks))
        sentence += char in _STOPS
        start = at + 1
    return tuple(clauses)


def _parts(text: str, span: Span, kept: Set[int], dictation: Dictation | None) -> Iterator[tuple[int, int]]:
    """The span in pieces, one where it is short."""
    begin = span.start
    if dictation is not None and span.end - span.start >= dictation.at_least:
        for found in dictation.before.find(text[span.start : span.end]):
            at = span.start + found.span.start
            inside = at in kept and at - 1 in kept
            if at > begin and not inside and not text.endswith(dictation.not_after, span.start, at):
                yield begin, at
                begin = at
    if span.end > begin:
        yield begin, span.end
