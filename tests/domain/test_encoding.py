"""The JSON of the contract, and back."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.domain.answer import Answer, Block, Change, Citation, FactView, HandoffOffer, Option, Question, Versions
from assistant.domain.document import ClauseId
from assistant.domain.encoding import COMMANDS, decode, decode_command, encode
from assistant.domain.fact import Bound
from assistant.domain.proof import (
    Decision,
    Determination,
    Earliest,
    Outcome,
    ProofNode,
    ReadingOutcome,
    Shortfall,
    Status,
)

CLAUSE = ClauseId("d", 12)
DECISION = Decision(
    entitlement="e",
    label="标签",
    clause=CLAUSE,
    outcome=Outcome.NOT_MET,
    proof=ProofNode("entitlement", Status.FALSE, "t", children=(ProofNode("condition", Status.FALSE, "c", "age", 54),)),
    missing=("age",),
    determinations=(Determination("f", "l", "b"),),
    readings=(ReadingOutcome({"p": "o"}, Outcome.MET),),
    earliest=Earliest(date(2027, 1, 2), ("age",)),
    short_by=(Shortfall("age", 54, 55, "周岁"),),
)
ANSWER = Answer(
    conversation="c",
    turn=1,
    act="eligibility",
    blocks=(Block("conclusion", "一", "e"), Block("note", "二")),
    versions=Versions("c", "r", "e"),
    decision_id="i",
    facts={"age": FactView(54, "年龄", "54周岁", "54", 1, "said")},
    bounds={"years": Bound(below=30, quote="快30年", turn=1)},
    changes=(Change("age", "set", 54),),
    decisions=(DECISION,),
    citations=(Citation(CLAUSE, "引", 0, 1, "题", "号"),),
    question=Question("years", "几年？", "因为", (Option(True, "是"),)),
    handoff=HandoffOffer("1", "r"),
)


def test_an_answer_has_the_fields_of_the_contract_and_its_text() -> None:
    data = encode(ANSWER)

    assert data["text"] == "一\n二"
    assert data["citations"][0]["clause"] == {"document": "d", "number": 12}
    assert data["bounds"] == {"years": {"below": 30, "quote": "快30年", "turn": 1}}
    assert data["blocks"][1] == {"kind": "note", "text": "二"}
    assert data["decisions"][0]["earliest"] == {"date": "2027-01-02", "because": ["age"]}
    assert data["decisions"][0]["proof"]["children"][0]["status"] == "false"
    assert data["question"]["options"] == [{"value": True, "label": "是"}]


def test_an_answer_comes_back_as_it_was() -> None:
    assert decode(Answer, encode(ANSWER)) == ANSWER


def test_a_missing_field_is_named() -> None:
    with pytest.raises(ValueError, match="Citation lacks quote"):
        decode(Citation, {"clause": {"document": "d", "number": 1}})


@given(st.data())
@settings(deadline=None)
def test_every_command_comes_back_as_it_was(data: Any) -> None:
    kind = data.draw(st.sampled_from(sorted(COMMANDS)))
    command = data.draw(st.from_type(COMMANDS[kind]))

    assert decode_command(encode(command)) == command
    assert encode(command)["command"] == kind
