"""Every file under this folder is one conversation that shows one behaviour; it asserts no wording.

A turn is `user`, and what must hold after it: `facts` and `no_facts`, `cites`, `decision` (entitlement to outcome),
`no_decision`, `asks` (one of these facts, or nothing), `act` (one of these), `says` (a number or an office),
`hypothetical`, `refused` (no citation, nothing decided).
"""

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
FILES = sorted(HERE.glob("*/*.yaml"))
MAPPINGS = ("facts", "decision")
LISTS = ("no_facts", "cites", "asks", "act", "says")
FLAGS = ("no_decision", "refused", "hypothetical")


def settled(answer: dict[str, Any]) -> dict[str, str]:
    return {d["entitlement"]: d["outcome"] for d in answer["decisions"] if d["outcome"] != "needs_facts"}


def facts(expect: dict[str, Any], answer: dict[str, Any]) -> Iterator[str]:
    known = {fact: view["value"] for fact, view in answer["facts"].items()}
    for fact, value in expect.get("facts", {}).items():
        if known.get(fact) != value:
            yield f"{fact} is {known.get(fact)}, not {value}"
    yield from (f"{fact} is known: {known[fact]}" for fact in expect.get("no_facts", []) if fact in known)


def decisions(expect: dict[str, Any], answer: dict[str, Any]) -> Iterator[str]:
    outcomes = settled(answer)
    for entitlement, outcome in expect.get("decision", {}).items():
        if outcomes.get(entitlement) != outcome:
            yield f"{entitlement} is {outcomes.get(entitlement)}, not {outcome}"
    if (expect.get("no_decision") or expect.get("refused")) and outcomes:
        yield f"decided {outcomes}"


def words(expect: dict[str, Any], answer: dict[str, Any]) -> Iterator[str]:
    cited = [citation["clause"]["number"] for citation in answer["citations"]]
    yield from (f"{number} is not among {cited}" for number in expect.get("cites", []) if number not in cited)
    yield from (f"does not say {part}" for part in expect.get("says", []) if part not in answer["text"])
    if expect.get("refused") and cited:
        yield f"cited {cited}"


def talk(expect: dict[str, Any], answer: dict[str, Any]) -> Iterator[str]:
    asked = answer["question"]["fact"] if answer["question"] else None
    if "asks" in expect and (asked not in expect["asks"] if expect["asks"] else asked):
        yield f"asks {asked}, not {expect['asks']}"
    if answer["act"] not in expect.get("act", [answer["act"]]):
        yield f"act {answer['act']}, not {expect['act']}"
    if expect.get("hypothetical", answer["hypothetical"]) != answer["hypothetical"]:
        yield f"hypothetical {answer['hypothetical']}"


def spelled(turn: dict[str, Any]) -> bool:
    """Whether every expectation is one that is looked at, and has the right shape: a misspelt one would always hold."""
    shapes = {**dict.fromkeys(MAPPINGS, dict), **dict.fromkeys(LISTS, list), **dict.fromkeys(FLAGS, bool), "user": str}
    return all(isinstance(value, shapes.get(key, ())) for key, value in turn.items())


def name(path: Path) -> str:
    return f"{path.parent.name}/{path.stem}"


@pytest.mark.parametrize("path", FILES, ids=name)
def test_conversation(path: Path, assistant: Assistant) -> None:
    log: list[Event] = list(assistant.greet("c", DAY))
    for number, turn in enumerate(yaml.safe_load(path.read_text("utf-8")), 1):
        assert spelled(turn), turn
        log += list(assistant.turn(log, turn["user"]))
        answer = dict(log[-1].data)
        faults = [fault for holds in (facts, decisions, words, talk) for fault in holds(turn, answer)]
        assert not faults, f"turn {number}, {turn['user']}: {'; '.join(faults)}\n{answer['text']}"
