"""The report of one plot, found by its name or by a place on it."""

from __future__ import annotations

import datetime
import zoneinfo
from collections.abc import Sequence
from typing import Any

import orjson
import shapely

from sip import crs
from sip.catalogue import Catalogue, Layer
from sip.errors import NotFound
from sip.query import Arguments
from sip.query.terms import quoted
from sip.report.answer import Plot, Report, Told
from sip.report.asking import Asking, Connection
from sip.service import Context
from sip.topic import Part, ReportFile

_NEAR_M = 15


async def make(now: Context, key: str, day: datetime.date | None = None) -> Report:
    """Ask every register about a plot, all within one transaction.

    Args:
        now: The published state; its role and `asOf` are those of the reader.
        key: What names the plot (`266101_1.0001.123/4`).
        day: Whose law and state are told; today where the office is, where absent.

    Raises:
        NotFound: There is no such plot, or no report is declared.
    """
    spec = declared(now.catalogue)
    made = datetime.datetime.now(datetime.UTC)
    known = now.viewer.as_of or made
    zone = zoneinfo.ZoneInfo(now.catalogue.project.time_zone)
    day = day or known.astimezone(zone).date()
    async with (
        now.pool.acquire() as connection,
        connection.transaction(isolation="repeatable_read", readonly=True),
    ):
        plot = await _plot(connection, now.catalogue, spec, key)
        asking = Asking(connection, now.catalogue, plot, day)
        topics = [
            Told(
                name,
                topic,
                [
                    await asking.ask(layer, part, now.states.get(layer.id))
                    for layer, part in _parts(now.catalogue, name)
                ],
            )
            for name, topic in spec.topics.items()
        ]
    return Report(plot, day, known, made, topics)


def declared(catalogue: Catalogue) -> ReportFile:
    """Return what the report is.

    Raises:
        NotFound: None is declared.
    """
    if catalogue.report is None:
        raise NotFound("no report is declared here: layers/_report.yaml")
    return catalogue.report


def _parts(catalogue: Catalogue, topic: str) -> Sequence[tuple[Layer, Part]]:
    """Return what joins a topic, that which divides the plot first."""
    parts = [
        (layer, part)
        for layer in catalogue.layers.values()
        for part in layer.spec.report
        if part.topic == topic
    ]
    return sorted(parts, key=lambda one: not one[1].shares)


async def key_at(now: Context, lon: float, lat: float) -> str:
    """Return what names the plot at a place in degrees of CRS84, or nearest to it within 15 m.

    Points of addresses may stand before their plot.

    Raises:
        NotFound: There is none.
    """
    spec = declared(now.catalogue)
    layer = now.catalogue.layer(spec.layer)
    storage = now.catalogue.project.storage_crs
    x, y = crs.transformer(crs.CRS84_CODE, storage).transform(lon, lat)
    place = f"ST_SetSRID(ST_MakePoint($1, $2), {storage})"
    sql = f"""SELECT {quoted(spec.key)}::text FROM {layer.relation}
              WHERE ST_DWithin(geom, {place}, {_NEAR_M})
              ORDER BY ST_Distance(geom, {place}), id LIMIT 1"""
    key = await now.pool.fetchval(sql, x, y)
    if key is None:
        raise NotFound("there is no plot at this place", pl="w tym miejscu nie ma działki")
    return str(key)


async def _plot(connection: Connection, catalogue: Catalogue, spec: ReportFile, key: str) -> Plot:
    layer = catalogue.layer(spec.layer)
    listed = ", ".join(quoted(name) for name in layer.visible_fields)
    row = await connection.fetchrow(
        f"""SELECT id, ST_AsBinary(geom) AS shape,
                (SELECT row_to_json(p)::text FROM (SELECT {listed}) p) AS values
            FROM {layer.relation} WHERE {quoted(spec.key)} = $1 ORDER BY id LIMIT 1""",
        key,
    )
    if row is None:
        raise NotFound(f'there is no plot "{key}"', pl=f'nie ma działki "{key}"')
    shape = shapely.from_wkb(row["shape"])
    place = await _place(connection, catalogue, spec, shape)
    return Plot(layer, row["id"], key, orjson.loads(row["values"]), shape, place)


async def _place(
    connection: Connection, catalogue: Catalogue, spec: ReportFile, shape: Any
) -> Sequence[tuple[Layer, str]]:
    """Return the names of what the plot lies in, and of points that lie on it."""
    spot = shapely.point_on_surface(shape)
    storage = catalogue.project.storage_crs
    found = []
    for name in spec.place:
        layer = catalogue.layer(name)
        label = layer.spec.name_field
        if not layer.is_visible or not layer.is_known or label not in layer.visible_fields:
            continue
        is_area = "Polygon" in (layer.spec.geometry or "")
        arguments = Arguments()
        wkb = shapely.to_wkb(
            shapely.set_srid(spot if is_area else shape, storage), include_srid=True
        )
        where = arguments.add(wkb.hex(), "geometry")
        rows = await connection.fetch(
            f"SELECT {quoted(label)}::text AS name FROM {layer.relation}"
            f" WHERE ST_Intersects(geom, {where}) ORDER BY 1 LIMIT 10",
            *arguments.values,
        )
        found += [(layer, row["name"]) for row in rows]
    return found
