"""Steps that tell ground from what stands on it."""

from __future__ import annotations

import dataclasses

import numpy as np

from processing.cloud.points import read_points, write_classes
from processing.ground import filter as ground_filter
from processing.raster import Raster, write_cog
from processing.steps import Inputs, Outputs, step

NODATA = -9999.0


@step(version=2, outputs={"classes": "classes.npy", "ground": "ground.tif"})
def classify(
    inputs: Inputs,
    outputs: Outputs,
    *,
    profile: str = "terrain",
    cell_m: float | None = None,
    widest_m: float | None = None,
    slope: float | None = None,
    above_m: float | None = None,
) -> None:
    """Give each point of a tile a class: 2 ground, 7 low noise, 18 high noise, 1 all else.

    Inputs:
        points: Of `cloud.gather`, margin included; their own classes do not count.

    Outputs:
        classes: One per point; `processing.cloud.points.read_points(points, classes)` joins them.
        ground: Heights of the ground on the cells of the filter, margin included, a membrane over
            gaps: coarse, for programs that need heights over ground fast.

    Args:
        inputs: See above.
        outputs: See above.
        profile: `terrain` for anything, `urban` where cars and hedges must go (dense data),
            `forest` for slopes under trees.
        cell_m: Instead of that of the profile, see `processing.ground.filter.Settings`.
        widest_m: The same.
        slope: The same.
        above_m: The same.

    Raises:
        UsageError: There is no such profile.
        DataError: The points cannot be read.
    """
    (file,) = inputs["points"]
    given = {"cell_m": cell_m, "widest_m": widest_m, "slope": slope, "above_m": above_m}
    changes = {name: value for name, value in given.items() if value is not None}
    settings = dataclasses.replace(ground_filter.profile(profile), **changes)
    points = read_points(file)
    found = ground_filter.classify(points, settings)
    write_classes(found.classes, outputs["classes"])
    heights = found.heights_m if len(points) else np.full_like(found.heights_m, NODATA)
    band = heights.astype(np.float32)[None]
    write_cog(Raster(band, found.grid.transform, points.crs, NODATA), outputs["ground"])
