"""Which years of work a length of time tells: all together, without a break, or none that count."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.domain.document import Span
from assistant.understanding.clauses import Clause
from assistant.understanding.measures import Measure, fits
from assistant.understanding.scene import Scene
from assistant.understanding.units import Units


def service_facts(measure: Measure, scene: Scene, units: Units) -> Iterator[str]:
    """The facts that the measure gives, the one meant first; none where the place does not allow."""
    service, asked = scene.lexicon.numbers.service, scene.context.asked
    clause = scene.clause_at(measure.span.start)
    place = _place(clause, scene, units)
    if place is False:
        return
    unbroken = _runs_unbroken(clause, measure.span, scene)
    if unbroken:
        yield from (service.continuous, service.cumulative)
    elif clause.text in service.cumulative_cues:
        yield service.cumulative
    elif asked in {service.cumulative, service.continuous}:
        yield asked
    elif place and _is_work(measure, scene):
        yield service.cumulative


def tells_tenure(measure: Measure, scene: Scene) -> bool:
    """教龄三十一年,都在村里教的: years of a profession, all of them where years count."""
    words = scene.lexicon.numbers
    there = scene.text in words.all_there or scene.before(measure.span) in words.tenure_there
    return there and fits(words.tenure, measure.span, scene)


def _is_work(measure: Measure, scene: Scene) -> bool:
    if measure.since or fits(scene.lexicon.numbers.service.work, measure.span, scene):
        return True
    return stands_alone(measure.span, scene) or tells_tenure(measure, scene)


def stands_alone(span: Span, scene: Scene) -> bool:
    """Whether nothing but fillers is in the clause besides the number."""
    rest = scene.before(span) + scene.after(span)
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
    own = [
        unit
        for unit in (*units.named, *units.alone)
        if unit.level and not unit.authority and not scene.negated(unit.span)
    ]
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
