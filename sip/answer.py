"""Answers with the headers that caches and clients need."""

from __future__ import annotations

import hashlib
from collections.abc import AsyncIterator, Mapping

from starlette.requests import Request
from starlette.responses import Response, StreamingResponse

from sip.service import language

_VARY = "Accept, Accept-Language"


def answer(
    request: Request,
    body: bytes,
    media_type: str,
    *,
    headers: Mapping[str, str] | None = None,
    max_age_s: int = 0,
    version: str = "",
) -> Response:
    """Return a body with its ETag, or 304 where the visitor has it already.

    `version` is the row's own; who edits it states the tag, and the version is found in it again.
    """
    tag = tagged(body, version)
    kept = f"public, max-age={max_age_s}"
    own = _headers(request, headers) | {"ETag": tag, "Cache-Control": kept}
    if _has(request, tag):
        return Response(status_code=304, headers=own)
    return _typed(Response(body, headers=own), media_type)


def tagged(body: bytes, version: str = "") -> str:
    """Return the strong ETag of a body, made of the version of its row, where it has one."""
    digest = hashlib.blake2b(body, digest_size=12).hexdigest()
    return f'"{version}-{digest}"' if version else f'"{digest}"'


def stream(
    request: Request,
    parts: AsyncIterator[bytes],
    media_type: str,
    *,
    headers: Mapping[str, str] | None = None,
) -> Response:
    """Return a body that is sent while it is made, so it has no ETag."""
    own = _headers(request, headers) | {"Cache-Control": "no-cache"}
    return _typed(StreamingResponse(parts, headers=own), media_type)


def _headers(request: Request, more: Mapping[str, str] | None) -> dict[str, str]:
    return {"Vary": _VARY, "Content-Language": language(request), **(more or {})}


def _typed(response: Response, media_type: str) -> Response:
    charset = "; charset=utf-8" if media_type in ("text/html", "text/csv") else ""
    response.headers["Content-Type"] = media_type + charset
    return response


def _has(request: Request, tag: str) -> bool:
    """Say whether If-None-Match names the tag, compared weakly as RFC 9110 wants it."""
    known = [one.strip() for one in request.headers.get("if-none-match", "").split(",")]
    return "*" in known or tag in known or f"W/{tag}" in known
