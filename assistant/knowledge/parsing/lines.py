"""From source text to paragraphs: layout dropped, torn lines joined, every character's place kept."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from assistant.knowledge.parsing.marks import read_mark

_PAGE_NUMBER: Final = re.compile(r"[-—–－_]\s*\d{1,4}\s*[-—–－_]|第\s*\d{1,4}\s*页(?:\s*共\s*\d{1,4}\s*页)?")
_COMMENT: Final = re.compile(r"<!--.*?-->")
_DATE: Final = re.compile(r"\d{4}\s*年")
_FINISHED: Final = "。！？；：…”’）)】〕》」』|!?;:"
_NEVER_FIRST: Final = "。，、；：！？）”’》】〕,;:!?)"
_PROSE: Final = re.compile(r"[，,。；;]")
_LONGEST: Final = 10_000
"""No paragraph is longer; a text without a full stop is no paragraph, and is not joined for ever."""
_INVISIBLE: Final = " \t\u3000\xa0\ufeff\u200b\r\f\v"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph; `offsets[i]` is the place in the source of `text[i]`.

    `level` is the number of `#` that marked it as a heading, 0 for none. `torn` says that it was joined.
    """

    text: str
    offsets: tuple[int, ...]
    level: int = 0
    torn: bool = False

    def tail(self, start: int) -> Paragraph:
        """What follows the first `start` characters."""
        return Paragraph(self.text[start:], self.offsets[start:], self.level, self.torn)

    def head(self, end: int) -> Paragraph:
        """The first `end` characters."""
        return Paragraph(self.text[:end], self.offsets[:end], self.level, self.torn)


def read_paragraphs(source: str) -> tuple[Paragraph, ...]:
    """The paragraphs of a document, in order; blank lines, page numbers, comments and `#` are layout."""
    joined: list[Paragraph] = []
    for paragraph in _lines(source):
        if joined and is_torn(joined[-1], paragraph):
            before = joined.pop()
            paragraph = Paragraph(
                before.text + paragraph.text, before.offsets + paragraph.offsets, before.level, torn=True
            )
        joined.append(paragraph)
    return tuple(joined)


def is_torn(before: Paragraph, after: Paragraph) -> bool:
    """Whether a page or line break of the publication cut one paragraph into these two."""
    if before.level or after.level or _is_row(before.text) or _is_row(after.text):
        return False
    if len(before.text) > _LONGEST:
        return False
    if after.text[0] in _NEVER_FIRST:
        return True
    if before.text[-1] in _FINISHED or read_mark(after.text) or _DATE.match(before.text):
        return False
    mark = read_mark(before.text)
    if mark and mark.kind in ("book", "chapter", "section", "han") and not _PROSE.search(before.text):
        return False
    return bool(_PROSE.search(before.text))


def _lines(source: str) -> Iterator[Paragraph]:
    masked = _COMMENT.sub(lambda found: " " * len(found.group()), source)
    start = 0
    for line in masked.split("\n"):
        left = len(line) - len(line.lstrip(_INVISIBLE))
        text = line.strip(_INVISIBLE)
        hashes = re.match(r"#{1,6}[ \u3000]+", text)
        level = len(hashes.group().strip()) if hashes else 0
        if hashes:
            text, left = text[hashes.end() :], left + hashes.end()
        if text and not _PAGE_NUMBER.fullmatch(text):
            yield Paragraph(text, tuple(range(start + left, start + left + len(text))), level)
        start += len(line) + 1


def _is_row(text: str) -> bool:
    return "\t" in text or " | " in text
