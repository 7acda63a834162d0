"""Turns under bad luck: clients that leave, repeat themselves or come together, crashes, erasure."""

import asyncio
from collections.abc import AsyncIterator
from datetime import date
from typing import Any

import pytest

from assistant.domain.event import Event
from assistant.errors import ConversationNotFound
from assistant.service.problems import Problem
from assistant.service.turns import Turn, Turns
from assistant.storage.memory import MemoryStore

pytestmark = pytest.mark.anyio
DAY = date(2026, 11, 24)


class SlowStore(MemoryStore):
    """Once told to `halt_after` so many appends, makes the next one wait for `go_on`."""

    def __init__(self) -> None:
        super().__init__()
        self._left: int | None = None
        self._gate = asyncio.Event()

    def halt_after(self, appends: int) -> None:
        self._left = appends

    def go_on(self) -> None:
        self._left = None
        self._gate.set()

    async def append(self, conversation: str, events: Any, client_id: str | None = None) -> None:
        if self._left == 0:
            await self._gate.wait()
        elif self._left is not None:
            self._left -= 1
        await super().append(conversation, events, client_id)


@pytest.fixture
def store() -> SlowStore:
    return SlowStore()


@pytest.fixture
async def turns(echo: Any, store: SlowStore) -> AsyncIterator[Turns]:
    turns = Turns(echo, store)
    yield turns
    store.go_on()
    await turns.close()


async def _numbers(turn: Turn, after: int) -> list[int]:
    return [event.number async for event in turn.follow(after)]


async def begin(turns: Turns) -> str:
    conversation, _ = await turns.open(DAY, "web")
    return conversation


async def test_ids_are_128_random_bits(turns: Turns) -> None:
    ids = {await begin(turns) for _ in range(20)}
    assert len(ids) == 20
    assert all(len(bytes.fromhex(conversation)) == 16 for conversation in ids)


async def test_the_channel_is_kept_with_the_conversation(turns: Turns) -> None:
    conversation, answer = await turns.open(DAY, "wechat")
    assert (await turns.log(conversation))[0].data["channel"] == "wechat"
    assert answer["turn"] == 0


async def test_the_words_are_stored_before_anything_is_computed(turns: Turns, store: SlowStore, echo: Any) -> None:
    conversation = await begin(turns)
    echo.explode = True
    with pytest.raises(Problem) as problem:
        await turns.say(conversation, "我的话").answer()
    assert problem.value.status == 500
    kinds = [event.type for event in await store.read(conversation, after=2)]
    assert kinds == ["turn.started", "error"]
    echo.explode = False
    assert (await turns.say(conversation, "再说一次").answer())["turn"] == 2


async def test_turns_of_one_conversation_wait_for_each_other(turns: Turns) -> None:
    conversation = await begin(turns)
    answers = await asyncio.gather(*(turns.say(conversation, str(i)).answer() for i in range(5)))
    assert [answer["turn"] for answer in answers] == [1, 2, 3, 4, 5]
    numbers = [event.number for event in await turns.log(conversation)]
    assert numbers == list(range(1, len(numbers) + 1))


async def test_the_same_client_id_changes_nothing(turns: Turns) -> None:
    conversation = await begin(turns)
    first, second = await asyncio.gather(
        turns.say(conversation, "一", "x").answer(), turns.say(conversation, "一", "x").answer()
    )
    assert first == second
    again = turns.say(conversation, "别的话", "x")
    assert "turn.started" in [event.type async for event in again.follow()]
    assert await again.answer() == first
    assert sum(event.type == "turn.started" for event in await turns.log(conversation)) == 1


async def test_a_turn_that_nobody_waits_for_is_finished(turns: Turns, store: SlowStore) -> None:
    conversation = await begin(turns)
    store.halt_after(1)
    turn = turns.say(conversation, "一")
    waiting = asyncio.create_task(turn.answer())
    await turn.begun()
    waiting.cancel()
    await asyncio.wait([waiting])
    store.go_on()
    for _ in range(20):
        await asyncio.sleep(0)
    assert (await store.read(conversation))[-1].type == "turn.finished"


async def test_a_turn_cut_by_a_crash_is_finished_from_the_log(echo: Any, store: SlowStore) -> None:
    turns = Turns(echo, store)
    conversation = await begin(turns)
    whole = list(echo.turn(await store.read(conversation), "一", "x"))
    for kept in range(1, len(whole)):
        other = await begin(turns)
        log = await store.read(other)
        await store.append(other, list(echo.turn(log, "一", "x"))[:kept], "x")
        restarted = Turns(echo, store)
        assert (await restarted.say(other, "一", "x").answer())["text"] == "一"
        assert [event.type for event in await restarted.log(other)][2:] == [event.type for event in whole]


async def test_a_cut_turn_that_would_now_go_otherwise_ends_in_an_error(echo: Any, store: SlowStore) -> None:
    turns = Turns(echo, store)
    conversation = await begin(turns)
    started = {"conversation": conversation, "turn": 1, "text": "一", "client_id": None}
    old = [Event(3, 1, "turn.started", started), Event(4, 1, "facts.updated", {"facts": {}})]
    await store.append(conversation, old)
    assert (await turns.log(conversation))[-1].type == "error"
    assert (await turns.say(conversation, "二").answer())["turn"] == 2


async def test_erasing_ends_a_turn_under_way(turns: Turns, store: SlowStore) -> None:
    conversation = await begin(turns)
    store.halt_after(1)
    turn = turns.say(conversation, "一")
    await turn.begun()
    await turns.erase(conversation)
    store.go_on()
    events = [event async for event in turn.follow()]
    assert events[-1].type == "error"
    assert events[-1].data["status"] == 404
    with pytest.raises(ConversationNotFound):
        await turn.answer()
    with pytest.raises(ConversationNotFound):
        await store.read(conversation)


async def test_followers_that_come_late_see_every_event(turns: Turns, store: SlowStore) -> None:
    conversation = await begin(turns)
    store.halt_after(1)
    turn = turns.say(conversation, "一")
    await turn.begun()
    assert turns.under_way(conversation) is turn
    following = asyncio.create_task(_numbers(turn, 0))
    await asyncio.sleep(0)
    store.go_on()
    early, late = await following, await _numbers(turn, 4)
    assert early == [3, 4, 5, 6]
    assert late == [5, 6]


async def test_feedback_takes_the_next_number(turns: Turns) -> None:
    conversation = await begin(turns)
    await turns.say(conversation, "一").answer()
    event = await turns.append(conversation, "feedback.given", {"rating": "up"})
    assert event.number == 7
    assert (await turns.say(conversation, "二").answer())["turn"] == 2


async def test_an_unknown_conversation_fails_before_the_turn_begins(turns: Turns) -> None:
    with pytest.raises(ConversationNotFound):
        await turns.say("f" * 32, "一").begun()
