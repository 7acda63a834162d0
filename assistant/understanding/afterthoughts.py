"""What is added to an answer later, without naming what it is of: 15年 – 14才对; 得过 – 那是校级的."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Final

from assistant.understanding.claims import Claim
from assistant.understanding.clauses import Clause
from assistant.understanding.revisions import Undone
from assistant.understanding.scene import Scene, Standing

ReadAgain = Callable[[Scene, frozenset[int]], Sequence[Claim]]
"""Reads a scene, without a yes or no in the clauses given."""

_TOLD_LATELY: Final = 3
"""How many facts back a turn such as 其实 may reach."""


def told_otherwise(scene: Scene, read: ReadAgain) -> list[Claim]:
    """Words that say nothing by themselves, as another value of a fact told lately: 其实还没满; 查了档案,14年."""
    if scene.text in scene.lexicon.revisions.turns:
        facts = tuple(scene.context.known)[: -_TOLD_LATELY - 1 : -1]
        text = scene.lexicon.revisions.turns.blank(scene.text, ",")
    else:
        facts, text = _answered(scene), _without_lead(scene)
    everything = frozenset(clause.index for clause in scene.clauses)
    for fact in facts:
        asked = replace(scene, text=text, context=replace(scene.context, asked=fact))
        known, told = scene.context.known[fact], scene.lexicon.facts[fact]
        found = [claim for claim in read(asked, everything) if claim.fact == fact and claim.differs_from(known)]
        found = [claim for claim in found if claim.can_be_of(told)]
        if found and found[-1].standing is Standing.STATED:
            return found[-1:]
    return []


def _without_lead(scene: Scene) -> str:
    """The text from behind the words that lead to the right value: 查了一下,应该是14年."""
    match = scene.lexicon.revisions.instead.search(scene.text)
    return scene.text if match is None else "," * match.end() + scene.text[match.end() :]


def says_only_years(claims: Sequence[Claim], scene: Scene) -> bool:
    """Whether, after the years in a row were told, nothing but years is told, and nothing says that it is all years."""
    service, streak = scene.lexicon.numbers.service, scene.lexicon.numbers.streak
    of_years = {service.cumulative, service.continuous, service.implied_fact}
    asked, answered = scene.context.asked, scene.context.answered
    if scene.corrects or asked in {*of_years, streak.fact} or answered not in {service.continuous, streak.fact}:
        return False
    told = {claim.fact for claim in claims}
    return bool(told) and told <= of_years and scene.text not in service.cumulative_cues


def _answered(scene: Scene) -> tuple[str, ...]:
    """The fact given last, if it is a number or one of several values, where the words ask nothing.

    What an authority had not found may have been found since: 没认定 – 刚接电话,批了.
    """
    fact = scene.lexicon.facts.get(scene.context.answered or "")
    if fact is None or fact.id not in scene.context.known or _asks(scene):
        return ()
    if fact.type != "boolean":
        return (fact.id,)
    denied = bool(fact.determined_by) and scene.context.known[fact.id] is False and scene.context.asked is None
    return (fact.id,) if denied and scene.text in scene.lexicon.revisions.found_since else ()


def qualified(scene: Scene, stated: Sequence[Claim]) -> tuple[Undone, ...]:
    """The answer given last, where words that say nothing else leave it open, and no yes or no is asked for."""
    answered, known = scene.context.answered, scene.context.known
    open_ = scene.lexicon.facts.get(scene.context.asked or "")
    if answered is None or stated or known.get(answered, False) is False:
        return ()
    if open_ is not None and open_.type == "boolean":
        return ()  # 还没批 may answer it
    fact = scene.lexicon.fact_words[answered]
    if fact.fact.type == "enum" and not (fact.highest or fact.fact.ordered):
        return ()  # a place or a series is never pending
    if _asks(scene):
        return ()
    if any(clause.text in scene.lexicon.commands.undo for clause in scene.clauses):
        return ()
    silent = {*scene.hesitations, *scene.smalltalk}
    for clause in scene.clauses:
        if clause.index not in silent and _qualifies(clause, answered, scene):
            return (Undone(answered, clause.span),)
    return ()


def _qualifies(clause: Clause, answered: str, scene: Scene) -> bool:
    words, cues = scene.lexicon.reservations, scene.lexicon.cues
    if not scene.is_applicant(clause.span.end - 1) or clause.text in cues.refused or clause.text in cues.affirmed:
        return False
    if clause.text in scene.lexicon.revisions.not_yet or clause.text in words.afterwards:
        return True
    rest = words.harmless.without(clause.text)
    former = () if scene.lexicon.fact_words[answered].ever else (words.former,)
    patterns = (words.beside_yes, *former) if isinstance(scene.context.known[answered], bool) else ()
    return any(rest in each for each in patterns)


def _asks(scene: Scene) -> bool:
    return bool(scene.topics) or scene.asks
