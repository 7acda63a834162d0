"""What the reasoner promises of itself, over the rules as published."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from assistant.domain.fact import Case, Fact
from assistant.domain.proof import Outcome
from assistant.domain.rule import AnyOf, Derivation, ModeRow, OrderLaw

TODAY = date(2026, 11, 24)
SETTLED = {Outcome.MET, Outcome.NOT_MET, Outcome.DIVERGENT}
THRESHOLDS = [0, 2.5, 3, 5, 14, 15, 29.5, 30, 40, 54, 55, 60]


def test_what_is_settled_stays_settled_when_more_becomes_known(reasoner, rulebook, applicants):
    drawn = applicants(5, THRESHOLDS)
    for _ in range(12):
        full = drawn.full()
        order = drawn.random.sample(list(full), len(full))
        known, settled = {}, {}
        for name in order:
            known[name] = full[name]
            for decision in reasoner.decide_all(Case(dict(known)), TODAY):
                was = settled.get(decision.entitlement)
                if was in (Outcome.MET, Outcome.NOT_MET) and not facts_stated_against_tables(known, reasoner):
                    assert decision.outcome is was, (decision.entitlement, known)
                settled[decision.entitlement] = decision.outcome


def facts_stated_against_tables(known, reasoner):
    """A mode that the applicant states against the table replaces it, so it may turn what the table settled."""
    without = {name: value for name, value in known.items() if not name.startswith("evaluation_mode")}
    return without != known


def test_before_its_document_was_issued_nothing_is_met(reasoner, rulebook, documents, applicants):
    eve = documents[0].issued - timedelta(days=1)
    drawn = applicants(8, THRESHOLDS)
    for _ in range(10):
        case = drawn.partial()
        for decision in reasoner.decide_all(case, eve):
            assert decision.outcome is Outcome.NOT_MET
            assert decision.proof.children[0].kind == "law"
            assert bool(decision.readings) == bool(rulebook.entitlements[decision.entitlement].readings)
        assert reasoner.next_question(case, eve) is None


def test_the_order_in_which_facts_become_known_does_not_matter(reasoner, applicants):
    drawn = applicants(6, THRESHOLDS)
    for _ in range(30):
        case = drawn.partial()
        names = drawn.random.sample(list(case.facts), len(case.facts))
        shuffled = replace(case, facts={name: case.facts[name] for name in names})
        assert reasoner.decide_all(case, TODAY) == reasoner.decide_all(shuffled, TODAY)


def test_every_question_can_change_an_outcome_and_all_come_to_an_end(reasoner, rulebook, facts, applicants):
    drawn = applicants(7, THRESHOLDS)
    for entitlement in rulebook.entitlements:
        for _ in range(15):
            full, known = drawn.full(), {}
            while (asked := reasoner.next_question(Case(dict(known)), TODAY, (entitlement,))) is not None:
                assert asked not in known
                assert possible_outcomes(reasoner, entitlement, asked, known, facts) > 1
                known[asked] = full.get(asked, facts[asked].values[0] if facts[asked].values else None)
            outcome = reasoner.decide(entitlement, Case(dict(known)), TODAY).outcome
            assert outcome in SETTLED


def possible_outcomes(reasoner, entitlement, fact, known, facts):
    """How many different standings the answers lead to: the outcome, and what would then be missing."""
    values = {"boolean": (True, False), "enum": facts[fact].values, "number": THRESHOLDS}[facts[fact].type]
    standings = set()
    for value in values:
        try:
            case = Case({**known, fact: value})
            reasoner.check(case)
        except Exception:
            continue
        decision = reasoner.decide(entitlement, case, TODAY)
        standings.add((decision.outcome, decision.missing, decision.determinations))
    return len(standings)


def test_with_every_fact_unavailable_nothing_is_asked(reasoner, facts, rulebook):
    nobody = Case(unavailable=frozenset(facts))
    assert reasoner.next_question(nobody, TODAY) is None
    for entitlement in rulebook.entitlements:
        assert reasoner.next_question(nobody, TODAY, (entitlement,)) is None
        assert reasoner.decide(entitlement, nobody, TODAY).outcome is Outcome.NEEDS_FACTS


def test_an_unavailable_fact_is_never_asked_and_the_rest_still_is(reasoner, rulebook, facts, applicants):
    drawn = applicants(8, THRESHOLDS)
    for entitlement in rulebook.entitlements:
        for _ in range(10):
            full, known = drawn.full(), {}
            away = frozenset(name for name in facts if drawn.random.random() < 0.3)
            for _ in range(40):
                asked = reasoner.next_question(Case(dict(known), unavailable=away), TODAY, (entitlement,))
                if asked is None:
                    break
                assert asked not in away
                assert asked not in known
                known[asked] = full.get(asked, facts[asked].values[0] if facts[asked].values else None)
            assert asked is None


def test_skipping_a_fact_does_not_stop_a_settlement_without_it(small):
    reasoner = small.reasoner(small.yes("a"), small.yes("b"))
    case = Case(unavailable=frozenset({"a"}))
    assert reasoner.next_question(case, TODAY, ("it",)) == "b"
    assert reasoner.decide("it", case, TODAY).missing == ("b", "a")
    assert reasoner.next_question(replace(case, facts={"b": True}), TODAY, ("it",)) is None


def test_where_a_number_is_not_known_the_one_that_limits_it_is_asked(small):
    reasoner = small.reasoner(small.compare("n", "at_least", 5), laws=(OrderLaw("n", "m"),))
    assert reasoner.decide("it", Case(), TODAY).missing == ("n",)
    assert reasoner.next_question(Case(unavailable=frozenset({"n"})), TODAY, ("it",)) == "m"
    assert reasoner.decide("it", Case({"m": 4}, unavailable=frozenset({"n"})), TODAY).outcome is Outcome.NOT_MET
    assert reasoner.next_question(Case({"m": 6}, unavailable=frozenset({"n"})), TODAY, ("it",)) is None


def test_nothing_is_asked_that_a_skipped_fact_makes_useless(small):
    same = AnyOf((small.compare("a", "in", True), small.no("b")))
    other = AnyOf((small.no("a"), small.yes("b")))
    reasoner = small.reasoner(same, other)
    assert reasoner.next_question(Case(unavailable=frozenset({"a"})), TODAY, ("it",)) is None


def test_a_finding_is_asked_last_and_only_where_it_is_what_remains(small):
    reasoner = small.reasoner(small.yes("found"), small.yes("a"))
    assert reasoner.next_question(Case(), TODAY, ("it",)) == "a"
    assert reasoner.next_question(Case({"a": True}), TODAY, ("it",)) == "found"
    assert reasoner.next_question(Case({"a": False}), TODAY, ("it",)) is None
    assert reasoner.next_question(Case({"a": True}, unavailable=frozenset({"found"})), TODAY, ("it",)) is None


def test_a_finding_waits_until_the_whole_topic_is_settled(small):
    book = small.book(
        small.entitlement(small.yes("a"), small.yes("found"), id="one"), small.entitlement(small.yes("b"), id="two")
    )
    reasoner = type(small.reasoner(small.yes("a")))(book, small.facts)
    assert reasoner.next_question(Case({"a": True}), TODAY, ("one", "two")) == "b"
    assert reasoner.next_question(Case({"a": True, "b": True}), TODAY, ("one", "two")) == "found"


def test_a_topic_keeps_the_question_on_it(small):
    many = [small.entitlement(small.yes("b"), id=f"other{n}") for n in range(5)]
    book = small.book(*many, small.entitlement(small.yes("c"), id="mine"))
    reasoner = type(small.reasoner(small.yes("a")))(book, small.facts)
    assert reasoner.next_question(Case(), TODAY, ("mine",)) == "c"
    assert reasoner.next_question(Case({"c": True}), TODAY, ("mine",)) is None


def test_without_a_topic_the_fact_that_tells_most_about_all_is_asked(small):
    many = [small.entitlement(small.yes("b"), id=f"other{n}") for n in range(5)]
    book = small.book(small.entitlement(small.yes("c"), id="mine"), *many)
    reasoner = type(small.reasoner(small.yes("a")))(book, small.facts)
    assert reasoner.next_question(Case(), TODAY) == "b"


@pytest.fixture
def tabled(small):
    """`way` follows from hue and rank: red is always reviewed, green never, blue and black are open."""
    small.facts["way"] = Fact("way", "Way", "enum", ("review", "exam"), derived_from=("hue", "rank"))
    small.facts["rank"] = Fact("rank", "Rank", "enum", ("low", "high"))
    rows = (ModeRow("red", ("low", "high"), "review"), ModeRow("green", ("low", "high"), "exam"))
    rows += (ModeRow("blue", ("low",), "review"),)
    derivations = {"way": Derivation("way", "hue", "rank", None, rows)}
    return small.reasoner(small.compare("way", "in", "review"), derivations=derivations)


def test_what_follows_is_asked_only_once_its_inputs_leave_it_open(tabled):
    ask = tabled.next_question
    assert ask(Case(), TODAY, ("it",)) == "hue"
    assert ask(Case({"hue": "red"}), TODAY, ("it",)) is None
    assert ask(Case({"hue": "blue"}), TODAY, ("it",)) == "rank"
    assert ask(Case({"hue": "blue", "rank": "high"}), TODAY, ("it",)) == "way"
    assert ask(Case({"hue": "black"}), TODAY, ("it",)) == "way"


def test_what_follows_is_asked_where_its_inputs_are_unavailable(tabled):
    away = frozenset({"hue"})
    assert tabled.next_question(Case(unavailable=away), TODAY, ("it",)) in ("way", "rank")
    assert tabled.next_question(Case({"rank": "low"}, unavailable=away), TODAY, ("it",)) == "way"
    everything = frozenset({"hue", "rank", "way"})
    assert tabled.next_question(Case(unavailable=everything), TODAY, ("it",)) is None
    assert tabled.next_question(Case({"hue": "blue"}, unavailable=frozenset({"rank"})), TODAY, ("it",)) == "way"
