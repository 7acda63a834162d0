"""What a question is like: whether yes or no answers it, and whether it is about the applicant's own case."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from assistant.understanding.clauses import Clause
from assistant.understanding.command_words import QuestionWords
from assistant.understanding.lexicon import Lexicon
from assistant.understanding.patterns import PatternSet
from assistant.understanding.scene import Scene


def part(text: str, lexicon: Lexicon) -> str:
    """Questions run together, with commas for the words that join them; every character keeps its place."""
    cues = lexicon.cues
    for match in lexicon.questions.joins.find(text):
        before, after = text[: match.start()], text[match.end() :]
        if all(side in cues.question or side in cues.alternation for side in (before, after)):
            text = f"{before}{',' * len(match.group())}{after}"
    return text


@dataclass(frozen=True)
class Question:
    """One question: the clause that asks, and the clauses around it that tell whom it concerns."""

    scene: Scene
    asking: Clause
    around: Sequence[Clause] = ()

    def of(self, asking: Clause) -> Question:
        """The question that another of the clauses around it asks; whom they concern is not read again."""
        other = replace(self, asking=asking)
        other.__dict__.update({name: getattr(self, name) for name in ("_text", "_about_me", "concerns_person")})
        return other

    @property
    def asks(self) -> bool:
        """Whether the last clause asks at all, or bids to be told; a bare wish or a topic does not."""
        return self.asking.index in self.scene.asking

    @property
    def inquires(self) -> bool:
        """Whether the last clause says what it wants to know about: 我想问某某的事."""
        return self.asking.index in self.scene.inquiring

    @property
    def words(self) -> QuestionWords:
        """The words by which questions are told apart."""
        return self.scene.lexicon.questions

    @property
    def wants_content(self) -> bool:
        """Whether it asks what, how or who, so that neither yes nor no answers it."""
        return self.asking.index in self.scene.wanting_content

    @cached_property
    def of_a_case(self) -> bool:
        """Whether it asks or wishes something for a person, and not about the policy in general."""
        words = self.words
        if self._about_me:
            return True
        if self.wants_content:
            return self._last in words.lacking and self.concerns_person
        if self._last in words.consequence:
            return False
        if self._wishes:
            return True
        return self.asks and (self.concerns_person or self._leaves_subject_out(words.getting))

    @property
    def weighs(self) -> bool:
        """Whether it asks how it stands, in words that name nothing: 行不行, 咋办."""
        return self.asks and (not self.wants_content or self._last in self.words.lacking)

    @cached_property
    def concerns_person(self) -> bool:
        """Whether it speaks of the speaker, or of somebody else by a word for a person."""
        persons = self.scene.lexicon.persons
        if any(True for _ in persons.third.find(self._text)):
            return True
        if any(who for clause in self._clauses for _, who in self.scene.persons_in.get(clause.index, ())):
            return True
        return self.words.not_speaker.blank(self._text) in self.words.speaker

    @property
    def of_others(self) -> bool:
        """Whether its subject is an institution or a kind of people, and no single person is spoken of."""
        if not self.asks or self.concerns_person:
            return False
        turn = self.scene.lexicon.cues.question_core.search(self._last)
        return turn is not None and self._last[: turn.start()] in self.words.somebody_else

    @property
    def _wishes(self) -> bool:
        words = self.words
        return self._leaves_subject_out(words.wish) or (self._text in words.wish and self.concerns_person)

    def _leaves_subject_out(self, predicate: PatternSet) -> bool:
        """Whether such a predicate stands in the last clause without anybody else as its subject."""
        match = predicate.search(self._last)
        if match is None:
            return False
        head = self._last[: match.start()]
        if any(True for _ in self.scene.lexicon.units.institutions.find(head)):
            return False
        return head not in self.words.somebody_else

    @property
    def _last(self) -> str:
        return self.scene.unframed[self.asking.index]

    @cached_property
    def _clauses(self) -> list[Clause]:
        others = (clause for clause in self.around if clause.index != self.asking.index)
        return sorted((*others, self.asking), key=lambda clause: clause.index)

    @cached_property
    def _about_me(self) -> bool:
        return self._text in self.words.about_me

    @cached_property
    def _text(self) -> str:
        return ",".join(self.scene.unframed[clause.index] for clause in self._clauses)
