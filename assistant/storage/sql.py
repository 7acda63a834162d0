"""The event log in an SQL database through SQLAlchemy: SQLite by default, PostgreSQL by URL, the same statements."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Collection, Sequence
from contextlib import AbstractAsyncContextManager, asynccontextmanager, nullcontext
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, cast

from sqlalchemy import (
    JSON,
    Column,
    DateTime,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    PrimaryKeyConstraint,
    String,
    Table,
    delete,
    event,
    insert,
    select,
    text,
    update,
)
from sqlalchemy.engine import URL, CursorResult, Row, make_url
from sqlalchemy.exc import ArgumentError, DatabaseError, IntegrityError, InterfaceError, NoSuchModuleError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine

from assistant.domain.event import Event
from assistant.errors import ConversationNotFound, SettingsError, StoreError, TurnConflict
from assistant.storage.log import Logged

_DRIVERS = {"sqlite": "sqlite+aiosqlite", "postgresql": "postgresql+asyncpg", "postgres": "postgresql+asyncpg"}

_SQLITE_PRAGMAS = (
    "journal_mode=WAL",
    "synchronous=NORMAL",
    "foreign_keys=ON",
    "busy_timeout=5000",
    "secure_delete=ON",
)
_metadata = MetaData()

_conversations = Table(
    "conversations",
    _metadata,
    Column("id", String(64), primary_key=True),
    Column("touched", DateTime(timezone=True), nullable=False, index=True),
)
_events = Table(
    "events",
    _metadata,
    Column("conversation", ForeignKey("conversations.id", ondelete="CASCADE"), nullable=False),
    Column("number", Integer, nullable=False),
    Column("turn", Integer, nullable=False),
    Column("type", String(40), nullable=False),
    Column("data", JSON, nullable=False),
    Column("at", DateTime(timezone=True), nullable=False),
    PrimaryKeyConstraint("conversation", "number"),
    Index("events_by_type", "type", "at"),
)
_client_turns = Table(
    "client_turns",
    _metadata,
    Column("conversation", ForeignKey("conversations.id", ondelete="CASCADE"), nullable=False),
    Column("client_id", String(200), nullable=False),
    Column("turn", Integer, nullable=False),
    PrimaryKeyConstraint("conversation", "client_id"),
)


class SqlStore:
    """An event store in a database; see `assistant.conversation.EventStore`. SettingsError where the URL is no use."""

    def __init__(self, url: str) -> None:
        self._engine = _engine(url)
        single = self._engine.dialect.name == "sqlite"
        self._queue: AbstractAsyncContextManager[object] = asyncio.Lock() if single else nullcontext()

    async def open(self) -> None:
        """Connects, and creates the tables where there are none."""
        async with self._writing() as connection:
            await connection.run_sync(_metadata.create_all)

    async def close(self) -> None:
        """Closes every connection."""
        await self._engine.dispose()

    async def create(self, conversation: str) -> None:
        """Begins an empty log; TurnConflict where the id is taken."""
        try:
            async with self._writing() as connection:
                await connection.execute(insert(_conversations).values(id=conversation, touched=datetime.now(UTC)))
        except IntegrityError:
            raise TurnConflict(conversation) from None

    async def append(self, conversation: str, events: Sequence[Event], client_id: str | None = None) -> None:
        """Adds all of `events` or none: TurnConflict where a number or the `client_id` is taken already."""
        now = datetime.now(UTC)
        try:
            async with self._writing() as connection:
                await _touch(connection, conversation, now)
                await connection.execute(insert(_events), [_row(conversation, entry, now) for entry in events])
                if client_id is not None:
                    turn = {"conversation": conversation, "client_id": client_id, "turn": events[0].turn}
                    await connection.execute(insert(_client_turns), [turn])
        except IntegrityError:
            raise TurnConflict(conversation) from None

    async def read(self, conversation: str, after: int = 0) -> list[Event]:
        """The events numbered above `after`, in order."""
        query = (
            select(_events).where(_events.c.conversation == conversation, _events.c.number > after).order_by("number")
        )
        async with self._reading() as connection:
            rows = (await connection.execute(query)).all()
            if not rows:
                await _require(connection, conversation)
        return [_event(row) for row in rows]

    async def turn_of(self, conversation: str, client_id: str) -> int | None:
        """The turn that was stored with this `client_id`, or None."""
        query = select(_client_turns.c.turn).where(
            _client_turns.c.conversation == conversation, _client_turns.c.client_id == client_id
        )
        async with self._reading() as connection:
            turn = (await connection.execute(query)).scalar_one_or_none()
            if turn is None:
                await _require(connection, conversation)
        return turn

    async def delete(self, conversation: str) -> None:
        """Erases the conversation, log included."""
        async with self._writing() as connection:
            result = await connection.execute(delete(_conversations).where(_conversations.c.id == conversation))
        if cast("CursorResult[Any]", result).rowcount == 0:
            raise ConversationNotFound(conversation)
        await self._scrub()

    async def expire(self, before: datetime) -> int:
        """Erases every conversation untouched since `before`; how many there were."""
        async with self._writing() as connection:
            result = await connection.execute(delete(_conversations).where(_conversations.c.touched < before))
        await self._scrub()
        return cast("CursorResult[Any]", result).rowcount

    async def recent(self, types: Collection[str], limit: int) -> list[Logged]:
        """The newest events of these types over all conversations, newest first."""
        query = (
            select(_events)
            .where(_events.c.type.in_(tuple(types)))
            .order_by(_events.c.at.desc(), _events.c.number.desc())
            .limit(limit)
        )
        async with self._reading() as connection:
            rows = (await connection.execute(query)).all()
        return [Logged(row.conversation, _event(row), _utc(row.at)) for row in rows]

    async def _scrub(self) -> None:
        """What was erased must not linger in SQLite's write-ahead log either."""
        if self._engine.dialect.name == "sqlite":
            async with self._queue, self._engine.connect() as connection:
                await connection.execute(text("PRAGMA wal_checkpoint(TRUNCATE)"))

    @asynccontextmanager
    async def _reading(self) -> AsyncIterator[AsyncConnection]:
        """A connection; StoreError where the database cannot be reached."""
        try:
            async with self._engine.begin() as connection:
                yield connection
        except IntegrityError:
            raise
        except (DatabaseError, InterfaceError, OSError) as error:
            where = self._engine.url.render_as_string()
            raise StoreError(f"数据库 {where} 暂时用不了：{_reason(error)}。") from error

    @asynccontextmanager
    async def _writing(self) -> AsyncIterator[AsyncConnection]:
        """A connection whose work is kept as a whole.

        SQLite has one writer at a time and hands its lock to whoever polls next, so that under load somebody waits
        for ever; here writers queue before they come to it.
        """
        async with self._queue, self._reading() as connection:
            yield connection


async def _touch(connection: AsyncConnection, conversation: str, now: datetime) -> None:
    result = await connection.execute(
        update(_conversations).where(_conversations.c.id == conversation).values(touched=now)
    )
    if cast("CursorResult[Any]", result).rowcount == 0:
        raise ConversationNotFound(conversation)


async def _require(connection: AsyncConnection, conversation: str) -> None:
    query = select(_conversations.c.id).where(_conversations.c.id == conversation)
    if (await connection.execute(query)).first() is None:
        raise ConversationNotFound(conversation)


def _row(conversation: str, entry: Event, at: datetime) -> dict[str, object]:
    return {
        "conversation": conversation,
        "number": entry.number,
        "turn": entry.turn,
        "type": entry.type,
        "data": dict(entry.data),
        "at": at,
    }


def _event(row: Row[Any]) -> Event:
    return Event(number=row.number, turn=row.turn, type=row.type, data=row.data)


def _reason(error: Exception) -> str:
    """The driver's own words, without SQLAlchemy's around them."""
    return str(getattr(error, "orig", None) or error)


def _utc(at: datetime) -> datetime:
    """SQLite gives times back without their zone; they were written in UTC."""
    return at if at.tzinfo else at.replace(tzinfo=UTC)


def _engine(url: str) -> AsyncEngine:
    try:
        parsed = make_url(url)
    except ArgumentError:
        raise SettingsError(
            f"看不懂数据库地址“{url}”。例如 sqlite:///data/wence.db 或 postgresql://用户@主机/库名。"
        ) from None
    parsed = parsed.set(drivername=_DRIVERS.get(parsed.drivername, parsed.drivername))
    try:
        engine = create_async_engine(parsed)
    except NoSuchModuleError:
        raise SettingsError(f"不支持 {parsed.drivername} 这种数据库，可用 sqlite 或 postgresql。") from None
    except ImportError as error:
        raise SettingsError(f"{parsed.drivername} 的驱动没有安装：缺少 {error.name}，请用 pip 安装。") from None
    if parsed.get_backend_name() == "sqlite":
        _require_folder(parsed)
        event.listen(engine.sync_engine, "connect", _prepare_sqlite)
    return engine


def _require_folder(url: URL) -> None:
    folder = Path(url.database or "").parent
    if not folder.is_dir():
        raise SettingsError(f"数据库文件 {url.database} 所在的文件夹不存在，请先建立。")


def _prepare_sqlite(connection: Any, _record: object) -> None:
    """Readers beside a writer, deletion that reaches the log and the disk, and patience with another process."""
    cursor = connection.cursor()
    for pragma in (
        "journal_mode=WAL",
        "synchronous=NORMAL",
        "foreign_keys=ON",
        "busy_timeout=5000",
        "secure_delete=ON",
    ):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()
