"""A half question after a decision supposes; it states nothing."""

from collections.abc import Sequence

import pytest

from assistant.dialogue.applicant import Applicant
from assistant.dialogue.state import State
from assistant.dialogue.supposition import taken_as_supposed
from assistant.domain.fact import KnownFact
from assistant.domain.utterance import Ask, Command, SetFact, WhatIf

DECIDED = State(applicants={"": Applicant({"title": KnownFact("mid")})}, ruled={"e": {"outcome": "not_met"}})
SENIOR = SetFact("title", "senior")


def taken(text: str, state: State, *commands: Command) -> Sequence[Command]:
    return taken_as_supposed(commands, state, text, ("呢", "的话"), ("没呢",))


@pytest.mark.parametrize("text", ["副高呢", "副高呢？", "评上副高的话"])
def test_a_new_value_as_a_half_question_after_a_decision_is_supposed(text: str) -> None:
    assert taken(text, DECIDED, SENIOR) == [WhatIf({"title": "senior"}, quote=text)]


def test_a_statement_stays_one() -> None:
    assert taken("我是副高", DECIDED, SENIOR) == (SENIOR,)
    assert taken("还没呢", DECIDED, SENIOR) == (SENIOR,)


def test_an_answer_stays_one() -> None:
    asked = State(applicants=DECIDED.applicants, ruled=DECIDED.ruled, asked="title")

    assert taken("副高呢", asked, SENIOR) == (SENIOR,)


def test_before_any_decision_it_is_a_statement() -> None:
    assert taken("副高呢", State(), SENIOR) == (SENIOR,)


def test_what_is_known_already_is_not_supposed() -> None:
    same = SetFact("title", "mid")

    assert taken("中级呢", DECIDED, same) == (same,)


def test_a_correction_and_a_question_stay_what_they_are() -> None:
    corrected = SetFact("title", "senior", corrects=True)

    assert taken("副高呢", DECIDED, corrected) == (corrected,)
    assert taken("副高，能办呢", DECIDED, SENIOR, Ask("能办")) == (SENIOR, Ask("能办"))
