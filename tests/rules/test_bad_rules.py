"""Each kind of mistake under bad/ is found, at its line, with the message that its first line fixes."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from assistant.errors import KnowledgeError
from assistant.knowledge.documents import load_documents
from assistant.knowledge.rules import load_rulebook
from assistant.knowledge.verification import verify
from assistant.knowledge.vocabulary import load_facts

ROOT = Path(__file__).parents[2]
BAD = Path(__file__).parent / "bad"
PLACES = {
    "jl-2016-44": "rules/jl-2016-44.md",
    "facts": "rules/facts.yaml",
    "exam_modes": "rules/terms/exam_modes.yaml",
    "population": "rules/population.yaml",
}
CASES = sorted(path for path in BAD.glob("*/*") if path.suffix in (".md", ".yaml"))
FOUND_BY_CHECKS_ONLY = {
    "boundary_example_missing",
    "clause_changed",
    "clause_without_copy",
    "clauses_not_written",
    "clauses_out_of_order",
    "condition_without_effect",
    "definition_not_used",
    "earliest_not_covered",
    "everybody_meets_it",
    "example_fails",
    "example_misses_an_open_fact",
    "exception_never_applies",
    "gap_in_dates",
    "latest_not_covered",
    "nobody_can_meet_it",
    "outcome_without_example",
    "overlap_in_dates",
    "reading_never_differs",
    "reading_not_used",
    "redundant_condition",
    "series_left_out",
    "value_ruled_out",
}
"""Mistakes that leave the rules with a meaning: `wence rules check` fails on them; start-up does not."""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "rules" / "terms").mkdir(parents=True)
    shutil.copytree(ROOT / "corpus" / "jl-2016-44", tmp_path / "corpus" / "jl-2016-44")
    for place in PLACES.values():
        shutil.copy(ROOT / place, tmp_path / place)
    return tmp_path


def name(case: Path) -> str:
    return f"{case.parent.name}: {case.stem}"


@pytest.mark.parametrize("case", CASES, ids=name)
def test_the_mistake_is_reported_where_it_stands_with_what_mends_it(case: Path, root: Path) -> None:
    text = case.read_text(encoding="utf-8")
    expected = text.splitlines()[0].removeprefix("<!--").removeprefix("#").removesuffix("-->").strip()
    (root / PLACES[case.parent.name]).write_text(text, encoding="utf-8")
    assert expected.removeprefix("应报 ") in [str(finding) for finding in verify(root)]


@pytest.mark.parametrize("case", [case for case in CASES if case.stem not in FOUND_BY_CHECKS_ONLY], ids=name)
def test_what_has_no_meaning_stops_start_up(case: Path, root: Path) -> None:
    (root / PLACES[case.parent.name]).write_text(case.read_text(encoding="utf-8"), encoding="utf-8")
    with pytest.raises(KnowledgeError, match=r"^rules/"):
        load_rulebook(root, load_documents(root), load_facts(root))


def test_a_missing_facts_file_is_named(root: Path) -> None:
    (root / PLACES["facts"]).unlink()
    assert [str(finding) for finding in verify(root)] == ["rules/facts.yaml: 没有找到这个文件。"]


@pytest.mark.parametrize("place", PLACES.values())
def test_a_file_in_another_encoding_is_named(root: Path, place: str) -> None:
    (root / place).write_bytes("规则".encode("gbk"))
    assert [str(finding) for finding in verify(root)] == [
        f"{place}: 文件不是 UTF-8 编码。请用记事本“另存为”，编码选 UTF-8。"
    ]


@pytest.mark.parametrize("newline", ["\r\n", "\n"])
def test_line_ends_and_the_byte_order_mark_of_windows_are_no_mistake(root: Path, newline: str) -> None:
    for place in PLACES.values():
        text = (root / place).read_text(encoding="utf-8")
        (root / place).write_text(text.replace("\n", newline), encoding="utf-8-sig", newline="")
    assert verify(root) == ()


def test_the_rules_that_are_served_have_nothing_to_mend() -> None:
    assert [str(finding) for finding in verify(ROOT)] == []
