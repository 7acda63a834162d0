"""Numbers as people write and say them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.text.numerals import find_numerals, read_numeral

DIGITS = "零一二三四五六七八九"


def spell(number: int) -> str:
    """Say a number below ten thousand in full."""
    if number < 10:
        return DIGITS[number]
    said, gap = "", False
    for worth, unit in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = number // worth % 10
        if digit:
            said += ("零" if gap and said else "") + DIGITS[digit] + unit
        gap = not digit
    return said


@given(st.integers(0, 9999))
def test_what_is_spelled_out_is_read_back(number: int) -> None:
    assert read_numeral(spell(number)) == number


@given(st.integers(10, 19))
def test_ten_to_nineteen_are_read_with_and_without_the_one(number: int) -> None:
    assert read_numeral(spell(number)) == read_numeral(spell(number).removeprefix("一")) == number


@given(st.integers(0, 9999))
def test_digits_are_read_in_both_scripts(number: int) -> None:
    assert read_numeral(str(number)) == number
    digits = "".join(DIGITS[int(digit)] for digit in str(number))
    assert read_numeral(digits) == number


@pytest.mark.parametrize(
    ("said", "value"),
    [
        ("十五", 15), ("一十六", 16), ("廿五", 25), ("卅一", 31), ("卅", 30), ("卌二", 42), ("两", 2),
        ("俩", 2), ("仨", 3),
        ("〇", 0), ("百三", 130), ("两百五", 250), ("两百零五", 205), ("一万三", 13000), ("五十有六", 56),
        ("五十又六", 56),
        ("10", 10), ("15.5", 15.5), ("三点五", 3.5), ("十五点五", 15.5), ("二〇〇九", 2009),
        ("一九七一", 1971), ("08", 8),
        ("5万4千6百", 54600), ("1千零1", 1001), ("伍拾陆", 56), ("1,050,000", 1050000), ("5十", 50), ("二百", 200),
    ],
)  # fmt: skip
def test_one_number_in_its_many_spellings(said: str, value: float) -> None:
    assert read_numeral(said) == value


@pytest.mark.parametrize(
    ("said", "low", "high"),
    [("十七八", 17, 19), ("二十五六", 25, 27), ("三四十", 30, 50), ("五六", 5, 7), ("三五", 3, 6), ("两三", 2, 4),
     ("一两", 1, 3), ("三两", 2, 4), ("一百二三十", 120, 140), ("三五百", 300, 600), ("一万六七", 16000, 18000)],
)  # fmt: skip
def test_neighbouring_numbers_are_a_range(said: str, low: float, high: float) -> None:
    (numeral,) = find_numerals(said)
    assert (numeral.low, numeral.high) == (low, high)


@pytest.mark.parametrize("said", ["", "年", "十七八", "点五", "三点", "百分之五"])
def test_what_is_no_exact_number_has_no_value(said: str) -> None:
    assert read_numeral(said) is None


@pytest.mark.parametrize("word", ["大陆", "入伍", "收拾", "四川", "十分", "美味十足", "万一", "肆意"])
def test_words_that_hold_a_digit_are_no_numbers(word: str) -> None:
    assert find_numerals(word) == ()


def test_numbers_are_found_where_they_stand() -> None:
    text = "干了十七八年,今年五十有六,有10.5亩地"
    assert [numeral.span.of(text) for numeral in find_numerals(text)] == ["十七八", "五十有六", "10.5"]


def test_having_one_of_something_is_no_part_of_the_number_before() -> None:
    text = "今年五十有一个孩子"
    assert [numeral.value for numeral in find_numerals(text)] == [50, 1]


@given(st.text(alphabet="零一二两三九十百千万亿点半几多廿卅有年宝0123456789.,", max_size=20))
def test_no_text_breaks_the_reader_of_numbers(text: str) -> None:
    read_numeral(text)
    for numeral in find_numerals(text):
        assert 0 <= numeral.span.start < numeral.span.end <= len(text)


@pytest.mark.parametrize("name", ["万宝", "万年", "亿万", "千山", "百合"])
def test_a_name_that_begins_like_a_number_is_none(name: str) -> None:
    assert read_numeral(name) is None
