"""The pages over HTTP, in process, with an assistant that answers as a test needs."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from types import SimpleNamespace
from typing import Any

import httpx
import pytest
from fastapi import FastAPI

from assistant.domain.answer import Versions
from assistant.domain.document import Clause, ClauseId, Document
from assistant.domain.event import Event
from assistant.service import feedback, pages, problems, workbench
from assistant.service.headers import SecurityHeaders
from assistant.service.turns import Turns
from assistant.settings import Settings
from assistant.storage.memory import MemoryStore

TOKEN = "a-long-token"


class Refusing:
    """Refuses what has 报销 in it, does not understand what has 啊 in it, and answers the rest."""

    def greet(self, conversation: str, as_of: date) -> Iterator[Event]:
        yield Event(1, 0, "conversation.started", {"conversation": conversation, "as_of": as_of.isoformat()})
        yield Event(2, 0, "turn.finished", {"act": "smalltalk", "text": "您好", "turn": 0})

    def turn(self, log: Sequence[Event], text: str, client_id: str | None = None) -> Iterator[Event]:
        number, turn = log[-1].number, max(event.turn for event in log) + 1
        act = "out_of_scope" if "报销" in text else "clarify" if "啊" in text else "information"
        yield Event(number + 1, turn, "turn.started", {"turn": turn, "text": text, "client_id": client_id})
        yield Event(number + 2, turn, "turn.finished", {"act": act, "text": f"答：{text}", "turn": turn})

    def set_facts(self, log: Sequence[Event], facts: Mapping[str, Any]) -> Iterator[Event]:
        return self.turn(log, "")


def document() -> Document:
    clause = Clause(ClauseId("doc", 1), "第1条", "题", "一条<b>原文</b>。")
    return Document("doc", "办法<script>", "〔2016〕1号", "某厅", date(2016, 6, 17), "trial", (clause,))


@pytest.fixture
def store() -> MemoryStore:
    return MemoryStore()


def make_app(settings: Settings, store: MemoryStore) -> FastAPI:
    """The application's pages and feedback, over a small engine."""
    app = FastAPI()
    rulebook = SimpleNamespace(entitlements={"one": None})
    versions = Versions(corpus="c0", rules="r0", engine="0.1.0")
    app.state.engine = SimpleNamespace(documents=(document(),), facts={}, rulebook=rulebook, versions=versions)
    app.state.store = store
    app.state.turns = Turns(Refusing(), store)
    problems.install(app)
    app.add_middleware(SecurityHeaders)
    app.include_router(pages.pages_router(settings))
    app.include_router(workbench.workbench_router(settings))
    app.include_router(feedback.feedback_router(settings))
    return app


@pytest.fixture
def serve(store: MemoryStore) -> Callable[..., httpx.AsyncClient]:
    """A client of the pages under the given settings."""

    def client(**settings: Any) -> httpx.AsyncClient:
        app = make_app(Settings(_env_file=None, **settings), store)
        return httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://test")

    return client


@pytest.fixture
async def staff(serve: Callable[..., httpx.AsyncClient]) -> AsyncIterator[httpx.AsyncClient]:
    """Somebody who has shown the token."""
    async with serve(staff_token=TOKEN) as client:
        assert (await client.post("/workbench/login", data={"token": TOKEN})).status_code == 303
        yield client


@pytest.fixture
async def conversation(staff: httpx.AsyncClient) -> Conversation:
    """A conversation on the server that `staff` talks to."""
    turns: Turns = staff._transport.app.state.turns  # type: ignore[attr-defined]
    identifier, _ = await turns.open(date(2026, 11, 24), "web")
    return Conversation(identifier, turns, staff)


@dataclass
class Conversation:
    """Says things, and rates the answers."""

    id: str
    turns: Turns
    client: httpx.AsyncClient

    async def say(self, *texts: str) -> None:
        for text in texts:
            await self.turns.say(self.id, text).answer()

    async def rate(self, turn: int, rating: str | None, reason: str = "") -> httpx.Response:
        body = {"turn": turn, "rating": rating, "reason": reason}
        return await self.client.post(f"/api/v1/conversations/{self.id}/feedback", json=body)
