"""One spelling for what people type, with the way back to their own characters."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.domain.document import Span
from assistant.text.normalise import normalise


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("３０年", "30年"),
        ("我在鄉鎮衛生院上班", "我在乡镇卫生院上班"),
        ("三十來年", "三十来年"),
        ("５５歲", "55岁"),
        ("（一）", "(一)"),
        ("1998—2005", "1998-2005"),
        ("二○○九年", "二〇〇九年"),
        ("干了\u200b15\ufeff年", "干了15年"),
        ("干了👍15年", "干了 15年"),
        ("干了\u300015年", "干了 15年"),
        ("第一行\n第二行", "第一行\n第二行"),
        ("⑮年", "15年"),
        ("\ud800坏了", " 坏了"),
        ("", ""),
    ],
)
def test_spellings_come_out_the_same(raw: str, text: str) -> None:
    assert normalise(raw).text == text


def test_a_quote_is_in_the_characters_of_the_user() -> None:
    said = normalise("我在鄉鎮幹了３０年👍")
    at = said.text.index("30年")
    assert said.quote(Span(at, at + 3)) == "３０年"
    assert said.quote(Span(2, 4)) == "鄉鎮"


def test_a_character_that_became_several_is_quoted_whole() -> None:
    said = normalise("⑮年")
    assert said.quote(Span(0, 1)) == said.quote(Span(1, 2)) == "⑮"
    assert said.quote(Span(0, 3)) == "⑮年"


def test_an_empty_span_quotes_nothing() -> None:
    said = normalise("十五年")
    assert said.quote(Span(1, 1)) == said.quote(Span(3, 3)) == ""


def test_the_converter_can_be_another() -> None:
    assert normalise("歲", lambda text: text.replace("歲", "岁")).text == "岁"


def test_a_converter_that_changes_lengths_is_used_character_by_character() -> None:
    said = normalise("甲乙", lambda text: "丙" if text == "甲" else text * 2)
    assert said.text == "丙乙"


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("在 乡 镇 干 了 十 四 年", "在乡镇干了十四年"),
        ("我 今 年 5 3 岁，干 了 1 4 年", "我今年53岁,干了14年"),
        ("公 主 岭 市", "公 主 岭 市"),
        ("干了 31 年 今年 54 副高", "干了 31 年 今年 54 副高"),
        ("15 16 17 18 19 20", "15 16 17 18 19 20"),
    ],
)
def test_only_characters_that_stand_apart_one_by_one_are_drawn_together(raw: str, text: str) -> None:
    said = normalise(raw)
    assert said.text == text
    assert said.quote(Span(0, len(text))) == raw


@pytest.mark.parametrize("raw", ["干了14年…55岁", "干了14年...55岁", "干了14年……55岁"])
def test_dots_in_a_row_are_a_pause(raw: str) -> None:
    assert set(normalise(raw).text.removeprefix("干了14年").removesuffix("55岁")) == {","}


@given(st.text(max_size=300))
def test_every_span_maps_to_characters_of_the_user_in_order(raw: str) -> None:
    said = normalise(raw)
    assert len(said.offsets) == len(said.text)
    assert list(said.offsets) == sorted(said.offsets)
    whole = said.raw_span(Span(0, len(said.text)))
    assert 0 <= whole.start <= whole.end <= len(raw)
    for at in range(len(said.text)):
        assert said.quote(Span(at, at + 1)) == raw[said.offsets[at]]


@given(st.text(max_size=300))
def test_the_way_there_and_back_covers_the_same_characters(raw: str) -> None:
    said = normalise(raw)
    for at in range(len(said.text)):
        back = said.text_span(said.raw_span(Span(at, at + 1)))
        assert back.start <= at < back.end


@given(st.text(max_size=300))
def test_normalising_twice_changes_nothing_more(raw: str) -> None:
    once = normalise(raw).text
    assert len(normalise(once).text) <= len(once) or normalise(normalise(once).text).text == normalise(once).text
