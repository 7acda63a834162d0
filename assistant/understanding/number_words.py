"""The words that tell which fact a number is of: compiled once from `rules/terms/numbers.yaml`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from assistant.domain.fact import FactValue
from assistant.understanding.patterns import NumberPattern, PatternSet
from assistant.understanding.trie import Vocabulary


@dataclass(frozen=True, slots=True)
class Ages:
    """How an age is said, with or without its unit, or as a date of birth.

    `reached` reads as years of work where these were asked for. A number without a unit answers the question for the
    age where it stands beside nothing but `answer_words`.
    """

    fact: str
    ignore: tuple[NumberPattern, ...]
    bare: tuple[NumberPattern, ...]
    born: tuple[NumberPattern, ...]
    born_asked: tuple[NumberPattern, ...]
    reached: tuple[NumberPattern, ...]
    answer_words: Vocabulary[str]


@dataclass(frozen=True, slots=True)
class Ahead:
    """How a number is said that is true on a day to come only.

    `until` leads up to the day. `reached` joins the day to a number behind it (`reached_then` a day gone by), `late` a
    number to a day behind it, which `late_end` follows; a day behind a pause has `joined` before and `joined_end`
    behind it. `today` before a number keeps it true today. Where no date is said: `soon` within a year; `not_yet` some
    day; `any_day` perhaps today already; `some_day` nobody knows when.
    """

    until: Vocabulary[str]
    reached: PatternSet
    reached_then: PatternSet
    late: PatternSet
    late_end: PatternSet
    joined: PatternSet
    joined_end: PatternSet
    today: PatternSet
    soon: tuple[NumberPattern, ...]
    not_yet: tuple[NumberPattern, ...]
    any_day: tuple[NumberPattern, ...]
    some_day: tuple[NumberPattern, ...]


@dataclass(frozen=True, slots=True)
class Service:
    """How years of work are said, and where they must have been worked.

    `left` tells that one went away (not behind `left_not`), `up_to` stands before the day of it, `breaks` tells of an
    interruption. An answer to the question for years holds nothing but places, words for how long, and `answer_words`.
    `other_terms` name lengths of time that are none of work; `working` tells of work where assessments were spoken of,
    `resumed` of the years since a break, `parted` of one time after another, and `sequence` that such times add up.
    `assigned` behind a date is a first post, and `arrived` is where the clause names the place. `there` stands between
    a number of years and the unit.
    """

    cumulative: str
    continuous: str
    place_fact: str
    places: frozenset[str]
    there: tuple[str, ...]
    place_words: PatternSet
    continuous_cues: PatternSet
    continuous_not: PatternSet
    same: PatternSet
    same_reason: str
    cumulative_cues: PatternSet
    work: tuple[NumberPattern, ...]
    since: PatternSet
    reason: str
    sum_reason: str
    part_of: PatternSet
    sequence: PatternSet
    most_bare: float
    implied_fact: str
    implied_value: FactValue
    implied_reason: str
    left: PatternSet
    left_not: PatternSet
    up_to: PatternSet
    breaks: PatternSet
    answer_words: Vocabulary[str]
    parted: PatternSet
    working: PatternSet
    other_terms: PatternSet
    resumed: tuple[NumberPattern, ...]
    assigned: PatternSet
    arrived: PatternSet


@dataclass(frozen=True, slots=True)
class Streak:
    """How years of excellent assessments in a row are said, and what one such year implies.

    `wished` tells of years to come. `over` stands around the calendar years of which it is said, `words` anywhere. Two
    digits are no length where they may be one of the `recent` years. An answer holds numbers and `asked_cues` alone.
    """

    fact: str
    near: tuple[NumberPattern, ...]
    wished: tuple[NumberPattern, ...]
    over: tuple[NumberPattern, ...]
    words: PatternSet
    recent: int
    asked_cues: Vocabulary[str]
    most: float
    implied_fact: str
    implied_value: FactValue
    reason: str


@dataclass(frozen=True, slots=True)
class Corrections:
    """How a number is put right: `names` of the facts that numbers tell; `wrong` behind one says that it is not."""

    names: Mapping[str, PatternSet]
    wrong: PatternSet
    beside: PatternSet


@dataclass(frozen=True, slots=True)
class Passing:
    """Words around a length of time that is supposed to pass, or to have passed, and the facts that grow by it."""

    facts: tuple[str, ...]
    patterns: tuple[NumberPattern, ...]


@dataclass(frozen=True, slots=True)
class NumberWords:
    """Which number goes to which fact, and the numbers at which rules decide, by fact.

    A number fact of `zero_when_denied`, asked for, is 0 where the answer is one of `refused` (没干过); one that is of
    `zero_when_refused` too, also where it is a bare no.
    """

    events: tuple[str, ...]
    homophones: tuple[str, ...]
    tenure: tuple[NumberPattern, ...]
    all_there: PatternSet
    tenure_there: PatternSet
    below: tuple[NumberPattern, ...]
    ignore: tuple[NumberPattern, ...]
    ignore_dates: tuple[NumberPattern, ...]
    ages: Ages
    ahead: Ahead
    corrections: Corrections
    service: Service
    streak: Streak
    passing: tuple[Passing, ...]
    passing_wish: PatternSet
    coming: Mapping[str, float]
    refused: PatternSet
    zero_when_refused: frozenset[str]
    zero_when_denied: frozenset[str]
    thresholds: Mapping[str, frozenset[float]] = field(default_factory=dict)
