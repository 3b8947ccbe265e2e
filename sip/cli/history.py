"""Tell what was changed in the registers, and by whom; prove it; bring former rows back.

    sip history list --layer tree
    sip history show 1207
    sip history verify
    sip history restore tree --id 12 --id 13 --to 2026-05-31T12:00:00Z
    sip history restore tree --area flood.gpkg --to 2026-05-31 --dry-run
    sip history archive observation --before 2021-01-01
    sip history unarchive .sip/history/tree-before-20210101T000000Z-261128101500123456.parquet

`verify` prints the digest of the last seal: written down elsewhere and given with --head, it shows
later that nobody made the whole chain anew. It also compares the files of old versions.
"""

from __future__ import annotations

import argparse
import datetime
import sys
from pathlib import Path

import psycopg

from sip import catalogue, usage
from sip.database import away, changes
from sip.database.changes import Restoration
from sip.errors import UsageError
from sip.settings import Settings

_TIME = "2026-05-31 or 2026-05-31T12:00:00Z, in UTC unless it says otherwise"


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    from sip.load.area import HELP as AREA_HELP

    below = parser.add_subparsers(dest="action", required=True, metavar="ACTION")
    listing = usage.action(
        below, "list", "List the last change sets: number, time, who, how, how much."
    )
    listing.add_argument("--layer", metavar="LAYER", help="only changes of this layer")
    listing.add_argument(
        "--most", type=int, default=20, metavar="N", help="how many at most (%(default)s)"
    )
    show = usage.action(
        below, "show", "Show row by row what taking a change set back would mean (sip undo)."
    )
    show.add_argument("changeset", type=int, metavar="NUMBER", help="of the change set")
    verify = usage.action(
        below, "verify", "Compare rows and history with the seals; exit 1 if they differ."
    )
    verify.add_argument("--head", metavar="DIGEST", help="that was printed before")
    restore = usage.action(
        below, "restore", "Bring rows back to what they were at a moment, as a new change set."
    )
    restore.add_argument("layer", metavar="LAYER", help="id of the layer")
    restore.add_argument("--to", required=True, type=_moment, metavar="TIME", help=_TIME)
    restore.add_argument(
        "--id", type=int, action="append", metavar="ID", help="only this row, repeatable"
    )
    restore.add_argument("--area", metavar="AREA", help=AREA_HELP)
    restore.add_argument("--dry-run", action="store_true", help="only say what would be done")
    archive = usage.action(below, "archive", "Move old versions of rows to a file.")
    archive.add_argument("layer", metavar="LAYER", help="id of the layer")
    archive.add_argument(
        "--before",
        required=True,
        type=_moment,
        metavar="TIME",
        help="only versions that ended before",
    )
    archive.add_argument(
        "--to", type=Path, metavar="FOLDER", help="where the file goes (.sip/history)"
    )
    back = usage.action(below, "unarchive", "Bring the versions of a file back.")
    back.add_argument("file", type=Path, metavar="FILE", help="what archive wrote")
    usage.action(below, "archived", "List which versions lie in which files.")


def run(args: argparse.Namespace, settings: Settings) -> int:
    """List, show, verify or restore."""
    match args.action:
        case "list":
            for one in changes.newest(settings, most=args.most, layer=args.layer):
                said = " - ".join(part for part in (one.application, one.comment) if part)
                print(f"{one.id}  {one.at:%Y-%m-%d %H:%M:%S}  {one.who}  {said}  {one.changes}")
        case "show":
            for step in changes.undoing(settings, args.changeset):
                print(step)
        case "restore":
            return _restore(args, settings)
        case "verify":
            return _verify(args, settings)
        case "archive":
            moved = away.archive(settings, args.layer, args.before, args.to)
            print(moved or f"{args.layer}: no version ended by then", file=sys.stderr)
        case "unarchive":
            back = away.unarchive(settings, args.file)
            print(f"{back.layer}: {back.versions} versions are back", file=sys.stderr)
        case "archived":
            for moved in away.at_large(settings):
                print(moved)
    return 0


def _verify(args: argparse.Namespace, settings: Settings) -> int:
    found, head = changes.verify(settings, head=args.head)
    said, problems = away.verify(settings)
    for line in [*said, *found, *problems, head]:
        print(line)
    return 1 if found or problems else 0


def _restore(args: argparse.Namespace, settings: Settings) -> int:
    wanted = Restoration(args.layer, args.to, args.id, _area(args, settings))
    if args.dry_run:
        for step in changes.restoring(settings, wanted):
            print(step)
        return 0
    print(f"{changes.restore(settings, wanted)} rows restored", file=sys.stderr)
    return 0


def _area(args: argparse.Namespace, settings: Settings) -> str | None:
    from sip.load import area

    if not args.area:
        return None
    with psycopg.connect(settings.dsn()) as connection:
        return area.read(args.area, catalogue.load(settings.project), connection)


def _moment(text: str) -> datetime.datetime:
    try:
        given = datetime.datetime.fromisoformat(text)
    except ValueError:
        raise UsageError(f'"{text}" is no date of ISO 8601') from None
    return given if given.tzinfo else given.replace(tzinfo=datetime.UTC)
