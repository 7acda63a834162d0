from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from assistant.domain.fact import Bound, Case
from assistant.domain.proof import Outcome, Shortfall
from assistant.domain.rule import AllOf, AnyOf, OrderLaw
from assistant.reasoning.nearness import anniversary, full_years

TODAY = date(2026, 11, 24)


@pytest.fixture
def either(small):
    """(n >= 3 and m >= 5) or n >= 8, and a: two numbers that grow."""
    for name in "nm":
        small.facts[name] = replace(small.facts[name], grows=True)
    long_and_old = AllOf((small.compare("n", "at_least", 3), small.compare("m", "at_least", 5)))
    return small.reasoner(small.yes("a"), AnyOf((long_and_old, small.compare("n", "at_least", 8))))


def decide(reasoner, facts, bounds=None, as_of=TODAY, **more):
    return reasoner.decide("it", Case(facts, bounds or {}, **more), as_of)


def test_one_number_short_says_by_how_much(either):
    decision = decide(either, {"a": True, "n": 2, "m": 6})
    assert decision.short_by == (Shortfall("n", 2, 3, "年"),)


def test_of_two_ways_the_smallest_rise_is_named(either):
    assert decide(either, {"a": True, "n": 2, "m": 4}).short_by == (
        Shortfall("n", 2, 3, "年"),
        Shortfall("m", 4, 5, "年"),
    )
    assert decide(either, {"a": True, "n": 7, "m": 0}).short_by == (Shortfall("n", 7, 8, "年"),)


def test_half_years_count(either):
    assert decide(either, {"a": True, "n": 2.5, "m": 6}).short_by == (Shortfall("n", 2.5, 3, "年"),)


def test_nothing_is_short_where_numbers_are_not_what_lacks(either):
    assert decide(either, {"a": False, "n": 2, "m": 6}).short_by == ()


def test_an_unknown_number_has_no_shortfall_of_its_own(either):
    assert decide(either, {"a": True}, {"n": Bound(below=3)}).short_by == ()


def test_a_number_that_blocks_is_named_while_other_things_are_open(either):
    decision = decide(either, {"n": 2, "m": 6})
    assert decision.outcome is Outcome.NOT_MET
    assert decision.short_by == (Shortfall("n", 2, 3, "年"),)


def test_a_limit_just_above_a_number_is_named_as_written(small):
    reasoner = small.reasoner(small.compare("n", "more_than", 3))
    assert decide(reasoner, {"n": 3}).short_by == (Shortfall("n", 3, 3, "年"),)


def test_a_rise_that_a_law_forbids_is_no_way_to_meet_it(small):
    clash = AllOf((small.compare("n", "at_least", 5), small.compare("m", "less_than", 5)))
    reasoner = small.reasoner(AnyOf((clash, small.yes("a"))), laws=(OrderLaw("n", "m"),))
    assert decide(reasoner, {"n": 3, "m": 4, "a": False}).short_by == ()


def test_the_first_day_is_when_the_last_number_is_full(either):
    decision = decide(either, {"a": True, "n": 2, "m": 2})
    assert decision.earliest.date == date(2029, 11, 24)
    assert decision.earliest.because == ("n", "m")


def test_only_what_had_to_grow_is_named(either):
    assert decide(either, {"a": True, "n": 2, "m": 6}).earliest.because == ("n",)


def test_a_birthday_makes_the_day_earlier(either):
    decision = decide(either, {"a": True, "n": 4, "m": 4}, since={"m": date(2022, 1, 15)})
    assert decision.earliest.date == date(2027, 1, 15)


def test_a_half_year_is_full_after_six_months(either):
    assert decide(either, {"a": True, "n": 2.5, "m": 6}).earliest.date == date(2027, 5, 24)


def test_time_alone_never_helps_where_something_else_lacks(either):
    assert decide(either, {"a": False, "n": 2, "m": 6}).earliest is None
    assert decide(either, {"n": 2, "m": 6}).earliest is None


def test_nothing_is_promised_beyond_the_range_of_a_number(either):
    assert decide(either, {"a": True, "n": 0}, {"m": Bound(below=1)}).earliest.date == date(2034, 11, 24)


def test_an_unknown_number_that_will_not_matter_leaves_a_day(either):
    decision = decide(either, {"a": True, "n": 5})
    assert decision.outcome is Outcome.NEEDS_FACTS
    assert decision.earliest.date == date(2029, 11, 24)


def test_a_hedged_number_counts_from_its_least(either):
    decision = decide(either, {"a": True, "m": 6}, {"n": Bound(at_least=1, below=3)})
    assert decision.earliest.date == date(2028, 11, 24)


def test_a_number_known_only_from_above_promises_no_day(either):
    assert decide(either, {"a": True, "m": 4}, {"n": Bound(below=3)}).earliest is None


def test_what_it_takes_to_name_a_day_is_said(either):
    assert decide(either, {"n": 2, "m": 6}).awaits == ("a",)
    assert decide(either, {"a": True, "m": 4}, {"n": Bound(below=3)}).awaits == ("n",)
    assert decide(either, {"a": False, "n": 2, "m": 6}).awaits == ()
    assert decide(either, {"a": True, "n": 2, "m": 6}).awaits == ()


def test_where_an_authority_must_find_something_the_day_waits_for_it(small):
    small.facts["n"] = replace(small.facts["n"], grows=True)
    reasoner = small.reasoner(small.compare("n", "at_least", 3), small.yes("found"))
    assert decide(reasoner, {"n": 1}).awaits == ("found",)
    assert decide(reasoner, {"n": 1, "found": False}).awaits == ()


def test_what_is_met_has_no_first_day(either):
    assert decide(either, {"a": True, "n": 8}).earliest is None


def test_a_rule_not_yet_in_force_is_met_on_its_first_day(small):
    reasoner = small.reasoner(small.yes("a"), in_force_from=date(2017, 1, 1))
    decision = decide(reasoner, {"a": True}, as_of=date(2016, 12, 31))
    assert decision.outcome is Outcome.NOT_MET
    assert decision.earliest.date == date(2017, 1, 1)
    assert decide(reasoner, {"a": True}, as_of=date(2017, 1, 1)).outcome is Outcome.MET


def test_stated_on_the_last_of_february_is_full_on_the_first_of_march(either):
    decision = decide(either, {"a": True, "n": 2, "m": 6}, as_of=date(2024, 2, 29))
    assert decision.earliest.date == date(2025, 3, 1)


def test_born_on_the_last_of_february_is_a_year_older_on_the_first_of_march():
    assert anniversary(date(2004, 2, 29), 1) == date(2005, 3, 1)
    assert anniversary(date(2004, 2, 29), 4) == date(2008, 2, 29)
    assert full_years(date(2004, 2, 29), date(2005, 2, 28)) == 0


@given(st.dates(date(1930, 1, 1), date(2060, 1, 1)), st.integers(0, 60))
def test_an_anniversary_is_the_first_day_on_which_the_years_are_full(start, years):
    day = anniversary(start, years)
    assert full_years(start, day) == years
    assert years == 0 or full_years(start, day - timedelta(days=1)) == years - 1


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.integers(0, 10), st.integers(0, 10), st.dates(date(2015, 1, 1), date(2030, 12, 31)))
def test_on_the_first_day_and_not_before_it_is_met_if_only_time_passes(either, n, m, as_of):
    decision = decide(either, {"a": True, "n": n, "m": m}, as_of=as_of)
    if decision.outcome is Outcome.MET:
        return
    day = decision.earliest.date
    years = full_years(as_of, day)
    later = {"a": True, "n": min(10, n + years), "m": min(10, m + years)}
    assert decide(either, later, as_of=day).outcome is Outcome.MET
    years = full_years(as_of, day - timedelta(days=1))
    earlier = {"a": True, "n": min(10, n + years), "m": min(10, m + years)}
    assert decide(either, earlier, as_of=day).outcome is Outcome.NOT_MET
