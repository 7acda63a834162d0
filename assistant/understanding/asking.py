"""Finds the questions of an utterance: what each asks, whether for oneself, and what it names outright."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import takewhile
from operator import attrgetter
from typing import Final

from assistant.domain.document import Span
from assistant.domain.utterance import Ask
from assistant.understanding.claims import Claim
from assistant.understanding.clauses import Clause
from assistant.understanding.measures import fits
from assistant.understanding.naming import numbers_named, topics_hinted, topics_named
from assistant.understanding.questions import Question
from assistant.understanding.scene import Scene

_SUPPOSED: Final = 2


@dataclass(frozen=True)
class Asking:
    """The questions of one utterance; `used` are clauses that other commands or small talk have taken."""

    scene: Scene
    claims: Sequence[Claim]
    used: frozenset[int]

    def questions(self) -> tuple[Ask, ...]:
        """One Ask a question, in order; a topic named without a question mark is asked about too."""
        asks: list[Ask] = []
        topic: list[Clause] = []
        for clause in self.scene.clauses:
            if clause.index in self.used:
                continue
            if self._asks(clause):
                ask = self._ask([*topic, clause])
                if asks and not topic and self._continues(ask, clause):
                    asks[-1] = replace(asks[-1], personal=True, time=asks[-1].time or ask.time)
                elif asks and not topic and not asks[-1].clauses and self._points_back(clause):
                    asks[-1] = replace(asks[-1], text=f"{asks[-1].text},{clause.text}")
                else:
                    asks.append(ask)
                topic = []
            elif self._belongs(clause, topic):
                topic.append(clause)
        if any(self._names_topic(clause) or (self._wishes(clause) and self._has_content(clause)) for clause in topic):
            named = self._ask(topic)
            if asks and not asks[-1].clauses and named.clauses and not self.content(topic):
                asks[-1] = replace(asks[-1], clauses=named.clauses)
            elif not asks or self._fresh(named, asks):
                asks.append(named)
        return tuple(asks)

    def _belongs(self, clause: Clause, topic: Sequence[Clause]) -> bool:
        """Whether a clause that asks nothing tells what is asked about: a name, a wish, content, or 我 behind these."""
        if self._names_topic(clause) or (self._wishes(clause) and (topic or self._has_content(clause))):
            return True
        if self._states(clause):
            return False
        return self.scene.has_person(clause) if topic else self._has_content(clause)

    def _wishes(self, clause: Clause) -> bool:
        """Whether the clause wishes for more than it states: a wish for a grade is a fact, a wish for a grant asks."""
        if not Question(self.scene, clause).of_a_case:
            return False
        if not self._states(clause):
            return True
        return self.scene.context.asked is None and clause.text in self.scene.lexicon.cues.policy_words

    def _continues(self, ask: Ask, clause: Clause) -> bool:
        """…能不能办,我想问问自己够不够: the second question names nothing and goes on with the first."""
        carries_on = clause.text in self.scene.lexicon.questions.carries_on  # …能破格,我够年头没
        if clause.index == 0 or (ask.text and not carries_on) or ask.entitlements or ask.clauses:
            return False
        earlier = self.scene.clauses[clause.index - 1]
        return earlier.sentence == clause.sentence and self.scene.colour(earlier).asks

    def _points_back(self, clause: Clause) -> bool:
        """怎样让大伙都知道,这是谁的职责: the second question asks a side of the first, right in front of it."""
        earlier = self.scene.clauses[clause.index - 1]
        led = earlier.sentence == clause.sentence and self._asks(earlier) and not self.scene.topics_in.get(clause.index)
        return led and clause.text in self.scene.lexicon.questions.points_back

    def _fresh(self, named: Ask, asks: Sequence[Ask]) -> bool:
        known_clauses = {number for ask in asks for number in ask.clauses}
        known_topics = {entitlement for ask in asks for entitlement in ask.entitlements}
        return bool(set(named.clauses) - known_clauses) or bool(set(named.entitlements) - known_topics)

    def _asks(self, clause: Clause) -> bool:
        return clause.index in self._asking

    @cached_property
    def _asking(self) -> frozenset[int]:
        """The clauses that ask, by index."""
        return frozenset(clause.index for clause in self.scene.clauses if self._is_question(clause))

    def _is_question(self, clause: Clause) -> bool:
        colour = self.scene.colour(clause)
        if colour.pending or clause.index not in self.scene.asking or self._left_open(clause):
            return False
        if colour.unknown:
            return self._names_topic(clause)
        return not self._supposes_only(clause)

    def _left_open(self, clause: Clause) -> bool:
        """效益算不算显著,评审机构还没定: open, as is said right behind in an answer: not asked."""
        behind = self.scene.clauses[clause.index + 1 : clause.index + 2]
        if self.scene.context.asked is None or not behind or behind[0].sentence != clause.sentence:
            return False
        colour = self.scene.colour(behind[0])
        return (colour.pending or colour.unknown) and not colour.asks and not self._names_topic(clause)

    def _supposes_only(self, clause: Clause) -> bool:
        """要是再干两年呢: a supposition with nothing else to ask."""
        if not any(clause.span.overlaps(span) for span in self.scene.suppositions) and not self._passes(clause):
            return False
        if not self._states(clause) and not self._passes(clause):
            return False
        return not self._names_topic(clause) and len(self.content((clause,))) <= _SUPPOSED

    def _passes(self, clause: Clause) -> bool:
        passing = self.scene.lexicon.numbers.passing
        lengths = [each.span for each in self.scene.quantities_in.get(clause.index, ())]
        return any(fits(kind.patterns, span, self.scene) for span in lengths for kind in passing)

    @cached_property
    def _claims_in(self) -> Mapping[int, Sequence[Claim]]:
        """The claims by the clauses, their index, in which their words stand."""
        return self.scene.by_clause(self.claims, attrgetter("span"))

    def _states(self, clause: Clause) -> bool:
        return clause.index in self._claims_in

    def _names_topic(self, clause: Clause) -> bool:
        topics = self.scene.topics_in.get(clause.index, ())
        named = [span for span, topic in topics if not self._belongs_to_claim(topic, clause)]
        claimed = [claim.span for claim in self._claims_in.get(clause.index, ())]
        free = [span for span in named if not any(span.overlaps(claim) for claim in claimed)]
        return bool(free) or bool(numbers_named(self.scene, clause))

    def _belongs_to_claim(self, topic: str, clause: Clause) -> bool:
        """Whether the topic is part of what is stated: so-and-so has granted it."""
        words = self.scene.lexicon.fact_words
        claims = self._claims_in.get(clause.index, ())
        return not self.scene.colour(clause).asks and any(topic in words[claim.fact].topics for claim in claims)

    def _has_content(self, clause: Clause) -> bool:
        return bool(self.content((clause,)))

    def content(self, clauses: Sequence[Clause]) -> str:
        """What the clauses say beyond facts, references and words that name nothing."""
        words = self.scene.lexicon.commands
        rest = ""
        for clause in clauses:
            if clause.text in words.filler_clause:
                continue
            text = list(clause.text)
            for span in self._told(clause):
                for at in range(max(span.start, clause.span.start), min(span.end, clause.span.end)):
                    text[at - clause.span.start] = " "
            rest += "".join(text) + " "
        return words.vague.without(rest).replace(" ", "")

    def _told(self, clause: Clause) -> Iterator[Span]:
        for claim in self._claims_in.get(clause.index, ()):
            yield claim.span
        for quantity in self.scene.quantities_in.get(clause.index, ()):
            yield quantity.span
        for person in self.scene.lexicon.persons.others.find(clause.text):
            yield Span(clause.span.start + person.span.start, clause.span.start + person.span.end)
        start, lexicon = clause.span.start, self.scene.lexicon
        for patterns in (lexicon.commands.clause_reference, lexicon.cues.suppose, lexicon.questions.frames):
            for match in patterns.find(clause.text):
                yield Span(start + match.start(), start + match.end())

    def _ask(self, clauses: Sequence[Clause]) -> Ask:
        text = ",".join(clause.text for clause in clauses)
        named = topics_named(self.scene, clauses)
        references = tuple(dict.fromkeys(number for clause in clauses for number in numbers_named(self.scene, clause)))
        vague = not named and not self.content(clauses)
        personal = self._personal(clauses, bool(named or references), vague)
        if vague and not references:
            named = topics_named(self.scene, self._around(clauses))
        if personal and not named and not references:
            named = topics_hinted(self.scene, self._around(clauses))
        return Ask(
            text="" if vague and not references else text,
            personal=personal,
            entitlements=named,
            clauses=references,
            time=text in self.scene.lexicon.commands.time,
        )

    def _around(self, clauses: Sequence[Clause]) -> Sequence[Clause]:
        """The question with the clauses that lead up to it: 他们想让我这么办,行不行."""
        around: list[Clause] = []
        for clause in reversed(self.scene.clauses[: clauses[-1].index + 1]):
            if clause.index in self.used or (clause.index < clauses[0].index and self._asks(clause)):
                break
            around.append(clause)
        return around[::-1]

    def _behind(self, asking: Clause) -> Sequence[Clause]:
        """The clauses behind a question that ask nothing themselves: …能不能办,我是新来的; 专利能顶论文不?我评职称用.

        Those of the next sentence are of the question where the applicant is named in it, and nothing stated.
        """
        behind: list[Clause] = []
        for clause in self.scene.clauses[asking.index + 1 :]:
            apart = clause.sentence != asking.sentence
            if self._asks(clause) or (apart and (self._states(clause) or not self.scene.has_person(clause))):
                break
            behind.append(clause)
        return behind

    def _personal(self, clauses: Sequence[Clause], named: bool, vague: bool) -> bool:
        asking = clauses[-1]
        ahead = reversed(self.scene.clauses[: asking.index])
        said_with_it = takewhile(lambda clause: clause.sentence == asking.sentence, ahead)
        around = {*said_with_it, *self._around(clauses), *self._behind(asking)}
        question = Question(self.scene, asking, tuple(around))
        if question.of_a_case or (vague and question.weighs):
            return True
        words = self.scene.lexicon.questions
        turned = bool(self.scene.context.known) and asking.text in words.turned
        told = (clause for clause in around if clause is not asking and not self._asks(clause))
        if named and (turned or any(clause.text in words.of_oneself for clause in told)):
            return True
        if question.wants_content:
            return False
        said = any(claim.source == "said" for claim in self.claims) and not question.of_others
        return (said and (named or question.asks)) or (named and not question.asks and question.concerns_person)
