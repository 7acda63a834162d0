"""Periods told by their dates: since when the work goes on, from when to when it went, and when one was born."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from operator import attrgetter
from typing import Final

from assistant.domain.document import Span
from assistant.domain.fact import Bound
from assistant.text.dates import DateMention, years_between
from assistant.text.moments import Precision
from assistant.understanding.clauses import Clause
from assistant.understanding.measures import Measure, fits
from assistant.understanding.places import Places
from assistant.understanding.renumbering import says_only_numbers
from assistant.understanding.scene import Scene, Standing
from assistant.understanding.service import place_of, tells_place, works_elsewhere
from assistant.understanding.units import Units

_DATED: Final = frozenset({"point", "since", "until"})


def find_periods(scene: Scene, units: Units) -> Iterator[Measure]:
    """The measures that are said as dates: a period that ended ends; of several that go on, the last counts."""
    starts: list[DateMention] = []
    for mention in scene.dates:
        if mention.whole_years is None or mention.whole_years < 0 or mention.yearless:
            continue
        if _puts_right(mention, scene):
            yield replace(_born(mention), kind="start" if _is_start(mention, scene) else "moment")
        elif _is_birth(mention, scene):
            yield _born(mention)
        elif fits(scene.lexicon.numbers.ignore_dates, mention.span, scene):
            continue
        elif mention.kind == "range":
            yield _from_to(mention, mention)
        elif mention.kind != "point" or _runs_on(mention, scene, units):
            starts.append(mention)
    yield from _since(starts, scene, units)


def _since(starts: Sequence[DateMention], scene: Scene, units: Units) -> Iterator[Measure]:
    going_on: list[DateMention] = []
    ends: set[Span] = set()
    departures = Departures(scene, units)
    for start in starts:
        if start.span in ends:
            continue
        gone, end = departures.after(start)
        if end is not None:
            ends.add(end.span)
            yield _from_to(start, end)
        elif not gone:
            going_on.append(start)
    if going_on:
        yield _goes_on(going_on, scene, units)


def _goes_on(starts: Sequence[DateMention], scene: Scene, units: Units) -> Measure:
    """The years since the last start; where an earlier one was in a place that counts too, perhaps since that one."""
    first, last = starts[0], starts[-1]
    moved = first is not last and all(tells_place(scene.clause_at(each.span.start), scene, units) for each in starts)
    if moved and first.whole_years is not None and last.fewest_years is not None:
        return Measure(last.span, "years", None, Bound(float(last.fewest_years), first.whole_years + 1.0))
    whole, fewest = float(last.whole_years or 0), float(last.fewest_years or 0)
    loose = None if whole == fewest else Bound(fewest, whole + 1)
    return Measure(last.span, "years", whole, since=_latest(last), loose=loose)


def _from_to(first: DateMention, last: DateMention) -> Measure:
    """The years from one date to another, or of a span that names both."""
    whole = first.whole_years or 0
    if first is last:
        fewest = first.fewest_years or 0
    elif first.start is not None and (end := last.start or last.end) is not None:
        whole = years_between(first.start, _last_day(end, last.precision))
        fewest = years_between(_latest(first) or first.start, end)
    loose = None if whole == fewest else Bound(float(max(fewest, 0)), whole + 1.0)
    return Measure(first.span, "years", float(whole), loose=loose)


@dataclass(frozen=True)
class Departures:
    """Where an utterance tells that the applicant went away from where the years count."""

    scene: Scene
    units: Units

    def after(self, start: DateMention) -> tuple[bool, DateMention | None]:
        """Whether later words tell that the applicant left, and the date of it where one is said."""
        earlier = [each for each in self._ended if each.span.end <= start.span.start]
        if earlier and start.start is not None and earlier[-1].end is not None and earlier[-1].end > start.start:
            return True, earlier[-1]
        opening = self.scene.clause_at(start.span.start)
        left = self._leaves(Span(start.span.end, opening.span.end), opening)
        for clause in self.scene.clauses[opening.index :]:
            dated = [each for each in self._dated.get(clause.index, ()) if each.span.start >= start.span.end]
            if left if clause is opening else self._leaving[clause.index]:
                return True, dated[0] if dated else None
            until = next((each for each in dated if each in self._ended), None)
            if until is not None:
                return True, until
        return False, None

    @cached_property
    def _ended(self) -> tuple[DateMention, ...]:
        """The dates up to which something went on."""
        return tuple(
            each for each in self.scene.dates if each.kind == "until" and each.end and _up_to(each, self.scene)
        )

    @cached_property
    def _dated(self) -> Mapping[int, Sequence[DateMention]]:
        """The dates of each clause that has any, by its index."""
        return self.scene.by_clause((each for each in self.scene.dates if each.kind in _DATED), attrgetter("span"))

    @cached_property
    def _coming(self) -> Places:
        """Where days to come are told."""
        return Places(each.span for each in self.scene.dates if each.kind == "future")

    @cached_property
    def _leaving(self) -> tuple[bool, ...]:
        """Whether each clause tells that the applicant left."""
        return tuple(self._leaves(clause.span, clause) for clause in self.scene.clauses)

    def _leaves(self, rest: Span, clause: Clause) -> bool:
        """Whether the rest of a clause tells it."""
        scene, service = self.scene, self.scene.lexicon.numbers.service
        if any(self._coming.overlapping(rest)):
            return False
        for match in service.left.find(rest.of(scene.text)):
            span = Span(rest.start + match.start(), rest.start + match.end())
            if scene.standing(span) is Standing.STATED and scene.before(span) not in service.left_not:
                return True
        return works_elsewhere(rest, clause, scene, self.units)


def _up_to(mention: DateMention, scene: Scene) -> bool:
    return scene.before(mention.span) in scene.lexicon.numbers.service.up_to


def _is_birth(mention: DateMention, scene: Scene) -> bool:
    ages = scene.lexicon.numbers.ages
    born = ages.born + (ages.born_asked if scene.context.asked == ages.fact else ())
    return mention.kind != "range" and not mention.ongoing and fits(born, mention.span, scene)


def _puts_right(mention: DateMention, scene: Scene) -> bool:
    """Whether the date stands alone in a correction, with nothing to tell which of the known numbers it is about."""
    service, ages = scene.lexicon.numbers.service, scene.lexicon.numbers.ages
    told = {service.cumulative, service.continuous, ages.fact} & scene.context.known.keys()
    alone = scene.corrects and says_only_numbers(scene.clause_at(mention.span.start), scene)
    return bool(told) and alone and mention.kind == "point" and scene.context.asked not in {*told, ages.fact}


def _is_start(mention: DateMention, scene: Scene) -> bool:
    """Whether the date is said to be when the work began: 是1999年8月来的."""
    return scene.after(mention.span) in scene.lexicon.numbers.service.since


def _born(mention: DateMention) -> Measure:
    """The age, exact where the day or the month tells it, else between two."""
    whole, fewest = float(mention.whole_years or 0), float(mention.fewest_years or 0)
    if whole == fewest:
        return Measure(mention.span, "born", whole, since=_latest(mention))
    return Measure(mention.span, "born", None, Bound(fewest, whole + 1))


def _latest(mention: DateMention) -> date | None:
    """The last day that the words can mean, so that nothing is promised too early."""
    return None if mention.start is None else _last_day(mention.start, mention.precision)


def _last_day(first: date, precision: Precision) -> date:
    if precision == "day":
        return first
    month = 12 if precision == "year" else first.month
    return date(first.year, month, monthrange(first.year, month)[1])


def _runs_on(mention: DateMention, scene: Scene, units: Units) -> bool:
    """Whether a date alone starts something that goes on: 一直 near it, a first post, or the years were asked for."""
    service = scene.lexicon.numbers.service
    if scene.context.asked in {service.cumulative, service.continuous}:
        return True
    clause, after = scene.clause_at(mention.span.start), scene.after(mention.span)
    if after in service.assigned and place_of(clause, scene, units):
        return True
    if after in service.arrived and tells_place(clause, scene, units):
        return True
    near = [each.text for each in scene.clauses[max(clause.index - 1, 0) : clause.index + 3]]
    return after in service.since and any(text in service.continuous_cues for text in near)
