"""The rule book: every `rules/<document>.md` compiled to conditions, with its examples, notes and reading points."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Final

from assistant.domain.document import Clause, ClauseId, Document
from assistant.domain.fact import Fact
from assistant.domain.rule import (
    AllOf,
    AnyOf,
    ClauseNote,
    Condition,
    Entitlement,
    Example,
    Fork,
    Negation,
    ReadingPoint,
    RuleBook,
)
from assistant.errors import RuleError
from assistant.knowledge.grammar import Names, Scope, conditions
from assistant.knowledge.rules_examples import Examples
from assistant.knowledge.rules_markdown import Section, Table, sections
from assistant.knowledge.rules_modes import load_derivations
from assistant.knowledge.rules_population import load_priors
from assistant.knowledge.rules_source import Entry, suggestion
from assistant.knowledge.vocabulary import load_laws

HEAD: Final = "文件"
DEFINITION: Final = "定义"
POINT: Final = "读法"
RULE: Final = "规则"
NOTE: Final = "说明"
_KINDS: Final = (HEAD, DEFINITION, POINT, RULE, NOTE)
_REQUIREMENTS: Final = "须全部满足"
_RULE_FIELDS: Final = (
    RULE, "名称", "结论", "效果", "决定机关", "程序", "施行", "失效", "前提", _REQUIREMENTS, "除外", "待核对",
)  # fmt: skip


def load_rulebook(root: Path, documents: Sequence[Document], facts: Mapping[str, Fact]) -> RuleBook:
    """All rules of `documents`, compiled; a document without a rule file decides nothing.

    RuleError names file and line of the first mistake: nothing that has no meaning is ever left out in silence.
    """
    files = [_compile(root, document, facts) for document in documents if (root / _path(document)).is_file()]
    entitlements: dict[str, Entitlement] = {}
    for entitlement in (item for file in files for item in file.entitlements):
        if entitlement.id in entitlements:
            raise RuleError(entitlement.where, f"规则“{entitlement.id}”定义了两次。请换一个编号。")
        entitlements[entitlement.id] = entitlement
    return RuleBook(
        entitlements=entitlements,
        reading_points={point.id: point for file in files for point in file.points.values()},
        derivations=load_derivations(root, facts),
        laws=load_laws(root, facts),
        priors=load_priors(root, facts),
        examples=tuple(example for file in files for example in file.examples),
        notes={note.clause: note for file in files for note in file.notes},
        headings={clause: heading for file in files for clause, heading in file.headings.items()},
    )


def rule_sections(root: Path, document: Document) -> list[Section]:
    """The sections of a document's rule file, for checks of what stands there as text."""
    path = _path(document)
    return sections((root / path).read_text(encoding="utf-8"), path)


def reading_points_of(condition: Condition) -> tuple[str, ...]:
    """The reading points that bite in a condition, in order of appearance.

    >>> from assistant.domain.rule import Always
    >>> reading_points_of(Fork("p", {"a": Always(True), "b": Fork("q", {})}))
    ('p', 'q')
    """
    if isinstance(condition, AllOf | AnyOf):
        found = [point for child in condition.children for point in reading_points_of(child)]
    elif isinstance(condition, Negation):
        found = list(reading_points_of(condition.child))
    elif isinstance(condition, Fork):
        found = [condition.point, *(p for option in condition.options.values() for p in reading_points_of(option))]
    else:
        found = []
    return tuple(dict.fromkeys(found))


def _path(document: Document) -> str:
    return f"rules/{document.id}.md"


@dataclass(frozen=True, slots=True)
class _Head:
    """What the file says of itself: the day its examples are read at, and the words for effects."""

    day: date
    effects: tuple[str, ...]


@dataclass(slots=True)
class _File:
    """What one rule file holds, filled while it is compiled."""

    document: Document
    facts: Mapping[str, Fact]
    head: _Head | None = None
    points: dict[str, ReadingPoint] = field(default_factory=dict)
    names: Names = field(default_factory=lambda: Names({}))
    entitlements: list[Entitlement] = field(default_factory=list)
    examples: list[Example] = field(default_factory=list)
    notes: list[ClauseNote] = field(default_factory=list)
    headings: dict[ClauseId, str] = field(default_factory=dict)

    def clause(self, section: Section) -> Clause:
        """The clause that a section is about."""
        if section.number is None:
            raise RuleError(section.where, f"“{section.heading}”下面不能写规则。规则应写在“## 第几条 小标题”的下面。")
        clause = self.document.clause(section.number)
        if clause is None:
            raise RuleError(section.where, f"文件“{self.document.id}”没有第{section.number}条。")
        return clause


def _compile(root: Path, document: Document, facts: Mapping[str, Fact]) -> _File:
    file = _File(document, facts)
    parts = [(section, part) for section in rule_sections(root, document) for part in section.parts]
    blocks = [(section, part, _kind(part)) for section, part in parts if isinstance(part, Entry)]
    for _, block, kind in blocks:
        if kind == HEAD:
            file.head = _head(block, document)
        elif kind == POINT:
            _add_point(file, block)
    file.names = Names.of(facts, file.points)
    for section, block, kind in blocks:
        if kind == DEFINITION:
            _add_definition(file, section, block)
    for section in rule_sections(root, document):
        _add_section(file, section)
    return file


def _kind(block: Entry) -> str:
    keys = [key.raw() for key, _ in block.pairs()]
    if not keys or keys[0] not in _KINDS:
        first = keys[0] if keys else ""
        raise block.error(f"这一段以“{first}”开头。{suggestion(first, _KINDS)}第一行可写的有：{'、'.join(_KINDS)}。")
    return keys[0]


def _head(block: Entry, document: Document) -> _Head:
    fields = block.fields((HEAD, "算例日期", "效果用语"), required=("算例日期", "效果用语"))
    if fields[HEAD].text() != document.id:
        raise fields[HEAD].error(f"这里写的是“{fields[HEAD].text()}”，应与文件名一致：“{document.id}”。")
    return _Head(fields["算例日期"].day(), tuple(item.text() for item in fields["效果用语"].items()))


def _add_point(file: _File, block: Entry) -> None:
    fields = block.fields((POINT, "问题", "条款", "引文", "选项"), required=("问题", "条款", "选项"))
    explained = {key.raw(): value.text() for key, value in fields["选项"].pairs()}
    clauses = tuple(int(item.number()) for item in fields["条款"].items())
    quote = fields["引文"].text() if "引文" in fields else ""
    texts = [clause.text for number in clauses if (clause := file.document.clause(number)) is not None]
    if len(texts) != len(clauses) or (quote and not any(quote in text for text in texts)):
        raise block.error("这一读法的“条款”或“引文”在文件里找不到。")
    if len(explained) < 2:
        raise fields["选项"].error("一处读法至少要有两种选项，各写一句说明。")
    point = ReadingPoint(fields[POINT].text(), fields["问题"].text(), tuple(explained), explained, clauses, quote)
    if point.id in file.points:
        raise block.error(f"读法“{point.id}”定义了两次。请删去一处。")
    file.points[point.id] = point


def _add_definition(file: _File, section: Section, block: Entry) -> None:
    fields = block.fields((DEFINITION, _REQUIREMENTS), required=(_REQUIREMENTS,))
    name = fields[DEFINITION].text()
    if name in file.names.definitions or name in file.names.facts:
        raise block.error(f"“{name}”已经是一个事实或定义的名称。请换一个。")
    clause = file.clause(section).id if section.number is not None else None
    parts = conditions(fields[_REQUIREMENTS], Scope(file.names, clause, words="none" if clause is None else "optional"))
    file.names = file.names.defining(name, parts[0] if len(parts) == 1 else AllOf(parts, name, name=name))


def _add_section(file: _File, section: Section) -> None:
    if section.number is not None:
        file.headings[file.clause(section).id] = section.heading
    current: Entitlement | None = None
    for part in section.parts:
        if isinstance(part, Table):
            _add_examples(file, current, part)
        elif (kind := _kind(part)) == RULE:
            current = _entitlement(file, section, part)
            file.entitlements.append(current)
        elif kind == NOTE:
            file.notes.append(_note(file, section, part))


def _add_examples(file: _File, rule: Entitlement | None, table: Table) -> None:
    if rule is None or file.head is None:
        raise RuleError(table.header[0].where, "算例表应写在一条规则的下面，且文件开头要写明“算例日期”。")
    file.examples.extend(Examples(file.names.facts, rule.id, file.head.day).read(table))


def _entitlement(file: _File, section: Section, block: Entry) -> Entitlement:
    fields = block.fields(_RULE_FIELDS, required=("名称", "结论", "效果", "决定机关", _REQUIREMENTS))
    clause = file.clause(section)
    scope = Scope(file.names, clause.id)
    unquoted = Scope(file.names, words="none")
    premises = conditions(fields["前提"], unquoted) if "前提" in fields else ()
    requirements = conditions(fields[_REQUIREMENTS], scope)
    exceptions = conditions(fields["除外"], scope) if "除外" in fields else ()
    points = reading_points_of(AllOf((*premises, *requirements, *exceptions)))
    return Entitlement(
        id=fields[RULE].text(),
        label=fields["名称"].text(),
        clause=clause.id,
        grants=fields["结论"].text(),
        requirements=requirements,
        premises=premises,
        exceptions=exceptions,
        readings=tuple(point for point in file.points if point in points),
        effect=_effect(file, fields["效果"]),
        authority=fields["决定机关"].text(),
        procedure=fields["程序"].text() if "程序" in fields else "",
        doubts=tuple(item.text() for item in fields["待核对"].items()) if "待核对" in fields else (),
        in_force_from=fields["施行"].day() if "施行" in fields else None,
        in_force_until=fields["失效"].day() if "失效" in fields else None,
        where=block.where,
    )


def _effect(file: _File, entry: Entry) -> str:
    accepted = file.head.effects if file.head else ()
    for word in entry.text().split("、"):
        if word not in accepted:
            raise entry.error(f"效果“{word}”不认识。可写的有：{'、'.join(accepted)}（见文件开头的“效果用语”）。")
    return entry.text()


def _note(file: _File, section: Section, block: Entry) -> ClauseNote:
    fields = block.fields((NOTE, "引文"))
    quotes = tuple(item.text() for item in fields["引文"].items()) if "引文" in fields else ()
    return ClauseNote(file.clause(section).id, fields[NOTE].text(), quotes)
