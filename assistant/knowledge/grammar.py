"""The grammar of conditions: sentences such as 「某事实 不少于 3 年」 and the words that join them.

rules/README.md documents it for authors. A condition is a sentence, or one of

    - 任一满足 「…」: [conditions]           - 全部满足 「…」: [conditions]
    - 不得 「…」: [conditions]               - 按 FACT 「…」: {values: conditions}
    - 按读法 POINT 「…」: {option: conditions}

A sentence is a shared definition's name, a boolean fact, or a fact with a relation and values; the finding of an
authority says so （某机关认定）; the clause's words follow in 「」.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Final, Literal

from assistant.domain.document import ClauseId
from assistant.domain.fact import Fact, FactValue
from assistant.domain.rule import (
    AllOf,
    Always,
    AnyOf,
    Comparison,
    Condition,
    Fork,
    Negation,
    Operator,
    ReadingPoint,
)
from assistant.knowledge.rules_source import Entry, suggestion

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
CONSTANTS: Final[Mapping[str, bool]] = {"不作要求": True, "不除外": False}
JOINTS: Final = ("任一满足", "全部满足", "不得", "按", "按读法")

_SENTENCE: Final = re.compile(r"(?P<words>[^「」]*?)\s*(?:「(?P<quote>[^「」]+)」)?\s*$", re.DOTALL)
_FINDING: Final = re.compile(r"(?P<words>.*?)\s*（(?P<authority>.+)认定）$")
_NUMBER: Final = re.compile(r"(?P<number>[0-9]+(?:\.[0-9]+)?)\s*(?P<unit>\S*)$")


@dataclass(frozen=True, slots=True)
class Names:
    """What a condition may refer to: facts by label or short label, reading points by id, shared definitions."""

    facts: Mapping[str, Fact]
    points: Mapping[str, ReadingPoint] = field(default_factory=dict)
    definitions: Mapping[str, Condition] = field(default_factory=dict)

    @classmethod
    def of(cls, facts: Mapping[str, Fact], points: Mapping[str, ReadingPoint]) -> Names:
        """Names for these facts and points, with no definition yet."""
        by_name = {name: fact for fact in facts.values() for name in (fact.label, fact.name)}
        return cls(by_name, points)

    def defining(self, name: str, condition: Condition) -> Names:
        """The same names and one definition more."""
        return replace(self, definitions={**self.definitions, name: condition})

    def fact(self, word: str, entry: Entry) -> Fact:
        """The fact of that name; RuleError with the nearest name where there is none."""
        if word not in self.facts:
            raise entry.error(f"事实“{word}”没有定义。{suggestion(word, [*self.facts, *self.definitions])}")
        return self.facts[word]


@dataclass(frozen=True, slots=True)
class Scope:
    """Where a condition stands: its clause, the words it inherits, and whether it must have words of the clause.

    A requirement must (`required`), a premise must not (`none`), a shared definition may (`optional`: what has none
    takes the words of the place where it is used).
    """

    names: Names
    clause: ClauseId | None = None
    quote: str = ""
    words: Literal["required", "optional", "none"] = "required"

    def under(self, quote: str) -> Scope:
        """The scope of conditions below one that has these words (or none of its own)."""
        return replace(self, quote=quote or self.quote)


def conditions(entry: Entry, scope: Scope) -> tuple[Condition, ...]:
    """The conditions of a list, or of a single sentence."""
    return tuple(condition(item, scope) for item in entry.items())


def condition(entry: Entry, scope: Scope) -> Condition:
    """One condition, compiled; RuleError names file and line of what has no meaning."""
    if entry.is_text:
        return _sentence(entry, scope)
    pairs = entry.pairs()
    if len(pairs) != 1:
        raise entry.error("一项里写了几个条件。请每个条件一行，各以“- ”开头。")
    key, body = pairs[0]
    words, quote = split_quote(key)
    return _joined(key, words, quote, body, scope.under(quote))


def split_quote(entry: Entry) -> tuple[str, str]:
    """The words of a sentence and the clause's words that follow them in 「」."""
    text = entry.text()
    match = _SENTENCE.match(text)
    if match is None:
        raise entry.error("「」没有成对，或者后面还有别的字。请把条文原话放在一对「」里，写在最后。")
    words = match["words"].strip()
    if "：" in words:
        raise entry.error("条件里用了全角冒号“：”。请改成半角冒号加空格“: ”。")
    if not words:
        raise entry.error("只有「」里的条文，没有条件。请在前面写明条件。")
    return words, match["quote"] or ""


def _joined(key: Entry, words: str, quote: str, body: Entry, scope: Scope) -> Condition:
    joint, _, rest = words.partition(" ")
    rest = rest.strip()
    if joint == "按" and rest:
        return _case(key, rest, quote, body, scope)
    if joint == "按读法" and rest:
        return _fork(key, rest, quote, body, scope)
    if joint not in JOINTS or rest or joint.startswith("按"):
        raise key.error(f"不认识“{words}”。{suggestion(joint, JOINTS)}带冒号的条件可写：{'、'.join(JOINTS)}。")
    children = conditions(body, scope)
    if joint == "任一满足":
        return AnyOf(children, joint, quote, scope.clause)
    if joint == "全部满足":
        return AllOf(children, joint, quote, scope.clause)
    return Negation(_one(children), joint, quote, scope.clause)


def _case(key: Entry, name: str, quote: str, body: Entry, scope: Scope) -> Condition:
    fact = scope.names.fact(name, key)
    if fact.type != "enum":
        raise key.error(f"“按”后面只能写有固定取值的事实，“{name}”不是。请改用“任一满足”。")
    branches: list[Condition] = []
    seen: set[FactValue] = set()
    for values_entry, requirement in body.pairs():
        values = _values(values_entry.raw(), fact, values_entry)
        if twice := seen.intersection(values):
            raise values_entry.error(f"“{'、'.join(map(str, twice))}”在两行里都写了。每个取值只能写一次。")
        seen.update(values)
        text = f"{name} 属于 {'、'.join(map(str, values))}"
        leaf = Comparison(fact.id, "in", values, text, scope.quote, scope.clause)
        branches.append(AllOf((leaf, *conditions(requirement, scope)), text, "", scope.clause))
    return AnyOf(tuple(branches), f"按 {name}", quote, scope.clause, "case")


def _fork(key: Entry, name: str, quote: str, body: Entry, scope: Scope) -> Condition:
    point = scope.names.points.get(name)
    if point is None:
        raise key.error(f"读法“{name}”没有定义。{suggestion(name, scope.names.points)}")
    options: dict[str, Condition] = {}
    for option, requirement in body.pairs():
        if option.raw() not in point.options:
            hint = suggestion(option.raw(), point.options)
            raise option.error(
                f"读法“{name}”没有“{option.raw()}”这种读法。{hint}可写的有：{'、'.join(point.options)}。"
            )
        options[option.raw()] = _one(conditions(requirement, scope))
    if missing := [option for option in point.options if option not in options]:
        raise key.error(f"读法“{name}”还缺“{'、'.join(missing)}”。每种读法都要写明条件。")
    return Fork(name, {option: options[option] for option in point.options}, point.label, quote, scope.clause)


def _one(children: tuple[Condition, ...]) -> Condition:
    return children[0] if len(children) == 1 else AllOf(children)


def _sentence(entry: Entry, scope: Scope) -> Condition:
    words, quote = split_quote(entry)
    if words in CONSTANTS:
        return Always(CONSTANTS[words], words)
    if words in JOINTS:
        raise entry.error(f"“{words}”后面少了冒号和下面的条件。请写成“- {words}: ”，条件另起一行缩进。")
    here = scope.under(quote)
    if scope.words == "none" and quote:
        raise entry.error("前提是条文没有写明的条件，不应有「」。有条文原话的条件请移到“须全部满足”。")
    if scope.words == "required" and not here.quote:
        raise entry.error(f"条件“{words}”没有条文原话。请在后面加「」写上条文里的原话；条文没写的，移到“前提”。")
    definition = scope.names.definitions.get(words)
    if definition is not None:
        return _used(definition, words, here)
    return _comparison(entry, words, here)


def _used(definition: Condition, name: str, scope: Scope) -> Condition:
    """A shared definition where it is used: parts with words of their own keep them, the rest take the user's."""
    filled = quoting(definition, scope.quote, scope.clause)
    return replace(filled, name=name, quote=scope.quote, clause=scope.clause) if isinstance(filled, AllOf) else filled


def quoting(part: Condition, quote: str, clause: ClauseId | None) -> Condition:
    """The condition with these words at every place that has none of its own."""
    if isinstance(part, Always):
        return part
    own = part if part.quote else replace(part, quote=quote, clause=clause)
    if isinstance(own, AllOf | AnyOf):
        return replace(own, children=tuple(quoting(child, quote, clause) for child in own.children))
    if isinstance(own, Negation):
        return replace(own, child=quoting(own.child, quote, clause))
    if isinstance(own, Fork):
        return replace(own, options={name: quoting(option, quote, clause) for name, option in own.options.items()})
    return own


def _comparison(entry: Entry, words: str, scope: Scope) -> Comparison:
    finding = _FINDING.match(words)
    body = finding["words"] if finding else words
    fact, operator, values = _reading(entry, body, scope.names)
    authority = finding["authority"] if finding else None
    if authority != fact.determined_by:
        raise entry.error(_finding_message(body, fact, authority))
    return Comparison(fact.id, operator, values, body, scope.quote, scope.clause)


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
    name, *rest_words = body.split()
    if rest_words:
        names.fact(name, entry)
        given = rest_words[0]
        raise entry.error(
            f"不认识“{given}”。{suggestion(given, RELATIONS)}可写的有：{'、'.join(RELATIONS)}；前后各空一格。"
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
        return _values(text, fact, entry)
    if fact.type == "number":
        return (_quantity(text, fact, entry),)
    if not fact.ordered:
        raise entry.error(f"“{fact.name}”的取值不分高低，不能比较。请用“属于”或“不属于”。")
    return _values(text, fact, entry, single=True)


def _values(text: str, fact: Fact, entry: Entry, single: bool = False) -> tuple[FactValue, ...]:
    if fact.type == "boolean":
        raise entry.error(f"“{fact.name}”只有是或不是，直接写“{fact.name}”；相反的意思请用“不得”。")
    words = tuple(word.strip() for word in text.split("、"))
    for word in words:
        if word not in fact.values:
            hint = suggestion(word, fact.values)
            raise entry.error(f"“{fact.name}”没有“{word}”这个取值。{hint}可写的有：{'、'.join(fact.values)}。")
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
