"""Corrections of the answer given last, said in the bare words of an answer: 说错了,是有; 哎不是,3年."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from assistant.understanding.patterns import PatternSet
from assistant.understanding.scene import Scene


@dataclass(frozen=True, slots=True)
class Correction:
    """An utterance that opens by taking back what was said of `fact`.

    `readings` read the rest of it as another answer to the question for it. `sure`: its opening is never an
    answer itself.
    """

    fact: str
    readings: tuple[Scene, ...]
    sure: bool


def correction_of(scene: Scene) -> Correction | None:
    """How the utterance can be read as a correction, or None where it opens with nothing that takes back."""
    named = _named(scene)
    if named is not None:
        return _of(named, scene.clauses[1].span.start, scene, sure=True)
    words, fact = scene.lexicon.revisions, scene.context.volunteered or scene.context.answered
    if fact is None or fact not in scene.context.known or not scene.clauses:
        return None
    sure = _opening(words.sure_openers, scene)
    opening = sure or _opening(words.unsure_openers, scene)
    rest = scene.text[opening:].strip(",，。 ")
    if not opening or not scene.lexicon.cues.fillers.without(rest) or rest in scene.lexicon.commands.undo:
        return None  # 不对,把刚才那个修改撤销: the turn is undone, not the answer taken back
    return _of(fact, opening, scene, bool(sure))


def _of(fact: str, opening: int, scene: Scene, sure: bool) -> Correction:
    """The correction of a fact that what stands behind its opening makes."""
    rest = _readings(_from(opening, scene))
    readings = (replace(each, context=replace(scene.context, asked=fact)) for each in rest)
    return Correction(fact, tuple(readings), sure)


def _named(scene: Scene) -> str | None:
    """The known fact, no number, of which the first clause says by its name that it is wrong: 申报级别错了,是副高."""
    if len(scene.clauses) < 2 or scene.clauses[0].text not in scene.lexicon.cues.retract:
        return None
    text = scene.clauses[0].text
    names = {
        fact: match.end() - match.start()
        for fact in scene.context.known
        if scene.lexicon.facts[fact].type != "number"
        and (match := scene.lexicon.fact_words[fact].names.search(text)) is not None
    }
    return max(names, key=lambda fact: names[fact]) if names else None


def is_prelude(scene: Scene, index: int) -> bool:
    """Whether a clause that looks like a yes or a no only leads up to what follows it: 对了,我…; 不对,我是…."""
    words, clause = scene.lexicon.revisions, scene.clauses[index]
    return index + 1 < len(scene.clauses) and clause.text in words.preludes


def _opening(patterns: PatternSet, scene: Scene) -> int:
    """Where the words that take back end; 0 where the utterance does not begin with any."""
    clause = scene.clauses[0]
    end = max((match.end() for match in patterns.match(clause.text)), default=0)
    return clause.span.start + end if end else 0


def _readings(rest: Scene) -> Iterator[Scene]:
    """The rest without the words that lead to the right value, then as it is."""
    if not rest.clauses:
        return
    led = _opening(rest.lexicon.revisions.instead, rest)
    if led:
        yield _from(led, rest)
    yield rest


def _from(start: int, scene: Scene) -> Scene:
    """The scene from a place on; every character keeps its own."""
    return replace(scene, text="," * start + scene.text[start:])
