"""Proposals over HTTP: listed, shown, accepted and rejected, under the caller's own rights."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Callable, Sequence
from typing import Any

import orjson
import psycopg
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from sip.errors import DataError, NotFound, QueryError
from sip.field.session import acting
from sip.files import store
from sip.proposals import review
from sip.proposals.review import Proposal, Rule, Standing
from sip.service import Context, context, language

_PERSONAL = ".personal"
_DECISIONS = {"accept": True, "reject": False}
_PLAIN = (str, int, float, bool, type(None))
_MOST = 200


def routes() -> Sequence[BaseRoute]:
    """Return the routes."""
    return [
        Route("/api/proposals", _list, methods=["GET"]),
        Route("/api/proposals/runs", _runs, methods=["GET"]),
        Route("/api/proposals/rule", _by_rule, methods=["POST"]),
        Route("/api/proposals/{id:int}", _decide, methods=["POST"]),
        Route("/api/proposals/{id:int}/picture", _picture, methods=["GET"]),
    ]


async def _list(request: Request) -> Response:
    """Answer open proposals, the surest first: `?run=`, `?layer=`, `?kind=`, at most 200 of all."""
    asked, known = request.query_params, context(request).catalogue
    which: dict[str, Any] = {name: asked.get(name) for name in ("layer", "run", "kind")}

    def read(connection: psycopg.Connection[Any]) -> dict[str, Any]:
        found = review.listed(connection, **which, limit=_MOST)
        now = review.versions(connection, found)
        names = review.names(connection, found, known)
        told = [{**_described(one, now), "name": names.get(one.id)} for one in found]
        return {"proposals": told, "total": review.waiting(connection, **which)}

    return _json(await _acting(request, read))


async def _runs(request: Request) -> Response:
    """Answer the runs, what was decided about them, and their precision and recall."""
    runs = await _acting(request, review.standings)
    return _json({"runs": [_scored(one, runs) for one in runs]})


async def _decide(request: Request) -> Response:
    """Decide as the body says: `decision` (accept, reject), `values`, `note`, `seen`."""
    known = context(request).catalogue
    said = _body(await request.body())
    values, seen = said.get("values", {}), said.get("seen")
    if not isinstance(values, dict) or not all(isinstance(v, _PLAIN) for v in values.values()):
        raise QueryError("values are plain, by field")
    if seen is not None and not isinstance(seen, int):
        raise QueryError("seen is the version of a row")

    def write(connection: psycopg.Connection[Any]) -> int | None:
        return review.decide(
            connection, request.path_params["id"], known,
            accepts=_accepts(said), note=str(said.get("note", "")), filled=values, seen=seen,
        )  # fmt: skip

    try:
        row = await _acting(request, write, writes=True)
    except NotFound:
        raise
    except DataError as error:
        return _json({"code": "NotDecided", "description": error.said_in(language(request))}, 422)
    return _json({"row_id": row})


async def _by_rule(request: Request) -> Response:
    """Decide all that meet a rule: `layer`, `run`, `kind`, `confidence`, `distance`, `farther`."""
    said = _body(await request.body())
    names = [said.get(name) for name in ("layer", "run", "kind")]
    limits = [said.get(name) for name in ("confidence", "distance", "farther")]
    if not all(isinstance(one, str) for one in names):
        raise QueryError("a rule says layer, run and kind")
    if not all(one is None or isinstance(one, int | float) for one in limits):
        raise QueryError("confidence, distance and farther are numbers")
    rule = Rule(*names, *limits)  # type: ignore[arg-type]

    def write(connection: psycopg.Connection[Any]) -> tuple[int, dict[int, str]]:
        note = str(said.get("note", ""))
        return review.decide_by_rule(connection, rule, accepts=_accepts(said), note=note)

    done, refused = await _acting(request, write, writes=True)
    told = [{"id": identifier, "description": why} for identifier, why in refused.items()]
    return _json({"decided": done, "refused": told})


async def _picture(request: Request) -> Response:
    """Answer the picture of a proposal."""
    now = context(request)
    one = await _acting(request, lambda found: review.one(found, request.path_params["id"]))
    if one.picture is None:
        raise NotFound("the proposal has no picture", pl="propozycja nie ma zdjęcia")
    content = await run_in_threadpool(store.get, now.settings, one.picture)
    headers = {"Cache-Control": "private, no-cache", "ETag": f'"{one.picture}"',
               "Content-Security-Policy": "default-src 'none'; sandbox"}  # fmt: skip
    return Response(content, media_type="image/jpeg", headers=headers)


async def _acting[T](
    request: Request, work: Callable[[psycopg.Connection[Any]], T], *, writes: bool = False
) -> T:
    """Do work in a transaction of whoever asks; proposals hold nothing personal."""
    now: Context = context(request)
    if now.viewer.role is None:
        raise HTTPException(401, "sign in, or send a key")
    if writes and not now.viewer.may_write:
        raise HTTPException(403, "this key may only read")
    role, spoken = now.viewer.role.removesuffix(_PERSONAL), language(request)

    def done() -> T:
        with acting(now.settings, role) as connection:
            connection.execute("SELECT set_config('sip.language', %s, true)", [spoken])
            return work(connection)

    return await run_in_threadpool(done)


def _body(body: bytes) -> dict[str, Any]:
    try:
        said = json.loads(body)
    except ValueError as error:
        raise QueryError("the body must be a JSON object") from error
    if not isinstance(said, dict):
        raise QueryError("the body must be a JSON object")
    return said


def _accepts(said: dict[str, Any]) -> bool:
    if said.get("decision") not in _DECISIONS:
        raise QueryError('decision is "accept" or "reject"')
    return _DECISIONS[said["decision"]]


def _described(one: Proposal, now: dict[int, int | None]) -> dict[str, Any]:
    hidden = ("theme", "picture", "decided_by", "decided_at", "became", "state")
    told = {key: value for key, value in dataclasses.asdict(one).items() if key not in hidden}
    version = now.get(one.id)
    return {
        **told,
        "picture": f"/api/proposals/{one.id}/picture" if one.picture else None,
        "version": version,
        "stale": one.row_id is not None and version != one.seen,
    }


def _scored(one: Standing, runs: Sequence[Standing]) -> dict[str, Any]:
    told = {"precision": one.precision, "recall": review.recall(one, runs)}
    return {**dataclasses.asdict(one), "at": one.at.isoformat(), **told}


def _json(content: dict[str, Any], status: int = 200) -> Response:
    return Response(
        orjson.dumps(content), status, {"Cache-Control": "no-store"}, "application/json"
    )
