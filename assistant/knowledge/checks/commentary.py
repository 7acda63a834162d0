"""The rule file as a commentary: every clause copied as published, nothing defined that nobody uses."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise, takewhile

from assistant.domain.document import Clause
from assistant.knowledge.rulefiles.file import DEFINITION, POINT, RuleFile, path_of
from assistant.knowledge.rulefiles.markdown import Section
from assistant.knowledge.rulefiles.source import Entry

_CONTEXT = 8


def check_commentary(file: RuleFile) -> Iterator[tuple[str, str]]:
    """Clauses without a section, out of order, or copied otherwise than they stand in the corpus; unused words."""
    if file.errors and not file.sections:
        return
    sections = [section for section in file.sections if section.number is not None]
    numbers = [section.number for section in sections if section.number is not None]
    missing = [clause for clause in file.document.clauses if clause.id.number not in numbers]
    if missing:
        labels = "、".join(clause.label for clause in missing)
        yield f"{path_of(file.document)}:1", f"{labels}没有写。每一条都要有“## 第几条 小标题”，至少写一句“说明”。"
    for before, after in pairwise(sections):
        if (before.number or 0) >= (after.number or 0):
            yield after.where, f"第{after.number}条写在第{before.number}条的后面。请按条文的顺序写，每条只写一次。"
    for section in sections:
        clause = file.document.clause(section.number or 0)
        if clause is not None:
            yield from _copied(file, section, clause)
    if not file.errors:
        yield from _unused(file)


def _copied(file: RuleFile, section: Section, clause: Clause) -> Iterator[tuple[str, str]]:
    if not section.quote:
        yield section.where, f"{clause.label}没有抄录条文。请在标题下面以“>”开头抄录全文。"
    elif section.quote != clause.text:
        common = sum(
            1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(section.quote, clause.text, strict=False))
        )
        here, there = (text[max(0, common - _CONTEXT) : common + _CONTEXT] for text in (section.quote, clause.text))
        rules = "、".join(rule.id for rule in file.entitlements if rule.clause == clause.id) or "（本条没有规则）"
        yield (
            section.where,
            f"{clause.label}与文件里的条文不一致：这里是“…{here}…”，文件里是“…{there}…”。"
            f"条文改过的，请重新核对这些规则，再更新抄录：{rules}。",
        )


def _unused(file: RuleFile) -> Iterator[tuple[str, str]]:
    used = {point for rule in file.entitlements for point in rule.readings}
    words = " ".join(_sentences(file))
    for section in file.sections:
        for part in section.parts:
            kind, name = _named(part) if isinstance(part, Entry) else ("", "")
            if kind == POINT and name in file.points and name not in used:
                yield part.where, f"读法“{name}”没有规则用到。请在规则里写“按读法 {name}”，或删去它。"  # type: ignore[union-attr]
            if kind == DEFINITION and name in file.names.definitions and name not in words:
                yield part.where, f"定义“{name}”没有规则用到。请删去，或在规则里使用它。"  # type: ignore[union-attr]


def _named(block: Entry) -> tuple[str, str]:
    pairs = block.pairs()
    return (pairs[0][0].raw(), pairs[0][1].raw()) if pairs and pairs[0][1].is_text else ("", "")


def _sentences(file: RuleFile) -> Iterator[str]:
    """Every condition as it is written in rules and definitions, the names of definitions apart."""
    for section in file.sections:
        for part in section.parts:
            if isinstance(part, Entry):
                yield from (text for _, value in part.pairs()[1:] for text in value.texts())
