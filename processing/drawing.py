"""Drawings on paper as layers: red, green, blue and how opaque, and one index of all of them."""

from __future__ import annotations

import math
import os
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import rasterio
from lxml import etree
from numpy.typing import NDArray
from rasterio.enums import ColorInterp
from rasterio.io import DatasetReader
from rasterio.shutil import copy
from rasterio.vrt import WarpedVRT
from rasterio.windows import Window

from processing.blocks import cog, opened
from sip.crs import Extent

INDEX = "index.vrt"
_BANDS = (ColorInterp.red, ColorInterp.green, ColorInterp.blue, ColorInterp.alpha)


def write(source: Path, target: Path, *, paper: int) -> None:
    """Write a Cloud Optimized GeoTIFF of red, green, blue and alpha, without loss.

    Args:
        source: A north-up GeoTIFF of bytes: grey or by a palette, or red, green, blue; with alpha,
            nodata, a mask or none of them.
        target: Where it is to be; one that is there gives way when the new one is whole.
        paper: From this value on in all colours a cell is white paper, and transparent.

    Raises:
        DataError: It cannot be read, or its cells are not square.
    """
    half = target.with_name(f"{target.stem}.half.tif")
    try:
        with (
            opened(source) as (picture, cells),
            cog(half, cells, count=4, dtype="uint8", nodata=None) as made,
        ):
            made.colorinterp = _BANDS
            for window in cells.blocks():
                made.write(_painted(picture, window, paper), window=window)
        half.replace(target)
    finally:
        half.unlink(missing_ok=True)


def _painted(source: DatasetReader, window: Window, paper: int) -> NDArray[np.uint8]:
    """Return a window, shape (4, rows, cols)."""
    inked = [n for n, one in enumerate(source.colorinterp, 1) if one != ColorInterp.alpha]
    bands = source.read(inked, window=window)
    alpha = source.dataset_mask(window=window)
    if source.colorinterp[0] == ColorInterp.palette:
        palette = np.zeros((256, 4), np.uint8)
        for value, colour in source.colormap(1).items():
            palette[value] = colour
        alpha = np.minimum(alpha, palette[bands[0], 3])
        bands = np.moveaxis(palette[bands[0], :3], -1, 0)
    colours = np.broadcast_to(bands, (3, *alpha.shape)) if len(bands) == 1 else bands
    alpha = np.where((colours >= paper).all(axis=0), 0, alpha)
    return np.concatenate([colours, alpha[np.newaxis]]).astype(np.uint8)


def index(folder: Path, names: Sequence[str], crs: int) -> Path | None:
    """Let one virtual raster show drawings, the last on top; what is transparent hides nothing.

    Drawings in another CRS are seen through a virtual raster in this one, which copies no cell.

    Args:
        folder: Where they are, and the index is written.
        names: Their files.
        crs: EPSG code of the index.

    Returns:
        The index; None where there never was a drawing. One whose last drawing is gone stays
        where it was and shows nothing, since services have it open.
    """
    target = folder / INDEX
    sheets = [(one, *_grid(one)) for name in names if (one := _in_crs(folder / name, crs))]
    if not sheets and not target.exists():
        return None
    boxes = [box for _, box, _, _ in sheets] or [_grid(target)[0]]
    cell = min((size for _, _, size, _ in sheets), default=boxes[0].east - boxes[0].west)
    west, north = min(one.west for one in boxes), max(one.north for one in boxes)
    east, south = max(one.east for one in boxes), min(one.south for one in boxes)
    cols, rows = math.ceil((east - west) / cell), math.ceil((north - south) / cell)
    root = etree.Element("VRTDataset", rasterXSize=str(cols), rasterYSize=str(rows))
    etree.SubElement(root, "SRS").text = f"EPSG:{crs}"
    etree.SubElement(root, "GeoTransform").text = f"{west!r}, {cell!r}, 0, {north!r}, 0, {-cell!r}"
    for number, colour in enumerate(_BANDS, 1):
        band = etree.SubElement(root, "VRTRasterBand", dataType="Byte", band=str(number))
        etree.SubElement(band, "ColorInterp").text = colour.name.capitalize()
        for file, box, _, shape in sheets:
            source = etree.SubElement(band, "ComplexSource", resampling="average")
            etree.SubElement(source, "SourceFilename", relativeToVRT="1").text = file.name
            etree.SubElement(source, "SourceBand").text = str(number)
            whole = {
                "xOff": "0", "yOff": "0", "xSize": str(shape[1]), "ySize": str(shape[0])
            }  # fmt: skip
            place = {
                "xOff": repr((box.west - west) / cell), "yOff": repr((north - box.north) / cell),
                "xSize": repr((box.east - box.west) / cell),
                "ySize": repr((box.north - box.south) / cell),
            }  # fmt: skip
            etree.SubElement(source, "SrcRect", whole)
            etree.SubElement(source, "DstRect", place)
            etree.SubElement(source, "UseMaskBand").text = "true"
    content = etree.tostring(root, pretty_print=True)
    if not target.exists() or target.read_bytes() != content:
        half = target.with_name(f".{INDEX}.{os.getpid()}")
        half.write_bytes(content)
        half.replace(target)
    return target


def _in_crs(file: Path, crs: int) -> Path | None:
    """Return a drawing as a raster of a CRS; None where the file is not there."""
    if not file.is_file():
        return None
    with opened(file) as (source, cells):
        if cells.crs == crs:
            return file
        seen = file.with_suffix(f".{crs}.vrt")
        if seen.is_file() and seen.stat().st_mtime >= file.stat().st_mtime:
            return seen
        with WarpedVRT(source, crs=f"EPSG:{crs}") as moved:
            copy(moved, seen, driver="VRT")
        return seen


def _grid(file: Path) -> tuple[Extent, float, tuple[int, int]]:
    """Return the rectangle of a raster, the width of a cell, and how many rows and columns."""
    with rasterio.open(file) as source:
        return Extent(*source.bounds), abs(source.transform.a), source.shape
