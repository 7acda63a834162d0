"""What a question asks for: the words right behind its question word (要不要…, 有什么…, 发不发…)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import takewhile
from typing import Final

from assistant.retrieval.sentences import occurrences
from assistant.retrieval.terms import PERSONAL, Term

_REACH: Final = 2
"""Characters that may stand between the question word and what is asked for (有哪[几种]颜色)."""
_JOINT: Final = 1
"""Characters that may stand between two words of one thing (特殊[的]通道)."""


class AskedFor:
    """Finds what questions ask for; `patterns` are regular expressions of question words.

    `sides` are words for what everything granted has (条件, 程序): they ask for nothing else.
    """

    def __init__(self, patterns: Iterable[str], sides: Iterable[str] = ()) -> None:
        self._patterns = tuple(map(re.compile, patterns))
        self._sides = frozenset(sides)

    def of(self, text: str, terms: Sequence[Term]) -> Iterator[tuple[Term, ...]]:
        """The content words behind each question word of `text`, those that touch one another together."""
        placed = sorted(_placed(text, terms), key=lambda one: one[0])
        for end in sorted({found.end() for pattern in self._patterns for found in pattern.finditer(text)}):
            behind = [one for one in placed if one[0] >= end]
            if not behind or behind[0][0] - end > _REACH:
                continue
            asked = tuple(_touching(behind))
            if not any(term.word in self._sides for term in asked):
                yield asked


def _placed(text: str, terms: Sequence[Term]) -> Iterator[tuple[int, Term]]:
    """Where the words that a clause ought to have stand in the text; those about the asker are none."""
    for term in terms:
        if term.weight > PERSONAL and len(term.word) > 1 and not term.is_figure:
            yield from ((start, term) for start in occurrences(term.word, text))


def _touching(placed: Sequence[tuple[int, Term]]) -> Iterator[Term]:
    first, *others = placed
    yield first[1]
    pairs = zip(placed, others, strict=False)
    near = takewhile(lambda pair: pair[1][0] - (pair[0][0] + len(pair[0][1].word)) <= _JOINT, pairs)
    yield from (other[1] for _, other in near)
