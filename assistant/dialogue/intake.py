"""What is taken of an utterance: its commands, made good against the vocabulary and against what is known.

A value that cannot be is left out, so that the old one stands. Of two numbers that contradict each other by law the
newer stands; said in one breath, neither does.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from assistant.dialogue.applicant import Applicant, follow
from assistant.dialogue.state import SELF, State, taken_back
from assistant.domain.fact import Case
from assistant.domain.rule import OrderLaw
from assistant.domain.utterance import (
    Command,
    Deny,
    DontKnow,
    NewPerson,
    NotUnderstood,
    Restart,
    SetBound,
    SetFact,
    Undo,
)
from assistant.errors import FactError

Check = Callable[[Case], None]
"""Raises FactError for facts that cannot be taken (`Reasoner.check`)."""

PATIENCE = 1
"""After how many answers in a row that could not be used a question is skipped."""


@dataclass(frozen=True, slots=True)
class Intake:
    """The commands to obey, why others were refused (in Chinese), and the pairs of facts that contradict each other.

    `skipped` is a question put off, because its answers could not be used.
    """

    commands: tuple[Command, ...]
    refused: tuple[str, ...] = ()
    contradictions: tuple[OrderLaw, ...] = ()
    skipped: str | None = None


@dataclass(frozen=True, slots=True)
class Bonds:
    """What ties facts together: laws between numbers, and for each fact those that it is derived from."""

    laws: Sequence[OrderLaw] = ()
    origins: Mapping[str, Collection[str]] = field(default_factory=dict)


def accept(
    commands: Iterable[Command], state: State, check: Check, bonds: Bonds, self_names: Collection[str]
) -> Intake:
    """What to obey of `commands` in `state`."""
    kept: list[Command] = []
    refused: list[str] = []
    for command in commands:
        try:
            kept.append(_made_good(command, state, check, self_names))
        except FactError as error:
            refused.append(str(error))
    skipped = state.asked if _hopeless(kept, state, refused) else None
    kept.extend(_outlived(kept, state, bonds))
    denied, contradictions = _reconcile(kept, state, bonds.laws)
    kept.extend(denied)
    kept.extend(_impossible(kept, state, check))
    return Intake(tuple(kept), tuple(refused), contradictions, skipped)


def _made_good(command: Command, state: State, check: Check, self_names: Collection[str]) -> Command:
    match command:
        case SetFact():
            check(Case({command.fact: command.value}))
        case SetBound():
            check(Case(bounds={command.fact: command.bound}))
        case DontKnow(fact=None):
            return DontKnow(state.asked, command.quote) if state.asked else NotUnderstood(command.quote)
        case NewPerson():
            return replace(command, who=_key(command.who, state, self_names))
    return command


def _key(who: str, state: State, self_names: Collection[str]) -> str:
    """The key of the applicant: the speaker's own, the name said, or a fresh one for somebody without a name."""
    if who in self_names:
        return SELF
    return who or f"#{len(state.applicants) + 1}"


def _hopeless(kept: Sequence[Command], state: State, refused: Sequence[str]) -> bool:
    """Whether the open question was answered with nothing usable for the second time running."""
    lost = all(isinstance(command, NotUnderstood) for command in kept)
    return lost and not refused and state.asked is not None and state.puzzled >= PATIENCE


def _outlived(commands: Sequence[Command], state: State, bonds: Bonds) -> list[Command]:
    """Retract what was said of a matter that has become another: it hangs on a fact that now has another value."""
    known = _addressed(commands, state).facts
    given = {command.fact: command.value for command in commands if isinstance(command, SetFact)}
    changed = {fact for fact, value in given.items() if fact in known and known[fact].value != value}
    return [
        Deny(fact)
        for fact, origins in bonds.origins.items()
        if fact in known and fact not in given and changed & set(origins)
    ]


def _reconcile(
    commands: Sequence[Command], state: State, laws: Sequence[OrderLaw]
) -> tuple[list[Command], tuple[OrderLaw, ...]]:
    """What to retract so that no law between two numbers is broken, and the laws broken in one breath."""
    before = _addressed(commands, state)
    after = before
    for command in commands:
        after = follow(after, command, state.turn + 1)
    denied: list[Command] = []
    broken: list[OrderLaw] = []
    for law in laws:
        if not _contradicts(after, law):
            continue
        new = [fact for fact in (law.smaller, law.larger) if _news(fact, before, after)]
        if len(new) == 2:
            broken.append(law)
        denied.extend(Deny(fact) for fact in (law.smaller, law.larger) if len(new) == 2 or fact not in new)
    return denied, tuple(broken)


def _impossible(commands: Sequence[Command], state: State, check: Check) -> list[Command]:
    """Retract what cannot be true beside the rest, by whatever law; the reasoning takes no impossible case."""
    if any(isinstance(command, Restart) for command in commands):
        return []
    applicant = _addressed(commands, state)
    for command in commands:
        applicant = follow(applicant, command, state.turn + 1)
    denied: list[Command] = []
    while applicant.facts or applicant.bounds:
        try:
            check(applicant.case)
        except FactError as error:
            denied.append(Deny(error.fact))
            lacking = error.fact not in applicant.facts and error.fact not in applicant.bounds
            applicant = Applicant() if lacking else follow(applicant, denied[-1], state.turn + 1)
        else:
            break
    return denied


def _addressed(commands: Sequence[Command], state: State) -> Applicant:
    """The applicant that the commands are about, as he stands once a turn is taken back."""
    if any(isinstance(command, Undo) for command in commands):
        state = taken_back(state, state.turn)
    turned = [command.who for command in commands if isinstance(command, NewPerson)]
    return state.applicants.get(turned[-1], Applicant()) if turned else state.applicant


def _contradicts(applicant: Applicant, law: OrderLaw) -> bool:
    least, most, exclusive = _least(applicant, law.smaller), *_most(applicant, law.larger)
    if least is None or most is None:
        return False
    return least >= most if exclusive else least > most


def _least(applicant: Applicant, fact: str) -> float | None:
    known = applicant.facts.get(fact)
    if known is not None and isinstance(known.value, (int, float)):
        return known.value
    bound = applicant.bounds.get(fact)
    return bound.at_least if bound else None


def _most(applicant: Applicant, fact: str) -> tuple[float | None, bool]:
    known = applicant.facts.get(fact)
    if known is not None and isinstance(known.value, (int, float)):
        return known.value, False
    bound = applicant.bounds.get(fact)
    return (bound.below, True) if bound else (None, False)


def _news(fact: str, before: Applicant, after: Applicant) -> bool:
    return before.facts.get(fact) != after.facts.get(fact) or before.bounds.get(fact) != after.bounds.get(fact)
