"""What a question is about: the clause and the entitlements that its words name, or that retrieval finds."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from assistant.answering.library import Library
from assistant.conversation.grants import ALIKE, Grants
from assistant.conversation.lookup import PLAINLY, Looked, Lookup
from assistant.conversation.ports import Searches
from assistant.domain.document import ClauseId, Span
from assistant.domain.utterance import Ask
from assistant.retrieval.search import Hit

NEAR: Final = 0.8
"""A second clause is worth a mention where its score comes this near to that of the first."""

PREFERRED: Final = 0.9
"""A clause that grants something is preferred for a personal question where its score comes this near."""

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
LIKELY: Final = 0.35
"""How near a personal question must come to a known phrasing to stand above the words that name something else."""
MISSPELT: Final = 0.3
"""The same where it sounds asked: a question that is too misspelt to be known for one."""


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

    `verdict` then says why (retrieval.evidence), `nearby` holds clauses that speak of the same words, and `topics` the
    other matters that they show signs of; `familiar` is false where the corpus has none of the words; `missing` are
    clauses named that do not exist.
    """

    targets: tuple[Target, ...]
    verdict: str = "answered"
    nearby: tuple[ClauseId, ...] = ()
    topics: frozenset[str] = frozenset()
    familiar: bool = True
    missing: tuple[int, ...] = ()


class Targets:
    """Finds targets with the library's rules and a search."""

    def __init__(self, library: Library, search: Searches) -> None:
        self._library = library
        self._lookup = Lookup(search)
        self._pointing = library.wording.texts("pointing_back")
        self._grants = Grants(library)

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
        looked = self._lookup.of(ask.text, around, as_of)
        named = self._named(ask, looked, stated)
        if ask.clauses and not named:
            return Found((), "no_such_clause", missing=ask.clauses)
        if looked is None or ask.clauses:
            return Found(named, "answered" if named else "contentless")
        if looked.hits:
            stands = not _outweighs(looked, named, ask.personal)
        else:  # 念的本科,能报销不: what was said before the question may say what is to be paid for
            stands = not looked.elsewhere or any(self._lookup.finds(each.clause, around, as_of) for each in named)
        if named and stands:
            return Found(named)
        if not looked.hits:
            nearby = looked.nearby if looked.nearness >= LIKELY else ()
            return Found((), looked.verdict, nearby, looked.topics, looked.familiar)
        if not ask.text and looked.nearness < ALIKE:
            return Found((), "contentless")
        return Found((self._best(looked.following(current, self._pointing), ask.personal, stated),))

    def plain(self, text: str, as_of: date, least: float = PLAINLY, alone: bool = True) -> Target | None:
        """The one clause that an utterance without a question is plainly about, if any is at `least` that near.

        Where it need not be `alone`, others may be nearly as near.
        """
        looked = self._lookup.of(text, (), as_of)
        if looked is None or not looked.hits or looked.nearness < least:
            return None
        first, *others = looked.hits
        rivalled = any(first.score < OUTWEIGHS * other.score for other in others[:1])
        return None if alone and rivalled else self._target(first, looked)

    def _best(self, looked: Looked, personal: bool, stated: Collection[str]) -> Target:
        """The best clause found; a personal question prefers one that grants something and that the facts speak for."""
        first, *others = looked.hits
        near = [hit for hit in others if hit.score >= NEAR * first.score]
        best = self._target(first, looked, stated, near[0] if near else None)
        if personal and not best.entitlements:
            level = [hit for hit in others if hit.score >= PREFERRED * first.score]
            best = next((target for hit in level if (target := self._target(hit, looked, stated)).entitlements), best)
        equals = [self._target(hit, looked, stated) for hit in others if hit.score >= LEVEL * first.score]
        rivals = [self._target(hit, looked, stated) for hit in others if hit.score >= RIVAL * first.score]
        return self._best_fed(self._best_fed(best, equals, stated, 1), rivals, stated, CLEARLY)

    def _best_fed(self, best: Target, rivals: list[Target], stated: Collection[str], lead: int) -> Target:
        """The best target, unless the facts said speak for a rival by this `lead`."""

        def fed(target: Target) -> int:
            return max((self._grants.fed(name, stated) for name in target.entitlements), default=0)

        rival = max(rivals, key=fed, default=best)
        return rival if fed(rival) >= fed(best) + lead else best

    def _target(self, hit: Hit, looked: Looked, stated: Collection[str] = (), also: Hit | None = None) -> Target:
        return Target(hit.clause, hit.sentence, self._grants.among(hit.clause, looked, hit, stated), also)

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
                among = self._grants.among(clause, looked, hit, stated)
                targets.setdefault(clause, Target(clause, hit.sentence if hit else None, among))
        return tuple(targets.values())


def _outweighs(looked: Looked, named: tuple[Target, ...], personal: bool) -> bool:
    """Whether the search speaks so much for another clause that the words named theirs in passing only."""
    clauses, hits = {target.clause for target in named}, looked.hits
    if hits[0].clause in clauses or (personal and looked.nearness < LIKELY):
        return False
    best = max((hit.score for hit in hits if hit.clause in clauses), default=0.0)
    return hits[0].score >= (OUTWEIGHS if personal else PASSES) * best
