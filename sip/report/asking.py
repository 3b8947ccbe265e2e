"""The questions that a report asks of the registers, under the role of its reader."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from typing import Any

import asyncpg
import orjson
import shapely
from asyncpg.pool import PoolConnectionProxy

from sip.catalogue import Catalogue, Layer
from sip.layer import Relation
from sip.query import Arguments, Interval, Query, parse_text, select
from sip.query.terms import quoted
from sip.report.answer import Answer, Found, Linked, Plot, Reason, Row, Said
from sip.report.shares import SLIVER_M2, divide
from sip.service import LayerState
from sip.topic import Coverage, Part, ties

type Connection = asyncpg.Connection[Any] | PoolConnectionProxy[Any]
_LEAST_LINE_M = 0.1
_MOST_LINKED = 20
_MOST_SHARES = 500
"""No plot is divided among more areas; all of them are told."""


class Asking:
    """Asks every layer about one plot, within one transaction."""

    def __init__(
        self, connection: Connection, catalogue: Catalogue, plot: Plot, day: datetime.date
    ):
        self._connection = connection
        self._catalogue = catalogue
        self._storage = catalogue.project.storage_crs
        self._plot = plot
        self._day = day
        self._shape = shapely.to_wkb(shapely.set_srid(plot.shape, self._storage), include_srid=True)

    async def ask(self, layer: Layer, part: Part, state: LayerState | None) -> Said:
        """Return what a layer says of the plot."""
        if not layer.is_visible:
            return Said(layer, part, "no_data", "not_public")
        if not layer.is_known:
            return Said(layer, part, "no_data", "no_history")
        changed = state.changed if state and not layer.is_past else None
        rows, shapes = await self._near(layer, part)
        more = len(rows) > part.most and not part.shares
        rows = rows[: part.most] if more else rows
        linked = [await self._linked(layer, part, row) for row in rows]
        found = [_found(row, about) for row, about in zip(rows, linked, strict=True)]
        answer, reason = await self._answer(layer, part, bool(rows))
        division = divide(self._plot.shape, shapes) if part.shares and shapes else None
        return Said(layer, part, answer, reason, found, more, division, changed)

    async def _answer(
        self, layer: Layer, part: Part, is_there: bool
    ) -> tuple[Answer, Reason | None]:
        if is_there:
            return "applies", None
        if not await self._connection.fetchval(f"SELECT EXISTS (SELECT FROM {layer.relation})"):
            return "no_data", "empty"
        if part.covers and not await self._is_covered(part.covers):
            return "no_data", "not_covered"
        return "does_not_apply", None

    async def _near(self, layer: Layer, part: Part) -> tuple[list[Row], list[tuple[int, Any]]]:
        """Return rows on the plot or near it, and the shapes of those that divide it."""
        arguments = Arguments()
        plot = arguments.add(self._shape.hex(), "geometry")
        where = self._where(layer, part, arguments)
        reach = arguments.add(part.within_m, "float8")
        listed = ", ".join(f"t.{quoted(name)}" for name in layer.visible_fields)
        most = _MOST_SHARES if part.shares else part.most + 1
        dimension = _dimension(layer)
        sql = f"""
        SELECT id, distance_m, {"ST_Area(common)" if dimension == 2 else "0::float8"} AS area_m2,
            {"ST_AsBinary(common)" if part.shares else "NULL"} AS shape,
            (SELECT row_to_json(p)::text FROM (SELECT {listed}) p) AS values
        FROM (SELECT *, ST_Distance(geom, {plot}) AS distance_m,
                ST_Intersection(geom, {plot}) AS common
            FROM {layer.relation} WHERE ST_DWithin(geom, {plot}, {reach}) AND {where}) AS t
        WHERE {"distance_m > 0 OR" if part.within_m else ""} {self._is_real(dimension, arguments)}
        ORDER BY distance_m, area_m2 DESC, id LIMIT {most}"""
        rows = [dict(row) for row in await self._connection.fetch(sql, *arguments.values)]
        for row in rows:
            row["values"] = orjson.loads(row["values"])
        shapes = [(row["id"], shapely.from_wkb(row["shape"])) for row in rows if row["shape"]]
        return rows, shapes

    def _is_real(self, dimension: int, arguments: Arguments) -> str:
        """Return the condition that a row is on the plot, and does not just touch its edge."""
        if dimension == 0:
            return "TRUE"
        if dimension == 1:
            return f"ST_Length(common) > {_LEAST_LINE_M}"
        least = min(SLIVER_M2, self._plot.shape.area / 100)
        return f"ST_Area(common) >= {arguments.add(least, 'float8')}"

    def _where(self, layer: Layer, part: Part, arguments: Arguments) -> str:
        time = {
            "day": Interval(self._day, self._day),
            "later": Interval(self._day, None),
            "always": None,
        }[part.when]
        query = Query(
            layer, self._storage, time=time, filter=parse_text(part.where) if part.where else None
        )
        return select.condition(query, arguments).text

    async def _linked(self, layer: Layer, part: Part, row: Row) -> list[Linked]:
        """Return the rows of other layers that point at a row."""
        found = []
        for name, told in part.linked.items():
            other = self._catalogue.layer(name)
            if not other.is_visible or not other.is_known:
                continue
            for link in _links(other, layer):
                fields = [(other, one) for one in told]
                rows = await self._pointing(other, link.field, _key(row, link))
                found.append(Linked(other, fields, rows))
            for tie in self._ties(layer, other, told):
                fields = [(other if one in other.spec.fields else tie, one) for one in told]
                found.append(Linked(other, fields, await self._tied(layer, tie, other, row)))
        return [one for one in found if one.rows]

    def _ties(self, layer: Layer, other: Layer, told: Sequence[str]) -> Iterator[Layer]:
        """Yield layers that tie both, and have those of the fields told that the other lacks."""
        lacking = {name for name in told if name not in other.spec.fields}
        for one in self._catalogue.layers.values():
            is_tie = ties(one.spec, layer.id, other.id) and lacking <= set(one.spec.fields)
            if is_tie and one.is_visible and one.is_known:
                yield one

    async def _tied(self, layer: Layer, tie: Layer, other: Layer, row: Row) -> list[Row]:
        """Return rows of another layer with the fields of the row that ties them to this one."""
        here, there = next(_links(tie, layer), None), next(_links(tie, other), None)
        if here is None or there is None:
            return []
        own = [f"o.{quoted(name)}" for name in ("id", *other.visible_fields)]
        own += [f"t.{quoted(n)}" for n in tie.visible_fields if n not in other.visible_fields]
        rows = await self._connection.fetch(
            f"SELECT row_to_json(p)::text AS row FROM (SELECT {', '.join(own)}"
            f" FROM {tie.relation} AS t JOIN {other.relation} AS o"
            f" ON o.{quoted(there.to_field)} = t.{quoted(there.field)}"
            f" WHERE t.{quoted(here.field)} = $1 ORDER BY o.id, t.id LIMIT {_MOST_LINKED}) AS p",
            _key(row, here),
        )
        return [orjson.loads(one["row"]) for one in rows]

    async def _pointing(self, layer: Layer, field: str, key: Any) -> list[Row]:
        listed = ", ".join(quoted(name) for name in ("id", *layer.visible_fields))
        rows = await self._connection.fetch(
            f"SELECT row_to_json(p)::text AS row FROM (SELECT {listed} FROM {layer.relation}"
            f" WHERE {quoted(field)} = $1 ORDER BY id LIMIT {_MOST_LINKED}) AS p",
            key,
        )
        return [orjson.loads(row["row"]) for row in rows]

    async def _is_covered(self, coverage: Coverage) -> bool:
        layer = self._catalogue.layer(coverage.layer)
        if not layer.is_visible or not layer.is_known:
            return False
        arguments = Arguments()
        spot = shapely.set_srid(shapely.point_on_surface(self._plot.shape), self._storage)
        place = arguments.add(shapely.to_wkb(spot, include_srid=True).hex(), "geometry")
        asked = parse_text(coverage.where) if coverage.where else None
        where = select.condition(Query(layer, self._storage, filter=asked), arguments).text
        sql = f"""SELECT EXISTS (SELECT FROM {layer.relation}
                  WHERE ST_Intersects(geom, {place}) AND {where})"""
        return bool(await self._connection.fetchval(sql, *arguments.values))


def _found(row: Row, linked: list[Linked]) -> Found:
    return Found(row["id"], row["values"], row["distance_m"], row["area_m2"], linked)


def _links(layer: Layer, to: Layer) -> Iterator[Relation]:
    """Yield the relations of a layer to another that its reader may follow."""
    for link in layer.spec.relations:
        if link.to == to.id and link.field in layer.visible_fields:
            yield link


def _key(row: Row, link: Relation) -> Any:
    return row["id"] if link.to_field == "id" else row["values"].get(link.to_field)


def _dimension(layer: Layer) -> int:
    kind = layer.spec.geometry or ""
    return 2 if "Polygon" in kind else 1 if "Line" in kind else 0
