"""Addresses of the QGIS projects.

With `act` the database's project is for work on one act. Which acts there are is asked of the
database under the role of the one who asks.
"""

from __future__ import annotations

import functools
import hashlib
import re
from collections.abc import Sequence
from typing import Literal

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from sip.errors import QueryError
from sip.jobs import immediate
from sip.qgis import Source, act, project_file
from sip.qgis.act import Act
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
    asked = request.query_params.get("act")
    one = await run_in_threadpool(_act, now, kind, asked) if asked is not None else None
    source = Source(kind, base_url(request), act=one)
    body = await run_in_threadpool(_made, now, source, language)
    tag = f'"{hashlib.blake2b(body, digest_size=12).hexdigest()}"'
    headers = {"ETag": tag, "Cache-Control": "no-cache"}
    if tag in request.headers.get("if-none-match", ""):
        return Response(status_code=304, headers=headers)
    headers["Content-Disposition"] = f'attachment; filename="{_name(source)}"'
    return Response(body, media_type=_QGZ, headers=headers)


def _act(now: Context, kind: str, asked: str) -> Act:
    """Return the act that was asked for.

    Raises:
        QueryError: The project is not the database's.
        NotFound: There is none that the viewer may see.
    """
    if kind != "database":
        raise QueryError(
            "an act is worked on in the database: ask for /qgis/sip.qgz",
            pl="nad aktem pracuje się w bazie: zapytaj o /qgis/sip.qgz",
        )
    with immediate.connection(now) as connection:
        return act.find(connection, now.catalogue, asked)


def _name(source: Source) -> str:
    """Return the name of the file: that of an act ends like its identifier."""
    if source.act is None:
        return "sip.qgz" if source.kind == "database" else "sip-ogc.qgz"
    ending = "-".join(source.act.identifier.split("/")[-2:])
    return f"sip-{re.sub(r'[^0-9A-Za-z._-]', '-', ending)[-80:]}.qgz"


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
