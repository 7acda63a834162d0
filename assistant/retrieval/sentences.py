"""Which sentence of a clause answers, and which of its words the question matched."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
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
    marked = [False] * (len(text) + 1)
    for word in words:
        if len(word) > 1:
            for found in re.finditer(re.escape(word), text):
                marked[found.start() : found.end()] = [True] * len(word)
    spans, start = [], None
    for place, on in enumerate(marked):
        if on and start is None:
            start = place
        elif not on and start is not None:
            spans.append(Span(start, place))
            start = None
    return tuple(spans)


def _weight(sentence: str, features: Mapping[str, float]) -> float:
    return sum(weight for feature, weight in features.items() if feature in sentence)
