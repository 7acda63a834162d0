"""Which sentence of a clause answers, and which of its words the question matched."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
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
    held = [(feature, weight) for feature, weight in features.items() if feature in clause.text]
    spans = _sentences(clause.text)
    body = [(span, said) for span, said in spans if said.rstrip("。") != clause.title] or spans
    weighed = [(sum(weight for feature, weight in held if feature in said), -span.start, span) for span, said in body]
    weight, _, best = max(weighed, default=(0.0, 0, whole))
    return best if weight > 0 else whole


def matched_spans(text: str, words: Iterable[str]) -> tuple[Span, ...]:
    """Where the words stand in `text`, touching spans joined, in order."""
    held = [word for word in words if len(word) > 1 and word in text]
    found = sorted((start, start + len(word)) for word in held for start in occurrences(word, text))
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


def sentences(text: str) -> tuple[str, ...]:
    """The sentences of a text; what stands between semicolons is one."""
    return tuple(said for _, said in _sentences(text))


@lru_cache(maxsize=1024)
def _sentences(text: str) -> tuple[tuple[Span, str], ...]:
    """The sentences of a text, where they stand and what they say."""
    return tuple((Span(found.start(), found.end()), found.group()) for found in _SENTENCE.finditer(text))
