"""What a question is about."""

from datetime import date
from typing import Any

import pytest

from assistant.answering.library import Library
from assistant.conversation.targets import Found, Targets
from assistant.domain.utterance import Ask

DAY = date(2026, 11, 24)
LONG = "long_service_appointment"


@pytest.fixture
def targets(library: Library, search: Any) -> Targets:
    return Targets(library, search)


def clauses(found: Found) -> list[int]:
    return [target.clause.number for target in found.targets]


def test_a_clause_named_by_number_is_it_whatever_is_found(targets: Targets, search: Any) -> None:
    search.finds("第12条讲啥", {8: 9.0})

    assert clauses(targets.of(Ask("第12条讲啥", clauses=(12,)), DAY)) == [12]


def test_what_is_found_stands_above_what_is_named_in_passing(targets: Targets, search: Any) -> None:
    search.finds("问", {10: 1.5, 12: 0.8})

    assert clauses(targets.of(Ask("问", personal=True, entitlements=(LONG,)), DAY)) == [10]


def test_what_is_named_stands_where_little_speaks_for_another(targets: Targets, search: Any) -> None:
    search.finds("问", {10: 1.2, 12: 1.0})

    assert clauses(targets.of(Ask("问", personal=True, entitlements=(LONG,)), DAY)) == [12]


def test_a_fee_is_not_the_matter_that_it_names(targets: Targets, search: Any) -> None:
    search.finds("费多少钱", {}, verdict="unstated")
    found = targets.of(Ask("费多少钱", entitlements=("four_exemptions",)), DAY)

    assert (found.targets, found.verdict) == ((), "unstated")


def test_another_matter_stays_so_whatever_is_said_around_it(targets: Targets, search: Any) -> None:
    search.finds("医保报多少", {}, verdict="other_matter")
    search.finds("我是副高，医保报多少", {12: 1.5})

    assert targets.of(Ask("医保报多少", personal=True), DAY, ("我是副高，医保报多少",)).targets == ()


def test_the_utterance_says_what_its_question_leaves_out(targets: Targets, search: Any) -> None:
    search.finds("有依据没", {7: 0.9})
    search.finds("想搞试点，有依据没", {6: 1.5, 7: 0.4})

    assert clauses(targets.of(Ask("有依据没"), DAY, ("想搞试点，有依据没",))) == [6]


def test_what_is_left_without_the_facts_is_searched_where_the_facts_drown_the_question(
    targets: Targets, search: Any
) -> None:
    search.finds("没职数了，能聘吗", {12: 1.4})

    assert clauses(
        targets.of(Ask("能聘吗", personal=True), DAY, ("五花八门，没职数了，能聘吗", "没职数了，能聘吗"))
    ) == [12]


def test_a_bare_question_far_from_any_phrasing_has_no_content(targets: Targets, search: Any) -> None:
    search.finds("到底行不行", {7: 1.0}, similarity=0.02)

    assert targets.of(Ask("", personal=True), DAY, ("到底行不行",)).verdict == "contentless"


def test_the_facts_said_decide_between_clauses_that_are_near(targets: Targets, search: Any) -> None:
    search.finds("能破格不", {11: 1.3, 9: 1.0}, grants={9: "executive_exceptional_review"})
    stated = {"executive", "executive_results", "unit_kind"}

    assert clauses(targets.of(Ask("能破格不", personal=True), DAY, (), stated)) == [9]
    assert clauses(targets.of(Ask("能破格不", personal=True), DAY)) == [11]


def test_a_personal_question_prefers_a_clause_that_grants_something(targets: Targets, search: Any) -> None:
    search.finds("我想创业", {3: 1.0, 16: 0.9})

    assert clauses(targets.of(Ask("我想创业", personal=True), DAY)) == [16]
    assert clauses(targets.of(Ask("我想创业"), DAY)) == [3]


def test_a_question_that_says_little_follows_up_the_clause_last_quoted(
    targets: Targets, search: Any, library: Library
) -> None:
    [current] = library.numbered(22)
    search.finds("那业绩算不", {9: 1.1, 22: 0.7}, similarity=0.28)

    assert clauses(targets.of(Ask("那业绩算不"), DAY, current=current)) == [22]
    assert clauses(targets.of(Ask("那业绩算不"), DAY)) == [9]


def test_a_question_that_points_back_follows_up_from_further_off(
    targets: Targets, search: Any, library: Library
) -> None:
    [current] = library.numbered(22)
    search.finds("那业绩算不", {9: 1.3, 22: 0.7}, similarity=0.5)
    search.finds("业绩算不", {9: 1.3, 22: 0.7}, similarity=0.5)

    assert clauses(targets.of(Ask("那业绩算不"), DAY, current=current)) == [22]
    assert clauses(targets.of(Ask("业绩算不"), DAY, current=current)) == [9]


def test_an_entitlement_of_a_clause_is_told_by_words_that_only_it_has(targets: Targets, search: Any) -> None:
    search.finds("表彰算不算业绩", {9: 1.5}, similarity=0.3, grants={9: "practice_outputs_recognition"})

    [target] = targets.of(Ask("表彰算不算业绩", personal=True), DAY).targets
    assert target.entitlements == ("honours_recognition",)


def test_an_entitlement_of_a_clause_is_told_by_a_fact_that_only_it_needs(targets: Targets, search: Any) -> None:
    search.finds("能算不", {9: 1.5}, similarity=0.6, grants={9: "practice_outputs_recognition"})

    [target] = targets.of(Ask("能算不", personal=True), DAY, (), {"county_award"}).targets
    assert target.entitlements == ("honours_recognition",)


def test_a_clause_that_nothing_narrows_is_meant_as_a_whole(targets: Targets, search: Any) -> None:
    search.finds("第21条", {21: 9.0}, similarity=0.2)

    [target] = targets.of(Ask("第21条", personal=True, clauses=(21,)), DAY).targets
    assert target.entitlements == ("direct_assessment_recruitment", "simplified_recruitment")


def test_a_second_clause_is_mentioned_where_it_is_near(targets: Targets, search: Any) -> None:
    search.finds("没论文能评不", {8: 1.5, 9: 1.3})
    [target] = targets.of(Ask("没论文能评不"), DAY).targets

    assert (target.clause.number, target.also and target.also.clause.number) == (8, 9)
