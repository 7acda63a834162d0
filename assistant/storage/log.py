"""What both stores share: an entry of the log with the time at which it was written."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from assistant.domain.event import Event


@dataclass(frozen=True, slots=True)
class Logged:
    """An event, the conversation that it belongs to, and when it was stored (UTC)."""

    conversation: str
    event: Event
    at: datetime
