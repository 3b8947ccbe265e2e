"""The pages: home, map, accessibility statement. No script or style stands inside them."""

from __future__ import annotations

import base64
import dataclasses
import functools
import math
from http import HTTPStatus
from pathlib import Path
from urllib.parse import urlencode, urlsplit

import jinja2
from starlette.requests import Request
from starlette.responses import HTMLResponse

from services.portal import assets, terrain
from services.portal.assets import Assets
from services.portal.catalogue import describe
from services.portal.words import language_of, words
from sip.catalogue import Layer
from sip.crs import CRS84_CODE, Extent
from sip.errors import NotFound
from sip.planning import rules
from sip.planning.analysis import declared as analysis
from sip.report.document import TEMPLATES as REPORT_TEMPLATES
from sip.service import Context, base_url, context
from sip.taking_part import registers
from sip.text import Language

_PICTURE_CRS = 3857
_TILE_RESOLUTION_0_M = 78271.517
"""Metres per pixel at level 0 of tiles that are 512 pixels wide."""
_PICTURES_PX = ((400, 300), (560, 420), (800, 600))


@functools.cache
def _templates() -> jinja2.Environment:
    made = jinja2.Environment(
        loader=jinja2.FileSystemLoader([Path(__file__).parent / "templates", REPORT_TEMPLATES]),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters["picture"] = in_place
    return made


def in_place(svg: str) -> str:
    """Return a picture as an address that holds it."""
    return f"data:image/svg+xml;base64,{base64.b64encode(svg.encode()).decode()}"


async def home(files: Assets, request: Request) -> HTMLResponse:
    """Answer the first page: search, themes, a picture of the map."""
    now = context(request)
    pictures = [_picture(now, *size) for size in _PICTURES_PX]
    return page(files, request, "home.html", pictures=pictures)


async def map_page(files: Assets, request: Request) -> HTMLResponse:
    """Answer the map page; what it shows stands in its address."""
    return page(files, request, "map.html")


async def print_page(files: Assets, request: Request) -> HTMLResponse:
    """Answer the sheet of paper for the map of an address, at a true scale."""
    return page(files, request, "print.html")


async def inbox(files: Assets, request: Request) -> HTMLResponse:
    """Answer the inbox of field work; what is in it is asked for under the visitor's role."""
    return page(files, request, "inbox.html")


async def points(files: Assets, request: Request) -> HTMLResponse:
    """Answer the page that shows the points of a layer in three dimensions."""
    name = request.path_params["layer"]
    found = context(request).catalogue.layers.get(name)
    if found is None or not found.offers("points"):
        raise NotFound(f'there are no points "{name}"')
    has_terrain = terrain.of_points(context(request).catalogue, found) is not None
    return page(
        files, request, "points.html", decodes=True, layer=found, has_terrain=has_terrain
    )  # fmt: skip


async def proposals(files: Assets, request: Request) -> HTMLResponse:
    """Answer what flights propose; it is asked for under the visitor's role."""
    return page(files, request, "proposals.html")


async def accessibility(files: Assets, request: Request) -> HTMLResponse:
    """Answer the accessibility statement."""
    return page(files, request, "accessibility.html")


def refusal(request: Request, status: int, text: str) -> HTMLResponse:
    """Tell a visitor what was refused and why, and where to go on."""
    kind = {401: "refused_401", 403: "refused_403", 404: "refused_404"}.get(status, "refused")
    said = "" if text == HTTPStatus(status).phrase else text
    answer = page(assets.ours(), request, "refusal.html", heading=kind, said=said)
    answer.status_code = status
    answer.headers["Vary"] = "Accept, Accept-Language"
    return answer


def page(
    files: Assets, request: Request, template: str, *, decodes: bool = False, **values: object
) -> HTMLResponse:
    """Answer a page of the portal, made of a template and what it needs.

    With `decodes` its scripts may start workers of our own.
    """
    now = context(request)
    languages = now.catalogue.project.languages
    language = language_of(request, languages)
    body = (
        _templates()
        .get_template(template)
        .render(
            asset=files.url,
            language=language,
            languages=[_Choice(one, _in_language(request, one)) for one in languages],
            project=now.catalogue.project,
            catalogue=describe(now, language),
            canonical=f"{base_url(request)}{request.url.path}?lang={language}",
            word=words(language).__getitem__,
            checks_plans=rules.are_there(now.settings.project),
            computes=(now.settings.project / analysis.FILE).is_file(),
            displays_drafts=registers.DISPLAY in now.catalogue.layers,
            **values,
        )
    )
    return HTMLResponse(
        body,
        headers={
            "Cache-Control": "no-cache",
            "Vary": "Accept-Language",
            "Content-Language": language,
            "Content-Security-Policy": _policy(now) + ("; worker-src 'self'" if decodes else ""),
        },
    )


@dataclasses.dataclass(frozen=True)
class _Choice:
    """A language and the address of this page in it."""

    language: Language
    href: str


def _in_language(request: Request, language: Language) -> str:
    kept = [(key, value) for key, value in request.query_params.multi_items() if key != "lang"]
    return f"{request.url.path}?{urlencode([('lang', language), *kept], safe=',/@:')}"


def _policy(now: Context) -> str:
    """Return a policy without anything inline; pictures also from declared external layers."""
    outside = {
        "{0.scheme}://{0.netloc}".format(urlsplit(layer.spec.external.url))
        for layer in now.catalogue.layers.values()
        if layer.spec.external and layer.is_visible
    }
    return "; ".join(
        (
            "default-src 'none'",
            "script-src 'self'",
            "style-src 'self'",
            "connect-src 'self'",
            "font-src 'self'",
            " ".join(("img-src 'self' data: blob:", *sorted(outside))),
            "form-action 'self'",
            "base-uri 'none'",
            "frame-ancestors 'self'",
        )
    )


@dataclasses.dataclass(frozen=True)
class _Picture:
    """The map as a picture of one size."""

    href: str
    width: int
    height: int


def _is_drawn(layer: Layer, level: float) -> bool:
    return layer.offers("wms") and layer.spec.zoom.min <= level < layer.spec.zoom.max + 1


def _picture(now: Context, width_px: int, height_px: int) -> _Picture:
    """Return the address of a picture of the whole area, with the layers seen at the start."""
    box = now.catalogue.project.extent
    area = Extent(box.west, box.south, box.east, box.north).transformed(CRS84_CODE, _PICTURE_CRS)
    metres_per_px = min((area.east - area.west) / width_px, (area.north - area.south) / height_px)
    x, y = (area.west + area.east) / 2, (area.south + area.north) / 2
    half_x, half_y = width_px * metres_per_px / 2, height_px * metres_per_px / 2
    level = math.log2(_TILE_RESOLUTION_0_M / metres_per_px)
    base = now.catalogue.project.base_maps
    shown = [*base, *(name for name, one in now.catalogue.layers.items() if one.spec.visible)]
    drawn = [name for name in dict.fromkeys(shown) if _is_drawn(now.catalogue.layer(name), level)]
    query = {
        "service": "WMS", "version": "1.3.0", "request": "GetMap", "layers": ",".join(drawn),
        "styles": "", "crs": f"EPSG:{_PICTURE_CRS}", "format": "image/jpeg",
        "bbox": f"{x - half_x:.0f},{y - half_y:.0f},{x + half_x:.0f},{y + half_y:.0f}",
        "width": str(width_px), "height": str(height_px),
    }  # fmt: skip
    return _Picture(f"/ows?{urlencode(query, safe=',:/')}", width_px, height_px)
