"""The grammar of conditions: sentences such as 「某事实 不少于 3 年」 and the words that join them.

rules/README.md documents it for authors. A condition is a sentence, or one of

    - 任一满足 「…」: [conditions]           - 全部满足 「…」: [conditions]
    - 不得 「…」: [conditions]               - 按 FACT 「…」: {values: conditions}
    - 按读法 POINT 「…」: {option: conditions}

A sentence is a shared definition's name, a boolean fact, or a fact with a relation and values; the finding of an
authority says so （某机关认定）; the clause's words follow in 「」.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from assistant.domain.document import ClauseId
from assistant.domain.fact import FactValue
from assistant.domain.rule import AllOf, Always, AnyOf, Comparison, Condition, Fork, Negation, leaves
from assistant.knowledge.grammar.amounts import disagreement
from assistant.knowledge.grammar.names import Scope
from assistant.knowledge.grammar.sentence import comparison, split_quote, values_of
from assistant.knowledge.rulefiles.source import Entry, listing, suggestion

CONSTANTS: Final[Mapping[str, bool]] = {"不作要求": True, "不除外": False}
_EVERY: Final = "全部满足"
JOINTS: Final = ("任一满足", _EVERY, "不得", "按", "按读法")


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
    return _joined(key, words, quote, body, scope.under(quote, key))


def reading_points_of(part: Condition) -> tuple[str, ...]:
    """The reading points that bite in a condition, in order of appearance.

    >>> reading_points_of(Fork("p", {"a": Always(True), "b": Fork("q", {})}))
    ('p', 'q')
    """
    if isinstance(part, Comparison | Always):
        return ()
    own = [part.point] if isinstance(part, Fork) else []
    return tuple(dict.fromkeys([*own, *(point for child in _below(part) for point in reading_points_of(child))]))


def _below(part: AllOf | AnyOf | Negation | Fork) -> tuple[Condition, ...]:
    if isinstance(part, Negation):
        return (part.child,)
    return tuple(part.options.values()) if isinstance(part, Fork) else part.children


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
        return AnyOf(children, joint, quote, scope.id)
    if joint == _EVERY:
        return AllOf(children, joint, quote, scope.id)
    return Negation(_one(children, scope), joint, quote, scope.id)


def _case(key: Entry, name: str, quote: str, body: Entry, scope: Scope) -> Condition:
    fact = scope.names.fact(name, key)
    if fact.type != "enum":
        raise key.error(f"“按”后面只能写有固定取值的事实，“{name}”不是。请改用“任一满足”。")
    branches: list[Condition] = []
    seen: set[FactValue] = set()
    for values_entry, requirement in body.pairs():
        values = values_of(values_entry.raw(), fact, values_entry)
        if twice := seen.intersection(values):
            raise values_entry.error(f"“{'、'.join(map(str, twice))}”在两行里都写了。每个取值只能写一次。")
        seen.update(values)
        text = f"{name} 属于 {'、'.join(map(str, values))}"
        leaf = Comparison(fact.id, "in", values, text, scope.quote, scope.id)
        branches.append(AllOf((leaf, *conditions(requirement, scope)), text, "", scope.id))
    return AnyOf(tuple(branches), f"按 {name}", quote, scope.id, "case")


def _fork(key: Entry, name: str, quote: str, body: Entry, scope: Scope) -> Condition:
    point = scope.names.points.get(name)
    if point is None:
        raise key.error(f"读法“{name}”没有定义。{suggestion(name, scope.names.points)}")
    options: dict[str, Condition] = {}
    for option, requirement in body.pairs():
        if option.raw() not in point.options:
            hint = suggestion(option.raw(), point.options)
            raise option.error(f"读法“{name}”没有“{option.raw()}”。{hint}可写的有：{listing(point.options)}。")
        options[option.raw()] = _one(conditions(requirement, scope), scope)
    if missing := [option for option in point.options if option not in options]:
        raise key.error(f"读法“{name}”还缺“{'、'.join(missing)}”。每种读法都要写明条件。")
    return Fork(name, {option: options[option] for option in point.options}, point.label, quote, scope.id)


def _one(children: tuple[Condition, ...], scope: Scope) -> Condition:
    return children[0] if len(children) == 1 else AllOf(children, _EVERY, clause=scope.id)


def _sentence(entry: Entry, scope: Scope) -> Condition:
    words, quote = split_quote(entry)
    if words in CONSTANTS:
        return Always(CONSTANTS[words], words)
    if words in JOINTS:
        raise entry.error(f"“{words}”后面少了冒号和下面的条件。请写成“- {words}: ”，条件另起一行缩进。")
    here = scope.under(quote, entry)
    if scope.words == "required" and not here.quote:
        raise entry.error(f"条件“{words}”没有条文原话。请在后面加「」写上条文里的原话；条文没写的，移到“前提”。")
    definition = scope.names.definitions.get(words)
    compiled = comparison(entry, words, here) if definition is None else _used(definition, words, here)
    for leaf in leaves(compiled):
        if problem := disagreement(leaf, scope.names.by_id[leaf.fact]):
            raise entry.error(problem)
    return compiled


def _used(definition: Condition, name: str, scope: Scope) -> Condition:
    """A shared definition where it is used: parts with words of their own keep them, the rest take the user's."""
    filled = _quoting(definition, scope.quote, scope.id)
    return replace(filled, name=name, quote=scope.quote, clause=scope.id) if isinstance(filled, AllOf) else filled


def _quoting(part: Condition, quote: str, clause: ClauseId | None) -> Condition:
    """The condition with these words at every place that has none of its own."""
    if isinstance(part, Always):
        return part
    own = part if part.quote else replace(part, quote=quote, clause=clause)
    if isinstance(own, AllOf | AnyOf):
        return replace(own, children=tuple(_quoting(child, quote, clause) for child in own.children))
    if isinstance(own, Negation):
        return replace(own, child=_quoting(own.child, quote, clause))
    if isinstance(own, Fork):
        return replace(own, options={name: _quoting(option, quote, clause) for name, option in own.options.items()})
    return own
