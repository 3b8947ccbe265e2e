"""What the history of rows costs, beside the same without it: `python -m bench.history`.

Goals: a bulk import at most twice as long, a single edit less than 1 ms longer, a box at a date
within twice the time of the box now (200,000 rows of 10 versions each, all of them changed since).
Imports are timed by the clock; the rest is the processor time of PostgreSQL's backend.
"""

from __future__ import annotations

import argparse
import asyncio
import datetime
import statistics
import tempfile
import time
from pathlib import Path
from typing import Any

import asyncpg
import psutil
import psycopg

from bench.data import EAST, NORTH, POLYGONS, SOUTH, WEST, fill, write_project
from sip import catalogue as catalogues
from sip.catalogue import Layer
from sip.crs import Extent
from sip.database import cluster
from sip.database.migrate import migrate
from sip.load.export import export, order
from sip.load.importing import import_file
from sip.query import Box, Query, select
from sip.settings import Settings

_LAYER = "bench_polygon"
_TABLE = f"bench.{_LAYER}"
_VERSIONS = 10
_BOXES = 400
_PARTS = 10
_CRS = 2178

type Connection = psycopg.Connection[Any]
type Asynchronous = asyncpg.Connection[asyncpg.Record]


def main() -> None:
    """Measure each in turn with and without, and print the ratios."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--edits", type=int, default=200)
    args = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="sip-bench-") as name:
        folder = Path(name)
        folder.chmod(0o755)
        settings = Settings(project=folder, state=folder / "s")
        write_project(folder)
        cluster.ensure(settings)
        try:
            migrate(catalogues.load(folder), settings)
            fill(settings, [_LAYER])
            _bulk(settings, folder, args.rounds)
            _single(settings, args.edits)
            asyncio.run(_boxes(settings, _age(settings)))
        finally:
            cluster.stop(settings)


def _bulk(settings: Settings, folder: Path, rounds: int) -> None:
    catalogue = catalogues.load(settings.project)
    file = folder / "polygons.gpkg"
    export(order(catalogue.layer(_LAYER), catalogue, ending="gpkg"), file, settings)
    times: dict[str, list[float]] = {"ENABLE": [], "DISABLE": []}
    for _ in range(rounds):
        for verb, found in times.items():
            _as_owner(settings, f"ALTER TABLE {_TABLE} DISABLE TRIGGER USER")
            _as_owner(settings, f"TRUNCATE {_TABLE}")
            _as_owner(settings, "TRUNCATE history.bench_polygon")
            _as_owner(settings, f"ALTER TABLE {_TABLE} {verb} TRIGGER USER")
            begun = time.perf_counter()
            import_file(file, _LAYER, catalogue, settings)
            found.append(time.perf_counter() - begun)
    _as_owner(settings, f"ALTER TABLE {_TABLE} ENABLE TRIGGER USER")
    plain, kept = min(times["DISABLE"]), min(times["ENABLE"])
    print(f"import   {plain:7.2f} s without, {kept:7.2f} s with: {kept / plain:.2f}")


def _single(settings: Settings, edits: int) -> None:
    """Change one field of one row after the other, each in a transaction of its own."""
    costs: dict[str, list[float]] = {"DISABLE": [], "ENABLE": []}
    with _connected(settings) as owner, _connected(settings) as connection:
        owner.execute(f"CREATE INDEX ON {_TABLE} (code)".encode())
        owner.execute("VACUUM ANALYZE")
        for part in range(2 * _PARTS):  # each edits other rows
            verb = ("DISABLE", "ENABLE")[part % 2]
            owner.execute(f"ALTER TABLE {_TABLE} {verb} TRIGGER USER".encode())
            begun = _cpu_ms(connection)
            for number in range(part * edits, (part + 1) * edits):
                connection.execute(
                    f"UPDATE {_TABLE} SET height_m = %s WHERE code = %s".encode(),
                    [number % 60 + 0.5, f"P{number * 331 % POLYGONS + 1}"],
                )
            costs[verb].append((_cpu_ms(connection) - begun) / edits)
    plain, kept = (statistics.median(costs[verb]) for verb in ("DISABLE", "ENABLE"))
    print(f"edit     {plain:7.2f} ms without, {kept:7.2f} ms with: {kept - plain:.2f} ms more")


def _age(settings: Settings) -> datetime.datetime:
    """Give every row ten versions; return an instant in the middle of them."""
    moments: list[datetime.datetime] = []
    with _connected(settings) as connection:
        for version in range(2, _VERSIONS + 1):
            change = f"SET height_m = {version}, geom = ST_Translate(geom, 1, 0)"
            connection.execute(f"UPDATE {_TABLE} {change}".encode())
            row = connection.execute("SELECT clock_timestamp()").fetchone()
            moments += row or ()
        connection.execute("VACUUM ANALYZE")
    return moments[_VERSIONS // 2 - 2]


async def _boxes(settings: Settings, then: datetime.datetime) -> None:
    """Ask as the services do: pages of a box as OGC API reads them, and all of its rows."""
    catalogue = catalogues.load(settings.project)
    now, past = catalogue.layer(_LAYER), catalogue.past.layer(_LAYER)
    connection = await asyncpg.connect(settings.dsn("sip_public"))
    await connection.execute("SELECT set_config('sip.as_of', $1, false)", then.isoformat())
    try:
        for what, limit in (("page", 10), ("rows", POLYGONS)):
            for side_m in (300.0, 900.0, 3000.0):
                pairs = [
                    [await _asked(connection, one, side_m, limit) for one in (now, past)]
                    for _ in range(3)
                ]
                plain, old = (statistics.median(one) for one in zip(*pairs, strict=True))
                print(
                    f"{what} {side_m:5.0f} m {plain:5.2f} ms now, {old:7.2f} ms at a date:"
                    f" {old / plain:.2f}"
                )
    finally:
        await connection.close()


async def _asked(connection: Asynchronous, layer: Layer, side_m: float, limit: int) -> float:
    """Return the processor time of one box, over many, in milliseconds."""
    make = select.counted_features if limit < POLYGONS else select.rows
    begun = 0.0
    for number in range(-_BOXES // 8, _BOXES):
        if number == 0:
            begun = _cpu_ms(connection)
        west = WEST + number * 7919 % (EAST - WEST - side_m)
        south = SOUTH + number * 6101 % (NORTH - SOUTH - side_m)
        box = Box(Extent(west=west, south=south, east=west + side_m, north=south + side_m), _CRS)
        asked = make(Query(layer, _CRS, bbox=box, limit=limit, crs=_CRS))
        await connection.fetch(asked.text, *asked.args)
    return (_cpu_ms(connection) - begun) / _BOXES


def _cpu_ms(connection: Connection | Asynchronous) -> float:
    """Return the processor time of a connection's backend, which other work does not change."""
    number = (
        connection.info.backend_pid
        if isinstance(connection, psycopg.Connection)
        else connection.get_server_pid()
    )
    spent = psutil.Process(number).cpu_times()
    return float(spent.user + spent.system) * 1000


def _connected(settings: Settings) -> Connection:
    connection = psycopg.connect(settings.dsn(), autocommit=True)
    connection.execute("SET synchronous_commit = off")  # the disk is not the question
    return connection


def _as_owner(settings: Settings, statement: str) -> None:
    with psycopg.connect(settings.dsn()) as connection:
        connection.execute(statement.encode())


if __name__ == "__main__":
    main()
