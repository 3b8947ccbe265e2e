"""The inbox over HTTP: what waits, and how it ends; under the caller's own rights."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

import orjson
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from sip.errors import DataError, QueryError, UsageError
from sip.field import inbox, settle
from sip.field.inbox import Conflict
from sip.field.session import acting
from sip.field.settle import Decision
from sip.service import Context, context, language

_PERSONAL = ".personal"


def routes() -> Sequence[BaseRoute]:
    """Return the routes."""
    return [
        Route("/api/conflicts", _list, methods=["GET"]),
        Route("/api/conflicts/{id:int}", _resolve, methods=["POST"]),
    ]


async def _list(request: Request) -> Response:
    """Answer what waits, the latest first: who, why, where, and the three sides."""
    now = context(request)
    role = _role(now)

    def read() -> list[dict[str, Any]]:
        with acting(now.settings, role) as connection:
            found = inbox.listed(connection)
            places = inbox.places(connection, [one.id for one in found])
        return [_described(one, places.get(one.id), language(request)) for one in found]

    return _json({"conflicts": await run_in_threadpool(read)})


async def _resolve(request: Request) -> Response:
    """End a conflict as the body says: `whole`, `fields` (`mine` or `theirs`) and `values`."""
    now = context(request)
    role = _role(now)
    if not now.viewer.may_write:
        raise HTTPException(403, "this key may only read")
    decision = _decision(await request.body())

    def write() -> None:
        with acting(now.settings, role) as connection:
            settle.resolve(connection, request.path_params["id"], decision, now.catalogue)

    try:
        await run_in_threadpool(write)
    except (DataError, UsageError) as error:
        said = {"code": "NotSettled", "description": error.said_in(language(request))}
        return _json(said, 422)
    return Response(status_code=204)


def _role(now: Context) -> str:
    """Return the role of whoever asks; the inbox holds nothing personal."""
    if now.viewer.role is None:
        raise HTTPException(401, "sign in, or send a key")
    return now.viewer.role.removesuffix(_PERSONAL)


def _decision(body: bytes) -> Decision:
    try:
        said = json.loads(body)
        fields, values = dict(said.get("fields", {})), dict(said.get("values", {}))
        whole = said.get("whole")
    except (ValueError, AttributeError, TypeError) as error:
        raise QueryError("the body must be a JSON object with whole, fields or values") from error
    sides = {whole, *fields.values()} - {None}
    plain = (str, int, float, bool, type(None))
    if not sides <= {"mine", "theirs"} or not all(isinstance(v, plain) for v in values.values()):
        raise QueryError('sides are "mine" or "theirs", values are plain')
    return Decision(whole, fields, values)


def _described(one: Conflict, place: dict[str, Any] | None, spoken: str) -> dict[str, Any]:
    names = dict.fromkeys([*(one.base or {}), *(one.theirs or {}), *(one.ours or {})])
    stake = settle.at_stake(one)
    return {
        "id": one.id,
        "layer": one.layer,
        "row_id": one.row_id,
        "fid": one.fid,
        "who": one.who,
        "at": one.at.isoformat(),
        "reason": one.reason_pl if spoken == "pl" else one.reason_en,
        "deleted": one.ours is None,
        "gone": one.theirs is None and one.base is not None,
        "fields": [
            {
                "name": name,
                "open": name in stake,
                **{
                    side: (values or {}).get(name)
                    for side, values in (
                        ("base", one.base),
                        ("theirs", one.theirs),
                        ("mine", one.ours),
                    )
                },
            }
            for name in names
            if name != "geom" or name in stake
        ],
        **(place or {"geometry": None, "box": None}),
    }


def _json(content: dict[str, Any], status: int = 200) -> Response:
    return Response(
        orjson.dumps(content), status, {"Cache-Control": "no-store"}, "application/json"
    )
