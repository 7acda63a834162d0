"""Compiles `rules/terms/findings.yaml`: what keeps words from telling that something was done and still stands."""

from __future__ import annotations

from collections.abc import Mapping
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
    return FindingWords(
        open=compiler.compile_all(terms["open"]),
        conditions=compiler.compile_all(terms["conditions"]),
        bare=compiler.compile_all(terms["bare"]),
        none_of_open=compiler.compile_all(terms["none_of_open"]),
        presumed=compiler.compile_all(terms["presumed"]),
        long_ago=compiler.compile_all(terms["long_ago"]),
        withdrawn=compiler.compile_all(terms["withdrawn"]),
        others=compiler.compile_all(terms["others"]),
        let_go=compiler.compile_all(terms["let_go"]),
        required=compiler.compile_all(terms["required"]),
        still_open=compiler.compile_all(answers["answers"]),
        open_facts=frozenset(answers["facts"]),
    )
