"""One literate rule file compiled: its reading points, definitions, rules, notes and examples, and all its mistakes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Final, NamedTuple

from assistant.domain.document import Clause, ClauseId, Document
from assistant.domain.fact import Fact
from assistant.domain.rule import AllOf, ClauseNote, Condition, Entitlement, Example, ReadingPoint
from assistant.errors import RuleError
from assistant.knowledge.grammar.conditions import conditions, reading_points_of
from assistant.knowledge.grammar.names import Names, Scope, require_quote
from assistant.knowledge.grammar.sentence import split_quote
from assistant.knowledge.rulefiles.examples import Examples
from assistant.knowledge.rulefiles.markdown import Section, Table, sections
from assistant.knowledge.rulefiles.source import Entry, day_in, listing, read, suggestion

HEAD: Final = "文件"
DEFINITION: Final = "定义"
POINT: Final = "读法"
RULE: Final = "规则"
NOTE: Final = "说明"
_REQUIREMENTS: Final = "须全部满足"

FIELDS: Final[Mapping[str, tuple[tuple[str, ...], tuple[str, ...]]]] = {
    HEAD: (("算例日期", "效果用语"), ()),
    DEFINITION: ((_REQUIREMENTS,), ()),
    POINT: (("问题", "条款", "引文", "选项"), ()),
    RULE: (
        ("名称", "结论", "效果", "决定机关", _REQUIREMENTS),
        ("程序", "施行", "失效", "前提", "除外", "待核对"),
    ),
    NOTE: ((), ("引文",)),
}
"""What each kind of block must say, and what it may say besides; the block's first line names its kind."""


@dataclass(slots=True)
class RuleFile:
    """What one rule file says. `errors` are its mistakes in order; a block with a mistake is left out of the rest."""

    document: Document
    facts: Mapping[str, Fact]
    day: date | None = None
    effects: tuple[str, ...] = ()
    points: dict[str, ReadingPoint] = field(default_factory=dict)
    names: Names = field(default_factory=lambda: Names({}))
    sections: list[Section] = field(default_factory=list)
    entitlements: list[Entitlement] = field(default_factory=list)
    examples: list[Example] = field(default_factory=list)
    notes: list[ClauseNote] = field(default_factory=list)
    errors: list[RuleError] = field(default_factory=list)

    @property
    def headings(self) -> dict[ClauseId, str]:
        """The officer's short heading of each clause."""
        return {
            ClauseId(self.document.id, section.number): section.heading
            for section in self.sections
            if section.number is not None
        }

    def clause(self, section: Section) -> Clause:
        """The clause that a section is about; RuleError where it is about none."""
        if section.number is None:
            raise RuleError(section.where, f"“{section.heading}”下面不能写规则。规则应写在“## 第几条 小标题”的下面。")
        clause = self.document.clause(section.number)
        if clause is None:
            raise RuleError(section.where, f"文件“{self.document.id}”没有第{section.number}条。请核对条号。")
        return clause


def path_of(document: Document) -> str:
    """Where the rules of a document stand, relative to the knowledge root."""
    return f"rules/{document.id}.md"


def compile_file(root: Path, document: Document, facts: Mapping[str, Fact]) -> RuleFile:
    """Read and compile the rules of `document`; mistakes are collected, not raised."""
    file = RuleFile(document, facts)
    _attempt(file, _read, root)
    _each(file, HEAD, _add_head)
    _attempt(file, _require_head)
    if file.errors:
        return file
    _each(file, POINT, _add_point)
    file.names = Names.of(facts, file.points)
    _each(file, DEFINITION, _add_definition)
    for section in file.sections:
        _add_rules(file, section)
    return file


def _read(file: RuleFile, root: Path) -> None:
    path = path_of(file.document)
    file.sections.extend(sections(read(root, path), path))


def _attempt(file: RuleFile, step: Callable[..., object], *arguments: object) -> None:
    try:
        step(file, *arguments)
    except RuleError as error:
        if str(error) not in map(str, file.errors):
            file.errors.append(error)


def _each(file: RuleFile, kind: str, add: Callable[[RuleFile, Section, Entry], None]) -> None:
    for section in file.sections:
        for part in section.parts:
            if isinstance(part, Entry) and _first_word(part) == kind:
                _attempt(file, add, section, part)


def _first_word(block: Entry) -> str:
    """The first key of a block, or what stands there instead; never an error."""
    try:
        return block.pairs()[0][0].raw()
    except (RuleError, IndexError):
        return ""


def _refuse(file: RuleFile, block: Entry) -> None:
    _fields(block)


def _fields(block: Entry) -> Mapping[str, Entry]:
    kind = block.pairs()[0][0].raw() if block.pairs() else ""
    if kind not in FIELDS:
        raise block.error(f"这一段以“{kind}”开头。{suggestion(kind, FIELDS)}第一行可写的有：{listing(FIELDS)}。")
    required, optional = FIELDS[kind]
    return block.fields((kind, *required, *optional), required=required)


def _add_head(file: RuleFile, section: Section, block: Entry) -> None:
    given = _fields(block)
    if given[HEAD].text() != file.document.id:
        raise given[HEAD].error(f"这里写的是“{given[HEAD].text()}”，应与文件名一致：“{file.document.id}”。")
    file.day = given["算例日期"].day()
    file.effects = tuple(item.text() for item in given["效果用语"].items())


def _require_head(file: RuleFile) -> None:
    if file.day is None and not file.errors:
        raise RuleError(
            f"{path_of(file.document)}:1", "缺少文件头。请在第一个“## 标题”下面写一段以“文件: …”开头的内容。"
        )


def _add_point(file: RuleFile, section: Section, block: Entry) -> None:
    given = _fields(block)
    explained = {key.raw(): value.text() for key, value in given["选项"].pairs()}
    if len(explained) < 2:
        raise given["选项"].error("一处读法至少要有两种选项，每种写一句说明。")
    quote = given["引文"].text()
    clauses = tuple(int(item.number()) for item in given["条款"].items())
    for item, number in zip(given["条款"].items(), clauses, strict=True):
        clause = file.document.clause(number)
        if clause is None:
            raise item.error(f"文件“{file.document.id}”没有第{number}条。请核对条号。")
        require_quote(quote, clause, given["引文"])
    point = ReadingPoint(given[POINT].text(), given["问题"].text(), tuple(explained), explained, clauses, quote)
    if point.id in file.points:
        raise block.error(f"读法“{point.id}”定义了两次。请删去一处。")
    file.points[point.id] = point


def _add_definition(file: RuleFile, section: Section, block: Entry) -> None:
    given = _fields(block)
    name = given[DEFINITION].text()
    if name in file.names.definitions or name in file.names.facts:
        raise block.error(f"“{name}”已经是一个事实或定义的名称。请换一个。")
    clause = file.clause(section) if section.number is not None else None
    parts = conditions(given[_REQUIREMENTS], Scope(file.names, clause, words="optional" if clause else "none"))
    file.names = file.names.defining(name, parts[0] if len(parts) == 1 else AllOf(parts, name, name=name))


def _add_rules(file: RuleFile, section: Section) -> None:
    """Rules, notes and tables of a section in order; a table belongs to the rule above it."""
    if section.number is not None:
        _attempt(file, RuleFile.clause, section)
    rule = ""
    for part in section.parts:
        if isinstance(part, Table):
            _attempt(file, _add_examples, rule, part)
            continue
        kind = _first_word(part)
        if kind == RULE:
            rule = part.pairs()[0][1].raw()
            _attempt(file, _add_entitlement, section, part)
        elif kind == NOTE:
            _attempt(file, _add_note, section, part)
        elif kind not in FIELDS:
            _attempt(file, _refuse, part)


def _add_examples(file: RuleFile, rule: str, table: Table) -> None:
    if not rule or file.day is None:
        raise RuleError(table.header[0].where, "算例表应写在一条规则的下面。")
    file.examples.extend(Examples(file.names.facts, rule, file.day).read(table))


def _add_entitlement(file: RuleFile, section: Section, block: Entry) -> None:
    given = _fields(block)
    clause = file.clause(section)
    premises = _conditions(given, "前提", Scope(file.names, words="none"))
    requirements = _conditions(given, _REQUIREMENTS, Scope(file.names, clause))
    exceptions = _conditions(given, "除外", Scope(file.names, clause))
    points = reading_points_of(AllOf((*premises, *requirements, *exceptions)))
    start, end = (_day(given, key, clause) for key in ("施行", "失效"))
    first_day = file.document.in_force_from or file.document.issued
    entitlement = Entitlement(
        id=given[RULE].text(),
        label=given["名称"].text(),
        clause=clause.id,
        grants=_quoted(given, "结论", clause),
        requirements=requirements,
        premises=premises,
        exceptions=exceptions,
        readings=tuple(point for point in file.points if point in points),
        effect=_effect(file, given["效果"]),
        authority=given["决定机关"].text(),
        procedure=_quoted(given, "程序", clause),
        doubts=tuple(item.text() for item in given["待核对"].items()) if "待核对" in given else (),
        in_force_from=max(filter(None, (start.day, first_day)), default=None),
        in_force_until=min(filter(None, (end.day, file.document.in_force_until)), default=None),
        in_force_quote=start.quote,
        where=block.where,
    )
    file.entitlements.append(entitlement)


def _conditions(given: Mapping[str, Entry], key: str, scope: Scope) -> tuple[Condition, ...]:
    return conditions(given[key], scope) if key in given else ()


def _quoted(given: Mapping[str, Entry], key: str, clause: Clause) -> str:
    """Words that must stand in the clause as they are."""
    if key not in given:
        return ""
    require_quote(given[key].text(), clause, given[key])
    return given[key].text()


class _Day(NamedTuple):
    day: date | None
    quote: str


def _day(given: Mapping[str, Entry], key: str, clause: Clause) -> _Day:
    """A date in force, with the clause's words for it, in which its year must stand."""
    if key not in given:
        return _Day(None, "")
    words, quote = split_quote(given[key])
    day = day_in(words, given[key])
    if not quote:
        raise given[key].error(f"“{key}”后面要有条文原话，例如“{key}: {words} 「…」”。")
    require_quote(quote, clause, given[key])
    if str(day.year) not in quote:
        raise given[key].error(f"日期 {day} 的年份在条文“{quote}”里找不到。请核对。")
    return _Day(day, quote)


def _effect(file: RuleFile, entry: Entry) -> str:
    for word in entry.text().split("、"):
        if word not in file.effects:
            raise entry.error(f"效果“{word}”不认识。可写的有：{listing(file.effects)}（见文件开头的“效果用语”）。")
    return entry.text()


def _add_note(file: RuleFile, section: Section, block: Entry) -> None:
    given = _fields(block)
    clause = file.clause(section)
    quotes = given["引文"].items() if "引文" in given else []
    for quote in quotes:
        require_quote(quote.text(), clause, quote)
    file.notes.append(ClauseNote(clause.id, given[NOTE].text(), tuple(quote.text() for quote in quotes)))
