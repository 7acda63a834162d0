"""Whether what is said of an applicant can be true at all, and what the laws between numbers follow from it."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from difflib import get_close_matches

from assistant.domain.fact import Bound, Case, Fact, FactValue
from assistant.domain.proof import ProofNode, Status
from assistant.domain.rule import OrderLaw
from assistant.errors import FactError
from assistant.reasoning.cells import Interval, bounded, point, whole


class Laws:
    """The facts of the vocabulary and the order laws between them."""

    def __init__(self, facts: Mapping[str, Fact], laws: Iterable[OrderLaw]) -> None:
        self._facts = facts
        self.order = _closure({(law.smaller, law.larger) for law in laws})
        self._ruled = frozenset(fact for pair in self.order for fact in pair)

    def intervals(self, case: Case) -> dict[str, Interval]:
        """What is left possible of each number that a bound or a law says something of."""
        known = [fact for fact in self._ruled if fact in case.facts]
        if not known and not case.bounds:
            return {}
        numbers = {*self._ruled, *case.bounds}
        own = {fact: self._own(fact, case) for fact in numbers}
        left = dict(own)
        for smaller, larger in self.order:
            left[smaller] = left[smaller].meet(Interval(-math.inf, own[larger].high))
            left[larger] = left[larger].meet(Interval(own[smaller].low, math.inf))
        return left

    def grounds(self, fact: str, case: Case) -> tuple[ProofNode, ...]:
        """Why an unknown number is settled: what was said of it, or the laws that say more, with the other number."""
        told = case.bounds.get(fact)
        if told is not None and told.quote and self.intervals(case).get(fact) == self._own(fact, case):
            return (ProofNode("law", Status.TRUE, f"{self._facts[fact].name}：{told.quote}", fact),)
        found = []
        for smaller, larger in sorted(self.order):
            other, known, compared = (larger, "只有", "多") if fact == smaller else (smaller, "已有", "少")
            if fact in (smaller, larger) and (other in case.facts or other in case.bounds):
                lead = f"{self._facts[other].name}{known if other in case.facts else ''}{self._said(other, case)}"
                text = f"{lead}，{self._facts[fact].name}不会更{compared}"
                found.append(ProofNode("law", Status.TRUE, text, other, case.facts.get(other)))
        return tuple(found)

    def check(self, case: Case) -> None:
        """FactError for the first thing that cannot be: an unknown fact, a value it cannot have, a contradiction."""
        for fact in (*case.facts, *case.bounds, *case.unavailable, *case.since):
            if fact not in self._facts:
                raise FactError(fact, self._unknown(fact))
        for fact, value in case.facts.items():
            _check_value(self._facts[fact], value)
        for fact in case.bounds:
            self._check_bound(fact, case)
        own = {fact: self._own(fact, case) for fact in self._ruled}
        for smaller, larger in sorted(self.order):
            if own[smaller].low >= own[larger].high:
                raise FactError(smaller, self._contradiction(smaller, larger, case))

    def _own(self, fact: str, case: Case) -> Interval:
        value = case.facts.get(fact)
        if value is not None and not isinstance(value, str):
            return point(value)
        bound = case.bounds.get(fact)
        spec = self._facts[fact]
        return whole(spec) if bound is None else bounded(spec, bound)

    def _check_bound(self, fact: str, case: Case) -> None:
        spec, bound = self._facts[fact], case.bounds[fact]
        if spec.type != "number":
            raise FactError(fact, f"“{spec.label}”（{fact}）不是数，不能给出范围。")
        for end in (bound.at_least, bound.below):
            if end is not None and (isinstance(end, bool) or not math.isfinite(end)):
                raise FactError(fact, f"“{spec.label}”（{fact}）的范围必须用数来说，收到的是{_shown(end)}。")
        if bounded(spec, bound).empty:
            raise FactError(fact, f"“{spec.label}”（{fact}）没有一个值符合所给的范围；它应在{_range(spec)}。")
        value = case.facts.get(fact)
        if value is not None and not isinstance(value, str) and not bound.admits(value):
            raise FactError(fact, f"“{spec.label}”（{fact}）给了两种说法：{_shown(value)}和{_ends(bound)}，请核对。")

    def _unknown(self, fact: str) -> str:
        labels = {spec.label: name for name, spec in self._facts.items()}
        near = get_close_matches(fact, [*self._facts, *labels], n=1, cutoff=0.6)
        if not near:
            return f"没有叫“{fact}”的事实。全部事实见 GET /api/v1/facts。"
        name = labels.get(near[0], near[0])
        return f"没有叫“{fact}”的事实。是否指“{name}”（{self._facts[name].label}）？"

    def _contradiction(self, smaller: str, larger: str, case: Case) -> str:
        sides = [f"“{self._facts[fact].label}”（{fact}）{self._said(fact, case)}" for fact in (smaller, larger)]
        return f"{sides[0]}不能大于{sides[1]}，请核对这两项。"

    def _said(self, fact: str, case: Case) -> str:
        """What is known of a number, with its unit."""
        value = case.facts.get(fact)
        words = _shown(value) if value is not None else _ends(case.bounds.get(fact, Bound()))
        return words + self._facts[fact].unit


def _check_value(fact: Fact, value: FactValue) -> None:
    name = f"“{fact.label}”（{fact.id}）"
    if fact.type == "boolean":
        if not isinstance(value, bool):
            raise FactError(fact.id, f"{name}只能是true或false，收到的是{_shown(value)}。")
    elif fact.type == "enum":
        if not isinstance(value, str) or value not in fact.values:
            options = "、".join(fact.values)
            raise FactError(fact.id, f"{name}没有“{value}”这个取值{_suggest(fact, value)}可取：{options}。")
    elif isinstance(value, bool | str) or not isinstance(value, int | float) or not math.isfinite(value):
        raise FactError(fact.id, f"{name}必须是数，收到的是{_shown(value)}。")
    elif not whole(fact).low <= value < whole(fact).high:
        raise FactError(fact.id, f"{name}应在{_range(fact)}，收到的是{_shown(value)}。")


def _ends(bound: Bound) -> str:
    parts = (("不少于", bound.at_least), ("少于", bound.below))
    return "、".join(word + _shown(end) for word, end in parts if end is not None)


def _shown(value: object) -> str:
    """A value as it was given, in the spelling of JSON."""
    if isinstance(value, bool):
        return "true" if value else "false"
    return f"{value:g}" if isinstance(value, float) else f"“{value}”" if isinstance(value, str) else str(value)


def _suggest(fact: Fact, value: object) -> str:
    near = get_close_matches(str(value), fact.values, n=1, cutoff=0.5)
    return f"，是否指“{near[0]}”？" if near else "。"


def _range(fact: Fact) -> str:
    if fact.minimum is None or fact.maximum is None:
        return "所定的范围之内"
    return f"{fact.minimum:g}到{fact.maximum:g}{fact.unit}之间"


def _closure(pairs: set[tuple[str, str]]) -> frozenset[tuple[str, str]]:
    """All pairs that follow from the given ones by going from law to law."""
    found = set(pairs)
    while True:
        more = {(a, d) for a, b in found for c, d in found if b == c and a != d} - found
        if not more:
            return frozenset(found)
        found |= more
