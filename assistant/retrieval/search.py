"""Question to clauses, best first, or to nothing where nothing is good enough."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from assistant.domain.document import Clause, ClauseId, Document, Span
from assistant.retrieval.coverage import Coverage, Holding, strangeness
from assistant.retrieval.evidence import TAUGHT, UNTAUGHT, Evidence, judge
from assistant.retrieval.index import ClauseIndex, Entry, grams
from assistant.retrieval.lessons import Lessons
from assistant.retrieval.likelihood import Example, Likelihood, Likely
from assistant.retrieval.phrasebook import Asked, Likeness, PhraseBook, asked_for
from assistant.retrieval.phrases import Phrases, Phrasing
from assistant.retrieval.references import Reference, ReferenceReader
from assistant.retrieval.sentences import answering_sentence, matched_spans, sentences
from assistant.retrieval.signs import Sign, SignReader
from assistant.retrieval.terms import PERSONAL, Query, TermReader, figures
from assistant.text.segmentation import Segmenter

_CAP: Final = 600
"""Words of its phrasings that join a clause's own, so that much-asked clauses do not crowd out the rest."""
_LIKELY, _UNLIKELY = 0.3, 0.003
"""What it counts beside the best BM25 score that a clause is e times as likely, and the chance that counts nothing."""
_LIKE: Final = 0.6
"""From this likeness on a question may hold the signs of other matters that the phrasing holds."""
_SPARSE: Final = 2
"""Phrasings for fewer than one clause in this many are sparse."""
_CANDIDATES: Final = 50
_TAUGHT: Final = 100
"""Candidates where what people ask about reorders them."""
_SAME_DOCUMENT: Final = 0.3
_NOT_IN_FORCE: Final = 0.5
_REFERRED: Final = 10.0
_NEARBY: Final = 3
_SPOKEN_OF: Final = 0.4
"""From this coverage on the best clause speaks of what was asked about, though not of what was asked."""


@dataclass(frozen=True, slots=True)
class Hit:
    """One clause. `spans` are the matched words and `sentence` the part that answers, both in the clause's text.

    `entitlement` is the grant of the clause that the question is about, where phrasings tell. `in_force` is false for
    a document that is not in force on the day asked about: never to be cited as current.
    """

    clause: ClauseId
    score: float
    spans: tuple[Span, ...]
    sentence: Span
    entitlement: str | None = None
    in_force: bool = True


@dataclass(frozen=True, slots=True)
class SearchResult:
    """`hits` best first, none where `refused`; then `nearby` holds what the corpus says of the words, to be offered."""

    hits: tuple[Hit, ...]
    refused: bool
    evidence: Evidence
    repairs: tuple[tuple[str, str], ...] = ()
    nearby: tuple[Hit, ...] = ()


@dataclass(frozen=True, slots=True)
class _Question:
    """A question read: its terms, what it names, the phrasings that it is like and the clauses that it may be after."""

    read: Query
    reference: Reference
    nearest: Mapping[ClauseId, Likeness]
    likely: Likely


class Search:
    """Searches the clauses of several documents; built once, which takes about half a second for one policy."""

    def __init__(self, documents: Sequence[Document], phrases: Phrases, segmenter: Segmenter) -> None:
        self._segmenter = segmenter
        self._documents = {document.id: document for document in documents}
        self._clauses = [clause for document in documents for clause in document.clauses]
        self._document_of = [clause.id.document for clause in self._clauses]
        self._places = {clause.id: place for place, clause in enumerate(self._clauses)}
        own = [" ".join(self._words(clause)) for clause in self._clauses]
        found_in = Counter(word for words in own for word in set(words.split()))
        self._signs = SignReader(
            phrases.topics, segmenter.search, (word for word, count in found_in.items() if count > 1)
        )
        self._asked = self._read_phrasings(phrases, found_in)
        self._index = ClauseIndex(self._entry(clause, words) for clause, words in zip(self._clauses, own, strict=True))
        found_in.update(word for asked in self._asked.values() for word in set(asked.words))
        self._coverage = Coverage(found_in, len(self._clauses), self._holding, segmenter)
        self._references = ReferenceReader(documents, self._home(phrases), phrases.counting)

    def search(self, query: str, limit: int = 10, as_of: date | None = None) -> SearchResult:
        """One Hit per clause, best first, at most `limit`. `as_of` marks documents that are not in force."""
        read = self._terms.read(query)
        reference = self._references.read(read.text, alone=_contentless(read))
        asked = _Question(read, reference, self._phrases.nearest(read.features), self._likelihood.of(read))
        scores = self._scores(read, asked.likely, reference, as_of, max(limit, _CANDIDATES))
        ordered = sorted(scores, key=lambda place: (-scores[place], place))[: max(limit, 1)]
        evidence = self._evidence(asked, ordered[0] if ordered else None)
        shown = ordered[:limit] if evidence.verdict == "answered" else ordered[:_NEARBY]
        hits = tuple(self._hit(place, scores[place], asked, as_of) for place in shown)
        repairs = tuple((repair.said, repair.meant) for repair in read.repairs)
        if evidence.verdict == "answered":
            return SearchResult(hits, not hits, evidence, repairs)
        near = hits if evidence.verdict in ("unstated", "other_matter") and evidence.coverage >= _SPOKEN_OF else ()
        return SearchResult((), True, evidence, repairs, near)

    def rank(self, query: str, limit: int = 10, as_of: date | None = None) -> tuple[ClauseId, ...]:
        """The clauses nearest to the question, best first, with no decision whether any is good enough."""
        read = self._terms.read(query)
        likely = self._likelihood.of(read)
        scores = self._scores(read, likely, self._references.read(read.text), as_of, max(limit, _CANDIDATES))
        ordered = sorted(scores, key=lambda place: (-scores[place], place))[:limit]
        return tuple(self._clauses[place].id for place in ordered)

    def _read_phrasings(self, phrases: Phrases, found_in: Counter[str]) -> dict[ClauseId, Asked]:
        """Set up all that reads questions; what each clause's phrasings say."""
        spoken = Counter(word for one in phrases.phrasings for word in self._segmenter.words(one.text))
        self._terms = TermReader([word for word, _ in (found_in + spoken).most_common()], phrases, self._segmenter)
        queries = [(phrasing, self._terms.read(phrasing.text, repair=False)) for phrasing in phrases.phrasings]
        self._phrases = PhraseBook([(phrasing, query.features) for phrasing, query in queries])
        self._sole = _sole_entitlements(phrases.phrasings)
        self._signs_asked = {phrasing.text: self._signs.topics_of(phrasing.text) for phrasing in phrases.phrasings}
        asked = asked_for(queries)
        sparse = 0 < _SPARSE * len(asked) < len(self._clauses)
        self._lessons = self._learn(queries) if sparse else None
        self._likelihood = Likelihood(() if sparse else self._examples(queries, phrases.declined))
        self._taught_to_decline = bool(phrases.declined) and not sparse
        return asked

    def _examples(self, queries: Sequence[tuple[Phrasing, Query]], declined: Iterable[str]) -> Iterator[Example]:
        """What people ask for each clause, what each says itself, and what is declined."""
        yield from ((query, phrasing.clause) for phrasing, query in queries)
        yield from ((self._terms.read(text, repair=False), None) for text in declined)
        asked = {phrasing.clause for phrasing, _ in queries}
        for clause in (clause for clause in self._clauses if clause.id in asked):
            for said in (clause.title, *sentences(clause.text)):
                yield self._terms.read(said, repair=False), clause.id

    def _learn(self, queries: Sequence[tuple[Phrasing, Query]]) -> Lessons:
        """What the phrasings teach of clauses that have none."""
        return Lessons(
            (phrasing.clause.document, list(query.words), self._words(self._clauses[self._places[phrasing.clause]]))
            for phrasing, query in queries
            if phrasing.clause in self._places
        )

    def _home(self, phrases: Phrases) -> str:
        """The document that a bare clause number means: the one that people are known to ask about most."""
        asked = Counter(phrasing.clause.document for phrasing in phrases.phrasings)
        known = [document for document, _ in asked.most_common() if document in self._documents]
        return next(iter([*known, *self._documents]), "")

    def _whole(self, clause: Clause) -> str:
        return "\n".join([self._documents[clause.id.document].title, *clause.path, clause.title, clause.text])

    def _words(self, clause: Clause) -> list[str]:
        whole = self._whole(clause)
        return [*self._segmenter.search(whole), *figures(whole)]

    def _entry(self, clause: Clause, words: str) -> Entry:
        asked = self._asked.get(clause.id, Asked()).most(_CAP)
        return Entry(" ".join([words, *asked.words]), " ".join([*grams(self._whole(clause)), *asked.pairs]))

    def _holding(self, place: int) -> Holding:
        clause = self._clauses[place]
        asked = self._asked.get(clause.id, Asked())
        pairs = frozenset(grams(self._whole(clause))) | frozenset(asked.pairs)
        return Holding(frozenset(self._words(clause)) | frozenset(asked.words), pairs)

    def _scores(
        self, read: Query, likely: Likely, reference: Reference, as_of: date | None, limit: int
    ) -> dict[int, float]:
        scores = self._taught(read, limit, self._lessons) if self._lessons else self._told(read, likely, limit)
        for rank, clause in enumerate(reference.clauses):
            scores[self._places[clause]] = _REFERRED - rank
        for place in scores if reference.document or as_of else ():
            if self._document_of[place] == reference.document:
                scores[place] += 1.0
            if as_of and not self._documents[self._document_of[place]].in_force(as_of):
                scores[place] *= _NOT_IN_FORCE
        return scores

    def _taught(self, read: Query, limit: int, lessons: Lessons) -> dict[int, float]:
        """Scores, the best 1, and more for documents that people ask about; the question with learned words."""
        learned = lessons.expand(read.words)
        ranked = self._index.rank({**learned, **read.words}, read.grams, max(limit, _TAUGHT))
        top = max(ranked.values(), default=1.0)
        return {place: score / top + lessons.interest(self._document_of[place]) for place, score in ranked.items()}

    def _told(self, read: Query, likely: Likely, limit: int) -> dict[int, float]:
        """Scores, the best 1, and more for clauses that people are likely to ask for in such words."""
        ranked = self._together(self._index.rank(read.words, read.grams, limit))
        top = max(ranked.values(), default=1.0)
        scores = {place: score / top for place, score in ranked.items()}
        for clause, chance in likely.clauses.items():
            place = self._places.get(clause)
            if place is not None and (place in scores or chance >= _UNLIKELY):
                scores[place] = scores.get(place, 0.0) + _LIKELY * math.log1p(chance / _UNLIKELY)
        return scores

    def _together(self, ranked: Mapping[int, float]) -> dict[int, float]:
        """Scores raised by what else of the same document was found: a law about the matter beats a passing mention."""
        of_document: dict[str, float] = defaultdict(float)
        for place, score in ranked.items():
            of_document[self._document_of[place]] += score
        share = _SAME_DOCUMENT / (sum(of_document.values()) or 1.0)
        return {place: score * (1 + share * of_document[self._document_of[place]]) for place, score in ranked.items()}

    def _evidence(self, asked: _Question, best: int | None) -> Evidence:
        read, clause = asked.read, self._clauses[best].id if best is not None else None
        own = asked.nearest.get(clause) if clause else None
        coverage, amount = self._coverage.of(read.terms, best) if best is not None else (0.0, 0.0)
        found = Evidence(
            verdict="answered",
            coverage=coverage,
            amount=amount,
            strange=strangeness(read.terms),
            chance=asked.likely.chance(clause) if clause else 0.0,
            declined=asked.likely.declined,
            similarity=own.similarity if own else 0.0,
            nearest=own.phrasing.text if own else "",
            unknown=tuple(
                term.word for term in read.terms if not (term.known or term.stands_for or len(term.word) == 1)
            ),
            signs=self._signs_of(asked, best),
            reference=asked.reference,
            familiar=bool(read.repairs) or any(term.known and term.weight > PERSONAL for term in read.terms),
            weights=TAUGHT if self._taught_to_decline else UNTAUGHT,
        )
        if clause and found.sounds_declined:
            found = replace(found, telling=self._likelihood.telling(read, clause))
        return replace(found, verdict=judge(found, contentless=_contentless(read)))

    def _signs_of(self, asked: _Question, best: int | None) -> tuple[Sign, ...]:
        """Signs of what the best clause does not speak of, but those that the nearest phrasing holds too."""
        first = next(iter(asked.nearest.values()), None)
        own = self._signs_asked[first.phrasing.text] if first and first.similarity >= _LIKE else frozenset()
        texts = [asked.read.text, *(repair.meant for repair in asked.read.repairs)]
        clause = self._clauses[best].text if best is not None else ""
        return tuple(sign for sign in self._signs.read(texts, clause) if sign.topic not in own)

    def _hit(self, place: int, score: float, asked: _Question, as_of: date | None) -> Hit:
        clause, words = self._clauses[place], asked.read.words
        own = asked.nearest.get(clause.id)
        return Hit(
            clause=clause.id,
            score=round(score, 4),
            spans=matched_spans(clause.text, words),
            sentence=answering_sentence(clause, words),
            entitlement=self._sole.get(clause.id) or (own.phrasing.entitlement if own else None),
            in_force=as_of is None or self._documents[clause.id.document].in_force(as_of),
        )


def _sole_entitlements(phrasings: Sequence[Phrasing]) -> dict[ClauseId, str]:
    """The grant of each clause that has one only: it is meant whichever way people ask."""
    found: dict[ClauseId, set[str]] = {}
    for phrasing in phrasings:
        if phrasing.entitlement:
            found.setdefault(phrasing.clause, set()).add(phrasing.entitlement)
    return {clause: next(iter(grants)) for clause, grants in found.items() if len(grants) == 1}


def _contentless(read: Query) -> bool:
    return not read.repairs and not any(term.weight > PERSONAL or term.known for term in read.terms)
