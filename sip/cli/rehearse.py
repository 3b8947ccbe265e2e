"""Rehearse an upgrade on a copy: what this code and these layer files would do to a backup.

The backup (a new one, where none is named) is restored into a scratch place and compared; there
the declarations are checked, the database migrated, everything published and started on a free
port, and every service proved. Nothing of the installation is touched. Exit 1 if a stage fails.
"""

from __future__ import annotations

import argparse
import dataclasses
import socket
import sys
import tempfile
from pathlib import Path

from services.host import supervisor
from sip import catalogue, publish
from sip.cli import prove
from sip.database import backup, migrate, restore
from sip.settings import Settings


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument("file", type=Path, nargs="?", metavar="FILE", help="the backup (a new one)")
    parser.add_argument(
        "--allow-drop", action="store_true", help="let columns and tables of the copy go"
    )


def run(args: argparse.Namespace, settings: Settings) -> int:
    """Do to the copy what an upgrade would do."""
    found = catalogue.load(settings.project)
    with tempfile.TemporaryDirectory(prefix="sip-rehearsal-") as folder:
        file = args.file or backup.backup(settings, Path(folder), kept=1)
        with restore.scratch(file) as restored:
            _say(f"restored: {restored}")
            copy = dataclasses.replace(
                settings, state=restored.settings.state, database_url="", public_url="",
                host="127.0.0.1", port=_free_port(), mode="production", workers=1,
            )  # fmt: skip
            losses = migrate.Losses.ALLOWED if args.allow_drop else migrate.Losses.REFUSED
            plan = migrate.migrate(found, copy, losses=losses)
            _say(f"migrated: {len(plan.steps)} steps\n{plan}")
            publish.publish(found, copy)
            try:
                supervisor.up(copy)
                return prove.run(args, copy)
            finally:
                supervisor.down(copy)


def _say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


def _free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])
