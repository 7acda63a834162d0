"""What people think of an answer: a thumb and a reason, kept with the conversation and erased with it."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Annotated, Literal

from fastapi import APIRouter
from pydantic import AfterValidator, Field, StrictStr
from pydantic.types import StringConstraints
from starlette.responses import Response

from assistant.service.conversations import Conversation, Running
from assistant.service.documented import BODY, answers
from assistant.service.problems import Problem
from assistant.service.requests import Request
from assistant.settings import Settings
from assistant.text.masking import mask

Rating = Literal["up", "down"]
LONGEST_REASON = 500


class Feedback(Request):
    """A thumb for one turn; null takes an earlier one back."""

    turn: Annotated[int, Field(ge=0, le=100_000, strict=True)]
    rating: Rating | None
    reason: Annotated[
        StrictStr, StringConstraints(max_length=LONGEST_REASON), AfterValidator(lambda text: text.replace("\0", ""))
    ] = ""


def feedback_router(settings: Settings) -> APIRouter:
    """`POST /api/v1/conversations/{id}/feedback`."""
    router = APIRouter(prefix="/api/v1", tags=["feedback"])

    @router.post("/conversations/{conversation}/feedback", status_code=204, responses=answers(404, 503, *BODY))
    async def give(conversation: Conversation, body: Feedback, turns: Running) -> Response:
        """Say whether an answer helped; the last word on a turn counts. Personal data in the reason is masked."""
        log = await turns.log(conversation)
        if not any(event.turn == body.turn and event.type == "turn.finished" for event in log):
            raise Problem(404, f"这个对话没有第{body.turn}轮，请核对 turn。")
        at = datetime.now(UTC).isoformat(timespec="seconds")
        data = {"turn": body.turn, "rating": body.rating, "reason": mask(body.reason.strip()), "at": at}
        await turns.append(conversation, "feedback.given", data)
        return Response(status_code=204)

    return router
