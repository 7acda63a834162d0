"""From commands to a plan."""

from assistant.dialogue.plan import (
    BeginAgain,
    Clarify,
    Decide,
    Describe,
    Explain,
    GiveOver,
    Hear,
    Plan,
    Reply,
    Suppose,
    Survey,
    Talk,
)
from assistant.dialogue.policy import decide_act
from assistant.dialogue.state import State
from assistant.domain.document import Span
from assistant.domain.utterance import (
    AboutDocument,
    Ask,
    Command,
    DontKnow,
    Handoff,
    ListEntitlements,
    NotUnderstood,
    Restart,
    SetFact,
    Smalltalk,
    WhatIf,
    Why,
)

OPEN = State(topic=("e",), asked="age")


def plan(*commands: Command, state: State | None = None) -> Plan:
    state = state or State()
    return decide_act(state, state, commands, "话")


def test_content_wins_over_small_talk() -> None:
    assert plan(Smalltalk("greeting"), Ask("问")).steps == (Reply(Ask("问"), whole="话"),)


def test_thanks_leave_the_question_unasked() -> None:
    assert plan(Smalltalk("thanks"), state=OPEN) == Plan("smalltalk", (Talk("thanks"),), resume=False)


def test_small_talk_that_ends_nothing_brings_the_open_question_back() -> None:
    assert plan(Smalltalk("acknowledgement"), state=OPEN).resume
    assert plan(Smalltalk("identity"), state=OPEN).resume


def test_everything_asked_is_answered_in_order() -> None:
    assert plan(Ask("甲"), Ask("乙")).steps == (Reply(Ask("甲")), Reply(Ask("乙")))


def test_facts_nobody_asked_about_are_taken_up() -> None:
    assert plan(SetFact("age", 55), state=OPEN).steps == (Hear(),)


def test_a_digression_is_answered_and_the_question_resumed() -> None:
    assert plan(Ask("问"), state=OPEN) == Plan("information", (Reply(Ask("问"), whole="话"),), resume=True)


def test_a_digression_with_facts_also_decides_the_topic() -> None:
    steps = plan(Ask("问"), SetFact("age", 55), state=OPEN).steps

    assert steps == (Reply(Ask("问"), frozenset({"age"}), "话"), Decide())


def test_a_personal_question_takes_the_facts_said_with_it() -> None:
    ask = Ask("问", personal=True)

    assert plan(ask, SetFact("age", 55), state=OPEN).steps == (Reply(ask, frozenset({"age"}), "话"),)


def test_not_knowing_is_taken_up_as_facts_are() -> None:
    assert plan(DontKnow("age"), state=OPEN).steps == (Hear(),)


def test_what_is_left_of_an_utterance_without_its_facts_may_be_searched_too() -> None:
    ask = Ask("能聘吗", personal=True)
    [step] = decide_act(State(), State(), [SetFact("age", 55, "55了", Span(0, 3)), ask], "55了，能聘吗").steps

    assert isinstance(step, Reply)
    assert (step.whole, step.rest) == ("55了，能聘吗", "，能聘吗")


def test_two_questions_are_each_asked_in_their_own_words() -> None:
    assert {step.whole for step in plan(Ask("甲"), Ask("乙")).steps if isinstance(step, Reply)} == {""}


def test_a_question_that_says_what_the_vague_one_left_out_is_personal_still() -> None:
    assert plan(Ask("12条"), state=State(wondering=True)).act == "eligibility"


def test_why_is_about_the_fact_asked_for() -> None:
    assert plan(Why(), state=OPEN) == Plan("why", (Explain("age"),), resume=True)


def test_a_supposition_takes_up_the_question_it_was_made_for() -> None:
    what_if, ask = WhatIf({"age": 55}), Ask("问", personal=True)

    assert plan(what_if, ask).steps == (Suppose(what_if, (ask,)),)


def test_a_person_is_called_for_whatever_else_was_said() -> None:
    assert plan(SetFact("age", 55), Handoff()).steps == (GiveOver("asked"),)


def test_starting_again_with_a_question_answers_it() -> None:
    assert plan(Restart(), Ask("问")).steps == (BeginAgain(), Reply(Ask("问"), whole="话"))


def test_what_is_not_understood_offers_three_options_at_most() -> None:
    assert plan(NotUnderstood("嘎", ("a", "b", "c", "d"))).steps == (Clarify("嘎", ("a", "b", "c")),)


def test_nothing_said_is_not_understood() -> None:
    assert plan() == Plan("clarify", (Clarify(),), resume=False)


def test_an_overview_is_not_followed_by_a_decision_of_the_topic() -> None:
    assert plan(ListEntitlements(), SetFact("age", 55), state=OPEN).steps == (Survey(),)


def test_a_question_about_the_document_is_answered_and_the_open_question_asked_again() -> None:
    assert plan(AboutDocument("issued"), state=OPEN) == Plan("information", (Describe("issued"),), resume=True)
