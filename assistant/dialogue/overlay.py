"""A case as it would be: what-if lays facts over it, and throws them away."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from assistant.domain.fact import Bound, Case, Fact, FactValue
from assistant.domain.rule import OrderLaw
from assistant.domain.utterance import WhatIf


def overlay(case: Case, what_if: WhatIf, vocabulary: Mapping[str, Fact], laws: Sequence[OrderLaw] = ()) -> Case:
    """`case` with the supposed facts in place of its own and the increments added to what is known.

    What is known gives way where a law holds that it cannot be true beside what is supposed.
    """
    facts: dict[str, FactValue] = {**case.facts, **what_if.facts}
    bounds = {fact: bound for fact, bound in case.bounds.items() if fact not in what_if.facts}
    for fact, more in what_if.increments.items():
        known, bound = facts.get(fact), bounds.get(fact)
        if isinstance(known, (int, float)) and fact not in what_if.facts:
            facts[fact] = _within(known + more, vocabulary.get(fact))
        elif bound is not None:
            bounds[fact] = _later(bound, more)
    for law in laws:
        _go_along(facts, law, case, what_if.facts.keys())
        _give_way(facts, law, what_if.facts.keys())
    since = {fact: day for fact, day in case.since.items() if facts.get(fact) == case.facts.get(fact)}
    return Case(facts, bounds, case.unavailable - facts.keys(), since)


def supposed(case: Case, what_if: WhatIf, vocabulary: Mapping[str, Fact]) -> dict[str, FactValue]:
    """The facts that the overlay makes different from what is known."""
    facts = overlay(case, what_if, vocabulary).facts
    return {fact: value for fact, value in facts.items() if case.facts.get(fact) != value or fact in what_if.facts}


def _go_along(facts: dict[str, FactValue], law: OrderLaw, case: Case, supposed: Collection[str]) -> None:
    """Where all of the larger number was of the smaller kind, supposing more of it supposes more of both."""
    same = law.smaller in case.facts and case.facts[law.smaller] == case.facts.get(law.larger)
    if same and law.larger in supposed and law.smaller not in supposed:
        facts[law.smaller] = facts[law.larger]


def _give_way(facts: dict[str, FactValue], law: OrderLaw, supposed: Collection[str]) -> None:
    smaller, larger = facts.get(law.smaller), facts.get(law.larger)
    if isinstance(smaller, (int, float)) and isinstance(larger, (int, float)) and smaller > larger:
        for fact in (law.smaller, law.larger):
            if fact not in supposed:
                del facts[fact]


def _within(value: float, fact: Fact | None) -> float:
    if fact is None or fact.maximum is None:
        return value
    return min(value, fact.maximum)


def _later(bound: Bound, more: float) -> Bound:
    return Bound(
        None if bound.at_least is None else bound.at_least + more,
        None if bound.below is None else bound.below + more,
        bound.quote,
        bound.turn,
    )
