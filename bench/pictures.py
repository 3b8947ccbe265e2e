"""Draw what the processing finds in real samples: `python -m bench.pictures DATA OUT`.

DATA is a folder with the open samples of docs/gis_analyst.md (`lidar/ahn3_delft`, `lidar/lidR`,
`lidar/isprs_filter`); OUT gets one PNG each, drawn from what `sip process lidar` writes.
"""

from __future__ import annotations

import argparse
import dataclasses
import math
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path

import geopandas
import laspy
import numpy as np
import shapely
from numpy.typing import NDArray
from PIL import Image, ImageDraw

from processing import executors
from processing.cloud.points import GROUND, Points
from processing.flight import running
from processing.flight.lidar import Wishes
from processing.ground import filter as ground_filter
from processing.raster import Raster, read_raster

WIDTH_PX = 1000
_GREEN, _ORANGE, _PAPER = (47, 125, 50), (213, 94, 0), (255, 255, 255)
_RIGHT_GROUND, _RIGHT_OBJECT = (169, 116, 79), (154, 165, 173)
_LOST_GROUND, _FALSE_GROUND = (204, 121, 167), (0, 114, 178)
"""Told apart by everybody; see the legend beside the picture."""

type Picture = Image.Image


@dataclasses.dataclass(frozen=True)
class Sheet:
    """A picture of a rectangle of ground, drawn in metres."""

    image: Picture
    west: float
    north: float
    px_per_m: float

    def at(self, coordinates: NDArray[np.float64]) -> list[tuple[float, float]]:
        """Return pixels of coordinates of shape (n, 2), east and north in metres."""
        x = (coordinates[:, 0] - self.west) * self.px_per_m
        y = (self.north - coordinates[:, 1]) * self.px_per_m
        return list(zip(x.tolist(), y.tolist(), strict=True))


def sheet_of(shade: Raster) -> Sheet:
    """Return a sheet of the part of a shaded terrain that has values, nodata as paper."""
    band = np.asarray(shade.band)
    rows, cols = (np.flatnonzero((band != shade.nodata).any(axis=axis)) for axis in (1, 0))
    part = band[rows[0] : rows[-1] + 1, cols[0] : cols[-1] + 1]
    # Lighter, so that outlines stand out.
    grey = np.where(part == shade.nodata, 255, 120 + part * 0.5).astype(np.uint8)
    scale = WIDTH_PX / part.shape[1]
    size = (WIDTH_PX, round(part.shape[0] * scale))
    image = Image.fromarray(grey).resize(size, Image.Resampling.BICUBIC).convert("RGB")
    west = shade.transform.c + cols[0] * shade.cell
    north = shade.transform.f - rows[0] * shade.cell
    return Sheet(image, west, north, scale / shade.cell)


def outline(sheet: Sheet, frame: geopandas.GeoDataFrame, colour: tuple[int, int, int]) -> None:
    """Draw the outlines of polygons, lightly filled."""
    over = Image.new("RGBA", sheet.image.size, (0, 0, 0, 0))
    pen = ImageDraw.Draw(over)
    for shape in shapely.get_parts(frame.geometry.to_numpy()):
        ring = sheet.at(shapely.get_coordinates(shape.exterior))
        pen.polygon(ring, fill=(*colour, 60))
        pen.line(ring, fill=(*colour, 255), width=2)
    sheet.image.paste(over, (0, 0), over)


def flight(files: list[Path], wishes: Wishes) -> Picture:
    """Process points as `sip process lidar` does; draw terrain, crowns and buildings."""
    with tempfile.TemporaryDirectory() as folder, executors.workers() as hands:
        running.run(files, Path(folder), wishes, hands, told=lambda *_: None)
        sheet = sheet_of(read_raster(Path(folder) / "hillshade.tif"))
        for name, colour in (("trees", _GREEN), ("buildings", _ORANGE)):
            file = Path(folder) / f"{name}.parquet"
            if file.exists():
                outline(sheet, geopandas.read_parquet(file), colour)
    return sheet.image


def ground(file: Path) -> Picture:
    """Classify a sample of the ISPRS filter test; draw each point by what became of it."""
    truth = laspy.read(file)
    points = Points(
        x=np.asarray(truth.X), y=np.asarray(truth.Y), z=np.asarray(truth.Z),
        scale=tuple(truth.header.scales), offset=tuple(truth.header.offsets), crs=2178,
        height_crs=None, classification=np.zeros(len(truth.X), dtype=np.uint8),
    )  # fmt: skip
    found = ground_filter.classify(points, ground_filter.profile("terrain")).classes == GROUND
    real = np.asarray(truth.classification) == GROUND
    east, north = points.east(), points.north()
    px_per_m = WIDTH_PX / np.ptp(east)
    image = Image.new("RGB", (WIDTH_PX, math.ceil(np.ptp(north) * px_per_m)), _PAPER)
    sheet, pen = Sheet(image, east.min(), north.max(), px_per_m), ImageDraw.Draw(image)
    apart_m = math.sqrt(np.ptp(east) * np.ptp(north) / len(points))
    small, large = apart_m * px_per_m / 2, apart_m * px_per_m
    for chosen, colour, size in (
        (real & found, _RIGHT_GROUND, small), (~real & ~found, _RIGHT_OBJECT, small),
        (real & ~found, _LOST_GROUND, large), (~real & found, _FALSE_GROUND, large),
    ):  # fmt: skip
        for x, y in sheet.at(np.column_stack([east[chosen], north[chosen]])):
            pen.ellipse([x - size, y - size, x + size, y + size], fill=colour)
    return image


PICTURES: Mapping[str, Callable[[Path], Picture]] = {
    "city": lambda data: flight(
        [data / "lidar/ahn3_delft/ahn3_cropped_1.laz"], Wishes(profile="urban", crs=28992)
    ),
    "forest": lambda data: flight(
        [data / "lidar/lidR/Megaplot.laz"], Wishes(profile="forest", crs=26917)
    ),
    "ground": lambda data: ground(data / "lidar/isprs_filter/samp31.laz"),
}


def main() -> None:
    """Draw all, or those that are named."""
    parser = argparse.ArgumentParser(prog="python -m bench.pictures", description=__doc__)
    parser.add_argument("data", type=Path, metavar="DATA")
    parser.add_argument("out", type=Path, metavar="OUT")
    parser.add_argument("--only", choices=list(PICTURES), nargs="*", default=list(PICTURES))
    args = parser.parse_args()
    args.out.mkdir(parents=True, exist_ok=True)
    for name in args.only:
        drawn = PICTURES[name](args.data).quantize(64)
        drawn.save(args.out / f"{name}.png", optimize=True)


if __name__ == "__main__":
    main()
