"""Take a change set back, as a new one; refused where later edits stand against it.

    sip undo 1207 --dry-run
    sip undo 1207

A later edit of another field of the same row is kept. `sip history list` tells the numbers.
"""

from __future__ import annotations

import argparse
import sys

from sip.database import changes
from sip.settings import Settings


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument("changeset", type=int, metavar="NUMBER", help="of the change set")
    parser.add_argument("--dry-run", action="store_true", help="only say what would be done")


def run(args: argparse.Namespace, settings: Settings) -> int:
    """Show, or do."""
    if args.dry_run:
        steps = changes.undoing(settings, args.changeset)
        for step in steps:
            print(step)
        return 1 if any(step.conflict for step in steps) else 0
    print(f"{changes.undo(settings, args.changeset)} rows taken back", file=sys.stderr)
    return 0
