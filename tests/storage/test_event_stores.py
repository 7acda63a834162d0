"""Both stores keep the same promises: every test runs on each."""

import os
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from assistant.domain.event import Event
from assistant.errors import ConversationNotFound, SettingsError, StoreError, TurnConflict
from assistant.storage.memory import MemoryStore
from assistant.storage.sql import SqlStore

Store = MemoryStore | SqlStore
pytestmark = pytest.mark.anyio


POSTGRESQL = os.environ.get("WENCE_TEST_POSTGRESQL")
"""URL of an empty database that tests may fill; .ci/run starts one."""


@pytest.fixture(params=["memory", "sqlite", "postgresql"])
async def store(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Store]:
    if request.param == "postgresql" and not POSTGRESQL:
        pytest.skip("WENCE_TEST_POSTGRESQL names no database")
    store: Store
    match request.param:
        case "memory":
            store = MemoryStore()
        case "sqlite":
            store = SqlStore(f"sqlite:///{tmp_path / 'log.db'}")
        case _:
            store = SqlStore(str(POSTGRESQL))
    await store.open()
    await store.expire(datetime.now(UTC) + timedelta(days=1))
    yield store
    await store.close()


def event(number: int, turn: int = 1, kind: str = "turn.started", **data: object) -> Event:
    return Event(number, turn, kind, data)  # type: ignore[arg-type]


async def test_events_are_read_back_in_order_as_they_were_written(store: Store) -> None:
    await store.create("a")
    await store.append(
        "a", [event(1, 0, "conversation.started", as_of="2026-11-24"), event(2, text="甲\u2028乙", n=[1, None])]
    )
    await store.append("a", [event(3, 1, "turn.finished")])
    assert [e.number for e in await store.read("a")] == [1, 2, 3]
    assert (await store.read("a"))[1] == event(2, text="甲\u2028乙", n=[1, None])


async def test_reading_after_a_number_leaves_out_what_came_before(store: Store) -> None:
    await store.create("a")
    await store.append("a", [event(1), event(2), event(3)])
    assert [e.number for e in await store.read("a", after=2)] == [3]
    assert await store.read("a", after=3) == []


async def test_a_number_is_taken_once_and_the_whole_append_is_refused(store: Store) -> None:
    await store.create("a")
    await store.append("a", [event(1), event(2)])
    with pytest.raises(TurnConflict):
        await store.append("a", [event(3), event(2)])
    assert [e.number for e in await store.read("a")] == [1, 2]


async def test_a_client_id_names_one_turn(store: Store) -> None:
    await store.create("a")
    await store.append("a", [event(1, turn=7)], client_id="x")
    assert await store.turn_of("a", "x") == 7
    assert await store.turn_of("a", "y") is None
    with pytest.raises(TurnConflict):
        await store.append("a", [event(2, turn=8)], client_id="x")
    assert [e.number for e in await store.read("a")] == [1]


async def test_conversations_do_not_see_each_other(store: Store) -> None:
    await store.create("a")
    await store.create("b")
    await store.append("a", [event(1, who="a")], client_id="x")
    await store.append("b", [event(1, who="b")], client_id="x")
    assert (await store.read("b"))[0].data == {"who": "b"}


async def test_an_id_is_given_once(store: Store) -> None:
    await store.create("a")
    with pytest.raises(TurnConflict):
        await store.create("a")


async def test_what_was_erased_is_gone_with_its_log(store: Store) -> None:
    await store.create("a")
    await store.append("a", [event(1)], client_id="x")
    await store.delete("a")
    for call in (store.read("a"), store.delete("a"), store.turn_of("a", "x"), store.append("a", [event(2)])):
        with pytest.raises(ConversationNotFound):
            await call
    assert await store.recent({"turn.started"}, 10) == []
    await store.create("a")
    assert await store.read("a") == []


async def test_an_unknown_conversation_is_said_to_be_unknown(store: Store) -> None:
    for call in (store.read("?"), store.delete("?"), store.turn_of("?", "x"), store.append("?", [event(1)])):
        with pytest.raises(ConversationNotFound):
            await call


async def test_untouched_conversations_expire(store: Store) -> None:
    await store.create("a")
    await store.append("a", [event(1)])
    assert await store.expire(datetime.now(UTC) - timedelta(minutes=1)) == 0
    assert await store.expire(datetime.now(UTC) + timedelta(minutes=1)) == 1
    with pytest.raises(ConversationNotFound):
        await store.read("a")


async def test_recent_events_of_a_kind_come_newest_first_over_all_conversations(store: Store) -> None:
    for name in ("a", "b"):
        await store.create(name)
        await store.append(name, [event(1), event(2, 1, "feedback.given", rating="up")])
    found = await store.recent({"feedback.given"}, 10)
    assert [(entry.conversation, entry.event.number) for entry in found] == [("b", 2), ("a", 2)]
    assert found[0].at.tzinfo is not None
    assert len(await store.recent({"feedback.given", "turn.started"}, 3)) == 3


async def test_what_was_stored_survives_the_process(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'log.db'}"
    first = SqlStore(url)
    await first.open()
    await first.create("a")
    await first.append("a", [event(1)])
    second = SqlStore(url)
    await second.open()
    assert [e.number for e in await second.read("a")] == [1]
    await second.close()
    await first.close()


async def test_erasing_leaves_no_word_on_the_disk(tmp_path: Path) -> None:
    store = SqlStore(f"sqlite:///{tmp_path / 'log.db'}")
    await store.open()
    await store.create("a")
    await store.append("a", [event(1, text="秘密的一句话")])
    await store.delete("a")
    assert all("秘密的一句话".encode() not in path.read_bytes() for path in tmp_path.iterdir())
    await store.close()


def test_the_same_statements_compile_for_postgresql() -> None:
    from sqlalchemy.dialects import postgresql
    from sqlalchemy.schema import CreateTable

    from assistant.storage import sql

    for table in sql._metadata.sorted_tables:
        assert "CREATE TABLE" in str(CreateTable(table).compile(dialect=postgresql.dialect()))


def test_a_folder_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match=r"log\.db"):
        SqlStore(f"sqlite:///{tmp_path / 'no' / 'such' / 'folder' / 'log.db'}")


@pytest.mark.parametrize("url", ["nonsense", "oddbase://x", "mysql://host/name"])
def test_a_url_that_cannot_be_used_is_said(url: str) -> None:
    with pytest.raises(SettingsError, match=url.split(":")[0][:6]):
        SqlStore(url)


async def test_the_password_in_a_url_is_never_shown() -> None:
    store = SqlStore("postgresql://user:geheim@127.0.0.1:1/name")
    with pytest.raises(StoreError, match="127") as error:
        await store.open()
    assert "geheim" not in str(error.value)
    await store.close()


async def test_a_database_that_cannot_be_reached_is_said(tmp_path: Path) -> None:
    (tmp_path / "log.db").write_bytes(b"this is no database, and long enough to be read as a page of one" * 100)
    store = SqlStore(f"sqlite:///{tmp_path / 'log.db'}")
    with pytest.raises(StoreError, match=r"log\.db"):
        await store.open()
    await store.close()
