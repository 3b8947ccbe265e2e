"""Attachments of a row: listed, shown, added, removed; under the rights of the row itself."""

from __future__ import annotations

import urllib.parse
import zoneinfo
from collections.abc import Mapping, Sequence
from typing import Any

import orjson
from asyncpg import Record
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from sip.catalogue import Layer
from sip.errors import NotFound, QueryError
from sip.files import store
from sip.service import Context, base_url, context
from sip.sight import PUBLIC

_OF_STAFF = (
    "SELECT id, name, note, media_type, bytes, author, taken_at, direction_deg,"
    " ST_X(geom) AS lon, ST_Y(geom) AS lat, digest, public_digest, thumbnail_digest"
    " FROM "
)
_OF_EVERYBODY = "SELECT id, media_type, digest, digest AS public_digest, thumbnail_digest FROM "
_ADD = """
INSERT INTO sip.attachment (theme, layer, item_id, name, note, media_type, bytes, digest,
    public_digest, thumbnail_digest, taken_at, direction_deg, geom)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12,
    ST_SetSRID(ST_MakePoint($13::float8, $14::float8), 4326))
ON CONFLICT (layer, item_id, digest) DO NOTHING
RETURNING id
"""
_LARGEST_ID = 2**63 - 1
_LONGEST_NAME, _LONGEST_NOTE = 200, 2000
_SIZES = {"original": "digest", "public": "public_digest", "thumbnail": "thumbnail_digest"}


def routes() -> Sequence[BaseRoute]:
    """Return the routes."""
    path = "/ogc/collections/{collection}/items/{feature:int}/attachments"
    return [
        Route(path, _list, methods=["GET"]),
        Route(path, _add, methods=["POST"]),
        Route(f"{path}/{{attachment:int}}", _show, methods=["GET"]),
        Route(f"{path}/{{attachment:int}}", _remove, methods=["DELETE"]),
    ]


async def _list(request: Request) -> Response:
    """Answer what is attached to a row."""
    now, layer, row = await _row(request)
    found = await now.pool.fetch(
        f"{_seen(layer)} WHERE layer = $1 AND item_id = $2 ORDER BY id", layer.id, row
    )
    address = f"{base_url(request)}{request.url.path}"
    then = {"asOf": now.viewer.as_of.isoformat()} if now.viewer.as_of else {}
    return _json({"attachments": [_described(one, address, then) for one in found]})


async def _show(request: Request) -> Response:
    """Answer a file: `?size=` original (of staff), public, or thumbnail."""
    now, layer, row = await _row(request)
    found = await now.pool.fetchrow(
        f"{_seen(layer)} WHERE layer = $1 AND item_id = $2 AND id = $3",
        layer.id, row, min(request.path_params["attachment"], _LARGEST_ID),
    )  # fmt: skip
    size = request.query_params.get("size", "original")
    digest = found[_SIZES[size]] if found and size in _SIZES else None
    if found is None or digest is None:
        raise NotFound("there is no such attachment", pl="nie ma takiego załącznika")
    tag = f'"{digest}"'
    media_type = "image/jpeg" if size == "thumbnail" else found["media_type"]
    headers = {
        "ETag": tag,
        "Cache-Control": "no-cache",
        "Content-Disposition": _disposition(found, media_type),
        "Content-Security-Policy": "default-src 'none'; sandbox",
    }
    if tag in request.headers.get("if-none-match", ""):
        return Response(status_code=304, headers=headers)
    content = await run_in_threadpool(store.get, now.settings, digest)
    return Response(content, media_type=media_type, headers=headers)


async def _add(request: Request) -> Response:
    """Attach the body to a row: a picture or PDF by its content; `?name=` and `?note=` say more."""
    from sip.files import picture  # Pillow takes its time to load

    now, layer, row = await _row(request)
    _require_somebody(now)
    content = await request.body()
    zone = zoneinfo.ZoneInfo(now.catalogue.project.time_zone)
    examined = await run_in_threadpool(picture.examine, content, zone)
    name = request.query_params.get("name", "")[:_LONGEST_NAME]
    note = request.query_params.get("note", "")[:_LONGEST_NOTE]
    digests = [
        store.digest_of(one) if one is not None else None
        for one in (content, examined.public, examined.thumbnail)
    ]
    shot = examined.shot
    async with now.writing() as connection:
        identifier = await connection.fetchval(
            _ADD, layer.theme, layer.id, row, name or "file", note, examined.media_type,
            len(content), *digests, shot.taken_at, shot.direction_deg, shot.lon, shot.lat,
        )  # fmt: skip
        for one in (content, examined.public, examined.thumbnail):
            if one is not None:
                await run_in_threadpool(store.put, now.settings, one)
        is_new = identifier is not None
        if not is_new:
            identifier = await connection.fetchval(
                "SELECT id FROM sip.attachment WHERE layer = $1 AND item_id = $2 AND digest = $3",
                layer.id, row, digests[0],
            )  # fmt: skip
    address = f"{base_url(request)}{request.url.path}/{identifier}"
    answer = _json({"id": identifier}, status=201 if is_new else 200)
    answer.headers["Location"] = address
    return answer


async def _remove(request: Request) -> Response:
    """Take an attachment away; the history keeps it."""
    now, layer, row = await _row(request)
    _require_somebody(now)
    async with now.writing() as connection:
        gone = await connection.fetchval(
            "DELETE FROM sip.attachment WHERE layer = $1 AND item_id = $2 AND id = $3 RETURNING id",
            layer.id, row, min(request.path_params["attachment"], _LARGEST_ID),
        )  # fmt: skip
    if gone is None:
        raise NotFound(
            "there is no such attachment, or you may not remove it",
            pl="nie ma takiego załącznika albo nie wolno Ci go usunąć",
        )
    return Response(status_code=204)


async def _row(request: Request) -> tuple[Context, Layer, int]:
    """Return the layer and the row of a request, if the viewer sees it."""
    now = context(request)
    layer = now.catalogue.layers.get(request.path_params["collection"])
    row: int = request.path_params["feature"]
    if layer is None or not layer.is_visible or not layer.spec.attachments:
        raise NotFound("there is no such collection with attachments")
    there = row <= _LARGEST_ID and await now.pool.fetchval(
        f"SELECT true FROM {layer.relation} WHERE id = $1", row
    )
    if not there:
        raise NotFound(f'"{layer.id}" has no row {row}', pl=f"„{layer.id}” nie ma wiersza {row}")
    return now, layer, row


def _seen(layer: Layer) -> str:
    """Return the query for attachments of now, or of the past where that is asked for."""
    if layer.sight is not None and layer.sight.schema != PUBLIC:
        return f"{_OF_STAFF}{'past' if layer.is_past else 'sip'}.attachment"
    return f"{_OF_EVERYBODY}{'past_pub' if layer.is_past else 'pub'}.attachment"


def _require_somebody(now: Context) -> None:
    if now.viewer.as_of is not None:
        raise QueryError(
            "the past is not changed: leave asOf out", pl="przeszłości się nie zmienia"
        )
    if now.viewer.role is None:
        raise HTTPException(401, "sign in, or send a key")


def _described(one: Record, address: str, then: Mapping[str, str]) -> dict[str, Any]:
    hidden = ("digest", "public_digest", "thumbnail_digest")
    own = f"{address}/{one['id']}"
    links = {"href": f"{own}?{urllib.parse.urlencode(then)}" if then else own}
    if one["thumbnail_digest"]:
        links["thumbnail"] = f"{own}?{urllib.parse.urlencode({'size': 'thumbnail', **then})}"
    return {**{key: value for key, value in one.items() if key not in hidden}, **links}


def _disposition(one: Record, media_type: str) -> str:
    """Let browsers show pictures and save the rest, under the name that it was uploaded with."""
    kind = "inline" if media_type.startswith("image/") else "attachment"
    name = one["name"] if "name" in one else f"{one['id']}.{media_type.partition('/')[2]}"
    return f"{kind}; filename*=UTF-8''{urllib.parse.quote(name, safe='')}"


def _json(content: dict[str, Any], status: int = 200) -> Response:
    headers = {"Cache-Control": "no-cache"}
    return Response(orjson.dumps(content), status, headers, "application/json")
