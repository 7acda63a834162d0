"""The corpus folder: several documents side by side, and metadata that is wrong is said where."""

from datetime import date
from pathlib import Path

import pytest

from assistant.errors import DocumentError
from assistant.knowledge.documents import load_documents
from assistant.knowledge.phrases import load_phrases

SOURCE = "渔船办法\n\n第一条 船舶应当登记。\n\n第二条 船员应当持证。\n"
METADATA = "title: 渔船办法\nstatus: 现行\nissued: 2020-01-02\n"
ROOT = Path(__file__).parents[2]


def put(root: Path, id_: str, metadata: str = METADATA, source: bytes = SOURCE.encode()) -> None:
    folder = root / "corpus" / id_
    folder.mkdir(parents=True)
    (folder / "document.yaml").write_text(metadata, "utf-8")
    (folder / "source.txt").write_bytes(source)


def test_documents_are_loaded_by_id(tmp_path: Path) -> None:
    put(tmp_path, "b")
    put(tmp_path, "a")
    assert [document.id for document in load_documents(tmp_path)] == ["a", "b"]


def test_a_folder_half_made_is_left_alone(tmp_path: Path) -> None:
    put(tmp_path, ".adding-x")
    assert load_documents(tmp_path) == ()


def test_dates_bound_the_force_of_a_document(tmp_path: Path) -> None:
    put(tmp_path, "a", METADATA + "in_force_from: 2020-02-01\nin_force_until: 2021-02-01\n")
    (document,) = load_documents(tmp_path)
    assert not document.in_force(date(2020, 1, 31))
    assert document.in_force(date(2020, 2, 1))
    assert document.in_force(date(2021, 1, 31))
    assert not document.in_force(date(2021, 2, 1))


def test_a_repealed_document_is_not_in_force(tmp_path: Path) -> None:
    put(tmp_path, "a", METADATA.replace("现行", "废止"))
    assert not load_documents(tmp_path)[0].in_force(date(2020, 2, 1))


@pytest.mark.parametrize(
    ("metadata", "message"),
    [
        (METADATA.replace("现行", "有效"), "status 应是 现行、试行、废止 之一，现在是“有效”"),
        (METADATA.replace("2020-01-02", "去年"), "issued 应是日期"),
        (METADATA + "titel: x\n", "不认识的名称“titel”"),
        ("- a\n", "应是“名称: 值”"),
        ("a: [\n", "无法读取"),
    ],
)
def test_wrong_metadata_names_the_file_and_what_is_accepted(tmp_path: Path, metadata: str, message: str) -> None:
    put(tmp_path, "a", metadata)
    with pytest.raises(DocumentError, match=r"corpus/a/document\.yaml") as caught:
        load_documents(tmp_path)
    assert message in str(caught.value)


def test_a_source_that_is_not_utf_8_is_said(tmp_path: Path) -> None:
    put(tmp_path, "a", source=SOURCE.encode("gb18030"))
    with pytest.raises(DocumentError, match=r"corpus/a/source.txt: .*UTF-8"):
        load_documents(tmp_path)


def test_a_source_without_clauses_is_said(tmp_path: Path) -> None:
    put(tmp_path, "a", source=b"")
    with pytest.raises(DocumentError, match="没有认出任何条款"):
        load_documents(tmp_path)


def test_every_clause_and_every_grant_has_at_least_eight_phrasings() -> None:
    phrasings = load_phrases(ROOT).phrasings
    clauses = [one.clause.number for one in phrasings]
    grants = [one.entitlement for one in phrasings if one.entitlement]
    assert all(clauses.count(number) >= 8 for number in range(1, 28))
    assert all(grants.count(grant) >= 8 for grant in set(grants))
    assert len(set(grants)) == 21


def test_no_phrasing_stands_twice() -> None:
    texts = [(one.clause, one.text) for one in load_phrases(ROOT).phrasings]
    assert len(texts) == len(set(texts))
