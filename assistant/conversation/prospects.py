"""What somebody may have, and what would be if: overviews and suppositions, neither of which changes anything."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from assistant.conversation.inquiry import Inquiry
from assistant.conversation.ports import Reasons
from assistant.conversation.stage import Stage
from assistant.conversation.targets import Targets
from assistant.dialogue.overlay import overlay, supposed
from assistant.dialogue.plan import Suppose
from assistant.domain.event import Event
from assistant.domain.fact import Case
from assistant.domain.proof import Decision


class Prospects:
    """Overviews and suppositions on a stage."""

    def __init__(self, stage: Stage, reasoner: Reasons, inquiry: Inquiry, targets: Targets) -> None:
        self._stage = stage
        self._reasoner = reasoner
        self._inquiry = inquiry
        self._targets = targets
        self._library = stage.composer.library
        self._say = stage.composer.library.wording.say

    def survey(self, brief: bool) -> Iterator[Event]:
        """All entitlements in groups; `brief` names the few that what was said speaks for."""
        stage, draft = self._stage, self._stage.draft
        applicant = stage.state.applicant
        draft.acts.append("list")
        decisions = self._reasoner.decide_all(applicant.case, stage.state.as_of)
        known = frozenset(applicant.facts) | frozenset(applicant.bounds)
        likely = draft.overview.likely(decisions, known)
        if brief:
            yield from stage.say(draft.overview.brief(decisions, known))
            stage.asking = not likely or stage.before.asked is not None
            if not stage.asking:
                yield from stage.say(draft.speech.plain("offer", "offer.topics"))
        else:
            yield from stage.choose(())
            yield from stage.decide([decision for decision in decisions if decision.settled])
            yield from stage.say(draft.overview.full(decisions))
            stage.asking = True
        draft.suggest([*self.checks([d.entitlement for d in likely]), self._say("suggest.list")])

    def suppose(self, step: Suppose) -> Iterator[Event]:
        """Decide as if; said against what holds now, and not kept."""
        stage, draft = self._stage, self._stage.draft
        draft.acts.append("what_if")
        draft.hypothetical = True
        for ask in step.asks:
            for target in self._targets.of(ask, stage.state.as_of).targets[:1]:
                yield from stage.choose(target.entitlements)
        case = stage.state.applicant.case
        changed = supposed(case, step.what_if, self._library.facts)
        if not changed:
            yield from stage.say(draft.speech.plain("talk", "hypothetical.empty"))
            return
        yield from stage.say(draft.echo.supposed(changed))
        laid = overlay(case, step.what_if, self._library.facts, self._library.rulebook.laws)
        pairs = self._compare(case, laid)
        yield from stage.decide([after for _, after in pairs])
        for before, after in pairs:
            yield from stage.say(draft.explanation.compared(before, after))
        yield from stage.say(draft.speech.plain("note", "hypothetical.kept"))
        draft.suggest([self._say("hypothetical.suggestion"), self._say("suggest.list")])

    def checks(self, entitlements: Sequence[str]) -> list[str]:
        """Questions whether one is entitled, to be tapped."""
        labels = [self._library.entitlement(name).label for name in entitlements]
        return [self._say("suggest.eligible", label=label) for label in labels]

    def _compare(self, case: Case, other: Case) -> list[tuple[Decision, Decision]]:
        """The topic's decisions now and as supposed; without a topic, all that the supposition changes."""
        state = self._stage.state
        topic = state.topic or tuple(self._library.rulebook.entitlements)
        now = self._reasoner.decide_all(case, state.as_of, topic)
        then = self._inquiry.decide_possible(topic, other)
        pairs = [(before, after) for before, after in zip(now, then, strict=True) if after is not None]
        if state.topic:
            return pairs
        return [(before, after) for before, after in pairs if after.settled and before.outcome is not after.outcome]
