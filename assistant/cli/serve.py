"""`wence serve`: the HTTP service on uvicorn."""

from __future__ import annotations

import argparse
import logging
import socket
import sys

import uvicorn

from assistant import bootstrap
from assistant.service.app import create_app
from assistant.settings import Settings, read_settings

_GRACE_SECONDS = 5


def serve(arguments: argparse.Namespace) -> int:
    """Serve until interrupted; 1 where the port is taken."""
    given = {name: getattr(arguments, name) for name in ("host", "port", "database")}
    settings = read_settings(**{name: value for name, value in given.items() if value is not None})
    logging.basicConfig(level=settings.log_level.upper(), format="%(asctime)s %(levelname)s %(name)s %(message)s")
    listener = _listen(settings)
    if listener is None:
        print(f"端口 {settings.port} 用不了，可能已被占用。请用 --port 换一个。", file=sys.stderr)
        return 1
    app = create_app(settings, bootstrap.build_engine(settings), bootstrap.open_store(settings))
    host, port = listener.getsockname()[:2]
    print(f"问策已启动：http://{host}:{port}", flush=True)
    config = uvicorn.Config(
        app,
        log_level=settings.log_level,
        access_log=False,  # paths and queries hold what people ask
        timeout_graceful_shutdown=_GRACE_SECONDS,
        server_header=False,
    )
    uvicorn.Server(config).run(sockets=[listener])
    return 0


def _listen(settings: Settings) -> socket.socket | None:
    family = socket.AF_INET6 if ":" in settings.host else socket.AF_INET
    listener = socket.socket(family, socket.SOCK_STREAM)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((settings.host, settings.port))
    except OSError:
        listener.close()
        return None
    return listener
