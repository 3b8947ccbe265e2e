"""Say how each program is doing; exit 1 if one of them does not run."""

from __future__ import annotations

import argparse
import dataclasses
import json

from services.host import supervisor
from sip.settings import Settings


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument("--json", action="store_true", help="as JSON, for programs")


def run(args: argparse.Namespace, settings: Settings) -> int:
    """Ask the supervisor."""
    states = supervisor.states(settings)
    healthy = bool(states) and all(one.state == "RUNNING" for one in states)
    if args.json:
        rows = [dataclasses.asdict(one) for one in states]
        print(json.dumps({"running": healthy, "port": settings.port, "programs": rows}, indent=2))
    elif not states:
        print("nothing is running")
    else:
        for one in states:
            print(f"{one.name:24} {one.state:10} {one.pid:>8} {one.uptime_s:>8} s")
    return 0 if healthy else 1
