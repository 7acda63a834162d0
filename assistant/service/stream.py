"""Server-sent events: the one module that knows how events travel.

Lines end in LF, the id is the event's number in the log, `retry` goes out once, a comment every 15 s keeps proxies from
closing the connection. Anything else that knows of SSE belongs here.
"""

from __future__ import annotations

import json
from collections.abc import AsyncIterator, Iterable, Mapping
from typing import Any, Final

from sse_starlette import EventSourceResponse, ServerSentEvent
from starlette.requests import Request
from starlette.responses import Response

from assistant.domain.event import PUBLIC, Event
from assistant.service.problems import Problem
from assistant.service.turns import Turn

MEDIA_TYPE: Final = "text/event-stream"
_SEPARATOR: Final = "\n"
_RETRY_MS: Final = 3000
_PING_SECONDS: Final = 15
_LARGEST_ID: Final = 2**31 - 1

OPENAPI: Final[dict[str, Any]] = {
    MEDIA_TYPE: {
        "schema": {"type": "string"},
        "example": 'id: 4\nevent: turn.started\ndata: {"conversation":"…","turn":1}\nretry: 3000\n\n',
    }
}
"""What a route that streams adds to its 200 response."""


def wanted(request: Request) -> bool:
    """Whether the client asks for a stream."""
    return MEDIA_TYPE in request.headers.get("accept", "").lower()


def last_event_id(request: Request) -> int:
    """Where a client wants to go on from: the Last-Event-ID header, or `last_event_id` in the query; 0 without."""
    said = request.headers.get("last-event-id") or request.query_params.get("last_event_id") or "0"
    if not (said.isascii() and said.isdigit() and int(said[:12]) <= _LARGEST_ID):
        raise Problem(422, "Last-Event-ID 应为收到的最后一个事件的 id（整数）。")
    return int(said)


async def turn_events(turn: Turn) -> Response:
    """The turn as it is computed."""
    await turn.begun()
    return _response(turn.follow())


async def log_events(past: Iterable[Event], after: int, turn: Turn | None) -> Response:
    """The log above `after`, then the turn under way; 204 where there is nothing new."""
    missed = [event for event in past if event.number > after and event.type in PUBLIC]
    if not missed and turn is None:
        return Response(status_code=204)
    return _response(_resumed(missed, after, turn))


async def _resumed(missed: list[Event], after: int, turn: Turn | None) -> AsyncIterator[Event]:
    for event in missed:
        yield event
    if turn is not None:
        async for event in turn.follow(max(after, missed[-1].number if missed else 0)):
            yield event


def _response(events: AsyncIterator[Event]) -> EventSourceResponse:
    return EventSourceResponse(
        _encoded(events),
        sep=_SEPARATOR,
        ping=_PING_SECONDS,
        ping_message_factory=lambda: ServerSentEvent(comment="waiting", sep=_SEPARATOR),
        send_timeout=30,
    )


async def _encoded(events: AsyncIterator[Event]) -> AsyncIterator[ServerSentEvent]:
    retry: int | None = _RETRY_MS
    async for event in events:
        if event.type in PUBLIC:
            yield ServerSentEvent(
                one_line(event.data), event=event.type, id=str(event.number), retry=retry, sep=_SEPARATOR
            )
            retry = None


def one_line(data: Mapping[str, Any]) -> str:
    r"""JSON on one line; line ends that only some parsers know are escaped.

    >>> one_line({"a": "一\u2028二"})
    '{"a":"一\\u2028二"}'
    """
    text = json.dumps(data, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    return text.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029").replace("\x85", "\\u0085")
