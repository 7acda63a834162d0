"""Whether a yes or a no stands beside words that may take it back: 合格,今年的还没出; 没得过省里的,县里的有."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from assistant.domain.document import Span
from assistant.understanding.claims import Claim
from assistant.understanding.clauses import Clause
from assistant.understanding.scene import Scene, Standing

_NEAR: Final = 2
"""How many clauses away words can still be of an answer; of what nobody asked for, they are in its own clause."""


def unreserved(stated: Sequence[Claim], claims: Sequence[Claim], scene: Scene) -> list[Claim]:
    """What is stated without the yes and the no that other words of the same breath leave open, and must be asked.

    `claims` are all of the utterance: what they say is understood.
    """
    return [claim for claim in stated if not _is_answer(claim) or _is_sure(claim, claims, scene)]


def _is_sure(claim: Claim, claims: Sequence[Claim], scene: Scene) -> bool:
    """Whether the answer is given at least once without a reservation: 单位同意,家里也支持."""
    same = [each for each in claims if each.fact == claim.fact and each.value == claim.value and _is_answer(each)]
    told = [each for each in same if each.standing is Standing.STATED and not each.negated] or [claim]
    return any(not _is_reserved(each, claims, scene) for each in told)


def _is_answer(claim: Claim) -> bool:
    return isinstance(claim.value, bool) and claim.source == "said"


def _is_reserved(claim: Claim, claims: Sequence[Claim], scene: Scene) -> bool:
    words, ever = scene.lexicon.reservations, scene.lexicon.fact_words[claim.fact].ever
    own = scene.clause_at(claim.span.start)
    if any(_contradicts(other, claim, ever, scene) for other in claims):
        return True
    if claim.value and _in_own_clause(claim, own, claims, scene):
        return True
    for clause in _around(claim, own, claims, scene):
        rest = _rest(clause, claims, scene)
        if claim.value and rest in words.denials:
            rest = _contrast(claim, clause, rest, scene)
        if not claim.value:
            if rest in words.beside_no and rest not in words.denials and scene.is_applicant(clause.span.end - 1):
                return True
            continue
        if ever and clause.text in scene.lexicon.cues.one_time:
            continue
        if rest in words.beside_yes or rest in words.denials or (not ever and rest in words.former):
            return True
    return False


def _in_own_clause(claim: Claim, own: Clause, claims: Sequence[Claim], scene: Scene) -> bool:
    """Whether the claim's own clause leaves it open, or, where it was asked for, denies something behind it."""
    words = scene.lexicon.reservations
    if own.text in words.within_yes or _rest(own, claims, scene) in words.beside_yes:
        return True
    behind = _rest(own, claims, scene, claim.span.end)
    return claim.fact == scene.context.asked and behind in words.denials


def _contrast(claim: Claim, clause: Clause, rest: str, scene: Scene) -> str:
    """What is left of the rest of a clause that only denies the contrary: 搞业务的,不是 | 管理岗."""
    words, start = scene.lexicon.fact_words[claim.fact], clause.span.start
    for said in (*words.always, *words.near, *words.asked):
        if said.value is not False:
            continue
        for match in said.pattern.find(clause.text):
            if scene.negated(Span(start + match.start(), start + match.end())):
                return rest[match.end() :]
    return rest


def _contradicts(other: Claim, claim: Claim, ever: bool, scene: Scene) -> bool:
    """Whether it says the contrary too: 二建有,一建没过; not of another time, or first of what counts if once."""
    opposed = other.fact == claim.fact and isinstance(other.value, bool) and other.value is not claim.value
    if not opposed or other.standing is not Standing.STATED or other.source != "said" or other.negated:
        return False
    if scene.clause_at(other.span.start).text in scene.lexicon.reservations.former:
        return False
    return not (ever and claim.value and other.span.start < claim.span.start)


def _around(claim: Claim, own: Clause, claims: Sequence[Claim], scene: Scene) -> Iterator[Clause]:
    """The clauses near the claim's that can still be of it: none that asks, or states something else."""
    reach = _NEAR if claim.fact == scene.context.asked else 0
    others = [each.span for each in claims if each.fact != claim.fact] + [span for span, _ in scene.topics]
    for clause in scene.clauses[max(own.index - reach, 0) : own.index + reach + 1]:
        if clause.index == own.index or clause.sentence != own.sentence or scene.colour(clause).asks:
            continue
        if not any(clause.span.overlaps(span) for span in others):
            yield clause


def _rest(clause: Clause, claims: Sequence[Claim], scene: Scene, start_at: int = 0) -> str:
    """The words of the clause, from a place on, that are not understood as a fact, and are not harmless."""
    text, start = clause.text, clause.span.start
    for claim in claims:
        if claim.span.overlaps(clause.span) and claim.standing is Standing.STATED:
            head, tail = max(claim.span.start - start, 0), min(claim.span.end - start, len(text))
            text = text[:head] + " " * (tail - head) + text[tail:]
    text = text[max(start_at - start, 0) :]
    text = scene.lexicon.numbers.service.continuous_cues.blank(text)
    return scene.lexicon.reservations.harmless.without(text)
