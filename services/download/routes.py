"""The download handler: the same export as `sip export`, under the role of the viewer."""

from __future__ import annotations

import asyncio
import functools
import re
import tempfile
from collections.abc import Sequence
from pathlib import Path

from starlette.background import BackgroundTask
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import FileResponse, Response
from starlette.routing import BaseRoute, Route

from sip import crs
from sip.crs import CRS84_CODE
from sip.errors import CrsError, DataError, NotFound, QueryError, TooMuch, UsageError
from sip.query import filters, select
from sip.query.model import Query
from sip.query.shapes import box_of
from sip.query.times import parse_interval
from sip.service import Context, context
from sip.settings import Role

_ALLOWED = ("crs", "bbox", "filter", "datetime", "asOf")
_DRAWING = re.compile(r"[A-Za-z0-9_-]+\.(tif|pdf|png|jpg)")
_AT_ONCE = 2  # an export keeps a processor busy; the others wait for their turn
_turns = asyncio.Semaphore(_AT_ONCE)


def routes() -> Sequence[BaseRoute]:
    """Return the routes."""
    return [
        Route("/download/{layer}.{ending}", _download, methods=["GET"]),
        Route("/drawings/{name}", _drawing, methods=["GET"]),
    ]


async def _drawing(request: Request) -> Response:
    """Answer with the drawing of a plan, or its legend, as the register links to it."""
    name = request.path_params["name"]
    if not _DRAWING.fullmatch(name):
        raise NotFound(f'there is no drawing "{name}"')
    file = context(request).settings.drawings / name
    if not file.is_file():
        raise NotFound(f'there is no drawing "{name}"')
    return FileResponse(file, headers={"Cache-Control": "no-cache"})


async def _download(request: Request) -> Response:
    """Answer with a file of all rows, or of those that `bbox`, `filter` and `datetime` let through.

    `bbox` is in CRS84, `filter` in CQL2 text.
    """
    from sip.load import export  # it brings pyarrow and GDAL along, which take seconds to load

    now = context(request)
    name, ending = request.path_params["layer"], request.path_params["ending"]
    layer = now.catalogue.layers.get(name)
    if layer is None or not layer.offers("download") or not layer.is_vector:
        raise NotFound(f'there is no layer "{name}" to download')
    query = _query(request, now, layer.id)
    _check_size(query, now)
    try:
        wanted = export.order(
            layer,
            now.catalogue,
            ending=ending,
            code=_code(request.query_params.get("crs")),
            where=select.condition(query),
            most_rows=now.settings.limits.export_rows,
            as_of=now.viewer.as_of,
            most_s=now.settings.limits.statement_s,
        )
    except (UsageError, DataError) as error:
        raise NotFound(str(error)) from error
    except CrsError as error:
        raise QueryError(str(error)) from error
    folder = tempfile.TemporaryDirectory(prefix="sip-download-")
    file = Path(folder.name) / f"{layer.id}.{ending}"
    try:
        async with _turns:
            role: Role = "sip_gateway" if now.viewer.role else "sip_public"
            write = functools.partial(export.export, person=now.viewer.role)
            await run_in_threadpool(write, wanted, file, now.settings, role)
    except BaseException:
        folder.cleanup()
        raise
    return FileResponse(
        file,
        media_type=wanted.format.media_type,
        filename=file.name,
        background=BackgroundTask(folder.cleanup),
        headers={"Cache-Control": "no-cache"},
    )


def _query(request: Request, now: Context, layer: str) -> Query:
    given = request.query_params
    unknown = [name for name in given if name not in _ALLOWED]
    if unknown:
        raise QueryError(f'unknown parameter "{unknown[0]}"; known: {", ".join(_ALLOWED)}')
    limits = now.settings.limits
    text = given.get("filter")
    return Query(
        layer=now.catalogue.layer(layer),
        storage_crs=now.catalogue.project.storage_crs,
        filter=filters.parse_text(text, max_chars=limits.filter_chars) if text else None,
        bbox=box_of(_numbers(given["bbox"]), CRS84_CODE) if "bbox" in given else None,
        time=parse_interval(given["datetime"]) if "datetime" in given else None,
        max_depth=limits.filter_depth,
    )


def _check_size(query: Query, now: Context) -> None:
    """Refuse at once what is known to be too much."""
    state = now.states.get(query.layer.id)
    is_whole = query.filter is None and query.bbox is None
    if is_whole and state and state.rows > now.settings.limits.export_rows:
        most = now.settings.limits.export_rows
        raise TooMuch(f"the layer has {state.rows} rows, {most} are allowed: use bbox or filter")


def _numbers(text: str) -> list[float]:
    try:
        return [float(part) for part in text.split(",")]
    except ValueError:
        raise QueryError("bbox is west,south,east,north in degrees") from None


def _code(text: str | None) -> int | None:
    """Read `crs`: a number, or any name of a CRS."""
    if text is None:
        return None
    return int(text) if text.isdecimal() and len(text) < 10 else crs.parse(text)
