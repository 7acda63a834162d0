"""A fact's domain cut into the finitely many cells that the rules can tell apart.

Two values in one cell are the same to every condition of the entitlement, so whatever holds for all cells holds for all
values. Numbers are cut into half-open intervals: a cut just above `t` is written as the next float after `t`, so that
all four comparisons need no flags for open and closed ends.
"""

from __future__ import annotations

import math
from bisect import bisect_right
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple, Protocol

from assistant.domain.fact import Bound, Fact, FactValue
from assistant.domain.rule import Comparison, Prior


class Interval(NamedTuple):
    """All numbers from `low` (included) up to `high` (not included).

    >>> Interval(3.0, 5.0).meet(Interval(4.0, 9.0))
    Interval(low=4.0, high=5.0)
    """

    low: float
    high: float

    def meet(self, other: Interval) -> Interval:
        """The numbers in both; empty where `low >= high`."""
        return Interval(max(self.low, other.low), min(self.high, other.high))

    @property
    def empty(self) -> bool:
        """Whether no number is in it."""
        return self.low >= self.high


def above(value: float) -> float:
    """The least float greater than `value`.

    >>> 5.0 < above(5.0) < 5.000001
    True
    """
    return math.nextafter(value, math.inf)


def point(value: float) -> Interval:
    """The interval that holds `value` alone."""
    return Interval(float(value), above(float(value)))


def whole(fact: Fact) -> Interval:
    """All values that a number may have."""
    low = -math.inf if fact.minimum is None else float(fact.minimum)
    return Interval(low, math.inf if fact.maximum is None else above(float(fact.maximum)))


def bounded(fact: Fact, bound: Bound) -> Interval:
    """The values of a number that a hedge leaves possible."""
    low = -math.inf if bound.at_least is None else float(bound.at_least)
    high = math.inf if bound.below is None else float(bound.below)
    return whole(fact).meet(Interval(low, high))


class Scale(Protocol):
    """The cells of one fact, numbered from 0. A set of cells is a bit mask."""

    @property
    def size(self) -> int:
        """How many cells there are."""

    def index(self, value: FactValue) -> int:
        """The cell of a value; KeyError where the fact cannot have it."""

    def mask(self, comparison: Comparison) -> int:
        """The cells in which the comparison holds."""

    def within(self, interval: Interval) -> int:
        """The cells that an interval touches; all of them where the fact is no number."""

    def weights(self, interval: Interval | None = None) -> tuple[float, ...]:
        """The probability of each cell, within an interval; they sum to 1 unless all are 0."""

    def sample(self, cell: int) -> FactValue:
        """One value of the cell."""


class Kinds:
    """Cells of an enum or a boolean: groups of values that no condition tells apart."""

    def __init__(self, groups: Sequence[Sequence[FactValue]], fact: Fact, prior: Prior | None) -> None:
        self._fact = fact
        self._groups = groups
        self.index = {value: cell for cell, group in enumerate(groups) for value in group}.__getitem__
        chances = dict(prior.weights) if prior and prior.weights else {}
        sums = [sum(chances.get(value, 0.0) for value in group) for group in groups]
        if sum(sums) <= 0:
            sums = [float(len(group)) for group in groups]
        self._weights = tuple(part / sum(sums) for part in sums)

    @property
    def size(self) -> int:
        """How many groups there are."""
        return len(self._groups)

    def mask(self, comparison: Comparison) -> int:
        """The groups whose values satisfy the comparison."""
        holds = satisfying(self._fact, comparison)
        return sum(1 << cell for cell, group in enumerate(self._groups) if group[0] in holds)

    def within(self, interval: Interval) -> int:
        """All groups: an interval says nothing of an enum."""
        return (1 << len(self._groups)) - 1

    def weights(self, interval: Interval | None = None) -> tuple[float, ...]:
        """The probability of each group."""
        return self._weights

    def sample(self, cell: int) -> FactValue:
        """The first value of the group."""
        return self._groups[cell][0]


class Steps:
    """Cells of a number: the intervals between the cuts.

    Without a prior, numbers are taken to be spread evenly (over 0 to 100 where the fact states no range).
    """

    def __init__(self, cuts: Sequence[float], fact: Fact, prior: Prior | None) -> None:
        span = whole(fact)
        self._span = span
        self._prior = prior
        self.cuts = tuple(cut for cut in cuts if span.low < cut < span.high)
        edges = (span.low, *self.cuts, span.high)
        self.cells = tuple(Interval(low, high) for low, high in pairwise(edges))

    @property
    def size(self) -> int:
        """How many intervals there are."""
        return len(self.cells)

    def index(self, value: FactValue) -> int:
        """The interval that holds the number; KeyError where it is out of range or no number."""
        if isinstance(value, str) or not self._span.low <= value < self._span.high:
            raise KeyError(value)
        return bisect_right(self.cuts, value)

    def mask(self, comparison: Comparison) -> int:
        """The intervals in which the comparison holds."""
        test = _number_test(comparison)
        return sum(1 << cell for cell in range(self.size) if test(self.cells[cell].low))

    def within(self, interval: Interval) -> int:
        """The intervals that share a number with `interval`."""
        return sum(1 << i for i, cell in enumerate(self.cells) if not cell.meet(interval).empty)

    def weights(self, interval: Interval | None = None) -> tuple[float, ...]:
        """The probability of each interval, given that the number is within `interval`."""
        span = self._span if interval is None else self._span.meet(interval)
        parts = [self._measure(cell.meet(span)) for cell in self.cells]
        total = sum(parts)
        if total <= 0:
            parts = [0.0 if cell.meet(span).empty else 1.0 for cell in self.cells]
            total = sum(parts) or 1.0
        return tuple(part / total for part in parts)

    def sample(self, cell: int) -> FactValue:
        """The least number of the interval, whole where it can be."""
        low, high = self.cells[cell]
        if low == -math.inf:
            low = 0.0 if high > 0 else high - 1
        near = float(math.ceil(low))
        value = near if near < high else low
        return int(value) if value.is_integer() else value

    def _measure(self, interval: Interval) -> float:
        if interval.empty:
            return 0.0
        return self._below(interval.high) - self._below(interval.low)

    def _below(self, value: float) -> float:
        """The probability of a number below `value`."""
        points = self._prior.points if self._prior else ()
        if not points:
            points = ((max(self._span.low, 0.0), 0.0), (min(self._span.high, 100.0), 1.0))
        if value <= points[0][0]:
            return 0.0
        for (left, before), (right, after) in pairwise(points):
            if value <= right:
                return before + (after - before) * (value - left) / (right - left)
        return 1.0


def satisfying(fact: Fact, comparison: Comparison) -> frozenset[FactValue]:
    """The values of an enum or boolean for which the comparison holds."""
    domain: tuple[FactValue, ...] = (False, True) if fact.type == "boolean" else fact.values
    if comparison.operator == "in":
        return frozenset(comparison.values)
    if comparison.operator == "not_in":
        return frozenset(domain) - frozenset(comparison.values)
    rank = {value: place for place, value in enumerate(domain)}
    limit = rank[comparison.values[0]]
    test = _ORDER[comparison.operator]
    return frozenset(value for value in domain if test(rank[value], limit))


def scale_of(
    fact: Fact,
    comparisons: Iterable[Comparison],
    prior: Prior | None = None,
    apart: Callable[[FactValue], Hashable] | None = None,
) -> Scale:
    """The coarsest cells that tell apart all that the comparisons do, and, for an enum, all that `apart` does."""
    used = tuple(comparisons)
    if fact.type == "number":
        return Steps(sorted({cut for comparison in used for cut in _cuts(comparison)}), fact, prior)
    domain: tuple[FactValue, ...] = (False, True) if fact.type == "boolean" else fact.values
    sets = [satisfying(fact, comparison) for comparison in used]
    groups: dict[Hashable, list[FactValue]] = {}
    for value in domain:
        mark = (tuple(value in holds for holds in sets), apart(value) if apart else None)
        groups.setdefault(mark, []).append(value)
    return Kinds(tuple(groups.values()), fact, prior)


_ORDER: Mapping[str, Callable[[float, float], bool]] = {
    "at_least": lambda value, limit: value >= limit,
    "more_than": lambda value, limit: value > limit,
    "at_most": lambda value, limit: value <= limit,
    "less_than": lambda value, limit: value < limit,
}


def _numbers(comparison: Comparison) -> tuple[float, ...]:
    return tuple(float(value) for value in comparison.values if not isinstance(value, str))


def _number_test(comparison: Comparison) -> Callable[[float], bool]:
    numbers = _numbers(comparison)
    if comparison.operator == "in":
        return lambda value: value in numbers
    if comparison.operator == "not_in":
        return lambda value: value not in numbers
    test = _ORDER[comparison.operator]
    return lambda value: test(value, numbers[0])


def _cuts(comparison: Comparison) -> tuple[float, ...]:
    numbers = _numbers(comparison)
    if comparison.operator in ("at_least", "less_than"):
        return numbers
    if comparison.operator in ("more_than", "at_most"):
        return tuple(above(number) for number in numbers)
    return (*numbers, *(above(number) for number in numbers))


@dataclass(frozen=True, slots=True)
class Variable:
    """One fact of an entitlement with its cells.

    `finding` marks a determination, `inputs` the places of the variables that a derived fact follows from.
    """

    fact: Fact
    scale: Scale
    finding: bool = False
    inputs: tuple[int, ...] = ()
