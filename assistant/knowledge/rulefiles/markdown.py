"""The literate rule file cut into sections: heading, clause as block quote, rules as YAML, examples as tables."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from assistant.errors import RuleError
from assistant.knowledge.rulefiles.source import Entry, parse

_HEADING: Final = re.compile(r"##\s+(?P<text>.+?)\s*$")
_CLAUSE_HEADING: Final = re.compile(r"第(?P<number>[0-9]+)条\s+(?P<heading>\S.*)$")
_NEAR_HEADING: Final = re.compile(r"\s*(?:#+\s*第.{1,6}条|##[^#\s])")
_FENCE: Final = re.compile(r"\s*(```+|~~~+)\s*(?P<language>\w*)\s*$")
_ROW_RULE: Final = re.compile(r"[\s|:-]+$")


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a table: its words, trimmed, and where it stands."""

    text: str
    where: str


@dataclass(slots=True)
class Table:
    """A table as written: header cells and rows of as many cells."""

    header: tuple[Cell, ...]
    rows: list[tuple[Cell, ...]] = field(default_factory=list)


@dataclass(slots=True)
class Section:
    """What stands under one `##` heading. `number` is the clause's, None for a section about no clause.

    `quote` is the block quote, `parts` are YAML blocks and tables in order.
    """

    heading: str
    where: str
    number: int | None = None
    quote: str = ""
    parts: list[Entry | Table] = field(default_factory=list)


def sections(text: str, file: str) -> list[Section]:
    """The sections of a rule file, in order; what stands before the first heading is prose."""
    return _Cutter(file).cut(text)


class _Cutter:
    """Walks the lines once. Prose between the parts is the author's commentary, and is let through."""

    def __init__(self, file: str) -> None:
        self._file = file
        self._sections: list[Section] = []
        self._table: Table | None = None

    def cut(self, text: str) -> list[Section]:
        lines = iter(enumerate(text.splitlines(), start=1))
        for number, line in lines:
            fence = _FENCE.match(line)
            if fence:
                self._fenced(number, fence, lines)
            elif line.startswith("|"):
                self._row(number, line)
            else:
                self._table = None
                self._line(number, line)
        return self._sections

    def _line(self, number: int, line: str) -> None:
        if heading := _HEADING.match(line):
            self._sections.append(self._section(heading["text"], self._where(number)))
        elif _NEAR_HEADING.match(line):
            raise RuleError(self._where(number), f"标题“{line.strip()}”要写成“## ”开头：两个井号，空一格。")
        elif line.startswith(">") and self._sections:
            self._sections[-1].quote += line[1:].strip()

    def _section(self, text: str, where: str) -> Section:
        clause = _CLAUSE_HEADING.match(text)
        if clause:
            return Section(clause["heading"], where, int(clause["number"]))
        if re.match(r"第.*条", text):
            raise RuleError(where, f"标题“{text}”看不懂。请写成“## 第12条 小标题”，条号用阿拉伯数字。")
        return Section(text, where)

    def _fenced(self, number: int, fence: re.Match[str], lines: Iterator[tuple[int, str]]) -> None:
        mark, body = fence[1], []
        for _, line in lines:
            if line.strip() == mark:
                break
            body.append(line)
        else:
            raise RuleError(self._where(number), f"这里以“{mark}”开始的一段没有结束。请在规则后面另起一行写“{mark}”。")
        if fence["language"] != "yaml":
            raise RuleError(self._where(number), f"“{fence[0].strip()}”开头的一段程序不认识。规则请以“```yaml”开头。")
        self._current(number).parts.append(parse("\n".join(body) + "\n", self._file, number + 1))

    def _row(self, number: int, line: str) -> None:
        where = self._where(number)
        cells = tuple(Cell(text.strip(), where) for text in line.strip().strip("|").split("|"))
        if self._table is None:
            self._table = Table(cells)
            self._current(number).parts.append(self._table)
        elif not _ROW_RULE.match(line):
            if len(cells) != len(self._table.header):
                raise RuleError(
                    where, f"这一行有 {len(cells)} 格，表头有 {len(self._table.header)} 格。请补齐或删去多余的“|”。"
                )
            self._table.rows.append(cells)

    def _current(self, number: int) -> Section:
        if not self._sections:
            raise RuleError(self._where(number), "规则和算例应写在“## 第几条 小标题”的下面。")
        return self._sections[-1]

    def _where(self, number: int) -> str:
        return f"{self._file}:{number}"
