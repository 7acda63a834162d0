"""Remembered logs are the store's logs."""

import pytest

from assistant.domain.event import Event
from assistant.errors import ConversationNotFound
from assistant.service.logs import Logs
from assistant.storage.memory import MemoryStore

pytestmark = pytest.mark.anyio


class CountingStore(MemoryStore):
    """Remembers from where it was read."""

    def __init__(self) -> None:
        super().__init__()
        self.reads: list[int] = []

    async def read(self, conversation: str, after: int = 0) -> list[Event]:
        self.reads.append(after)
        return await super().read(conversation, after)


@pytest.fixture
def store() -> CountingStore:
    return CountingStore()


async def grow(store: MemoryStore, name: str, *numbers: int) -> None:
    if numbers[0] == 1:
        await store.create(name)
    await store.append(name, [Event(number, 0, "turn.started") for number in numbers])


async def test_only_news_are_read_again(store: CountingStore) -> None:
    logs = Logs(store)
    await grow(store, "a", 1, 2)
    assert [event.number for event in await logs.read("a")] == [1, 2]
    await grow(store, "a", 3)
    assert [event.number for event in await logs.read("a")] == [1, 2, 3]
    assert store.reads == [0, 2]


async def test_an_erased_conversation_is_not_remembered(store: CountingStore) -> None:
    logs = Logs(store)
    await grow(store, "a", 1)
    await logs.read("a")
    await store.delete("a")
    for _ in range(2):
        with pytest.raises(ConversationNotFound):
            await logs.read("a")


async def test_the_longest_unread_is_forgotten_first(store: CountingStore) -> None:
    logs = Logs(store, remembered=2)
    for name in ("a", "b", "c"):
        await grow(store, name, 1)
        await logs.read(name)
    store.reads.clear()
    for name in ("c", "b", "a"):
        await logs.read(name)
    assert store.reads == [1, 1, 0]


async def test_what_a_reader_does_to_its_copy_changes_nothing(store: CountingStore) -> None:
    logs = Logs(store)
    await grow(store, "a", 1)
    (await logs.read("a")).clear()
    assert len(await logs.read("a")) == 1
