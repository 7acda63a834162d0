"""What a question is about: the clause and the entitlements that its words name, or that retrieval finds."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
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
LEVEL: Final = 0.87
"""From here on one fact more is enough."""
OUTWEIGHS: Final = 1.5
"""A clause found stands above one named in passing, or above all others, where its score is so many times theirs."""
PASSES: Final = 1.25
"""The same for a question about the policy rather than about oneself."""
QUESTION: Final = 0.5
"""What the question alone counts beside the utterance around it."""
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


@dataclass(frozen=True, slots=True)
class Looked:
    """What a search came to: the clauses in force, best first, or why there are none."""

    query: str
    hits: tuple[Hit, ...]
    verdict: str
    similarity: float
    nearby: tuple[ClauseId, ...] = ()

    @classmethod
    def of(cls, query: str, result: SearchResult) -> Looked:
        """A search result, without what is not in force."""
        hits = tuple(hit for hit in result.hits if hit.in_force)
        verdict = "not_in_force" if result.hits and not hits else result.evidence.verdict
        nearby = tuple(hit.clause for hit in result.nearby)
        return cls(query, hits, verdict, result.evidence.similarity, nearby)

    @property
    def elsewhere(self) -> bool:
        """Whether the words speak of another matter, or of a side of ours that the corpus never states."""
        return self.verdict in ELSEWHERE

    def following(self, current: ClauseId | None) -> Looked:
        """The same, led by the clause that was last quoted, where the words say little and it is not far behind."""
        led = [hit for hit in self.hits if hit.clause == current and hit.score >= RIVAL * self.hits[0].score]
        if not led or self.similarity >= LIKELY:
            return self
        return replace(self, hits=(*led, *(hit for hit in self.hits if hit.clause != current)))

    def with_question(self, own: Looked) -> Looked:
        """The utterance's clauses, with what its question alone finds counting half, and quoted for the question."""
        asked = {hit.clause: hit for hit in own.hits}
        around = {hit.clause: hit for hit in self.hits}
        merged = [
            replace(hit, score=hit.score + QUESTION * asked[clause].score, sentence=asked[clause].sentence)
            if clause in asked
            else hit
            for clause, hit in around.items()
        ]
        merged += [replace(hit, score=QUESTION * hit.score) for clause, hit in asked.items() if clause not in around]
        hits = tuple(sorted(merged, key=lambda hit: -hit.score))
        return replace(self, hits=hits, similarity=max(self.similarity, own.similarity))


class Targets:
    """Finds targets with the library's rules and a search."""

    def __init__(self, library: Library, search: Searches) -> None:
        self._library = library
        self._search = search

    def of(
        self,
        ask: Ask,
        as_of: date,
        around: Sequence[str] = (),
        stated: Collection[str] = (),
        current: ClauseId | None = None,
    ) -> Found:
        """What one question is about.

        `around` is the utterance it stands in, whole and without its facts; `stated` are these facts. `current` is the
        clause that was last quoted, which a question that says little by itself follows up.
        """
        looked = self._look(ask.text, around, as_of)
        named = self._named(ask, looked, stated)
        if looked is None or ask.clauses:
            return Found(named, "answered" if named else "contentless")
        stands = not _outweighs(looked, named, ask.personal) if looked.hits else ask.personal or not looked.elsewhere
        if named and stands:
            return Found(named)
        if not looked.hits:
            return Found((), looked.verdict, looked.nearby if looked.similarity >= LIKELY else ())
        if not ask.text and looked.similarity < ALIKE:
            return Found((), "contentless")
        return Found((self._best(looked.following(current), ask.personal, stated),))

    def plain(self, text: str, as_of: date) -> Target | None:
        """The one clause that an utterance without a question is plainly about, if there is one."""
        looked = self._look(text, (), as_of)
        if looked is None or not looked.hits or looked.similarity < PLAINLY:
            return None
        first, *others = looked.hits
        alone = all(first.score >= OUTWEIGHS * other.score for other in others[:1])
        return self._target(first, looked) if alone else None

    def _look(self, text: str, around: Sequence[str], as_of: date) -> Looked | None:
        """Search for the question within the utterance; what its own words show to be another matter stays so."""
        own = self._searched(text, as_of)
        if own is not None and (own.elsewhere or own.verdict in ABSENT):
            return own
        wider = (self._searched(query, as_of) for query in around if query != text)
        found = next((looked for looked in wider if looked is not None and looked.hits), None)
        if own is None or found is None:
            return own or found or self._searched(around[0] if around else "", as_of)
        return found.with_question(own)

    def _searched(self, query: str, as_of: date) -> Looked | None:
        return Looked.of(query, self._search.search(query, as_of=as_of)) if query else None

    def _best(self, looked: Looked, personal: bool, stated: Collection[str]) -> Target:
        """The best clause found; a personal question prefers one that grants something and that the facts speak for."""
        first, *others = looked.hits
        near = [hit for hit in others if hit.score >= NEAR * first.score]
        best = self._target(first, looked, stated, near[0] if near else None)
        if personal and not best.entitlements:
            best = next((target for hit in near if (target := self._target(hit, looked, stated)).entitlements), best)
        level = [self._target(hit, looked, stated) for hit in others if hit.score >= LEVEL * first.score]
        rivals = [self._target(hit, looked, stated) for hit in others if hit.score >= RIVAL * first.score]
        return self._best_fed(self._best_fed(best, level, stated, 1), rivals, stated, CLEARLY)

    def _best_fed(self, best: Target, rivals: list[Target], stated: Collection[str], lead: int) -> Target:
        """The best target, unless the facts said speak for a rival by this `lead`."""

        def fed(target: Target) -> int:
            return max((self._fed(name, stated) for name in target.entitlements), default=0)

        rival = max(rivals, key=fed, default=best)
        return rival if fed(rival) >= fed(best) + lead else best

    def _fed(self, entitlement: str, stated: Collection[str]) -> int:
        """How many of the facts the entitlement needs; one that nothing else needs counts for several."""
        needed = self._library.facts_of(entitlement) & set(stated)
        return sum(CLEARLY if len(self._library.needing(fact)) == 1 else 1 for fact in needed)

    def _target(self, hit: Hit, looked: Looked, stated: Collection[str] = (), also: Hit | None = None) -> Target:
        return Target(hit.clause, hit.sentence, self._among(hit.clause, looked, hit, stated), also)

    def _named(self, ask: Ask, looked: Looked | None, stated: Collection[str]) -> tuple[Target, ...]:
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
                among = self._among(clause, looked, hit, stated)
                targets.setdefault(clause, Target(clause, hit.sentence if hit else None, among))
        return tuple(targets.values())

    def _among(
        self, clause: ClauseId, looked: Looked | None, hit: Hit | None, stated: Collection[str]
    ) -> tuple[str, ...]:
        """Which of the clause's entitlements: by a fact said, a near phrasing, words that only one has; else all."""
        options = self._library.entitlements_of(clause)
        fed = [name for name in options if any(self._alone(name, options, fact) for fact in stated)]
        if len(options) < 2 or looked is None or len(fed) == 1:
            return tuple(fed) if len(fed) == 1 else options
        phrased = (hit.entitlement,) if hit and hit.entitlement else ()
        if phrased and looked.similarity >= SURELY:
            return phrased
        return self._told_apart(options, looked.query) or (phrased if looked.similarity >= ALIKE else ()) or options

    def _alone(self, name: str, options: tuple[str, ...], fact: str) -> bool:
        """Whether of the options this one alone needs the fact."""
        return [other for other in options if fact in self._library.facts_of(other)] == [name]

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


def _outweighs(looked: Looked, named: tuple[Target, ...], personal: bool) -> bool:
    """Whether the search speaks so much for another clause that the words named theirs in passing only."""
    clauses, hits = {target.clause for target in named}, looked.hits
    if hits[0].clause in clauses or (personal and looked.similarity < LIKELY):
        return False
    best = max((hit.score for hit in hits if hit.clause in clauses), default=0.0)
    return hits[0].score >= (OUTWEIGHS if personal else PASSES) * best
