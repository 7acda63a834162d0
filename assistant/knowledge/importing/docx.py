"""Word documents to text: headings marked, automatic numbers written out, tables as rows, deleted text left out.

Read straight from the package's XML, with a parser that refuses entities and with a limit on what it may unpack to:
a file of a few kilobytes can hold gigabytes.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from assistant.errors import DocumentError
from assistant.knowledge.importing.docx_numbering import Numbering

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MOST_UNPACKED: Final = 60_000_000
_BREAKS: Final = {f"{W}tab": "\t", f"{W}br": "\n", f"{W}cr": "\n"}
_LEFT_OUT: Final = frozenset({f"{W}del", f"{W}moveFrom", f"{W}pPr", f"{W}rPr", f"{W}instrText"})


def read_docx(data: bytes, where: str) -> str:
    """The text of a .docx, a paragraph a line, blank lines between."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            body = _part(package, "word/document.xml", where)
            styles = _heading_styles(_optional(package, "word/styles.xml", where))
            numbering = Numbering(_optional(package, "word/numbering.xml", where))
    except (zipfile.BadZipFile, zipfile.LargeZipFile, EOFError, NotImplementedError, RuntimeError) as error:
        raise DocumentError(where, "无法打开这个 docx：文件已损坏，或者加了密码。") from error
    if body is None:
        raise DocumentError(where, "这不是 Word 文档（里面没有正文）。")
    blocks = body.find(f"{W}body")
    lines = _blocks(blocks, styles, numbering) if blocks is not None else ()
    return "\n\n".join(line for line in lines if line.strip()) + "\n"


def _part(package: zipfile.ZipFile, name: str, where: str) -> Element | None:
    """One part parsed, never more of it than a document can need, whatever the directory of the package says."""
    from defusedxml import DefusedXmlException
    from defusedxml.ElementTree import ParseError, fromstring

    if name not in package.namelist():
        return None
    with package.open(name) as stream:
        content = stream.read(_MOST_UNPACKED + 1)
    if len(content) > _MOST_UNPACKED:
        raise DocumentError(where, "这个 docx 解开后过大，不像是正常的文件，没有读取。")
    try:
        root: Element = fromstring(content)
    except (ParseError, DefusedXmlException) as error:
        raise DocumentError(where, "这个 docx 的内容已损坏，或者带有不安全的结构，没有读取。") from error
    return root


_optional = _part


def _heading_styles(styles: Element | None) -> dict[str, int]:
    """Style id to heading level, by outline level or by name."""
    levels: dict[str, int] = {}
    for style in styles.iter(f"{W}style") if styles is not None else ():
        name = _value(style.find(f"{W}name"))
        outline = _value(style.find(f"{W}pPr/{W}outlineLvl"))
        named = re.fullmatch(r"(?:heading|标题)\s*(\d)", name, re.IGNORECASE)
        if named or outline.isdigit():
            level = int(named.group(1)) if named else int(outline) + 1
            levels[style.get(f"{W}styleId", "")] = min(level, 6)
        elif name.lower() == "title":
            levels[style.get(f"{W}styleId", "")] = 1
    return levels


def _blocks(parent: Element, styles: dict[str, int], numbering: Numbering) -> Iterator[str]:
    for block in parent:
        if block.tag == f"{W}p":
            yield _paragraph(block, styles, numbering)
        elif block.tag == f"{W}tbl":
            yield from _rows(block)
        elif block.tag in (f"{W}sdt", f"{W}sdtContent", f"{W}ins", f"{W}customXml"):
            yield from _blocks(block, styles, numbering)


def _paragraph(paragraph: Element, styles: dict[str, int], numbering: Numbering) -> str:
    text = "".join(_texts(paragraph)).strip()
    level = styles.get(_value(paragraph.find(f"{W}pPr/{W}pStyle")), 0)
    number = numbering.next(
        _value(paragraph.find(f"{W}pPr/{W}numPr/{W}numId")), _value(paragraph.find(f"{W}pPr/{W}numPr/{W}ilvl"))
    )
    return ("#" * level + " " if level and text else "") + (number + text if text else "")


def _texts(element: Element) -> Iterator[str]:
    for child in element:
        if child.tag in _LEFT_OUT:
            continue
        if child.tag == f"{W}t":
            yield child.text or ""
        elif child.tag in _BREAKS:
            yield _BREAKS[child.tag]
        else:
            yield from _texts(child)


def _rows(table: Element) -> Iterator[str]:
    for row in table.iter(f"{W}tr"):
        cells = ["".join(_texts(cell)).strip().replace("\n", " ") for cell in row.findall(f"{W}tc")]
        yield " | ".join(cells)


def _value(element: Element | None) -> str:
    return element.get(f"{W}val", "") if element is not None else ""
