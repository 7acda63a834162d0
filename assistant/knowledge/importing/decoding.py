"""Bytes to text: UTF-8, UTF-16 and the Chinese national encodings, told apart by what they give."""

from __future__ import annotations

import codecs
from typing import Final

from assistant.errors import DocumentError

_MARKED: Final = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CANDIDATES: Final = ("utf-8", "gb18030", "utf-16-le", "utf-16-be", "big5")
_FREQUENT: Final = frozenset(
    "的一是在不了有和人中大为上个国我以要他时来用们生到作地于出会本定行发法年同工能部规对及应当条第"
)
_SAMPLE: Final = 200_000
_LEAST_TEXT: Final = 0.7


def decode(data: bytes, where: str) -> str:
    """The text of `data` with line feeds only; DocumentError where it is no text."""
    for mark, encoding in _MARKED:
        if data.startswith(mark):
            return _clean(_try(data, encoding) or "", where)
    texts = [text for encoding in _CANDIDATES if (text := _try(data, encoding)) is not None]
    if not texts:
        raise DocumentError(where, "无法识别文字编码。请另存为 UTF-8 编码的文本再试。")
    return _clean(max(texts, key=_likelihood), where)


def _try(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None


def _likelihood(text: str) -> float:
    """How much a text looks like Chinese or plain English; the first candidate wins a tie."""
    sample = text[:_SAMPLE]
    good = sum(1.0 if char in _FREQUENT else 0.3 if _is_ordinary(char) else -1.0 for char in sample)
    return good / max(len(sample), 1)


def _is_ordinary(char: str) -> bool:
    code = ord(char)
    return char in "\t\n\r\f" or 0x20 <= code < 0x7F or 0x4E00 <= code <= 0x9FFF or 0x3000 <= code <= 0x303F


def _is_text(char: str) -> bool:
    return _is_ordinary(char) or (char.isprintable() and ord(char) != 0xFFFD)


def _clean(text: str, where: str) -> str:
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\x00", "")
    sample = text[:_SAMPLE]
    if sum(map(_is_text, sample)) < _LEAST_TEXT * len(sample):
        raise DocumentError(where, "文件内容不是文字，可能已损坏，或者扩展名写错了。")
    return text
