"""Restore a backup into a place of its own, and compare it with what was backed up.

    sip restore sip-20261128.tar --verify

With --verify it is only proved: the place goes again. With --to FOLDER a project is made there,
with a cluster of its own; `sip up` in it starts the services. With --database as well, registers go
into that empty PostGIS instead, which SIP_DATABASE_URL names then. Nothing that stands is
overwritten.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from sip.database import cluster, restore
from sip.errors import UsageError


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument("file", type=Path, metavar="FILE", help="the backup")
    where = parser.add_mutually_exclusive_group(required=True)
    where.add_argument("--verify", action="store_true", help="restore it only to prove it")
    where.add_argument("--to", type=Path, metavar="FOLDER", help="a new project folder")
    parser.add_argument("--database", metavar="URL", help="an empty PostGIS, as its owner")


NEEDS_PROJECT = False


def run(args: argparse.Namespace, settings: None) -> int:
    """Restore, and say what came back only after it was compared."""
    if args.verify and args.database:
        raise UsageError("--verify restores into a cluster of its own: leave --database out")
    if args.verify:
        with restore.scratch(args.file) as restored:
            print(f"whole: {restored}")
        return 0
    restored = restore.restore(args.file, args.to.resolve(), database_url=args.database or "")
    cluster.stop(restored.settings)
    print(f"restored into {restored.settings.project}: {restored}")
    return 0
