"""The pages that people open: the demo of the chat and the page about the assistant."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, Response
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from assistant.bootstrap import Engine
from assistant.domain.document import DocumentStatus
from assistant.service.pages_assets import Assets
from assistant.settings import Settings

_FORCES: Final[Mapping[DocumentStatus, str]] = {"in_force": "现行有效", "trial": "试行", "repealed": "已废止"}
_READ: Final = ["GET", "HEAD"]
_TEMPLATES: Final = Path(__file__).parent / "templates"


class Pages:
    """Renders templates, each answer with its own nonce and a policy that lets no inline script or style run."""

    def __init__(self, settings: Settings) -> None:
        self.assets = Assets()
        self._settings = settings
        self._templates = Environment(
            loader=FileSystemLoader(_TEMPLATES), autoescape=True, undefined=StrictUndefined, trim_blocks=True
        )

    def render(self, template: str, status: int = 200, embeddable: bool = False, **values: Any) -> HTMLResponse:
        """The page; only an `embeddable` one may stand in a frame of the origins that settings name."""
        nonce = secrets.token_urlsafe(16)
        text = self._templates.get_template(template).render(
            nonce=nonce, asset=self.assets.url, phone=self._settings.handoff_phone, **values
        )
        ancestors = " ".join(("'self'", *self._settings.embed_origins)) if embeddable else "'none'"
        return HTMLResponse(text, status, headers=_headers(nonce, ancestors))


def _headers(nonce: str, ancestors: str) -> Mapping[str, str]:
    policy = (
        f"default-src 'none'; script-src 'self' 'nonce-{nonce}'; style-src 'self' 'nonce-{nonce}'; "
        f"img-src 'self' data:; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors {ancestors}"
    )
    return {"Content-Security-Policy": policy, "Cache-Control": "no-store"}


def pages_router(settings: Settings) -> APIRouter:
    """`/`, `/about` and the files that pages load."""
    router = APIRouter(include_in_schema=False)
    pages = Pages(settings)

    @router.api_route("/", methods=_READ)
    async def demo() -> Response:
        """The chat, filling the window; it may be embedded."""
        return pages.render("demo.html", embeddable=True)

    @router.api_route("/about", methods=_READ)
    async def about(request: Request) -> Response:
        """What the assistant is, reads, cannot do, and by which versions it decides."""
        engine: Engine = request.app.state.engine
        return pages.render(
            "about.html",
            documents=engine.documents,
            forces=_FORCES,
            entitlements=len(engine.rulebook.entitlements),
            facts=len(engine.facts),
            versions=engine.versions,
            retention=settings.retention_days,
        )

    @router.get("/static/{name}")
    async def static(name: str, request: Request) -> Response:
        """A script or style sheet, compressed where the browser takes it so."""
        return pages.assets.respond(name, request)

    return router
