"""How likely a question asks for each clause, or for what is not answered: learned from examples of both when built.

Multinomial logistic regression over words, pairs and single characters, by stochastic descent in whole numbers. An
example added to the data counts at the next start: docs/decisions/0012-what-is-asked-for-is-learned-at-the-start.md.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from assistant.domain.document import ClauseId
from assistant.retrieval.packing import Packing
from assistant.retrieval.terms import Query

Example = tuple[Query, ClauseId | None]
"""A question and the clause that it asks for; None where nothing answers it."""

_PASSES: Final = 3
_STEP, _SHORTER = 6.0, 0.6
"""How far the first pass moves the weights towards each example, and each later one beside the one before."""
_SURE: Final = 0.95
"""An example that is this likely already moves nothing: it saves half of the time."""
_FINE, _FINER = 7, 10
"""Bits behind the point: of a feature's share in a question, and of a step. A weight has both."""
_LOGIT: Final = 1 / (1 << (2 * _FINE + _FINER))
_CHARACTER, _PAIR = 1.5, 1.2
"""What one character and two neighbours count beside a word."""
_WORD, _FIRST, _LAST = "=", "^", "$"
_SHUFFLE: Final = 2_654_435_761
_SHOWN: Final = 3


@dataclass(frozen=True, slots=True)
class Likely:
    """`declined` is the chance that nothing answers a question; `clauses` have theirs if something does, 1 together."""

    declined: float = 0.0
    clauses: Mapping[ClauseId, float] = field(default_factory=dict)

    def chance(self, clause: ClauseId) -> float:
        """The chance that the question asks for this clause, and not for another nor for what nothing answers."""
        return self.clauses.get(clause, 0.0) * (1 - self.declined)


class Likelihood:
    """Learns from examples; without any it tells nothing."""

    def __init__(self, examples: Iterable[Example]) -> None:
        pieces = [(_pieces(query), clause) for query, clause in examples]
        found = Counter(piece for weights, _ in pieces for piece in weights)
        self._places = {piece: place for place, piece in enumerate(found)}
        self._rarity = [math.log(1 + len(pieces) / count) for count in found.values()]
        self._clauses = sorted({clause for _, clause in pieces if clause is not None})
        self._packing = Packing(len(self._clauses) + 1)
        self._weights = [0] * len(found)
        numbers: dict[ClauseId | None, int] = {clause: place for place, clause in enumerate(self._clauses, 1)}
        self._learn([(self._shares(weights), numbers.get(clause, 0)) for weights, clause in pieces])

    def of(self, query: Query) -> Likely:
        """How likely the question asks for each clause; empty where it has no content, or there are no examples."""
        if not query.words or not self._clauses:
            return Likely()
        chances = self._chances(self._shares(_pieces(query)))
        total = sum(chances)
        some = (total - chances[0]) or 1.0
        return Likely(chances[0] / total, dict(zip(self._clauses, (c / some for c in chances[1:]), strict=True)))

    def telling(self, query: Query, clause: ClauseId) -> tuple[str, ...]:
        """The pieces of two characters and more that speak most for no answer and against the clause, at most three."""
        pieces = _pieces(query)
        names = {self._places[piece]: piece.strip(_WORD + _FIRST + _LAST) for piece in pieces if piece in self._places}
        number = self._clauses.index(clause) + 1 if clause in self._clauses else 0
        against: Counter[str] = Counter()
        for place, share in self._shares(pieces):
            row = self._packing.unpack(self._weights[place])
            if len(names[place]) > 1:
                against[names[place]] += share * (row[0] - (row[number] if number else 0))
        return tuple(piece for piece, weight in against.most_common(_SHOWN) if weight > 0)

    def _learn(self, examples: Sequence[tuple[Sequence[tuple[int, int]], int]]) -> None:
        """Move the weights towards the examples, one after the other in a fixed and well shuffled order."""
        order = sorted(range(len(examples)), key=lambda place: place * _SHUFFLE & 0xFFFFFFFF)
        weights, pack = self._weights, self._packing.pack
        for step in (_STEP * _SHORTER**number * (1 << _FINER) for number in range(_PASSES)):
            for shares, right in (examples[place] for place in order):
                chances = self._chances(shares)
                total = sum(chances)
                if chances[right] > _SURE * total:
                    continue
                scale = step / total
                moves = [int(chance * scale) for chance in chances]
                moves[right] -= int(step)
                move = pack(moves)
                for place, share in shares:
                    weights[place] -= share * move

    def _chances(self, shares: Iterable[tuple[int, int]]) -> list[float]:
        """How the chances stand to each other, that of no answer first."""
        weights, packed = self._weights, 0
        for place, share in shares:
            packed += share * weights[place]
        row = self._packing.unpack(packed)
        most = max(row)
        return [math.exp((number - most) * _LOGIT) for number in row]

    def _shares(self, pieces: Mapping[str, float]) -> list[tuple[int, int]]:
        """Places of the known pieces and what each counts, rare ones more; their squares are 1 together."""
        places, rarity = self._places, self._rarity
        weighed = [
            (place, weight * rarity[place])
            for piece, weight in pieces.items()
            if (place := places.get(piece)) is not None
        ]
        length = math.sqrt(sum(weight * weight for _, weight in weighed)) or 1.0
        scale = (1 << _FINE) / length
        return [(place, share) for place, weight in weighed if (share := round(weight * scale))]


def _pieces(query: Query) -> dict[str, float]:
    """What a question is made of and what each piece counts: its words, and the characters of what was meant by it.

    Its beginning and end count as characters, since it matters what it begins and ends with.
    """
    pieces = {_WORD + word: weight for word, weight in query.words.items()}
    text = query.text
    for repair in query.repairs:
        text = text.replace(repair.said, repair.meant)
    text = _FIRST + text + _LAST
    pieces.update(dict.fromkeys(text, _CHARACTER))
    pieces.update((text[place : place + 2], _PAIR) for place in range(len(text) - 1))
    return pieces
