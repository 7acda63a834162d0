"""Automatic numbers of Word: 第一条 is often not in the text but counted by the program that shows it."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_HAN_FORMATS: Final = ("chineseCounting", "chineseCountingThousand", "japaneseCounting", "ideographDigital")
_DIGITS: Final = "零一二三四五六七八九"


@dataclass(frozen=True, slots=True)
class _Level:
    start: int
    format: str
    text: str


class Numbering:
    """Counts the numbered paragraphs of one document, in its order."""

    def __init__(self, part: Element | None) -> None:
        self._levels: dict[str, dict[int, _Level]] = {}
        self._counts: dict[str, dict[int, int]] = defaultdict(dict)
        if part is None:
            return
        abstract = {entry.get(f"{W}abstractNumId", ""): _levels(entry) for entry in part.iter(f"{W}abstractNum")}
        for entry in part.iter(f"{W}num"):
            reference = entry.find(f"{W}abstractNumId")
            if reference is not None:
                self._levels[entry.get(f"{W}numId", "")] = abstract.get(reference.get(f"{W}val", ""), {})

    def next(self, list_id: str, depth: str) -> str:
        """The number that the next paragraph of this list shows; empty for a bullet or no list."""
        place = int(depth) if depth.isdigit() else 0
        level = self._levels.get(list_id, {}).get(place)
        if level is None or level.format in ("bullet", "none"):
            return ""
        counts = self._counts[list_id]
        counts[place] = counts.get(place, level.start - 1) + 1
        for deeper in [other for other in counts if other > place]:
            del counts[deeper]
        return re.sub(r"%(\d)", lambda found: self._shown(list_id, int(found.group(1)) - 1), level.text) + " "

    def _shown(self, list_id: str, place: int) -> str:
        level = self._levels[list_id].get(place)
        count = self._counts[list_id].get(place, level.start if level else 1)
        return han(count) if level and level.format in _HAN_FORMATS else str(count)


def _levels(entry: Element) -> dict[int, _Level]:
    levels = {}
    for level in entry.iter(f"{W}lvl"):
        values = {name: level.find(f"{W}{name}") for name in ("start", "numFmt", "lvlText")}
        shown = {name: found.get(f"{W}val", "") if found is not None else "" for name, found in values.items()}
        start = int(shown["start"]) if shown["start"].isdigit() else 1
        levels[int(level.get(f"{W}ilvl", "0"))] = _Level(start, shown["numFmt"], shown["lvlText"])
    return levels


def han(number: int) -> str:
    """A number below a thousand in Chinese.

    >>> han(11), han(20), han(103)
    ('十一', '二十', '一百零三')
    """
    hundreds, rest = divmod(number, 100)
    tens, ones = divmod(rest, 10)
    text = f"{_DIGITS[hundreds % 10]}百" if hundreds else ""
    if tens:
        text += ("" if tens == 1 and not hundreds else _DIGITS[tens]) + "十"
    elif hundreds and ones:
        text += "零"
    return text + (_DIGITS[ones] if ones or not number else "")
