"""Amounts of a condition against the clause: the number must stand there, and 满, 以上, 不满 must fit the relation.

满, 以上, 以下, 以内 include the number; 不满, 超过, 以外 exclude it (Civil Code, article 1259).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final

from assistant.domain.fact import Fact
from assistant.domain.rule import Comparison, Operator
from assistant.text.numerals import Numeral, find_numerals

RELATION_OF: Final[Mapping[Operator, str]] = {
    "at_least": "不少于",
    "more_than": "多于",
    "at_most": "不多于",
    "less_than": "少于",
}
_BEFORE: Final[Mapping[str, Operator]] = {
    "不满": "less_than",
    "未满": "less_than",
    "不足": "less_than",
    "不到": "less_than",
    "超过": "more_than",
    "多于": "more_than",
    "不少于": "at_least",
    "不低于": "at_least",
    "至少": "at_least",
    "不超过": "at_most",
    "不多于": "at_most",
    "满": "at_least",
}
_AFTER: Final[Mapping[str, Operator]] = {
    "及以上": "at_least",
    "以上": "at_least",
    "及以下": "at_most",
    "以下": "at_most",
    "以内": "at_most",
    "以外": "more_than",
}
_ALTERNATIVE: Final = re.compile(r"[0-9]+（$")
_UNIT: Final = re.compile(r"[0-9）]*(?:周年|周岁|个月|年|月|日|天|岁|期|名|人|次|%)?")
_RANK: Final = re.compile(r"[^，。；、“”（）]{0,4}?(?P<word>及?以[上下])")


def disagreement(leaf: Comparison, fact: Fact) -> str:
    """What is wrong between a leaf and its quote, said to the rule's author; empty where they agree."""
    if not leaf.quote:
        return ""
    if fact.type == "number":
        return _number(leaf, fact)
    return _ranks(leaf, fact) if fact.ordered else ""


def _number(leaf: Comparison, fact: Fact) -> str:
    needed = float(leaf.values[0])
    found = [numeral for numeral in find_numerals(leaf.quote) if numeral.value == needed]
    if not found:
        return f"条件里的数字 {needed:g} 在条文“{leaf.quote}”里找不到。请核对数字，或换一段含有这个数字的条文。"
    for word, operator in (pair for numeral in found for pair in _boundary(leaf.quote, numeral)):
        if operator != leaf.operator:
            right, wrong = RELATION_OF[operator], RELATION_OF.get(leaf.operator, leaf.operator)
            return f"条文写的是“{word}”，应写“{fact.name} {right} {needed:g} {fact.unit}”，这里写成了“{wrong}”。"
    return ""


def _boundary(quote: str, numeral: Numeral) -> Iterator[tuple[str, Operator]]:
    """The boundary words around a number, with what they mean; 满3（5）年 gives 满 to both numbers."""
    start, end = numeral.span.start, numeral.span.end
    before = _ALTERNATIVE.sub("", quote[:start])
    after = quote[end:]
    unit = _UNIT.match(after)
    rest = after[unit.end() :] if unit else after
    for word in sorted(_BEFORE, key=len, reverse=True):
        if before.endswith(word):
            yield f"{word}{quote[start:end]}", _BEFORE[word]
            break
    for word in sorted(_AFTER, key=len, reverse=True):
        if rest.startswith(word):
            yield f"{quote[start:end]}{word}", _AFTER[word]
            break


def _ranks(leaf: Comparison, fact: Fact) -> str:
    """以上 and 以下 after the name of a rank: the condition must take exactly the ranks from there on."""
    for rank, value in enumerate(fact.values):
        place = leaf.quote.find(value)
        match = _RANK.match(leaf.quote, place + len(value)) if place >= 0 else None
        if match is None:
            continue
        upward = match["word"].endswith("上")
        expected = fact.values[rank:] if upward else fact.values[: rank + 1]
        if set(expected) != set(_taken(leaf, fact)):
            shown = leaf.quote[place : match.end()]
            return f"条文写的是“{shown}”，包括{'、'.join(expected)}，这里的条件“{leaf.text}”与它不一致。"
    return ""


def _taken(leaf: Comparison, fact: Fact) -> tuple[str, ...]:
    if leaf.operator == "in":
        return tuple(str(value) for value in leaf.values)
    if leaf.operator == "not_in":
        return tuple(value for value in fact.values if value not in leaf.values)
    rank = fact.values.index(str(leaf.values[0]))
    kept = {
        "at_least": range(rank, len(fact.values)),
        "more_than": range(rank + 1, len(fact.values)),
        "at_most": range(rank + 1),
        "less_than": range(rank),
    }[leaf.operator]
    return tuple(fact.values[index] for index in kept)
