"""Publish the catalogue: services, portal and QGIS project show it within two seconds.

It reads layers/, styles/ and the database. If something is wrong, what was published before stays.
"""

from __future__ import annotations

import argparse
import sys

from sip import catalogue
from sip import publish as publishing
from sip.settings import Settings


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare no options."""


def run(args: argparse.Namespace, settings: Settings) -> int:
    """Check, generate, switch."""
    folder = publishing.publish(catalogue.load(settings.project), settings)
    print(f"published as {folder.name}", file=sys.stderr)
    return 0
