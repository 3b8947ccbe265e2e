"""Back up everything that cannot be made again, as one file.

    sip backup /var/backups/sip --keep 30

In it: the database with roles, verifiers and history; layers/ and styles/; the files of the state
folder (rasters, photographs). It holds personal data: only its owner reads it. With --cluster
instead: a copy of the whole cluster into SIP_ARCHIVE, for recovery to a moment after it.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from sip.database import backup, recovery
from sip.settings import Settings


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    what = parser.add_mutually_exclusive_group(required=True)
    what.add_argument(
        "folder", type=Path, nargs="?", metavar="FOLDER", help="where backups are kept"
    )
    what.add_argument("--cluster", action="store_true", help="copy the cluster into SIP_ARCHIVE")
    parser.add_argument(
        "--keep", type=int, default=14, metavar="N", help="backups to keep (%(default)s)"
    )


def run(args: argparse.Namespace, settings: Settings) -> int:
    """Write one and say where."""
    if args.cluster:
        print(recovery.copy_cluster(settings, kept=args.keep))
        return 0
    print(backup.backup(settings, args.folder, kept=args.keep))
    return 0
