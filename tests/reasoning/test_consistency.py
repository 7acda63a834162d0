from __future__ import annotations

import math
from dataclasses import replace
from datetime import date

import pytest

from assistant.domain.fact import Bound, Case
from assistant.domain.rule import OrderLaw
from assistant.errors import FactError
from assistant.reasoning.consistency import Laws


@pytest.fixture
def laws(small):
    return Laws(small.facts, [OrderLaw("n", "m")])


REFUSED = {
    "an unknown fact, naming the nearest": (Case({"hui": "red"}), "hui", "是否指“hue”"),
    "a fact unlike any other": (Case({"zzzzzz": 1}), "zzzzzz", "没有叫“zzzzzz”的事实"),
    "a fact known by its label": (Case({"Hu": "red"}), "Hu", "是否指“hue”"),
    "a value that is none of the enum's": (Case({"hue": "gren"}), "hue", "是否指“green”"),
    "a value with nothing near": (Case({"hue": "?"}), "hue", "可取：red、green、blue、black"),
    "a number for an enum": (Case({"hue": 1}), "hue", "没有“1”这个取值"),
    "a truth value for a number": (Case({"n": True}), "n", "必须是数，收到的是true"),
    "a text for a number": (Case({"n": "3"}), "n", "必须是数，收到的是“3”"),
    "no number at all": (Case({"n": math.nan}), "n", "必须是数"),
    "a number for a truth value": (Case({"a": 1}), "a", "true或false，收到的是1"),
    "a number out of range": (Case({"n": 11}), "n", "应在0到10年之间，收到的是11"),
    "a negative number": (Case({"n": -0.5}), "n", "应在"),
    "numbers against the law": (Case({"n": 5, "m": 4}), "n", "“N”（n）5年不能大于“M”（m）4年"),
    "a number against a bound": (Case({"n": 5}, {"m": Bound(below=5)}), "n", "“M”（m）少于5年"),
    "a bound against a number": (Case({"m": 4}, {"n": Bound(at_least=4.5)}), "n", "“N”（n）不少于4.5年"),
    "a number outside its own bound": (Case({"n": 5}, {"n": Bound(at_least=6)}), "n", "两种说法：5和不少于6"),
    "an empty bound": (Case({}, {"n": Bound(at_least=5, below=5)}), "n", "没有一个值符合"),
    "a bound out of range": (Case({}, {"n": Bound(at_least=11)}), "n", "没有一个值符合"),
    "a bound on an enum": (Case({}, {"hue": Bound(at_least=1)}), "hue", "不是数"),
    "a bound that is no number": (Case({}, {"n": Bound(at_least=math.inf)}), "n", "必须用数"),
    "an unknown fact that is unavailable": (Case(unavailable=frozenset({"zz"})), "zz", "没有叫"),
    "an unknown fact since a day": (Case(since={"zz": date(2020, 1, 1)}), "zz", "没有叫"),
}


@pytest.mark.parametrize(("case", "fact", "words"), REFUSED.values(), ids=REFUSED)
def test_refuses(laws, case, fact, words):
    with pytest.raises(FactError) as refusal:
        laws.check(case)
    assert refusal.value.fact == fact
    assert words in str(refusal.value)


def test_accepts_what_can_be(laws):
    laws.check(Case({"n": 4, "m": 4, "hue": "red", "a": False}))
    laws.check(Case({"n": 2.5}, {"m": Bound(at_least=1, below=3)}))


def test_a_law_limits_the_unknown_side_by_the_known_one(laws):
    assert laws.intervals(Case({"m": 4}))["n"].high == math.nextafter(4, math.inf)
    assert laws.intervals(Case({"n": 4}))["m"].low == 4
    assert laws.intervals(Case({}, {"m": Bound(below=4)}))["n"].high == 4


def test_laws_follow_from_one_another(small):
    small.facts["k"] = replace(small.facts["n"], id="k")
    laws = Laws(small.facts, [OrderLaw("n", "m"), OrderLaw("m", "k")])
    assert laws.order == {("n", "m"), ("m", "k"), ("n", "k")}


def test_nothing_said_of_numbers_limits_nothing(laws):
    assert laws.intervals(Case({"a": True})) == {}
