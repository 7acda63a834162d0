"""Answers to questions: a decision where they are personal, the clause's words where they are not, or a refusal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from assistant.conversation.lookup import ELSEWHERE
from assistant.conversation.prospects import Prospects
from assistant.conversation.rulings import Rulings
from assistant.conversation.stage import Stage
from assistant.conversation.targets import MISSPELT, Found, Target, Targets
from assistant.dialogue.plan import Clarify, Describe, Hear, Reply, Suppose
from assistant.dialogue.state import names_something
from assistant.domain.answer import Block
from assistant.domain.document import ClauseId
from assistant.domain.encoding import decode
from assistant.domain.event import Event
from assistant.domain.utterance import WhatIf

VALIDITY: Final = "validity"
"""The other matter that what is published with a document can answer: whether it is in force."""
DESCRIBED: Final = 3
"""Of at most so many documents is anything said at a time."""


class Replies:
    """Replies to what was asked, on a stage."""

    def __init__(self, stage: Stage, targets: Targets, rulings: Rulings, prospects: Prospects) -> None:
        self._stage = stage
        self._targets = targets
        self._rulings = rulings
        self._prospects = prospects
        self._answered: set[ClauseId] = set()
        self._library = stage.composer.library
        self._say = stage.composer.library.wording.say

    def reply(self, step: Reply) -> Iterator[Event]:
        """Find what was asked about, and answer it."""
        state = self._stage.state
        if state.topic and step.ask.form == "supposition":
            yield from self._prospects.suppose(Suppose(WhatIf(quote=step.ask.text)))
            return
        if step.ask.form == "statement" and self._rulings.given():
            yield from self.clarify(Clarify(step.ask.text))
            return
        if state.topic and not names_something(step.ask):
            yield from self._rule(self._plainly_else_topic(step.whole), step.ask.time)
            return
        around = (step.whole, step.rest)
        found = self._targets.of(step.ask, state.as_of, around, step.stated, self._current())
        if not found.targets:
            yield from self._unanswered(step, found)
        for target in (target for target in found.targets if target.clause not in self._answered):
            self._answered.add(target.clause)
            if target.entitlements and (step.ask.personal or self._concerns(step.stated, target)):
                yield from self._rule(target.entitlements, step.ask.time)
            else:
                yield from self._inform(target)

    def hear(self, step: Hear) -> Iterator[Event]:
        """Take up facts that nobody asked about; a correction may overturn what was decided before.

        A question too misspelt to be known for one may plainly be about a clause all the same: that is quoted.
        """
        overturned, topic = self._rulings.overturned_before(), self._stage.state.topic
        if overturned and self._stage.before.asked is None:
            yield from self._rule(overturned)
            return
        yield from self._rulings.decide(overturned) if overturned else ()
        resumed = self._resumed(topic)
        if resumed:
            yield from self._rule(resumed)
            return
        if topic:
            yield from self._rulings.decide(topic, asked=False)
            return
        misspelt = self._sounds_asked(step.rest) or self._looked_up(step)
        told = self._told_by(self._told_outright())
        if misspelt is not None:
            yield from self._inform(misspelt)
        elif told and self._rulings.is_open(told):
            yield from self._rule(told)
        else:
            yield from self._prospects.survey(brief=True)

    def _sounds_asked(self, rest: str) -> Target | None:
        """What is plainly asked about in words that are too misspelt to be a question."""
        sounds = any(mark in rest for mark in self._library.wording.texts("sounds_asked"))
        return self._targets.plain(rest, self._stage.state.as_of, MISSPELT) if sounds else None

    def _looked_up(self, step: Hear) -> Target | None:
        """What words typed as into a search box are about, where those that state no fact are near to a clause."""
        as_of = self._stage.state.as_of
        if not step.keywords or self._targets.plain(step.rest, as_of, MISSPELT, alone=False) is None:
            return None
        return self._targets.plain(step.keywords, as_of, 0.0, alone=False)

    def _resumed(self, topic: tuple[str, ...]) -> tuple[str, ...]:
        """The one matter spoken of before the topic that was left open, where all that is told now is of that alone."""
        told = self._told_outright()
        if not topic or not told or told & self._facts_of(topic):
            return ()
        meant = tuple(name for name in self._rulings.left_open() if told <= self._facts_of((name,)))
        return meant if len(meant) == 1 else ()

    def _told_outright(self) -> frozenset[str]:
        """What was said now to be so or not so: it shows what somebody is after, as his age and years do not."""
        said = (change.fact for change in self._stage.draft.changes if change.op == "set")
        return frozenset(fact for fact in said if self._library.facts[fact].type == "boolean")

    def _rule(self, entitlements: tuple[str, ...], time: bool = False) -> Iterator[Event]:
        """Make these the topic, and decide them."""
        yield from self._stage.choose(entitlements)
        yield from self._rulings.decide(entitlements, time)

    def _plainly_else_topic(self, whole: str) -> tuple[str, ...]:
        """What the utterance around a bare question is plainly about, else what the talk was about."""
        plain = self._targets.plain(whole, self._stage.state.as_of)
        return plain.entitlements if plain is not None and plain.entitlements else self._stage.state.topic

    def _facts_of(self, entitlements: tuple[str, ...]) -> frozenset[str]:
        return frozenset(fact for name in entitlements for fact in self._library.facts_of(name))

    def _concerns(self, stated: frozenset[str], target: Target) -> bool:
        """Whether what was said in the same breath is about the target, and not about the matter under way."""
        topic = self._stage.before.topic
        if not stated & self._facts_of(target.entitlements):
            return False
        return bool(set(target.entitlements) & set(topic)) or not stated & self._facts_of(topic)

    def _current(self) -> ClauseId | None:
        """The clause that the last answer rests on."""
        last = self._stage.before.last
        cited = last["citations"][:1] if last is not None else []
        return next((decode(ClauseId, citation["clause"]) for citation in cited), None)

    def _asked_before(self, target: Target) -> bool:
        """Whether the last answer already quoted this clause, so that asking again asks for more than the words."""
        last = self._stage.before.last
        same = self._current() == target.clause and set(target.entitlements) <= set(self._stage.before.topic)
        return last is not None and last["act"] == "information" and same

    def _inform(self, target: Target) -> Iterator[Event]:
        stage, draft = self._stage, self._stage.draft
        draft.acts.append("information")
        again = self._current() == target.clause
        yield from stage.say(draft.retrieved.clause(target.clause, target.sentence, target.entitlements, again))
        if target.also is not None:
            yield from stage.say(draft.retrieved.also(target.also.clause, target.also.sentence))
        if target.entitlements and stage.before.asked is None:
            yield from stage.choose(target.entitlements)
            if self._asked_before(target):
                stage.asking = True
            elif not stage.asking:
                yield from stage.say(draft.speech.plain("offer", "offer.check"))
        draft.suggest([*self._prospects.checks(target.entitlements), self._say("suggest.list")])

    def _unanswered(self, step: Reply, found: Found) -> Iterator[Event]:
        """Nothing in the corpus answers: what is named for oneself is decided, a question without content put back.

        A fact told in a question of another matter (我的考核优秀没进档案怎么办) opens nothing that is not also named.
        """
        topic = self._stage.state.topic
        told = self._told_by(step.stated)
        if step.ask.personal and step.ask.entitlements and not step.ask.time:
            yield from self._rule(step.ask.entitlements)
        elif step.ask.personal and told and not self._elsewhere(step, found, told):
            yield from self._rule(told, step.ask.time)
        elif step.ask.personal and (step.stated or not step.ask.text or found.verdict == "contentless"):
            if topic:
                yield from self._rulings.decide(topic, step.ask.time)
            else:
                known = step.stated or self._stage.state.applicant.facts
                yield from self._prospects.survey(brief=True) if known else self.clarify(Clarify())
        elif found.verdict == "contentless" or _is_noise(step, found):
            yield from self.clarify(Clarify(step.ask.text))
        elif VALIDITY in found.topics:
            yield from self.describe(Describe(VALIDITY))
        else:
            yield from self._refuse(found)

    def _elsewhere(self, step: Reply, found: Found, told: Sequence[str]) -> bool:
        """Whether the question, and the utterance around it, are about another matter than what was `told` is of."""
        if found.verdict not in ELSEWHERE or set(told) <= set(step.ask.entitlements):
            return False
        return self._targets.plain(step.whole, self._stage.state.as_of, 0.0, alone=False) is None

    def describe(self, step: Describe) -> Iterator[Event]:
        """Say it of the document last quoted, else of those that there are; it rests on no clause."""
        stage, documents, current = self._stage, self._library.documents, self._current()
        last = [document for document in documents if current is not None and document.id == current.document]
        stage.draft.acts.append("information")
        stage.draft.suggest([self._say("suggest.list"), self._say("suggest.person")])
        yield from stage.say(stage.draft.speech.described(step.side, (last or documents)[:DESCRIBED]))

    def _told_by(self, stated: frozenset[str]) -> tuple[str, ...]:
        """The one entitlement that alone cares for a fact that was said, if there is one."""
        needing = [self._library.needing(fact) for fact in stated]
        alone = {names[0] for names in needing if len(names) == 1}
        return tuple(alone) if len(alone) == 1 else ()

    def clarify(self, step: Clarify) -> Iterator[Event]:
        """Say what was not understood, and how to go on; the second time running a person is offered instead."""
        stage, draft = self._stage, self._stage.draft
        found = self._targets.plain(step.text, stage.state.as_of) if _are_key_words(step.text) else None
        if found is not None:
            yield from self._inform(found)
            return
        draft.acts.append("clarify")
        in_mid_flow = [self._say(f"suggest.{key}") for key in ("dont_know", "why", "person")]
        standing = in_mid_flow if stage.before.asked else self._library.wording.texts("clarify.suggestions")
        draft.suggest(step.options or standing)
        if stage.before.puzzled:
            draft.handoff = draft.speech.offer("puzzled")
        if self._rulings.given() and stage.before.asked is None and step.text and not step.options:
            yield from stage.say(self._not_counted(step.text))
        elif stage.before.puzzled == 1 and not step.options:
            yield from stage.say(draft.speech.plain("handoff", "handoff.puzzled"))
        else:
            yield from stage.say(draft.speech.clarify(step.text, step.options, stage.before.asked is None))

    def _not_counted(self, text: str) -> Block:
        """Something said after a decision was not understood: what that rests on, so that it can be put right."""
        needed, facts = self._facts_of(self._rulings.given()), self._stage.state.applicant.facts
        known = [(fact, known.value) for fact, known in facts.items() if fact in needed]
        return self._stage.draft.speech.not_counted(text, known, again=self._stage.before.puzzled > 0)

    def _refuse(self, found: Found) -> Iterator[Event]:
        draft = self._stage.draft
        draft.acts.append("out_of_scope")
        draft.handoff = draft.speech.offer("out_of_scope")
        nearest = found.nearby[:1]
        nearby = [self._say("suggest.clause", clause=self._library.name(clause)) for clause in nearest]
        draft.suggest([*nearby, self._say("suggest.list"), self._say("suggest.person")])
        refused = (self._stage.before.last or {}).get("act") == "out_of_scope"
        yield from self._stage.say(draft.speech.refusal(found.verdict, found.missing, refused))
        yield from (event for clause in nearest for event in self._stage.say(draft.speech.near(clause)))


def _are_key_words(text: str) -> bool:
    """Whether the words stand apart, as in a search box."""
    return text.count(",") > 0


def _is_noise(step: Reply, found: Found) -> bool:
    """Whether nothing is asked in words that nothing here has: not understood, rather than out of scope."""
    return step.ask.form in ("words", "statement") and found.verdict == "not_covered" and not found.familiar
