"""Who may open the staff's pages: whoever shows the token of the settings, once by a form or each time by a header."""

from __future__ import annotations

import hashlib
import hmac
from typing import Final

from fastapi import Request, Response

COOKIE: Final = "wence_staff"
_SHIFT: Final = 12 * 3600


class StaffAccess:
    """Compares tokens in constant time; without a token in the settings nobody gets in."""

    def __init__(self, token: str | None) -> None:
        self._token = token

    @property
    def on(self) -> bool:
        """Whether there is a workbench at all."""
        return self._token is not None

    def accepts(self, token: str) -> bool:
        """Whether this is the token."""
        return self._token is not None and hmac.compare_digest(token.encode(), self._token.encode())

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
