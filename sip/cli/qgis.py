"""Write the QGIS project of the catalogue, on the database or on OGC services only.

The database project names its connection as the service `sip`; put host, database and user in
your `pg_service.conf` (docs/planner.md shows one). No password is in the file.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from sip import catalogue
from sip.settings import Settings
from sip.text import LANGUAGES


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument("-o", "--output", type=Path, default=Path("sip.qgz"), metavar="FILE")
    parser.add_argument("--lang", choices=LANGUAGES, default="pl")
    parser.add_argument("--restricted", action="store_true", help="restricted layers as well")
    parser.add_argument("--services", action="store_true", help="OGC services, no database")


def run(args: argparse.Namespace, settings: Settings) -> int:
    """Write the file."""
    from sip.qgis import Source, project_file

    root = settings.public_url or f"http://{settings.host}:{settings.port}"
    source = Source("services" if args.services else "database", root, args.restricted)
    found = catalogue.load(settings.project)
    args.output.write_bytes(project_file(found, source, language=args.lang))
    print(f"wrote {args.output}", file=sys.stderr)
    return 0
