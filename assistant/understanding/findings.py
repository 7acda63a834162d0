"""Whether words tell that something was done, for the applicant, and is so still: 批不了 and 等批了再办 do not."""

from __future__ import annotations

from typing import Final

from assistant.domain.document import Span
from assistant.domain.fact import FactValue
from assistant.understanding.lexicon import FactWords
from assistant.understanding.scene import Scene, Standing

_PARTICLE: Final = 1
"""So many characters (了) may stand between what was done and for whom."""


def is_settled(words: FactWords, span: Span, value: FactValue, scene: Scene) -> bool:
    """Whether the words in the span, taken for a statement, settle that the fact has the value."""
    shared, clause = scene.lexicon.findings, scene.clause_at(span.start)
    after = scene.after(span)
    if after in shared.others or _names_another(after, scene):
        return False
    if words.kind is not None and scene.says(words.kind, clause) and not scene.says(words.own_kind, clause):
        return False
    before = scene.before(span)
    if value is not False and (scene.says(words.open, clause) or after in shared.let_go or before in shared.required):
        return False
    return not words.finding or _is_made(words, span, scene)


def _is_made(words: FactWords, span: Span, scene: Scene) -> bool:
    """Whether an authority's finding was made: not to come, not only expected, not of another time or matter."""
    shared = scene.lexicon.findings
    led = scene.before(span) + span.of(scene.text)
    led = shared.none_of_open.blank(led)
    after = scene.after(span)
    if led in shared.open or (led in shared.presumed and scene.context.asked != words.fact.id):
        return False
    if (led in shared.long_ago and not words.ever) or (not after and led in shared.bare):
        return False
    if after in shared.conditions or _is_anothers(span, scene):
        return False
    return words.followed_by is None or after in words.followed_by


def _names_another(after: str, scene: Scene) -> bool:
    """Whether words begin with somebody else, for whom then it was done: 派了 | 老李."""
    return any(
        each.span.start <= _PARTICLE and each.meaning != scene.applicant
        for each in scene.lexicon.persons.others.find(after)
    )


def _is_anothers(span: Span, scene: Scene) -> bool:
    """Whether the finding is for somebody else, named in its words or after a preposition: 人社局给老王核准了."""
    clause = scene.clause_at(span.start)
    if not scene.names_others(clause) and span.end <= clause.span.end:
        return False
    persons, start = scene.lexicon.persons, clause.span.start
    led = scene.text[start : span.end]
    return any(
        each.meaning != scene.applicant
        and (start + each.span.start > span.start or led[: each.span.start].endswith(persons.governed))
        for each in persons.others.find(led)
    )


def is_withdrawn(words: FactWords, span: Span, scene: Scene) -> Span | None:
    """Where it is said, behind the words in the span, that it is so no longer; None where it is not said."""
    shared = scene.lexicon.findings.withdrawn
    possible = [each for each in (words.withdrawn, *((shared,) if words.finding else ())) if each.can_match(scene.text)]
    first = scene.clause_at(span.start).index
    told = {clause.index for each in possible for clause in scene.clauses_with(each) if clause.index >= first}
    for clause in (scene.clauses[index] for index in sorted(told)):
        start = max(clause.span.start, span.end)
        text = scene.text[start : clause.span.end]
        for patterns in possible:
            match = patterns.search(text)
            if match is not None:
                span = Span(start + match.start(), start + match.end())
                return span if scene.standing(span) is not Standing.SUPPOSED else None
    return None
