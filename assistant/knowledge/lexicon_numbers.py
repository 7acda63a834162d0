"""Compiles the words that tell which fact a number is of: `rules/terms/numbers.yaml`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from assistant.domain.rule import RuleBook, leaves
from assistant.understanding.number_words import Ages, Ahead, Corrections, NumberWords, Passing, Service, Streak
from assistant.understanding.patterns import NumberPattern, PatternCompiler
from assistant.understanding.trie import word_list

Words = Mapping[str, Any]


class _Compiler:
    """The patterns of one file."""

    def __init__(self, compiler: PatternCompiler) -> None:
        self.set = compiler.compile_all
        self._number = compiler.compile_number

    def around(self, sources: Iterable[str]) -> tuple[NumberPattern, ...]:
        """Patterns of the words around a number."""
        return tuple(self._number(source) for source in sources)


def number_words(numbers: Words, passing: Words, compiler: PatternCompiler) -> NumberWords:
    """Which number goes to which fact; `passing` are the words for time that is supposed to pass."""
    compiled = _Compiler(compiler)
    around = compiled.around
    return NumberWords(
        events=tuple(numbers["events"]),
        homophones=tuple(numbers["homophones"]),
        tenure=around(numbers["tenure"]),
        tenure_there=compiled.set(numbers["tenure_there"]),
        all_there=compiled.set(numbers["all_there"]),
        below=around(numbers["below"]),
        ignore=around(numbers["ignore"]),
        ignore_dates=around(numbers["ignore_dates"]),
        ages=_ages(numbers["ages"], compiled),
        ahead=_ahead(numbers["ahead"], compiled),
        corrections=_corrections(numbers["corrections"], compiled),
        service=_service(numbers["service"], compiled),
        streak=_streak(numbers["streak"], compiled),
        passing=tuple(Passing(tuple(kind["facts"]), around(kind["patterns"])) for kind in passing["kinds"]),
        passing_wish=compiled.set(passing["wish"]),
        coming=passing["coming"],
        refused=compiled.set(numbers["refused"]),
        zero_when_refused=frozenset(numbers["zero_when_refused"]),
        zero_when_denied=frozenset(numbers["zero_when_denied"]),
    )


def thresholds(rulebook: RuleBook) -> dict[str, frozenset[float]]:
    """The numbers against which the rules hold each fact."""
    found: dict[str, set[float]] = {}
    for entitlement in rulebook.entitlements.values():
        for condition in (*entitlement.premises, *entitlement.requirements, *entitlement.exceptions):
            for leaf in leaves(condition):
                for value in leaf.values:
                    if isinstance(value, int | float) and not isinstance(value, bool):
                        found.setdefault(leaf.fact, set()).add(float(value))
    return {fact: frozenset(values) for fact, values in found.items()}


def _ages(ages: Words, compiled: _Compiler) -> Ages:
    return Ages(
        fact=ages["fact"],
        ignore=compiled.around(ages["ignore"]),
        bare=compiled.around(ages["bare"]),
        born=compiled.around(ages["born"]),
        born_asked=compiled.around(ages["born_asked"]),
        reached=compiled.around(ages["reached"]),
        answer_words=word_list(ages["answer_words"]),
    )


def _ahead(ahead: Words, compiled: _Compiler) -> Ahead:
    return Ahead(
        until=word_list(ahead["until"]),
        reached=compiled.set(ahead["reached"]),
        reached_then=compiled.set(ahead["reached_then"]),
        late=compiled.set(ahead["late"]),
        late_end=compiled.set(ahead["late_end"]),
        joined=compiled.set(ahead["joined"]),
        joined_end=compiled.set(ahead["joined_end"]),
        today=compiled.set(ahead["today"]),
        soon=compiled.around(ahead["soon"]),
        not_yet=compiled.around(ahead["not_yet"]),
        any_day=compiled.around(ahead["any_day"]),
        some_day=compiled.around(ahead["some_day"]),
    )


def _corrections(corrections: Words, compiled: _Compiler) -> Corrections:
    names = {fact: compiled.set(words) for fact, words in corrections["names"].items()}
    return Corrections(names, compiled.set(corrections["wrong"]), compiled.set(corrections["beside"]))


def _service(service: Words, compiled: _Compiler) -> Service:
    return Service(
        cumulative=service["cumulative"],
        continuous=service["continuous"],
        place_fact=service["place"]["fact"],
        places=frozenset(service["place"]["values"]),
        there=tuple(service["there"]),
        place_words=compiled.set(service["place_words"]),
        continuous_not=compiled.set(service["continuous_not"]),
        same=compiled.set(service["same"]),
        same_reason=service["same_reason"],
        continuous_cues=compiled.set(service["continuous_cues"]),
        cumulative_cues=compiled.set(service["cumulative_cues"]),
        work=compiled.around(service["work"]),
        since=compiled.set(service["since_bare"]),
        reason=service["reason"],
        sum_reason=service["sum_reason"],
        part_of=compiled.set(service["part_of"]),
        sequence=compiled.set(service["sequence"]),
        most_bare=service["most_bare"],
        implied_fact=service["implies"]["fact"],
        implied_value=service["implies"]["value"],
        implied_reason=service["implies"]["reason"],
        left=compiled.set(service["left"]),
        left_not=compiled.set(service["left_not"]),
        up_to=compiled.set(service["up_to"]),
        breaks=compiled.set(service["breaks"]),
        parted=compiled.set(service["parted"]),
        working=compiled.set(service["working"]),
        other_terms=compiled.set(service["other_terms"]),
        resumed=compiled.around(service["resumed"]),
        assigned=compiled.set(service["assigned"]),
        arrived=compiled.set(service["arrived"]),
        answer_words=word_list(service["answer_words"]),
    )


def _streak(streak: Words, compiled: _Compiler) -> Streak:
    implies = streak["implies"]
    return Streak(
        fact=streak["fact"],
        near=compiled.around(streak["near"]),
        wished=compiled.around(streak["wished"]),
        over=compiled.around(streak["over"]),
        words=compiled.set(streak["words"]),
        recent=streak["recent"],
        asked_cues=word_list(streak["asked_cues"]),
        most=streak["most"],
        implied_fact=implies["fact"],
        implied_value=implies["value"],
        reason=implies["reason"],
    )
