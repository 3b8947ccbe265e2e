"""`/plan/check`: anybody's planning act checked, listed and drawn; without account and script.

Nothing of what is sent is stored. The answer is a page, or JSON or GeoJSON for programs.
"""

from __future__ import annotations

import base64
import dataclasses
import functools
import math
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import orjson
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import UploadFile
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from services.portal.assets import Assets
from services.portal.pages import page
from services.portal.words import language_of
from sip import negotiation
from sip.errors import NotFound, QueryError
from sip.negotiation import HTML, Form
from sip.planning import bounded, findings, rules
from sip.planning.analysis import files as tables
from sip.planning.analysis import picture
from sip.planning.bounded import Checked
from sip.service import context
from sip.text import Language

_JSON = Form("json", "application/json", "Ustalenia jako JSON", "Findings as JSON")
_GEOJSON = Form("geojson", "application/geo+json", "Warstwa GeoJSON", "GeoJSON layer")
_GPKG = Form(
    "gpkg", "application/geopackage+sqlite3", "Warstwa dla QGIS", "Layer for QGIS with its look"
)
_FORMS = (HTML, _JSON, _GEOJSON, _GPKG)
_WIDE, _HIGH, _MARGIN = 800.0, 560.0, 16.0
_SEVERITIES = ("error", "warning", "note")
type Point = tuple[float, float]


def routes(files: Assets) -> Sequence[BaseRoute]:
    """Return the routes of the check."""
    return [
        Route("/plan/check", functools.partial(_asked, files), methods=["GET"]),
        Route("/plan/check", functools.partial(_checked, files), methods=["POST"]),
    ]


async def _asked(files: Assets, request: Request) -> Response:
    """Answer the form."""
    _require_rules(request)
    return _page(files, request, None)


async def _checked(files: Assets, request: Request) -> Response:
    """Check the file of the form, or the body as it is; `f` or `Accept` choose the answer."""
    _require_rules(request)
    now = context(request)
    language = language_of(request, now.catalogue.project.languages)
    form = negotiation.choose(request, _FORMS)
    try:
        name, content = await _sent(request)
    except QueryError as error:
        if form is not HTML:
            raise
        return _page(files, request, None, refused=error.said_in(language))
    checked = await run_in_threadpool(bounded.check, content, name, now.settings)
    if form is HTML:
        return _page(files, request, checked, name=name)
    made = findings.as_json if form is _JSON else findings.as_geojson
    headers = {"Content-Language": language, "Cache-Control": "no-store"}
    if form is _GPKG:
        headers["Content-Disposition"] = 'attachment; filename="findings.gpkg"'
        body = await run_in_threadpool(_geopackage, checked, language)
        return Response(body, media_type=form.type, headers=headers)
    if form is _GEOJSON:
        headers["Content-Disposition"] = 'attachment; filename="findings.geojson"'
    return Response(
        orjson.dumps(made(checked.report, language)), media_type=form.type, headers=headers
    )


def _require_rules(request: Request) -> None:
    if not rules.are_there(context(request).settings.project):
        raise NotFound("plans are not checked here", pl="planów się tu nie sprawdza")


async def _sent(request: Request) -> tuple[str, bytes]:
    if not request.headers.get("content-type", "").startswith("multipart/form-data"):
        name, content = "plan.gml", await request.body()
    else:
        given = (await request.form(max_files=1, max_fields=4)).get("file")
        if not isinstance(given, UploadFile):
            raise QueryError("choose a file first", pl="najpierw wybierz plik")
        name, content = given.filename or "plan.gml", await given.read()
    if not content:
        raise QueryError("choose a file first: this one is empty", pl="najpierw wybierz plik")
    return name, content


def _page(
    files: Assets, request: Request, checked: Checked | None, *, name: str = "", refused: str = ""
) -> Response:
    now = context(request)
    language = language_of(request, now.catalogue.project.languages)
    report = checked.report.findings if checked else ()
    picture = None if checked is None else _picture(checked)
    answer = page(
        files, request, "plan_check.html",
        say=lambda pl, en: pl if language == "pl" else en,
        most_mb=now.settings.limits.body_bytes // 1_000_000,
        name=name, refused=refused, checked=checked is not None, findings=report, picture=picture,
        counts={one: sum(row.severity == one for row in report) for one in _SEVERITIES},
        files_of=None if checked is None else _layers(checked, language),
    )  # fmt: skip
    answer.headers["Cache-Control"] = "no-store" if checked else "no-cache"
    if refused:
        answer.status_code = 400
    return answer


def _layers(checked: Checked, language: Language) -> dict[str, str]:
    """Return what was found as files within the page, since nothing of it is kept."""
    table = findings.as_table(checked.report)
    layer = orjson.dumps(findings.as_geojson(checked.report, language))
    look = orjson.dumps(picture.look(table, language)).decode()
    return {
        "layer": _data(_GEOJSON, layer),
        "package": _data(_GPKG, _geopackage(checked, language)),
        "look": look,
    }


def _geopackage(checked: Checked, language: Language) -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "findings.gpkg"
        tables.write(findings.as_table(checked.report), file, language)
        return file.read_bytes()


def _data(form: Form, content: bytes) -> str:
    """Return a file as an address that holds it."""
    return f"data:{form.type};base64,{base64.b64encode(content).decode()}"


@dataclasses.dataclass(frozen=True)
class _Shape:
    """A part of the picture: a path of SVG, or a point."""

    path: str
    kind: str
    name: str
    number: int = 0
    at: Point = (0.0, 0.0)


@dataclasses.dataclass(frozen=True)
class _Picture:
    """The plan with its findings; pixels, y downwards."""

    width: float
    height: float
    areas: Sequence[_Shape]
    marks: Sequence[_Shape]


def _picture(checked: Checked) -> _Picture | None:
    """Draw the plan, and number what was found in the order of the list."""
    placed = [(n, one) for n, one in enumerate(checked.report.findings, 1) if one.geometry]
    drawn = [one["geometry"] for one in checked.sketch.areas]
    points = [p for g in (*drawn, *(one.geometry for _, one in placed)) for p in _points(g)]
    if not points:
        return None
    west, east = min(p[0] for p in points), max(p[0] for p in points)
    south, north = min(p[1] for p in points), max(p[1] for p in points)
    narrow = math.cos(math.radians((south + north) / 2))
    wide, high = max((east - west) * narrow, 1e-6), max(north - south, 1e-6)
    scale = min((_WIDE - 2 * _MARGIN) / wide, (_HIGH - 2 * _MARGIN) / high)

    def at(point: Sequence[float]) -> Point:
        return (
            round(_MARGIN + (point[0] - west) * narrow * scale, 1),
            round(_MARGIN + (north - point[1]) * scale, 1),
        )

    def path(geometry: Mapping[str, Any]) -> str:
        rings = [
            "M" + "L".join(f"{x:g} {y:g}" for x, y in map(at, ring)) for ring in _rings(geometry)
        ]
        is_closed = "Polygon" in geometry["type"]
        return "".join(one + ("Z" if is_closed else "") for one in rings)

    areas = [
        _Shape(path(one["geometry"]), one["kind"], one["name"]) for one in checked.sketch.areas
    ]
    marks = []
    for number, one in placed:
        assert one.geometry is not None
        own = [at(point) for point in _points(one.geometry)]
        middle = (sum(p[0] for p in own) / len(own), sum(p[1] for p in own) / len(own))
        place = (round(middle[0], 1), round(middle[1], 1))
        marks.append(_Shape(path(one.geometry), one.severity, one.rule, number, place))
    marks.sort(key=lambda one: -_SEVERITIES.index(one.kind))  # errors are drawn last, on top
    return _Picture(
        round(wide * scale + 2 * _MARGIN, 1), round(high * scale + 2 * _MARGIN, 1), areas, marks
    )


def _rings(geometry: Mapping[str, Any]) -> Iterator[Sequence[Sequence[float]]]:
    """Yield the lines of a geometry: rings of polygons, lines; points have none."""
    value = geometry.get("coordinates", [])
    match geometry["type"]:
        case "LineString":
            yield value
        case "Polygon" | "MultiLineString":
            yield from value
        case "MultiPolygon":
            for part in value:
                yield from part
        case "GeometryCollection":
            for part in geometry.get("geometries", []):
                yield from _rings(part)


def _points(geometry: Mapping[str, Any]) -> Iterator[Sequence[float]]:
    match geometry["type"]:
        case "Point":
            yield geometry["coordinates"]
        case "MultiPoint":
            yield from geometry["coordinates"]
        case _:
            for ring in _rings(geometry):
                yield from ring
