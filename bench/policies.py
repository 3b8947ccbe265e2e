"""What policies on rows cost: the same boxes with and without: `python -m bench.policies`.

Goal: a box of 200,000 polygons, read by staff who see no drafts, within 1.3 times the time.
"""

from __future__ import annotations

import statistics
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import psycopg

from bench.data import EAST, NORTH, SOUTH, WEST, fill, write_project
from sip import catalogue as catalogues
from sip.database import cluster
from sip.database.migrate import migrate
from sip.settings import Settings

_LAYER = "bench_polygon"
_TABLE = f"bench.{_LAYER}"
_RIGHTS = "rights: {drafts: kind = -1}\n"
_SIDES_M = (300.0, 900.0, 3000.0)
_ROUNDS, _BOXES = 6, 100


def main() -> None:
    """Measure boxes of several sizes in turn, and print the ratios of the medians."""
    with tempfile.TemporaryDirectory(prefix="sip-bench-") as name:
        folder = Path(name)
        folder.chmod(0o755)
        settings = Settings(project=folder, state=folder / "s")
        write_project(folder)
        file = next(folder.glob(f"layers/*/{_LAYER}.yaml"))
        file.write_text(file.read_text() + _RIGHTS)
        cluster.ensure(settings)
        try:
            migrate(catalogues.load(folder), settings)
            fill(settings)
            with psycopg.connect(cluster.superuser_dsn(settings), autocommit=True) as connection:
                connection.execute("VACUUM ANALYZE")
                for side_m in _SIDES_M:
                    _compare(connection, side_m)
        finally:
            cluster.stop(settings)


def _compare(connection: psycopg.Connection[Any], side_m: float) -> None:
    times: dict[str, list[float]] = {"DISABLE": [], "ENABLE": []}
    for _ in range(_ROUNDS):
        for verb, found in times.items():
            connection.execute(f"ALTER TABLE {_TABLE} {verb} ROW LEVEL SECURITY".encode())
            connection.execute("SET ROLE sip_viewer")
            found += _timed(connection, side_m)
            connection.execute("RESET ROLE")
    plain, guarded = (statistics.median(times[verb]) * 1000 for verb in ("DISABLE", "ENABLE"))
    print(
        f"box of {side_m:4.0f} m  {plain:7.2f} ms without, {guarded:7.2f} ms with policies:"
        f" {guarded / plain:.2f}"
    )


def _timed(connection: psycopg.Connection[Any], side_m: float) -> Iterator[float]:
    statement = (
        f"SELECT id, code, ST_AsEWKB(geom) FROM {_TABLE}"
        " WHERE geom && ST_MakeEnvelope(%s, %s, %s, %s, 2178)"
        " AND ST_Intersects(geom, ST_MakeEnvelope(%s, %s, %s, %s, 2178))"
    )
    for number in range(_BOXES):
        west = WEST + number * 7919 % (EAST - WEST - side_m)
        south = SOUTH + number * 6101 % (NORTH - SOUTH - side_m)
        box = [west, south, west + side_m, south + side_m]
        begun = time.perf_counter()
        # Planned each time, as the services have it.
        connection.execute(statement.encode(), [*box, *box], prepare=False).fetchall()
        yield time.perf_counter() - begun


if __name__ == "__main__":
    main()
