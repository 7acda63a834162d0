"""The tree from an outcome down to the facts that carry it.

A proof follows the rule as it is written, so that an officer finds every condition again. Statuses inside the tree are
three-valued logic from the leaves up; the root has the exact status, which may be settled where the parts are not.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from operator import is_
from typing import Final

from assistant.domain.fact import FactValue
from assistant.domain.proof import Outcome, ProofNode, Status
from assistant.domain.rule import AllOf, Always, AnyOf, Comparison, Condition, Entitlement, Fork, Negation, leaves
from assistant.reasoning.derivation import ModeTable, in_force
from assistant.reasoning.outcome import CompiledRule, World

Masks = Sequence[int]
Values = Sequence[FactValue | None]
Builder = Callable[[Masks, Values], ProofNode]

TRUE: Final = Status.TRUE
FALSE: Final = Status.FALSE
UNKNOWN: Final = Status.UNKNOWN

_OPPOSITE: Final = {TRUE: FALSE, FALSE: TRUE, UNKNOWN: UNKNOWN}
_OF_OUTCOME: Final = {Outcome.MET: TRUE, Outcome.NOT_MET: FALSE}
_REMEMBERED: Final = 4096
_FEW: Final = 2


class ProofPlan:
    """How the proofs of one entitlement are built; parts that hang on few facts are made once a value."""

    def __init__(self, rule: CompiledRule, world: World) -> None:
        self._rule = rule
        self._world = world
        entitlement = rule.entitlement
        self._parts: tuple[Builder, ...] = (
            *(self._plan(condition, "premise") for condition in entitlement.premises),
            *(self._plan(condition) for condition in entitlement.requirements),
            *(self._plan(condition, "exception") for condition in entitlement.exceptions),
        )

    def build(self, outcome: Outcome, masks: Masks, values: Values, as_of: date) -> ProofNode:
        """The proof of `outcome`, for the cells and values of the rule's variables."""
        entitlement = self._rule.entitlement
        children = tuple([part(masks, values) for part in self._parts])
        if not in_force(entitlement.in_force_from, entitlement.in_force_until, as_of):
            children = (_out_of_force(entitlement, as_of), *children)
        status = _OF_OUTCOME.get(outcome, UNKNOWN)
        return ProofNode("entitlement", status, entitlement.label, None, None, "", entitlement.clause, children)

    def _plan(self, condition: Condition, kind: str = "") -> Builder:
        used = {self._rule.place[comparison.fact] for comparison in leaves(condition)}
        for number in tuple(used):
            used.update(self._rule.variables[number].inputs)
        return _remembered(self._build(condition, kind), sorted(used))

    def _build(self, condition: Condition, kind: str) -> Builder:
        match condition:
            case Comparison():
                return self._leaf(condition, kind or "condition")
            case AllOf(children=children):
                return _group(condition, kind or "all", FALSE, [self._plan(child) for child in children])
            case AnyOf(children=children):
                return _group(condition, kind or condition.kind, TRUE, [self._plan(child) for child in children])
            case Negation(child=child):
                return _negation(condition, kind or "condition", self._plan(child))
            case Fork():
                return self._fork(condition, kind or "reading")
            case Always(value=value, text=text):
                status, clause = TRUE if value else FALSE, self._rule.entitlement.clause
                node = ProofNode(kind or "condition", status, text, clause=clause)
                return lambda masks, values: node

    def _leaf(self, comparison: Comparison, kind: str) -> Builder:
        number = self._rule.place[comparison.fact]
        variable = self._rule.variables[number]
        holds = variable.scale.mask(comparison)
        clause = comparison.clause or self._rule.entitlement.clause
        table = self._rule.tables.get(comparison.fact)
        fact, text, quote = comparison.fact, comparison.text, comparison.quote

        def build(masks: Masks, values: Values) -> ProofNode:
            mask = masks[number]
            status = FALSE if not mask & holds else UNKNOWN if mask & ~holds else TRUE
            grounds = _ground(table, variable.inputs, values) if table and status is not UNKNOWN else ()
            return ProofNode(kind, status, text, fact, values[number], quote, clause, grounds)

        return build

    def _fork(self, fork: Fork, kind: str) -> Builder:
        clause = fork.clause or self._rule.entitlement.clause
        text, quote = fork.text or self._world.points[fork.point].label, fork.quote
        options = [_option(option, self._plan(child)) for option, child in fork.options.items()]

        def build(masks: Masks, values: Values) -> ProofNode:
            children = tuple([option(masks, values) for option in options])
            statuses = {child.status for child in children}
            status = statuses.pop() if len(statuses) == 1 else UNKNOWN
            return ProofNode(kind, status, text, None, None, quote, clause, children)

        return build


def with_grounds(node: ProofNode, grounds: Mapping[str, tuple[ProofNode, ...]]) -> ProofNode:
    """The proof with the laws that settle an unknown fact below its settled leaves."""
    if node.fact is not None:
        settled = node.value is None and node.status is not UNKNOWN
        return replace(node, children=grounds[node.fact]) if settled and node.fact in grounds else node
    children = tuple([with_grounds(child, grounds) for child in node.children])
    return node if all(map(is_, children, node.children)) else replace(node, children=children)


def path_to_fact(node: ProofNode, facts: Iterable[str]) -> tuple[ProofNode, ...]:
    """The nodes from `node` down to an open leaf on one of `facts`; to a settled one where none is open; else ()."""
    wanted = frozenset(facts)
    return _path(node, wanted, open_only=True) or _path(node, wanted, open_only=False)


def _path(node: ProofNode, facts: frozenset[str], open_only: bool) -> tuple[ProofNode, ...]:
    if open_only and node.status is not UNKNOWN and node.kind != "entitlement":
        return ()
    if node.fact in facts and node.kind != "law":
        return (node,)
    for child in node.children:
        rest = _path(child, facts, open_only)
        if rest:
            return (node, *rest)
    return ()


def _group(condition: AllOf | AnyOf, kind: str, decisive: Status, parts: Sequence[Builder]) -> Builder:
    """A node that has the status `decisive` as soon as one child has it."""
    text, quote, clause = condition.text, condition.quote, condition.clause
    neutral = _OPPOSITE[decisive]

    def build(masks: Masks, values: Values) -> ProofNode:
        children = tuple([part(masks, values) for part in parts])
        status = neutral
        for child in children:
            if child.status is decisive:
                status = decisive
                break
            if child.status is UNKNOWN:
                status = UNKNOWN
        return ProofNode(kind, status, text, None, None, quote, clause, children)

    return build


def _negation(condition: Negation, kind: str, plan: Builder) -> Builder:
    def build(masks: Masks, values: Values) -> ProofNode:
        child = plan(masks, values)
        status = _OPPOSITE[child.status]
        return ProofNode(kind, status, condition.text, None, None, condition.quote, condition.clause, (child,))

    return build


def _option(option: str, plan: Builder) -> Builder:
    def build(masks: Masks, values: Values) -> ProofNode:
        node = plan(masks, values)
        return ProofNode("reading", node.status, option, None, None, node.quote, node.clause, (node,))

    return build


def _ground(table: ModeTable, inputs: Sequence[int], values: Values) -> tuple[ProofNode, ...]:
    """Why a derived fact is what it is: what it follows from, and by which document."""
    series, level = values[inputs[0]], values[inputs[1]] if len(inputs) > 1 else None
    return (ProofNode("law", TRUE, table.ground(series, level), table.derivation.series_fact, series),)


def _remembered(build: Builder, numbers: Sequence[int]) -> Builder:
    """The same builder with a memory, where what it builds hangs on few variables.

    Equal values of different types (3 and 3.0) are kept apart: a proof shows the value as it was given.
    """
    if not 0 < len(numbers) <= _FEW:
        return build
    memo: dict[object, ProofNode] = {}
    first, last = numbers[0], numbers[-1]

    def find(masks: Masks, values: Values) -> ProofNode:
        one, two = values[first], values[last]
        key = (masks[first], one, one.__class__, masks[last], two, two.__class__)
        node = memo.get(key)
        if node is None:
            if len(memo) >= _REMEMBERED:
                memo.clear()
            node = memo[key] = build(masks, values)
        return node

    return find


def _out_of_force(entitlement: Entitlement, as_of: date) -> ProofNode:
    start, end = entitlement.in_force_from, entitlement.in_force_until
    if start and as_of < start:
        text, quote = f"自{_said(start)}起施行，{_said(as_of)}还没有施行", entitlement.in_force_quote
    else:
        text, quote = f"自{_said(end or as_of)}起不再施行", ""
    return ProofNode("law", FALSE, text, quote=quote, clause=entitlement.clause)


def _said(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"
