"""Tells key words thrown in, as into a search box, from facts of a case."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from assistant.understanding.claims import Claim
from assistant.understanding.clauses import Clause
from assistant.understanding.questions import Question
from assistant.understanding.scene import Scene

_BLANKS: Final = " 　\t"
_FEW: Final = 2
"""So many words that tell facts may stand among key words; more make a case."""


def are_key_words(scene: Scene, claims: Sequence[Claim]) -> bool:
    """Whether nothing is asserted of anybody: policy words stand alone or beside a word or two that could be facts."""
    if scene.inquiring and not _told_apart(scene, claims):
        return True
    if scene.context.asked is not None or scene.persons or not claims:
        return False
    first = Question(scene, scene.clauses[0], scene.clauses)
    if any(first.of(clause).of_a_case for clause in scene.clauses):
        return False
    return _names_more_than_it_tells(scene, claims) or _asserts_nothing(scene, claims)


def _names_more_than_it_tells(scene: Scene, claims: Sequence[Claim]) -> bool:
    if any(scene.lexicon.fact_words[claim.fact].of_policy for claim in claims):
        return False
    told = {claim.fact for claim in claims if claim.source == "said"}
    telling = {scene.clause_at(claim.span.start).index for claim in claims}
    if len(told) > _FEW or any(scene.clauses[index].text in scene.lexicon.questions.of_oneself for index in telling):
        return False
    cues = scene.lexicon.cues
    naming = {scene.clause_at(span.start).index for span, _ in scene.topics}
    naming |= {each.index for each in scene.clauses if each.text in cues.policy_nouns or each.text in cues.policy_words}
    return bool(naming - telling) and len(naming - telling) >= len(telling)


def _asserts_nothing(scene: Scene, claims: Sequence[Claim]) -> bool:
    words = scene.lexicon.questions
    if scene.text in words.assertion or scene.asks or scene.corrects:
        return False
    if next(scene.lexicon.commands.clause_reference.find(scene.text), None) is not None:
        return False
    told = {claim.span for claim in claims}
    placed = any(claim.fact == scene.lexicon.units.level_fact for claim in claims)
    named = any(
        matter.names.covers(clause.text) for matter in scene.lexicon.commands.matters for clause in scene.clauses
    )
    if len(told) > (1 if placed and not named else _FEW):
        return False
    if len(scene.clauses) == 1 and all(claim.fact in words.named_by_value for claim in claims):
        told_alone = any(claim.value == scene.text for claim in claims)
        return told_alone or all(len(claim.span.of(scene.text)) < len(scene.text) - 1 for claim in claims)
    return any(_names(scene, clause, claims) for clause in scene.clauses)


def _names(scene: Scene, clause: Clause, claims: Sequence[Claim]) -> bool:
    """Whether the clause is a word between blanks that tells no fact."""
    around = scene.text[max(clause.span.start - 1, 0) : clause.span.start] + scene.text[clause.span.end :][:1]
    if not around or around.strip(_BLANKS):
        return False
    told = [claim.span for claim in claims] + [quantity.span for quantity in scene.quantities]
    if any(clause.span.overlaps(span) for span in told):
        return False
    return len(clause.text) > 1 and bool(scene.lexicon.commands.vague.without(clause.text))


def _told_apart(scene: Scene, claims: Sequence[Claim]) -> bool:
    """Whether a claim stands in a clause that does not say what is asked about."""
    return any(scene.clause_at(claim.span.start).index not in scene.inquiring for claim in claims)
