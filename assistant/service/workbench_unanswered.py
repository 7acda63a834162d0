"""The staff's list of what people asked in vain, as a page and for a spreadsheet."""

from __future__ import annotations

from fastapi import APIRouter, Request
from fastapi.responses import RedirectResponse, Response

from assistant.service.feedback_unanswered import Unanswered, as_csv
from assistant.service.pages import Pages
from assistant.service.problems import Problem
from assistant.service.workbench_access import StaffAccess


def unanswered_router(pages: Pages, access: StaffAccess) -> APIRouter:
    """`/unanswered` and `/unanswered.csv`, under the workbench."""
    router = APIRouter(include_in_schema=False)

    @router.get("/unanswered")
    async def page(request: Request) -> Response:
        """What was refused, not understood, or thumbed down, the like together."""
        if not access.opens(request):
            return RedirectResponse("/workbench", 303)
        return pages.render("unanswered.html", groups=await Unanswered(request.app.state.store).groups())

    @router.get("/unanswered.csv")
    async def sheet(request: Request) -> Response:
        """The same, one line a question."""
        if not access.opens(request):
            raise Problem(401, "需要口令：请先在 /workbench 登录，或带上 Authorization: Bearer 口令。")
        text = as_csv(await Unanswered(request.app.state.store).groups())
        headers = {"Content-Disposition": 'attachment; filename="unanswered.csv"', "Cache-Control": "no-store"}
        return Response(text, media_type="text/csv; charset=utf-8", headers=headers)

    return router
