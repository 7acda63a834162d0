"""The table of evaluation modes: every series and level has exactly one row on every day."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import pairwise

from assistant.domain.fact import Fact
from assistant.domain.rule import Derivation, ModeRow, RuleBook
from assistant.knowledge.modes import FILE


def check_modes(book: RuleBook, facts: Mapping[str, Fact]) -> Iterator[tuple[str, str]]:
    """Series and levels without a row, and dates with a gap or an overlap; each reported once."""
    found = [finding for derivation in book.derivations.values() for finding in _derivation(derivation, facts)]
    yield from dict.fromkeys(found)


def _derivation(derivation: Derivation, facts: Mapping[str, Fact]) -> Iterator[tuple[str, str]]:
    levels = facts[derivation.level_fact].values if derivation.level_fact else (derivation.level or "",)
    for series in facts[derivation.series_fact].values:
        for level in levels:
            rows = [row for row in derivation.rows if row.series == series and level in row.levels]
            yield from ((where, f"{series} {level}：{problem}") for where, problem in _periods(rows))


def _periods(rows: Sequence[ModeRow]) -> Iterator[tuple[str, str]]:
    """What is wrong with the periods of one series and level, and the row that shows it."""
    if not rows:
        yield f"{FILE}:1", "没有写。拿不准的写“不确定”。"
        return
    ordered = sorted(rows, key=lambda row: row.in_force_from or date.min)
    first, last = ordered[0], ordered[-1]
    if first.in_force_from is not None:
        yield first.where, f"{first.in_force_from} 以前没有写。最早的一段请不写 from。"
    for before, after in pairwise(ordered):
        end, start = before.in_force_until, after.in_force_from
        if end is None or start is None or end > start:
            yield after.where, f"{start or '最早'} 起的一段与前一段的日期重叠。前一段的 until 应等于后一段的 from。"
        elif end < start:
            yield after.where, f"{end} 到 {start} 之间没有写。前一段的 until 应等于后一段的 from。"
    if last.in_force_until is not None:
        yield last.where, f"{last.in_force_until} 以后没有写。最近的一段请不写 until。"
