"""What was asked is answered, decided where it is personal, or refused; what was not understood is asked about."""

from assistant.conversation import Assistant
from assistant.domain.utterance import (
    Ask,
    NotUnderstood,
    SetFact,
)
from tests.conversation.talking import ASK_LONG, LONG, STATION, YEARS, Talk, asks, cites, outcomes


def test_quotes_stand_word_for_word_at_their_offsets(talk: Talk, assistant: Assistant) -> None:
    answer = talk.say(ASK_LONG, *STATION, *YEARS, SetFact("age", 55))
    library = assistant._composer.library

    assert answer["citations"]
    for citation in answer["citations"]:
        text = library.clause(library.numbered(citation["clause"]["number"])[0]).text
        assert text[citation["start"] : citation["end"]] == citation["quote"]


def test_marks_in_the_text_are_those_of_the_citations(talk: Talk) -> None:
    text = talk.say(ASK_LONG, *STATION, *YEARS, SetFact("age", 55))["text"]

    assert "[1]" in text


def test_a_digression_is_answered_and_the_same_question_asked_again(talk: Talk) -> None:
    talk.say(ASK_LONG, *STATION)
    answer = talk.say(Ask("四免是免哪四样"))

    assert (answer["act"], cites(answer), asks(answer)) == ("information", [8], "township_continuous_years")
    assert outcomes(talk.say(*YEARS, SetFact("age", 55))) == {LONG: "met"}


def test_what_the_corpus_does_not_answer_is_refused_and_the_question_resumed(talk: Talk) -> None:
    talk.say(ASK_LONG, *STATION)
    answer = talk.say(Ask("住院医保能报多少"))

    assert (answer["act"], cites(answer), outcomes(answer)) == ("out_of_scope", [], {})
    assert asks(answer) == "township_continuous_years"
    assert answer["handoff"]["phone"] in answer["text"]


def test_two_questions_are_both_answered(talk: Talk) -> None:
    answer = talk.say(Ask("四免是免哪四样"), Ask("岗位延聘占不占岗位数额"))

    assert cites(answer) == [8, 14]


def test_facts_follow_an_information_question_into_a_decision(talk: Talk) -> None:
    assert talk.say(Ask("延聘占不占岗位数额"))["act"] == "information"
    answer = talk.say(*STATION, SetFact("extension_needed", True), SetFact("extension_confirmed", True))

    assert outcomes(answer) == {"deferred_retirement": "met"}


def test_after_two_failures_a_person_is_offered(talk: Talk) -> None:
    first, second = talk.say(NotUnderstood("嘎")), talk.say(NotUnderstood("嘎"))

    assert (first["act"], first["handoff"]) == ("clarify", None)
    assert (second["act"], second["handoff"]["phone"]) == ("clarify", "12333")


def test_facts_nobody_asked_about_decide_nothing(talk: Talk) -> None:
    answer = talk.say(*STATION)

    assert (answer["act"], outcomes(answer)) == ("list", {})
