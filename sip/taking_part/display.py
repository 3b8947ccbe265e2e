"""A public display of a draft: its dates and documents, and the draft beside the law."""

from __future__ import annotations

import dataclasses
import datetime
import zoneinfo
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Literal

import asyncpg
import orjson
import shapely
from shapely.geometry.base import BaseGeometry

from sip.catalogue import Catalogue, Layer
from sip.errors import NotFound
from sip.layer import Relation
from sip.query import Tree
from sip.query.terms import quoted
from sip.report import drawing, extract
from sip.report.drawing import Frame
from sip.report.extract import Extract
from sip.service import Context
from sip.taking_part import registers
from sip.text import Language, Text

WIDTH_MM, HEIGHT_MM = 240.0, 160.0
_IN_FORCE = "legalForce"
_MOST_LISTED = 200
_MOST_DOCUMENTS = 50
type Side = Literal["draft", "law"]
_TITLES: Mapping[Side, Text] = {
    "draft": Text(pl="Projekt", en="The draft"),
    "law": Text(pl="To, co obowiązuje", en="What is in force"),
}


@dataclasses.dataclass(frozen=True)
class Display:
    """A public display."""

    id: int
    values: Mapping[str, Any]
    """Its fields, dates as `datetime.date`."""
    today: datetime.date

    @property
    def phase(self) -> Literal["coming", "open", "over"]:
        """Whether it is still to come, comments may be sent, or it is over."""
        if self.today < self.values["begins_on"]:
            return "coming"
        last = max(self.values["ends_on"], self.values["comments_until"])
        return "open" if self.today <= last else "over"

    @property
    def takes_comments(self) -> bool:
        """Whether comments are taken today."""
        first, last = self.values["begins_on"], self.values["comments_until"]
        return bool(first <= self.today <= last)


@dataclasses.dataclass(frozen=True)
class Draft:
    """The act that is displayed."""

    row: int
    values: Mapping[str, Any]
    shape: BaseGeometry
    """In the storage CRS."""

    @property
    def frame(self) -> Frame:
        """The ground of its pictures."""
        return drawing.around(self.shape, WIDTH_MM, HEIGHT_MM)


async def listed(now: Context) -> list[Display]:
    """Return all displays, the latest first."""
    layer = registers.display_layer(now.catalogue)
    rows = await now.pool.fetch(
        f"SELECT {_fields(layer)} FROM {layer.relation} ORDER BY begins_on DESC, id DESC LIMIT $1",
        _MOST_LISTED,
    )
    return [_display(now, row) for row in rows]


async def find(now: Context, id_: int) -> Display:
    """Return one display.

    Raises:
        NotFound: There is none.
    """
    layer = registers.display_layer(now.catalogue)
    row = await now.pool.fetchrow(
        f"SELECT {_fields(layer)} FROM {layer.relation} WHERE id = $1", id_
    )
    if row is None:
        raise NotFound("there is no such display", pl="nie ma takiego wyłożenia")
    return _display(now, row)


async def draft(now: Context, display: Display) -> Draft:
    """Return the act of a display.

    Raises:
        NotFound: It is not there, or not for the one who asks.
    """
    layer = registers.act_layer(now.catalogue)
    row = await now.pool.fetchrow(
        f"SELECT id, ST_AsBinary(geom) AS shape, to_jsonb(t) - 'geom' AS values"
        f" FROM {layer.relation} AS t WHERE identifier = $1",
        display.values["act_identifier"],
    )
    if row is None:
        raise NotFound("the draft is not there", pl="nie ma tego projektu")
    return Draft(row["id"], orjson.loads(row["values"]), shapely.from_wkb(row["shape"]))


async def documents(now: Context, act: Draft) -> list[Mapping[str, Any]]:
    """Return the documents and drawings of an act: title, day and link.

    They point at the act themselves, or rows of a third layer say which is of which act.
    """
    found: dict[tuple[str, str], Mapping[str, Any]] = {}
    for layer, condition in _papers(now.catalogue):
        day = "document_date" if "document_date" in layer.visible_fields else "NULL::date"
        rows = await now.pool.fetch(
            f"SELECT title, link, {day} AS day FROM {layer.relation}"
            f" WHERE {condition} ORDER BY 3, 1 LIMIT $2",
            act.values["identifier"],
            _MOST_DOCUMENTS,
        )
        found |= {(row["title"], row["link"]): dict(row) for row in rows}
    return list(found.values())


def _papers(catalogue: Catalogue) -> Iterator[tuple[Layer, str]]:
    """Yield layers of documents, each with the condition that its rows are of the act `$1`."""
    for layer in catalogue.layers.values():
        if not layer.is_visible or layer.id == registers.DISPLAY:
            continue
        own = [link for link in layer.spec.relations if _is_of_act(link)]
        for link in own:
            if _is_paper(layer):
                yield layer, f"{quoted(link.field)} = $1"
            for other in layer.spec.relations:
                paper = catalogue.layers.get(other.to)
                if _is_of_act(other) or paper is None or not _is_paper(paper):
                    continue
                said = f"SELECT {quoted(other.field)} FROM {layer.relation}"
                said += f" WHERE {quoted(link.field)} = $1"
                yield paper, f"{quoted(other.to_field)} IN ({said})"


def _is_of_act(link: Relation) -> bool:
    return link.to == registers.ACT and link.to_field == "identifier"


def _is_paper(layer: Layer) -> bool:
    return layer.is_visible and {"title", "link"} <= set(layer.visible_fields)


async def picture(
    now: Context, display: Display, act: Draft, side: Side, language: Language
) -> Extract:
    """Draw the draft, or what is in force on its ground today."""
    parts = registers.members(now.catalogue)
    asked: dict[str, Tree] = {
        layer.id: _only(side, field, act.values["identifier"]) for layer, field in parts
    }
    base = [now.catalogue.layer(name) for name in now.catalogue.project.base_maps]
    areas = [one.id for one in base if "Polygon" in (one.spec.geometry or "")]
    others = [one.id for one in base if one.id not in areas]
    names = [*areas, *asked, *others]
    return await extract.draw(
        now, act.frame, names, act.shape, display.today if side == "law" else None,
        title=f"{_TITLES[side][language]}, 1:{act.frame.denominator}", language=language,
        only=asked,
    )  # fmt: skip


def _only(side: Side, field: str, act: str) -> Tree:
    own = {"op": "=", "args": [{"property": field}, act]}
    if side == "draft":
        return own
    return {"op": "=", "args": [{"property": "status"}, _IN_FORCE]}


def _fields(layer: Layer) -> str:
    return ", ".join(quoted(name) for name in ("id", *layer.visible_fields))


def _display(now: Context, row: asyncpg.Record) -> Display:
    zone = zoneinfo.ZoneInfo(now.catalogue.project.time_zone)
    return Display(row["id"], dict(row), datetime.datetime.now(zone).date())


def ground_of(act: Draft, across: float, down: float) -> tuple[float, float]:
    """Return the ground that a place of a picture shows, x and y in the storage CRS.

    Args:
        act: Whose picture it is.
        across: From its left edge, 0 to 1.
        down: From its upper edge, 0 to 1.
    """
    ground = act.frame.extent
    x = ground.west + across * (ground.east - ground.west)
    return x, ground.north - down * (ground.north - ground.south)


def sides() -> Sequence[Side]:
    """Return what a draft is shown beside."""
    return ("law", "draft")
