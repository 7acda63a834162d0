"""Understanding and deciding with no conversation: what one utterance says, what facts come to."""

from __future__ import annotations

from fastapi import APIRouter
from fastapi.responses import JSONResponse

from assistant.bootstrap import today
from assistant.domain.encoding import encode
from assistant.service import schemas
from assistant.service.documented import BODY, answers
from assistant.service.knowledge import Knowing
from assistant.service.requests import Applicant, Utterance

router = APIRouter(tags=["checking"])


@router.post("/understand", responses=answers(*BODY, model=schemas.UnderstoodOut))
async def understand(engine: Knowing, body: Utterance) -> JSONResponse:
    """What one utterance says: commands, facts, bounds, and the act that would answer it."""
    reading, act = engine.assistant.understand(body.text, body.asked, body.as_of or today())
    return JSONResponse(
        {
            "commands": encode(reading.commands),
            "facts": encode(reading.facts),
            "bounds": encode(reading.bounds),
            "act": act,
        }
    )


@router.post("/check", responses=answers(*BODY, model=schemas.CheckedOut))
async def check(engine: Knowing, body: Applicant) -> JSONResponse:
    """Decide from facts alone, and name the fact most worth asking for next."""
    checked = engine.check(body.case(), body.as_of or today(), body.entitlements)
    return JSONResponse({"decisions": encode(checked.decisions), "ask_next": checked.ask_next})
