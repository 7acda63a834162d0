"""Words that undo what was said before: compiled once from `rules/terms/revisions.yaml`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from assistant.understanding.patterns import PatternSet


@dataclass(frozen=True, slots=True)
class Revision:
    """Words that undo what was said before, without saying what is so instead. See `rules/terms/revisions.yaml`.

    `undoes` are the facts that no longer count, of which only the one told last where `last`. Of `lessens` as many
    years are taken away as the words say, and the rest is the least that it can be.
    """

    words: PatternSet
    undoes: frozenset[str]
    unless: PatternSet
    last: bool = False
    lessens: str | None = None


@dataclass(frozen=True, slots=True)
class Moved:
    """What a move from elsewhere to one of `places` undoes: the years that run on begin anew."""

    fact: str
    places: frozenset[str]
    undoes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RevisionWords:
    """All that later words undo.

    `sure_doubts` and `unsure_doubts` undo whatever known fact they stand beside, the latter only where the clause says
    nothing else; neither beside `no_doubts`. `turns`: what follows may be another value of a fact told lately.

    `authorities` are the everyday names of those who find facts, by `Fact.determined_by`.

    `mistake`: nothing but that something was said wrongly; `beside_mistake`: what is said beside it. `not_so`: a no
    that rejects a number told before. `sure_openers` and `unsure_openers` open a correction of the answer given last;
    `preludes` look like an answer and are none; `instead` leads to the right value. `not_yet` is all that a clause says
    of the one before it, and `found_since` tells of a finding that was not there before.
    """

    revisions: tuple[Revision, ...]
    sure_doubts: PatternSet
    unsure_doubts: PatternSet
    no_doubts: PatternSet
    moved: Moved
    authorities: Mapping[str, PatternSet]
    mistake: PatternSet
    beside_mistake: PatternSet
    not_so: PatternSet
    sure_openers: PatternSet
    unsure_openers: PatternSet
    turns: PatternSet
    preludes: PatternSet
    instead: PatternSet
    not_yet: PatternSet
    found_since: PatternSet
