"""Numbers that people say of themselves: lengths of time, ages, counts, each with its hedge as bounds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from assistant.domain.document import Span

QuantityKind = Literal["years", "months", "days", "age", "count", "bare", "reference"]
Hedge = Literal["", "below", "nearly", "over", "about", "some", "nominal", "difference"]


@dataclass(frozen=True, slots=True)
class Quantity:
    """One number with its unit, where it stands in the text, and how sure it was said.

    `kind` is the largest unit said: `years` and `months` are lengths of time with `value`, `at_least` and `below` in
    years (18个月 is 1.5), `days` in days (weeks times 7), `age` in years of age, `count` anything counted (`unit` is the
    measure word), `bare` a number without unit, `reference` a number that names something (第12条, 44号, 1次方) and
    measures nothing of anybody.

    `value` is None where the number was hedged; `at_least` (inclusive) and `below` (exclusive) are what the hedge says.
    `hedge`: "" exact; `below` not yet there (不到三年); `nearly` (快30年); `over` (三十多年); `about` (三十年左右), `some`
    (十几年); `nominal` an age counted the old way (虚岁); `difference` an exact number said by its distance
    (差两年三十年: 28). `suggests_age` marks a bare number that reads as an age (今年五十六, 56了).
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
    """Every quantity of normalised text, in order, spans disjoint; parts of dates are left to `find_dates`.

    `events` are words for what happens at a point in time: before them N年 is a calendar year, not a length.
    `homophones` are misspelt age units (what dictation makes of 岁, 周岁).
    """
    return ()
