"""Rules made up at random, with every construct, against enumeration over a grid finer than any threshold or bound."""

from __future__ import annotations

import operator
from datetime import date
from itertools import product
from random import Random

import pytest

from assistant.domain.fact import Bound, Case, Fact
from assistant.domain.rule import (
    AllOf,
    Always,
    AnyOf,
    Comparison,
    Derivation,
    Fork,
    ModeRow,
    Negation,
    OrderLaw,
    ReadingPoint,
)
from assistant.reasoning.reasoner import Reasoner

TODAY = date(2026, 11, 24)
HUES, RANKS, WAYS = ("red", "green", "blue"), ("low", "high"), ("review", "exam", "both")
GRID = [quarter / 4 for quarter in range(17)]
POINTS = {name: ReadingPoint(name, name, ("strict", "lax")) for name in ("one", "two")}
FACTS = {
    "a": Fact("a", "A", "boolean"),
    "found": Fact("found", "Found", "boolean", determined_by="someone"),
    "hue": Fact("hue", "Hue", "enum", HUES),
    "rank": Fact("rank", "Rank", "enum", RANKS, ordered=True),
    "way": Fact("way", "Way", "enum", WAYS, derived_from=("hue", "rank")),
    "n": Fact("n", "N", "number", minimum=0, maximum=4),
    "m": Fact("m", "M", "number", minimum=0, maximum=4),
}
VALUES = {"a": (True, False), "found": (True, False), "hue": HUES, "rank": RANKS, "way": WAYS, "n": GRID, "m": GRID}
COMPARE = {
    "at_least": operator.ge,
    "more_than": operator.gt,
    "at_most": operator.le,
    "less_than": operator.lt,
    "in": operator.eq,
    "not_in": operator.ne,
}


class Draw:
    """A rule, its table, and what is known of one applicant."""

    def __init__(self, small, seed: int) -> None:
        self.random = Random(seed)
        self.rows = tuple(
            ModeRow(hue, (rank,), self.random.choice([*WAYS, None]))
            for hue in HUES
            for rank in RANKS
            if self.random.random() < 0.8
        )
        self.forks = [name for name in POINTS if self.random.random() < 0.5]
        requirements = tuple(self.condition(2) for _ in range(self.random.randint(1, 2)))
        exceptions = tuple(self.condition(1) for _ in range(self.random.randint(0, 1)))
        self.entitlement = small.entitlement(*requirements, exceptions=exceptions, readings=tuple(self.forks))
        derivation = Derivation("way", "hue", "rank", None, self.rows)
        book = small.book(self.entitlement, points=POINTS, laws=(OrderLaw("n", "m"),), derivations={"way": derivation})
        self.reasoner = Reasoner(book, FACTS)

    def condition(self, depth: int):
        kind = self.random.choice(["leaf", "all", "any", "not", "fork", "always"] if depth else ["leaf"])
        if kind in ("all", "any"):
            parts = tuple(self.condition(depth - 1) for _ in range(self.random.randint(2, 3)))
            return AllOf(parts) if kind == "all" else AnyOf(parts)
        if kind == "not":
            return Negation(self.condition(depth - 1))
        if kind == "fork" and self.forks:
            options = {option: self.condition(depth - 1) for option in ("strict", "lax")}
            return Fork(self.random.choice(self.forks), options)
        if kind == "always" and self.random.random() < 0.3:
            return Always(self.random.random() < 0.5)
        return self.leaf()

    def leaf(self) -> Comparison:
        fact = self.random.choice(["a", "found", "hue", "way", "way", "rank", "n", "m", "n", "m"])
        if fact in "nm":
            return Comparison(fact, self.random.choice(list(COMPARE)[:4]), (self.random.choice([1, 2, 3]),), "")
        if fact == "rank":
            return Comparison(fact, self.random.choice(list(COMPARE)[:4]), ("high",), "")
        return Comparison(fact, self.random.choice(["in", "not_in"]), (self.random.choice(VALUES[fact]),), "")

    def case(self) -> Case:
        share = self.random.choice([0.1, 0.4, 0.7])
        known = {n: self.random.choice(v) for n, v in VALUES.items() if self.random.random() < share}
        bounds = {}
        for name in "nm":
            if name not in known and self.random.random() < 0.4:
                ends = sorted(self.random.sample([0.5, 1, 1.5, 2, 2.5, 3, 3.5], 2))
                bounds[name] = Bound(*self.random.choice([(ends[0], None), (None, ends[1]), tuple(ends)]))
        return Case(known, bounds)

    def modes(self, hue: str, rank: str) -> tuple[str, ...]:
        row = next((row for row in self.rows if row.series == hue and rank in row.levels), None)
        return WAYS if row is None or row.mode is None else (row.mode,)

    def completions(self, case: Case):
        names = [name for name in VALUES if name not in ("found", "way")]
        pools = [
            [v for v in VALUES[n] if (n not in case.facts or case.facts[n] == v) and admitted(case, n, v)]
            for n in names
        ]
        for choice in product(*pools):
            full = dict(zip(names, choice, strict=True))
            if full["n"] <= full["m"]:
                ways = (case.facts["way"],) if "way" in case.facts else self.modes(full["hue"], full["rank"])
                for way in ways:
                    yield {**full, "way": way}

    def expected(self, case: Case) -> str | None:
        seen = {self.settled(full, case) for full in self.completions(case)}
        return "needs_facts" if len(seen) > 1 else seen.pop() if seen else None

    def settled(self, full: dict, case: Case) -> str:
        found = [case.facts["found"]] if "found" in case.facts else [True, False]
        outcomes = set()
        for options in product(("strict", "lax"), repeat=len(self.forks)):
            readings = dict(zip(self.forks, options, strict=True))
            truths = {self.holds({**full, "found": value}, readings) for value in found}
            outcomes.add("needs_determination" if len(truths) == 2 else "met" if True in truths else "not_met")
        return outcomes.pop() if len(outcomes) == 1 else "divergent"

    def holds(self, full: dict, readings: dict) -> bool:
        entitlement = self.entitlement
        return all(truth(c, full, readings) for c in entitlement.requirements) and not any(
            truth(c, full, readings) for c in entitlement.exceptions
        )


def admitted(case: Case, name: str, value: object) -> bool:
    if name in case.facts:
        return case.facts[name] == value
    return name not in case.bounds or case.bounds[name].admits(value)


def truth(condition, full, readings) -> bool:
    match condition:
        case AllOf(children=children):
            return all(truth(child, full, readings) for child in children)
        case AnyOf(children=children):
            return any(truth(child, full, readings) for child in children)
        case Negation(child=child):
            return not truth(child, full, readings)
        case Fork(point=point, options=options):
            return truth(options[readings[point]], full, readings)
        case Always(value=value):
            return value
    value, limit = full[condition.fact], condition.values[0]
    if condition.fact == "rank":
        value, limit = RANKS.index(value), RANKS.index(limit)
    return COMPARE[condition.operator](value, limit)


@pytest.mark.parametrize("seed", range(25))
def test_a_rule_made_up_at_random_comes_to_what_enumeration_finds(small, seed):
    draw = Draw(small, seed)
    for _ in range(4):
        case = draw.case()
        expected = draw.expected(case)
        if expected is not None:
            draw.reasoner.check(case)
            assert draw.reasoner.decide("it", case, TODAY).outcome.value == expected, (draw.entitlement, case)


@pytest.mark.parametrize("seed", range(25))
def test_missing_facts_are_those_that_can_change_what_is_left(small, seed):
    """Each missing fact has two answers after which something differs; with all of them known, all is settled."""
    draw = Draw(small, seed)
    case = draw.case()
    if draw.expected(case) != "needs_facts":
        return
    missing = draw.reasoner.decide("it", case, TODAY).missing
    assert missing
    known = dict(case.facts)
    for _ in range(10):
        asked = draw.reasoner.next_question(Case(known, case.bounds), TODAY, ("it",))
        if asked is None or asked == "found":
            break
        answers = [v for v in VALUES[asked] if draw.expected(Case({**known, asked: v}, case.bounds)) is not None]
        standings = {stand(draw, Case({**known, asked: v}, case.bounds)) for v in answers}
        assert len(standings) > 1, (draw.entitlement, known, asked)
        known[asked] = draw.random.choice(answers)
    assert draw.expected(Case(known, case.bounds)) != "needs_facts"


@pytest.mark.parametrize("seed", range(25))
def test_when_questions_run_out_no_answer_that_could_be_had_would_settle_it(small, seed):
    draw = Draw(small, seed)
    case = draw.case()
    if draw.expected(case) is None:
        return
    away = frozenset(name for name in VALUES if name not in case.facts and draw.random.random() < 0.35)
    known = dict(case.facts)
    while (asked := draw.reasoner.next_question(Case(known, case.bounds, away), TODAY, ("it",))) is not None:
        assert asked not in away | known.keys()
        answers = [v for v in VALUES[asked] if draw.expected(Case({**known, asked: v}, case.bounds)) is not None]
        known[asked] = draw.random.choice(answers)
    if draw.expected(Case(known, case.bounds)) != "needs_facts":
        return
    facts = draw.reasoner._docket("it", TODAY, frozenset()).facts
    open_ = [name for name in facts if name not in away | known.keys() and name not in ("way", "found")]
    for _ in range(10):
        more = {n: draw.random.choice([v for v in VALUES[n] if admitted(case, n, v)]) for n in open_}
        assert draw.expected(Case({**known, **more}, case.bounds)) in ("needs_facts", None)


@pytest.mark.slow
def test_many_more_rules_made_up_at_random(small):
    for seed in range(1000, 1300):
        test_a_rule_made_up_at_random_comes_to_what_enumeration_finds(small, seed)
        test_missing_facts_are_those_that_can_change_what_is_left(small, seed)
        test_when_questions_run_out_no_answer_that_could_be_had_would_settle_it(small, seed)


def stand(draw: Draw, case: Case) -> int:
    """Equal only where exactly the same is left open: equal functions are one object."""
    return id(draw.reasoner._view("it", case, TODAY).standing.open)
