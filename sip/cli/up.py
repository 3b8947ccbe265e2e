"""Start the database, the application, MapServer and the front door, on one port.

What runs as it should is left alone. A program that dies is started again.
"""

from __future__ import annotations

import argparse
import os
import stat
import sys

from services.host import supervisor
from services.host.programs import GROUPS
from sip.settings import Settings


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument(
        "programs", nargs="*", metavar="PROGRAM",
        help=f"only these of {', '.join(GROUPS)}",
    )  # fmt: skip
    parser.add_argument(
        "--foreground", action="store_true", help="stay, for a container or systemd"
    )


def run(args: argparse.Namespace, settings: Settings) -> int:
    """Start what does not run."""
    unknown = sorted(set(args.programs) - set(GROUPS))
    if unknown:
        print(f"sip up: {unknown[0]} is none of {', '.join(GROUPS)}", file=sys.stderr)
        return 2
    groups = args.programs or GROUPS
    if args.foreground:
        # A service's journal is a socket, which programs cannot open as a file.
        in_container = not stat.S_ISSOCK(os.fstat(1).st_mode)
        supervisor.exec_foreground(settings, groups, to_stdout=in_container)
    changed = supervisor.up(settings, groups)
    print(f"started {', '.join(changed)}" if changed else "all runs already", file=sys.stderr)
    return 0
