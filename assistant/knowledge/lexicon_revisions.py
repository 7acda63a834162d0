"""Compiles `rules/terms/revisions.yaml`: which later words undo what was said before."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from assistant.domain.fact import Fact
from assistant.errors import RuleError
from assistant.understanding.patterns import PatternCompiler
from assistant.understanding.revision_words import Moved, Revision, RevisionWords

FILE: Final = "rules/terms/revisions.yaml"


def revision_words(terms: Mapping[str, Any], facts: Mapping[str, Fact], compiler: PatternCompiler) -> RevisionWords:
    """What later words undo; RuleError where a fact does not exist."""
    moved = terms["moved"]
    words = RevisionWords(
        revisions=tuple(
            Revision(
                words=compiler.compile_all(each["words"]),
                undoes=frozenset(each["undoes"]),
                unless=compiler.compile_all(each.get("unless", ())),
                last=each.get("last", False),
                lessens=each.get("lessens"),
            )
            for each in terms["revisions"]
        ),
        sure_doubts=compiler.compile_all(terms["doubts"]["sure"]),
        unsure_doubts=compiler.compile_all(terms["doubts"]["unsure"]),
        no_doubts=compiler.compile_all(terms["doubts"]["unless"]),
        moved=Moved(moved["fact"], frozenset(moved["places"]), tuple(moved["undoes"])),
        authorities={name: compiler.compile_all(said) for name, said in terms["authorities"].items()},
        beside_mistake=compiler.compile_all(terms["beside_mistake"]),
        mistake=compiler.compile_all(terms["mistake"]),
        not_so=compiler.compile_all(terms["not_so"]),
        sure_openers=compiler.compile_all(terms["openers"]["sure"]),
        unsure_openers=compiler.compile_all(terms["openers"]["unsure"]),
        turns=compiler.compile_all(terms["turns"]),
        preludes=compiler.compile_all(terms["preludes"]),
        instead=compiler.compile_all(terms["instead"]),
        not_yet=compiler.compile_all(terms["not_yet"]),
        found_since=compiler.compile_all(terms["found_since"]),
    )
    named = {moved["fact"], *moved["undoes"]}
    named.update(*(each.undoes | ({each.lessens} if each.lessens else set()) for each in words.revisions))
    for name in sorted(words.authorities.keys() - {fact.determined_by for fact in facts.values()}):
        raise RuleError(FILE, f"没有由“{name}”认定的事实。")
    for fact in sorted(named - facts.keys()):
        raise RuleError(FILE, f"没有编号为“{fact}”的事实。")
    return words
