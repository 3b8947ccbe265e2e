"""Drawings of the two largest local plans, painted from their areas as a scan of paper."""

from __future__ import annotations

from pathlib import Path

import geopandas
import numpy as np
import rasterio
import shapely
from rasterio import features
from rasterio.enums import ColorInterp
from rasterio.transform import from_origin

from geodata.world import EPSG, World
from processing import drawing

COUNT = 2
CELL_M = 0.4
MARGIN_M = 20.0
INKS = {
    "MN": (214, 172, 120), "RM": (206, 186, 128), "MW": (176, 118, 82), "U": (206, 74, 60),
    "UO": (232, 128, 84), "P": (150, 108, 166), "ZP": (124, 178, 104), "R": (232, 222, 150),
    "ZL": (84, 140, 84), "KDD": (222, 222, 216),
}  # fmt: skip
LINE = (40, 40, 40)
PAPER = 250
SHEET_WHITE = 255


def fly(world: World, layers: Path, data: Path) -> None:
    """Write the drawings and their index.

    Args:
        world: The land.
        layers: Folder with `plan_land_use.parquet` and `plan_drawing.parquet`.
        data: `plan_drawings/` in it is written.
    """
    areas = geopandas.read_parquet(layers / "plan_land_use.parquet")
    links = geopandas.read_parquet(layers / "plan_drawing.parquet").set_index("act_identifier")
    folder = data / "plan_drawings"
    folder.mkdir(exist_ok=True)
    size = areas.area.groupby(areas["act_identifier"]).sum()
    names = []
    for act in size.sort_values().index[-COUNT:]:
        names.append(links.loc[act, "link"].rsplit("/", 1)[-1])
        _paint(areas[areas["act_identifier"] == act], folder / names[-1])
    drawing.index(folder, names, EPSG)


def _paint(areas: geopandas.GeoDataFrame, file: Path) -> None:
    """Paint areas by their symbols and their borders, on white paper."""
    west, south, east, north = areas.total_bounds + np.array([-1, -1, 1, 1]) * MARGIN_M
    shape = (int((north - south) / CELL_M), int((east - west) / CELL_M))
    grid = from_origin(west, north, CELL_M, CELL_M)
    inks = np.array([(SHEET_WHITE,) * 3, *INKS.values(), LINE], dtype=np.uint8)
    numbers = areas["symbol"].map({one: n for n, one in enumerate(INKS, 1)}).fillna(1).astype(int)
    borders = shapely.buffer(shapely.boundary(areas.geometry.to_numpy()), CELL_M)
    drawn = [*zip(areas.geometry, numbers, strict=True), *((one, len(INKS) + 1) for one in borders)]
    picture = inks[features.rasterize(drawn, shape, transform=grid, dtype="uint8")]
    draft = file.with_name("paper.tif")
    with rasterio.open(
        draft, "w", driver="GTiff", width=shape[1], height=shape[0], count=3, dtype="uint8",
        crs=f"EPSG:{EPSG}", transform=grid,
    ) as target:  # fmt: skip
        target.colorinterp = (ColorInterp.red, ColorInterp.green, ColorInterp.blue)
        target.write(np.moveaxis(picture, -1, 0))
    drawing.write(draft, file, paper=PAPER)
    draft.unlink()
