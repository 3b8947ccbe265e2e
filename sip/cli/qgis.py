"""Write somebody's QGIS project of the catalogue, on the database or on OGC services only.

    sip qgis --as anna -o anna.qgz

What the database lets the person read is in it, and what she may not change is read-only.

With --act it is for work on one planning act: what belongs to other acts is neither shown nor
moved by common vertices, and QGIS judges overlaps before it saves.

The database project names its connection as the service `sip`; put host, database and user in
your `pg_service.conf` (docs/planner.md shows one). No password is in the file.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import psycopg

from sip import catalogue
from sip.errors import UsageError
from sip.settings import Settings
from sip.text import LANGUAGES

if TYPE_CHECKING:
    from sip.catalogue import Catalogue
    from sip.qgis.act import Act


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument("-o", "--output", type=Path, default=Path("sip.qgz"), metavar="FILE",
                        help="file to write (%(default)s)")  # fmt: skip
    parser.add_argument("--lang", choices=LANGUAGES, default="pl",
                        help="language of the words (%(default)s)")  # fmt: skip
    parser.add_argument(
        "--as", dest="role", default="sip_editor", metavar="PERSON",
        help="whose rights decide (a data steward's); PERSON.personal reads personal data",
    )  # fmt: skip
    parser.add_argument("--act", metavar="ACT", help="rows of this planning act alone")
    parser.add_argument(
        "--services", action="store_true", help="on OGC services, without the database"
    )


def run(args: argparse.Namespace, settings: Settings) -> int:
    """Write the file."""
    from sip.qgis import Source, project_file
    from sip.state import seen_by

    if args.act and args.services:
        raise UsageError("--act is for work on the database: leave --services out")
    root = settings.public_url or f"http://{settings.host}:{settings.port}"
    found = catalogue.load(settings.project)
    if not args.services:
        found = seen_by(args.role, found, settings)
    act = _act(args.act, found, settings) if args.act else None
    source = Source("services" if args.services else "database", root, act=act)
    args.output.write_bytes(project_file(found, source, language=args.lang))
    print(f"wrote {args.output}", file=sys.stderr)
    return 0


def _act(name: str, seen: Catalogue, settings: Settings) -> Act:
    from sip.planning import life
    from sip.qgis import act

    with psycopg.connect(settings.dsn("sip_owner")) as connection:
        return act.find(connection, seen, life.find(connection, name).identifier)
