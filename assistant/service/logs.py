"""Logs of the conversations under way, remembered, so that a turn reads only what is new since the last."""

from __future__ import annotations

from collections import OrderedDict
from typing import Final

from assistant.conversation import EventStore
from assistant.domain.event import Event
from assistant.errors import ConversationNotFound

_REMEMBERED: Final = 64


class Logs:
    """Reads through to the store: a log only grows, so what was read once still holds."""

    def __init__(self, store: EventStore, remembered: int = _REMEMBERED) -> None:
        self._store = store
        self._remembered = remembered
        self._known: OrderedDict[str, list[Event]] = OrderedDict()

    async def read(self, conversation: str) -> list[Event]:
        """The whole log as it stands; ConversationNotFound, and nothing remembered, where it was erased."""
        known = self._known.pop(conversation, [])
        news = await self._store.read(conversation, after=known[-1].number if known else 0)
        log = [*known, *news]
        if not log:
            raise ConversationNotFound(conversation)
        self._known[conversation] = log
        while len(self._known) > self._remembered:
            self._known.popitem(last=False)
        return list(log)

    def forget(self, conversation: str) -> None:
        """Drop what is remembered of an erased conversation."""
        self._known.pop(conversation, None)
