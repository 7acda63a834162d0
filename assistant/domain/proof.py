"""Outcomes of decisions and the proofs that carry them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from assistant.domain.document import ClauseId
from assistant.domain.fact import FactValue


class Outcome(StrEnum):
    """What a decision comes to; unknown is never false."""

    MET = "met"
    NOT_MET = "not_met"
    NEEDS_FACTS = "needs_facts"
    NEEDS_DETERMINATION = "needs_determination"
    DIVERGENT = "divergent"


class Status(StrEnum):
    """Whether a condition holds, as far as is known."""

    TRUE = "true"
    FALSE = "false"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class ProofNode:
    """One step of a proof: a condition, what decided it, and the clause's words for it.

    `kind` is one of entitlement, premise, all, any, case, condition, exception, reading, law. `fact` and `value` are
    set on leaves (value None where unknown), `quote` is clause text word for word or empty for a premise.
    """

    kind: str
    status: Status
    text: str
    fact: str | None = None
    value: FactValue | None = None
    quote: str = ""
    clause: ClauseId | None = None
    children: tuple[ProofNode, ...] = ()


@dataclass(frozen=True, slots=True)
class Determination:
    """A finding that only an authority can make."""

    fact: str
    label: str
    by: str


@dataclass(frozen=True, slots=True)
class ReadingOutcome:
    """The outcome under one combination of readings: point id to the option's name."""

    points: Mapping[str, str]
    outcome: Outcome


@dataclass(frozen=True, slots=True)
class Earliest:
    """The first day on which the passing of time alone makes it met, and the facts that must grow."""

    date: date
    because: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Shortfall:
    """How much a number is lacking."""

    fact: str
    have: float
    need: float
    unit: str


@dataclass(frozen=True, slots=True)
class Decision:
    """What an entitlement comes to for one applicant on one day. See docs/contract.md, Decision.

    `awaits` is given where it is not met, could be met in time, and no first day can be named yet: the facts or
    findings that it takes to name one. Where it is empty and there is no `earliest`, time alone never meets it.
    """

    entitlement: str
    label: str
    clause: ClauseId
    outcome: Outcome
    proof: ProofNode
    missing: tuple[str, ...] = ()
    determinations: tuple[Determination, ...] = ()
    readings: tuple[ReadingOutcome, ...] = ()
    earliest: Earliest | None = None
    short_by: tuple[Shortfall, ...] = ()
    awaits: tuple[str, ...] = ()

    @property
    def settled(self) -> bool:
        """Whether no further fact from the applicant can change the outcome."""
        return self.outcome is not Outcome.NEEDS_FACTS
