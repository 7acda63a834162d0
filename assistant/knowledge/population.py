"""How answers are spread among those who ask: `rules/population.yaml`. Used to choose questions, never to decide."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise
from pathlib import Path
from typing import Final

from assistant.domain.fact import Fact, FactValue
from assistant.domain.rule import Prior
from assistant.knowledge.rulefiles.source import Entry, parse, read
from assistant.knowledge.vocabulary import fact_named

FILE: Final = "rules/population.yaml"


def load_priors(root: Path, facts: Mapping[str, Fact]) -> Mapping[str, Prior]:
    """Fact id to prior; facts that the file does not name have none."""
    if not (root / FILE).is_file():
        return {}
    given = parse(read(root, FILE), FILE).fields(("priors",), required=("priors",))
    priors = [_prior(key, value, facts) for key, value in given["priors"].pairs()]
    return {prior.fact: prior for prior in priors}


def _prior(key: Entry, value: Entry, facts: Mapping[str, Fact]) -> Prior:
    fact = fact_named(key, facts)
    given = value.fields(("weights", "points", "because"), required=("because",))
    expected = "points" if fact.type == "number" else "weights"
    if set(given) != {expected, "because"}:
        raise value.error(f"“{fact.label}”应写 {expected} 和 because（假设的理由）两项。")
    if expected == "weights":
        return Prior(fact.id, weights=_weights(given["weights"], fact))
    return Prior(fact.id, points=_points(given["points"], fact))


def _weights(entry: Entry, fact: Fact) -> Mapping[FactValue, float]:
    accepted: dict[str, FactValue] = {value: value for value in fact.values}
    if fact.type == "boolean":
        accepted = {"true": True, "false": False}
    weights = {key.raw(): share.number() for key, share in entry.pairs()}
    if set(weights) != set(accepted):
        raise entry.error(f"“{fact.label}”的每个取值都要写一个比例：{'、'.join(accepted)}。")
    if abs(sum(weights.values()) - 1) > 1e-9 or min(weights.values()) <= 0:
        raise entry.error(f"各比例须大于 0，加起来等于 1，这里是 {sum(weights.values()):g}。")
    return {accepted[name]: share for name, share in weights.items()}


def _points(entry: Entry, fact: Fact) -> tuple[tuple[float, float], ...]:
    points = tuple((key.number(), share.number()) for key, share in entry.pairs())
    values, shares = [value for value, _ in points], [share for _, share in points]
    rising = all(a < b for a, b in pairwise(values)) and all(a <= b for a, b in pairwise(shares))
    if len(points) < 2 or not rising or shares[0] != 0 or shares[-1] != 1:
        raise entry.error(f"“{fact.label}”的各点须从小到大，累计比例从 0 到 1。")
    if values[0] < (fact.minimum or 0) or values[-1] > (fact.maximum or values[-1]):
        raise entry.error(f"“{fact.label}”的各点超出了 {fact.minimum:g} 到 {fact.maximum:g}。")
    return points
