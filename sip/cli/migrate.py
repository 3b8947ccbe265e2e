"""Bring the database to what the layer files declare.

Everything happens in one transaction: it is done as a whole or not at all. Columns that are gone
from the layer files are dropped only with --allow-drop, and so are tables.
"""

from __future__ import annotations

import argparse
import sys

from sip import catalogue
from sip.database import migrate
from sip.database.migrate import Losses
from sip.settings import Settings


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument("--dry-run", action="store_true", help="only say what would be done")
    parser.add_argument("--sql", action="store_true", help="tell it as SQL")
    parser.add_argument(
        "--allow-drop", action="store_true", help="let columns and tables go, with their data"
    )


def run(args: argparse.Namespace, settings: Settings) -> int:
    """Compare, show and apply."""
    plan = migrate.migrate(
        catalogue.load(settings.project),
        settings,
        losses=Losses.ALLOWED if args.allow_drop else Losses.REFUSED,
        is_rehearsal=args.dry_run,
    )
    shown = migrate.statements(plan) if args.sql else str(plan)
    if shown:
        print(shown)
    verb = "to do" if args.dry_run else "done"
    print(f"{len(plan.steps)} steps {verb}" if plan.steps else "nothing to do", file=sys.stderr)
    return 0
