"""`wence serve`: the HTTP service on uvicorn."""

from __future__ import annotations

import argparse
import errno
import gc
import logging
import socket

import uvicorn
from fastapi import FastAPI

from assistant import bootstrap
from assistant.errors import SettingsError
from assistant.service.app import create_app
from assistant.settings import Settings, read_settings

_GRACE_SECONDS = 5


def serve(arguments: argparse.Namespace) -> int:
    """Serve until interrupted; SettingsError where the address or the port cannot be had."""
    given = {name: getattr(arguments, name) for name in ("host", "port", "database")}
    settings = read_settings(**{name: value for name, value in given.items() if value is not None})
    logging.basicConfig(level=settings.log_level.upper(), format="%(asctime)s %(levelname)s %(name)s %(message)s")
    store = bootstrap.open_store(settings)
    with _listen(settings) as listener:
        app = create_app(settings, bootstrap.build_engine(settings), store)
        gc.freeze()  # the rules and words stay for good: the collector need not walk a million objects in mid-answer
        host, port = listener.getsockname()[:2]
        print(f"问策已启动：http://{host}:{port}", flush=True)
        uvicorn.Server(_config(app, settings)).run(sockets=[listener])
    return 0


def _config(app: FastAPI, settings: Settings) -> uvicorn.Config:
    return uvicorn.Config(
        app,
        log_level=settings.log_level,
        access_log=False,  # paths and queries hold what people ask
        timeout_graceful_shutdown=_GRACE_SECONDS,
        server_header=False,
    )


def _listen(settings: Settings) -> socket.socket:
    family = socket.AF_INET6 if ":" in settings.host else socket.AF_INET
    # Only where the protocol is named does asyncio send small pieces at once; without it, events wait for 40 ms.
    listener = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((settings.host, settings.port))
    except OSError as error:
        listener.close()
        raise SettingsError(_refusal(settings, error)) from None
    return listener


def _refusal(settings: Settings, error: OSError) -> str:
    if error.errno == errno.EADDRINUSE:
        return f"端口 {settings.port} 已被占用。请用 --port 换一个。"
    if error.errno == errno.EACCES:
        return f"没有权限使用端口 {settings.port}。请用 --port 换一个 1024 以上的。"
    return f"本机没有地址 {settings.host}。请用 --host 换一个，例如 127.0.0.1 或 0.0.0.0。"
