"""Every word that a rule quotes stands in its clause, and every number of a condition in its quote."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant.domain.document import ClauseId
from assistant.domain.rule import AllOf, AnyOf, Comparison, Condition, Entitlement, Fork, Negation
from assistant.knowledge.documents import load_documents
from assistant.knowledge.rules import load_rulebook
from assistant.knowledge.vocabulary import load_facts
from assistant.text.numerals import find_numerals

ROOT = Path(__file__).parents[2]
DOCUMENTS = {document.id: document for document in load_documents(ROOT)}
BOOK = load_rulebook(ROOT, tuple(DOCUMENTS.values()), load_facts(ROOT))


def parts(condition: Condition) -> Iterator[Condition]:
    yield condition
    match condition:
        case AllOf() | AnyOf():
            for child in condition.children:
                yield from parts(child)
        case Negation():
            yield from parts(condition.child)
        case Fork():
            for option in condition.options.values():
                yield from parts(option)


def clause_text(clause: ClauseId) -> str:
    found = DOCUMENTS[clause.document].clause(clause.number)
    assert found is not None
    return found.text


def quotes() -> Iterator[tuple[str, ClauseId, str]]:
    for rule in BOOK.entitlements.values():
        yield rule.id, rule.clause, rule.grants
        if rule.procedure:
            yield rule.id, rule.clause, rule.procedure
        for condition in (*rule.requirements, *rule.exceptions):
            for part in parts(condition):
                quote, clause = getattr(part, "quote", ""), getattr(part, "clause", None)
                if quote and clause:
                    yield rule.id, clause, quote
    for note in BOOK.notes.values():
        yield from (("note", note.clause, quote) for quote in note.quotes)
    for point in BOOK.reading_points.values():
        yield from ((point.id, ClauseId("jl-2016-44", number), point.quote) for number in point.clauses)


QUOTES = sorted(set(quotes()))


def rule_leaves(rule: Entitlement) -> list[Comparison]:
    found = (part for condition in (*rule.requirements, *rule.exceptions) for part in parts(condition))
    return [part for part in found if isinstance(part, Comparison)]


@pytest.mark.parametrize(("owner", "clause", "quote"), QUOTES, ids=lambda value: str(value)[:40])
def test_a_quote_stands_word_for_word_in_its_clause(owner: str, clause: ClauseId, quote: str) -> None:
    assert quote in clause_text(clause)


@pytest.mark.parametrize("rule", BOOK.entitlements.values(), ids=lambda rule: rule.id)
def test_every_condition_of_a_rule_has_words_of_a_clause_and_no_premise_has(rule: Entitlement) -> None:
    assert all(leaf.quote and leaf.clause for leaf in rule_leaves(rule))
    assert not any(getattr(part, "quote", "") for premise in rule.premises for part in parts(premise))


@pytest.mark.parametrize("rule", BOOK.entitlements.values(), ids=lambda rule: rule.id)
def test_every_number_of_a_rule_stands_in_its_quote(rule: Entitlement) -> None:
    for leaf in rule_leaves(rule):
        for value in leaf.values:
            if isinstance(value, float):
                assert value in [numeral.value for numeral in find_numerals(leaf.quote)]


@pytest.mark.parametrize("number", range(1, 28))
def test_every_clause_has_a_heading_and_a_plain_statement(number: int) -> None:
    clause = ClauseId("jl-2016-44", number)
    assert BOOK.headings[clause]
    assert BOOK.notes[clause].text
    assert BOOK.notes[clause].quotes


def test_readings_explain_each_of_their_options() -> None:
    assert list(BOOK.reading_points) == ["street_as_township", "clause9_bracket", "clause12_senior"]
    for point in BOOK.reading_points.values():
        assert set(point.explanations) == set(point.options)


def test_entitlements_stand_in_the_order_of_the_clauses() -> None:
    numbers = [rule.clause.number for rule in BOOK.entitlements.values()]
    assert numbers == sorted(numbers)
