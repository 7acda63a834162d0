"""Words before a number that say how far to trust it: 不到, 快, 小, 至少, 大概, 虚岁, 第, 每."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from assistant.text.units import Measure, loosely, one_of

_FILL: Final = r"(?:干|工作|待|呆)?(?:了|过)?(?:是|也|就|到|满|够|有|着|得|能){0,3}\s?$"
_ASKED: Final = re.compile(one_of("有没有 满没满 够不够 到没到 是不是 满不满 有无") + _FILL)
_BELOW: Final = re.compile(
    r"(?:(?<!到)(?:不到|没到|未到)|达不到|没达到|未达到?|(?<!满)(?:不满|没满|未满)|(?<!够)(?:不够|没够)"
    r"|不足|不及|少于|低于|小于|不出|(?<!有)没(?!有?\s)有?|[没未](?:干|待|呆|工作)?(?:满|够|到))"
    rf"{_FILL}"
)
_NEARLY: Final = re.compile(
    r"(?:(?<![大从尽最附年])近|(?<![飞加赶尽凉])快要?|眼[瞅看]着?|差一?点儿?就?"
    rf"|{one_of('将近 接近 临近 靠近 逼近 马上 就要 即将')}){_FILL}"
)
_LAST: Final = re.compile(r"(?:最近|(?:^|[^了已有将干作呆待])近)\s?$")
_SMALL: Final = re.compile(r"(?<![大从老中最])小\s?$")
_COMPARED: Final = re.compile(r"比[^,。;!?]{0,8}[大小早晚多少]\s?$")
_TOWARDS: Final = re.compile(r"(?:奔着?|往|年近|年将)\s?$")
_PAST: Final = re.compile(r"年过\s?$")
_MORE: Final = "不止 至少 最少 最起码 起码 少说 怎么也 咋也 不少于 不下 不下于 不低于 大于 多于 高于 > >= ≥"
_PASSED: Final = "超过 超 过了 已过 早过 破"
_OVER: Final = re.compile(one_of(f"{_MORE} {_PASSED}") + _FILL)
_AT_MOST: Final = re.compile(one_of("不超过 没超过 未超过 最多 顶多 至多 撑死 不多于 < <= ≤") + _FILL)
_UNSURE: Final = (
    "大约 大约摸 大概 大概其 大致 约 约莫 约摸 差不多 估计 估摸 估摸着 可能 也许 好像 应该 似乎 能有 八成 记不清 说不准"
)
_ABOUT: Final = re.compile(rf"(?:{one_of(_UNSURE)}|(?<![获取觉值懂晓不])得(?![了过])有?|怕是?有){_FILL}")
_NOMINAL: Final = re.compile(r"(?:虚岁?|毛岁)(?:算|的话|是|说|已经?|都|了|上|有|[:,])*\s?$")
_AGE: Final = re.compile(
    r"(?:年龄|年纪|岁数|周岁|实岁|虚岁|虚)(?:大?[是在为有都已约算说:,\s]|已经|现在|今年|不到|超过|过了|快|将近)*\s?$"
)
_NAMES: Final = re.compile(r"(?:第|每隔?|[〔\[《]|〔\d{4}〕|\d\s?\()\s?$|(?:[A-Za-z\d]\.|[_@]|\d{3}-|\d[:/]?)$")
_GLUED: Final = re.compile(r"[A-Za-z]$")
_LISTED: Final = re.compile(r"[.、)](?![零一二两三四五六七八九十]{1,3}(?:[年岁个了吧]|$))\D")
_LACKING: Final = re.compile(r"(?:差|缺|欠|离|距离?|还有|再有|还剩|剩|还得|(?<![老最])大|小|早|晚)(?:了|个)?\s?$")
_COUNTED: Final = re.compile(r"第\s?$")


def before(text: str, read: Measure, floor: int = 0) -> Measure:
    """Read the words right before a measure into it: its span grows over them, its value becomes a bound.

    Words before `floor` belong to something else. 近三年 are the last three years, no more and no fewer; 近三十年,
    like 干了近三年, is nearly that. In the fifteenth year (第十五个年头) fourteen have passed, or as some count,
    fifteen.
    """
    left = text[max(floor, read.start - 14) : read.start]
    named = _NAMES.search(text[max(0, read.start - 8) : read.start])
    if _COUNTED.search(left) and read.kind == "years" and text[: read.end].endswith("年头") and read.value is not None:
        return replace(read.hedged("some", read.value - 1, read.value + 1), start=read.start - 1)
    glued = read.kind in ("bare", "count") and _GLUED.search(left) is not None
    if read.kind == "reference" or named is not None or glued or _numbered(text, read):
        return replace(read, kind="reference")
    read = _as_age(left, read)
    if read.hedge == "nominal":
        return read
    if _LAST.search(left) and read.kind == "years" and (read.value or 9) <= 5:
        return read
    for pattern, change in _CHANGES:
        match = pattern.search(left)
        if match is not None:
            changed = change(read)
            return read if changed is read else replace(changed, start=read.start - len(left) + match.start())
    return read


def lacking(text: str, read: Measure) -> bool:
    """Whether the measure is a distance (还差半年, 大三岁) rather than a length of its own."""
    return _LACKING.search(text[max(0, read.start - 4) : read.start]) is not None


def _numbered(text: str, read: Measure) -> bool:
    """Whether it numbers an item of a list: 1. 2、 3)."""
    begins = read.start == 0 or text[read.start - 1] == "\n"
    return begins and read.kind == "bare" and _LISTED.match(text, read.end) is not None


def _as_age(left: str, read: Measure) -> Measure:
    if read.kind not in ("bare", "age"):
        return read
    nominal = _NOMINAL.search(left)
    if read.unit in ("虚岁", "毛岁") or nominal is not None:
        start = read.start - (len(left) - nominal.start() if nominal is not None else 0)
        size = read.size
        low = None if size is None else size - 2
        return replace(read.hedged("nominal", low, size if read.value is not None else None), kind="age", start=start)
    return replace(read, kind="age") if _AGE.search(left) else read


def _below(read: Measure) -> Measure:
    return read.hedged("below", None, read.size if read.value is not None else read.below)


def _nearly(read: Measure) -> Measure:
    if read.value is None:
        return read
    return read.hedged("nearly", loosely(read.value), read.value)


def _small(read: Measure) -> Measure:
    return _nearly(read) if read.value is not None and (read.value >= 10 or read.kind == "years") else read


def _towards(read: Measure) -> Measure:
    """奔六十, 奔六张, 奔六: on the way to sixty, past fifty."""
    if read.value is None or read.kind not in ("bare", "age", "count"):
        return read
    tens = read.value * 10 if read.value < 10 else read.value
    return replace(read, kind="age").hedged("nearly", tens - 10, tens)


def _past(read: Measure) -> Measure:
    """年过五十: in one's fifties."""
    if read.value is None:
        return replace(read, kind="age")
    return replace(read, kind="age").hedged("over", read.value, read.value + 10)


def _over(read: Measure) -> Measure:
    return read.hedged("over", read.size, None if read.value is not None else read.below)


def _at_most(read: Measure) -> Measure:
    return read.hedged("below", None, None if read.size is None else read.size + 1)


def _about(read: Measure) -> Measure:
    return read.hedged("about", *((read.at_least, read.below) if read.value is None else (None, None)))


_CHANGES: Final = (
    (_ASKED, lambda read: read.hedged("about")),
    (_AT_MOST, _at_most),
    (_BELOW, _below),
    (_PAST, _past),
    (_OVER, _over),
    (_ABOUT, _about),
    (_NEARLY, _nearly),
    (_COMPARED, lambda read: read),
    (_SMALL, _small),
    (_TOWARDS, _towards),
)
