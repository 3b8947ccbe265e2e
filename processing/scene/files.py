"""A scene as files: what a city would be given, and the truth beside it."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import geopandas
import laspy
import numpy as np

from processing.cloud.writing import undated, wkt
from processing.raster import Raster, write_cog
from processing.scene.camera import photograph
from processing.scene.content import COLUMNS, Scene
from processing.scene.scanner import Cloud, scan
from processing.scene.years import Changes

EVRF2007_PL = 9651
"""EPSG code of the Polish heights."""
TRUTH = "truth"
"""Name of the extra dimension with true classes."""
SCALE_M = 0.001


def write(
    scene: Scene, folder: Path, *, density: float = 8.0, seed: int = 1, leaves: float = 0.5
) -> None:
    """Write points, picture, true grids and true objects of a scene.

    The files are `points.laz`, `picture.tif`, `ground.tif`, `cover.tif` and, for each frame that
    has rows, `<name>.parquet` and `<name>.geojson`.

    Args:
        scene: What is there.
        folder: Made if it is not there.
        density: Pulses per square metre.
        seed: Of errors and grain.
        leaves: Density of broadleaved crowns against summer.
    """
    folder.mkdir(parents=True, exist_ok=True)
    write_laz(scan(scene, density=density, seed=seed, leaves=leaves), folder / "points.laz")
    write_cog(photograph(scene, seed=seed), folder / "picture.tif")
    ground = scene.ground_m.astype(np.float32)[None]
    write_cog(Raster(ground, scene.transform, scene.crs), folder / "ground.tif")
    write_cog(Raster(scene.cover[None], scene.transform, scene.crs), folder / "cover.tif")
    for name in COLUMNS:
        _write_frame(getattr(scene, name), folder / name)


def write_changes(changes: Changes, folder: Path) -> None:
    """Write what has changed between two years, a frame of `Changes` per pair of files."""
    folder.mkdir(parents=True, exist_ok=True)
    for field in dataclasses.fields(changes):
        _write_frame(getattr(changes, field.name), folder / field.name)


def _write_frame(frame: geopandas.GeoDataFrame, stem: Path) -> None:
    if len(frame):
        frame.to_parquet(stem.with_suffix(".parquet"), index=False)
        frame.to_file(stem.with_suffix(".geojson"), driver="GeoJSON")


def write_laz(cloud: Cloud, file: Path) -> None:
    """Write points as LAS 1.4, point format 6, with the CRS and the datum of heights as WKT.

    Every class is 0, never classified; the true ones are in the extra dimension `truth`.
    """
    header = laspy.LasHeader(version="1.4", point_format=6)
    header.scales = np.full(3, SCALE_M)
    header.offsets = np.floor(cloud.xyz.min(axis=0)) if len(cloud) else np.zeros(3)
    header.add_extra_dim(laspy.ExtraBytesParams(TRUTH, "uint8", "true class"))
    header.vlrs.append(laspy.vlrs.known.WktCoordinateSystemVlr(wkt(cloud.crs, EVRF2007_PL)))
    header.global_encoding.wkt = True
    data = laspy.LasData(header)
    data.x, data.y, data.z = cloud.xyz.T
    data.return_number, data.number_of_returns = cloud.number, cloud.count
    data.intensity, data.point_source_id = cloud.intensity, cloud.strip
    data.scan_angle = np.round(cloud.angle_deg / 0.006).astype(np.int16)
    data.gps_time = cloud.time_s
    data[TRUTH] = cloud.code
    data.write(str(file))
    undated(file)
