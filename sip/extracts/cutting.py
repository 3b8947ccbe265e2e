"""The plan's own drawing, cut out for a sheet: at its scale, over white paper."""

from __future__ import annotations

import base64
import io
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import rasterio
import shapely
from PIL import Image
from rasterio.enums import Resampling
from rasterio.transform import from_bounds
from rasterio.warp import reproject, transform_bounds
from shapely.geometry.base import BaseGeometry

from sip.planning.drawing import LEGENDS
from sip.report.document import Json, linked_fields
from sip.report.drawing import Frame

_DPI = 200
_LEAST_SHARE = 0.999
"""Of the plots on a sheet that drawings must show, for it to be cut out of them."""
_PICTURES = {".png": "image/png", ".jpg": "image/jpeg"}


def drawings(plots: Sequence[Json], folder: Path) -> list[Path]:
    """Return the drawings that the rows of plots link to and that are kept here, each once."""
    links = (str(field["value"]) for field in linked_fields(plots))
    names = {one.rpartition("/")[2] for one in links if one.endswith(".tif")}
    return [folder / one for one in sorted(names) if (folder / one).is_file()]


def cut(files: Sequence[Path], frame: Frame, plots: shapely.MultiPolygon, code: int) -> str | None:
    """Return a sheet of drawings as an address that holds a PNG; None where they lack a plot.

    Args:
        files: Georeferenced drawings, the uppermost last.
        frame: The sheet.
        plots: In the CRS of the frame.
        code: EPSG code of that CRS.
    """
    ground = frame.extent
    sheet = shapely.box(ground.west, ground.south, ground.east, ground.north)
    wanted = shapely.intersection(plots, sheet)
    shown = shapely.union_all([_ground(file, code) for file in files])
    if wanted.is_empty or shown.intersection(wanted).area < _LEAST_SHARE * wanted.area:
        return None
    size = [round(mm / 25.4 * _DPI) for mm in (frame.width_mm, frame.height_mm)]
    paper = Image.new("RGBA", (size[0], size[1]), "#ffffff")
    place = from_bounds(ground.west, ground.south, ground.east, ground.north, size[0], size[1])
    for file in files:
        with rasterio.open(file) as source:
            bands = np.zeros((4, size[1], size[0]), np.uint8)
            bands[3] = 255 if source.count < 4 else 0
            used = [*range(1, min(source.count, 4) + 1)]
            target = bands[: len(used)]
            reproject(
                rasterio.band(source, used), target, dst_transform=place, dst_crs=code,
                resampling=Resampling.bilinear,
            )  # fmt: skip
            if len(used) < 3:
                bands[1], bands[2] = bands[0], bands[0]
        paper.alpha_composite(Image.fromarray(np.moveaxis(bands, 0, 2), "RGBA"))
    written = io.BytesIO()
    paper.convert("RGB").save(written, "PNG")
    return _held("image/png", written.getvalue())


def legends(files: Sequence[Path]) -> Iterator[str]:
    """Yield the legends of drawings that are pictures, as addresses that hold them."""
    for file in files:
        for ending in LEGENDS:
            legend = file.with_name(f"{file.stem}_legenda{ending}")
            if ending in _PICTURES and legend.is_file():
                yield _held(_PICTURES[ending], legend.read_bytes())


def _ground(file: Path, code: int) -> BaseGeometry:
    with rasterio.open(file) as source:
        west, south, east, north = transform_bounds(source.crs, code, *source.bounds)
    ground: BaseGeometry = shapely.box(west, south, east, north)
    return ground


def _held(kind: str, content: bytes) -> str:
    return f"data:{kind};base64,{base64.b64encode(content).decode()}"
