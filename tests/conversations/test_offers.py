"""What is offered to be tapped is understood when it is tapped."""

from datetime import date
from pathlib import Path

import pytest
import yaml

from assistant.bootstrap import Engine

DAY = date(2026, 11, 24)
WORDING = yaml.safe_load((Path(__file__).parents[2] / "rules" / "wording.yaml").read_text("utf-8"))


def test_every_entitlement_has_its_question_and_its_plain_words(engine: Engine) -> None:
    assert set(WORDING["checks"]) == set(WORDING["plain"]) == set(engine.rulebook.entitlements)


@pytest.mark.parametrize("entitlement", WORDING["checks"])
def test_the_question_offered_for_an_entitlement_asks_for_it(engine: Engine, entitlement: str) -> None:
    log = list(engine.assistant.greet("c", DAY))
    log += list(engine.assistant.turn(log, WORDING["checks"][entitlement]))

    assert [decision["entitlement"] for decision in log[-1].data["decisions"]] == [entitlement]


@pytest.mark.parametrize("key", ["greeting", "talk", "clarify"])
def test_every_suggestion_is_answered(engine: Engine, key: str) -> None:
    for text in engine.library.wording.texts(f"{key}.suggestions"):
        log = list(engine.assistant.greet("c", DAY))
        log += list(engine.assistant.turn(log, text))

        assert log[-1].data["act"] not in ("clarify", "out_of_scope"), text


@pytest.mark.parametrize("key", ["dont_know", "why", "person", "list"])
def test_the_standing_chips_are_understood_in_mid_flow(engine: Engine, key: str) -> None:
    log = list(engine.assistant.greet("c", DAY))
    for text in ("我能不能延聘", engine.library.wording.say(f"suggest.{key}")):
        log += list(engine.assistant.turn(log, text))

    assert log[-1].data["act"] == {"dont_know": "eligibility", "why": "why", "person": "handoff", "list": "list"}[key]


def test_the_chip_for_a_clause_quotes_it(engine: Engine) -> None:
    for number in (5, 9, 18):
        [clause] = engine.library.numbered(number)
        text = engine.library.wording.say("suggest.clause", clause=engine.library.name(clause))
        log = list(engine.assistant.greet("c", DAY))
        log += list(engine.assistant.turn(log, text))

        assert [citation["clause"]["number"] for citation in log[-1].data["citations"]] == [number]
