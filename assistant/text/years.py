"""Calendar years that people list: 2022、2023、2024年, 22 23 24, 21到24年, 去年前年, 2024年."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from assistant.domain.document import Span
from assistant.text.numerals import read_numeral

_RECENT: Final = 30
"""Two digits that list years are years so far back at most."""
_HAN: Final = "零〇一二三四五六七八九"
_RELATIVE: Final = {"大前年": 3, "前年": 2, "去年": 1, "上年": 1, "今年": 0}
_FULL: Final = rf"(?:19|20)\d\d|二[零〇][{_HAN}]{{2}}"
_YEAR: Final = rf"(?:{_FULL}|\d\d|[零〇一二][{_HAN}](?=\s?年|[、,\s]|$)|{'|'.join(_RELATIVE)})"
_MARK: Final = r"\s?(?:年度?)?(?!\s?[岁个次篇项万元月])"
_AND: Final = r"\s?(?:[、,/]|和|跟|与|及|还有|以及|\s)?\s?"
_TO: Final = r"\s?(?:到|至|-+|~+)\s?"
_LIST: Final = re.compile(
    rf"(?<![\d.{_HAN}十百第])(?<![连续着了有满近约共快干作超过])"
    rf"(?:(?P<first>{_YEAR}){_MARK}{_TO}{_YEAR}(?!\d){_MARK}"
    rf"|{_YEAR}(?:{_MARK}{_AND}(?!\d{{5}}){_YEAR}(?!\d))+{_MARK}|{_YEAR}\s?年度?(?!前|以[前后]|之|内|级|来))"
)
_TOKEN: Final = re.compile(_YEAR)


@dataclass(frozen=True, slots=True)
class YearList:
    """Years said side by side, or from the first to the last, at `span`, or one alone; ascending.

    Only the words around tell whether two digits are a year and not a number of another kind.
    """

    span: Span
    years: tuple[int, ...]


def longest_run(years: Iterable[int]) -> int:
    """How many years follow one another without a gap, at most.

    >>> longest_run([2021, 2023, 2024])
    2
    """
    held = set(years)
    best = 0
    for year in held:
        run = 1
        while year + run in held:
            run += 1
        best = max(best, run)
    return best


def find_year_lists(text: str, as_of: date) -> tuple[YearList, ...]:
    """Find every list of different years of normalised text, none of them after `as_of`.

    >>> [said.years for said in find_year_lists("2022、2023和2024年都是", date(2026, 11, 24))]
    [(2022, 2023, 2024)]
    """
    return tuple(_lists(text, as_of))


def _lists(text: str, as_of: date) -> Iterator[YearList]:
    for match in _LIST.finditer(text):
        said = [_year(each, as_of) for each in _TOKEN.findall(match[0])]
        years = [year for year in said if year is not None]
        if len(years) < len(said) or years not in (sorted(set(years)), sorted(set(years), reverse=True)):
            continue
        if match["first"]:
            years = list(range(years[0], years[-1] + 1))
        if years:
            yield YearList(Span(match.start(), match.start() + len(match[0].rstrip())), tuple(sorted(years)))


def _year(said: str, as_of: date) -> int | None:
    if said in _RELATIVE:
        return as_of.year - _RELATIVE[said]
    value = read_numeral(said) if said.isdecimal() else int("".join(str(max(_HAN.index(c) - 1, 0)) for c in said))
    if value is None:
        return None
    year = int(value) if value >= 100 else as_of.year // 100 * 100 + int(value)
    return year if as_of.year - _RECENT <= year <= as_of.year else None
