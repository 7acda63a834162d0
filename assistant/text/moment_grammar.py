"""Finds points in time as people write them: 2009年7月, 九四年九月分, 1994.9, 去年秋天, 上个月, 三年前, 七一年腊月.

Two digits and 年 may be a year or a length of time (98年, 15年): what stands around them decides, and a length is left
alone.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import Final

from assistant.domain.document import Span
from assistant.text.moments import Moment
from assistant.text.numerals import read_numeral


def find_moments(text: str, events: Sequence[str] = ()) -> tuple[Moment, ...]:
    """Find every moment of normalised text, in order, spans disjoint, the longest reading of each place.

    `events` are words for what happens at a point in time: before them N年 is a year, not a length.
    """
    found = sorted(_candidates(text, tuple(events)), key=lambda m: (m.span.start, -m.span.end))
    disjoint: list[Moment] = []
    for moment in found:
        if not disjoint or moment.span.start >= disjoint[-1].span.end:
            disjoint.append(moment)
    return tuple(disjoint)


_D: Final = "零〇一二三四五六七八九"
_YEAR4: Final = rf"(?<![\d.{_D}])(?:(?:19|20)\d\d(?!\d)|[一二][九〇零][{_D}]{{2}}|[两二]千(?:零[{_D}])?)"
_YEAR2: Final = rf"(?<![\d.{_D}十百千第])(?:\d\d|[{_D}]{{2}})"
_MONTH: Final = rf"(?:1[0-2]|0?[1-9](?!\d)|十[一二]?|[一二三四五六七八九](?![{_D}十]))"
_DAY: Final = rf"(?:3[01]|[12]\d|0?[1-9](?!\d)|[二三]?十[{_D}]?|廿[{_D}]?|[{_D}])"
_DAY_MARK: Final = r"[日号](?![文令召])"
_MARK: Final = r"月(?:份|分(?!钟|之|数))?"
_LUNAR: Final = "(?:农历|阴历|旧历|老历)"
_MONTH_AND_DAY: Final = (
    rf"(?P<lunar_month>{_LUNAR})?(?:(?P<month>{_MONTH})\s?{_MARK}|(?P<named>正月|冬月|腊月))"
    rf"(?:(?P<lunar_day>初[一二三四五六七八九十]|廿[{_D}]?)|[底初末]|中旬)?(?:\s?(?P<day>{_DAY})\s?{_DAY_MARK})?"
)
_NAMED_MONTHS: Final = {"正月": 1, "冬月": 11, "腊月": 12}
_RELATIVE: Final = {
    "大前年": -3,
    "前年": -2,
    "去年": -1,
    "上年": -1,
    "今年": 0,
    "本年": 0,
    "明年": 1,
    "来年": 1,
    "后年": 2,
}
_PARTS: Final = {
    "年初": (1, 3), "初": (1, 3), "年中": (5, 7), "年底": (12, 12), "年末": (12, 12), "年尾": (12, 12), "底": (12, 12),
    "末": (12, 12), "上半年": (1, 6), "下半年": (7, 12), "开春": (2, 4), "春天": (2, 5), "春": (2, 5), "夏天": (5, 8),
    "夏": (5, 8), "秋天": (8, 11), "秋": (8, 11), "冬天": (11, 12), "冬": (11, 12),
}  # fmt: skip
_REL: Final = "|".join(_RELATIVE)
_PART: Final = f"(?:{'|'.join(sorted(_PARTS, key=len, reverse=True))})(?![专等学级月])"
_YEAR: Final = rf"(?:(?:公元)?(?P<y4>{_YEAR4})\s?年?|(?P<y2>{_YEAR2})\s?年|(?P<rel>{_REL}))"
_LENGTH_GOES_ON: Final = r"(?![代级制期版]|度|多|半(?!年)|以上|往上|左右|上下|了|[零又]\d|[零又][一二三四五六七八九十])"
_NUMBER: Final = rf"(?:\d{{1,2}}|[{_D}两十廿]{{1,3}})"

Reader = Callable[[re.Match[str], tuple[str, ...]], "Moment | None"]


def _span(match: re.Match[str]) -> Span:
    return Span(*match.span())


def _number(said: str | None) -> int | None:
    if not said:
        return None
    if said.endswith("千"):
        return 2000
    value = read_numeral(said)
    return None if value is None else int(value)


def _year_of(match: re.Match[str]) -> tuple[int | None, int]:
    groups = match.groupdict()
    if groups.get("rel"):
        return None, _RELATIVE[groups["rel"]]
    if groups.get("y4"):
        return _number(groups["y4"]), 0
    return _two_digits(groups["y2"]), 0


def _two_digits(said: str) -> int:
    return int(said) if said.isdecimal() else int("".join(str(max(_D.index(char) - 1, 0)) for char in said))


def _written(match: re.Match[str], _: tuple[str, ...]) -> Moment | None:
    day = match["d"]
    return Moment(_span(match), int(match["y"]), int(match["m"]), int(day) if day else None)


def _short(match: re.Match[str], events: tuple[str, ...]) -> Moment | None:
    """71.3 is a month only where a span or an event follows; else it is a decimal."""
    _, after = _around(match)
    dated = _AFTER_SHORT.match(after) is not None or after.startswith(events)
    return Moment(_span(match), int(match["y"]), int(match["m"])) if dated else None


def _spoken(match: re.Match[str], _: tuple[str, ...]) -> Moment | None:
    if match["y2"] and _STRICTLY_LENGTH.search(_around(match)[0]) is not None:
        return None
    year, shift = _year_of(match)
    return _dated(match, year, shift)


def _dated(match: re.Match[str], year: int | None, shift: int) -> Moment:
    lunar = any(match[name] for name in ("lunar", "lunar_month", "named", "lunar_day"))
    month = _NAMED_MONTHS[match["named"]] if match["named"] else _number(match["month"])
    return Moment(_span(match), year, month, None if lunar else _number(match["day"]), shift, lunar=lunar)


def _part_of_year(match: re.Match[str], _: tuple[str, ...]) -> Moment | None:
    year, shift = _year_of(match)
    return Moment(_span(match), year, years_shift=shift, months=_PARTS[match["part"]])


def _full_year(match: re.Match[str], _: tuple[str, ...]) -> Moment | None:
    return Moment(_span(match), _number(match["y"]))


def _bare_year(match: re.Match[str], events: tuple[str, ...]) -> Moment | None:
    before, after = _around(match)
    if before.endswith("-") and _SPANS.search(before) is None:  # a number of other kind: 0431-2016
        return None
    alone = match[0] == match.string.strip()
    told = alone or _FROM.search(before) or _RUNS_ON.match(after) or _JOINED.search(before) or after.startswith(events)
    return Moment(_span(match), int(match[0])) if told else None


def _short_year(match: re.Match[str], events: tuple[str, ...]) -> Moment | None:
    """Tell 98年 the year from 15年 the length by the digits, and where they leave it open by what stands around."""
    said, year = match["y"], _two_digits(match["y"])
    before, after = _around(match)
    spelled_out = not said.isdecimal() and said not in _NEIGHBOURS
    if (year >= 50 and said not in _NEIGHBOURS) or said[0] in "0零〇" or spelled_out:
        calendar = _STRICTLY_LENGTH.search(before) is None
    elif _FROM.search(before):
        calendar = True
    elif _LENGTH.search(before) or _EVER_SINCE.match(after):
        calendar = False
    else:
        joined = _YEARS_JOINED.search(before) is not None and not after.startswith("之间")
        calendar = joined or _RUNS_ON.match(after) is not None or _happens(after, events)
    return Moment(_span(match), year) if calendar else None


def _around(match: re.Match[str]) -> tuple[str, str]:
    """A few words before and after a match: enough to judge it, and no more to read than needed."""
    text, (start, end) = match.string, match.span()
    return text[max(0, start - 12) : start], text[end : end + 24]


def _happens(after: str, events: tuple[str, ...]) -> bool:
    """Whether an event follows: a word of one character right behind, a longer one after a few words at most."""
    gap = _GAP.match(after)
    reach = gap.end() if gap is not None else 0
    longer = tuple(event for event in events if len(event) > 1)
    return after.startswith(events) or any(after.startswith(longer, at) for at in range(reach + 1))


def _bare_han_year(match: re.Match[str], _: tuple[str, ...]) -> Moment | None:
    """一九九八到二零一六."""
    return Moment(_span(match), _number(match[0]))


def _span_ends(match: re.Match[str], _: tuple[str, ...]) -> Moment | None:
    """98到16年, 98-16, 03到现在: two digits are years where the second are fewer, or the first begin with a nought."""
    start, end = match["y"], match["e"]
    if end and start[0] != "0" and int(end) >= int(start):
        return None
    return Moment(_span(match), int(start))


def _span_end(match: re.Match[str], _: tuple[str, ...]) -> Moment | None:
    """The 16 of 98到16, the 16.8 of 98.7-16.8."""
    start = _OPENED.search(_around(match)[0])
    month = match["m"]
    if (
        start is None
        or (month is None) != (start["m"] is None)
        or not (start["y"][0] == "0" or start["y"] > match["y"])
    ):
        return None
    return Moment(_span(match), int(match["y"]), int(month) if month else None)


def _birth_year(match: re.Match[str], _: tuple[str, ...]) -> Moment | None:
    return Moment(_span(match), int(match[0]))


def _told(match: re.Match[str], events: tuple[str, ...]) -> bool:
    """Whether the words around say that something began then (从去年, 今年来的), or there are none (an answer)."""
    before, after = _around(match)
    return (
        match[0] == match.string.strip()
        or bool(_FROM.search(before) or _RUNS_ON.match(after))
        or _happens(after, events)
    )


def _relative_year(match: re.Match[str], events: tuple[str, ...]) -> Moment | None:
    return Moment(_span(match), years_shift=_RELATIVE[match[0]], told=_told(match, events))


def _relative_month(match: re.Match[str], events: tuple[str, ...]) -> Moment | None:
    steps = match["up"].count("上") * -1 + match["up"].count("下")
    return Moment(_span(match), months_shift=steps, told=_told(match, events))


def _coming_days(match: re.Match[str], _: tuple[str, ...]) -> Moment | None:
    said = match[0]
    days = 7 * said.count("下") or (1 if said.startswith("明") else 2 + said.count("大"))
    return Moment(_span(match), days_shift=days)


def _rest_of_year(match: re.Match[str], _: tuple[str, ...]) -> Moment | None:
    return Moment(_span(match), months=_PARTS[match[0]])


def _next_year(match: re.Match[str], _: tuple[str, ...]) -> Moment | None:
    return Moment(_span(match), years_shift=1)


def _month_alone(match: re.Match[str], events: tuple[str, ...]) -> Moment | None:
    return replace(_dated(match, None, 0), told=_told(match, events), yearless=True)


def _ago(match: re.Match[str], _: tuple[str, ...]) -> Moment | None:
    count = _number(match["n"])
    if count is None or count > 60:
        return None
    if match["unit"] == "年":
        return Moment(_span(match), years_shift=-count)
    return Moment(_span(match), months_shift=-count)


_NEIGHBOURS: Final = frozenset({"一二", "二三", "三四", "四五", "五六", "六七", "七八", "八九", "三五"})
_STRICTLY_LENGTH: Final = re.compile(rf"(?:(?<![\d{_D}岁])了|[满够足整]|不到|超过|将近|小|快)\s?$")
_LENGTH: Final = re.compile(
    r"(?:[了满够足整干作待呆守熬龄限达快近小有共过]|不到|未到|超|连续|累计|持续|一直|总共|已经|整整|年头|至少|起码)\s?$"
)
_AFTER_SHORT: Final = re.compile(r"\s?(?:至|到|起|开始|的|生|-|~)")
_EVER_SINCE: Final = re.compile(r"来(?![的到了])|[以之往]后")
_UP_TO: Final = "(?:一直)?(?:干|工作|待|呆|教|做)?"
_FROM: Final = re.compile(r"(?:自从|打从|(?<!服)从|自|打|始于|生于)\s?$")
_SPANS: Final = re.compile(r"(?<!\d)(?:(?:19|20)\d\d年?|\d\d年|[5-9]\d|0\d)\s?-+\s?$")
_OPENED: Final = re.compile(
    rf"(?<![\d.\-/])(?P<y>[5-9]\d|0\d)(?:[./](?P<m>1[0-2]|0?[1-9]))?年?\s?{_UP_TO}(?:到|至|-+|~+)\s?$"
)
_JOINED: Final = re.compile(rf"[\d{_D}年月]\s?(?:到|至|-+|~+)\s?$")
_RUNS_ON: Final = re.compile(
    r"\s?(?:年?(?:到|至)(?:现在|如今|今|目前|这会儿|眼下)|至今|起(?!码)|开始|那年|那会儿|那时|的时候|-+\s?今"
    rf"|(?:到|至|-+|~+)\s?(?:(?:19|20)\d\d|\d\d\s?年|[{_D}]{{2}}年|去年|前年|今年)(?!\s?年?之间)|生(?![活产]))"
)
_YEARS_JOINED: Final = re.compile(
    rf"(?<![了满够足整干作待呆\d.\-/])(?:(?:19|20)?\d\d|[{_D}]{{2}})年\s?{_UP_TO}(?:到|至|-+|~+)\s?$"
)
_GAP: Final = re.compile(r"(?:从|在|由|到)?[^,。;!?\s\d没不未还]{0,4}")

_PATTERNS: Final[tuple[tuple[re.Pattern[str], Reader], ...]] = tuple(
    (re.compile(pattern), reader)
    for pattern, reader in (
        (r"(?<![\d.])(?P<y>(?:19|20)\d\d)(?P<m>0[1-9]|1[0-2])(?P<d>0[1-9]|[12]\d|3[01])?(?!\d)", _written),
        (
            r"(?<![\d.])(?P<y>(?:19|20)\d\d)\s?[-./]\s?(?P<m>1[0-2]|0?[1-9])(?:\s?[-./]\s?(?P<d>3[01]|[12]\d|0?[1-9]))?(?!\d)月?",
            _written,
        ),
        (r"(?<![\d.])(?P<y>[5-9]\d|0\d)[./](?P<m>1[0-2]|0?[1-9])(?![\d.])", _short),
        (
            r"(?<![\d.\-/])(?P<y>[4-9]\d|0\d)\s?(?P<sep>[-./])\s?(?P<m>1[0-2]|0?[1-9])\s?(?P=sep)\s?"
            r"(?P<d>3[01]|[12]\d|0?[1-9])(?![\d.\-/])",
            _written,
        ),
        (r"(?<![\d.])(?P<y>[4-9]\d)(?P<m>0[1-9]|1[0-2])(?P<d>0[1-9]|[12]\d|3[01])(?![\d.])", _written),
        (rf"(?P<lunar>{_LUNAR})?{_YEAR}的?\s?{_MONTH_AND_DAY}", _spoken),
        (rf"{_YEAR}的?\s?(?P<part>{_PART})", _part_of_year),
        (rf"(?P<y>{_YEAR4})\s?年(?![代版度级]|后的?人)", _full_year),
        (r"(?<![\d.〔\[(])(?:19[4-9]|20[0-4])\d(?![\d.年)〕\]])", _bare_year),
        (
            rf"(?<![\d.\-/十百千第])(?P<y>[5-9]\d|0\d)(?=\s?{_UP_TO}(?:(?:到|至|-+|~+)\s?"
            r"(?:(?:19|20)\d\d|(?P<e>\d\d)(?![\d.])(?!\s?[岁个天人万块元分%])|现在|如今|今|目前)|至今))",
            _span_ends,
        ),
        (r"(?<=[到至~\-\s])(?P<y>\d\d)(?:[./](?P<m>1[0-2]|0?[1-9]))?(?![\d.])(?!\s?[岁个天人万块元分%])年?", _span_end),
        (rf"[一二][九〇零][{_D}]{{2}}(?=\s?{_UP_TO}(?:到|至|-+)\s?[一二][九〇零][{_D}]{{2}})", _bare_han_year),
        (rf"(?<=[到至\-])[一二][九〇零][{_D}]{{2}}(?![年{_D}])", _bare_han_year),
        (rf"(?P<y>{_YEAR2})\s?年{_LENGTH_GOES_ON}", _short_year),
        (r"(?<![\d.])(?:6[6-9]|[789]\d)(?=的(?!人)|年?生(?!活))", _birth_year),
        (rf"(?:{_REL})(?!度)", _relative_year),
        (r"(?P<up>上{1,2}|下{1,2}|这|本)个?月(?!工资|薪)(?:[底初末]|中旬|份)?", _relative_month),
        (r"下{1,2}(?:个?星期|个?礼拜|周)|明[天儿]|大?后[天儿]", _coming_days),
        ("年底|年末|下半年", _rest_of_year),
        (r"过(?:完|了)?年(?=就|才|满|便|\s?[\d二三四五六])", _next_year),
        (
            rf"(?<![\d.{_D}十个第年零又每])(?P<lunar>){_MONTH_AND_DAY}(?!工资|薪|供|均|[\d{_D}]+[千百块元])",
            _month_alone,
        ),
        (rf"(?<![\d.{_D}十个第])(?P<n>{_NUMBER})\s?个?(?P<unit>年|月)(?:之|以)?前(?!后)", _ago),
    )
)


def _candidates(text: str, events: tuple[str, ...]) -> Iterator[Moment]:
    for pattern, reader in _PATTERNS:
        for match in pattern.finditer(text):
            moment = reader(match, events)
            if moment is not None:
                yield moment
