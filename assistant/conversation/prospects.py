"""What somebody may have, and what would be if: overviews and suppositions, neither of which changes anything."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from assistant.conversation.inquiry import Inquiry
from assistant.conversation.ports import Reasons
from assistant.conversation.stage import Stage
from assistant.conversation.targets import Target, Targets
from assistant.dialogue.overlay import overlay, supposed
from assistant.dialogue.plan import Suppose
from assistant.domain.answer import Block
from assistant.domain.event import Event
from assistant.domain.fact import Case
from assistant.domain.proof import Decision, Outcome
from assistant.domain.utterance import WhatIf

ENOUGH: Final = 3
"""After how many of its questions in a row an overview leaves the choice to the user."""
PATIENCE: Final = 2
"""After how many answers of not knowing in a row an overview asks no more."""


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
        stage.asking = True
        if brief:
            yield from self._brief(decisions, known)
        else:
            yield from stage.choose(())
            yield from stage.decide([decision for decision in decisions if decision.settled])
            yield from stage.say(draft.overview.full(decisions, known) if known else draft.overview.common(decisions))
        draft.suggest(self.checks([d.entitlement for d in likely] or self._library.wording.texts("common")))

    def browse(self, entitlements: Sequence[str]) -> Iterator[Event]:
        """Those of one matter that what is known does not rule out, to choose from; nothing is asked."""
        stage, draft = self._stage, self._stage.draft
        draft.acts.append("list")
        decisions = self._reasoner.decide_all(stage.state.applicant.case, stage.state.as_of, entitlements)
        open_to = [decision for decision in decisions if decision.outcome is not Outcome.NOT_MET] or decisions
        stage.asking = False
        yield from stage.say(draft.overview.choice(open_to))
        draft.suggest(self.checks([decision.entitlement for decision in open_to]))

    def _brief(self, decisions: Sequence[Decision], known: frozenset[str]) -> Iterator[Event]:
        """What was said speaks for these; then either a topic is chosen or, under way already, the next fact asked."""
        stage, draft = self._stage, self._stage.draft
        if stage.state.unknowns >= PATIENCE:
            stage.asking = False
            draft.handoff = draft.speech.offer("stuck")
            yield from stage.say(draft.speech.plain("offer", "list.enough"))
        elif stage.state.unknowns:
            yield from stage.say(draft.speech.plain("talk", "list.put_off"))
        else:
            brief = tuple(draft.overview.brief(decisions, known))
            again = self._said_last(brief)
            yield from stage.say(draft.speech.plain("talk", "list.brief_nothing") if again else brief)
            asking = not draft.overview.likely(decisions, known) or stage.before.asked is not None
            stage.asking = asking and stage.before.surveyed < ENOUGH
            if not (stage.asking or again):
                yield from stage.say(draft.speech.plain("offer", "offer.topics"))

    def _said_last(self, blocks: Sequence[Block]) -> bool:
        """Whether the last answer held just these pieces."""
        said = {block["text"] for block in (self._stage.before.last or {}).get("blocks", ())}
        return all(block.text in said for block in blocks)

    def suppose(self, step: Suppose) -> Iterator[Event]:
        """Decide as if; said against what holds now, and not kept."""
        stage, draft = self._stage, self._stage.draft
        draft.acts.append("what_if")
        draft.hypothetical = True
        for ask in step.asks:
            for target in self._targets.of(ask, stage.state.as_of).targets[:1]:
                if self._meant(target, step.what_if):
                    yield from stage.choose(target.entitlements)
        case = stage.state.applicant.case
        changed = supposed(case, step.what_if, self._library.facts)
        if not changed:
            key = "hypothetical.unknown" if step.what_if.increments else "hypothetical.empty"
            yield from stage.say(draft.speech.plain("talk", key, text=step.what_if.quote))
            draft.suggest([self._say("suggest.list"), self._say("suggest.person")])
            return
        draft.supposed = changed
        yield from stage.say(draft.echo.supposed(changed))
        laid = overlay(case, step.what_if, self._library.facts, self._library.rulebook.laws)
        pairs = self._compare(case, laid, frozenset(changed))
        yield from stage.decide([after for _, after in pairs])
        for before, after in pairs:
            yield from stage.say(draft.explanation.compared(before, after))
        if not (stage.before.last or {}).get("hypothetical"):
            yield from stage.say(draft.speech.plain("note", "hypothetical.kept"))
        shown = self._library.wording.join([stage.composer.display.value(f, v) for f, v in step.what_if.facts.items()])
        confirm = [self._say("hypothetical.confirm", facts=shown)] if len(step.what_if.facts) == 1 else []
        draft.suggest([self._say("hypothetical.suggestion"), *confirm, self._say("suggest.list")])

    def _meant(self, target: Target, what_if: WhatIf) -> bool:
        """Whether the supposition is about the target, rather than about the topic alone."""
        supposed_facts = what_if.facts.keys() | what_if.increments.keys()

        def cares(names: Sequence[str]) -> bool:
            return any(self._library.facts_of(name) & supposed_facts for name in names)

        return cares(target.entitlements) or not cares(self._stage.state.topic)

    def checks(self, entitlements: Sequence[str]) -> list[str]:
        """Questions whether one is entitled, to be tapped."""
        return [self._check(name) for name in entitlements]

    def _check(self, entitlement: str) -> str:
        key, label = f"checks.{entitlement}", self._library.entitlement(entitlement).label
        return self._library.wording.either(key, "suggest.eligible", label=label)

    def _compare(self, case: Case, other: Case, supposed_facts: frozenset[str]) -> list[tuple[Decision, Decision]]:
        """The topic's decisions now and as supposed; without a topic, what the supposition settles or cares about."""
        state = self._stage.state
        topic = state.topic or tuple(self._library.rulebook.entitlements)
        now = self._reasoner.decide_all(case, state.as_of, topic)
        then = self._inquiry.decide_possible(topic, other)
        pairs = [(before, after) for before, after in zip(now, then, strict=True) if after is not None]
        if state.topic:
            return pairs
        changed = [(before, after) for before, after in pairs if after.settled and before.outcome is not after.outcome]
        return changed or self._spoken_for(pairs, supposed_facts)

    def _spoken_for(
        self, pairs: Sequence[tuple[Decision, Decision]], facts: frozenset[str]
    ) -> list[tuple[Decision, Decision]]:
        """The one pair that cares most about the supposed facts."""

        def care(pair: tuple[Decision, Decision]) -> int:
            return len(self._library.facts_of(pair[1].entitlement) & facts)

        return [max(pairs, key=care)] if pairs else []
