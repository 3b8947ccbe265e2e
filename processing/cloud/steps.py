"""Steps between files of points and the points that other steps read."""

from __future__ import annotations

import json
from collections.abc import Sequence

from processing.cloud import cutting, files, gathering, survey
from processing.cloud.points import read_points
from processing.cloud.writing import write_copc, write_laz
from processing.steps import Inputs, Outputs, step
from sip.crs import Extent


@step(version=2, outputs={"pieces": "pieces.columns", "tally": "tally.json"})
def cut(
    inputs: Inputs,
    outputs: Outputs,
    *,
    part: Sequence[int],
    square_m: float = 50.0,
    crs: int | None = None,
    height_crs: int | None = None,
) -> None:
    """Cut a part of a file of points into squares, and count what is in it.

    Inputs:
        cloud: One LAS, LAZ or COPC file.

    Outputs:
        pieces: What `processing.cloud.cutting.read_pieces` reads.
        tally: JSON of `processing.cloud.survey.Tally`.

    Args:
        inputs: See above.
        outputs: See above.
        part: First and last (not included) of the points, see `processing.cloud.cutting.parts`.
        square_m: Width of the squares.
        crs: EPSG code of the plane if the file does not say it.
        height_crs: EPSG code of the heights if the file does not say it.

    Raises:
        DataError: The file is damaged, or points lie outside the bounds of its header.
    """
    (cloud,), (first, last) = inputs["cloud"], part
    about = files.facts(cloud, crs=crs, height_crs=height_crs)
    tally = cutting.cut(about, (first, last), square_m, outputs["pieces"])
    outputs["tally"].write_text(json.dumps(tally.told(), sort_keys=True))


@step(version=3, outputs={"facts": "facts.json"})
def inspect(
    inputs: Inputs, outputs: Outputs, *, crs: int | None = None, height_crs: int | None = None
) -> None:
    """Say what a whole file of points holds and what is odd about it.

    Inputs:
        cloud: One LAS, LAZ or COPC file.
        tallies: Of `cloud.cut`, of all its parts.

    Outputs:
        facts: JSON of `processing.cloud.survey.Survey`; its `warnings` are sentences for people.

    Args:
        inputs: See above.
        outputs: See above.
        crs: EPSG code of the plane if the file does not say it.
        height_crs: EPSG code of the heights if the file does not say it.

    Raises:
        DataError: The file holds another number of points than it says.
    """
    (cloud,) = inputs["cloud"]
    tallies = (survey.Tally.read(json.loads(one.read_text())) for one in inputs["tallies"])
    about = files.facts(cloud, crs=crs, height_crs=height_crs)
    found = survey.survey(about, sum(tallies, survey.Tally()))
    outputs["facts"].write_text(json.dumps(found.told(), indent=1, sort_keys=True))


@step(version=4, outputs={"points": "points.columns"})
def gather(
    inputs: Inputs,
    outputs: Outputs,
    *,
    core: Sequence[float],
    buffer_m: float = 50.0,
    crs: int | None = None,
    height_crs: int | None = None,
) -> None:
    """Gather the points of a tile and of a margin around it.

    Inputs:
        pieces: Of `cloud.cut`, of files that touch the tile, in the order in which their points
            are wanted; or
        clouds: the files themselves, each of which is read whole, where there is one tile only.

    Outputs:
        points: What `processing.cloud.points.read_points` reads; none if nothing is there.

    Args:
        inputs: See above.
        outputs: See above.
        core: West, south, east, north of the tile, in metres. A point on its eastern or northern
            edge belongs to the next tile.
        buffer_m: Width of the margin.
        crs: EPSG code of the plane of files that do not say it.
        height_crs: EPSG code of the heights of files that do not say it.

    Raises:
        DataError: A file is damaged, or the files have different planes or heights.
    """
    extent = gathering.widened(Extent(*core), buffer_m)
    if "pieces" in inputs:
        cutting.join(inputs["pieces"], extent, outputs["points"])
    else:
        about = [files.facts(file, crs=crs, height_crs=height_crs) for file in inputs["clouds"]]
        gathering.gather_into(outputs["points"], about, extent)


@step(version=2, outputs={"cloud": "cloud.laz"})
def publish_laz(inputs: Inputs, outputs: Outputs, *, core: Sequence[float]) -> None:
    """Write the classified points of a tile, without its margin, as LAZ 1.4.

    Inputs:
        points: Of `cloud.gather`.
        classes: Of `ground.classify` or another step that gives each point a class.

    Outputs:
        cloud: LAZ 1.4, point format 6 to 8, with CRS and heights as WKT and without a date.

    Args:
        inputs: See above.
        outputs: See above.
        core: West, south, east, north of the tile, in metres.

    Raises:
        DataError: Points or classes cannot be read or do not belong together.
    """
    points = read_points(inputs["points"][0], inputs["classes"][0])
    write_laz(points, outputs["cloud"], extent=Extent(*core))


@step(version=2, outputs={"cloud": "cloud.copc.laz"})
def publish(inputs: Inputs, outputs: Outputs, *, core: Sequence[float]) -> None:
    """Write the classified points of a tile, without its margin, as COPC for the web and QGIS.

    Inputs:
        points: Of `cloud.gather`.
        classes: Of `ground.classify` or another step that gives each point a class.

    Outputs:
        cloud: COPC 1.0, which is LAZ 1.4 too; the order of the points is that of its octree.

    Args:
        inputs: See above.
        outputs: See above.
        core: West, south, east, north of the tile, in metres.

    Raises:
        DataError: The core holds no points, or points and classes do not belong together.
    """
    points = read_points(inputs["points"][0], inputs["classes"][0])
    write_copc(points.inside(Extent(*core)), outputs["cloud"])
