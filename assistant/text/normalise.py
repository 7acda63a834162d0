"""One spelling for what people type: full-width, traditional and odd characters, with the way back to their own."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from assistant.domain.document import Span

Converter = Callable[[str], str]
"""Turns traditional characters into simplified ones."""

_DASHES: Final = "‐‑‒–—―−─"
_ONE_SPELLING: Final = str.maketrans(dict.fromkeys(_DASHES, "-") | {"∼": "~", "〜": "~", "○": "〇", "◯": "〇"})
_PAUSE: Final = re.compile(r"\.{2,}")
"""Dots in a row are a pause, as a comma is."""
_TOUCHING: Final = re.compile("(?<=[一-鿿])[一-鿿]")
_APART: Final = re.compile(r"(?<=[一-鿿\d]) (?=[一-鿿\d])")
_INVISIBLE: Final = frozenset({"Cf", "Mn", "Me"})
"""Categories of characters that nobody sees: joiners, marks of direction, variation selectors."""
_BLANK: Final = frozenset({"Cc", "Cs", "Co", "Cn", "So", "Sk", "Zs", "Zl", "Zp"})
"""Categories that end a word and say nothing: controls, emoji, broken surrogates, spaces of every width."""


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
        first, last = self.offsets[span.start], self.offsets[span.end - 1]
        return Span(first, last + 1)

    def quote(self, span: Span) -> str:
        """The user's own characters for a span of `text`."""
        return self.raw_span(span).of(self.raw)

    def text_span(self, span: Span) -> Span:
        """Where in `text` the characters of a span of `raw` went: the way back from `raw_span`."""
        before = bisect_right(self.offsets, span.start - 1)
        return Span(before, max(before, bisect_right(self.offsets, span.end - 1)))


@lru_cache(maxsize=1)
def simplified() -> Converter:
    """The converter from traditional to simplified characters, built once, on first use."""
    from opencc import OpenCC

    convert: Converter = OpenCC("t2s").convert
    return convert


def normalise(raw: str, to_simplified: Converter | None = None) -> Normalised:
    """The text in one spelling: NFKC, simplified characters, one kind of dash and space, nothing invisible.

    Line feeds stay; every other blank, control or emoji becomes a space, so that words do not run together. Where
    nearly every character stands apart from the next (在 乡 镇, as some devices send it), the spaces go.

    >>> normalise("３０年").text
    '30年'
    >>> said = normalise("我在鄉鎮幹了⑮年…")
    >>> said.text, said.quote(Span(6, 9))
    ('我在乡镇干了15年,,,', '⑮年')
    """
    pieces = [(one, at) for at, char in enumerate(raw) for one in _one_spelling(char)]
    text = "".join(one for one, _ in pieces)
    if _is_spaced_out(text):
        gaps = {match.start() for match in _APART.finditer(text)}
        pieces = [piece for at, piece in enumerate(pieces) if at not in gaps]
        text = "".join(one for one, _ in pieces)
    text = _PAUSE.sub(lambda dots: "," * len(dots[0]), text)
    return Normalised(raw, _simplify(text, to_simplified or simplified()), tuple(at for _, at in pieces))


def _is_spaced_out(text: str) -> bool:
    """Whether characters stand apart far more often than Han characters touch: spaces between words alone do not."""
    apart = sum(1 for gap in _APART.finditer(text) if not text[gap.start() - 1].isdigit())
    return apart > max(3, 5 * len(_TOUCHING.findall(text)))


@lru_cache(maxsize=8192)
def _one_spelling(char: str) -> str:
    if char.isascii():
        return char if char.isprintable() or char == "\n" else " "
    category = unicodedata.category(char)
    if category in _INVISIBLE:
        return ""
    folded = unicodedata.normalize("NFKC", char).translate(_ONE_SPELLING)
    if category in _BLANK and (folded == char or not folded.strip()):
        return " "
    return folded


def _simplify(text: str, convert: Converter) -> str:
    """Convert phrase by phrase where lengths agree, else character by character, so that offsets stay true."""
    whole = convert(text)
    if len(whole) == len(text):
        return whole
    return "".join(one if len(one := convert(char)) == 1 else char for char in text)
