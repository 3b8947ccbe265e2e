"""Steps between files of points and the points that other steps read."""

from __future__ import annotations

import json
from collections.abc import Sequence

from processing.cloud import files, gathering, survey
from processing.cloud.points import write_points
from processing.steps import Inputs, Outputs, step
from sip.crs import Extent


@step(version=1, outputs={"points": "points.arrow"})
def gather(
    inputs: Inputs,
    outputs: Outputs,
    *,
    core: Sequence[float],
    buffer_m: float = 50.0,
    columns: Sequence[str] | None = None,
    crs: int | None = None,
    height_crs: int | None = None,
) -> None:
    """Gather the points of a tile and of a margin around it.

    Inputs:
        clouds: LAS, LAZ or COPC files that touch the tile, in the order in which their points
            are wanted.

    Outputs:
        points: What `processing.cloud.points.read_points` reads: first the points of the first
            file; none if nothing is there.

    Args:
        inputs: See above.
        outputs: See above.
        core: West, south, east, north of the tile, in metres. A point on its eastern or northern
            edge belongs to the next tile.
        buffer_m: Width of the margin.
        columns: Which of `processing.cloud.points.COLUMNS` to keep; all that are there by default.
        crs: EPSG code of the plane of files that do not say it.
        height_crs: EPSG code of the heights of files that do not say it.

    Raises:
        DataError: A file is damaged, or the files have different planes or heights.
    """
    extent = Extent(*core)
    about = [files.facts(file, crs=crs, height_crs=height_crs) for file in inputs["clouds"]]
    points = gathering.gather(about, gathering.widened(extent, buffer_m), columns)
    write_points(points, outputs["points"])


@step(version=1, outputs={"facts": "facts.json"})
def inspect(
    inputs: Inputs, outputs: Outputs, *, crs: int | None = None, height_crs: int | None = None
) -> None:
    """Read a whole file of points and say what it holds and what is odd about it.

    Inputs:
        cloud: One LAS, LAZ or COPC file.

    Outputs:
        facts: JSON of `processing.cloud.survey.Survey`; its `warnings` are sentences for people.

    Args:
        inputs: See above.
        outputs: See above.
        crs: EPSG code of the plane if the file does not say it.
        height_crs: EPSG code of the heights if the file does not say it.

    Raises:
        DataError: The file is damaged, or contradicts itself.
    """
    (cloud,) = inputs["cloud"]
    found = survey.survey(files.facts(cloud, crs=crs, height_crs=height_crs))
    outputs["facts"].write_text(json.dumps(found.told(), indent=1, sort_keys=True))
