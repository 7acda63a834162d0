"""What a question is about: the clause and the entitlements that its words name, or that retrieval finds."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final

from assistant.answering.library import Library
from assistant.conversation.ports import Searches
from assistant.domain.document import ClauseId, Span
from assistant.domain.utterance import Ask
from assistant.retrieval.search import Hit

NEAR: Final = 0.8
"""A second clause is worth a mention where its score comes this near to that of the first."""

ELSEWHERE: Final = ("other_matter", "unstated")
"""Verdicts of retrieval that hold against an entitlement named in passing: its fee, its pay, its timetable."""


@dataclass(frozen=True, slots=True)
class Target:
    """The clause to quote, the sentence of it that answers (None: the part that matters), and its entitlements.

    `also` is a second clause that the question touches.
    """

    clause: ClauseId
    sentence: Span | None = None
    entitlements: tuple[str, ...] = ()
    also: Hit | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """The targets of one question, best first; none where the corpus does not answer it.

    `verdict` then says why (retrieval.evidence), and `nearby` holds clauses that speak of the same words.
    """

    targets: tuple[Target, ...]
    verdict: str = "answered"
    nearby: tuple[ClauseId, ...] = ()


class Targets:
    """Finds targets with the library's rules and a search."""

    def __init__(self, library: Library, search: Searches) -> None:
        self._library = library
        self._search = search

    def of(self, ask: Ask, as_of: date) -> Found:
        """What one question is about."""
        result = self._search.search(ask.text, as_of=as_of) if ask.text else None
        hits = tuple(hit for hit in result.hits if hit.in_force) if result is not None else ()
        named = self._named(ask, hits)
        if result is None:
            return Found(named, "answered" if named else "contentless")
        verdict = result.evidence.verdict
        if named and (ask.personal or ask.clauses or verdict not in ELSEWHERE):
            return Found(named)
        if result.refused or not hits:
            return Found((), "not_in_force" if result.hits else verdict, tuple(hit.clause for hit in result.nearby))
        best = hits[0]
        near = [hit for hit in hits[1:] if hit.score >= NEAR * best.score and hit.clause != best.clause]
        return Found((Target(best.clause, best.sentence, self._entitlements(best), near[0] if near else None),))

    def _named(self, ask: Ask, hits: tuple[Hit, ...]) -> tuple[Target, ...]:
        """What the words name outright; where they name a clause only, the search picks among its entitlements."""
        found = {hit.clause: hit for hit in reversed(hits)}
        targets: dict[ClauseId, Target] = {}
        for name in ask.entitlements:
            clause = self._library.entitlement(name).clause
            before = targets.get(clause, Target(clause, found[clause].sentence if clause in found else None))
            targets[clause] = Target(clause, before.sentence, (*before.entitlements, name))
        for number in ask.clauses:
            for clause in self._library.numbered(number)[:1]:
                hit = found.get(clause)
                among = self._entitlements(hit) if hit else self._library.entitlements_of(clause)
                targets.setdefault(clause, Target(clause, hit.sentence if hit else None, among))
        return tuple(targets.values())

    def _entitlements(self, hit: Hit) -> tuple[str, ...]:
        return (hit.entitlement,) if hit.entitlement else self._library.entitlements_of(hit.clause)
