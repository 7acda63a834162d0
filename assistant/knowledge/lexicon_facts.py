"""Compiles `rules/terms/expressions.yaml`: how people say each fact and value."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

from assistant.domain.fact import Fact, FactValue
from assistant.errors import RuleError
from assistant.understanding.lexicon import FactWords, Said
from assistant.understanding.patterns import PatternCompiler, PatternSet
from assistant.understanding.trie import word_list

FILE: Final = "rules/terms/expressions.yaml"

Words = Mapping[str, Any]


def fact_words(
    expressions: Mapping[str, Words], names: Words, facts: Mapping[str, Fact], compiler: PatternCompiler
) -> dict[str, FactWords]:
    """Fact id to its words, for every fact; RuleError where a fact or a value does not exist."""
    unknown = [fact for fact in (*expressions, *names) if fact not in facts]
    if unknown:
        raise RuleError(FILE, f"没有编号为“{unknown[0]}”的事实。")
    return {
        fact.id: _words(fact, expressions.get(fact.id, {}), names.get(fact.id, ()), compiler) for fact in facts.values()
    }


def _words(fact: Fact, words: Words, names: Any, compiler: PatternCompiler) -> FactWords:
    def patterns(field: str) -> PatternSet:
        return compiler.compile_all(words.get(field, ()))

    derived = words.get("derived", {})
    said = {
        "always": tuple(_said(fact, words.get("values", {}), compiler)),
        "near": tuple(_said(fact, words.get("near", {}), compiler, clear=False)),
        "asked": tuple(_said(fact, words.get("asked", {}), compiler, clear=False)),
        "derived": tuple(_said(fact, {k: v for k, v in derived.items() if k != "reason"}, compiler)),
    }
    return FactWords(
        **said,
        fact=fact,
        ways=PatternSet(tuple(each.pattern for ways in said.values() for each in ways)).prepare(),
        names=compiler.compile_all((fact.label, fact.name, *words.get("names", ()), *names)),
        across=tuple(_said(fact, words.get("across", {}), compiler, clear=False)),
        told=tuple(_said(fact, words.get("told", {}), compiler)),
        reason=derived.get("reason", ""),
        exclude=patterns("not"),
        wish=patterns("wish"),
        gap_not=patterns("gap_not"),
        not_by=patterns("not_by"),
        pending=patterns("pending"),
        context=patterns("context"),
        only_with=patterns("only_with") if "only_with" in words else None,
        not_with=patterns("not_with"),
        open=patterns("open"),
        withdrawn=patterns("withdrawn"),
        followed_by=patterns("followed_by") if "followed_by" in words else None,
        kind=patterns("kind") if "kind" in words else None,
        own_kind=patterns("own_kind"),
        many=bool(words.get("many", False)),
        single=bool(words.get("single", False)),
        beside=word_list(words["beside"]) if "beside" in words else None,
        today=bool(words.get("today", False)),
        of_self=bool(words.get("of_self", False)),
        finding=bool(words.get("finding", False)),
        topics=frozenset(words.get("topics", ())),
        not_when_asked=frozenset(words.get("not_when_asked", ())),
        not_topics=frozenset(words.get("not_topics", ())),
        authority=bool(words.get("authority", False)),
        of_policy=bool(words.get("of_policy", words.get("authority", False))),
        needs_assertion=bool(words.get("needs_assertion", False)),
        ever=bool(words.get("ever", False)),
        ends=bool(words.get("ends", False)),
        asserted_with=frozenset(words.get("asserted_with", ())),
        highest=bool(words.get("highest", False)),
        affirmed=_answer(words.get("affirmed", True)),
        refused=_answer(words.get("refused", False)),
    )


def _answer(value: Any) -> FactValue | None:
    return None if value == "none" else bool(value)


def _said(fact: Fact, values: Mapping[Any, list[str]], compiler: PatternCompiler, clear: bool = True) -> Iterator[Said]:
    for value, sources in values.items():
        if fact.type == "boolean" and not isinstance(value, bool):
            raise RuleError(FILE, f"事实“{fact.label}”的值应为 true 或 false，这里写了“{value}”。")
        if fact.type == "enum" and value not in fact.values:
            raise RuleError(FILE, f"事实“{fact.label}”没有“{value}”这个值。")
        for source in sources:
            yield Said(value, compiler.compile(source), clear)
