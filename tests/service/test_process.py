"""The service as a process: killed in mid-turn, stopped with a stream open."""

import asyncio
import json
import signal
import subprocess
import sys
import threading
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import httpx
import pytest
import uvicorn

from assistant.service.app import create_app
from assistant.settings import Settings
from assistant.storage.memory import MemoryStore


class HaltingStore(MemoryStore):
    """Lets a conversation be opened and a turn begin, then waits for `gate`."""

    def __init__(self) -> None:
        super().__init__()
        self.gate = asyncio.Event()
        self.appended = 0

    async def append(self, conversation: str, events: Any, client_id: str | None = None) -> None:
        self.appended += 1
        if self.appended > 2:
            await self.gate.wait()
        await super().append(conversation, events, client_id)


@pytest.mark.slow
@pytest.mark.anyio
async def test_stopping_with_a_stream_open_ends_the_stream_and_keeps_the_turn(echo: Any) -> None:
    store = HaltingStore()
    engine: Any = SimpleNamespace(assistant=echo, warm_up=lambda: iter(()))
    app = create_app(Settings(_env_file=None), engine, store)
    server = uvicorn.Server(uvicorn.Config(app, port=0, log_level="error", timeout_graceful_shutdown=3))
    serving = asyncio.create_task(server.serve())
    while not server.started:
        await asyncio.sleep(0.01)
    port = server.servers[0].sockets[0].getsockname()[1]
    kept: list[Any] = []
    close = store.close

    async def remember() -> None:
        kept.extend(await store.read(conversation))
        await close()

    store.close = remember  # type: ignore[method-assign]
    async with httpx.AsyncClient(base_url=f"http://127.0.0.1:{port}/api/v1") as client:
        conversation = (await client.post("/conversations")).json()["id"]
        path, headers = f"/conversations/{conversation}/turns", {"Accept": "text/event-stream"}
        async with client.stream("POST", path, json={"text": "一"}, headers=headers) as response:
            pieces = response.aiter_bytes()
            assert b"turn.started" in await anext(pieces)
            began = time.monotonic()
            server.should_exit = True
            await asyncio.sleep(0.2)
            store.gate.set()
            async for _ in pieces:
                pass
    await asyncio.wait_for(serving, 10)
    assert time.monotonic() - began < 10
    assert kept[-1].type == "turn.finished"


@contextmanager
def _serving(database: Path) -> Iterator[tuple[subprocess.Popen[str], str]]:
    command = [sys.executable, "-m", "assistant.cli", "serve", "--port", "0", "--database", f"sqlite:///{database}"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as server:
        assert server.stdout is not None
        base = server.stdout.readline().split("：")[-1].strip()
        for _ in range(100):
            try:
                urllib.request.urlopen(f"{base}/readyz", timeout=1).close()
            except OSError:
                time.sleep(0.05)
            else:
                break
        try:
            yield server, f"{base}/api/v1"
        finally:
            server.kill()


def _call(url: str, body: dict[str, Any] | None = None) -> Any:
    data = None if body is None else json.dumps(body).encode()
    request = urllib.request.Request(url, data, {"Content-Type": "application/json"})
    with urllib.request.urlopen(request, timeout=10) as response:
        return json.load(response)


@pytest.mark.slow
def test_every_answered_turn_is_there_after_the_process_was_killed(tmp_path: Path) -> None:
    texts = ["四免是哪四免", "我是副主任医师", "我在乡镇卫生院", "连续干了31年", "能聘上吗"] * 3
    answered: list[Any] = []
    with _serving(tmp_path / "log.db") as (server, base):
        conversation = _call(f"{base}/conversations", {"as_of": "2026-11-24"})["id"]
        killer = threading.Timer(0.15, server.kill)
        killer.start()
        with suppress(OSError):
            for text in texts:
                answered.append(_call(f"{base}/conversations/{conversation}/turns", {"text": text}))
        killer.join()
    with _serving(tmp_path / "log.db") as (server, base):
        shown = _call(f"{base}/conversations/{conversation}")
        assert [turn["answer"] for turn in shown["turns"]][: len(answered)] == answered
        assert len(shown["turns"]) <= len(answered) + 1
        assert all(turn["answer"] for turn in shown["turns"])
        again = _call(f"{base}/conversations/{conversation}/turns", {"text": "四免是哪四免"})
        assert again["turn"] == len(shown["turns"]) + 1
        server.terminate()
        assert server.wait(15) in (0, -signal.SIGTERM)
