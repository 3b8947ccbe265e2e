"""Restart the application and MapServer process by process, without a failed request.

After an upgrade of the code. Exit 1 if nothing is running.
"""

from __future__ import annotations

import argparse
import sys

from services.host import supervisor
from sip.settings import Settings


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare no options."""


def run(args: argparse.Namespace, settings: Settings) -> int:
    """Restart what runs; exit 1 where nothing does."""
    if not supervisor.is_running(settings):
        print("nothing is running; start it with: sip up", file=sys.stderr)
        return 1
    supervisor.restart(settings)
    print("restarted", file=sys.stderr)
    return 0
