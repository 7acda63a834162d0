from __future__ import annotations

from pathlib import Path

import pytest

from assistant.knowledge.documents import load_documents
from assistant.knowledge.rules import load_rulebook
from assistant.knowledge.rules_display import describe
from assistant.knowledge.vocabulary import load_facts

ROOT = Path(__file__).parents[2]
FACTS, DOCUMENTS = load_facts(ROOT), load_documents(ROOT)
BOOK = load_rulebook(ROOT, DOCUMENTS, FACTS)


@pytest.mark.parametrize("rule", BOOK.entitlements.values(), ids=lambda rule: rule.id)
def test_a_person_sees_clause_conclusion_doubts_and_every_example(rule) -> None:  # type: ignore[no-untyped-def]
    text = describe(rule.id, BOOK, FACTS, DOCUMENTS)
    clause = DOCUMENTS[0].clause(rule.clause.number)
    assert clause is not None
    assert text.splitlines()[0] == f"{rule.label}（{rule.id}）"
    for said in (clause.text, rule.grants, rule.authority, *rule.doubts):
        assert said in text
    for example in BOOK.examples:
        assert (f"· {example.name} →" in text) or example.entitlement != rule.id


def test_readings_stand_where_they_bite_and_are_explained() -> None:
    text = describe("long_service_appointment", BOOK, FACTS, DOCUMENTS)
    for point in ("street_as_township", "clause12_senior"):
        reading = BOOK.reading_points[point]
        assert text.count(reading.label) == 2
        assert all(explanation in text for explanation in reading.explanations.values())


def test_a_date_in_force_is_shown() -> None:
    assert "自 2017-01-01 起适用" in describe("recruitment_preference", BOOK, FACTS, DOCUMENTS)


def test_an_unknown_entitlement_is_a_key_error() -> None:
    with pytest.raises(KeyError):
        describe("nothing", BOOK, FACTS, DOCUMENTS)
