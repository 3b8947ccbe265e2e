"""Which band of a picture is which colour."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import rasterio
from numpy.typing import NDArray
from rasterio.enums import ColorInterp
from rasterio.io import DatasetReader, MemoryFile
from rasterio.shutil import copy
from rasterio.windows import Window

from processing.blocks import Cells, opened, valid
from sip.errors import DataError, UsageError

type Floats = NDArray[np.float32]

LAYOUTS = {
    "rgb": ("red", "green", "blue"),
    "cir": ("infrared", "red", "green"),
    "rgbi": ("red", "green", "blue", "infrared"),
}
"""Colours of bands in their order, by name."""
DEPTHS = {"uint8": 255.0, "uint16": 65535.0}
"""Counts of the brightest light, by type of pixels."""


def colours_of(source: DatasetReader, file: Path, layout: str | None) -> tuple[str, ...]:
    """Return the colours of a picture's bands: as its bands are described, or as is said.

    Raises:
        UsageError: There is no such layout, or none is given and the bands are not described.
        DataError: The picture has fewer bands, or pixels of another type than 8 or 16 bits.
    """
    if source.dtypes[0] not in DEPTHS:
        raise DataError(f"{file}: pixels are {source.dtypes[0]}; a picture has 8 or 16 bits")
    known = {name for names in LAYOUTS.values() for name in names}
    if layout is None:
        described = tuple(one for one in source.descriptions if one in known)
        if described in LAYOUTS.values():
            return described
        raise UsageError(
            f"{file}: does not say its bands; say with --layout which it has: {', '.join(LAYOUTS)}"
        )
    if layout not in LAYOUTS:
        raise UsageError(f'"{layout}" is not an order of bands ({", ".join(LAYOUTS)})')
    if source.count < len(LAYOUTS[layout]):
        raise DataError(f"{file}: has {source.count} bands, {layout} needs {len(LAYOUTS[layout])}")
    return LAYOUTS[layout]


@contextlib.contextmanager
def picture(
    file: Path, layout: str | None = None
) -> Iterator[tuple[DatasetReader, Cells, tuple[str, ...]]]:
    """Open a picture; return it with its cells and the colours of its bands.

    Many programs mark the fourth band of any picture as transparency; if it is infrared, it is not
    taken for that.

    Raises:
        DataError: It is no picture on square cells.
        UsageError: Nothing says which bands it has.
    """
    with opened(file) as (source, cells):
        colours = colours_of(source, file, layout)
        if ColorInterp.alpha not in source.colorinterp[: len(colours)]:
            yield source, cells, colours
            return
        with MemoryFile(ext=".vrt") as memory:
            copy(source, memory.name, driver="VRT")
            with rasterio.open(memory.name, "r+") as other:
                other.colorinterp = [ColorInterp.undefined] * other.count
            with rasterio.open(memory.name) as plain:
                yield plain, cells, colours


def light(source: DatasetReader, colours: tuple[str, ...], window: Window) -> dict[str, Floats]:
    """Return a window's light by colour, 0 to 1 of the brightest, NaN where there is no picture."""
    brightest = DEPTHS[source.dtypes[0]]
    nothing = valid(source, window) == 0
    found = {}
    for place, name in enumerate(colours):
        band = source.read(place + 1, window=window).astype(np.float32) / np.float32(brightest)
        band[nothing] = np.nan
        found[name] = band
    return found
