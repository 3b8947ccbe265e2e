"""Steps on where rain goes."""

from __future__ import annotations

import geopandas
import numpy as np
import shapely
from numpy.typing import NDArray
from rasterio import features

from processing.frames import read_frame
from processing.raster import Raster, read_raster, write_cog
from processing.steps import Inputs, Outputs, step
from processing.water.crossings import burn_lines, open_decks
from processing.water.flood import Floats, accumulate, flood, steepest
from processing.water.sinks import pond, sinks
from processing.water.terrain import breach

NODATA = -9999.0


@step(version=1, outputs={"filled": "filled.tif", "flow": "flow.tif"})
def flow(
    inputs: Inputs, outputs: Outputs, *, longest_cells: int = 30, deepest_m: float = 2.0
) -> None:
    """Say how much ground drains through each cell; do it on the mosaic: water knows no tiles.

    Inputs:
        dtm: Heights in metres; `filled` of `terrain.models` has no gaps.
        culverts: GeoParquet, GeoPackage or GeoJSON of lines in any CRS, may be absent.
        decks: the same of polygons of bridges, may be absent.

    Outputs:
        filled: The terrain after short cuts and filling, that water leaves everywhere.
        flow: Square metres that drain through each cell, by the steepest neighbour (D8).

    Args:
        inputs: See above.
        outputs: See above.
        longest_cells: Of a cut through a bank.
        deepest_m: Of a cut, at its deepest.
    """
    dtm, heights = _opened(inputs)
    flooded = flood(breach(heights, longest_cells=longest_cells, deepest_m=deepest_m))
    area_m2 = accumulate(flooded, steepest(flooded)) * dtm.cell**2
    write_cog(_raster(flooded.filled, dtm), outputs["filled"])
    write_cog(_raster(np.where(np.isnan(heights), np.nan, area_m2), dtm), outputs["flow"])


@step(version=1, outputs={"depth": "depth.tif", "ponds": "ponds.parquet"})
def ponding(
    inputs: Inputs,
    outputs: Outputs,
    *,
    rain_mm: float,
    runoff: float = 1.0,
    longest_cells: int = 0,
    deepest_m: float = 0.0,
) -> None:
    """Let it rain once, and say where the water stands when all has run off.

    Inputs:
        dtm: Heights in metres; `filled` of `terrain.models` has no gaps.
        culverts: GeoParquet, GeoPackage or GeoJSON of lines in any CRS, may be absent.
        decks: the same of polygons of bridges, may be absent.

    Outputs:
        depth: Of the water in metres, 0 where it is dry.
        ponds: GeoParquet of polygons of the sinks with the columns of `processing.water.Ponds`.

    Args:
        inputs: See above.
        outputs: See above.
        rain_mm: Depth of the rain.
        runoff: Share that runs off, 0 to 1.
        longest_cells: Of cuts through banks; by default there are none, as banks hold water.
        deepest_m: Of a cut, at its deepest.
    """
    dtm, heights = _opened(inputs)
    if longest_cells:
        heights = breach(heights, longest_cells=longest_cells, deepest_m=deepest_m)
    flooded = flood(heights)
    ponds = pond(heights, flooded, dtm.cell, rain_mm=rain_mm, runoff=runoff)
    number, _ = sinks(heights, flooded, dtm.cell)
    shapes = _outlines(number, dtm)
    geometry = [shapes[int(one)] for one in ponds.table["sink"]]
    frame = geopandas.GeoDataFrame(ponds.table, geometry=geometry, crs=dtm.crs)
    write_cog(_raster(ponds.depth_m, dtm), outputs["depth"])
    frame.to_parquet(outputs["ponds"], index=False)


def _opened(inputs: Inputs) -> tuple[Raster, Floats]:
    """Return the terrain, and its heights with bridges opened and culverts burnt in."""
    dtm = read_raster(inputs["dtm"][0])
    heights = dtm.values()
    for name, lower in (("decks", open_decks), ("culverts", burn_lines)):
        for file in inputs.get(name, ()):
            shapes = read_frame(file).to_crs(dtm.crs).geometry.explode()
            heights = lower(heights, dtm.transform, list(shapes))
    return dtm, heights


def _raster(values: Floats, like: Raster) -> Raster:
    band = np.where(np.isnan(values), NODATA, values).astype(np.float32)
    return Raster(band[None], like.transform, like.crs, NODATA)


def _outlines(number: NDArray[np.int32], dtm: Raster) -> dict[int, shapely.Geometry]:
    parts: dict[int, list[shapely.Geometry]] = {}
    found = features.shapes(number, mask=number > 0, transform=dtm.transform, connectivity=4)
    for shape, value in found:
        parts.setdefault(int(value), []).append(shapely.geometry.shape(shape))
    return {value: shapely.union_all(shapes) for value, shapes in parts.items()}
