"""What is asked next, derived anew each time, and what waits for it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from assistant.conversation.ports import Reasons
from assistant.conversation.stage import Stage
from assistant.domain.event import Event
from assistant.domain.fact import Case
from assistant.domain.proof import Decision, Outcome, ProofNode
from assistant.errors import FactError

TIMES: Final = 3
"""How often one fact is asked for, digressions not counted."""
PATIENCE: Final = 6
"""How often it is asked for in all."""


class Inquiry:
    """Chooses questions with the reasoner, and keeps them from going round in circles."""

    def __init__(self, stage: Stage, reasoner: Reasons) -> None:
        self._stage = stage
        self._reasoner = reasoner

    def next_fact(self) -> str | None:
        """The fact to ask for as things stand, None where nothing is to be asked."""
        state = self._stage.state
        applicant = state.applicant
        worn_out = {fact for fact, times in applicant.questions.items() if times >= self._times(fact)}
        worn_out |= {self._stage.put_off} if self._stage.put_off else set()
        case = replace(applicant.case, unavailable=applicant.unavailable | worn_out)
        decisions = self._reasoner.decide_all(case, state.as_of, state.topic) if state.topic else ()
        if any(decision.outcome is Outcome.MET for decision in decisions):
            return None
        fact = self._reasoner.next_question(case, state.as_of, self._about)
        found = {finding.fact for decision in decisions for finding in decision.determinations}
        once = fact in found and applicant.questions.get(fact or "", 0) > 0 and fact != self._stage.before.asked
        settled = bool(decisions) and all(decision.settled for decision in decisions)
        return None if once and settled else fact

    @property
    def _about(self) -> tuple[str, ...]:
        """What questions are about: the topic, else the few open entitlements that what is known speaks for."""
        state = self._stage.state
        if state.topic:
            return state.topic
        known = frozenset(state.applicant.facts) | frozenset(state.applicant.bounds)
        decisions = self._reasoner.decide_all(state.applicant.case, state.as_of)
        likely = self._stage.draft.overview.likely(decisions, known)
        return tuple(decision.entitlement for decision in likely if not decision.settled)

    def _times(self, fact: str) -> int:
        return PATIENCE if fact == self._pending else TIMES

    @property
    def _pending(self) -> str | None:
        """The question that a digression has put off."""
        return self._stage.before.asked if self._stage.digressing else None

    def go_on(self) -> Iterator[Event]:
        """Ask the next question, if there is one."""
        fact = self.next_fact()
        if fact is None:
            return
        decision, branch = self.waiting(fact)
        known = self._stage.state.applicant.case.facts
        yield from self._stage.ask(self._stage.draft.questions.question(fact, decision, branch, known))

    def waiting(self, fact: str) -> tuple[Decision | None, tuple[ProofNode, ...]]:
        """The decision asked about that waits for `fact`, and the branch of its proof that does."""
        state = self._stage.state
        case = state.applicant.case
        for entitlement in self._about:
            branch = self._reasoner.branch(entitlement, fact, case, state.as_of)
            if branch:
                return self._reasoner.decide(entitlement, case, state.as_of), branch
        return None, ()

    def outcome(self, entitlement: str, case: Case) -> Outcome | None:
        """What the entitlement would come to for `case`; None where the facts cannot be true together."""
        try:
            self._reasoner.check(case)
            return self._reasoner.decide(entitlement, case, self._stage.state.as_of).outcome
        except FactError:
            return None

    def decide_possible(self, entitlements: Sequence[str], case: Case) -> list[Decision | None]:
        """The decisions for `case`, None each where its facts cannot be true together."""
        try:
            self._reasoner.check(case)
            return list(self._reasoner.decide_all(case, self._stage.state.as_of, entitlements))
        except FactError:
            return [None] * len(entitlements)
