"""Chinese words: jieba's dictionary and cut, with words of our own added.

jieba is the reference. rjieba cuts identically (a test holds it to that, added words included) and is ready in a tenth
of the time, so it stands in wherever it is installed.
"""

from __future__ import annotations

import re
import warnings
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from importlib.util import find_spec
from typing import Final, Protocol

_RUN: Final = re.compile(r"[^\W_]+")
"""Letters, digits and characters without a break: what both libraries cut alike. They differ on hyphens."""


class Cutter(Protocol):
    """What a segmenter needs of either library; both cuts give every character of the text, in order."""

    def cut(self, text: str) -> list[str]:
        """The most likely words of the dictionary."""

    def cut_for_search(self, text: str) -> list[str]:
        """The words, and before each long one the shorter ones within it."""


class Segmenter:
    """Cuts text into words of the dictionary. `words` joins it as whole words; built in about 0.15 s.

    Guessing at words outside the dictionary is switched off: in short questions it makes words of fillers (想招, 老往).
    """

    def __init__(self, words: Iterable[str] = (), cutter: Cutter | None = None) -> None:
        self._cutter = cutter or default_cutter(words)

    def words(self, text: str) -> list[str]:
        """The words of `text` in order, blanks and punctuation left out."""
        return [word for run in _RUN.findall(text) for word in self._cutter.cut(run)]

    def search(self, text: str) -> list[str]:
        """Words for an index: like `words`, with the shorter words inside a long one before it."""
        return [word for run in _RUN.findall(text) for word in self._cutter.cut_for_search(run)]


@dataclass(frozen=True, slots=True)
class _Dictionary:
    """A library's cutter that makes up no words; `cuts` is its `cut`, `searches` its `cut_for_search`."""

    cuts: Callable[[str], Iterable[str]]
    searches: Callable[[str], Iterable[str]]

    def cut(self, text: str) -> list[str]:
        return list(self.cuts(text))

    def cut_for_search(self, text: str) -> list[str]:
        return list(self.searches(text))


def default_cutter(words: Iterable[str] = ()) -> Cutter:
    """The faster of the two libraries that is installed, with `words` added."""
    return fast_cutter(words) if find_spec("rjieba") else reference_cutter(words)


def fast_cutter(words: Iterable[str] = ()) -> Cutter:
    """Cuts with rjieba."""
    from rjieba import Jieba

    cutter = Jieba()
    for word in _proper(words):
        cutter.add_word(word, cutter.suggest_freq(word), None)
    return _Dictionary(lambda text: cutter.cut(text, False), lambda text: cutter.cut_for_search(text, False))


def reference_cutter(words: Iterable[str] = ()) -> Cutter:
    """Cuts with jieba, its dictionary read directly: its cache would lie in a folder that everybody can write to."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import jieba

    tokenizer = jieba.Tokenizer()
    with tokenizer.get_dict_file() as dictionary:
        tokenizer.FREQ, tokenizer.total = tokenizer.gen_pfdict(dictionary)
    tokenizer.initialized = True
    for word in _proper(words):
        tokenizer.add_word(word)
    return _Dictionary(
        lambda text: tokenizer.cut(text, HMM=False), lambda text: tokenizer.cut_for_search(text, HMM=False)
    )


def _proper(words: Iterable[str]) -> list[str]:
    return sorted({word for word in words if len(word) > 1 and word.isalnum()})
