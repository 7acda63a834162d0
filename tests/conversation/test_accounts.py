"""Accounts of what was asked or said."""

from assistant.domain.utterance import SetFact, Why
from tests.conversation.talking import ASK_LONG, LONG, STATION, YEARS, Talk, asks, cites, outcomes


def test_why_prints_the_branch_that_waits_and_asks_again(talk: Talk) -> None:
    talk.say(ASK_LONG, *STATION)
    answer = talk.say(Why())

    assert (answer["act"], asks(answer), outcomes(answer)) == ("why", "township_continuous_years", {})
    assert "连续工作满15年" in answer["text"]


def test_reasons_of_what_was_decided_do_not_say_the_conclusion_all_over_again(talk: Talk) -> None:
    decided = talk.say(ASK_LONG, *STATION, *YEARS, SetFact("age", 54))
    again = talk.say(Why())
    conclusions = [[b["text"] for b in answer["blocks"] if b["kind"] == "conclusion"] for answer in (decided, again)]

    assert outcomes(again) == outcomes(decided)
    assert conclusions[0] != conclusions[1]
    assert "54周岁" in again["text"]


def test_the_basis_is_the_document_by_its_number_and_the_whole_clause(talk: Talk) -> None:
    talk.say(ASK_LONG, *STATION, *YEARS, SetFact("age", 54))
    answer = talk.say(Why(about="basis"))
    library = talk.assistant._composer.library
    [clause] = library.numbered(12)

    assert library.document(clause).number in answer["text"]
    assert library.clause(clause).text in answer["text"]
    assert cites(answer) == [12]


def test_what_is_doubted_is_laid_open_fact_by_fact(talk: Talk) -> None:
    talk.say(ASK_LONG, *STATION, *YEARS, SetFact("age", 54), SetFact("education", "本科"))
    answer = talk.say(Why(about="doubt"))

    assert outcomes(answer) == {LONG: "not_met"}
    assert "54周岁" in answer["text"]
    assert "本科" not in answer["text"]


def test_doubt_with_nothing_decided_decides_nothing(talk: Talk) -> None:
    answer = talk.say(Why(about="doubt"))

    assert (answer["act"], outcomes(answer), cites(answer)) == ("why", {}, [])


def test_doubt_in_mid_flow_brings_the_question_back(talk: Talk) -> None:
    talk.say(ASK_LONG, *STATION)
    assert asks(talk.say(Why(about="doubt"))) == "township_continuous_years"
