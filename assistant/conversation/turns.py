"""Turns of conversations: what was said becomes events, and the events are the answer."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from assistant.answering.compose import Composer
from assistant.conversation.performance import Performance
from assistant.conversation.ports import Reads, Reasons, Searches
from assistant.conversation.stage import Stage
from assistant.conversation.targets import Targets
from assistant.dialogue.intake import Bonds, accept
from assistant.dialogue.policy import decide_act
from assistant.dialogue.state import State, fold
from assistant.dialogue.supposition import taken_as_supposed
from assistant.domain.answer import Act
from assistant.domain.encoding import encode
from assistant.domain.event import Event
from assistant.domain.fact import Case, FactValue
from assistant.domain.utterance import Command, Deny, Drop, Reading, SetFact
from assistant.errors import FactError
from assistant.text.masking import mask
from assistant.understanding.reading import Context


class Assistant:
    """Answers turns of conversations; holds none of them.

    Every event is a function of the log, the text and the knowledge: the same turn gives the same events.
    """

    def __init__(self, reader: Reads, reasoner: Reasons, search: Searches, composer: Composer) -> None:
        self._reader = reader
        self._reasoner = reasoner
        self._targets = Targets(composer.library, search)
        self._composer = composer
        self._wording = composer.library.wording
        origins = {fact.id: fact.derived_from for fact in composer.library.facts.values() if fact.derived_from}
        self._bonds = Bonds(composer.library.rulebook.laws, origins)

    def greet(self, conversation: str, as_of: date) -> Iterator[Event]:
        """The start of a conversation and its greeting, which is turn 0."""
        start = Event(1, 0, "conversation.started", {"conversation": conversation, "as_of": as_of.isoformat()})
        yield start
        yield from self._perform(Stage(fold([start]), 0, 1, self._composer)).greet()

    def turn(self, log: Sequence[Event], text: str, client_id: str | None = None) -> Iterator[Event]:
        """The events of the next turn, as they are computed; the last is `turn.finished` with the Answer."""
        state = fold(log)
        said = mask(text, self._wording.texts("name_cues"), self._wording.texts("account_cues"))
        stage = Stage(state, state.turn + 1, log[-1].number, self._composer)
        yield stage.open({"text": said} | ({"client_id": client_id} if client_id else {}))
        yield from self._answer(stage, self._read(said, state), said)

    def set_facts(self, log: Sequence[Event], facts: Mapping[str, FactValue | None]) -> Iterator[Event]:
        """The events of a turn in which a form set these facts; None retracts one. FactError names a bad one."""
        state = fold(log)
        for fact in facts:
            self._require(fact)
        given = {fact: value for fact, value in facts.items() if value is not None}
        kept = {fact: value for fact, value in state.applicant.case.facts.items() if fact not in facts}
        self._reasoner.check(Case(given))
        self._reasoner.check(Case({**kept, **given}))
        stage = Stage(state, state.turn + 1, log[-1].number, self._composer)
        yield stage.open({"text": "", "facts": dict(facts)})
        yield from self._answer(stage, [_form_command(fact, value) for fact, value in facts.items()])

    def understand(self, text: str, asked: str | None, as_of: date) -> tuple[Reading, Act]:
        """What one utterance says outside any conversation, and the act that it calls for."""
        if asked is not None:
            self._require(asked)
        reading = self._reader.read(text, Context(asked=asked, as_of=as_of, known={}, topic=()))
        state = State(as_of=as_of, asked=asked)
        return reading, decide_act(state, state, reading.commands, text).act

    def _answer(self, stage: Stage, commands: Sequence[Command], text: str = "") -> Iterator[Event]:
        names = self._wording.texts("self_names")
        asked = stage.before.asked
        intake = accept(commands, stage.before, self._reasoner.check, self._bonds, names)
        if any(isinstance(command, Drop) for command in intake.commands):
            stage.before = replace(stage.before, asked=None)
        performance = self._perform(stage)
        yield stage.event("utterance.read", {"commands": encode(intake.commands), "asked": asked})
        yield from performance.acknowledge(intake)
        plan = decide_act(stage.before, stage.state, intake.commands, text, intake.skipped)
        yield from performance.carry_out(plan)

    def _read(self, text: str, state: State) -> Sequence[Command]:
        commands = self._reader.read(text, _context(state)).commands
        endings, unless = self._wording.texts("half_questions.endings"), self._wording.texts("half_questions.unless")
        return taken_as_supposed(commands, state, text, endings, unless)

    def _perform(self, stage: Stage) -> Performance:
        return Performance(stage, self._reasoner, self._targets)

    def _require(self, fact: str) -> None:
        if fact not in self._composer.library.facts:
            raise FactError(fact, self._wording.say("unknown_fact", fact=fact[:60]))


def _context(state: State) -> Context:
    """What the reader may know; the facts in the order in which they were last said."""
    facts = sorted(state.applicant.facts.items(), key=lambda item: item[1].turn)
    known = {fact: known.value for fact, known in facts}
    bounds = state.applicant.bounds
    return Context(state.asked, state.as_of, known, state.topic, state.who, state.answered, state.volunteered, bounds)


def _form_command(fact: str, value: FactValue | None) -> Command:
    return Deny(fact) if value is None else SetFact(fact, value, source="form")
