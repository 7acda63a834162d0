"""Worked examples: the tables under a rule, one case a row, and what the rule must come to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import product
from typing import Final

from assistant.domain.fact import Fact, FactValue
from assistant.domain.proof import Outcome
from assistant.domain.rule import Example
from assistant.errors import RuleError
from assistant.knowledge.rulefiles.markdown import Cell, Table
from assistant.knowledge.rulefiles.source import listing, suggestion

NAME: Final = "算例"
OUTCOME: Final = "结论"
DAY: Final = "日期"
OUTCOMES: Final[Mapping[str, Outcome]] = {
    "符合": Outcome.MET,
    "不符合": Outcome.NOT_MET,
    "待补充": Outcome.NEEDS_FACTS,
    "待认定": Outcome.NEEDS_DETERMINATION,
    "读法不一": Outcome.DIVERGENT,
}
_LISTING: Final = ("待补充", "待认定")
_TRUTH: Final[Mapping[str, bool]] = {"是": True, "否": False}


@dataclass(frozen=True, slots=True)
class Examples:
    """Reads the tables of one rule; `facts` are found by label or short label, `day` holds where a row says none."""

    facts: Mapping[str, Fact]
    entitlement: str
    day: date

    def read(self, table: Table) -> Iterator[Example]:
        """The examples of a table, in order; RuleError names the line of the first mistake."""
        first, *columns = table.header
        if first.text != NAME or NAME in (cell.text for cell in columns):
            raise RuleError(first.where, f"算例表的第一列应是“{NAME}”，这里是“{first.text}”。")
        if OUTCOME not in (cell.text for cell in columns):
            raise RuleError(first.where, f"算例表缺少“{OUTCOME}”一列。")
        for column in columns:
            if column.text not in (OUTCOME, DAY):
                self._fact(column)
        if not table.rows:
            raise RuleError(first.where, "算例表只有表头，没有算例。")
        for row in table.rows:
            yield from self._examples(table.header, row)

    def _examples(self, header: tuple[Cell, ...], row: tuple[Cell, ...]) -> Iterator[Example]:
        """One example, or one for each of the values that cells list (joined by 、)."""
        facts: list[tuple[str, list[FactValue]]] = []
        day, outcome = self.day, ""
        listed: tuple[str, ...] = ()
        for column, cell in zip(header, row, strict=True):
            if column.text == OUTCOME:
                outcome, listed = self._outcome(cell)
            elif column.text == DAY and cell.text:
                day = _day(cell)
            elif column.text not in (NAME, DAY) and cell.text:
                fact = self._fact(column)
                words = [Cell(word.strip(), cell.where) for word in cell.text.split("、")]
                facts.append((fact.id, [_value(fact, word) for word in words]))
        if not row[0].text:
            raise RuleError(row[0].where, "这个算例没有名字。请在第一格写明它说的是什么。")
        several = [at for at, (_, values) in enumerate(facts) if len(values) > 1]
        for values in product(*(values for _, values in facts)):
            named = "、".join(str(values[at]) for at in several)
            yield Example(
                name=f"{row[0].text}（{named}）" if named else row[0].text,
                entitlement=self.entitlement,
                facts={fact: value for (fact, _), value in zip(facts, values, strict=True)},
                outcome=outcome,
                missing=listed if outcome == Outcome.NEEDS_FACTS else (),
                determinations=listed if outcome == Outcome.NEEDS_DETERMINATION else (),
                as_of=day,
                where=row[0].where,
            )

    def _outcome(self, cell: Cell) -> tuple[str, tuple[str, ...]]:
        word, _, rest = cell.text.partition("：")
        if word not in OUTCOMES:
            hint = suggestion(word, OUTCOMES)
            raise RuleError(cell.where, f"结论“{cell.text}”不认识。{hint}可写的有：{listing(OUTCOMES)}。")
        if bool(rest) != (word in _LISTING):
            raise RuleError(cell.where, "“待补充”和“待认定”后面要用“：”写明是哪些事实，其他结论后面不写。")
        facts = [self._fact(Cell(name.strip(), cell.where)) for name in rest.split("、")] if rest else []
        return OUTCOMES[word], tuple(fact.id for fact in facts)

    def _fact(self, cell: Cell) -> Fact:
        if cell.text not in self.facts:
            raise RuleError(cell.where, f"事实“{cell.text}”没有定义。{suggestion(cell.text, self.facts)}")
        return self.facts[cell.text]


def _value(fact: Fact, cell: Cell) -> FactValue:
    if fact.type == "number":
        return _number(fact, cell)
    accepted: dict[str, FactValue] = {value: value for value in fact.values}
    if fact.type == "boolean":
        accepted = {**_TRUTH, **{label: key == "true" for key, label in fact.option_labels.items()}}
    if cell.text not in accepted:
        hint = suggestion(cell.text, accepted)
        raise RuleError(cell.where, f"“{fact.name}”没有“{cell.text}”这个取值。{hint}可写的有：{listing(accepted)}。")
    return accepted[cell.text]


def _number(fact: Fact, cell: Cell) -> float:
    try:
        number = float(cell.text)
    except ValueError:
        raise RuleError(cell.where, f"“{fact.name}”应填阿拉伯数字，这里是“{cell.text}”。单位不用写。") from None
    if not (fact.minimum or 0) <= number <= (fact.maximum or number):
        raise RuleError(cell.where, f"{number:g} 超出了“{fact.name}”的范围（{fact.minimum:g} 到 {fact.maximum:g}）。")
    return number


def _day(cell: Cell) -> date:
    try:
        return date.fromisoformat(cell.text)
    except ValueError:
        raise RuleError(cell.where, f"日期“{cell.text}”看不懂。请写成 2017-01-01 的样子。") from None
