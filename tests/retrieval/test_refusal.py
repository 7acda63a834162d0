"""What the corpus does not answer gets no clause, the evidence says why, and what is near is offered."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from assistant.retrieval.search import Search

HERE = Path(__file__).parent
OUT_OF_SCOPE: dict[str, list[str]] = yaml.safe_load((HERE / "out_of_scope.yaml").read_text("utf-8"))
FRESH = [
    case
    for name in (
        "fresh.yaml",
        "fresh_again.yaml",
        "fresh_fourth.yaml",
        "fresh_fifth.yaml",
        "fresh_sixth.yaml",
        "fresh_seventh.yaml",
        "fresh_ninth.yaml",
        "fresh_tenth.yaml",
        "fresh_eleventh.yaml",
        "fresh_twelfth.yaml",
    )
    for case in yaml.safe_load((HERE / name).read_text("utf-8"))["questions"]
]


@pytest.mark.parametrize("kind", sorted(OUT_OF_SCOPE))
def test_questions_of_another_matter_are_refused(search: Search, kind: str) -> None:
    answered = [question for question in OUT_OF_SCOPE[kind] if not search.search(question).refused]
    assert len(answered) <= len(OUT_OF_SCOPE[kind]) // 50, answered


def is_right(search: Search, case: dict[str, Any]) -> bool:
    result = search.search(case["ask"])
    if case.get("out"):
        return result.refused
    return bool(result.hits) and result.hits[0].clause.number in case["clauses"]


def test_of_the_fresh_questions_nearly_all_are_right(search: Search) -> None:
    wrong = [case["ask"] for case in FRESH if not is_right(search, case)]
    assert len(wrong) <= len(FRESH) // 100, wrong


@pytest.mark.parametrize(
    ("question", "verdict"),
    [
        ("医保怎么报销", "other_matter"),
        ("职称评审费多少钱", "unstated"),
        ("三支一扶什么时候报名", "unstated"),
        ("职称证书丢了怎么补", "unstated"),
        ("什么是善意取得", "not_covered"),
    ],
)
def test_the_evidence_says_why(search: Search, question: str, verdict: str) -> None:
    result = search.search(question)
    assert result.refused
    assert result.evidence.verdict == verdict


def test_our_matter_named_in_a_question_of_another_kind_is_refused_as_unstated(search: Search) -> None:
    evidence = search.search("延聘合同去哪儿鉴证").evidence
    assert evidence.verdict == "unstated"


def test_a_near_miss_offers_what_the_policy_says_nearby(search: Search) -> None:
    result = search.search("三支一扶什么时候报名")
    assert result.hits == ()
    assert result.nearby[0].clause.number == 23


def test_a_sign_that_cannot_be_outweighed_refuses_whatever_else_speaks_for_an_answer(search: Search) -> None:
    here, there = search.search("基层大夫评职称还考外语不"), search.search("内蒙古基层大夫评职称还考外语不")
    assert here.hits[0].clause.number == 8
    assert there.refused


def test_a_word_of_another_matter_is_outweighed_by_all_else(search: Search) -> None:
    result = search.search("业余开公司,单位同意了,工作也没耽误,会不会挨处分")
    assert result.evidence.signs
    assert result.hits[0].clause.number == 16


def test_what_is_far_off_offers_nothing(search: Search) -> None:
    assert search.search("今天天气怎么样").nearby == ()


def test_the_evidence_can_be_read(search: Search) -> None:
    lines = "\n".join(search.search("职称评审费多少钱").evidence.lines())
    assert "支持度" in lines
    assert "多少钱" in lines


@pytest.mark.parametrize(
    ("question", "clause"),
    [
        ("专科学历要几年才可以破格", 11),
        ("干够多少年可以不占职数聘任", 12),
        ("每年培训多少人", 18),
        ("延聘要谁核准", 14),
    ],
)
def test_a_side_that_the_clause_states_is_answered(search: Search, question: str, clause: int) -> None:
    assert search.search(question).hits[0].clause.number == clause


@pytest.mark.parametrize(
    "question",
    [
        "农技推广研究员要当几年高级农艺师才能报",
        "拔尖人才称号管几年",
        "县里的名额有几个",
        "延聘要不要体检",
        "高研班发不发毛巾",
    ],
)
def test_a_side_that_the_clause_does_not_state_is_refused(search: Search, question: str) -> None:
    assert search.search(question).refused


@pytest.mark.parametrize(
    "question",
    ["选派到乡镇服务期间工资还发吗", "国务院特殊津贴县里能推荐吗", "主管技师能走定向评价不", "拿什么材料替代论文"],
)
def test_a_word_of_another_matter_within_ours_is_no_reason_to_refuse(search: Search, question: str) -> None:
    assert not search.search(question).refused
