"""Corrections of the answer given last, in the bare words of an answer."""

from __future__ import annotations

from datetime import date

import pytest

from assistant.domain.fact import FactValue
from assistant.domain.utterance import Deny
from assistant.understanding.reading import Context, Reader

AS_OF = date(2026, 11, 24)


def context(answered: str, value: FactValue, asked: str | None = None) -> Context:
    return Context(asked, AS_OF, {answered: value}, answered=answered)


@pytest.mark.parametrize(
    ("answered", "old", "words", "new"),
    [
        ("unit_level", "市级", "更正一下,就镇里", "乡镇"),
        ("unit_level", "市级", "刚才说错了 应该是归街道办管", "街道"),
        ("unit_kind", "企业", "哦不对,是事业的", "事业单位"),
        ("assessment_qualified", False, "说错了,是合格", True),
        ("professional_post", False, "不对不对 是干技术的岗", True),
        ("township_years", 1, "哎不是,3年", 3),
        ("annual_excellent", False, "记错了,有", True),
        ("executive", True, "说错了,是没有 我就一干活的", False),
        ("recruiting_unit", "基层事业单位", "哎不是,省属事业单位", "省市属事业单位"),
        ("education", "专科", "哎呀打错了,本科", "本科"),
    ],
)
@pytest.mark.parametrize("asked", [None, "county_reward_policy"])
def test_the_answer_given_last_is_put_right(
    answered: str, old: FactValue, words: str, new: FactValue, asked: str | None, reader: Reader
) -> None:
    assert reader.read(words, context(answered, old, asked)).facts == {answered: new}


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        ("extension_needed", "不对,其实我是镇农机站的"),
        ("professional_post", "哦不对,是乡农技站"),
        ("county_reward_policy", "不是,我在县医院"),
        ("grassroots_experience", "对了,我想考市直事业单位"),
        ("off_hours", "哎不是,学历是本科"),
    ],
)
def test_a_mark_of_correction_answers_no_question(asked: str, words: str, reader: Reader) -> None:
    facts = reader.read(words, Context(asked, AS_OF)).facts
    assert facts
    assert asked not in facts


@pytest.mark.parametrize(
    ("asked", "words", "value"),
    [
        ("grassroots_experience", "不是", False),
        ("grassroots_experience", "不对", False),
        ("grassroots_experience", "对,干过", True),
        ("professional_post", "不是,我是管理岗", False),
    ],
)
def test_a_plain_no_still_answers(asked: str, words: str, value: bool, reader: Reader) -> None:
    assert reader.read(words, context("unit_level", "乡镇", asked)).facts[asked] is value


def test_a_correction_that_cannot_be_read_takes_the_answer_back(reader: Reader) -> None:
    commands = reader.read("说错了,哇啦巴拉", context("duties_done", True)).commands
    assert commands == (Deny("duties_done", None, "说错了"),)


@pytest.mark.parametrize("words", ["人社局没任定她贡献突出", "县里没任定我贡献突出", "人社局没正式发文认定我贡献突出"])
def test_a_finding_with_a_no_before_it_is_none(words: str, reader: Reader) -> None:
    assert reader.read(words, Context(None, AS_OF)).facts.get("outstanding_contribution") is not True


def test_the_no_that_ends_a_question_denies_nothing_behind_it(reader: Reader) -> None:
    facts = reader.read("在卫生院办企业我能干不单位同意了", Context(None, AS_OF)).facts
    assert facts["unit_consents"] is True


@pytest.mark.parametrize(
    ("known", "words", "fact", "value"),
    [
        ({"service_completed": True, "service_program": "特岗计划"}, "其实还没满", "service_completed", False),
        ({"unit_consents": True}, "说实话不同意", "unit_consents", False),
        ({"service_completed": True}, "算错了,得到明年才满", "service_completed", False),
    ],
)
def test_words_that_say_little_alone_change_a_fact_told_lately(
    known: dict[str, FactValue], words: str, fact: str, value: FactValue, reader: Reader
) -> None:
    assert reader.read(words, Context("education", AS_OF, known)).facts == {fact: value}


@pytest.mark.parametrize("words", ["农业我够条件没单位考核没合格", "我够不我服务期已经满了"])
def test_the_end_of_a_question_is_no_denial(words: str, reader: Reader) -> None:
    facts = reader.read(words, Context(None, AS_OF)).facts
    assert facts.get("assessment_qualified") is not True
    assert facts.get("service_completed") is not False
