"""What was recognised in a document, shown as a tree, with warnings about its numbering and its head."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from assistant.domain.document import Document
from assistant.knowledge.parsing.clauses import uses_printed_numbers
from assistant.knowledge.parsing.structure import Outline, Part

_SHOWN: Final = 28
_VERY_LONG: Final = 3000
_STATUS: Final = {"in_force": "现行", "trial": "试行", "repealed": "废止"}


@dataclass(frozen=True, slots=True)
class Recognised:
    """A document as it would be added: its text, its parts, and what a person should look at."""

    document: Document
    source: str
    outline: Outline
    warnings: tuple[str, ...]


def warnings_of(document: Document, parts: Outline) -> tuple[str, ...]:
    """Everything doubtful, a sentence each: gaps and repeats in the numbering, fields of the head not found."""
    return (*_numbering(parts), *_head(document), *_body(document, parts))


def _numbering(parts: Outline) -> Iterator[str]:
    clauses = [part for part in parts.of("clause") if part.mark]
    if parts.numbering is None:
        yield "没有认出条款编号，每一段算一条。"
        return
    if not uses_printed_numbers(parts.of("clause")):
        seen = Counter((part.mark.kind, part.mark.number) for part in clauses if part.mark)
        repeats = sorted({number for (_, number), count in seen.items() if count > 1})
        unnumbered = sum(part.mark is None for part in parts.of("clause"))
        if repeats:
            shown = "、".join(map(str, repeats[:5])) + ("……" if len(repeats) > 5 else "")
            yield f"编号重复或重新起头（{shown}），各条改按顺序编号，原编号保留在名称里。"
        elif unnumbered:
            yield f"有 {unnumbered} 段没有编号，各条改按顺序编号。"
        else:
            yield "条款的编号有几种写法，各条改按顺序编号，原编号保留在名称里。"
        yield from _gaps_within(clauses)
        return
    yield from _gaps(clauses)


def _gaps(clauses: Sequence[Part]) -> Iterator[str]:
    if clauses and _number(clauses[0]) != 1:
        yield f"编号不是从 1 开始：第一个是“{_printed(clauses[0])}”。"
    for before, after in pairwise(clauses):
        if _number(after) > _number(before) + 1:
            missing = range(_number(before) + 1, _number(after))
            shown = "、".join(map(str, missing[:5])) + ("……" if len(missing) > 5 else "")
            yield f"“{_printed(before)}”之后是“{_printed(after)}”，缺 {shown}。"
        elif _number(after) < _number(before):
            yield f"“{_printed(before)}”之后是“{_printed(after)}”，编号倒退。"


def _gaps_within(clauses: Sequence[Part]) -> Iterator[str]:
    """Gaps where numbers start again under each heading: within one heading only."""
    for before, after in pairwise(clauses):
        same = before.path == after.path and before.mark and after.mark and before.mark.kind == after.mark.kind
        if same and _number(after) > _number(before) + 1:
            yield f"“{'/'.join(after.path)}”下，“{_printed(before)}”之后是“{_printed(after)}”，中间有缺。"


def _head(document: Document) -> Iterator[str]:
    names = {"title": "标题", "number": "文号", "issuer": "发文机关", "issued": "成文日期"}
    missing = [name for key, name in names.items() if not getattr(document, key)]
    if missing:
        yield f"没有认出{'、'.join(missing)}，请在 document.yaml 里补上。"
    if document.status == "repealed":
        yield "文中写明已经废止或失效，检索时会标明。"


def _body(document: Document, parts: Outline) -> Iterator[str]:
    if any(" | " in clause.text for clause in document.clauses):
        yield "有表格，按行保留为文字，请核对。"
    long = [clause.label for clause in document.clauses if len(clause.text) > _VERY_LONG]
    if long:
        yield f"{'、'.join(long[:3])}超过 {_VERY_LONG} 字，可能有编号没有认出。"
    torn = sum(paragraph.torn for part in parts.parts for paragraph in part.paragraphs)
    if torn:
        yield f"有 {torn} 段被分页或换行切断，已接上，请核对。"


def format_tree(recognised: Recognised) -> str:
    """The document as recognised, for a person to check: head, headings, the beginning of each clause, warnings."""
    document = recognised.document
    dates = "至".join(str(day) for day in (document.in_force_from, document.in_force_until) if day)
    lines = [
        f"标题：{document.title or '（未认出）'}",
        f"文号：{document.number or '（未认出）'}　发文机关：{document.issuer or '（未认出）'}",
        f"成文：{document.issued or '（未认出）'}　效力：{_STATUS[document.status]}{'，' + dates if dates else ''}",
        f"条款：{len(document.clauses)} 条，{len(document.preamble)} 字的引言",
        *_branches(document),
        *(f"注意：{warning}" for warning in recognised.warnings),
    ]
    return "\n".join(lines)


def _branches(document: Document) -> Iterator[str]:
    shown: tuple[str, ...] = ()
    for clause in document.clauses:
        for depth, heading in enumerate(clause.path):
            if clause.path[: depth + 1] != shown[: depth + 1]:
                yield f"{'　' * depth}├ {heading}"
        shown = clause.path
        beginning = clause.text.split("\n")[0]
        cut = beginning if len(beginning) <= _SHOWN else beginning[:_SHOWN] + "…"
        more = f"（{len(clause.paragraphs)} 段）" if len(clause.paragraphs) > 1 else ""
        yield f"{'　' * len(clause.path)}├ {clause.label}　{cut}{more}"


def _number(part: Part) -> int:
    return part.mark.number if part.mark else 0


def _printed(part: Part) -> str:
    return part.mark.printed if part.mark else ""
