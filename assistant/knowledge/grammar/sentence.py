"""One sentence of a rule: a fact, a relation, values; the finding of an authority; the clause's words in 「」."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from assistant.domain.fact import Fact, FactValue
from assistant.domain.rule import Comparison, Operator
from assistant.knowledge.grammar.names import Names, Scope
from assistant.knowledge.rulefiles.source import Entry, listing, suggestion

RELATIONS: Final[Mapping[str, Operator]] = {
    "属于": "in",
    "不属于": "not_in",
    "不少于": "at_least",
    "不低于": "at_least",
    "多于": "more_than",
    "高于": "more_than",
    "不多于": "at_most",
    "不高于": "at_most",
    "少于": "less_than",
    "低于": "less_than",
}
_OTHER_MARKS: Final = '“”"『』【】'
_SENTENCE: Final = re.compile(r"(?P<words>[^「」]*?)\s*(?:「(?P<quote>[^「」]+)」)?\s*$", re.DOTALL)
_FINDING: Final = re.compile(r"(?P<words>.*?)\s*[（(](?P<authority>.+)认定[）)]$")
_NUMBER: Final = re.compile(r"(?P<number>[0-9]+(?:\.[0-9]+)?)\s*(?P<unit>\S*)$")


def split_quote(entry: Entry) -> tuple[str, str]:
    """The words of a sentence and the clause's words that follow them in 「」."""
    text = entry.text()
    match = _SENTENCE.match(text)
    if match is None:
        raise entry.error("「」没有成对，或者后面还有别的字。请把条文原话放在一对「」里，写在最后。")
    words = match["words"].replace("　", " ").strip()
    if any(mark in words for mark in _OTHER_MARKS):
        raise entry.error("条文原话要放在「」里，不能用别的引号。")
    if "：" in words:
        raise entry.error("条件里用了全角冒号“：”。请改成半角冒号加空格“: ”。")
    if not words:
        raise entry.error("只有「」里的条文，没有条件。请在前面写明条件。")
    return words, match["quote"] or ""


def comparison(entry: Entry, words: str, scope: Scope) -> Comparison:
    """The comparison that a sentence says; a finding of an authority must name the authority of its fact."""
    finding = _FINDING.match(words)
    body = finding["words"] if finding else words
    fact, operator, values = _reading(entry, body, scope.names)
    authority = finding["authority"] if finding else None
    if authority != fact.determined_by:
        raise entry.error(_finding_message(body, fact, authority))
    return Comparison(fact.id, operator, values, body, scope.quote, scope.id)


def _finding_message(body: str, fact: Fact, authority: str | None) -> str:
    if fact.determined_by is None:
        return f"事实“{fact.label}”不由机关认定，请删去“（{authority}认定）”；若确由机关认定，请改 rules/facts.yaml。"
    return f"事实“{fact.label}”由{fact.determined_by}认定。请写成“{body} （{fact.determined_by}认定）”。"


def _reading(entry: Entry, body: str, names: Names) -> tuple[Fact, Operator, tuple[FactValue, ...]]:
    for relation in sorted(RELATIONS, key=len, reverse=True):
        name, found, rest = body.partition(f" {relation} ")
        if found:
            fact, operator = names.fact(name.strip(), entry), RELATIONS[relation]
            return fact, operator, _operands(rest.strip(), operator, fact, entry)
    for relation in sorted(RELATIONS, key=len, reverse=True):
        if relation in body and body not in names.facts:
            raise entry.error(f"“{body}”里的“{relation}”前后要各空一格，例如“事实 {relation} 取值”。")
    name, *rest_words = body.split()
    if rest_words:
        names.fact(name, entry)
        given = rest_words[0]
        raise entry.error(
            f"不认识“{given}”。{suggestion(given, RELATIONS)}可写的有：{listing(RELATIONS)}；前后各空一格。"
        )
    fact = names.fact(name, entry)
    if fact.type != "boolean":
        raise entry.error(f"“{name}”后面要写明取值，例如“{_sample(fact)}”。")
    return fact, "in", (True,)


def _sample(fact: Fact) -> str:
    if fact.type == "number":
        return f"{fact.name} 不少于 {fact.minimum:g} {fact.unit}"
    return f"{fact.name} 属于 {fact.values[-1]}"


def _operands(text: str, operator: Operator, fact: Fact, entry: Entry) -> tuple[FactValue, ...]:
    if operator in ("in", "not_in"):
        if fact.type == "number":
            raise entry.error(f"“{fact.name}”是数字，不能用“属于”。请用“不少于”“少于”“多于”“不多于”。")
        return values_of(text, fact, entry)
    if fact.type == "number":
        return (_quantity(text, fact, entry),)
    if not fact.ordered:
        raise entry.error(f"“{fact.name}”的取值不分高低，不能比较。请用“属于”或“不属于”。")
    return values_of(text, fact, entry, single=True)


def values_of(text: str, fact: Fact, entry: Entry, single: bool = False) -> tuple[FactValue, ...]:
    """The values of an enum that `text` lists, joined by 、; `single` allows one only."""
    if fact.type == "boolean":
        raise entry.error(f"“{fact.name}”只有是或不是，直接写“{fact.name}”；相反的意思请用“不得”。")
    words = tuple(word.strip() for word in text.split("、"))
    for word in words:
        if word not in fact.values and any(mark in word for mark in "，,；;/"):
            raise entry.error(f"“{word}”里的取值要用顿号“、”隔开。")
        if word not in fact.values:
            hint = suggestion(word, fact.values)
            raise entry.error(f"“{fact.name}”没有“{word}”这个取值。{hint}可写的有：{listing(fact.values)}。")
    if len(set(words)) != len(words) or (single and len(words) != 1):
        raise entry.error(f"“{text}”里的取值写重了，或者比较高低时写了不止一个。")
    return words


def _quantity(text: str, fact: Fact, entry: Entry) -> float:
    match = _NUMBER.match(text)
    if match is None:
        raise entry.error(f"“{text}”应是阿拉伯数字加单位，例如“3 {fact.unit}”。")
    if match["unit"] != fact.unit:
        raise entry.error(
            f"“{fact.name}”的单位是“{fact.unit}”，这里写的是“{match['unit']}”。请写成“{match['number']} {fact.unit}”。"
        )
    number = float(match["number"])
    if not (fact.minimum or 0) <= number <= (fact.maximum or number):
        raise entry.error(f"{number:g} 超出了“{fact.name}”的范围（{fact.minimum:g} 到 {fact.maximum:g} {fact.unit}）。")
    return number
