"""Which address is answered by what."""

from __future__ import annotations

import datetime
import uuid
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import asyncpg
import orjson
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import FileResponse, Response
from starlette.routing import BaseRoute, Route

from services.processes import documents
from services.processes.problems import Handler, Refused, answering, no_such_job, not_ready
from sip.errors import QueryError
from sip.jobs import asking, immediate, keeping, process
from sip.jobs.process import Found
from sip.negotiation import JSON
from sip.query.times import edge, parse_interval
from sip.service import base_url, context, language
from sip.text import Text

_SQL = Path(__file__).parent / "sql"
_LIST = (_SQL / "list.sql").read_text()
_ONE = "SELECT * FROM job.job WHERE id = $1"
_DISMISS = "UPDATE job.job SET status = 'dismissed' WHERE id = $1 RETURNING *"
_MOST_LISTED = 1000
_STATES = ("accepted", "running", "successful", "failed", "dismissed")


def routes() -> list[BaseRoute]:
    """Return the routes of processes and jobs."""
    return [
        _route("/ogc/processes", every),
        _route("/ogc/processes/{process}", one),
        _route("/ogc/processes/{process}/execution", execute, "POST"),
        _route("/ogc/jobs", jobs),
        Route("/ogc/jobs/{job}", answering(job), methods=["GET", "DELETE"]),
        _route("/ogc/jobs/{job}/results", results),
        _route("/ogc/jobs/{job}/results/{output}", result_file),
    ]


def _route(path: str, handler: Handler, method: str = "GET") -> Route:
    return Route(path, answering(handler), methods=[method])


async def every(request: Request) -> Response:
    """List the processes."""
    said, root = language(request), base_url(request)
    listed = [documents.summary(found, said, root) for found in process.every().values()]
    links = [documents.link(f"{root}/ogc/processes", "self", "Processes")]
    return _answer(request, {"processes": listed, "links": links})


async def one(request: Request) -> Response:
    """Describe a process."""
    found = process.find(request.path_params["process"])
    return _answer(request, documents.description(found, language(request), base_url(request)))


async def execute(request: Request) -> Response:
    """Run an immediate process, or put a job into the queue.

    Raises:
        QueryError: The body is not what the process asks for, or names a subscriber: the server
            calls no address for a visitor.
    """
    now, found = context(request), process.find(request.path_params["process"])
    body = await _body(request)
    wanted = _wanted(found, body.get("outputs"))
    inputs = found.checked(body.get("inputs", {}))
    is_patient = "respond-async" in request.headers.get("prefer", "")
    if found.process.is_immediate and not is_patient:
        outputs = await run_in_threadpool(immediate.run, found, inputs, now)
        chosen = {name: one for name, one in outputs.items() if wanted is None or name in wanted}
        return _answer(request, chosen)
    async with now.writing() as connection:
        row = await asking.add(connection, found, inputs, wanted)
        # Only now, as who may not run it is told nothing; a refusal takes the job back.
        await run_in_threadpool(found.ready, inputs, now.settings, now.catalogue)
    return _accepted(request, row)


def _accepted(request: Request, row: asyncpg.Record) -> Response:
    root = base_url(request)
    headers = {"Location": f"{root}/ogc/jobs/{row['id']}"}
    if "respond-async" in request.headers.get("prefer", ""):
        headers["Preference-Applied"] = "respond-async"
    return _answer(request, documents.status(row, root, language(request)), 201, headers)


async def _body(request: Request) -> dict[str, Any]:
    try:
        body = orjson.loads(await request.body())
    except orjson.JSONDecodeError as error:
        raise QueryError(f"the body is no JSON: {error}", pl="treść nie jest JSON-em") from error
    if not isinstance(body, dict) or not isinstance(body.get("inputs", {}), dict):
        raise QueryError(
            'the body is an object like {"inputs": {...}}',
            pl='treść jest obiektem jak {"inputs": {...}}',
        )
    if "subscriber" in body:
        raise QueryError(
            "subscribers are not offered: ask for the state of the job",
            pl="nie ma powiadomień: pytaj o stan zadania",
        )
    return body


def _wanted(found: Found, outputs: Any) -> list[str] | None:
    if outputs is None:
        return None
    if not isinstance(outputs, dict):
        raise QueryError("outputs is an object by name", pl="outputs jest obiektem według nazw")
    for name in outputs:
        if name not in found.process.outputs:
            raise QueryError(
                f"outputs.{name}: {found.id} has {', '.join(found.process.outputs)}",
                pl=f"outputs.{name}: {found.id} ma {', '.join(found.process.outputs)}",
            )
    return list(outputs) or None


async def jobs(request: Request) -> Response:
    """List the viewer's jobs, the latest first; everybody else's are not his to see."""
    query, root, said = request.query_params, base_url(request), language(request)
    begin, end = _interval(query.get("datetime"))
    found = await context(request).pool.fetch(
        _LIST, _words(query.get("processID")), _states(query.get("status")), begin, end,
        _number(query.get("minDuration"), "minDuration"),
        _number(query.get("maxDuration"), "maxDuration"),
        min(_number(query.get("limit"), "limit") or 100, _MOST_LISTED),
    )  # fmt: skip
    if "process" not in (_words(query.get("type")) or ["process"]):
        found = []
    links = [documents.link(f"{root}/ogc/jobs", "self", "Jobs")]
    return _answer(
        request, {"jobs": [documents.status(row, root, said) for row in found], "links": links}
    )


async def job(request: Request) -> Response:
    """Answer how far a job is; or dismiss it, and what it has made."""
    row = await _own(request)
    if request.method == "DELETE":
        async with context(request).writing() as connection:
            row = await connection.fetchrow(_DISMISS, row["id"])
        if row is None:
            raise no_such_job(request.path_params["job"])
    return _answer(request, documents.status(row, base_url(request), language(request)))


async def results(request: Request) -> Response:
    """Answer what came of a job."""
    row = await _own(request)
    stored, found = _stored(row), process.find(row["process"])
    path = f"{base_url(request)}/ogc/jobs/{row['id']}"
    said = language(request)
    return _answer(request, documents.results(found, stored, row["outputs"], path, said))


async def result_file(request: Request) -> Response:
    """Answer a file that a job has made."""
    row = await _own(request)
    name = request.path_params["output"]
    entry = _stored(row).get(name)
    output = process.find(row["process"]).process.outputs.get(name)
    if entry is None or "file" not in entry or output is None:
        raise Refused(404, Text(pl="Nie ma takiego pliku", en="There is no such file"))
    file = keeping.folder(context(request).settings, row["id"]) / entry["file"]
    if not file.is_file():
        raise Refused(404, Text(pl="Nie ma takiego pliku", en="There is no such file"))
    return FileResponse(file, media_type=output.media_type, headers={"Cache-Control": "no-store"})


async def _own(request: Request) -> asyncpg.Record:
    """Return the viewer's own job; another one is not told from one that is not there."""
    text = request.path_params["job"]
    try:
        number = uuid.UUID(text)
    except ValueError as error:
        raise no_such_job(text) from error
    row = await context(request).pool.fetchrow(_ONE, number)
    if row is None:
        raise no_such_job(text)
    return row


def _stored(row: asyncpg.Record) -> dict[str, Any]:
    if row["status"] == "failed":
        said = {name: documents.message(row, name) for name in ("pl", "en")}
        raise Refused(400, Text(**said))
    if row["status"] != "successful":
        raise not_ready()
    return dict(orjson.loads(row["results"]))


def _words(text: str | None) -> list[str] | None:
    return text.split(",") if text else None


def _states(text: str | None) -> list[str] | None:
    wanted = _words(text)
    for one in wanted or ():
        if one not in _STATES:
            raise QueryError(f'status is "{one}"; it may be {", ".join(_STATES)}')
    return wanted


def _number(text: str | None, name: str) -> int | None:
    if text is None:
        return None
    if not (text.isascii() and text.isdigit() and 0 < int(text) < 2**31):
        raise QueryError(
            f'{name} is "{text[:40]}"; it must be a number from 1',
            pl=f"{name} to „{text[:40]}”; musi być liczbą od 1",
        )
    return int(text)


def _interval(text: str | None) -> tuple[datetime.datetime | None, datetime.datetime | None]:
    if not text:
        return None, None
    interval = parse_interval(text)
    ends = [edge(interval, "timestamp", is_last=last) for last in (False, True)]
    return ends[0], ends[1]  # type: ignore[return-value]


def _answer(
    request: Request, body: Any, status: int = 200, headers: Mapping[str, str] | None = None
) -> Response:
    own = {"Content-Language": language(request), "Cache-Control": "no-store", **(headers or {})}
    return Response(orjson.dumps(body), status, own, JSON.type)
