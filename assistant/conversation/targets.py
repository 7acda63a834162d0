"""What a question is about: the clause and the entitlements that its words name, or that retrieval finds."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final

from assistant.answering.library import Library
from assistant.conversation.ports import Searches
from assistant.domain.document import ClauseId, Span
from assistant.domain.utterance import Ask
from assistant.retrieval.search import Hit, SearchResult

NEAR: Final = 0.8
"""A second clause is worth a mention where its score comes this near to that of the first."""

OUTWEIGHS: Final = 1.5
"""A clause found stands above one named in passing, or above all others, where its score is so many times theirs."""
ALIKE: Final = 0.25
"""How near a question of bare words (能行不) must come to a known phrasing for the utterance around it to count."""
PLAINLY: Final = 0.45
"""How near an utterance without any question must come to a known phrasing to be taken for one."""
ABSENT: Final = ("no_such_clause", "foreign_document")
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

    def of(self, ask: Ask, as_of: date, whole: str = "") -> Found:
        """What one question is about; `whole` is the utterance around it, which may say more."""
        result = self._look(ask.text, whole, as_of)
        hits = tuple(hit for hit in result.hits if hit.in_force) if result is not None else ()
        named = self._named(ask, hits)
        if result is None or ask.clauses:
            return Found(named, "answered" if named else "contentless")
        verdict = result.evidence.verdict
        stands = not _outweighs(hits, named) if hits else ask.personal or verdict not in ELSEWHERE
        if named and stands:
            return Found(named)
        if result.refused or not hits:
            return Found((), "not_in_force" if result.hits else verdict, tuple(hit.clause for hit in result.nearby))
        if not ask.text and result.evidence.similarity < ALIKE:
            return Found((), "contentless")
        near = [hit for hit in hits[1:] if hit.score >= NEAR * hits[0].score]
        return Found((self._target(hits[0], near[0] if near else None),))

    def plain(self, text: str, as_of: date) -> Target | None:
        """The one clause that an utterance without a question is plainly about, if there is one."""
        result = self._search.search(text, as_of=as_of) if text else None
        if result is None or result.refused or result.evidence.similarity < PLAINLY:
            return None
        hits = [hit for hit in result.hits if hit.in_force]
        alone = len(hits) == 1 or (len(hits) > 1 and hits[0].score >= OUTWEIGHS * hits[1].score)
        return self._target(hits[0]) if alone else None

    def _look(self, text: str, whole: str, as_of: date) -> SearchResult | None:
        """The better of the two searches; what the question's own words show to be another matter stays so."""
        results = [self._search.search(query, as_of=as_of) for query in dict.fromkeys((text, whole)) if query]
        if not results or (text and results[0].evidence.verdict in (*ELSEWHERE, *ABSENT)):
            return results[0] if results else None
        return max(results, key=lambda result: result.hits[0].score if result.hits else 0.0)

    def _target(self, hit: Hit, also: Hit | None = None) -> Target:
        return Target(hit.clause, hit.sentence, self._entitlements(hit), also)

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


def _outweighs(hits: tuple[Hit, ...], named: tuple[Target, ...]) -> bool:
    """Whether the search speaks so much for another clause that the words named theirs in passing only."""
    clauses = {target.clause for target in named}
    if not hits or hits[0].clause in clauses:
        return False
    best = max((hit.score for hit in hits if hit.clause in clauses), default=0.0)
    return hits[0].score >= OUTWEIGHS * best
