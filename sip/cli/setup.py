"""Bring up everything: database, tables, data, services; prove it; say where it is.

    sip setup --scale 0.1

The data are the synthetic demo area, unless SIP_MODE is production. What is done already is not
done again.
"""

from __future__ import annotations

import argparse
import hashlib
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from services.host import proof, supervisor
from services.host.programs import code_version
from sip import account, catalogue
from sip import publish as publishing
from sip.catalogue import Catalogue
from sip.cli import build, demo, load, prove
from sip.database import cluster, migrate
from sip.errors import DataError
from sip.settings import Settings


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument("--data-only", action="store_true", help="start no services")
    parser.add_argument(
        "--scale", type=float, default=1.0, metavar="X", help="of the demo area (%(default)s)"
    )


def run(args: argparse.Namespace, settings: Settings) -> int:
    """Run the stages, each with its time."""
    stages = Stages()
    with stages.stage("Permissions"):
        _admit_services(settings)
    with stages.stage("Database"):
        cluster.ensure(settings)
        found = catalogue.load(settings.project)
        migrate.migrate(found, settings, losses=migrate.Losses.LEFT)
    if settings.mode == "demo":
        with stages.stage("Demo area"):
            demo.run(argparse.Namespace(seed=1, scale=args.scale), settings)
        with stages.stage("Loading"):
            load.run(argparse.Namespace(folder=settings.state / "demo"), settings)
        with stages.stage("Flights"):
            demo.fly(settings)
        with stages.stage("Derived layers"):
            _build(found, settings)
        with stages.stage("Proposals"):
            demo.propose(settings)
    with stages.stage("Publishing"):
        _publish(found, settings)
    if args.data_only:
        stages.summarise()
        return 0
    with stages.stage("Services"):
        supervisor.up(settings)
    with stages.stage("Proof"):
        failed = prove.run(args, settings)
    stages.summarise()
    _say_where(settings)
    return failed


class Stages:
    """Says what is being done, and afterwards how long each part took."""

    def __init__(self) -> None:
        self._took: dict[str, float] = {}

    @contextmanager
    def stage(self, title: str) -> Iterator[None]:
        """Announce a stage, and time it."""
        print(title, file=sys.stderr, flush=True)
        began = time.monotonic()
        yield
        self._took[title] = time.monotonic() - began
        print(f"  {self._took[title]:.1f} s", file=sys.stderr, flush=True)

    def summarise(self) -> None:
        """Print the time of each stage."""
        print(file=sys.stderr)
        for title, took in (*self._took.items(), ("together", sum(self._took.values()))):
            print(f"{took:6.1f} s  {title}", file=sys.stderr)
        print(file=sys.stderr, flush=True)


def _admit_services(settings: Settings) -> None:
    """Let the services' account reach the code, the interpreter and the state."""
    account.ensure()
    settings.state.mkdir(parents=True, exist_ok=True)
    needed = (Path(sys.prefix), Path(sys.base_prefix), settings.project, settings.state)
    for folder in needed:
        for opened in account.admit(folder):
            user = account.name()
            print(
                f"  the user {user} may now pass through {opened}"
                f" (to take it back: setfacl -x u:{user} {opened})",
                file=sys.stderr,
            )


def _build(found: Catalogue, settings: Settings) -> None:
    """Make the layers that steps make.

    Raises:
        DataError: One cannot be made.
    """
    _changed, failed = build.build(found, settings)
    if failed:
        raise DataError("\n".join(f"{name}: {why}" for name, why in failed.items()))
    build.describe(found, settings)


def _publish(found: Catalogue, settings: Settings) -> None:
    """Publish, unless the same declarations were published by the same code and settings."""
    text = f"{found.digest} {code_version()} {sorted(settings.environment.items())}"
    key = hashlib.sha256(text.encode()).hexdigest()
    mark = settings.state / "published" / "made-from"
    if publishing.current(settings) and mark.exists() and mark.read_text() == key:
        return
    publishing.publish(found, settings)
    mark.write_text(key)


def _say_where(settings: Settings) -> None:
    base = settings.public_url or proof.address(settings)
    for what, path in (
        ("map", "/"),
        ("OGC API", "/ogc"),
        ("WMS, WFS, WMTS", "/ows?SERVICE=WMS&REQUEST=GetCapabilities"),
        ("catalogue", "/csw?SERVICE=CSW&REQUEST=GetCapabilities"),
        ("QGIS project", "/qgis/sip.qgz"),
    ):
        print(f"{what:16} {base}{path}")
    print("stop it with:    make stop")
