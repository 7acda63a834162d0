"""What the words of a clause want to know, whomever it concerns."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from assistant.understanding.chat import Chat
from assistant.understanding.clauses import Clause


@dataclass(frozen=True)
class Inquiry(Chat):
    """A layout with small talk that tells which clauses ask, and what kind of answer they want."""

    @cached_property
    def unframed(self) -> tuple[str, ...]:
        """The clauses, by index, with blanks for words that only lead up to a question."""
        return tuple(self.lexicon.questions.frames.blank(clause.text) for clause in self.clauses)

    @cached_property
    def inquiring(self) -> frozenset[int]:
        """The clauses, by index, that say what they want to know about: 我想问某某的事."""
        inquiry = self.lexicon.questions.inquiry
        named = (clause for clause in self.clauses_with(inquiry) if clause.text in inquiry)
        return frozenset(clause.index for clause in named if not self.colour(clause).asks)

    @cached_property
    def asking(self) -> frozenset[int]:
        """The clauses, by index, that ask at all, or bid to be told; a bare wish or a topic does not."""
        demand = self.lexicon.questions.demand
        bids = (clause.index for clause in self.clauses_with(demand) if clause.text in demand)
        return self.inquiring.union(bids, (each.index for each in self.clauses if self.colour(each).asks))

    @cached_property
    def wanting_content(self) -> frozenset[int]:
        """The clauses, by index, that ask what, how or who, so that neither yes nor no answers them."""
        return self.inquiring.union(clause.index for clause in self.clauses if self._wants_content(clause))

    def _wants_content(self, clause: Clause) -> bool:
        cues, words = self.lexicon.cues, self.lexicon.questions
        asking = self.unframed[clause.index]
        for patterns in (words.indefinite, cues.unknown, cues.question_not):
            asking = patterns.blank(asking)
        turns = [match.end() for match in cues.alternation.find(asking)]
        return asking[max(turns, default=0) :] in words.content
