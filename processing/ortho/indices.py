"""Indices of vegetation and water: numbers from colours."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Mapping
from pathlib import Path

import numpy as np

from processing.blocks import cog
from processing.ortho.colours import Floats, light
from processing.ortho.colours import picture as opened_picture
from processing.raster import Raster
from sip.errors import DataError, UsageError

NODATA = -9999.0


@dataclasses.dataclass(frozen=True)
class Index:
    """A formula over light of some colours."""

    colours: tuple[str, ...]
    numerator: Callable[..., Floats]
    denominator: Callable[..., Floats]
    source: str


def _plain(first: str, second: str, source: str) -> Index:
    """Return the normalised difference of two colours."""
    return Index((first, second), lambda a, b: a - b, lambda a, b: a + b, source)


INDICES = {
    "ndvi": _plain("infrared", "red", "Rouse et al. 1974"),
    "gndvi": _plain("infrared", "green", "Gitelson, Kaufman and Merzlyak 1996"),
    "ndwi": _plain("green", "infrared", "McFeeters 1996"),
    "ngrdi": _plain("green", "red", "Tucker 1979"),
    "savi": Index(
        ("infrared", "red"), lambda i, r: 1.5 * (i - r), lambda i, r: i + r + 0.5, "Huete 1988"
    ),
    "evi2": Index(
        ("infrared", "red"), lambda i, r: 2.5 * (i - r), lambda i, r: i + 2.4 * r + 1,
        "Jiang et al. 2008",
    ),
    "gli": Index(
        ("green", "red", "blue"), lambda g, r, b: 2 * g - r - b, lambda g, r, b: 2 * g + r + b,
        "Louhaichi, Borman and Johnson 2001",
    ),
}  # fmt: skip
"""By name. SAVI and EVI2 need light from 0 to 1, the others any linear unit."""


def index(name: str, colours: Mapping[str, Floats]) -> Floats:
    """Compute an index.

    Args:
        name: One of `INDICES`.
        colours: Light by colour, see `Index.colours`, NaN where there is none.

    Returns:
        The index, NaN where a colour is NaN or the formula divides by 0.

    Raises:
        UsageError: There is no such index.
        DataError: It needs a colour that is not there.
    """
    if name not in INDICES:
        raise UsageError(f'"{name}" is not an index ({", ".join(INDICES)})')
    one = INDICES[name]
    if missing := [colour for colour in one.colours if colour not in colours]:
        raise DataError(f"{name} needs {', '.join(one.colours)}; the picture has no {missing[0]}")
    values = [colours[colour] for colour in one.colours]
    below = np.asarray(one.denominator(*values))
    made = np.full(below.shape, np.nan, dtype=below.dtype)
    return np.divide(one.numerator(*values), below, out=made, where=below != 0)


def ndvi(red: Raster, infrared: Raster) -> Raster:
    """Compute the normalised difference vegetation index of two rasters (Rouse et al. 1974).

    Args:
        red: One band of reflected red light, any linear unit.
        infrared: One band of near infrared in the same unit on the same grid.

    Returns:
        One float32 band from -1 to 1; -9999 is nodata: where either band has none, or both are 0.

    Raises:
        DataError: The two have different grids.
    """
    red.same_grid(infrared)
    made = index("ndvi", {"red": red.values(), "infrared": infrared.values()})  # type: ignore[dict-item]
    filled = np.where(np.isnan(made), NODATA, made).astype(np.float32)
    return Raster(filled[None], red.transform, red.crs, NODATA)


def write_index(picture: Path, file: Path, *, name: str, layout: str | None = None) -> None:
    """Compute an index of a picture, block by block.

    Args:
        picture: 8 or 16 bits.
        file: One float32 band on the picture's cells, -9999 is nodata.
        name: One of `INDICES`.
        layout: rgb, cir or rgbi; not needed where the bands are described.

    Raises:
        DataError: The picture has not the colours that the index needs.
    """
    with (
        opened_picture(picture, layout) as (source, cells, colours),
        cog(file, cells, count=1, dtype="float32", nodata=NODATA) as target,
    ):
        target.descriptions = (name,)
        for window in cells.blocks():
            made = index(name, light(source, colours, window))
            filled = np.where(np.isnan(made), np.float32(NODATA), made).astype(np.float32)
            target.write(filled, 1, window=window)
