"""Steps on models of the terrain."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from processing.cloud import files, gathering
from processing.cloud.points import read_points
from processing.frames import read_frame
from processing.raster import Raster, read_raster, write_cog
from processing.steps import Inputs, Outputs, step
from processing.terrain import contours as lines
from processing.terrain import models as made_from
from processing.terrain import shading, water
from processing.terrain.models import NODATA
from sip.crs import Extent

_MODELS = ("dtm", "filled", "dsm", "ndsm", "slope")


@step(version=2, outputs={name: f"{name}.tif" for name in _MODELS})
def models(
    inputs: Inputs, outputs: Outputs, *, cell_m: float = 1.0, widest_gap_m: float = 30.0
) -> None:
    """Make models of ground and surface of a tile, margin included.

    Cells lie on whole multiples of their width, so cores of neighbours fit together; where the
    margin is wider than the gaps, they have no seam.

    Inputs:
        points: Of `cloud.gather`.
        classes: Of `ground.classify`.

    Outputs:
        dtm: Heights of the ground on triangles (float32, nodata -9999), wide gaps are nodata.
        filled: The same without gaps: a membrane spans them. Not measured there.
        dsm: The highest that a pulse met first, discs of 0.2 m, single gaps filled.
        ndsm: The surface over `filled`, never below 0.
        slope: Of `filled`, in degrees.

    Args:
        inputs: See above.
        outputs: See above.
        cell_m: Width of a cell.
        widest_gap_m: Ground farther apart is a gap.

    Raises:
        DataError: Points or classes cannot be read or do not belong together.
    """
    points = read_points(inputs["points"][0], inputs["classes"][0])
    made = made_from.models(points, cell_m=cell_m, widest_gap_m=widest_gap_m)
    bands = (made.dtm, made.filled, made.dsm, made.ndsm, made.slope_deg)
    for name, band in zip(_MODELS, bands, strict=True):
        values = np.where(np.isnan(band) | (len(points) == 0), np.float32(NODATA), band)
        write_cog(Raster(values[None], made.grid.transform, points.crs, NODATA), outputs[name])


@step(version=1, outputs={"dsm": "dsm.tif"})
def surface(
    inputs: Inputs,
    outputs: Outputs,
    *,
    core: Sequence[float],
    cell_m: float = 1.0,
    crs: int | None = None,
    height_crs: int | None = None,
) -> None:
    """Make a surface model straight from files, for whoever needs no ground: the fastest way.

    Only coordinates, classes and numbers of returns are decompressed.

    Inputs:
        clouds: LAS, LAZ or COPC files that touch the tile.

    Outputs:
        dsm: As of `models`, on the cells that the points of the core touch.

    Args:
        inputs: See above.
        outputs: See above.
        core: West, south, east, north of the tile, in metres.
        cell_m: Width of a cell.
        crs: EPSG code of the plane of files that do not say it.
        height_crs: EPSG code of the heights of files that do not say it.

    Raises:
        DataError: A file is damaged, or the files have different planes or heights.
    """
    about = [files.facts(file, crs=crs, height_crs=height_crs) for file in inputs["clouds"]]
    points = gathering.gather(about, Extent(*core), ("return_number", "flags"))
    grid, heights = made_from.surface(points, cell_m=cell_m)
    band = np.where(np.isnan(heights), np.float32(NODATA), heights)[None]
    write_cog(Raster(band, grid.transform, points.crs, NODATA), outputs["dsm"])


@step(version=2, outputs={"dtm": "dtm.tif"})
def flatten(inputs: Inputs, outputs: Outputs) -> None:
    """Take bridges out of a terrain model, and make its waters level.

    Do it on the mosaic, so that a lake has one level. About 50 bytes of memory a cell.

    Inputs:
        dtm: Heights in metres.
        decks: Polygons of bridges in any CRS (GeoParquet, GeoPackage, GeoJSON), may be absent.
        water: Polygons of water, the same.

    Outputs:
        dtm: The same, spanned below bridges, level where water is, falling where a river falls.

    Args:
        inputs: See above.
        outputs: See above.

    Raises:
        DataError: Polygons cannot be read, or have no CRS.
    """
    dtm = read_raster(inputs["dtm"][0])
    decks, waters = (
        [one for file in inputs.get(name, ()) for one in read_frame(file).to_crs(dtm.crs).geometry]
        for name in ("decks", "water")
    )
    write_cog(water.flattened(dtm, waters, decks), outputs["dtm"])


@step(version=2, outputs={"contours": "contours.parquet"})
def contours(
    inputs: Inputs, outputs: Outputs, *, interval_m: float = 1.0, smooth_cells: float = 1.0
) -> None:
    """Draw contours of a terrain model; of the mosaic, so that lines do not end at tiles.

    Inputs:
        dtm: Heights in metres.

    Outputs:
        contours: GeoParquet of LineStrings with height_m and bold (each fifth).

    Args:
        inputs: See above.
        outputs: See above.
        interval_m: Between two lines.
        smooth_cells: Standard deviation of the Gauss filter before; 0 for none.
    """
    (dtm,) = inputs["dtm"]
    drawn = lines.contours(dtm, interval_m=interval_m, smooth_cells=smooth_cells)
    drawn.to_parquet(outputs["contours"], index=False)


@step(version=1, outputs={"shade": "shade.tif"})
def hillshade(
    inputs: Inputs, outputs: Outputs, *, azimuth_deg: float = 315.0, altitude_deg: float = 45.0
) -> None:
    """Shade the terrain model `dtm` as one distant light would."""
    (dtm,) = inputs["dtm"]
    shade = shading.hillshade(read_raster(dtm), azimuth_deg=azimuth_deg, altitude_deg=altitude_deg)
    write_cog(shade, outputs["shade"])
