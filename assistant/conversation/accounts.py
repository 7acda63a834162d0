"""Accounts for what was asked or said: its reasons, the words it rests on, and what was taken for known."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from assistant.conversation.inquiry import Inquiry
from assistant.conversation.ports import Reasons
from assistant.conversation.stage import Stage
from assistant.dialogue.plan import Explain
from assistant.domain.document import ClauseId
from assistant.domain.encoding import decode
from assistant.domain.event import Event
from assistant.domain.proof import Decision


class Accounts:
    """Gives accounts on a stage. What was said in full before is not said in full again."""

    def __init__(self, stage: Stage, reasoner: Reasons, inquiry: Inquiry) -> None:
        self._stage = stage
        self._reasoner = reasoner
        self._inquiry = inquiry
        self._wording = stage.composer.library.wording

    def give(self, step: Explain) -> Iterator[Event]:
        """Account for the question asked, or for the last answer."""
        stage, state = self._stage, self._stage.state
        stage.draft.acts.append("why")
        asking = step.fact is not None and step.fact not in state.applicant.facts
        keys = ("dont_know", "person") if asking else ("list", "person")
        stage.draft.suggest([self._wording.say(f"suggest.{key}") for key in keys])
        if step.about == "doubt":
            yield from self._look_again()
        elif step.about == "basis" and self._cited:
            yield from self._show_basis()
        elif step.fact is not None and asking:
            decision, branch = self._inquiry.waiting(step.fact)
            yield from stage.say(stage.draft.questions.reasons(step.fact, decision, branch))
            stage.asking = True
        elif self._last.get("act") == "information":
            yield from stage.say(stage.draft.speech.plain("talk", "why.information"))
        elif state.topic:
            yield from self._explain(self._decisions())
        else:
            key = "why.information" if stage.before.last else "why.nothing"
            yield from stage.say(stage.draft.speech.plain("talk", key))

    def _explain(self, decisions: Sequence[Decision]) -> Iterator[Event]:
        stage, explanation = self._stage, self._stage.draft.explanation
        yield from stage.decide(decisions)
        for decision in decisions:
            known = decision.entitlement in stage.state.quoted
            if decision.settled and decision.entitlement in stage.before.ruled:
                yield from stage.say(explanation.because(decision))
            elif decision.settled:
                yield from stage.say(explanation.decided(decision, again=known))
            else:
                yield from stage.say(explanation.open(decision, again=known))

    def _show_basis(self) -> Iterator[Event]:
        """The document by its name and the clause as a whole, which until now stood in pieces."""
        stage, draft = self._stage, self._stage.draft
        decisions = self._decisions() if self._last.get("act") != "information" else ()
        yield from stage.decide(decisions)
        for clause in self._cited:
            yield from stage.say(draft.retrieved.basis(clause))

    def _look_again(self) -> Iterator[Event]:
        """What the decision was made from, so that whatever is wrong of it can be put right."""
        stage, draft, state = self._stage, self._stage.draft, self._stage.state
        decisions = [decision for decision in self._decisions() if decision.entitlement in stage.before.ruled]
        yield from stage.decide(decisions)
        needed = {fact for decision in decisions for fact in draft.composer.library.facts_of(decision.entitlement)}
        facts = [(fact, known.value) for fact, known in state.applicant.facts.items() if fact in needed]
        if facts:
            shown = self._wording.join([draft.composer.display.value(fact, value) for fact, value in facts])
            yield from stage.say(draft.speech.plain("understood", "why.recount", facts=shown))
            for decision in (decision for decision in decisions if decision.settled):
                yield from stage.say(draft.explanation.stands(decision))
        else:
            yield from stage.say(draft.speech.plain("talk", "talk.doubt"))

    def _decisions(self) -> tuple[Decision, ...]:
        state = self._stage.state
        return tuple(self._reasoner.decide_all(state.applicant.case, state.as_of, state.topic)) if state.topic else ()

    @property
    def _last(self) -> Mapping[str, Any]:
        return self._stage.before.last or {}

    @property
    def _cited(self) -> tuple[ClauseId, ...]:
        """The clauses of the last answer; of a decision, where that cited none."""
        cited = [decode(ClauseId, citation["clause"]) for citation in self._last.get("citations", ())]
        decided = [decode(ClauseId, decision["clause"]) for decision in self._last.get("decisions", ())]
        return tuple(dict.fromkeys((cited or decided)[:1]))
