"""The rules as published, and cases drawn at random from the vocabulary."""

from __future__ import annotations

from collections.abc import Mapping
from random import Random

import pytest

from assistant.bootstrap import Engine
from assistant.domain.document import ClauseId, Document
from assistant.domain.fact import Bound, Case, Fact
from assistant.domain.rule import Comparison, Condition, Entitlement, RuleBook
from assistant.reasoning.reasoner import Reasoner


@pytest.fixture(scope="session")
def facts(engine: Engine) -> Mapping[str, Fact]:
    return engine.facts


@pytest.fixture(scope="session")
def documents(engine: Engine) -> tuple[Document, ...]:
    return engine.documents


@pytest.fixture(scope="session")
def rulebook(engine: Engine) -> RuleBook:
    return engine.rulebook


@pytest.fixture(scope="session")
def reasoner(rulebook: RuleBook, facts: Mapping[str, Fact]) -> Reasoner:
    return Reasoner(rulebook, facts)


class Applicants:
    """Random applicants, of whom some facts are known, some are hedged, and none contradict one another."""

    def __init__(self, facts: Mapping[str, Fact], seed: int, thresholds: list[float]) -> None:
        self.facts = facts
        self.random = Random(seed)
        self.thresholds = thresholds

    def full(self) -> dict[str, object]:
        values = {name: self.value(fact) for name, fact in self.facts.items()}
        years, continuous = values["township_years"], values["township_continuous_years"]
        values["township_continuous_years"], values["township_years"] = sorted([years, continuous])
        if self.random.random() < 0.6:
            for name in [n for n, fact in self.facts.items() if fact.derived_from]:
                del values[name]
        return values

    def value(self, fact: Fact) -> object:
        if fact.type == "boolean":
            return self.random.random() < 0.7
        if fact.type == "enum":
            return self.random.choice(fact.values)
        near = [v for v in self.thresholds if fact.minimum <= v <= fact.maximum]
        return self.random.choice(near)

    def partial(self) -> Case:
        full = self.full()
        share = self.random.choice([0.0, 0.2, 0.5, 0.7, 0.9, 1.0])
        known = {name: value for name, value in full.items() if self.random.random() < share}
        bounds = {}
        for name, value in full.items():
            if name not in known and self.facts[name].type == "number" and self.random.random() < 0.4:
                bounds[name] = self.bound(value)
        return Case(known, bounds)

    def bound(self, value: float) -> Bound:
        least = value - self.random.choice([0, 0.5, 1, 5]) if self.random.random() < 0.6 else None
        below = value + self.random.choice([0.5, 1, 5]) if least is None or self.random.random() < 0.4 else None
        return Bound(least, below)


@pytest.fixture
def applicants(facts: Mapping[str, Fact]):
    def draw(seed: int, thresholds: list[float]) -> Applicants:
        return Applicants(facts, seed, thresholds)

    return draw


CLAUSE = ClauseId("policy", 1)


class Small:
    """Short ways to write small rules: facts a, b, c … are booleans; n, m numbers 0 to 10; hue an enum."""

    clause = CLAUSE

    def __init__(self) -> None:
        self.facts: dict[str, Fact] = {name: Fact(name, name.upper(), "boolean") for name in "abcdefg"}
        self.facts |= {name: Fact(name, name.upper(), "number", minimum=0, maximum=10, unit="年") for name in "nm"}
        self.facts |= {name: Fact(name, name, "boolean", determined_by="someone") for name in ("found", "seen")}
        self.facts["hue"] = Fact("hue", "Hue", "enum", ("red", "green", "blue", "black"), ordered=True)

    def yes(self, fact: str, quote: str = "") -> Comparison:
        return Comparison(fact, "in", (True,), f"{fact} holds", quote)

    def no(self, fact: str) -> Comparison:
        return Comparison(fact, "in", (False,), f"{fact} does not hold")

    def compare(self, fact: str, operator, *values) -> Comparison:
        return Comparison(fact, operator, values, f"{fact} {operator} {values}")

    def entitlement(self, *requirements: Condition, **more) -> Entitlement:
        return Entitlement(more.pop("id", "it"), "It", CLAUSE, "granted", requirements, **more)

    def book(self, *entitlements: Entitlement, **more) -> RuleBook:
        return RuleBook({e.id: e for e in entitlements}, more.pop("points", {}), **more)

    def reasoner(self, *requirements: Condition, **more) -> Reasoner:
        names = ("premises", "exceptions", "readings", "in_force_from", "in_force_until")
        own = {name: more.pop(name) for name in names if name in more}
        return Reasoner(self.book(self.entitlement(*requirements, **own), **more), self.facts)


@pytest.fixture
def small() -> Small:
    return Small()
