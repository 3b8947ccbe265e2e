"""The small town, published and served by the real application."""

from __future__ import annotations

import dataclasses
import socket
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import httpx
import numpy as np
import psycopg
import pytest
import rasterio
import uvicorn

from services.gateway.app import create
from services.ows import engine
from sip import catalogue, publish
from sip.database import counting
from sip.settings import Settings
from tests.ows.town import FILES, ROWS, X, Y


@pytest.fixture(scope="module")
def town(module_database: Settings) -> Settings:
    """The published town, its rows in the database and its photographs in files."""
    settings = dataclasses.replace(module_database, project=module_database.state / "project")
    for name, text in FILES.items():
        file = settings.project / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)
    settings.data.mkdir()
    _photograph(settings.data / "photo_2019.tif", (200, 0, 0))
    _photograph(settings.data / "photo_2023.tif", (0, 0, 200))
    _heights(settings.data / "height.tif")
    declared = catalogue.load(settings.project)
    publish.publish(declared, settings)
    with psycopg.connect(settings.dsn("sip_owner")) as connection:
        connection.execute(ROWS.encode())
        counting.refresh(connection, declared, ["lamp", "road", "zone"])
    engine.prepare(settings)
    return settings


def _photograph(file: Path, colour: tuple[int, int, int]) -> None:
    bands = np.empty((3, 100, 100), np.uint8)
    bands[:] = np.array(colour, np.uint8)[:, None, None]
    with rasterio.open(
        file, "w", driver="GTiff", width=100, height=100, count=3, dtype="uint8",
        crs="EPSG:2178", transform=rasterio.Affine(10, 0, X, 0, -10, Y + 1000),
    ) as target:  # fmt: skip
        target.write(bands)


def _heights(file: Path) -> None:
    """A slope from 150 m in the west to 300 m in the east, nothing known in the south."""
    rise = np.linspace(150, 300, 100, dtype=np.float32)
    band = np.repeat(rise[None, :], 100, axis=0)
    band[50:] = -9999
    with rasterio.open(
        file, "w", driver="GTiff", width=100, height=100, count=1, dtype="float32",
        crs="EPSG:2178", transform=rasterio.Affine(10, 0, X, 0, -10, Y + 1000), nodata=-9999,
    ) as target:  # fmt: skip
        target.write(band, 1)


@pytest.fixture(scope="module")
def client(town: Settings) -> Iterator[httpx.Client]:
    """A client of the application on a port of its own; MapServer answers as CGI."""
    server = uvicorn.Server(uvicorn.Config(create(town), log_level="warning"))
    with socket.create_server(("127.0.0.1", 0)) as listening:
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]})
        thread.start()
        while not server.started and thread.is_alive():
            time.sleep(0.01)
        address = f"http://127.0.0.1:{listening.getsockname()[1]}"
        with httpx.Client(base_url=address, timeout=30) as made:
            yield made
        server.should_exit = True
        thread.join()
