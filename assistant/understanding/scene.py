"""An utterance as it is read: what each stretch of its words is worth."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum, auto
from functools import cached_property
from typing import Final, Self

from assistant.domain.document import Span
from assistant.understanding.clauses import Clause
from assistant.understanding.inquiry import Inquiry
from assistant.understanding.layout import LENGTHS, Context
from assistant.understanding.places import Places
from assistant.understanding.tone import Colour

__all__ = ["Context", "Scene", "Standing"]

_TAIL: Final = 2
"""So many characters may stand between what is said and a doubt at the end (that of mine, it may be)."""
WHOEVER: Final = (
    *("quantities", "dates", "year_lists", "number_spans", "clauses", "_starts", "_holders", "persons", "_colours"),
    *("sentences", "asking_sentences", "_matching", "quantities_in", "persons_in", "topics_in", "date_starts"),
    *("_topic_places", "_mention_places", "_supposed_places", "_unbroken"),
    *("corrects", "suppositions", "mentions_of_policy", "topics", "unframed", "inquiring", "asking", "wanting_content"),
)
"""What of a scene is the same, whoever the applicant is."""


class Standing(Enum):
    """What a stretch of words is worth: a statement about the applicant, a supposition, or neither."""

    STATED = auto()
    SUPPOSED = auto()
    NOTHING = auto()


@dataclass(frozen=True)
class Scene(Inquiry):
    """The whole of it: layout, persons, tone, talk of the policy, small talk, and what is asked."""

    def told_of(self, applicant: str) -> Self:
        """The same words, with the facts of somebody else: what does not hang on whose they are is not read again."""
        other = replace(self, applicant=applicant)
        other.__dict__.update({name: self.__dict__[name] for name in WHOEVER if name in self.__dict__})
        return other

    def standing(self, span: Span, of_policy: bool = False) -> Standing:
        """What words in this place are worth, apart from negation. `of_policy`: they are meant to speak of a policy."""
        if self.tells_what_policy_gives(span):
            return Standing.NOTHING
        if not of_policy and (self.in_policy(span) or self.talks_policy(span)):
            return Standing.NOTHING
        cues = self.lexicon.cues
        if not self.is_applicant(span.start) or self.before(span) in cues.role_subject:
            return Standing.NOTHING
        if self.after(span) in cues.role_after:
            return Standing.NOTHING
        clause = self.clause_at(span.start)
        if self._names_kind(clause) or self.recites(span):
            return Standing.NOTHING
        colour = self.colour(clause)
        if self.in_policy(span) and clause.text in cues.policy_points:
            return Standing.NOTHING
        if any(self._supposed_places.overlapping(span)):
            return Standing.SUPPOSED
        if colour.unknown or (colour.hedge is not None and self._is_hedged(span, clause, colour.hedge)):
            return Standing.NOTHING
        if colour.asks and not self._said_before_asking(span, clause, colour):
            return Standing.NOTHING
        return Standing.STATED

    def _names_kind(self, clause: Clause) -> bool:
        """单位选派下乡的人,工资还保留吗: whether it names a kind of people, of whom the next clauses ask or tell."""
        if not self.says(self.lexicon.cues.generic, clause) or self.has_person(clause):
            return False
        following = self.following(clause)
        asked = any(self.colour(each).asks for each in following[:1])
        return asked or any(self.says(self.lexicon.cues.policy_words, each) for each in following)

    def length_at(self, span: Span) -> float | None:
        """The length of time told in or behind a span of the same clause."""
        clause = self.clause_at(span.start)
        told = [each for each in self.quantities_in.get(clause.index, ()) if each.kind in LENGTHS]
        return next((each.value for each in told if span.start <= each.span.start < clause.span.end), None)

    @cached_property
    def _supposed_places(self) -> Places:
        return Places(self.suppositions)

    @cached_property
    def interruptions(self) -> tuple[Span, ...]:
        """Where the words tell that years of work were interrupted: 中间断过两年, and not 中间没断过, 不间断16年."""
        service = self.lexicon.numbers.service
        found: list[Span] = []
        for clause in self.clauses_with(service.breaks):
            unbroken = Places(self.spans(service.continuous_cues, clause))
            told = (span for span in self.spans(service.breaks, clause) if not any(unbroken.overlapping(span)))
            found += [each for each in told if self.standing(each) is Standing.STATED and not self.negated(each)]
        return tuple(found)

    @cached_property
    def _unbroken(self) -> dict[int, Places]:
        return {}

    def unbroken(self, clause: Clause) -> Places:
        """Where the clause says that the years were not interrupted: 一直, 没断过, and not 不连续."""
        if clause.index not in self._unbroken:
            cues = self.spans(self.lexicon.numbers.service.continuous_cues, clause)
            self._unbroken[clause.index] = Places(span for span in cues if not self.negated(span))
        return self._unbroken[clause.index]

    def _is_hedged(self, span: Span, clause: Clause, hedge: Span) -> bool:
        """A hedge covers what follows it, and at the end of a clause what stands right before it."""
        ends = hedge.end >= clause.span.end - 1 and span.end >= hedge.start - _TAIL
        return span.end > hedge.start or ends

    def asserted(self, clause: Clause) -> bool:
        """Whether the clause says it of somebody, and does not just name a condition for the question that follows."""
        asks = any(self.colour(each).asks for each in self.following(clause))
        named = self.has_person(clause) or clause.text in self.lexicon.cues.asserted
        return not asks or named or self._is_noted_down(clause)

    def _is_noted_down(self, clause: Clause) -> bool:
        """三支一扶 中级 我行不: a note of the applicant's case, set apart by blanks, with the question behind it."""
        apart = not self.text[clause.span.end : clause.span.end + 1].strip()
        return apart and any(self.has_person(each) for each in self.following(clause))

    def _said_before_asking(self, span: Span, clause: Clause, colour: Colour) -> bool:
        if colour.core is None or span.end > colour.core:
            return False
        earlier = self.clauses[max(clause.index - 1, 0)]
        listed = earlier.index < clause.index and earlier.sentence == clause.sentence
        listed = listed and earlier.text not in self.lexicon.commands.filler_clause
        return self.has_person(clause) or (listed and not self.colour(earlier).asks)
