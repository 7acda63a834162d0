"""The words for what an utterance wants done, and those that tell questions apart."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from assistant.understanding.patterns import PatternSet
from assistant.understanding.trie import Vocabulary

Kinds = tuple[tuple[str, PatternSet], ...]
"""Patterns by kind; of two kinds that match, the earlier counts."""


@dataclass(frozen=True, slots=True)
class Matter:
    """A matter of which the policy has several entitlements: `names` cover all that is said, `wishes` one clause.

    Whoever tells one of the facts of `told_by` beside it means that fact's entitlement.
    """

    entitlements: tuple[str, ...]
    names: PatternSet
    wishes: PatternSet
    told_by: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class NumberMeant:
    """How a bare number from `least` to `most` could have been meant: `says`, with `{}` for the number."""

    says: str
    least: float
    most: float


@dataclass(frozen=True, slots=True)
class CommandWords:
    """Words for what an utterance wants done."""

    listing: PatternSet
    why: Kinds
    undo: PatternSet
    restart: PatternSet
    handoff: Kinds
    complaint: PatternSet
    drop: Kinds
    document: Kinds
    document_alone: Kinds
    matters: tuple[Matter, ...]
    repeat: PatternSet
    time: PatternSet
    smalltalk: Kinds
    any_smalltalk: PatternSet
    hesitation: PatternSet
    numbers_meant: tuple[NumberMeant, ...]
    vague: Vocabulary[str]
    filler_clause: frozenset[str]
    resume: PatternSet
    clause_reference: PatternSet


@dataclass(frozen=True, slots=True)
class QuestionWords:
    """Words that tell what a question is like and whom it concerns. See `rules/terms/commands.yaml`."""

    points_back: PatternSet
    carries_on: PatternSet
    frames: PatternSet
    joins: PatternSet
    inquiry: PatternSet
    demand: PatternSet
    speaker: PatternSet
    role: PatternSet
    not_speaker: PatternSet
    somebody_else: PatternSet
    content: PatternSet
    indefinite: PatternSet
    lacking: PatternSet
    consequence: PatternSet
    getting: PatternSet
    wish: PatternSet
    about_me: PatternSet
    assertion: PatternSet
    of_oneself: PatternSet
    turned: PatternSet
    named_by_value: frozenset[str]
