"""`/plan/compute`: what planners compute, as forms; for anybody on the public registers.

A computation that fits into a request is an address with its parameters, to keep and to send on.
Those whose groups may run it have it as a job, too, which takes longer and says how far it is.
"""

from __future__ import annotations

import dataclasses
import functools
import tempfile
import uuid
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import asyncpg
import orjson
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import BaseRoute, Route

from services.portal import computed
from services.portal.assets import Assets
from services.portal.computed import Outcome
from services.portal.pages import page
from services.portal.words import language_of
from sip import forms
from sip.errors import NotFound, QueryError
from sip.jobs import asking, immediate, process
from sip.planning import checking
from sip.planning.analysis import choices, declared, files, menu
from sip.planning.analysis import table as tables
from sip.planning.analysis.choices import Choice
from sip.planning.analysis.declared import Ground
from sip.planning.analysis.menu import ANALYSES, Analysis, Parameter
from sip.planning.analysis.table import Table
from sip.service import Context, context
from sip.text import Language

PATH = "/plan/compute"
_FORMS: Mapping[str, str] = {
    "csv": "text/csv; charset=utf-8",
    "gpkg": "application/geopackage+sqlite3",
    "geojson": "application/geo+json",
    "json": "application/json",
}
_MINE = """
SELECT id, process, status, progress, created FROM job.job
WHERE process = ANY($1) ORDER BY created DESC LIMIT 20
"""
_ONE = "SELECT * FROM job.job WHERE id = $1 AND process = $2"
_DISMISS = "UPDATE job.job SET status = 'dismissed' WHERE id = $1 AND process = $2"
_AGAIN_S = 2


@dataclasses.dataclass(frozen=True)
class _Field:
    """One parameter as the form shows it."""

    parameter: Parameter
    choices: Sequence[Choice]
    value: str


def routes(files_: Assets) -> Sequence[BaseRoute]:
    """Return the routes of the computations."""
    one = f"{PATH}/{{name}}"
    job = f"{one}/jobs/{{job}}"
    return [
        Route(PATH, functools.partial(_list, files_)),
        Route(f"{job}.{{form}}", _job_file),
        Route(job, functools.partial(_job, files_), methods=["GET"]),
        Route(job, _dismiss, methods=["POST"]),
        Route(f"{one}.{{form}}", _file),
        Route(one, functools.partial(_page, files_), methods=["GET"]),
        Route(one, functools.partial(_start, files_), methods=["POST"]),
    ]


async def _list(files_: Assets, request: Request) -> Response:
    """Answer all computations, and the viewer's own jobs."""
    now = _ground(request)[0]
    ids = [_process(one) for one in ANALYSES.values()]
    mine = await now.pool.fetch(_MINE, ids) if now.viewer.role else []
    jobs = [dict(row) | {"name": row["process"].removeprefix("plan_")} for row in mine]
    return _answer(files_, request, "computations.html", analyses=ANALYSES, jobs=jobs)


async def _page(files_: Assets, request: Request) -> Response:
    """Answer the form; with `run` what comes of it, too."""
    analysis = _analysis(request)
    given = _given(analysis, request.query_params)
    if "run" not in request.query_params:
        return await _form(files_, request, analysis, given)
    try:
        table = await run_in_threadpool(_computed, request, analysis, given)
    except (QueryError, NotFound) as error:
        said = error.said_in(_language(request))
        return await _form(files_, request, analysis, given, refused=said, status=422)
    query = urlencode({**given, "lang": _language(request)})
    address = f"{PATH}/{analysis.id}"
    outcome = await computed.outcome(context(request), table, address, query, _language(request))
    return await _form(files_, request, analysis, given, outcome=outcome)


async def _file(request: Request) -> Response:
    """Answer what comes of a computation as a file."""
    analysis = _analysis(request)
    given = _given(analysis, request.query_params)
    table = await run_in_threadpool(_computed, request, analysis, given)
    return await run_in_threadpool(_written, request, table)


async def _start(files_: Assets, request: Request) -> Response:
    """Make a job of the form, and lead to it."""
    form = await forms.checked(request)
    now, analysis, language = context(request), _analysis(request), _language(request)
    given = _given(analysis, {name: forms.text(form, name) for name in form})
    try:
        menu.understood(analysis, given, checking.today())
        found = process.find(_process(analysis))
        inputs: dict[str, Any] = {**given, "lang": language}
        inputs |= {
            one.name: int(given[one.name])
            for one in analysis.parameters
            if one.kind == "year" and one.name in given
        }
        async with now.writing() as connection:
            row = await asking.add(connection, found, found.checked(inputs))
    except QueryError as error:
        said = error.said_in(language)
        return await _form(files_, request, analysis, given, refused=said, status=422)
    except asyncpg.PostgresError as error:
        if error.sqlstate not in ("SIP10", "42501"):
            raise
        many = "masz już pięć zadań", "five jobs of yours are not done yet"
        never = "nie masz prawa do zadań", "you may not run jobs"
        said = (many if error.sqlstate == "SIP10" else never)[language == "en"]
        return await _form(files_, request, analysis, given, refused=said, status=403)
    address = f"{PATH}/{analysis.id}/jobs/{row['id']}?lang={language}"
    return RedirectResponse(address, status_code=303)


async def _job(files_: Assets, request: Request) -> Response:
    """Answer how far a job is; the page asks again by itself until it is done."""
    analysis = _analysis(request)
    row = await _row(request, analysis)
    inputs = orjson.loads(row["inputs"])
    given = _given(analysis, {name: str(value) for name, value in inputs.items()})
    outcome, language = None, _language(request)
    if row["status"] == "successful":
        address = f"{PATH}/{analysis.id}/jobs/{row['id']}"
        table = await run_in_threadpool(_of_job, row, context(request))
        outcome = await computed.outcome(
            context(request), table, address, urlencode({"lang": language}), language
        )
    answer = await _form(files_, request, analysis, given, outcome=outcome, job=dict(row))
    if row["status"] in ("accepted", "running"):
        answer.headers["Refresh"] = str(_AGAIN_S)
    return answer


async def _job_file(request: Request) -> Response:
    """Answer what came of a job as a file."""
    row = await _row(request, _analysis(request))
    if row["status"] != "successful":
        raise NotFound("the job is not done", pl="zadanie nie jest skończone")
    table = await run_in_threadpool(_of_job, row, context(request))
    return await run_in_threadpool(_written, request, table)


async def _dismiss(request: Request) -> Response:
    """Stop a job, and forget what it has made."""
    await forms.checked(request)
    analysis = _analysis(request)
    row = await _row(request, analysis)
    async with context(request).writing() as connection:
        await connection.execute(_DISMISS, row["id"], row["process"])
    return RedirectResponse(f"{PATH}?lang={_language(request)}", status_code=303)


async def _row(request: Request, analysis: Analysis) -> asyncpg.Record:
    try:
        number = uuid.UUID(request.path_params["job"])
    except ValueError:
        number = uuid.UUID(int=0)
    row = await context(request).pool.fetchrow(_ONE, number, _process(analysis))
    if row is None:
        raise NotFound("there is no such job of yours", pl="nie masz takiego zadania")
    return row


def _of_job(row: asyncpg.Record, now: Context) -> Table:
    stored = orjson.loads(row["results"])
    table = tables.of_json(stored["table"]["value"], stored["layer"]["value"])
    return tables.moved(table, now.catalogue.project.storage_crs)


def _computed(request: Request, analysis: Analysis, given: Mapping[str, str]) -> Table:
    now, ground = _ground(request)
    understood = menu.understood(analysis, given, checking.today())
    with immediate.connection(now) as connection:
        return immediate.quickly(lambda: analysis.compute(connection, ground, understood))


def _written(request: Request, table: Table) -> Response:
    """Return a table as the file that the address ends in."""
    form = request.path_params["form"]
    if form not in _FORMS:
        raise NotFound(f'there is no form "{form}"; there are {", ".join(_FORMS)}')
    language = _language(request)
    headers = {"Content-Language": language, "Cache-Control": "no-cache"}
    headers["Content-Disposition"] = f'attachment; filename="{table.name}.{form}"'
    if form == "json":
        body = orjson.dumps(tables.as_json(table, language))
    elif form == "geojson":
        body = orjson.dumps(tables.as_features(table, language))
    else:
        with tempfile.TemporaryDirectory() as folder:
            file = Path(folder) / f"{table.name}.{form}"
            files.write(table, file, language)
            body = file.read_bytes()
    return Response(body, media_type=_FORMS[form], headers=headers)


async def _form(
    files_: Assets, request: Request, analysis: Analysis, given: Mapping[str, str], *,
    refused: str = "", status: int = 200, outcome: Outcome | None = None,
    job: Mapping[str, Any] | None = None,
) -> Response:  # fmt: skip
    now = context(request)
    may_run = now.viewer.role is not None and await now.pool.fetchval(
        "SELECT job.may_run($1)", _process(analysis)
    )
    fields = await run_in_threadpool(_fields, request, analysis, given)
    answer = _answer(
        files_, request, "computation.html", analysis=analysis, fields=fields, refused=refused,
        outcome=outcome, job=job, may_run=may_run, address=f"{PATH}/{analysis.id}",
    )  # fmt: skip
    answer.status_code = status
    return answer


def _fields(request: Request, analysis: Analysis, given: Mapping[str, str]) -> list[_Field]:
    now, ground = _ground(request)
    with immediate.connection(now) as connection:
        return [
            _Field(
                one,
                choices.choices(connection, ground, one, _language(request)),
                given.get(one.name, one.default or ""),
            )
            for one in analysis.parameters
        ]


def _answer(files_: Assets, request: Request, template: str, **given: Any) -> Response:
    language = _language(request)
    return page(
        files_, request, template, csrf=forms.csrf(request), path=PATH,
        say=lambda pl, en: pl if language == "pl" else en, **given,
    )  # fmt: skip


def _ground(request: Request) -> tuple[Context, Ground]:
    now = context(request)
    if not (now.settings.project / declared.FILE).is_file():
        raise NotFound("nothing is computed here", pl="niczego się tu nie oblicza")
    return now, Ground(declared.read(now.settings.project), now.catalogue)


def _analysis(request: Request) -> Analysis:
    name = request.path_params["name"]
    found = ANALYSES.get(name)
    if found is None:
        raise NotFound(f'there is no computation "{name}"', pl=f"nie ma obliczenia „{name}”")
    return found


def _given(analysis: Analysis, sent: Mapping[str, str]) -> dict[str, str]:
    """Return the parameters that were filled in."""
    names = [one.name for one in analysis.parameters]
    return {name: text for name in names if (text := sent.get(name, "").strip())}


def _process(analysis: Analysis) -> str:
    return f"plan_{analysis.id}"


def _language(request: Request) -> Language:
    return language_of(request, context(request).catalogue.project.languages)
