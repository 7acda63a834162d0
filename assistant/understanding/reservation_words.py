"""Words that leave a yes or a no open: compiled once from `rules/terms/reservations.yaml`."""

from __future__ import annotations

from dataclasses import dataclass

from assistant.understanding.patterns import PatternSet
from assistant.understanding.trie import Vocabulary


@dataclass(frozen=True, slots=True)
class ReservationWords:
    """What leaves an answer open: `beside_yes` in its clause or near it, `beside_no` and `denials` near it.

    `denials` count behind the answer in its own clause too, and cancel a `beside_no`. `within_yes` are looked for in
    the whole clause of the answer, its own words among them. `afterwards` leave open an answer given before. `former`
    tells of another time, which matters where being so once is not enough. `harmless` words do not count.
    """

    beside_yes: PatternSet
    within_yes: PatternSet
    beside_no: PatternSet
    denials: PatternSet
    former: PatternSet
    afterwards: PatternSet
    harmless: Vocabulary[str]
