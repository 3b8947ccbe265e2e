"""Answers of computations as files, which QGIS opens with their look."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import numpy as np
import pyogrio.raw
import shapely

from sip.errors import UsageError
from sip.planning.analysis import picture
from sip.planning.analysis.table import Column, Table, Type, moved, plain
from sip.styling import geopackage
from sip.styling.legend import Legend
from sip.text import Language

DRIVERS: Mapping[str, str] = {
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
_DEGREES = 4326


def write(table: Table, file: Path, language: Language) -> None:
    """Write a GeoPackage, GeoJSON, FlatGeobuf or CSV.

    A GeoPackage has one table for each kind of geometry with its look, and the sums.

    Raises:
        UsageError: The file's ending names no such format.
    """
    driver = DRIVERS.get(file.suffix.lower())
    if driver is None:
        raise UsageError(f"{file.name} must end in one of {', '.join(DRIVERS)}")
    file.unlink(missing_ok=True)
    if driver != "GPKG":
        _write(moved(table, _DEGREES) if driver == "GeoJSON" else table, file, driver, language)
        return
    legends = {}
    for part, legend in _by_kind(table):
        _write(part, file, driver, language)
        if legend is not None:
            legends[part.name] = legend
    if table.sums is not None:
        _write(table.sums, file, driver, language)
    geopackage.embed(file, legends, language)


def _by_kind(table: Table) -> Iterator[tuple[Table, Legend | None]]:
    """Yield the rows that are areas, lines, points, and those without a place."""
    drawn = picture.layers(table, table.crs) if table.crs is not None else []
    if table.shapes is None or not drawn:
        yield dataclasses.replace(table, shapes=None, crs=None), None
        return
    shapes = np.array(table.shapes, dtype=np.object_)
    dimensions = np.where(shapely.is_missing(shapes), -1, shapely.get_dimensions(shapes))
    for layer in drawn:
        at = np.flatnonzero(dimensions == picture.DIMENSIONS[layer.legend.kind]).tolist()
        name = table.name if len(drawn) == 1 else f"{table.name}_{layer.legend.kind}"
        rows = [table.rows[one] for one in at]
        part = dataclasses.replace(table, name=name, rows=rows, shapes=list(shapes[at]))
        yield part, layer.legend
    nowhere = np.flatnonzero(dimensions == -1).tolist()
    if nowhere:
        rows = [table.rows[one] for one in nowhere]
        name = f"{table.name}_without_place"
        yield dataclasses.replace(table, name=name, rows=rows, shapes=None, crs=None), None


def _write(table: Table, file: Path, driver: str, language: Language) -> None:
    shapes = None if driver == "CSV" else table.shapes
    values = [_array(table, at, one, language) for at, one in enumerate(table.columns)]
    pyogrio.raw.write(
        str(file),
        None if shapes is None else np.array(shapely.to_wkb(shapes), dtype=np.object_),
        values,
        np.array([one.name for one in table.columns]),
        layer=table.name,
        driver=driver,
        geometry_type=None if shapes is None else _type(shapes, is_multi=driver == "GPKG"),
        crs=None if shapes is None else f"EPSG:{table.crs}",
        append=file.exists(),
        **({"promote_to_multi": True} if driver == "GPKG" and shapes is not None else {}),
    )


def _type(shapes: Any, *, is_multi: bool) -> str:
    kinds = {one.geom_type for one in shapes if one is not None}
    single = {one.removeprefix("Multi") for one in kinds}
    if len(kinds) == 1 and not is_multi:
        return str(next(iter(kinds)))
    return f"Multi{next(iter(single))}" if len(single) == 1 else "Unknown"


def _array(table: Table, at: int, column: Column, language: Language) -> Any:
    dtype, empty = _DTYPES[column.type]
    given = [plain(row[at], language) for row in table.rows]
    if dtype is np.object_:
        return np.array([None if one is None else str(one) for one in given], dtype=np.object_)
    return np.array([empty if one is None else one for one in given], dtype=dtype)
