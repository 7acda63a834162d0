"""Puts right the names and terms in which one character is another that sounds the same: 味生院, 主治意师."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from assistant.text.similarity import char_key

Words = Callable[[str], list[str]]
"""Cuts a text into words of the dictionary."""


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
        at = 0
        while at + 1 < len(text):
            name = next(self._names_at(text, sounds, at), None)
            if name is not None:
                text = text[:at] + name + text[at + len(name) :]
                at += len(name)
            else:
                at += 1
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


def _longest_first(names: Iterable[str]) -> list[str]:
    return sorted((name for name in names if len(name) > 2), key=lambda name: (-len(name), name))
