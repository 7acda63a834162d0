"""Gives every number to the one fact whose unit and cue words fit it; a number is used once."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from assistant.domain.document import Span
from assistant.domain.fact import Bound
from assistant.text.dates import DateMention
from assistant.text.quantities import Quantity
from assistant.understanding.claims import Claim
from assistant.understanding.clauses import Clause
from assistant.understanding.patterns import NumberPattern
from assistant.understanding.scene import Scene, Standing
from assistant.understanding.units import Units

_LENGTHS: Final = frozenset({"years", "months"})


@dataclass(frozen=True, slots=True)
class Measure:
    """A length of time, an age or a bare number: exact in `value`, or bounded."""

    span: Span
    kind: str
    value: float | None
    bound: Bound | None
    suggests_age: bool = False
    since: date | None = None


def read_numbers(scene: Scene, units: Units) -> tuple[list[Claim], dict[str, float]]:
    """Claims of all number facts, and what a supposition adds to them (再干两年)."""
    claims: list[Claim] = []
    increments: dict[str, float] = {}
    for measure in _measures(scene):
        if measure.kind in _LENGTHS and _fits(scene.lexicon.numbers.passing, measure.span, scene):
            if measure.value is not None and _supposes_time(measure.span, scene):
                increments.update(dict.fromkeys(scene.lexicon.numbers.passing_facts, measure.value))
            continue
        standing = scene.standing(measure.span)
        if standing is Standing.NOTHING or (measure.value is None and measure.bound is None):
            continue
        for place, (fact, value) in enumerate(_facts_of(measure, scene, units)):
            weak = place > 0  # continuous years are cumulative ones too, unless others are named
            bound = measure.bound or (Bound(below=measure.value) if value is None else None)
            negated = scene.negated(measure.span)
            claims.append(Claim(fact, value, measure.span, standing, negated, bound, weak=weak, since=measure.since))
    return claims, increments


def _supposes_time(span: Span, scene: Scene) -> bool:
    """再干两年呢 supposes; 再干两年就退休了 tells, and 想再干两年 wishes."""
    clause = scene.clause_at(span.start)
    if not scene.is_applicant(span.start) or scene.before(span) in scene.lexicon.numbers.passing_wish:
        return False
    following = scene.clauses[clause.index : clause.index + 2]
    asks = any(scene.colour(each).asks for each in following if each.sentence == clause.sentence)
    return asks or any(span.overlaps(supposed) for supposed in scene.suppositions)


def _measures(scene: Scene) -> Iterator[Measure]:
    for quantity in scene.quantities:
        yield Measure(
            quantity.span,
            quantity.kind,
            _exact(quantity),
            _bound(quantity),
            quantity.suggests_age,
        )
    for mention in scene.dates:
        yield from _of_date(mention, scene)


def _exact(quantity: Quantity) -> float | None:
    return quantity.value if quantity.hedge in {"", "difference"} else None


def _bound(quantity: Quantity) -> Bound | None:
    if _exact(quantity) is not None or (quantity.at_least is None and quantity.below is None):
        return None
    return Bound(quantity.at_least, quantity.below)


def _of_date(mention: DateMention, scene: Scene) -> Iterator[Measure]:
    if mention.whole_years is None or mention.whole_years < 0:
        return
    words = scene.lexicon.numbers
    born = words.ages.born + (words.ages.born_asked if scene.context.asked == words.ages.fact else ())
    if mention.kind != "range" and _fits(born, mention.span, scene):
        exact = mention.whole_years == mention.fewest_years
        bound = None if exact else Bound(float(mention.fewest_years or 0), float(mention.whole_years + 1))
        age = float(mention.whole_years) if exact else None
        yield Measure(mention.span, "born", age, bound, since=_latest(mention))
        return
    if mention.kind == "range" and mention.start and mention.end and _fits(words.streak.over, mention.span, scene):
        yield Measure(mention.span, "streak", float(mention.end.year - mention.start.year + 1), None)
        return
    if _fits(words.ignore_dates, mention.span, scene) or (
        mention.kind == "point" and not _runs_on(mention.span, scene)
    ):
        return
    began = None if mention.kind == "range" else _latest(mention)
    yield Measure(mention.span, "years", float(mention.whole_years), None, since=began)


def _latest(mention: DateMention) -> date | None:
    """The last day that the words can mean, so that nothing is promised too early."""
    start = mention.start
    if start is None or mention.precision == "day":
        return start
    month = 12 if mention.precision == "year" else start.month
    return date(start.year, month, monthrange(start.year, month)[1])


def _runs_on(span: Span, scene: Scene) -> bool:
    """Whether a date alone starts something that goes on: 一直 near it, or the years were just asked for."""
    service = scene.lexicon.numbers.service
    if scene.context.asked in {service.cumulative, service.continuous}:
        return True
    clause = scene.clause_at(span.start)
    near = [each.text for each in scene.clauses[max(clause.index - 1, 0) : clause.index + 3]]
    began = scene.after(span) in service.since
    return began and any(text in service.continuous_cues for text in near)


def _fits(patterns: Sequence[NumberPattern], span: Span, scene: Scene) -> bool:
    before, after = scene.before(span), scene.after(span)
    return any(pattern.fits(before, after) for pattern in patterns)


def _facts_of(measure: Measure, scene: Scene, units: Units) -> Iterator[tuple[str, float | None]]:
    words, asked = scene.lexicon.numbers, scene.context.asked
    if measure.kind in {"born", "streak"}:
        yield (words.ages.fact if measure.kind == "born" else words.streak.fact), measure.value
        return
    if measure.kind in {"age", "bare"}:
        if _fits(words.ages.next_month, measure.span, scene) and measure.value is not None:
            yield words.ages.fact, measure.value - 1
            return
        if _fits(words.ages.not_yet, measure.span, scene):
            yield words.ages.fact, None
            return
        if _is_age(measure, scene):
            yield words.ages.fact, measure.value
            return
    if _fits(words.streak.near, measure.span, scene) or (
        asked == words.streak.fact
        and measure.kind in {*_LENGTHS, "bare"}
        and not _fits(words.ignore, measure.span, scene)
    ):
        yield words.streak.fact, measure.value
        return
    there = scene.text in words.all_there or scene.before(measure.span) in words.tenure_there
    tenure = there and _fits(words.tenure, measure.span, scene)
    if _fits(words.ignore, measure.span, scene) and not tenure:
        return
    if tenure and measure.kind in _LENGTHS:
        yield words.service.cumulative, measure.value
    elif measure.kind in _LENGTHS:
        yield from _service(measure, scene, units)
    elif measure.kind == "bare" and asked in {words.service.cumulative, words.service.continuous}:
        yield asked, measure.value


def _is_age(measure: Measure, scene: Scene) -> bool:
    ages, asked = scene.lexicon.numbers.ages, scene.context.asked
    if measure.kind == "age":
        return not _fits(ages.ignore, measure.span, scene) or asked == ages.fact
    fact = scene.lexicon.facts[asked] if asked else None
    if fact is not None and fact.type == "number" and fact.id != ages.fact:
        beside = any(other.kind in _LENGTHS for other in scene.quantities)
        return (measure.suggests_age and beside) or (
            _fits(ages.bare, measure.span, scene) and bool(scene.before(measure.span))
        )
    if asked == ages.fact:
        return True
    if _fits(ages.ignore, measure.span, scene):
        return False
    return measure.suggests_age or _fits(ages.bare, measure.span, scene)


def _service(measure: Measure, scene: Scene, units: Units) -> Iterator[tuple[str, float | None]]:
    """Years of work: which of the two facts, if the place allows."""
    service, asked = scene.lexicon.numbers.service, scene.context.asked
    clause = scene.clause_at(measure.span.start)
    continuous = _runs_unbroken(clause, measure.span, scene)
    cumulative = clause.text in service.cumulative_cues
    place = _place(clause, scene, units)
    if place is False:
        return
    if asked in {service.cumulative, service.continuous}:
        if cumulative and not continuous:
            yield service.cumulative, measure.value
        elif continuous:
            yield service.continuous, measure.value
            yield service.cumulative, measure.value
        else:
            yield asked, measure.value
        return
    if continuous:
        yield service.continuous, measure.value
        yield service.cumulative, measure.value
    elif cumulative or (
        place and (_fits(service.work, measure.span, scene) or measure.since or _stands_alone(clause, measure, scene))
    ):
        yield service.cumulative, measure.value


def _stands_alone(clause: Clause, measure: Measure, scene: Scene) -> bool:
    rest = scene.before(measure.span) + scene.after(measure.span)
    return not scene.lexicon.cues.fillers.without(rest).strip()


def _runs_unbroken(clause: Clause, measure: Span, scene: Scene) -> bool:
    """Whether 一直 stands in the clause, or in a neighbour that has no number of its own."""
    service = scene.lexicon.numbers.service
    cues = service.continuous_cues
    if any(_leads_to(match, measure, clause, scene) for match in cues.find(clause.text)):
        return not (clause.text in service.cumulative_cues and clause.text in service.continuous_not)
    for neighbour in (clause.index - 1, clause.index + 1, clause.index + 2):
        if not 0 <= neighbour < len(scene.clauses):
            continue
        other = scene.clauses[neighbour]
        between = scene.clauses[min(clause.index, neighbour) + 1 : neighbour]
        if other.sentence != clause.sentence or other.text not in cues or other.text in service.continuous_not:
            continue
        if not any(_has_number(each, scene) for each in (*between, other)):
            return scene.is_applicant(other.span.end - 1)
    return False


def _leads_to(match: re.Match[str], span: Span, clause: Clause, scene: Scene) -> bool:
    """Whether no other number stands between the cue and this one: 连续三年优秀,基层工作14年."""
    cue = Span(clause.span.start + match.start(), clause.span.start + match.end())
    between = Span(min(cue.end, span.end), max(cue.start, span.start))
    return not any(each.span.overlaps(between) and each.span != span for each in scene.quantities)


def _has_number(clause: Clause, scene: Scene) -> bool:
    spans = [each.span for each in scene.quantities] + [each.span for each in scene.dates]
    return any(clause.span.overlaps(span) for span in spans)


def _place(clause: Clause, scene: Scene, units: Units) -> bool | None:
    """Whether the work was done where years count: True, False, or None where nothing tells."""
    service = scene.lexicon.numbers.service
    own = [unit for unit in (*units.named, *units.alone) if unit.level and not unit.authority]
    here = [unit for unit in own if clause.span.overlaps(unit.span)]
    if here:
        return any(unit.level in service.places for unit in here)
    if clause.text in service.place_words:
        return True
    earlier = [unit for unit in own if unit.span.end <= clause.span.start and scene.is_applicant(unit.span.start)]
    later = [unit for unit in own if unit.span.start >= clause.span.end and scene.is_applicant(unit.span.start)]
    if earlier or later:
        return (earlier[-1] if earlier else later[0]).level in service.places
    known = scene.context.known.get(service.place_fact)
    return None if known is None else known in service.places
