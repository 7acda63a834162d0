"""Reads what is filled in as on a form: 学历:大专;累计工作年限:6年."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Final

from assistant.domain.document import Span
from assistant.understanding.claims import Claim
from assistant.understanding.clauses import Clause
from assistant.understanding.scene import Scene

_LEAD: Final = 64
"""As many blanks stand in front of a value that is read by itself; no words reach further back."""
_LONGEST: Final = 120
"""How many characters are taken for filled in, where no full stop ends them; what follows is read as it stands."""
_MOST: Final = 30
"""How many fields are read; no form has more."""
_COLON: Final = frozenset(":：")


@dataclass(frozen=True, slots=True)
class Field:
    """A name of facts and the words filled in behind it. `facts` are what the name can mean, best first."""

    facts: tuple[str, ...]
    span: Span
    value: Span

    def scenes(self, scene: Scene) -> Iterator[Scene]:
        """The value read as the answer to a question for each of the facts, with only some blanks in front of it."""
        text = " " * min(self.value.start, _LEAD) + self.value.of(scene.text)
        for fact in self.facts:
            yield replace(scene, text=text, context=replace(scene.context, asked=fact))

    def in_place(self, claims: Iterable[Claim]) -> list[Claim]:
        """The claims of such a reading, in their places in the whole text."""
        moved = max(self.value.start - _LEAD, 0)
        return [replace(each, span=Span(each.span.start + moved, each.span.end + moved)) for each in claims]


def find_fields(scene: Scene) -> tuple[Field, ...]:
    """The fields that are filled in, in order."""
    in_pairs = _pairs(scene)
    if in_pairs:
        return in_pairs
    names = [_facts_named(clause, scene) for clause in scene.clauses]
    fields: list[Field] = []
    for index, clause in enumerate(scene.clauses[:-1]):
        if not names[index] or len(fields) == _MOST:
            continue
        last = index + 1
        most = scene.clauses[last].span.start + _LONGEST
        while last + 1 < len(names) and not names[last + 1] and _goes_on(scene.clauses[last + 1], clause, scene):
            if scene.clauses[last + 1].span.end > most:
                break
            last += 1
        value = Span(scene.clauses[index + 1].span.start, scene.clauses[last].span.end)
        fields.append(Field(names[index], Span(clause.span.start, value.end), value))
    return tuple(fields)


def _pairs(scene: Scene) -> tuple[Field, ...]:
    """职称 高级畜牧师 年龄 56: the fields, where nothing but names and a value behind each is said; else none."""
    clauses = scene.clauses
    if len(clauses) % 2 or len(clauses) > 2 * _MOST:
        return ()
    fields: list[Field] = []
    for name, value in zip(clauses[::2], clauses[1::2], strict=True):
        facts = _meant_by_name(name, scene) if name.sentence == value.sentence else ()
        if not facts or _meant_by_name(value, scene):
            return ()
        fields.append(Field(facts, Span(name.span.start, value.span.end), value.span))
    return tuple(fields)


def _goes_on(following: Clause, clause: Clause, scene: Scene) -> bool:
    """Whether a clause still belongs to the field: no blank and no full stop in front of it."""
    return following.sentence == clause.sentence and not scene.text[following.span.start - 1].isspace()


def _meant_by_name(clause: Clause, scene: Scene) -> tuple[str, ...]:
    """The facts that the clause names and says nothing else of, best first."""
    covered = any(words.names.covers(clause.text) for words in scene.lexicon.fact_words.values())
    return _facts_by_name(clause, scene) if covered else ()


def _facts_named(clause: Clause, scene: Scene) -> tuple[str, ...]:
    colon = scene.text[clause.span.end : clause.span.end + 1] in _COLON
    return _facts_by_name(clause, scene) if colon else ()


def _facts_by_name(clause: Clause, scene: Scene) -> tuple[str, ...]:
    """The facts with whose name the clause ends, best first."""
    named = []
    service = scene.lexicon.numbers.service
    other = {service.cumulative, service.continuous} if clause.text in service.other_terms else frozenset[str]()
    for fact, words in scene.lexicon.fact_words.items():
        if fact in other:
            continue  # 拟延聘年限
        ends = [match.start() for match in words.names.find(clause.text) if match.end() == len(clause.text)]
        if ends:
            named.append((min(ends), fact))
    continuous = service.continuous  # years alone claim less than years without a break
    return tuple(fact for _, fact in sorted(named, key=lambda each: (each[0], each[1] == continuous, each[1])))


def without(scene: Scene, fields: tuple[Field, ...]) -> Scene:
    """The scene with the fields blanked out."""
    text = list(scene.text)
    for field in fields:
        text[field.span.start : field.span.end] = " " * (field.span.end - field.span.start)
    return replace(scene, text="".join(text))
