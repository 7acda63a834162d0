"""Reads one utterance: what it states, supposes, denies and asks."""

from __future__ import annotations

from collections.abc import Iterator
from math import floor

from assistant.domain.fact import FactValue
from assistant.domain.utterance import (
    Ask,
    Command,
    Deny,
    DontKnow,
    Handoff,
    ListEntitlements,
    Reading,
    Restart,
    SetBound,
    SetFact,
    Smalltalk,
    Undo,
    WhatIf,
    Why,
)
from assistant.text.normalise import Normalised, normalise
from assistant.understanding.claims import Claim
from assistant.understanding.commands import Commands
from assistant.understanding.facts import Statements, find_facts
from assistant.understanding.layout import speaks_of_assessments
from assistant.understanding.lexicon import Lexicon
from assistant.understanding.questions import part
from assistant.understanding.revisions import Undone
from assistant.understanding.scene import Context, Scene
from assistant.understanding.speakers import applicant_of, find_person
from assistant.understanding.spelled import write_out

__all__ = ["Context", "Reader", "act_of"]


class Reader:
    """Deterministic: the same words in the same context give the same Reading; never raises."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon

    @property
    def lexicon(self) -> Lexicon:
        """The words that it reads by."""
        return self._lexicon

    def read(self, text: str, context: Context) -> Reading:
        """The commands of the utterance, in the order in which it says them; what takes a turn back comes first."""
        words = write_out(normalise(text), self._lexicon.spelled)
        repaired = self._count_years(self._repair(words.text, context), context)
        scene = Scene(repaired, self._lexicon, context, context.applicant)
        person = find_person(scene)
        applicant = applicant_of(person, context.applicant)
        if applicant != scene.applicant:
            scene = scene.told_of(applicant)
        statements = find_facts(scene, scene.spoken_idly)
        commands: list[Command] = [person] if person is not None else []
        commands += self._fact_commands(statements, scene, words)
        commands += Commands(scene, statements, turned=person is not None).all()
        commands.sort(key=lambda each: not isinstance(each, Undo))  # 上一句不算,我是副高: what is said anew stands
        return Reading(text, tuple(commands))

    def _repair(self, text: str, context: Context) -> str:
        """Words that dictation and typing get wrong, put right; every character keeps its place."""
        for wrong, right in self._lexicon.homophones.items():
            if wrong in text and len(wrong) == len(right):
                text = text.replace(wrong, right)
        asked = self._lexicon.facts.get(context.asked or "")
        text = self._lexicon.misheard_numbers.put_right(text, bare=asked is not None and asked.type == "number")
        return part(self._lexicon.misheard.put_right(text), self._lexicon)

    def _count_years(self, text: str, context: Context) -> str:
        """连续两次优秀 with years for its times, where assessments are spoken of: there is one a year."""
        if not speaks_of_assessments(text, context, self._lexicon):
            return text
        patterns, year = self._lexicon.yearly
        for match in patterns.find(text):
            text = text[: match.end() - len(year)] + year + text[match.end() :]
        return text

    def _fact_commands(self, statements: Statements, scene: Scene, words: Normalised) -> list[Command]:
        corrects = statements.corrects
        commands: list[Command] = [each for undone in statements.undone for each in _undo(undone, words)]
        commands += [_set(claim, words, corrects) for claim in statements.stated]
        commands += [Deny(c.fact, c.value, words.quote(c.span)) for c in statements.denied]
        if statements.supposed or statements.increments:
            facts = {c.fact: _value(c.value) for c in statements.supposed if c.value is not None}
            if facts or statements.increments:  # a bound alone supposes nothing that can be reckoned with
                commands.append(WhatIf(facts, statements.increments, words.raw))
        return commands


def act_of(reading: Reading) -> str:
    """The act that the utterance calls for, as far as its words alone tell (docs/contract.md, Answer)."""
    kinds = {type(command) for command in reading.commands}
    for kind, act in (
        (Restart, "restart"),
        (Handoff, "handoff"),
        (Why, "why"),
        (ListEntitlements, "list"),
        (WhatIf, "what_if"),
    ):
        if kind in kinds:
            return act
    asks = [command for command in reading.commands if isinstance(command, Ask)]
    if asks:
        return "eligibility" if any(ask.personal for ask in asks) else "information"
    if kinds & {SetFact, SetBound, Deny, DontKnow}:
        return "eligibility"
    return "smalltalk" if Smalltalk in kinds else "clarify"


def _value(value: FactValue) -> FactValue:
    """Whole months are as fine as years are told; whole years are whole numbers."""
    if not isinstance(value, float):
        return value
    months = floor(value * 12 + 0.02)  # a twelfth is told in two digits at best
    if abs(value * 2 - round(value * 2)) > 1e-6 and abs(value * 10 - round(value * 10)) > 1e-6:
        value = round(months / 12, 4)
    return int(value) if value.is_integer() else value


def _undo(undone: Undone, words: Normalised) -> Iterator[Command]:
    quote, span = words.quote(undone.span), words.raw_span(undone.span)
    yield Deny(undone.fact, None, quote)
    if undone.left is not None:
        yield SetBound(undone.fact, undone.left, quote, span)


def _set(claim: Claim, words: Normalised, corrects: bool) -> Command:
    quote, span = words.quote(claim.span), words.raw_span(claim.span)
    if claim.value is None:
        assert claim.bound is not None
        return SetBound(claim.fact, claim.bound, quote, span)
    return SetFact(claim.fact, _value(claim.value), quote, span, claim.source, claim.reason, corrects, claim.since)
