"""Publishing: one generation of generated files, switched to in one step.

A generation is a folder `.sip/published/<number>-<digest>/` that holds a snapshot of the project's
declarations and a folder per service. It never changes once `current` points at it; the services
notice the new link and swap, requests in flight keep the generation that they began with.
"""

from __future__ import annotations

import importlib
import os
import pkgutil
import shutil
import time
from collections.abc import Iterator
from pathlib import Path

from sip import catalogue as catalogues
from sip.catalogue import Catalogue
from sip.service import Service
from sip.settings import Settings

SNAPSHOT = "project"
_KEPT = 5
_SWITCHED_S = 2.5
"""After so long every service has switched, and requests that began before have ended."""


def services() -> Iterator[Service]:
    """Find every service by its folder below `services/`."""
    import services as package

    for module in sorted(pkgutil.iter_modules(package.__path__), key=lambda one: one.name):
        found = getattr(importlib.import_module(f"services.{module.name}"), "SERVICE", None)
        if isinstance(found, Service):
            yield found


def publish(catalogue: Catalogue, settings: Settings) -> Path:
    """Bring the database to a checked catalogue, write a new generation and switch to it.

    Columns that are gone from the catalogue are unseen from now on, and stay in their tables.

    Returns:
        The folder of the generation.

    Raises:
        DropRefused: The type of a column cannot be changed without loss; nothing was done.
        DatabaseError: The database is absent, or its rows do not fit; nothing was done.
    """
    # Here, since services read generations too, and need no migration: a second less to start.
    from sip.database import counting, migrate
    from sip.database.reading import Readers

    left = migrate.Losses.LEFT
    plan = migrate.migrate(catalogue, settings, losses=left, readers=Readers.OF_FORMER_TOO)
    counting.refresh_stale(catalogue, settings)
    folder = _generate(catalogue, settings)
    if not plan.is_final:
        # What only the former generation reads goes when nobody answers from it any more.
        time.sleep(_SWITCHED_S)
        migrate.migrate(catalogue, settings, losses=left)
    return folder


def _generate(catalogue: Catalogue, settings: Settings) -> Path:
    """Write a generation and switch to it."""
    home = settings.published.parent
    home.mkdir(parents=True, exist_ok=True)
    numbers = [int(one.name.split("-")[0]) for one in home.iterdir() if one.name[:1].isdigit()]
    folder = home / f"{max(numbers, default=0) + 1:06d}-{catalogue.digest}"
    half_made = folder.with_name(f".{folder.name}")
    shutil.rmtree(half_made, ignore_errors=True)
    for part in ("layers", "styles"):
        if (catalogue.folder / part).is_dir():
            shutil.copytree(catalogue.folder / part, half_made / SNAPSHOT / part)
    for service in services():
        if service.render:
            (half_made / service.name).mkdir()
            service.render(catalogue, settings, half_made / service.name)
    half_made.rename(folder)
    link = home / ".current"
    link.unlink(missing_ok=True)
    link.symlink_to(folder.name)
    os.replace(link, settings.published)
    for number in sorted(numbers)[: 1 - _KEPT]:
        for old in home.glob(f"{number:06d}-*"):
            shutil.rmtree(old, ignore_errors=True)
    return folder


def current(settings: Settings) -> Path | None:
    """Return the folder of the generation in force, or None before the first one."""
    return settings.published.resolve() if settings.published.exists() else None


def snapshot(generation: Path) -> Catalogue:
    """Load the catalogue that a generation was made from."""
    return catalogues.load(generation / SNAPSHOT)
