"""The HTTP service: one application made of the routers, with what it needs opened at its start."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from typing import Final

from fastapi import FastAPI
from fastapi.middleware.cors import CORSMiddleware

from assistant import bootstrap
from assistant.bootstrap import Engine, Store
from assistant.service import checking, conversations, feedback, health, knowledge, pages, problems, workbench
from assistant.service.bodies import BodyGuard
from assistant.service.headers import SecurityHeaders
from assistant.service.turns import Turns
from assistant.settings import Settings

API: Final = "/api/v1"
_EXPIRY_INTERVAL: Final = 6 * 3600
_logger = logging.getLogger(__name__)


def create_app(settings: Settings | None = None, engine: Engine | None = None, store: Store | None = None) -> FastAPI:
    """The application; what is not given is built from the settings when it starts."""
    settings = settings or Settings()
    app = FastAPI(
        title="问策 wence",
        version=bootstrap.engine_version(),
        summary="Deterministic answers about a policy, with the clause word for word.",
        lifespan=_lifespan,
        openapi_url=f"{API}/openapi.json",
        generate_unique_id_function=lambda route: route.name,  # what generated clients call their methods
        docs_url=None,
        redoc_url=None,
    )
    app.state.settings = settings
    app.state.engine = engine
    app.state.store = store
    app.state.metrics = health.Metrics()
    problems.install(app)
    _add_middleware(app, settings)
    for router in (conversations.router, checking.router, knowledge.router):
        app.include_router(router, prefix=API)
    app.include_router(health.router)
    for make_router in (feedback.feedback_router, workbench.workbench_router, pages.pages_router):
        app.include_router(make_router(settings))
    return app


def _add_middleware(app: FastAPI, settings: Settings) -> None:
    """The last one added is the outermost."""
    app.add_middleware(BodyGuard, max_bytes=settings.max_body_bytes, prefix=API)
    if settings.cors_origins:
        app.add_middleware(
            CORSMiddleware,
            allow_origins=list(settings.cors_origins),
            allow_methods=["GET", "POST", "DELETE"],
            allow_headers=["Accept", "Content-Type", "Last-Event-ID"],
            max_age=3600,
        )
    app.add_middleware(SecurityHeaders)
    app.add_middleware(health.Measured, metrics=app.state.metrics)


@asynccontextmanager
async def _lifespan(app: FastAPI) -> AsyncIterator[None]:
    state = app.state
    state.engine = state.engine or bootstrap.build_engine(state.settings)
    state.store = state.store or bootstrap.open_store(state.settings)
    await state.store.open()
    state.turns = Turns(state.engine.assistant, state.store, state.metrics.answered)
    tasks = [
        asyncio.create_task(_warm_up(state.engine)),
        asyncio.create_task(_expire(state.store, timedelta(days=state.settings.retention_days))),
    ]
    try:
        yield
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        await state.turns.close()
        await state.store.close()


async def _warm_up(engine: Engine) -> None:
    """In the same thread as the turns, between them: the rules' tables are not made for two at once."""
    for _ in engine.warm_up():
        await asyncio.sleep(0)


async def _expire(store: Store, keep: timedelta) -> None:
    """Erase what nobody has touched for as long as it is kept: at start, and every few hours."""
    while True:
        try:
            erased = await store.expire(datetime.now(UTC) - keep)
            if erased:
                _logger.info("erased %d conversations past their time", erased)
        except Exception:
            _logger.exception("expiry failed; it is tried again later")
        await asyncio.sleep(_EXPIRY_INTERVAL)
