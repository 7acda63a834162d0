"""A service under test: the real engine over HTTP in process, and a simple assistant for what happens in between."""

from collections.abc import AsyncIterator, Iterator, Mapping, Sequence
from datetime import date
from typing import Any

import httpx
import pytest
from fastapi import FastAPI

from assistant import bootstrap
from assistant.domain.event import Event
from assistant.service.app import create_app
from assistant.settings import Settings
from assistant.storage.memory import MemoryStore


class EchoAssistant:
    """Answers each text with itself in five events; `explode` makes the fourth of a turn fail."""

    explode = False

    def greet(self, conversation: str, as_of: date) -> Iterator[Event]:
        yield Event(1, 0, "conversation.started", {"conversation": conversation, "as_of": as_of.isoformat()})
        yield Event(2, 0, "turn.finished", self._answer(conversation, 0, "您好"))

    def turn(self, log: Sequence[Event], text: str, client_id: str | None = None) -> Iterator[Event]:
        started = {"conversation": log[0].data["conversation"], "text": text, "client_id": client_id}
        return self._events(log, started)

    def set_facts(self, log: Sequence[Event], facts: Mapping[str, Any]) -> Iterator[Event]:
        return self._events(log, {"conversation": log[0].data["conversation"], "text": "", "facts": dict(facts)})

    def _events(self, log: Sequence[Event], started: dict[str, Any]) -> Iterator[Event]:
        number, turn = log[-1].number, max(event.turn for event in log) + 1
        yield Event(number + 1, turn, "turn.started", {**started, "turn": turn})
        yield Event(number + 2, turn, "utterance.read", {"commands": []})
        yield Event(number + 3, turn, "answer.block", {"index": 0, "kind": "echo", "text": started["text"]})
        if self.explode:
            raise RuntimeError("broken on purpose")
        yield Event(number + 4, turn, "turn.finished", self._answer(started["conversation"], turn, started["text"]))

    def _answer(self, conversation: str, turn: int, text: str) -> dict[str, Any]:
        return {
            "conversation": conversation,
            "turn": turn,
            "act": "smalltalk",
            "text": text,
            "blocks": [{"kind": "echo", "text": text}],
            "facts": {},
            "bounds": {},
            "decisions": [],
            "hypothetical": False,
        }


@pytest.fixture
def echo() -> EchoAssistant:
    return EchoAssistant()


@pytest.fixture
def store() -> MemoryStore:
    return MemoryStore()


@pytest.fixture
def app(engine: bootstrap.Engine, store: MemoryStore) -> FastAPI:
    return create_app(Settings(_env_file=None), engine, store)


@pytest.fixture
async def client(app: FastAPI) -> AsyncIterator[httpx.AsyncClient]:
    transport = httpx.ASGITransport(app, raise_app_exceptions=False)
    async with (
        app.router.lifespan_context(app),
        httpx.AsyncClient(transport=transport, base_url="http://test") as client,
    ):
        yield client
