"""The marks that open a part of a policy document: 第三章, 第十二条, 四、, （一）, 12., （3）."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final, Literal

from assistant.text.numerals import read_numeral

MarkKind = Literal["book", "chapter", "section", "article", "han", "han_paren", "digit", "digit_paren"]

OUTER_TO_INNER: Final[tuple[MarkKind, ...]] = (
    "book",
    "chapter",
    "section",
    "article",
    "han",
    "han_paren",
    "digit",
    "digit_paren",
)
"""Every kind of mark, from what may hold the others to what may not."""

_HAN = "一二三四五六七八九十百零〇"
_NUMERAL = rf"(?:[{_HAN}]{{1,7}}|\d{{1,4}})"
_PATTERNS: Final[tuple[tuple[MarkKind, re.Pattern[str]], ...]] = (
    ("book", re.compile(rf"第({_NUMERAL})(?:编|部分)(?=[\s:：]|$)")),
    ("chapter", re.compile(rf"第({_NUMERAL})章(?=[\s:：]|[^\s的、，。])")),
    ("section", re.compile(rf"第({_NUMERAL})节(?=[\s:：]|[^\s的、，。])")),
    ("article", re.compile(rf"第({_NUMERAL})条(?:之[{_HAN}])?(?=[\s\u3000（(【〔:：]|$)")),
    ("article", re.compile(rf"第({_NUMERAL})条(?:之[{_HAN}])?(?![的之、，和至款项中第及或与]|规定|所[称列指])")),
    ("han", re.compile(rf"([{_HAN}]{{1,4}})[、．.]")),
    ("han_paren", re.compile(rf"[（(]([{_HAN}]{{1,4}})[）)]")),
    ("digit", re.compile(r"(\d{1,3})[.．、](?!\d)")),
    ("digit_paren", re.compile(r"[（(](\d{1,3})[）)]")),
)


@dataclass(frozen=True, slots=True)
class Mark:
    """A mark as printed, the number it says, and how many characters it takes with the space after it.

    `insert` is true for an article squeezed in between two (第十条之一), whose number is that of the one before.
    """

    kind: MarkKind
    printed: str
    number: int
    length: int
    insert: bool = False


def read_mark(text: str) -> Mark | None:
    """The mark at the very start of `text`, or None.

    >>> read_mark("第二十一条 为了").number
    21
    >>> read_mark("12. 鼓励").printed
    '12.'
    >>> read_mark("第五条规定的情形") is None
    True
    """
    for kind, pattern in _PATTERNS:
        found = pattern.match(text)
        if found:
            rest = text[found.end() :]
            gap = len(rest) - len(rest.lstrip())
            return Mark(
                kind, found.group(), int(read_numeral(found.group(1)) or 0), found.end() + gap, "条之" in found.group()
            )
    return None
