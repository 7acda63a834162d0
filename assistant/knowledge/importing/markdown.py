"""Markdown to text: headings keep their `#`, list numbers stay, tables become rows, links and emphasis go."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from assistant.knowledge.importing.decoding import decode

if TYPE_CHECKING:
    from markdown_it.token import Token


def read_markdown(data: bytes, where: str) -> str:
    """The text of a Markdown document, a paragraph a line, blank lines between."""
    from markdown_it import MarkdownIt

    tokens = MarkdownIt("commonmark").enable("table").parse(decode(data, where))
    return "\n\n".join(line for line in _lines(tokens) if line.strip()) + "\n"


def _lines(tokens: Sequence[Token]) -> Iterator[str]:
    prefix = ""
    row: list[str] | None = None
    for token in tokens:
        if token.type == "heading_open":
            prefix = "#" * int(token.tag[1:]) + " "
        elif token.type == "list_item_open" and token.info:
            prefix = f"{token.info}{token.markup} "
        elif token.type == "tr_open":
            row = []
        elif token.type == "tr_close" and row is not None:
            yield " | ".join(row)
            row = None
        elif token.type == "inline" and row is not None:
            row.append(_inline(token).replace("\n", " "))
        elif token.type == "inline":
            yield from _paragraph(prefix, _inline(token))
            prefix = ""
        elif token.type in ("code_block", "fence"):
            yield from token.content.split("\n")


def _paragraph(prefix: str, text: str) -> Iterator[str]:
    for place, line in enumerate(text.split("\n")):
        yield (prefix if place == 0 else "") + line


def _inline(token: Token) -> str:
    """The words of an inline token; a soft break stays a line feed."""
    breaks = {"softbreak": "\n", "hardbreak": "\n"}
    shown = (child for child in token.children or () if child.type != "html_inline")
    return "".join(breaks.get(child.type, child.content) for child in shown).replace("**", "")
