"""The event log in memory, for the terminal and tests: the SQL store's promises, gone with the process."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime

from assistant.domain.event import Event
from assistant.errors import ConversationNotFound, TurnConflict
from assistant.storage.log import Logged


@dataclass(slots=True)
class _Conversation:
    events: dict[int, tuple[Event, datetime]] = field(default_factory=dict)
    turns: dict[str, int] = field(default_factory=dict)
    touched: datetime = field(default_factory=lambda: datetime.now(UTC))


class MemoryStore:
    """An event store that keeps everything in this process; see `assistant.conversation.EventStore`."""

    def __init__(self) -> None:
        self._conversations: dict[str, _Conversation] = {}

    async def open(self) -> None:
        """Nothing to open."""

    async def close(self) -> None:
        """Forgets everything."""
        self._conversations.clear()

    async def create(self, conversation: str) -> None:
        """Begins an empty log; TurnConflict where the id is taken."""
        if conversation in self._conversations:
            raise TurnConflict(conversation)
        self._conversations[conversation] = _Conversation()

    async def append(self, conversation: str, events: Sequence[Event], client_id: str | None = None) -> None:
        """Adds all of `events` or none: TurnConflict where a number or the `client_id` is taken already."""
        kept = self._of(conversation)
        numbers = [event.number for event in events]
        taken = any(number in kept.events for number in numbers) or len(set(numbers)) < len(numbers)
        if taken or client_id in kept.turns:
            raise TurnConflict(conversation)
        now = datetime.now(UTC)
        kept.touched = now
        kept.events.update((event.number, (event, now)) for event in events)
        if client_id is not None:
            kept.turns[client_id] = events[0].turn

    async def read(self, conversation: str, after: int = 0) -> list[Event]:
        """The events numbered above `after`, in order."""
        events = self._of(conversation).events
        return [events[number][0] for number in sorted(events) if number > after]

    async def turn_of(self, conversation: str, client_id: str) -> int | None:
        """The turn that was stored with this `client_id`, or None."""
        return self._of(conversation).turns.get(client_id)

    async def delete(self, conversation: str) -> None:
        """Erases the conversation, log included."""
        self._of(conversation)
        del self._conversations[conversation]

    async def expire(self, before: datetime) -> int:
        """Erases every conversation untouched since `before`; how many there were."""
        old = [key for key, kept in self._conversations.items() if kept.touched < before]
        for key in old:
            del self._conversations[key]
        return len(old)

    async def recent(self, types: Collection[str], limit: int) -> list[Logged]:
        """The newest events of these types over all conversations, newest first."""
        found = [
            Logged(key, event, at)
            for key, kept in self._conversations.items()
            for event, at in kept.events.values()
            if event.type in types
        ]
        return sorted(found, key=lambda entry: entry.at, reverse=True)[:limit]

    def _of(self, conversation: str) -> _Conversation:
        try:
            return self._conversations[conversation]
        except KeyError:
            raise ConversationNotFound(conversation) from None
