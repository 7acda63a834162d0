"""A point in time as it was said; only `Moment.days` asks what day it is today."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final, Literal

from assistant.domain.document import Span

Precision = Literal["year", "month", "day"]

_LUNAR_AFTER: Final = timedelta(days=20), timedelta(days=51)
"""How long after the first and the last day of the solar month of the same number the lunar month may begin and end."""

_NEXT_YEARS: Final = 9
"""A year of two digits may lie so far ahead: nobody who asks was at work ninety years ago."""


@dataclass(frozen=True, slots=True)
class Moment:
    """A point in time and where it stands. Either `year` (two or four digits, as said) or shifts against today.

    `months` are the first and last month where a part of the year was said (上半年). `lunar` where month and day are
    those of the lunar calendar: they are not converted, the days that they can mean are bounded. `yearless` where a
    month was said and no year, and this year's is taken. `told` is false
    for a word that may only place what is said in time (今年五十四, 上个月刚满), where nothing says that something
    began then.
    """

    span: Span
    year: int | None = None
    month: int | None = None
    day: int | None = None
    years_shift: int = 0
    months_shift: int | None = None
    days_shift: int | None = None
    months: tuple[int, int] | None = None
    lunar: bool = False
    told: bool = True
    yearless: bool = False

    @property
    def precision(self) -> Precision:
        """How exactly it was said."""
        if (self.day is not None and not self.lunar) or self.days_shift is not None:
            return "day"
        return "month" if self.month is not None or self.months_shift is not None else "year"

    def days(self, as_of: date) -> tuple[date, date] | None:
        """The first and the last day it can mean on the day `as_of`; None where there is no such day (2月30日)."""
        if self.days_shift is not None:
            day = as_of + timedelta(days=self.days_shift)
            return day, day
        if self.months_shift is not None:
            return _month(*divmod(as_of.year * 12 + as_of.month - 1 + self.months_shift, 12))
        year = as_of.year + self.years_shift if self.year is None else _century(self.year, as_of)
        if not 1 <= year <= 9999:
            return None
        if self.month is None:
            first, last = self.months or (1, 12)
            return date(year, first, 1), date(year, last, monthrange(year, last)[1])
        if self.lunar:
            month = _month(year, self.month - 1)
            return None if month is None or year >= 9998 else (month[0] + _LUNAR_AFTER[0], month[1] + _LUNAR_AFTER[1])
        if self.day is None:
            return _month(year, self.month - 1)
        if self.day > monthrange(year, self.month)[1]:
            return None
        return (date(year, self.month, self.day),) * 2


def _month(year: int, month: int) -> tuple[date, date] | None:
    if not 1 <= year <= 9999:
        return None
    return date(year, month + 1, 1), date(year, month + 1, monthrange(year, month + 1)[1])


def _century(year: int, as_of: date) -> int:
    """A two-digit year lies in the past or in the next few years: in 2026, 98 is 1998 and 27 is 2027."""
    if year >= 100:
        return year
    return year + (1900 if year > as_of.year % 100 + _NEXT_YEARS else 2000)
