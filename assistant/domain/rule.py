"""Rules as data: conditions on facts, each with the clause's words, and the entitlements they decide."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from assistant.domain.document import ClauseId
from assistant.domain.fact import FactValue

Operator = Literal["in", "not_in", "at_least", "more_than", "at_most", "less_than"]


@dataclass(frozen=True, slots=True)
class Comparison:
    """A leaf: one fact against values. Order operators take one value, of a number or an ordered enum.

    A boolean fact that must hold is `in (True,)`. `text` says the condition in the rule author's Chinese, `quote` is
    the clause's words for it (empty for a premise), `clause` where they stand.
    """

    fact: str
    operator: Operator
    values: tuple[FactValue, ...]
    text: str
    quote: str = ""
    clause: ClauseId | None = None


@dataclass(frozen=True, slots=True)
class AllOf:
    """Every child must hold. `name` where it is a shared definition (适用范围)."""

    children: tuple[Condition, ...]
    text: str = ""
    quote: str = ""
    clause: ClauseId | None = None
    name: str = ""


@dataclass(frozen=True, slots=True)
class AnyOf:
    """One child at least must hold. `kind` is `case` where it was written as a table by one fact."""

    children: tuple[Condition, ...]
    text: str = ""
    quote: str = ""
    clause: ClauseId | None = None
    kind: Literal["any", "case"] = "any"


@dataclass(frozen=True, slots=True)
class Negation:
    """The child must not hold."""

    child: Condition
    text: str = ""
    quote: str = ""
    clause: ClauseId | None = None


@dataclass(frozen=True, slots=True)
class Fork:
    """A reading point where it bites: which condition stands depends on how the clause is read."""

    point: str
    options: Mapping[str, Condition]
    text: str = ""
    quote: str = ""
    clause: ClauseId | None = None


@dataclass(frozen=True, slots=True)
class Always:
    """Holds whatever the facts: a reading under which nothing is required (`True`) or nothing can meet (`False`)."""

    value: bool
    text: str = ""


Condition = Comparison | AllOf | AnyOf | Negation | Fork | Always


def leaves(condition: Condition) -> Iterator[Comparison]:
    """Every comparison of a condition, in the order in which it is written; those of all readings.

    >>> [leaf.fact for leaf in leaves(AllOf((Comparison("a", "in", (True,), "a"), Always(True))))]
    ['a']
    """
    match condition:
        case Comparison():
            yield condition
        case AllOf(children=children) | AnyOf(children=children):
            for child in children:
                yield from leaves(child)
        case Negation(child=child):
            yield from leaves(child)
        case Fork(options=options):
            for child in options.values():
                yield from leaves(child)
        case Always():
            return


@dataclass(frozen=True, slots=True)
class ReadingPoint:
    """A place that competent officials read in more than one way; options in their published order."""

    id: str
    label: str
    options: tuple[str, ...]
    explanations: Mapping[str, str] = field(default_factory=dict)
    clauses: tuple[int, ...] = ()
    quote: str = ""


@dataclass(frozen=True, slots=True)
class Example:
    """A worked example: facts as given, and what the rule must come to."""

    name: str
    entitlement: str
    facts: Mapping[str, FactValue]
    outcome: str
    missing: tuple[str, ...] = ()
    determinations: tuple[str, ...] = ()
    as_of: date | None = None
    where: str = ""


@dataclass(frozen=True, slots=True)
class Entitlement:
    """What a clause grants and to whom: premises and requirements must hold, and no exception.

    `effect` is what it is about: title (评), appointment (聘), treatment (待遇), recruitment or recognition.
    `grants` is the conclusion in the clause's words; `premises` go without saying and have no quote. `authority` names
    who decides. `doubts` are the officer's notes under 待核对. It is in force from `in_force_from` (the document's
    first day, or a later one that the clause names in the words `in_force_quote`) until the day before
    `in_force_until`.
    """

    id: str
    label: str
    clause: ClauseId
    grants: str
    requirements: tuple[Condition, ...]
    premises: tuple[Condition, ...] = ()
    exceptions: tuple[Condition, ...] = ()
    readings: tuple[str, ...] = ()
    effect: str = ""
    authority: str = ""
    procedure: str = ""
    doubts: tuple[str, ...] = ()
    in_force_from: date | None = None
    in_force_until: date | None = None
    in_force_quote: str = ""
    where: str = ""


@dataclass(frozen=True, slots=True)
class ModeRow:
    """How titles of one series and level are obtained, in a period; `mode` None where the sources leave it open."""

    series: str
    levels: tuple[str, ...]
    mode: str | None
    in_force_from: date | None = None
    in_force_until: date | None = None
    basis: str = ""
    where: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True)
class Derivation:
    """A fact that follows from others by a dated table: `fact` from `series` and a level (a fact, or a fixed value)."""

    fact: str
    series_fact: str
    level_fact: str | None
    level: str | None
    rows: tuple[ModeRow, ...]


@dataclass(frozen=True, slots=True)
class OrderLaw:
    """A law between two numbers of one applicant: `smaller` is never above `larger`."""

    smaller: str
    larger: str


@dataclass(frozen=True, slots=True)
class Prior:
    """How the answers to one fact are spread in the population (`rules/population.yaml`).

    For an enum or boolean, `weights` maps values to probabilities. For a number, `points` are (value, cumulative
    probability below it), ascending, linear in between.
    """

    fact: str
    weights: Mapping[FactValue, float] = field(default_factory=dict)
    points: tuple[tuple[float, float], ...] = ()


@dataclass(frozen=True, slots=True)
class ClauseNote:
    """What an officer says in plain words of a clause that decides nothing: who does what for whom."""

    clause: ClauseId
    text: str
    quotes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RuleBook:
    """All rules of all documents, checked: what reasoning is built from.

    `entitlements` are in the documents' order. `headings` give each clause an officer's short heading.
    """

    entitlements: Mapping[str, Entitlement]
    reading_points: Mapping[str, ReadingPoint]
    derivations: Mapping[str, Derivation] = field(default_factory=dict)
    laws: tuple[OrderLaw, ...] = ()
    priors: Mapping[str, Prior] = field(default_factory=dict)
    examples: tuple[Example, ...] = ()
    notes: Mapping[ClauseId, ClauseNote] = field(default_factory=dict)
    headings: Mapping[ClauseId, str] = field(default_factory=dict)
