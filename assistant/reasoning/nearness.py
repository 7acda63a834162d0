"""How near a refusal is: what number is short by how much, and the first day on which time alone makes it met.

Numbers that grow with time rise by one a year. Where the day is known that a number counts from, it rises on its
anniversaries (29 February counts on 1 March in common years, the day by which the year is surely full); where only a
number was stated, it is taken to have been reached on the day of the decision, the latest day that it can have been, so
that the day given is never too early.
"""

from __future__ import annotations

import math
from calendar import monthrange
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import product
from typing import Final

from assistant.domain.fact import Bound, Case, Fact, FactValue
from assistant.domain.proof import Earliest, Outcome, Shortfall
from assistant.reasoning.cells import Steps, Variable

_PREFERRED: Final = (Outcome.MET, Outcome.NEEDS_DETERMINATION, Outcome.DIVERGENT, Outcome.NEEDS_FACTS)

Judge = Callable[[Case, date], Outcome]


def shortfalls(
    variables: Mapping[int, Variable], masks: Sequence[int], case: Case, judge: Callable[[tuple[int, ...]], Outcome]
) -> tuple[Shortfall, ...]:
    """The smallest rise of known numbers after which it is no longer refused, everything else as known.

    `variables` are the numbers that may rise, by their place in `masks`.

    A rise to met goes before a rise to an open matter; then the least greatest rise, then the least sum.
    """
    ladders = [_rises(variable, case) for variable in variables.values()]
    best: tuple[tuple[float, ...], tuple[Shortfall, ...]] | None = None
    for choice in product(*ladders):
        short = tuple(rise for rise, _ in choice if rise is not None)
        if not short:
            continue
        trial = list(masks)
        for n, (_, mask) in zip(variables, choice, strict=True):
            trial[n] = mask
        outcome = judge(tuple(trial))
        if outcome in _PREFERRED:
            lacks = [rise.need - rise.have for rise in short]
            key = (float(_PREFERRED.index(outcome)), max(lacks), sum(lacks))
            best = min(best, (key, short), key=lambda pair: pair[0]) if best else (key, short)
    return best[1] if best else ()


def _rises(variable: Variable, case: Case) -> list[tuple[Shortfall | None, int]]:
    """The number as it is, and each higher cell with what is lacking to it."""
    scale, fact = variable.scale, variable.fact
    assert isinstance(scale, Steps)
    have = float(case.facts[fact.id])
    at = scale.index(have)
    ladder: list[tuple[Shortfall | None, int]] = [(None, 1 << at)]
    for cell in range(at + 1, scale.size):
        need = _written(scale.cells[cell].low)
        ladder.append((Shortfall(fact.id, _plain(have), _plain(need), fact.unit), 1 << cell))
    return ladder


def earliest(
    growing: Sequence[tuple[Fact, Iterable[float]]], days: Iterable[date], case: Case, as_of: date, judge: Judge
) -> Earliest | None:
    """The first day after `as_of` on which it is met if nothing but time passes.

    `growing` are the numbers that rise with time, with the thresholds that matter; `days` are other days on which
    something changes, such as a rule coming into force. A number of which no least value is known counts for nothing:
    a day reckoned from zero years would be certain and of no use.
    """
    moving = [(fact, cuts) for fact, cuts in growing if _least(fact, case) is not None]
    candidates = {day for day in days if day > as_of}
    for fact, cuts in moving:
        candidates |= {day for cut in cuts if (day := _reached(fact, cut, case, as_of)) is not None}
    for day in sorted(candidates):
        later = aged(case, [fact for fact, _ in growing], as_of, day)
        if judge(later, day) is Outcome.MET:
            return Earliest(day, _because(later, case, [fact for fact, _ in moving], day, judge))
    return None


def aged(case: Case, growing: Iterable[Fact], as_of: date, day: date) -> Case:
    """The case as it will be on `day` if nothing but time passes."""
    facts, bounds = dict(case.facts), dict(case.bounds)
    for fact in growing:
        if fact.id in facts:
            facts[fact.id] = _value_on(fact, case, as_of, day)
        elif fact.id in bounds:
            bounds[fact.id] = _later_bound(fact, bounds[fact.id], full_years(as_of, day))
    return replace(case, facts=facts, bounds=bounds)


def full_years(start: date, day: date) -> int:
    """The whole years from `start` to `day`; the anniversary of 29 February is 1 March in common years.

    >>> full_years(date(2020, 2, 29), date(2025, 2, 28)), full_years(date(2020, 2, 29), date(2025, 3, 1))
    (4, 5)
    """
    return day.year - start.year - ((day.month, day.day) < (start.month, start.day))


def anniversary(start: date, years: int) -> date | None:
    """The day on which `years` whole years have passed since `start`; None beyond the calendar.

    >>> anniversary(date(2020, 2, 29), 1), anniversary(date(2020, 2, 29), 4)
    (datetime.date(2021, 3, 1), datetime.date(2024, 2, 29))
    """
    year = start.year + years
    if year > date.max.year:
        return None
    if start.day > monthrange(year, start.month)[1]:
        return date(year, start.month + 1, 1)
    return start.replace(year=year)


def _reached(fact: Fact, cut: float, case: Case, as_of: date) -> date | None:
    """The day on which a growing number reaches `cut`, or None where it has, or never will."""
    if fact.maximum is not None and cut > fact.maximum:
        return None
    have = _least(fact, case) or 0.0
    if fact.id in case.facts and have >= cut:
        return None
    since = case.since.get(fact.id)
    if since is not None and fact.id in case.facts:
        day = anniversary(since, math.ceil(cut))
        return day if day and day > as_of else None
    return _after(as_of, cut - have)


def _least(fact: Fact, case: Case) -> float | None:
    """The least that a number is known to be."""
    bound = case.bounds.get(fact.id)
    start = case.facts.get(fact.id, bound.at_least if bound else None)
    return None if start is None or isinstance(start, str) else float(start)


def _after(day: date, years: float) -> date | None:
    """The day by which `years` have passed, by whole months rounded up."""
    months = math.ceil(round(years * 12, 6))
    if months <= 0:
        return None
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if year > date.max.year:
        return None
    last = monthrange(year, month + 1)[1]
    first = date(year, month + 1, min(day.day, last))
    return first if day.day <= last else first + timedelta(days=1)


def _value_on(fact: Fact, case: Case, as_of: date, day: date) -> FactValue:
    value, since = case.facts[fact.id], case.since.get(fact.id)
    assert not isinstance(value, str)
    if since is not None:
        grown: float = max(value, full_years(since, day))
    else:
        months = (day.year - as_of.year) * 12 + day.month - as_of.month - (day.day < as_of.day)
        grown = value + months / 12 if months % 12 and value % 1 else value + months // 12
    return grown if fact.maximum is None else min(grown, fact.maximum)


def _later_bound(fact: Fact, bound: Bound, years: int) -> Bound:
    """What a hedge still says after whole years; it never says more than the number's range."""
    top = math.inf if fact.maximum is None else fact.maximum
    low = None if bound.at_least is None else min(bound.at_least + years, top)
    high = None if bound.below is None or bound.below + years + 1 > top else bound.below + years + 1
    return replace(bound, at_least=low, below=high)


def _because(later: Case, case: Case, growing: Iterable[Fact], day: date, judge: Judge) -> tuple[str, ...]:
    """The facts that had to grow: those without whose growth it would not be met on that day."""
    changed = [fact.id for fact in growing if later.facts.get(fact.id) != case.facts.get(fact.id)]
    return tuple(fact for fact in changed if judge(_held_back(later, case, fact), day) is not Outcome.MET)


def _held_back(later: Case, case: Case, fact: str) -> Case:
    facts: Mapping[str, FactValue] = {**later.facts, fact: case.facts[fact]}
    return replace(later, facts=facts)


def _written(cut: float) -> float:
    """The number a rule's author wrote, where a cut stands just above it."""
    near = round(cut, 6)
    return near if abs(near - cut) < 1e-9 else cut


def _plain(value: float) -> float:
    return int(value) if value.is_integer() else value
