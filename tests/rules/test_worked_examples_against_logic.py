"""Every worked example against a plain statement of its entitlement, written by hand and not from the rule file.

The statement is the policy as the vocabulary specifies it, over complete facts; what an example leaves open is
completed in every way that could matter, so nothing here knows how the reasoning works.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from itertools import product
from pathlib import Path
from typing import Any

import pytest

from assistant.domain.rule import (
    AllOf,
    Always,
    AnyOf,
    Comparison,
    Condition,
    Entitlement,
    Example,
    Fork,
    Negation,
    RuleBook,
)
from assistant.knowledge.documents import load_documents
from assistant.knowledge.rules import load_rulebook
from assistant.knowledge.vocabulary import load_facts

ROOT = Path(__file__).parents[2]
FACTS = load_facts(ROOT)
BOOK: RuleBook = load_rulebook(ROOT, load_documents(ROOT), FACTS)

Complete = Mapping[str, Any]
Readings = Mapping[str, str]

LEVELS = ("无", "员级", "助理级", "中级", "副高级", "正高级")


def grassroots(f: Complete) -> bool:
    return f["unit_level"] in {"县级", "街道", "乡镇", "村级"}


def scope(f: Complete) -> bool:
    return grassroots(f) and f["unit_kind"] in {"事业单位", "企业"} and bool(f["professional_post"])


def public_unit_post(f: Complete) -> bool:
    return grassroots(f) and f["unit_kind"] == "事业单位" and bool(f["professional_post"])


def senior(f: Complete) -> bool:
    return f["title_level"] in {"副高级", "正高级"}


def township(f: Complete, r: Readings) -> bool:
    return f["unit_level"] in {"乡镇", "村级"} or (r["street_as_township"] == "算" and f["unit_level"] == "街道")


def reviewed_target(f: Complete) -> bool:
    return f["series"] != "中小学教师" and f["evaluation_mode_target"] == "评审"


def bracket(f: Complete, r: Readings) -> bool:
    return r["clause9_bracket"] == "只除外第三项" or reviewed_target(f)


def long_service(f: Complete, r: Readings) -> bool:
    short = f["township_continuous_years"] >= 15 and f["age"] >= 55
    long = f["township_continuous_years"] >= 30
    if r["clause12_senior"] == "都须高级职称":
        return senior(f) and (short or long)
    return short or (long and senior(f))


def served(f: Complete) -> bool:
    if f["education"] == "专科":
        return bool(f["township_years"] >= 5)
    return f["education"] in {"本科", "硕士", "博士"} and f["township_years"] >= 3


LOGIC: dict[str, Callable[[Complete, Readings, date], bool]] = {
    "grassroots_talent": lambda f, r, d: scope(f),
    "directed_title": lambda f, r, d: (
        scope(f) and f["unit_kind"] == "事业单位" and reviewed_target(f) and f["directed_pilot"]
    ),
    "provincial_pass_line": lambda f, r, d: scope(f) and f["evaluation_mode_target"] == "以考代评",
    "four_exemptions": lambda f, r, d: scope(f) and f["evaluation_mode_target"] in {"评审", "考评结合"},
    "practice_outputs_recognition": lambda f, r, d: scope(f) and f["practice_outputs"] and bracket(f, r),
    "honours_recognition": lambda f, r, d: (
        scope(f) and ((f["unit_kind"] == "事业单位" and f["annual_excellent"]) or f["county_award"]) and bracket(f, r)
    ),
    "excellence_exceptional_review": lambda f, r, d: (
        scope(f) and f["unit_kind"] == "事业单位" and f["excellent_streak"] >= 3 and reviewed_target(f)
    ),
    "executive_exceptional_review": lambda f, r, d: (
        scope(f) and f["unit_kind"] == "企业" and f["executive"] and f["executive_results"] and reviewed_target(f)
    ),
    "urgent_talent_appointment": lambda f, r, d: (
        township(f, r)
        and f["unit_kind"] == "事业单位"
        and f["newly_introduced"]
        and senior(f)
        and f["series"] != "中小学教师"
        and f["urgent_shortage"]
    ),
    "graduate_exceptional_mid": lambda f, r, d: (
        township(f, r)
        and f["professional_post"]
        and f["title_level"] in {"无", "员级", "助理级"}
        and served(f)
        and f["series"] != "中小学教师"
        and f["evaluation_mode_mid"] == "评审"
        and f["assessment_qualified"]
    ),
    "long_service_appointment": lambda f, r, d: (
        township(f, r)
        and f["professional_post"]
        and f["series"] != "中小学教师"
        and f["title_level"] != "无"
        and long_service(f, r)
    ),
    "honour_nomination": lambda f, r, d: scope(f) and f["outstanding_contribution"],
    "deferred_retirement": lambda f, r, d: (
        public_unit_post(f) and senior(f) and f["extension_needed"] and f["extension_confirmed"]
    ),
    "priority_selection": lambda f, r, d: scope(f) and f["outstanding_contribution"],
    "side_venture": lambda f, r, d: (
        public_unit_post(f) and f["duties_done"] and f["interests_unharmed"] and f["unit_consents"] and f["off_hours"]
    ),
    "study_reward": lambda f, r, d: (
        public_unit_post(f) and (f["degree_on_job"] or f["licence_obtained"]) and f["county_reward_policy"]
    ),
    "recruitment_preference": lambda f, r, d: (
        f["recruiting_unit"] == "省市属事业单位" and f["grassroots_experience"] and d >= date(2017, 1, 1)
    ),
    "direct_assessment_recruitment": lambda f, r, d: (
        f["recruiting_unit"] == "基层事业单位" and (f["education"] in {"硕士", "博士"} or senior(f))
    ),
    "simplified_recruitment": lambda f, r, d: (
        f["recruiting_unit"] == "基层事业单位" and f["education"] in {"本科", "硕士", "博士"} and f["urgent_shortage"]
    ),
    "secondment_protection": lambda f, r, d: bool(f["seconded"]),
    "program_graduate_priority": lambda f, r, d: f["service_program"] != "未参加" and f["service_completed"],
}

NUMBERS = {
    "township_years": (0, 2, 3, 4, 5, 15, 30, 40),
    "township_continuous_years": (0, 3, 14, 15, 29, 30, 40),
    "age": (30, 54, 55, 60),
    "excellent_streak": (0, 2, 3, 4),
}


def holds(condition: Condition, facts: Complete, readings: Readings) -> bool:
    """Two-valued meaning of a compiled condition; `case` tables are ordinary alternatives."""
    match condition:
        case Comparison():
            return compare(condition, facts[condition.fact])
        case AllOf():
            return all(holds(child, facts, readings) for child in condition.children)
        case AnyOf():
            return any(holds(child, facts, readings) for child in condition.children)
        case Negation():
            return not holds(condition.child, facts, readings)
        case Fork():
            return holds(condition.options[readings[condition.point]], facts, readings)
        case Always():
            return condition.value


def compare(leaf: Comparison, value: Any) -> bool:
    if leaf.operator in ("in", "not_in"):
        return (value in leaf.values) == (leaf.operator == "in")
    fact, bound = FACTS[leaf.fact], leaf.values[0]
    rank = fact.values.index if fact.type == "enum" else float
    have, need = rank(value), rank(bound)  # type: ignore[arg-type]
    return {
        "at_least": have >= need,
        "more_than": have > need,
        "at_most": have <= need,
        "less_than": have < need,
    }[leaf.operator]


def compiled(rule: Entitlement, facts: Complete, readings: Readings, day: date) -> bool:
    in_force = rule.in_force_from is None or rule.in_force_from <= day
    granted = all(holds(c, facts, readings) for c in (*rule.premises, *rule.requirements))
    return in_force and granted and not any(holds(c, facts, readings) for c in rule.exceptions)


def leaves(condition: Condition) -> Iterator[str]:
    match condition:
        case Comparison():
            yield condition.fact
        case AllOf() | AnyOf():
            for child in condition.children:
                yield from leaves(child)
        case Negation():
            yield from leaves(condition.child)
        case Fork():
            for option in condition.options.values():
                yield from leaves(option)


def facts_of(rule: Entitlement) -> list[str]:
    conditions = (*rule.premises, *rule.requirements, *rule.exceptions)
    used = {fact for condition in conditions for fact in leaves(condition)}
    for fact in list(used):
        if fact in BOOK.derivations:
            used |= {BOOK.derivations[fact].series_fact} | {BOOK.derivations[fact].level_fact or fact}
    for law in BOOK.laws:
        if law.larger in used or law.smaller in used:
            used |= {law.larger, law.smaller}
    return sorted(used)


def derived_mode(fact: str, series: str, level: str, day: date) -> str | None:
    for row in BOOK.derivations[fact].rows:
        begun = row.in_force_from is None or row.in_force_from <= day
        over = row.in_force_until is not None and row.in_force_until <= day
        if row.series == series and level in row.levels and begun and not over:
            return row.mode
    return None


def candidates(fact: str) -> tuple[Any, ...]:
    kind = FACTS[fact].type
    return NUMBERS[fact] if kind == "number" else (False, True) if kind == "boolean" else FACTS[fact].values


def completions(example: Example) -> Iterator[Complete]:
    rule, day = BOOK.entitlements[example.entitlement], example.as_of
    assert day is not None
    used = facts_of(rule)
    options = [(example.facts[fact],) if fact in example.facts else candidates(fact) for fact in used]
    for values in product(*options):
        facts = dict(zip(used, values, strict=True))
        if facts.get("township_continuous_years", 0) > facts.get("township_years", 60):
            continue
        if all(fits_table(fact, facts, example, day) for fact in BOOK.derivations if fact in facts):
            yield facts


def fits_table(fact: str, facts: Complete, example: Example, day: date) -> bool:
    if fact in example.facts:
        return True
    derivation = BOOK.derivations[fact]
    level = derivation.level or facts[derivation.level_fact or ""]
    return derived_mode(fact, facts[derivation.series_fact], level, day) in (None, facts[fact])


def under(example: Example, readings: Readings) -> str:
    day = example.as_of or date.max
    findings: dict[tuple[Any, ...], set[tuple[tuple[Any, ...], bool]]] = {}
    for facts in completions(example):
        granted = bool(LOGIC[example.entitlement](facts, readings, day))
        open_findings = [f for f in facts if FACTS[f].determined_by and f not in example.facts]
        said = tuple(facts[f] for f in facts if f not in open_findings)
        findings.setdefault(said, set()).add((tuple(facts[f] for f in open_findings), granted))
    verdicts = {granted for results in findings.values() for _, granted in results}
    if len(verdicts) == 1:
        return "met" if verdicts == {True} else "not_met"
    return "needs_determination" if len({frozenset(r) for r in findings.values()}) == 1 else "needs_facts"


def combinations(rule: Entitlement) -> list[Readings]:
    options = [[(point, option) for option in BOOK.reading_points[point].options] for point in rule.readings]
    return [dict(choice) for choice in product(*options)]


def overall(example: Example) -> str:
    outcomes = {under(example, readings) for readings in combinations(BOOK.entitlements[example.entitlement])}
    return outcomes.pop() if len(outcomes) == 1 else "needs_facts" if "needs_facts" in outcomes else "divergent"


IDS = [f"{example.entitlement}: {example.name}" for example in BOOK.examples]


@pytest.mark.parametrize("example", BOOK.examples, ids=IDS)
def test_a_worked_example_comes_to_what_the_specification_says(example: Example) -> None:
    assert overall(example) == example.outcome, example.where


@pytest.mark.parametrize("example", BOOK.examples, ids=IDS)
def test_the_compiled_rule_agrees_with_the_specification_however_the_example_is_completed(example: Example) -> None:
    rule = BOOK.entitlements[example.entitlement]
    for facts in completions(example):
        for readings in combinations(rule):
            expected = bool(LOGIC[rule.id](facts, readings, example.as_of or date.max))
            assert compiled(rule, facts, readings, example.as_of or date.max) == expected, (facts, readings)


def test_every_entitlement_of_the_specification_is_compiled_and_no_other() -> None:
    assert set(BOOK.entitlements) == set(LOGIC)


@pytest.mark.parametrize("entitlement", LOGIC)
def test_every_entitlement_has_examples_that_are_met_not_met_and_open(entitlement: str) -> None:
    outcomes = {example.outcome for example in BOOK.examples if example.entitlement == entitlement}
    assert {"met", "not_met"} <= outcomes
    assert outcomes & {"needs_facts", "needs_determination"}
    assert ("divergent" in outcomes) == bool(BOOK.entitlements[entitlement].readings)
