from __future__ import annotations

import itertools
from datetime import date
from functools import cache
from random import Random

import pytest

from assistant.domain.fact import Case
from assistant.domain.rule import AllOf, AnyOf, Negation, Prior
from assistant.reasoning.consistency import Laws
from assistant.reasoning.docket import Docket
from assistant.reasoning.outcome import CompiledRule, World

TODAY = date(2026, 11, 24)
NAMES = "abcde"


def random_rule(small, random, names):
    """A random and/or/not rule over booleans; some facts stand in it more than once."""
    leaves = list(names) + random.choices(names, k=2)
    random.shuffle(leaves)

    def tree(part, conjunctive):
        if len(part) == 1:
            return small.yes(part[0]) if random.random() < 0.7 else Negation(small.yes(part[0]))
        cut = random.randint(1, len(part) - 1)
        children = tuple(tree(half, not conjunctive) for half in (part[:cut], part[cut:]))
        return AllOf(children) if conjunctive else AnyOf(children)

    return tree(leaves, True)


def truth(condition, facts):
    match condition:
        case AllOf(children=children):
            return all(truth(child, facts) for child in children)
        case AnyOf(children=children):
            return any(truth(child, facts) for child in children)
        case Negation(child=child):
            return not truth(child, facts)
    return facts[condition.fact] in condition.values


def fewest_questions(condition, chances):
    """The optimum by trying every order of questions after every answer, with a stop as soon as all is settled."""
    names = list(chances)

    def settled(known):
        open_ = [n for n in names if n not in known]
        full = (known | dict(zip(open_, v, strict=True)) for v in itertools.product([True, False], repeat=len(open_)))
        return len({truth(condition, facts) for facts in full}) == 1

    @cache
    def cost(known):
        facts = dict(known)
        if settled(facts):
            return 0.0
        return min(1 + sum(p * cost(known | {(n, v)}) for v, p in chances[n]) for n in names if n not in facts)

    return cost(frozenset())


def docket(small, condition, priors):
    world = World(small.facts, priors, {}, frozenset(), {})
    return Docket(CompiledRule(small.entitlement(condition), world), world, Laws(small.facts, ()))


@pytest.mark.parametrize("seed", range(40))
def test_the_expected_questions_are_the_fewest_that_any_order_gives(small, seed):
    random = Random(seed)
    rule = random_rule(small, random, NAMES)
    chances = {n: ((True, p), (False, 1 - p)) for n in NAMES for p in [random.uniform(0.1, 0.9)]}
    priors = {n: Prior(n, dict(pairs)) for n, pairs in chances.items()}
    desk = docket(small, rule, priors)
    cost = desk.inquiry().cost(desk.rule.standing(desk.rule.full).open)
    assert cost == pytest.approx(fewest_questions(rule, chances))


def test_the_question_that_most_often_ends_it_is_asked_first(small):
    priors = {"a": Prior("a", {True: 0.9, False: 0.1}), "b": Prior("b", {True: 0.2, False: 0.8})}
    reasoner = small.reasoner(small.yes("a"), small.yes("b"), priors=priors)
    assert reasoner.decide("it", Case({}), TODAY).missing == ("b", "a")
    assert reasoner.next_question(Case({}), TODAY, ("it",)) == "b"


def test_equals_are_asked_in_the_order_of_the_rule(small):
    reasoner = small.reasoner(small.yes("c"), small.yes("a"), small.yes("b"))
    assert reasoner.decide("it", Case({}), TODAY).missing == ("c", "a", "b")


def test_a_fact_that_can_no_longer_matter_is_not_missing(small):
    reasoner = small.reasoner(small.yes("a"), AnyOf((small.yes("b"), small.yes("c"))))
    assert reasoner.decide("it", Case({"b": True}), TODAY).missing == ("a",)


def test_a_bound_shifts_what_is_expected(small):
    from assistant.domain.fact import Bound

    reasoner = small.reasoner(small.compare("n", "at_least", 9), small.yes("a"))
    assert reasoner.next_question(Case({}), TODAY, ("it",)) == "n"
    assert reasoner.next_question(Case({}, {"n": Bound(at_least=8.9)}), TODAY, ("it",)) == "a"


@pytest.mark.slow
def test_every_entitlement_is_settled_in_the_fewest_expected_questions(reasoner, rulebook, facts):
    """Dynamic programming over all partial assignments, in the terms of outcomes alone."""
    for entitlement in rulebook.entitlements:
        desk = reasoner._docket(entitlement, TODAY, frozenset())
        whole = desk.rule.standing(desk.rule.full).open
        assert desk.inquiry().cost(whole) == pytest.approx(_fewest(reasoner, entitlement, desk)), entitlement


def _fewest(reasoner, entitlement, desk):
    used = {c.fact for c in desk.rule.comparisons} | {i for v in desk.rule.variables for i in v.fact.derived_from}
    names = [name for name in desk.facts[: desk.rule.first_finding] if name in used]
    pools = {
        n: [(v.scale.sample(c), w) for c, w in enumerate(v.scale.weights()) if w > 0]
        for n, v in zip(desk.facts, desk.rule.variables, strict=True)
    }
    derived = {desk.facts[n]: [desk.facts[i] for i in v.inputs] for n, v in enumerate(desk.rule.variables) if v.inputs}

    @cache
    def outcome(known):
        return reasoner.decide(entitlement, Case(dict(known)), TODAY).outcome.value

    def may_ask(name, facts, known):
        """A derived fact is asked once its inputs are known, or their values make no difference any more."""
        if name not in derived:
            return True
        if name in reasoner.derive(Case(facts), TODAY):
            return False
        unknown = [n for n in derived[name] if n not in facts]
        return all(_same(n, known) for n in unknown)

    def _same(name, known):
        return len({cost(known | {(name, value)}) for value, _ in pools[name]}) == 1 and outcome(known) == "needs_facts"

    @cache
    def cost(known):
        facts = dict(known)
        if outcome(known) != "needs_facts":
            return 0.0
        costs = [
            1 + sum(w * cost(known | {(n, v)}) for v, w in pools[n])
            for n in names
            if n not in facts and may_ask(n, facts, known)
        ]
        return min(costs)

    return cost(frozenset())
