"""What the rules come to over every possible applicant: nothing that can never be, or never matter."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Final

from assistant.domain.fact import Fact, FactValue
from assistant.domain.rule import RuleBook
from assistant.knowledge.vocabulary import in_words
from assistant.reasoning.checks import Flaw, FlawKind, examine

_MESSAGES: Final[Mapping[FlawKind, str]] = {
    "never_met": "规则“{rule}”谁也不可能符合：{subject}不能同时成立。请核对条件。",
    "never_not_met": "规则“{rule}”谁都符合，没有人会不符合。请核对条件。",
    "condition_without_effect": "规则“{rule}”的条件“{subject}”{quote}成立与否都不影响结论。请删去，或核对其他条件。",
    "redundant_condition": (
        "规则“{rule}”的条件“{subject}”{quote}是多余的：其他条件已经包含它，或与它矛盾。请删去，或核对其他条件。"
    ),
    "exception_never_applies": "规则“{rule}”的除外“{subject}”{quote}永远用不上。请核对条件和除外。",
    "reading_never_differs": "规则“{rule}”的读法“{subject}”怎么读结果都一样。请删去，或核对各读法的条件。",
}


def check_meaning(book: RuleBook, facts: Mapping[str, Fact], day: date) -> Iterator[tuple[str, str]]:
    """Entitlements, conditions, exceptions and readings that cannot make a difference on `day`, each once."""
    flaws = examine(book, facts, day)
    hopeless = {flaw.entitlement for flaw in flaws if flaw.kind == "never_met"}
    told = [flaw for flaw in flaws if flaw.kind == "never_met" or flaw.entitlement not in hopeless]
    yield from dict.fromkeys((flaw.where, _message(flaw, facts)) for flaw in told)


def _message(flaw: Flaw, facts: Mapping[str, Fact]) -> str:
    subject = "、".join(f"“{part}”" for part in flaw.subject.split(" / ")) if flaw.kind == "never_met" else flaw.subject
    quote = f"「{flaw.quote}」" if flaw.quote else ""
    message = _MESSAGES[flaw.kind].format(rule=flaw.entitlement, subject=subject, quote=quote)
    return message + (f"例如：{_applicant(flaw.example, facts)}。" if flaw.example else "")


def _applicant(example: Mapping[str, FactValue], facts: Mapping[str, Fact]) -> str:
    return "，".join(f"{facts[fact].name} {in_words(facts[fact], value)}" for fact, value in example.items())
