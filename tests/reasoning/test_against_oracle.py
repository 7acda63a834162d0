"""The engine and an oracle that enumerates agree on every outcome, above all on every met and not_met."""

from __future__ import annotations

import importlib.util
import sys
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
_spec = importlib.util.spec_from_file_location("oracle", Path(__file__).with_name("oracle.py"))
oracle = importlib.util.module_from_spec(_spec)
sys.modules["oracle"] = oracle
_spec.loader.exec_module(oracle)

THRESHOLDS = sorted({step + more for steps in oracle.STEPS.values() for step in steps for more in (0, 1)})
DAYS = [
    date(2016, 6, 17),
    date(2016, 12, 31),
    date(2017, 1, 1),
    date(2019, 12, 31),
    date(2020, 1, 1),
    date(2026, 11, 24),
]


@pytest.fixture(scope="module")
def judge(facts):
    values = {name: [False, True] if f.type == "boolean" else list(f.values) for name, f in facts.items()}
    values |= oracle.STEPS
    return oracle.Oracle(values, oracle.ModeBook(ROOT / "rules/terms/exam_modes.yaml"))


def disagreements(reasoner, judge, applicants, count):
    found, outcomes = [], Counter()
    for number in range(count):
        case = applicants.partial()
        as_of = applicants.random.choice(DAYS)
        reasoner.check(case)
        for entitlement in oracle.SPECS:
            expected = judge.outcome(entitlement, case.facts, case.bounds, as_of)
            actual = reasoner.decide(entitlement, case, as_of).outcome.value
            outcomes[entitlement, actual] += 1
            if expected != actual:
                found.append((number, entitlement, as_of, expected, actual, case))
    return found, outcomes


def test_every_entitlement_of_the_rules_has_its_specification(rulebook):
    assert set(oracle.SPECS) == set(rulebook.entitlements)


def test_every_worked_example_says_what_enumeration_finds(rulebook, judge):
    for example in rulebook.examples:
        found = judge.outcome(example.entitlement, example.facts, {}, example.as_of)
        assert (example.where, found) == (example.where, example.outcome)


def test_partial_facts_come_to_the_outcome_that_enumeration_finds(reasoner, judge, applicants):
    found, _ = disagreements(reasoner, judge, applicants(1, THRESHOLDS), 80)
    assert found[:3] == []


@pytest.mark.slow
def test_ten_thousand_applicants_come_to_the_outcome_that_enumeration_finds(reasoner, judge, applicants):
    found, outcomes = disagreements(reasoner, judge, applicants(20161124, THRESHOLDS), 10_000)
    assert found[:3] == []
    assert {outcome for _, outcome in outcomes} == {
        "met",
        "not_met",
        "needs_facts",
        "needs_determination",
        "divergent",
    }
