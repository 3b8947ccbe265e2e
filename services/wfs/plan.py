"""From what was asked to a question to one layer, checked against the catalogue."""

from __future__ import annotations

import dataclasses
import re
from typing import Any

import shapely.geometry

from services.wfs import properties, stored
from services.wfs.model import (
    GEOMETRY,
    Dialect,
    Format,
    TypeName,
    find_crs,
    find_type,
    formats,
    media_name,
    nesting,
    row_id,
)
from services.wfs.requests import several_queries
from sip import crs, filter_encoding, gml
from sip.catalogue import Layer
from sip.errors import CrsError, QueryError
from sip.filter_encoding import Kind, Node, Vocabulary
from sip.ows_common import Asked, OwsError, Parameters, choose
from sip.planning import paths
from sip.query import Box, Interval, Query, shapes
from sip.query.times import parse_interval
from sip.service import Context

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
    elements: frozenset[str] | None = None
    """The elements of nested features that are wanted; None for all."""
    value: str | None = None
    """The property whose values alone are wanted."""
    place: paths.Place | None = None
    """Where they are in nested features."""

    @property
    def is_of_lists(self) -> bool:
        """Whether values are wanted of which a nested feature may have several, or none."""
        return self.place is not None and (self.place.is_list or self.place.field is None)


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
        filter=_condition(now, layer, name, asked),
        filter_crs=now.catalogue.project.storage_crs,
        sort=properties.sort_keys(layer, name, given),
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
    if plan.format != "gml":
        text = f'values come in GML, not in "{plan.media}"'
        raise OwsError("InvalidParameterValue", "outputFormat", text)
    place = properties.path_of(plan.layer, plan.name, name)
    if place is not None and place.field is None and nesting(plan.name, dialect):
        return dataclasses.replace(plan, value=place.element, place=place)
    own, _ = properties.resolve(plan.layer, plan.name, name, "valueReference")
    present: Node = {"op": "not", "args": [{"op": "isNull", "args": [{"property": own}]}]}
    both = {"op": "and", "args": [plan.query.filter, present]} if plan.query.filter else present
    query = dataclasses.replace(plan.query, filter=both)
    return dataclasses.replace(plan, value=own, place=place, query=query)


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
    wanted = properties.selection(query.layer, name, given)
    most = now.settings.limits.items
    count = given.number("count", given.number("maxfeatures", most))
    return Plan(
        layer=query.layer,
        name=name,
        query=dataclasses.replace(
            query,
            crs=code,
            properties=wanted.fields,
            geometry=wanted.geometry,
            time=_time(given),
            limit=min(count, most),
            offset=_start(now, given),
        ),
        format=format_,
        media=media,
        hits=given.choice("resulttype", {"results": False, "hits": True}, "results"),
        alone=False,
        elements=wanted.elements,
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


def _condition(now: Context, layer: Layer, name: TypeName, asked: Asked) -> Node | None:
    given = asked.parameters
    ids, box = _ids(given), given.get("bbox")
    if sum((bool(ids), bool(box), asked.filter is not None)) > 1:
        text = "RESOURCEID, BBOX and FILTER exclude one another"
        raise OwsError("InvalidParameterValue", "filter", text)
    words = _vocabulary(now, layer, name)
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


def _vocabulary(now: Context, layer: Layer, name: TypeName) -> Vocabulary:
    storage = now.catalogue.project.storage_crs

    def resolve(path: str) -> tuple[str, Kind]:
        return properties.resolve(layer, name, path, "filter")

    return Vocabulary(
        resolve=resolve,
        geometry=GEOMETRY,
        key="id",
        key_of=lambda id_: row_id(layer, id_),
        equal=lambda field, text: properties.equal(now.catalogue, layer, field, text),
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
