"""Facts in words."""

from assistant.answering.display import Display, number
from assistant.answering.library import Library
from assistant.domain.fact import Bound, KnownFact


def test_numbers_have_no_needless_zeros() -> None:
    assert [number(31.0), number(16.5), number(14.9), number(0)] == ["31", "16.5", "14.9", "0"]


def test_a_number_is_read_with_its_unit(display: Display) -> None:
    assert display.value("township_continuous_years", 31) == "连续工作31年"
    assert display.value("age", 55.0) == "55周岁"


def test_a_yes_or_no_reads_as_a_statement(display: Display) -> None:
    assert display.value("unit_consents", True) == "单位同意"
    assert display.value("unit_consents", False) == "单位不同意"


def test_every_fact_can_be_shown_with_every_value(display: Display, library: Library) -> None:
    for fact in library.facts.values():
        values = {"boolean": (True, False), "number": (fact.minimum, 3.5), "enum": fact.values}[fact.type]
        for value in values:
            assert value is not None
            shown = display.value(fact.id, value)
            assert shown
            assert "{" not in shown


def test_hedges_are_read_as_such(display: Display) -> None:
    assert display.bound("age", Bound(below=55)) == "年龄：不到55周岁"
    assert display.bound("age", Bound(at_least=30, below=40)) == "年龄：30到40周岁之间"


def test_a_closed_question_offers_every_value(display: Display) -> None:
    assert [option.value for option in display.options("unit_consents")] == [True, False]
    assert [option.label for option in display.options("unit_kind")] == ["事业单位", "企业", "机关", "其他"]
    assert display.options("age") == ()


def test_a_view_keeps_the_users_own_words(display: Display) -> None:
    view = display.view("age", KnownFact(55, "55了", 2))

    assert (view.value, view.label, view.quote, view.turn, view.source) == (55, "年龄", "55了", 2, "said")
