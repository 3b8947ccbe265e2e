"""The solid surface of a scene: ground, water, decks, cars and roofs, as seen from above."""

from __future__ import annotations

import dataclasses

import numpy as np
import shapely
from numpy.typing import NDArray
from rasterio import features
from shapely.geometry.base import BaseGeometry

from processing.scene.content import CELL_M, Cover, Floats, Scene

GROUND, BUILDING, WATER, DECK, OTHER = 2, 6, 9, 17, 1
"""Classes of LAS 1.4."""


@dataclasses.dataclass(frozen=True)
class Surface:
    """Three grids of a scene, shape of its ground."""

    height_m: Floats
    code: NDArray[np.uint8]
    """Class of LAS 1.4."""
    thing: NDArray[np.int32]
    """Cells of the same thing have the same number: heights between them are interpolated."""
    cover: NDArray[np.uint8]
    """`Cover` as seen from above, without trees."""


def solid(scene: Scene) -> Surface:
    """Raise everything that light does not pass."""
    height, cover = scene.ground_m.copy(), scene.cover.copy()
    code = np.full(height.shape, GROUND, dtype=np.uint8)
    thing = np.zeros(height.shape, dtype=np.int32)
    wet = np.isfinite(scene.water_m)
    height[wet], code[wet], cover[wet] = scene.water_m[wet], WATER, Cover.WATER
    number = 1
    for shape, deck in zip(scene.bridges.geometry, scene.bridges["deck_m"], strict=True):
        window, inside = _cells(scene, shape)
        _put(height[window], inside, np.broadcast_to(deck, inside.shape))
        code[window][inside], cover[window][inside] = DECK, Cover.ROAD
        thing[window][inside] = number
        number += 1
    for shape, over in zip(scene.cars.geometry, scene.cars["height_m"], strict=True):
        window, inside = _cells(scene, shape)
        _put(height[window], inside, height[window] + over)
        code[window][inside], cover[window][inside] = OTHER, Cover.CAR
        thing[window][inside] = number
        number += 1
    for place, roof in enumerate(roofs(scene)):
        window, inside, values = roof
        _put(height[window], inside, values)
        code[window][inside], cover[window][inside] = BUILDING, Cover.ROOF
        thing[window][inside] = number + place
    return Surface(height, code, thing, cover)


def roofs(scene: Scene) -> list[tuple[tuple[slice, slice], NDArray[np.bool_], Floats]]:
    """Return for each building its window of the grid, its cells there, and heights of its roof."""
    x, y = scene.centres()
    made = []
    rows = scene.buildings[["geometry", "roof", "eaves_m", "ridge_m"]].itertuples(index=False)
    for shape, roof, eaves, ridge in rows:
        window, inside = _cells(scene, shape)
        values = roof_height(shape, roof, eaves, ridge, x[window], y[window])
        made.append((window, inside, values))
    return made


def roof_height(
    shape: shapely.Polygon, roof: str, eaves_m: float, ridge_m: float, x: Floats, y: Floats
) -> Floats:
    """Return heights of a roof that spans the oriented envelope of a building.

    Args:
        shape: The building.
        roof: flat, gable (ridge along the longer side), hip or pent (rising across).
        eaves_m: Lowest height of the roof.
        ridge_m: Highest height.
        x: East, any shape.
        y: North.
    """
    corners = shapely.get_coordinates(shapely.oriented_envelope(shape))[:4]
    first, second = corners[1] - corners[0], corners[2] - corners[1]
    if np.hypot(*first) >= np.hypot(*second):
        along, across = first, second
    else:
        along, across = second, first
    middle = corners.mean(axis=0)
    length, width = np.hypot(*along), np.hypot(*across)
    u = ((x - middle[0]) * along[0] + (y - middle[1]) * along[1]) / length
    v = ((x - middle[0]) * across[0] + (y - middle[1]) * across[1]) / width
    to_side = np.clip(1 - 2 * np.abs(v) / width, 0, 1)
    to_end = np.clip((length - 2 * np.abs(u)) / width, 0, 1)
    share = {
        "flat": np.ones_like(to_side),
        "gable": to_side,
        "hip": np.minimum(to_side, to_end),
        "pent": np.clip(0.5 + v / width, 0, 1),
    }[roof]
    return np.asarray(eaves_m + (ridge_m - eaves_m) * share)


def _put(height: Floats, inside: NDArray[np.bool_], values: Floats) -> None:
    height[inside] = values[inside]


def _cells(scene: Scene, shape: BaseGeometry) -> tuple[tuple[slice, slice], NDArray[np.bool_]]:
    """Return the window of the grid around a shape, and which of its cells lie in it."""
    rows, cols = scene.ground_m.shape
    west, south, east, north = shape.bounds
    left, right = _clipped((west - scene.west) / CELL_M, (east - scene.west) / CELL_M, cols)
    top, bottom = _clipped((scene.north - north) / CELL_M, (scene.north - south) / CELL_M, rows)
    window = slice(top, bottom), slice(left, right)
    size = (bottom - top, right - left)
    if 0 in size:
        return window, np.zeros(size, dtype=bool)
    transform = scene.transform @ scene.transform.translation(left, top)
    inside = features.geometry_mask([shape], size, transform, invert=True)
    return window, np.asarray(inside)


def _clipped(low: float, high: float, count: int) -> tuple[int, int]:
    start = int(np.clip(np.floor(low), 0, count))
    return start, int(np.clip(np.ceil(high), start, count))
