"""What a computation answers: rows with titles and units, with or without a place; as files."""

from __future__ import annotations

import dataclasses
import datetime
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Literal

import numpy as np
import pyogrio.raw
import shapely
from shapely.geometry.base import BaseGeometry

from sip import crs
from sip.errors import UsageError
from sip.layer import Unit
from sip.planning.places import as_geojson
from sip.text import Language, Text

type Type = Literal["text", "integer", "number", "date", "boolean"]
type Cell = str | int | float | bool | datetime.date | None
_DRIVERS: Mapping[str, str] = {
    ".gpkg": "GPKG",
    ".geojson": "GeoJSON",
    ".csv": "CSV",
    ".fgb": "FlatGeobuf",
}
_DTYPES: Mapping[Type, tuple[Any, Any]] = {
    "text": (np.object_, ""),
    "date": (np.object_, ""),
    "integer": (np.float64, np.nan),
    "number": (np.float64, np.nan),
    "boolean": (np.object_, ""),
}


@dataclasses.dataclass(frozen=True)
class Column:
    """A column of an answer; its name ends in its unit."""

    name: str
    type: Type
    title: Text
    unit: Unit | None = None


@dataclasses.dataclass(frozen=True)
class Table:
    """Rows, and the place of each where they have one."""

    name: str
    title: Text
    columns: Sequence[Column]
    rows: Sequence[Sequence[Cell]]
    shapes: Sequence[BaseGeometry] | None = None
    """In x, y of `crs`, one for each row."""
    crs: int | None = None
    notes: Sequence[Text] = ()
    """What a reader must know to use the numbers."""
    sums: Table | None = None
    """The rows in numbers by kind, for an answer that is a layer."""

    def dicts(self) -> list[dict[str, Cell]]:
        """Return rows by the names of columns."""
        names = [one.name for one in self.columns]
        return [dict(zip(names, row, strict=True)) for row in self.rows]


def as_json(table: Table, language: Language) -> dict[str, Any]:
    """Return it for programs, without places."""
    found: dict[str, Any] = {
        "name": table.name,
        "title": table.title[language],
        "columns": [
            {
                "name": one.name,
                "type": one.type,
                "title": one.title[language],
                **({"unit": one.unit} if one.unit else {}),
            }
            for one in table.columns
        ],
        "rows": table.dicts(),
        "notes": [one[language] for one in table.notes],
    }
    if table.sums is not None:
        found["sums"] = as_json(table.sums, language)
    return found


def as_features(table: Table, language: Language) -> dict[str, Any]:
    """Return it as GeoJSON in WGS 84; a table without places has features without geometry."""
    shapes = table.shapes if table.shapes is not None else [None] * len(table.rows)
    found: dict[str, Any] = {
        "type": "FeatureCollection",
        "features": [
            {"type": "Feature", "geometry": as_geojson(shape, table.crs), "properties": row}
            for row, shape in zip(table.dicts(), shapes, strict=True)
        ],
    }
    if table.sums is not None:
        found["sums"] = as_json(table.sums, language)
    return found


def write(table: Table, file: Path) -> None:
    """Write a GeoPackage, GeoJSON, FlatGeobuf or CSV; sums become a second table of a GeoPackage.

    Raises:
        UsageError: The file's ending names no such format.
    """
    driver = _DRIVERS.get(file.suffix.lower())
    if driver is None:
        raise UsageError(f"{file.name} must end in one of {', '.join(_DRIVERS)}")
    file.unlink(missing_ok=True)
    _write(table, file, driver, is_more=False)
    if table.sums is not None and driver == "GPKG":
        _write(table.sums, file, driver, is_more=True)


def _write(table: Table, file: Path, driver: str, *, is_more: bool) -> None:
    has_places = table.shapes is not None and driver != "CSV"
    shapes, code = table.shapes, table.crs
    if has_places and driver == "GeoJSON" and shapes is not None and code is not None:
        code = 4326
        shapes = [_moved(one, table.crs or code) for one in shapes]
    values = [_array(table, at, one) for at, one in enumerate(table.columns)]
    pyogrio.raw.write(
        str(file),
        np.array(shapely.to_wkb(shapes), dtype=np.object_) if has_places and shapes else None,
        values,
        np.array([one.name for one in table.columns]),
        layer=table.name,
        driver=driver,
        geometry_type=_kind(shapes) if has_places and shapes is not None else None,
        crs=f"EPSG:{code}" if has_places else None,
        append=is_more,
    )


def _moved(shape: BaseGeometry, code: int) -> BaseGeometry:
    transformer = crs.transformer(code, 4326)
    return shapely.transform(shape, lambda p: np.column_stack(transformer.transform(*p.T)))


def _kind(shapes: Sequence[BaseGeometry]) -> str:
    kinds = {one.geom_type for one in shapes}
    return next(iter(kinds)) if len(kinds) == 1 else "Unknown"


def _array(table: Table, at: int, column: Column) -> Any:
    dtype, empty = _DTYPES[column.type]
    given = [row[at] for row in table.rows]
    if dtype is np.object_:
        return np.array([None if one is None else str(one) for one in given], dtype=np.object_)
    return np.array([empty if one is None else one for one in given], dtype=dtype)
