"""What the phrasings of some clauses teach about all: which words go together, and which documents people ask about.

For a corpus most of whose clauses nobody has asked about yet. Where most have phrasings, these say it better.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Final

from assistant.retrieval.associations import Associations

_INTEREST: Final = 0.05
"""What it counts, beside a best score of 1, that people ask about a document, for each e-fold of phrasings."""
_UNASKED: Final = 0.3
"""Phrasings that a document is taken to have before anybody asks."""


class Lessons:
    """Learned from pairs: the document of a clause, the words of a phrasing and those of the clause.

    How often one clause was asked about is deliberately no lesson: it would push down those that nobody asked about.
    """

    def __init__(self, pairs: Iterable[tuple[str, Sequence[str], Sequence[str]]]) -> None:
        pairs = list(pairs)
        self._words = Associations((asked, written) for _, asked, written in pairs)
        counted = Counter(document for document, _, _ in pairs)
        self._interest = {document: _INTEREST * math.log1p(n / _UNASKED) for document, n in counted.items()}

    def expand(self, words: Iterable[str]) -> dict[str, float]:
        """Words that clauses use where people ask with these, and their weights."""
        return self._words.expand(words)

    def interest(self, document: str) -> float:
        """What a document's clauses gain, beside a best score of 1; 0 for one that nobody asked about."""
        return self._interest.get(document, 0.0)
