"""A file to its text, whatever format it has: headings known from the format are marked with `#`, as in Markdown."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final

from assistant.errors import DocumentError
from assistant.knowledge.importing.decoding import decode
from assistant.knowledge.importing.docx import read_docx
from assistant.knowledge.importing.html import read_html
from assistant.knowledge.importing.markdown import read_markdown
from assistant.knowledge.importing.pdf import read_pdf

MOST_BYTES: Final = 20_000_000
"""A policy document with its annexes is far below; what is above is a scan or no document."""

MOST_CHARACTERS: Final = 2_000_000

_READERS: Final[Mapping[str, Callable[[bytes, str], str]]] = {
    ".txt": decode,
    ".md": read_markdown,
    ".markdown": read_markdown,
    ".html": read_html,
    ".htm": read_html,
    ".docx": read_docx,
    ".pdf": read_pdf,
}
_ACCEPTED: Final = "txt、md、html、docx、pdf（有文字层的）"
_MAGIC: Final = (
    (b"%PDF", "PDF 文件", (".pdf",)),
    (b"PK\x03\x04", "压缩包（docx、xlsx 一类）", (".docx",)),
    (b"\x89PNG", "PNG 图片", ()),
    (b"\xff\xd8\xff", "JPEG 图片", ()),
    (b"GIF8", "GIF 图片", ()),
    (b"BM", "BMP 图片", ()),
    (b"II*\x00", "TIFF 图片", ()),
    (b"MM\x00*", "TIFF 图片", ()),
    (b"RIFF", "WebP 图片或音视频", ()),
    (b"\xd0\xcf\x11\xe0", "旧版 Word、WPS 文件（doc、wps）", ()),
    (b"{\\rtf", "RTF 文件", ()),
    (b"\x1f\x8b", "压缩文件", ()),
    (b"7z\xbc\xaf", "压缩文件", ()),
    (b"Rar!", "压缩文件", ()),
)
_BINARY_SUFFIXES: Final = frozenset({".pdf", ".docx"})


def read_file(path: Path) -> str:
    """The text of the file; DocumentError says what is wrong with it and what to do."""
    where, suffix = path.name, path.suffix.lower()
    data = _bytes(path)
    _check_kind(data, suffix, where)
    try:
        text = _READERS[suffix](data, where)
    except RecursionError as error:
        raise DocumentError(where, "文件的结构嵌套太深，不像是正常的文件，没有读取。") from error
    if len(text) > MOST_CHARACTERS:
        raise DocumentError(where, f"文字有 {len(text) // 10_000} 万字，超过 {MOST_CHARACTERS // 10_000} 万字的上限。")
    if not text.strip():
        raise DocumentError(where, "文件里没有文字。")
    return text


def _bytes(path: Path) -> bytes:
    where = path.name
    try:
        if not path.is_file():
            raise DocumentError(where, "没有这个文件。")
        size = path.stat().st_size
        if size > MOST_BYTES:
            raise DocumentError(
                where, f"文件有 {size / 1e6:.0f} MB，超过 {MOST_BYTES / 1e6:.0f} MB 的上限。请拆分，或去掉图片再试。"
            )
        if size == 0:
            raise DocumentError(where, "文件是空的。")
        return path.read_bytes()
    except OSError as error:
        raise DocumentError(where, f"无法读取：{error.strerror or error}。") from error


def _check_kind(data: bytes, suffix: str, where: str) -> None:
    """Trust the content, not the name: a picture renamed .pdf is a picture."""
    kind = next(((name, suffixes) for magic, name, suffixes in _MAGIC if data.startswith(magic)), None)
    if kind and suffix not in kind[1]:
        raise DocumentError(where, f"内容是{kind[0]}，不能当作“{suffix or '无扩展名'}”读。可读的有：{_ACCEPTED}。")
    if suffix not in _READERS:
        raise DocumentError(where, f"不认识“{suffix or '无扩展名'}”文件。可读的有：{_ACCEPTED}；其他格式请先另存。")
    if suffix in _BINARY_SUFFIXES and kind is None:
        raise DocumentError(where, f"内容不是 {suffix[1:]} 文件，扩展名可能写错了，或者文件已损坏。")
