"""What a condition may refer to, and where it stands."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from difflib import SequenceMatcher
from typing import Final, Literal

from assistant.domain.document import Clause, ClauseId
from assistant.domain.fact import Fact
from assistant.domain.rule import Condition, ReadingPoint
from assistant.errors import RuleError
from assistant.knowledge.rulefiles.source import Entry, suggestion

_WORTH_SHOWING: Final = 4


@dataclass(frozen=True, slots=True)
class Names:
    """Facts by label or short label, reading points by id, shared definitions by name."""

    facts: Mapping[str, Fact]
    points: Mapping[str, ReadingPoint] = field(default_factory=dict)
    definitions: Mapping[str, Condition] = field(default_factory=dict)

    @classmethod
    def of(cls, facts: Mapping[str, Fact], points: Mapping[str, ReadingPoint]) -> Names:
        """Names for these facts and points, with no definition yet."""
        by_name = {name: fact for fact in facts.values() for name in (fact.label, fact.name)}
        return cls(by_name, points)

    def defining(self, name: str, condition: Condition) -> Names:
        """The same names and one definition more."""
        return replace(self, definitions={**self.definitions, name: condition})

    @property
    def by_id(self) -> Mapping[str, Fact]:
        """The facts by id."""
        return {fact.id: fact for fact in self.facts.values()}

    def fact(self, word: str, entry: Entry) -> Fact:
        """The fact of that name; RuleError with the nearest name where there is none."""
        if word not in self.facts:
            raise entry.error(f"事实“{word}”没有定义。{suggestion(word, [*self.facts, *self.definitions])}")
        return self.facts[word]


@dataclass(frozen=True, slots=True)
class Scope:
    """Where a condition stands: its clause, the words it inherits, and whether it must have words of the clause.

    A requirement must (`required`), a premise must not (`none`), a shared definition may (`optional`: what has none
    takes the words of the place where it is used).
    """

    names: Names
    clause: Clause | None = None
    quote: str = ""
    words: Literal["required", "optional", "none"] = "required"

    @property
    def id(self) -> ClauseId | None:
        """The id of the clause."""
        return self.clause.id if self.clause else None

    def under(self, quote: str, entry: Entry) -> Scope:
        """The scope of conditions below one that has these words (or none of its own)."""
        if not quote:
            return self
        if self.words == "none" or self.clause is None:
            raise entry.error("这里不应有「」。有条文原话的条件请移到那一条的“须全部满足”。")
        require_quote(quote, self.clause, entry)
        return replace(self, quote=quote)


def require_quote(quote: str, clause: Clause, entry: Entry) -> None:
    """RuleError where the words do not stand in the clause word for word, with the part that does."""
    if clause.find(quote) is None:
        raise missing_quote(quote, clause, entry.where)


def missing_quote(quote: str, clause: Clause, where: str) -> RuleError:
    """The error of a quote that does not stand in the clause."""
    match = SequenceMatcher(None, quote, clause.text, autojunk=False).find_longest_match()
    shared = quote[match.a : match.a + match.size]
    near = f"只有“{shared}”对得上。" if match.size >= _WORTH_SHOWING else ""
    return RuleError(where, f"{clause.label}里没有“{quote}”这句话。{near}请逐字照抄条文，括号和标点分全角、半角。")
