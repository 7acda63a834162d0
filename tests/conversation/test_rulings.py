"""Decisions: reached by questions, overturned by corrections, stuck either way, and each person's his own."""

from assistant.domain.fact import Bound
from assistant.domain.utterance import (
    Ask,
    DontKnow,
    NewPerson,
    SetBound,
    SetFact,
)
from tests.conversation.talking import ASK_LONG, LONG, STATION, YEARS, Talk, asks, cites, outcomes, values


def test_a_decision_is_reached_by_questions_and_then_no_more_is_asked(talk: Talk) -> None:
    assert asks(talk.say(ASK_LONG)) is not None
    assert asks(talk.say(*STATION)) == "township_continuous_years"
    assert asks(talk.say(*YEARS)) == "age"
    done = talk.say(SetFact("age", 55))

    assert (outcomes(done), asks(done), cites(done)) == ({LONG: "met"}, None, [12])


def test_what_nobody_can_tell_is_said_either_way(talk: Talk) -> None:
    talk.say(ASK_LONG, *STATION, *YEARS)
    answer = talk.say(DontKnow())

    assert (outcomes(answer), asks(answer)) == ({LONG: "needs_facts"}, None)
    assert [block["text"] for block in answer["blocks"] if block["kind"] == "either_way"] == [
        "如果年龄不到55周岁，就不符合。",
        "如果年龄满55周岁，就符合。",
    ]
    assert outcomes(talk.say(SetFact("age", 55))) == {LONG: "met"}


def test_a_correction_says_what_it_overturned(talk: Talk) -> None:
    talk.say(ASK_LONG, *STATION, *YEARS, SetFact("age", 54))
    answer = talk.say(SetFact("age", 55, corrects=True))

    assert answer["changes"] == [{"fact": "age", "op": "corrected", "value": 55, "previous": 54}]
    assert outcomes(answer) == {LONG: "met"}
    assert len([block for block in answer["blocks"] if block["kind"] == "changed"]) == 2


def test_of_a_clause_left_open_what_is_ruled_out_is_not_told_while_others_are_open(talk: Talk) -> None:
    answer = talk.say(Ask("第9条我能用不", personal=True, clauses=(9,)), *STATION)

    assert set(outcomes(answer).values()) == {"needs_facts"}
    assert "executive_exceptional_review" not in outcomes(answer)


def test_a_hedge_that_settles_the_matter_settles_it(talk: Talk) -> None:
    answer = talk.say(ASK_LONG, *STATION, SetBound("township_continuous_years", Bound(at_least=30), "三十多年"))

    assert outcomes(answer) == {LONG: "met"}
    assert answer["bounds"]["township_continuous_years"]["at_least"] == 30
    assert "township_continuous_years" not in answer["facts"]


def test_another_persons_case_is_kept_apart(talk: Talk) -> None:
    talk.say(ASK_LONG, *STATION, *YEARS, SetFact("age", 55))
    other = talk.say(NewPerson("同事"), SetFact("age", 40))
    back = talk.say(NewPerson("我"))

    assert values(other) == {"age": 40}
    assert (values(back)["age"], outcomes(back)) == (55, {LONG: "met"})
