"""Facts: what can be known of an applicant, and what is known so far."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

FactValue = bool | int | float | str
FactType = Literal["enum", "boolean", "number"]
FactSource = Literal["said", "derived", "form"]


@dataclass(frozen=True, slots=True)
class Fact:
    """One fact of the vocabulary (`rules/facts.yaml`).

    `values` are the options of an enum, in ascending order where `ordered`. `unit`, `minimum` and `maximum` belong to
    numbers. `determined_by` names the authority whose finding it is; `derived_from` the facts that it follows from.
    `short_label` is what rules and tables call it where the label is long. `question` is how it is asked, `hint` what
    an applicant needs to know in order to answer; `option_labels` what a chip shows for a value (`true`/`false` for
    booleans), where it differs from the value itself. `grows` marks a number that rises by one a year with the passing
    of time alone.
    """

    id: str
    label: str
    type: FactType
    values: tuple[str, ...] = ()
    ordered: bool = False
    unit: str = ""
    minimum: float | None = None
    maximum: float | None = None
    determined_by: str | None = None
    derived_from: tuple[str, ...] = ()
    question: str = ""
    hint: str = ""
    note: str = ""
    option_labels: Mapping[str, str] = field(default_factory=dict)
    grows: bool = False
    short_label: str = ""

    @property
    def name(self) -> str:
        """What rules call the fact: the short label where there is one."""
        return self.short_label or self.label


@dataclass(frozen=True, slots=True)
class KnownFact:
    """A fact that is known: its value, the words it came from, and in which turn.

    `quote` is the user's own words (empty for a form). `reason` says why it was inferred, for source `derived`. `since`
    is the day that a number is counted from, where that was said.
    """

    value: FactValue
    quote: str = ""
    turn: int = 0
    source: FactSource = "said"
    reason: str = ""
    since: date | None = None


@dataclass(frozen=True, slots=True)
class Bound:
    """What a hedge says of a number that is not known: `at_least` (inclusive) and `below` (exclusive).

    >>> Bound(below=3.0).admits(3)
    False
    """

    at_least: float | None = None
    below: float | None = None
    quote: str = ""
    turn: int = 0

    def admits(self, value: float) -> bool:
        """Whether `value` is possible under the bound."""
        return (self.at_least is None or value >= self.at_least) and (self.below is None or value < self.below)


@dataclass(frozen=True, slots=True)
class Case:
    """All that is known of one applicant: values, bounds, and facts that the applicant does not know.

    `unavailable` facts are never asked again; they still count as unknown, never as false. `since` gives, for a number
    that grows with time, the day it is counted from, where that was said (the day of birth for an age).
    """

    facts: Mapping[str, FactValue] = field(default_factory=dict)
    bounds: Mapping[str, Bound] = field(default_factory=dict)
    unavailable: frozenset[str] = frozenset()
    since: Mapping[str, date] = field(default_factory=dict)
