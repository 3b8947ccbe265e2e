"""Steps that measure tiles and make one of them."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

from processing.cloud import files, gathering, writing
from processing.cloud.points import read_points
from processing.flight import checkpoints as control
from processing.flight import greenness as green
from processing.flight import joining
from processing.flight import quality as qualities
from processing.raster import write_cog
from processing.steps import Inputs, Outputs, step
from sip.crs import Extent


@step(version=2, outputs={"quality": "quality.json", "density": "density.tif"})
def quality(
    inputs: Inputs,
    outputs: Outputs,
    *,
    core: Sequence[float],
    nominal_per_m2: float,
    delivered: Sequence[Sequence[float]],
) -> None:
    """Measure `points` (with `classes`, if given) of a core; density in pulses per m2.

    `delivered` are west, south, east, north of the files: cells beyond them are not counted.
    """
    (points,), classes = inputs["points"], inputs.get("classes", ())
    found = qualities.measure(
        read_points(points, classes[0] if classes else None),
        Extent(*core),
        nominal_per_m2=nominal_per_m2,
        delivered=[Extent(*one) for one in delivered],
    )
    _write_json(found.told, outputs["quality"])
    write_cog(found.density, outputs["density"])


@step(version=1, outputs={"raster": "raster.tif", "seams": "seams.json"})
def mosaic(
    inputs: Inputs,
    outputs: Outputs,
    *,
    cores: Sequence[Sequence[float]],
    overviews: str = "average",
) -> None:
    """Make one COG of the `cores` of `tiles`, and compare neighbours where they meet."""
    extents = [Extent(*core) for core in cores]
    joining.mosaic(inputs["tiles"], extents, outputs["raster"], overviews=overviews)
    _write_json(joining.seams(inputs["tiles"], extents), outputs["seams"])


@step(version=1, outputs={"rows": "rows.parquet"})
def collect(inputs: Inputs, outputs: Outputs) -> None:
    """Put the rows of `tiles` into one file."""
    joining.collect(inputs["tiles"], outputs["rows"])


@step(version=2, outputs={"cloud": "points.copc.laz"})
def cloud(inputs: Inputs, outputs: Outputs, *, cores: Sequence[Sequence[float]]) -> None:
    """Put the points of `tiles` (LAZ, by their `cores`) into one COPC; they must fit in memory.

    Tiles without a point of their own, as at a slanting edge of the flight, add none.
    """
    west, south, east, north = zip(*cores, strict=True)
    whole = Extent(min(west), min(south), max(east), max(north))
    points = gathering.gather(
        [files.facts(one) for one in inputs["tiles"] if not files.is_empty(one)], whole
    )
    writing.write_copc(points, outputs["cloud"])


@step(version=1, outputs={"control": "control.json"})
def check(inputs: Inputs, outputs: Outputs) -> None:
    """Compare the terrain model `dtm` with `checkpoints`, a CSV of x, y, z in its CRS."""
    (dtm,), (points,) = inputs["dtm"], inputs["checkpoints"]
    _write_json(control.compare(dtm, points), outputs["control"])


def _write_json(told: object, file: Path) -> None:
    file.write_text(json.dumps(told, indent=1, sort_keys=True), encoding="utf-8")


@step(version=1, outputs={"crowns": "crowns.parquet"})
def greenness(inputs: Inputs, outputs: Outputs, *, years: Sequence[int]) -> None:
    """Say how green each crown of `trees` is in `indices`, one raster of each of `years`.

    Writes the crowns with height_m, and of the last year ndvi (the median) and z (how far from that
    of all crowns, in robust standard deviations; NaN where too few are alike), and ndvi_change
    since the first year. Crowns with too few cells are left out. `shifts`, if given, has one file
    of `ortho.shifts` per year.
    """
    (file,) = inputs["trees"]
    green.write(file, inputs["indices"], years, outputs["crowns"], shifts=inputs.get("shifts", ()))
