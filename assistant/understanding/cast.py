"""Who is spoken of where: the speaker, the applicant, or somebody else."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property

from assistant.domain.document import Span
from assistant.understanding.clauses import Clause
from assistant.understanding.layout import Layout
from assistant.understanding.trie import Found


@dataclass(frozen=True)
class Cast(Layout):
    """A layout that knows its persons."""

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
        governed = any(ahead.endswith(word) for word in self.lexicon.persons.governed)
        return governed or self.before(span) in self.lexicon.persons.objects

    @cached_property
    def _pronoun_is_applicant(self) -> bool:
        """Whether 她 can only be the one whom the talk is about: nobody else is named, and the speaker just reports."""
        words = self.lexicon.persons
        for end, who in self.persons:
            if who and who not in words.third and who != self.applicant:
                return False
            asks = self.text.startswith(words.asks_for, end) or self.text.endswith(words.relayed, 0, end)
            if not who and not self.applicant and not asks:
                return False
        return True

    def person_at(self, at: int) -> str:
        """Who is spoken of at a place: empty for the speaker, a pronoun, or the word for somebody else."""
        index = bisect_right(self._ends, at)
        return self.persons[index - 1][1] if index else ""

    @cached_property
    def _ends(self) -> list[int]:
        return [end for end, _ in self.persons]

    @cached_property
    def _speakers(self) -> list[int]:
        """Where the words end with which the speaker names himself."""
        return sorted(end for end, who in self.persons if who == "")

    def _named_between(self, start: int, end: int) -> bool:
        """Whether the speaker names himself with words that end behind `start`, at `end` at the latest."""
        return bisect_right(self._speakers, start) < bisect_right(self._speakers, end)

    def names_others(self, clause: Clause) -> bool:
        """Whether any word for somebody else stands in the clause."""
        if clause.index not in self._others:
            found = self.lexicon.persons.others.find(clause.text)
            self._others[clause.index] = next(found, None) is not None
        return self._others[clause.index]

    @cached_property
    def _others(self) -> dict[int, bool]:
        return {}

    def is_applicant(self, at: int) -> bool:
        """Whether what is said at a place is said of the applicant."""
        who = self.person_at(at)
        if who in self.lexicon.persons.third:
            return bool(self.applicant) or self._pronoun_is_applicant
        if not self.applicant:
            return who == "" and not self.disowned
        if self._leads_to_applicant(at):
            return True
        if who == "" and self.disowned:
            return False  # 我自己三十三,就是帮老爷子跑个腿
        named = any(person == self.applicant for _, person in self.persons)
        spoken_for = who == "" and not named and (self.context.asked is not None or not self.has_first(at))
        return who == self.applicant or spoken_for

    def _leads_to_applicant(self, at: int) -> bool:
        """我们镇中心校的王老师: whether the words stand in a unit's name that leads up to the applicant's."""
        clause = self.clause_at(at)
        if not any(who == self.applicant and end > at for end, who in self.persons_in.get(clause.index, ())):
            return False
        name = next((each for each in self.lexicon.persons.others.find(clause.text)), None)
        if name is None or name.meaning != self.applicant or at >= clause.span.start + name.span.start:
            return False
        ahead = clause.text[: name.span.start]
        ends = {len(ahead.removesuffix(word)) for word in ("", *self.lexicon.persons.lead)}
        return any(unit.span.end in ends for unit in self.lexicon.units.institutions.find(ahead))

    @cached_property
    def disowned(self) -> bool:
        """Whether the speaker says that it is not about himself."""
        return self.text in self.lexicon.persons.not_me

    def has_first(self, at: int) -> bool:
        """Whether the speaker names himself in the clause before a place."""
        clause = self.clause_at(at)
        return self._named_between(clause.span.start, at)

    def named_in_breath(self, at: int) -> bool:
        """Whether the speaker names himself before a place, in its clause or in those that no mark parts from it."""
        index = self.clause_at(at).index
        while index > 0 and self.clauses[index - 1].span.end == self.clauses[index].span.start:
            index -= 1
        return self._named_between(self.clauses[index].span.start, at)

    def names_speaker(self, span: Span) -> bool:
        """Whether the speaker names himself in the span."""
        return self._named_between(span.start, span.end)

    def has_person(self, clause: Clause) -> bool:
        """Whether the clause names the applicant, as 我 or as the one whom the talk is about."""
        return any(self.is_applicant(end) for end, _ in self.persons_in.get(clause.index, ()))

    @cached_property
    def persons_in(self) -> dict[int, list[tuple[int, str]]]:
        """The persons by the clauses, their index, in which they are named."""
        named: dict[int, list[tuple[int, str]]] = {}
        for end, who in self.persons if self.clauses else ():
            clause = self.clause_at(end - 1)
            if clause.span.start < end <= clause.span.end:
                named.setdefault(clause.index, []).append((end, who))
        return named
