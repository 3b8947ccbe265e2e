"""Addresses of the QGIS projects."""

from __future__ import annotations

import functools
import hashlib
from collections.abc import Sequence
from typing import Literal

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from sip.errors import QueryError
from sip.qgis import Source, project_file
from sip.service import Context, base_url, context
from sip.text import LANGUAGES, Language

_QGZ = "application/x-qgis-project"


def routes() -> Sequence[BaseRoute]:
    """Return the routes of the two projects."""
    return (
        Route("/qgis/sip.qgz", functools.partial(_project, kind="database")),
        Route("/qgis/sip-ogc.qgz", functools.partial(_project, kind="services")),
    )


async def _project(request: Request, *, kind: Literal["database", "services"]) -> Response:
    """Answer a project file in the language of `?lang=` (Polish by default)."""
    now = context(request)
    language = _language(request)
    source = Source(kind, base_url(request))
    body = await run_in_threadpool(_made, now, source, language)
    tag = f'"{hashlib.blake2b(body, digest_size=12).hexdigest()}"'
    headers = {"ETag": tag, "Cache-Control": "no-cache"}
    if tag in request.headers.get("if-none-match", ""):
        return Response(status_code=304, headers=headers)
    name = "sip.qgz" if kind == "database" else "sip-ogc.qgz"
    headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return Response(body, media_type=_QGZ, headers=headers)


def _language(request: Request) -> Language:
    default = context(request).catalogue.project.languages[0]
    asked = request.query_params.get("lang", default)
    for language in LANGUAGES:
        if language == asked:
            return language
    raise QueryError(f'lang is "{asked}"; it may be {" or ".join(LANGUAGES)}')


def _made(now: Context, source: Source, language: Language) -> bytes:
    def make() -> bytes:
        return project_file(now.catalogue, source, language=language)

    return now.rendered.get(("qgis", source, language), make)
