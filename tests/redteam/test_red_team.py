"""What people say that invites a fact nobody stated, or a decision that is wrong; each was once got wrong."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from assistant.conversation import Assistant
from assistant.domain.event import Event

HERE = Path(__file__).parent
DAY = date(2026, 11, 24)
NOTHING_SAID: list[str] = yaml.safe_load((HERE / "nothing_said.yaml").read_text("utf-8"))
MUST_NOT_DECIDE: dict[str, list[dict[str, Any]]] = yaml.safe_load((HERE / "must_not_decide.yaml").read_text("utf-8"))


def faults(turn: dict[str, Any], answer: dict[str, Any]) -> Iterator[str]:
    known = {fact: view["value"] for fact, view in answer["facts"].items()}
    outcomes = {decision["entitlement"]: decision["outcome"] for decision in answer["decisions"]}
    for fact, value in turn.get("facts", {}).items():
        if known.get(fact) != value:
            yield f"{fact} is {known.get(fact)}, not {value}"
    yield from (f"{fact} is known: {known[fact]}" for fact in turn.get("unknown", []) if fact in known)
    for entitlement, outcome in turn.get("decision", {}).items():
        if outcomes.get(entitlement) != outcome:
            yield f"{entitlement} is {outcomes.get(entitlement)}, not {outcome}"
    for entitlement, wrong in turn.get("never", {}).items():
        if outcomes.get(entitlement) in wrong:
            yield f"{entitlement} is {outcomes[entitlement]}"


@pytest.mark.parametrize("text", NOTHING_SAID)
def test_no_fact_is_taken_from_what_states_none(text: str, assistant: Assistant) -> None:
    log: list[Event] = list(assistant.greet("c", DAY))
    log += list(assistant.turn(log, text))
    answer = dict(log[-1].data)
    assert (answer["facts"], answer["bounds"]) == ({}, {})


@pytest.mark.parametrize("turns", MUST_NOT_DECIDE.values(), ids=MUST_NOT_DECIDE)
def test_what_misleads_does_not_decide(turns: list[dict[str, Any]], assistant: Assistant) -> None:
    log: list[Event] = list(assistant.greet("c", DAY))
    for turn in turns:
        log += list(assistant.turn(log, turn["user"]))
        answer = dict(log[-1].data)
        assert not list(faults(turn, answer)), f"{turn['user']}\n{answer['text']}"
