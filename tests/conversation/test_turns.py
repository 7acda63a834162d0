"""Turns as events: numbered, repeatable, folding to the answer; forms, masks, and nothing that hangs on their order."""

from itertools import pairwise
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from assistant.conversation import Assistant
from assistant.domain.event import PUBLIC, Event
from assistant.domain.utterance import (
    Ask,
    Command,
    SetFact,
    WhatIf,
    Why,
)
from assistant.errors import FactError
from tests.conversation.talking import ASK_LONG, LONG, STATION, YEARS, ScriptedReader, Talk, outcomes, values

PIECES = [ASK_LONG, *STATION, *YEARS, SetFact("age", 55)]


def test_the_greeting_is_turn_zero_and_decides_nothing(talk: Talk) -> None:
    assert talk.log[0].type == "conversation.started"
    assert talk.log[-1].type == "turn.finished"
    assert (talk.log[-1].data["turn"], talk.log[-1].data["decisions"]) == (0, [])


def test_events_are_numbered_without_gaps_and_start_with_the_turn(talk: Talk) -> None:
    talk.say(ASK_LONG, *STATION)

    assert [event.number for event in talk.log] == list(range(1, len(talk.log) + 1))
    assert talk.turn()[0].type == "turn.started"
    assert talk.turn()[-1].type == "turn.finished"


def test_the_same_log_and_text_give_the_same_events(talk: Talk, assistant: Assistant) -> None:
    before = list(talk.log)
    talk.say(ASK_LONG, *STATION, *YEARS)

    assert before + list(assistant.turn(before, ASK_LONG.text)) == talk.log


def test_folding_the_public_events_gives_exactly_the_answer(talk: Talk) -> None:
    for commands in (
        [ASK_LONG, *STATION],
        [Why()],
        [*YEARS],
        [SetFact("age", 53)],
        [SetFact("age", 55, corrects=True)],
    ):
        answer = talk.say(*commands)
        public = [event for event in talk.turn() if event.type in PUBLIC]

        def of(kind: str, events: list[Event] = public) -> list[Any]:
            return [dict(event.data) for event in events if event.type == kind]

        assert of("decision.made") == answer["decisions"]
        assert of("citation.added") == answer["citations"]
        assert [{k: v for k, v in block.items() if k != "index"} for block in of("answer.block")] == answer["blocks"]
        assert [block["index"] for block in of("answer.block")] == list(range(len(answer["blocks"])))
        assert of("question.asked") == ([answer["question"]] if answer["question"] else [])
        for update in of("facts.updated"):
            assert {key: answer[key] for key in ("changes", "facts", "bounds")} == update


def test_notices_are_carried_each_time_and_read_out_once(talk: Talk) -> None:
    first, second = talk.say(ASK_LONG, *STATION), talk.say(*YEARS, SetFact("age", 55))

    assert first["notices"] == second["notices"] != []
    assert first["notices"][0] in first["text"]
    assert first["notices"][0] not in second["text"]


def test_decisions_are_named_by_all_that_they_rest_on(talk: Talk) -> None:
    first = talk.say(ASK_LONG, *STATION, SetFact("township_continuous_years", 14), SetFact("age", 58))
    again = talk.say(Ask("", personal=True))
    supposed = talk.say(WhatIf({"age": 59}))
    later = talk.say(SetFact("age", 59, corrects=True))

    assert first["decision_id"] == again["decision_id"]
    assert len({first["decision_id"], supposed["decision_id"], later["decision_id"]}) == 3


def test_a_form_sets_and_retracts(talk: Talk, assistant: Assistant) -> None:
    talk.say(ASK_LONG, *STATION)
    talk.log += list(assistant.set_facts(talk.log, {"age": 55, "series": None}))
    answer = talk.log[-1].data

    assert answer["facts"]["age"]["source"] == "form"
    assert "series" not in answer["facts"]


@pytest.mark.parametrize(
    ("facts", "named"),
    [
        ({"no_such": 1}, "no_such"),
        ({"age": 300}, "age"),
        ({"township_years": 5, "township_continuous_years": 9}, "township_continuous_years"),
    ],
)
def test_a_form_with_a_bad_fact_names_it_and_changes_nothing(
    talk: Talk, assistant: Assistant, facts: dict[str, Any], named: str
) -> None:
    with pytest.raises(FactError) as error:
        next(assistant.set_facts(talk.log, facts))

    assert error.value.fact == named


def test_personal_data_is_covered_before_anything_is_kept(talk: Talk) -> None:
    talk.say(ASK_LONG, text="我的身份证号是220102197003072319，能聘不")

    assert "220102197003072319" not in str([event.data for event in talk.log])


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.permutations(PIECES), st.lists(st.integers(0, len(PIECES)), max_size=3))
def test_order_and_number_of_utterances_do_not_matter(
    assistant: Assistant, reader: ScriptedReader, pieces: list[Command], cuts: list[int]
) -> None:
    talk = Talk(assistant, reader)
    borders = sorted({0, *cuts, len(pieces)})
    for start, end in pairwise(borders):
        answer = talk.say(*pieces[start:end])

    assert values(answer) == {piece.fact: piece.value for piece in PIECES if isinstance(piece, SetFact)}
    assert outcomes(talk.say(Ask("", personal=True))) == {LONG: "met"}
