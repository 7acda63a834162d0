"""Questions that name where to look: 第十一条, 11条, 文号, a document's title, slips of the pen included."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from assistant.domain.document import ClauseId, Document
from assistant.retrieval.index import grams
from assistant.retrieval.phrases import Counting
from assistant.text.numerals import read_numeral
from assistant.text.similarity import sounds_alike

_HAN: Final = "一二三四五六七八九十百零〇两"
_CLAUSE: Final = re.compile(
    rf"([\u4e00-\u9fff])[ ]*(\d{{1,3}}|[{_HAN}]{{1,5}})[ ]*([\u4e00-\u9fff])"
    r"|(?<![\d.])(\d{1,3})[ ]*条(?!件|例|路|街|短信|微信|线|龙)"
)
_MISHEARD: Final = re.compile(r"第([\u4e00-\u9fff]{1,4})条")
_BARE: Final = re.compile(rf"第(\d{{1,3}}|[{_HAN}]{{1,4}})|(\d{{1,3}}|[{_HAN}]{{1,4}})条")
_SAYS: Final = "(?=[讲说写是]|内容)"
_SLIPPED: Final = re.compile(
    rf"第([^第条,，。？? ]{{2,6}})条(?!件|例|路|约)|第条([{_HAN}]{{1,4}})"
    rf"|^第([{_HAN}]{{1,4}})[^条]{_SAYS}|^[^第共有总]([{_HAN}]{{2,4}})条{_SAYS}"
)
"""第…条 with one slip of the pen somewhere: the numeral, more or less."""
_COUNTED: Final = rf"(?:\d{{1,2}}|[{_HAN}]{{1,3}})"
_NOT_A_CLAUSE: Final = "(?!件|例|路|街|线|龙)"
_TEN: Final = "十"
_SURELY: Final = 10
"""From here on a number before 条 names a clause though 第 is missing; fewer may be so many clauses."""
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
    """Reads references against the documents at hand; `home` is the document that a bare clause number means.

    `counting` are the words of clauses that are counted from the beginning or from the end.
    """

    def __init__(self, documents: Sequence[Document], home: str = "", counting: Counting | None = None) -> None:
        self._documents = {document.id: document for document in documents}
        self._home = self._documents.get(home) or next(iter(documents), None)
        self._clauses = self._home.clauses if self._home else ()
        self._counting = _counting_pattern(counting or Counting())
        self._titles = {document.id: frozenset(grams(plain_title(document.title))) for document in documents}
        self._with_pair: dict[str, list[str]] = defaultdict(list)
        for id_, pairs in self._titles.items():
            for pair in pairs:
                self._with_pair[pair].append(id_)
        numbered = ((re.search(r"(\d+)号?$", document.number), document) for document in documents)
        self._by_number = {found.group(1): document for found, document in numbered if found}

    def read(self, text: str, alone: bool = False) -> Reference:
        """What `text` (normalised) names; empty where it names nothing.

        `alone` says that nothing else is in it, so that 第三 or 三条 is a clause too.
        """
        numbers = self._counted(text) or _numbers(text) or (_bare_numbers(text) if alone else ()) or self._slipped(text)
        named, foreign = self._document(text, bool(numbers))
        document = named or self._home
        if foreign or document is None:
            return Reference(foreign=foreign)
        found = tuple(clause.id for number in numbers if (clause := document.clause(number)))
        missing = tuple(number for number in numbers if document.clause(number) is None)
        return Reference(found, missing, named.id if named else None)

    def _counted(self, text: str) -> tuple[int, ...]:
        """The clause of the home document at a place told by counting; or at one from the tenth on, told without 第."""
        found, last = self._counting.match(text), max((clause.id.number for clause in self._clauses), default=0)
        if found is None or not last:
            return ()
        if found["back"] or found["plain"]:
            number = int(read_numeral(found["back"] or found["plain"]) or 0)
            place = last + 1 - number if found["back"] else number
            return (place,) if (1 if found["back"] else _SURELY) <= place <= last else ()
        return (1,) if found["first"] else (last,)

    def _slipped(self, text: str) -> tuple[int, ...]:
        """The clause of the home document that is one slip of the pen away from what is written, if there is one."""
        found = _SLIPPED.search(text)
        said = next((group for group in found.groups() if group), "") if found else ""
        readable = (read_numeral(meant) for meant in _one_slip_away(said))
        there = (int(number) for number in readable if number and self._home and self._home.clause(int(number)))
        return tuple(there)[:1]

    def _document(self, text: str, numbered: bool) -> tuple[Document | None, str]:
        """The document that is named by its number or title; else the title that was named with a clause of it."""
        for found in _NUMBER.finditer(text):
            if found.group(1) in self._by_number:
                return self._by_number[found.group(1)], ""
        said = next((found.group(1) or found.group(2) for found in _LAW.finditer(text)), "")
        pairs = frozenset(grams(plain_title(said) if said else text))
        shared = Counter(id_ for pair in pairs for id_ in self._with_pair.get(pair, ()))
        likeness = {
            id_: count / (min(len(self._titles[id_]), len(pairs)) if said else len(self._titles[id_]))
            for id_, count in shared.items()
        }
        best = max(likeness, key=lambda id_: (likeness[id_], -len(self._titles[id_])), default="")
        if best and likeness[best] >= _SAME_TITLE:
            return self._documents[best], ""
        return None, said if numbered else ""


def plain_title(title: str) -> str:
    """A title without the opening and the brackets that people leave out.

    >>> plain_title("中华人民共和国教师法")
    '教师法'
    """
    return _PREFIX.sub("", title).strip("《》")


def _counting_pattern(words: Counting) -> re.Pattern[str]:
    """Matches what is counted at the beginning of a question, with nothing before it but words for the document."""
    before, first, last, back = (
        "|".join(map(re.escape, sorted(some, key=len, reverse=True))) or "(?!)"
        for some in (words.before, words.first, words.last, words.from_last)
    )
    place = rf"(?P<first>{first})|(?P<last>{last})|(?:{back})(?P<back>{_COUNTED})|(?P<plain>[{_HAN}]{{2,3}})"
    return re.compile(rf"(?:{before})*(?:{place}){_ARTICLE}{_NOT_A_CLAUSE}")


def _numbers(text: str) -> tuple[int, ...]:
    """Clause numbers; every character of 第十一条 may be another that sounds alike."""
    numbers = []
    for found in _CLAUSE.finditer(text):
        before, said, after, bare = found.groups()
        if bare or (_sounds(before, _ORDINAL) and _sounds(after, _ARTICLE)):
            numbers.append(read_numeral(bare or said))
    for found in _MISHEARD.finditer(text) if not numbers else ():
        heard = "".join(_numeral(char) for char in found.group(1))
        if len(heard) == len(found.group(1)):
            numbers.append(read_numeral(heard))
    return tuple(dict.fromkeys(int(number) for number in numbers if number))


def _bare_numbers(text: str) -> tuple[int, ...]:
    found = (one.group(1) or one.group(2) for one in _BARE.finditer(text))
    return tuple(dict.fromkeys(int(number) for said in found if (number := read_numeral(said))))


def _one_slip_away(said: str) -> Iterator[str]:
    """What may have been meant: the same, two neighbours swapped, one character too many, one for a ten."""
    yield said
    yield from (said[:at] + said[at + 1] + said[at] + said[at + 2 :] for at in range(len(said) - 1))
    for at, char in enumerate(said):
        if char not in _HAN:
            yield said[:at] + _TEN + said[at + 1 :]
    yield from (said[:at] + said[at + 1 :] for at in range(len(said)))


def _numeral(char: str) -> str:
    """The numeral that a character is or sounds like; empty where it is none."""
    if char in _HAN or char.isdigit():
        return char
    return next((numeral for numeral in _HAN[:11] if sounds_alike(char, numeral)), "")


def _sounds(char: str, other: str) -> bool:
    return char == other or sounds_alike(char, other)
