"""A conversation as it is shown again after a reload: everything said, known and decided, read off its log."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

from assistant.dialogue.state import State, fold
from assistant.domain.encoding import encode
from assistant.domain.event import Event
from assistant.errors import FactError
from assistant.reasoning.reasoner import Reasoner

_NEW_MATTER: Final = frozenset({"restart", "new_person"})
"""Commands after which earlier decisions are about another case."""


def transcript(log: Sequence[Event], reasoner: Reasoner) -> dict[str, Any]:
    """The conversation as JSON (docs/contract.md): each turn as answered then, decisions as they stand now."""
    started = log[0].data
    answers = {event.turn: event.data for event in log if event.type == "turn.finished"}
    ratings = {event.data["turn"]: event.data["rating"] for event in log if event.type == "feedback.given"}
    latest = answers[max(answers)]
    return {
        "id": started["conversation"],
        "as_of": started["as_of"],
        "channel": started.get("channel", ""),
        "answer": answers[0],
        "turns": [_turn(event, answers, ratings) for event in log if event.type == "turn.started"],
        "facts": latest["facts"],
        "bounds": latest["bounds"],
        "decisions": _standing(fold(log), _decided(log), reasoner),
        "last_event": log[-1].number,
    }


def _turn(
    started: Event, answers: Mapping[int, Mapping[str, Any]], ratings: Mapping[int, str | None]
) -> dict[str, Any]:
    return {
        "turn": started.turn,
        "text": started.data.get("text", ""),
        "client_id": started.data.get("client_id"),
        "answer": answers.get(started.turn),
        "rating": ratings.get(started.turn),
    }


def _decided(log: Sequence[Event]) -> list[str]:
    """The entitlements decided for the case under discussion, suppositions left out, in the order first decided."""
    decided: dict[str, None] = {}
    for event in log:
        if event.type == "utterance.read" and _NEW_MATTER & {command["command"] for command in event.data["commands"]}:
            decided.clear()
        elif event.type == "turn.finished" and not event.data["hypothetical"]:
            decided |= {decision["entitlement"]: None for decision in event.data["decisions"]}
    return list(decided)


def _standing(state: State, decided: Sequence[str], reasoner: Reasoner) -> list[Any]:
    """These decided anew from what is known now: a correction since may have changed them."""
    try:
        decisions: list[Any] = encode(reasoner.decide_all(state.applicant.case, state.as_of, decided))
    except FactError:
        return []
    return decisions
