"""Planning acts in the APP schemas: check them.

    sip plan check plan.gml
    sip plan check FOLDER --json

`check` applies the schema, the 18 attribute rules, the geometry rules, references, code lists and
legal consistency. The rules' words, law and limits are in `layers/planning/app/`.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

import orjson

from sip.planning import checking, findings, rules
from sip.settings import Settings


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    below = parser.add_subparsers(dest="action", required=True, metavar="ACTION")
    check = below.add_parser("check", help="apply all rules to files")
    check.add_argument("files", nargs="+", type=Path, metavar="FILE|FOLDER")
    how = check.add_mutually_exclusive_group()
    how.add_argument("--json", action="store_true", help="for programs")
    how.add_argument("--geojson", action="store_true", help="findings as a layer, for QGIS")
    check.add_argument("--lang", choices=["en", "pl"], default="en", help="of the messages")
    check.add_argument("--schemas", type=Path, metavar="FOLDER", help="the ministry's XSD files")


def run(args: argparse.Namespace, settings: Settings) -> int:
    """Check; exit 1 where there are errors."""
    book = rules.read(settings.project, checking.today())
    folders = [one for one in (args.schemas, settings.project / "schemas") if one is not None]
    report = checking.check(args.files, book, *folders)
    if args.json or args.geojson:
        made = findings.as_json if args.json else findings.as_geojson
        sys.stdout.buffer.write(orjson.dumps(made(report, args.lang)) + b"\n")
    else:
        print(*findings.as_text(report, args.lang), sep="\n")
    return 1 if report.has_errors else 0
