"""A GeoJSON feature of a request as values of a row: converted exactly, or named as wrong."""

from __future__ import annotations

import dataclasses
import datetime
import json
import math
from collections.abc import Callable, Iterator, Mapping
from typing import Any

import numpy as np
import pyarrow as pa
import pyproj
import shapely
import shapely.geometry

from sip import crs
from sip.catalogue import Catalogue, Layer
from sip.declaration import did_you_mean
from sip.editing.violation import Violation, required
from sip.errors import DataError, QueryError
from sip.layer import Code, Field, FieldType
from sip.load import values
from sip.load.geometry import Tailor
from sip.load.mapping import FieldMap
from sip.query.terms import KIND_TITLE
from sip.text import Text

_GIVEN = FieldMap(column="given")
_GEOMETRY = Text(pl="Geometria", en="Geometry")
_SHOWN_CHARS = 60


@dataclasses.dataclass(frozen=True)
class Reading:
    """How a feature is to be read."""

    crs: int
    """EPSG code of its coordinates, in the order of the authority; 0 is CRS84."""
    lenient: bool = False
    """Whether values are taken as an import takes them: texts for numbers, heights dropped."""
    partial: bool = False
    """Whether what is not named stays as it is (a merge patch)."""
    id: int | None = None
    """Of the row that is changed; a patch may name it, and no other."""


@dataclasses.dataclass(frozen=True)
class Draft:
    """What a request says about one row."""

    values: Mapping[str, str | None]
    """By field, written as PostgreSQL reads it; `geom` as hexadecimal EWKB in the storage CRS."""
    violations: tuple[Violation, ...]


def read(node: Any, layer: Layer, catalogue: Catalogue, how: Reading) -> Draft:
    """Read a feature, or a part of one.

    Raises:
        QueryError: It is no feature at all.
    """
    if not isinstance(node, dict) or (node.get("type") != "Feature" and not how.partial):
        raise QueryError("the body is no GeoJSON feature", pl="treść nie jest obiektem GeoJSON")
    properties = node.get("properties")
    if properties is None:
        properties = {}
    if not isinstance(properties, dict):
        raise QueryError('"properties" is no object', pl="„properties” nie jest obiektem")
    found: dict[str, str | None] = {}
    wrong: list[Violation] = []
    if how.partial and node.get("id", how.id) != how.id:
        wrong.append(_unknown("id", layer))
    for name, value in properties.items():
        field = layer.visible_fields.get(name)
        if field is None:
            wrong += [] if name == "id" and value == how.id else [_unknown(name, layer)]
            continue
        try:
            found[name] = convert(value, field, lenient=how.lenient)
        except ValueError:
            wrong.append(_mistyped(name, field, value))
    if "geometry" in node or (layer.spec.geometry and not how.partial):
        try:
            _take_geometry(found, node.get("geometry"), layer, catalogue, how)
        except _WrongShape as error:
            wrong.append(Violation("geom", "type", error.message))
    mistyped = {one.field for one in wrong}
    wrong += [one for one in _missing(found, layer, how) if one.field not in mistyped]
    wrong += _out_of_use(found, layer, catalogue)
    return Draft(found, tuple(wrong))


def convert(value: Any, field: Field, *, lenient: bool) -> str | None:
    """Return a value of JSON as PostgreSQL reads it for a field.

    Raises:
        ValueError: It is of another type.
    """
    if value is None:
        return None
    if not lenient and not _FITS[field.type](value):
        raise ValueError
    try:
        column = pa.array([value])
        done = values.convert(column, field, _GIVEN)
    except (pa.ArrowException, OverflowError, AttributeError, KeyError) as error:
        raise ValueError from error
    if done.wrong[0].as_py():
        raise ValueError
    made = done.values[0].as_py()
    return str(made).lower() if isinstance(made, bool) else None if made is None else str(made)


def whole(draft: Draft, layer: Layer, *, new: bool) -> dict[str, str | None]:
    """Return the whole row: what is not named gets its default, as does what may not be empty.

    In a new row whatever is empty gets its default, since clients send what nobody filled in as
    null.
    """
    row: dict[str, str | None] = {}
    for name, field in layer.visible_fields.items():
        row[name] = draft.values.get(name)
        is_open = row[name] is None and (new or field.required or name not in draft.values)
        if is_open and field.default is not None:
            row[name] = convert(field.default, field, lenient=True)
    return row | {name: value for name, value in draft.values.items() if name == "geom"}


def _is_whole(value: Any) -> bool:
    return type(value) is int or (isinstance(value, float) and value.is_integer())


_FITS: Mapping[FieldType, Callable[[Any], bool]] = {
    "text": lambda value: isinstance(value, str) and "\0" not in value,
    "integer": _is_whole,
    "number": lambda value: type(value) in (int, float) and math.isfinite(value),
    "boolean": lambda value: isinstance(value, bool),
    "date": lambda value: isinstance(value, str),
    "timestamp": lambda value: isinstance(value, str),
}


def _unknown(name: str, layer: Layer) -> Violation:
    if name == "id":
        text = Text(
            pl="id nadaje serwer i go nie zmienia", en="the server gives ids and keeps them"
        )
        return Violation("id", "read_only", text)
    hint = did_you_mean(name, list(layer.visible_fields))
    meant = f" (czy chodziło o {hint.split('"')[1]}?)" if hint else ""
    en = f'"{name}" is no property of this collection; {hint}'.removesuffix("; ")
    return Violation(
        name, "unknown", Text(pl=f"„{name}” nie jest właściwością tego zbioru{meant}", en=en)
    )


def _mistyped(name: str, field: Field, value: Any) -> Violation:
    shown = json.dumps(value, ensure_ascii=False)
    shown = shown if len(shown) <= _SHOWN_CHARS else f"{shown[:_SHOWN_CHARS]}..."
    en, pl = KIND_TITLE[field.type]
    message = Text(
        pl=f"{field.title.pl}: {shown} to nie {pl}", en=f"{field.title.en}: {shown} is not {en}"
    )
    return Violation(name, "type", message)


def _missing(found: Mapping[str, str | None], layer: Layer, how: Reading) -> Iterator[Violation]:
    for name, field in layer.visible_fields.items():
        is_empty = found.get(name) is None and (name in found or not how.partial)
        if field.required and is_empty and (field.default is None or how.partial):
            yield required(name, field.title)


def _out_of_use(
    found: Mapping[str, str | None], layer: Layer, catalogue: Catalogue
) -> Iterator[Violation]:
    """Codes that rows may not have on the day of the row, or today where it has none."""
    start = found.get(layer.time.start) if layer.time else None
    day = datetime.date.fromisoformat(start[:10]) if start else datetime.date.today()
    for name, field in layer.visible_fields.items():
        codes = catalogue.codes_of(field)
        for one in codes.values if codes else ():
            if found.get(name) == one.code and not _is_in_use(one, day):
                span = f"{one.valid_from or '...'} - {one.valid_to or '...'}"
                message = Text(
                    pl=f"{field.title.pl}: kod „{one.code}” obowiązuje {span}",
                    en=f'{field.title.en}: the code "{one.code}" is in use {span}',
                )
                yield Violation(name, f"{name}_code", message)


def _is_in_use(code: Code, day: datetime.date) -> bool:
    return (code.valid_from or day) <= day <= (code.valid_to or day)


class _WrongShape(Exception):
    def __init__(self, pl: str, en: str):
        self.message = Text(pl=f"{_GEOMETRY.pl}: {pl}", en=f"{_GEOMETRY.en}: {en}")


def _take_geometry(
    found: dict[str, str | None], node: Any, layer: Layer, catalogue: Catalogue, how: Reading
) -> None:
    """Put the geometry among the values."""
    if layer.spec.geometry is None:
        if node is not None:
            raise _WrongShape("ten zbiór nie ma geometrii", "this collection has none")
        return
    if node is None:
        raise _WrongShape("wartość jest wymagana", "a value is required")
    shape = _shape(node)
    if crs.northing_first(how.crs):
        shape = shapely.transform(shape, lambda points: points[:, ::-1])
    project = catalogue.project
    source = pyproj.CRS.from_epsg(crs.epsg(how.crs))
    tailor = Tailor(
        layer.spec.geometry, source, project.storage_crs, project.extent, drops_height=how.lenient
    )
    try:
        fitted, faults = tailor.fit(np.array([shapely.to_wkb(shape)], object), 0)
    except DataError as error:
        raise _WrongShape(
            "współrzędne wyglądają na zamienione (Content-Crs i kolejność osi)",
            "the coordinates look swapped (see Content-Crs and its order of axes)",
        ) from error
    for fault in faults:
        raise _WrongShape(fault.polish, f"it must be {fault.allowed.split(' (')[0]}")
    found["geom"] = fitted[0]


def _shape(node: Any) -> shapely.geometry.base.BaseGeometry:
    try:
        shape = shapely.geometry.shape(node)
        sound = bool(np.isfinite(shapely.get_coordinates(shape)).all())
    except (ValueError, TypeError, KeyError, IndexError, AttributeError) as error:
        raise _not_geojson() from error
    except shapely.errors.ShapelyError as error:
        raise _not_geojson() from error
    if not sound:
        raise _not_geojson()
    return shape


def _not_geojson() -> _WrongShape:
    return _WrongShape("to nie jest geometria GeoJSON", "this is no GeoJSON geometry")
