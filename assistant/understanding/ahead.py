"""What a number is today that is true on a day to come: 明年三月满30年 is 29 now."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from assistant.domain.document import Span
from assistant.domain.fact import Bound
from assistant.text.dates import DateMention
from assistant.understanding.layout import LENGTHS
from assistant.understanding.measures import Measure, fits
from assistant.understanding.scene import Scene

_GROWING: Final = frozenset({*LENGTHS, "age", "bare"})
_FUTURE: Final = "future"
_DAYS: Final = frozenset({_FUTURE, "point", "since"})


def as_of_today(measure: Measure, scene: Scene) -> Measure:
    """The measure as it is today: less where it is told for a day to come, nothing where the day is not clear."""
    numbers = scene.lexicon.numbers
    if measure.value is None or measure.kind not in _GROWING:
        return measure
    if fits(numbers.below, measure.span, scene) and not scene.corrects:
        return replace(measure, value=None, bound=Bound(below=measure.value))
    for mention in _days_reached(measure, scene):
        return _moved(measure, mention.whole_years or 0, mention.fewest_years or 0)
    words = numbers.ahead
    if fits(words.soon, measure.span, scene):
        return _moved(measure, -1, -1)
    if fits(words.not_yet, measure.span, scene):
        return replace(measure, value=None, bound=Bound(below=measure.value))
    if fits(words.any_day, measure.span, scene):
        return replace(measure, value=None, bound=Bound(measure.value - 1, measure.value + 1))
    if fits(words.some_day, measure.span, scene) or _beside_a_day_ahead(measure, scene):
        return replace(measure, value=None)
    return measure


def _moved(measure: Measure, most: int, fewest: int) -> Measure:
    """The measure on a day that is `most` to `fewest` years after the one on which it is reached."""
    value = measure.value or 0.0
    if most > 0:  # reached long ago, and nobody says that it went on, unless it is what has passed since
        return measure if abs(most - value) <= 1 else replace(measure, value=None, bound=Bound(at_least=value))
    if most == fewest and value.is_integer() and value + most >= 0:
        return replace(measure, value=value + most)
    return replace(measure, value=None, bound=Bound(max(value + fewest, 0.0), value)) if most < 0 else measure


def _days_reached(measure: Measure, scene: Scene) -> Iterator[DateMention]:
    """The days on which the number is reached, as the words between them tell."""
    before, behind = _near(measure.span, scene)
    for mention in before:
        if mention.kind in _DAYS and _leads(mention, measure.span, scene):
            yield mention
    for mention in behind:
        if mention.kind in _DAYS and _follows(mention, measure.span, scene):
            yield mention


def _near(number: Span, scene: Scene) -> tuple[list[DateMention], list[DateMention]]:
    """The dates in front of a number and behind it, in order, that words which tell of both can reach."""
    words, told, dates = scene.lexicon.numbers.ahead, scene.clause_at(number.start), scene.dates
    reach = max(each.longest for each in (words.reached, words.reached_then, words.late, words.joined))
    at = bisect_left(scene.date_starts, number.start)
    before: list[DateMention] = []
    for mention in reversed(dates[:at]):
        clause = scene.clause_at(mention.span.start)
        if clause.index != told.index:
            before += [mention] if clause.index + 1 == told.index else []  # only the last can end the clause ahead
            break
        if len(scene.text[mention.span.end : number.start].strip()) <= reach:
            before.append(mention)
    behind: list[DateMention] = []
    for mention in dates[at:]:
        if len(scene.text[number.end : mention.span.start].strip()) > reach:
            break
        behind.append(mention)
    free = ([each for each in near if not each.span.overlaps(number)] for near in (before[::-1], behind))
    return next(free), next(free)


def _leads(mention: DateMention, number: Span, scene: Scene) -> bool:
    """明年三月在卫生院就满30年; 到明年三月,就满30年了."""
    day, words = mention.span, scene.lexicon.numbers.ahead
    clause, told = scene.clause_at(day.start), scene.clause_at(number.start)
    between = scene.text[day.end : number.start]
    if clause.index != told.index:
        apart = clause.index + 1 == told.index and clause.sentence == told.sentence
        if (
            not apart
            or scene.after(day)
            or words.until.strip(scene.lexicon.cues.fillers.without(scene.before(day))).strip()
        ):
            return False
        between = scene.before(number)
    if mention.kind != _FUTURE:
        return words.reached_then.covers(between.strip())
    return _covers_or_empty(between, scene)


def _covers_or_empty(between: str, scene: Scene) -> bool:
    words = scene.lexicon.numbers.ahead
    return between not in words.today and (not between.strip() or words.reached.covers(between.strip()))


def _follows(mention: DateMention, number: Span, scene: Scene) -> bool:
    """满30年得等到明年三月; 30年,下个月才满."""
    day = mention.span
    if mention.kind != _FUTURE:
        return False
    words = scene.lexicon.numbers.ahead
    between, end = scene.text[number.end : day.start].strip(), scene.after(day).strip()
    if words.late.covers(between) and words.late_end.covers(end):
        return True
    return words.joined.covers(between) and words.joined_end.covers(end)


def _beside_a_day_ahead(measure: Measure, scene: Scene) -> bool:
    """Whether a length stands behind a day to come in one breath, and what it has to do with it is not clear."""
    if measure.kind not in LENGTHS:
        return False
    ahead = scene.before(measure.span)
    start = measure.span.start - len(ahead)
    first, last = (bisect_left(scene.date_starts, at) for at in (start, measure.span.start))
    future = any(each.kind == _FUTURE for each in scene.dates[first:last])
    return future and ahead not in scene.lexicon.numbers.ahead.today
