"""Back up everything that cannot be made again, as one file.

In it: the database with roles, verifiers and history; layers/ and styles/; the files of the state
folder (rasters, photographs). It holds personal data: only its owner reads it.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from sip.database import backup
from sip.settings import Settings


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument("folder", type=Path, help="where backups are kept")
    parser.add_argument("--keep", type=int, default=14, help="backups to keep (14)")


def run(args: argparse.Namespace, settings: Settings) -> int:
    """Write one and say where."""
    print(backup.backup(settings, args.folder, kept=args.keep))
    return 0
