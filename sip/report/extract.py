"""The map extract of a report: what lies around the plot, read under the role of the reader."""

from __future__ import annotations

import dataclasses
import datetime
from collections.abc import Mapping, Sequence

import shapely
from shapely.geometry.base import BaseGeometry

from sip import catalogue as catalogues
from sip.query import Arguments, Box, Interval, Query, Tree, select
from sip.query.terms import quoted
from sip.report import drawing
from sip.report.answer import Report
from sip.report.asking import Connection
from sip.report.drawing import Drawn, Frame
from sip.report.parcel import declared
from sip.service import Context
from sip.styling import legend as legends
from sip.styling.legend import Legend
from sip.text import Language

WIDTH_MM, HEIGHT_MM = 178.0, 120.0
_MOST_ROWS = 4000


@dataclasses.dataclass(frozen=True)
class Extract:
    """The map of a plot and its surroundings at a true scale."""

    svg: str
    frame: Frame
    legend: Sequence[tuple[str, str]]
    """Words and a small SVG of everything that is on the map."""


async def make(now: Context, report: Report, language: Language) -> Extract:
    """Draw the layers of the report's map around its plot, as they were on its day."""
    frame = drawing.around(report.plot.shape, WIDTH_MM, HEIGHT_MM)
    return await draw(
        now, frame, declared(now.catalogue).map, report.plot.shape, report.day,
        title=f"{report.plot.key}, 1:{frame.denominator}", language=language,
    )  # fmt: skip


async def draw(
    now: Context,
    frame: Frame,
    names: Sequence[str],
    outlined: BaseGeometry,
    day: datetime.date | None,
    *,
    title: str,
    language: Language,
    only: Mapping[str, Tree] | None = None,
    over: Sequence[drawing.Layer] = (),
) -> Extract:
    """Draw some layers, the lowest first, with an outline on top.

    Args:
        now: Whoever looks sees what they may.
        frame: The ground.
        names: Ids of the layers.
        outlined: In the storage CRS.
        day: Rows valid then; at any time where it is None.
        title: What the picture is called.
        language: Of the legend.
        only: For some layers, a CQL2 tree that rows must meet.
        over: What is drawn on top of them, in the storage CRS.
    """
    layers = []
    async with (
        now.pool.acquire() as connection,
        connection.transaction(isolation="repeatable_read", readonly=True),
    ):
        for name in names:
            layer = now.catalogue.layer(name)
            if _is_drawn(layer, frame):
                tree = (only or {}).get(name)
                layers.append(await _read(connection, now.catalogue, layer, frame, day, tree))
    layers += over
    svg = drawing.draw(frame, layers, outlined, title=title, language=language)
    told = [
        (_said(legend, entry, language), drawing.swatch(legend, entry))
        for legend, entry in drawing.present(layers)
    ]
    return Extract(svg, frame, told)


def _said(legend: Legend, entry: legends.Entry, language: Language) -> str:
    layer, own = legend.title[language], entry.title[language]
    return own if not layer or own == layer else f"{layer}: {own}"


def _is_drawn(layer: catalogues.Layer, frame: Frame) -> bool:
    style = layer.style
    if style is None or not layer.is_visible or not layer.is_known or not layer.is_vector:
        return False
    least, most = style.min_denominator or 0, style.max_denominator or float("inf")
    return least <= frame.denominator < most


async def _read(
    connection: Connection,
    catalogue: catalogues.Catalogue,
    layer: catalogues.Layer,
    frame: Frame,
    day: datetime.date | None,
    only: Tree,
) -> drawing.Layer:
    """Read the features of a layer within a frame, cut at its edge."""
    legend = legends.of(catalogue, layer)
    storage = catalogue.project.storage_crs
    arguments = Arguments()
    time = Interval(day, day) if day else None
    query = Query(layer, storage, bbox=Box(frame.extent, storage), time=time, filter=only)
    where = select.condition(query, arguments).text
    cut = _cut(legend, frame, arguments)
    value = _column(layer, layer.style.field if layer.style else None)
    label = _column(layer, legend.label.field if legend.label else None)
    rows = await connection.fetch(
        f"""SELECT {value} AS value, {label}::text AS label,
                ST_AsBinary({cut}) AS shape
            FROM {layer.relation} WHERE {where} ORDER BY id LIMIT {_MOST_ROWS}""",
        *arguments.values,
    )
    features = [
        Drawn(shapely.from_wkb(row["shape"]), row["value"], row["label"] or "")
        for row in rows
        if row["shape"]
    ]
    return drawing.Layer(legend, features)


def _column(layer: catalogues.Layer, name: str | None) -> str:
    return quoted(name) if name and name in layer.visible_fields else "NULL"


def _cut(legend: Legend, frame: Frame, arguments: Arguments) -> str:
    """Return the shape cut a little beyond the frame, so that cuts make no outlines on it."""
    if legend.kind == "point":
        return "geom"
    ground = frame.extent
    edges = (ground.west - 20, ground.south - 20, ground.east + 20, ground.north + 20)
    corners = ", ".join(arguments.add(edge, "float8") for edge in edges)
    return f"ST_ClipByBox2D(geom, ST_MakeEnvelope({corners})::box2d)"
