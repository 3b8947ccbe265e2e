"""Tile matrix sets: how a plane is cut into tiles (OGC 17-083r4, Two Dimensional Tile Matrix Set).

Both sets are quad trees: level z has 2^z rows and columns, row 0 in the north.
"""

from __future__ import annotations

import dataclasses

from sip.crs import Extent, northing_first, uri
from sip.errors import NotFound

PIXEL_M = 0.00028
"""Size of the standard's rendering pixel, from which scale denominators follow."""


@dataclasses.dataclass(frozen=True)
class TileMatrixSet:
    """A quad tree of square tiles over a square of the plane."""

    id: str
    title: str
    crs: int
    """EPSG code; its axes are metres."""
    west: float
    """Left edge of the square, metres."""
    north: float
    """Upper edge of the square, metres."""
    side_m: float
    """Side of the square, metres."""
    levels: int
    """Number of levels, the first being 0."""
    uri: str = ""
    """Identifier in the OGC register, where it stands there."""
    tile_px: int = 256

    def span_m(self, level: int) -> float:
        """Return the side of a tile, in the units of the CRS."""
        return self.side_m / (1 << level)

    def cell_m(self, level: int) -> float:
        """Return the side of a pixel, in the units of the CRS."""
        return self.span_m(level) / self.tile_px

    def extent(self, level: int, row: int, column: int) -> Extent:
        """Return the rectangle of a tile, x, y in the CRS.

        Raises:
            NotFound: The set has no such level, row or column.
        """
        if not 0 <= level < self.levels:
            raise NotFound(f"{self.id} has the levels 0 to {self.levels - 1}")
        if not (0 <= row < 2**level and 0 <= column < 2**level):
            raise NotFound(f"level {level} has the rows and columns 0 to {2**level - 1}")
        span = self.span_m(level)
        west, north = self.west + column * span, self.north - row * span
        return Extent(west=west, south=north - span, east=west + span, north=north)

    def rows_and_columns(self, level: int, extent: Extent) -> tuple[range, range]:
        """Return the rows and columns whose tiles meet a rectangle."""
        span, last = self.span_m(level), 2**level - 1
        rows = _clamped(
            (self.north - extent.north) / span, (self.north - extent.south) / span, last
        )
        columns = _clamped((extent.west - self.west) / span, (extent.east - self.west) / span, last)
        return rows, columns

    def describe(self) -> dict[str, object]:
        """Return the definition as JSON of OGC 17-083r4; corners in the authority's axis order."""
        corner = [self.north, self.west] if northing_first(self.crs) else [self.west, self.north]
        axes = ["N", "E"] if northing_first(self.crs) else ["E", "N"]
        definition: dict[str, object] = {
            "id": self.id,
            "title": self.title,
            "crs": uri(self.crs),
            "orderedAxes": axes,
            "tileMatrices": [
                {
                    "id": str(level),
                    "scaleDenominator": self.cell_m(level) / PIXEL_M,
                    "cellSize": self.cell_m(level),
                    "cornerOfOrigin": "topLeft",
                    "pointOfOrigin": corner,
                    "tileWidth": self.tile_px,
                    "tileHeight": self.tile_px,
                    "matrixWidth": 2**level,
                    "matrixHeight": 2**level,
                }
                for level in range(self.levels)
            ],
        }
        return {**definition, "uri": self.uri} if self.uri else definition


def _clamped(first: float, last: float, highest: int) -> range:
    return range(max(int(first), 0), min(int(last), highest) + 1)


_MERCATOR = 20037508.342789244

WEB_MERCATOR_QUAD = TileMatrixSet(
    id="WebMercatorQuad",
    title="Google Maps Compatible for the World",
    crs=3857,
    west=-_MERCATOR,
    north=_MERCATOR,
    side_m=2 * _MERCATOR,
    levels=23,
    uri="http://www.opengis.net/def/tilematrixset/OGC/1.0/WebMercatorQuad",
)

PL1992_QUAD = TileMatrixSet(
    id="PL1992Quad",
    title="PL-1992 (EPSG:2180), pixels of 4096 m to 0.125 m in powers of two",
    crs=2180,
    west=100_000.0,
    north=950_000.0,
    side_m=4096.0 * 256,
    levels=16,
)

TILE_MATRIX_SETS = {one.id: one for one in (WEB_MERCATOR_QUAD, PL1992_QUAD)}


def tile_matrix_set(name: str) -> TileMatrixSet:
    """Return a tile matrix set by its id.

    Raises:
        NotFound: There is none of that name.
    """
    try:
        return TILE_MATRIX_SETS[name]
    except KeyError:
        allowed = ", ".join(TILE_MATRIX_SETS)
        raise NotFound(f'there is no tile matrix set "{name}" ({allowed})') from None
