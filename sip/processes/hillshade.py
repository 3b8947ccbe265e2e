"""The process `hillshade`: a terrain model of the platform under another light."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from sip.catalogue import Catalogue
from sip.errors import QueryError
from sip.jobs.process import Input, Output, Process, Running
from sip.settings import Settings
from sip.text import Text

PROCESS = Process(
    title=Text(pl="Cieniowanie rzeźby terenu", en="Hillshade"),
    description=Text(
        pl="Oświetla model terenu z podanego kierunku i wysokości; wynik to GeoTIFF (COG).",
        en="Lights a terrain model from a direction and height; the result is a GeoTIFF (COG).",
    ),
    inputs={
        "layer": Input(
            Text(pl="Warstwa z modelem terenu", en="Layer with a terrain model"),
            {"type": "string", "default": "dtm"},
            required=False,
        ),
        "azimuth_deg": Input(
            Text(pl="Azymut światła w stopniach od północy", en="Azimuth in degrees from north"),
            {"type": "number", "minimum": 0, "maximum": 360, "default": 315},
            required=False,
        ),
        "altitude_deg": Input(
            Text(pl="Wysokość światła w stopniach", en="Height of the light in degrees"),
            {"type": "number", "minimum": 0, "maximum": 90, "default": 45},
            required=False,
        ),
    },
    outputs={
        "shade": Output(
            Text(pl="Cieniowanie", en="Hillshade"),
            media_type="image/tiff; application=geotiff; profile=cloud-optimized",
        )
    },
)


def check(inputs: Mapping[str, Any], settings: Settings, catalogue: Catalogue) -> None:
    """Do nothing if the terrain model is there.

    Raises:
        QueryError: There is no published raster layer of that name, or its file is not there yet.
    """
    _source(inputs, settings, catalogue)


def run(inputs: Mapping[str, Any], running: Running) -> Mapping[str, Any]:
    """Return the file `shade`.

    Raises:
        QueryError: There is no published raster layer of that name, or its file is not there yet.
    """
    from processing.raster import read_raster, write_cog
    from processing.terrain import hillshade

    source = _source(inputs, running.settings, running.catalogue)
    running.tell(0.1, source.name)
    shade = hillshade(
        read_raster(source),
        azimuth_deg=inputs.get("azimuth_deg", 315.0),
        altitude_deg=inputs.get("altitude_deg", 45.0),
    )
    running.tell(0.7, "shade.tif")
    made = running.folder / "shade.tif"
    write_cog(shade, made)
    return {"shade": made}


def _source(inputs: Mapping[str, Any], settings: Settings, catalogue: Catalogue) -> Path:
    name = inputs.get("layer", "dtm")
    layer = next((one for one in catalogue.published("coverage") if one.id == name), None)
    raster = layer.spec.raster if layer else None
    source = settings.data / raster.files[-1].file if raster and raster.files else None
    if source is None or not source.is_file():
        raise QueryError(f'inputs.layer: there is no coverage "{name}"')
    return source
