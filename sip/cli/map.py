"""Draw layers as a map in one HTML file, to e-mail or to keep; nothing in it comes from outside.

    sip map tree bench -o park.html --bbox 20.6,50.8,20.7,50.9

It holds up to 5,000 features.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from sip.errors import UsageError
from sip.settings import Settings
from sip.text import LANGUAGES


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare layers, the file, the language and the part."""
    parser.add_argument(
        "layer", nargs="+", metavar="LAYER", help="id of a layer, the topmost first"
    )
    parser.add_argument(
        "-o", "--output", type=Path, required=True, metavar="FILE.html", help="file to write"
    )
    parser.add_argument(
        "--lang", choices=LANGUAGES, help="language of the words (that of the project)"
    )
    parser.add_argument(
        "--bbox", metavar="WEST,SOUTH,EAST,NORTH", help="only what lies here, in degrees"
    )


def run(args: argparse.Namespace, settings: Settings) -> int:
    """Write the file."""
    from services.portal import one_file
    from sip import catalogue
    from sip.crs import Extent

    part = None
    if args.bbox:
        try:
            west, south, east, north = map(float, args.bbox.split(","))
        except ValueError:
            raise UsageError(f'--bbox is "{args.bbox}"; it must be four numbers') from None
        part = Extent(west, south, east, north)
    found = catalogue.load(settings.project)
    layers = [found.layer(name) for name in dict.fromkeys(args.layer)]
    language = args.lang or found.project.languages[0]
    text = one_file.draw(found, settings, layers, language, part)
    args.output.write_text(text, encoding="utf-8")
    print(f"{args.output}: {len(text.encode()) / 1e6:.1f} MB", file=sys.stderr)
    return 0
