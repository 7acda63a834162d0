"""Numbers that people say of themselves: lengths of time, ages, counts, each with its hedge as bounds."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from assistant.domain.document import Span
from assistant.text import hedges
from assistant.text.moment_grammar import find_moments
from assistant.text.numerals import Numeral, find_numerals
from assistant.text.units import Hedge, Measure, MeasureKind, measure

QuantityKind = MeasureKind


@dataclass(frozen=True, slots=True)
class Quantity:
    """One number with its unit, where it stands in the text, and how sure it was said.

    `kind` is the largest unit said: `years`, `months` and `days` are lengths of time, with `value`, `at_least` and
    `below` always in years (18个月 is 1.5, a week 0.0192), `age` in years of age, `count` anything counted (`unit`
    is the measure word), `bare` a number without unit, `reference` a number that names something (第12条, 44号,
    三年级) and measures nothing of anybody.

    `value` is None where the number was hedged; `at_least` (inclusive) and `below` (exclusive) are what the hedge says.
    `hedge`: "" exact; `below` not yet there (不到三年); `nearly` (快30年); `over` (三十多年, 30年以上); `about`
    (三十年左右, 大概三十年); `some` (十几年, 五六年); `nominal` an age counted the old way (虚岁); `difference` a
    distance: with a value where it says how far another number is (差两年三十年: 28), without one where it stands
    alone (还差半年, 大三岁).
    `suggests_age` marks a bare number that reads as an age (今年五十六, 56了; 连续16年,54).
    The span takes in number, unit and hedge words, not the cue words around them.
    """

    span: Span
    kind: QuantityKind
    value: float | None = None
    at_least: float | None = None
    below: float | None = None
    hedge: Hedge = ""
    unit: str = ""
    suggests_age: bool = False


def find_quantities(text: str, events: Sequence[str] = (), homophones: Sequence[str] = ()) -> tuple[Quantity, ...]:
    """Find every quantity of normalised text, in order, spans disjoint; parts of dates are left to `find_dates`.

    `events` are words for what happens at a point in time: before them N年 is a calendar year, not a length.
    `homophones` are misspelt age units (what dictation makes of 岁, 周岁).

    >>> [(q.kind, q.value, q.at_least, q.below) for q in find_quantities("干了快30年, 56了")]
    [('years', None, 24.0, 30.0), ('bare', 56.0, None, None)]
    """
    taken = {at for moment in find_moments(text, events) for at in range(moment.span.start, moment.span.end)}
    read: list[Measure] = []
    end = -1
    for numeral in _numerals(text):
        adjoins, end = numeral.span.start == end, numeral.span.end
        free = taken.isdisjoint(range(numeral.span.start, end))
        if free and not adjoins and (not read or numeral.span.start >= read[-1].end):
            _append(text, read, hedges.before(text, measure(text, numeral, homophones), read[-1].end if read else 0))
    return _beside_lengths(text, [_quantity(text, one) for one in read if _counts(text, one)])


_EXTRA: Final = re.compile(
    r"(?P<some>(?<![十百\d零一二三四五六七八九])(?:好几十|大几十|几十|好几|几)(?=个?[年月天岁]))|(?P<fifty>半百)|(?P<half>(?<![上下年月\d一两前后])(?:[大小多]半|半)(?=个?多?[年月]))"
)
_SOME: Final = {"几": (2, 10), "好几": (3, 10), "几十": (20, 100), "好几十": (30, 100), "大几十": (50, 100)}
_HALF: Final = {"半": (None, None), "大半": (0.5, 1.0), "多半": (0.5, 1.0), "小半": (0.0, 0.5)}


def _numerals(text: str) -> list[Numeral]:
    """The numerals, and 几年 and 半年, which have no digit."""
    extra = [_wordy(match) for match in _EXTRA.finditer(text)]
    taken = {at for numeral in extra for at in range(numeral.span.start, numeral.span.end)}
    plain = [n for n in find_numerals(text) if taken.isdisjoint(range(n.span.start, n.span.end))]
    return sorted((*extra, *plain), key=lambda numeral: numeral.span)


def _wordy(match: re.Match[str]) -> Numeral:
    span, word = Span(*match.span()), match[0]
    if match["fifty"]:
        return Numeral(span, "positional", 50)
    low, high = _SOME[word] if match["some"] else _HALF[word]
    return Numeral(span, "approximate", None if low is not None else 0.5, low, high)


def _append(text: str, read: list[Measure], one: Measure) -> None:
    """Add a measure, joined with the one before where the two say one number (三到五年, 差两年三十年)."""
    joined = _joined(text, read[-1], one) if read else None
    if joined is None:
        read.append(one)
    else:
        read[-1] = joined


_BETWEEN: Final = re.compile(r"\s?(?:到|至|-+|~+)\s?")
_OR: Final = re.compile(r"\s?[,、]\s?")
"""十五、六年, 二十九、三十年: one number or the next."""
_SAID_AT_MOST: Final = 4
"""No number of years or of an age is written with more characters (五十五岁)."""
_CALENDAR: Final = 31
"""From this bare number on two in a row (55、56) are no years of this century."""
_REACHES: Final = (
    r"(?:能|要|可以|是|算)?\s?(?:连续|累计|一共)?(?:干|工作)?(?:到|满|够|有|达到|整整?|足足?|正好|刚好)?\s?"
)
_STILL: Final = re.compile(rf"\s?(?:就|才|便|,)?\s?{_REACHES}")
_THEN: Final = re.compile(rf"\s?(?:就|才|便)\s?{_REACHES}|\s?(?:到|满|够|整整?|足足?|正好|刚好)\s?")
_SHORT: Final = re.compile(r"\s?,?(?:还|就|只|仅|也就)?\s?(?:差|缺|欠)(?:了|个)?\s?")
_OF_NEXT: Final = re.compile(
    r"\s?(?:(?:就|才|能|便)(?:满|够|到|是)?|(?:满|够|到|凑够|凑满|达到)(?:了|上|整)?)\s?[\d一二两三四五六七八九十廿]"
    r"|\s?(?:就|才|便)?(?:能|该|要|可以)?(?:退|到点|到龄|到站)"
)
"""4年,差一年满五年: what is missing is missing to the next number; 57岁,差三年退: to an event."""
_MISSING: Final = re.compile(r"(?:还|就|只|也就)*(?:差|缺|欠)(?:了|个)?\s?$")
_AHEAD: Final = re.compile(r"(?:还有|再有|再过|还剩|再干|再等|再熬|还得|少)(?:个)?\s?$")
_FULL: Final = "整"
_AWAY: Final = re.compile(r"(?:离|距离?)\s?$")
_AWAY_BY: Final = re.compile(r"\s?,?(?:还|就|只)*(?:差|缺|欠|有|剩)(?:了|个)?\s?")


def _joined(text: str, first: Measure, second: Measure) -> Measure | None:
    between = text[first.end : second.start]
    if len(between) > 8 or "reference" in (first.kind, second.kind):
        return None
    if text[: first.end].endswith(_FULL):
        between = _FULL + between  # 再有两年整 | 六十: the word belongs to what is reached
    before = text[max(0, first.start - 6) : first.start]
    same = first.kind in ("bare", second.kind) and second.kind != "reference"
    if same and _BETWEEN.fullmatch(between) and None not in (first.value, second.value):
        return _between(first, second)
    if same and _OR.fullmatch(between):
        return _either(text, first, second)
    for told, bridge, whole, by in (
        (_MISSING, _STILL, second, first),
        (_AHEAD, _THEN, second, first),
        (_AWAY, _AWAY_BY, first, second),
    ):
        match = told.search(before)
        if match is not None and bridge.fullmatch(between):
            return _difference(first.start - len(match[0]), whole, by)
    if not _SHORT.fullmatch(between) or _OF_NEXT.match(text, second.end) or _makes_up(text, first, second):
        return None
    return _difference(first.start, first, by=second)


def _makes_up(text: str, first: Measure, missing: Measure) -> bool:
    """57岁,差三年六十: whether the number right behind is the one that both together make."""
    behind = find_numerals(text[missing.end :][:_SAID_AT_MOST])
    if first.value is None or missing.value is None or not behind or behind[0].span.start:
        return False
    return behind[0].value == first.value + missing.value


def _between(first: Measure, second: Measure) -> Measure | None:
    low, high = first.value, second.value
    if low is None or high is None or low >= high:
        return None
    scale = 1 / 12 if first.kind == "bare" and second.kind == "months" else 1
    return replace(second, start=first.start).hedged("some", low * scale, high + 1 * scale)


def _either(text: str, first: Measure, second: Measure) -> Measure | None:
    """One number or the next, said together; 22,23, which may be two years of this century, are left as they are."""
    low, high = first.value, second.value
    if low is None or high is None or first.kind != "bare" or second.kind not in ("years", "age", "bare"):
        return None
    if text[first.start].isdecimal() and second.kind != "age" and low < _CALENDAR:
        return None
    if high < 10 <= low and high == low % 10 + 1:
        high = low + 1
    return replace(second, start=first.start).hedged("some", low, high + 1) if high == low + 1 else None


def _difference(start: int, whole: Measure, by: Measure) -> Measure | None:
    """A number said by its distance from a round one (差两年三十年 is 28); an age counts whole years only."""
    if whole.value is None or by.kind not in ("years", "months", "days", "age", "bare"):
        return None
    end = max(whole.end, by.end)
    kind = whole.kind
    if by.value is None:
        at_least = None if by.below is None else whole.value - by.below
        return replace(whole, start=start, end=end).hedged("below", at_least, whole.value - (by.at_least or 0.0))
    value = whole.value - by.value
    if kind in ("age", "bare"):
        value = float(int(value))
    return replace(whole, start=start, end=end, value=round(value, 4), hedge="difference") if value >= 0 else None


_SEGMENT_HEAD: Final = re.compile(r"(?:^|[,。;!?\n、\s:])(?:哦|啊|嗯|是|就|都|有|满|不对|应该是|今年|我)*\s?$")
_SEGMENT_TAIL: Final = re.compile(r"\s?(?:了|啦|吧|呗|呀|啊|整|哈|嘛|咧)*(?:$|[,。;!?\n、\s])")
_AGE_BEFORE: Final = re.compile(r"(?:今年|现年|刚满|刚|都|才|我|已经|也|快|满|自己)(?:是|都|才|已经|刚|满|快|也|\s)*$")
_AGE_AFTER: Final = re.compile(r"\s?(?:周)?(?:了|啦|嘞|咧|喽|哩|的人|啊|呀|呢)")


def _counts(text: str, read: Measure) -> bool:
    """Leave out single digits inside words (一直, 三农) and 几年 in a question."""
    said = text[read.start : read.end]
    if said.startswith("几") and not said.startswith("几十"):
        return False
    if read.kind != "bare" or len(said) > 1 or said.isdecimal():
        return True
    return said == "十" or _alone(text, read.start, read.end)


def _alone(text: str, start: int, end: int) -> bool:
    """Whether a number stands between pauses by itself."""
    head, tail = text[max(0, start - 12) : start], text[end:][:12]
    return bool(_SEGMENT_HEAD.search(head) and _SEGMENT_TAIL.match(tail))


def _quantity(text: str, read: Measure) -> Quantity:
    size = read.size if read.size is not None else read.below
    kind, value, hedge = read.kind, read.value, read.hedge
    if kind == "bare" and size is not None and size >= 1000:
        kind = "reference"
    if kind in ("years", "months", "days", "age") and hedge == "" and hedges.lacking(text, read):
        value, hedge = None, "difference"
    likely = kind == "bare" and size is not None and 16 <= size < 100
    around = text[max(0, read.start - 8) : read.start], text[read.end :][:8]
    ageish = likely and bool(
        hedge not in ("", "difference")
        or _AGE_BEFORE.search(around[0])
        or "今年" in around[0]
        or _AGE_AFTER.match(around[1])
    )
    return Quantity(Span(read.start, read.end), kind, value, read.at_least, read.below, hedge, read.unit, ageish)


def _beside_lengths(text: str, found: Sequence[Quantity]) -> tuple[Quantity, ...]:
    """One bare number of an age's size beside a length in years, and no other age said, is the age (连续16年,54).

    It stands between pauses by itself: 补助按天60 is none. What says the length again (27年,差三年三十) is left out.
    """
    lengths = {q.value for q in found if q.kind in ("years", "months")}
    found = [q for q in found if not (q.kind == "bare" and q.hedge == "difference" and q.value in lengths)]
    aged = (q for q in found if q.kind == "bare" and q.value is not None and 16 <= q.value < 100)
    bare = [q for q in aged if _alone(text, q.span.start, q.span.end)]
    has_age = any(q.kind == "age" or q.suggests_age for q in found)
    if len(bare) != 1 or not lengths or has_age:
        return tuple(found)
    return tuple(replace(q, suggests_age=True) if q is bare[0] else q for q in found)
