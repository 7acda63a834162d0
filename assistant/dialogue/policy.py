"""From what was said, and how the talk stands, to what is done about it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from assistant.dialogue.plan import (
    BeginAgain,
    Clarify,
    Decide,
    Describe,
    Explain,
    GiveOver,
    Hear,
    Plan,
    Reply,
    SayAgain,
    Step,
    Suppose,
    Survey,
    TakeBack,
    Talk,
    foremost,
)
from assistant.dialogue.state import State, names_something
from assistant.domain.answer import Act
from assistant.domain.utterance import (
    AboutDocument,
    Ask,
    Browse,
    Command,
    Deny,
    DontKnow,
    Drop,
    Handoff,
    ListEntitlements,
    NewPerson,
    NotUnderstood,
    Repeat,
    Restart,
    SetBound,
    SetFact,
    Smalltalk,
    Undo,
    WhatIf,
    Why,
)

CLOSING: Final = ("thanks", "goodbye")
"""The small talk that ends a matter."""
Statement = SetFact | SetBound | Deny | DontKnow | NewPerson
"""Commands that say something of the applicant."""


def decide_act(
    before: State, state: State, commands: Sequence[Command], text: str = "", skipped: str | None = None
) -> Plan:
    """What to do about `commands`, which led from the state `before` to `state`; `text` is the whole utterance.

    Content wins over small talk, and everything asked is answered, in the order in which it was said. A question
    `skipped` is left for the others.
    """
    if skipped is not None:
        return Plan("eligibility", (Hear(),))
    wanted = next((command for command in commands if isinstance(command, Handoff)), None)
    if wanted is not None:
        return Plan("handoff", (GiveOver(wanted.reason),))
    if any(isinstance(command, Repeat) for command in commands) and len(commands) == 1:
        return Plan(_repeated(before), (SayAgain(),), resume=before.asked is not None)
    steps = _asked_for(before, commands, text)
    steps = _with_statements(state, steps, commands, text) or _without_content(commands)
    return Plan(foremost(tuple(_act(step) for step in steps)), steps, resume=_resumes(before, steps))


def _asked_for(before: State, commands: Sequence[Command], text: str) -> tuple[Step, ...]:
    """The steps that were asked for outright, in the order in which they were."""
    if before.wondering:  # what the last question left out is said now, so it is about the person still
        commands = [replace(c, personal=True) if isinstance(c, Ask) else c for c in commands]
    asks = tuple(command for command in commands if isinstance(command, Ask))
    supposed = next((command for command in commands if isinstance(command, WhatIf)), None)
    if supposed is not None:
        return (Suppose(supposed, tuple(ask for ask in asks if names_something(ask))),)
    stated, whole = _facts(commands), text if len(asks) == 1 else ""
    rest = _without_facts(whole, commands)
    steps = (Reply(c, stated, whole, rest) if isinstance(c, Ask) else _step(before, c) for c in commands)
    return tuple(dict.fromkeys(step for step in steps if step is not None))


def _step(before: State, command: Command) -> Step | None:
    match command:
        case ListEntitlements():
            return Survey()
        case Browse():
            return Survey(command.entitlements)
        case AboutDocument():
            return Describe(command.side)
        case Why():
            return Explain(command.fact or before.asked, command.about)
        case Restart():
            return BeginAgain()
        case Undo():
            return TakeBack()
        case _:
            return None


def _facts(commands: Sequence[Command]) -> frozenset[str]:
    """The facts that the commands say something of."""
    return frozenset(c.fact for c in commands if isinstance(c, (SetFact, SetBound, Deny, DontKnow)) and c.fact)


def _without_facts(text: str, commands: Sequence[Command]) -> str:
    """The text with the words that state facts left out; empty where there are none."""
    spans = [c.span for c in commands if isinstance(c, (SetFact, SetBound)) and c.span is not None]
    kept = "".join(mark for place, mark in enumerate(text) if not any(s.start <= place < s.end for s in spans))
    return kept if kept != text else ""


def _with_statements(state: State, steps: tuple[Step, ...], commands: Sequence[Command], text: str) -> tuple[Step, ...]:
    """The steps, and what follows from statements that no step takes up by itself."""
    if any(isinstance(step, TakeBack) for step in steps):
        return (*steps, Decide()) if state.topic else steps
    told = any(isinstance(command, Statement) for command in commands)
    asks = [step.ask for step in steps if isinstance(step, Reply)]
    if not told or any(isinstance(step, (Survey, Suppose)) for step in steps):
        return steps
    if any(ask.personal for ask in asks) or (asks and not state.topic):
        return steps  # what was said goes with what was asked
    if asks:
        return (*steps, Decide())
    if steps and not _facts(commands):
        return steps
    rest = _without_facts(text, commands)
    return (*steps, Hear(rest, text if rest and _is_list_of_words(text) else ""))


def _is_list_of_words(text: str) -> bool:
    """Whether the text is no sentence but words with blanks between them (引进人才 职数 满了)."""
    words = text.split()
    return len(words) > 1 and all(word.isalnum() for word in words)


def _without_content(commands: Sequence[Command]) -> tuple[Step, ...]:
    talk = next((command for command in commands if isinstance(command, (Smalltalk, Drop))), None)
    if talk is not None:
        return (Talk(talk.kind),)
    lost = next((command for command in commands if isinstance(command, NotUnderstood)), NotUnderstood(""))
    return (Clarify(lost.text, lost.options[:3]),)


def _resumes(before: State, steps: tuple[Step, ...]) -> bool:
    """Whether a question that was open is asked again; a fresh start leaves it, and thanks repeat nothing."""
    leaves = (isinstance(step, BeginAgain) or (isinstance(step, Talk) and step.kind in CLOSING) for step in steps)
    return before.asked is not None and not any(leaves)


def _act(step: Step) -> Act:
    match step:
        case Talk() | TakeBack():
            return "smalltalk"
        case Reply(ask=ask):
            return "eligibility" if ask.personal else "information"
        case Describe():
            return "information"
        case Decide():
            return "eligibility"
        case Hear() | Survey():
            return "list"
        case Explain():
            return "why"
        case Suppose():
            return "what_if"
        case GiveOver():
            return "handoff"
        case BeginAgain():
            return "restart"
        case _:
            return "clarify"


def _repeated(before: State) -> Act:
    act: Act = before.last["act"] if before.last else "clarify"
    return act
