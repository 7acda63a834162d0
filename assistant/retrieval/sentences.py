"""Which sentence of a clause answers, and which of its words the question matched."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from assistant.domain.document import Clause, Span

_SHORT: Final = 110
"""A clause up to this many characters is quoted whole."""
_SENTENCE: Final = re.compile(r"[^。；！？;\n]+[。；！？;]?[”’）]?")


def answering_sentence(clause: Clause, features: Mapping[str, float]) -> Span:
    """The sentence of `clause` with the most of the weighted features; the whole of a short clause."""
    whole = Span(0, len(clause.text))
    if len(clause.text) <= _SHORT or not features:
        return whole
    spans = [Span(found.start(), found.end()) for found in _SENTENCE.finditer(clause.text)]
    body = [span for span in spans if span.of(clause.text).rstrip("。") != clause.title] or spans
    best = max(body, key=lambda span: (_weight(span.of(clause.text), features), -span.start), default=whole)
    return best if _weight(best.of(clause.text), features) > 0 else whole


def matched_spans(text: str, words: Iterable[str]) -> tuple[Span, ...]:
    """Where the words stand in `text`, touching spans joined, in order."""
    found = sorted((start, start + len(word)) for word in words if len(word) > 1 for start in occurrences(word, text))
    joined: list[tuple[int, int]] = []
    for start, end in found:
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return tuple(Span(start, end) for start, end in joined)


def occurrences(word: str, text: str) -> Iterator[int]:
    """Where `word` begins in `text`, every time that it stands there whole."""
    start = text.find(word)
    while start >= 0:
        yield start
        start = text.find(word, start + len(word))


def _weight(sentence: str, features: Mapping[str, float]) -> float:
    return sum(weight for feature, weight in features.items() if feature in sentence)
