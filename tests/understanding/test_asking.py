"""Which question is asked, of what, and whether it is about the speaker's own case, in words of many people.

`questions/*.jsonl` hold one utterance a line: `command` is what it must be read as; of a question, `personal` tells
whether it is about the speaker's own case, `bare` whether it names nothing by itself.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from assistant.domain.utterance import AboutDocument, Ask, SetFact, Why
from assistant.understanding.reading import Context, Reader

AS_OF = date(2026, 11, 24)
CASES: list[dict[str, Any]] = [
    json.loads(line)
    for path in sorted((Path(__file__).parent / "questions").glob("*.jsonl"))
    for line in path.read_text(encoding="utf-8").splitlines()
]
FLOOR = 0.97
"""The share that must be right: the cases are what people say, and some of it can be read either way."""


def commands(reader: Reader, text: str, asked: str | None = None) -> tuple[object, ...]:
    return reader.read(text, Context(asked, AS_OF)).commands


def asks(reader: Reader, text: str) -> list[Ask]:
    return [command for command in commands(reader, text) if isinstance(command, Ask)]


def _as_meant(reader: Reader, case: Mapping[str, Any]) -> bool:
    if case["command"] != "Ask":
        return case["command"] in {type(command).__name__ for command in commands(reader, case["q"])}
    found = asks(reader, case["q"])
    if len(found) != 1 or found[0].personal != case["personal"]:
        return False
    return not case.get("bare") or not (found[0].text or found[0].entitlements or found[0].clauses)


@pytest.mark.parametrize("command", sorted({case["command"] for case in CASES}))
def test_what_people_say_is_read_as_they_mean_it(reader: Reader, command: str) -> None:
    cases = [case for case in CASES if case["command"] == command]
    wrong = [case["q"] for case in cases if not _as_meant(reader, case)]
    assert len(wrong) <= (1 - FLOOR) * len(cases), wrong


def test_a_question_about_the_policy_states_nothing_of_the_speaker(reader: Reader) -> None:
    general = [case["q"] for case in CASES if case.get("personal") is False]
    stating = [q for q in general if any(isinstance(command, SetFact) for command in commands(reader, q))]
    assert len(stating) <= (1 - FLOOR) * len(general), stating


@pytest.mark.parametrize(
    "question",
    [
        "包不包括我",
        "我适用不适用",
        "我合适不",
        "有我的份吗",
        "能有我吗",
        "能不能推荐我",
        "我达没达到",
        "轮得到我吗",
        "给不给我",
        "让不让我",
        "我有没有戏",
        "我够格没",
        "俺行不行",
        "本人可否",
        "轮没轮到我",
        "我能走吗",
    ],
)
def test_yes_or_no_about_the_speaker_is_personal_in_any_shape(reader: Reader, question: str) -> None:
    (ask,) = asks(reader, f"第十二条,{question}")
    assert (ask.personal, ask.clauses) == (True, (12,))


@pytest.mark.parametrize(
    "question",
    [
        "第十四条占不占岗位数",
        "第八条是什么意思",
        "我想问一下第八条都包括啥",
        "第4条里县里能不能自己组建",
        "我听说有个第20条,说的什么",
        "第十四条我们单位占不占岗",
    ],
)
def test_what_the_policy_says_is_not_personal(reader: Reader, question: str) -> None:
    assert [ask.personal for ask in asks(reader, question)] == [False]


@pytest.mark.parametrize("text", ["第十四条我想办", "想走第十四条", "第14条给我办了吧"])
def test_a_wish_is_as_good_as_a_question(reader: Reader, text: str) -> None:
    (ask,) = asks(reader, text)
    assert (ask.personal, ask.clauses) == (True, (14,))


def test_the_clauses_that_lead_up_to_a_bare_question_tell_what_it_is_about(reader: Reader) -> None:
    (ask,) = asks(reader, "我年年考核优秀,能不能破格评")
    assert ask.entitlements == ("excellence_exceptional_review",)


def test_three_questions_in_one_message_are_three_asks(reader: Reader) -> None:
    found = asks(reader, "四免是免啥?我能享受不?再就是延聘占不占岗?")
    assert [ask.personal for ask in found] == [False, True, False]


@pytest.mark.parametrize("text", ["没有没有", "不是不是", "动不动就下乡", "时不时加班"])
def test_a_word_said_twice_around_a_negation_is_not_always_a_question(reader: Reader, text: str) -> None:
    assert not any(ask.personal for ask in asks(reader, text))


@pytest.mark.parametrize("text", ["记不清了", "我们单位撤了", "我刚退", "哪个都不算", "派人来过我们站"])
def test_words_that_sound_like_a_deed_undo_nothing(reader: Reader, text: str) -> None:
    deeds = {"Undo", "Restart", "Handoff", "Repeat"}
    assert not deeds & {type(command).__name__ for command in commands(reader, text, "unit_level")}


@pytest.mark.parametrize(
    ("asked", "text"),
    [("unit_level", "街道算哪级"), ("series", "系列是啥"), ("evaluation_mode_target", "考评结合是啥意思")],
)
def test_to_ask_what_is_meant_by_a_question_is_to_ask_about_its_fact(reader: Reader, asked: str, text: str) -> None:
    assert commands(reader, text, asked) == (Why(asked),)


def test_questions_run_together_in_one_breath_are_told_apart(reader: Reader) -> None:
    first, second = asks(reader, "延聘占不占岗还有我能不能延聘")
    assert (first.personal, second.personal) == (False, True)


def test_to_wonder_aloud_is_to_ask_and_keeps_the_facts(reader: Reader) -> None:
    said = commands(reader, "我在县医院是副高想延聘不知道行不行")
    assert {"Ask"} < {type(command).__name__ for command in said}
    assert [command.value for command in said if isinstance(command, SetFact) and command.fact == "title_level"] == [
        "副高级"
    ]


def test_a_reference_behind_a_question_belongs_to_it(reader: Reader) -> None:
    (ask,) = asks(reader, "我能不能评中级,说的是第11条")
    assert (ask.personal, ask.clauses) == (True, (11,))


@pytest.mark.parametrize("text", ["直接告诉我结果", "结果给我说说", "你就说我行不行吧", "给个准话"])
def test_to_want_the_answer_told_is_to_ask_for_it(reader: Reader, text: str) -> None:
    assert commands(reader, text) == (Ask("", personal=True),)


@pytest.mark.parametrize(
    "text", ["三支一扶 期满 录用", "硕士 直接考核", "学历提升 奖励 基层事业单位", "以考代评 省内标准"]
)
def test_key_words_are_a_question_and_no_facts(reader: Reader, text: str) -> None:
    assert [type(command) for command in commands(reader, text)] == [Ask]


@pytest.mark.parametrize(
    "text", ["县医院 副高 56岁", "14条 县医院 专技岗 主任医师 单位需要 人社局核准", "西部计划志愿者"]
)
def test_facts_of_a_case_are_no_key_words(reader: Reader, text: str) -> None:
    assert any(isinstance(command, SetFact) for command in commands(reader, text))


@pytest.mark.parametrize("text", ["会计系列,想考中级", "想评副高", "准备往副主任医师上考"])
def test_a_wish_for_a_grade_is_a_fact_where_a_fact_was_asked_for(reader: Reader, text: str) -> None:
    said = commands(reader, text, "target_level")
    assert {type(command) for command in said} == {SetFact}


def test_a_wish_for_a_grant_asks_though_it_states_a_fact(reader: Reader) -> None:
    assert {type(command) for command in commands(reader, "想破格评正高")} == {SetFact, Ask}


@pytest.mark.parametrize(
    ("text", "side"),
    [
        ("这个文件现在还有效吗", "validity"),
        ("是不是试行的", "trial"),
        ("这政策啥时候出的", "issued"),
        ("哪个部门发的", "issuer"),
        ("文号是多少", "number"),
        ("文件全称叫啥", "title"),
        ("一共多少条", "size"),
        ("最新的政策是哪个", "newest"),
    ],
)
def test_the_side_of_the_document_that_is_asked_about_is_told(reader: Reader, text: str, side: str) -> None:
    assert commands(reader, text) == (AboutDocument(side),)


@pytest.mark.parametrize(
    ("text", "asked"),
    [("是不是试行的", "directed_pilot"), ("什么时候发的", "county_award"), ("有效", "directed_pilot")],
)
def test_while_something_is_asked_the_document_must_be_named(reader: Reader, text: str, asked: str) -> None:
    assert AboutDocument not in {type(command) for command in commands(reader, text, asked)}
