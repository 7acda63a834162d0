"""BM25 over two channels, words and pairs of characters, summed: two clauses that tie in one differ in the other."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import Final

import tantivy

WORDS: Final = "words"
GRAMS: Final = "grams"
_LARGE: Final = 1000
_COMMON: Final = 0.1
"""A term in more than this share of a large index is left out: it costs most of the time, and tells nothing."""
_REMEMBERED: Final = 50_000
_WRITER_BYTES: Final = 400_000_000
"""What the writer may fill before it parts the index: a search through eight parts takes over twice as long as
through one. Memory is taken as it is filled."""


@dataclass(frozen=True, slots=True)
class Entry:
    """What the index holds of one clause: its words (search mode) and its character pairs, parted by blanks."""

    words: str
    grams: str


def grams(text: str) -> list[str]:
    """The pairs of neighbouring Chinese characters.

    >>> grams("评职称，30年")
    ['评职', '职称']
    """
    return [a + b for a, b in pairwise(text) if _is_han(a) and _is_han(b)]


class ClauseIndex:
    """Ranks entries for weighted query terms. Entries are known by their place in the sequence given."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        builder = tantivy.SchemaBuilder()
        builder.add_text_field(WORDS, tokenizer_name="whitespace", index_option="freq")
        builder.add_text_field(GRAMS, tokenizer_name="whitespace", index_option="freq")
        builder.add_unsigned_field("place", fast=True)
        self._schema = builder.build()
        index = tantivy.Index(self._schema)
        writer = index.writer(heap_size=_WRITER_BYTES, num_threads=1)
        self.size = 0
        for entry in entries:
            document = tantivy.Document()
            document.add_text(WORDS, entry.words)
            document.add_text(GRAMS, entry.grams)
            document.add_unsigned("place", self.size)
            writer.add_document(document)
            self.size += 1
        writer.commit()
        writer.wait_merging_threads()
        index.reload()
        self._searcher = index.searcher()
        self._wanted = lru_cache(_REMEMBERED)(self._term)

    def rank(self, words: Mapping[str, float], grams: Mapping[str, float], limit: int) -> dict[int, float]:
        """Place to score of the best `limit` entries, best first; the two channels' scores are added."""
        terms = [self._wanted(WORDS, word, weight) for word, weight in words.items()]
        terms += [self._wanted(GRAMS, gram, weight) for gram, weight in grams.items()]
        wanted = [(tantivy.Occur.Should, term) for term in terms if term is not None]
        if not wanted or not self.size:
            return {}
        hits = self._searcher.search(tantivy.Query.boolean_query(wanted), limit=limit, count=False).hits
        places = self._searcher.fast_field_values("place", [address for _, address in hits])
        return {int(place or 0): float(score) for place, (score, _) in zip(places, hits, strict=True)}

    def _term(self, field: str, term: str, weight: float) -> tantivy.Query | None:
        """The query for a term; None where so many entries have it that it tells none apart."""
        if self.size >= _LARGE and self._searcher.doc_freq(field, term) >= _COMMON * self.size:
            return None
        query = tantivy.Query.term_query(self._schema, field, term, "freq")
        return query if weight == 1 else tantivy.Query.boost_query(query, weight)


def _is_han(char: str) -> bool:
    return "\u4e00" <= char <= "\u9fff"
