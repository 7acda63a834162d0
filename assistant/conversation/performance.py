"""Carries out a plan: each step asks reasoning or retrieval and says what it found."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from assistant.answering.alternatives import alternatives, grouped
from assistant.conversation.inquiry import Inquiry
from assistant.conversation.ports import Reasons, Searches
from assistant.conversation.stage import Stage
from assistant.conversation.targets import Found, Target, Targets
from assistant.dialogue.intake import Intake
from assistant.dialogue.overlay import overlay, supposed
from assistant.dialogue.plan import (
    BeginAgain,
    Clarify,
    Decide,
    Explain,
    GiveOver,
    Plan,
    Reply,
    SayAgain,
    Step,
    Suppose,
    Survey,
    TakeBack,
    Talk,
    foremost,
)
from assistant.domain.answer import Act
from assistant.domain.event import Event
from assistant.domain.fact import Case, KnownFact
from assistant.domain.proof import Decision, Outcome
from assistant.domain.utterance import Restart, Undo


class Performance:
    """One turn carried out on a stage."""

    def __init__(self, stage: Stage, reasoner: Reasons, search: Searches) -> None:
        self._stage = stage
        self._reasoner = reasoner
        self._library = stage.composer.library
        self._wording = stage.composer.library.wording
        self._draft = stage.draft
        self._targets = Targets(self._library, search)
        self._inquiry = Inquiry(stage, reasoner)
        self._chosen: tuple[str, ...] = ()
        self._ask_next = False

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
            yield from stage.say(speech.turned(stage.state.who))
        now, was = stage.state.applicant, stage.former
        hedged = {fact: bound for fact, bound in now.bounds.items() if was.bounds.get(fact) != bound}
        who = speech.person(stage.state.who)
        if not any(isinstance(command, (Restart, Undo)) for command in intake.commands):
            yield from stage.say(self._draft.echo.changes(self._draft.changes, now.facts, hedged, who))
        yield from stage.say(speech.not_taken(intake.refused, intake.contradictions))
        if intake.skipped is not None:
            self._draft.handoff = speech.offer("puzzled")
            yield from stage.say(speech.plain("handoff", "handoff.puzzled"))
        for fact in now.unavailable - was.unavailable - {intake.skipped}:
            yield from stage.say(speech.plain("missing", "missing.unavailable", fact=self._display_name(fact)))

    def carry_out(self, plan: Plan) -> Iterator[Event]:
        """The steps in order, then the notices, the question that remains, and the answer as a whole."""
        self._ask_next = plan.resume
        for step in plan.steps:
            yield from self._step(step)
        stage = self._stage
        yield from stage.note(self._draft.speech.notices(self._draft.clauses()))
        if self._ask_next:
            yield from self._inquiry.go_on(plan)
        yield stage.close(foremost(tuple(self._draft.acts)), self._derived())

    def _step(self, step: Step) -> Iterator[Event]:
        match step:
            case Reply():
                return self._reply(step)
            case Decide():
                return self._decide(self._stage.state.topic, step.time)
            case Survey():
                return self._survey(step.brief)
            case Suppose():
                return self._suppose(step)
            case Explain():
                return self._explain(step.fact)
            case GiveOver():
                return self._give_over(step.reason)
            case SayAgain():
                return self._say_again()
            case Clarify():
                return self._clarify(step)
            case Talk() | BeginAgain() | TakeBack():
                return self._talk(step)

    # questions

    def _reply(self, step: Reply) -> Iterator[Event]:
        found = self._targets.of(step.ask, self._stage.state.as_of)
        if not found.targets:
            yield from self._unanswered(step, found)
        for target in found.targets:
            if target.entitlements and (step.ask.personal or self._concerns(step.stated, target)):
                yield from self._choose(target.entitlements)
                yield from self._decide(target.entitlements, step.ask.time)
            else:
                yield from self._inform(target)

    def _concerns(self, stated: frozenset[str], target: Target) -> bool:
        """Whether what was said in the same breath is about the target, and not about the matter under way."""
        topic = self._stage.before.topic
        wanted = frozenset(fact for name in target.entitlements for fact in self._library.facts_of(name))
        if set(target.entitlements) & set(topic):
            return bool(stated & wanted)
        under_way = frozenset(fact for name in topic for fact in self._library.facts_of(name))
        return bool(stated & wanted) and not stated & under_way

    def _inform(self, target: Target) -> Iterator[Event]:
        stage, retrieved = self._stage, self._draft.retrieved
        self._draft.acts.append("information")
        yield from stage.say(retrieved.clause(target.clause, target.sentence, target.entitlements))
        if target.also is not None:
            yield from stage.say(retrieved.also(target.also.clause, target.also.sentence))
        if target.entitlements and stage.before.asked is None:
            yield from self._choose(target.entitlements)
            yield from stage.say(self._draft.speech.plain("offer", "offer.check"))
        self._draft.suggest([*self._suggest_checks(target.entitlements), self._wording.say("suggest.list")])

    def _unanswered(self, step: Reply, found: Found) -> Iterator[Event]:
        """Nothing in the corpus answers: facts told with it still count, a question without content is put back."""
        topic = self._stage.state.topic
        if step.ask.personal and (step.stated or found.verdict == "contentless"):
            if topic:
                yield from self._decide(topic, step.ask.time)
            else:
                yield from self._survey(brief=True) if step.stated else self._clarify(Clarify())
        elif found.verdict == "contentless":
            yield from self._clarify(Clarify(step.ask.text))
        else:
            yield from self._refuse(found)

    def _refuse(self, found: Found) -> Iterator[Event]:
        self._draft.acts.append("out_of_scope")
        self._draft.handoff = self._draft.speech.offer("out_of_scope")
        nearest = found.nearby[:1] if found.verdict == "unstated" else ()
        names = [self._library.name(clause) for clause in nearest]
        nearby = [self._wording.say("suggest.clause", clause=name) for name in names]
        self._draft.suggest([*nearby, self._wording.say("suggest.list"), self._wording.say("suggest.person")])
        yield from self._stage.say(self._draft.speech.refusal(found.verdict))

    def _choose(self, entitlements: tuple[str, ...]) -> Iterator[Event]:
        """Make these the topic, together with what else this turn asks about."""
        self._chosen = tuple(dict.fromkeys((*self._chosen, *entitlements)))
        if self._chosen != self._stage.state.topic:
            yield self._stage.event("topic.chosen", {"entitlements": list(self._chosen)})

    # decisions

    def _decide(self, entitlements: Sequence[str], time: bool = False) -> Iterator[Event]:
        stage = self._stage
        done = {decision.entitlement for decision in self._draft.decisions}
        case, as_of = stage.state.applicant.case, stage.state.as_of
        decisions = self._reasoner.decide_all(case, as_of, [name for name in entitlements if name not in done])
        self._draft.acts.append("eligibility")
        self._ask_next = True
        yield from stage.decide(decisions)
        yield from self._changed_outcomes(decisions)
        settled = [decision for decision in decisions if decision.settled]
        for decision in sorted(settled, key=lambda d: d.outcome is Outcome.NOT_MET):
            quoted = decision.entitlement in stage.state.quoted
            yield from stage.say(self._draft.explanation.decided(decision, quoted))
            self._suggest_after(decision)
        yield from self._open([decision for decision in decisions if not decision.settled], bool(settled))
        if time:
            for decision in decisions:
                yield from stage.say(self._draft.explanation.when(decision))

    def _open(self, decisions: Sequence[Decision], aside: bool) -> Iterator[Event]:
        """Decisions that wait for facts; `aside` where others of the topic are settled."""
        stage, explanation = self._stage, self._draft.explanation
        if not decisions:
            return
        stuck = self._inquiry.next_fact() is None
        if len(decisions) > 1:
            if not aside:
                yield from stage.say(explanation.several(decisions, stage.state.quoted))
        elif not (aside or stuck) or decisions[0].entitlement not in stage.state.quoted:
            yield from stage.say(explanation.open(decisions[0], decisions[0].entitlement in stage.state.quoted))
        if stuck:
            yield from self._stuck(decisions[0])
        elif not aside:
            self._draft.suggest([self._wording.say(f"suggest.{key}") for key in ("dont_know", "why", "person")])

    def _stuck(self, decision: Decision) -> Iterator[Event]:
        """Nothing more can be asked: what would follow either way, and who can tell."""
        if not decision.missing:
            return
        fact, state = decision.missing[0], self._stage.state
        cases = []
        for alternative in alternatives(self._library, self._stage.composer.display, fact, decision.entitlement):
            case = state.applicant.case
            bound = case.bounds.get(fact)
            if bound is None or not isinstance(alternative.value, (int, float)) or bound.admits(alternative.value):
                bounds = {name: known for name, known in case.bounds.items() if name != fact}
                with_it = Case({**case.facts, fact: alternative.value}, bounds, case.unavailable - {fact}, case.since)
                cases.append((alternative, self._outcome(decision.entitlement, with_it)))
        self._draft.handoff = self._draft.speech.offer("stuck")
        said = grouped([(a, outcome) for a, outcome in cases if outcome is not None], self._library)
        yield from self._stage.say(self._draft.explanation.either_way(decision, fact, said))

    def _outcome(self, entitlement: str, case: Case) -> Outcome | None:
        return self._inquiry.outcome(entitlement, case)

    def _changed_outcomes(self, decisions: Sequence[Decision]) -> Iterator[Event]:
        """Conclusions that a correction has overturned."""
        if not any(change.op != "set" for change in self._draft.changes):
            return
        for decision in decisions:
            before = self._outcome(decision.entitlement, self._stage.former.case)
            if before not in (None, Outcome.NEEDS_FACTS, decision.outcome):
                yield from self._stage.say(self._draft.explanation.overturned(decision, before))

    def _suggest_after(self, decision: Decision) -> None:
        if decision.outcome is Outcome.DIVERGENT:
            self._draft.handoff = self._draft.speech.offer("divergent")
        grows = [s for s in decision.short_by if self._library.facts[s.fact].grows]
        texts = [self._wording.say("suggest.suppose_years", years=f"{s.need - s.have:g}") for s in grows[:1]]
        if decision.outcome is Outcome.NOT_MET and grows and decision.earliest is None:
            texts.append(self._wording.say("suggest.wait"))
        self._draft.suggest([*texts, self._wording.say("suggest.list"), self._wording.say("suggest.person")])

    # overviews and suppositions

    def _survey(self, brief: bool) -> Iterator[Event]:
        stage, overview = self._stage, self._draft.overview
        state = stage.state
        self._draft.acts.append("list")
        decisions = self._reasoner.decide_all(state.applicant.case, state.as_of)
        known = frozenset(state.applicant.facts) | frozenset(state.applicant.bounds)
        likely = overview.likely(decisions, known)
        if brief:
            yield from stage.say(overview.brief(decisions, known))
            self._ask_next = not likely or stage.before.asked is not None
            if not self._ask_next:
                yield from stage.say(self._draft.speech.plain("offer", "offer.topics"))
        else:
            if state.topic:
                yield stage.event("topic.chosen", {"entitlements": []})
            yield from stage.decide([decision for decision in decisions if decision.settled])
            yield from stage.say(overview.full(decisions))
            self._ask_next = True
        self._draft.suggest([*self._suggest_checks([d.entitlement for d in likely]), self._wording.say("suggest.list")])

    def _suppose(self, step: Suppose) -> Iterator[Event]:
        stage, facts = self._stage, self._library.facts
        self._draft.acts.append("what_if")
        self._draft.hypothetical = True
        for ask in step.asks:
            for target in self._targets.of(ask, stage.state.as_of).targets[:1]:
                yield from self._choose(target.entitlements)
        case = stage.state.applicant.case
        changed = supposed(case, step.what_if, facts)
        if not changed and not step.what_if.increments:
            yield from stage.say(self._draft.speech.plain("talk", "hypothetical.empty"))
            return
        yield from stage.say(self._draft.echo.supposed(changed))
        pairs = self._compare(case, overlay(case, step.what_if, facts))
        yield from stage.decide([after for _, after in pairs])
        for before, after in pairs:
            yield from stage.say(self._draft.explanation.compared(before, after))
        yield from stage.say(self._draft.speech.plain("note", "hypothetical.kept"))
        self._draft.suggest([self._wording.say("hypothetical.suggestion"), self._wording.say("suggest.list")])

    def _compare(self, case: Case, other: Case) -> list[tuple[Decision, Decision]]:
        """The topic's decisions now and as supposed; without a topic, all that the supposition changes."""
        state = self._stage.state
        topic = state.topic or tuple(self._library.rulebook.entitlements)
        now = self._reasoner.decide_all(case, state.as_of, topic)
        then = self._inquiry.decide_possible(topic, other)
        pairs = [(a, b) for a, b in zip(now, then, strict=True) if b is not None]
        return pairs if state.topic else [(a, b) for a, b in pairs if a.outcome is not b.outcome and b.settled]

    # talk

    def _explain(self, fact: str | None) -> Iterator[Event]:
        stage, state = self._stage, self._stage.state
        self._draft.acts.append("why")
        if fact is not None and fact not in state.applicant.facts:
            decision, branch = self._inquiry.waiting(fact)
            yield from stage.say(self._draft.questions.reasons(fact, decision, branch))
            self._ask_next = True
        elif state.topic:
            decisions = self._reasoner.decide_all(state.applicant.case, state.as_of, state.topic)
            yield from stage.decide(decisions)
            for decision in decisions:
                yield from stage.say(self._draft.explanation.why(decision))
        else:
            key = "why.information" if stage.before.last else "why.nothing"
            yield from stage.say(self._draft.speech.plain("talk", key))

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

    def _clarify(self, step: Clarify) -> Iterator[Event]:
        stage, speech = self._stage, self._draft.speech
        self._draft.acts.append("clarify")
        yield from stage.say(speech.clarify(step.text, step.options))
        self._draft.suggest(step.options or self._wording.texts("clarify.suggestions"))
        if stage.before.puzzled:
            self._draft.handoff = speech.offer("puzzled")
            yield from stage.say(speech.plain("handoff", "handoff.puzzled"))

    def _talk(self, step: Talk | BeginAgain | TakeBack) -> Iterator[Event]:
        stage, speech = self._stage, self._draft.speech
        if isinstance(step, Talk):
            self._draft.acts.append("smalltalk")
            yield from stage.say(speech.talk(step.kind))
            if stage.before.asked is None:
                self._draft.suggest(self._wording.texts("talk.suggestions"))
        elif isinstance(step, BeginAgain):
            self._draft.acts.append("restart")
            yield from stage.say(speech.plain("talk", "restart"))
            self._draft.suggest(self._wording.texts("greeting.suggestions"))
        else:
            self._draft.acts.append("clarify")
            undone = stage.state.substance != stage.before.substance
            yield from stage.say(speech.undone(stage.state.applicant.facts if undone else None))

    def _suggest_checks(self, entitlements: Sequence[str]) -> list[str]:
        labels = [self._library.entitlement(name).label for name in entitlements]
        return [self._wording.say("suggest.eligible", label=label) for label in labels]

    def _display_name(self, fact: str) -> str:
        return self._stage.composer.display.name(fact)

    def _derived(self) -> Mapping[str, KnownFact]:
        state = self._stage.state
        return self._reasoner.derive(state.applicant.case, state.as_of)
