"""A supposition that does not say so: a new value put as a half question after a decision (副高呢)."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Final

from assistant.dialogue.state import State
from assistant.domain.proof import Outcome
from assistant.domain.utterance import Command, SetFact, WhatIf

STOPS: Final = " 　。.！!？?~～…,，"
"""Marks that may follow the last word."""


def taken_as_supposed(
    commands: Sequence[Command], state: State, text: str, endings: Collection[str], unless: Collection[str]
) -> Sequence[Command]:
    """The commands, or one what-if of their facts where they only look like statements.

    That is so where nothing was asked, something was decided, nothing but facts is said, one of them is not what is
    known, and the words end as half questions do (`endings`, and not `unless`). Kept as facts they could overturn a
    decision that the person only wondered about.
    """
    facts = {command.fact: command.value for command in commands if isinstance(command, SetFact)}
    plain = all(isinstance(command, SetFact) and not command.corrects for command in commands)
    known = state.applicant.case.facts
    said = text.rstrip(STOPS)
    half_asked = said.endswith(tuple(endings)) and not said.endswith(tuple(unless))
    news = any(known.get(fact) != value for fact, value in facts.items())
    decided = any(given["outcome"] != Outcome.NEEDS_FACTS for given in state.ruled.values())
    if facts and plain and half_asked and news and decided and state.asked is None:
        return [WhatIf(facts, quote=text)]
    return commands
