"""Import the rows of a file into a layer, all of them or none.

    sip import trees.shp --layer tree --encoding CP1250 --crs 2178 --dry-run

Reads whatever GDAL reads, and GeoParquet. Every row is checked against every rule of the layer.
What the file does not say is asked for (--crs, --encoding, --source-layer), never guessed.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from sip import catalogue
from sip.errors import UsageError
from sip.load import importing, mapping
from sip.progress import progress_bar
from sip.settings import Settings


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    add = parser.add_argument
    add("file", type=Path, metavar="FILE", help="file to read")
    add("--layer", required=True, metavar="LAYER", help="where the rows go")
    add("--source-layer", metavar="NAME", help="which layer of a file with several")
    add("--map", action="append", default=[], metavar="FIELD=COLUMN|FILE.yaml",
        help="where a field's values come from, repeatable; or a mapping file")  # fmt: skip
    add("--crs", type=int, metavar="EPSG", help="of a file that does not say it")
    add("--swap-axes", action="store_true", help="the file has north before east")
    add("--force-2d", action="store_true", help="drop heights")
    add("--encoding", metavar="NAME", help="of a text that does not say it, as CP1250")
    add("--xy", metavar="EAST,NORTH", help="columns with coordinates")
    add("--wkt", metavar="COLUMN", help="column with well-known text")
    add("--repair", action="store_true", help="make invalid geometries valid, and report each")
    add("--key", metavar="FIELD", help="change the rows that have the same value in this field")
    add(
        "--reject",
        type=Path,
        metavar="BAD.gpkg",
        help="write rows that do not fit here, import the others",
    )
    add("--dry-run", action="store_true", help="only say what would be done")


def run(args: argparse.Namespace, settings: Settings) -> int:
    """Import and report; exit 1 where rows were refused."""
    wishes = importing.Wishes(
        source_layer=args.source_layer,
        encoding=args.encoding,
        fields=mapping.parse(args.map),
        crs=args.crs,
        xy=_pair(args.xy),
        wkt=args.wkt,
        swaps_axes=args.swap_axes,
        drops_height=args.force_2d,
        repairs=args.repair,
        key=args.key,
        reject=args.reject,
        is_rehearsal=args.dry_run,
    )
    with progress_bar(f"reading {args.file.name}") as progress:
        report = importing.import_file(
            args.file, args.layer, catalogue.load(settings.project), settings, wishes, progress
        )
    print(report)
    if args.dry_run:
        print("nothing was imported (--dry-run)", file=sys.stderr)
    return 0


def _pair(text: str | None) -> tuple[str, str] | None:
    if text is None:
        return None
    east, comma, north = text.partition(",")
    if not comma:
        raise UsageError("--xy needs two columns: --xy EAST,NORTH")
    return east, north
