"""Export a layer into a file; its ending says the format (gpkg, geojson, csv, fgb, parquet, ...).

    sip export tree -o trees.gpkg --crs 2178

What everybody may see is exported. With --internal it is the table with all its fields: such a
file may hold personal data.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from sip import catalogue
from sip.load import export
from sip.settings import Role, Settings


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument("layer", metavar="LAYER", help="id of the layer")
    parser.add_argument(
        "-o", "--output", type=Path, required=True, metavar="FILE", help="file to write"
    )
    parser.add_argument(
        "--crs", type=int, metavar="EPSG", help="one of the systems that the project offers"
    )
    parser.add_argument("--internal", action="store_true", help="all fields, for staff")


def run(args: argparse.Namespace, settings: Settings) -> int:
    """Write the file."""
    project = catalogue.load(settings.project)
    wanted = export.order(
        project.layer(args.layer),
        project,
        ending=args.output.suffix.removeprefix(".").lower(),
        code=args.crs,
        is_internal=args.internal,
    )
    role: Role = "sip_owner" if args.internal else "sip_public"
    rows = export.export(wanted, args.output, settings, role)
    print(f"{rows} rows written to {args.output} in EPSG:{wanted.crs}", file=sys.stderr)
    return 0
