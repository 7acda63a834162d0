"""A question looked up: in its own words, and in those of the utterance around it."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from assistant.conversation.ports import Searches
from assistant.domain.document import ClauseId
from assistant.retrieval.search import Hit, SearchResult

QUESTION: Final = 0.5
"""What the question alone counts beside the utterance around it."""
LITTLE: Final = 0.35
"""A question no nearer than this to any known phrasing says little by itself."""
MUCH: Final = 0.6
"""The same for a question that begins by pointing back."""
NOT_FAR: Final = 0.6
"""The clause last quoted is not far behind where its score comes this near to that of the first."""
FAR: Final = 0.5
"""The same for a question that begins by pointing back."""
ABSENT: Final = ("no_such_clause", "foreign_document")
PLAINLY: Final = 0.45
"""How near an utterance without any question must come to a known phrasing to be taken for one."""
UNSTATED: Final = "unstated"
ELSEWHERE: Final = ("other_matter", UNSTATED)
"""Verdicts of retrieval that hold against what is named in passing: its fee, its pay, its timetable."""


@dataclass(frozen=True, slots=True)
class Looked:
    """What a search came to: the clauses in force, best first, or why there are none.

    `similarity` is the likeness of the nearest phrasing, `nearness` that to all of them together. `topics` are the
    other matters of which the words show signs, `familiar` that the corpus has some of the words.
    """

    query: str
    hits: tuple[Hit, ...]
    verdict: str
    similarity: float
    nearness: float
    nearby: tuple[ClauseId, ...] = ()
    topics: frozenset[str] = frozenset()
    familiar: bool = True

    @classmethod
    def of(cls, query: str, result: SearchResult) -> Looked:
        """A search result, without what is not in force."""
        hits = tuple(hit for hit in result.hits if hit.in_force)
        verdict = "not_in_force" if result.hits and not hits else result.evidence.verdict
        nearby = tuple(hit.clause for hit in result.nearby)
        topics = frozenset(sign.topic for sign in result.evidence.signs)
        evidence = result.evidence
        return cls(query, hits, verdict, evidence.similarity, evidence.nearness, nearby, topics, evidence.familiar)

    @property
    def elsewhere(self) -> bool:
        """Whether the words speak of another matter, or of a side of ours that the corpus never states."""
        return self.verdict in ELSEWHERE

    def following(self, current: ClauseId | None, words: Collection[str]) -> Looked:
        """The same, led by the clause that was last quoted, where it is not far behind and the question hangs on it.

        A question hangs on what was said before when it says little by itself, or begins with one of these `words`.
        """
        little, not_far = (MUCH, FAR) if self.query.startswith(tuple(words)) else (LITTLE, NOT_FAR)
        led = [hit for hit in self.hits if hit.clause == current and hit.score >= not_far * self.hits[0].score]
        if not led or self.nearness >= little:
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
        similarity = max(self.similarity, own.similarity) if own.hits else self.similarity
        nearness = max(self.nearness, own.nearness) if own.hits else self.nearness
        return replace(self, hits=hits, similarity=similarity, nearness=nearness)


class Lookup:
    """Looks questions up."""

    def __init__(self, search: Searches) -> None:
        self._search = search

    def of(self, text: str, around: Sequence[str], as_of: date) -> Looked | None:
        """Look for `text` within the utterance `around` it; None where neither has a word.

        What the question's own words show to be another matter stays so, whatever is said around it; what they show to
        be a side of ours that is not stated does, unless the whole is plainly about a clause.
        """
        own = self._searched(text, as_of)
        if own is not None and (own.elsewhere or own.verdict in ABSENT):
            whole = self._searched(around[0], as_of) if around and own.verdict == UNSTATED else None
            return whole if whole is not None and whole.hits and whole.nearness >= PLAINLY else own
        wider = (self._searched(query, as_of) for query in around if query != text)
        found = next((looked for looked in wider if looked is not None and looked.hits), None)
        if own is None or found is None:
            return own or found or self._searched(around[0] if around else "", as_of)
        return found.with_question(own)

    def finds(self, clause: ClauseId, around: Sequence[str], as_of: date) -> bool:
        """Whether an utterance as a whole is about the clause first of all, and about no other matter."""
        whole = self._searched(around[0], as_of) if around else None
        return whole is not None and bool(whole.hits) and whole.hits[0].clause == clause

    def _searched(self, query: str, as_of: date) -> Looked | None:
        return Looked.of(query, self._search.search(query, as_of=as_of)) if query else None
