"""Whatever is understood, in whatever order, every turn ends with an answer that keeps the promises of the contract."""

from datetime import date
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from assistant.answering.compose import Composer
from assistant.bootstrap import Engine, build_engine
from assistant.conversation import Assistant
from assistant.domain.event import Event
from assistant.domain.fact import Bound, Fact
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
from assistant.settings import Settings
from assistant.understanding.reading import Context

DAY = date(2026, 11, 24)


class Scripted:
    """Understands the commands of one turn after another."""

    def __init__(self, turns: list[list[Command]]) -> None:
        self.turns = iter(turns)

    def read(self, text: str, context: Context) -> Reading:
        return Reading(text, tuple(next(self.turns)))


@pytest.fixture(scope="session")
def engine() -> Engine:
    return build_engine(Settings(_env_file=None))


def value_of(fact: Fact) -> st.SearchStrategy[Any]:
    if fact.type == "boolean":
        return st.booleans()
    if fact.type == "enum":
        return st.sampled_from(fact.values)
    return st.integers(int(fact.minimum or 0) - 2, int(fact.maximum or 60) + 2)


def commands_of(engine: Engine) -> st.SearchStrategy[Command]:
    facts, entitlements = list(engine.facts.values()), list(engine.rulebook.entitlements)
    numbers = [fact.id for fact in facts if fact.type == "number"]
    fact = st.sampled_from(facts)
    pairs = fact.flatmap(lambda f: st.tuples(st.just(f.id), value_of(f)))
    number = st.floats(0, 70, allow_nan=False)
    return st.one_of(
        st.builds(lambda p, s: SetFact(*p, quote="话", source=s), pairs, st.sampled_from(["said", "derived"])),
        st.builds(lambda f, low: SetBound(f, Bound(at_least=low)), st.sampled_from(numbers), number),
        st.builds(lambda f, high: SetBound(f, Bound(below=high)), st.sampled_from(numbers), number),
        st.builds(lambda p: Deny(*p), pairs),
        st.builds(DontKnow, st.one_of(st.none(), st.sampled_from([f.id for f in facts]))),
        st.builds(
            Ask,
            st.sampled_from(["", "四免是免哪四样", "住院医保能报多少", "第9条"]),
            st.booleans(),
            st.lists(st.sampled_from(entitlements), max_size=2).map(tuple),
            st.lists(st.integers(0, 30), max_size=1).map(tuple),
            st.booleans(),
        ),
        st.builds(lambda ps, n: WhatIf(dict(ps), {"age": n}), st.lists(pairs, max_size=2), number),
        st.builds(NewPerson, st.sampled_from(["", "我", "同事"])),
        st.builds(NotUnderstood, st.sampled_from(["", "嘎"])),
        st.sampled_from(
            [Why(), Why("age"), Undo(), Restart(), Handoff(), Repeat(), ListEntitlements(), Smalltalk("x")]
        ),
    )


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_no_sequence_of_commands_breaks_a_conversation(engine: Engine, data: Any) -> None:
    turns = data.draw(st.lists(st.lists(commands_of(engine), max_size=4), min_size=1, max_size=6))
    composer = Composer(engine.library, engine.versions)
    assistant = Assistant(Scripted(turns), engine.reasoner, engine.search, composer)
    log: list[Event] = list(assistant.greet("c", DAY))
    for _ in turns:
        log += list(assistant.turn(log, "话"))
        promises(engine, dict(log[-1].data))


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
    if answer["act"] in ("smalltalk", "out_of_scope", "restart", "clarify", "handoff"):
        assert [d for d in answer["decisions"] if d["outcome"] != "needs_facts"] == []
        assert answer["citations"] == []
    if answer["question"]:
        assert answer["question"]["fact"] not in answer["facts"] or answer["act"] == "what_if"
