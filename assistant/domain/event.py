"""The append-only log of a conversation; everything else about it is a fold over these events."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final, Literal

EventType = Literal[
    "conversation.started",
    "turn.started",
    "utterance.read",
    "topic.chosen",
    "facts.updated",
    "decision.made",
    "answer.block",
    "citation.added",
    "question.asked",
    "turn.finished",
    "error",
    "feedback.given",
]

PUBLIC: Final[frozenset[str]] = frozenset(
    {
        "turn.started",
        "facts.updated",
        "decision.made",
        "answer.block",
        "citation.added",
        "question.asked",
        "turn.finished",
        "error",
    }
)
"""The events that a stream shows (docs/contract.md); the others are kept in the log only."""


@dataclass(frozen=True, slots=True)
class Event:
    """One entry: `number` counts from 1 in its conversation without gaps, `data` is plain JSON.

    `turn` is 0 for what is not part of a turn.
    """

    number: int
    turn: int
    type: EventType
    data: Mapping[str, Any] = field(default_factory=dict)
