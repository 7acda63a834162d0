"""Reads facts from the ways of saying them that `rules/terms/expressions.yaml` lists."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.domain.document import Span
from assistant.domain.fact import FactValue
from assistant.understanding.claims import Claim
from assistant.understanding.clauses import Clause
from assistant.understanding.lexicon import FactWords, Said
from assistant.understanding.scene import Scene, Standing


def read_sayings(scene: Scene) -> list[Claim]:
    """Claims of every fact that is said in words of its own; at most one a clause and fact, the longest."""
    claims: list[Claim] = []
    for words in scene.lexicon.fact_words.values():
        near = _is_near(words, scene)
        for clause in scene.clauses:
            claims.extend(_in_clause(words, near, clause, scene))
    return claims


def _is_near(words: FactWords, scene: Scene) -> bool:
    context = scene.context
    return (
        words.fact.id == context.asked
        or bool(words.topics.intersection(context.topic[:1]))
        or scene.text in words.context
        or any(topic in words.topics for _, topic in scene.topics)
    )


def _in_clause(words: FactWords, near: bool, clause: Clause, scene: Scene) -> Iterator[Claim]:
    if words.pending.search(clause.text):
        return
    asked = words.fact.id == scene.context.asked
    if words.only_with is not None and not asked and clause.text not in words.only_with:
        return
    if words.not_with.search(clause.text):
        return
    sayings = words.always
    if near:
        sayings += words.near
    if asked:
        sayings += words.asked
    kept: list[tuple[Span, Said, re.Match[str]]] = []
    for span, said, match in sorted(_matches(words, sayings, clause), key=lambda each: each[0].start - each[0].end):
        if not any(span.overlaps(other) for other, _, _ in kept):
            kept.append((span, said, match))
    for span, said, match in sorted(kept, key=lambda each: each[0].start):
        claim = _claim(words, said, match, span, scene)
        if claim is not None:
            yield claim
    if not kept:
        yield from _derived(words, clause, scene)


def _matches(words: FactWords, sayings: tuple[Said, ...], clause: Clause) -> Iterator[tuple[Span, Said, re.Match[str]]]:
    excluded = [Span(m.start(), m.end()) for m in words.exclude.find(clause.text)]
    start = clause.span.start
    for said in sayings:
        for match in said.pattern.find(clause.text):
            span = Span(match.start(), match.end())
            if not any(span.overlaps(other) for other in excluded):
                yield Span(start + span.start, start + span.end), said, match


def _claim(words: FactWords, said: Said, match: re.Match[str], span: Span, scene: Scene) -> Claim | None:
    standing = scene.standing(span, words.of_policy)
    if standing is Standing.NOTHING:
        return None
    clause = scene.clause_at(span.start)
    if words.wish.search(clause.text) and standing is Standing.STATED:
        return None
    if words.authority and scene.colour(clause).opinion:
        return None
    value, negated = _polarity(words, said, match, span, scene)
    if value is None:
        return None
    return Claim(words.fact.id, value, span, standing, negated)


def _polarity(
    words: FactWords, said: Said, match: re.Match[str], span: Span, scene: Scene
) -> tuple[FactValue | None, bool]:
    """The value that is meant: a negation turns true to false, denies an enum's value, and says nothing of false."""
    negated = scene.negated(span)
    if words.fact.type != "boolean":
        return said.value, negated
    if said.value is True:
        negated ^= scene.denies(*match.groups())
        return not negated, False
    return (None, False) if negated else (False, False)


def _derived(words: FactWords, clause: Clause, scene: Scene) -> Iterator[Claim]:
    for span, said, _ in _matches(words, words.derived, clause):
        standing = scene.standing(span)
        if standing is Standing.STATED and not scene.negated(span):
            yield Claim(words.fact.id, said.value, span, standing, source="derived", reason=words.reason)
            return
