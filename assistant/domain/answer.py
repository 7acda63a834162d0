"""What the assistant says back, in typed pieces. See docs/contract.md, Answer."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from assistant.domain.document import ClauseId
from assistant.domain.fact import Bound, FactSource, FactValue
from assistant.domain.proof import Decision

Act = Literal[
    "eligibility",
    "information",
    "list",
    "what_if",
    "why",
    "smalltalk",
    "out_of_scope",
    "handoff",
    "restart",
    "clarify",
]
ChangeOp = Literal["set", "corrected", "retracted"]


@dataclass(frozen=True, slots=True)
class Block:
    """One piece of the answer. `kind` tells a screen how to lay it out (docs/contract.md lists them)."""

    kind: str
    text: str
    entitlement: str | None = None


@dataclass(frozen=True, slots=True)
class Citation:
    """Clause text word for word: `quote` stands at [start, end) of the clause."""

    clause: ClauseId
    quote: str
    start: int
    end: int
    document_title: str
    document_number: str


@dataclass(frozen=True, slots=True)
class Option:
    """One answer that can be tapped."""

    value: FactValue
    label: str


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked next, and why."""

    fact: str
    text: str
    why: str
    options: tuple[Option, ...] = ()


@dataclass(frozen=True, slots=True)
class FactView:
    """A known fact as shown to people: `display` is the value in words (连续工作31年)."""

    value: FactValue
    label: str
    display: str
    quote: str
    turn: int
    source: FactSource
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Change:
    """What a turn changed; `value` is None for a retraction, `previous` None where nothing was known."""

    fact: str
    op: ChangeOp
    value: FactValue | None
    previous: FactValue | None = None


@dataclass(frozen=True, slots=True)
class HandoffOffer:
    """Where a person takes over."""

    phone: str
    reason: str


@dataclass(frozen=True, slots=True)
class Versions:
    """What it takes to replay an answer: content hashes of corpus and rules, and the engine's version."""

    corpus: str
    rules: str
    engine: str


@dataclass(frozen=True, slots=True)
class Answer:
    """The whole answer of one turn; `text` is its blocks joined by line feeds."""

    conversation: str
    turn: int
    act: Act
    blocks: tuple[Block, ...]
    versions: Versions
    decision_id: str
    facts: Mapping[str, FactView] = field(default_factory=dict)
    bounds: Mapping[str, Bound] = field(default_factory=dict)
    changes: tuple[Change, ...] = ()
    decisions: tuple[Decision, ...] = ()
    citations: tuple[Citation, ...] = ()
    question: Question | None = None
    suggestions: tuple[str, ...] = ()
    hypothetical: bool = False
    notices: tuple[str, ...] = ()
    handoff: HandoffOffer | None = None

    @property
    def text(self) -> str:
        """The answer as plain text, for a screen that lays nothing out."""
        return "\n".join(block.text for block in self.blocks)
