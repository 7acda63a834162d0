"""Numbers that people say of themselves, with unit and hedge."""

import pytest

from assistant.text.quantities import Quantity, find_quantities

EVENTS = ("参加工作", "毕业", "出生", "来的")
HOMOPHONES = ("随", "周睡", "碎")


def read(text: str) -> tuple[Quantity, ...]:
    return find_quantities(text, EVENTS, HOMOPHONES)


def one(text: str) -> Quantity:
    (quantity,) = [q for q in read(text) if q.kind != "reference"]
    return quantity


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("十五年", 15), ("干了15年", 15), ("一十六年半", 16.5), ("三年零六个月", 3.5), ("两年半", 2.5), ("廿三年", 23),
        ("整整八年", 8), ("整30年", 30), ("14.9年", 14.9), ("卅一年", 31), ("三年整", 3), ("5年零3个月", 5.25),
        ("5年3个月", 5.25), ("15年6个月", 15.5), ("3年6月", 3.5), ("满15年", 15), ("足足三十年", 30), ("刚满5年", 5),
        ("十五个年头", 15), ("30周年", 30), ("一年半", 1.5), ("半年", 0.5), ("干过30年", 30), ("30年了", 30),
        ("三十年如一", 30), ("一晃二十年", 20), ("15nian", 15), ("3 nian", 3), ("再干两年", 2), ("教了15年书", 15),
        ("15年会怎样", 15), ("二十年零五个月", 20.4167), ("一年零俩月", 1.1667),
    ],
)  # fmt: skip
def test_a_length_of_time_is_in_years(text: str, value: float) -> None:
    quantity = one(text)
    assert (quantity.kind, quantity.value, quantity.hedge) == ("years", value, "")


@pytest.mark.parametrize(("text", "value"), [("18个月", 1.5), ("六个月", 0.5), ("仨月", 0.25), ("一个半月", 0.125)])
def test_months_alone_are_years_too(text: str, value: float) -> None:
    assert (one(text).kind, one(text).value) == ("months", value)


@pytest.mark.parametrize(("text", "value"), [("6天", 0.0164), ("三周", 0.0575), ("两个星期", 0.0384)])
def test_days_and_weeks_are_years_too(text: str, value: float) -> None:
    assert (one(text).kind, one(text).value) == ("days", value)


@pytest.mark.parametrize(
    ("text", "at_least", "below"),
    [
        ("不到十五年", None, 15), ("还没满30年", None, 30), ("没到30年", None, 30), ("没有30年", None, 30),
        ("没干满30年", None, 30), ("30年不到", None, 30), ("不足三年", None, 3), ("未满5年", None, 5),
        ("快30年了", 24, 30), ("小二十年了", 16, 20), ("近30年", 24, 30), ("将近三十年", 24, 30), ("差点30年", 24, 30),
        ("马上三十年", 24, 30), ("干了近三年", 2, 3),
        ("三十多年", 30, 40), ("30多年", 30, 40), ("三十余年", 30, 40), ("两年多", 2, 3), ("15年多", 15, 16),
        ("两年半多", 2.5, 3), ("30年以上", 30, None), ("30年往上", 30, None), ("30+年", 30, None), ("30年+", 30, None),
        ("超过30年", 30, None), ("至少20年", 20, None), ("不止二十年", 20, None), ("三十年有余", 30, None),
        ("三十年开外", 30, None), ("30年打底", 30, None), ("二十年出头", 20, 25),
        ("十几年", 10, 20), ("二十几年", 20, 30), ("五六年", 5, 7), ("十七八年", 17, 19), ("二三十年", 20, 40),
        ("三五年", 3, 6), ("一两年", 1, 3), ("三到五年", 3, 6), ("30-32年", 30, 33), ("大几十年", 50, 100),
        ("几十年", 20, 100), ("好几年", 3, 10), ("十来年", 8, 20), ("三十来年", 24, 40), ("最多14年", None, 15),
        ("大半年", 0.5, 1), ("小五年", 4, 5), ("二十年冒头", 20, 25), ("怎么也有三十年", 30, None),
        ("15年到20年之间", 15, 21), ("第15个年头", 14, 16), ("30年绰绰有余", 30, None),
    ],
)  # fmt: skip
def test_a_hedge_is_a_bound_and_no_value(text: str, at_least: float | None, below: float | None) -> None:
    quantity = one(text)
    assert (quantity.kind, quantity.value) == ("years", None)
    assert (quantity.at_least, quantity.below) == (at_least, below)
    assert quantity.hedge


@pytest.mark.parametrize(
    "text", ["大概20年", "20年左右", "二十年上下", "差不多三十年", "约30年", "估计有15年", "得有三十年", "一年半载"]
)
def test_about_so_long_is_neither_value_nor_bound(text: str) -> None:
    quantity = one(text)
    assert (quantity.value, quantity.at_least, quantity.below, quantity.hedge) == (None, None, None, "about")


@pytest.mark.parametrize("text", ["有没有30年", "够不够三十年", "满没满15年"])
def test_a_length_that_is_asked_about_is_not_stated(text: str) -> None:
    assert (one(text).value, one(text).at_least, one(text).below) == (None, None, None)


@pytest.mark.parametrize("text", ["近三年考核优秀", "最近三年"])
def test_the_last_three_years_are_three(text: str) -> None:
    assert one(text).value == 3


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("差两年满30年", 28), ("差两年三十年", 28), ("还差两年就三十年了", 28), ("30年还差两年", 28),
        ("离30年还差半年", 29.5),
        ("再有两年就30年", 28), ("干了30年差两个月", 29.8333), ("差俩月30年", 29.8333), ("差三个月55", 54),
        ("差一岁五十五", 54), ("还有三个月满55", 54),
    ],
)  # fmt: skip
def test_a_number_may_be_said_by_its_distance(text: str, value: float) -> None:
    assert (one(text).value, one(text).hedge) == (value, "difference")


@pytest.mark.parametrize("text", ["还差半年才到期", "我比我对象大三岁", "我比她小两岁", "一年后", "还有两年退休"])
def test_a_distance_alone_is_nobodys_length(text: str) -> None:
    assert (one(text).value, one(text).hedge) == (None, "difference")


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("我今年五十五周岁", 55), ("55岁", 55), ("周岁五十四", 54), ("年龄55", 55), ("年龄:56", 56),
        ("年纪五十五了", 55),
        ("55随", 55), ("今年五十七周睡了", 57), ("55sui", 55), ("五十五岁零三个月", 55), ("四十八岁半", 48.5),
        ("满55周岁", 55), ("按周岁算五十四", 54), ("55足岁", 55), ("55(周岁)", 55), ("六十的人了", 60), ("实岁55", 55),
    ],
)  # fmt: skip
def test_an_age_is_in_years_of_age(text: str, value: float) -> None:
    assert (one(text).kind, one(text).value) == ("age", value)


@pytest.mark.parametrize(
    ("text", "at_least", "below"),
    [
        ("奔六十", 50, 60), ("奔六张的人了", 50, 60), ("奔六", 50, 60), ("年近六十", 50, 60), ("年过五十", 50, 60),
        ("年过半百", 50, 60), ("快55岁了", 44, 55), ("不到55周岁", None, 55), ("五十多岁", 50, 60),
        ("55岁以上", 55, None),
        ("五十五六岁", 55, 57), ("五十啷当岁", 50, 60), ("虚岁五十六", 54, 56), ("五十六虚岁", 54, 56),
    ],
)  # fmt: skip
def test_a_hedged_age_is_a_bound(text: str, at_least: float | None, below: float | None) -> None:
    quantity = one(text)
    assert (quantity.kind, quantity.value) == ("age", None)
    assert (quantity.at_least, quantity.below) == (at_least, below)


def test_an_age_counted_the_old_way_says_so() -> None:
    assert one("虚岁五十六").hedge == "nominal"


@pytest.mark.parametrize(
    "text", ["五十六了", "我都58啦", "今年五十有六", "我今年57", "下个月才满五十五", "四十出头", "五十好几", "小五十"]
)
def test_a_bare_number_may_read_as_an_age(text: str) -> None:
    assert (one(text).kind, one(text).suggests_age) == ("bare", True)


@pytest.mark.parametrize("text", ["连续16年,54", "56 乡镇 31年"])
def test_a_bare_number_beside_a_length_is_the_age(text: str) -> None:
    assert [q.suggests_age for q in read(text) if q.kind == "bare"] == [True]


@pytest.mark.parametrize("text", ["工龄31", "31", "连续:22"])
def test_a_bare_number_alone_says_nothing_of_its_kind(text: str) -> None:
    assert (one(text).kind, one(text).suggests_age) == ("bare", False)


@pytest.mark.parametrize(
    "text",
    ["第12条", "12条我行不", "44号文", "3(5)年", "三年级", "九年制义务教育", "八十年代", "95后", "每年十期", "12333",
     "2016-44",
     "第三年", "一级教师", "8:30", "每3年", "13812345678", "1.我在乡镇", "一天没断", "一年也没落下"],
)  # fmt: skip
def test_a_number_that_names_something_measures_nothing(text: str) -> None:
    assert {quantity.kind for quantity in read(text)} == {"reference"}


@pytest.mark.parametrize(
    "text",
    ["一直在乡镇", "一样的", "三农", "两段", "一般", "几年能评中级", "98年参加工作", "九八年到零五年", "去年", "你好"],
)
def test_what_is_no_quantity_gives_none(text: str) -> None:
    assert [q for q in read(text) if q.kind != "count"] == []


@pytest.mark.parametrize(
    ("text", "unit", "value"),
    [("连续优秀3次", "次", 3), ("两篇论文", "篇", 2), ("500块钱", "块", 500), ("98%", "%", 98)],
)
def test_what_is_counted_keeps_its_measure_word(text: str, unit: str, value: float) -> None:
    assert (one(text).kind, one(text).unit, one(text).value) == ("count", unit, value)


def test_several_quantities_keep_their_order_and_their_own_words() -> None:
    text = "累计20年,其中连续的是快15年,今年54,虚岁五十六"
    assert [q.span.of(text) for q in read(text)] == ["20年", "快15年", "54", "虚岁五十六"]


def test_a_year_of_the_calendar_is_no_length_where_an_event_follows() -> None:
    assert [q.value for q in read("15年毕业,干了15年")] == [15]


def test_the_events_are_passed_in() -> None:
    assert [q.value for q in find_quantities("15年毕业")] == [15]
    assert find_quantities("15年毕业", ("毕业",)) == ()


def test_misspelt_units_are_passed_in_and_stand_alone() -> None:
    assert find_quantities("55随")[0].kind == "bare"
    assert find_quantities("55随便", (), HOMOPHONES)[0].kind == "bare"


@pytest.mark.parametrize(
    "text", ["今年53\n人社局认定", "今年53 人社局认定", "年龄53\n本科", "今年53只有本科", "今年53本单位"]
)
def test_the_first_character_of_a_word_is_no_unit(text: str) -> None:
    (found,) = find_quantities(text)
    assert (found.value, found.unit) == (53, "")
