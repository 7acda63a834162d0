"""The scripts and the style sheet of our pages, compressed once and named by their contents."""

from __future__ import annotations

import gzip
import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from fastapi import Request
from fastapi.responses import Response

from assistant.service.problems import Problem

_FOLDER: Final = Path(__file__).parent / "static"
_TYPES: Final[Mapping[str, str]] = {
    ".js": "text/javascript; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".svg": "image/svg+xml",
}
_YEAR: Final = 365 * 24 * 3600


@dataclass(frozen=True, slots=True)
class Asset:
    """One file as it is served; `version` is a hash of its contents."""

    media_type: str
    plain: bytes
    zipped: bytes
    version: str


class Assets:
    """Every file of the static folder, read when it is built."""

    def __init__(self, folder: Path = _FOLDER) -> None:
        self._assets = {file.name: _read(file) for file in sorted(folder.iterdir()) if file.suffix in _TYPES}

    def url(self, name: str) -> str:
        """The address of a file's present contents, which a browser may keep for ever."""
        return f"/static/{name}?v={self._assets[name].version}"

    def respond(self, name: str, request: Request) -> Response:
        """The file; 304 where the browser has it. An address without the version is asked for anew each time."""
        asset = self._assets.get(name)
        if asset is None:
            raise Problem(404, "没有这个文件，请核对地址。")
        current = request.query_params.get("v") == asset.version
        headers = {
            "ETag": f'"{asset.version}"',
            "Cache-Control": f"public, max-age={_YEAR}, immutable" if current else "public, no-cache",
            "Vary": "Accept-Encoding",
            "Cross-Origin-Resource-Policy": "cross-origin",
        }
        if headers["ETag"] in request.headers.get("if-none-match", ""):
            return Response(status_code=304, headers=headers)
        if "gzip" in request.headers.get("accept-encoding", ""):
            return Response(asset.zipped, headers={**headers, "Content-Encoding": "gzip"}, media_type=asset.media_type)
        return Response(asset.plain, headers=headers, media_type=asset.media_type)


def _read(file: Path) -> Asset:
    plain = file.read_bytes()
    zipped = gzip.compress(plain, compresslevel=9, mtime=0)
    return Asset(_TYPES[file.suffix], plain, zipped, hashlib.sha256(plain).hexdigest()[:16])
