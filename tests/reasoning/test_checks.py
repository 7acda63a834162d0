from __future__ import annotations

from datetime import date

from assistant.domain.rule import AllOf, Always, AnyOf, Fork, Negation, OrderLaw, ReadingPoint
from assistant.reasoning.checks import examine

TODAY = date(2026, 11, 24)


def flaws(small, *requirements, laws=(), points=None, **more):
    book = small.book(small.entitlement(*requirements, **more), laws=laws, points=points or {})
    return examine(book, small.facts, TODAY)


def kinds(*args, **more):
    return [flaw.kind for flaw in flaws(*args, **more)]


def test_a_sound_rule_has_no_flaw(small):
    either = AnyOf((AllOf((small.compare("n", "at_least", 3), small.yes("b"))), small.compare("n", "at_least", 5)))
    assert flaws(small, small.yes("a"), either, exceptions=(small.yes("c"),)) == ()


def test_the_rules_as_published_have_no_flaw(rulebook, facts):
    assert examine(rulebook, facts, TODAY) == ()


def test_an_entitlement_that_nobody_can_meet_names_the_conditions_that_clash(small):
    found = flaws(small, small.yes("b"), small.compare("n", "less_than", 3), small.compare("n", "at_least", 5))
    assert found[0].kind == "never_met"
    assert found[0].subject == "n less_than (3,) / n at_least (5,)"


def test_laws_make_conditions_clash(small):
    clash = (small.compare("n", "at_least", 5), small.compare("m", "less_than", 5))
    assert kinds(small, *clash) == []
    assert "never_met" in kinds(small, *clash, laws=(OrderLaw("n", "m"),))


def test_an_entitlement_that_everybody_meets(small):
    both = AnyOf((small.compare("n", "less_than", 3), small.compare("n", "at_least", 3)))
    assert "never_not_met" in kinds(small, both)


def test_a_condition_that_changes_nothing(small):
    idle = AnyOf((small.yes("b"), Always(True)))
    found = [flaw for flaw in flaws(small, small.yes("a"), idle) if flaw.kind == "condition_without_effect"]
    assert [flaw.subject for flaw in found] == ["b holds"]
    assert found[0].example == {"a": True}


def test_a_condition_that_another_one_implies(small):
    found = flaws(small, small.compare("n", "at_least", 5), small.compare("n", "at_least", 3))
    assert [(flaw.kind, flaw.subject) for flaw in found] == [("redundant_condition", "n at_least (3,)")]


def test_a_shared_definition_may_say_more_than_one_entitlement_needs(small):
    shared = AllOf((small.compare("n", "at_least", 3), small.yes("a")), name="shared")
    assert flaws(small, small.compare("n", "at_least", 5), shared) == ()


def test_an_exception_that_never_applies(small):
    found = flaws(small, small.compare("n", "at_least", 5), exceptions=(small.compare("n", "less_than", 3),))
    assert found[0].kind == "exception_never_applies"
    assert found[0].subject == "n less_than (3,)"
    assert found[0].example == {"n": 5}


def test_a_reading_that_makes_no_difference(small):
    point = ReadingPoint("point", "Which?", ("strict", "lax"))
    fork = Fork("point", {"strict": small.yes("a"), "lax": Negation(small.no("a"))})
    found = flaws(small, fork, readings=("point",), points={"point": point})
    assert [(flaw.kind, flaw.subject) for flaw in found] == [("reading_never_differs", "point")]
