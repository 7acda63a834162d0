"""Which question remains, and which is let go."""

from collections import Counter

from assistant.domain.fact import Bound
from assistant.domain.utterance import (
    NotUnderstood,
    SetBound,
    SetFact,
)
from tests.conversation.talking import ASK_LONG, LONG, STATION, YEARS, Talk, asks, outcomes


def test_a_question_that_is_not_answered_twice_is_skipped(talk: Talk) -> None:
    talk.say(ASK_LONG, *STATION, *YEARS)
    assert asks(talk.say(NotUnderstood("嘎"))) == "age"
    skipped = talk.say(NotUnderstood("嘎"))

    assert (outcomes(skipped), asks(skipped)) == ({LONG: "needs_facts"}, None)
    assert skipped["handoff"] is not None


def test_no_fact_is_asked_for_more_than_three_times_when_the_answers_do_not_help(talk: Talk) -> None:
    talk.say(ASK_LONG, *STATION, SetFact("age", 56))
    hedge = SetBound("township_continuous_years", Bound(at_least=10), "十几年")
    asked = [asks(talk.say(hedge)) for _ in range(9)]

    assert asked[0] == "township_continuous_years"
    assert asked[-1] is None
    assert max(Counter(fact for fact in asked if fact).values()) <= 3
