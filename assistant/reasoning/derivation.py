"""Facts that follow from others by a dated table."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping
from datetime import date

from assistant.domain.fact import Fact, FactValue
from assistant.domain.rule import Derivation, ModeRow


class ModeTable:
    """One derivation as it stands on one day: which values are possible, given what is known of its inputs."""

    def __init__(self, derivation: Derivation, facts: Mapping[str, Fact], as_of: date) -> None:
        self.derivation = derivation
        self.fact = derivation.fact
        self.inputs = tuple(filter(None, (derivation.series_fact, derivation.level_fact)))
        self._all = frozenset(facts[derivation.fact].values)
        self._series = facts[derivation.series_fact].values
        level_fact = derivation.level_fact
        self._levels = facts[level_fact].values if level_fact else (derivation.level or "",)
        self._rows: dict[tuple[str, str], list[ModeRow]] = {}
        for row in derivation.rows:
            if in_force(row.in_force_from, row.in_force_until, as_of):
                for level in row.levels:
                    self._rows.setdefault((row.series, level), []).append(row)
        self._memo: dict[tuple[FactValue | None, FactValue | None], frozenset[str]] = {}

    def possible(self, series: FactValue | None, level: FactValue | None) -> frozenset[str]:
        """The values left possible; an input that is None may be anything."""
        if self.derivation.level_fact is None:
            level = self.derivation.level
        found = self._memo.get((series, level))
        if found is None:
            all_series = self._series if series is None else (series,)
            levels = self._levels if level is None else (level,)
            found = frozenset().union(*(self._cell(s, one) for s in all_series for one in levels))
            self._memo[series, level] = found
        return found

    def known(self, facts: Mapping[str, FactValue]) -> tuple[FactValue | None, FactValue | None]:
        """What is known of the two inputs."""
        level_fact = self.derivation.level_fact
        return facts.get(self.derivation.series_fact), facts.get(level_fact) if level_fact else self.derivation.level

    def ground(self, series: FactValue | None, level: FactValue | None) -> str:
        """What the table says for these inputs, in words, with the source it names."""
        if self.derivation.level_fact is None:
            level = self.derivation.level
        levels = self._levels if level is None else (level,)
        rows = [row for one in levels for row in self._rows.get((str(series), str(one)), ())]
        basis = next((row.basis for row in rows if row.basis), "")
        inputs = " ".join(str(value) for value in (series, level) if value is not None)
        modes = "、".join(sorted(self.possible(series, level)))
        return f"{inputs}：{modes}" + (f"（{basis}）" if basis else "")

    def series_mark(self, series: FactValue) -> tuple[frozenset[str], ...]:
        """Equal for two series that the table treats alike at every level."""
        return tuple(self._cell(series, level) for level in self._levels)

    def level_mark(self, level: FactValue) -> tuple[frozenset[str], ...]:
        """Equal for two levels that the table treats alike in every series."""
        return tuple(self._cell(series, level) for series in self._series)

    def _cell(self, series: FactValue, level: FactValue) -> frozenset[str]:
        rows = self._rows.get((str(series), str(level)), ())
        modes = {row.mode for row in rows}
        mode = modes.pop() if len(modes) == 1 else None
        return self._all if mode is None else frozenset((mode,))


def in_force(start: date | None, end: date | None, day: date) -> bool:
    """Whether `day` is on or after `start` and before `end`; None is open."""
    return (start is None or start <= day) and (end is None or day < end)


class Periods:
    """The stretches of time in which no table changes, numbered in order."""

    def __init__(self, derivations: Iterable[Derivation]) -> None:
        rows = [row for derivation in derivations for row in derivation.rows]
        days = {day for row in rows for day in (row.in_force_from, row.in_force_until) if day}
        self.changes = sorted(days)

    def of(self, day: date) -> int:
        """The number of the stretch that a day lies in."""
        return bisect_right(self.changes, day)
