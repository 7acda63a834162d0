"""Cuts an utterance into clauses, as its punctuation and blanks do."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from assistant.domain.document import Span

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


def split(text: str, whole: Iterable[Span] = ()) -> tuple[Clause, ...]:
    """The clauses that hold any character, in order; a separator inside a span of `whole` separates nothing.

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
        if at > start:
            clauses.append(Clause(len(clauses), sentence, Span(start, at), text[start:at], char in _QUESTION))
        sentence += char in _STOPS
        start = at + 1
    return tuple(clauses)
