"""Web pages to text: the document's own part of the page, headings marked, tables as rows."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final

from assistant.knowledge.importing.decoding import decode
from assistant.knowledge.parsing.marks import read_mark

if TYPE_CHECKING:
    from bs4 import Tag

_DROPPED: Final = (
    "script",
    "style",
    "noscript",
    "template",
    "nav",
    "footer",
    "form",
    "button",
    "iframe",
    "svg",
    "aside",
)
_FURNITURE: Final = re.compile(
    r"\b(?:nav|menu|footer|header|breadcrumb|crumbs?|share|sidebar|copyright|toolbar|search|pagination|related)\b", re.I
)
_BLOCKS: Final = (
    *("address", "article", "blockquote", "body", "center", "dd", "div", "dl", "dt", "fieldset", "figure", "h1", "h2"),
    *("h3", "h4", "h5", "h6", "hr", "li", "main", "ol", "p", "pre", "section", "table", "tbody", "td", "tfoot", "th"),
    *("thead", "tr", "ul"),
)
_CHARSET: Final = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([\w-]{2,20})", re.I)
_FIELD: Final = re.compile(r"\S{2,8}[:：]")
_LEAST_MARKS: Final = 2


def read_html(data: bytes, where: str) -> str:
    """The text of a page, a paragraph a line, blank lines between."""
    from bs4 import BeautifulSoup

    soup = BeautifulSoup(_page(data, where), "html.parser")
    for tag in soup.find_all(_DROPPED):
        tag.decompose()
    for tag in [tag for tag in soup.find_all(True) if _is_furniture(tag)]:
        if not tag.decomposed:
            tag.decompose()
    body = soup.body or soup
    lines = list(_lines(body))
    main = _main(body)
    if main is not None and main is not body:
        lines = _head(lines, main) + list(_lines(main))
    return "\n\n".join(line for line in lines if line.strip()) + "\n"


def _page(data: bytes, where: str) -> str:
    declared = _CHARSET.search(data[:4096])
    if declared:
        name = declared.group(1).decode("ascii").lower()
        try:
            return data.decode("gb18030" if name.startswith("gb") else name)
        except (UnicodeDecodeError, LookupError):
            pass
    return decode(data, where)


def _is_furniture(tag: Tag) -> bool:
    names = " ".join([*(tag.get("class") or ()), str(tag.get("id") or "")])
    return bool(names and _FURNITURE.search(names)) and tag.name not in ("body", "html", "main", "article")


def _lines(tag: Tag) -> Iterator[str]:
    """The text of each block, headings with `#`; a table's row is a line."""
    from bs4.element import NavigableString
    from bs4.element import Tag as Element

    running = ""
    for child in tag.children:
        if isinstance(child, Element) and (child.name in _BLOCKS or child.find(_BLOCKS)):
            yield from _flush(running)
            running = ""
            yield from _block(child)
        elif isinstance(child, Element) and child.name == "br":
            yield from _flush(running)
            running = ""
        elif isinstance(child, Element):
            parts = child.get_text("", strip=False) if not child.find("br") else child.get_text("\n")
            *whole, running = (running + parts).split("\n") if child.find("br") else [running + parts]
            for part in whole:
                yield from _flush(part)
        elif type(child) is NavigableString:
            running += str(child)
    yield from _flush(running)


def _block(tag: Tag) -> Iterator[str]:
    if tag.name == "tr":
        cells = [re.sub(r"\s+", " ", cell.get_text()).strip() for cell in tag.find_all(("td", "th"), recursive=False)]
        yield from _flush(_row(cells))
    elif re.fullmatch(r"h[1-6]", tag.name):
        text = re.sub(r"\s+", " ", tag.get_text()).strip()
        yield f"{'#' * int(tag.name[1])} {text}" if text else ""
    else:
        yield from _lines(tag)


def _row(cells: Sequence[str]) -> str:
    """A table's row; one of labels and values reads as fields."""
    fields = len(cells) % 2 == 0 and all(_FIELD.fullmatch(cell) for cell in cells[::2])
    return "\t".join(cells) if fields else " | ".join(cells)


def _flush(text: str) -> Iterator[str]:
    line = re.sub(r"[ \n\r\f]+", " ", text).strip(" \u3000\xa0\t")
    if line:
        yield line


def _main(body: Tag) -> Tag | None:
    """The smallest element that holds all blocks which open with a structural mark."""
    marked = [tag for tag in body.find_all(("p", "div", "h2", "h3", "h4", "li")) if _opens(tag)]
    if len(marked) < _LEAST_MARKS:
        return None
    chains = [[tag, *tag.parents] for tag in marked]
    others = [set(map(id, chain)) for chain in chains[1:]]
    return next((tag for tag in chains[0][1:] if all(id(tag) in chain for chain in others)), None)


def _opens(tag: Tag) -> bool:
    return not tag.find(_BLOCKS) and read_mark(tag.get_text().strip()) is not None


def _head(lines: Sequence[str], main: Tag) -> list[str]:
    """Of what stands above the main part: headings and fields (索引号：…), no other furniture."""
    inside = set(_lines(main))
    above: list[str] = []
    for line in lines:
        if line in inside:
            break
        above.append(line)
    return [line for line in above if line.startswith("#") or _FIELD.match(line)]
