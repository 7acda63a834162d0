"""From an outline to the clauses of a document: numbers, labels, titles, text with its offsets."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from assistant.domain.document import Clause, ClauseId, Span
from assistant.knowledge.parsing.lines import Paragraph
from assistant.knowledge.parsing.marks import read_mark
from assistant.knowledge.parsing.structure import Outline, Part

_LONGEST_TITLE: Final = 30
_BRACKETED: Final = re.compile(r"[（(【〔]([^）)】〕]{2,30})[）)】〕]")


def read_clauses(document: str, outline: Outline) -> tuple[Clause, ...]:
    """Every clause in order. Numbers are as printed where they are unique, else a running ordinal."""
    parts = outline.of("clause")
    printed = uses_printed_numbers(parts)
    clauses = []
    for ordinal, part in enumerate(parts, 1):
        number = part.mark.number if printed and part.mark else ordinal
        clauses.append(_clause(ClauseId(document, number), part, _label(part, ordinal, printed)))
    return tuple(clauses)


def uses_printed_numbers(parts: Sequence[Part]) -> bool:
    """Whether each clause has a printed number of its own."""
    marks = [part.mark for part in parts if part.mark and not part.mark.insert]
    return len(marks) == len(parts) == len({mark.number for mark in marks}) and len({mark.kind for mark in marks}) <= 1


def _clause(id_: ClauseId, part: Part, label: str) -> Clause:
    text, offsets, paragraphs = _join(part.paragraphs)
    return Clause(id_, label, _title(part, text), text, tuple(map(_squeeze, part.path)), offsets, paragraphs)


def _join(paragraphs: Sequence[Paragraph]) -> tuple[str, tuple[int, ...], tuple[Span, ...]]:
    text = ""
    offsets: list[int] = []
    spans: list[Span] = []
    for paragraph in paragraphs:
        if text:
            text += "\n"
            offsets.append(offsets[-1] + 1)
        spans.append(Span(len(text), len(text) + len(paragraph.text)))
        text += paragraph.text
        offsets.extend(paragraph.offsets)
    return text, tuple(offsets), tuple(spans)


def _label(part: Part, ordinal: int, printed: bool) -> str:
    if part.mark and part.mark.kind == "article":
        return part.mark.printed
    if part.mark and printed and part.mark.kind == "digit":
        return f"第{part.mark.number}条"
    above = [mark.printed for mark in map(read_mark, part.path) if mark]
    own = part.mark.printed.rstrip("、.．") if part.mark else f"第{ordinal}段"
    return "".join([*above[-1:], own])


def _title(part: Part, text: str) -> str:
    """The heading sentence or a bracketed heading of the clause, else the nearest heading above it."""
    bracketed = _BRACKETED.match(text)
    if bracketed and part.mark and part.mark.kind == "article":
        return bracketed.group(1)
    sentence, stop, rest = text.partition("。")
    if stop and rest.strip() and len(sentence) <= _LONGEST_TITLE and not re.search(r"[，,；\n]", sentence):
        return sentence
    first = part.paragraphs[0].text if part.paragraphs else ""
    if len(part.paragraphs) > 1 and len(first) <= _LONGEST_TITLE and not re.search(r"[，,；。：]", first):
        return first
    return _squeeze(_without_mark(part.path[-1])) if part.path else sentence[:_LONGEST_TITLE]


def _without_mark(heading: str) -> str:
    mark = read_mark(heading)
    return heading[mark.length :] if mark else heading


def _squeeze(heading: str) -> str:
    return re.sub(r"(?<=[\u4e00-\u9fff])\s(?=[\u4e00-\u9fff](?:\s|$))", "", heading.strip())
