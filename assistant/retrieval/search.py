"""Question to clauses, best first, or to nothing where nothing is good enough."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from assistant.domain.document import Clause, ClauseId, Document, Span
from assistant.retrieval.evidence import Evidence, Sign, SignReader, judge, support
from assistant.retrieval.index import ClauseIndex, Entry, grams
from assistant.retrieval.phrasebook import Likeness, PhraseBook, by_clause
from assistant.retrieval.phrases import Phrases, Phrasing
from assistant.retrieval.references import Reference, ReferenceReader
from assistant.retrieval.sentences import answering_sentence, matched_spans
from assistant.retrieval.terms import PERSONAL, Query, Term, TermReader, figures
from assistant.text.segmentation import Segmenter

_CAP: Final = 80
"""Distinct words of its phrasings that join a clause's own, so that much-asked clauses do not crowd out the rest."""
_PHRASING: Final = 1.0
"""What the nearest phrasing counts beside the best BM25 score, both at most about 1."""
_LIKE: Final = 0.5
"""From this likeness on a question may hold the signs of other matters that the phrasing holds."""
_CANDIDATES: Final = 50
_NOT_IN_FORCE: Final = 0.5
_REFERRED: Final = 10.0


@dataclass(frozen=True, slots=True)
class Hit:
    """One clause. `spans` are the matched words and `sentence` the part that answers, both in the clause's text.

    `entitlement` is the grant of the clause that the question is about, where phrasings tell. `in_force` is false for
    a document that is not in force on the day asked about.
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
class _Holding:
    """All the words that stand for a clause: its own, its headings', its phrasings'."""

    clause: Clause
    words: frozenset[str]
    pairs: frozenset[str]


class Search:
    """Searches the clauses of several documents; built once, in some ten milliseconds for one policy."""

    def __init__(self, documents: Sequence[Document], phrases: Phrases, segmenter: Segmenter) -> None:
        self._segmenter = segmenter
        self._documents = {document.id: document for document in documents}
        clauses = [clause for document in documents for clause in document.clauses]
        own = [self._words(clause) for clause in clauses]
        vocabulary = {word for words in own for word in words}
        vocabulary.update(word for p in phrases.phrasings for word in segmenter.words(p.text))
        self._terms = TermReader(vocabulary, phrases, segmenter)
        queries = [(phrasing, self._terms.read(phrasing.text, repair=False)) for phrasing in phrases.phrasings]
        self._phrases = PhraseBook([(phrasing, query.features) for phrasing, query in queries])
        asked: dict[ClauseId, Counter[str]] = {clause.id: Counter() for clause in clauses}
        for phrasing, query in queries:
            asked.setdefault(phrasing.clause, Counter()).update(query.words)
        self._holdings = [
            self._holding(clause, words, asked[clause.id]) for clause, words in zip(clauses, own, strict=True)
        ]
        self._places = {holding.clause.id: place for place, holding in enumerate(self._holdings)}
        self._index = ClauseIndex(
            Entry(
                [*words, *(word for word, _ in asked[clause.id].most_common(_CAP))],
                [*grams(_heading_and_text(self._documents[clause.id.document], clause)), *_pairs(asked[clause.id])],
            )
            for clause, words in zip(clauses, own, strict=True)
        )
        self._idf = _inverse_frequencies(self._holdings)
        self._unseen = math.log(1 + len(clauses))
        self._references = ReferenceReader(documents)
        self._signs = SignReader(phrases.topics, _own_words(phrases, clauses))
        self._sole = _sole_entitlements(phrases.phrasings)
        self._asked_of = {phrasing.text: self._signs.topics_of(phrasing.text) for phrasing in phrases.phrasings}

    def search(self, query: str, limit: int = 10, as_of: date | None = None) -> SearchResult:
        """One Hit per clause, best first, at most `limit`. `as_of` marks documents that are not in force."""
        read = self._terms.read(query)
        reference = self._references.read(read.text)
        nearest = self._phrases.nearest(read.features)
        scores = self._scores(read, nearest, reference, as_of)
        ordered = sorted(scores, key=lambda place: (-scores[place], place))[: max(limit, 1)]
        evidence = self._evidence(read, reference, nearest, ordered)
        asked = _first_of_each(nearest)
        hits = tuple(self._hit(place, scores[place], read, asked, as_of) for place in ordered[:limit])
        repairs = tuple((repair.said, repair.meant) for repair in read.repairs)
        if evidence.verdict == "answered":
            return SearchResult(hits, not hits, evidence, repairs)
        near = hits[:3] if evidence.verdict in ("unstated", "other_matter") and evidence.coverage > 0 else ()
        return SearchResult((), True, evidence, repairs, near)

    def _words(self, clause: Clause) -> list[str]:
        text = _heading_and_text(self._documents[clause.id.document], clause)
        return [*self._segmenter.search(text), *figures(text)]

    def _holding(self, clause: Clause, words: Sequence[str], asked: Counter[str]) -> _Holding:
        text = _heading_and_text(self._documents[clause.id.document], clause)
        return _Holding(clause, frozenset(words) | frozenset(asked), frozenset(grams(text)) | frozenset(_pairs(asked)))

    def _scores(
        self, read: Query, nearest: Sequence[Likeness], reference: Reference, as_of: date | None
    ) -> dict[int, float]:
        ranked = self._index.rank(read.words, read.grams, _CANDIDATES)
        top = max(ranked.values(), default=1.0)
        scores = {place: score / top for place, score in ranked.items()}
        for clause, likeness in by_clause(nearest).items():
            if clause in self._places:
                place = self._places[clause]
                scores[place] = scores.get(place, 0.0) + _PHRASING * likeness
        for rank, clause in enumerate(reference.clauses):
            scores[self._places[clause]] = _REFERRED - rank
        for place in scores:
            document = self._documents[self._holdings[place].clause.id.document]
            if reference.document and document.id == reference.document:
                scores[place] += 1.0
            if as_of and not document.in_force(as_of):
                scores[place] *= _NOT_IN_FORCE
        return scores

    def _evidence(
        self, read: Query, reference: Reference, nearest: Sequence[Likeness], ordered: Sequence[int]
    ) -> Evidence:
        best = self._holdings[ordered[0]] if ordered else None
        own = next((one for one in nearest if best and one.phrasing.clause == best.clause.id), None)
        coverage, amount = self._coverage(read.terms, best) if best else (0.0, 0.0)
        similarity = own.similarity if own else 0.0
        strange = _strange(read.terms)
        signs = self._signs_of(read, nearest)
        return Evidence(
            verdict=judge(
                contentless=_contentless(read),
                support=support(coverage, similarity, amount, strange),
                signs=signs,
                reference=reference,
            ),
            coverage=coverage,
            amount=amount,
            strange=strange,
            similarity=similarity,
            nearest=own.phrasing.text if own else "",
            agreement=self._agreement(read),
            unknown=tuple(term.word for term in read.terms if not term.known and len(term.word) > 1),
            signs=signs,
            reference=reference,
        )

    def _signs_of(self, read: Query, nearest: Sequence[Likeness]) -> tuple[Sign, ...]:
        """Signs of other matters, but those that the nearest phrasing holds too."""
        alike = bool(nearest) and nearest[0].similarity >= _LIKE
        own = self._asked_of[nearest[0].phrasing.text] if alike else frozenset()
        texts = [read.text, *(repair.meant for repair in read.repairs)]
        return tuple(sign for sign in self._signs.read(texts) if sign.topic not in own)

    def _agreement(self, read: Query) -> bool:
        words, pairs = self._index.rank(read.words, {}, 1), self._index.rank({}, read.grams, 1)
        return bool(words) and words.keys() == pairs.keys()

    def _coverage(self, terms: Sequence[Term], holding: _Holding) -> tuple[float, float]:
        """The share of the question that the clause or its phrasings hold, and its weight; rare words weigh more."""
        weights = [(term.weight * self._idf.get(term.word, self._unseen), self._held(term, holding)) for term in terms]
        total = sum(weight for weight, _ in weights)
        covered = sum(weight * held for weight, held in weights)
        return (covered / total if total else 0.0), covered

    def _held(self, term: Term, holding: _Holding) -> float:
        if term.word in holding.words:
            return 1.0
        policy = [self._segmenter.search(word) for word in term.stands_for]
        best = max((sum(w in holding.words for w in words) / len(words) for words in policy if words), default=0.0)
        pairs = grams(term.word)
        own = sum(pair in holding.pairs for pair in pairs) / len(pairs) if pairs else 0.0
        return max(0.9 * best, 0.7 * own if len(pairs) > 1 else 0.0)

    def _hit(
        self, place: int, score: float, read: Query, asked: Mapping[ClauseId, Phrasing], as_of: date | None
    ) -> Hit:
        clause = self._holdings[place].clause
        phrasing = asked.get(clause.id)
        return Hit(
            clause=clause.id,
            score=round(score, 4),
            spans=matched_spans(clause.text, read.words),
            sentence=answering_sentence(clause, read.words),
            entitlement=self._sole.get(clause.id) or (phrasing.entitlement if phrasing else None),
            in_force=as_of is None or self._documents[clause.id.document].in_force(as_of),
        )


def _sole_entitlements(phrasings: Sequence[Phrasing]) -> dict[ClauseId, str]:
    """The grant of each clause that has one only: it is meant whichever way people ask."""
    found: dict[ClauseId, set[str]] = {}
    for phrasing in phrasings:
        if phrasing.entitlement:
            found.setdefault(phrasing.clause, set()).add(phrasing.entitlement)
    return {clause: next(iter(grants)) for clause, grants in found.items() if len(grants) == 1}


def _first_of_each(nearest: Sequence[Likeness]) -> dict[ClauseId, Phrasing]:
    """The nearest phrasing of each clause."""
    found: dict[ClauseId, Phrasing] = {}
    for likeness in nearest:
        found.setdefault(likeness.phrasing.clause, likeness.phrasing)
    return found


def _contentless(read: Query) -> bool:
    return not read.repairs and not any(term.weight > PERSONAL or term.known for term in read.terms)


def _strange(terms: Sequence[Term]) -> float:
    unknown = sum(term.weight for term in terms if not term.known and not term.stands_for)
    return unknown / (1 + sum(term.weight for term in terms))


def _heading_and_text(document: Document, clause: Clause) -> str:
    return "\n".join([document.title, *clause.path, clause.title, clause.text])


def _pairs(asked: Counter[str]) -> list[str]:
    return list(dict.fromkeys(pair for word, _ in asked.most_common(_CAP) for pair in grams(word)))


def _inverse_frequencies(holdings: Sequence[_Holding]) -> dict[str, float]:
    found = Counter(word for holding in holdings for word in holding.words)
    return {word: math.log(1 + len(holdings) / count) for word, count in found.items()}


def _own_words(phrases: Phrases, clauses: Sequence[Clause]) -> frozenset[str]:
    """Words of other matters that at least two clauses use: in this corpus they are no sign of another matter."""
    words = {word for topic in phrases.topics for word in topic.words}
    return frozenset(word for word in words if sum(word in clause.text for clause in clauses) > 1)
