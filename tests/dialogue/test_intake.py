"""What is taken of an utterance, and what is not."""

from assistant.dialogue.applicant import Applicant
from assistant.dialogue.intake import Bonds, Intake, accept
from assistant.dialogue.state import State
from assistant.domain.fact import Bound, Case, KnownFact
from assistant.domain.rule import OrderLaw
from assistant.domain.utterance import Command, Deny, DontKnow, NewPerson, NotUnderstood, SetBound, SetFact
from assistant.errors import FactError

LAWS = (OrderLaw("continuous", "total"),)
BONDS = Bonds(LAWS, {"mode": ("series", "level", "as_of")})


def check(case: Case) -> None:
    for fact, value in case.facts.items():
        if value == 999:
            raise FactError(fact, "太大了")


def take(*commands: Command, state: State | None = None) -> Intake:
    return accept(commands, state or State(), check, BONDS, ("我",))


def knowing(**facts: int) -> State:
    return State(applicants={"": Applicant({fact: KnownFact(value) for fact, value in facts.items()})})


def test_a_value_that_cannot_be_is_left_out_and_said() -> None:
    intake = take(SetFact("age", 999), SetFact("total", 3))

    assert intake.commands == (SetFact("total", 3),)
    assert intake.refused == ("太大了",)


def test_not_knowing_binds_to_the_question() -> None:
    assert take(DontKnow(), state=State(asked="age")).commands == (DontKnow("age"),)


def test_not_knowing_with_nothing_asked_is_not_understood() -> None:
    assert take(DontKnow(None, "不知道")).commands == (NotUnderstood("不知道"),)


def test_the_speaker_has_his_own_key_and_the_unnamed_a_fresh_one() -> None:
    assert take(NewPerson("我")).commands == (NewPerson(""),)
    assert take(NewPerson("")).commands == (NewPerson("#1"),)
    assert take(NewPerson("同事")).commands == (NewPerson("同事"),)


def test_of_two_numbers_that_contradict_each_other_the_newer_stands() -> None:
    assert take(SetFact("continuous", 20), state=knowing(total=10)).commands[1:] == (Deny("total"),)
    assert take(SetFact("total", 10), state=knowing(continuous=20)).commands[1:] == (Deny("continuous"),)


def test_a_contradiction_in_one_breath_leaves_neither() -> None:
    intake = take(SetFact("continuous", 20), SetFact("total", 10))

    assert intake.commands[2:] == (Deny("continuous"), Deny("total"))
    assert intake.contradictions == LAWS


def test_hedges_contradict_as_numbers_do() -> None:
    assert take(SetBound("continuous", Bound(at_least=30)), state=knowing(total=20)).commands[1:] == (Deny("total"),)
    assert take(SetBound("total", Bound(below=20)), state=knowing(continuous=20)).commands[1:] == (Deny("continuous"),)


def test_a_question_not_answered_twice_is_put_off() -> None:
    lost = NotUnderstood("嗯哼")

    assert take(lost, state=State(asked="age")).skipped is None
    again = take(lost, state=State(asked="age", puzzled=1))
    assert (again.skipped, again.commands) == ("age", (lost,))


def test_what_was_said_of_one_level_does_not_outlive_it() -> None:
    known = knowing(level=1, mode=2)

    assert take(SetFact("level", 3), state=known).commands[1:] == (Deny("mode"),)
    assert take(SetFact("level", 1), state=known).commands[1:] == ()
    assert take(SetFact("level", 3), SetFact("mode", 4), state=known).commands[2:] == ()
    assert take(SetFact("series", 3), state=known).commands[1:] == ()


def test_what_cannot_be_true_beside_the_rest_is_retracted_by_whatever_law() -> None:
    def never_both(case: Case) -> None:
        if {"good", "bad"} <= case.facts.keys():
            raise FactError("good", "不能都是")

    state = knowing(good=1)
    intake = accept([SetFact("bad", 1)], state, never_both, BONDS, ())

    assert intake.commands == (SetFact("bad", 1), Deny("good"))
