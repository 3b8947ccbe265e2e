"""Requests that name a column: of a hidden one they must tell no more than of none at all."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import quote

import httpx

from sip.catalogue import Layer
from tests.leaks.house import House, Truth
from tests.leaks.ways import WAY_HEADER, get_feature

WAY = "probed"
_WFS = "/ows?SERVICE=WFS&VERSION=2.0.0"
_WMS = "/ows?SERVICE=WMS&VERSION=1.1.1&SRS=EPSG:2178&STYLES=&FORMAT=image/png"
_PIXEL = "BBOX=7470000,5630000,7471000,5631000&WIDTH=20&HEIGHT=20&X=9&Y=9"
_CONDITIONS = (
    "{0}='x'", "{0} IS NULL", "{0} IS NOT NULL", "id>0 OR {0} LIKE 'J%'", "CASEI({0})='x'",
    "NOT ({0} IN ('x'))", "{0} < 5", "{0} BETWEEN 1 AND 2", "{0} = {0}",
)  # fmt: skip
"""Filters, of texts and of numbers alike: a hidden column's type is not to be told either."""


def differences(doors: House, role: str, layer: Layer, truth: Truth) -> Iterator[str]:
    """Name each hidden column and one that is not there; yield where the answers differ."""
    for column in sorted(set(layer.spec.fields) - truth.columns):
        absent = f"{column}_zz"
        for path in _addresses(layer):
            asked = [_get(doors, role, path.format(quote(name))) for name in (column, absent)]
            yield from _compared(f"{role} GET {path.format(column)}", asked, column, absent)
            if "/items" in path and 200 <= asked[0].status_code < 300:
                yield f"{role} GET {path.format(column)}: answered"
        for document in _documents(layer):
            asked = [_post(doors, role, document.replace("~", name)) for name in (column, absent)]
            yield from _compared(f"{role} POST {document}", asked, column, absent)


def _compared(what: str, answers: list[httpx.Response], column: str, absent: str) -> Iterator[str]:
    hidden, unknown = answers
    if plain(hidden, {}) != plain(unknown, {absent: column}):
        yield f"{WAY} {what}: {plain(hidden, {})} but {plain(unknown, {absent: column})}"[:600]


def _addresses(layer: Layer) -> Iterator[str]:
    items, download = f"/ogc/collections/{layer.id}/items", f"/download/{layer.id}"
    conditions = [quote(one, safe="{}=()'<> ") for one in _CONDITIONS]
    yield from (f"{items}?filter={one}" for one in conditions)
    tree = quote('{{"op":"isNull","args":[{{"property":"~"}}]}}', safe="{}~").replace("~", "{0}")
    yield f"{items}?filter-lang=cql2-json&filter={tree}"
    yield from (f"{items}?sortby={sign}{{0}}" for sign in ("", "-", "id,-"))
    yield from (f"{items}?properties={one}" for one in ("{0}", "id,{0}"))
    yield f"{items}?{{0}}=x"
    yield f"{items}?f=csv&filter={conditions[0]}"
    yield f"{items}?f=html&sortby={{0}}"
    yield f"{items}/1?properties={{0}}"
    yield f"{items}?asOf=2026-01-01&filter={conditions[1]}"
    yield f"{download}.csv?filter={conditions[0]}"
    yield f"{download}.fgb?filter={conditions[1]}"
    yield f"/ogc/collections/{layer.id}/changes?from=2000-01-01&properties={{0}}"
    yield f"/ogc/collections/{layer.id}/tiles/WebMercatorQuad/14/5500/9130?filter={conditions[0]}"
    yield f"/ogc/collections/{layer.id}/map?filter={conditions[0]}"
    yield f"/tiles/{layer.id}/14/9130/5500.mvt?properties={{0}}"
    yield f"/api/identify?layers={layer.id}&lon=20.6&lat=50.9&properties={{0}}"
    if layer.spec.geometry:
        yield from _of_geometry(layer)


def _of_geometry(layer: Layer) -> Iterator[str]:
    feature = f"{_WFS}&REQUEST=GetFeature&TYPENAMES={layer.id}"
    xml = quote(
        '<fes:Filter xmlns:fes="http://www.opengis.net/fes/2.0"><fes:PropertyIsEqualTo>'
        "<fes:ValueReference>~</fes:ValueReference><fes:Literal>x</fes:Literal>"
        "</fes:PropertyIsEqualTo></fes:Filter>"
    ).replace("~", "{0}")
    yield from (f"{feature}&FILTER={xml}{more}" for more in ("", "&RESULTTYPE=hits"))
    yield from (f"{feature}&{key}={{0}}" for key in ("PROPERTYNAME", "SORTBY"))
    yield f"{_WFS}&REQUEST=GetPropertyValue&TYPENAMES={layer.id}&VALUEREFERENCE={{0}}"
    info = f"{_WMS}&REQUEST=GetFeatureInfo&LAYERS={layer.id}&QUERY_LAYERS={layer.id}&{_PIXEL}"
    yield f"{info}&INFO_FORMAT=application/json&PROPERTYNAME={{0}}"
    yield f"{info}&INFO_FORMAT=application/json&CQL_FILTER={{0}}='x'"


def _documents(layer: Layer) -> Iterator[str]:
    """Yield what is posted to WFS, with `~` for the name: a filter, a property, both versions."""
    if layer.spec.geometry:
        for version in ("2.0.0", "1.1.0"):
            yield get_feature(layer.id, version, [], "~")
            yield get_feature(layer.id, version, ["~"], next(iter(layer.visible_fields), "id"))


def _get(doors: House, role: str, path: str) -> Any:
    return doors.send("GET", role, path, headers={WAY_HEADER: WAY})


def _post(doors: House, role: str, document: str) -> Any:
    headers = {WAY_HEADER: WAY, "content-type": "text/xml"}
    return doors.send("POST", role, "/wfs", content=document, headers=headers)


def plain(answer: httpx.Response, names: Mapping[str, str]) -> tuple[int, str]:
    """Return an answer without the names that were asked for, hints to others, and the clock."""
    text = answer.text
    for name, stands_for in names.items():
        text = text.replace(name, stands_for)
    text = re.sub(r"\s*did you mean [^?]*\?", "", text)
    return answer.status_code, re.sub(r'"?timeStamp"?[:=]"[^"]*"', "", text)
