"""The numbers of an utterance as measures: lengths of time, ages and bare numbers, exact or bounded."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from assistant.domain.document import Span
from assistant.domain.fact import Bound
from assistant.text.dates import DateMention
from assistant.text.quantities import Quantity
from assistant.understanding.patterns import NumberPattern
from assistant.understanding.scene import Scene

LENGTHS: Final = frozenset({"years", "months"})


@dataclass(frozen=True, slots=True)
class Measure:
    """One number where it stands: `value` where it is exact, `bound` where it was hedged.

    `kind` is that of the quantity, or `born` (the age from a date of birth), or `moment` (the years since a date that
    puts another right), or `streak` (years of assessments that were listed). `since` is the last day from which it can
    have grown.
    """

    span: Span
    kind: str
    value: float | None
    bound: Bound | None = None
    suggests_age: bool = False
    since: date | None = None

    @property
    def tells(self) -> bool:
        """Whether it says anything at all."""
        return self.value is not None or self.bound is not None


def find_measures(scene: Scene) -> Iterator[Measure]:
    """All measures: those of quantities, then those of dates."""
    for quantity in scene.quantities:
        yield Measure(quantity.span, quantity.kind, _exact(quantity), _bound(quantity), quantity.suggests_age)
    for mention in scene.dates:
        yield from _of_date(mention, scene)


def fits(patterns: Sequence[NumberPattern], span: Span, scene: Scene) -> bool:
    """Whether the words around a number are those of one of the patterns."""
    before, after = scene.before(span), scene.after(span)
    return any(pattern.fits(before, after) for pattern in patterns)


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
    if _puts_right(mention, scene):
        yield replace(_born(mention), kind="moment")
        return
    born = words.ages.born + (words.ages.born_asked if scene.context.asked == words.ages.fact else ())
    if mention.kind != "range" and fits(born, mention.span, scene):
        yield _born(mention)
    elif not fits(words.ignore_dates, mention.span, scene) and (mention.kind != "point" or _runs_on(mention, scene)):
        began = None if mention.kind == "range" else _latest(mention)
        yield Measure(mention.span, "years", float(mention.whole_years), since=began)


def _puts_right(mention: DateMention, scene: Scene) -> bool:
    """Whether the date stands alone in a correction, with nothing to tell which of the known numbers it is about."""
    service, ages = scene.lexicon.numbers.service, scene.lexicon.numbers.ages
    told = {service.cumulative, service.continuous, ages.fact} & scene.context.known.keys()
    alone = scene.corrects and scene.holds_only_numbers(scene.clause_at(mention.span.start))
    return bool(told) and alone and mention.kind == "point" and scene.context.asked not in {*told, ages.fact}


def _born(mention: DateMention) -> Measure:
    """The age, exact where the day or the month tells it, else between two."""
    whole, fewest = float(mention.whole_years or 0), float(mention.fewest_years or 0)
    if whole == fewest:
        return Measure(mention.span, "born", whole, since=_latest(mention))
    return Measure(mention.span, "born", None, Bound(fewest, whole + 1))


def _latest(mention: DateMention) -> date | None:
    """The last day that the words can mean, so that nothing is promised too early."""
    start = mention.start
    if start is None or mention.precision == "day":
        return start
    month = 12 if mention.precision == "year" else start.month
    return date(start.year, month, monthrange(start.year, month)[1])


def _runs_on(mention: DateMention, scene: Scene) -> bool:
    """Whether a date alone starts something that goes on: 一直 near it, or the years were just asked for."""
    service = scene.lexicon.numbers.service
    if scene.context.asked in {service.cumulative, service.continuous}:
        return True
    clause = scene.clause_at(mention.span.start)
    near = [each.text for each in scene.clauses[max(clause.index - 1, 0) : clause.index + 3]]
    began = scene.after(mention.span) in service.since
    return began and any(text in service.continuous_cues for text in near)
