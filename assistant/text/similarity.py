"""Terms that sound or look alike: folded pinyin keys and the nearest entry of a vocabulary.

Similarity is `fuzz.ratio`'s kin, never one of the partial scorers: they reward any shared substring, and among Chinese
terms every second one shares 职称 or 保险.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain
from typing import Final

_FOLDS: Final = (("zh", "z"), ("ch", "c"), ("sh", "s"), ("ang", "an"), ("eng", "en"), ("ing", "in"))
_SHORTEST_SHUFFLE: Final = 3
_SHORTEST_SLIP: Final = 4
_INITIALS: Final = {"n": "l", "r": "l"}


@dataclass(frozen=True, slots=True)
class Match:
    """A vocabulary term and how near it is, 1.0 for one that sounds the same."""

    term: str
    similarity: float


@lru_cache(maxsize=8192)
def syllable_key(syllable: str) -> str:
    """A toneless syllable with the sounds that people mix folded into one: zh and z, n and l, eng and en.

    >>> syllable_key("zheng"), syllable_key("leng")
    ('zen', 'len')
    """
    for written, folded in _FOLDS:
        if syllable.startswith(written):
            syllable = folded + syllable[len(written) :]
        elif syllable.endswith(written):
            syllable = syllable[: -len(written)] + folded
    return _INITIALS.get(syllable[0], syllable[0]) + syllable[1:] if syllable else ""


@lru_cache(maxsize=8192)
def char_key(char: str) -> str:
    """The folded sound of one character; what is not Chinese stands for itself, in lower case."""
    from pypinyin import Style, lazy_pinyin

    return (
        syllable_key("".join(lazy_pinyin(char, style=Style.NORMAL))) if "\u4e00" <= char <= "\u9fff" else char.lower()
    )


@lru_cache(maxsize=8192)
def sounds_alike(one: str, other: str) -> bool:
    """Whether two characters can be read alike, in any of their readings.

    >>> sounds_alike("调", "条"), sounds_alike("调", "聘")
    (True, False)
    """
    from pypinyin import Style, pinyin

    readings = [
        {syllable_key(reading) for reading in pinyin(char, style=Style.NORMAL, heteronym=True)[0]}
        for char in (one, other)
    ]
    return bool(readings[0] & readings[1])


def pinyin_key(term: str) -> str:
    """The folded sounds of a term, a space between syllables.

    >>> pinyin_key("评审") == pinyin_key("屏审") == pinyin_key("平神")
    True
    """
    return " ".join(map(char_key, term))


class SoundIndex:
    """Finds terms of a vocabulary by sound, then by spelling, in the vocabulary's order.

    Terms of one character are left out. A slip of one character (wrong, missing, one too many, two swapped) in a term
    of four or more is found through the term without that character, so that a large vocabulary costs no more.
    """

    def __init__(self, terms: Iterable[str]) -> None:
        terms = tuple(terms)
        self.terms = frozenset(term for term in terms if len(term) > 1)
        self._by_key: dict[str, list[str]] = defaultdict(list)
        self._by_letters: dict[str, list[str]] = defaultdict(list)
        self._by_characters: dict[str, list[str]] = defaultdict(list)
        self._shortened: dict[str, list[str]] = defaultdict(list)
        for term in dict.fromkeys(term for term in terms if len(term) > 1):
            key = pinyin_key(term)
            self._by_key[key].append(term)
            self._by_letters[key.replace(" ", "")].append(term)
            if len(term) >= _SHORTEST_SHUFFLE:
                self._by_characters["".join(sorted(term))].append(term)
            for short in _shortened(term) if len(term) >= _SHORTEST_SLIP else ():
                self._shortened[short].append(term)

    def alike(self, term: str, key: str = "") -> tuple[str, ...]:
        """Terms that sound like `term` and are written otherwise; `key` is its pinyin key, where known."""
        return tuple(other for other in self._by_key.get(key or pinyin_key(term), ()) if other != term)

    def spelt(self, letters: str) -> tuple[str, ...]:
        """Terms whose folded sound is `letters` (pinyin already folded, without blanks)."""
        return tuple(self._by_letters.get(letters, ()))

    def shuffled(self, term: str) -> tuple[str, ...]:
        """Terms of three or more characters with the same characters in another order."""
        if len(term) < _SHORTEST_SHUFFLE:
            return ()
        return tuple(other for other in self._by_characters.get("".join(sorted(term)), ()) if other != term)

    def slip(self, term: str) -> Match | None:
        """The most similar vocabulary term that is one slip away from `term`, or None."""
        found = [self._shortened[short] for short in _shortened(term) if short in self._shortened]
        near = dict.fromkeys(chain.from_iterable(found))
        return nearest(term, [other for other in near if other != term], cutoff=0.6) if near else None


def _shortened(term: str) -> list[str]:
    """The term itself and without each one of its characters, in that order."""
    return list(dict.fromkeys([term, *[term[:place] + term[place + 1 :] for place in range(len(term))]]))


def nearest(term: str, vocabulary: Sequence[str], cutoff: float = 0.7) -> Match | None:
    """The entry with the smallest normalised edit distance to `term`, similarity at least `cutoff`, or None.

    >>> nearest("岗位结构比列", ["岗位结构比例", "岗位延聘"]).term
    '岗位结构比例'
    """
    from rapidfuzz import process
    from rapidfuzz.distance import Levenshtein

    found = process.extractOne(
        term, vocabulary, scorer=Levenshtein.normalized_similarity, processor=None, score_cutoff=cutoff
    )
    return Match(found[0], found[1]) if found else None
