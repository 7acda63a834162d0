"""Liveness, readiness and Prometheus metrics."""

from __future__ import annotations

import logging
import time
from collections.abc import Mapping
from typing import Any, Final

from fastapi import APIRouter, Request
from fastapi.responses import JSONResponse
from prometheus_client import CONTENT_TYPE_LATEST, CollectorRegistry, Counter, Histogram, generate_latest
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from assistant.service.documented import answers
from assistant.service.problems import Problem

_logger = logging.getLogger("wence.requests")
router = APIRouter(tags=["health"])
_BUCKETS: Final = (0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0)


class Metrics:
    """What is counted: requests and how long they took, answers and what they came to. No user text, no ids."""

    def __init__(self) -> None:
        self.registry = CollectorRegistry()
        self._requests = Counter(
            "wence_requests", "Requests answered.", ("route", "method", "status"), registry=self.registry
        )
        self._seconds = Histogram(
            "wence_request_seconds",
            "Time to the end of the response.",
            ("route",),
            buckets=_BUCKETS,
            registry=self.registry,
        )

        self._turns = Counter("wence_turns", "Turns answered.", ("act",), registry=self.registry)
        self._decisions = Counter(
            "wence_decisions", "Decisions made in turns.", ("entitlement", "outcome"), registry=self.registry
        )

    def answered(self, answer: Mapping[str, Any]) -> None:
        """Count one answer by its act, and its decisions by what they came to."""
        self._turns.labels(answer["act"]).inc()
        for decision in answer["decisions"]:
            self._decisions.labels(decision["entitlement"], decision["outcome"]).inc()

    def record(self, route: str, method: str, status: int, seconds: float) -> None:
        """Count one request; `route` is the pattern, never the path."""
        self._requests.labels(route, method, str(status)).inc()
        self._seconds.labels(route).observe(seconds)

    def exposition(self) -> bytes:
        """The metrics in Prometheus' text format."""
        return generate_latest(self.registry)


class Measured:
    """ASGI middleware that records every HTTP request."""

    def __init__(self, app: ASGIApp, metrics: Metrics) -> None:
        self._app = app
        self._metrics = metrics

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, and record it when it is over."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        began, status = time.perf_counter(), 500

        async def observed(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
            await send(message)

        try:
            await self._app(scope, receive, observed)
        finally:
            route, seconds = getattr(scope.get("route"), "path", "(none)"), time.perf_counter() - began
            self._metrics.record(route, scope["method"], status, seconds)
            _logger.info("%s %s %d %.1f ms", scope["method"], route, status, seconds * 1000)


@router.get("/healthz")
async def alive() -> dict[str, str]:
    """The process answers."""
    return {"status": "ok"}


@router.get("/readyz", responses=answers(503))
async def ready(request: Request) -> JSONResponse:
    """Corpus and rules are loaded, and the event log can be read."""
    try:
        await request.app.state.store.recent((), 1)
    except Exception as error:
        raise Problem(503, "事件日志的数据库暂时连不上。") from error
    versions = request.app.state.engine.versions
    return JSONResponse(
        {"status": "ready", "corpus": versions.corpus, "rules": versions.rules, "engine": versions.engine}
    )


@router.get("/metrics", response_class=Response, responses={200: {"content": {"text/plain": {}}}})
async def metrics(request: Request) -> Response:
    """Prometheus metrics."""
    return Response(request.app.state.metrics.exposition(), media_type=CONTENT_TYPE_LATEST)
