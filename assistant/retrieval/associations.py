"""Which clause words go with which words of questions, learned from the phrasings of the corpus at hand.

Pointwise mutual information over (phrasing, clause) pairs. RETRIEVAL experience behind it: on lay questions about
statutes it finds what neither the words nor the curated table do, and it does not carry over to another corpus.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from typing import Final

_SEEN: Final = 2
"""Pairs seen less often are chance."""
_LEAST: Final = 1.0
_WEIGHT: Final = 0.3
_MOST: Final = 15
_A_WORD: Final = 40


class Associations:
    """Adds to a question the words that clauses use where people ask with its words."""

    def __init__(self, pairs: Iterable[tuple[Sequence[str], Sequence[str]]]) -> None:
        together: Counter[tuple[str, str]] = Counter()
        asked: Counter[str] = Counter()
        written: Counter[str] = Counter()
        count = 0
        for question, clause in pairs:
            words, others = _distinct(question), _distinct(clause)
            count += 1
            asked.update(words)
            written.update(others)
            together.update((word, other) for word in words for other in others)
        self._with: dict[str, tuple[tuple[str, float], ...]] = _strongest(together, asked, written, count)

    def expand(self, words: Iterable[str]) -> dict[str, float]:
        """Words that go with these, at most 15, weighing at most 0.3; those already there are left out."""
        words = frozenset(words)
        found: dict[str, float] = defaultdict(float)
        for word in words:
            for other, strength in self._with.get(word, ()):
                found[other] += strength
        best = sorted(((s, w) for w, s in found.items() if w not in words), reverse=True)[:_MOST]
        return {word: _WEIGHT * strength / best[0][0] for strength, word in best}


def _strongest(
    together: Counter[tuple[str, str]], asked: Counter[str], written: Counter[str], count: int
) -> dict[str, tuple[tuple[str, float], ...]]:
    found: dict[str, list[tuple[float, str]]] = defaultdict(list)
    for (word, other), seen in together.items():
        if seen >= _SEEN and word != other:
            strength = math.log(seen * count / (asked[word] * written[other]))
            if strength > _LEAST:
                found[word].append((strength, other))
    return {
        word: tuple((other, strength) for strength, other in sorted(others, reverse=True)[:_A_WORD])
        for word, others in found.items()
    }


def _distinct(words: Sequence[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(word for word in words if len(word) > 1))
