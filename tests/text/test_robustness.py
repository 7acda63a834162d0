"""No text of any kind raises or takes long, and every span is the user's own text."""

import time
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.text.dates import find_dates
from assistant.text.masking import mask
from assistant.text.normalise import normalise
from assistant.text.quantities import find_quantities

TODAY = date(2026, 11, 24)
EVENTS = ("参加工作", "毕业", "出生")
HOMOPHONES = ("随", "碎")
WORDS = """
0 1 5 9 12 30 55 98 2009 199407 零 一 两 三 五 十 廿 百 千 万 半 几 多 来 年 个 月 日 号 岁 周岁 虚岁 条 第 到 至
- ~ . / : , 。 ( ) 快 近 小 不到 差 还差 满 以上 左右 出头 奔 从 起 至今 到现在 去年 上个月 下个月 今年 前 后 了 啦 的
参加工作 出生 随 碎 我 比 大 nian sui @ 〔 〕 % ３ 歲 ⑮ … 😀
"""
PIECES = st.sampled_from([*WORDS.split(), " ", "\u3000", "\n"])
SAID = st.lists(PIECES, max_size=60).map("".join) | st.text(max_size=400)


@settings(max_examples=120, deadline=None)
@given(SAID)
def test_spans_are_in_range_disjoint_in_order_and_quoted_from_the_user(raw: str) -> None:
    said = normalise(raw)
    found = find_quantities(said.text, EVENTS, HOMOPHONES)
    dated = find_dates(said.text, TODAY, EVENTS)
    for spans in ([q.span for q in found], [d.span for d in dated]):
        ends = 0
        for span in spans:
            assert ends <= span.start < span.end <= len(said.text)
            assert said.quote(span)
            assert said.quote(span) in raw
            ends = span.end


@settings(max_examples=120, deadline=None)
@given(SAID)
def test_a_value_excludes_bounds_and_bounds_are_in_order(raw: str) -> None:
    for quantity in find_quantities(normalise(raw).text, EVENTS, HOMOPHONES):
        if quantity.value is not None:
            assert (quantity.at_least, quantity.below) == (None, None)
        if quantity.at_least is not None and quantity.below is not None:
            assert quantity.at_least <= quantity.below


@settings(max_examples=100, deadline=None)
@given(SAID)
def test_no_number_is_both_a_date_and_a_quantity(raw: str) -> None:
    text = normalise(raw).text
    dated = find_dates(text, TODAY, EVENTS)
    for quantity in find_quantities(text, EVENTS, HOMOPHONES):
        digits = [at for at in range(quantity.span.start, quantity.span.end) if text[at].isdecimal()]
        assert not any(mention.span.start <= at < mention.span.end for mention in dated for at in digits)


@settings(max_examples=100, deadline=None)
@given(SAID, st.dates(date(1, 1, 1), date(9999, 12, 31)))
def test_any_day_may_be_asked_about(raw: str, as_of: date) -> None:
    find_dates(normalise(raw).text, as_of, EVENTS)


LONG = {
    "sentences": "我在那儿干了31年,今年54,2009年7月参加工作。",
    "lengths": "15年", "tens": "十", "mixed": "一二十五百千万", "dashes": "1-", "points": "1.",
    "years": "2009年", "hedges": "不到",
    "differences": "差两年", "ages": "虚岁", "zeros": "零一", "blanks": " ", "mail": "a@a.", "ones": "1",
    "commas": "1,000",
}  # fmt: skip


@pytest.mark.parametrize("piece", LONG.values(), ids=LONG.keys())
def test_two_thousand_characters_are_read_at_once(piece: str) -> None:
    text = (piece * 2000)[:2000]
    normalise(text)
    best = min(_seconds(text) for _ in range(3))
    assert best < 0.1, f"{best * 1000:.0f} ms"


def _seconds(text: str) -> float:
    start = time.process_time()
    said = normalise(mask(text, ("我叫",)))
    find_quantities(said.text, EVENTS, HOMOPHONES)
    find_dates(said.text, TODAY, EVENTS)
    return time.process_time() - start
