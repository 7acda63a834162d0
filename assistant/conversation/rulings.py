"""Decisions on what a turn concerns: said in full, left open with what is missing, or stuck either way."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from assistant.answering.alternatives import alternatives, grouped
from assistant.conversation.inquiry import Inquiry
from assistant.conversation.ports import Reasons
from assistant.conversation.stage import Stage
from assistant.domain.encoding import encode
from assistant.domain.event import Event
from assistant.domain.fact import Case, FactValue
from assistant.domain.proof import Decision, Outcome


class Rulings:
    """Decides entitlements on a stage."""

    def __init__(self, stage: Stage, reasoner: Reasons, inquiry: Inquiry) -> None:
        self._stage = stage
        self._reasoner = reasoner
        self._inquiry = inquiry
        self._library = stage.composer.library
        self._say = stage.composer.library.wording.say

    def decide(self, entitlements: Sequence[str], time: bool = False, asked: bool = True) -> Iterator[Event]:
        """Decide these with what is known now, each once a turn.

        `time` asks when they will be met; where nothing was `asked`, what was said before is not said again.
        """
        stage, explanation = self._stage, self._stage.draft.explanation
        done = {decision.entitlement for decision in stage.draft.decisions}
        case, as_of = stage.state.applicant.case, stage.state.as_of
        decisions = _alive(self._reasoner.decide_all(case, as_of, [name for name in entitlements if name not in done]))
        stage.draft.acts.append("eligibility")
        stage.asking, stage.digressing = True, False
        yield from stage.decide(decisions)
        yield from self._overturned(decisions)
        settled = [decision for decision in decisions if decision.settled]
        for decision in sorted(settled, key=lambda d: d.outcome is Outcome.NOT_MET):
            if (time or not asked) and self._given_before(decision):
                yield from stage.say(explanation.unchanged(decision))
            elif not asked and self._awaits_still(decision):
                yield from stage.say(explanation.awaits_still(decision))
            else:
                yield from stage.say(explanation.decided(decision, decision.entitlement in stage.state.quoted))
            self._suggest_after(decision)
        waiting = [decision for decision in decisions if not decision.settled]
        yield from self._open(waiting, aside=bool(settled), asked=asked)
        for decision in decisions if time else ():
            yield from stage.say(explanation.when(decision, as_of))

    def is_open(self, entitlements: Sequence[str]) -> bool:
        """Whether some of these still wait for facts."""
        case, as_of = self._stage.state.applicant.case, self._stage.state.as_of
        return any(not decision.settled for decision in self._reasoner.decide_all(case, as_of, entitlements))

    def left_open(self) -> tuple[str, ...]:
        """What waited for facts of this person before this turn, of the topic or of one before it."""
        waiting = Outcome.NEEDS_FACTS
        return tuple(name for name, given in self._stage.before.ruled.items() if given["outcome"] == waiting)

    def given(self) -> tuple[str, ...]:
        """What of the topic was decided for this person before this turn."""
        ruled = self._stage.before.ruled
        settled = (name for name in self._stage.state.topic if name in ruled)
        return tuple(name for name in settled if ruled[name]["outcome"] != Outcome.NEEDS_FACTS)

    def overturned_before(self) -> tuple[str, ...]:
        """What was decided for this person in earlier turns and comes out differently after this turn's correction."""
        if all(change.op == "set" for change in self._stage.draft.changes):
            return ()
        case, ruled = self._stage.state.applicant.case, self._stage.state.ruled
        settled = {name: given["outcome"] for name, given in ruled.items() if given["outcome"] != Outcome.NEEDS_FACTS}
        return tuple(name for name, outcome in settled.items() if self._inquiry.outcome(name, case) != outcome)

    def _open(self, decisions: Sequence[Decision], aside: bool, asked: bool) -> Iterator[Event]:
        """Decisions that wait for facts; `aside` where others of the topic are settled, `asked` where asked for."""
        stage, explanation = self._stage, self._stage.draft.explanation
        if not decisions:
            return
        stuck = self._inquiry.next_fact() is None
        yield from self._set_aside(stuck)
        first = decisions[0]
        quoted = first.entitlement in stage.state.quoted
        if len(decisions) > 1 and not aside:
            yield from stage.say(explanation.several(decisions, stage.state.quoted))
        elif not quoted or not (aside or stuck or self._asks_for_all(first)):
            yield from stage.say(explanation.open(first, quoted, asked))
        if stuck:
            yield from self._stuck(first)
        else:
            stage.draft.suggest([self._say(f"suggest.{key}") for key in ("dont_know", "why", "person")])

    def _asks_for_all(self, decision: Decision) -> bool:
        """Whether the question that follows says by itself what is missing, behind something else that is said."""
        return len(decision.missing) == 1 and bool(self._stage.draft.blocks)

    def _set_aside(self, stuck: bool) -> Iterator[Event]:
        """Facts that the applicant has just said he does not know, while there is more to ask."""
        new = self._stage.state.applicant.unavailable - self._stage.former.unavailable
        for fact in () if stuck else sorted(new):
            name = self._stage.composer.display.name(fact)
            yield from self._stage.say(self._stage.draft.speech.plain("missing", "missing.unavailable", fact=name))

    def _stuck(self, decision: Decision) -> Iterator[Event]:
        """Nothing more can be asked: what would follow either way, and who can tell."""
        if not decision.missing:
            return
        fact, draft = decision.missing[0], self._stage.draft
        case = self._stage.state.applicant.case
        cases = []
        for alternative in alternatives(self._library, self._stage.composer.display, fact, decision.entitlement):
            outcome = self._inquiry.outcome(decision.entitlement, _with(case, fact, alternative.value))
            if outcome is not None and _admitted(case, fact, alternative.value):
                cases.append((alternative, outcome))
        draft.handoff = draft.speech.offer("stuck")
        draft.suggest([self._say("suggest.list"), self._say("suggest.person")])
        yield from self._stage.say(draft.explanation.either_way(decision, fact, grouped(cases, self._library)))

    def _overturned(self, decisions: Sequence[Decision]) -> Iterator[Event]:
        """Conclusions that a correction has overturned."""
        draft = self._stage.draft
        if not any(change.op != "set" for change in draft.changes):
            return
        for decision in decisions:
            before = self._inquiry.outcome(decision.entitlement, self._stage.former.case)
            if before not in (None, Outcome.NEEDS_FACTS, decision.outcome):
                yield from self._stage.say(draft.explanation.overturned(decision, before))

    def _given_before(self, decision: Decision) -> bool:
        """Whether this very decision, with the same proof, was said in full before."""
        return bool(self._stage.state.ruled.get(decision.entitlement) == encode(decision))

    def _awaits_still(self, decision: Decision) -> bool:
        """Whether nothing but findings was lacking before, and nothing else is lacking now."""
        before = self._stage.before.ruled.get(decision.entitlement)
        waits = Outcome.NEEDS_DETERMINATION
        return before is not None and before["outcome"] == waits and decision.outcome is waits

    def _suggest_after(self, decision: Decision) -> None:
        draft = self._stage.draft
        if decision.outcome is Outcome.DIVERGENT:
            draft.handoff = draft.speech.offer("divergent")
        if decision.outcome is Outcome.NEEDS_DETERMINATION:
            draft.suggest([self._say(f"suggest.{key}") for key in ("dont_know", "why", "person")])
        grows = [short for short in decision.short_by if self._library.facts[short.fact].grows]
        amount = self._stage.composer.display.amount
        texts = [
            self._say("suggest.suppose_years", lack=amount(s.need - s.have, self._say("year_unit"))) for s in grows[:1]
        ]
        draft.suggest([*texts, self._say("suggest.list"), self._say("suggest.person")])


def _alive(decisions: Sequence[Decision]) -> list[Decision]:
    """The decisions worth telling: of one clause's entitlements, one ruled out says nothing while others are open."""
    undecided = {decision.clause for decision in decisions if not decision.settled}
    return [d for d in decisions if d.outcome is not Outcome.NOT_MET or d.clause not in undecided]


def _with(case: Case, fact: str, value: FactValue) -> Case:
    bounds = {name: bound for name, bound in case.bounds.items() if name != fact}
    return Case({**case.facts, fact: value}, bounds, case.unavailable - {fact}, case.since)


def _admitted(case: Case, fact: str, value: FactValue) -> bool:
    bound = case.bounds.get(fact)
    return bound is None or not isinstance(value, (int, float)) or bound.admits(value)
