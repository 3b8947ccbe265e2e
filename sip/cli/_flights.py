"""What `sip process` is told: its kinds and their options."""

from __future__ import annotations

import argparse
from pathlib import Path

from sip import usage

_LIDAR = """Make terrain, trees and buildings of a point cloud.

    sip process lidar tiles/ -o flight_2026 --profile urban --date 2026-04-01

It reads LAS, LAZ and COPC. Terrain, surface and heights over ground are written as COG, the points
as COPC, contours, trees and buildings as GeoParquet.
"""
_CHANGE = """Tell what has changed on the ground between two flights.

    sip process change flight_2021 flight_2026 -o change

It reads two folders that `sip process lidar` has written, or points. Differences of heights are
written as COG, with where they are sure; earthworks, trees and buildings as GeoParquet.
"""
_ORTHO = """Make indices, land cover, condition of trees and change of orthophotos.

    sip process ortho pictures/ -o cover_2026 --layout rgbi --ndsm flight_2026/ndsm.tif

It reads TIFF and JPEG 2000. With --before it is compared with earlier years.
"""
_ACCURACY = """Tell how far land cover can be trusted, by places that somebody has checked.

    sip process accuracy cover_2026/cover.tif places.gpkg --class seen -o accuracy.json

The file goes to `sip process ortho --accuracy`, whose areas then have intervals.
"""


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    kinds = parser.add_subparsers(dest="kind", required=True, metavar="KIND")
    lidar = usage.action(kinds, "lidar", _LIDAR)
    lidar.add_argument(
        "tiles", nargs="+", type=Path, metavar="TILE", help="LAS, LAZ, COPC, or folders of them"
    )
    _of_points(lidar)
    _of_lidar(lidar)
    _of_all(lidar)
    change = usage.action(kinds, "change", _CHANGE)
    change.add_argument("old", type=Path, metavar="OLD", help="the earlier flight")
    change.add_argument("new", type=Path, metavar="NEW", help="the later flight")
    _of_points(change)
    _of_change(change)
    _of_all(change)
    ortho = usage.action(kinds, "ortho", _ORTHO)
    ortho.add_argument(
        "tiles", nargs="+", type=Path, metavar="TILE", help="TIFF, JP2, or folders of them"
    )
    _of_pictures(ortho)
    _of_all(ortho)
    _of_accuracy(usage.action(kinds, "accuracy", _ACCURACY))


def _of_lidar(parser: argparse.ArgumentParser) -> None:
    add = parser.add_argument
    add("--checkpoints", type=Path, metavar="CSV", help="points on the ground: x, y, z")
    add("--footprints", type=Path, metavar="FILE", help="outlines of buildings to measure")
    add("--roads", type=Path, metavar="FILE", help="roads: kerbs, lamps and signs are looked for")
    add("--water", type=Path, metavar="FILE", help="level water (polygons), class 9")
    add("--contours", type=float, default=1.0, metavar="M",
        help="metres between contours, 0 for none (%(default)s)")  # fmt: skip
    add("--rain", type=float, metavar="MM", help="rain whose ways and hollows are computed")
    add("--culverts", type=Path, metavar="FILE", help="lines through which water passes")
    add("--bridges", type=Path, metavar="FILE", help="polygons that are no terrain")
    add("--keep-classes", type=int, nargs="+", default=[], metavar="N",
        help="classes of the supplier to be kept: 9 water, 17 bridges")  # fmt: skip
    add("--vegetation", type=float, nargs=2, default=[0.4, 2.0], metavar=("LOW", "MEDIUM"),
        help="heights in metres up to which it is class 3, and class 4 (0.4 2)")  # fmt: skip
    add("--date", metavar="DAY", help="of a flight whose points do not say it")


def _of_change(parser: argparse.ArgumentParser) -> None:
    add = parser.add_argument
    add("--error", type=float, default=0.1, metavar="M",
        help="standard error of heights, in metres (%(default)s)")  # fmt: skip
    add("--error-places", type=float, default=0.3, metavar="M",
        help="standard error of places, in metres (%(default)s)")  # fmt: skip
    add("--registration", type=float, default=0.03, metavar="M",
        help="standard error of one flight's heights against the other's, in metres"
        " (%(default)s)")  # fmt: skip
    add("--least", type=float, default=20.0, metavar="M2",
        help="smallest earthwork, in square metres (%(default)s)")  # fmt: skip
    add("--keep-shift", action="store_true", help="do not take off the median difference")
    add("--m3c2", action="store_true", help="distances between the clouds as well (M3C2)")


def _of_pictures(parser: argparse.ArgumentParser) -> None:
    add = parser.add_argument
    add("--layout", metavar="BANDS", help="rgb, cir or rgbi, of files that do not say it")
    add("--date", metavar="DAY", help="of files that do not say it")
    add("--year", type=int, metavar="YEAR", help="of the products (that of the latest picture)")
    add("--index", action="append", default=[], metavar="NAME", help="beside ndvi, repeatable")
    add("--ndsm", type=Path, metavar="TIF", help="heights over ground, for the cover")
    add("--trees", type=Path, metavar="FILE", help="crowns of sip process lidar")
    add("--tree-id", metavar="FIELD", help="by which trees are compared from year to year")
    add("--species", metavar="FIELD", help="of trees: each is compared with its like")
    add("--areas", type=Path, metavar="FILE", help="parcels, zones or lawns, summed up")
    add("--id", default="id", metavar="FIELD", help="key of the areas (%(default)s)")
    add("--accuracy", type=Path, metavar="JSON", help="of the cover, by sip process accuracy")
    add("--before", type=Path, action="append", default=[], metavar="FOLDER",
        help="products of an earlier year, repeatable")  # fmt: skip
    add("--lossless", action="store_true", help="keep RGB pictures as they are, not as JPEG")
    add("--least", type=float, default=25.0, metavar="M2",
        help="smallest change of cover, in square metres (%(default)s)")  # fmt: skip


def _of_accuracy(parser: argparse.ArgumentParser) -> None:
    add = parser.add_argument
    add("cover", type=Path, metavar="COVER", help="cover.tif of sip process ortho")
    add("places", type=Path, metavar="PLACES", help="points or polygons that were checked")
    add("--class", dest="field", required=True, metavar="FIELD", help="class seen from above")
    add("--ground", metavar="FIELD", help="class under crowns: sealed, vegetated, bare, water")
    add("-o", "--output", dest="out", type=Path, required=True, metavar="FILE.json",
        help="file to write")  # fmt: skip


def _of_points(parser: argparse.ArgumentParser) -> None:
    """Declare the options of what is made of points."""
    add = parser.add_argument
    add("--profile", default="terrain", metavar="NAME",
        help="terrain, urban or forest (%(default)s)")  # fmt: skip
    add("--size", type=float, metavar="M", help="side of a square (500, less if points are dense)")
    add("--margin", type=float, default=50.0, metavar="M",
        help="metres around a square (%(default)s)")  # fmt: skip
    add("--cell", type=float, default=1.0, metavar="M",
        help="cell of the models, in metres (%(default)s)")  # fmt: skip
    add("--nominal", type=float, default=4.0, metavar="N",
        help="pulses per square metre that were ordered (%(default)s)")  # fmt: skip
    add("--crs", type=int, metavar="EPSG", help="of files that do not say it")
    add("--heights", type=int, metavar="EPSG", help="datum of heights, of files without one")


def _of_all(parser: argparse.ArgumentParser) -> None:
    """Declare the options of every kind."""
    add = parser.add_argument
    add("-o", "--output", dest="out", type=Path, required=True, metavar="FOLDER",
        help="folder to write")  # fmt: skip
    add("--dry-run", action="store_true", help="only say what would be done")
    add("--workers", type=int, default=1, metavar="N", help="processes (%(default)s)")
    add("--scheduler", metavar="ADDRESS", help="a Dask cluster: tcp://...")
