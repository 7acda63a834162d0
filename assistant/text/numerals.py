"""Numbers as people write and say them: 15, 十五, 一十六, 廿五, 两, 三点五, 10几, 五十有六, 十七八.

The text is normalised (`normalise`): half-width digits, simplified characters.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal

from assistant.domain.document import Span

NumeralForm = Literal["arabic", "positional", "digits", "approximate"]

_DIGITS: Final = {char: value for value, chars in enumerate(
    ("零〇", "一壹幺", "二两俩贰", "三仨叁", "四肆", "五伍", "六陆", "七柒", "八捌", "九玖")
) for char in chars}  # fmt: skip
_UNITS: Final = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000}
_MYRIADS: Final = {"亿": 10**8, "万": 10**4}
_TENS: Final = {"廿": "二十", "卅": "三十", "卌": "四十"}

_HAN: Final = "".join((*_DIGITS, *_UNITS, *_MYRIADS, *_TENS))
_PLAIN: Final = "零〇一二两三四五六七八九"
_CANDIDATE: Final = re.compile(
    rf"\d{{1,3}}(?:,\d{{3}})+(?![\d,])"
    rf"|[\d{_HAN}]{{1,32}}(?:(?<=十)[有又][{_PLAIN}](?![个位名次项篇份些门本种点条天{_HAN}]))?(?:[.点][{_PLAIN}\d]{{1,12}})?"
)
_NOT_NUMBERS: Final = re.compile(
    "登陆|大陆|陆续|陆地|远离陆|队伍|入伍|退伍|伍仁|拾取|收拾|捡拾|拾掇|拾到|四川|十足|(?<![零一二两三四五六七八九十百千])十分(?![之钟])|万万|千万(?=别|要|不)|百分之|(?<![零一二两三四五六七八九十百千])万一|肆意|肆虐"
)
_TWICE: Final = re.compile(r"([十拾百佰千仟])[^万亿]*?(?=\1)|万[^亿]*?(?=万)|亿.*?(?=亿)")
"""No number has a unit twice without a greater one between; cutting there keeps junk cheap to read."""
_DIGIT: Final = rf"(?:\d{{1,16}}|[{''.join(_DIGITS)}])"
_SECTION: Final = re.compile(
    rf"^(?:[零〇]?(?P<thousands>{_DIGIT}?[千仟]))?(?:[零〇]?(?P<hundreds>{_DIGIT}?[百佰]))?(?:[零〇]?(?P<tens>{_DIGIT}?[十拾]))?"
    rf"(?P<zero>[零〇])?(?P<ones>{_DIGIT})?$"
)
_TAIL: Final = re.compile(
    rf"^(?P<head>.*[十百千万廿卅卌])?(?P<low>[{_PLAIN}])(?P<high>[{_PLAIN}])(?P<unit>[十百千万亿]{{0,2}})$"
)


@dataclass(frozen=True, slots=True)
class Numeral:
    """One number and where it stands.

    `form` says how it was written. `low` and `high` are set where it names neighbouring numbers, and the number
    lies in [low, high): 十七八 is [17, 19), 三五 [3, 6), 二三十 [20, 40). Two bare digits may be read either way
    (九八: 98 or nine to eight), so form `digits` has a `value` as well; `approximate` has none.
    """

    span: Span
    form: NumeralForm
    value: float | None = None
    low: float | None = None
    high: float | None = None


def read_numeral(text: str) -> float | None:
    """Read the number that the whole of `text` says, or None where it says none exactly.

    >>> [read_numeral(said) for said in ("15", "一十六", "廿五", "两百五", "三点五", "五十有六", "二〇〇九", "十七八")]
    [15, 16, 25, 250, 3.5, 56, 2009, None]
    """
    numeral = _read(text, 0)
    return numeral.value if numeral is not None else None


def find_numerals(text: str) -> tuple[Numeral, ...]:
    """Find every number, longest first from the left, spans disjoint.

    >>> [(n.span.of("干了十七八年, 55了"), n.value, n.low, n.high) for n in find_numerals("干了十七八年, 55了")]
    [('十七八', None, 17, 19), ('55', 55, None, None)]
    """
    return tuple(_scan(text))


def _scan(text: str) -> Iterator[Numeral]:
    at, none = 0, set[str]()
    barred = [match.span() for match in _NOT_NUMBERS.finditer(text)]
    while (match := _CANDIDATE.search(text, at)) is not None:
        start, end = match.span()
        word = next(((s, e) for s, e in barred if s < end and start < e), None)
        if word is not None and word[0] <= start:
            at = max(word[1], start + 1)
            continue
        end = word[0] if word is not None else end
        twice = _TWICE.search(text, start, end)
        end = twice.end() if twice is not None else end
        numeral = _longest(text, start, end, none)
        if numeral is not None:
            yield numeral
        at = numeral.span.end if numeral is not None else start + 1


def _longest(text: str, start: int, end: int, none: set[str]) -> Numeral | None:
    """The longest numeral from a place on; `none` remembers what says none, for gibberish that says it many times."""
    for stop in range(end, start, -1):
        said = text[start:stop]
        if said in none:
            continue
        numeral = _read(said, start)
        if numeral is not None and (stop == start + 1 or not said.endswith("零")):
            return numeral
        none.add(said)
    return None


def _read(text: str, at: int) -> Numeral | None:
    span = Span(at, at + len(text))
    for short, long in _TENS.items():
        text = text.replace(short, long)
    whole, point, decimals = text.replace(",", "").partition("." if "." in text else "点")
    if point and not (decimals and all(char in _PLAIN or char.isdecimal() for char in decimals)):
        return None
    numeral = _whole(whole, span)
    if not point or numeral is None or numeral.value is None:
        return None if point else numeral
    fraction = "".join(str(_DIGITS.get(char, char)) for char in decimals)
    return Numeral(span, numeral.form, float(f"{numeral.value}.{fraction}"))


def _whole(text: str, span: Span) -> Numeral | None:
    if text.isascii() and text.isdecimal():
        return Numeral(span, "arabic", int(text))
    if text and all(char in _DIGITS for char in text):
        return _digits(text, span)
    between = _neighbours(text)
    if between is not None:
        return Numeral(span, "approximate", None, *between)
    value = _positional(re.sub("(?<=十)[有又]", "", text))
    return None if value is None else Numeral(span, "positional", value)


def _digits(text: str, span: Span) -> Numeral | None:
    if len(text) == 1:
        return Numeral(span, "positional", _DIGITS[text])
    between = _neighbours(text) if len(text) == 2 else None
    if between is None and any(char in "两俩仨" for char in text):
        return None
    value = int("".join(str(_DIGITS[char]) for char in text))
    return Numeral(span, "digits", value, *(between or ()))


def _neighbours(text: str) -> tuple[int, int] | None:
    """Read 十七八 as [17, 19), 三四十 as [30, 50): two digits side by side that follow each other."""
    match = _TAIL.match(text)
    if match is None:
        return None
    head, unit = match["head"] or "", match["unit"]
    low, high = _DIGITS[match["low"]], _DIGITS[match["high"]]
    if (match["low"], match["high"]) == ("三", "两"):
        low, high = 2, 3
    if low == 0 or not (high == low + 1 or ((low, high) == (3, 5) and not head)):
        return None
    first, last = _positional(f"{head}{low}{unit}"), _positional(f"{head}{high}{unit}")
    if first is None or last is None or last <= first:
        return None
    return first, last + (last - first) // (high - low)


def _positional(text: str) -> int | None:
    """Read digits with units; a last digit without its unit counts in the next unit down (两百五 is 250)."""
    for myriad, worth in _MYRIADS.items():
        head, found, rest = text.rpartition(myriad)
        if found:
            high = _positional(head)
            low = _elliptical(rest, worth // 10) if rest else 0
            return None if not high or low is None else high * worth + low
    match = _SECTION.match(text)
    if match is None or not text:
        return None
    total, last = 0, 0
    for name, worth in (("thousands", 1000), ("hundreds", 100), ("tens", 10)):
        said = match[name]
        if said is not None:
            total, last = total + (_digit(said[:-1]) if said[:-1] else 1) * worth, worth
    ones = match["ones"]
    if ones is None:
        return total if last or match["zero"] else None
    return total + _digit(ones) * (last // 10 if last >= 100 and not match["zero"] and len(ones) == 1 else 1)


def _elliptical(rest: str, worth: int) -> int | None:
    """Read what follows a myriad: a last digit alone counts in the next unit down, anything else as it stands."""
    alone = rest in _DIGITS or (len(rest) == 1 and rest.isascii() and rest.isdecimal())
    return _digit(rest) * worth if alone and _digit(rest) else _positional(rest)


def _digit(said: str) -> int:
    return _DIGITS[said] if said in _DIGITS else int(said)
