"""Reads `corpus/`: one folder a document, with its text as published and its metadata."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Final, cast

import yaml

from assistant.domain.document import Document, DocumentStatus
from assistant.errors import DocumentError
from assistant.knowledge.parsing.clauses import read_clauses
from assistant.knowledge.parsing.head import Head, read_head
from assistant.knowledge.parsing.structure import Outline, outline

_LOADER: Final[Any] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
STATUSES: Final[Mapping[str, DocumentStatus]] = {"现行": "in_force", "试行": "trial", "废止": "repealed"}
_KEYS: Final = (
    "title",
    "number",
    "issuer",
    "issued",
    "status",
    "in_force_from",
    "in_force_until",
    "source",
    "checked",
)


@dataclass(frozen=True, slots=True)
class _Metadata:
    where: str
    values: Mapping[str, Any]

    def text(self, key: str) -> str:
        value = self.values.get(key)
        return "" if value is None else str(value)

    def day(self, key: str) -> date | None:
        value = self.values.get(key)
        if value is None or (isinstance(value, date)):
            return value
        raise DocumentError(self.where, f"{key} 应是日期（例如 2016-06-17），现在是“{value}”。")

    def status(self) -> DocumentStatus:
        value = self.text("status")
        if value not in STATUSES:
            raise DocumentError(self.where, f"status 应是 {'、'.join(STATUSES)} 之一，现在是“{value}”。")
        return STATUSES[value]


def load_documents(root: Path) -> tuple[Document, ...]:
    """Every document under `root`/corpus, by id; DocumentError names the file that cannot be read."""
    folders = sorted(path.parent for path in (root / "corpus").glob("[!.]*/document.yaml"))
    return tuple(load_document(folder) for folder in folders)


def load_document(folder: Path) -> Document:
    """One document from its folder, whose name is the document's id."""
    where = f"corpus/{folder.name}/source.txt"
    metadata = _read_metadata(folder)
    try:
        source = (folder / "source.txt").read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise DocumentError(where, "没有这个文件，或者它不是 UTF-8 编码的文本。") from error
    document = build_document(folder.name, outline(source), metadata)
    if not document.clauses:
        raise DocumentError(where, "没有认出任何条款。")
    return document


def build_document(id_: str, parts: Outline, metadata: _Metadata | None = None) -> Document:
    """The document that an outline makes; what `metadata` leaves out is taken from the head."""
    head = head_of(parts)
    values = metadata or _Metadata("", metadata_of(head))
    return Document(
        id=id_,
        title=values.text("title") or head.title,
        number=values.text("number"),
        issuer=values.text("issuer"),
        issued=values.day("issued"),
        status=values.status(),
        clauses=read_clauses(id_, parts),
        head=head.fields,
        preamble="\n".join(part.text for part in parts.of("preamble")),
        in_force_from=values.day("in_force_from"),
        in_force_until=values.day("in_force_until"),
        source=values.text("source"),
        checked=values.day("checked"),
    )


def head_of(parts: Outline) -> Head:
    """What the head, the signature and the last clause say of the document."""
    clauses = parts.of("clause")
    ending = "\n".join([*(part.text for part in clauses[-1:]), *(part.text for part in parts.of("signature"))])
    return read_head((part.text for part in parts.of("head")), ending)


def metadata_of(head: Head) -> dict[str, Any]:
    """What `document.yaml` holds for a head, before an officer has checked it."""
    names = {value: name for name, value in STATUSES.items()}
    values = {key: getattr(head, key, None) for key in _KEYS}
    return values | {"status": names[cast("DocumentStatus", head.status)]}


def _read_metadata(folder: Path) -> _Metadata:
    where = f"corpus/{folder.name}/document.yaml"
    try:
        values = yaml.load((folder / "document.yaml").read_text("utf-8"), _LOADER)
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise DocumentError(where, f"无法读取：{error}") from error
    if not isinstance(values, dict):
        raise DocumentError(where, "应是“名称: 值”的列表。")
    unknown = [key for key in values if key not in _KEYS]
    if unknown:
        raise DocumentError(where, f"不认识的名称“{unknown[0]}”，可用的有：{'、'.join(_KEYS)}。")
    return _Metadata(where, values)
