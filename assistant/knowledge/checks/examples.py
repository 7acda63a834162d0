"""Worked examples: each is decided and compared, and each rule has the ones that would show a slip."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from assistant.domain.fact import Case, Fact
from assistant.domain.proof import Decision, Outcome
from assistant.domain.rule import Comparison, Entitlement, Example, RuleBook, leaves
from assistant.knowledge.rulefiles.examples import OUTCOMES
from assistant.reasoning.reasoner import Reasoner

_WORDS: Mapping[str, str] = {outcome: word for word, outcome in OUTCOMES.items()}
_OPEN = (Outcome.NEEDS_FACTS, Outcome.NEEDS_DETERMINATION)


def check_examples(book: RuleBook, facts: Mapping[str, Fact]) -> Iterator[tuple[str, str]]:
    """Examples that come to something else than they say, and rules that lack an example."""
    reasoner = Reasoner(book, facts)
    for example in book.examples:
        yield from _run(example, reasoner, facts)
    for rule in book.entitlements.values():
        yield from _coverage(rule, [example for example in book.examples if example.entitlement == rule.id], facts)


def _run(example: Example, reasoner: Reasoner, facts: Mapping[str, Fact]) -> Iterator[tuple[str, str]]:
    day = example.as_of
    assert day is not None
    decision = reasoner.decide(example.entitlement, Case(facts=example.facts), day)
    expected = _said(example.outcome, (*example.missing, *example.determinations), facts)
    found = _said(decision.outcome, _listed(decision), facts)
    if expected != found:
        yield example.where, f"算例“{example.name}”写的是“{expected}”，按规则是“{found}”。请核对规则或算例。"


def _listed(decision: Decision) -> tuple[str, ...]:
    if decision.outcome is Outcome.NEEDS_FACTS:
        return decision.missing
    if decision.outcome is Outcome.NEEDS_DETERMINATION:
        return tuple(determination.fact for determination in decision.determinations)
    return ()


def _said(outcome: str, listed: Iterable[str], facts: Mapping[str, Fact]) -> str:
    """An outcome as the tables write it; the facts in the vocabulary's order, since their order is no matter here."""
    among = set(listed)
    names = "、".join(fact.name for fact in facts.values() if fact.id in among)
    return f"{_WORDS[outcome]}：{names}" if names else _WORDS[outcome]


def _coverage(rule: Entitlement, examples: list[Example], facts: Mapping[str, Fact]) -> Iterator[tuple[str, str]]:
    outcomes = {example.outcome for example in examples}
    wanted = [Outcome.MET, Outcome.NOT_MET, *([Outcome.DIVERGENT] if rule.readings else [])]
    lacking = [_WORDS[outcome] for outcome in wanted if outcome not in outcomes]
    if not outcomes.intersection(_OPEN):
        lacking.append("待补充或待认定")
    if lacking:
        yield rule.where, f"规则“{rule.id}”没有结论为“{'”“'.join(lacking)}”的算例。请各补一个。"
    parts = (*rule.premises, *rule.requirements, *rule.exceptions)
    for leaf in dict.fromkeys(leaf for part in parts for leaf in leaves(part)):
        if facts[leaf.fact].type == "number":
            yield from _boundary(rule, leaf, facts[leaf.fact], examples)


def _boundary(rule: Entitlement, leaf: Comparison, fact: Fact, examples: list[Example]) -> Iterator[tuple[str, str]]:
    """A threshold needs an example at it, within one unit below, and within one unit above."""
    threshold = float(leaf.values[0])
    said = [float(example.facts[fact.id]) for example in examples if fact.id in example.facts]
    lacking = []
    if not any(threshold - 1 <= value < threshold for value in said):
        lacking.append(f"{threshold - 1:g}")
    if threshold not in said:
        lacking.append(f"{threshold:g}")
    if not any(threshold < value <= threshold + 1 for value in said):
        lacking.append(f"{threshold + 1:g}")
    if lacking:
        yield (
            rule.where,
            f"规则“{rule.id}”的“{leaf.text}”缺边界算例：{fact.name}为 {'、'.join(lacking)} 的各补一个。",
        )
