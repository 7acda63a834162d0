"""Which conditions carry an outcome."""

from dataclasses import replace

from assistant.answering.grounds import opposing, supporting
from assistant.domain.proof import ProofNode, Status

T, F, U = Status.TRUE, Status.FALSE, Status.UNKNOWN


def leaf(name: str, status: Status) -> ProofNode:
    return ProofNode("condition", status, name, fact=name, value=1, quote=f"「{name}」")


def node(kind: str, status: Status, *children: ProofNode) -> ProofNode:
    return ProofNode(kind, status, kind, children=children)


def names(grounds: object) -> list[tuple[str, str]]:
    return [(ground.bearing, ground.text) for ground in grounds]  # type: ignore[attr-defined]


def test_what_holds_is_every_condition_and_one_branch() -> None:
    proof = node("entitlement", T, leaf("a", T), node("any", T, leaf("b", F), leaf("c", T), leaf("d", T)))

    assert names(supporting(proof)) == [("holds", "a"), ("holds", "c")]


def test_an_exception_that_does_not_apply_supports() -> None:
    proof = node("entitlement", T, leaf("a", T), node("exception", F, leaf("x", F)))

    assert names(supporting(proof)) == [("holds", "a"), ("not_excepted", "x")]


def test_what_fails_is_every_failing_branch() -> None:
    proof = node(
        "entitlement", F, leaf("a", T), node("any", F, node("all", F, leaf("b", F), leaf("c", T)), leaf("d", F))
    )

    assert names(opposing(proof)) == [("fails", "b"), ("fails", "d")]


def test_of_a_table_by_one_fact_only_the_row_of_that_fact_counts() -> None:
    rows = (node("all", F, leaf("other", F), leaf("three", F)), node("all", F, leaf("mine", T), leaf("five", F)))

    assert names(opposing(node("entitlement", F, node("case", F, *rows)))) == [("fails", "five")]


def test_an_exception_that_applies_opposes_in_the_words_of_the_exception() -> None:
    exception = replace(node("exception", T, replace(leaf("x", T), quote="")), quote="除外")
    grounds = opposing(node("entitlement", F, leaf("a", T), exception))

    assert [(ground.bearing, ground.text, ground.quote) for ground in grounds] == [("excepted", "x", "除外")]


def test_a_fact_that_follows_from_a_law_is_told_by_the_law() -> None:
    law = ProofNode("law", F, "按表是考试")
    derived = replace(leaf("mode", F), value=None, children=(law,))

    assert opposing(node("entitlement", F, derived))[0].law == "按表是考试"
