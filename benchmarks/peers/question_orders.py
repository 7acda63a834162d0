"""How many questions other ways of asking need, in exact expectation under the same priors.

Every order stops as soon as the outcome is settled exactly, which favours those whose engine notices it later. A
derived fact is asked once its inputs are known.
"""

from collections.abc import Callable
from datetime import date
from functools import cache

from assistant.domain.fact import Case
from assistant.domain.proof import ProofNode, Status
from assistant.reasoning.diagram import Node
from assistant.reasoning.docket import Docket, View

Masks = tuple[int, ...]
Pick = Callable[[Docket, Masks], int]


def fixed_form(desk: Docket, masks: Masks) -> int:
    """The next fact of the form, whether it matters or not."""
    support = desk.rule.diagram.support(desk.rule.standing(masks).open)
    derived = {n for n, variable in enumerate(desk.rule.variables) if variable.inputs}
    return next(n for n in _unknown(desk, masks) if n not in derived or support >> n & 1)


def document_order(desk: Docket, masks: Masks) -> int:
    """The first fact, as the rule is written, that can still matter."""
    open_ = desk.rule.standing(masks).open
    return min(desk.inquiry().askable(open_))


def occurrence_count(desk: Docket, masks: Masks) -> int:
    """The fact that stands most often in branches that are still undecided, as publicodes counts."""
    counts: dict[int, int] = {}
    for fact in _open_leaves(_proof(desk, masks)):
        number = desk.rule.place[fact]
        inputs = [n for n in desk.rule.variables[number].inputs if _is_unknown(desk, masks, n)]
        for n in inputs or [number]:
            counts[n] = counts.get(n, 0) + 1
    asked = [n for n in counts if n < desk.rule.first_finding and _is_unknown(desk, masks, n)]
    return max(sorted(asked), key=counts.__getitem__)


def best(desk: Docket, masks: Masks) -> int:
    """What the reasoner asks."""
    return desk.inquiry().ranking(desk.rule.standing(masks).open)[0]


def expected(desk: Docket, pick: Pick) -> float:
    """The expected number of questions until the outcome is settled."""

    @cache
    def cost(masks: Masks) -> float:
        if type(desk.rule.standing(masks).open) is not Node:
            return 0.0
        number = pick(desk, masks)
        weights = desk.inquiry().weights[number]
        after = [(*masks[:number], 1 << cell, *masks[number + 1 :]) for cell in range(len(weights))]
        return 1.0 + sum(w * cost(known) for w, known in zip(weights, after, strict=True) if w > 0)

    return cost(desk.rule.full)


def ask_everything(desk: Docket) -> float:
    """All facts of a form that derives nothing it can derive: the plain facts, without determinations."""
    return float(sum(not desk.rule.variables[n].inputs for n in _form(desk)))


def _is_unknown(desk: Docket, masks: Masks, number: int) -> bool:
    return masks[number] & (masks[number] - 1) != 0


def _unknown(desk: Docket, masks: Masks) -> list[int]:
    return [n for n in _form(desk) if _is_unknown(desk, masks, n)]


def _form(desk: Docket) -> list[int]:
    """The facts that the rule names or that its derived facts follow from, without determinations."""
    used = {comparison.fact for comparison in desk.rule.comparisons}
    inputs = {i for variable in desk.rule.variables for i in variable.inputs}
    return [n for n in range(desk.rule.first_finding) if desk.facts[n] in used or n in inputs]


def _proof(desk: Docket, masks: Masks) -> ProofNode:
    values = [
        None if _is_unknown(desk, masks, n) else variable.scale.sample(masks[n].bit_length() - 1)
        for n, variable in enumerate(desk.rule.variables)
    ]
    return desk.prove(View(desk, masks, values, (), desk.rule.standing(masks)), Case(), date.today())


def _open_leaves(node: ProofNode) -> list[str]:
    if node.status is not Status.UNKNOWN:
        return []
    if not node.children:
        return [node.fact] if node.fact else []
    return [fact for child in node.children for fact in _open_leaves(child)]
