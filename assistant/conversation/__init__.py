"""One turn from end to end, and the ports that it needs."""

from assistant.conversation.ports import EventStore
from assistant.conversation.turns import Assistant

__all__ = ["Assistant", "EventStore"]
