"""From what was asked to a question to one layer, checked against the catalogue."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Sequence
from typing import Any

import shapely.geometry

from services.wfs import stored
from services.wfs.model import (
    GEOMETRY,
    Dialect,
    Format,
    TypeName,
    find_crs,
    find_type,
    formats,
    media_name,
    row_id,
)
from services.wfs.requests import several_queries
from sip import crs, filter_encoding, gml
from sip.catalogue import Layer
from sip.errors import CrsError, QueryError
from sip.filter_encoding import Kind, Node, Vocabulary
from sip.ows_common import Asked, OwsError, Parameters, choose
from sip.planning import live
from sip.query import Box, Interval, Query, SortKey, shapes
from sip.query.times import parse_interval
from sip.service import Context

_ORDERS = {"": False, "asc": False, "a": False, "desc": True, "d": True}
ID_REFERENCE = "@gml:id"


@dataclasses.dataclass(frozen=True)
class Plan:
    """What is to be answered, and how."""

    layer: Layer
    name: TypeName
    """By which name of its type it was asked for."""
    query: Query
    format: Format
    media: str
    """The format's name, as it was asked for."""
    hits: bool
    """Whether only the number is wanted."""
    alone: bool
    """Whether the one feature itself is wanted, without a collection."""
    value: str | None = None
    """The property whose values alone are wanted."""
    element: str | None = None
    """Its name, as it was asked for."""


def make(now: Context, asked: Asked, dialect: Dialect) -> Plan:
    """Make the plan of a GetFeature.

    Raises:
        OwsError: Something of it is missing, unknown or wrong.
        QueryError: The filter cannot be understood.
    """
    given = asked.parameters
    if id_ := given.get("storedquery_id"):
        return _stored(now, given, dialect, stored.find(id_))
    layer, name = _type(now, given)
    query = Query(
        layer=layer,
        storage_crs=now.catalogue.project.storage_crs,
        filter=_condition(now, layer, asked),
        filter_crs=now.catalogue.project.storage_crs,
        sort=_sort(layer, given),
        max_depth=now.settings.limits.filter_depth,
    )
    return _completed(now, given, dialect, query, name)


def for_values(now: Context, asked: Asked, dialect: Dialect) -> Plan:
    """Make the plan of a GetPropertyValue: only rows that have a value.

    Raises:
        OwsError, QueryError: As `make`.
    """
    name = asked.parameters.require("valuereference")
    plan = make(now, asked, dialect)
    if name == ID_REFERENCE:
        return dataclasses.replace(plan, value=ID_REFERENCE)
    own, _ = _resolve(plan.layer, name, "valueReference")
    element = name.strip().rsplit("/", 1)[-1].rsplit(":", 1)[-1]
    present: Node = {"op": "not", "args": [{"op": "isNull", "args": [{"property": own}]}]}
    both = {"op": "and", "args": [plan.query.filter, present]} if plan.query.filter else present
    query = dataclasses.replace(plan.query, filter=both)
    return dataclasses.replace(plan, value=own, element=element, query=query)


def _stored(now: Context, given: Parameters, dialect: Dialect, query: stored.StoredQuery) -> Plan:
    storage = now.catalogue.project.storage_crs
    if query.kind == "feature":
        id_ = given.require("id")
        try:
            layer, name = find_type(now, id_.rpartition(".")[0], "ID")
        except OwsError as error:
            raise no_such_feature(id_) from error
        if (key := row_id(layer, id_)) is None:
            raise no_such_feature(id_)
        wanted = Query(layer=layer, storage_crs=storage, ids=[key])
        one = _completed(now, given, dialect, wanted, name)
        return dataclasses.replace(one, alone=True)
    layer, name = find_type(now, given.require("datasetidcode"), "DataSetIdCode")
    renamed = Parameters({**given.values, "srsname": given.get("crs")})
    return _completed(now, renamed, dialect, Query(layer=layer, storage_crs=storage), name)


def no_such_feature(name: str) -> OwsError:
    """Say that a feature that was asked for by its id is not there."""
    return OwsError("NotFound", "ID", f'there is no feature "{name}"')


def _completed(
    now: Context, given: Parameters, dialect: Dialect, query: Query, name: TypeName
) -> Plan:
    names = formats(dialect)
    media = media_name(given, dialect)
    format_ = choose(media, names, "outputFormat")
    srs = given.get("srsname")
    code = find_crs(now, srs, "srsName")
    if format_ == "geojson" and not srs:
        code = crs.CRS84_CODE
    properties, geometry = _properties(query.layer, given)
    most = now.settings.limits.items
    count = given.number("count", given.number("maxfeatures", most))
    return Plan(
        layer=query.layer,
        name=name,
        query=dataclasses.replace(
            query,
            crs=code,
            properties=properties,
            geometry=geometry,
            time=_time(given),
            limit=min(count, most),
            offset=_start(now, given),
        ),
        format=format_,
        media=media,
        hits=given.choice("resulttype", {"results": False, "hits": True}, "results"),
        alone=False,
    )


def _time(given: Parameters) -> Interval | None:
    """Return what the vendor parameter DATETIME names, as items read it."""
    text = given.get("datetime")
    try:
        return parse_interval(text) if text else None
    except QueryError as error:
        raise OwsError("InvalidParameterValue", "datetime", str(error)) from error


def _start(now: Context, given: Parameters) -> int:
    start = given.number("startindex", 0)
    most = now.settings.limits.offset
    if start > most:
        text = f"pages are answered up to {most}: ask by a filter instead"
        raise OwsError("InvalidParameterValue", "startIndex", text)
    return start


def _type(now: Context, given: Parameters) -> tuple[Layer, TypeName]:
    ids = _ids(given)
    names = given.get("typenames") or given.get("typename")
    if not names and ids:
        names = ",".join(dict.fromkeys(one.rpartition(".")[0] for one in ids))
    if not names:
        raise OwsError("MissingParameterValue", "typeNames", "TYPENAMES is missing")
    found = [one for one in re.split(r"[,()\s]+", names) if one]
    if len(found) != 1:
        raise several_queries()
    return find_type(now, found[0], "typeNames")


def _ids(given: Parameters) -> list[str]:
    text = given.get("resourceid") or given.get("featureid")
    return [one.strip() for one in text.split(",") if one.strip()]


def _resolve(layer: Layer, name: str, locator: str) -> tuple[str, Kind]:
    plain = name.strip().rsplit("/", 1)[-1].rsplit(":", 1)[-1]
    if field := layer.visible_fields.get(plain):
        return plain, field.type
    if plain == GEOMETRY and layer.spec.geometry:
        return plain, "geometry"
    if (law := layer.spec.wfs) and live.version_of(law.namespace, law.name):
        own = live.fields_of(law.name).get(plain, "")
        if own:
            return _resolve(layer, own, locator)
    text = f'"{name}" is no property of {layer.id}'
    raise OwsError("InvalidParameterValue", locator, text)


def _properties(layer: Layer, given: Parameters) -> tuple[Sequence[str] | None, bool]:
    text = given.get("propertyname").strip("()")
    names = [one.strip() for one in text.split(",") if one.strip()]
    if not names or "*" in names:
        return None, True
    found = [_resolve(layer, name, "propertyName")[0] for name in names]
    return tuple(name for name in found if name != GEOMETRY), GEOMETRY in found


def _sort(layer: Layer, given: Parameters) -> tuple[SortKey, ...]:
    keys = []
    for part in given.get("sortby").split(","):
        if not part.strip():
            continue
        name, _, order = part.strip().partition(" ")
        own, kind = _resolve(layer, name, "sortBy")
        if kind == "geometry":
            raise OwsError("InvalidParameterValue", "sortBy", "a geometry has no order")
        keys.append(SortKey(own, choose(order.strip().lower(), _ORDERS, "sortBy")))
    return tuple(keys)


def _condition(now: Context, layer: Layer, asked: Asked) -> Node | None:
    given = asked.parameters
    ids, box = _ids(given), given.get("bbox")
    if sum((bool(ids), bool(box), asked.filter is not None)) > 1:
        text = "RESOURCEID, BBOX and FILTER exclude one another"
        raise OwsError("InvalidParameterValue", "filter", text)
    words = _vocabulary(now, layer)
    if asked.filter is not None:
        return filter_encoding.translate(asked.filter, words)
    if ids:
        return filter_encoding.objects(ids, words)
    if box and not layer.spec.geometry:
        raise OwsError("InvalidParameterValue", "bbox", f"{layer.id} has no geometry")
    if box:
        shape = _shape(_box(now, box), words.crs)
        return {"op": "s_intersects", "args": [{"property": GEOMETRY}, shape]}
    return None


def _vocabulary(now: Context, layer: Layer) -> Vocabulary:
    storage = now.catalogue.project.storage_crs

    def resolve(name: str) -> tuple[str, Kind]:
        return _resolve(layer, name, "filter")

    return Vocabulary(
        resolve=resolve,
        geometry=GEOMETRY,
        key="id",
        key_of=lambda name: row_id(layer, name),
        crs=storage,
        shape=lambda shape: _shape(shape, storage),
    )


def _box(now: Context, text: str) -> gml.Shape:
    parts = [part.strip() for part in text.split(",")]
    code = now.catalogue.project.storage_crs
    try:
        if len(parts) == 5:
            code = crs.parse(parts.pop())
            crs.northing_first(code)
        numbers = [float(part) for part in parts]
        box = shapes.box_of(numbers, code)
    except (ValueError, CrsError, QueryError) as error:
        raise OwsError("InvalidParameterValue", "bbox", f'"{text}" is no box') from error
    extent = box.extent
    corners = (extent.west, extent.south, extent.east, extent.north)
    return gml.Shape("Box", corners, code)


def _shape(shape: gml.Shape, storage: int) -> Node:
    """Return a geometry in the storage CRS, in the order of its axes, as GeoJSON."""
    if shape.type == "Box":
        moved = _moved_box(shape, storage)
    else:
        plain: dict[str, Any] = {"type": shape.type, "coordinates": shape.coordinates}
        own = shapely.make_valid(shapely.geometry.shape(plain))
        moved = shapes.moved(own, source=shape.crs, storage=storage)
    if crs.northing_first(storage):
        moved = shapely.transform(moved, lambda xy: xy[:, ::-1])
    return dict(shapely.geometry.mapping(moved))


def _moved_box(shape: gml.Shape, storage: int) -> shapely.geometry.base.BaseGeometry:
    west, south, east, north = (float(str(value)) for value in shape.coordinates)
    box = Box(crs.Extent(west, south, east, north), shape.crs)
    moved = shapes.from_box(box, storage=storage)
    return shapes.reach(storage) if moved is None else moved
