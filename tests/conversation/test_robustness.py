"""Whatever is understood, in whatever order, every turn ends with an answer that keeps the promises of the contract."""

from collections.abc import Iterator
from datetime import date
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.answering.compose import Composer
from assistant.bootstrap import Engine
from assistant.conversation import Assistant
from assistant.domain.event import Event
from assistant.domain.fact import Bound, FactValue
from assistant.domain.utterance import (
    Ask,
    Command,
    Deny,
    DontKnow,
    Handoff,
    ListEntitlements,
    NewPerson,
    NotUnderstood,
    Reading,
    Repeat,
    Restart,
    SetBound,
    SetFact,
    Smalltalk,
    Undo,
    WhatIf,
    Why,
)
from assistant.understanding.reading import Context

DAY = date(2026, 11, 24)


class Scripted:
    """Understands the commands of one turn after another."""

    def __init__(self, turns: list[list[Command]]) -> None:
        self.turns = iter(turns)

    def read(self, text: str, context: Context) -> Reading:
        return Reading(text, tuple(next(self.turns)))


class World:
    """The engine, with a short name in reports of failures."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine

    def conversation(self, turns: list[list[Command]]) -> Iterator[dict[str, Any]]:
        """The answers to turns of these commands."""
        engine = self.engine
        composer = Composer(engine.library, engine.versions)
        assistant = Assistant(Scripted(turns), engine.reasoner, engine.search, composer)
        log: list[Event] = list(assistant.greet("c", DAY))
        for _ in turns:
            log += list(assistant.turn(log, "话"))
            yield dict(log[-1].data)


@pytest.fixture(scope="session")
def world(engine: Engine) -> World:
    return World(engine)


class Speaker:
    """Says anything that could be understood, drawn from a seed."""

    def __init__(self, engine: Engine, seed: int) -> None:
        self.random = Random(seed)
        self.facts = list(engine.facts.values())
        self.numbers = [fact.id for fact in self.facts if fact.type == "number"]
        self.entitlements = list(engine.rulebook.entitlements)

    def turns(self) -> list[list[Command]]:
        return [[self.command() for _ in range(self.random.randrange(5))] for _ in range(self.random.randint(1, 6))]

    def command(self) -> Command:
        makers = (self.set_fact, self.hedge, self.deny, self.dont_know, self.ask, self.what_if, self.other)
        return self.random.choice(makers)()

    def pair(self) -> tuple[str, FactValue]:
        fact = self.random.choice(self.facts)
        if fact.type == "number":
            return fact.id, self.random.randint(int(fact.minimum or 0) - 2, int(fact.maximum or 60) + 2)
        return fact.id, self.random.choice(fact.values or (True, False))

    def set_fact(self) -> Command:
        fact, value = self.pair()
        return SetFact(fact, value, "话", source="derived" if self.random.random() < 0.3 else "said")

    def hedge(self) -> Command:
        number = self.random.randint(0, 70)
        bound = self.random.choice((Bound(at_least=number), Bound(below=number), Bound(at_least=10, below=number)))
        return SetBound(self.random.choice(self.numbers), bound)

    def deny(self) -> Command:
        fact, value = self.pair()
        return Deny(fact, self.random.choice((value, None)))

    def dont_know(self) -> Command:
        return DontKnow(self.random.choice((None, self.random.choice(self.facts).id)))

    def ask(self) -> Command:
        return Ask(
            self.random.choice(("", "四免是免哪四样", "住院医保能报多少", "第9条")),
            personal=self.random.random() < 0.5,
            entitlements=tuple(self.random.sample(self.entitlements, self.random.randrange(3))),
            clauses=tuple(self.random.sample(range(31), self.random.randrange(2))),
            time=self.random.random() < 0.3,
        )

    def what_if(self) -> Command:
        facts = dict(self.pair() for _ in range(self.random.randrange(3)))
        return WhatIf(facts, {self.random.choice(self.numbers): self.random.randint(0, 70)})

    def other(self) -> Command:
        said: tuple[Command, ...] = (Why(), Why("age"), Undo(), Restart(), Handoff(), Repeat(), ListEntitlements())
        names = [NewPerson(who) for who in ("", "我", "同事")]
        return self.random.choice((*said, *names, Smalltalk("x"), NotUnderstood(""), NotUnderstood("嘎")))


@pytest.mark.slow
@settings(max_examples=60, deadline=None)
@given(seed=st.integers(0, 2**32))
def test_no_sequence_of_commands_breaks_a_conversation(world: World, seed: int) -> None:
    for answer in world.conversation(Speaker(world.engine, seed).turns()):
        promises(world.engine, answer)


def promises(engine: Engine, answer: dict[str, Any]) -> None:
    """What holds of every answer."""
    assert answer["text"]
    for citation in answer["citations"]:
        [clause] = engine.library.numbered(citation["clause"]["number"])
        assert engine.library.clause(clause).text[citation["start"] : citation["end"]] == citation["quote"]
    for number in range(1, 10):
        assert f"[{number}]" not in answer["text"] or number <= len(answer["citations"])
    assert len(answer["suggestions"]) <= 3
    assert set(answer["facts"]).isdisjoint(answer["bounds"])
    if answer["act"] in ("smalltalk", "out_of_scope", "clarify", "handoff"):
        assert [d for d in answer["decisions"] if d["outcome"] != "needs_facts"] == []
        assert answer["citations"] == []
    if answer["question"]:
        assert answer["question"]["fact"] not in answer["facts"] or answer["act"] == "what_if"
