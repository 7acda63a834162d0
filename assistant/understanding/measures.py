"""The numbers of an utterance as measures: lengths of time, ages and bare numbers, exact or bounded."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from assistant.domain.document import Span
from assistant.domain.fact import Bound
from assistant.text.quantities import Quantity
from assistant.understanding.patterns import NumberPattern
from assistant.understanding.scene import Scene


@dataclass(frozen=True, slots=True)
class Measure:
    """One number where it stands: `value` where it is exact, `bound` where it was hedged.

    `kind` is that of the quantity, or `born` (the age from a date of birth), or `moment` (the years since a date that
    puts another right; `start` where it is said to be when the work began), or `streak` (years of assessments that were
    listed). `since` is the last day from which it can have grown. `loose` is what it can be where a year alone was
    said, and the month may decide.
    """

    span: Span
    kind: str
    value: float | None
    bound: Bound | None = None
    suggests_age: bool = False
    since: date | None = None
    loose: Bound | None = None

    @property
    def tells(self) -> bool:
        """Whether it says anything at all."""
        return self.value is not None or self.bound is not None


def of_quantities(scene: Scene) -> Iterator[Measure]:
    """The measures that are said as numbers."""
    for quantity in scene.quantities:
        yield Measure(quantity.span, quantity.kind, _exact(quantity), _bound(quantity), quantity.suggests_age)


def fits(patterns: Sequence[NumberPattern], span: Span, scene: Scene) -> bool:
    """Whether the words around a number are those of one of the patterns."""
    before, after = scene.before(span), scene.after(span)
    return any(pattern.fits(before, after) for pattern in patterns)


def _exact(quantity: Quantity) -> float | None:
    return quantity.value if quantity.hedge in {"", "difference"} else None


def _bound(quantity: Quantity) -> Bound | None:
    if _exact(quantity) is not None or (quantity.at_least is None and quantity.below is None):
        return None
    return Bound(quantity.at_least, quantity.below)
