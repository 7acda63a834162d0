"""One entitlement ready to be looked at for a case: compiled, with its proof plan and its inquiries."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from assistant.domain.fact import Case, FactValue
from assistant.domain.proof import Outcome, ProofNode, ReadingOutcome
from assistant.reasoning.cells import Interval, Steps, whole
from assistant.reasoning.consistency import Laws
from assistant.reasoning.derivation import in_force
from assistant.reasoning.inquiry import Inquiry
from assistant.reasoning.outcome import CompiledRule, ImpossibleFactsError, Standing, World
from assistant.reasoning.proof import ProofPlan, with_grounds

Widths = tuple[tuple[int, Interval], ...]
"""The intervals of unknown numbers that a bound or a law narrows, by variable number."""

_REMEMBERED: Final = 64


@dataclass(frozen=True, slots=True)
class View:
    """An entitlement as one case sees it: the cells and values of its variables, and where it stands."""

    docket: Docket
    masks: tuple[int, ...]
    values: Sequence[FactValue | None]
    widths: Widths
    standing: Standing

    @property
    def inquiry(self) -> Inquiry:
        """What is best asked, with what the case says of numbers whose cell is not known."""
        return self.docket.inquiry(tuple([w for w in self.widths if self.masks[w[0]] & (self.masks[w[0]] - 1)]))


class Docket:
    """One compiled entitlement. `look` raises KeyError or ImpossibleFactsError for facts that cannot be."""

    def __init__(self, rule: CompiledRule, world: World, laws: Laws) -> None:
        self.rule = rule
        self.facts = tuple(variable.fact.id for variable in rule.variables)
        self._laws = laws
        self._plan = ProofPlan(rule, world)
        self._full = list(rule.full)
        self._lookups = [(n, v.fact.id, v.scale.index) for n, v in enumerate(rule.variables)]
        self._tables = [(rule.place[name], table) for name, table in rule.tables.items() if name in rule.place]
        # A number that stands in the variables only because a law ties it to another one neither rises nor narrows.
        used = {comparison.fact for comparison in rule.comparisons}
        self.numbers = [n for n, v in enumerate(rule.variables) if v.fact.type == "number" and v.fact.id in used]
        self.growing = [n for n in self.numbers if rule.variables[n].fact.grows]
        self._inquiries: dict[Widths, Inquiry] = {}
        self._out_of_force = _out_of_force(rule)

    def look(self, case: Case, as_of: date) -> View:
        """Where the entitlement stands for a case on a day."""
        known = case.facts
        masks = self._full.copy()
        values: list[FactValue | None] = [None] * len(masks)
        for number, fact, index in self._lookups:
            value = known.get(fact)
            if value is not None:
                values[number] = value
                masks[number] = 1 << index(value)
        unknown = [n for n in self.numbers if values[n] is None]
        widths = self._narrow(case, masks, unknown) if unknown else ()
        cells = tuple(masks)
        return View(self, cells, values, widths, self.stand(cells, as_of))

    def stand(self, masks: tuple[int, ...], as_of: date) -> Standing:
        """Where the entitlement stands for these cells on a day."""
        source = self.rule.entitlement
        if in_force(source.in_force_from, source.in_force_until, as_of):
            return self.rule.standing(masks)
        return self._out_of_force

    def suppose(self, masks: tuple[int, ...], as_of: date) -> Outcome:
        """The outcome for these cells; cells that exclude one another, as a supposition may, meet nothing."""
        try:
            return self.stand(masks, as_of).outcome
        except ImpossibleFactsError:
            return Outcome.NOT_MET

    def raised(self, view: View, numbers: Sequence[int]) -> Standing:
        """Where it would stand if it were open how far these numbers rise."""
        masks = list(view.masks)
        for n in numbers:
            masks[n] = self._full[n] & -(masks[n] & -masks[n])
        return self.rule.standing(tuple(masks))

    def awaits(self, view: View, as_of: date) -> tuple[str, ...]:
        """The unknown facts, else the findings, without which nobody can say when time will meet it; () if never."""
        if not in_force(None, self.rule.entitlement.in_force_until, as_of):
            return ()
        standing = self.raised(view, self.growing)
        if Outcome.MET in standing.possible:
            open_ = [n for n in self.inquiry().askable(standing.open) if view.values[n] is None]
            return tuple(self.facts[n] for n in open_)
        findings = standing.findings if Outcome.NEEDS_DETERMINATION in standing.possible else ()
        return tuple(self.facts[n] for n in findings)

    def cuts(self, number: int) -> tuple[float, ...]:
        """The thresholds of a number."""
        scale = self.rule.variables[number].scale
        return scale.cuts if isinstance(scale, Steps) else ()

    def prove(self, view: View, case: Case, as_of: date) -> ProofNode:
        """The proof of where a view of `case` stands."""
        masks: Sequence[int] = view.masks
        if self._tables:
            masks = self._derived_masks(masks, view.values)
        proof = self._plan.build(view.standing.outcome, masks, view.values, as_of)
        narrowed = [self.facts[number] for number, _ in view.widths]
        grounds = {fact: ground for fact in narrowed if (ground := self._laws.grounds(fact, case))}
        return with_grounds(proof, grounds) if grounds else proof

    def inquiry(self, widths: Widths = ()) -> Inquiry:
        """The inquiry for these intervals of numbers."""
        found = self._inquiries.get(widths)
        if found is None:
            if len(self._inquiries) >= _REMEMBERED:
                self._inquiries.clear()
            narrowed = dict(widths)
            weights = [variable.scale.weights(narrowed.get(n)) for n, variable in enumerate(self.rule.variables)]
            found = self._inquiries[widths] = Inquiry(self.rule.diagram, self.rule.variables, weights)
        return found

    def _narrow(self, case: Case, masks: list[int], unknown: Sequence[int]) -> Widths:
        """Take from the `masks` of unknown numbers what bounds and laws exclude, and say to which intervals."""
        intervals = self._laws.intervals(case)
        widths = []
        for number in unknown:
            variable = self.rule.variables[number]
            interval = intervals.get(variable.fact.id)
            if interval is not None and interval != whole(variable.fact):
                masks[number] &= variable.scale.within(interval)
                widths.append((number, interval))
        return tuple(widths)

    def _derived_masks(self, masks: Sequence[int], values: Sequence[FactValue | None]) -> list[int]:
        """The cells of derived facts that their table leaves possible; and its value, where that is one."""
        narrowed = list(masks)
        for number, table in self._tables:
            variable = self.rule.variables[number]
            known = [values[n] for n in variable.inputs]
            possible = table.possible(known[0], known[1] if len(known) > 1 else None)
            narrowed[number] = 0
            for value in possible:
                narrowed[number] |= 1 << variable.scale.index(value)
        return narrowed


def _out_of_force(rule: CompiledRule) -> Standing:
    """Before its first day and from its last one on, nothing is met, however it is read."""
    refused = Outcome.NOT_MET
    readings = [ReadingOutcome(points, refused) for points in rule.combinations if rule.entitlement.readings]
    return Standing(refused, tuple(readings), refused, frozenset((refused,)), ())
