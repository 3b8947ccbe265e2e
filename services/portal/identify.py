"""What is at a point: rows of the asked layers, and one row by its id."""

from __future__ import annotations

from collections.abc import Sequence

import orjson

from services.portal.catalogue import Json
from sip.catalogue import Layer
from sip.errors import NotFound
from sip.query import Arguments, Interval
from sip.query.times import in_force
from sip.service import Context

MOST_LAYERS = 40
MOST_ROWS = 8
MOST_RADIUS_M = 500.0


def _columns(layer: Layer) -> str:
    """Return the SELECT list of a row: id, properties and, where there is one, its geometry."""
    pairs = ", ".join(f"'{name}', \"{name}\"" for name in layer.visible_fields)
    columns = f"id, json_build_object({pairs})::text AS properties"
    if layer.spec.geometry is None:
        return f"{columns}, NULL AS geometry, NULL AS box"
    return (
        f"{columns}, ST_AsGeoJSON(ST_Transform(ST_SimplifyPreserveTopology(geom, $1), 4326), 7)"
        " AS geometry, array[ST_XMin(lonlat), ST_YMin(lonlat), ST_XMax(lonlat), ST_YMax(lonlat)]"
        " AS box"
    )


def _lonlat(layer: Layer) -> str:
    if layer.spec.geometry is None:
        return ""
    return " CROSS JOIN LATERAL (SELECT ST_Transform(ST_Envelope(geom), 4326) AS lonlat) AS b"


async def at_point(
    context: Context,
    layers: Sequence[Layer],
    *,
    lon: float,
    lat: float,
    radius_m: float,
    time: Interval | None = None,
) -> Json:
    """Return the rows of each layer within a radius of a point, the nearest and smallest first.

    Args:
        context: The published state.
        layers: Layers with rows and a geometry, in the order of the answer.
        lon: Longitude, degrees, CRS84.
        lat: Latitude, degrees, CRS84.
        radius_m: How far from the point a row may be, metres in the storage CRS.
        time: When the rows were in force; None is ever.
    """
    storage = context.catalogue.project.storage_crs
    found = []
    for layer in layers:
        arguments = Arguments((_simplify_m(radius_m), lon, lat, radius_m))
        valid = in_force(layer, time, arguments) if time else None
        sql = f"""
        WITH point AS (SELECT ST_Transform(ST_SetSRID(ST_MakePoint($2, $3), 4326), {storage}) AS p)
        SELECT {_columns(layer)} FROM (
            SELECT t.* FROM {layer.relation} AS t, point WHERE ST_DWithin(t.geom, p, $4)
                AND {valid or "TRUE"}
            ORDER BY ST_Distance(t.geom, p), ST_Area(t.geom), t.id LIMIT {MOST_ROWS + 1}
        ) AS near{_lonlat(layer)}"""
        rows = await context.pool.fetch(sql, *arguments.values)
        if rows:
            found.append(
                {
                    "id": layer.id,
                    "more": len(rows) > MOST_ROWS,
                    "features": [_feature(layer, dict(row)) for row in rows[:MOST_ROWS]],
                }
            )
    return {"layers": found}


async def by_id(context: Context, layer: Layer, identifier: int) -> Json:
    """Return one row of a layer.

    Raises:
        NotFound: There is no such row.
    """
    # $1 is the tolerance of simplification; a table without geometry has no use for it.
    keep = "" if layer.spec.geometry else " AND $1::float8 IS NOT NULL"
    sql = f"""SELECT {_columns(layer)} FROM {layer.relation} AS t{_lonlat(layer)}
              WHERE t.id = $2{keep}"""
    row = await context.pool.fetchrow(sql, _simplify_m(1.0), identifier)
    if row is None:
        raise NotFound(f'"{layer.id}" has no row {identifier}')
    return {"id": layer.id, "features": [_feature(layer, dict(row))]}


def _simplify_m(radius_m: float) -> float:
    return radius_m / 10


def _feature(layer: Layer, row: Json) -> Json:
    properties = orjson.loads(row["properties"])
    name = layer.spec.name_field
    return {
        "id": row["id"],
        "title": properties.get(name) if name else None,
        "properties": properties,
        "geometry": orjson.Fragment(row["geometry"]) if row["geometry"] else None,
        "box": row["box"],
    }
