"""Clauses that only comment on the one before them: 本科,在读; 55岁,还没到; 高级农艺师,在评."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from assistant.domain.document import Span
from assistant.domain.fact import Bound
from assistant.understanding.claims import Claim
from assistant.understanding.clauses import Clause
from assistant.understanding.scene import Scene, Standing


def commented(claims: Iterable[Claim], scene: Scene) -> list[Claim]:
    """The claims without what the clause right behind them says is not so yet; a number is one that is not reached."""
    claims = list(claims)
    not_yet = scene.lexicon.revisions.not_yet
    for clause in scene.clauses_with(not_yet):
        if clause.index == 0 or clause.text not in not_yet or _says_more(clause, claims):
            continue
        before = scene.clauses[clause.index - 1]
        if before.sentence == clause.sentence and not before.asks and scene.is_applicant(clause.span.start):
            claims = [left for claim in claims for left in _not_yet(claim, before.span, scene)]
    return claims


def _says_more(clause: Clause, claims: Iterable[Claim]) -> bool:
    return any(clause.span.overlaps(claim.span) for claim in claims)


def _not_yet(claim: Claim, told: Span, scene: Scene) -> tuple[Claim, ...]:
    """What is left of a claim of something that is not reached yet."""
    if not told.overlaps(claim.span) or claim.negated or claim.value is False or claim.standing is not Standing.STATED:
        return (claim,)
    if isinstance(claim.value, int | float) and not isinstance(claim.value, bool):
        as_told = any(each.span == claim.span and each.value == claim.value for each in scene.quantities)
        return (replace(claim, value=None, bound=Bound(below=float(claim.value)), since=None),) if as_told else (claim,)
    grows = claim.value is True or scene.lexicon.fact_words[claim.fact].highest
    return () if grows and claim.source == "said" else (claim,)
