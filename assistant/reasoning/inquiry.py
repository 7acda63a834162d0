"""What to ask next: the fewest expected questions for one entitlement, the most information across many.

For one entitlement the state of a dialogue is the function that is left of it, so the optimum is found by dynamic
programming over the nodes of its diagram: cost(settled) = 0, and otherwise the least, over the facts that matter, of 1
plus the expected cost after the answer. Facts are taken as independent, with the priors of the population. Equal costs
keep the order in which the rule is written.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import Final

from assistant.domain.proof import Outcome
from assistant.reasoning.cells import Variable
from assistant.reasoning.diagram import IMPOSSIBLE, Diagram, Function, Node

_TIE: Final = 1e-9

Weights = Sequence[Sequence[float]]


class Inquiry:
    """The best questions about one entitlement, under one set of weights for the cells of its variables."""

    def __init__(self, diagram: Diagram, variables: Sequence[Variable], weights: Weights) -> None:
        self._diagram = diagram
        self.weights = weights
        self._inputs = [sum(1 << n for n in variable.inputs) for variable in variables]
        self._costs: dict[Function, float] = {}
        self._rankings: dict[Function, tuple[int, ...]] = {}
        self._chances: dict[Function, Mapping[Outcome, float]] = {}

    def cost(self, function: Function) -> float:
        """The fewest expected questions until the function is settled."""
        if type(function) is not Node:
            return 0.0
        found = self._costs.get(function)
        if found is None:
            found = self._costs[function] = min(self.cost_of_asking(function, n) for n in self.askable(function))
        return found

    def cost_of_asking(self, function: Function, variable: int) -> float:
        """The expected questions if `variable` is asked now and the best is asked from then on."""
        return 1.0 + sum(weight * self.cost(rest) for weight, rest in self._answers(function, variable))

    def ranking(self, function: Function) -> tuple[int, ...]:
        """The variables that matter and can be asked, most useful first."""
        found = self._rankings.get(function)
        if found is None:
            costs = {n: self.cost_of_asking(function, n) for n in self.askable(function)}
            found = tuple(sorted(costs, key=lambda n: (round(costs[n] / _TIE), n)))
            self._rankings[function] = found
        return found

    def askable(self, function: Function) -> list[int]:
        """The variables that matter; what follows from others only once those no longer matter."""
        support = self._diagram.support(function)
        return [n for n in _bits(support) if not support & self._inputs[n]]

    def gain(self, function: Function, variable: int) -> float:
        """How many bits the answer is expected to tell about the outcome."""
        if not self._diagram.support(function) >> variable & 1:
            return 0.0
        after = sum(w * entropy(self.chances(rest)) for w, rest in self._answers(function, variable))
        return max(0.0, entropy(self.chances(function)) - after)

    def chances(self, function: Function) -> Mapping[Outcome, float]:
        """The probability of each outcome."""
        if type(function) is not Node:
            return {function: 1.0}
        found = self._chances.get(function)
        if found is None:
            sums: dict[Outcome, float] = {}
            for weight, kid in self._answers(function, function.variable):
                for outcome, chance in self.chances(kid).items():
                    sums[outcome] = sums.get(outcome, 0.0) + weight * chance
            found = self._chances[function] = sums
        return found

    def _answers(self, function: Function, variable: int) -> list[tuple[float, Function]]:
        """The possible answers: the probability of each, and what it leaves."""
        rests = [self._diagram.restrict(function, variable, c) for c in range(len(self.weights[variable]))]
        pairs = [(w, f) for w, f in zip(self.weights[variable], rests, strict=True) if f is not IMPOSSIBLE]
        total = sum(weight for weight, _ in pairs)
        if total <= 0:
            return [(1.0 / len(pairs), rest) for _, rest in pairs]
        return [(weight / total, rest) for weight, rest in pairs if weight > 0]


def entropy(chances: Mapping[Outcome, float]) -> float:
    """The bits that are missing to know which one it is.

    >>> entropy({Outcome.MET: 0.5, Outcome.NOT_MET: 0.5})
    1.0
    """
    return -sum(p * math.log2(p) for p in chances.values() if p > 0)


def _bits(mask: int) -> list[int]:
    return [n for n in range(mask.bit_length()) if mask >> n & 1]
