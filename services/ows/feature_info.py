"""GetFeatureInfo: what lies under a pixel, from the public views, in words that people read."""

from __future__ import annotations

import asyncio
import dataclasses
import html
import math
import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any
from xml.sax.saxutils import escape

import orjson
from starlette.requests import Request
from starlette.responses import Response

from services.ows.grid import value_at
from services.ows.map_request import MapRequest, language_of, layer_named, read, require
from services.ows.refusal import WmsError
from sip import crs, shown, units
from sip.catalogue import Catalogue, Layer
from sip.query import Arguments
from sip.query.times import in_force
from sip.service import Context, context
from sip.style import GRID_FIELD
from sip.text import Language, Text
from sip.xml import printable

_MOST_FEATURES = 100
_REACH_PX = 3.0
"""How far beside a feature a visitor may click; a marker's own size is added."""
_GRID_VALUE = Text(pl="Wartość", en="Value")
_NOTHING = Text(pl="Nic tu nie ma.", en="There is nothing here.")


@dataclasses.dataclass(frozen=True)
class Found:
    """One feature under the pixel."""

    layer: Layer
    id: int
    values: Mapping[str, Any]
    geometry: str
    """GeoJSON in longitude and latitude, or GML 2 in the CRS of the map."""


async def feature_info(request: Request, parameters: Mapping[str, str]) -> Response:
    """Answer GetFeatureInfo."""
    now = context(request)
    asked = read({"format": "image/png", **parameters}, now.catalogue, now.settings.limits)
    layers = _queried(parameters, asked, now.catalogue)
    media = parameters.get("info_format", "") or "text/plain"
    if media not in INFO_FORMATS:
        raise WmsError("InvalidFormat", f'"{media}" is not one of {", ".join(INFO_FORMATS)}')
    x, y, reach = _place(asked, parameters)
    most = _count(parameters.get("feature_count", ""))
    gml = media == _GML
    answers = await asyncio.gather(
        *(_look(now, layer, asked, (x, y, reach), most, gml=gml) for layer in layers)
    )
    language = language_of(parameters, now.catalogue)
    found = [one for answer in answers for one in answer][:most]
    body = INFO_FORMATS[media](found, now.catalogue, language)
    kind = media if media == "application/json" else f"{media}; charset=utf-8"
    return Response(body, headers={"Content-Type": kind, "Cache-Control": "no-store"})


def _queried(
    parameters: Mapping[str, str], asked: MapRequest, catalogue: Catalogue
) -> Sequence[Layer]:
    layers = [
        layer_named(name, catalogue) for name in require(parameters, "query_layers").split(",")
    ]
    for layer in layers:
        if not is_queryable(layer):
            raise WmsError("LayerNotQueryable", f'the layer "{layer.id}" cannot be queried')
        if layer not in asked.layers:
            raise WmsError("LayerNotDefined", f'the layer "{layer.id}" is not on the map')
    return layers


def is_queryable(layer: Layer) -> bool:
    """Say whether there is something to tell of a place: rows, or the value of a grid."""
    return layer.spec.raster is None or layer.spec.raster.kind == "grid"


def _count(text: str) -> int:
    if not re.fullmatch(r"\d{1,6}", text):
        return 1
    return max(1, min(int(text), _MOST_FEATURES))


def _place(asked: MapRequest, parameters: Mapping[str, str]) -> tuple[float, float, float]:
    """Return the middle of the pixel and the size of a pixel, in the CRS of the map."""
    names = ("i", "j") if asked.version == "1.3.0" else ("x", "y")
    column, row = (_pixel(parameters, name) for name in names)
    if column >= asked.width or row >= asked.height:
        raise WmsError("InvalidPoint", "the point lies outside the map")
    across, down = asked.pixel
    return (
        asked.box.west + (column + 0.5) * across,
        asked.box.north - (row + 0.5) * down,
        max(across, down),
    )


def _pixel(parameters: Mapping[str, str], name: str) -> int:
    text = parameters.get(name, "").strip()
    if not re.fullmatch(r"\d{1,6}", text):
        raise WmsError("InvalidPoint", f"{name.upper()} must be a whole number within the map")
    return int(text)


async def _look(
    now: Context,
    layer: Layer,
    asked: MapRequest,
    place: tuple[float, float, float],
    most: int,
    *,
    gml: bool,
) -> Sequence[Found]:
    """Ask the public view for what lies within reach, the nearest first; a grid for its value."""
    x, y, pixel = place
    if layer.spec.raster:
        return await asyncio.to_thread(_cell, now, layer, asked, x, y, gml=gml)
    stored = now.catalogue.project.storage_crs
    move = crs.transformer(asked.crs, stored).transform
    east, north = move(x, y)
    beside = move(x + pixel, y)
    reach = math.dist((east, north), beside) * (_REACH_PX + _size_px(layer) / 2)
    if not all(map(math.isfinite, (east, north, reach))):
        return ()
    columns = ", ".join(f'"{name}"' for name in layer.visible_fields)
    shape = (
        "ST_AsGML(2, ST_Transform(geom, $6::int))"
        if gml
        else "ST_AsGeoJSON(ST_Transform(geom, $6::int))"
    )
    arguments = Arguments(
        (east, north, reach, stored, most, crs.epsg(asked.crs if gml else crs.CRS84_CODE))
    )
    valid = in_force(layer, asked.time, arguments) if asked.time else None
    statement = (
        f"SELECT id AS _id, {shape} AS _geometry{', ' if columns else ''}{columns} "
        f"FROM {layer.relation}, ST_SetSRID(ST_MakePoint($1, $2), $4::int) AS place "
        "WHERE geom && ST_Expand(place, $3) AND ST_DWithin(geom, place, $3) "
        f"AND {valid or 'TRUE'} "
        "ORDER BY ST_Distance(geom, place), id LIMIT $5"
    )
    rows = await now.pool.fetch(statement, *arguments.values)
    return [
        Found(
            layer, row["_id"], {name: row[name] for name in layer.visible_fields}, row["_geometry"]
        )
        for row in rows
    ]


def _cell(
    now: Context, layer: Layer, asked: MapRequest, x: float, y: float, *, gml: bool
) -> Sequence[Found]:
    """Read the cell under a place; nothing where no value is known."""
    value = value_at(now, layer, asked.drawn[asked.layers.index(layer)], (asked.crs, x, y))
    if value is None:
        return ()
    if gml:
        where = f'<gml:Point srsName="EPSG:{crs.epsg(asked.crs)}">'
        where += f"<gml:coordinates>{x!r},{y!r}</gml:coordinates></gml:Point>"
    else:
        point = crs.transformer(asked.crs, crs.CRS84_CODE).transform(x, y)
        where = orjson.dumps({"type": "Point", "coordinates": point}).decode()
    return [Found(layer, 0, {GRID_FIELD: value}, where)]


def _size_px(layer: Layer) -> float:
    """Return the size of the largest marker, or the width of the widest line."""
    style, geometry = layer.style, layer.spec.geometry or ""
    if style is None or geometry.endswith("Polygon"):
        return 0.0
    symbols = [one for one in (style.symbol, style.other) if one] + [
        c.symbol for c in style.classes
    ]
    if geometry.endswith("Point"):
        return max(symbol.size_px for symbol in symbols)
    return max(symbol.stroke_width_px for symbol in symbols)


def _shown(found: Found, catalogue: Catalogue, language: Language) -> Sequence[tuple[str, str]]:
    """Return titles and values as people read them; empty values are left out."""
    if raster := found.layer.spec.raster:
        value = shown.number(found.values[GRID_FIELD], language)
        sign = units.symbol(raster.unit, language) if raster.unit else ""
        return [(_GRID_VALUE[language], f"{value} {sign}".rstrip())]
    return [
        (
            field.title[language],
            shown.value(found.values[name], field, catalogue, language, found.values),
        )
        for name, field in found.layer.visible_fields.items()
        if found.values[name] is not None
    ]


def _plain(found: Sequence[Found], catalogue: Catalogue, language: Language) -> bytes:
    lines: list[str] = []
    for one in found:
        lines.append(f"{one.layer.spec.title[language]}: {one.layer.id}.{one.id}")
        lines += [f"  {title}: {text}" for title, text in _shown(one, catalogue, language)]
    return "\n".join([*(lines or [_NOTHING[language]]), ""]).encode()


def _html(found: Sequence[Found], catalogue: Catalogue, language: Language) -> bytes:
    parts = [
        f'<!doctype html><html lang="{language}"><meta charset="utf-8">'
        f"<title>{html.escape(catalogue.project.title[language])}</title><body>"
    ]
    for one in found:
        caption = html.escape(one.layer.spec.title[language])
        rows = "".join(
            f'<tr><th scope="row">{html.escape(title)}</th><td>{html.escape(text)}</td></tr>'
            for title, text in _shown(one, catalogue, language)
        )
        parts.append(f"<table><caption>{caption}</caption><tbody>{rows}</tbody></table>")
    if not found:
        parts.append(f"<p>{_NOTHING[language]}</p>")
    return "".join([*parts, "</body></html>"]).encode()


def _json(found: Sequence[Found], catalogue: Catalogue, language: Language) -> bytes:
    """GeoJSON; `shown` beside the stored values has titles and meanings."""
    features = [
        {
            "type": "Feature",
            "id": f"{one.layer.id}.{one.id}",
            "geometry": orjson.Fragment(one.geometry) if one.geometry else None,
            "properties": dict(one.values),
            "layer": one.layer.id,
            "shown": [
                {"title": title, "value": text} for title, text in _shown(one, catalogue, language)
            ],
        }
        for one in found
    ]
    return orjson.dumps({"type": "FeatureCollection", "features": features})


def _gml(found: Sequence[Found], _catalogue: Catalogue, _language: Language) -> bytes:
    """GML 2, x before y, as clients of GetFeatureInfo expect it."""
    parts = [
        '<?xml version="1.0" encoding="UTF-8"?>\n<wfs:FeatureCollection '
        'xmlns:wfs="http://www.opengis.net/wfs" xmlns:gml="http://www.opengis.net/gml" '
        'xmlns:sip="urn:sip:layers">'
    ]
    for one in found:
        fields = "".join(
            f"<sip:{name}>{escape(printable(shown.plain(value)))}</sip:{name}>"
            for name, value in one.values.items()
            if value is not None
        )
        parts.append(
            f'<gml:featureMember><sip:{one.layer.id} fid="{one.layer.id}.{one.id}">'
            f"<sip:geom>{one.geometry or ''}</sip:geom>{fields}"
            f"</sip:{one.layer.id}></gml:featureMember>"
        )
    return "".join([*parts, "</wfs:FeatureCollection>"]).encode()


type _Writer = Callable[[Sequence[Found], Catalogue, Language], bytes]
_GML = "application/vnd.ogc.gml"
INFO_FORMATS: Mapping[str, _Writer] = {
    "text/html": _html,
    "application/json": _json,
    "text/plain": _plain,
    _GML: _gml,
}
