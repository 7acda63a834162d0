"""Puts right the names, terms and numbers in which one character is another that sounds the same: 味生院, 五时六岁."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import Final

from assistant.text.similarity import char_key

Words = Callable[[str], list[str]]
"""Cuts a text into words of the dictionary."""
_TEN: Final = "十"
_ONE: Final = "[一二两三四五六七八九]"
_NUMERALS: Final = "一二两三四五六七八九十"


@dataclass(frozen=True)
class Misheard:
    """`names` of three or more characters; `cut` tells which of what was typed are words in their own right.

    A character of `never` is nothing else misheard (是 for 师), and one of `fixed` in a name must be typed as it is: a
    village is no county. So must a character that makes a word with its neighbours: 卫生员 is not 卫生院.
    """

    names: frozenset[str]
    cut: Words
    never: frozenset[str]
    fixed: frozenset[str]

    def put_right(self, text: str) -> str:
        """The text with such names as they are written; every character keeps its place."""
        sounds = [char_key(char) for char in text]
        end = 0
        for at, pair in enumerate(pairwise(sounds)):
            if at < end or pair not in self._by_sound:
                continue
            name = next(self._names_at(text, sounds, at), None)
            if name is not None:
                end = at + len(name)
                text = text[:at] + name + text[end:]
        return text

    def _names_at(self, text: str, sounds: list[str], at: int) -> Iterator[str]:
        """The names that what is typed from a place on sounds like, the longest first."""
        for name, keys in self._by_sound.get((sounds[at], sounds[at + 1]), ()):
            end = at + len(name)
            typed = text[at:end]
            if typed == name or len(typed) < len(name) or sounds[at:end] != keys:
                if typed == name:
                    return
                continue
            slips = [place for place in range(len(name)) if typed[place] != name[place]]
            if len(slips) == 1 and self._is_slip(text, at + slips[0], name[slips[0]]):
                yield name

    def _is_slip(self, text: str, at: int, meant: str) -> bool:
        if text[at] in self.never or meant in self.fixed:
            return False
        around = text[max(at - 2, 0) : at + 3]
        place = at - max(at - 2, 0)
        for word in self.cut(around):
            if place < len(word):
                return len(word) == 1
            place -= len(word)
        return False

    @cached_property
    def _by_sound(self) -> dict[tuple[str, str], list[tuple[str, list[str]]]]:
        """The names by the sounds of their first two characters, the longest first, with all their sounds."""
        found: dict[tuple[str, str], list[tuple[str, list[str]]]] = {}
        for name in _longest_first(self.names):
            keys = [char_key(char) for char in name]
            found.setdefault((keys[0], keys[1]), []).append((name, keys))
        return found


@dataclass(frozen=True)
class MisheardNumbers:
    """Numbers in Chinese characters up to ninety-nine, in front of a unit, of which one character is misheard.

    `digits` are the characters by what each of them is heard as (无: 五, 时: 十). A number counts in front of `units`,
    and where `ends` go on behind these; `slips` are units misheard, behind a number that is right (十七念). What ends a
    word of `whole` (一块儿 | 十一年, 服务期 | 十年) is heard rightly.
    """

    digits: Mapping[str, str]
    slips: Mapping[str, str]
    units: Sequence[str]
    ends: Sequence[str]
    whole: tuple[str, ...]

    def put_right(self, text: str, bare: bool = False) -> str:
        """The text with such numbers as they are meant; every character keeps its place.

        Where a number is asked for, one may stand `bare`: 五时六.
        """
        for pattern in (*self._patterns, *((self._alone,) if bare else ())):
            for match in pattern.finditer(text):
                at, heard = match.start("heard"), match["heard"]
                if text.endswith(self.whole, 0, at + 1):
                    continue
                meant = self.slips.get(heard) or self.digits[heard]
                text = text[:at] + meant + text[at + 1 :]
        return text

    @cached_property
    def _alone(self) -> re.Pattern[str]:
        tens = "".join(heard for heard, meant in self.digits.items() if meant == _TEN)
        return re.compile(f"(?<=^[二三四五六七八九])(?P<heard>[{tens}])(?={_ONE}(?:\\W|了|$))")

    @cached_property
    def _patterns(self) -> tuple[re.Pattern[str], ...]:
        end = f"(?={'|'.join(map(re.escape, self.ends))}|[^\\w]|$)"
        unit = f"(?:{'|'.join(map(re.escape, self.units))}){end}"
        tens = "".join(heard for heard, meant in self.digits.items() if meant == _TEN)
        ones = "".join(heard for heard, meant in self.digits.items() if meant != _TEN)
        shapes = (
            f"(?<![{_NUMERALS}])(?P<heard>[{ones}])(?={_TEN}{_ONE}?{unit})",  # 无十六岁
            f"(?<=[二三四五六七八九])(?P<heard>[{tens}])(?={_ONE}?{unit})",  # 五时六岁
            f"(?<={_TEN})(?P<heard>[{ones}])(?={unit})",  # 五十无岁
            f"(?<=[{_NUMERALS}\\d])(?P<heard>[{''.join(self.slips)}]){end}",  # 十七念
        )
        return tuple(map(re.compile, shapes))


def _longest_first(names: Iterable[str]) -> list[str]:
    return sorted((name for name in names if len(name) > 2), key=lambda name: (-len(name), name))
