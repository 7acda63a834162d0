"""A conversation as it is shown again after a reload: everything said, known and decided, read off its log."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from assistant.domain.event import Event

_RESETS = ("restart",)


def transcript(log: Sequence[Event]) -> dict[str, Any]:
    """The conversation as JSON (docs/contract.md); facts and bounds are the latest, decisions each the latest kept."""
    started = log[0].data
    answers = {event.turn: event.data for event in log if event.type == "turn.finished"}
    latest = answers[max(answers)] if answers else {}
    return {
        "id": started["conversation"],
        "as_of": started["as_of"],
        "channel": started.get("channel", ""),
        "answer": answers.get(0),
        "turns": [_turn(event, answers) for event in log if event.type == "turn.started"],
        "facts": latest.get("facts", {}),
        "bounds": latest.get("bounds", {}),
        "decisions": _decisions([answers[turn] for turn in sorted(answers)]),
        "last_event": log[-1].number,
    }


def _turn(started: Event, answers: Mapping[int, Mapping[str, Any]]) -> dict[str, Any]:
    return {
        "turn": started.turn,
        "text": started.data.get("text", ""),
        "client_id": started.data.get("client_id"),
        "answer": answers.get(started.turn),
    }


def _decisions(answers: Sequence[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    """The last decision of each entitlement; suppositions are passed over, a restart clears, a correction renews."""
    kept: dict[str, Mapping[str, Any]] = {}
    for answer in answers:
        if answer["act"] in _RESETS:
            kept.clear()
        if not answer["hypothetical"]:
            for decision in answer["decisions"]:
                kept[decision["entitlement"]] = decision
    return list(kept.values())
