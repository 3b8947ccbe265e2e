"""How far things in a picture lie from where they stand.

An orthophoto that is rectified on the ground shows everything above it moved away from the camera,
by its height over ground times a lean that changes slowly from place to place; and a whole picture
may lie beside the points of another flight. Both are found together, square by square.
"""

from __future__ import annotations

import dataclasses
import json
import math
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
from numba import njit
from numpy.typing import NDArray
from rasterio.enums import Resampling
from rasterio.windows import Window

from processing.blocks import Cells, moved, on_cells, values
from processing.ortho.colours import light
from processing.ortho.colours import picture as opened_picture
from processing.ortho.indices import index
from sip.errors import DataError

type Floats = NDArray[np.float32]
type Pair = tuple[float, float]
"""East and north."""

CELL_M = 0.5
"""Of the cells that are compared, or those of the picture if they are larger."""
TILE_M = 128.0
"""Side of the squares that have a shift each."""
LEAN = 0.4
"""Most that is looked for along each axis, in metres per metre of height."""
OFFSET_M = 3.0
"""Longest offset that is looked for along each axis."""
HIGH_M = 2.5
LOW_M = 0.5
"""Nothing lower leans."""
SURE = 0.2
"""Shifts of less confidence are not used."""
KINDS = 12
"""Classes of the index."""
BESIDE_M = 1.5
SIDES = 4
"""Steps of a thing's height at which its side is seen, too."""
PLAIN_BITS = 0.1
"""What heights tell at least about a picture of the same place."""
FEWEST_CELLS = 400
"""Of high and of low ones each, for an answer."""


@dataclasses.dataclass(frozen=True)
class Shift:
    """Where a picture shows what is there, in one square of it."""

    west: float
    south: float
    east: float
    north: float
    offset_m: Pair
    """From the ground to the picture."""
    lean: Pair
    """The same per metre of height, additionally."""
    height_m: float
    """Mean height over ground of what is high."""
    confidence: float
    """0 to 1, see `estimate`; 0 where there is nothing to tell it from."""

    def at(self, height_m: Floats) -> tuple[Floats, Floats]:
        """Return east and north of things of these heights, in metres."""
        east = self.offset_m[0] + self.lean[0] * height_m
        return np.asarray(east), np.asarray(self.offset_m[1] + self.lean[1] * height_m)


def estimate(height: Floats, leafy: Floats, cell_m: float) -> tuple[Pair, Pair, float]:
    """Find the lean and the offset at which heights tell most about a picture.

    What is told is the mutual information (Viola and Wells 1997) of height classes and an index of
    vegetation where the model says that each cell is shown. The confidence is how much of what the
    best shift tells is lost by another one that is 1.5 m away at the mean height, over a third.

    Args:
        height: Over ground in metres, shape (rows, cols), NaN where unknown.
        leafy: An index of vegetation on the same cells, NaN where unknown.
        cell_m: Width of the cells.

    Returns:
        Offset in metres and lean in metres per metre, both east and north; confidence 0 to 1.
    """
    high, known = height >= HIGH_M, np.isfinite(height)
    if min(high.sum(), (known & ~high).sum()) < FEWEST_CELLS or not np.isfinite(leafy).any():
        return (0.0, 0.0), (0.0, 0.0), 0.0
    scene = _Scene(height, _kinds(leafy), cell_m, float(height[high].mean()))
    none = (0.0, 0.0)
    lean = _search(lambda one: scene.told(none, one), none, LEAN, LEAN / 64)
    step = _search(
        lambda one: scene.told(one, scene.traded(lean, one)), none, OFFSET_M, OFFSET_M / 64
    )
    first = scene.traded(lean, step)
    offset = _search(lambda one: scene.told(one, first), step, OFFSET_M / 4, OFFSET_M / 64)
    last = _search(lambda one: scene.told(offset, one), first, LEAN / 8, LEAN / 128)
    at_border = max(map(abs, last)) >= LEAN or max(map(abs, offset)) >= OFFSET_M
    return offset, last, 0.0 if at_border else _confidence(scene, offset, last)


@dataclasses.dataclass(frozen=True)
class _Scene:
    """Heights over ground, and the picture by classes of its index."""

    height: Floats
    kind: NDArray[np.int8]
    cell_m: float
    mean_m: float
    """Of what is high."""

    def told(self, offset: Pair, lean: Pair) -> float:
        """Return what heights as the camera saw them tell about the picture, in bits."""
        east, north = (round(one / self.cell_m) for one in offset)
        seen = shown(self.height, lean[0] / self.cell_m, lean[1] / self.cell_m)
        joint = _joint(seen, self.kind, east, north)
        share = joint / max(int(joint.sum()), 1)
        alone = share.sum(axis=1, keepdims=True) * share.sum(axis=0, keepdims=True)
        some = share > 0
        return float((share[some] * np.log2(share[some] / alone[some])).sum())

    def traded(self, lean: Pair, offset: Pair) -> Pair:
        """Return the lean that shows things of the mean height at the same place in spite of an
        offset.
        """
        return lean[0] - offset[0] / self.mean_m, lean[1] - offset[1] / self.mean_m


@njit(cache=True)
def shown(height: Floats, lean_east: float, lean_north: float) -> Floats:
    """Return the height of what a leaning camera saw in each cell of the picture.

    Args:
        height: Over ground in metres, NaN where unknown.
        lean_east: Cells per metre of height.
        lean_north: The same.
    """
    rows, cols = height.shape
    made = height.copy()
    for row in range(rows):
        for col in range(cols):
            over = height[row, col]
            if not over > LOW_M:
                continue
            for side in range(1, SIDES + 1):
                up = over * side / SIDES
                down, right = row - round(lean_north * up), col + round(lean_east * up)
                if 0 <= down < rows and 0 <= right < cols and not made[down, right] >= over:
                    made[down, right] = over
    return made


@njit(cache=True)
def _joint(seen: Floats, kind: NDArray[np.int8], east: int, north: int) -> NDArray[np.int64]:
    """Count pairs of height class and kind, the picture so many cells off."""
    rows, cols = kind.shape
    joint = np.zeros((3, KINDS), np.int64)
    for row in range(max(0, north), min(rows, rows + north)):
        for col in range(max(0, -east), min(cols, cols - east)):
            over, what = seen[row, col], kind[row - north, col + east]
            if over == over and what < KINDS:
                joint[2 if over >= 3 * HIGH_M else 1 if over >= HIGH_M else 0, what] += 1
    return joint


def _kinds(leafy: Floats) -> NDArray[np.int8]:
    """Return classes of an index of about the same number of cells; KINDS where unknown."""
    edges = np.nanquantile(leafy, np.linspace(0, 1, KINDS + 1)[1:-1])
    return np.where(np.isfinite(leafy), np.digitize(leafy, edges), KINDS).astype(np.int8)


def _search(told: Callable[[Pair], float], start: Pair, reach: float, finest: float) -> Pair:
    """Return the best pair around a start: on a grid of 9 x 9, then ever closer around the best.

    Among equals it is the one closest to the start: pairs within half a cell are alike.
    """
    step = reach / 4
    known: dict[Pair, float] = {}

    def best_of(middle: Pair, steps: range) -> Pair:
        for east in steps:
            for north in steps:
                one = (middle[0] + east * step, middle[1] + north * step)
                if one not in known:
                    known[one] = told(one)
        return max(known, key=lambda one: (known[one], -math.dist(one, start)))

    best = best_of(start, range(-4, 5))
    while step > finest:
        step /= 2
        best = best_of(best, range(-1, 2))
    return best


def _confidence(scene: _Scene, offset: Pair, lean: Pair) -> float:
    best = scene.told(offset, lean)
    if best <= 0:
        return 0.0
    turns = np.arange(8) * np.pi / 4
    aside = [(BESIDE_M * np.cos(one), BESIDE_M * np.sin(one)) for one in turns]
    lost = best - max(scene.told(offset, scene.traded(lean, one)) for one in aside)
    return float(np.clip(3 * lost / best, 0, 1) * min(1.0, best / PLAIN_BITS))


def find(
    picture: Path, ndsm: Path, *, layout: str | None = None, name: str = "ndvi"
) -> list[Shift]:
    """Find the shift of a picture square by square.

    Args:
        picture: 8 or 16 bits, axes in metres.
        ndsm: Heights over ground in metres, any cells, in the same CRS.
        layout: rgb, cir or rgbi; not needed where the bands are described.
        name: Which index shows vegetation; `gli` for pictures without infrared.
    """
    made = []
    with opened_picture(picture, layout) as (source, full, colours):
        fewer = max(1, round(CELL_M / full.cell))
        cells = Cells(
            full.rows // fewer, full.cols // fewer,
            full.transform @ full.transform.scale(fewer), full.crs,
        )  # fmt: skip
        with (
            moved(source, cells, Resampling.average) as coarse,
            on_cells(ndsm, cells) as heights,
        ):
            for window in cells.blocks(round(TILE_M / cells.cell)):
                leafy = index(name, light(coarse, colours, window))
                height = values(heights, 1, window)
                found = estimate(height, leafy, cells.cell)
                made.append(_shift(found, window, cells, height))
    return made


def _shift(found: tuple[Pair, Pair, float], window: Window, cells: Cells, height: Floats) -> Shift:
    high = height[height >= HIGH_M]
    west, south = cells.transform @ (window.col_off, window.row_off + window.height)
    east, north = west + window.width * cells.cell, south + window.height * cells.cell
    mean = float(high.mean()) if len(high) else 0.0
    return Shift(west, south, east, north, found[0], found[1], mean, found[2])


def write_shifts(shifts: Sequence[Shift], file: Path) -> None:
    """Write shifts as JSON: a list of objects with the fields of `Shift`."""
    rows = [dataclasses.asdict(one) for one in shifts]
    file.write_text(json.dumps(rows, indent=1) + "\n", encoding="utf-8")


def read_shifts(file: Path) -> list[Shift]:
    """Read what `write_shifts` has written.

    Raises:
        DataError: It is something else.
    """
    try:
        rows = json.loads(file.read_text(encoding="utf-8"))
        pairs = ("offset_m", "lean")
        return [Shift(**{**one, **{name: tuple(one[name]) for name in pairs}}) for one in rows]
    except (OSError, ValueError, TypeError, KeyError) as error:
        raise DataError(f"{file}: is no list of shifts: {error}") from error


def shift_at(shifts: Sequence[Shift], x: float, y: float) -> Shift:
    """Return the shift to use at a place: of its square if that is sure, else the typical one.

    The typical one is the median of all sure ones; without any nothing is moved.
    """
    sure = [one for one in shifts if one.confidence >= SURE]
    for one in sure:
        if one.west <= x < one.east and one.south <= y < one.north:
            return one
    median = np.median([(*one.offset_m, *one.lean) for one in sure], axis=0) if sure else [0.0] * 4
    offset, lean = tuple(map(float, median[:2])), tuple(map(float, median[2:]))
    return Shift(x, y, x, y, offset, lean, 0.0, 0.0)  # type: ignore[arg-type]
