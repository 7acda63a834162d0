"""Every worked example of the rule files, decided by the reasoning that is served."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.domain.fact import Case
from assistant.domain.proof import Outcome
from assistant.domain.rule import Entitlement, Example
from assistant.knowledge.documents import load_documents
from assistant.knowledge.rules import load_rulebook
from assistant.knowledge.vocabulary import load_facts
from assistant.reasoning.reasoner import Reasoner

ROOT = Path(__file__).parents[2]
FACTS = load_facts(ROOT)
BOOK = load_rulebook(ROOT, load_documents(ROOT), FACTS)
REASONER = Reasoner(BOOK, FACTS)


@pytest.mark.parametrize("rule", BOOK.entitlements.values(), ids=lambda rule: rule.id)
def test_a_rule_has_examples_that_are_met_not_met_open_and_divergent_where_it_can_be(rule: Entitlement) -> None:
    outcomes = {example.outcome for example in BOOK.examples if example.entitlement == rule.id}
    assert {"met", "not_met"} <= outcomes
    assert outcomes & {"needs_facts", "needs_determination"}
    assert ("divergent" in outcomes) == bool(rule.readings)


@pytest.mark.parametrize("example", BOOK.examples, ids=lambda example: f"{example.entitlement}: {example.name}")
def test_a_worked_example_is_decided_as_it_says(example: Example) -> None:
    assert example.as_of is not None
    decision = REASONER.decide(example.entitlement, Case(facts=example.facts), example.as_of)
    assert decision.outcome == example.outcome, example.where
    assert set(decision.missing) == set(example.missing), example.where
    if example.outcome == Outcome.NEEDS_DETERMINATION:
        assert {found.fact for found in decision.determinations} == set(example.determinations), example.where
