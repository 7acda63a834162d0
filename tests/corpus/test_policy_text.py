"""The first policy: each clause's text, letter for letter, and what its head says."""

import re
from datetime import date
from pathlib import Path

import pytest

from assistant.domain.document import ClauseId, Document
from assistant.knowledge.documents import load_documents

ROOT = Path(__file__).parents[2]
GOLDEN = dict(
    re.findall(r"^\[(\d+)\] (.*)$", (ROOT / "tests/corpus/golden/jl-2016-44.txt").read_text("utf-8"), re.MULTILINE)
)


@pytest.fixture(scope="module")
def policy() -> Document:
    return next(document for document in load_documents(ROOT) if document.id == "jl-2016-44")


def test_it_has_27_clauses_in_5_chapters(policy: Document) -> None:
    assert [clause.id.number for clause in policy.clauses] == list(range(1, 28))
    assert len({clause.path for clause in policy.clauses}) == 5
    assert policy.clauses[11].path == ("二、进一步创新基层专业技术人才评价使用机制",)


@pytest.mark.parametrize("number", sorted(GOLDEN, key=int))
def test_clause_reads_as_published(policy: Document, number: str) -> None:
    clause = policy.clause(int(number))
    assert clause is not None
    assert clause.text == GOLDEN[number]
    assert clause.id == ClauseId("jl-2016-44", int(number))
    assert clause.label == f"第{number}条"


def test_every_character_points_at_itself_in_the_source(policy: Document) -> None:
    source = (ROOT / "corpus/jl-2016-44/source.txt").read_text("utf-8")
    for clause in policy.clauses:
        assert "".join(source[offset] for offset in clause.offsets) == clause.text


@pytest.mark.parametrize("words", ["重点支持基层", "进行职称评审时", "聘任相应职务", "使基层单位和人才充分了解"])
def test_lines_torn_by_the_page_break_are_joined(policy: Document, words: str) -> None:
    assert sum(clause.find(words) is not None for clause in policy.clauses) == 1


def test_the_head_is_read(policy: Document) -> None:
    assert policy.head == {
        "索引号": "11220000013544525W/2021-00580",
        "分类": "人事管理;意见",
        "发文机关": "吉林省人力资源和社会保障厅",
        "成文日期": "2016年06月17日",
        "标题": "关于加强全省基层专业技术人才队伍建设的实施意见(试行)",
        "发文字号": "吉人社办字(2016)44号",
        "发布日期": "2016年06月17日",
    }
    assert policy.preamble.startswith("为深入贯彻落实中央")
    assert policy.preamble.endswith("特制定本实施意见。")


def test_the_metadata_is_read(policy: Document) -> None:
    assert policy.title == "关于加强全省基层专业技术人才队伍建设的实施意见（试行）"
    assert policy.number == "吉人社办字〔2016〕44号"
    assert policy.issuer == "吉林省人力资源和社会保障厅"
    assert policy.issued == date(2016, 6, 17)
    assert policy.status == "trial"
    assert policy.in_force(date(2026, 11, 24))
    assert not policy.in_force(date(2016, 6, 16))


def test_titles_are_heading_sentences_or_the_heading_above(policy: Document) -> None:
    titles = {clause.id.number: clause.title for clause in policy.clauses}
    assert titles[8] == "实行职称评审“四免”制度"
    assert titles[14] == "探索试行岗位延聘制度"
    assert titles[24] == "进一步加强基层专业技术人才队伍建设的组织领导"
