"""What may come in: a bounded body, and JSON only."""

from __future__ import annotations

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from assistant.service.problems import response

_WITH_BODY = frozenset({"POST", "PUT", "PATCH"})
_DROPPED = 16 * 2**20
"""So many bytes of a body too large are read and dropped before it is refused."""


class BodyGuard:
    """ASGI middleware: reads a request's body whole; too large is 413, no JSON 415, no UTF-8 422.

    Only paths under `prefix` have to speak JSON; the limit holds everywhere.
    """

    def __init__(self, app: ASGIApp, max_bytes: int, prefix: str) -> None:
        self._app = app
        self._max_bytes = max_bytes
        self._prefix = prefix

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on with its body, or answer with a problem."""
        if scope["type"] != "http" or scope["method"] not in _WITH_BODY:
            await self._app(scope, receive, send)
            return
        headers = {name.lower(): value for name, value in scope["headers"]}
        body = await self._read(receive)
        if body is None:
            size = f"请求内容过大，最多 {self._max_bytes // 1024} KB。请缩短后再发。"
            await response(413, size)(scope, receive, send)
        elif body and scope["path"].startswith(self._prefix) and not _is_json(headers):
            await response(415, "请以 JSON 发送，并注明 Content-Type: application/json。")(scope, receive, send)
        elif not _is_utf8(body):
            await response(422, "请求内容不是 UTF-8 编码的文字，请改用 UTF-8 发送。")(scope, receive, send)
        else:
            await self._app(scope, _replay(body, receive), send)

    async def _read(self, receive: Receive) -> bytes | None:
        """The body, None where it is too large.

        Such a body is read on, up to a point, and dropped: most clients look for the answer only when all is sent.
        """
        body, size = bytearray(), 0
        while size <= _DROPPED:
            message = await receive()
            if message["type"] != "http.request":
                break
            piece = message.get("body", b"")
            size += len(piece)
            if size <= self._max_bytes:
                body += piece
            if not message.get("more_body", False):
                break
        return bytes(body) if size <= self._max_bytes else None


def _is_json(headers: dict[bytes, bytes]) -> bool:
    kind = headers.get(b"content-type", b"").split(b";")[0].strip().lower()
    return kind == b"application/json" or (kind.startswith(b"application/") and kind.endswith(b"+json"))


def _is_utf8(body: bytes) -> bool:
    try:
        body.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _replay(body: bytes, receive: Receive) -> Receive:
    """A `receive` that gives the body first, and then whatever comes (a disconnect)."""
    given = False

    async def replay() -> Message:
        nonlocal given
        if given:
            return await receive()
        given = True
        return {"type": "http.request", "body": body, "more_body": False}

    return replay
