"""Steps on models of the terrain."""

from __future__ import annotations

from processing.raster import read_raster, write_cog
from processing.steps import Inputs, Outputs, step
from processing.terrain import shading


@step(version=1, outputs={"shade": "shade.tif"})
def hillshade(
    inputs: Inputs, outputs: Outputs, *, azimuth_deg: float = 315.0, altitude_deg: float = 45.0
) -> None:
    """Shade the terrain model `dtm` as one distant light would."""
    (dtm,) = inputs["dtm"]
    shade = shading.hillshade(read_raster(dtm), azimuth_deg=azimuth_deg, altitude_deg=altitude_deg)
    write_cog(shade, outputs["shade"])
