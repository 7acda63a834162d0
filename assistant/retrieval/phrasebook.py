"""The nearest phrasings of a question: cosine over words and character pairs, rare ones weighing more."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from assistant.domain.document import ClauseId
from assistant.retrieval.phrases import Phrasing
from assistant.retrieval.terms import Query


@dataclass(frozen=True, slots=True)
class Likeness:
    """A clause's nearest phrasing and how alike the question is, 1 for the same words."""

    phrasing: Phrasing
    similarity: float


@dataclass(frozen=True, slots=True)
class Asked:
    """The words and character pairs with which people ask for one clause, the most frequent first, repeats kept."""

    words: tuple[str, ...] = ()
    pairs: tuple[str, ...] = ()

    def most(self, limit: int) -> Asked:
        """At most `limit` of either: every one once, as far as it goes, then the frequent ones again."""
        return Asked(_levelled(self.words)[:limit], _levelled(self.pairs)[:limit])


def asked_for(queries: Iterable[tuple[Phrasing, Query]]) -> dict[ClauseId, Asked]:
    """What each clause's phrasings say."""
    words: dict[ClauseId, Counter[str]] = defaultdict(Counter)
    pairs: dict[ClauseId, Counter[str]] = defaultdict(Counter)
    for phrasing, query in queries:
        words[phrasing.clause].update(query.words.keys())
        pairs[phrasing.clause].update(query.grams.keys())
    return {clause: Asked(_most_common(found), _most_common(pairs[clause])) for clause, found in words.items()}


class PhraseBook:
    """All phrasings, each with its weighted features."""

    def __init__(self, phrasings: Sequence[tuple[Phrasing, Mapping[str, float]]]) -> None:
        self._phrasings = tuple(phrasing for phrasing, _ in phrasings)
        numbers: dict[ClauseId, int] = {}
        self._clauses = [numbers.setdefault(phrasing.clause, len(numbers)) for phrasing in self._phrasings]
        count = len(phrasings)
        found = Counter(feature for _, features in phrasings for feature in features)
        self._idf = {feature: math.log(1 + count / n) for feature, n in found.items()}
        self._unseen = math.log(1 + count)
        self._postings: dict[str, list[tuple[int, float]]] = defaultdict(list)
        for place, (_, features) in enumerate(phrasings):
            for feature, weight in self._unit(features).items():
                self._postings[feature].append((place, weight))

    def nearest(self, features: Mapping[str, float]) -> dict[ClauseId, Likeness]:
        """Each clause with a phrasing that shares a feature, the most alike first."""
        scores: dict[int, float] = defaultdict(float)
        for feature, weight in self._unit(features).items():
            for place, other in self._postings.get(feature, ()):
                scores[place] += weight * other
        first: dict[int, int] = {}
        for place, score in scores.items():
            best = first.setdefault(self._clauses[place], place)
            if score > scores[best]:
                first[self._clauses[place]] = place
        ordered = sorted(first.values(), key=lambda place: (-scores[place], place))
        return {self._phrasings[place].clause: Likeness(self._phrasings[place], scores[place]) for place in ordered}

    def _unit(self, features: Mapping[str, float]) -> dict[str, float]:
        weighted = {feature: weight * self._idf.get(feature, self._unseen) for feature, weight in features.items()}
        length = math.sqrt(sum(weight * weight for weight in weighted.values()))
        return {feature: weight / length for feature, weight in weighted.items()} if length else {}


def _levelled(repeated: Sequence[str]) -> tuple[str, ...]:
    """All of them, the first of each before any second, so that a cut costs repeats and no word."""
    seen: Counter[str] = Counter()
    rank = []
    for word in repeated:
        seen[word] += 1
        rank.append(seen[word])
    return tuple(word for _, word in sorted(zip(rank, repeated, strict=True), key=lambda one: one[0]))


def _most_common(found: Counter[str]) -> tuple[str, ...]:
    return tuple(word for word, count in found.most_common() for _ in range(count))
