"""What the head of a document says of it: title, number, issuer, dates, and the fields of its publication."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from assistant.text.numerals import read_numeral

_FIELD: Final = re.compile(r"([^\s:：，。]{2,8})[:：]\s*(.*)")
_NUMBER: Final = re.compile(
    r"[\u4e00-\u9fff]{1,14}[〔\[［(（【]\s*(?:19|20)\d{2}\s*[〕\]］)）】]\s*第?\s*\d{1,4}\s*号"
    r"|[\u4e00-\u9fff]{2,20}令\s*第?\s*[\d一二三四五六七八九十百]+\s*号"
)
_HAN_DIGITS: Final = {"〇": 0} | {digit: value for value, digit in enumerate("零一二三四五六七八九")}
_DATE: Final = re.compile(
    rf"((?:19|20)\d{{2}}|[一二][{''.join(_HAN_DIGITS)}]{{3}})\s*年\s*(\d{{1,2}}|[一二三四五六七八九十]{{1,3}})\s*月\s*"
    r"(\d{1,2}|[一二三四五六七八九十]{1,3})\s*日"
)
_IN_FORCE: Final = re.compile(r"自(.{2,14}?)起(?:施行|实施|执行|生效)|(?:(?P<day>.{6,12}日)\s*(?:起)?(?:施行|实施)$)")
_ISSUED: Final = re.compile(r"公布|发布|通过|印发|修正|修订")
_REPEALED: Final = re.compile(r"已(?:经)?废止|失效")
_OF_NUMBER: Final = ("发文字号", "文号", "发布文号", "公文字号")
_OF_ISSUER: Final = ("发文机关", "发布机关", "发布机构", "制定机关", "发文单位", "发布部门", "来源")
_OF_TITLE: Final = ("标题", "名称", "公文标题")
_OF_ISSUED: Final = ("成文日期", "印发日期", "发文日期", "公布日期", "发布日期")
_OF_IN_FORCE: Final = ("施行日期", "实施日期", "生效日期")
_OF_REPEALED: Final = ("废止日期", "失效日期")


@dataclass(frozen=True, slots=True)
class Head:
    """What was recognised; an empty string or None where the text does not say it."""

    title: str = ""
    number: str = ""
    issuer: str = ""
    issued: date | None = None
    in_force_from: date | None = None
    in_force_until: date | None = None
    status: str = "in_force"
    fields: dict[str, str] = field(default_factory=dict)


def read_head(lines: Iterable[str], ending: str = "") -> Head:
    """The head from its lines and, for issuer and dates that stand at the end, the signature and the last clause."""
    lines = tuple(lines)
    fields = _fields(lines)
    rest = [line for line in lines if not _is_field_line(line)]
    title = _first(fields, _OF_TITLE) or _title(rest)
    whole = "\n".join(rest)
    issued = read_date(_first(fields, _OF_ISSUED)) or _dated(rest, _ISSUED) or _signed(ending)
    in_force = read_date(_first(fields, _OF_IN_FORCE)) or _in_force(whole) or _in_force(ending)
    until = read_date(_first(fields, _OF_REPEALED))
    return Head(
        title=title,
        number=_number(_first(fields, _OF_NUMBER)) or _number(whole),
        issuer=_first(fields, _OF_ISSUER) or _issuer(rest, ending),
        issued=issued,
        in_force_from=in_force or issued,
        in_force_until=until,
        status="repealed" if until or _REPEALED.search(whole) else _status(title),
        fields=fields,
    )


def read_date(text: str) -> date | None:
    """The first full date in a text, in either kind of digits.

    >>> read_date("二〇一六年六月十七日")
    datetime.date(2016, 6, 17)
    """
    found = _DATE.search(text)
    if found is None:
        return _numeric_date(text)
    year = int("".join(str(_HAN_DIGITS.get(char, char)) for char in found.group(1)))
    return _day(year, _small(found.group(2)), _small(found.group(3)))


def _numeric_date(text: str) -> date | None:
    found = re.search(r"((?:19|20)\d{2})[-/.](\d{1,2})[-/.](\d{1,2})", text)
    return _day(*map(int, found.groups())) if found else None


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _small(numeral: str) -> int:
    return int(numeral) if numeral.isdigit() else int(read_numeral(numeral) or 0)


def _fields(lines: Iterable[str]) -> dict[str, str]:
    """Fields of the publication: `name: value`, several on a line where tabs part them."""
    fields: dict[str, str] = {}
    for line in lines:
        if not _is_field_line(line):
            continue
        cells = [cell.strip() for cell in re.split(r"\t+| \| ", line) if cell.strip()]
        name = ""
        for cell in cells:
            found = _FIELD.fullmatch(cell)
            if found:
                name = found.group(1)
                fields.setdefault(name, found.group(2).strip())
            elif name and not fields[name]:
                fields[name] = cell
    return {name: value for name, value in fields.items() if value}


def _is_field_line(line: str) -> bool:
    return bool(_FIELD.match(line)) and not line.endswith(("：", "。")) and (len(line) < 80 or "\t" in line)


def _first(fields: dict[str, str], names: Iterable[str]) -> str:
    return next((fields[name] for name in names if fields.get(name)), "")


def _title(lines: list[str]) -> str:
    """The first line that is neither a number nor a date; a title broken over lines is joined."""
    plain = [line for line in lines if not _NUMBER.fullmatch(line) and not _DATE.match(line) and len(line) < 80]
    if not plain:
        return ""
    title = plain[0]
    if len(plain) > 1 and title.startswith("关于") and not re.search(r"(?:意见|通知|办法|规定|方案|细则)", title):
        title += plain[1]
    return title


def _number(text: str) -> str:
    found = _NUMBER.search(text)
    return re.sub(r"[(（\[［【]\s*(\d{4})\s*[)）\]］】]", r"〔\1〕", found.group()).replace(" ", "") if found else ""


def _dated(lines: list[str], verb: re.Pattern[str]) -> date | None:
    dates = [read_date(line) for line in lines if verb.search(line) and _DATE.match(line)]
    return max((day for day in dates if day), default=None)


def _signed(ending: str) -> date | None:
    """The date that stands alone at the end of a document."""
    lines = [line.strip() for line in ending.split("\n")]
    return next((read_date(line) for line in reversed(lines) if re.search(rf"(?:{_DATE.pattern})$", line)), None)


def _in_force(text: str) -> date | None:
    found = _IN_FORCE.search(text)
    return read_date(found.group()) if found else None


def _issuer(lines: list[str], ending: str) -> str:
    for line in lines:
        found = re.search(r"\d日\s*(\S{3,40}?)(?:第.{1,6}[届次]|令第|发布|公布|通过)", line)
        if found:
            return found.group(1)
    last = [line for line in ending.split("\n") if re.fullmatch(r"\S{4,30}(?:厅|局|部|委|委员会|政府|办公室|院)", line)]
    return last[-1] if last else ""


def _status(title: str) -> str:
    return "trial" if re.search(r"[(（](?:试行|暂行)[)）]", title) else "in_force"
