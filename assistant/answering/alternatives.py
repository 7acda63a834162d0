"""The values of an unknown fact worth telling apart, for saying what would follow either way."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from assistant.answering.display import Display, number
from assistant.answering.library import Library
from assistant.domain.fact import FactValue
from assistant.domain.proof import Outcome
from assistant.domain.rule import Comparison

SHOWN: Final = 6
"""How many values are named; of more, the commonest outcome is put as the rest."""


@dataclass(frozen=True, slots=True)
class Alternative:
    """One value standing for all that the rules cannot tell from it, in words."""

    value: FactValue
    words: str


def alternatives(library: Library, display: Display, fact: str, entitlement: str) -> tuple[Alternative, ...]:
    """All that `fact` could be, as far as the entitlement cares."""
    kind = library.facts[fact]
    if kind.type == "boolean":
        return tuple(Alternative(value, display.alternative(fact, value)) for value in (True, False))
    if kind.type == "enum":
        return tuple(Alternative(value, display.alternative(fact, value)) for value in kind.values)
    borders = _borders(library.conditions(entitlement), fact)
    say, unit, name = library.wording.say, kind.unit, kind.name
    lowest = kind.minimum if kind.minimum is not None else 0.0
    low = (
        [Alternative(lowest, say("missing.below", label=name, number=number(borders[0]), unit=unit))] if borders else []
    )
    ranges = [
        Alternative(border, say("missing.between", label=name, low=number(border), high=number(upper), unit=unit))
        for border, upper in pairwise(borders)
    ]
    top = (
        [Alternative(borders[-1], say("missing.from", label=name, number=number(borders[-1]), unit=unit))]
        if borders
        else []
    )
    return (*low, *ranges, *top)


def grouped(cases: Sequence[tuple[Alternative, Outcome]], library: Library) -> tuple[tuple[str, Outcome], ...]:
    """The alternatives that come to the same outcome, together; where there are many, the largest group is the rest."""
    groups: dict[Outcome, list[str]] = {}
    for alternative, outcome in cases:
        groups.setdefault(outcome, []).append(alternative.words)
    if len(groups) < 2:
        return ()
    largest = max(groups, key=lambda outcome: len(groups[outcome]))
    said = [(outcome, words) for outcome, words in groups.items() if outcome is not largest or len(words) <= SHOWN]
    rest = [] if len(groups[largest]) <= SHOWN else [(library.wording.say("missing.rest"), largest)]
    either = library.wording.say("missing.or")
    return (*((either.join(words), outcome) for outcome, words in said), *rest)


def _borders(conditions: Sequence[Comparison], fact: str) -> list[float]:
    values = (value for condition in conditions if condition.fact == fact for value in condition.values)
    return sorted({float(value) for value in values if isinstance(value, (int, float)) and not isinstance(value, bool)})
