"""The same facts in any order, in one utterance or in many, end in the same facts and the same decision."""

from datetime import date
from pathlib import Path
from random import Random
from typing import Any

import pytest
import yaml

from assistant.conversation import Assistant
from assistant.domain.event import Event

PEOPLE = yaml.safe_load((Path(__file__).parent / "people.yaml").read_text("utf-8"))
DAY = date(2026, 11, 24)


def told(assistant: Assistant, utterances: list[str]) -> tuple[dict[str, Any], dict[str, str]]:
    """The facts and the outcomes after these utterances."""
    log: list[Event] = list(assistant.greet("c", DAY))
    outcomes: dict[str, str] = {}
    for text in utterances:
        log += list(assistant.turn(log, text))
        outcomes |= {d["entitlement"]: d["outcome"] for d in log[-1].data["decisions"]}
    return {fact: view["value"] for fact, view in log[-1].data["facts"].items()}, outcomes


def arranged(person: dict[str, Any], random: Random) -> list[str]:
    """The person's sentences in some order, some of them joined."""
    says = random.sample(person["says"], len(person["says"]))
    cuts = sorted(random.sample(range(1, len(says)), random.randrange(len(says))))
    return ["，".join(says[a:b]) for a, b in zip([0, *cuts], [*cuts, len(says)], strict=True)]


@pytest.mark.slow
@pytest.mark.parametrize("person", PEOPLE, ids=lambda person: f"{person['entitlement']} {person['outcome']}")
def test_order_and_grouping_do_not_matter(person: dict[str, Any], assistant: Assistant) -> None:
    facts, outcomes = told(assistant, [person["opening"], "，".join(person["says"])])

    assert outcomes[person["entitlement"]] == person["outcome"]
    for seed in range(6):
        sentences = arranged(person, Random(seed))
        assert told(assistant, [person["opening"], *sentences]) == (facts, outcomes), sentences


@pytest.mark.parametrize("person", PEOPLE, ids=lambda person: f"{person['entitlement']} {person['outcome']}")
def test_the_opening_may_come_last(person: dict[str, Any], assistant: Assistant) -> None:
    assert (
        told(assistant, ["，".join(person["says"]), person["opening"]])[1][person["entitlement"]] == person["outcome"]
    )
