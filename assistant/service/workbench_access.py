"""Who may open the staff's pages: whoever shows the token of the settings, once by a form or each time by a header."""

from __future__ import annotations

import hashlib
import hmac
import time
from collections import deque
from collections.abc import Callable
from typing import Final

from fastapi import Request, Response

COOKIE: Final = "wence_staff"
_SHIFT: Final = 12 * 3600
_WRONG_TOKENS: Final = 10
_WINDOW: Final = 60.0


class StaffAccess:
    """Compares tokens in constant time; without a token in the settings nobody gets in.

    After ten wrong tokens within a minute, whoever sent them, the form takes none until the minute is over.
    """

    def __init__(self, token: str | None, clock: Callable[[], float] = time.monotonic) -> None:
        self._token = token
        self._clock = clock
        self._wrong: deque[float] = deque(maxlen=_WRONG_TOKENS)

    @property
    def on(self) -> bool:
        """Whether there is a workbench at all."""
        return self._token is not None

    def accepts(self, token: str) -> bool:
        """Whether this is the token."""
        return self._token is not None and hmac.compare_digest(token.encode(), self._token.encode())

    @property
    def besieged(self) -> bool:
        """Whether so many wrong tokens came lately that somebody seems to be guessing."""
        return len(self._wrong) == _WRONG_TOKENS and self._clock() - self._wrong[0] < _WINDOW

    def note_wrong(self) -> None:
        """Remember that a wrong token was shown."""
        self._wrong.append(self._clock())

    def opens(self, request: Request) -> bool:
        """Whether the request may see what is for staff: by its cookie, or by `Authorization: Bearer`."""
        if self._token is None:
            return False
        scheme, _, bearer = request.headers.get("authorization", "").partition(" ")
        if scheme.lower() == "bearer" and self.accepts(bearer.strip()):
            return True
        return hmac.compare_digest(request.cookies.get(COOKIE, "").encode(), self._proof().encode())

    def let_in(self, request: Request, response: Response) -> None:
        """Let the browser remember for one shift that the token was shown; the cookie does not hold the token."""
        response.set_cookie(
            COOKIE,
            self._proof(),
            max_age=_SHIFT,
            path="/workbench",
            secure=request.url.scheme == "https",
            httponly=True,
            samesite="strict",
        )

    def let_out(self, response: Response) -> None:
        """Forget it again."""
        response.delete_cookie(COOKIE, path="/workbench")

    def _proof(self) -> str:
        return hmac.new((self._token or "").encode(), b"workbench", hashlib.sha256).hexdigest()
