"""The facts of `rules/facts.yaml`, and the laws that tie them together."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Final, cast, get_args

from assistant.domain.fact import Fact, FactType, FactValue
from assistant.domain.rule import OrderLaw
from assistant.knowledge.rulefiles.source import Entry, listing, parse, read, suggestion

FILE: Final = "rules/facts.yaml"
_TYPES: Final = get_args(FactType)
_DAY: Final = "as_of"
"""What `derived_from` calls the day."""
FIELDS: Final = (
    "id",
    "label",
    "short_label",
    "type",
    "values",
    "ordered",
    "unit",
    "min",
    "max",
    "grows",
    "determined_by",
    "derived_from",
    "question",
    "hint",
    "option_labels",
    "note",
)


def load_facts(root: Path) -> Mapping[str, Fact]:
    """Fact id to fact, in the file's order; RuleError names file and line of the first mistake."""
    entries = _sections(root)["facts"].items()
    facts: dict[str, Fact] = {}
    names: dict[str, str] = {}
    for entry in entries:
        fact = _fact(entry)
        if fact.id in facts:
            raise entry.error(f"事实“{fact.id}”定义了两次。请删去一处。")
        for name in {fact.label, fact.name}:
            if name in names:
                raise entry.error(f"名称“{name}”已用于事实“{names[name]}”。请换一个。")
            names[name] = fact.id
        facts[fact.id] = fact
    _check_derived(entries, facts)
    return facts


def load_laws(root: Path, facts: Mapping[str, Fact]) -> tuple[OrderLaw, ...]:
    """The laws between two numbers of one applicant, in the file's order."""
    section = _sections(root).get("laws")
    return tuple(_law(entry, facts) for entry in section.items()) if section else ()


def fact_named(entry: Entry, facts: Mapping[str, Fact]) -> Fact:
    """The fact whose id the entry holds; RuleError with the nearest id where there is none."""
    word = entry.text()
    if word not in facts:
        raise entry.error(f"没有编号为“{word}”的事实。{suggestion(word, facts)}")
    return facts[word]


def in_words(fact: Fact, value: FactValue) -> str:
    """A value as an officer writes it: with its unit, or as the option is called."""
    if isinstance(value, bool):
        return fact.option_labels.get("true" if value else "false", "是" if value else "否")
    return f"{value:g}{fact.unit}" if isinstance(value, int | float) else value


def _sections(root: Path) -> Mapping[str, Entry]:
    return parse(read(root, FILE), FILE).fields(("facts", "laws"), required=("facts",))


def _fact(entry: Entry) -> Fact:
    given = entry.fields(FIELDS, required=("id", "label", "type", "question"))
    kind = _type(given["type"])
    values = tuple(value.text() for value in given["values"].items()) if "values" in given else ()
    if (kind == "enum") != bool(values):
        raise entry.error("enum 事实须列出 values，其他类型不能有 values。")
    low, high = (given[key].number() if key in given else None for key in ("min", "max"))
    if kind == "number" and (low is None or high is None or low >= high or "unit" not in given):
        raise entry.error("number 事实须写明 unit、min 和 max，且 min 小于 max。")
    return Fact(
        id=given["id"].text(),
        label=given["label"].text(),
        type=kind,
        values=values,
        ordered="ordered" in given and given["ordered"].boolean(),
        unit=_text(given, "unit"),
        minimum=low,
        maximum=high,
        determined_by=_text(given, "determined_by") or None,
        derived_from=tuple(name.text() for name in given["derived_from"].items()) if "derived_from" in given else (),
        question=given["question"].text(),
        hint=_text(given, "hint"),
        note=_text(given, "note"),
        option_labels=_option_labels(given, kind, values),
        short_label=_text(given, "short_label"),
        grows=kind == "number" and "grows" in given and given["grows"].boolean(),
    )


def _check_derived(entries: Iterable[Entry], facts: Mapping[str, Fact]) -> None:
    for given in (entry.fields(FIELDS) for entry in entries):
        for name in given["derived_from"].items() if "derived_from" in given else ():
            if name.text() != _DAY:
                fact_named(name, facts)


def _text(given: Mapping[str, Entry], key: str) -> str:
    return given[key].text() if key in given else ""


def _type(entry: Entry) -> FactType:
    word = entry.text()
    if word not in _TYPES:
        raise entry.error(f"事实类型“{word}”不认识。{suggestion(word, _TYPES)}可写的有：{listing(_TYPES)}。")
    return cast(FactType, word)


def _option_labels(given: Mapping[str, Entry], kind: FactType, values: tuple[str, ...]) -> Mapping[str, str]:
    accepted = ("true", "false") if kind == "boolean" else values
    labels: dict[str, str] = {}
    for key, label in given["option_labels"].pairs() if "option_labels" in given else ():
        if key.raw() not in accepted:
            raise key.error(
                f"没有“{key.raw()}”这个取值。{suggestion(key.raw(), accepted)}可写的有：{listing(accepted)}。"
            )
        labels[key.raw()] = label.text()
    return labels


def _law(entry: Entry, facts: Mapping[str, Fact]) -> OrderLaw:
    given = entry.fields(("smaller", "larger"), required=("smaller", "larger"))
    smaller, larger = (fact_named(given[key], facts) for key in ("smaller", "larger"))
    for fact in (smaller, larger):
        if fact.type != "number":
            raise entry.error(f"“{fact.label}”不是数字，不能比较大小。")
    return OrderLaw(smaller.id, larger.id)
