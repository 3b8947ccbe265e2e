"""Take a GeoPackage from the field back in: its edits are merged, attribute by attribute.

    sip checkin trees.gpkg --dry-run

What cannot be merged, breaks a rule or lacks a right is kept in the inbox (sip conflicts). The same
file taken in twice changes nothing; one that was edited further brings what is new in it.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from sip import catalogue
from sip.settings import Settings, language


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the file and the person."""
    add = parser.add_argument
    add("file", type=Path, metavar="FILE.gpkg", help="what sip checkout wrote")
    add("--as", dest="person", metavar="PERSON", help="whose rights decide (who checked it out)")
    add("--dry-run", action="store_true", help="only say what would be done")


def run(args: argparse.Namespace, settings: Settings) -> int:
    """Merge and report."""
    from sip.field.checkin import checkin

    found = catalogue.load(settings.project)
    report = checkin(args.file, found, settings, person=args.person, is_rehearsal=args.dry_run)
    print(report.said_in(language()))
    if args.dry_run:
        print("nothing was changed (--dry-run)", file=sys.stderr)
    return 0
