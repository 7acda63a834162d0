"""What the API gives, as the OpenAPI document shows it; the meaning of each field is in docs/contract.md."""

from __future__ import annotations

from datetime import date
from typing import Any, Literal

from pydantic import BaseModel, Field

from assistant.domain.answer import Act, ChangeOp
from assistant.domain.fact import FactSource


class ClauseRef(BaseModel):
    """Which clause."""

    document: str
    number: int


class Problem(BaseModel):
    """An error: application/problem+json."""

    type: str
    title: str
    status: int
    detail: str = Field(description="In Chinese; says how to mend it.")


class BlockOut(BaseModel):
    """One piece of an answer."""

    kind: str
    text: str
    entitlement: str | None = None


class FactOut(BaseModel):
    """A known fact and the words that it came from."""

    value: bool | float | str
    label: str
    display: str
    quote: str
    turn: int
    source: FactSource
    reason: str = ""


class BoundOut(BaseModel):
    """What a hedge says of a number."""

    at_least: float | None = None
    below: float | None = None
    quote: str
    turn: int


class ChangeOut(BaseModel):
    """What a turn changed."""

    fact: str
    op: ChangeOp
    value: bool | float | str | None
    previous: bool | float | str | None


class CitationOut(BaseModel):
    """Clause text word for word."""

    clause: ClauseRef
    quote: str
    start: int
    end: int
    document_title: str
    document_number: str


class OptionOut(BaseModel):
    """An answer that can be tapped."""

    value: bool | float | str
    label: str


class QuestionOut(BaseModel):
    """What is asked next, and why."""

    fact: str
    text: str
    why: str
    options: list[OptionOut]


class ProofOut(BaseModel):
    """One step of a proof."""

    kind: str
    status: Literal["true", "false", "unknown"]
    text: str
    fact: str | None
    value: bool | float | str | None
    quote: str
    clause: ClauseRef | None
    children: list[ProofOut]


class DeterminationOut(BaseModel):
    """What an authority has to find."""

    fact: str
    label: str
    by: str


class ReadingOut(BaseModel):
    """The outcome under one way to read the clause."""

    points: dict[str, str]
    outcome: str


class EarliestOut(BaseModel):
    """The first day on which time alone makes it met."""

    date: date
    because: list[str]


class ShortfallOut(BaseModel):
    """What is lacking."""

    fact: str
    have: float
    need: float
    unit: str


class DecisionOut(BaseModel):
    """What an entitlement comes to."""

    entitlement: str
    label: str
    clause: ClauseRef
    outcome: Literal["met", "not_met", "needs_facts", "needs_determination", "divergent"]
    missing: list[str]
    determinations: list[DeterminationOut]
    readings: list[ReadingOut]
    earliest: EarliestOut | None
    short_by: list[ShortfallOut]
    awaits: list[str] = Field(description="What it takes to name an `earliest`.")
    proof: ProofOut


class HandoffOut(BaseModel):
    """Where a person takes over."""

    phone: str
    reason: str


class VersionsOut(BaseModel):
    """What it takes to replay an answer."""

    corpus: str
    rules: str
    engine: str


class AnswerOut(BaseModel):
    """The answer of one turn."""

    conversation: str
    turn: int
    act: Act
    text: str
    blocks: list[BlockOut]
    facts: dict[str, FactOut]
    bounds: dict[str, BoundOut]
    changes: list[ChangeOut]
    decisions: list[DecisionOut]
    citations: list[CitationOut]
    question: QuestionOut | None
    suggestions: list[str] = Field(max_length=3)
    hypothetical: bool
    notices: list[str]
    handoff: HandoffOut | None
    decision_id: str
    versions: VersionsOut


class Opened(BaseModel):
    """A new conversation and its greeting."""

    id: str
    answer: AnswerOut


class TurnOut(BaseModel):
    """One turn as it was said and answered; `answer` is null where it ended in an error."""

    turn: int
    text: str
    client_id: str | None
    answer: AnswerOut | None
    rating: Literal["up", "down"] | None


class ConversationOut(BaseModel):
    """Everything said, known and decided."""

    id: str
    as_of: date
    channel: str
    answer: AnswerOut = Field(description="The greeting.")
    turns: list[TurnOut]
    facts: dict[str, FactOut]
    bounds: dict[str, BoundOut]
    decisions: list[DecisionOut]
    last_event: int


class UnderstoodOut(BaseModel):
    """What one utterance says."""

    commands: list[dict[str, Any]]
    facts: dict[str, bool | float | str]
    bounds: dict[str, BoundOut]
    act: Act


class CheckedOut(BaseModel):
    """Decisions from facts alone."""

    decisions: list[DecisionOut]
    ask_next: str | None


class SpanOut(BaseModel):
    """A half-open range of characters."""

    start: int
    end: int


class HitOut(BaseModel):
    """A clause that was found."""

    clause: ClauseRef
    label: str
    title: str
    text: str
    score: float
    spans: list[SpanOut]
    document_title: str
    document_number: str


class HitsOut(BaseModel):
    """Clauses, best first."""

    hits: list[HitOut]
    refused: bool


class DocumentOut(BaseModel):
    """A policy document's metadata."""

    id: str
    title: str
    number: str
    issuer: str
    issued: date | None
    status: Literal["in_force", "trial", "repealed"]
    in_force_from: date | None
    in_force_until: date | None
    source: str
    head: dict[str, str]


class ClauseOut(BaseModel):
    """One clause in its place."""

    clause: ClauseRef
    label: str
    title: str
    heading: str
    text: str
    path: list[str]
    paragraphs: list[SpanOut]
    document: DocumentOut
    position: int = Field(description="From 1, in the document's order.")
    clauses: int = Field(description="How many the document has.")
    previous: ClauseRef | None
    next: ClauseRef | None
    entitlements: list[str]
    note: str


class FactInfo(BaseModel):
    """A fact of the vocabulary."""

    id: str
    label: str
    short_label: str
    type: Literal["enum", "boolean", "number"]
    options: list[OptionOut]
    ordered: bool
    unit: str
    minimum: float | None
    maximum: float | None
    determined_by: str | None
    derived_from: list[str]
    question: str
    hint: str


class FactsOut(BaseModel):
    """The vocabulary."""

    facts: list[FactInfo]


class EntitlementInfo(BaseModel):
    """An entitlement and what it needs."""

    id: str
    label: str
    clause: ClauseRef
    grants: str
    effect: str
    authority: str
    facts: list[str] = Field(description="Every fact that it can depend on.")
    readings: list[str]


class EntitlementsOut(BaseModel):
    """What the policies grant."""

    entitlements: list[EntitlementInfo]
