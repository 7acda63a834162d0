"""One utterance laid out: clauses, persons, and what colours each stretch (question, wish, supposition, quotation)."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import Enum, auto
from functools import cached_property
from typing import Final

from assistant.domain.document import Span
from assistant.domain.fact import FactValue
from assistant.text.dates import DateMention, find_dates
from assistant.text.quantities import Quantity, find_quantities
from assistant.understanding.clauses import Clause, split
from assistant.understanding.lexicon import Lexicon
from assistant.understanding.patterns import Pattern, PatternSet
from assistant.understanding.trie import Found

GRAM: Final = 8
"""How many characters in a row must be those of a published text, for words to count as recited."""

_RECITAL: Final = 16
_NEAR: Final = 12
_WINDOW: Final = 60


@dataclass(frozen=True, slots=True)
class Context:
    """What the conversation knows when the words are said.

    `asked` is the fact just asked for; `known` the applicant's facts; `topic` the entitlements under discussion, first
    the nearest. `applicant` is who the facts are of, as said; empty for the speaker.
    """

    asked: str | None
    as_of: date
    known: Mapping[str, FactValue] = field(default_factory=dict)
    topic: tuple[str, ...] = ()
    applicant: str = ""


class Standing(Enum):
    """What a stretch of words is worth: a statement about the applicant, a supposition, or neither."""

    STATED = auto()
    SUPPOSED = auto()
    NOTHING = auto()


@dataclass(frozen=True)
class Scene:
    """An utterance in its context. `applicant` is whom the facts are of: empty for the speaker."""

    text: str
    lexicon: Lexicon
    context: Context
    applicant: str = ""

    @cached_property
    def quantities(self) -> tuple[Quantity, ...]:
        """The numbers that measure something, in order."""
        words = self.lexicon.numbers
        found = find_quantities(self.text, words.events, words.homophones)
        return tuple(quantity for quantity in found if quantity.kind != "reference")

    @cached_property
    def dates(self) -> tuple[DateMention, ...]:
        """The dates, in order."""
        return find_dates(self.text, self.context.as_of, self.lexicon.numbers.events)

    @cached_property
    def clauses(self) -> tuple[Clause, ...]:
        """The clauses, in order."""
        whole = [each.span for each in self.quantities] + [each.span for each in self.dates]
        return split(self.text, whole)

    @cached_property
    def _starts(self) -> list[int]:
        return [clause.span.start for clause in self.clauses]

    def clause_at(self, at: int) -> Clause:
        """The clause that holds a character, or the one before it."""
        return self.clauses[max(bisect_right(self._starts, at) - 1, 0)]

    def before(self, span: Span) -> str:
        """The words of the span's clause in front of it, as far as they can matter."""
        start = self.clause_at(span.start).span.start
        return self.text[max(start, span.start - _WINDOW) : span.start]

    def after(self, span: Span) -> str:
        """The words of the span's clause behind it, as far as they can matter."""
        end = max(self.clause_at(span.start).span.end, span.end)
        return self.text[span.end : min(end, span.end + _WINDOW)]

    @cached_property
    def _holders(self) -> dict[str, tuple[int, ...]]:
        return {}

    def clauses_for(self, pattern: Pattern) -> Iterable[int]:
        """The clauses, by index, that can hold a match of the pattern."""
        if not pattern.needed:
            return range(len(self.clauses))
        holders: set[int] = set()
        for word in pattern.needed:
            if word not in self._holders:
                held = word in self.text
                self._holders[word] = tuple(c.index for c in self.clauses if word in c.text) if held else ()
            holders.update(self._holders[word])
        return holders

    # -- who ---------------------------------------------------------------------------------------------------------

    @cached_property
    def persons(self) -> tuple[tuple[int, str], ...]:
        """Who becomes the one spoken of, where: the speaker is empty, nobody governed by a preposition counts."""
        words = self.lexicon.persons
        found = [(each.span, each.meaning) for each in words.others.find(self.text) if self._stands_free(each.span)]
        taken = [span for span, _ in found] + [each.span for each in words.not_first.find(self.text)]
        found = [each for each in found if not self.text.startswith(words.reports, each[0].end)]
        found += [(each.span, "") for each in words.first.find(self.text, taken) if self._is_speaker(each)]
        found += [(each.span, each.word) for each in words.third.find(self.text, taken)]
        subjects = [(span.end, who) for span, who in sorted(found) if not self._governed(span)]
        return tuple(subjects)

    def _stands_free(self, span: Span) -> bool:
        """Whether a word for a person is no part of a longer word."""
        names_speaker = any(self.text.startswith(word, span.start) for word in self.lexicon.persons.first)
        ahead = self.before(span)
        return names_speaker or not ahead or ahead.endswith(self.lexicon.persons.lead)

    def _is_speaker(self, found: Found[str]) -> bool:
        """Whether 自己 is the speaker: at the head of its clause, or behind 想; not in 单位能不能自己办."""
        words = self.lexicon.persons
        if found.word not in words.reflexive:
            return True
        ahead = self.before(found.span)
        return not ahead or ahead.endswith(words.reflexive_after)

    def _governed(self, span: Span) -> bool:
        ahead = self.text[: span.start]
        return any(ahead.endswith(word) for word in self.lexicon.persons.governed)

    @cached_property
    def _pronoun_is_applicant(self) -> bool:
        """Whether 她 can only be the one whom the talk is about: nobody else is named, and the speaker just reports."""
        words = self.lexicon.persons
        for end, who in self.persons:
            if who and who not in words.third and who != self.applicant:
                return False
            if not who and not self.applicant and not self.text.startswith(words.asks_for, end):
                return False
        return True

    def person_at(self, at: int) -> str:
        """Who is spoken of at a place: empty for the speaker, a pronoun, or the word for somebody else."""
        who = ""
        for end, person in self.persons:
            if end > at:
                break
            who = person
        return who

    def is_applicant(self, at: int) -> bool:
        """Whether what is said at a place is said of the applicant."""
        who = self.person_at(at)
        if who in self.lexicon.persons.third:
            return bool(self.applicant) or self._pronoun_is_applicant
        if not self.applicant:
            return who == "" and self.text not in self.lexicon.persons.not_me
        named = any(person == self.applicant for _, person in self.persons)
        spoken_for = who == "" and not named and (self.context.asked is not None or not self.has_first(at))
        return who == self.applicant or spoken_for

    def has_first(self, at: int) -> bool:
        """Whether the speaker names himself in the clause before a place."""
        clause = self.clause_at(at)
        return any(clause.span.start < end <= at and who == "" for end, who in self.persons)

    def has_person(self, clause: Clause) -> bool:
        """Whether the clause names the applicant, as 我 or as the one whom the talk is about."""
        return any(clause.span.start < end <= clause.span.end and self.is_applicant(end) for end, _ in self.persons)

    # -- colour ------------------------------------------------------------------------------------------------------

    def _spans(self, patterns: PatternSet, clause: Clause) -> list[Span]:
        start = clause.span.start
        return [Span(start + m.start(), start + m.end()) for m in patterns.find(clause.text)]

    @cached_property
    def _colours(self) -> dict[int, _Colour]:
        return {clause.index: self._colour(clause) for clause in self.clauses}

    def _colour(self, clause: Clause) -> _Colour:
        cues = self.lexicon.cues
        text = clause.text
        asks = clause.asks or self._sounds_asking(text)
        return _Colour(
            asks=asks,
            core=self._core(clause) if asks else None,
            hedge=self._first(cues.hedge, clause),
            unknown=text in cues.unknown,
            pending=_without(cues.alternation, text) in cues.pending,
            opinion=text in cues.opinion,
        )

    def _sounds_asking(self, text: str) -> bool:
        cues = self.lexicon.cues
        said = _without(cues.question_not, text)
        if said in cues.alternation:
            return True
        return text not in cues.question_end_not and said in cues.question

    def _first(self, patterns: PatternSet, clause: Clause) -> Span | None:
        match = patterns.search(clause.text)
        start = clause.span.start
        return None if match is None else Span(start + match.start(), start + match.end())

    def _core(self, clause: Clause) -> int:
        match = self.lexicon.cues.question_core.search(clause.text)
        return clause.span.start + (match.start() if match else 0)

    def colour(self, clause: Clause) -> _Colour:
        """What colours the whole clause."""
        return self._colours[clause.index]

    @cached_property
    def suppositions(self) -> tuple[Span, ...]:
        """Stretches under 要是: from the word to the end of its sentence, or of the clause that asks."""
        spans: list[Span] = []
        for clause in self.clauses:
            match = self.lexicon.cues.suppose.search(clause.text)
            if match is None:
                continue
            last = clause
            for later in self.clauses[clause.index :]:
                if later.sentence != clause.sentence:
                    break
                last = later
                if self.colour(later).asks:
                    break
            spans.append(Span(clause.span.start + match.start(), last.span.end))
        return tuple(spans)

    @cached_property
    def mentions_of_policy(self) -> tuple[Span, ...]:
        """Stretches that speak of the policy, not of a person: quotations, 那条, what a document says."""
        cues = self.lexicon.cues
        spans = [Span(m.start(), m.end()) for m in cues.quotes.find(self.text)]
        for clause in self.clauses:
            opened = cues.policy_opens.search(clause.text)
            found = self._spans(cues.policy, clause) if self._may_point(clause) else []
            if opened is not None:
                found.append(self._up_to_speaker(Span(clause.span.start + opened.start(), clause.span.end)))
            spans += [span for span in found if not self._names_speaker(span)]
        return (*spans, *self._recited)

    @cached_property
    def _recited(self) -> tuple[Span, ...]:
        """Clauses that recite a published text: from the first to the last of them in a sentence that share runs."""
        grams = self.lexicon.policy_grams
        shared = {
            at + offset
            for at in range(len(self.text) - GRAM + 1)
            if self.text[at : at + GRAM] in grams
            for offset in range(GRAM)
        }
        spans: list[Span] = []
        for sentence in {clause.sentence for clause in self.clauses}:
            reciting = [
                clause
                for clause in self.clauses
                if clause.sentence == sentence
                and len(shared.intersection(range(clause.span.start, clause.span.end))) >= GRAM
                and not self._names_speaker(clause.span)
            ]
            whole = sum(len(shared.intersection(range(each.span.start, each.span.end))) for each in reciting)
            asked_about = any(self.colour(each).asks for each in self.clauses)
            if whole >= _RECITAL or (reciting and asked_about and whole >= GRAM + 2):
                spans.append(Span(reciting[0].span.start, reciting[-1].span.end))
        return tuple(spans)

    def _may_point(self, clause: Clause) -> bool:
        """Whether 那种 points at the policy: not in a plain answer to what was just asked."""
        return self.context.asked is None or any(
            self.colour(each).asks for each in self.clauses if each.sentence == clause.sentence
        )

    def _up_to_speaker(self, span: Span) -> Span:
        """文件说的基层专技人员有没有我: what the document says, as far as the speaker comes in."""
        named = [end - 1 for end, who in self.persons if span.start < end <= span.end and who == ""]
        return Span(span.start, max(min(named, default=span.end), span.start))

    def _names_speaker(self, span: Span) -> bool:
        return any(span.start < end <= span.end and who == "" for end, who in self.persons)

    @cached_property
    def topics(self) -> tuple[tuple[Span, str], ...]:
        """Entitlements that the words name outright, in order."""
        found = [
            (span, topic)
            for topic, patterns in self.lexicon.topics.items()
            for clause in self.clauses
            for span in self._spans(patterns, clause)
        ]
        return tuple(sorted(found))

    def standing(self, span: Span, of_policy: bool = False) -> Standing:
        """What words in this place are worth, apart from negation. `of_policy`: they are meant to speak of a policy."""
        if self._tells_what_policy_gives(span):
            return Standing.NOTHING
        if not of_policy and (self._in_policy(span) or self._talks_policy(span)):
            return Standing.NOTHING
        if not self.is_applicant(span.start) or self.before(span) in self.lexicon.cues.role_subject:
            return Standing.NOTHING
        clause = self.clause_at(span.start)
        colour = self.colour(clause)
        if any(span.overlaps(supposed) for supposed in self.suppositions):
            return Standing.SUPPOSED
        if colour.unknown or (colour.hedge is not None and self._is_hedged(span, clause, colour.hedge)):
            return Standing.NOTHING
        if colour.asks and not self._said_before_asking(span, clause, colour):
            return Standing.NOTHING
        return Standing.STATED

    def _is_hedged(self, span: Span, clause: Clause, hedge: Span) -> bool:
        """A hedge covers what follows it, and at the end of a clause what stands right before it."""
        ends = hedge.end >= clause.span.end - 1 and span.end >= hedge.start - 1
        return span.end > hedge.start or ends

    def _in_policy(self, span: Span) -> bool:
        quoted = any(span.overlaps(policy) for policy in self.mentions_of_policy)
        return quoted or any(topic.start <= span.start and span.end <= topic.end for topic, _ in self.topics)

    def _tells_what_policy_gives(self, span: Span) -> bool:
        """连续考核优秀能破格参评: what stands before the grant is its condition, where no applicant is named."""
        cues = self.lexicon.cues
        if self.after(span) not in cues.policy_words:
            return False
        return not self.has_first(span.start) or self.before(span) in cues.by_means

    def _talks_policy(self, span: Span) -> bool:
        """Whether the clause is in the language of documents, and nobody speaks of himself."""
        if self.context.asked is not None or self.persons:
            return False
        return self.clause_at(span.start).text in self.lexicon.cues.policy_nouns

    def asserted(self, clause: Clause) -> bool:
        """Whether the clause says it of somebody, and does not just name a condition for the question that follows."""
        following = self.clauses[clause.index + 1 :]
        asks = any(self.colour(each).asks for each in following if each.sentence == clause.sentence)
        return not asks or self.has_person(clause) or clause.text in self.lexicon.cues.asserted

    def _said_before_asking(self, span: Span, clause: Clause, colour: _Colour) -> bool:
        if colour.core is None or span.end > colour.core:
            return False
        earlier = self.clauses[max(clause.index - 1, 0)]
        listed = earlier.index < clause.index and earlier.sentence == clause.sentence
        listed = listed and earlier.text not in self.lexicon.commands.filler_clause
        return self.has_person(clause) or (listed and not self.colour(earlier).asks)

    def negated(self, span: Span) -> bool:
        """Whether the words right before the span negate it; two negations cancel."""
        words = self.lexicon.negations
        before = self.before(span)[-_NEAR:]
        match = words.before.regex.search(before)
        if match is None:
            return False
        tail = before[max(match.start() - 3, 0) :]
        return not (words.not_negation.search(tail) or words.double.search(tail))

    @cached_property
    def corrects(self) -> bool:
        """Whether the utterance says that something said earlier was wrong."""
        return any(clause.text in self.lexicon.cues.correction for clause in self.clauses)

    def denies(self, *gaps: str) -> bool:
        """Whether the words in the gaps of a pattern negate it."""
        words = self.lexicon.negations
        count = 0
        for gap in gaps:
            if gap and words.inside.search(gap) and not words.not_negation.search(gap):
                count += 1 + bool(words.double.search(gap))
        return count % 2 == 1


@dataclass(frozen=True, slots=True)
class _Colour:
    asks: bool
    core: int | None
    hedge: Span | None
    unknown: bool
    pending: bool
    opinion: bool


def _without(patterns: PatternSet, text: str) -> str:
    for match in patterns.find(text):
        text = text.replace(match.group(), "，")
    return text
