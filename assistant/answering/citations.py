"""Citations in the order in which the text refers to them, each quote word for word at its offsets."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from assistant.answering.library import Library
from assistant.domain.answer import Citation
from assistant.domain.document import Clause, ClauseId, Span
from assistant.domain.rule import leaves

SENTENCE_END: Final = re.compile(r"[。；;！？\n]+")


class Citations:
    """The citations of one turn; `cite` gives the mark that stands in the text.

    A quote that lies within one already cited takes the same mark.
    """

    def __init__(self, library: Library) -> None:
        self._library = library
        self._items: list[Citation] = []

    @property
    def items(self) -> tuple[Citation, ...]:
        """All so far, by mark."""
        return tuple(self._items)

    def cite(self, clause: ClauseId, span: Span) -> str:
        """Refer to `span` of the clause: `[1]`."""
        for number, item in enumerate(self._items, 1):
            if item.clause == clause and item.start <= span.start and span.end <= item.end:
                return f"[{number}]"
        document, text = self._library.document(clause), self._library.clause(clause).text
        self._items.append(Citation(clause, span.of(text), span.start, span.end, document.title, document.number))
        return f"[{len(self._items)}]"

    def cite_words(self, clause: ClauseId, words: str) -> str:
        """Refer to the sentence of the clause that holds these words; empty where they do not stand there."""
        text = self._library.clause(clause)
        span = text.find(words)
        if span is None:
            return ""
        within = [sentence for sentence in sentences(text.text) if sentence.overlaps(span)]
        return self.cite(clause, Span(within[0].start, within[-1].end))

    def adopt(self, citations: Sequence[Citation]) -> None:
        """Take over the citations of an earlier answer, which keep their marks."""
        self._items.extend(citations)


def sentences(text: str) -> tuple[Span, ...]:
    """The sentences of a clause, each with its closing mark; clauses set off by ； count as sentences.

    >>> [span.of("甲；乙。丙") for span in sentences("甲；乙。丙")]
    ['甲；', '乙。', '丙']
    """
    ends = [match.end() for match in SENTENCE_END.finditer(text)]
    borders = [0, *ends, *([len(text)] if not ends or ends[-1] < len(text) else [])]
    spans = (_trimmed(text, start, end) for start, end in pairwise(borders))
    return tuple(span for span in spans if span.start < span.end)


def passage(clause: Clause, quotes: Sequence[str]) -> Span:
    """The part of the clause that holds these quotes: the fewest whole sentences in a row, the later where two do.

    Without any quote found it is the second sentence, for the first is a heading.
    """
    spans = sentences(clause.text)
    places = [found for quote in quotes if (found := _sentences_with(quote, clause.text, spans))]
    if not places:
        return spans[1] if len(spans) > 1 else spans[0]
    windows = [
        (start, end)
        for start in range(len(spans))
        for end in range(start, len(spans))
        if all(any(start <= place <= end for place in found) for found in places)
    ]
    start, end = min(windows, key=lambda window: (window[1] - window[0], -window[0]))
    return Span(spans[start].start, spans[end].end)


def _sentences_with(quote: str, text: str, spans: Sequence[Span]) -> set[int]:
    """The sentences in which a quote begins, one or more."""
    starts = [match.start() for match in re.finditer(re.escape(quote), text)] if quote else []
    return {number for number, span in enumerate(spans) for start in starts if span.start <= start < span.end}


def quotes_of(library: Library, entitlement: str) -> tuple[str, ...]:
    """The words that the entitlement's requirements quote from its own clause, and what it grants."""
    granted = library.entitlement(entitlement)
    own = [
        leaf.quote
        for condition in granted.requirements
        for leaf in leaves(condition)
        if leaf.quote and leaf.clause in (None, granted.clause)
    ]
    return (*own, granted.grants)


def _trimmed(text: str, start: int, end: int) -> Span:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)
