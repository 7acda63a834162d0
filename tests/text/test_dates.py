"""Dates and spans of time, and the whole years that have passed."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.text.dates import DateMention, find_dates, years_between
from assistant.text.moment_grammar import find_moments

TODAY = date(2026, 11, 24)
EVENTS = ("参加工作", "毕业", "出生", "生人", "来的", "调来", "上班")


def one(text: str, as_of: date = TODAY) -> DateMention:
    (mention,) = find_dates(text, as_of, EVENTS)
    return mention


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("2009年7月到现在", 17), ("从2009年7月算起", 17), ("从2009年7月算到现在", 17), ("2009年7月-今", 17),
        ("1994.9至今", 32),
        ("94.9至今", 32), ("九四年九月分到村小,到现在一直没动过地方", 32), ("九六年三月起", 30),
        ("二〇〇九年七月至今", 17),
        ("打15年起就在村里", 11), ("自1998年7月", 28), ("2009年参加工作到现在", 17), ("从2009起", 17), ("2009至今", 17),
        ("15年7月到现在", 11), ("2011年8月到现在一直在那儿", 15), ("1996年11月25日至今", 29),
        ("1996年11月24日至今", 30), ("98到现在", 28), ("98-今", 28), ("03至今", 23),
    ],
)  # fmt: skip
def test_a_span_to_today_counts_whole_years(text: str, years: int) -> None:
    assert (one(text).kind, one(text).whole_years) == ("since", years)


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("71年3月的", 55), ("1971年12月生人", 54), ("1968年2月出生", 58), ("1971.3.5出生", 55),
        ("1971-12", 54), ("19710305", 55),
        ("98年参加工作", 28), ("九八年参加工作的", 28), ("15年毕业", 11), ("15年从农大毕业", 11), ("一五年来的", 11),
        ("两千年参加工作", 26), ("零三年七月来的", 23), ("去年九月", 1), ("上个月", 0), ("今年年初", 0),
        ("三年前调来的", 3),
        ("十五年前", 15), ("71的", 55), ("我是71年的", 55), ("1995年春天", 31), ("九五年9月份", 31),
        ("七八年参加工作", 48), ("1991年中专毕业", 35),
    ],
)  # fmt: skip
def test_a_date_alone_counts_whole_years(text: str, years: int) -> None:
    assert (one(text).kind, one(text).whole_years) == ("point", years)


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("2001年到2010年", 9),
        ("2001-2010年", 9),
        ("98年到05年", 7),
        ("1998年7月—2005年8月".replace("—", "-"), 7),
        ("2009年7月干到2016年8月", 7),
        ("98年到明年3月", 28),
        ("2012年到2028年", 14),
        ("1998-2016", 18),
        ("1998 - 2016", 18),
        ("98到16年", 18),
        ("98-16", 18),
        ("98到2016年", 18),
        ("03到16年", 13),
        ("从98年干到16年", 18),
        ("98.7-16.8", 18),
        ("一九九八到二零一六年", 18),
    ],
)
def test_a_closed_span_counts_from_end_to_end(text: str, years: int) -> None:
    assert (one(text).kind, one(text).whole_years) == ("range", years)


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("下个月才满", -1),
        ("明年三月", -1),
        ("年底就满", -1),
        ("12月满", -1),
        ("后年", -2),
        ("下周", -1),
        ("过年就", -1),
        ("后天满", -1),
    ],
)
def test_what_lies_ahead_counts_backwards(text: str, years: int) -> None:
    assert (one(text).kind, one(text).whole_years) == ("future", years)


@pytest.mark.parametrize("text", ["干到2015年才走", "2018年以前在那边"])
def test_an_end_alone_says_nothing_of_the_length(text: str) -> None:
    assert (one(text).kind, one(text).start, one(text).whole_years) == ("until", None, None)


@pytest.mark.parametrize(
    "text",
    ["干了15年", "在乡镇15年了", "15年", "20年", "15年6个月", "十五年零六个月", "5年3月", "九十年代", "2016年版",
     "〔2016〕44号", "44号文",
     "五六年了", "七八年了", "2月30日", "一月三千块", "每年12月", "59.5分", "98.5%", "12333", "满15年",
     "2024年度考核", "快30年了", "三个月", "15年来一直在", "15年以后",
     "今年五十四", "上个月刚满55", "去年评优了", "3月刚考核完",
     "0431-2016", "98-95分", "10到15年", "98到16岁", "2016-44号"],
)  # fmt: skip
def test_what_is_no_date_gives_none(text: str) -> None:
    assert find_dates(text, TODAY, EVENTS) == ()


def test_a_year_alone_leaves_a_year_open() -> None:
    assert (one("98年参加工作").whole_years, one("98年参加工作").fewest_years) == (28, 27)
    assert (one("1998年7月").whole_years, one("1998年7月").fewest_years) == (28, 28)


@pytest.mark.parametrize(
    ("text", "most", "fewest"), [("农历七一年三月", 55, 55), ("66年腊月的", 59, 59), ("七一年十月初八", 55, 54)]
)
def test_a_lunar_date_leaves_the_days_open_that_it_can_mean(text: str, most: int, fewest: int) -> None:
    assert (one(text).whole_years, one(text).fewest_years) == (most, fewest)


def test_this_very_month_leaves_a_year_open() -> None:
    assert (one("1971年11月出生").whole_years, one("1971年11月出生").fewest_years) == (55, 54)


@pytest.mark.parametrize(
    ("year", "full"), [("26", 2026), ("27", 2027), ("35", 2035), ("45", 1945), ("98", 1998), ("05", 2005), ("71", 1971)]
)
def test_two_digits_lie_in_the_past_or_in_the_next_few_years(year: str, full: int) -> None:
    (moment,) = find_moments(f"{year}年1月")
    first, _ = moment.days(TODAY) or (None, None)
    assert first == date(full, 1, 1)


def test_who_was_born_on_a_leap_day_is_older_on_the_first_of_march() -> None:
    born = date(1972, 2, 29)
    assert years_between(born, date(2027, 2, 28)) == 54
    assert years_between(born, date(2027, 3, 1)) == 55
    assert years_between(born, date(2028, 2, 29)) == 56


def test_a_span_takes_in_the_words_that_close_it() -> None:
    text = "我2009年7月到现在一直在那儿"
    assert one(text).span.of(text) == "2009年7月到现在"


@given(st.dates(date(1950, 1, 1), date(2026, 11, 24)))
def test_a_written_date_is_read_back_and_counted_right(day: date) -> None:
    for text in (f"{day.year}年{day.month}月{day.day}日", f"{day:%Y-%m-%d}", f"{day:%Y.%m.%d}", f"{day:%Y%m%d}"):
        mention = one(text)
        assert (mention.start, mention.precision) == (day, "day")
        assert mention.whole_years == years_between(day, TODAY) == mention.fewest_years


@given(st.dates(date(1950, 1, 1), date(2020, 1, 1)), st.integers(0, 9000))
def test_whole_years_never_fall_as_time_passes(start: date, later: int) -> None:
    middle = start + timedelta(days=later)
    assert 0 <= years_between(start, middle) <= years_between(start, middle + timedelta(days=1))
