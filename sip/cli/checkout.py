"""Take layers to the field: a GeoPackage for QField or QGIS, with its project beside it.

    sip checkout --layers tree,bench --area gmina=Kije --as anna -o trees.gpkg

FILE.gpkg holds the rows, FILE.qgz the project with forms and value lists, photos/ the pictures.
When it is back: sip checkin FILE.gpkg. Personal fields are never taken along.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from sip import catalogue
from sip.settings import Settings
from sip.text import LANGUAGES


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare layers, area, person and file."""
    from sip.load.area import HELP as AREA_HELP

    add = parser.add_argument
    add("--layers", required=True, metavar="A,B", help="ids of layers, the topmost first")
    add("--area", required=True, metavar="AREA", help=AREA_HELP)
    add("--as", dest="person", metavar="PERSON", help="whose rights decide (the owner's)")
    add("--lang", choices=LANGUAGES, help="language of the forms (that of the project)")
    add("-o", "--output", type=Path, required=True, metavar="FILE.gpkg", help="a new file")


def run(args: argparse.Namespace, settings: Settings) -> int:
    """Write the file and say what is in it."""
    from sip.field.checkout import checkout

    found = catalogue.load(settings.project)
    names = [name.strip() for name in args.layers.split(",") if name.strip()]
    language = args.lang or found.project.languages[0]
    taken = checkout(
        names, args.area, args.output, found, settings, person=args.person, language=language
    )
    for layer, rows in taken.rows.items():
        print(f"{layer}: {rows} rows")
    print(f"{args.output}, {args.output.with_suffix('.qgz')}: {taken.token}", file=sys.stderr)
    return 0
