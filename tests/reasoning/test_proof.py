from __future__ import annotations

from dataclasses import replace
from datetime import date

from assistant.domain.fact import Bound, Case
from assistant.domain.rule import AllOf, Always, AnyOf, Comparison, Derivation, Fork, ModeRow, OrderLaw, ReadingPoint

TODAY = date(2026, 11, 24)


def proof(reasoner, facts, bounds=None):
    return reasoner.decide("it", Case(facts, bounds or {}), TODAY).proof


def flat(node):
    yield node
    for child in node.children:
        yield from flat(child)


def test_a_leaf_says_the_condition_the_value_and_the_words_of_the_clause(small):
    reasoner = small.reasoner(small.yes("a", quote="words of the clause"))
    leaf = proof(reasoner, {"a": True}).children[0]
    assert (leaf.kind, leaf.status.value, leaf.text) == ("condition", "true", "a holds")
    assert (leaf.fact, leaf.value, leaf.quote, leaf.clause) == ("a", True, "words of the clause", small.clause)


def test_an_unknown_fact_is_unknown_and_not_false(small):
    leaf = proof(small.reasoner(small.yes("a"), small.yes("b")), {"a": False}).children[1]
    assert (leaf.status.value, leaf.value) == ("unknown", None)


def test_premises_requirements_and_exceptions_stand_in_order_with_their_kinds(small):
    reasoner = small.reasoner(small.yes("b"), premises=(small.yes("a"),), exceptions=(small.yes("c"),))
    tree = proof(reasoner, {"a": True, "b": True, "c": True})
    assert [(n.kind, n.fact, n.status.value) for n in tree.children] == [
        ("premise", "a", "true"),
        ("condition", "b", "true"),
        ("exception", "c", "true"),
    ]
    assert tree.status.value == "false"


def test_groups_have_the_status_that_their_parts_give_them(small):
    group = AnyOf((AllOf((small.yes("a"), small.yes("b"))), small.yes("c")))
    reasoner = small.reasoner(group, small.yes("d"))
    node = proof(reasoner, {"a": False}).children[0]
    assert (node.kind, node.status.value) == ("any", "unknown")
    assert (node.children[0].kind, node.children[0].status.value) == ("all", "false")
    assert proof(reasoner, {"c": True}).children[0].status.value == "true"


def test_the_root_is_settled_where_its_parts_are_not(small):
    both = AnyOf((small.compare("n", "less_than", 5), small.compare("n", "at_least", 5)))
    tree = proof(small.reasoner(both), {})
    assert (tree.status.value, tree.children[0].status.value) == ("true", "unknown")


def test_a_table_of_cases_is_told_from_other_alternatives(small):
    assert proof(small.reasoner(AnyOf((small.yes("a"),), kind="case")), {}).children[0].kind == "case"


def test_a_reading_shows_each_option_with_its_status(small):
    point = ReadingPoint("point", "Which?", ("strict", "lax"))
    fork = Fork("point", {"strict": small.yes("a"), "lax": Always(True, "nothing more")})
    reasoner = small.reasoner(fork, readings=("point",), points={"point": point})
    node = proof(reasoner, {"a": False}).children[0]
    assert (node.kind, node.text, node.status.value) == ("reading", "Which?", "unknown")
    assert [(n.kind, n.text, n.status.value) for n in node.children] == [
        ("reading", "strict", "false"),
        ("reading", "lax", "true"),
    ]


def test_what_follows_from_a_table_shows_what_it_follows_from(small):
    small.facts["way"] = replace(small.facts["hue"], id="way", values=("review", "exam"))
    rows = (ModeRow("red", ("any",), "exam", basis="the red book"),)
    reasoner = small.reasoner(
        small.compare("way", "in", "review"), derivations={"way": Derivation("way", "hue", None, "any", rows)}
    )
    leaf = proof(reasoner, {"hue": "red"}).children[0]
    assert (leaf.fact, leaf.status.value, leaf.value) == ("way", "false", None)
    assert (leaf.children[0].kind, leaf.children[0].fact, leaf.children[0].value) == ("law", "hue", "red")
    assert "the red book" in leaf.children[0].text
    assert proof(reasoner, {"hue": "blue"}).children[0].children == ()


def test_a_number_settled_by_a_law_shows_the_law_and_the_other_number(small):
    reasoner = small.reasoner(small.compare("n", "at_least", 5), small.yes("a"), laws=(OrderLaw("n", "m"),))
    leaf = proof(reasoner, {"m": 4}).children[0]
    assert (leaf.fact, leaf.status.value, leaf.value) == ("n", "false", None)
    assert [(law.kind, law.text, law.fact, law.value) for law in leaf.children] == [
        ("law", "M只有4年，N不会更多", "m", 4)
    ]
    hedged = proof(reasoner, {}, bounds={"m": Bound(below=5)}).children[0]
    assert [law.text for law in hedged.children] == ["M少于5年，N不会更多"]
    assert proof(reasoner, {"m": 6}).children[0].children == ()


def test_a_value_is_shown_as_it_was_given(small):
    reasoner = small.reasoner(small.compare("n", "at_least", 3))
    values = [proof(reasoner, {"n": n}).children[0].value for n in (3, 3.0, 3)]
    assert [type(value) for value in values] == [int, float, int]


def test_a_branch_leads_from_the_outcome_to_the_leaf_that_waits(small):
    group = AnyOf((AllOf((small.yes("a"), small.yes("b"))), small.yes("b")))
    reasoner = small.reasoner(small.yes("c"), group)
    path = reasoner.branch("it", "b", Case({"a": False}), TODAY)
    assert [node.kind for node in path] == ["entitlement", "any", "condition"]
    assert reasoner.branch("it", "hue", Case({}), TODAY) == ()


def test_a_branch_leads_by_what_follows_from_a_fact(small):
    small.facts["way"] = replace(small.facts["hue"], id="way", values=("review", "exam"))
    reasoner = small.reasoner(
        small.compare("way", "in", "review"), derivations={"way": Derivation("way", "hue", None, "any", ())}
    )
    assert [node.fact for node in reasoner.branch("it", "hue", Case({}), TODAY)] == [None, "way"]


def test_every_quote_of_a_proof_stands_in_its_clause(reasoner, rulebook, documents):
    clauses = {clause.id: clause for document in documents for clause in document.clauses}
    for entitlement in rulebook.entitlements:
        for node in flat(reasoner.decide(entitlement, Case({}), TODAY).proof):
            assert not node.quote or node.quote in clauses[node.clause].text


def test_the_same_facts_give_the_same_proof(small):
    group = AllOf((Comparison("n", "at_least", (3,), "n"), small.yes("a")))
    one, other = small.reasoner(group), small.reasoner(group)
    for facts in ({"n": 3}, {"n": 3.0, "a": True}, {}):
        assert proof(one, facts) == proof(other, facts) == proof(one, facts)
