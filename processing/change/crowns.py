"""What two models of heights over ground say of crowns: which stand in one year only."""

from __future__ import annotations

import geopandas
import numpy as np
from numpy.typing import NDArray
from rasterio import features
from scipy import ndimage

from processing.grid import Floats
from processing.objects.returns import Mask
from processing.raster import Raster

HALF = 0.5
"""Where the other year reaches less than this share of a crown's height, the crown is not there."""
SEEN_M = 5.0
"""A gap in a canopy of up to twice this is one of points, not the edge of a flight."""

type Places = NDArray[np.int64]


def missing(trees: geopandas.GeoDataFrame, here: Raster, there: Raster) -> Floats:
    """Return the share of each crown that the other year lacks, 0 to 1.

    A crown is judged as a whole: an apex moves with the wind, is found in one year and not in the
    other, and a neighbour may hang over the place where it was.

    Args:
        trees: Crown polygons with x, y, height_m, layer; those of one layer do not overlap.
        here: Height over ground in the year of the trees, metres.
        there: The same of the other year, of any grid in the same CRS. What it has not seen counts
            as standing.
    """
    if not len(trees):
        return np.zeros(0)
    own, other, seen = here.values(), there.values(), known(there)
    share = np.zeros(len(trees))
    for layer in sorted(set(trees["layer"])):
        rows = np.flatnonzero((trees["layer"] == layer).to_numpy())
        row, col, tree = _cells(trees.iloc[rows], here)
        height = trees["height_m"].to_numpy(dtype=np.float64)[rows[tree]]
        inside = np.fmin(own[row, col], height)
        down, right = _at(here, there, row, col)
        valid = (down >= 0) & (down < seen.shape[0]) & (right >= 0) & (right < seen.shape[1])
        down, right = down.clip(0, seen.shape[0] - 1), right.clip(0, seen.shape[1] - 1)
        less = np.nan_to_num(other[down, right]) < HALF * inside
        gone = np.bincount(tree, weights=less & valid & seen[down, right], minlength=len(rows))
        share[rows] = gone / np.bincount(tree, minlength=len(rows))
    return share


def known(raster: Raster) -> Mask:
    """Say where there is a value within SEEN_M, but not beyond the outermost ones."""
    seen = np.isfinite(raster.values())
    pad = 2 * round(SEEN_M / raster.cell) + 1
    closed = ndimage.maximum_filter(np.pad(seen, pad), pad)
    return np.asarray(ndimage.minimum_filter(closed, pad)[pad:-pad, pad:-pad])


def _cells(trees: geopandas.GeoDataFrame, raster: Raster) -> tuple[Places, Places, Places]:
    """Return rows, columns and trees of the cells of crowns, that of the apex always among them."""
    shape = (raster.bands.shape[1], raster.bands.shape[2])
    order = np.argsort(trees["height_m"].to_numpy(), kind="stable")  # the highest is drawn last
    label = features.rasterize(
        [(trees.geometry.iloc[one], int(one) + 1) for one in order], shape,
        transform=raster.transform, dtype="int32",
    )  # fmt: skip
    x, y = (trees[axis].to_numpy(dtype=np.float64) for axis in ("x", "y"))
    col = np.floor((x - raster.transform.c) / raster.cell).astype(np.int64).clip(0, shape[1] - 1)
    row = np.floor((raster.transform.f - y) / raster.cell).astype(np.int64).clip(0, shape[0] - 1)
    down, right = np.nonzero(label)
    return (
        np.concatenate([down, row]), np.concatenate([right, col]),
        np.concatenate([label[down, right] - 1, np.arange(len(trees))]),
    )  # fmt: skip


def _at(here: Raster, there: Raster, row: Places, col: Places) -> tuple[Places, Places]:
    """Return the cells of one raster in which the middles of those of another lie."""
    x = here.transform.c + here.cell * (col + 0.5)
    y = here.transform.f - here.cell * (row + 0.5)
    down = np.floor((there.transform.f - y) / there.cell)
    right = np.floor((x - there.transform.c) / there.cell)
    return down.astype(np.int64), right.astype(np.int64)
