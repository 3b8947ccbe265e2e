"""Land cover from pictures and heights, by rules that a planner can follow.

A cell of the ground is classified by the light of what stands on it, taken from where the camera
saw its top. Rules in their order: water is bluer than infrared and flat; high vegetation is green
and over 2 m; what is high and not green is built; what is dark for its kind lies in shadow; low
vegetation is green; bare ground is reddish; all else that is low is sealed.
"""

from __future__ import annotations

import dataclasses
import enum
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from rasterio.enums import Resampling
from rasterio.windows import Window
from scipy import ndimage
from skimage.filters import threshold_otsu

from processing.blocks import Cells, cog, moved, on_cells, values
from processing.ortho.colours import Floats, light
from processing.ortho.colours import picture as opened_picture
from processing.ortho.indices import index
from processing.ortho.shift import Shift, shift_at, shown

NODATA = 0


class Class(enum.IntEnum):
    """What a cell is covered with, seen from above."""

    IMPERVIOUS = 1
    LOW_VEGETATION = 2
    HIGH_VEGETATION = 3
    BARE = 4
    WATER = 5
    SHADOW = 6
    """In the shadow of something, or hidden behind it: nobody can tell."""


HALO_M = 12.0
"""Farthest place from which a cell's light is taken."""
HIGH_M = 2.0
FLAT_M = 0.5
WATER_INDEX = 0.1
WATER_BOX_M, WATER_SHARE = 5.0, 0.4
"""Water fills so much of a box around; less is a deep shadow."""
REDDISH = 0.12
REDDISH_TO_GREEN = 0.05
"""The same for pictures without blue."""
DARK = 0.58
"""Share of the usual brightness of its kind; darker is shadow."""
GREEN = {"ndvi": (0.1, 0.3), "gli": (0.02, 0.1)}
"""Between which values of an index vegetation begins; where, Otsu's threshold decides."""
HIDDEN_M = 1.0
SAMPLE_PX = 1000


@dataclasses.dataclass(frozen=True)
class Look:
    """What a picture's greens and greys are like: thresholds for all of it."""

    index: str
    green: float
    """Vegetation has an index of at least this."""
    dark_green: float
    """Low vegetation that is darker lies in shadow; 0 to 1."""
    dark_grey: float
    """The same for what is not green."""


def look_of(picture: Path, ndsm: Path, *, layout: str | None = None) -> Look:
    """Return the thresholds for a picture, from a sample of a million cells at most."""
    with opened_picture(picture, layout) as (source, full, colours):
        fewer = max(1, round(max(full.rows, full.cols) / SAMPLE_PX))
        wide = full.transform @ full.transform.scale(fewer)
        cells = Cells(max(1, full.rows // fewer), max(1, full.cols // fewer), wide, full.crs)
        whole = Window(0, 0, cells.cols, cells.rows)
        with moved(source, cells, Resampling.bilinear) as few, on_cells(ndsm, cells) as heights:
            return look(light(few, colours, whole), values(heights, 1, whole))


def look(colours: dict[str, Floats], height: Floats) -> Look:
    """Return the thresholds for light and heights on the same cells."""
    name = "ndvi" if "infrared" in colours else "gli"
    leafy, bright = index(name, colours), _brightness(colours)
    known = leafy[np.isfinite(leafy)]
    low, high = GREEN[name]
    otsu = threshold_otsu(known)  # type: ignore[no-untyped-call]
    green = float(np.clip(otsu, low, high)) if np.ptp(known) > 0 else high
    flat = (height < FLAT_M) & np.isfinite(leafy) & ~_watery(colours)

    def dark(some: NDArray[np.bool_]) -> float:
        return float(DARK * np.median(bright[some])) if some.any() else 0.0

    return Look(name, green, dark(flat & (leafy >= green)), dark(flat & (leafy < green)))


def classify(
    colours: dict[str, Floats], height: Floats, hidden: NDArray[np.bool_], how: Look, cell_m: float
) -> NDArray[np.uint8]:
    """Return the class of each cell.

    Args:
        colours: Light by colour, 0 to 1, of what stands on each cell, NaN where there is none.
        height: Over ground in metres, NaN where unknown.
        hidden: Cells that something else hid from the camera.
        how: Thresholds.
        cell_m: Width of the cells.

    Returns:
        `Class`, 0 where light or height is unknown; water needs no height.
    """
    smooth = {name: _smooth(band) for name, band in colours.items()}
    leafy, bright = index(how.index, smooth), _brightness(smooth)
    green = leafy >= how.green
    wet = _watery(smooth) & ~(height >= FLAT_M)
    box = max(3, round(WATER_BOX_M / cell_m))
    water = wet & (ndimage.uniform_filter(wet.astype(np.float32), box) >= WATER_SHARE)
    rules = [
        (hidden, Class.SHADOW),
        (water, Class.WATER),
        (np.isnan(height), NODATA),
        (green & (height >= HIGH_M), Class.HIGH_VEGETATION),
        (height >= HIGH_M, Class.IMPERVIOUS),
        (bright < np.where(green, how.dark_green, how.dark_grey), Class.SHADOW),
        (green, Class.LOW_VEGETATION),
        (_reddish(smooth), Class.BARE),
    ]
    made = np.select([rule for rule, _ in rules], [kind for _, kind in rules], Class.IMPERVIOUS)
    made[np.isnan(leafy)] = NODATA
    return made.astype(np.uint8)


def write_cover(
    picture: Path,
    ndsm: Path,
    file: Path,
    *,
    shifts: Sequence[Shift] = (),
    layout: str | None = None,
) -> None:
    """Classify a picture, block by block.

    Args:
        picture: 8 or 16 bits; without infrared there is no water, and greens are less sure.
        ndsm: Heights over ground in metres, any cells, in the same CRS.
        file: One band of `Class` on the picture's cells, 0 is nodata.
        shifts: Where the picture shows what is there, see `processing.ortho.shift`.
        layout: rgb, cir or rgbi; not needed where the bands are described.
    """
    how = look_of(picture, ndsm, layout=layout)
    with (
        opened_picture(picture, layout) as (source, cells, colours),
        on_cells(ndsm, cells) as heights,
        cog(file, cells, count=1, dtype="uint8", nodata=NODATA, overviews="mode") as target,
    ):
        reach = round(HALO_M / cells.cell)
        for window in cells.blocks():
            wide = cells.around(window, reach)
            top, left = window.row_off - wide.row_off, window.col_off - wide.col_off
            inner = slice(top, top + window.height), slice(left, left + window.width)
            height = values(heights, 1, wide)
            x, y = cells.transform @ (window.col_off + 1, window.row_off + 1)
            where = shift_at(shifts, x, y)
            seen, hidden = _straightened(light(source, colours, wide), height, where, cells.cell)
            made = classify(seen, height, hidden, how, cells.cell)
            target.write(made[inner], 1, window=window)


def _straightened(
    colours: dict[str, Floats], height: Floats, moved: Shift, cell_m: float
) -> tuple[dict[str, Floats], NDArray[np.bool_]]:
    """Return the light of what stands on each cell, and which low cells something else hid."""
    rows, cols = height.shape
    tall = np.maximum(np.nan_to_num(height), 0)
    east, north = moved.at(tall)
    row, col = np.indices(height.shape)
    down = np.clip(row - np.rint(north / cell_m).astype(np.int64), 0, rows - 1)
    right = np.clip(col + np.rint(east / cell_m).astype(np.int64), 0, cols - 1)
    seen = shown(tall, moved.lean[0] / cell_m, moved.lean[1] / cell_m)
    back = np.rint(np.array(moved.offset_m) / cell_m).astype(np.int64)
    over = seen[np.clip(down + back[1], 0, rows - 1), np.clip(right - back[0], 0, cols - 1)]
    hidden = (tall < HIGH_M) & (over > tall + HIDDEN_M)
    return {name: band[down, right] for name, band in colours.items()}, hidden


def _smooth(band: Floats) -> Floats:
    """Return means of 3 x 3 cells, NaN where the middle is."""
    known = np.isfinite(band)
    total = ndimage.uniform_filter(np.where(known, band, 0).astype(np.float32), 3)
    share = ndimage.uniform_filter(known.astype(np.float32), 3)
    return np.where(known, total / np.maximum(share, 1e-6), np.nan).astype(np.float32)


def _brightness(colours: dict[str, Floats]) -> Floats:
    visible = [band for name, band in colours.items() if name != "infrared"]
    return np.asarray(np.mean(visible, axis=0), dtype=np.float32)


def _watery(colours: dict[str, Floats]) -> NDArray[np.bool_]:
    if "infrared" not in colours:
        return np.zeros(colours["green"].shape, dtype=bool)
    return np.asarray(index("ndwi", colours) > WATER_INDEX)


def _reddish(colours: dict[str, Floats]) -> NDArray[np.bool_]:
    other = colours.get("blue", colours["green"])
    below = colours["red"] + other
    share = np.divide(colours["red"] - other, below, out=np.zeros_like(below), where=below > 0)
    return np.asarray(share > (REDDISH if "blue" in colours else REDDISH_TO_GREEN))
