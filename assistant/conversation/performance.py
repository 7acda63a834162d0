"""Carries out a plan on a stage, from what was understood to the question that remains."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from assistant.conversation.accounts import Accounts
from assistant.conversation.inquiry import Inquiry
from assistant.conversation.ports import Reasons
from assistant.conversation.prospects import Prospects
from assistant.conversation.replies import Replies
from assistant.conversation.rulings import Rulings
from assistant.conversation.stage import Stage
from assistant.conversation.targets import Targets
from assistant.dialogue.intake import Intake
from assistant.dialogue.plan import (
    BeginAgain,
    Clarify,
    Decide,
    Describe,
    Explain,
    GiveOver,
    Hear,
    Plan,
    Reply,
    SayAgain,
    Step,
    Suppose,
    Survey,
    Talk,
    foremost,
)
from assistant.domain.answer import Act, Block
from assistant.domain.event import Event
from assistant.domain.fact import KnownFact
from assistant.domain.utterance import Restart, Undo


class Performance:
    """One turn carried out."""

    def __init__(self, stage: Stage, reasoner: Reasons, targets: Targets) -> None:
        self._stage = stage
        self._draft = stage.draft
        self._reasoner = reasoner
        self._wording = stage.composer.library.wording
        self._inquiry = Inquiry(stage, reasoner)
        self._rulings = Rulings(stage, reasoner, self._inquiry)
        self._prospects = Prospects(stage, reasoner, self._inquiry, targets)
        self._accounts = Accounts(stage, reasoner, self._inquiry)
        self._replies = Replies(stage, targets, self._rulings, self._prospects)

    def greet(self) -> Iterator[Event]:
        """The greeting, which is a turn of its own."""
        yield from self._stage.say(self._draft.speech.greeting())
        self._draft.suggest(self._wording.texts("greeting.suggestions"))
        yield self._stage.close("smalltalk", {})

    def acknowledge(self, intake: Intake) -> Iterator[Event]:
        """What was understood, said back; what could not be taken, and why."""
        stage, speech = self._stage, self._draft.speech
        yield from stage.update(self._derived())
        if stage.state.who != stage.before.who:
            yield from stage.say(speech.turned(stage.state.who, stage.state.who in stage.before.applicants))
        if not any(isinstance(command, (Restart, Undo)) for command in intake.commands):
            now, was = stage.state.applicant, stage.former
            hedged = {fact: bound for fact, bound in now.bounds.items() if was.bounds.get(fact) != bound}
            who = speech.person(stage.state.who)
            yield from stage.say(self._draft.echo.changes(self._draft.changes, now.facts, hedged, who))
        yield from stage.say(speech.not_taken(intake.refused, intake.contradictions))
        yield from stage.say(speech.partly(intake.commands))
        stage.put_off = intake.skipped
        if intake.skipped is not None:
            self._draft.handoff = speech.offer("puzzled")
            yield from stage.say(speech.plain("handoff", "handoff.put_off"))

    def carry_out(self, plan: Plan) -> Iterator[Event]:
        """The steps in order, then the notices, the question that remains, and the answer as a whole."""
        stage = self._stage
        stage.asking = plan.resume
        stage.digressing = not any(isinstance(step, (Decide, Hear, Survey)) for step in plan.steps)
        for step in plan.steps:
            yield from self._step(step)
        yield from stage.note(self._draft.speech.notices(self._draft.clauses()))
        if stage.asking:
            yield from self._inquiry.go_on()
        yield stage.close(foremost(tuple(self._draft.acts)), self._derived())

    def _step(self, step: Step) -> Iterator[Event]:
        match step:
            case Reply():
                return self._replies.reply(step)
            case Describe():
                return self._replies.describe(step)
            case Hear():
                return self._replies.hear(step)
            case Decide():
                return self._rulings.decide(self._stage.state.topic)
            case Survey(entitlements=()):
                return self._prospects.survey(brief=False)
            case Survey():
                return self._prospects.browse(step.entitlements)
            case Suppose():
                return self._prospects.suppose(step)
            case Explain():
                return self._accounts.give(step)
            case GiveOver():
                return self._give_over(step.reason)
            case _:
                return self._talk(step)

    def _give_over(self, reason: str) -> Iterator[Event]:
        stage, state, speech = self._stage, self._stage.state, self._draft.speech
        self._draft.acts.append("handoff")
        self._draft.handoff = speech.offer(reason)
        decisions = self._reasoner.decide_all(state.applicant.case, state.as_of, state.topic)
        yield from stage.say(speech.handoff(reason, state.applicant.facts, decisions))

    def _say_again(self) -> Iterator[Event]:
        last = self._stage.before.last
        if last is None:
            self._draft.acts.append("clarify")
            yield from self._stage.say(self._draft.speech.plain("talk", "again_nothing"))
            return
        act: Act = last["act"]
        self._draft.acts.append(act)
        self._draft.hypothetical = bool(last.get("hypothetical"))
        yield from self._stage.repeat(last)

    def _talk(self, step: Step) -> Iterator[Event]:
        match step:
            case SayAgain():
                return self._say_again()
            case Clarify():
                return self._replies.clarify(step)
            case Talk():
                suggestions = () if self._stage.before.asked else self._wording.texts("talk.suggestions")
                return self._speak("smalltalk", self._draft.speech.talk(step.kind), suggestions)
            case BeginAgain():
                said = self._draft.speech.plain("talk", "restart")
                return self._speak("restart", said, self._wording.texts("greeting.suggestions"))
            case _:
                state = self._stage.state
                undone = state.substance != self._stage.before.substance
                return self._speak(
                    "smalltalk", self._draft.speech.undone(state.applicant.facts if undone else None), ()
                )

    def _speak(self, act: Act, block: Block, suggestions: Sequence[str]) -> Iterator[Event]:
        self._draft.acts.append(act)
        self._draft.suggest(suggestions)
        return self._stage.say(block)

    def _derived(self) -> Mapping[str, KnownFact]:
        state = self._stage.state
        return self._reasoner.derive(state.applicant.case, state.as_of)
