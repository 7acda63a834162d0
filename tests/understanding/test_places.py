from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from assistant.domain.document import Span
from assistant.understanding.places import Places

starts = st.integers(0, 30)
spans = st.builds(lambda start, size: Span(start, start + size), starts, st.integers(1, 8))


@given(st.lists(spans), spans)
def test_the_spans_that_overlap_are_those_that_share_a_character(held: list[Span], span: Span) -> None:
    assert list(Places(held).overlapping(span)) == sorted({each for each in held if each.overlaps(span)})


@given(st.lists(spans), starts)
def test_the_nearest_end_and_start_are_found_on_either_side_of_a_place(held: list[Span], at: int) -> None:
    places = Places(held)
    assert places.end_before(at) == max((each.end for each in held if each.end <= at), default=None)
    assert places.start_behind(at) == min((each.start for each in held if each.start >= at), default=None)
