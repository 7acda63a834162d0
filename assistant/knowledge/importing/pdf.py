"""PDF to text, where it has a text layer: running heads and page numbers dropped, wrapped lines joined."""

from __future__ import annotations

import io
import re
from collections import Counter
from collections.abc import Sequence
from typing import Final

from assistant.errors import DocumentError
from assistant.knowledge.parsing.marks import read_mark

_MOST_PAGES: Final = 500
_LEAST_CHARACTERS: Final = 10
_FULL_LINE: Final = 0.86
"""A line this long, measured by the page's longest, was broken by the margin and not by its author."""
_ENDS: Final = "。；：！？;:!?"
_PAGE_NUMBER: Final = re.compile(r"[-—–\s]*(?:第\s*)?\d{1,4}(?:\s*页)?(?:\s*[/／共]\s*\d{1,4}\s*页?)?[-—–\s]*")


def read_pdf(data: bytes, where: str) -> str:
    """The text of a PDF, a paragraph a line, blank lines between."""
    from pypdf import PdfReader
    from pypdf.errors import PdfReadError, PyPdfError

    try:
        reader = PdfReader(io.BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            raise DocumentError(where, "这个 PDF 加了密码，请先去掉密码。")
        if len(reader.pages) > _MOST_PAGES:
            raise DocumentError(where, f"这个 PDF 有 {len(reader.pages)} 页，超过 {_MOST_PAGES} 页的上限。")
        pages = [page.extract_text().split("\n") for page in reader.pages]
    except DocumentError:
        raise
    except (PdfReadError, PyPdfError, ValueError, KeyError, TypeError, RecursionError, OSError) as error:
        raise DocumentError(where, "无法打开这个 PDF：文件已损坏。") from error
    if sum(len(line.strip()) for page in pages for line in page) < _LEAST_CHARACTERS * max(len(pages), 1):
        raise DocumentError(where, "这个 PDF 没有文字层，像是扫描件。请先做文字识别，或找文字版。")
    return "\n\n".join(_joined(_without_running_heads(pages))) + "\n"


def _without_running_heads(pages: Sequence[Sequence[str]]) -> list[str]:
    """All lines but page numbers at the edges and lines that stand at the edge of most pages."""
    trimmed = [[line.strip() for line in page if line.strip()] for page in pages]
    edges = Counter(line for page in trimmed for line in {*page[:1], *page[-1:]})
    running = {line for line, count in edges.items() if len(trimmed) > 2 and count * 2 > len(trimmed)}
    kept: list[str] = []
    for page in trimmed:
        last = len(page) - 1
        for place, line in enumerate(page):
            at_edge = place in (0, last)
            if not (at_edge and (line in running or _PAGE_NUMBER.fullmatch(line))):
                kept.append(line)
    return kept


def _joined(lines: Sequence[str]) -> list[str]:
    width = max((len(line) for line in lines), default=0)
    paragraphs: list[str] = []
    open_ = False
    for line in lines:
        if open_ and not read_mark(line):
            paragraphs[-1] += line
        else:
            paragraphs.append(line)
        open_ = len(line) >= _FULL_LINE * width and line[-1] not in _ENDS
    return paragraphs
