"""Counting what is in the layers, and computing anew what is computed from them."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

import psycopg
from psycopg import sql

from sip.catalogue import Catalogue, Layer
from sip.database import public_counts, rights, views
from sip.settings import Settings
from sip.sight import PUBLIC

_COUNT = """
INSERT INTO sip.layer_state
    (layer, rows, west, south, east, north, time_from, time_to, changed, writes, known_since)
SELECT {layer}, count(*), {west}, {south}, {east}, {north}, {start}, {end}, clock_timestamp(),
    sip.writes({schema}, {layer}), sip.horizon({layer})
FROM {table} WHERE {seen}
ON CONFLICT (layer) DO UPDATE SET
    (rows, west, south, east, north, time_from, time_to, changed, writes, known_since) = (
        excluded.rows, excluded.west, excluded.south, excluded.east, excluded.north,
        excluded.time_from, excluded.time_to, excluded.changed, excluded.writes,
        excluded.known_since
    )
"""
_SIDES = {"west": "xmin", "south": "ymin", "east": "xmax", "north": "ymax"}


def refresh_stale(catalogue: Catalogue, settings: Settings) -> None:
    """Count and compute whatever is behind."""
    with psycopg.connect(settings.dsn("sip_owner")) as connection:
        refresh(connection, catalogue, stale(connection, catalogue))


def refresh_all(catalogue: Catalogue, settings: Settings) -> None:
    """Count and compute everything, as after edits that no import has announced."""
    tables = [layer.id for layer in catalogue.layers.values() if layer.is_table]
    with psycopg.connect(settings.dsn("sip_owner")) as connection:
        refresh(connection, catalogue, tables)


def refresh(
    connection: psycopg.Connection[Any], catalogue: Catalogue, changed: Collection[str]
) -> list[str]:
    """Count changed layers again, and compute anew those that are computed from them.

    Returns:
        The layers computed anew, in order.
    """
    touched, computed = set(changed), []
    for name in touched:
        if catalogue.layer(name).spec.public_counts:
            public_counts.renew(connection, catalogue, catalogue.layer(name))
    statement = sql.SQL("REFRESH MATERIALIZED VIEW CONCURRENTLY {}")
    for layer in views.in_order(catalogue):
        if layer.spec.view and touched & set(layer.spec.view.reads):
            if not layer.spec.view.is_live:
                connection.execute(statement.format(sql.Identifier(layer.theme, layer.id)))
            touched.add(layer.id)
            computed.append(layer.id)
    for name in touched:
        _count(connection, catalogue.layer(name))
    return computed


def note_writes(catalogue: Catalogue, settings: Settings, layers: Collection[str]) -> None:
    """Take the writes of a transaction of ours, just committed, as counted.

    PostgreSQL adds them up at the commit, so that the count within it cannot know them.
    """
    with psycopg.connect(settings.dsn("sip_owner")) as connection:
        for name in layers:
            connection.execute(
                "UPDATE sip.layer_state SET writes = sip.writes(%s, layer) WHERE layer = %s",
                [catalogue.layer(name).theme, name],
            )


def stale(connection: psycopg.Connection[Any], catalogue: Catalogue) -> set[str]:
    """Return the layers to count: new ones, edited ones, and those newer than what reads them."""
    rows = connection.execute("SELECT layer, changed, writes FROM sip.layer_state").fetchall()
    known = {name: changed for name, changed, _writes in rows}
    writes = {name: count for name, _changed, count in rows}
    found = set()
    for layer in catalogue.layers.values():
        if not layer.is_vector:
            continue
        statement = "SELECT sip.writes(%s, %s)"
        row = connection.execute(statement, [layer.theme, layer.id]).fetchone()
        is_edited = layer.is_table and row is not None and row[0] != writes.get(layer.id)
        counts = layer.spec.public_counts
        is_told_otherwise = counts and not public_counts.are_current(connection, catalogue, layer)
        if layer.id not in known or is_edited or is_told_otherwise:
            found.add(layer.id)
        for name in layer.spec.view.reads if layer.spec.view else ():
            if layer.id in known and name in known and known[name] > known[layer.id]:
                found.add(name)
    return found


def _count(connection: psycopg.Connection[Any], layer: Layer) -> None:
    nothing = sql.SQL("NULL")
    extent = {
        side: sql.SQL("ST_{}(ST_Extent(geom))").format(sql.SQL(function))
        if layer.spec.geometry
        else nothing
        for side, function in _SIDES.items()
    }
    start: sql.Composable = nothing
    end: sql.Composable = nothing
    if layer.time:
        first = sql.Identifier(layer.time.start)
        start, end = sql.SQL("min({})").format(first), sql.SQL("max({})").format(first)
        if layer.time.end:
            # One row that is still valid leaves the whole open.
            end = sql.SQL("CASE WHEN count(*) = count({0}) THEN max({0}) END").format(
                sql.Identifier(layer.time.end)
            )
    # What everybody, or all staff, are told is of what they see: no drafts.
    finished = None if layer.is_public else rights.drafts(layer)
    statement = sql.SQL(_COUNT).format(
        layer=sql.Literal(layer.id),
        schema=sql.Literal(layer.theme),
        seen=sql.SQL(finished or "true"),
        table=sql.Identifier(PUBLIC if layer.is_public else layer.theme, layer.id),
        start=start,
        end=end,
        **extent,
    )
    connection.execute(statement)
