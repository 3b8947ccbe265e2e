"""Make the private cluster as it was at a moment, from the archive that SIP_ARCHIVE names.

    sip recover --at 2026-11-22T14:05:00+01:00 --to /srv/sip-before

It comes to stand in a new state folder, and what runs is not touched. To go back to it:
`sip down`, put its `pg` in the place of `.sip/pg`, `sip up`.
"""

from __future__ import annotations

import argparse
import datetime
from pathlib import Path

from sip.database import cluster, recovery
from sip.errors import UsageError
from sip.settings import Settings


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument(
        "--at", metavar="TIME", help="a moment with its time zone (the newest known)"
    )
    parser.add_argument(
        "--to", type=Path, required=True, metavar="FOLDER", help="a new state folder"
    )


def run(args: argparse.Namespace, settings: Settings) -> int:
    """Recover and stop the new cluster again."""
    if settings.archive is None:
        raise UsageError("SIP_ARCHIVE names no folder to recover from")
    made = recovery.recover(settings.archive, args.to.resolve(), _moment(args.at))
    cluster.stop(made)
    print(made.cluster)
    return 0


def _moment(text: str | None) -> datetime.datetime | None:
    try:
        moment = datetime.datetime.fromisoformat(text) if text else None
    except ValueError as error:
        raise UsageError(f'--at is "{text}": write 2026-11-22T14:05:00+01:00') from error
    if moment and moment.tzinfo is None:
        raise UsageError(f'--at is "{text}": say the time zone, as in +01:00 or Z')
    return moment
