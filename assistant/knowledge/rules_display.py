"""One entitlement laid out for a person to read: clause, conditions, readings, doubts, worked examples."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from assistant.domain.document import Document
from assistant.domain.fact import Fact
from assistant.domain.rule import AllOf, Always, AnyOf, Comparison, Condition, Entitlement, Example, Negation, RuleBook
from assistant.knowledge.rulefiles.examples import OUTCOMES
from assistant.knowledge.vocabulary import in_words

_INDENT = "    "
_WORDS: Mapping[str, str] = {outcome: word for word, outcome in OUTCOMES.items()}


def describe(entitlement: str, book: RuleBook, facts: Mapping[str, Fact], documents: Sequence[Document]) -> str:
    """The entitlement as plain text, in the order in which an officer checks it; KeyError where there is none."""
    rule = book.entitlements[entitlement]
    document = next(document for document in documents if document.id == rule.clause.document)
    return "\n".join(_lines(rule, book, facts, document))


def _lines(rule: Entitlement, book: RuleBook, facts: Mapping[str, Fact], document: Document) -> Iterator[str]:
    clause = document.clause(rule.clause.number)
    yield f"{rule.label}（{rule.id}）"
    yield f"{document.number} {clause.label if clause else ''} · {rule.where}"
    yield from _titled("条文", [clause.text if clause else ""])
    yield from _titled("结论", [f"{rule.grants}（{rule.effect}）", f"决定机关：{rule.authority}", *_procedure(rule)])
    yield from _titled("前提（条文没有写明）", _conditions(rule.premises))
    yield from _titled("须全部满足", _conditions(rule.requirements))
    yield from _titled("除外（有一项就不符合）", _conditions(rule.exceptions))
    for point in (book.reading_points[name] for name in rule.readings):
        options = [f"{option}：{point.explanations[option]}" for option in point.options]
        yield from _titled(f"读法：{point.label}", options)
    yield from _titled("待核对", [f"· {doubt}" for doubt in rule.doubts])
    examples = [example for example in book.examples if example.entitlement == rule.id]
    yield from _titled("算例", [_example(example, facts) for example in examples])


def _titled(title: str, lines: Sequence[str] | Iterator[str]) -> Iterator[str]:
    body = [f"  {line}" for line in lines]
    if body:
        yield from ("", title, *body)


def _procedure(rule: Entitlement) -> Iterator[str]:
    if rule.procedure:
        yield f"程序：{rule.procedure}"
    if rule.in_force_from:
        yield f"自 {rule.in_force_from} 起适用"
    if rule.in_force_until:
        yield f"{rule.in_force_until} 起不再适用"


def _conditions(parts: Sequence[Condition], depth: int = 0) -> Iterator[str]:
    for part in parts:
        yield from _condition(part, depth)


def _condition(part: Condition, depth: int) -> Iterator[str]:
    lead = _INDENT * depth + "· "
    if isinstance(part, Comparison | Always):
        yield lead + part.text + (_quote(part.quote) if isinstance(part, Comparison) else "")
    elif isinstance(part, AllOf | AnyOf):
        yield from _joined(part, lead, depth)
    elif isinstance(part, Negation):
        yield f"{lead}不得：{_quote(part.quote)}"
        yield from _condition(part.child, depth + 1)
    else:
        yield f"{lead}按读法（{part.text}）：{_quote(part.quote)}"
        for name, option in part.options.items():
            yield f"{_INDENT * (depth + 1)}· {name}："
            yield from _condition(option, depth + 2)


def _joined(part: AllOf | AnyOf, lead: str, depth: int) -> Iterator[str]:
    title = "任一满足" if isinstance(part, AnyOf) else part.name or "全部满足"
    yield f"{lead}{title}：{_quote(part.quote)}"
    yield from _conditions(part.children, depth + 1)


def _quote(quote: str) -> str:
    return f" 「{quote}」" if quote else ""


def _example(example: Example, facts: Mapping[str, Fact]) -> str:
    known = "，".join(f"{facts[fact].name} {in_words(facts[fact], value)}" for fact, value in example.facts.items())
    waits = "、".join(facts[fact].name for fact in (*example.missing, *example.determinations))
    outcome = _WORDS[example.outcome] + (f"：{waits}" if waits else "")
    return f"· {example.name} → {outcome}\n      {known or '什么都不知道'}"
