from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.domain.fact import Bound, Fact
from assistant.domain.rule import Comparison, Prior
from assistant.reasoning.cells import Interval, above, bounded, point, scale_of

YEARS = Fact("years", "Years", "number", minimum=0, maximum=60)
RANK = Fact("rank", "Rank", "enum", ("none", "low", "middle", "high"), ordered=True)
OPERATORS = ["at_least", "more_than", "at_most", "less_than"]


def compare(fact, operator, *values):
    return Comparison(fact, operator, values, "")


def holds(comparison, value):
    limit = comparison.values[0]
    return {
        "at_least": value >= limit,
        "more_than": value > limit,
        "at_most": value <= limit,
        "less_than": value < limit,
        "in": value in comparison.values,
        "not_in": value not in comparison.values,
    }[comparison.operator]


NUMBERS = st.floats(0, 60, allow_nan=False) | st.integers(0, 60) | st.sampled_from([3, 5, 15, 30, 2.5])


@given(st.lists(st.tuples(st.sampled_from([*OPERATORS, "in", "not_in"]), NUMBERS), min_size=1, max_size=4), NUMBERS)
def test_a_number_lies_in_a_cell_of_a_comparison_exactly_when_the_comparison_holds(pairs, value):
    comparisons = [compare("years", operator, limit) for operator, limit in pairs]
    scale = scale_of(YEARS, comparisons)
    for comparison in comparisons:
        assert bool(scale.mask(comparison) >> scale.index(value) & 1) == holds(comparison, value)


@given(NUMBERS, NUMBERS, NUMBERS)
def test_a_bound_touches_the_cell_of_every_number_that_it_admits(limit, end, value):
    scale = scale_of(YEARS, [compare("years", "at_least", limit), compare("years", "more_than", limit)])
    for bound in (Bound(at_least=end), Bound(below=end)):
        if bound.admits(value):
            assert scale.within(bounded(YEARS, bound)) >> scale.index(value) & 1


def test_a_threshold_belongs_to_the_cell_above_it():
    scale = scale_of(YEARS, [compare("years", "at_least", 3)])
    assert [scale.index(value) for value in (2.5, 3, 3.0, 60)] == [0, 1, 1, 1]


def test_a_number_out_of_range_has_no_cell():
    scale = scale_of(YEARS, [compare("years", "at_least", 3)])
    for value in (-1, 60.5, "3"):
        with pytest.raises(KeyError):
            scale.index(value)


def test_values_that_no_condition_tells_apart_share_a_cell():
    scale = scale_of(RANK, [compare("rank", "at_least", "middle")])
    assert scale.size == 2
    assert scale.index("none") == scale.index("low") != scale.index("high")


def test_a_table_keeps_values_apart_that_conditions_do_not():
    scale = scale_of(RANK, [compare("rank", "at_least", "middle")], apart=lambda value: value == "none")
    assert scale.size == 3


def test_order_comparisons_of_an_enum_follow_the_order_of_its_values():
    scale = scale_of(RANK, [compare("rank", "in", value) for value in RANK.values])
    masks = {op: scale.mask(compare("rank", op, "low")) for op in OPERATORS}
    assert masks == {"at_least": 0b1110, "more_than": 0b1100, "at_most": 0b0011, "less_than": 0b0001}


def test_a_prior_spreads_over_the_cells_of_a_number():
    prior = Prior("years", points=((0.0, 0.0), (10.0, 0.5), (60.0, 1.0)))
    scale = scale_of(YEARS, [compare("years", "at_least", 5)], prior)
    assert scale.weights() == pytest.approx((0.25, 0.75))
    assert scale.weights(Interval(0, 10)) == pytest.approx((0.5, 0.5))
    assert scale.weights(point(7)) == pytest.approx((0, 1))


def test_without_a_prior_each_value_weighs_the_same():
    assert scale_of(RANK, [compare("rank", "in", "none")]).weights() == pytest.approx((0.25, 0.75))


def test_a_cell_is_shown_by_a_whole_number_where_it_holds_one():
    scale = scale_of(YEARS, [compare("years", "more_than", 3), compare("years", "less_than", 4)])
    assert [scale.sample(cell) for cell in range(scale.size)] == [0, above(3), 4]
