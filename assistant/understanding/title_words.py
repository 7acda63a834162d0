"""The words for titles as the reader uses them: names, series, levels, and what tells a title held from one wanted."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from assistant.domain.fact import FactValue
from assistant.understanding.patterns import NumberPattern, PatternSet
from assistant.understanding.trie import Vocabulary


@dataclass(frozen=True, slots=True)
class Title:
    """What a name of a title gives. No `level`: the name looks like a title and is none.

    More than one `series`: the name alone does not tell. `occupation`: a title only where titles are spoken of.
    """

    level: str
    series: tuple[str, ...] = ()
    occupation: bool = False


@dataclass(frozen=True, slots=True)
class HoldingWords:
    """How one says that a title is got (`done`, unless a word of `hinders` is near), wanted, or neither.

    `passed_only` tells that it was examined for and not awarded, `again` stands between two names of one title,
    and `later` tells that of two titles the last one counts.

    `harmless` are words beside a title that keep nobody from having it; `ranks` belong to a title across a blank.
    The rest is of the clause behind: `then_done` (报的副高,批了), `then_apart` (能评副高的,没评), `then_aimed`
    (副高,在评), `then_missed` (副高,没评上) and `then_asks` (中级,能评不); clauses that are `aside` are passed over.
    """

    done: tuple[NumberPattern, ...]
    apart: tuple[NumberPattern, ...]
    aimed: tuple[NumberPattern, ...]
    then_done: PatternSet
    then_apart: PatternSet
    then_asks: PatternSet
    then_aimed: PatternSet
    then_missed: PatternSet
    aside: PatternSet
    either: PatternSet
    hinders: PatternSet
    hinders_not: PatternSet
    hinders_behind: PatternSet
    passed_only: PatternSet
    later: PatternSet
    again: frozenset[str]
    hinder_reach: int
    harmless: Vocabulary[str]
    ranks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Ranked:
    """Levels by the rank alone (一级), in the `series` that have it, or none told; nothing but `led` before it."""

    words: Vocabulary[str]
    series: frozenset[str]
    led: PatternSet


@dataclass(frozen=True, slots=True)
class TitleWords:
    """Titles, series and levels, and the facts that they are of."""

    series_fact: str
    level_fact: str
    target_fact: str
    titles: Vocabulary[Title]
    series: Vocabulary[str]
    series_asked: Vocabulary[str]
    series_names: Mapping[str, tuple[str, ...]]
    levels: Vocabulary[str]
    levels_asked: Vocabulary[str]
    ranked: Ranked
    vague_levels: Vocabulary[tuple[str, ...]]
    no_title: str
    untitled: PatternSet
    untitled_asked: PatternSet
    licence_after: tuple[str, ...]
    holding: HoldingWords
    implied_fact: str
    implied_value: FactValue
    implied_unless: PatternSet
    reason: str
