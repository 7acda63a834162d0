"""The engines that benchmarks/retrieval.py measures, each behind one call: build from clauses, rank for a question."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from assistant.domain.document import Clause, ClauseId, Document
from assistant.retrieval.phrases import Phrases
from assistant.retrieval.search import Search
from assistant.text.segmentation import Segmenter

Ranker = Callable[[str, int], Sequence[int]]
"""Question and limit to article ids, best first."""


@dataclass(frozen=True, slots=True)
class Article:
    """One article of the data set."""

    id: int
    law: str
    name: str
    chapter: str
    text: str

    @property
    def whole(self) -> str:
        """What every engine indexes: law, chapter and text in one field."""
        return f"{self.law}\n{self.chapter}\n{self.text}"


def documents(articles: Sequence[Article]) -> tuple[Document, ...]:
    """A document for each law, its clauses numbered by the articles' ids."""
    laws: dict[str, list[Clause]] = {}
    places: dict[str, str] = {}
    for article in articles:
        id_ = places.setdefault(article.law, f"law-{len(places)}")
        path = (article.chapter,) if article.chapter else ()
        clause = Clause(ClauseId(id_, article.id), article.name, "", article.text, path)
        laws.setdefault(article.law, []).append(clause)
    return tuple(Document(places[law], law, "", "", None, "in_force", tuple(clauses)) for law, clauses in laws.items())


def ours(articles: Sequence[Article], phrases: Phrases | None = None) -> Search:
    """This project's search over the articles."""
    return Search(documents(articles), phrases or Phrases(), Segmenter())


def ours_ranker(articles: Sequence[Article]) -> Ranker:
    """Ranking alone, as the others are measured."""
    search = ours(articles)
    return lambda question, limit: [clause.number for clause in search.rank(question, limit)]


def ours_searcher(articles: Sequence[Article]) -> Ranker:
    """The whole of a search: ranking, evidence, repair, highlighting."""
    search = ours(articles)
    return lambda question, limit: [hit.clause.number for hit in search.search(question, limit).hits]


def bm25s_ranker(articles: Sequence[Article]) -> Ranker:
    """bm25s on jieba's search-mode words."""
    import bm25s

    segmenter = Segmenter()
    ids = [article.id for article in articles]
    index = bm25s.BM25(k1=1.2, b=0.75)
    index.index([segmenter.search(article.whole) for article in articles], show_progress=False)

    def rank(question: str, limit: int) -> Sequence[int]:
        found, _ = index.retrieve([segmenter.search(question)], k=min(limit, len(ids)), show_progress=False)
        return [ids[place] for place in found[0]]

    return rank


def rank_bm25_ranker(articles: Sequence[Article]) -> Ranker:
    """rank_bm25 on jieba's words; it scores every article in Python."""
    from rank_bm25 import BM25Okapi

    segmenter = Segmenter()
    index = BM25Okapi([segmenter.words(article.whole) for article in articles], k1=1.2)
    ids = [article.id for article in articles]

    def rank(question: str, limit: int) -> Sequence[int]:
        scores = index.get_scores(segmenter.words(question))
        return [ids[place] for place in scores.argsort()[::-1][:limit]]

    return rank


def fts5_ranker(articles: Sequence[Article]) -> Ranker:
    """SQLite FTS5 on jieba's search-mode words, `detail=full`: with less, bm25 is 0 for every row."""
    segmenter = Segmenter()
    database = sqlite3.connect(":memory:")
    database.execute("CREATE VIRTUAL TABLE clauses USING fts5(words, tokenize='unicode61', detail=full)")
    database.executemany(
        "INSERT INTO clauses(rowid, words) VALUES (?, ?)",
        ((article.id + 1, " ".join(segmenter.search(article.whole))) for article in articles),
    )

    def rank(question: str, limit: int) -> Sequence[int]:
        query = " OR ".join(f'"{word}"' for word in dict.fromkeys(segmenter.search(question)))
        rows = database.execute(
            "SELECT rowid FROM clauses WHERE words MATCH ? ORDER BY bm25(clauses) LIMIT ?", (query or '""', limit)
        )
        return [row[0] - 1 for row in rows]

    return rank


ENGINES: Mapping[str, Callable[[Sequence[Article]], Ranker]] = {
    "wence": ours_ranker,
    "wence, whole search": ours_searcher,
    "bm25s": bm25s_ranker,
    "rank_bm25": rank_bm25_ranker,
    "sqlite fts5": fts5_ranker,
}


def article_of(row: Mapping[str, Any]) -> Article:
    """An article from a line of corpus.jsonl."""
    return Article(int(row["id"]), row["law"], row["article"], row["chapter"], row["text"])
