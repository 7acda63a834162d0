"""Dates and spans of time that people say, and the whole years that have passed since."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final, Literal

from assistant.domain.document import Span
from assistant.text.moment_grammar import find_moments
from assistant.text.moments import Moment, Precision

DateKind = Literal["point", "since", "until", "range", "future"]


@dataclass(frozen=True, slots=True)
class DateMention:
    """One date or span of time, where it stands in the text.

    `point` is a date alone (1971年3月, 去年九月); `since` a span that runs on to today (2009年7月到现在, 从九四年起);
    `until` the end of one whose start was not said (到2015年); `range` a closed span (2001年到2010年); `future` what
    starts after today (下个月, 明年三月).
    `start` and `end` are the first days of what was said. `whole_years` have passed from `start` to the day asked about
    (`point`, `since`) or to `end` (`range`), as far as it has come; for a `future` date it is negative: who turns 55
    next month is 55 - 1. `fewest_years` counts from the last day that the words can mean, and so is one less than
    `whole_years` where a year alone, or this very month, was said. `yearless`: a month was said, and no year.
    `ongoing`: the words of the span themselves say that it runs on (到现在, 起).
    """

    span: Span
    kind: DateKind
    start: date | None = None
    end: date | None = None
    precision: Precision = "day"
    whole_years: int | None = None
    fewest_years: int | None = None
    yearless: bool = False
    ongoing: bool = False


def years_between(start: date, end: date) -> int:
    """Whole years from `start` to `end`; who was born on 29 February turns a year older on 1 March in other years.

    >>> years_between(date(2009, 7, 1), date(2026, 11, 24))
    17
    """
    return end.year - start.year - ((end.month, end.day) < (start.month, start.day))


def find_dates(text: str, as_of: date, events: Sequence[str] = ()) -> tuple[DateMention, ...]:
    """Find every date of normalised text, in order, spans disjoint, read as of the day `as_of`.

    A word that only places what is said in time (今年五十四) is no date, unless it lies ahead.

    `events` are words for what happens at a point in time: before them N年 is a calendar year, not a length.

    >>> [(d.kind, d.whole_years) for d in find_dates("2009年7月到现在一直在这儿", date(2026, 11, 24))]
    [('since', 17)]
    """
    mentions: list[DateMention] = []
    moments = find_moments(text, events)
    at = 0
    while at < len(moments):
        following = moments[at + 1] if at + 1 < len(moments) else None
        mention = _range(text, moments[at], following, as_of) if following is not None else None
        at += 1 if mention is None else 2
        limit = moments[at].span.start if at < len(moments) else len(text)
        mention = mention or _single(text, moments[at - 1], as_of, limit)
        if mention is not None:
            mentions.append(mention)
    return tuple(mentions)


_TO: Final = re.compile(r"\s?(?:一直)?(?:干|工作|待|呆|教|做)?(?:到|至|-+|~+)\s?(?:了)?$")
_FROM: Final = re.compile(r"(?:自从|打从|(?<!服)从|自|打)\s?$")
_UNTIL: Final = re.compile(r"(?:到|至|截止?)\s?$")
_BEFORE: Final = re.compile(r"(?:之|以)前")
_NOW: Final = "(?:到|至)(?:了?现在|如今|今[天日儿]?|目前|这会儿|眼下|当前)|-+\\s?(?:今|现在)"
_SINCE: Final = re.compile(
    rf"\s?(?:份|分)?(?:(?:开始)?(?:算|计算|算起)?(?:{_NOW})|算起|起算|起(?!码)|开始|以来|(?:以|之|往)后)"
)
_LATER: Final = re.compile(
    rf"(?:就|便)(?![满够要能可是有算该快到\d一二三四五六七八九十])|[^。;!?\d]{{0,18}}?(?:{_NOW}|一直)"
)


def _range(text: str, first: Moment, second: Moment, as_of: date) -> DateMention | None:
    between = text[first.span.end : second.span.start]
    if len(between) > 8 or _TO.fullmatch(between) is None:
        return None
    if second.month is not None and second.year is None and second.years_shift == 0 and first.year is not None:
        second = replace(second, year=first.year)
    start, end = first.days(as_of), second.days(as_of)
    if start is None or end is None or end[0] < start[0]:
        return None
    span = Span(first.span.start, second.span.end)
    first_end, last_end = (max(min(day, as_of), start[0]) for day in end)
    whole, fewest = years_between(start[0], last_end), years_between(min(start[1], first_end), first_end)
    return DateMention(span, "range", start[0], end[0], first.precision, whole, max(fewest, 0))


def _single(text: str, moment: Moment, as_of: date, limit: int) -> DateMention | None:
    days = moment.days(as_of)
    if days is None:
        return None
    start, last = days
    before, after = text[max(0, moment.span.start - 8) : moment.span.start], text[moment.span.end :][:32]
    whole = years_between(start, as_of)
    if start > as_of:
        return DateMention(moment.span, "future", start, None, moment.precision, whole, years_between(last, as_of))
    if not moment.told:
        return None
    fewest = years_between(min(last, as_of), as_of)
    suffix = _SINCE.match(after)
    if suffix is not None:
        span = Span(moment.span.start, min(moment.span.end + suffix.end(), limit))
        return DateMention(span, "since", start, None, moment.precision, whole, fewest, moment.yearless, True)
    if _UNTIL.search(before) or _BEFORE.match(after):
        return DateMention(moment.span, "until", None, start, moment.precision)
    kind: DateKind = "since" if _FROM.search(before) or _LATER.match(after) else "point"
    return DateMention(moment.span, kind, start, None, moment.precision, whole, fewest, moment.yearless)
