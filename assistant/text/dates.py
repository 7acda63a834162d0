"""Dates and spans of time that people say, and the whole years that have passed since."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from assistant.domain.document import Span

DateKind = Literal["point", "since", "range", "future_month"]
Precision = Literal["year", "month", "day"]


@dataclass(frozen=True, slots=True)
class DateMention:
    """One date or span of time, where it stands in the text.

    `point` is a date alone (1971年3月, 去年九月); `since` a span that runs on to today (2009年7月到现在, 从九四年起); `range` a
    closed span (2001年到2010年); `future_month` the next months (下个月), `start` its first day.
    `start` and `end` are the first days of what was said. `whole_years` have passed from `start` to the day asked about
    (`point`, `since`) or to `end` (`range`); negative where `start` lies ahead. `fewest_years` counts from the last
    day that what was said can mean: it differs from `whole_years` where a year alone, or this very month, was said.
    """

    span: Span
    kind: DateKind
    start: date | None = None
    end: date | None = None
    precision: Precision = "day"
    whole_years: int | None = None
    fewest_years: int | None = None


def years_between(start: date, end: date) -> int:
    """Whole years from `start` to `end`; a birthday on 29 February is kept on 1 March in other years.

    >>> years_between(date(2009, 7, 1), date(2026, 11, 24))
    17
    """
    return end.year - start.year - ((end.month, end.day) < (start.month, start.day))


def find_dates(text: str, as_of: date, events: Sequence[str] = ()) -> tuple[DateMention, ...]:
    """Every date of normalised text, in order, spans disjoint, read as of the day `as_of`.

    `events` are words for what happens at a point in time: before them N年 is a calendar year, not a length.
    """
    return ()
