"""The SQL of a tile: what is too small or too crowded to be seen is left out before it costs.

At full levels a tile has every feature that meets it. Above them, where more are expected than a
tile can show, a sample is taken by a partial index (`sip/thinning.py`); then the plane is cut into
cells of about a pixel and a half, and of the features smaller than a cell one stays in each;
larger ones are simplified to half a pixel. Only what is left is transformed, clipped and encoded.
"""

from __future__ import annotations

from sip.catalogue import Layer
from sip.crs import Extent
from sip.query import Arguments, Interval
from sip.query.times import in_force
from sip.service import LayerState
from sip.thinning import LARGE, is_point, sample_for, sampled
from sip.tiling import TileMatrixSet

MVT_EXTENT = 4096
_BUFFER = 64
_SCREEN_PX = 512
"""Pixels across which a tile is drawn: vector tiles are shown at twice the tile's 256."""
_CELL_PX = 1.5
_FULL_CELL_M = 4.8
"""Tiles whose 256th part is at most this many metres are complete (WebMercatorQuad from 15 on)."""
_MOST_FULL = 50_000
_MOST_THINNED = 8_000
_MOST_EXPECTED = 3_000
"""Above so many a sample is taken; crowded places have a few times more than the average."""


def tile_fields(layer: Layer) -> tuple[str, ...]:
    """Return the fields that a tile carries: those that the look and the name of a feature need."""
    style = layer.style
    wanted = {
        layer.spec.name_field,
        style.field if style else None,
        style.label.field if style and style.label else None,
    }
    return tuple(name for name in layer.visible_fields if name in wanted)


def is_full(tms: TileMatrixSet, level: int) -> bool:
    """Say whether a tile of this level carries every feature that meets it."""
    return tms.cell_m(level) <= _FULL_CELL_M


def tile_sql(
    layer: Layer,
    tms: TileMatrixSet,
    level: int,
    row: int,
    column: int,
    *,
    storage_crs: int,
    state: LayerState | None = None,
    time: Interval | None = None,
) -> tuple[str, list[object]]:
    """Return SQL and arguments for one tile as one `bytea`; empty where there is nothing.

    Only names of the catalogue enter the text; numbers are bound. `state` tells how many features
    are to be expected; without it no sample is taken. `time` leaves out what was not in force.
    """
    extent = tms.extent(level, row, column)
    margin = tms.span_m(level) * _BUFFER / MVT_EXTENT
    around = Extent(
        extent.west - margin, extent.south - margin, extent.east + margin, extent.north + margin
    ).transformed(tms.crs, storage_crs)
    stored_px = (around.east - around.west) / _SCREEN_PX
    args = [
        around.west, around.south, around.east, around.north, storage_crs,
        extent.west, extent.south, extent.east, extent.north, tms.crs,
    ]  # fmt: skip
    thin = not is_full(tms, level)
    arguments = Arguments((*args, *([stored_px * _CELL_PX] if thin else [])))
    valid = in_force(layer, time, arguments) if time else None
    names = "".join(f', "{name}"' for name in tile_fields(layer))
    found = f"""SELECT id{names}, geom FROM {layer.relation}
        WHERE geom && ST_MakeEnvelope($1, $2, $3, $4, $5::int)"""
    if valid:
        found += f" AND {valid}"
    shape, most = "geom", _MOST_FULL
    if thin:
        most = _MOST_THINNED
        every = sample_for(_expected(state, around), _MOST_EXPECTED)
        found = _thinned(layer, _sample(layer, found, every), names)
        if not is_point(layer):
            shape = "ST_Simplify(geom, $11 / 3, true)"
    transformed = shape if tms.crs == storage_crs else f"ST_Transform({shape}, $10::int)"
    return (
        f"""WITH found AS ({found} LIMIT {most}),
        tile AS (SELECT id{names}, ST_AsMVTGeom({transformed},
            ST_MakeEnvelope($6, $7, $8, $9, $10::int)::box2d, {MVT_EXTENT}, {_BUFFER}) AS geom
            FROM found)
        SELECT ST_AsMVT(tile, '{layer.id}', {MVT_EXTENT}, 'geom', 'id') FROM tile
        WHERE geom IS NOT NULL""",
        arguments.values,
    )


def _expected(state: LayerState | None, around: Extent) -> float:
    """Return how many features a rectangle has, were they spread evenly over the layer."""
    if state is None or state.extent is None:
        return 0.0
    own = state.extent
    width = min(around.east, own.east) - max(around.west, own.west)
    height = min(around.north, own.north) - max(around.south, own.south)
    area = (own.east - own.west) * (own.north - own.south)
    return state.rows * max(width, 0) * max(height, 0) / area if area else float(state.rows)


def _sample(layer: Layer, found: str, every: int) -> str:
    if every == 1:
        return found
    part = f"{found} AND {sampled(every)}"
    if is_point(layer):
        return part
    return f"{part} UNION ALL {found} AND {LARGE} AND NOT ({sampled(every)})"


def _thinned(layer: Layer, found: str, names: str) -> str:
    """Keep one small feature per cell of the side `$11`, and every large one."""
    if is_point(layer):
        return f"""SELECT DISTINCT ON (floor(ST_X(geom) / $11), floor(ST_Y(geom) / $11))
            id{names}, geom
        FROM ({found}) AS every"""
    return f"""SELECT DISTINCT ON (
            CASE WHEN small THEN floor(ST_XMin(geom) / $11) ELSE id END,
            CASE WHEN small THEN floor(ST_YMin(geom) / $11) END) id{names}, geom
        FROM (SELECT *, greatest(ST_XMax(geom) - ST_XMin(geom), ST_YMax(geom) - ST_YMin(geom)) < $11
              AS small FROM ({found}) AS every) AS sized"""
