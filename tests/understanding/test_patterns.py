"""The pattern language of rules/terms: what is written, what it matches, and what is refused."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.understanding.patterns import PatternCompiler, PatternError

COMPILER = PatternCompiler({"got": ["得过", "拿到[了]"], "prize": ["奖", "<got>表彰"]})


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("考核合格", "单位考核合格了"),
        ("(没|不)合格", "不合格"),
        ("副高[级]职称", "副高职称"),
        ("副高级?职称", "副高级职称"),
        ("<got>~奖", "拿到了县里的奖"),
        ("(好|很)*多", "很好多"),
        ("(好|很)+多", "好多"),
        ("第#条", "第十二条"),
        ("^乡里$", "乡里"),
        ("&不&", "能不能"),
    ],
)
def test_a_pattern_matches_what_it_means(source: str, text: str) -> None:
    assert COMPILER.compile(source).search(text)


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("考核合格", "考核没合格"),
        ("^乡里$", "在乡里"),
        ("<got>~奖", "拿到了三年以前县里设立的奖"),
        ("(好|很)+多", "多"),
        ("&不&", "行不能"),
    ],
)
def test_a_pattern_matches_nothing_else(source: str, text: str) -> None:
    assert not COMPILER.compile(source).search(text)


def test_the_needed_words_never_hide_a_match() -> None:
    pattern = COMPILER.compile("[很](好|多)~(得过|<prize>)")
    for text in ("多年得过", "好像拿到了表彰", "好奖"):
        assert pattern.possible(text)
        assert pattern.search(text)


def test_a_pattern_without_gaps_can_be_written_out() -> None:
    assert set(COMPILER.expand("(甲|乙)[丙]丁")) == {"甲丁", "甲丙丁", "乙丁", "乙丙丁"}


def test_a_number_pattern_looks_at_both_sides_of_the_number() -> None:
    pattern = COMPILER.compile_number("干了#[多]年")
    assert pattern.fits("在乡里干了", "年")
    assert not pattern.fits("在乡里", "年")
    assert not pattern.fits("干了", "个月")


@pytest.mark.parametrize("source", ["(甲|乙", "甲)", "<无此词类>", "甲||(", "*甲"])
def test_a_pattern_that_cannot_be_read_is_named(source: str) -> None:
    with pytest.raises(PatternError) as caught:
        COMPILER.compile(source)
    assert caught.value.source == source


def test_a_number_pattern_has_one_place_for_the_number() -> None:
    for source in ("干了", "#年#"):
        with pytest.raises(PatternError):
            COMPILER.compile_number(source)


SET = COMPILER.compile_all(["考核合格", "(没|不)合格", "副高[级]", "<got>~奖", "^乡里$", "&不&", "第#条", "~级"])


@given(st.text(alphabet="考核没不合格副高级得过奖乡里能第一条,", max_size=30))
def test_a_set_finds_what_its_patterns_find_one_by_one(text: str) -> None:
    found = [match.span() for pattern in SET.patterns for match in pattern.find(text)]
    assert [match.span() for match in SET.find(text)] == found
    assert (text in SET) == any(pattern.search(text) for pattern in SET.patterns)
    assert SET.covers(text) == any(pattern.covers(text) for pattern in SET.patterns)
    assert [match.span() for match in SET.match(text)] == [
        match.span() for pattern in SET.patterns if (match := pattern.regex.match(text))
    ]


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("(好|很)*多", "好好很很多"),
        ("第#条", "第二百五十五半条"),
        ("&不&", "可以不可以"),
        ("<got>~奖", "拿到了一二三四五六奖"),
    ],
)
def test_no_match_is_longer_than_the_pattern_says(source: str, text: str) -> None:
    assert COMPILER.compile(source).covers(text)
    assert COMPILER.compile(source).longest == len(text)
