"""The act that a project is for: its rows alone are shown, and new ones belong to it."""

from __future__ import annotations

import dataclasses
from typing import Any

import psycopg
from psycopg import sql

from sip.catalogue import Catalogue, Layer
from sip.crs import Extent
from sip.errors import NotFound

_MARGIN = 0.05


@dataclasses.dataclass(frozen=True)
class Act:
    """An act that is worked on."""

    identifier: str
    """What its parts name it by."""
    title: str
    extent: Extent | None = None
    """In the storage CRS, a little wider than the act; None where nothing is drawn yet."""


def areas(catalogue: Catalogue) -> list[Layer]:
    """Return the layers whose rows share the ground of an act."""
    return [one for one in catalogue.layers.values() if one.spec.ground is not None]


def register(catalogue: Catalogue) -> tuple[Layer, str] | None:
    """Return the layer of acts and the field that names one; None where nothing belongs to acts."""
    for layer in areas(catalogue):
        for one in layer.spec.relations:
            if layer.spec.ground and one.field == layer.spec.ground.by:
                return catalogue.layer(one.to), one.to_field
    return None


def belonging(catalogue: Catalogue) -> dict[str, str]:
    """Return the layers with a place that belong to one act, and the field that names it.

    One that names two acts (who replaces whom) is about neither alone.
    """
    known = register(catalogue)
    if known is None:
        return {}
    acts, key = known
    found = {acts.id: key}
    for layer in catalogue.layers.values():
        fields = [one.field for one in layer.spec.relations if one.to == acts.id]
        if layer.is_table and layer.spec.geometry and len(fields) == 1:
            found[layer.id] = fields[0]
    return found


def find(connection: psycopg.Connection[Any], catalogue: Catalogue, identifier: str) -> Act:
    """Return an act as it is seen in a catalogue, over a connection that sees no more.

    Raises:
        NotFound: There is none, or it may not be seen: both are told in the same words.
    """
    known = register(catalogue)
    row = None
    if known is not None and known[1] in known[0].visible_fields and known[0].is_visible:
        layer, key = known
        named = layer.spec.name_field
        statement = sql.SQL(
            "SELECT {}::text, ST_XMin(geom), ST_YMin(geom), ST_XMax(geom), ST_YMax(geom)"
            " FROM {} WHERE {}::text = %s"
        ).format(
            sql.Identifier(named if named in layer.visible_fields else key),
            sql.Identifier(*layer.relation.replace('"', "").split(".")),
            sql.Identifier(key),
        )
        row = connection.execute(statement, [identifier]).fetchone()
    if row is None:
        raise NotFound(
            f'there is no planning act "{identifier}"', pl=f"nie ma aktu planowania „{identifier}”"
        )
    return Act(identifier, row[0] or identifier, None if row[1] is None else _around(*row[1:]))


def _around(west: float, south: float, east: float, north: float) -> Extent:
    margin = _MARGIN * max(east - west, north - south)
    return Extent(west - margin, south - margin, east + margin, north + margin)
