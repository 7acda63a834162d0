"""Later words that undo what was said before."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import pytest

from assistant.domain.fact import Bound, FactValue
from assistant.domain.utterance import Deny, SetBound, Undo
from assistant.understanding.reading import Context, Reader

AS_OF = date(2026, 11, 24)
KNOWN: Mapping[str, FactValue] = {
    "unit_level": "乡镇",
    "township_years": 31,
    "township_continuous_years": 31,
    "excellent_streak": 3,
    "urgent_shortage": False,
    "age": 55,
}


def undone(reader: Reader, words: str, asked: str | None = None, known: Mapping[str, FactValue] = KNOWN) -> set[str]:
    reading = reader.read(words, Context(asked, AS_OF, known))
    return {command.fact for command in reading.commands if isinstance(command, Deny) and command.value is None}


@pytest.mark.parametrize(
    ("words", "facts"),
    [
        ("中间断过", {"township_continuous_years"}),
        ("说实话当中歇了三年", {"township_continuous_years", "township_years"}),
        ("不是连着的", {"township_continuous_years"}),
        ("期间借调到县局一年", {"township_continuous_years", "township_years"}),
        ("中间去县医院干过两年", {"township_continuous_years", "township_years"}),
        ("有两年不在镇上", {"township_continuous_years", "township_years"}),
        ("哎是断断续续的", {"township_continuous_years"}),
        ("有一年只是合格", {"excellent_streak"}),
        ("去年没评上优秀", {"excellent_streak"}),
        ("三年优秀不是连着的", {"excellent_streak"}),
        ("后来又撤回去了", {"urgent_shortage"}),
        ("人社那边还没批呢", {"urgent_shortage"}),
    ],
)
def test_words_that_undo(words: str, facts: set[str], reader: Reader) -> None:
    assert undone(reader, words) == facts


@pytest.mark.parametrize(
    "words",
    ["前年批的,今年到期了", "批的是职称", "给别人批的", "不是批我的", "卫健局批的", "人社局批了又收回了"],
)
def test_a_finding_of_another_time_matter_person_or_office_is_undone(words: str, reader: Reader) -> None:
    known: dict[str, FactValue] = {"extension_needed": True, "extension_confirmed": True}
    assert undone(reader, words, known=known) == {"extension_confirmed"}


@pytest.mark.parametrize("words", ["三支一扶去年到期了", "合同到期了", "人社局批的"])
def test_what_ends_besides_leaves_the_finding(words: str, reader: Reader) -> None:
    assert not undone(reader, words, known={"extension_needed": True, "extension_confirmed": True})


@pytest.mark.parametrize(
    "words",
    [
        "没断过",
        "从来没离开过",
        "我同事中间断过两年",
        "要是中间断两年呢",
        "社保断了两个月",
        "每年都合格",
        "条文说中间断过的不算",
        "不能算断过吧",
        "休产假算不算断",
    ],
)
def test_words_that_undo_nothing(words: str, reader: Reader) -> None:
    assert undone(reader, words) == set()


def test_what_is_left_of_the_years_is_a_bound(reader: Reader) -> None:
    commands = reader.read("中间停薪留职了两年", Context(None, AS_OF, KNOWN)).commands
    assert [each.bound for each in commands if isinstance(each, SetBound)] == [Bound(at_least=29.0)]


def test_a_total_said_behind_the_break_stands(reader: Reader) -> None:
    reading = reader.read("中间断过两年,加起来18年", Context(None, AS_OF, KNOWN))
    assert reading.facts["township_years"] == 18
    assert "township_continuous_years" not in reading.facts


def test_a_break_in_the_same_breath_leaves_no_continuous_years(reader: Reader) -> None:
    reading = reader.read("我一直在镇卫生院干了31年,中间断了两年", Context(None, AS_OF))
    assert "township_continuous_years" not in reading.facts


def test_an_open_finding_answers_the_question_for_one(reader: Reader) -> None:
    assert undone(reader, "还没批呢", asked="extension_confirmed") == set()


@pytest.mark.parametrize("words", ["我刚才说错了", "哎呀打错了", "不对,我算错了", "等等,说错了"])
def test_nothing_but_a_mistake_takes_back_the_last_turn(words: str, reader: Reader) -> None:
    assert reader.read(words, Context(None, AS_OF, KNOWN)).commands == (Undo(),)


@pytest.mark.parametrize(
    ("words", "fact", "value"),
    [("不是,1973年5月", "age", 53), ("不,95年7月的", "township_years", 31), ("不不,是32年", "township_years", 32)],
)
def test_a_no_before_a_number_puts_the_nearest_right(words: str, fact: str, value: int, reader: Reader) -> None:
    known = {"township_years": 30, "township_continuous_years": 30, "age": 55}
    known = {"age": 55, **known} if fact != "age" else known
    assert reader.read(words, Context(None, AS_OF, known)).facts[fact] == value


HELD: Mapping[str, FactValue] = {
    "title_level": "副高级",
    "professional_post": True,
    "township_years": 31,
    "township_continuous_years": 31,
    "county_award": True,
    "extension_confirmed": True,
    "unit_consents": True,
}


@pytest.mark.parametrize(
    ("words", "facts"),
    [
        ("副高还没下来呢", {"title_level"}),
        ("副高是我同事的", {"title_level"}),
        ("职称那是瞎说的", {"title_level"}),
        ("年限得再算算", {"township_years", "township_continuous_years"}),
        ("31年可能不准", {"township_years", "township_continuous_years"}),
        ("去年提干了", {"professional_post"}),
        ("岗位变了", {"professional_post"}),
        ("院长又反悔了", {"unit_consents"}),
    ],
)
def test_doubt_beside_a_known_fact_undoes_it(words: str, facts: set[str], reader: Reader) -> None:
    assert undone(reader, words, known=HELD) == facts


@pytest.mark.parametrize(
    "words", ["副高没有名额", "我们站没有副高指标", "那副高不受限制吗", "要是副高没了呢", "是15年,不是31年"]
)
def test_words_beside_a_known_fact_that_leave_it(words: str, reader: Reader) -> None:
    assert undone(reader, words, known=HELD) == set()


@pytest.mark.parametrize(
    ("words", "asked"),
    [
        ("还没说不同意", "unit_consents"),
        ("领导不能不同意", "unit_consents"),
        ("没说不合格", "assessment_qualified"),
        ("人社没说不算", "urgent_shortage"),
    ],
)
def test_a_twisted_denial_gives_no_fact(words: str, asked: str, reader: Reader) -> None:
    assert asked not in reader.read(words, Context(asked, AS_OF)).facts


@pytest.mark.parametrize(
    "words",
    [
        "教我的老师在镇里干了四十年",
        "带俺的师傅在村小教了三十年,他可是副高",
        "跟我一个科的同事55了",
        "法定退休年龄是六十岁",
    ],
)
def test_what_is_told_of_others_or_of_the_law_is_no_fact(words: str, reader: Reader) -> None:
    assert reader.read(words, Context(None, AS_OF)).facts == {}
