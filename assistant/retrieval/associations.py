"""Which clause words go with which words of questions, learned from the phrasings of the corpus at hand.

Counted over (phrasing, clause) pairs: words that meet more often than by chance, as strong as it is likely that a
clause has the one where a phrasing has the other. Mutual information as the strength was tried: it favours words seen
twice, and leads away from clauses without phrasings. Nothing learned here carries over to another corpus.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from typing import Final

_SEEN: Final = 2
"""Pairs seen less often are chance."""
_LEAST: Final = math.e
"""How much more often than by chance two words must meet."""
_WEIGHT: Final = 0.3
_MOST: Final = 30
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
        """Words that go with these, at most 30, weighing at most 0.3; those already there are left out."""
        words = dict.fromkeys(words)
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
            likely = seen / asked[word]
            if likely * count > _LEAST * written[other]:
                found[word].append((likely, other))
    return {
        word: tuple((other, strength) for strength, other in sorted(others, reverse=True)[:_A_WORD])
        for word, others in found.items()
    }


def _distinct(words: Sequence[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(word for word in words if len(word) > 1))
