"""What a flight has found: the objects of a file, as values of a register's fields."""

from __future__ import annotations

import dataclasses
import hashlib
import math
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import geopandas
import shapely
from shapely.geometry.base import BaseGeometry

from sip.errors import DataError, UsageError
from sip.field.merge import Value, Values
from sip.field.part import Part

_ROUND = 2


@dataclasses.dataclass(frozen=True)
class Reading:
    """How columns of a file become fields of a register."""

    columns: Mapping[str, str]
    """The column of a field, where it is not called as the field; `A-B` is their difference."""
    constants: Values
    """What every object says besides."""
    confidence: str = "confidence"
    """The column with the confidence; a file without one has none."""
    identifier: str | None = None
    """The column that tells objects apart; where they lie does it without."""
    if_new: Values = dataclasses.field(default_factory=dict)
    """What one that has no row says besides; `{n}` in a text is its place in the file."""
    only: Mapping[str, str] = dataclasses.field(default_factory=dict)
    """Values, as text, that columns of an object must have for it to be read."""


@dataclasses.dataclass(frozen=True)
class Found:
    """One object."""

    source: str
    """The same for the same object of the same file."""
    said: Values
    if_new: Values
    """What it says besides if it has no row."""
    confidence: float | None
    shape: BaseGeometry
    """In the storage CRS, of the register's type."""
    place: BaseGeometry
    """As the file has it, for the picture and the profile."""


def read_found(file: Path, part: Part, reading: Reading) -> list[Found]:
    """Read GeoParquet, GeoPackage or GeoJSON.

    Raises:
        DataError: It cannot be read, or holds no place.
        UsageError: A field or a column is not there, or is personal.
    """
    try:
        parquet = file.suffix in (".parquet", ".geoparquet")
        frame = geopandas.read_parquet(file) if parquet else geopandas.read_file(file)
    except (OSError, ValueError, RuntimeError) as error:
        raise DataError(f"{file}: {error}") from error
    if frame.crs is None:
        raise DataError(f"{file}: has no coordinate reference system")
    _subtract(frame, reading.columns.values())
    columns = _columns(frame, part, reading)
    there = frame.to_crs(part.crs)
    rows = enumerate(zip(there.to_dict("records"), there.geometry, strict=True), 1)
    made = [
        _found(file, number, row, place, part, columns, reading)
        for number, (row, place) in rows
        if all(str(row[name]) == value for name, value in reading.only.items())
    ]
    if len({one.source for one in made}) < len(made):
        raise DataError(f"{file}: two objects are the same by {reading.identifier or 'place'}")
    return made


def _subtract(frame: geopandas.GeoDataFrame, wanted: Iterable[str]) -> None:
    """Add the columns that are wanted as differences of two, as `roof_p90_m-ground_m`."""
    for name in wanted:
        more, minus, less = name.partition("-")
        if minus and name not in frame and {more, less} <= set(frame.columns):
            frame[name] = frame[more] - frame[less]


def _found(
    file: Path,
    number: int,
    row: Mapping[str, Any],
    place: BaseGeometry | None,
    part: Part,
    columns: Mapping[str, str],
    reading: Reading,
) -> Found:
    if place is None or place.is_empty:
        raise DataError(f"{file}, object {number}: has no geometry")
    said = {field: _plain(row[column]) for field, column in columns.items()}
    said = {field: value for field, value in said.items() if value is not None}
    sure = _plain(row.get(reading.confidence))
    return Found(
        source=str(row[reading.identifier]) if reading.identifier else _key(place),
        said={**said, **reading.constants},
        if_new={name: _numbered(value, number) for name, value in reading.if_new.items()},
        confidence=float(sure) if isinstance(sure, int | float) else None,
        shape=_shaped(place, part),
        place=place,
    )


def _columns(frame: geopandas.GeoDataFrame, part: Part, reading: Reading) -> dict[str, str]:
    for field in (*reading.columns, *reading.constants, *reading.if_new):
        if field not in part.fields:
            raise UsageError(
                f'{part.id} has no field "{field}" that a flight may fill'
                f" ({', '.join(part.fields)})"
            )
    wanted = [*reading.columns.values(), *reading.only]
    wanted += [reading.identifier] if reading.identifier else []
    for column in wanted:
        if column not in frame:
            raise UsageError(f'the file has no column "{column}" ({", ".join(frame.columns)})')
    same = {field: field for field in part.fields if field in frame}
    return {**same, **reading.columns}


def _numbered(value: Value, number: int) -> Value:
    return value.replace("{n}", str(number)) if isinstance(value, str) else value


def _plain(value: Any) -> Value:
    """Return a value of a table as plain JSON has it, numbers rounded to centimetres."""
    if hasattr(value, "item"):
        value = value.item()
    if value is None or (isinstance(value, float) and not math.isfinite(value)):
        return None
    if isinstance(value, float):
        return round(value, _ROUND)
    return value if isinstance(value, str | int | bool) else str(value)


def _key(place: BaseGeometry) -> str:
    middle = place.centroid
    return hashlib.sha256(f"{middle.x:.2f} {middle.y:.2f}".encode()).hexdigest()[:16]


def _shaped(place: BaseGeometry, part: Part) -> BaseGeometry:
    """Return a geometry of the register's type: of a crown a point, of one polygon several."""
    wanted, kind = part.layer.spec.geometry, place.geom_type
    if wanted == kind:
        return place
    if wanted == "Point":
        middle = place.centroid
        return middle if place.intersects(middle) else place.representative_point()
    if wanted == f"Multi{kind}" or kind == f"Multi{wanted}":
        parts = shapely.get_parts(place)
        if wanted == "MultiPolygon":
            return shapely.MultiPolygon(list(parts))
        if wanted == "MultiLineString":
            return shapely.MultiLineString(list(parts))
        if len(parts) == 1:
            made: BaseGeometry = parts[0]
            return made
    raise DataError(f"{place.geom_type} cannot be a {wanted} of {part.id}")
