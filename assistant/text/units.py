"""What a number counts: the unit behind it, and the words that blur it there (三十多年, 两年半, 五十出头)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final, Literal

from assistant.text.numerals import Numeral, read_numeral

MeasureKind = Literal["years", "months", "days", "age", "count", "bare", "reference"]
Hedge = Literal["", "below", "nearly", "over", "about", "some", "nominal", "difference"]


@dataclass(frozen=True, slots=True)
class Measure:
    """A number with its unit, at [start, end) of the text; `value` exact, or known to be in [`at_least`, `below`)."""

    start: int
    end: int
    kind: MeasureKind
    value: float | None = None
    at_least: float | None = None
    below: float | None = None
    hedge: Hedge = ""
    unit: str = ""

    def hedged(self, hedge: Hedge, at_least: float | None = None, below: float | None = None) -> Measure:
        """The same, no longer exact."""
        return replace(self, value=None, at_least=at_least, below=below, hedge=hedge)

    @property
    def size(self) -> float | None:
        """The number that was named, whether exact or blurred upwards."""
        return self.value if self.value is not None else self.at_least


def measure(text: str, numeral: Numeral, homophones: Sequence[str] = ()) -> Measure:
    """Read what follows the numeral: its unit, a half, months after years, and words that blur it."""
    start, end = numeral.span.start, numeral.span.end
    for kind, pattern in (*_units(tuple(homophones)), ("bare", _BARE)):
        match = pattern.match(text, end)
        if match is not None:
            read = _finish(numeral, kind, match, start)
            return replace(read, end=start + len(text[start : read.end].rstrip()))
    return Measure(start, end, "bare", numeral.value)


def loosely(value: float) -> float:
    """The least that a number said loosely (快30年, 三十来年) can stand for: a fifth below it, a year at least."""
    return max(value - max(1.0, value / 5), 0.0)


def one_of(words: str) -> str:
    """A group of alternatives for a pattern, from words set apart by blanks; the longest is tried first."""
    return f"(?:{'|'.join(map(re.escape, sorted(words.split(), key=len, reverse=True)))})"


_LONGEST: Final = 120.0
"""No length of an applicant's life is longer, in years."""
_HAN: Final = "零〇一二两三四五六七八九十"
_SMALL: Final = rf"(?:\d{{1,3}}|[{_HAN}俩仨]{{1,3}})"

_BARELY_OVER: Final = "出头 冒头 冒尖 冒点 冒点儿 冒一点 冒一点儿 挂零"
_UPWARDS: Final = "+ 有余 以上 往上 朝上 开外 打底 绰绰有余 还多 还要多 还往上 挺多 还挺多 只多不少 不止"
_SHORT_OF: Final = "不到 不满 没到 差点 差点儿 差一点 差一点儿"
_ROUGHLY: Final = "半载 左右 上下 前后 光景 的样子 来往 以下"
_AFTER: Final = "后 之后 以后 内 以内 之内"

_BETWEEN: Final = "几 好几 大几 大多 来 多 余 郎当 啷当 出头 挂零 + 开外 往上 以上"
_FUZZ: Final = rf"\s?(?P<fuzz>{one_of(_BETWEEN)})?\s?"
_TAILS: Final = one_of(f"多 余 {_BARELY_OVER} {_UPWARDS} {_SHORT_OF} {_ROUGHLY} {_AFTER}")
_TAIL: Final = rf"(?:\s?(?!后来|前后[干在待工加有一])(?P<tail>{_TAILS}))?"

_YEAR: Final = (
    r"(?:个整?年头?|周年|整年|年头|个?春秋|个?寒暑|载(?![体入客])|年(?!级|制|代|度|轮|龄)|nian(?=ban|[^a-z]|$))"
    r"(?:整(?!天|个))?"
)
_HALF: Final = r"(?P<half>半(?!载)|ban(?![a-z]))"
_MONTH: Final = r"(?:个(?P<mhalf>半)?|个?(?P<mfuzz>[多来]))?月(?![份分底初])"
_AND_MONTHS: Final = (
    rf"(?:(?:零着?|又)?\s?(?:(?P<months>{_SMALL})\s?{_MONTH}|(?P<few>好?几个?月)|(?P<half_month>半个月)))?"
)
_AND_DAYS: Final = rf"(?:[零又]?\s?(?P<days>{_SMALL})\s?[天日](?![没都也不]))?"
_YEARS: Final = re.compile(rf"{_FUZZ}{_YEAR}(?:{_HALF}|{_AND_MONTHS}{_AND_DAYS})?{_TAIL}")
_MONTHS: Final = re.compile(rf"{_FUZZ}(?:个(?P<half>半)?(?P<mfuzz>[多来])?月|(?<=[俩仨])月)(?P<after>半)?{_TAIL}")
_DAYS: Final = re.compile(rf"{_FUZZ}(?:天|(?P<week>个?(?:星期|礼拜)|周(?![岁年])))(?P<half>半)?{_TAIL}")
_AGE_TAIL: Final = rf"(?:整|(?P<half>半)|(?:[零又]\s?)?(?P<months>{_SMALL})\s?个?月(?![份分底初]))?{_TAIL}"
_BARE: Final = re.compile(
    r"\s?(?P<fuzz>好几|大几|大多|几(?!年|个|次|篇|天|岁)|来(?![的到了乡镇村单这])|多(?![少次])|余|出头|郎当|啷当|挂零|\+"
    r"|开外|往上|以上|左右|上下|不到|不满)?"
)
_REFERENCE: Final = re.compile(
    r"\s?(?:条(?!件|腿|路|鱼|龙|狗|命)|款|[号日](?!召)|世纪|章|级|届|期(?!刊)|年(?:级|制|代|度|一贯)|甲|类|等(?=奖)|班|楼|路"
    r"|后(?=$|[,。!?、的])|中(?=$|[,。!?、的学校])|(?<![俩仨])月(?!半)"
    r"|\(\d{1,2}\)|\(\w\)|[:/]\d|(?!nian|sui|ge)[A-Za-z])"
)
_NEVER: Final = re.compile(r"\s?(?:也|都)?\s?(?:没|未|不)(?!到|满|足)")
_COUNTED: Final = one_of(
    "% 个 次 篇 项 门 名 位 件 种 份 遍 场 元 分 米 斤 亩 户 头 把 套 台 倍 节"
    " 小时 分钟 公里 周期 万元 千元 百元 课时 节课 学分"
)
_COUNTED_UNLESS: Final = (
    "人(?![社事员才])|本(?![科人单专地校院县乡镇村职来])|只(?![有是差要能])|成(?![人立绩为])|批(?![准了])|回(?![来到乡村家])"
    "|块(?!儿)"
)
"""Units that are also the first character of another word, which then is not counted."""
_COUNT: Final = re.compile(rf"{_FUZZ}(?P<unit>{_COUNTED}|{_COUNTED_UNLESS})(?P<half>半)?{_TAIL}")


@lru_cache(maxsize=8)
def _units(homophones: tuple[str, ...]) -> tuple[tuple[MeasureKind, re.Pattern[str]], ...]:
    misspelt = "|".join(re.escape(word) for word in sorted(homophones, key=len, reverse=True))
    end = r"(?=$|[\s,。!?;、)了啦啊呀呢吧嘛哈的整半多]|岁)"
    wrong = f"|(?:{misspelt}){end}" if misspelt else ""
    units = r"\(?周岁\)?|[虚毛]岁(?!\s?[\d零一二三四五六七八九十])|[实足]岁|岁(?![月数])|sui(?![a-z])|的人(?!员|才|数)"
    age = rf"{_FUZZ}(?P<unit>{units}{wrong})儿?{_AGE_TAIL}"
    return (
        ("reference", _REFERENCE),
        ("years", _YEARS),
        ("months", _MONTHS),
        ("age", re.compile(age)),
        ("days", _DAYS),
        ("count", _COUNT),
    )


def _finish(numeral: Numeral, kind: MeasureKind, match: re.Match[str], start: int) -> Measure:
    groups = match.groupdict()
    unit = groups.get("unit") or ""
    if kind == "reference" or _not_even_one(kind, numeral, match):
        return Measure(start, numeral.span.end, "reference", numeral.value)
    scale = _scale(kind, groups)
    extra = _extra(kind, groups)
    base = Measure(start, match.end(), kind, unit=unit)
    low, high = numeral.low, numeral.high
    if low is not None and high is not None and (numeral.form == "approximate" or kind != "bare"):
        return base.hedged("some", low * scale, high * scale)
    if numeral.value is None:
        return base.hedged("about")
    value = numeral.value * scale + extra
    if kind == "years" and value > _LONGEST:
        return replace(base, kind="reference", value=value)
    exact = replace(base, value=_rounded(value))
    fuzz, tail = groups.get("fuzz"), groups.get("tail")
    if groups.get("few"):
        return exact.hedged("over", value, value + 1)
    if fuzz:
        return _blur(exact, fuzz, numeral.value, _step(numeral.value), scale, tail)
    if groups.get("mfuzz"):
        return exact.hedged("over", value, value + 1 / 12)
    if tail:
        step = _step(value) if tail in _BARELY_OVER.split() else 0.5 if groups.get("half") else 1.0
        return _blur(exact, tail, value / scale, step, scale, None)
    return exact


def _not_even_one(kind: MeasureKind, numeral: Numeral, match: re.Match[str]) -> bool:
    """一天没断, 一年也没落下: nothing is measured."""
    one = numeral.value == 1 and kind in ("years", "months", "days")
    return one and _NEVER.match(match.string, match.end()) is not None


def _scale(kind: MeasureKind, groups: dict[str, str | None]) -> float:
    if kind == "months":
        return 1 / 12
    if kind == "days":
        return (7 if groups.get("week") else 1) / 365
    return 1.0


def _extra(kind: MeasureKind, groups: dict[str, str | None]) -> float:
    """What is said behind the unit: a half of it, months, days."""
    half = 0.5 if groups.get("half") else 0.0
    if kind == "months":
        return (half + (0.5 if groups.get("after") else 0.0)) / 12
    months = (read_numeral(groups.get("months") or "") or 0.0) + (0.5 if groups.get("mhalf") else 0.0)
    months += 0.5 if groups.get("half_month") else 0.0
    if kind == "age":
        return half
    days = read_numeral(groups.get("days") or "") or 0.0
    return half + months / 12 + days / 365


def _step(value: float) -> float:
    """How far the next round number is: 三十多 ends at 40, 一百多 at 200, 十五多 at 16."""
    for step in (100.0, 10.0):
        if value >= step and value % step == 0:
            return step
    return 1.0


def _blur(exact: Measure, word: str, value: float, step: float, scale: float, tail: str | None) -> Measure:
    low = value * scale
    if tail in _UPWARDS.split() or word in _UPWARDS.split():
        return exact.hedged("over", low)
    if word in ("多", "大多", "余", "几", "好几", "郎当", "啷当"):
        return exact.hedged("some" if "几" in word else "over", low, low + step * scale)
    if word == "大几":
        return exact.hedged("some", low + step / 2 * scale, low + step * scale)
    if word in _BARELY_OVER.split():
        return exact.hedged("over", low, low + max(step / 2, 1.0) * scale)
    if word == "来":
        return exact.hedged("about", loosely(low), low + step * scale)
    if word in _SHORT_OF.split():
        return exact.hedged("below", None, low)
    return exact.hedged("difference" if word in _AFTER.split() else "about")


def _rounded(value: float) -> float:
    return float(round(value, 4))
