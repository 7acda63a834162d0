"""From paragraphs to the parts of a document: head, headings, clauses, signature.

Which marks number the clauses is found from the document itself. 第X条 does wherever it occurs; otherwise the outermost
numbering whose members hold text of their own does (一、 above 1. where 一、 only heads), and a document without any
numbering has its paragraphs as clauses. Marks inside a clause are its items.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final, Literal

from assistant.knowledge.parsing.lines import Paragraph, read_paragraphs
from assistant.knowledge.parsing.marks import OUTER_TO_INNER, Mark, MarkKind, read_mark

PartKind = Literal["head", "contents", "preamble", "heading", "clause", "signature"]

_ENDS_SENTENCE: Final = re.compile(r"[。；：！？;:!?][”’）)》」]?$")
_LONG: Final = 45
_CONTENTS: Final = re.compile(r"目\s*录|目\s*次")
_SIGNATURE: Final = re.compile(
    r"附\s*[件表录][:：\d一二三四五六七八九十\s]*.*|.*\d{4}年\d{1,2}月\d{1,2}日|[（(].{2,30}[）)]"
)
_ALWAYS_HEADING: Final[frozenset[MarkKind]] = frozenset({"book", "chapter", "section"})
_NUMBERINGS: Final[tuple[MarkKind, ...]] = ("han", "han_paren", "digit")


@dataclass(slots=True)
class Part:
    """One part in the order of the document. `mark` is taken off the first of `paragraphs`, and kept with its place.

    `path` holds the headings above, outermost first, each with its mark. `level` orders headings, 0 outermost.
    """

    kind: PartKind
    paragraphs: list[Paragraph]
    mark: Mark | None = None
    mark_offsets: tuple[int, ...] = ()
    path: tuple[str, ...] = ()
    level: int = 0

    @property
    def text(self) -> str:
        """The paragraphs, a line each, without the mark."""
        return "\n".join(paragraph.text for paragraph in self.paragraphs)


@dataclass(slots=True)
class Outline:
    """All parts of a document in order, and the kind of mark that numbers its clauses (None: unnumbered)."""

    parts: list[Part] = field(default_factory=list)
    numbering: MarkKind | None = None

    def of(self, kind: PartKind) -> tuple[Part, ...]:
        """The parts of one kind, in order."""
        return tuple(part for part in self.parts if part.kind == kind)


def outline(source: str) -> Outline:
    """The parts of a document, every character of which but layout stands in exactly one part."""
    paragraphs = read_paragraphs(source)
    marked = tuple((paragraph, read_mark(paragraph.text)) for paragraph in paragraphs)
    numbering = _numbering(marked)
    start = _body_start(marked, numbering)
    result = Outline(list(_head(paragraphs[:start])), numbering)
    result.parts.extend(_Body(numbering).read(marked[start:]))
    _split_signature(result)
    return result


def _numbering(marked: Sequence[tuple[Paragraph, Mark | None]]) -> MarkKind | None:
    kinds = [mark.kind for _, mark in marked if mark]
    if "article" in kinds:
        return "article"
    for kind in _NUMBERINGS:
        members = [paragraph for paragraph, mark in marked if mark and mark.kind == kind]
        if members and sum(map(_holds_text, members)) * 2 > len(members):
            return kind
    return None


def _holds_text(paragraph: Paragraph) -> bool:
    return bool(_ENDS_SENTENCE.search(paragraph.text)) or len(paragraph.text) > _LONG


def _is_heading(paragraph: Paragraph, mark: Mark | None, numbering: MarkKind | None) -> bool:
    if mark is None:
        return paragraph.level > 1
    if mark.kind == numbering:
        return False
    if paragraph.level or mark.kind in _ALWAYS_HEADING:
        return True
    outer = numbering is None or OUTER_TO_INNER.index(mark.kind) < OUTER_TO_INNER.index(numbering)
    return outer and mark.kind in _NUMBERINGS and not _holds_text(paragraph)


def _body_start(marked: Sequence[tuple[Paragraph, Mark | None]], numbering: MarkKind | None) -> int:
    """Where the head ends: the first heading or clause that is not a line of a table of contents."""
    first = next(
        (
            place
            for place, (paragraph, mark) in enumerate(marked)
            if (mark and mark.kind == numbering) or _is_heading(paragraph, mark, numbering)
        ),
        None,
    )
    if first is None:
        return _unnumbered_start(marked)
    if any(_CONTENTS.fullmatch(paragraph.text) for paragraph, _ in marked[:first]):
        return _after_contents(marked, first)
    return first


def _after_contents(marked: Sequence[tuple[Paragraph, Mark | None]], first: int) -> int:
    opening = _squeeze(marked[first][0].text)
    again = (place for place in range(first + 1, len(marked)) if _squeeze(marked[place][0].text) == opening)
    return next(again, first)


def _unnumbered_start(marked: Sequence[tuple[Paragraph, Mark | None]]) -> int:
    """Without numbering the body opens after the sentence that ends in a colon, else with the first full sentence."""
    full = [place for place, (paragraph, _) in enumerate(marked) if _ENDS_SENTENCE.search(paragraph.text)]
    opening = next((place for place in full[:3] if marked[place][0].text[-1] in "：:"), None)
    if opening is not None and opening + 1 < len(marked):
        return opening + 1
    return full[0] if full else len(marked)


def _head(paragraphs: Sequence[Paragraph]) -> Iterator[Part]:
    contents = False
    for paragraph in paragraphs:
        contents = contents or bool(_CONTENTS.fullmatch(paragraph.text))
        prose = bool(_ENDS_SENTENCE.search(paragraph.text)) and len(paragraph.text) > 15 and "\t" not in paragraph.text
        kind: PartKind = "contents" if contents else "preamble" if prose else "head"
        yield Part(kind, [paragraph])


class _Body:
    """Reads headings and clauses in one pass, keeping the headings that are open."""

    def __init__(self, numbering: MarkKind | None) -> None:
        self.numbering = numbering
        self.open: list[tuple[int, str]] = []
        self.clause: Part | None = None

    def read(self, marked: Sequence[tuple[Paragraph, Mark | None]]) -> list[Part]:
        parts: list[Part] = []
        for paragraph, mark in marked:
            if _is_heading(paragraph, mark, self.numbering):
                parts.append(self._heading(paragraph, mark))
            elif self._opens_clause(mark):
                parts.append(self._begin(paragraph, mark))
            elif self.clause is not None:
                self.clause.paragraphs.append(paragraph)
        return parts

    def _heading(self, paragraph: Paragraph, mark: Mark | None) -> Part:
        level = OUTER_TO_INNER.index(mark.kind) if mark else paragraph.level - 2 + len(OUTER_TO_INNER)
        while self.open and self.open[-1][0] >= level:
            self.open.pop()
        part = _part("heading", paragraph, mark, tuple(title for _, title in self.open))
        part.level = len(self.open)
        self.open.append((level, paragraph.text))
        self.clause = None
        return part

    def _opens_clause(self, mark: Mark | None) -> bool:
        if self.clause is None or self.numbering is None or mark is None:
            return self.clause is None or self.numbering is None
        if self.numbering == "article":
            return mark.kind == "article"
        return OUTER_TO_INNER.index(mark.kind) <= OUTER_TO_INNER.index(self.numbering)

    def _begin(self, paragraph: Paragraph, mark: Mark | None) -> Part:
        """A new clause; one whose mark is of the headings' own kind (三、 after 二、) stands beside them, not below."""
        while self.open and mark and mark.kind in _NUMBERINGS and self.open[-1][0] >= OUTER_TO_INNER.index(mark.kind):
            self.open.pop()
        self.clause = _part("clause", paragraph, mark, tuple(title for _, title in self.open))
        return self.clause


def _part(kind: PartKind, paragraph: Paragraph, mark: Mark | None, path: tuple[str, ...]) -> Part:
    if mark is None:
        return Part(kind, [paragraph], path=path)
    rest = paragraph.tail(mark.length)
    return Part(kind, [rest] if rest.text else [], mark, paragraph.offsets[: len(mark.printed)], path)


def _split_signature(result: Outline) -> None:
    """Take the issuer's name, the date and the list of annexes off the last clause."""
    if not result.parts or result.parts[-1].kind != "clause":
        return
    paragraphs = result.parts[-1].paragraphs
    end = len(paragraphs)
    while end > 1 and not _holds_text(paragraphs[end - 1]) and "\t" not in paragraphs[end - 1].text:
        end -= 1
    signature = paragraphs[end:]
    if any(_SIGNATURE.fullmatch(paragraph.text) for paragraph in signature):
        del paragraphs[end:]
        result.parts.append(Part("signature", signature))


def _squeeze(text: str) -> str:
    return re.sub(r"\s", "", text)
