"""Compiles `rules/terms/findings.yaml`: what keeps words from telling that something was done and still stands."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from typing import Any, Final

from assistant.domain.fact import Fact
from assistant.errors import RuleError
from assistant.understanding.finding_words import FindingWords
from assistant.understanding.patterns import PatternCompiler

FILE: Final = "rules/terms/findings.yaml"


def finding_words(terms: Mapping[str, Any], facts: Mapping[str, Fact], compiler: PatternCompiler) -> FindingWords:
    """The words of the file; RuleError where a fact does not exist."""
    answers = terms["still_open"]
    for fact in answers["facts"]:
        if fact not in facts:
            raise RuleError(FILE, f"没有编号为“{fact}”的事实。")
    words: dict[str, Any] = {"open_facts": frozenset(answers["facts"])}
    for field in fields(FindingWords):
        if field.name not in words:
            sources = answers["answers"] if field.name == "still_open" else terms[field.name]
            words[field.name] = compiler.compile_all(sources)
    return FindingWords(**words)
