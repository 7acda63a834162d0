"""Later words that undo what was said before, without saying what is so instead (其实中间断了两年)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from assistant.domain.document import Span
from assistant.domain.fact import Bound, FactValue
from assistant.understanding.claims import Claim
from assistant.understanding.clauses import Clause
from assistant.understanding.findings import is_withdrawn
from assistant.understanding.layout import LENGTHS
from assistant.understanding.revision_words import Revision
from assistant.understanding.scene import Scene, Standing

_HEAD: Final = 2
"""How many characters of a value name it."""


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
    doubted = tuple(_doubted(scene, stated))
    for found in (
        *_revised(scene, told, stated),
        *_moved(scene, stated),
        *doubted,
        *_open_again(scene, stated, doubted),
        *_withdrawn(scene, stated),
    ):
        if found.fact in told:
            undone.setdefault(found.fact, found)
    return tuple(each for each in undone.values() if not _said_since(each, stated, scene))


def standing_after(undone: Iterable[Undone], stated: Iterable[Claim]) -> list[Claim]:
    """The claims without those that were undone."""
    gone = {each.fact for each in undone}
    return [claim for claim in stated if claim.fact not in gone]


def _said_since(undone: Undone, stated: Iterable[Claim], scene: Scene) -> bool:
    """Whether the utterance says anew what the fact is: behind what undoes it, as the sum of it all, or otherwise.

    转管理了 beside 不在专技岗, and 第三年是合格 beside 只连续两年, give the reason of what is said anew. A no stays.
    """
    service, known = scene.lexicon.numbers.service, scene.context.known.get(undone.fact)
    of_years = undone.fact in {service.cumulative, service.continuous}
    return any(
        claim.fact == undone.fact
        and (
            claim.span.start >= undone.span.end
            or scene.clause_at(claim.span.start).text in service.cumulative_cues
            or (not of_years and known is not None and claim.differs_from(known))
            or claim.value is False
        )
        for claim in stated
    )


def _revised(scene: Scene, told: Mapping[str, FactValue], stated: Sequence[Claim]) -> Iterator[Undone]:
    for revision in scene.lexicon.revisions.revisions:
        facts = [fact for fact in told if fact in revision.undoes]
        if not facts or (scene.context.asked in revision.undoes and revision.last):
            continue
        for clause in scene.clauses:
            span = _says(revision, clause, scene)
            if span is None:
                continue
            here = [claim for claim in stated if clause.span.overlaps(claim.span)]
            better = {claim.fact for claim in here if isinstance(claim.value, bool) and claim.span.end > span.start}
            undone = [fact for fact in facts if fact not in better]
            yield from (Undone(fact, span) for fact in (undone[-1:] if revision.last else undone))
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
    told = scene.colour(clause).asks or revision.last  # a question tells it too, and findings are others' deeds
    mine = standing is Standing.NOTHING and scene.is_applicant(span.start) and not scene.in_policy(span)
    return span if told and mine and scene.colour(clause).hedge is None else None


def _lessened(
    revision: Revision, clause: Clause, span: Span, told: Mapping[str, FactValue], scene: Scene
) -> Iterator[Undone]:
    """The years that are still sure, where the words say how many were lost."""
    known = told.get(revision.lessens or "")
    lost = [each.value for each in scene.quantities if each.kind in LENGTHS and each.span.overlaps(clause.span)]
    if revision.lessens and isinstance(known, int | float) and lost and lost[0] is not None and lost[0] < known:
        yield Undone(revision.lessens, span, Bound(at_least=known - lost[0]))


def _withdrawn(scene: Scene, stated: Iterable[Claim]) -> Iterator[Undone]:
    """What was so, and of which the same utterance says that it is so no longer: 批了又收回了."""
    for claim in stated:
        ended = is_withdrawn(scene.lexicon.fact_words[claim.fact], claim.span, scene)
        if ended is not None and claim.value is not False:
            yield Undone(claim.fact, ended)


def _moved(scene: Scene, stated: Iterable[Claim]) -> Iterator[Undone]:
    """What began anew with the place of work, where the words tell of a move back to where years count."""
    moved = scene.lexicon.revisions.moved
    known = scene.context.known.get(moved.fact)
    if known is None or known in moved.places or scene.corrects:
        return
    for claim in stated:
        if claim.fact == moved.fact and claim.value in moved.places:
            yield from (Undone(fact, claim.span) for fact in moved.undoes)


def _doubted(scene: Scene, stated: Sequence[Claim]) -> Iterator[Undone]:
    """Known facts that a clause speaks of with words of doubt or denial, and of which nothing better is said."""
    findings = _findings(scene)
    answers = findings if scene.context.asked in findings else frozenset()
    better = answers | {claim.fact for claim in stated}
    for clause in scene.clauses if scene.context.known else ():
        if answers and scene.colour(clause).pending and _names_authority(scene.context.asked or "", clause, scene):
            continue  # 评审机构还没定, to the question for its finding, says nothing of how one is 评审
        doubt = _doubt(clause, stated, scene)
        for fact in scene.context.known if doubt else ():
            if _speaks_of(fact, clause, scene) and (doubt == "sure" or fact not in better):
                yield Undone(fact, clause.span)


def _doubt(clause: Clause, stated: Iterable[Claim], scene: Scene) -> Literal["sure", "unsure"] | None:
    words, colour = scene.lexicon.revisions, scene.colour(clause)
    sure = clause.text in words.sure_doubts
    unsure = colour.unknown or colour.pending or clause.text in words.unsure_doubts
    unsure = unsure or clause.text in scene.lexicon.cues.retract
    if not (sure or unsure):
        return None
    if scene.standing(clause.span) is Standing.SUPPOSED or colour.asks:
        return None
    if not sure and scene.in_policy(clause.span):
        return None  # 学历那条你先撤掉 means no clause of the policy
    if clause.text in words.no_doubts:
        return None
    if sure:
        return "sure"
    says = any(clause.span.overlaps(claim.span) for claim in stated)
    return "unsure" if not says and scene.is_applicant(clause.span.start) else None


def _speaks_of(fact: str, clause: Clause, scene: Scene) -> bool:
    """Whether the clause names the fact, its value, or says it in one of the clear ways."""
    words, value = scene.lexicon.fact_words[fact], scene.context.known[fact]
    if clause.text in words.names:
        return True
    if isinstance(value, int | float) and not isinstance(value, bool):
        return any(each.value == value and clause.span.overlaps(each.span) for each in scene.quantities)
    titles = scene.lexicon.titles
    if fact in {titles.level_fact, titles.series_fact}:
        levels = [found.meaning for found in titles.levels.find(clause.text)]
        vague = fact == titles.level_fact and any(True for _ in titles.vague_levels.find(clause.text))
        return vague or value in levels or str(value) in clause.text
    if isinstance(value, str) and value[:_HEAD] in clause.text:
        return True
    return any(said.value == value and said.pattern.search(clause.text) for said in (*words.always, *words.near))


def _open_again(scene: Scene, stated: Iterable[Claim], doubted: Sequence[Undone]) -> Iterator[Undone]:
    """The finding told last, where one is said to be open while something else was asked."""
    findings = _findings(scene)
    known = [fact for fact in scene.context.known if fact in findings]
    if not known or scene.context.asked in findings or any(claim.fact in findings for claim in stated):
        return
    for clause in scene.clauses:
        if any(each.span == clause.span for each in doubted):
            continue
        if scene.colour(clause).pending and not scene.colour(clause).asks and scene.is_applicant(clause.span.start):
            meant = [fact for fact in known if _may_await(fact, clause, scene)]
            yield from (Undone(fact, clause.span) for fact in meant[-1:])
            return


def _names_authority(fact: str, clause: Clause, scene: Scene) -> bool:
    """Whether the clause names the authority that finds the fact."""
    authority = scene.lexicon.facts[fact].determined_by
    said = scene.lexicon.revisions.authorities.get(authority or "")
    return said is not None and clause.text in said


def _may_await(fact: str, clause: Clause, scene: Scene) -> bool:
    """Whether whoever is awaited finds the fact, or nobody is named: 人社局还没回信 is of no unit's finding."""
    named = {name for name, said in scene.lexicon.revisions.authorities.items() if clause.text in said}
    return not named or scene.lexicon.facts[fact].determined_by in named


def _findings(scene: Scene) -> frozenset[str]:
    """The facts that an authority finds."""
    return frozenset(fact.id for fact in scene.lexicon.facts.values() if fact.determined_by is not None)
