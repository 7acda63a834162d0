"""What a question is about: the clause and the entitlements that its words name, or that retrieval finds."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Final

from assistant.answering.citations import quotes_of
from assistant.answering.library import Library
from assistant.conversation.ports import Searches
from assistant.domain.document import ClauseId, Span
from assistant.domain.utterance import Ask
from assistant.retrieval.index import grams
from assistant.retrieval.search import Hit, SearchResult

NEAR: Final = 0.8
"""A second clause is worth a mention where its score comes this near to that of the first."""

RIVAL: Final = 0.6
"""A clause found whose score comes this near to the first may be preferred for the facts said."""
CLEARLY: Final = 2
"""By how many of the facts said it must need more."""
OUTWEIGHS: Final = 1.5
"""A clause found stands above one named in passing, or above all others, where its score is so many times theirs."""
ALIKE: Final = 0.25
"""How near a question of bare words (能行不) must come to a known phrasing for the utterance around it to count."""
LIKELY: Final = 0.35
"""How near a personal question must come to a known phrasing to stand above the words that name something else."""
SURELY: Final = 0.5
"""How near it must come for the phrasing alone to tell which entitlement of the clause is meant."""
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

    def of(self, ask: Ask, as_of: date, whole: str = "", stated: Collection[str] = ()) -> Found:
        """What one question is about.

        `whole` is the utterance around it, which may say more, `stated` the facts said in it.
        """
        looked = self._look(ask.text, whole, as_of)
        named = self._named(ask, looked)
        if looked is None or ask.clauses:
            return Found(named, "answered" if named else "contentless")
        hits, evidence = looked.hits, looked.result.evidence
        stands = (
            not _outweighs(looked, named, ask.personal) if hits else ask.personal or evidence.verdict not in ELSEWHERE
        )
        if named and stands:
            return Found(named)
        if not hits:
            past = looked.result.hits and "not_in_force"
            nearby = looked.result.nearby if evidence.similarity >= LIKELY else ()
            return Found((), past or evidence.verdict, tuple(hit.clause for hit in nearby))
        if not ask.text and evidence.similarity < ALIKE:
            return Found((), "contentless")
        near = [hit for hit in hits[1:] if hit.score >= NEAR * hits[0].score]
        best = self._target(hits[0], looked, near[0] if near else None)
        rivals = [self._target(hit, looked) for hit in hits[1:] if hit.score >= RIVAL * hits[0].score]
        return Found((self._best_fed(best, rivals, stated),))

    def plain(self, text: str, as_of: date) -> Target | None:
        """The one clause that an utterance without a question is plainly about, if there is one."""
        looked = self._look(text, "", as_of)
        if looked is None or not looked.hits or looked.result.evidence.similarity < PLAINLY:
            return None
        first, *others = looked.hits
        alone = all(first.score >= OUTWEIGHS * other.score for other in others[:1])
        return self._target(first, looked) if alone else None

    def _look(self, text: str, whole: str, as_of: date) -> Looked | None:
        """The better of the two searches; what the question's own words show to be another matter stays so."""
        found = [
            Looked(query, self._search.search(query, as_of=as_of)) for query in dict.fromkeys((text, whole)) if query
        ]
        if not found or (text and found[0].result.evidence.verdict in (*ELSEWHERE, *ABSENT)):
            return found[0] if found else None
        return max(found, key=lambda looked: looked.hits[0].score if looked.hits else 0.0)

    def _best_fed(self, best: Target, rivals: list[Target], stated: Collection[str]) -> Target:
        """The best target, unless the facts said speak clearly for a rival."""

        def fed(target: Target) -> int:
            needed = (self._library.facts_of(name) for name in target.entitlements)
            return max((len(facts & set(stated)) for facts in needed), default=0)

        rival = max(rivals, key=fed, default=best)
        return rival if fed(rival) >= fed(best) + CLEARLY else best

    def _target(self, hit: Hit, looked: Looked, also: Hit | None = None) -> Target:
        return Target(hit.clause, hit.sentence, self._among(hit.clause, looked, hit), also)

    def _named(self, ask: Ask, looked: Looked | None) -> tuple[Target, ...]:
        """What the words name outright; where they name a clause only, they pick among its entitlements."""
        found = {hit.clause: hit for hit in reversed(looked.hits)} if looked else {}
        targets: dict[ClauseId, Target] = {}
        for name in ask.entitlements:
            clause = self._library.entitlement(name).clause
            before = targets.get(clause, Target(clause, found[clause].sentence if clause in found else None))
            targets[clause] = Target(clause, before.sentence, (*before.entitlements, name))
        for number in ask.clauses:
            for clause in self._library.numbered(number)[:1]:
                hit = found.get(clause)
                among = self._among(clause, looked, hit)
                targets.setdefault(clause, Target(clause, hit.sentence if hit else None, among))
        return tuple(targets.values())

    def _among(self, clause: ClauseId, looked: Looked | None, hit: Hit | None) -> tuple[str, ...]:
        """Which of the clause's entitlements: by a near phrasing, else by words that only one of them has, else all."""
        options = self._library.entitlements_of(clause)
        if len(options) < 2 or looked is None:
            return options
        phrased = (hit.entitlement,) if hit and hit.entitlement else ()
        similarity = looked.result.evidence.similarity
        if phrased and similarity >= SURELY:
            return phrased
        return self._told_apart(options, looked.query) or (phrased if similarity >= ALIKE else ()) or options

    def _told_apart(self, options: tuple[str, ...], text: str) -> tuple[str, ...]:
        """The options whose own words the text has most of; none where it has nobody's."""
        said = set(grams(text))
        words = {name: set(grams(self._words(name))) for name in options}
        others = {name: {pair for other in options if other != name for pair in words[other]} for name in options}
        shares = {name: len(said & (words[name] - others[name])) for name in options}
        best = max(shares.values())
        return tuple(name for name in options if best and shares[name] == best)

    def _words(self, entitlement: str) -> str:
        return " ".join((self._library.entitlement(entitlement).label, *quotes_of(self._library, entitlement)))


@dataclass(frozen=True, slots=True)
class Looked:
    """A search and what was searched for; `hits` are those in force."""

    query: str
    result: SearchResult

    @property
    def hits(self) -> tuple[Hit, ...]:
        """The clauses found that are in force on the day."""
        return tuple(hit for hit in self.result.hits if hit.in_force)


def _outweighs(looked: Looked, named: tuple[Target, ...], personal: bool) -> bool:
    """Whether the search speaks so much for another clause that the words named theirs in passing only."""
    clauses, hits = {target.clause for target in named}, looked.hits
    if hits[0].clause in clauses or (personal and looked.result.evidence.similarity < LIKELY):
        return False
    best = max((hit.score for hit in hits if hit.clause in clauses), default=0.0)
    return hits[0].score >= OUTWEIGHS * best
