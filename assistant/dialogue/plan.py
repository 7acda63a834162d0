"""What a turn sets out to do: steps that the conversation performs in order."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from assistant.domain.answer import Act
from assistant.domain.utterance import Ask, DocumentSide, WhatIf, WhyAbout


@dataclass(frozen=True, slots=True)
class Talk:
    """Small talk of this kind."""

    kind: str


@dataclass(frozen=True, slots=True)
class Reply:
    """Find what was asked about, and answer it.

    `stated` are the facts said in the same breath, `whole` the utterance where it asks one thing only, and `rest` what
    is left of it without the words that state facts.
    """

    ask: Ask
    stated: frozenset[str] = frozenset()
    whole: str = ""
    rest: str = ""


@dataclass(frozen=True, slots=True)
class Describe:
    """Say this of the documents themselves, from what is published with them."""

    side: DocumentSide


@dataclass(frozen=True, slots=True)
class Hear:
    """Take up facts that nobody asked about: they decide the topic, or give a brief overview, and open nothing.

    `rest` is what else was said, without the words that state facts; `keywords` the whole of an utterance that is no
    sentence but words with blanks between them.
    """

    rest: str = ""
    keywords: str = ""


@dataclass(frozen=True, slots=True)
class Decide:
    """Decide the topic with what is known now."""


@dataclass(frozen=True, slots=True)
class Survey:
    """Go through all entitlements, or only through those of one matter, to choose from."""

    entitlements: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Explain:
    """Account for this fact being asked for, or for the last answer (None): its reasons, its basis, what is doubted."""

    fact: str | None = None
    about: WhyAbout = "reasons"


@dataclass(frozen=True, slots=True)
class Suppose:
    """Decide under an overlay that is thrown away; `asks` are the questions that it was supposed for."""

    what_if: WhatIf
    asks: tuple[Ask, ...] = ()


@dataclass(frozen=True, slots=True)
class GiveOver:
    """Hand over to a person; `reason` is a key of the wording."""

    reason: str


@dataclass(frozen=True, slots=True)
class SayAgain:
    """Repeat the last answer."""


@dataclass(frozen=True, slots=True)
class BeginAgain:
    """Confirm that everything is forgotten."""


@dataclass(frozen=True, slots=True)
class TakeBack:
    """Confirm that the last turn is undone."""


@dataclass(frozen=True, slots=True)
class Clarify:
    """Say what was not understood, with at most three options."""

    text: str = ""
    options: tuple[str, ...] = ()


Step = (
    Talk
    | Reply
    | Describe
    | Hear
    | Decide
    | Survey
    | Explain
    | Suppose
    | GiveOver
    | SayAgain
    | BeginAgain
    | TakeBack
    | Clarify
)


@dataclass(frozen=True, slots=True)
class Plan:
    """The steps of a turn and the act they come to, unless performing them shows otherwise.

    `resume` says that a question was open before and is to be asked again where the steps do not lead to another.
    """

    act: Act
    steps: tuple[Step, ...]
    resume: bool = False


PRECEDENCE: Final[tuple[Act, ...]] = (
    "restart",
    "handoff",
    "what_if",
    "why",
    "list",
    "eligibility",
    "information",
    "out_of_scope",
    "clarify",
    "smalltalk",
)
"""Which act names a turn that performs several: the earlier in this order."""


def foremost(acts: tuple[Act, ...]) -> Act:
    """The act that names a turn performing all of `acts`."""
    return min(acts, key=PRECEDENCE.index, default="clarify")
