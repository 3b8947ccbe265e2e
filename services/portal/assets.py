"""Static files, served under an address that changes with their content."""

from __future__ import annotations

import dataclasses
import functools
import gzip
import hashlib
import mimetypes
from collections.abc import Mapping
from pathlib import Path

from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response

FOLDER = Path(__file__).parent / "static"
_COMPRESSED = frozenset({".js", ".css", ".json", ".svg", ".txt"})
_YEAR_S = 31_536_000
_WORKER = "-worker.js"
_POLICY_OF_WORKERS = "default-src 'none'; script-src 'unsafe-eval'"
"""What decodes points is WebAssembly, whose glue makes functions of texts; it reaches nothing."""


@dataclasses.dataclass(frozen=True)
class Asset:
    """One file in memory."""

    body: bytes
    gzipped: bytes | None
    media_type: str


@dataclasses.dataclass(frozen=True)
class Assets:
    """Every static file of the portal."""

    digest: str
    """Changes when any file does, so that a browser may keep a file for ever."""
    files: Mapping[str, Asset]

    def url(self, path: str) -> str:
        """Return the address of a file.

        Raises:
            KeyError: There is none of that name.
        """
        self.files[path]
        return f"/static/{self.digest}/{path}"

    async def icon(self, _request: Request) -> Response:
        """Answer what browsers ask for beside every page that names no icon of its own."""
        return RedirectResponse(self.url("img/logo.svg"), headers={"Cache-Control": "max-age=3600"})

    async def answer(self, request: Request) -> Response:
        """Serve one file; an outdated digest gets the present file, not to be kept."""
        asset = self.files.get(request.path_params["path"])
        if asset is None:
            return PlainTextResponse("no such file\n", status_code=404)
        is_worker = request.path_params["path"].endswith(_WORKER)
        current = request.path_params["digest"] == self.digest
        headers = {
            "Cache-Control": f"public, max-age={_YEAR_S}, immutable" if current else "no-cache",
            "X-Content-Type-Options": "nosniff",
            **({"Content-Security-Policy": _POLICY_OF_WORKERS} if is_worker else {}),
        }
        if asset.gzipped is None:
            return Response(asset.body, media_type=asset.media_type, headers=headers)
        headers["Vary"] = "Accept-Encoding"
        if "gzip" not in request.headers.get("accept-encoding", ""):
            return Response(asset.body, media_type=asset.media_type, headers=headers)
        headers["Content-Encoding"] = "gzip"
        return Response(asset.gzipped, media_type=asset.media_type, headers=headers)


@functools.cache
def ours() -> Assets:
    """Return the portal's own files, read once."""
    return read(FOLDER)


def read(folder: Path) -> Assets:
    """Read every file of a folder into memory."""
    files: dict[str, Asset] = {}
    digest = hashlib.sha256()
    for file in sorted(path for path in folder.rglob("*") if path.is_file()):
        name = file.relative_to(folder).as_posix()
        body = file.read_bytes()
        digest.update(f"{name}\0".encode() + body)
        packed = gzip.compress(body, 9, mtime=0) if file.suffix in _COMPRESSED else None
        files[name] = Asset(body, packed, _media_type(file))
    return Assets(digest.hexdigest()[:12], files)


def _media_type(file: Path) -> str:
    if file.suffix == ".js":
        return "text/javascript"
    return mimetypes.guess_type(file.name)[0] or "application/octet-stream"
