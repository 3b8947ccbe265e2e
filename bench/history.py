"""What the history of rows costs, beside the same without it: `python -m bench.history`.

Goals: a bulk import at most twice as long, a single edit less than 1 ms longer, a box at a date
within twice the time of the box now (200,000 rows of 10 versions each).
"""

from __future__ import annotations

import argparse
import statistics
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import psycopg

from bench.data import EAST, NORTH, SOUTH, WEST, fill, write_project
from sip import catalogue as catalogues
from sip.database import cluster
from sip.database.migrate import migrate
from sip.load.export import export, order
from sip.load.importing import import_file
from sip.settings import Settings

_LAYER = "bench_polygon"
_TABLE = f"bench.{_LAYER}"
_VERSIONS = 10
_BOX_M = 900.0

type Connection = psycopg.Connection[Any]


def main() -> None:
    """Measure each in turn with and without, and print the ratios."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--edits", type=int, default=500)
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
            with psycopg.connect(settings.dsn(), autocommit=True) as connection:
                connection.execute("SET synchronous_commit = off")  # the disk is not the question
                _single(connection, args.edits)
                _boxes(connection)
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


def _single(connection: Connection, edits: int) -> None:
    def edit(number: int) -> None:
        connection.execute(
            f"UPDATE {_TABLE} SET height_m = %s WHERE code = %s".encode(),
            [number % 60 + 0.5, f"P{number * 331 % 200_000 + 1}"],
        )

    connection.execute(f"CREATE INDEX ON {_TABLE} (code)".encode())
    connection.execute("VACUUM ANALYZE")
    times: dict[str, list[float]] = {"DISABLE": [], "ENABLE": []}
    for part in range(20):  # each edits other rows
        verb = ("DISABLE", "ENABLE")[part % 2]
        connection.execute(f"ALTER TABLE {_TABLE} {verb} TRIGGER USER".encode())
        times[verb] += _timed(edit, range(part * edits // 10, (part + 1) * edits // 10))
    plain, kept = (statistics.median(times[verb]) * 1000 for verb in ("DISABLE", "ENABLE"))
    print(f"edit     {plain:7.2f} ms without, {kept:7.2f} ms with: {kept - plain:.2f} ms more")


def _boxes(connection: Connection) -> None:
    moment = ""
    for version in range(2, _VERSIONS + 1):
        connection.execute(
            f"UPDATE {_TABLE} SET height_m = {version}, geom = ST_Translate(geom, 1, 0)".encode()
        )
        if version == _VERSIONS // 2:
            row = connection.execute("SELECT clock_timestamp()::text").fetchone()
            moment = str(row[0]) if row else ""
    connection.execute("VACUUM ANALYZE")
    connection.execute("SELECT set_config('sip.as_of', %s, false)", [moment])
    times: dict[str, float] = {}
    for schema in ("pub", "past_pub"):
        statement = (
            f"SELECT id, code, ST_AsEWKB(geom) FROM {schema}.{_LAYER}"
            " WHERE geom && ST_MakeEnvelope(%s, %s, %s, %s, 2178)"
        )

        def ask(number: int, statement: str = statement) -> None:
            west = WEST + number * 7919 % (EAST - WEST - _BOX_M)
            south = SOUTH + number * 6101 % (NORTH - SOUTH - _BOX_M)
            box = [west, south, west + _BOX_M, south + _BOX_M]
            connection.execute(statement.encode(), box).fetchall()

        _timed(ask, range(50))
        times[schema] = statistics.median(_timed(ask, range(400))) * 1000
    now, then = times["pub"], times["past_pub"]
    print(f"box      {now:7.2f} ms now, {then:7.2f} ms at a date: {then / now:.2f}")


def _timed(work: Callable[[int], None], numbers: Sequence[int]) -> list[float]:
    found = []
    for number in numbers:
        begun = time.perf_counter()
        work(number)
        found.append(time.perf_counter() - begun)
    return found


def _as_owner(settings: Settings, statement: str) -> None:
    with psycopg.connect(settings.dsn()) as connection:
        connection.execute(statement.encode())


if __name__ == "__main__":
    main()
