"""What is known of one applicant, and how what is said changes it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from assistant.domain.answer import Change
from assistant.domain.fact import Bound, Case, KnownFact
from assistant.domain.utterance import Command, Deny, DontKnow, SetBound, SetFact


@dataclass(frozen=True, slots=True)
class Applicant:
    """One person's case: facts, bounds of numbers that are not known, facts the person cannot tell.

    `questions` counts how often each fact was asked for; `topic` is what was talked about when the talk turned away.
    """

    facts: Mapping[str, KnownFact] = field(default_factory=dict)
    bounds: Mapping[str, Bound] = field(default_factory=dict)
    unavailable: frozenset[str] = frozenset()
    questions: Mapping[str, int] = field(default_factory=dict)
    topic: tuple[str, ...] = ()

    @property
    def case(self) -> Case:
        """The case as the reasoning takes it."""
        values = {fact: known.value for fact, known in self.facts.items()}
        since = {fact: known.since for fact, known in self.facts.items() if known.since is not None}
        return Case(values, self.bounds, self.unavailable, since)

    def was_asked(self, fact: str) -> Applicant:
        """The same applicant, asked once more for `fact`."""
        return replace(self, questions={**self.questions, fact: self.questions.get(fact, 0) + 1})


def follow(applicant: Applicant, command: Command, turn: int) -> Applicant:
    """What is known after one command; commands that state nothing change nothing."""
    if isinstance(command, SetFact):
        return _set(applicant, command, turn)
    if isinstance(command, SetBound):
        return _bound(applicant, command, turn)
    if isinstance(command, Deny):
        return _deny(applicant, command)
    if isinstance(command, DontKnow) and command.fact is not None:
        applicant = _deny(applicant, Deny(command.fact))  # what is in doubt is known no longer
        return replace(applicant, unavailable=applicant.unavailable | {command.fact})
    return applicant


def differences(before: Applicant, after: Applicant) -> tuple[Change, ...]:
    """What changed between two states of one case, by value, in the order in which it became known."""
    changes = []
    for fact in dict.fromkeys((*after.facts, *before.facts)):
        old, new = before.facts.get(fact), after.facts.get(fact)
        if new is None and old is not None:
            changes.append(Change(fact, "retracted", None, old.value))
        elif new is not None and old is None:
            changes.append(Change(fact, "set", new.value))
        elif new is not None and old is not None and new.value != old.value:
            changes.append(Change(fact, "corrected", new.value, old.value))
    return tuple(changes)


def _set(applicant: Applicant, command: SetFact, turn: int) -> Applicant:
    old = applicant.facts.get(command.fact)
    if command.source == "derived" and old is not None and old.source != "derived":
        return applicant  # what was said stands above what was inferred, whichever came first
    if old is not None and old.value == command.value and _no_better(command, old):
        return applicant
    facts = dict(applicant.facts)
    if old is not None and old.value != command.value:
        facts = _without_inferences_from(facts, old)
    facts[command.fact] = KnownFact(command.value, command.quote, turn, command.source, command.reason, command.since)
    return replace(
        applicant,
        facts=facts,
        bounds={fact: bound for fact, bound in applicant.bounds.items() if fact != command.fact},
        unavailable=applicant.unavailable - {command.fact},
    )


def _no_better(command: SetFact, old: KnownFact) -> bool:
    """Whether saying the known value again adds nothing: neither certainty, nor the day it is counted from.

    What is inferred anew rests on the new words, and stands where the old ones prove wrong.
    """
    return old.source != "derived" and command.since in (None, old.since)


def _without_inferences_from(facts: Mapping[str, KnownFact], source: KnownFact) -> dict[str, KnownFact]:
    """The facts without those inferred from the same words of the same turn as `source`, which proved wrong."""
    return {
        fact: known
        for fact, known in facts.items()
        if not (known.source == "derived" and known.turn == source.turn and _same_words(known.quote, source.quote))
    }


def _same_words(one: str, other: str) -> bool:
    return bool(one) and bool(other) and (one in other or other in one)


def _bound(applicant: Applicant, command: SetBound, turn: int) -> Applicant:
    """A hedge replaces what was known of the number only where the two cannot both be true."""
    old = applicant.facts.get(command.fact)
    if old is not None and isinstance(old.value, (int, float)) and command.bound.admits(old.value):
        return applicant
    bound = replace(command.bound, quote=command.bound.quote or command.quote, turn=turn)
    return replace(
        applicant,
        facts={fact: known for fact, known in applicant.facts.items() if fact != command.fact},
        bounds={**applicant.bounds, command.fact: bound},
        unavailable=applicant.unavailable - {command.fact},
    )


def _deny(applicant: Applicant, command: Deny) -> Applicant:
    """Without a value the fact goes whatever it was; with one, only where it is that value."""
    old = applicant.facts.get(command.fact)
    bounds = applicant.bounds
    if command.value is None:
        bounds = {fact: bound for fact, bound in bounds.items() if fact != command.fact}
    if old is None or (command.value is not None and old.value != command.value):
        return replace(applicant, bounds=bounds)
    facts = _without_inferences_from(applicant.facts, old)
    facts.pop(command.fact, None)
    return replace(applicant, facts=facts, bounds=bounds)
