"""Decides entitlements from facts, on a day, with proof; and finds the fact most worth asking for next."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import partial

from assistant.domain.fact import Case, Fact, KnownFact
from assistant.domain.proof import Decision, Determination, Earliest, Outcome, ProofNode, Shortfall
from assistant.domain.rule import RuleBook
from assistant.reasoning.agenda import Agenda, first_of_topic, most_telling
from assistant.reasoning.consistency import Laws
from assistant.reasoning.derivation import ModeTable, Periods
from assistant.reasoning.docket import Docket, View
from assistant.reasoning.nearness import earliest, shortfalls
from assistant.reasoning.outcome import CompiledRule, ImpossibleFactsError, World
from assistant.reasoning.proof import path_to_fact


class Reasoner:
    """Decides by the rules of a rule book; the same facts on the same day give the same decision.

    Built once. Entitlements are compiled when they are first asked for, once for each stretch of time in which no
    table changes.
    """

    def __init__(self, rulebook: RuleBook, facts: Mapping[str, Fact]) -> None:
        self._rulebook = rulebook
        self._facts = facts
        self._laws = Laws(facts, rulebook.laws)
        self._periods = Periods(rulebook.derivations.values())
        self._worlds: dict[int, World] = {}
        self._dockets: dict[tuple[str, int, frozenset[str]], Docket] = {}
        self._derived = frozenset(rulebook.derivations)
        self._growing = tuple(fact for fact in facts.values() if fact.grows)

    def check(self, case: Case) -> None:
        """FactError where a fact is unknown, a value is not one of its own, or facts contradict one another."""
        self._laws.check(case)

    def decide(self, entitlement: str, case: Case, as_of: date) -> Decision:
        """The decision on one entitlement. FactError for facts that `check` refuses."""
        view = self._view(entitlement, case, as_of)
        source, standing = view.docket.rule.entitlement, view.standing
        outcome, facts = standing.outcome, view.docket.facts
        first_day = None if outcome is Outcome.MET else self._earliest(view, case, as_of)
        refused = outcome is Outcome.NOT_MET
        return Decision(
            entitlement,
            source.label,
            source.clause,
            outcome,
            view.docket.prove(view, case, as_of),
            self._missing(view, case, as_of) if outcome is Outcome.NEEDS_FACTS else (),
            tuple([self._determination(facts[n]) for n in standing.findings]) if standing.findings else (),
            standing.readings,
            first_day,
            self._shortfalls(view, case, as_of) if refused else (),
            view.docket.awaits(view, as_of) if refused and first_day is None and view.docket.growing else (),
        )

    def decide_all(self, case: Case, as_of: date, entitlements: Iterable[str] | None = None) -> tuple[Decision, ...]:
        """The decisions on the given entitlements, or on all, in their order."""
        chosen = self._rulebook.entitlements if entitlements is None else entitlements
        return tuple([self.decide(entitlement, case, as_of) for entitlement in chosen])

    def next_question(self, case: Case, as_of: date, topic: Sequence[str] = ()) -> str | None:
        """The fact most worth asking for, None when nothing that can be asked would settle more.

        With a topic, its first unsettled entitlement is settled in the fewest expected questions; without one, the fact
        that tells most about all entitlements together. A finding of an authority comes after all facts.
        """
        views = [self._view(entitlement, case, as_of) for entitlement in topic or self._rulebook.entitlements]
        open_views = [view for view in views if view.standing.outcome is Outcome.NEEDS_FACTS]
        agendas = (self._agenda(view, case, as_of) for view in open_views)
        return (first_of_topic(agendas) if topic else most_telling(agendas)) or _finding(views, case)

    def branch(self, entitlement: str, fact: str, case: Case, as_of: date) -> tuple[ProofNode, ...]:
        """The proof's nodes from the outcome down to the leaf that waits for `fact`; () where none does."""
        proof = self.decide(entitlement, case, as_of).proof
        following = [name for name, table in self._world(as_of).tables.items() if fact in table.inputs]
        return path_to_fact(proof, (fact,)) or path_to_fact(proof, following)

    def derive(self, case: Case, as_of: date) -> dict[str, KnownFact]:
        """The facts that follow from the tables of the day, with the ground for each."""
        found: dict[str, KnownFact] = {}
        for fact, table in self._world(as_of).tables.items():
            series, level = table.known(case.facts)
            modes = table.possible(series, level)
            if fact not in case.facts and series is not None and len(modes) == 1:
                found[fact] = KnownFact(next(iter(modes)), source="derived", reason=table.ground(series, level))
        return found

    def _view(self, entitlement: str, case: Case, as_of: date) -> View:
        docket = self._docket(entitlement, as_of, self._derived.intersection(case.facts))
        try:
            return docket.look(case, as_of)
        except (KeyError, TypeError, ImpossibleFactsError):
            self.check(case)
            raise

    def _docket(self, entitlement: str, as_of: date, stated: frozenset[str]) -> Docket:
        key = (entitlement, self._periods.of(as_of), stated)
        found = self._dockets.get(key)
        if found is None:
            world = self._world(as_of)
            rule = CompiledRule(self._rulebook.entitlements[entitlement], world, stated)
            found = self._dockets[key] = Docket(rule, world, self._laws)
        return found

    def _world(self, as_of: date) -> World:
        period = self._periods.of(as_of)
        found = self._worlds.get(period)
        if found is None:
            book = self._rulebook
            tables = {name: ModeTable(rows, self._facts, as_of) for name, rows in book.derivations.items()}
            found = World(self._facts, book.priors, book.reading_points, self._laws.order, tables)
            self._worlds[period] = found
        return found

    def _agenda(self, view: View, case: Case, as_of: date) -> Agenda:
        """What can be asked about an unsettled entitlement, without the facts that the applicant does not know."""
        docket = view.docket
        skipped = [n for n, fact in enumerate(docket.facts) if fact in case.unavailable and view.values[n] is None]
        if not skipped:
            return Agenda(view.inquiry, view.standing.open, docket.facts)
        assumed = self._to_be_stated(view, case)
        if assumed:
            stated = self._derived.intersection(case.facts) | assumed
            view = self._docket(docket.rule.entitlement.id, as_of, stated).look(case, as_of)
            if view.standing.outcome is not Outcome.NEEDS_FACTS:
                return Agenda(view.inquiry, view.standing.open, view.docket.facts)
        rule = view.docket.rule
        away = sum(1 << n for n, fact in enumerate(view.docket.facts) if fact in case.unavailable)
        function = rule.certain(view.masks, away)
        support = rule.diagram.support(view.standing.open)
        resort = (v.fact.id for n, v in enumerate(rule.variables) if v.inputs and support & ~away >> n & 1)
        return Agenda(view.inquiry, function, view.docket.facts, next(resort, None))

    def _to_be_stated(self, view: View, case: Case) -> frozenset[str]:
        """The derived facts to ask outright: something they follow from is not known to the applicant."""
        docket = view.docket
        support = docket.rule.diagram.support(view.standing.open)
        found = set()
        for n, variable in enumerate(docket.rule.variables):
            inputs = [docket.facts[i] for i in variable.inputs if view.values[i] is None]
            if support >> n & 1 and inputs and all(fact in case.unavailable for fact in inputs):
                found.add(variable.fact.id)
        return frozenset(found - case.unavailable)

    def _missing(self, view: View, case: Case, as_of: date) -> tuple[str, ...]:
        asked = self._agenda(view, case, as_of).ranking
        if not case.unavailable:
            return asked
        support = view.docket.rule.diagram.support(view.standing.open)
        others = [fact for n, fact in enumerate(view.docket.facts) if support >> n & 1 and fact not in asked]
        return (*asked, *(fact for fact in others if fact in case.unavailable))

    def _determination(self, fact: str) -> Determination:
        spec = self._facts[fact]
        return Determination(fact, spec.label, spec.determined_by or "")

    def _shortfalls(self, view: View, case: Case, as_of: date) -> tuple[Shortfall, ...]:
        docket = view.docket
        known = {n: docket.rule.variables[n] for n in docket.numbers if view.values[n] is not None}
        if not known or docket.raised(view, list(known)).possible == {Outcome.NOT_MET}:
            return ()
        return shortfalls(known, view.masks, case, partial(docket.suppose, as_of=as_of))

    def _earliest(self, view: View, case: Case, as_of: date) -> Earliest | None:
        source = view.docket.rule.entitlement
        days = [day for day in (source.in_force_from, *self._periods.changes) if day and day > as_of]
        growing = view.docket.growing
        if not days and (not growing or Outcome.MET not in view.docket.raised(view, growing).possible):
            return None
        return earliest(self._thresholds(view.docket), days, case, as_of, partial(self._outcome, source.id))

    def _outcome(self, entitlement: str, case: Case, day: date) -> Outcome:
        """The outcome alone; facts that exclude one another, as in a supposition, meet nothing."""
        docket = self._docket(entitlement, day, self._derived.intersection(case.facts))
        try:
            return docket.look(case, day).standing.outcome
        except ImpossibleFactsError:
            return Outcome.NOT_MET

    def _thresholds(self, docket: Docket) -> list[tuple[Fact, set[float]]]:
        """For each number that grows, where its growth can matter: at its own cuts, or at those of a larger number."""
        cuts: dict[str, set[float]] = {fact.id: set() for fact in self._growing}
        for number in docket.growing:
            fact, own = docket.facts[number], docket.cuts(number)
            for name in (fact, *(smaller for smaller, larger in self._laws.order if larger == fact)):
                cuts.setdefault(name, set()).update(own)
        return [(fact, cuts[fact.id]) for fact in self._growing]


def _finding(views: Iterable[View], case: Case) -> str | None:
    """The first determination that an outcome waits for and that may still be asked about."""
    for view in views:
        if view.standing.outcome is Outcome.NEEDS_DETERMINATION:
            for number in view.standing.findings:
                if view.values[number] is None and view.docket.facts[number] not in case.unavailable:
                    return view.docket.facts[number]
    return None
