"""The field's words as the reader uses them: compiled once from `rules/terms/`, immutable afterwards."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from assistant.domain.fact import Fact, FactValue
from assistant.understanding.clauses import Dictation
from assistant.understanding.command_words import CommandWords, QuestionWords
from assistant.understanding.finding_words import FindingWords
from assistant.understanding.misheard import Misheard, MisheardNumbers
from assistant.understanding.number_words import NumberWords
from assistant.understanding.patterns import NumberPattern, Pattern, PatternSet
from assistant.understanding.reservation_words import ReservationWords
from assistant.understanding.revision_words import RevisionWords
from assistant.understanding.title_words import TitleWords
from assistant.understanding.trie import Vocabulary

NOTHING: Final = PatternSet(())
"""Patterns that match nothing."""


@dataclass(frozen=True, slots=True)
class Institution:
    """What a kind of institution tells: its level where none is said (always, where `fixed`), and its nature.

    `series` only tells apart titles of the same name. `authority`: mostly named as the one who finds or grants.
    `nature`: the name says the nature itself; other names tell it only together with a level (a school may be private).
    `composed`: the name is made up of what such names are made of, and not listed itself.
    """

    level: str = ""
    kind: str = ""
    fixed: bool = False
    series: tuple[str, ...] = ()
    authority: bool = False
    nature: bool = False
    not_kind: str = ""
    composed: bool = False


@dataclass(frozen=True, slots=True)
class Hiring:
    """When a hiring unit is of one kind: by its level or nature, or by words of its own."""

    value: str
    levels: frozenset[str]
    kinds: frozenset[str]
    words: PatternSet
    phrases: PatternSet


@dataclass(frozen=True, slots=True)
class UnitWords:
    """Institutions and the words for their level: `level_words` before a name, `levels_alone` by themselves.

    Another unit than the one known is told by a clause that holds nothing but it and `plain` words.
    """

    level_fact: str
    kind_fact: str
    hiring_fact: str
    institutions: Vocabulary[Institution]
    level_words: Vocabulary[str]
    under: tuple[str, ...]
    owning: frozenset[str]
    sure: frozenset[str]
    plain: Vocabulary[str]
    split: PatternSet
    levels_alone: Vocabulary[str]
    levels_asked: Mapping[str, PatternSet]
    hiring: tuple[Hiring, ...]


@dataclass(frozen=True, slots=True)
class Said:
    """One way to say that a fact has a value. `clear`: it needs no context to be understood."""

    value: FactValue
    pattern: Pattern
    clear: bool = True


@dataclass(frozen=True, slots=True)
class FactWords:
    """How people say one fact. See the head of `rules/terms/expressions.yaml`.

    `ways` are all ways to say it, in whatever context.
    `ever`: it is so if it was so once, so that not this year does not deny it. `ends`: it is so from a day on, and not
    yet where that day is to come.
    `finding`: an authority finds it, so that words tell it only where they say that it was done. `open` words leave it
    undecided, `withdrawn` ones end it; nothing but `followed_by` may follow what says it. Where a word of `kind`
    stands, one of `own_kind` must: a test for drivers is no assessment by one's unit. `many`: it has many kinds, so
    that to deny one (没有专利) is not to deny it. `single`: of two values told in one breath none can be relied on.
    `today`: what was so formerly tells nothing of it. `of_self`: the name of an entitlement tells it where the speaker
    says the name of himself (我想业余时间办企业).
    `beside` are the only words that may stand right beside what says it. `across` is said over several clauses, in
    answer to the question for the fact, and outweighs what one of them says; `told` also unasked.
    `affirmed` and `refused` are what a bare yes and a bare no mean; None where nothing can be told.
    """

    fact: Fact
    names: PatternSet
    ways: PatternSet
    always: tuple[Said, ...] = ()
    near: tuple[Said, ...] = ()
    asked: tuple[Said, ...] = ()
    across: tuple[Said, ...] = ()
    told: tuple[Said, ...] = ()
    derived: tuple[Said, ...] = ()
    reason: str = ""
    exclude: PatternSet = NOTHING
    wish: PatternSet = NOTHING
    gap_not: PatternSet = NOTHING
    not_by: PatternSet = NOTHING
    pending: PatternSet = NOTHING
    context: PatternSet = NOTHING
    only_with: PatternSet | None = None
    not_with: PatternSet = NOTHING
    topics: frozenset[str] = frozenset()
    not_topics: frozenset[str] = frozenset()
    not_when_asked: frozenset[str] = frozenset()
    open: PatternSet = NOTHING
    withdrawn: PatternSet = NOTHING
    followed_by: PatternSet | None = None
    kind: PatternSet | None = None
    own_kind: PatternSet = NOTHING
    many: bool = False
    single: bool = False
    beside: Vocabulary[str] | None = None
    today: bool = False
    of_self: bool = False
    finding: bool = False
    authority: bool = False
    of_policy: bool = False
    needs_assertion: bool = False
    asserted_with: frozenset[str] = frozenset()
    ever: bool = False
    ends: bool = False
    highest: bool = False
    affirmed: FactValue | None = True
    refused: FactValue | None = False


@dataclass(frozen=True, slots=True)
class Persons:
    """Who is spoken of: the speaker, a pronoun, or somebody named by a word for him.

    Words of `first` that are `relayed` (来电人) stand for somebody for whom the speaker asks; pronouns go back to them.
    """

    first: Vocabulary[str]
    relayed: tuple[str, ...]
    not_first: Vocabulary[str]
    reflexive: frozenset[str]
    reflexive_after: tuple[str, ...]
    third: Vocabulary[str]
    others: Vocabulary[str]
    lead: tuple[str, ...]
    governed: tuple[str, ...]
    objects: PatternSet
    reports: tuple[str, ...]
    asks_for: tuple[str, ...]
    proxy: PatternSet
    not_me: PatternSet
    to_self: PatternSet
    to_other: PatternSet


@dataclass(frozen=True, slots=True)
class Negations:
    """Words that negate what follows them."""

    before: Pattern
    inside: Pattern
    behind: PatternSet
    not_negation: PatternSet
    double: PatternSet
    twisted: PatternSet
    asks_before: PatternSet


@dataclass(frozen=True, slots=True)
class Cues:
    """What colours a clause: doubt, wish, supposition, question, and whose fact it is.

    `colouring` are all the patterns of a Colour together; a clause that holds none of them has none.
    """

    fillers: Vocabulary[str]
    hedge: PatternSet
    unknown: PatternSet
    pending: PatternSet
    opinion: PatternSet
    correction: PatternSet
    contrast: PatternSet
    corrected_to: PatternSet
    colouring: PatternSet
    wish_title: PatternSet
    possess: PatternSet
    attempt_before: PatternSet
    attempt_after: PatternSet
    title_not_own: tuple[str, ...]
    title_not_own_before: tuple[str, ...]
    title_verbs: tuple[str, ...]
    title_done: tuple[str, ...]
    title_got: tuple[str, ...]
    range_from: PatternSet
    range_to: PatternSet
    wish_place: PatternSet
    venture: PatternSet
    venture_place: PatternSet
    venture_owned: PatternSet
    venture_own: PatternSet
    venture_beside: PatternSet
    past_place: PatternSet
    now: PatternSet
    hiring: PatternSet
    suppose: PatternSet
    suppose_whole: PatternSet
    suppose_ahead: PatternSet
    suppose_time: PatternSet
    suppose_not: PatternSet
    moved_to: PatternSet
    echo: PatternSet
    echo_not: PatternSet
    alternation: PatternSet
    not_alternation: PatternSet
    wondering: PatternSet
    question: PatternSet
    question_end_not: PatternSet
    question_not: PatternSet
    question_core: PatternSet
    policy: PatternSet
    policy_opens: PatternSet
    policy_points: PatternSet
    policy_words: PatternSet
    policy_nouns: PatternSet
    policy_conditions: PatternSet
    past_after: PatternSet
    place_not_with: PatternSet
    role_subject: PatternSet
    role_after: PatternSet
    wish_after: PatternSet
    wish_before: PatternSet
    asserted: PatternSet
    revoked: PatternSet
    one_time: PatternSet
    wish_series: PatternSet
    first_hand: PatternSet
    by_means: PatternSet
    quotes: PatternSet
    generic: PatternSet
    dictation: Dictation
    retract: PatternSet
    place_before: tuple[str, ...]
    place_after: tuple[str, ...]
    place_led: tuple[str, ...]
    works_there: tuple[str, ...]
    place_of: tuple[str, ...]
    place_not_after: tuple[str, ...]
    owner_of: tuple[str, ...]
    prize_before: tuple[str, ...]
    prize_after: PatternSet
    prize_of: PatternSet
    authority_before: tuple[str, ...]
    authority_after: tuple[str, ...]
    own_bureau: PatternSet
    of_bureau: tuple[NumberPattern, ...]
    affirmed: frozenset[str]
    refused: frozenset[str]
    answer_fillers: Vocabulary[str]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All words, and the facts that they speak of.

    `yearly` tells of assessments by their times, and the word for a year that these stand for.
    """

    facts: Mapping[str, Fact]
    fact_words: Mapping[str, FactWords]
    titles: TitleWords
    units: UnitWords
    numbers: NumberWords
    reservations: ReservationWords
    revisions: RevisionWords
    findings: FindingWords
    persons: Persons
    negations: Negations
    cues: Cues
    commands: CommandWords
    questions: QuestionWords
    topics: Mapping[str, PatternSet]
    hints: Mapping[str, PatternSet]
    homophones: Mapping[str, str]
    misheard: Misheard
    misheard_numbers: MisheardNumbers
    yearly: tuple[PatternSet, str]
    spelled: Mapping[str, str]
    policy_grams: frozenset[str] = frozenset()
