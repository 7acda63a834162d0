"""A turn under way: its events with their numbers, the state that they fold to, and the draft of the answer."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any, Final

from assistant.answering.compose import Composer, Known
from assistant.dialogue.applicant import Applicant, differences
from assistant.dialogue.state import State, apply
from assistant.domain.answer import Act, Block, Question
from assistant.domain.encoding import encode
from assistant.domain.event import Event, EventType
from assistant.domain.fact import KnownFact
from assistant.domain.proof import Decision

PERSONAL: Final = ("conclusion", "question", "missing", "offer")
"""The kinds of blocks that speak of the applicant as 您."""


class Stage:
    """Events leave in the order in which things are said; each is folded into `state` as it leaves.

    `before` is the state at the end of the turn before. `asking` says whether the turn ends with a question, if there
    is one, `digressing` whether it leaves the question before it unanswered; `put_off` is a fact that it does not ask
    for.
    """

    def __init__(self, state: State, turn: int, number: int, composer: Composer) -> None:
        self.before = state
        self.state = state
        self.composer = composer
        self.draft = composer.draft()
        self._turn = turn
        self._number = number
        self.asking = False
        self.digressing = False
        self.put_off: str | None = None
        self._chosen: tuple[str, ...] = ()
        self._cited = 0

    def event(self, kind: EventType, data: Mapping[str, Any]) -> Event:
        """The next event."""
        self._number += 1
        made = Event(self._number, self._turn, kind, data)
        self.state = apply(self.state, made)
        return made

    def open(self, data: Mapping[str, Any]) -> Event:
        """The start of the turn."""
        return self.event("turn.started", {"conversation": self.state.conversation, "turn": self._turn, **data})

    def update(self, derived: Mapping[str, KnownFact]) -> Iterator[Event]:
        """What the turn changed, where it changed anything."""
        now, was = self.state.applicant, self.former
        self.draft.changes = differences(was, now)
        if self.draft.changes or now.bounds != was.bounds:
            views = self.composer.display.views({**now.facts, **derived})
            data = {"changes": self.draft.changes, "facts": views, "bounds": now.bounds}
            yield self.event("facts.updated", encode(data))

    @property
    def former(self) -> Applicant:
        """What was known, before this turn, of the person now under discussion."""
        return self.before.applicants.get(self.state.who, Applicant())

    def choose(self, entitlements: Sequence[str]) -> Iterator[Event]:
        """Make these the topic, together with what else this turn asked about."""
        self._chosen = tuple(dict.fromkeys((*self._chosen, *entitlements)))
        if self._chosen != self.state.topic:
            yield self.event("topic.chosen", {"entitlements": list(self._chosen)})

    def decide(self, decisions: Iterable[Decision]) -> Iterator[Event]:
        """Decisions that the turn concerns."""
        for decision in decisions:
            self.draft.decisions.append(decision)
            yield self.event("decision.made", encode(decision))

    def say(self, blocks: Iterable[Block] | Block) -> Iterator[Event]:
        """Pieces of the answer, each followed by the citations that it brings."""
        for said in [blocks] if isinstance(blocks, Block) else blocks:
            block = said if said.kind == "question" else self._addressed(said)
            index = len(self.draft.blocks)
            self.draft.blocks.append(block)
            yield self.event("answer.block", {"index": index, **encode(block)})
            yield from self._citations()

    def repeat(self, answer: Mapping[str, Any]) -> Iterator[Event]:
        """An earlier answer again: its decisions and citations come back as they were."""
        earlier = self.composer.recall(answer)
        yield from self.decide(earlier.decisions)
        self.draft.citations.adopt(earlier.citations)
        yield from self.say([block for block in earlier.blocks if block.kind not in ("notice", "question")])

    def ask(self, question: Question) -> Iterator[Event]:
        """The question that the turn ends with."""
        lost = self.draft.acts == ["clarify"]
        first = lost or not self.state.applicant.questions.get(question.fact)
        question = replace(question, text=self._addressed(Block("question", question.text)).text)
        yield from self.say(self.draft.questions.block(question, first))
        if lost and question.options:
            yield from self.say(self.draft.questions.choices(question))
        self.draft.question = question
        yield self.event("question.asked", encode(question))

    def note(self, notices: Sequence[str]) -> Iterator[Event]:
        """What must be said with the answer; read out once in a conversation."""
        self.draft.notices = tuple(notices)
        for notice in notices:
            if notice not in self.state.told:
                yield from self.say(Block("notice", notice))

    def close(self, act: Act, derived: Mapping[str, KnownFact]) -> Event:
        """The end of the turn, with the whole answer."""
        applicant = self.state.applicant
        known = Known({**applicant.facts, **derived}, applicant.bounds, self.state.as_of)
        answer = self.draft.finish(self.state.conversation, self._turn, act, known)
        return self.event("turn.finished", encode(answer))

    def _addressed(self, block: Block) -> Block:
        """What is said of somebody else names him: 您爱人 instead of 您."""
        if not self.state.who or block.kind not in PERSONAL:
            return block
        you, who = self.composer.library.wording.say("you"), self.draft.speech.person(self.state.who)
        return replace(block, text=block.text.replace(you, who, 1))

    def _citations(self) -> Iterator[Event]:
        for citation in self.draft.citations.items[self._cited :]:
            self._cited += 1
            yield self.event("citation.added", encode(citation))
