"""Personal data is covered before anything is stored: identity numbers, phones, cards, addresses, accounts, names."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import date
from string import ascii_letters
from typing import Final


def mask(text: str, name_cues: Sequence[str] = (), account_cues: Sequence[str] = ()) -> str:
    """Cover personal data with `*`, character for character, so that every other offset stays.

    Works on raw text: full-width digits, digits dictated one by one (一三八…) and numbers in groups (138-1234-5678) are
    covered too. `name_cues` are the words after which people say their name (rule data); two to four Han characters
    behind them are covered. `account_cues` are those after which they give an account of a messenger (微信号 abc_123).

    >>> mask("电话13912345678, 干了15年")
    '电话***********, 干了15年'
    """
    covered = list(text)
    digits = text.translate(_DIGITS)
    for pattern, is_personal in _PATTERNS:
        for match in pattern.finditer(digits):
            if is_personal(_compact(match[0])):
                _cover(covered, *match.span())
    for start, end in (*_names(text, tuple(name_cues)), *_accounts(digits, tuple(account_cues))):
        _cover(covered, start, end)
    return "".join(covered)


_DIGITS: Final = str.maketrans("零〇一二三四五六七八九幺０１２３４５６７８９＠", "0012345678910123456789@") | {
    0xFEE0 + ord(letter): letter for letter in ascii_letters + "_-"
}
"""Digits however said, and full-width letters."""
_GROUP: Final = r"[ \-‐-―·.]?"
_BEFORE: Final = r"(?<!\d)(?<!\d[.\-])"
_AFTER: Final = r"(?!\d)"
_REGIONS: Final = frozenset({*range(11, 16), *range(21, 24), *range(31, 38), *range(41, 47), *range(50, 55),
                             *range(61, 66), 71, 81, 82, 83})  # fmt: skip


def _compact(said: str) -> str:
    """Leave out separators."""
    return re.sub(r"[^0-9A-Za-z]", "", said)


def _is_identity(number: str) -> bool:
    """18 digits, or the old 15, with a region and a date. A mistyped check digit leaves nearly all of an identity."""
    birth = f"19{number[6:12]}" if len(number) == 15 else number[6:14]
    return int(number[:2]) in _REGIONS and _is_date(birth)


def _is_date(said: str) -> bool:
    try:
        date(int(said[:4]), int(said[4:6]), int(said[6:8]))
    except ValueError:
        return False
    return True


def _is_card(number: str) -> bool:
    """16 to 19 digits that begin as cards do; a mistyped one leaves nearly all of a card: no check digit is asked."""
    return number[0] in "3456" and len(set(number)) > 1


def _always(_: str) -> bool:
    return True


_PATTERNS: Final[tuple[tuple[re.Pattern[str], Callable[[str], bool]], ...]] = (
    (re.compile(rf"{_BEFORE}\d{{6}}{_GROUP}\d{{4}}{_GROUP}\d{{4}}{_GROUP}\d{{3}}[\dXx]{_AFTER}"), _is_identity),
    (re.compile(rf"{_BEFORE}\d{{15}}{_AFTER}"), _is_identity),
    (re.compile(rf"{_BEFORE}(?:\+?86{_GROUP})?1[3-9]\d(?:{_GROUP}\d{{4}}){{2}}{_AFTER}"), _always),
    (re.compile(rf"{_BEFORE}\d{{4}}(?:{_GROUP}\d{{4}}){{3}}(?:{_GROUP}\d{{1,3}})?{_AFTER}"), _is_card),
    (re.compile(rf"{_BEFORE}0\d{{2,3}}{_GROUP}[2-9]\d{{2,3}}{_GROUP}\d{{4}}{_AFTER}"), _always),
    (re.compile(r"[A-Za-z0-9._%+\-]{1,64}@[A-Za-z0-9\-]{1,63}(?:\.[A-Za-z0-9\-]{1,63}){1,4}"), _always),
)
_LINK: Final = r"[ \t]*(?:[号码:：是为叫,，]|[ \t])*"
"""What may stand between a cue and the account: 微信号是：."""
_ACCOUNT: Final = r"[A-Za-z0-9_*][A-Za-z0-9_*\-]{4,29}"
_NAME: Final = re.compile(r"\s?(?:[:：是叫为]\s?)?(?P<name>[一-鿿]{2,4}(?:·[一-鿿]{1,6})?)")
_SURNAMES: Final = frozenset(
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩邓冯曹彭曾萧肖田董潘袁蔡蒋余于杜叶程魏苏吕丁沈任姚卢傅"
    "钟姜崔谭廖范汪陆金石戴贾韦夏邱方侯邹熊孟秦白江阎闫薛尹段雷黎史龙陶贺顾毛郝龚邵万钱严覃武戚莫孔向汤温康施文牛樊"
    "葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝"
    "路游辛靳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳穆农司卓古吉缪简车项芦褚娄窦岑景党宫费卜冷晏席卫米柏宗瞿桂佟应臧闵苟"
    "邬边卞姬师仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池麻苑迟邝官封谈匡鞠惠荆乐冀郁胥南班储原栗燕楚"
    "劉陳楊黃趙吳張孫馬許韓鄧馮蕭鄭羅謝葉蔣盧鍾譚陸韋鄒閻"
)
_LONG_SURNAMES: Final = ("欧阳", "司马", "诸葛", "上官", "夏侯", "尉迟", "公孙", "慕容", "司徒", "皇甫", "令狐", "端木")
_NOT_IN_NAMES: Final = re.compile(
    r"[的了吗呢吧啊呀是在我你他她有和跟就都也还想要能不没做干今这那哪什么岁年乡镇县村省市区所站院校局岗职级副正]"
)


def _accounts(text: str, cues: tuple[str, ...]) -> list[tuple[int, int]]:
    """Where accounts stand behind the cues: five characters at least, as messengers have them, one of them a digit."""
    named = "|".join(re.escape(cue) for cue in sorted(filter(None, cues), key=len, reverse=True))
    if not named:
        return []
    found = re.finditer(rf"(?:{named}){_LINK}(?P<account>{_ACCOUNT})", text, re.IGNORECASE)
    return [match.span("account") for match in found if any(mark.isdigit() for mark in match["account"])]


def _names(text: str, cues: tuple[str, ...]) -> list[tuple[int, int]]:
    """Where names stand behind the cues: a surname and one to three characters, up to the first that no name has."""
    found: list[tuple[int, int]] = []
    for cue in filter(None, cues):
        at = text.find(cue)
        while at >= 0:
            match = _NAME.match(text, at + len(cue))
            if match is not None:
                found.extend(_name(match))
            at = text.find(cue, at + len(cue))
    return found


def _name(match: re.Match[str]) -> list[tuple[int, int]]:
    name, start = match["name"], match.start("name")
    stop = _NOT_IN_NAMES.search(name, 1)
    length = stop.start() if stop is not None else len(name)
    is_long = name.startswith(_LONG_SURNAMES)
    if length < 2 or not (is_long or name[0] in _SURNAMES):
        return []
    return [(start, start + (length if is_long or "·" in name else min(length, 3)))]


def _cover(characters: list[str], start: int, end: int) -> None:
    for at in range(start, end):
        if not characters[at].isspace():
            characters[at] = "*"
