"""Later words that undo what was said before, without saying what is so instead (其实中间断了两年)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from assistant.domain.document import Span
from assistant.domain.fact import Bound, FactValue
from assistant.understanding.claims import Claim
from assistant.understanding.clauses import Clause
from assistant.understanding.measures import LENGTHS
from assistant.understanding.revision_words import Revision
from assistant.understanding.scene import Scene, Standing


@dataclass(frozen=True, slots=True)
class Undone:
    """A fact that no longer counts, and the words that undid it; `left` is what is still sure of a number."""

    fact: str
    span: Span
    left: Bound | None = None


def find_undone(scene: Scene, stated: Sequence[Claim]) -> tuple[Undone, ...]:
    """What the utterance undoes of what was known, or of what it `stated` itself before; each fact once."""
    told = {**scene.context.known, **{claim.fact: claim.value for claim in stated if claim.value is not None}}
    undone: dict[str, Undone] = {}
    for found in (*_revised(scene, told), *_moved(scene, stated), *_open_again(scene, stated)):
        if found.fact in told:
            undone.setdefault(found.fact, found)
    return tuple(each for each in undone.values() if not _said_since(each, stated, scene))


def standing_after(undone: Iterable[Undone], stated: Iterable[Claim]) -> list[Claim]:
    """The claims without those that were undone."""
    gone = {each.fact for each in undone}
    return [claim for claim in stated if claim.fact not in gone]


def _said_since(undone: Undone, stated: Iterable[Claim], scene: Scene) -> bool:
    """Whether the utterance says anew what the fact is, behind what undoes it or as the sum of it all."""
    totals = scene.lexicon.numbers.service.cumulative_cues
    return any(
        claim.fact == undone.fact
        and (claim.span.start >= undone.span.end or scene.clause_at(claim.span.start).text in totals)
        for claim in stated
    )


def _revised(scene: Scene, told: Mapping[str, FactValue]) -> Iterator[Undone]:
    for revision in scene.lexicon.revisions.revisions:
        facts = [fact for fact in told if fact in revision.undoes]
        if not facts or (scene.context.asked in revision.undoes and revision.last):
            continue
        for clause in scene.clauses:
            span = _says(revision, clause, scene)
            if span is not None:
                yield from (Undone(fact, span) for fact in (facts[-1:] if revision.last else facts))
                yield from _lessened(revision, clause, span, told, scene)
                break


def _says(revision: Revision, clause: Clause, scene: Scene) -> Span | None:
    match = revision.words.search(clause.text)
    if match is None or clause.text in revision.unless:
        return None
    span = Span(clause.span.start + match.start(), clause.span.start + match.end())
    standing = scene.standing(span)
    if standing is Standing.STATED:
        return span
    asks = standing is Standing.NOTHING and scene.colour(clause).asks and scene.is_applicant(span.start)
    return span if asks and not scene.in_policy(span) else None


def _lessened(
    revision: Revision, clause: Clause, span: Span, told: Mapping[str, FactValue], scene: Scene
) -> Iterator[Undone]:
    """The years that are still sure, where the words say how many were lost."""
    known = told.get(revision.lessens or "")
    lost = [each.value for each in scene.quantities if each.kind in LENGTHS and each.span.overlaps(clause.span)]
    if revision.lessens and isinstance(known, int | float) and lost and lost[0] is not None and lost[0] < known:
        yield Undone(revision.lessens, span, Bound(at_least=known - lost[0]))


def _moved(scene: Scene, stated: Iterable[Claim]) -> Iterator[Undone]:
    """What began anew with the place of work, where the words tell of a move back to where years count."""
    moved = scene.lexicon.revisions.moved
    known = scene.context.known.get(moved.fact)
    if known is None or known in moved.places or scene.corrects:
        return
    for claim in stated:
        if claim.fact == moved.fact and claim.value in moved.places:
            yield from (Undone(fact, claim.span) for fact in moved.undoes)


def _open_again(scene: Scene, stated: Iterable[Claim]) -> Iterator[Undone]:
    """The finding told last, where one is said to be open while something else was asked."""
    findings = scene.lexicon.revisions.open_findings
    known = [fact for fact in scene.context.known if fact in findings]
    if not known or scene.context.asked in findings or any(claim.fact in findings for claim in stated):
        return
    for clause in scene.clauses:
        if scene.colour(clause).pending and not scene.colour(clause).asks and scene.is_applicant(clause.span.start):
            yield Undone(known[-1], clause.span)
            return
