"""What would follow either way of a fact that is not known."""

from assistant.answering.alternatives import Alternative, alternatives, grouped
from assistant.answering.display import Display
from assistant.answering.library import Library
from assistant.domain.proof import Outcome


def test_a_number_is_cut_where_the_rule_cuts_it(library: Library, display: Display) -> None:
    cut = alternatives(library, display, "township_continuous_years", "long_service_appointment")

    assert [item.value for item in cut] == [0.0, 15.0, 30.0]
    assert [item.words for item in cut] == [
        "连续工作年限不到15年",
        "连续工作年限满15年、不到30年",
        "连续工作年限满30年",
    ]


def test_a_yes_or_no_has_two_sides(library: Library, display: Display) -> None:
    assert [item.value for item in alternatives(library, display, "seconded", "secondment_protection")] == [True, False]


def test_values_with_one_outcome_are_said_together(library: Library) -> None:
    cases = [
        (Alternative(1, "甲"), Outcome.MET),
        (Alternative(2, "乙"), Outcome.MET),
        (Alternative(3, "丙"), Outcome.NOT_MET),
    ]

    assert grouped(cases, library) == (("甲，或者乙", Outcome.MET), ("丙", Outcome.NOT_MET))


def test_nothing_is_said_where_it_makes_no_difference(library: Library) -> None:
    assert grouped([(Alternative(1, "甲"), Outcome.MET), (Alternative(2, "乙"), Outcome.MET)], library) == ()


def test_the_commonest_of_many_values_is_put_as_the_rest(library: Library) -> None:
    many = [(Alternative(n, str(n)), Outcome.MET) for n in range(9)]

    assert grouped([*many, (Alternative(9, "九"), Outcome.NOT_MET)], library) == (
        ("九", Outcome.NOT_MET),
        (library.wording.say("missing.rest"), Outcome.MET),
    )
