"""Start the database, the application, MapServer and the front door, on one port.

What runs as it should is left alone. A program that dies is started again. With --foreground it
stays and does not come back, as a container or systemd wants it.
"""

from __future__ import annotations

import argparse
import sys

from services.host import supervisor
from services.host.programs import GROUPS
from sip.errors import UsageError
from sip.settings import Settings


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument(
        "programs", nargs="*", metavar="PROGRAM",
        help=f"with --foreground only these of {', '.join(GROUPS)}",
    )  # fmt: skip
    parser.add_argument("--foreground", action="store_true", help="stay")


def run(args: argparse.Namespace, settings: Settings) -> int:
    """Start what does not run."""
    unknown = sorted(set(args.programs) - set(GROUPS))
    if unknown:
        raise UsageError(f"{unknown[0]} is none of {', '.join(GROUPS)}")
    if args.foreground:
        supervisor.exec_foreground(settings, args.programs or GROUPS)
    if args.programs:
        raise UsageError("programs are chosen with --foreground, for a container")
    changed = supervisor.up(settings)
    print(f"started {', '.join(changed)}" if changed else "all runs already", file=sys.stderr)
    return 0
