"""Ask every running service one question and compare the answer with the database.

It writes nothing. Each answer is one line; exit 1 if one of them is wrong.
"""

from __future__ import annotations

import argparse

from services.host import proof
from sip import catalogue
from sip.settings import Settings


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare no options."""


def run(args: argparse.Namespace, settings: Settings) -> int:
    """Print a line for each service; exit 1 if one of them is wrong."""
    failed = 0
    for check in proof.prove(settings, catalogue.load(settings.project)):
        print(f"{'ok  ' if check.passed else 'FAIL'} {check.name:14} {check.finding}")
        failed += not check.passed
    return 1 if failed else 0
