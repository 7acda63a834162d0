"""How much of a question a clause holds, in its own words, its headings' or those in which people ask for it."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from assistant.retrieval.index import grams
from assistant.retrieval.terms import Term
from assistant.text.segmentation import Segmenter

_STANDS_FOR: Final = 0.9
"""What a term counts whose policy word the clause holds."""
_PARTLY: Final = 0.7
"""What a long term counts at most whose character pairs the clause holds."""
_REMEMBERED: Final = 512
_BARELY: Final = 0.35
"""A term of which a clause holds less than this is not in it."""


@dataclass(frozen=True, slots=True)
class Holding:
    """All that stands for one clause, as words and as character pairs."""

    words: frozenset[str]
    pairs: frozenset[str]


class Coverage:
    """Weighs terms by their rarity among `size` clauses; holdings are made when they are first asked for."""

    def __init__(
        self, found_in: Counter[str], size: int, holding: Callable[[int], Holding], segmenter: Segmenter
    ) -> None:
        self._found_in = found_in
        self._size = size
        self._holding = lru_cache(_REMEMBERED)(holding)
        self._segmenter = segmenter

    def of(self, terms: Sequence[Term], place: int) -> tuple[float, float]:
        """The share of the question that the clause at `place` holds, 0 to 1, and the weight of what it holds."""
        holding = self._holding(place)
        weighed = [(term.weight * self._rarity(term.word), self._held(term, holding)) for term in terms]
        total = sum(weight for weight, _ in weighed)
        held = sum(weight * share for weight, share in weighed)
        return (held / total if total else 0.0), held

    def lacks(self, terms: Sequence[Term], place: int) -> bool:
        """Whether the clause at `place` holds none of the terms."""
        return all(self._held(term, self._holding(place)) < _BARELY for term in terms)

    def _rarity(self, word: str) -> float:
        return math.log(1 + self._size / max(self._found_in[word], 1))

    def _held(self, term: Term, holding: Holding) -> float:
        if term.word in holding.words:
            return 1.0
        policy = [self._segmenter.search(word) for word in term.stands_for]
        best = max((_share(words, holding.words) for words in policy), default=0.0)
        pairs = grams(term.word)
        partly = _share(pairs, holding.pairs) if len(pairs) > 1 else 0.0
        return max(_STANDS_FOR * best, _PARTLY * partly)


def strangeness(terms: Sequence[Term]) -> float:
    """The share of words that the corpus neither has nor knows a word for, 0 to 1."""
    unknown = sum(term.weight for term in terms if not (term.known or term.stands_for or term.is_figure))
    return unknown / (1 + sum(term.weight for term in terms))


def _share(words: Iterable[str], held: frozenset[str]) -> float:
    found = [word in held for word in words]
    return sum(found) / len(found) if found else 0.0
