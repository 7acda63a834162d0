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
_WRITER_BYTES: Final = 15_000_000


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
        self._tells = lru_cache(_REMEMBERED)(self._tells_apart)

    def rank(self, words: Mapping[str, float], grams: Mapping[str, float], limit: int) -> dict[int, float]:
        """Place to score of the best `limit` entries, best first; the two channels' scores are added."""
        terms = [(WORDS, word, weight) for word, weight in words.items() if self._tells(WORDS, word)]
        terms += [(GRAMS, gram, weight) for gram, weight in grams.items() if self._tells(GRAMS, gram)]
        if not terms or not self.size:
            return {}
        query = tantivy.Query.boolean_query([(tantivy.Occur.Should, self._term(*term)) for term in terms])
        hits = self._searcher.search(query, limit=limit, count=False).hits
        places = self._searcher.fast_field_values("place", [address for _, address in hits])
        return {int(place or 0): float(score) for place, (score, _) in zip(places, hits, strict=True)}

    def _tells_apart(self, field: str, term: str) -> bool:
        """Whether a term is in few enough entries to tell them apart; in a small index every term may."""
        return self.size < _LARGE or bool(self._searcher.doc_freq(field, term) < _COMMON * self.size)

    def _term(self, field: str, term: str, weight: float) -> tantivy.Query:
        query = tantivy.Query.term_query(self._schema, field, term, "freq")
        return query if weight == 1 else tantivy.Query.boost_query(query, weight)


def _is_han(char: str) -> bool:
    return "\u4e00" <= char <= "\u9fff"
