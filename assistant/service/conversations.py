"""Conversations over HTTP: begin, say, set, read, resume, erase."""

from __future__ import annotations

import re
from typing import Annotated, Any, Final

from fastapi import APIRouter, Depends, Path, Request
from fastapi.responses import JSONResponse
from starlette.responses import Response

from assistant.bootstrap import today
from assistant.errors import ConversationNotFound
from assistant.service import schemas, stream
from assistant.service.documented import BODY, answers
from assistant.service.knowledge import Knowing
from assistant.service.requests import FormFacts, NewConversation, NewTurn
from assistant.service.transcript import transcript
from assistant.service.turns import Turn, Turns

_ID: Final = re.compile(r"[0-9a-f]{32}")

router = APIRouter(prefix="/conversations", tags=["conversations"])


def turns_of(request: Request) -> Turns:
    """The turns of the running service."""
    turns: Turns = request.app.state.turns
    return turns


def known_id(conversation: Annotated[str, Path(description="The conversation's id.")]) -> str:
    """The id, where it can be one at all."""
    if not _ID.fullmatch(conversation):
        raise ConversationNotFound(conversation)
    return conversation


Conversation = Annotated[str, Depends(known_id)]
Running = Annotated[Turns, Depends(turns_of)]


@router.post("", status_code=201, responses=answers(201, 503, *BODY, model=schemas.Opened))
async def begin(turns: Running, body: NewConversation | None = None) -> JSONResponse:
    """Begin a conversation: its id and the greeting."""
    body = body or NewConversation()
    as_of = body.as_of or today()
    conversation, answer = await turns.open(as_of, body.channel)
    return JSONResponse({"id": conversation, "answer": answer}, 201)


@router.post(
    "/{conversation}/turns", responses=answers(404, 409, 500, 503, *BODY, model=schemas.AnswerOut, stream=True)
)
async def say(request: Request, conversation: Conversation, body: NewTurn, turns: Running) -> Response:
    """Say something: the Answer as JSON, or its making as a stream where the client accepts `text/event-stream`."""
    return await _respond(request, turns.say(conversation, body.text, body.client_id))


@router.post(
    "/{conversation}/facts", responses=answers(404, 409, 500, 503, *BODY, model=schemas.AnswerOut, stream=True)
)
async def set_facts(request: Request, conversation: Conversation, body: FormFacts, turns: Running) -> Response:
    """Set facts as a form does, null takes one back; answers like a turn."""
    return await _respond(request, turns.set_facts(conversation, body.facts))


@router.get("/{conversation}", responses=answers(404, 422, 503, model=schemas.ConversationOut))
async def read(conversation: Conversation, turns: Running, engine: Knowing) -> JSONResponse:
    """Everything said, known and decided."""
    return JSONResponse(transcript(await turns.log(conversation), engine.reasoner))


@router.get(
    "/{conversation}/events",
    responses=answers(404, 422, 503, stream=True) | {204: {"description": "Nothing new."}},
    openapi_extra={
        "parameters": [
            {"name": name, "in": place, "required": False, "schema": {"type": "integer", "minimum": 0}}
            for name, place in (("Last-Event-ID", "header"), ("last_event_id", "query"))
        ]
    },
)
async def events(request: Request, conversation: Conversation, turns: Running) -> Response:
    """The log as a stream from `Last-Event-ID` on; ends with the turn under way, 204 when there is nothing new."""
    after = stream.last_event_id(request)
    under_way = turns.under_way(conversation)
    return await stream.log_events(await turns.log(conversation), after, under_way)


@router.delete("/{conversation}", status_code=204, responses=answers(404, 422, 503))
async def erase(conversation: Conversation, turns: Running) -> Response:
    """Erase the conversation, log included."""
    await turns.erase(conversation)
    return Response(status_code=204)


async def _respond(request: Request, turn: Turn) -> Response:
    if stream.wanted(request):
        return await stream.turn_events(turn)
    answer: Any = await turn.answer()
    return JSONResponse(answer)
