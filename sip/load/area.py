"""An area as somebody names it: a box, a text, a row of a layer, or the shapes of a file."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import psycopg
import pyproj
import shapely
from psycopg.sql import SQL, Identifier

from sip.catalogue import Catalogue
from sip.errors import UsageError
from sip.load.source import opened

HELP = (
    "WEST,SOUTH,EAST,NORTH or WKT in degrees, EWKT (SRID=2178;POLYGON(...)), LAYER=NAME"
    " (gmina=Kije), or a file with the shapes"
)
_BOX = re.compile(r"^\s*(-?[\d.]+)(?:\s*,\s*(-?[\d.]+)){3}\s*$")
_ROW_OF = re.compile(r"^([a-z][a-z0-9_]*)=(.+)$", re.DOTALL)
_DEGREES = 4326
_WORLD = shapely.box(-180, -90, 180, 90)
_BEND_DEG = 0.05
"""Sides of a box follow the parallels: bent so often they stay on them in any projection."""


def read(text: str, catalogue: Catalogue, connection: psycopg.Connection[Any]) -> str:
    """Return an area as hexadecimal EWKB in the storage CRS.

    Raises:
        UsageError: It is none, or no row is called so.
        DataError: The file cannot be read.
        CrsError: The file names no CRS that is known.
    """
    storage = catalogue.project.storage_crs
    if _BOX.match(text):
        return _projected(_box(text), _DEGREES, storage, connection)
    if Path(text).is_file():
        return _of_file(Path(text), storage)
    row_of = _ROW_OF.match(text)
    if row_of:
        return _of_row(row_of[1], row_of[2], catalogue, connection)
    code, _, bare = text.rpartition(";")
    try:
        shape = shapely.from_wkt(bare)
        source = int(code.strip().upper().removeprefix("SRID=")) if code else _DEGREES
    except (shapely.errors.ShapelyError, ValueError) as error:
        raise UsageError(f'--area is "{text}"; it may be {HELP}') from error
    if not code and not _WORLD.covers(shape):
        raise UsageError(f"--area is not in degrees: say its CRS, SRID={storage};{bare}")
    return _projected(shape, source, storage, connection)


def _box(text: str) -> shapely.Geometry:
    west, south, east, north = map(float, text.split(","))
    return shapely.box(west, south, east, north).segmentize(_BEND_DEG)


def _projected(
    shape: shapely.Geometry, source: int, storage: int, connection: psycopg.Connection[Any]
) -> str:
    try:
        found = connection.execute(
            "SELECT public.ST_Transform(public.ST_GeomFromText(%s, %s), %s)::text",
            [shapely.to_wkt(shape, rounding_precision=-1), source, storage],
        ).fetchone()
    except psycopg.Error as error:
        raise UsageError(f"--area cannot be brought from EPSG:{source}") from error
    assert found is not None
    return str(found[0])


def _of_file(file: Path, storage: int) -> str:
    with opened(file) as source, source.batches() as batches:
        if source.geometry is None or source.crs is None:
            raise UsageError(f"{file} has no shapes, or does not say in which CRS they are")
        name = source.geometry
        parts = [shapely.from_wkb(batch.column(name).to_pylist()) for batch in batches]
        move = pyproj.Transformer.from_crs(source.crs, storage, always_xy=True)
    shapes = [one for part in parts for one in part if one is not None and not one.is_empty]
    if not shapes:
        raise UsageError(f"{file} has no shapes")
    whole = shapely.union_all(shapely.make_valid(shapes))
    moved = shapely.set_srid(shapely.transform(whole, lambda xy: _moved(xy, move)), storage)
    return shapely.to_wkb(moved, hex=True, include_srid=True)


def _moved(xy: npt.NDArray[np.float64], move: pyproj.Transformer) -> npt.NDArray[np.float64]:
    return np.column_stack(move.transform(xy[:, 0], xy[:, 1]))


def _of_row(
    name: str, value: str, catalogue: Catalogue, connection: psycopg.Connection[Any]
) -> str:
    layer = catalogue.layer(name)
    fields = [one for one in layer.visible_fields if layer.spec.fields[one].type == "text"]
    named = [one for one in fields if one == layer.spec.name_field or layer.spec.fields[one].unique]
    if not layer.spec.geometry or not named:
        raise UsageError(f"rows of {name} have no names or no geometry: they make no area")
    condition = SQL(" OR ").join(SQL("{} = %(value)s").format(Identifier(one)) for one in named)
    query = SQL("SELECT public.ST_Union(geom)::text FROM {} WHERE {}").format(
        SQL(layer.relation), condition
    )
    found = connection.execute(query, {"value": value}).fetchone()
    if found is None or found[0] is None:
        raise UsageError(f'no row of {name} is called "{value}"')
    return str(found[0])
