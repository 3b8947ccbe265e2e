"""Hand out or erase what the registers know of one person, in rows, history and copies.

    sip person export "Jan Kowalski" 601234567 -o jan/
    sip person erase "Jan Kowalski" 601234567 --reason "GDPR art. 17, case 12/2026"

A person is sought by any of the terms: a name, an e-mail address, a telephone or PESEL number. What
was found is shown before anything is erased. An erasure leaves a tombstone without personal values.
"""

from __future__ import annotations

import argparse
import csv
import dataclasses
import os
import pwd
import sys
from collections.abc import Sequence
from pathlib import Path

import orjson
import psycopg

from sip import catalogue, usage
from sip.catalogue import Catalogue
from sip.database import away
from sip.errors import NotFound, UsageError
from sip.people import personal, visitors
from sip.people.personal import Find
from sip.people.visitors import Visit
from sip.settings import Settings


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    below = parser.add_subparsers(dest="action", required=True, metavar="ACTION")
    export = usage.action(below, "export", "Write what is known of somebody as JSON and CSV.")
    export.add_argument(
        "-o", "--output", type=Path, required=True, metavar="FOLDER", help="folder to write"
    )
    erase = usage.action(
        below,
        "erase",
        "Empty the personal fields of all versions of the rows, once it is confirmed.",
    )
    erase.add_argument("--reason", required=True, metavar="TEXT", help="why; it stays on record")
    erase.add_argument("--dry-run", action="store_true", help="only say what would be done")
    erase.add_argument("--yes", action="store_true", help="do not ask")
    for one in (export, erase):
        one.add_argument("terms", nargs="+", metavar="TERM", help="name, e-mail, telephone, PESEL")
        one.add_argument(
            "--only", action="append", metavar="LAYER/ID", help="only this row, repeatable"
        )


def run(args: argparse.Namespace, settings: Settings) -> int:
    """Find, and hand out or erase, in one transaction."""
    project = catalogue.load(settings.project)
    _mind_files(args, settings, project)
    with psycopg.connect(settings.dsn()) as connection:
        finds = personal.find(connection, project, args.terms)
        if args.only:
            finds = [one for one in finds if f"{one.layer}/{one.id}" in args.only]
        visits = [] if args.only else visitors.find(connection, args.terms)
        if not finds and not visits:
            raise NotFound("no register knows such a person, now or before")
        _show(finds, visits)
        if args.action == "export":
            _write(finds, visits, project, args.output)
        elif args.dry_run:
            print("nothing was erased: --dry-run", file=sys.stderr)
        else:
            _confirm(args, finds, visits)
            who = pwd.getpwuid(os.getuid()).pw_name
            copies = personal.erase(connection, project, finds, who=who, reason=args.reason)
            print(f"{len(finds)} versions of rows and {copies} copies erased", file=sys.stderr)
            if visits:
                gone = visitors.erase(connection, args.terms)
                print(f"{gone} subscriptions and messages deleted", file=sys.stderr)
            print("backups made before still hold them until they are gone", file=sys.stderr)
    return 0


def _show(finds: Sequence[Find], visits: Sequence[Visit]) -> None:
    for one in finds:
        until = f"until {one.known_to:%Y-%m-%d}" if one.known_to else "now"
        print(f"{one.layer}/{one.id} version {one.version}, {until}: {', '.join(one.fields)}")
    for visit in visits:
        print(f"{visit.what} {visit.key}: {visit.email}")


def _mind_files(args: argparse.Namespace, settings: Settings, project: Catalogue) -> None:
    """Tell what cannot be searched; refuse to erase where some of it may lie there."""
    layers = {name for name, one in project.layers.items() if personal.personal_fields(one)}
    held = [str(one) for one in away.at_large(settings) if one.layer in layers]
    if held and args.action == "erase" and not args.dry_run:
        raise UsageError(
            "\n  ".join(
                ["nothing was erased: bring back first (sip history unarchive FILE)", *held]
            )
        )
    for one in held:
        print(f"not searched: {one}", file=sys.stderr)


def _confirm(args: argparse.Namespace, finds: Sequence[Find], visits: Sequence[Visit]) -> None:
    if args.yes:
        return
    if not sys.stdin.isatty():
        raise UsageError("nothing was erased: nobody can be asked here; --yes means it")
    rows = len({(one.layer, one.id) for one in finds}) + len(visits)
    if input(f"erase personal data of {rows} rows for good? Type ERASE: ") != "ERASE":
        raise UsageError("nothing was erased")


def _write(
    finds: Sequence[Find], visits: Sequence[Visit], project: Catalogue, folder: Path
) -> None:
    """Write both files, for nobody else to read."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    rows = [
        {
            "layer": one.layer,
            "title": project.layer(one.layer).spec.title.pl,
            "id": one.id,
            "version": one.version,
            "known_from": one.known_from,
            "known_to": one.known_to,
            "found_in": one.fields,
            "values": one.values,
        }
        for one in finds
    ]
    whole, table = folder / "person.json", folder / "person.csv"
    for file in (whole, table):
        file.touch(mode=0o600)
    rows += [dataclasses.asdict(one) for one in visits]
    whole.write_bytes(orjson.dumps(rows, option=orjson.OPT_INDENT_2))
    with table.open("w", newline="", encoding="utf-8") as open_file:
        writer = csv.writer(open_file)
        writer.writerow(["layer", "id", "version", "known_from", "known_to", "field", "value"])
        for one in finds:
            fields = project.layer(one.layer).spec.fields
            writer.writerows(
                [one.layer, one.id, one.version, one.known_from, one.known_to or "",
                 fields[name].title.pl, value]
                for name, value in one.values.items()
            )  # fmt: skip
    print(f"written to {whole} and {table}", file=sys.stderr)
