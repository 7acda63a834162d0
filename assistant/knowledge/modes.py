"""How titles are obtained, by series, level and date: `rules/terms/exam_modes.yaml`."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Final

from assistant.domain.fact import Fact
from assistant.domain.rule import Derivation, ModeRow
from assistant.errors import RuleError
from assistant.knowledge.rulefiles.source import Entry, listing, parse, read, suggestion
from assistant.knowledge.vocabulary import fact_named

FILE: Final = "rules/terms/exam_modes.yaml"
OPEN: Final = "不确定"
_CERTAIN: Final = "high"
FIELDS: Final = ("series", "levels", "mode", "from", "until", "basis", "confidence", "sources", "note")


def load_derivations(root: Path, facts: Mapping[str, Fact]) -> Mapping[str, Derivation]:
    """Derived fact id to its table; a row is open (`mode` None) where the sources do not settle it."""
    if not (root / FILE).is_file():
        return {}
    given = parse(read(root, FILE), FILE).fields(
        ("derives", "sources", "rows"), required=("derives", "sources", "rows")
    )
    sources = tuple(key.raw() for key, _ in given["sources"].pairs())
    derivations = [_derivation(entry, given["rows"], sources, facts) for entry in given["derives"].items()]
    return {derivation.fact: derivation for derivation in derivations}


def _derivation(entry: Entry, rows: Entry, sources: tuple[str, ...], facts: Mapping[str, Fact]) -> Derivation:
    given = entry.fields(("fact", "series", "level_fact", "level"), required=("fact", "series"))
    if ("level_fact" in given) == ("level" in given):
        raise entry.error("level_fact（随申请人而定的级别）和 level（固定的级别）须写且只能写一项。")
    fact, series = fact_named(given["fact"], facts), fact_named(given["series"], facts)
    level_fact = fact_named(given["level_fact"], facts) if "level_fact" in given else None
    levels = level_fact.values if level_fact else (given["level"].text(),)
    table = _Table(fact, series, sources)
    compiled = tuple(row for item in rows.items() if (row := table.row(item, levels)) is not None)
    level = given["level"].text() if "level" in given else None
    return Derivation(fact.id, series.id, level_fact.id if level_fact else None, level, compiled)


class _Table:
    """Reads the rows for one derived fact, keeping what concerns its levels."""

    def __init__(self, fact: Fact, series: Fact, sources: tuple[str, ...]) -> None:
        self._fact = fact
        self._series = series
        self._sources = sources

    def row(self, entry: Entry, levels: tuple[str, ...]) -> ModeRow | None:
        given = entry.fields(FIELDS, required=("series", "levels", "mode", "basis", "confidence", "sources"))
        series = _one_of(given["series"], self._series.values, self._series.label)
        mode = _one_of(given["mode"], (*self._fact.values, OPEN), self._fact.label)
        for source in given["sources"].items():
            _one_of(source, self._sources, "来源")
        if (given["confidence"].text() == _CERTAIN) == (mode == OPEN):
            raise entry.error(f"把握（confidence）为 {_CERTAIN} 的才能写明方式，其余一律写“{OPEN}”，由申请人回答。")
        kept = tuple(level.text() for level in given["levels"].items() if level.text() in levels)
        start, end = (given[key].day() if key in given else None for key in ("from", "until"))
        if start and end and start >= end:
            raise RuleError(entry.where, f"起始日期 {start} 不早于截止日期 {end}。until 当天不再适用。")
        if not kept:
            return None
        known = None if mode == OPEN else mode
        return ModeRow(series, kept, known, start, end, given["basis"].text(), entry.where)


def _one_of(entry: Entry, accepted: tuple[str, ...], label: str) -> str:
    word = entry.text()
    if word not in accepted:
        raise entry.error(f"“{label}”没有“{word}”。{suggestion(word, accepted)}可写的有：{listing(accepted)}。")
    return word
