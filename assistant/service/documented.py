"""How a route's responses are documented: the answer's model, a stream where there is one, and the problems."""

from __future__ import annotations

from typing import Any, Final

from pydantic import BaseModel

from assistant.service import problems, schemas
from assistant.service import stream as events

BODY: Final = (400, 413, 415, 422)
"""The problems of a route that takes a body."""

Responses = dict[int | str, dict[str, Any]]


def answers(*statuses: int, model: type[BaseModel] | None = None, stream: bool = False) -> Responses:
    """The `responses` of a route: `model` for its one status below 400 (200 by default), a problem for each other."""
    success = next((status for status in statuses if status < 400), 200)
    described: Responses = {status: _problem() for status in statuses if status >= 400}
    if model is not None or stream:
        described[success] = {"model": model} if model is not None else {"description": "A stream of events."}
        if stream:
            described[success]["content"] = dict(events.OPENAPI)
    return described


def _problem() -> dict[str, Any]:
    return {
        "description": "A problem.",
        "content": {problems.MEDIA_TYPE: {"schema": schemas.Problem.model_json_schema()}},
    }
