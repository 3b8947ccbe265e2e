"""Layers that a process is given by their ids: its shapes, as the one who asks may read them."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from sip.catalogue import Catalogue, Layer
from sip.crs import Extent
from sip.errors import QueryError
from sip.jobs.process import Input, Running
from sip.query.model import Sql
from sip.settings import Role
from sip.text import Text

LAYER: Mapping[str, Any] = {
    "type": "string",
    "pattern": "^[a-z][a-z0-9_]{0,47}$",
    "examples": ["parcel"],
}
"""JSON Schema of a layer's id."""
_MOST_ROWS = 200_000
_TOUCHED = (
    "ST_Intersects(geom, ST_Transform(ST_Segmentize(ST_MakeEnvelope($1, $2, $3, $4, $5), 100.0),"
    " ST_SRID(geom)))"
)
AREAS, LINES = ("Polygon",), ("LineString",)
"""Kinds of geometries that a layer is asked for; one of several will do."""
_LACKING = {
    AREAS: '"{}" has no areas',
    LINES: '"{}" has no lines',
    AREAS + LINES: '"{}" has no areas or lines',
}
type Kinds = tuple[str, ...]


def layer(title: Text, description: Text) -> Input:
    """Return an input that may name a layer."""
    return Input(title, LAYER, required=False, description=description)


def check(inputs: Mapping[str, Any], catalogue: Catalogue, wanted: Mapping[str, Kinds]) -> None:
    """Do nothing if inputs name layers that can be read, with geometries as wanted.

    Raises:
        QueryError: There is no such layer, or it has other geometries.
    """
    for name, kinds in wanted.items():
        if name in inputs:
            _layer(catalogue, name, inputs[name], kinds)


def _layer(catalogue: Catalogue, name: str, layer_id: str, kinds: Kinds) -> Layer:
    found = catalogue.layers.get(layer_id)
    if found is None or not (found.is_vector and found.is_visible):
        raise QueryError(f'inputs.{name}: there is no layer "{layer_id}" that you may read')
    if not any(one in (found.spec.geometry or "") for one in kinds):
        raise QueryError(f"inputs.{name}: {_LACKING[kinds].format(layer_id)}")
    return found


def write(running: Running, name: str, kinds: Kinds, box: Extent, code: int, file: Path) -> int:
    """Write the shapes of a layer that touch a box, and their ids; return how many there are.

    Args:
        running: The job.
        name: Id of the layer.
        kinds: Of its geometries.
        box: In x, y of a CRS.
        code: EPSG code of the CRS.
        file: GeoParquet; there is none if nothing touches the box.
    """
    from sip.load import export

    found = _layer(running.catalogue, file.stem, name, kinds)
    touched = Sql(_TOUCHED, (box.west, box.south, box.east, box.north, code))
    order = export.order(
        found, running.catalogue, ending="parquet", where=touched, most_rows=_MOST_ROWS
    )
    order = dataclasses.replace(order, fields={})
    login: Role = "sip_gateway" if running.role else "sip_public"
    rows = export.export(order, file, running.settings, login, person=running.role)
    if not rows:
        file.unlink()
    return rows
