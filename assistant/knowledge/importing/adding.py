"""Recognises a document in a file and puts it into the corpus, whole or not at all."""

from __future__ import annotations

import re
import shutil
import tempfile
from datetime import date
from pathlib import Path
from typing import Any, Final

import yaml

from assistant.domain.document import Document
from assistant.errors import DocumentError
from assistant.knowledge.documents import build_document, head_of, load_document, load_documents, metadata_of
from assistant.knowledge.importing.readers import read_file
from assistant.knowledge.importing.recognised import Recognised, warnings_of
from assistant.knowledge.parsing.structure import outline

_ID: Final = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_LONGEST_ID: Final = 40


def recognise(path: Path, document_id: str = "") -> Recognised:
    """What `path` holds; nothing is written. DocumentError where it cannot be read or holds no clause."""
    source = read_file(path)
    parts = outline(source)
    document = build_document(document_id or "new", parts)
    if not document.clauses:
        raise DocumentError(path.name, "没有认出任何条款或段落。")
    if not document_id:
        document = build_document(suggest_id(document), parts)
    return Recognised(document, source, parts, warnings_of(document, parts))


def add(path: Path, root: Path, document_id: str = "", checked: date | None = None) -> Recognised:
    """Recognise `path` and write it to `root`/corpus/<id>; DocumentError, and nothing written, on any trouble.

    `checked` is the day on which a person has compared it with the publication, None while nobody has.
    """
    if document_id and not (_ID.fullmatch(document_id) and len(document_id) <= _LONGEST_ID):
        raise DocumentError(path.name, f"编号“{document_id}”只能用小写字母、数字和短横线，例如 jl-2016-44。")
    recognised = recognise(path, document_id)
    _refuse_twice(recognised, root, path.name)
    corpus = root / "corpus"
    corpus.mkdir(parents=True, exist_ok=True)
    made = Path(tempfile.mkdtemp(prefix=".adding-", dir=corpus))
    try:
        _write(made, recognised, path.name, checked)
        load_document(made)
        made.chmod(0o755)
        made.rename(corpus / recognised.document.id)
    except OSError as error:
        raise DocumentError(path.name, f"无法写入 {corpus}：{error.strerror or error}。") from error
    finally:
        shutil.rmtree(made, ignore_errors=True)
    return recognised


def suggest_id(document: Document) -> str:
    """An id from the document's number, or from the sounds of its title and its year.

    A 文号 农办〔2020〕7号 gives nb-2020-7.
    """
    from pypinyin import Style, lazy_pinyin

    def letters(text: str) -> str:
        han = "".join(re.findall(r"[\u4e00-\u9fff]", text))
        return "".join(lazy_pinyin(han, style=Style.FIRST_LETTER, errors="ignore"))

    numbered = re.search(r"([\u4e00-\u9fff]+)〔(\d{4})〕\D*(\d+)号", document.number)
    if numbered:
        return f"{letters(numbered.group(1))[:12]}-{numbered.group(2)}-{numbered.group(3)}"
    year = str(document.issued.year) if document.issued else ""
    return "-".join(part for part in (letters(document.title)[:24] or "document", year) if part)


def _refuse_twice(recognised: Recognised, root: Path, where: str) -> None:
    document = recognised.document
    if (root / "corpus" / document.id).exists():
        raise DocumentError(where, f"corpus/{document.id} 已经有了。是新版本请另给编号（--id），旧的标为废止。")
    texts = [clause.text for clause in document.clauses]
    for other in load_documents(root):
        if [clause.text for clause in other.clauses] == texts:
            raise DocumentError(where, f"这份文件已经收录为 corpus/{other.id}，没有再加。")


def _write(folder: Path, recognised: Recognised, name: str, checked: date | None) -> None:
    values: dict[str, Any] = metadata_of(head_of(recognised.outline))
    values |= {"source": f"导入自文件 {name}", "checked": checked}
    text = yaml.safe_dump(values, allow_unicode=True, sort_keys=False)
    comment = "# 导入时认出的说明，请核对后填写 checked（核对日期）。status：现行、试行、废止 之一。\n"
    (folder / "source.txt").write_text(recognised.source, "utf-8")
    (folder / "document.yaml").write_text(comment + text, "utf-8")
