"""Reading versions and differences: what the database tells of them, and what happened between.

Both views show only what the reader may see; a version in which nothing of that changed is none.
"""

from __future__ import annotations

import dataclasses
import datetime
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Literal

import asyncpg
import orjson

from services.history.parameters import Page
from sip.catalogue import Layer
from sip.query import Arguments, Box
from sip.query.select import DEGREE_DIGITS
from sip.query.shapes import from_box, wkb_hex
from sip.query.terms import quoted
from sip.service import Context

type Kind = Literal["added", "changed", "removed", "known"]
GEOMETRY = "geom"
_MOST_VERSIONS = 10_000


@dataclasses.dataclass(frozen=True)
class Event:
    """What happened to a row at a moment of knowledge."""

    when: datetime.datetime
    kind: Kind
    before: Mapping[str, Any]
    """Old values of the fields that changed; of all where it was removed."""
    after: Mapping[str, Any]
    """New values of the same fields; of all where it was added, or is known so first."""
    is_moved: bool = False
    """Whether its geometry changed."""
    changeset: int | None = None
    who: str | None = None
    application: str | None = None
    comment: str | None = None


async def events(
    now: Context, layer: Layer, number: int, since: datetime.datetime | None
) -> list[Event]:
    """Return what happened to a row, the latest first; nothing where it was never to be seen.

    Args:
        now: The state that is told.
        layer: The register.
        number: The row.
        since: Since when its history is at hand; what stood before may have been otherwise.
    """
    rows = await now.pool.fetch(_versions(layer), number)
    found = list(_told(rows))
    if found and since and found[0].when <= since:
        found[0] = dataclasses.replace(found[0], kind="known")
    return found[::-1]


def _versions(layer: Layer) -> str:
    moved = "geom IS DISTINCT FROM lag(geom) OVER v" if layer.spec.geometry else "FALSE"
    text = (
        f"SELECT lower(known) AS since, upper(known) AS until, {_properties(layer, 'h')} AS fields,"
        f" {moved} AS moved"
    )
    if not layer.is_told_to_staff:
        return (
            f"{text} FROM {layer.versions} AS h WHERE id = $1"
            f" WINDOW v AS (ORDER BY known) ORDER BY known LIMIT {_MOST_VERSIONS}"
        )
    return (
        f"SELECT v.*, row_to_json(made)::text AS made, row_to_json(ended)::text AS ended FROM ("
        f"{text}, row_changeset, row_ended_by FROM {layer.versions} AS h WHERE id = $1"
        f" WINDOW v AS (ORDER BY known)) AS v"
        " LEFT JOIN sip.changeset AS made ON made.id = row_changeset"
        " LEFT JOIN sip.changeset AS ended ON ended.id = row_ended_by"
        f" ORDER BY since LIMIT {_MOST_VERSIONS}"
    )


def _properties(layer: Layer, row: str) -> str:
    names = ", ".join(f"{row}.{quoted(name)}" for name in layer.visible_fields)
    return f"(SELECT row_to_json(p)::text FROM (SELECT {names}) AS p)"


def _told(rows: Sequence[asyncpg.Record]) -> Iterator[Event]:
    """Yield what happened from each version to the next, the first first."""
    before: asyncpg.Record | None = None
    for row in rows:
        if before is not None and before["until"] != row["since"]:
            yield _removal(before)
            before = None
        fields = orjson.loads(row["fields"])
        if before is None:
            yield Event(row["since"], "added", {}, fields, **_by(row, "made"))
        else:
            old = orjson.loads(before["fields"])
            names = [name for name in fields if fields[name] != old[name]]
            if names or row["moved"]:  # else nothing changed that this reader may see
                yield Event(
                    row["since"],
                    "changed",
                    {name: old[name] for name in names},
                    {name: fields[name] for name in names},
                    row["moved"],
                    **_by(row, "made"),
                )
        before = row
    if before is not None and before["until"] is not None:
        yield _removal(before)


def _removal(row: asyncpg.Record) -> Event:
    fields = orjson.loads(row["fields"])
    return Event(row["until"], "removed", fields, {}, **_by(row, "ended"))


def _by(row: asyncpg.Record, name: str) -> dict[str, Any]:
    """Return who did it, where the reader may know."""
    text = row.get(name)
    if text is None:
        return {}
    changeset = orjson.loads(text)
    names = ("who", "application", "comment")
    return {"changeset": changeset["id"], **{name: changeset[name] for name in names}}


@dataclasses.dataclass(frozen=True)
class Change:
    """How one row differs between two instants of knowledge."""

    id: int
    before: Mapping[str, Any] | None
    """Its fields at the first instant, `geom` as GeoJSON text; None where it was not there."""
    after: Mapping[str, Any] | None
    """The same at the last."""
    is_moved: bool
    """Whether its geometry differs."""

    @property
    def kind(self) -> Kind:
        """What happened to it."""
        if self.before is None:
            return "added"
        return "removed" if self.after is None else "changed"

    @property
    def changed(self) -> list[str]:
        """Names of the fields that differ, `geom` the last; nothing where it came or went."""
        if self.before is None or self.after is None:
            return []
        names = [name for name in self.after if name != GEOMETRY]
        found = [name for name in names if self.after[name] != self.before[name]]
        return [*found, *([GEOMETRY] if self.is_moved else [])]


async def changes(
    now: Context,
    layer: Layer,
    instants: tuple[datetime.datetime, datetime.datetime],
    box: Box | None,
    page: Page,
) -> tuple[list[Change], int]:
    """Return a page of what differs between two instants, by id, and how many do in all."""
    arguments = Arguments()
    text = _changes(now, layer, box, page, arguments)
    since, until = (one.isoformat() for one in instants)
    async with now.pool.acquire() as connection, connection.transaction():
        await connection.execute(
            "SELECT set_config('sip.since', $1, true), set_config('sip.as_of', $2, true)",
            since,
            until,
        )
        rows = await connection.fetch(text, *arguments.values)
    found = [
        Change(
            row["id"],
            _state(row["before"], row, "old"),
            _state(row["after"], row, "new"),
            row["moved"],
        )
        for row in rows
        if row["id"] is not None
    ]
    return found, rows[0]["matched"] if rows else 0


def _changes(now: Context, layer: Layer, box: Box | None, page: Page, arguments: Arguments) -> str:
    storage = now.catalogue.project.storage_crs
    where, shapes = "TRUE", "NULL AS old, NULL AS new, FALSE AS moved"
    if layer.spec.geometry:
        degrees = "ST_AsGeoJSON(ST_Transform({}, 4326), {})"
        old, new = (degrees.format(f"{name}_geom", DEGREE_DIGITS) for name in ("before", "after"))
        shapes = f"{old} AS old, {new} AS new, before_geom IS DISTINCT FROM after_geom AS moved"
        shape = from_box(box, storage=storage) if box else None
        if shape is not None:
            bound = arguments.add(wkb_hex(shape, storage), "geometry")
            where = f"(ST_Intersects(before_geom, {bound}) OR ST_Intersects(after_geom, {bound}))"
    limit, offset = (arguments.add(value, "bigint") for value in (page.limit, page.offset))
    return (
        f"WITH found AS MATERIALIZED (SELECT * FROM {layer.differences} WHERE {where}),"
        " counted AS (SELECT count(*) AS matched FROM found)"
        f" SELECT matched, id, before::text, after::text, {shapes} FROM counted"
        f" LEFT JOIN (SELECT * FROM found ORDER BY id LIMIT {limit} OFFSET {offset}) AS page"
        " ON TRUE ORDER BY id"
    )


def _state(fields: str | None, row: asyncpg.Record, shape: str) -> Mapping[str, Any] | None:
    if fields is None:
        return None
    state: dict[str, Any] = orjson.loads(fields)
    return state | ({GEOMETRY: row[shape]} if row[shape] else {})
