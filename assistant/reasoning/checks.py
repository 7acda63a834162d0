"""What is wrong with a rule, whoever the applicant is: examined over all cells, so that nothing escapes.

A condition can matter where the whole rule hangs on it: where all its companions hold (in an "all") or fail (in an
"any"), all the way up. Going down the rule, that set of applicants is its `reach`; a condition with an empty reach
changes nothing, and one that always holds within its reach could be left out.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import reduce
from itertools import combinations
from operator import and_
from typing import Literal

from assistant.domain.fact import Fact, FactValue
from assistant.domain.rule import AllOf, AnyOf, Comparison, Condition, Entitlement, Fork, Negation, RuleBook
from assistant.reasoning.consistency import Laws
from assistant.reasoning.derivation import ModeTable
from assistant.reasoning.diagram import Function, path_to, terminals
from assistant.reasoning.outcome import CompiledRule, World, whole_condition

FlawKind = Literal[
    "never_met",
    "never_not_met",
    "condition_without_effect",
    "redundant_condition",
    "exception_never_applies",
    "reading_never_differs",
]


@dataclass(frozen=True, slots=True)
class Flaw:
    """One thing that cannot be meant. `subject` is the text of the conditions, or the id of the reading point.

    `example` is an applicant that shows it: for an exception that never applies and a condition that changes nothing,
    somebody whom it leaves as he is. `where` is the entitlement's place in the rules.
    """

    kind: FlawKind
    entitlement: str
    subject: str
    where: str
    quote: str = ""
    example: Mapping[str, FactValue] = field(default_factory=dict)


def examine(rulebook: RuleBook, facts: Mapping[str, Fact], as_of: date) -> tuple[Flaw, ...]:
    """All flaws of all entitlements, in the order of the rules, by the tables of `as_of`."""
    tables = {name: ModeTable(rows, facts, as_of) for name, rows in rulebook.derivations.items()}
    order = Laws(facts, rulebook.laws).order
    world = World(facts, rulebook.priors, rulebook.reading_points, order, tables)
    return tuple(flaw for one in rulebook.entitlements.values() for flaw in _Examination(one, world).flaws())


class _Examination:
    """The examination of one entitlement."""

    def __init__(self, entitlement: Entitlement, world: World) -> None:
        self.entitlement = entitlement
        self.rule = CompiledRule(entitlement, world)
        self._whole = whole_condition(entitlement)
        self._built: dict[int, Function] = {}

    def flaws(self) -> Iterator[Flaw]:
        yield from self._outcomes()
        yield from self._exceptions()
        yield from self._conditions(self._whole, self.rule.every, shared=False)
        yield from self._readings()

    def _outcomes(self) -> Iterator[Flaw]:
        found = terminals(self.rule.raw)
        if self.rule.every not in found:
            yield self._flaw("never_met", self._clash(), "", self.rule.raw, 0)
        if 0 not in found:
            yield self._flaw("never_not_met", self.entitlement.label, "", self.rule.raw, self.rule.every)

    def _clash(self) -> str:
        """Two conditions that exclude each other, where there are such; else the label."""
        for one, other in combinations(self._whole.children, 2):
            if self._empty(self._both(self._function(one), self._function(other))):
                return f"{_text(one)} / {_text(other)}"
        return self.entitlement.label

    def _exceptions(self) -> Iterator[Flaw]:
        granted = [self._function(c) for c in (*self.entitlement.premises, *self.entitlement.requirements)]
        rest = reduce(self._both, granted, self.rule.every)
        for exception in self.entitlement.exceptions:
            if self._empty(self._both(rest, self._function(exception))):
                function = self.rule.possible(rest)
                yield self._flaw("exception_never_applies", _text(exception), exception, function, self.rule.every)

    def _conditions(self, condition: Condition, reach: Function, shared: bool) -> Iterator[Flaw]:
        match condition:
            case Comparison():
                yield from self._comparison(condition, reach, shared)
            case AllOf(children=children):
                shared = shared or bool(condition.name)
                for child, within in self._split(children, reach, every=True):
                    yield from self._conditions(child, within, shared)
            case AnyOf(children=children):
                for child, within in self._split(children, reach, every=False):
                    yield from self._conditions(child, within, shared)
            case Negation(child=child):
                yield from self._conditions(child, reach, shared)
            case Fork(point=point, options=options):
                for option, child in options.items():
                    yield from self._conditions(child, self._both(reach, self.rule.reading(point, option)), shared)

    def _comparison(self, condition: Comparison, reach: Function, shared: bool) -> Iterator[Flaw]:
        """A condition of a shared definition may be idle in one entitlement: it has its say in another."""
        function = self._function(condition)
        holds, fails = self._both(reach, function), self._both(reach, self._not(function))
        kinds: list[FlawKind] = []
        if self._empty(holds) and self._empty(fails):
            kinds = ["condition_without_effect"]
        elif not shared and (self._empty(holds) or self._empty(fails)):
            kinds = ["redundant_condition"]
        for kind in kinds:
            yield self._flaw(kind, condition.text, condition, self.rule.raw, self.rule.every)

    def _split(
        self, children: Sequence[Condition], reach: Function, every: bool
    ) -> Iterator[tuple[Condition, Function]]:
        """Each child with the reach that its companions leave it."""
        functions = [self._function(child) for child in children]
        sides = functions if every else [self._not(function) for function in functions]
        for number, child in enumerate(children):
            yield child, reduce(self._both, sides[:number] + sides[number + 1 :], reach)

    def _readings(self) -> Iterator[Flaw]:
        found = terminals(self.rule.raw)
        for point in self.entitlement.readings:
            if not any(self._differs(bits, point) for bits in found):
                yield self._flaw("reading_never_differs", point, "", self.rule.raw, self.rule.every)

    def _differs(self, bits: int, point: str) -> bool:
        """Whether one way to read the point gives another result, all other points being read alike."""
        results: dict[tuple[tuple[str, str], ...], set[int]] = {}
        for number, chosen in enumerate(self.rule.combinations):
            others = tuple((name, option) for name, option in chosen.items() if name != point)
            results.setdefault(others, set()).add(bits >> number & 1)
        return any(len(seen) > 1 for seen in results.values())

    def _function(self, condition: Condition) -> Function:
        if id(condition) not in self._built:
            self._built[id(condition)] = self.rule.build(condition)
        return self._built[id(condition)]

    def _both(self, one: Function, other: Function) -> Function:
        return self.rule.diagram.combine(and_, one, other)

    def _not(self, function: Function) -> Function:
        return self.rule.diagram.map(function, lambda bits: self.rule.every ^ bits)

    def _empty(self, function: Function) -> bool:
        return function == 0 or not terminals(self.rule.possible(function)) - {0}

    def _flaw(self, kind: FlawKind, subject: str, condition: Condition | str, function: Function, wanted: int) -> Flaw:
        quote = "" if isinstance(condition, str) else getattr(condition, "quote", "")
        path = path_to(function, lambda bits: bits == wanted) or {}
        variables = self.rule.variables
        example = {variables[n].fact.id: variables[n].scale.sample(cell) for n, cell in path.items()}
        return Flaw(kind, self.entitlement.id, subject, self.entitlement.where, quote, example)


def _text(condition: Condition) -> str:
    """What a condition says: its own text, or that of its first part that has one."""
    if isinstance(condition, Negation):
        return condition.text or _text(condition.child)
    if condition.text or not isinstance(condition, AllOf | AnyOf):
        return condition.text
    return next((text for child in condition.children if (text := _text(child))), "")
