"""Questions that name where to look: 第十一条, 11条, 文号, a document's title, slips of the pen included."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from assistant.domain.document import ClauseId, Document
from assistant.retrieval.index import grams
from assistant.text.numerals import read_numeral
from assistant.text.similarity import sounds_alike

_HAN: Final = "一二三四五六七八九十百零〇两"
_CLAUSE: Final = re.compile(
    rf"([\u4e00-\u9fff])[ ]*(\d{{1,3}}|[{_HAN}]{{1,5}})[ ]*([\u4e00-\u9fff])"
    r"|(?<![\d.])(\d{1,3})[ ]*条(?!件|例|路|街|短信|微信|线|龙)"
)
_ORDINAL: Final = "第"
_ARTICLE: Final = "条"
_NUMBER: Final = re.compile(r"(?:(?:19|20)\d{2}[^\d]{0,3}?)?(?:第)?(\d{1,4})\s*号(?:文|令|件)?")
_LAW: Final = re.compile(
    r"《([^》]{2,40})》|([\u4e00-\u9fff]{2,20}?(?:法|条例))(?=第?[ ]*[\d一二三四五六七八九十百]+[ ]*条)"
)
_PREFIX: Final = re.compile(r"^(?:中华人民共和国|关于(?:印发|加强|实行|做好|进一步)?)|[（(](?:试行|暂行)[)）]$")
_SAME_TITLE: Final = 0.75


@dataclass(frozen=True, slots=True)
class Reference:
    """What a question names. `clauses` exist; `missing` are numbers that the document does not have.

    `document` where one was named. `foreign` is a title or law named that the corpus does not hold.
    """

    clauses: tuple[ClauseId, ...] = ()
    missing: tuple[int, ...] = ()
    document: str | None = None
    foreign: str = ""


class ReferenceReader:
    """Reads references against the documents at hand; an unnamed document is the first one."""

    def __init__(self, documents: Sequence[Document]) -> None:
        self._documents = tuple(documents)
        self._titles = {document.id: frozenset(grams(plain_title(document.title))) for document in documents}

    def read(self, text: str) -> Reference:
        """What `text` (normalised) names; empty where it names nothing."""
        named, foreign = self._document(text)
        numbers = _numbers(text)
        if foreign or not self._documents:
            return Reference(foreign=foreign)
        document = named or self._documents[0]
        found = tuple(clause.id for number in numbers if (clause := document.clause(number)))
        missing = tuple(number for number in numbers if document.clause(number) is None)
        return Reference(found, missing, named.id if named else None)

    def _document(self, text: str) -> tuple[Document | None, str]:
        for document in self._documents:
            if _names_number(text, document.number):
                return document, ""
        said = next((found.group(1) or found.group(2) for found in _LAW.finditer(text)), "")
        pairs = frozenset(grams(plain_title(said) if said else text))
        best = max(self._documents, key=lambda document: self._likeness(document, pairs, bool(said)), default=None)
        if best and self._likeness(best, pairs, bool(said)) >= _SAME_TITLE:
            return best, ""
        return None, said if _numbers(text) else ""

    def _likeness(self, document: Document, pairs: frozenset[str], exact: bool) -> float:
        title = self._titles[document.id]
        if not title or not pairs:
            return 0.0
        shared = len(title & pairs)
        return shared / min(len(title), len(pairs)) if exact else shared / len(title)


def plain_title(title: str) -> str:
    """A title without the opening and the brackets that people leave out.

    >>> plain_title("中华人民共和国教师法")
    '教师法'
    """
    return _PREFIX.sub("", title).strip("《》")


def _numbers(text: str) -> tuple[int, ...]:
    """Clause numbers; 第 and 条 may each be another character that sounds alike."""
    numbers = []
    for found in _CLAUSE.finditer(text):
        before, said, after, bare = found.groups()
        if bare or (_sounds(before, _ORDINAL) and _sounds(after, _ARTICLE)):
            numbers.append(read_numeral(bare or said))
    return tuple(dict.fromkeys(int(number) for number in numbers if number))


def _sounds(char: str, other: str) -> bool:
    return char == other or sounds_alike(char, other)


def _names_number(text: str, number: str) -> bool:
    """Whether the text has the running number of a 文号 (44号文, 吉人社办字44号, 2016年44号)."""
    own = re.search(r"(\d+)号?$", number.rstrip("号"))
    return bool(own) and any(found.group(1) == own.group(1) for found in _NUMBER.finditer(text) if own)
