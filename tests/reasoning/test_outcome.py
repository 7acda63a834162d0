from __future__ import annotations

from datetime import date

import pytest

from assistant.domain.fact import Bound, Case
from assistant.domain.proof import Outcome, ReadingOutcome
from assistant.domain.rule import AllOf, Always, AnyOf, Derivation, Fork, ModeRow, Negation, OrderLaw, ReadingPoint
from assistant.errors import FactError

TODAY = date(2026, 11, 24)
POINT = ReadingPoint("point", "Which?", ("strict", "lax"))
OTHER = ReadingPoint("other", "How?", ("narrow", "wide"))


def decide(reasoner, facts=None, bounds=None, as_of=TODAY):
    return reasoner.decide("it", Case(facts or {}, bounds or {}), as_of)


def outcome(reasoner, facts=None, bounds=None, as_of=TODAY):
    return decide(reasoner, facts, bounds, as_of).outcome.value


def test_an_unknown_fact_leaves_the_outcome_open(small):
    reasoner = small.reasoner(small.yes("a"), small.yes("b"))
    assert outcome(reasoner, {"a": True}) == "needs_facts"


def test_one_false_requirement_settles_whatever_else_is_unknown(small):
    assert outcome(small.reasoner(small.yes("a"), small.yes("b")), {"a": False}) == "not_met"


def test_an_exception_that_applies_settles(small):
    reasoner = small.reasoner(small.yes("a"), exceptions=(small.yes("b"),))
    assert outcome(reasoner, {"b": True}) == "not_met"
    assert outcome(reasoner, {"a": True, "b": False}) == "met"


def test_a_fact_on_both_sides_of_a_rule_does_not_matter(small):
    either = AnyOf((AllOf((small.yes("a"), small.yes("b"))), AllOf((small.yes("b"), small.no("a")))))
    assert outcome(small.reasoner(either), {"b": True}) == "met"


def test_cases_that_cover_every_value_settle_without_the_value(small):
    cover = AnyOf((small.compare("n", "less_than", 5), small.compare("n", "at_least", 5)))
    assert outcome(small.reasoner(cover)) == "met"


def test_a_negation_holds_where_its_child_does_not(small):
    reasoner = small.reasoner(Negation(small.compare("hue", "at_least", "blue")))
    assert [outcome(reasoner, {"hue": hue}) for hue in ("green", "blue")] == ["met", "not_met"]


@pytest.mark.parametrize(
    ("bound", "expected"),
    [
        (Bound(below=3), "not_met"),
        (Bound(at_least=3), "met"),
        (Bound(below=3.5), "needs_facts"),
        (Bound(at_least=2.5, below=3), "not_met"),
        (Bound(at_least=2), "needs_facts"),
    ],
)
def test_a_bound_settles_what_it_can(small, bound, expected):
    assert outcome(small.reasoner(small.compare("n", "at_least", 3)), {}, {"n": bound}) == expected


def test_a_law_settles_by_a_fact_that_the_rule_does_not_name(small):
    reasoner = small.reasoner(small.compare("n", "at_least", 5), laws=(OrderLaw("n", "m"),))
    assert outcome(reasoner, {"m": 4.5}) == "not_met"
    assert outcome(reasoner, {"m": 5}) == "needs_facts"
    assert outcome(reasoner, {}, {"m": Bound(below=5)}) == "not_met"


def test_a_law_between_two_unknown_numbers_rules_out_their_contradiction(small):
    impossible = AllOf((small.compare("n", "at_least", 5), small.compare("m", "less_than", 5)))
    reasoner = small.reasoner(AnyOf((impossible, small.yes("a"))), laws=(OrderLaw("n", "m"),))
    assert outcome(reasoner, {"a": False}) == "not_met"
    assert outcome(small.reasoner(AnyOf((impossible, small.yes("a")))), {"a": False}) == "needs_facts"


def test_a_finding_of_an_authority_is_waited_for(small):
    reasoner = small.reasoner(small.yes("a"), small.yes("found"))
    assert outcome(reasoner, {"a": True}) == "needs_determination"
    assert outcome(reasoner) == "needs_facts"
    assert outcome(reasoner, {"a": False}) == "not_met"
    assert [outcome(reasoner, {"a": True, "found": found}) for found in (True, False)] == ["met", "not_met"]
    assert outcome(reasoner, {"found": False}) == "not_met"


def test_the_findings_that_can_still_matter_are_listed(small):
    reasoner = small.reasoner(small.yes("a"), AnyOf((small.yes("found"), small.yes("seen"))))
    assert [d.fact for d in decide(reasoner, {"a": True}).determinations] == ["found", "seen"]
    assert decide(reasoner, {"a": True, "found": True}).determinations == ()
    assert decide(reasoner, {"a": True}).determinations[0].by == "someone"


def forked(small, **more):
    fork = Fork("point", {"strict": small.yes("a"), "lax": Always(True)})
    return small.reasoner(small.yes("b"), fork, readings=("point",), points={"point": POINT}, **more)


def test_readings_that_disagree_diverge(small):
    assert outcome(forked(small), {"b": True, "a": False}) == "divergent"
    assert outcome(forked(small), {"b": True, "a": True}) == "met"
    assert outcome(forked(small), {"b": False}) == "not_met"
    assert outcome(forked(small), {"b": True}) == "needs_facts"


def test_each_reading_has_its_outcome(small):
    assert decide(forked(small), {"b": True, "a": False}).readings == (
        ReadingOutcome({"point": "strict"}, Outcome.NOT_MET),
        ReadingOutcome({"point": "lax"}, Outcome.MET),
    )
    assert [r.outcome.value for r in decide(forked(small), {"b": True}).readings] == ["needs_facts", "met"]


def test_readings_diverge_where_one_of_them_waits_for_a_finding(small):
    fork = Fork("point", {"strict": small.yes("found"), "lax": Always(True)})
    reasoner = small.reasoner(small.yes("b"), fork, readings=("point",), points={"point": POINT})
    assert outcome(reasoner, {"b": True}) == "divergent"


def test_reading_points_are_combined(small):
    first = Fork("point", {"strict": small.yes("a"), "lax": Always(True)})
    second = Fork("other", {"narrow": small.yes("c"), "wide": Always(True)})
    points = {"point": POINT, "other": OTHER}
    reasoner = small.reasoner(first, second, readings=("point", "other"), points=points)
    assert [(dict(r.points), r.outcome.value) for r in decide(reasoner, {"a": True, "c": False}).readings] == [
        ({"point": "strict", "other": "narrow"}, "not_met"),
        ({"point": "strict", "other": "wide"}, "met"),
        ({"point": "lax", "other": "narrow"}, "not_met"),
        ({"point": "lax", "other": "wide"}, "met"),
    ]


def test_outside_its_dates_nothing_is_met_and_the_proof_says_why(small):
    reasoner = small.reasoner(small.yes("a"), in_force_from=date(2017, 1, 1), in_force_until=date(2020, 1, 1))
    days = [date(2016, 12, 31), date(2017, 1, 1), date(2019, 12, 31), date(2020, 1, 1)]
    assert [outcome(reasoner, {"a": True}, as_of=day) for day in days] == ["not_met", "met", "met", "not_met"]
    laws = [decide(reasoner, {}, as_of=day).proof.children[0] for day in days]
    assert [(law.kind, law.status.value) for law in laws] == [
        ("law", "false"),
        ("condition", "unknown"),
        ("condition", "unknown"),
        ("law", "false"),
    ]
    assert laws[0].text == "自2017年1月1日起施行，2016年12月31日还没有施行"
    assert laws[3].text == "自2020年1月1日起不再施行"


def test_outside_its_dates_it_is_refused_under_every_reading_and_awaits_nothing(small):
    fork = Fork("point", {"strict": small.yes("a"), "lax": Always(True)})
    dates = {"in_force_from": date(2017, 1, 1), "in_force_until": date(2020, 1, 1)}
    reasoner = small.reasoner(small.yes("b"), fork, readings=("point",), points={"point": POINT}, **dates)
    for day in (date(2016, 12, 31), date(2020, 1, 1)):
        decision = decide(reasoner, {}, as_of=day)
        assert [r.outcome.value for r in decision.readings] == ["not_met", "not_met"]
        assert (decision.missing, decision.awaits, reasoner.next_question(Case({}), day)) == ((), (), None)


@pytest.fixture
def tabled(small):
    """`way` follows from hue: red is always by exam; green by exam only from 2020; blue is left open."""
    from assistant.domain.fact import Fact

    small.facts["way"] = Fact("way", "Way", "enum", ("review", "exam"), derived_from=("hue",))
    rows = (
        ModeRow("red", ("any",), "exam", basis="the red book"),
        ModeRow("green", ("any",), "review", in_force_until=date(2020, 1, 1)),
        ModeRow("green", ("any",), "exam", in_force_from=date(2020, 1, 1)),
        ModeRow("blue", ("any",), None),
    )
    derivations = {"way": Derivation("way", "hue", None, "any", rows)}
    return small.reasoner(small.yes("a"), small.compare("way", "in", "review"), derivations=derivations)


def test_a_table_settles_what_follows_from_it(tabled):
    assert outcome(tabled, {"a": True, "hue": "red"}) == "not_met"
    assert outcome(tabled, {"a": True, "hue": "blue"}) == "needs_facts"
    assert outcome(tabled, {"a": True, "hue": "black"}) == "needs_facts"


def test_a_table_is_read_at_the_date(tabled):
    days = [date(2019, 12, 31), date(2020, 1, 1)]
    assert [outcome(tabled, {"a": True, "hue": "green"}, as_of=day) for day in days] == ["met", "not_met"]


def test_what_the_applicant_states_outright_goes_before_the_table(tabled):
    assert outcome(tabled, {"a": True, "hue": "red", "way": "review"}) == "met"
    assert outcome(tabled, {"a": True, "way": "exam"}) == "not_met"


def test_what_follows_is_said_with_its_ground(tabled):
    derived = tabled.derive(Case({"hue": "red"}), TODAY)
    assert derived["way"].value == "exam"
    assert derived["way"].source == "derived"
    assert "the red book" in derived["way"].reason
    assert tabled.derive(Case({"hue": "blue"}), TODAY) == {}
    assert tabled.derive(Case({}), TODAY) == {}
    assert tabled.derive(Case({"hue": "red", "way": "review"}), TODAY) == {}


def test_facts_that_cannot_be_are_refused_and_never_silently_false(small):
    reasoner = small.reasoner(small.compare("hue", "in", "red"), small.compare("n", "at_least", 3))
    for facts in ({"hue": "pink"}, {"n": 99}, {"n": "3"}):
        with pytest.raises(FactError):
            decide(reasoner, facts)
