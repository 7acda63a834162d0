"""Turns from the outside: each stored before it is computed, one at a time a conversation, finished even unwatched.

A turn runs in a task of its own, so that a client that leaves loses nothing, and any number of clients can follow it.
A turn that a crash cut short is finished from the log: the same log and words give the same events.
"""

from __future__ import annotations

import asyncio
import logging
import secrets
import time
from collections.abc import AsyncIterator, Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any
from weakref import WeakValueDictionary

from assistant.conversation import Assistant, EventStore
from assistant.domain.event import Event, EventType
from assistant.domain.fact import FactValue
from assistant.service import problems
from assistant.service.logs import Logs
from assistant.service.problems import Problem

_logger = logging.getLogger(__name__)
_ENDS = ("turn.finished", "error")

_SLICE_SECONDS = 0.005
"""What is computed within so short a time is stored together: a commit costs more than an event."""

Computation = Callable[[Sequence[Event]], Iterator[Event]]
"""The events of a turn, given the log before it; turn.started comes first."""


class Turn:
    """A turn under way or done: its events so far, and those to come."""

    def __init__(self) -> None:
        self._events: list[Event] = []
        self._error: Exception | None = None
        self._done = False
        self._news = asyncio.Event()

    async def follow(self, after: int = 0) -> AsyncIterator[Event]:
        """Every event numbered above `after`, as soon as it is stored, until the turn ends."""
        position = 0
        while True:
            while position < len(self._events):
                event = self._events[position]
                position += 1
                if event.number > after:
                    yield event
            if self._done:
                return
            await self._news.wait()

    async def begun(self) -> None:
        """Wait for the first event; raises what kept the turn from beginning."""
        while not self._events and not self._done:
            await self._news.wait()
        if not self._events and self._error is not None:
            raise self._error

    async def answer(self) -> Mapping[str, Any]:
        """The Answer as JSON, once the turn has ended; raises where it ended in an error."""
        while not self._done:
            await self._news.wait()
        if self._error is not None:
            raise self._error
        last = self._events[-1]
        if last.type == "error":
            raise Problem(last.data["status"], last.data["detail"])
        return last.data

    @property
    def last(self) -> Event | None:
        """The newest event, None before the turn has begun."""
        return self._events[-1] if self._events else None

    def publish(self, events: Sequence[Event]) -> None:
        """Show these events, which are stored by now, to whoever follows."""
        self._events += events
        self._wake()

    def finish(self, error: Exception | None = None) -> None:
        """Let whoever follows go: nothing more comes."""
        self._error = error
        self._done = True
        self._wake()

    def _wake(self) -> None:
        news, self._news = self._news, asyncio.Event()
        news.set()


class Turns:
    """Runs the turns of all conversations of this process; `observe` is shown each new Answer, as JSON."""

    def __init__(
        self, assistant: Assistant, store: EventStore, observe: Callable[[Mapping[str, Any]], None] = lambda _: None
    ) -> None:
        self._assistant = assistant
        self._store = store
        self._observe = observe
        self._logs = Logs(store)
        self._locks: WeakValueDictionary[str, asyncio.Lock] = WeakValueDictionary()
        self._running: dict[str, Turn] = {}
        self._tasks: set[asyncio.Task[None]] = set()

    async def open(self, as_of: date, channel: str) -> tuple[str, Mapping[str, Any]]:
        """A new conversation: its id of 128 random bits, and the greeting as Answer JSON."""
        conversation = secrets.token_hex(16)
        first, *rest = self._assistant.greet(conversation, as_of)
        first = replace(first, data={**first.data, "channel": channel})
        await self._store.create(conversation)
        await self._store.append(conversation, [first, *rest])
        return conversation, rest[-1].data

    def say(self, conversation: str, text: str, client_id: str | None = None) -> Turn:
        """Begin a turn with the user's words, or give back the one that has this `client_id`."""
        return self._start(conversation, lambda log: self._assistant.turn(log, text, client_id), client_id)

    def set_facts(self, conversation: str, facts: Mapping[str, FactValue | None]) -> Turn:
        """Begin a turn in which a form sets facts; None takes one back."""
        return self._start(conversation, lambda log: self._assistant.set_facts(log, facts), None)

    def under_way(self, conversation: str) -> Turn | None:
        """The turn that is being computed for the conversation, or None."""
        return self._running.get(conversation)

    async def log(self, conversation: str) -> list[Event]:
        """Everything stored of the conversation; a turn that a crash cut short is finished first."""
        if conversation in self._running:
            return await self._logs.read(conversation)
        async with self._lock(conversation):
            return await self._mended(conversation)

    async def append(self, conversation: str, kind: EventType, data: Mapping[str, Any]) -> Event:
        """Add an event that belongs to no computation (feedback); waits for the turn under way."""
        async with self._lock(conversation):
            log = await self._mended(conversation)
            event = Event(log[-1].number + 1, log[-1].turn, kind, data)
            await self._store.append(conversation, [event])
            return event

    async def erase(self, conversation: str) -> None:
        """Erase the conversation, log included; a turn under way ends in an error."""
        self._logs.forget(conversation)
        await self._store.delete(conversation)

    async def close(self, patience: float = 5.0) -> None:
        """Let the turns under way end, for at most `patience` seconds."""
        if self._tasks:
            await asyncio.wait(self._tasks, timeout=patience)
        for task in self._tasks:
            task.cancel()

    def _lock(self, conversation: str) -> asyncio.Lock:
        return self._locks.setdefault(conversation, asyncio.Lock())

    def _start(self, conversation: str, compute: Computation, client_id: str | None) -> Turn:
        turn = Turn()
        task = asyncio.create_task(self._run(conversation, turn, compute, client_id))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
        return turn

    async def _run(self, conversation: str, turn: Turn, compute: Computation, client_id: str | None) -> None:
        async with self._lock(conversation):
            try:
                log = await self._mended(conversation)
                stored = await self._store.turn_of(conversation, client_id) if client_id else None
                if stored is not None:
                    turn.publish([event for event in log if event.turn == stored and event.type != "feedback.given"])
                else:
                    self._running[conversation] = turn
                    await self._compute(conversation, turn, compute(log), client_id)
                turn.finish()
            except Exception as error:
                await self._fail(conversation, turn, error)
            finally:
                self._running.pop(conversation, None)

    async def _compute(self, conversation: str, turn: Turn, events: Iterator[Event], client_id: str | None) -> None:
        first = next(events)
        await self._store.append(conversation, [first], client_id)
        turn.publish([first])
        for computed in _slices(events):
            await self._store.append(conversation, computed)
            turn.publish(computed)
        if turn.last is not None and turn.last.type == "turn.finished":
            self._observe(turn.last.data)

    async def _fail(self, conversation: str, turn: Turn, error: Exception) -> None:
        """End the turn in an error event, stored where the conversation still is; nothing where it never began."""
        found = problems.of(error)
        if found.status >= 500:
            _logger.error("turn failed", exc_info=error)
        if turn.last is not None:
            last = turn.last
            event = Event(last.number + 1, last.turn, "error", found.body())
            try:
                await self._store.append(conversation, [event])
            except Exception:
                _logger.info("the error of a turn could not be stored")
            turn.publish([event])
        turn.finish(found if found.status >= 500 else error)

    async def _mended(self, conversation: str) -> list[Event]:
        log = await self._logs.read(conversation)
        begun = next((i for i in reversed(range(len(log))) if log[i].type == "turn.started"), None)
        if begun is None or any(event.type in _ENDS for event in log[begun:]):
            return log
        rest = self._rest(log[:begun], log[begun:])
        await self._store.append(conversation, rest)
        return [*log, *rest]

    def _rest(self, before: Sequence[Event], cut: Sequence[Event]) -> list[Event]:
        """What a turn that was cut short still lacks: the events it would have had, else an error."""
        started = cut[0].data
        try:
            events = list(
                self._assistant.set_facts(before, started["facts"])
                if started.get("facts")
                else self._assistant.turn(before, started["text"], started.get("client_id"))
            )
            if events[: len(cut)] == list(cut):
                return events[len(cut) :]
        except Exception:
            _logger.exception("a turn that was cut short could not be finished")
        broken = problems.problem(500, "上一句话没有处理完，已保留原话，请重发一次。")
        return [Event(cut[-1].number + 1, cut[-1].turn, "error", broken)]


def _slices(events: Iterator[Event]) -> Iterator[list[Event]]:
    """The events in order, each together with those computed in the same slice of time."""
    computed: list[Event] = []
    began = time.monotonic()
    for event in events:
        computed.append(event)
        if time.monotonic() - began >= _SLICE_SECONDS:
            yield computed
            computed, began = [], time.monotonic()
    if computed:
        yield computed
