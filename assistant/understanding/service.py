"""Which years of work a length of time tells: all together, without a break, or none that count."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from assistant.domain.document import Span
from assistant.domain.fact import Bound
from assistant.understanding.clauses import Clause
from assistant.understanding.layout import LENGTHS
from assistant.understanding.measures import Measure, fits
from assistant.understanding.scene import Scene, Standing
from assistant.understanding.units import Units, was_once


def service_facts(measure: Measure, scene: Scene, units: Units) -> Iterator[str]:
    """The facts that the measure gives, the one meant first; none where the place does not allow."""
    service, asked = scene.lexicon.numbers.service, scene.context.asked
    clause = scene.clause_at(measure.span.start)
    place = place_of(clause, scene, units)
    if place is False:
        return
    broken = _is_broken(measure, units)
    parted = scene.says(service.parted)
    if not parted and _runs_unbroken(clause, measure.span, scene, beside=not broken):
        yield from (service.continuous, service.cumulative)
    elif asked == service.continuous and fits(service.resumed, measure.span, scene):
        yield asked
    elif scene.says(service.cumulative_cues, clause):
        yield service.cumulative
    elif asked in {service.continuous, service.cumulative}:
        denied = any(scene.negated(span) for span in scene.spans(service.continuous_cues, clause))
        broken = broken or parted or (denied and measure.value is not None)
        if not (broken and asked == service.continuous) and _answers(measure, scene, units):
            yield asked
    elif place and _is_work(measure, scene, units):
        yield service.cumulative


def tells_tenure(measure: Measure, scene: Scene) -> bool:
    """教龄三十一年,都在村里教的: years of a profession, all of them where years count."""
    words = scene.lexicon.numbers
    there = scene.says(words.all_there) or scene.before(measure.span) in words.tenure_there
    return there and fits(words.tenure, measure.span, scene)


def _answers(measure: Measure, scene: Scene, units: Units) -> bool:
    """Whether a number tells the years asked for: nothing that is not understood stands beside it (31年党龄)."""
    service = scene.lexicon.numbers.service
    if measure.since or fits(service.work, measure.span, scene):
        return True
    clause = scene.clause_at(measure.span.start)
    beside = scene.beside_numbers(clause)
    for unit in units.own:
        if unit.level in service.places and clause.span.overlaps(unit.span):
            beside = beside.replace(unit.span.of(scene.text), " ")
    for patterns in (service.continuous_cues, service.cumulative_cues, service.place_words):
        beside = patterns.blank(beside)
    return not scene.lexicon.cues.fillers.without(service.answer_words.without(beside)).strip()


def _is_work(measure: Measure, scene: Scene, units: Units) -> bool:
    if measure.since or fits(scene.lexicon.numbers.service.work, measure.span, scene):
        return True
    return _stands_alone(measure.span, scene, units) or tells_tenure(measure, scene)


def _stands_alone(span: Span, scene: Scene, units: Units) -> bool:
    """Whether nothing but fillers is in the clause besides the number and the unit: 镇农技站三年零九个月.

    Behind the number, the unit stands where it is led up to: 2013年9月到2018年9月在乡农技站.
    """
    before, after, leads = scene.before(span), scene.after(span), scene.lexicon.numbers.service.there
    for unit in units.own:
        name = unit.span.of(scene.text)
        for led in leads:
            before, after = before.replace(led + name, " "), after.removeprefix(led + name)
        before = before.replace(name, " ")
    return not scene.lexicon.cues.fillers.without(before + " " + after).strip()


def _is_broken(measure: Measure, units: Units) -> bool:
    """Whether the years were interrupted, after they began: 中间断过两年, and not 中间没断过."""
    return any(measure.since is None or each.span.start > measure.span.end for each in units.breaks)


def less_breaks(measure: Measure, scene: Scene, units: Units) -> Measure:
    """What years told with an interruption can come to: whether it is counted in them, nobody says."""
    service, clause = scene.lexicon.numbers.service, scene.clause_at(measure.span.start)
    if measure.value is None or measure.kind not in LENGTHS:
        return measure
    if scene.says(service.cumulative_cues, clause) or scene.says(service.continuous_cues, clause):
        return measure
    apart = (each for each in units.breaks if not clause.span.overlaps(each.span))
    away = {each.clause: each.length for each in apart if each.span.start > measure.span.end}
    if not away or (measure.since is None and None in away.values()):
        return measure
    least = None if None in away.values() else max(measure.value - sum(each or 0.0 for each in away.values()), 0.0)
    return replace(measure, value=None, bound=Bound(least, measure.value + 1), since=None)


def _runs_unbroken(clause: Clause, measure: Span, scene: Scene, beside: bool) -> bool:
    """Whether 一直 stands in the clause, or (`beside`) in a neighbour that has no number of its own."""
    service = scene.lexicon.numbers.service
    if _is_led_to(clause, measure, scene):
        return not (scene.says(service.cumulative_cues, clause) and scene.says(service.continuous_not, clause))
    for neighbour in (clause.index - 1, clause.index + 1, clause.index + 2) if beside else ():
        if not 0 <= neighbour < len(scene.clauses):
            continue
        other = scene.clauses[neighbour]
        between = scene.clauses[min(clause.index, neighbour) + 1 : neighbour]
        if other.sentence != clause.sentence or other.text in service.continuous_not or not scene.unbroken(other).spans:
            continue
        if not any(_has_number(each, scene) for each in (*between, other)):
            return scene.is_applicant(other.span.end - 1)
    return False


def _is_led_to(clause: Clause, span: Span, scene: Scene) -> bool:
    """Whether no other number stands between such a cue and this one: 连续三年优秀,基层工作14年."""
    cues = scene.unbroken(clause)
    gaps = [Span(min(cue.end, span.end), max(cue.start, span.start)) for cue in cues.overlapping(span)]
    end, start = cues.end_before(span.start), cues.start_behind(span.end)
    gaps += [] if end is None else [Span(end, span.start)]
    gaps += [] if start is None else [Span(span.end, start)]
    return any(all(each == span for each in scene.quantity_places.overlapping(gap)) for gap in gaps)


def _has_number(clause: Clause, scene: Scene) -> bool:
    spans = [each.span for each in scene.quantities] + [each.span for each in scene.dates]
    return any(clause.span.overlaps(span) for span in spans)


def place_of(clause: Clause, scene: Scene, units: Units) -> bool | None:
    """Whether the work was done where years count: True, False, or None where nothing tells."""
    service = scene.lexicon.numbers.service
    here = tells_place(clause, scene, units)
    if here is not None:
        return here
    own = [unit for unit in units.own if scene.is_applicant(unit.span.start)]
    earlier = [unit for unit in own if unit.span.end <= clause.span.start]
    later = [unit for unit in own if unit.span.start >= clause.span.end and not was_once(unit, scene)]
    if earlier or later:
        return (earlier[-1] if earlier else later[0]).level in service.places
    known = scene.context.known.get(service.place_fact)
    return None if known is None else known in service.places


def tells_place(clause: Clause, scene: Scene, units: Units) -> bool | None:
    """Whether a clause itself says that the work was done where years count; None where it says nothing of it."""
    service = scene.lexicon.numbers.service
    here = [unit for unit in units.own if clause.span.overlaps(unit.span)]
    if here:
        return any(unit.level in service.places for unit in here)
    return True if scene.says(service.place_words, clause) else None


def works_elsewhere(rest: Span, clause: Clause, scene: Scene, units: Units) -> bool:
    """Whether the applicant's work goes on where years do not count: 后来调到县医院了."""
    cues, there = scene.lexicon.cues, list(units.elsewhere.overlapping(rest))
    if not there or any(clause.text in words for words in (cues.hiring, cues.wish_place, cues.place_not_with)):
        return False
    return any(scene.standing(span) is Standing.STATED and not scene.negated(span) for span in there)
