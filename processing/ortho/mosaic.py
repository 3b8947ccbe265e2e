"""One picture of many."""

from __future__ import annotations

import contextlib
import dataclasses
import datetime
import math
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from rasterio.enums import ColorInterp, Resampling
from rasterio.transform import from_origin
from rasterio.windows import Window

from processing.blocks import Cells, cog, moved, valid
from processing.ortho.colours import LAYOUTS, picture
from sip.crs import Extent
from sip.errors import DataError

_INTERPRETED = {"red": ColorInterp.red, "green": ColorInterp.green, "blue": ColorInterp.blue}


@dataclasses.dataclass(frozen=True)
class Tile:
    """A picture that is part of a mosaic."""

    file: Path
    date: str
    """Of the flight, as ISO 8601; the later one lies on top."""
    cells: Cells
    colours: tuple[str, ...]
    dtype: str

    @property
    def layout(self) -> str:
        """The name of the order of its bands."""
        return next(name for name, colours in LAYOUTS.items() if colours == self.colours)

    @property
    def is_photo(self) -> bool:
        """Whether it has the colours that people see, in 8 bits, and nothing else."""
        return self.colours == LAYOUTS["rgb"] and self.dtype == "uint8"

    @property
    def extent(self) -> Extent:
        """The rectangle that it covers."""
        t = self.cells.transform
        south = t.f - self.cells.rows * t.a
        return Extent(t.c, south, t.c + self.cells.cols * t.a, t.f)


def read_tiles(
    files: Sequence[Path], *, layout: str | None = None, dates: Sequence[str] | None = None
) -> list[Tile]:
    """Return what tiles are like, the latest first.

    Args:
        files: Pictures in one CRS, of one type and order of bands; cells may differ.
        layout: rgb, cir or rgbi; not needed where the bands are described.
        dates: Of the flights, one per file; otherwise the TIFF tag DateTime says it.

    Raises:
        DataError: Two tiles do not fit together, or nothing says when one was taken.
    """
    if dates is not None and len(dates) != len(files):
        raise DataError(f"{len(files)} pictures, but {len(dates)} dates")
    made = []
    for place, file in enumerate(files):
        with picture(file, layout) as (source, cells, colours):
            told = dates[place] if dates else source.tags().get("TIFFTAG_DATETIME", "")
            made.append(Tile(file, _date(told, file), cells, colours, source.dtypes[0]))
    for one in made[1:]:
        mine = (one.cells.crs, one.colours, one.dtype)
        first = (made[0].cells.crs, made[0].colours, made[0].dtype)
        if mine != first:
            raise DataError(
                f"{one.file}: EPSG:{mine[0]}, {'/'.join(mine[1])}, {mine[2]} does not fit"
                f" {made[0].file}: EPSG:{first[0]}, {'/'.join(first[1])}, {first[2]}"
            )
    return sorted(made, key=lambda one: one.date, reverse=True)


def _date(told: str, file: Path) -> str:
    for form in ("%Y-%m-%d", "%Y:%m:%d %H:%M:%S"):
        with contextlib.suppress(ValueError):
            return datetime.datetime.strptime(told, form).date().isoformat()
    if not told:
        raise DataError(f"{file}: does not say the day of its flight; say it with --date")
    raise DataError(
        f'{file}: "{told}" is no date of a flight; say the day with --date, as 2026-05-31'
    )


def mosaic(tiles: Sequence[Tile], file: Path, *, lossless: bool = False) -> None:
    """Write one Cloud Optimized GeoTIFF of tiles, the latest on top where they overlap.

    It has the smallest cells among the tiles, on the grid of the tile that has them; tiles on other
    grids are resampled bilinearly, those on the same grid are copied. Colours for people (rgb,
    8 bits) become JPEG of quality 90 unless `lossless`; all else is kept as it is. Where no tile
    has a picture, the mask says so. At any time one block is in memory.

    Args:
        tiles: The latest first, see `read_tiles`.
        file: Where to write it.
        lossless: Whether indices are to be computed from it.
    """
    cells = _cells(tiles)
    colours = tiles[0].colours
    jpeg = tiles[0].is_photo and not lossless
    dtype = tiles[0].dtype
    with cog(file, cells, count=len(colours), dtype=dtype, nodata=None, jpeg=jpeg) as target:
        target.descriptions = colours
        target.colorinterp = [_INTERPRETED.get(one, ColorInterp.undefined) for one in colours]
        for window in cells.blocks():
            bands, seen = _block(tiles, cells, window, len(colours), dtype)
            target.write(bands, window=window)
            target.write_mask(seen, window=window)


def _cells(tiles: Sequence[Tile]) -> Cells:
    """Return the finest cells over all tiles."""
    finest = min(tiles, key=lambda one: one.cells.cell)
    size, t = finest.cells.cell, finest.cells.transform
    west = min(one.extent.west for one in tiles)
    north = max(one.extent.north for one in tiles)
    left = t.c - math.ceil((t.c - west) / size - 1e-6) * size
    top = t.f + math.ceil((north - t.f) / size - 1e-6) * size
    cols = math.ceil((max(one.extent.east for one in tiles) - left) / size - 1e-6)
    rows = math.ceil((top - min(one.extent.south for one in tiles)) / size - 1e-6)
    return Cells(rows, cols, from_origin(left, top, size, size), finest.cells.crs)


def _block(
    tiles: Sequence[Tile], cells: Cells, window: Window, count: int, dtype: str
) -> tuple[NDArray[np.generic], NDArray[np.bool_]]:
    """Return the bands of a block, and where any tile has a picture."""
    shape = (window.height, window.width)
    bands, seen = np.zeros((count, *shape), dtype=dtype), np.zeros(shape, dtype=bool)
    west, north = cells.transform @ (window.col_off, window.row_off)
    east, south = west + window.width * cells.cell, north - window.height * cells.cell
    for tile in tiles:
        box = tile.extent
        if box.west >= east or box.east <= west or box.south >= north or box.north <= south:
            continue
        how = Resampling.nearest if _aligned(tile.cells, cells) else Resampling.bilinear
        with (
            picture(tile.file, tile.layout) as (source, _, _),
            moved(source, cells, how) as there,
        ):
            fresh = (valid(there, window) > 127) & ~seen
            if fresh.any():
                bands[:, fresh] = there.read(list(range(1, count + 1)), window=window)[:, fresh]
                seen |= fresh
        if seen.all():
            break
    return bands, seen


def _aligned(one: Cells, other: Cells) -> bool:
    """Tell whether two grids have the same cells."""
    apart = np.array([one.transform.c - other.transform.c, one.transform.f - other.transform.f])
    steps = apart / other.cell
    same = math.isclose(one.cell, other.cell, rel_tol=1e-9)
    return same and bool(np.allclose(steps, np.round(steps), atol=1e-3))
