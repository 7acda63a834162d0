"""From what was said, and how the talk stands, to what is done about it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assistant.dialogue.plan import (
    BeginAgain,
    Clarify,
    Decide,
    Explain,
    GiveOver,
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
from assistant.dialogue.state import State
from assistant.domain.answer import Act
from assistant.domain.utterance import (
    Ask,
    Command,
    Deny,
    DontKnow,
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

Statement = SetFact | SetBound | Deny | DontKnow | NewPerson
"""Commands that say something of the applicant."""


def decide_act(before: State, state: State, commands: Sequence[Command], text: str = "") -> Plan:
    """What to do about `commands`, which led from the state `before` to `state`; `text` is the whole utterance.

    Content wins over small talk, and everything asked is answered, in the order in which it was said.
    """
    if any(isinstance(command, Handoff) for command in commands):
        return Plan("handoff", (GiveOver("asked"),))
    if any(isinstance(command, Repeat) for command in commands) and len(commands) == 1:
        return Plan(_repeated(before), (SayAgain(),), resume=before.asked is not None)
    stated = tuple(command for command in commands if isinstance(command, Statement))
    steps = _steps(state, _with_content(commands, state, text), stated)
    steps = _with_statements(state, steps, stated) or _without_content(commands)
    return Plan(foremost(tuple(_act(step) for step in steps)), steps, resume=_resumes(before, steps))


def _steps(state: State, commands: Sequence[Command], stated: Sequence[Statement]) -> tuple[Step, ...]:
    """The steps that were asked for outright."""
    facts = frozenset(c.fact for c in stated if isinstance(c, (SetFact, SetBound, DontKnow)) and c.fact)
    supposed = next((command for command in commands if isinstance(command, WhatIf)), None)
    if supposed is not None:
        asks = tuple(command for command in commands if isinstance(command, Ask) and _names_something(command))
        return (Suppose(supposed, asks),)
    steps = (_step(state, command, facts) for command in commands)
    return tuple(dict.fromkeys(step for step in steps if step is not None))


def _with_content(commands: Sequence[Command], state: State, text: str) -> list[Command]:
    """The commands; a question without content and without a topic is asked with the whole utterance."""
    lost = [c for c in commands if isinstance(c, Ask) and not (_names_something(c) or state.topic)]
    return [replace(c, text=text) if isinstance(c, Ask) and c in lost else c for c in commands]


def _step(state: State, command: Command, stated: frozenset[str]) -> Step | None:
    match command:
        case Ask() if not _names_something(command):
            return Decide(time=command.time) if state.topic else Clarify()
        case Ask():
            return Reply(command, stated)
        case ListEntitlements():
            return Survey()
        case Why():
            return Explain(command.fact or state.asked)
        case Restart():
            return BeginAgain()
        case Undo():
            return TakeBack()
        case _:
            return None


def _names_something(ask: Ask) -> bool:
    """Whether the question says what it is about."""
    return bool(ask.text or ask.entitlements or ask.clauses)


def _with_statements(state: State, steps: tuple[Step, ...], stated: Sequence[Statement]) -> tuple[Step, ...]:
    """The steps, and what follows from facts that no step takes up by itself."""
    undone = any(isinstance(step, TakeBack) for step in steps)
    if not (stated or undone) or any(isinstance(step, (Decide, Survey, Suppose)) for step in steps):
        return steps
    asks = [step.ask for step in steps if isinstance(step, Reply)]
    if any(ask.personal for ask in asks) or (asks and not state.topic):
        return steps  # what was said goes with what was asked
    if state.topic:
        return (*steps, Decide())
    return steps if steps else (Survey(brief=True),)


def _without_content(commands: Sequence[Command]) -> tuple[Step, ...]:
    talk = next((command for command in commands if isinstance(command, Smalltalk)), None)
    if talk is not None:
        return (Talk(talk.kind),)
    lost = next((command for command in commands if isinstance(command, NotUnderstood)), NotUnderstood(""))
    return (Clarify(lost.text, lost.options[:3]),)


def _resumes(before: State, steps: tuple[Step, ...]) -> bool:
    """Whether a question that was open is asked again; small talk and a fresh start leave it."""
    return before.asked is not None and not any(isinstance(step, (Talk, BeginAgain)) for step in steps)


def _act(step: Step) -> Act:
    match step:
        case Talk():
            return "smalltalk"
        case Reply(ask=ask):
            return "eligibility" if ask.personal else "information"
        case Decide() | TakeBack():
            return "eligibility"
        case Survey():
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
