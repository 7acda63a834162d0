"""The hotline staff's pages: off without a token in the settings, and shown only to who has it."""

from __future__ import annotations

from typing import Final
from urllib.parse import parse_qs

from fastapi import APIRouter, Request
from fastapi.responses import RedirectResponse, Response

from assistant.service.pages import Pages
from assistant.service.workbench_access import StaffAccess
from assistant.service.workbench_unanswered import unanswered_router
from assistant.settings import Settings

_HOME: Final = "/workbench"
_SEE_OTHER: Final = 303


def workbench_router(settings: Settings) -> APIRouter:
    """`/workbench`, its door, and the list of what people asked in vain."""
    router = APIRouter(include_in_schema=False, prefix=_HOME)
    pages = Pages(settings)
    access = StaffAccess(settings.staff_token)

    @router.get("")
    async def desk(request: Request) -> Response:
        """The workbench; the door, or how to turn it on, to everyone else."""
        if not access.on:
            return pages.render("workbench_off.html")
        if not access.opens(request):
            return pages.render("workbench_door.html", wrong="")
        return pages.render("workbench.html")

    @router.post("/login")
    async def login(request: Request) -> Response:
        if access.besieged:
            return pages.render("workbench_door.html", status=429, wrong="错误次数过多，请一分钟后再试。")
        form = parse_qs((await request.body()).decode(errors="replace"))
        if not access.accepts(form.get("token", [""])[0]):
            access.note_wrong()
            return pages.render("workbench_door.html", status=403, wrong="口令不对，请核对后再试。")
        answer = RedirectResponse(_HOME, _SEE_OTHER)
        access.let_in(request, answer)
        return answer

    @router.post("/logout")
    async def logout() -> Response:
        answer = RedirectResponse(_HOME, _SEE_OTHER)
        access.let_out(answer)
        return answer

    router.include_router(unanswered_router(pages, access))
    return router
