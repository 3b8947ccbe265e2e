"""A town with a terrain model, people who may compute and people who may not, and a worker."""

from __future__ import annotations

import contextlib
import dataclasses
import os
import signal
import subprocess
import sys
import textwrap
from collections.abc import Iterator
from pathlib import Path

import httpx
import numpy as np
import psycopg
import pytest
from rasterio.transform import from_origin

from processing.raster import Raster, write_cog
from sip import catalogue as catalogues
from sip import publish
from sip.database import cluster
from sip.settings import Settings
from tests.people import keys_of
from tests.services.conftest import free_port, serving

_FILES = {
    "layers/_project.yaml": """
        title: {pl: Miasto, en: Town}
        abstract: {pl: Testowe., en: A test.}
        contact: {organisation: {pl: Urząd, en: Office}, email: office@town.invalid}
        extent: {west: 20.25, south: 50.66, east: 20.98, north: 51.06}
        """,
    "layers/_groups.yaml": """
        groups:
          operator: {title: {pl: Operator, en: Operator}, runs: [hillshade, lidar, ortho, change]}
          clerk: {title: {pl: Urzędnik, en: Clerk}}
        """,
    "layers/terrain/_theme.yaml": """
        {title: {pl: Teren, en: Terrain}, abstract: {pl: Dane., en: Data.}, order: 1}
        """,
    "layers/terrain/dtm.yaml": """
        title: {pl: Model terenu, en: Terrain model}
        abstract: {pl: Wysokości., en: Heights.}
        raster: {kind: grid, unit: m, files: [{file: dtm.tif}]}
        """,
    "layers/terrain/well.yaml": """
        title: {pl: Studnie, en: Wells}
        abstract: {pl: Punkty., en: Points.}
        geometry: Point
        fields:
          name: {type: text, title: {pl: Nazwa, en: Name}}
        """,
    "layers/terrain/lawn.yaml": """
        title: {pl: Trawniki, en: Lawns}
        abstract: {pl: Obszary., en: Areas.}
        geometry: Polygon
        fields:
          name: {type: text, title: {pl: Nazwa, en: Name}}
        """,
    **{
        f"layers/terrain/{name}.yaml": f"""
        title: {{pl: {name}, en: {name}}}
        abstract: {{pl: Kształty., en: Shapes.}}
        geometry: {kind}
        access: {access}
        {rights}
        fields:
          name: {{type: text, title: {{pl: Nazwa, en: Name}}}}
        """
        for name, kind, access, rights in (
            ("pond", "Polygon", "internal", "rights: {read: [operator]}"),
            ("vault", "Polygon", "internal", "rights: {read: [steward]}"),
            ("deck", "Polygon", "public", ""),
            ("house", "Polygon", "public", ""),
            ("drain", "LineString", "public", ""),
        )
    },
}


@dataclasses.dataclass(frozen=True)
class Town:
    """A published town with its keys by `group` and `group read`."""

    origin: str
    settings: Settings
    keys: dict[str, str]

    @contextlib.contextmanager
    def worker(self) -> Iterator[subprocess.Popen[bytes]]:
        """Let a worker do jobs meanwhile."""
        # The name of a test's database is in no variable but in this one; who it names takes on
        # the roles of services.
        database = cluster.superuser_dsn(self.settings)
        settings = dataclasses.replace(self.settings, database_url=database)
        one = subprocess.Popen(
            [Path(sys.executable).with_name("sip"), "work", "--jobs"],
            env={**settings.environment, "PATH": os.environ["PATH"]},
        )
        try:
            yield one
        finally:
            if one.poll() is None:
                one.send_signal(signal.SIGTERM)
                one.wait(timeout=20)


def terrain(file: Path, size: int) -> None:
    """Write a terrain model of so many cells a side."""
    file.parent.mkdir(parents=True, exist_ok=True)
    heights = np.random.default_rng(1).normal(200, 5, (1, size, size)).astype(np.float32)
    write_cog(Raster(heights, from_origin(7.48e6, 5.63e6, 1, 1), 2178, -9999), file)


@pytest.fixture(scope="module")
def town(module_database: Settings, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Town]:
    """The town, served."""
    folder = tmp_path_factory.mktemp("town")
    for name, text in _FILES.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(textwrap.dedent(text), encoding="utf-8")
    settings = dataclasses.replace(module_database, project=folder)
    terrain(settings.data / "dtm.tif", 300)
    catalogue = catalogues.load(folder)
    publish.publish(catalogue, settings)
    groups = ["operator", "clerk", "steward"]
    with (
        keys_of(settings, catalogue, groups, "edit") as keys,
        serving(settings, free_port()) as origin,
    ):
        yield Town(origin, settings, keys)


@pytest.fixture(autouse=True)
def _no_jobs(town: Town) -> None:
    with psycopg.connect(town.settings.dsn()) as connection:
        connection.execute("DELETE FROM job.job")


@pytest.fixture
def client(town: Town) -> Iterator[httpx.Client]:
    """A client of somebody who has not signed in."""
    with httpx.Client(base_url=f"{town.origin}/ogc", timeout=30) as one:
        yield one


@pytest.fixture
def operator(town: Town) -> Iterator[httpx.Client]:
    """A client of somebody who may compute."""
    with _of(town, "operator") as one:
        yield one


@pytest.fixture
def clerk(town: Town) -> Iterator[httpx.Client]:
    """A client of somebody who may not."""
    with _of(town, "clerk") as one:
        yield one


def _of(town: Town, group: str) -> httpx.Client:
    headers = {"Authorization": f"Bearer {town.keys[group]}", "Accept-Language": "en"}
    return httpx.Client(base_url=f"{town.origin}/ogc", headers=headers, timeout=30)
