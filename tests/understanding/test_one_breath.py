"""Facts told in one breath with a question, or with one another, without any mark between them, are still facts."""

from __future__ import annotations

from datetime import date
from itertools import product

import pytest

from assistant.understanding.lexicon import Lexicon
from assistant.understanding.reading import Context, Reader

AS_OF = date(2026, 11, 24)
QUESTIONS_AHEAD = ("十二条我够不够", "第十二条我能用上吗", "延聘我能不能办", "我够不够第12条：")
SPEAKERS = ("我是", "俺在", "本人系", "来电人系", "")
UNITS = {
    "镇卫生院": "乡镇",
    "县妇幼保健院": "县级",
    "县疾控中心": "县级",
    "县水利局下属的水利站": "县级",
    "市直事业单位": "市级",
}
QUESTIONS_BEHIND = ("12条能聘不", "够不够12条", "我行不行")


def facts(reader: Reader, text: str) -> dict[str, object]:
    return dict(reader.read(text, Context(None, AS_OF)).facts)


@pytest.mark.parametrize("question", QUESTIONS_AHEAD)
def test_a_case_told_right_behind_a_question(reader: Reader, question: str) -> None:
    for speaker, (unit, level) in product(SPEAKERS, UNITS.items()):
        told = facts(reader, f"{question}{speaker}{unit}专技岗副主任医师今年五十六")
        assert told["unit_level"] == level, (question, speaker, unit)
        assert told["title_level"] == "副高级", (question, speaker, unit)
        assert told["professional_post"] is True
        assert told["age"] == 56


@pytest.mark.parametrize("question", QUESTIONS_BEHIND)
def test_a_question_right_behind_a_case(reader: Reader, question: str) -> None:
    for speaker, (unit, level) in product(SPEAKERS[:4], UNITS.items()):
        told = facts(reader, f"{speaker}{unit}专业技术岗位高级农艺师现年五十七周岁{question}")
        assert told["unit_level"] == level, (question, speaker, unit)
        assert told["title_level"] == "副高级", (question, speaker, unit)
        assert told["age"] == 57


@pytest.mark.parametrize(
    "text",
    [
        "能不能聘副主任医师",
        "乡镇卫生院的主任医师能不能延聘",
        "乡镇干满三十年有副高的能直接聘不",
        "街道的社区卫生服务中心算不算乡镇单位",
        "能不能到乡镇卫生院工作",
    ],
)
def test_a_question_about_others_or_of_a_wish_tells_no_case(reader: Reader, text: str) -> None:
    assert facts(reader, text) == {}


@pytest.mark.slow
def test_a_title_is_heard_behind_the_name_of_any_unit(reader: Reader, lexicon: Lexicon) -> None:
    names = [name for name in lexicon.units.institutions if len(name) > 1 and not name.endswith(("小", "小学"))]
    assert len(names) > 1000
    unheard = [name for name in names[::7] if facts(reader, f"我在{name}，主管护师").get("title_level") != "中级"]
    beside = [
        name for name in names[::7] if facts(reader, f"本人系{name}专业技术岗位主管护师").get("title_level") != "中级"
    ]
    assert (unheard, beside) == ([], [])
