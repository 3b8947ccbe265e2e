"""The report of a plot as a page, JSON or PDF, and the search that leads to it without a map."""

from __future__ import annotations

import asyncio
import datetime
import functools
import re
from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import quote, urlencode

import orjson
from starlette.background import BackgroundTask
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import BaseRoute, Route

from services.portal import search as searching
from services.portal.assets import Assets
from services.portal.pages import page
from services.portal.words import language_of
from sip import negotiation, shown
from sip.errors import NotFound, QueryError
from sip.negotiation import HTML, Form
from sip.query.times import parse_interval
from sip.report import extract, parcel, pdf
from sip.report.answer import Report
from sip.report.document import Json, Writer
from sip.service import Context, base_url, context
from sip.text import Language

_JSON = Form("json", "application/json", "Raport jako JSON", "The report as JSON")
_PDF = Form("pdf", "application/pdf", "Raport jako PDF", "The report as PDF")
_SVG = Form("svg", "image/svg+xml", "Mapa jako SVG", "The map as SVG")
_FORMS = (HTML, _JSON, _PDF, _SVG)
_AT_ONCE = 1  # a PDF keeps a processor busy; the others wait for their turn
_turns = asyncio.Semaphore(_AT_ONCE)
_FOUND = 12


def routes(files: Assets) -> Sequence[BaseRoute]:
    """Return the routes of the report and of the search for it."""
    return [
        Route("/find", functools.partial(_find, files)),
        Route("/report", functools.partial(_at_place, files)),
        Route("/report/{layer}/{key:path}", functools.partial(_report, files)),
    ]


async def _report(files: Assets, request: Request) -> Response:
    """Answer `/report/parcel/<key>[.json|.pdf]?datetime=&asOf=&lang=`."""
    now = context(request)
    spec = parcel.declared(now.catalogue)
    key, form = _form(request)
    if request.path_params["layer"] != spec.layer:
        raise NotFound(f'reports are made of "{spec.layer}"')
    language = language_of(request, now.catalogue.project.languages)
    report = await parcel.make(now, key, _day(request))
    document = Writer(now.catalogue, language, base_url(request)).write(report)
    headers = {"Content-Language": language, "Vary": "Accept, Accept-Language"}
    if form is _JSON:
        kept = {**headers, "Cache-Control": "no-cache"}
        return Response(orjson.dumps(document), media_type=form.type, headers=kept)
    if form is _SVG:
        drawn = await extract.make(now, report, language)
        return Response(drawn.svg, media_type=form.type, headers=headers)
    if form is _PDF:
        return await _pdf(now, report, document, language, headers)
    answer = _page(files, request, "report.html", language, report=document)
    answer.background = BackgroundTask(run_in_threadpool, pdf.prepare)
    return answer


async def _pdf(
    now: Context, report: Report, document: Json, language: Language, headers: Mapping[str, str]
) -> Response:
    drawn = await extract.make(now, report, language)
    async with _turns:
        body = await run_in_threadpool(pdf.write, document, drawn)
    name = re.sub(r"[^0-9A-Za-z._-]", "-", report.plot.key)
    shown_as = {"Content-Disposition": f'inline; filename="{name}.pdf"'}
    return Response(body, media_type=_PDF.type, headers={**headers, **shown_as})


async def _at_place(files: Assets, request: Request) -> Response:
    """Answer `/report?lon=&lat=`: the address of the report of the plot there."""
    now = context(request)
    lon, lat = (_degrees(request, name, most) for name, most in (("lon", 180), ("lat", 90)))
    try:
        key = await parcel.key_at(now, lon, lat)
    except NotFound as error:
        language = language_of(request, now.catalogue.project.languages)
        answer = _page(
            files, request, "find.html", language, results=[], asked="",
            refused=error.said_in(language),
        )  # fmt: skip
        answer.status_code = 404
        return answer
    given = request.query_params.multi_items()
    kept = [(name, value) for name, value in given if name not in ("lon", "lat")]
    address = f"/report/{parcel.declared(now.catalogue).layer}/{quote(key, safe='/')}"
    return RedirectResponse(f"{address}?{urlencode(kept)}", status_code=303)


async def _find(files: Assets, request: Request) -> Response:
    """Answer `/find?q=`: what was found, each with the report of its plot; without any script."""
    now = context(request)
    language = language_of(request, now.catalogue.project.languages)
    asked = request.query_params.get("q", "").strip()
    found: list[Json] = []
    refused = ""
    try:
        found = await searching.find(now, asked, language, _FOUND) if asked else []
    except QueryError as error:
        refused = error.said_in(language)
    results = [_result(now, one, language) for one in found]
    return _page(
        files, request, "find.html", language, asked=asked, results=results, refused=refused
    )


def _result(now: Context, one: Json, language: Language) -> Json:
    """Add to a result of the search where its report is, and where it is on the map."""
    spec = now.catalogue.report
    address = None
    if spec and one["center"]:
        lon, lat = one["center"]
        query = {"lon": f"{lon:.7f}", "lat": f"{lat:.7f}", "lang": language}
        address = f"/report?{urlencode(query)}"
    where = (
        {"f": f"{one['layer']}/{one['id']}"} if one["kind"] == "feature" else {"q": one["title"]}
    )
    return {**one, "report": address, "map": f"/map?{urlencode({**where, 'lang': language})}"}


def _page(
    files: Assets, request: Request, template: str, language: Language, **given: Any
) -> Response:
    return page(
        files, request, template,
        say=lambda pl, en: pl if language == "pl" else en,
        number=lambda value: shown.number(value, language),
        **given,
    )  # fmt: skip


def _form(request: Request) -> tuple[str, Form]:
    """Return the key of the plot, and the form that its ending names or the visitor prefers."""
    key: str = request.path_params["key"]
    for form in (_JSON, _PDF, _SVG):
        if key.endswith(f".{form.name}"):
            return key.removesuffix(f".{form.name}"), form
    return key, negotiation.choose(request, _FORMS)


def _day(request: Request) -> datetime.date | None:
    """Read `datetime`: one day, or an instant of it."""
    text = request.query_params.get("datetime")
    if text is None:
        return None
    interval = parse_interval(text)
    moment = interval.start
    if moment is None or moment != interval.end:
        raise QueryError(
            f'datetime is "{text}"; a report is of one day', pl="raport dotyczy jednego dnia"
        )
    return moment.date() if isinstance(moment, datetime.datetime) else moment


def _degrees(request: Request, name: str, most: int) -> float:
    text = request.query_params.get(name, "")
    try:
        value = float(text)
    except ValueError:
        raise QueryError(f'{name} is "{text}"; it must be degrees') from None
    if not -most <= value <= most:
        raise QueryError(f"{name} is {text}; it must be from {-most} to {most}")
    return value
