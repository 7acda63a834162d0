"""What was meant by words that the corpus does not have: the same sound or shape, pinyin letters, a slip of the pen."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from assistant.retrieval.sentences import occurrences
from assistant.text.similarity import SoundIndex, char_key, syllable_key

_HAN_RUN: Final = re.compile(r"[\u4e00-\u9fff]+")
_LETTERS: Final = re.compile(r"[a-z]{2,}(?:[ ']+[a-z]{1,24})*")
_SYLLABLE: Final = re.compile(
    r"(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?(?:iang|iong|uang|ang|eng|ing|ong|ian|iao|uai|uan|ai|ei|ao|ou|an|en|in|un|ia"
    r"|ie|iu|ua|uo|ui|ue|er|a|o|e|i|u|v)"
)
_LONGEST: Final = 7
_SHORTEST_SLIP, _SHORTEST_STRANGE = 4, 3
"""Characters in which a slip is looked for, at least: in general, and where no word of them is known."""
_BROKEN: Final = 3
"""Characters that one slip tears out of the words around it, at most."""


@dataclass(frozen=True, slots=True)
class Repair:
    """`said` stands in the question, `meant` in the corpus."""

    said: str
    meant: str


class Repairer:
    """Finds the vocabulary terms behind misspelt words.

    Terms of `rivals` (other matters) are found too. `fillers` are words that no repair may start from, `lookalikes`
    groups of characters that are taken for each other.
    """

    def __init__(
        self,
        vocabulary: Iterable[str],
        rivals: Iterable[str] = (),
        fillers: Collection[str] = (),
        lookalikes: Iterable[str] = (),
    ) -> None:
        terms = [term for term in vocabulary if len(term) > 1 and not term.isascii()]
        self._index = SoundIndex([*terms, *(term for term in rivals if len(term) > 2)])
        self._fillers = frozenset(fillers)
        self._mates = {char: group.replace(char, "") for group in lookalikes for char in group}

    def repair(self, text: str, words: Sequence[str], known: Collection[str]) -> tuple[Repair, ...]:
        """Repairs of the parts of `text` that none of the `known` words covers, longest first; pinyin letters last.

        `words` are all the words of the text: none is cut by a repair (外星人 holds no misspelt 新人).
        """
        found = dict.fromkeys(self._of_characters(text, words, known))
        taken = {char for repair in found for start in occurrences(repair.said, text) for char in _span(repair, start)}
        found.update(dict.fromkeys(self._of_neighbours(text, words, known, taken)))
        found.update(dict.fromkeys(self._of_letters(text)))
        return tuple(found)

    def _of_characters(self, text: str, words: Sequence[str], known: Collection[str]) -> Iterator[Repair]:
        covered = _covered(text, [word for word in words if word in known])
        whole = _covered(text, words)
        keys = [char_key(char) for char in text]
        taken = [False] * len(text)
        for start, end in _windows(text, covered, whole):
            if any(taken[start:end]):
                continue
            said, bare = text[start:end], covered[start:end].count(0)
            meant = self._meant(said, " ".join(keys[start:end]), bare)
            if meant:
                taken[start:end] = [True] * (end - start)
                yield from (Repair(said, term) for term in meant)

    def _meant(self, said: str, key: str, bare: int) -> tuple[str, ...]:
        """The terms behind `said`, which sounds like `key`; `bare` of its characters are in no known word."""
        if said in self._index.terms:
            return ()
        if len(said) > 2 or bare == len(said):
            alike = tuple(term for term in self._index.alike(said, key) if self._is_slip(said, term))
            looking = tuple(term for term in self._lookalikes(said) if term in self._index.terms)
            if alike or looking:
                return (alike or looking)[:2]
        if shuffled := self._index.shuffled(said):
            return shuffled[:1]
        if bare > _BROKEN or len(said) < (_SHORTEST_STRANGE if bare == len(said) else _SHORTEST_SLIP):
            return ()
        if said[0] in self._fillers or said[-1] in self._fillers:
            return ()
        near = self._index.slip(said)
        return (near.term,) if near and near.term not in said and said not in near.term else ()

    def _lookalikes(self, said: str) -> Iterator[str]:
        for place, char in enumerate(said):
            for mate in self._mates.get(char, ""):
                yield said[:place] + mate + said[place + 1 :]

    def _is_slip(self, said: str, meant: str) -> bool:
        """Whether half of the characters are right, and no wrong one is a filler (过, 的) that happens to sound so."""
        wrong = [a for a, b in zip(said, meant, strict=True) if a != b]
        return 2 * len(wrong) <= len(said) and not any(char in self._fillers for char in wrong)

    def _of_neighbours(
        self, text: str, words: Sequence[str], known: Collection[str], taken: Collection[int]
    ) -> Iterator[Repair]:
        """Two neighbours swapped, in a word (读解) or across two (基人层才); characters `taken` have been repaired."""
        covered = _covered(text, [word for word in words if word in known])
        for at in range(len(text) - 1):
            one, other = text[at], text[at + 1]
            if one == other or at in taken or at + 1 in taken or 0 < covered[at] == covered[at + 1]:
                continue
            before, after = text[max(at - 1, 0) : at].strip(), text[at + 2 : at + 3].strip()
            if any(word in self._index.terms for word in (one + other, before + one, other + after) if len(word) > 1):
                continue
            inside, left, right = other + one, before + other, one + after
            if inside in self._index.terms and not {one, other} & self._fillers:
                yield Repair(one + other, inside)
            elif left in self._index.terms and right in self._index.terms and before and after:
                yield Repair(before + one + other + after, left)
                yield Repair(before + one + other + after, right)

    def _of_letters(self, text: str) -> Iterator[Repair]:
        """Terms typed as pinyin: the longest vocabulary term that the letters spell, from left to right."""
        for run in _LETTERS.finditer(text):
            syllables = [syllable_key(found) for found in _SYLLABLE.findall(run.group())]
            start = 0
            while start < len(syllables):
                length, terms = self._spelt(syllables[start:])
                yield from (Repair(run.group(), term) for term in terms)
                start += length

    def _spelt(self, syllables: Sequence[str]) -> tuple[int, tuple[str, ...]]:
        for length in range(min(_LONGEST, len(syllables)), 1, -1):
            terms = self._index.spelt("".join(syllables[:length]))
            if terms:
                return length, terms[:2]
        return 1, ()


def _span(repair: Repair, start: int) -> range:
    return range(start, start + len(repair.said))


def _covered(text: str, known: Sequence[str]) -> list[int]:
    """For each character the known word that covers it, by its place plus one; 0 for none."""
    covered = [0] * len(text)
    for place, word in enumerate(known, 1):
        if len(word) > 1:
            for start in occurrences(word, text):
                covered[start : start + len(word)] = [place] * len(word)
    return covered


def _windows(text: str, covered: Sequence[int], whole: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Spans of Chinese that known words do not wholly cover and that cut no word, the longest first."""
    runs = [found.span() for found in _HAN_RUN.finditer(text)]
    for length in range(_LONGEST, 1, -1):
        for begin, stop in runs:
            for start in range(begin, stop - length + 1):
                end = start + length
                cut = (start > 0 and 0 < whole[start] == whole[start - 1]) or (
                    end < len(text) and 0 < whole[end] == whole[end - 1]
                )
                if not cut and not all(covered[start:end]):
                    yield start, end
