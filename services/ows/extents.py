"""Where a layer lies: as its rows were last counted, as its raster files say, else the project."""

from __future__ import annotations

import functools
from pathlib import Path

from sip import crs, raster
from sip.catalogue import Layer
from sip.crs import CRS84_CODE, Extent
from sip.service import Context

_SMALLEST_DEG = 0.0005
"""The extent of a single point is widened by this, so that it is a rectangle."""


def extent(now: Context, layer: Layer) -> Extent:
    """Return the rectangle of a layer in longitude and latitude, never empty."""
    found = _rasters(now, layer) if layer.spec.raster else _rows(now, layer)
    if found is None:
        box = now.catalogue.project.extent
        return Extent(box.west, box.south, box.east, box.north)
    return _widened(found)


def is_there(now: Context, layer: Layer) -> bool:
    """Say whether a layer can be drawn: a raster whose files were not made yet cannot."""
    return layer.spec.raster is None or all(file.exists() for file in _files(now, layer))


def _files(now: Context, layer: Layer) -> list[Path]:
    assert layer.spec.raster is not None
    return [now.settings.data / one.file for one in layer.spec.raster.files]


def _rows(now: Context, layer: Layer) -> Extent | None:
    state = now.states.get(layer.id)
    if state is None or state.extent is None:
        return None
    return state.extent.transformed(now.catalogue.project.storage_crs, CRS84_CODE)


def _rasters(now: Context, layer: Layer) -> Extent | None:
    boxes = [raster.extent(file) for file in _files(now, layer) if file.exists()]
    if not boxes:
        return None
    return Extent(
        min(box.west for box in boxes),
        min(box.south for box in boxes),
        max(box.east for box in boxes),
        max(box.north for box in boxes),
    )


def _widened(box: Extent) -> Extent:
    return Extent(
        max(-180.0, min(box.west, box.east - _SMALLEST_DEG)),
        max(-90.0, min(box.south, box.north - _SMALLEST_DEG)),
        min(180.0, max(box.east, box.west + _SMALLEST_DEG)),
        min(90.0, max(box.north, box.south + _SMALLEST_DEG)),
    )


@functools.lru_cache(maxsize=8192)
def corners(box: Extent, code: int, *, authority_order: bool) -> tuple[float, float, float, float]:
    """Return the corners of a CRS84 rectangle in a CRS, rounded outwards of sight (1 mm, 1e-7)."""
    there = box.transformed(CRS84_CODE, code)
    order = there.in_authority_order(code) if authority_order else (
        there.west, there.south, there.east, there.north,
    )  # fmt: skip
    digits = 7 if crs.is_geographic(code) else 3
    west, south, east, north = (round(value, digits) for value in order)
    return west, south, east, north
