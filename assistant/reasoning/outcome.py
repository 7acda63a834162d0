"""An entitlement as a function from facts to outcomes, exact about the unknown.

The compiled function gives, for every combination of cells, one bit for each combination of readings. Variables that
only an authority can determine come last in the order. For a known state of the determinations this becomes, for each
combination of readings, met (true whatever is found), not_met (false whatever is found) or needs_determination; and
over the readings one outcome, or divergent. The outcome is settled when that function is constant over all that the
applicant's unknown facts can be.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial, reduce
from itertools import product
from operator import and_, or_
from typing import Final

from assistant.domain.fact import Fact
from assistant.domain.proof import Outcome, ReadingOutcome
from assistant.domain.rule import (
    AllOf,
    Always,
    AnyOf,
    Comparison,
    Condition,
    Entitlement,
    Fork,
    Negation,
    Prior,
    ReadingPoint,
    leaves,
)
from assistant.reasoning.cells import Scale, Steps, Variable, scale_of
from assistant.reasoning.derivation import ModeTable
from assistant.reasoning.diagram import IMPOSSIBLE, Diagram, Function, Node, terminals

FORBIDDEN: Final = -1
"""A terminal while compiling: facts that exclude each other; IMPOSSIBLE in the end, when nodes may melt into it."""

_REMEMBERED: Final = 5_000


@dataclass(frozen=True, slots=True)
class World:
    """All that is the same for every entitlement on one day: facts, priors, readings, laws and tables."""

    facts: Mapping[str, Fact]
    priors: Mapping[str, Prior]
    points: Mapping[str, ReadingPoint]
    order: frozenset[tuple[str, str]]
    """Pairs (smaller, larger), transitively closed."""
    tables: Mapping[str, ModeTable]


@dataclass(frozen=True, slots=True)
class Standing:
    """Where an entitlement stands: its outcome, under each reading too, and what is left open.

    `open` is what the outcome still depends on (an outcome where it is settled), `possible` the outcomes in reach, and
    `findings` the determinations, by variable number, that can still matter.
    """

    outcome: Outcome
    readings: tuple[ReadingOutcome, ...]
    open: Function
    possible: frozenset[Outcome]
    findings: tuple[int, ...]


class CompiledRule:
    """One entitlement, compiled for the tables of one day; `stated` derived facts are as the applicant says."""

    def __init__(self, entitlement: Entitlement, world: World, stated: frozenset[str] = frozenset()) -> None:
        self.entitlement = entitlement
        self.diagram = Diagram()
        self.tables = {fact: table for fact, table in world.tables.items() if fact not in stated}
        self.comparisons = tuple(leaves(whole_condition(entitlement)))
        self.variables = self._order(world)
        self.place = {variable.fact.id: number for number, variable in enumerate(self.variables)}
        self.first_finding = sum(not variable.finding for variable in self.variables)
        self.full = tuple((1 << variable.scale.size) - 1 for variable in self.variables)
        self.combinations = _combinations(entitlement, world.points)
        self.every = (1 << len(self.combinations)) - 1
        self._constraints = (*self._laws(world.order), *self._derived())
        self._marked = self._constrained(self.build(whole_condition(entitlement)))
        self.raw = self._melted(self._marked)
        self._certain: dict[tuple[tuple[int, ...], int], Function] = {}
        self._views: dict[tuple[int, ...], tuple[Function, Function]] = {}
        self._standings: dict[tuple[int, ...], Standing] = {}

    def possible(self, function: Function) -> Function:
        """A built function with what no applicant can be left out."""
        return self._melted(self._constrained(function))

    def standing(self, masks: tuple[int, ...]) -> Standing:
        """Where the entitlement stands when each variable lies in its mask of cells."""
        found = self._standings.get(masks)
        if found is None:
            if len(self._standings) >= _REMEMBERED:
                self._standings.clear()
            found = self._standings[masks] = self._stand(masks)
        return found

    def outcomes(self, findings: tuple[int, ...]) -> tuple[Function, Function]:
        """The outcomes by reading, and their sum, as functions of the applicant's facts; by masks of the findings."""
        found = self._views.get(findings)
        if found is None:
            known = self.diagram.residual(self.raw, (*self.full[: self.first_finding], *findings))
            vectors = self.diagram.map(known, self._by_reading, self.first_finding)
            found = self._views[findings] = (vectors, self.diagram.map(vectors, overall))
        return found

    def certain(self, masks: tuple[int, ...], away: int) -> Function:
        """The outcome as far as it is certain without ever knowing the variables `away`, a bit mask.

        It is needs_facts where it hangs on them. What is impossible is left in until they are gone: a fact that is
        not known still says which of the others go together.
        """
        found = self._certain.get((masks, away))
        if found is None:
            if len(self._certain) >= _REMEMBERED:
                self._certain.clear()
            known = self.diagram.residual(self._marked, masks)
            sums = self.diagram.map(known, self._overall_marked, self.first_finding)
            sums = self.diagram.project(sums, away, Outcome.NEEDS_FACTS, FORBIDDEN)
            found = self._certain[masks, away] = self._melted(sums)
        return found

    def _constrained(self, function: Function) -> Function:
        for constraint in self._constraints:
            function = self.diagram.combine(_allow, function, constraint)
        return function

    def _melted(self, function: Function) -> Function:
        return self.diagram.map(function, lambda value: IMPOSSIBLE if value == FORBIDDEN else value)

    def _overall_marked(self, function: Function) -> Outcome | int:
        return FORBIDDEN if function == FORBIDDEN else overall(self._by_reading(function))

    def _stand(self, masks: tuple[int, ...]) -> Standing:
        vectors, sums = self.outcomes(masks[self.first_finding :])
        left = self.diagram.residual(vectors, masks)
        rest = self.diagram.residual(sums, masks)
        outcome = Outcome.NEEDS_FACTS if type(rest) is Node else rest
        if outcome is IMPOSSIBLE:
            raise ImpossibleFactsError
        known = self.diagram.support(self.diagram.residual(self.raw, masks))
        findings = range(self.first_finding, len(self.variables))
        matter = tuple(n for n in findings if known >> n & 1)
        return Standing(outcome, self._readings(left), rest, frozenset(terminals(rest)), matter)

    def _readings(self, left: Function) -> tuple[ReadingOutcome, ...]:
        if not self.entitlement.readings:
            return ()
        columns = zip(*terminals(left), strict=True)
        return tuple(
            ReadingOutcome(points, seen[0] if len(set(seen)) == 1 else Outcome.NEEDS_FACTS)
            for points, seen in zip(self.combinations, columns, strict=True)
        )

    def _by_reading(self, function: Function) -> tuple[Outcome, ...]:
        """The outcome under each combination of readings, where only findings are open."""
        bits = terminals(function)
        ever, always = reduce(or_, bits), reduce(and_, bits)
        return tuple(_single(always >> n & 1, ever >> n & 1) for n in range(len(self.combinations)))

    def _order(self, world: World) -> tuple[Variable, ...]:
        """The variables in the order of the rule, inputs before what follows from them, findings last.

        A number that a law ties to one of the rule stands after them: it says something where that one is not known.
        """
        order: dict[str, None] = {}
        for comparison in self.comparisons:
            table = self.tables.get(comparison.fact)
            for fact in (*(table.inputs if table else ()), comparison.fact):
                order.setdefault(fact)
        tied = (other for pair in sorted(world.order) for other in pair if order.keys() & pair)
        order |= dict.fromkeys(tied)
        used = sorted(order, key=lambda fact: world.facts[fact].determined_by is not None)
        place = {fact: number for number, fact in enumerate(used)}
        return tuple(self._variable(world, fact, place) for fact in used)

    def _variable(self, world: World, fact: str, place: Mapping[str, int]) -> Variable:
        feeds = [table for name, table in self.tables.items() if fact in table.inputs and name in place]
        marks = [t.series_mark if t.derivation.series_fact == fact else t.level_mark for t in feeds]
        # A number that a law ties to another one is cut at the other's thresholds too: there the law begins to bite.
        tied = {fact, *(other for pair in world.order if fact in pair for other in pair)}
        scale = scale_of(
            world.facts[fact],
            [comparison for comparison in self.comparisons if comparison.fact in tied],
            world.priors.get(fact),
            (lambda value: tuple(mark(value) for mark in marks)) if marks else None,
        )
        table = self.tables.get(fact)
        inputs = tuple(place[name] for name in table.inputs) if table else ()
        return Variable(world.facts[fact], scale, world.facts[fact].determined_by is not None, inputs)

    def build(self, condition: Condition) -> Function:
        """A condition as a function: one bit for each combination of readings under which it holds."""
        every = self.every
        match condition:
            case Always(value=value):
                return every if value else 0
            case Comparison():
                number = self.place[condition.fact]
                scale = self.variables[number].scale
                mask = scale.mask(condition)
                return self.diagram.node(number, tuple(every if mask >> c & 1 else 0 for c in range(scale.size)))
            case Negation(child=child):
                return self.diagram.map(self.build(child), lambda bits: every ^ bits)
            case AllOf(children=children):
                return self._fold(and_, children, every)
            case AnyOf(children=children):
                return self._fold(or_, children, 0)
            case Fork(point=point, options=options):
                result: Function = 0
                for option, child in options.items():
                    part = self.diagram.combine(and_, self.build(child), self.reading(point, option))
                    result = self.diagram.combine(or_, result, part)
                return result

    def reading(self, point: str, option: str) -> int:
        """The bits of the combinations in which a point is read in one way."""
        return sum(1 << n for n, chosen in enumerate(self.combinations) if chosen[point] == option)

    def _fold(self, operate: Callable[[int, int], int], children: Sequence[Condition], start: int) -> Function:
        result: Function = start
        for child in children:
            result = self.diagram.combine(operate, result, self.build(child))
        return result

    def _laws(self, order: frozenset[tuple[str, str]]) -> Iterator[Function]:
        for smaller, larger in sorted(order):
            if smaller in self.place and larger in self.place:
                yield self._table((self.place[smaller], self.place[larger]), _below)

    def _derived(self) -> Iterator[Function]:
        for fact, table in self.tables.items():
            if fact in self.place:
                numbers = (*(self.place[name] for name in table.inputs), self.place[fact])
                yield self._table(numbers, partial(_derives, table))

    def _table(self, numbers: tuple[int, ...], allowed: Callable[..., bool]) -> Function:
        """A constraint among a few variables: 0 where `allowed` holds of their (cell, scale) pairs, else FORBIDDEN."""
        scales = {number: self.variables[number].scale for number in numbers}
        ordered = sorted(numbers)

        def walk(chosen: dict[int, int]) -> Function:
            if len(chosen) == len(ordered):
                return 0 if allowed(*((chosen[n], scales[n]) for n in numbers)) else FORBIDDEN
            number = ordered[len(chosen)]
            kids = tuple(walk({**chosen, number: cell}) for cell in range(scales[number].size))
            return self.diagram.node(number, kids)

        return walk({})


class ImpossibleFactsError(ValueError):
    """The facts of a case contradict one another."""


def whole_condition(entitlement: Entitlement) -> AllOf:
    """All premises and all requirements, and none of the exceptions."""
    barred = tuple(Negation(condition) for condition in entitlement.exceptions)
    return AllOf((*entitlement.premises, *entitlement.requirements, *barred))


def overall(outcomes: tuple[Outcome, ...]) -> Outcome:
    """One outcome for all readings, divergent where they disagree."""
    return outcomes[0] if len(set(outcomes)) == 1 else Outcome.DIVERGENT


def _single(always: int, ever: int) -> Outcome:
    if always:
        return Outcome.MET
    return Outcome.NEEDS_DETERMINATION if ever else Outcome.NOT_MET


def _combinations(entitlement: Entitlement, points: Mapping[str, ReadingPoint]) -> tuple[dict[str, str], ...]:
    options = [points[point].options for point in entitlement.readings]
    return tuple(dict(zip(entitlement.readings, choice, strict=True)) for choice in product(*options))


def _allow(bits: int, constraint: int) -> int:
    return FORBIDDEN if FORBIDDEN in (bits, constraint) else bits


def _below(smaller: tuple[int, Scale], larger: tuple[int, Scale]) -> bool:
    """Whether a number of one cell can be at most a number of the other."""
    (low_cell, low), (high_cell, high) = smaller, larger
    if not isinstance(low, Steps) or not isinstance(high, Steps):
        return True
    return low.cells[low_cell].low < high.cells[high_cell].high


def _derives(table: ModeTable, *cells: tuple[int, Scale]) -> bool:
    *inputs, (cell, scale) = cells
    series, *level = (scale.sample(number) for number, scale in inputs)
    possible = table.possible(series, level[0] if level else None)
    return any(scale.index(value) == cell for value in possible)
