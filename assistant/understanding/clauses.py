"""Cuts an utterance into clauses, as its punctuation and blanks do, and long ones at the words that open another."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Set
from dataclasses import dataclass
from typing import Final

from assistant.domain.document import Span
from assistant.understanding.patterns import PatternSet

_STOPS: Final = frozenset("。!?;！？；")
_PAUSES: Final = frozenset(",，、:：·—|() （）【】\t\n")
_QUESTION: Final = frozenset("?？")
_LED_WITHIN: Final = 120
"""How many characters in front of a question the words may stand that lead up to it."""


@dataclass(frozen=True, slots=True)
class Clause:
    """A stretch of text between two separators. `sentence` counts sentences; `asks` where a question mark ends it."""

    index: int
    sentence: int
    span: Span
    text: str
    asks: bool


@dataclass(frozen=True, slots=True)
class Joint:
    """A question and a case told in one breath: words that ask, and words that tell, right beside one another.

    `led` are words that have to stand somewhere in front of the cut, in the sentence; none where it is None.
    """

    asks: PatternSet
    tells: PatternSet
    led: PatternSet | None = None


@dataclass(frozen=True, slots=True)
class Dictation:
    """How speech without marks is cut: clauses of `at_least` characters, in front of `before`.

    Nothing is cut right behind `not_after`. Whatever its length, a clause is cut where a case is told `behind` a
    question (能用上不|我是镇里的), or a question follows a case that is told in `front` of it. Clauses of `beside_from`
    characters are cut also where one statement begins right `beside` another (高级教师|五十六岁|本科), unless they
    speak of a kind of people (`beside_not`).
    """

    at_least: int
    before: PatternSet
    not_after: tuple[str, ...]
    behind: tuple[Joint, ...]
    front: tuple[Joint, ...]
    beside_from: int
    beside: tuple[Joint, ...]
    beside_not: PatternSet

    def cuts(self, text: str, ahead: str) -> list[int]:
        """Where a clause is to be cut, in order; each between two of its characters. `ahead` begins its sentence."""
        found: set[int] = set()
        if len(text) >= self.at_least:
            starts = (match.start() for match in self.before.find(text))
            found |= {at for at in starts if not text.endswith(self.not_after, 0, at)}
        joints = (*self.behind, *self.beside) if self._cuts_beside(text) else self.behind
        for joint in joints:
            told, reach = {match.end() for match in joint.asks.find(text)}, joint.tells.longest + 1
            found |= {at for at in told if next(joint.tells.match(text[at : at + reach]), None) is not None}
        for joint in self.front:
            starts = (match.start() for match in joint.asks.find(text))
            ends = (at for at in starts if text[max(at - joint.tells.longest - 1, 0) : at] in joint.tells)
            found |= {at for at in ends if joint.led is None or (ahead + text[:at])[-_LED_WITHIN:] in joint.led}
        return sorted(at for at in found if 0 < at < len(text))

    def _cuts_beside(self, text: str) -> bool:
        return len(text) >= self.beside_from and text not in self.beside_not


def split(text: str, whole: Iterable[Span] = (), dictation: Dictation | None = None) -> tuple[Clause, ...]:
    """The clauses that hold any character, in order; nothing is cut inside a span of `whole`.

    >>> [clause.text for clause in split("甲,乙。丙?")]
    ['甲', '乙', '丙']
    """
    kept = {at for span in whole for at in range(span.start, span.end)}
    clauses: list[Clause] = []
    start = sentence = began = 0
    for at in range(len(text) + 1):
        char = text[at] if at < len(text) else "\n"
        separates = char in _STOPS or char in _PAUSES
        if not separates or at in kept:
            continue
        for begin, end in _parts(text, Span(start, at), text[began:start], kept, dictation):
            asks = end == at and char in _QUESTION
            clauses.append(Clause(len(clauses), sentence, Span(begin, end), text[begin:end], asks))
        if char in _STOPS:
            sentence, began = sentence + 1, at + 1
        start = at + 1
    return tuple(clauses)


def _parts(text: str, span: Span, ahead: str, kept: Set[int], dictation: Dictation | None) -> Iterator[tuple[int, int]]:
    """The span in pieces, one where nothing is to be cut."""
    begin = span.start
    for cut in dictation.cuts(text[span.start : span.end], ahead) if dictation is not None else ():
        at = span.start + cut
        if not (at in kept and at - 1 in kept):
            yield begin, at
            begin = at
    if span.end > begin:
        yield begin, span.end
