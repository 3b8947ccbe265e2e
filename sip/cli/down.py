"""Stop everything that `sip up` started.

Rows and files stay as they are; `sip up` starts it again.
"""

from __future__ import annotations

import argparse
import sys

from services.host import supervisor
from sip.settings import Settings


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare no options."""


def run(args: argparse.Namespace, settings: Settings) -> int:
    """Stop, and wait until it has happened."""
    stopped = supervisor.down(settings)
    print("stopped" if stopped else "nothing was running", file=sys.stderr)
    return 0
