"""What rules/ says of how people ask: phrasings of each clause, lay words, fillers, and words of other matters."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from assistant.domain.document import ClauseId


@dataclass(frozen=True, slots=True)
class Phrasing:
    """One way in which people ask for a clause; `entitlement` where it asks for one of the clause's grants."""

    text: str
    clause: ClauseId
    entitlement: str | None = None


@dataclass(frozen=True, slots=True)
class Topic:
    """Words that show what a question is after, unless one of `unless` stands beside them.

    A `decisive` one shows it whatever else speaks for an answer (another province, another law).

    A matter (驾照) is none of the corpus's business; an attribute (多少钱) is a side of its own matters of which only
    clauses that match one of `stated` speak. `patterns` and `stated` are regular expressions. `kind` says which of the
    two it is.
    """

    id: str
    kind: str
    words: tuple[str, ...] = ()
    patterns: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    stated: tuple[str, ...] = ()
    decisive: bool = False


@dataclass(frozen=True, slots=True)
class Counting:
    """Words that stand for a clause's place (头一, 最后一, 倒数第), and those that may stand `before` it (这个文件)."""

    first: tuple[str, ...] = ()
    last: tuple[str, ...] = ()
    from_last: tuple[str, ...] = ()
    before: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Phrases:
    """All of it.

    `lay` maps a lay expression to the policy's words, which weigh `lay_weight` of a said one. `fillers` carry no
    content in a question. `personal` words (单位, 医院, 我爱人) are about the one who asks, and a clause need not cover
    them; `generic` words change no question. `lookalikes` are groups of characters taken for each other (聘骋).
    `declined` are questions that nothing here answers, most of which borrow the corpus's words. `counting` are words
    for clauses that are counted and not named.
    """

    phrasings: tuple[Phrasing, ...] = ()
    lay: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    lay_weight: float = 0.6
    fillers: tuple[str, ...] = ()
    personal: tuple[str, ...] = ()
    generic: tuple[str, ...] = ()
    lookalikes: tuple[str, ...] = ()
    topics: tuple[Topic, ...] = ()
    declined: tuple[str, ...] = ()
    counting: Counting = Counting()
