"""One spelling for what people type: full-width, traditional and odd characters, with the way back to their own."""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from assistant.domain.document import Span

Converter = Callable[[str], str]
"""Turns traditional characters into simplified ones."""


@dataclass(frozen=True, slots=True)
class Normalised:
    """`text` for the grammars, `raw` as typed. `offsets[i]` is where in `raw` the character `text[i]` came from.

    Every span of `text` maps to a span of `raw`, and `quote` gives the user's own characters.
    """

    raw: str
    text: str
    offsets: tuple[int, ...]

    def raw_span(self, span: Span) -> Span:
        """Where in `raw` the characters of `span` stand; whole raw characters, also where one became several."""
        if span.start >= span.end:
            at = self.offsets[span.start] if span.start < len(self.offsets) else len(self.raw)
            return Span(at, at)
        last = self.offsets[span.end - 1]
        following = bisect_right(self.offsets, last)
        end = self.offsets[following] if following < len(self.offsets) else len(self.raw)
        return Span(self.offsets[span.start], end)

    def quote(self, span: Span) -> str:
        """The user's own characters for a span of `text`."""
        return self.raw_span(span).of(self.raw)


@lru_cache(maxsize=1)
def simplified() -> Converter:
    """The converter from traditional to simplified characters, built once, on first use."""
    from opencc import OpenCC

    convert: Converter = OpenCC("t2s").convert
    return convert


def normalise(raw: str, to_simplified: Converter | None = None) -> Normalised:
    """The text in one spelling: NFKC, simplified characters.

    >>> normalise("３０年").text
    '30年'
    """
    pieces = [(unicodedata.normalize("NFKC", char), at) for at, char in enumerate(raw)]
    text = "".join(piece for piece, _ in pieces)
    offsets = tuple(at for piece, at in pieces for _ in piece)
    return Normalised(raw, text, offsets)
