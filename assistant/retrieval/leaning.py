"""Whether a question sounds like those that the corpus does not answer: learned from examples of both."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Iterable
from itertools import pairwise
from typing import Final

from assistant.retrieval.index import grams
from assistant.text.normalise import normalise

_UNSEEN: Final = 0.25
"""What a piece counts that no example has, in as many examples of either kind."""
_TELLING: Final = 1.0
"""From this log ratio on a piece speaks against an answer."""
_SHOWN: Final = 3


class Leaning:
    """Weighs the pieces of a question by how much oftener `declined` examples have them than `answered` ones.

    Pieces are two or three neighbouring characters. Those of the `written` texts, the corpus's own, tell nothing:
    people use them whatever they ask. So does a piece that no example has.
    """

    def __init__(
        self, answered: Iterable[str], declined: Iterable[str], written: Callable[[], Iterable[str]] = tuple
    ) -> None:
        examples = tuple(declined)
        self._neutral = frozenset(piece for text in written() for piece in _pieces(text)) if examples else frozenset()
        self._yes, yes = _counted(answered if examples else ())
        self._no, no = _counted(examples)
        self._share = no / max(yes + no, 1)

    @property
    def taught(self) -> bool:
        """Whether there are examples of what is declined."""
        return bool(self._no)

    def of(self, text: str) -> float:
        """Above 0 where `text` (normalised) sounds like what is not answered; 0 where there are no examples of that."""
        weighed = self._weighed(text)
        return sum(weighed.values()) / math.sqrt(len(weighed)) if weighed else 0.0

    def telling(self, text: str) -> tuple[str, ...]:
        """The pieces that speak most against an answer, at most three."""
        weighed = self._weighed(text)
        most = sorted(weighed, key=lambda piece: (-weighed[piece], piece))
        return tuple(piece for piece in most[:_SHOWN] if weighed[piece] >= _TELLING)

    def _weighed(self, text: str) -> dict[str, float]:
        if not self._no:
            return {}
        return {piece: self._against(piece) for piece in _pieces(text) if piece not in self._neutral}

    def _against(self, piece: str) -> float:
        """The log of how much oftener a declined example has it than an answered one; 0 where neither has."""
        no = (self._no[piece] + 2 * _UNSEEN * self._share) / self._share
        yes = (self._yes[piece] + 2 * _UNSEEN * (1 - self._share)) / (1 - self._share)
        return math.log(no / yes)


def _pieces(text: str) -> list[str]:
    """Two or three Chinese characters that stand together, each once."""
    pairs = grams(text)
    threes = [a + b[1] for a, b in pairwise(pairs) if a[1] == b[0] and a + b[1] in text]
    return list(dict.fromkeys([*pairs, *threes]))


def _counted(texts: Iterable[str]) -> tuple[Counter[str], int]:
    """In how many of the texts each piece is, and how many there are."""
    each = [_pieces(normalise(text).text.lower()) for text in texts]
    return Counter(piece for pieces in each for piece in pieces), len(each)
