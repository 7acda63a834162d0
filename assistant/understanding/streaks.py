"""Years of excellent assessments that are listed by the calendar: 22、23、24都是优秀, 从2021年起年年优秀."""

from __future__ import annotations

from collections.abc import Iterator

from assistant.domain.document import Span
from assistant.domain.fact import Bound
from assistant.text.dates import DateMention
from assistant.text.years import YearList, longest_run
from assistant.understanding.measures import Measure, fits
from assistant.understanding.scene import Scene

STREAK = "streak"
"""The kind of a measure that counts years of assessments."""


def find_streaks(scene: Scene) -> Iterator[Measure]:
    """The longest run of all years listed as excellent, and what a span that runs on to today tells."""
    told = [listed for listed in scene.year_lists if _is_excellent(listed, scene)]
    years = {year for listed in told for year in listed.years}
    if len(years) > 1:
        yield Measure(told[-1].span, STREAK, float(longest_run(years)))
    for mention in scene.dates:
        if _runs_on(mention) and fits(scene.lexicon.numbers.streak.over, mention.span, scene):
            yield _since(mention, scene)


def counts_years(span: Span, scene: Scene) -> bool:
    """Whether a number or date is one of the calendar years listed, and measures nothing itself."""
    return any(span.overlaps(listed.span) and _is_list(listed, scene) for listed in scene.year_lists)


def may_be_year(measure: Measure, scene: Scene) -> bool:
    """Whether two digits alone (24) are as likely one of the last years as a number of them."""
    now, value = scene.context.as_of.year % 100, measure.value or 0.0
    return measure.kind == "bare" and now - scene.lexicon.numbers.streak.recent <= value <= now


def _is_list(listed: YearList, scene: Scene) -> bool:
    """Whether it can only be years: several, or one so near that it is no length (24年)."""
    if len(listed.years) > 1:
        return True
    streak = scene.lexicon.numbers.streak
    near = listed.years[0] >= scene.context.as_of.year - streak.recent
    return near and (only_answers(listed.span, scene) or fits(streak.over, listed.span, scene))


def _is_excellent(listed: YearList, scene: Scene) -> bool:
    words = scene.lexicon.numbers
    if scene.negated(listed.span) or fits(words.ignore, listed.span, scene) or scene.negated_behind(listed.span):
        return fits(words.streak.over, listed.span, scene) and not scene.negated(listed.span)
    asked = scene.context.asked in {words.streak.fact, words.streak.implied_fact} and len(listed.years) > 1
    return (asked and only_answers(listed.span, scene)) or fits(words.streak.over, listed.span, scene)


def only_answers(span: Span, scene: Scene) -> bool:
    """Whether its clause says nothing that does not belong to an answer about assessments."""
    cues, clause = scene.lexicon.numbers.streak.asked_cues, scene.clause_at(span.start)
    rest = scene.before(span) + " " + scene.after(span)
    for other in [each.span for each in scene.year_lists] + [each.span for each in scene.quantities]:
        if clause.span.overlaps(other) and not other.overlaps(span):
            rest = rest.replace(other.of(scene.text), " ")
    return not scene.lexicon.cues.fillers.without(cues.without(rest)).strip()


def _runs_on(mention: DateMention) -> bool:
    return mention.kind == "since" and mention.start is not None


def _since(mention: DateMention, scene: Scene) -> Measure:
    """Up to the last year that is over, and perhaps this one."""
    first = mention.start.year if mention.start else scene.context.as_of.year
    whole = float(scene.context.as_of.year - first)
    return Measure(mention.span, STREAK, None, Bound(whole, whole + 2))
