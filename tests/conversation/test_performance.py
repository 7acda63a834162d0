"""What a turn does besides answering: small talk, undo, starting again, repeating, giving over."""

from assistant.dialogue.state import fold
from assistant.domain.utterance import Ask, DontKnow, Drop, Handoff, Repeat, Restart, SetFact, Smalltalk, Undo
from tests.conversation.talking import ASK_LONG, LONG, STATION, YEARS, Talk, asks, cites, outcomes, values


def test_small_talk_repeats_nothing_and_leaves_the_question_open(talk: Talk) -> None:
    talk.say(ASK_LONG, *STATION, SetFact("township_continuous_years", 16))
    answer = talk.say(Smalltalk("thanks"))

    assert (answer["act"], cites(answer), outcomes(answer), asks(answer)) == ("smalltalk", [], {}, None)
    assert outcomes(talk.say(DontKnow())) == {LONG: "needs_facts"}
    assert fold(talk.log).applicant.unavailable == {"age"}


def test_undo_takes_the_last_facts_back(talk: Talk) -> None:
    talk.say(ASK_LONG, *STATION, *YEARS, SetFact("age", 54))
    talk.say(SetFact("age", 55, corrects=True))
    answer = talk.say(Undo())

    assert (values(answer)["age"], outcomes(answer)) == (54, {LONG: "not_met"})


def test_restart_forgets_everything(talk: Talk) -> None:
    talk.say(ASK_LONG, *STATION)
    answer = talk.say(Restart())

    assert (answer["act"], answer["facts"], outcomes(answer), asks(answer)) == ("restart", {}, {}, None)


def test_a_person_gets_a_packet_of_facts_and_the_state_of_the_matter(talk: Talk) -> None:
    talk.say(ASK_LONG, *STATION)
    answer = talk.say(Handoff())
    packet = [block["text"] for block in answer["blocks"] if block["kind"] == "packet"]

    assert (answer["act"], cites(answer), outcomes(answer)) == ("handoff", [], {})
    assert answer["handoff"]["phone"] == "12333"
    assert any("副高级" in line for line in packet)
    assert any("连续工作年限" in line for line in packet)


def test_the_last_answer_is_said_again_with_its_citations(talk: Talk) -> None:
    answer = talk.say(ASK_LONG, *STATION, *YEARS, SetFact("age", 55))
    again = talk.say(Repeat())

    assert (again["act"], again["decisions"], again["citations"]) == (
        answer["act"],
        answer["decisions"],
        answer["citations"],
    )


def test_a_question_that_is_dropped_is_not_asked_again_and_keeps_what_is_known(talk: Talk) -> None:
    talk.say(ASK_LONG, *STATION)
    answer = talk.say(Drop())

    assert (answer["act"], asks(answer), outcomes(answer)) == ("smalltalk", None, {})
    assert values(answer)["title_level"] == "副高级"
    assert asks(talk.say(Smalltalk("acknowledgement"))) is None


def test_with_another_question_the_dropped_one_does_not_come_back(talk: Talk) -> None:
    talk.say(ASK_LONG, *STATION)
    answer = talk.say(Drop("another"), Ask("四免是免哪四样"))

    assert (answer["act"], cites(answer), asks(answer)) == ("information", [8], None)
