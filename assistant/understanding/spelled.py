"""Puts Chinese words for those that people type in pinyin."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final

from assistant.text.normalise import Normalised

_RUN: Final = re.compile(r"[A-Za-z]+(?:[ ']+[A-Za-z]+)*")
_LONGEST_RUN: Final = 80


def write_out(words: Normalised, spelled: Mapping[str, str]) -> Normalised:
    """The text with every run of letters that is wholly made of known pinyin written in characters.

    A run that is not stays as it is. The way back to the characters as typed is kept.
    """
    text, at = "", 0
    offsets: list[int] = []
    for match in _RUN.finditer(words.text):
        parts = _read(match.group(), spelled) if len(match.group()) <= _LONGEST_RUN else None
        if parts is None:
            continue
        text += words.text[at : match.start()]
        offsets += words.offsets[at : match.start()]
        for start, word in parts:
            text += word
            offsets += words.offsets[match.start() + start : match.start() + start + len(word)]
        at = match.end()
    if not at:
        return words
    return Normalised(words.raw, text + words.text[at:], (*offsets, *words.offsets[at:]))


def _read(run: str, spelled: Mapping[str, str]) -> list[tuple[int, str]] | None:
    """The words that the letters spell, each with its place in the run; None where letters are left over."""
    letters = [(at, char.lower()) for at, char in enumerate(run) if char.isalpha()]
    joined = "".join(char for _, char in letters)
    best: dict[int, list[tuple[int, str]]] = {0: []}
    for end in range(1, len(joined) + 1):
        for start, word in _ending_at(joined, end, spelled):
            if start in best and (end not in best or len(best[start]) + 1 < len(best[end])):
                best[end] = [*best[start], (letters[start][0], word)]
    return best.get(len(joined))


def _ending_at(joined: str, end: int, spelled: Mapping[str, str]) -> Iterator[tuple[int, str]]:
    for start in range(end):
        word = spelled.get(joined[start:end])
        if word is not None:
            yield start, word
