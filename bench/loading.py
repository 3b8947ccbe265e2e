"""`sip import` beside ogr2ogr with COPY, the same file in turn: `python -m bench.loading`.

ogr2ogr checks nothing; SIP checks types, codes, ranges, uniqueness and validity of every row. The
goal is half of ogr2ogr's rate or more.
"""

from __future__ import annotations

import argparse
import dataclasses
import subprocess
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import geopandas as gpd
import numpy as np
import psycopg
import shapely

from sip import catalogue as catalogues
from sip.database import cluster
from sip.database.migrate import migrate
from sip.load.importing import Wishes, import_file
from sip.settings import Settings

_PROJECT = {
    "layers/_project.yaml": """\
title: {pl: Pomiar, en: Benchmark}
abstract: {pl: Pomiar., en: Benchmark.}
contact: {organisation: {pl: Urząd, en: Office}, email: office@example.org}
extent: {west: 20.25, south: 50.66, east: 20.98, north: 51.06}
""",
    "layers/bench/_theme.yaml": """\
{title: {pl: Pomiar, en: Benchmark}, abstract: {pl: Pomiar., en: Benchmark.}, order: 1}
""",
    "layers/bench/codes/kind.yaml": """\
title: {pl: Rodzaj, en: Kind}
source: {status: ours}
values:
  - {code: house, title: {pl: dom, en: house}}
  - {code: shed, title: {pl: szopa, en: shed}}
""",
}
_LAYER = """\
title: {{pl: Pomiar, en: Benchmark}}
abstract: {{pl: Pomiar., en: Benchmark.}}
geometry: {geometry}
fields:
  code: {{type: text, title: {{pl: Kod, en: Code}}, required: true, unique: true}}
  kind: {{type: text, title: {{pl: Rodzaj, en: Kind}}, codes: kind}}
  height_m: {{type: number, title: {{pl: Wysokość, en: Height}}, unit: m, min: 0, max: 100}}
  storeys: {{type: integer, title: {{pl: Kondygnacje, en: Storeys}}, min: 1, max: 60}}
  seen: {{type: date, title: {{pl: Data, en: Date}}}}
"""


def main() -> None:
    """Make the files, import each in turn with both, print the ratios."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--polygons", type=int, default=200_000)
    parser.add_argument("--points", type=int, default=500_000)
    parser.add_argument("--rounds", type=int, default=3)
    args = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="sip-bench-") as name:
        folder = Path(name)
        folder.chmod(0o755)
        settings = Settings(project=folder, state=folder / "s")
        for file, text in _PROJECT.items():
            _write(folder / file, text)
        for layer, geometry in (("surface", "Polygon"), ("spot", "Point")):
            _write(folder / f"layers/bench/{layer}.yaml", _LAYER.format(geometry=geometry))
        cluster.ensure(settings)
        try:
            migrate(catalogues.load(folder), settings)
            for layer, count in (("surface", args.polygons), ("spot", args.points)):
                source = folder / f"{layer}.gpkg"
                _rows(count, is_surface=layer == "surface").to_file(source)
                _compare(source, layer, count, settings, args.rounds)
        finally:
            cluster.stop(settings)


@dataclasses.dataclass
class _Best:
    seconds: float = float("inf")

    def time(self, work: Callable[[], object]) -> None:
        begun = time.perf_counter()
        work()
        self.seconds = min(self.seconds, time.perf_counter() - begun)


def _compare(file: Path, layer: str, count: int, settings: Settings, rounds: int) -> None:
    theirs, ours = _Best(), _Best()
    catalogue = catalogues.load(settings.project)
    for _ in range(rounds):
        _sql(settings, "DROP TABLE IF EXISTS bench.theirs")
        theirs.time(lambda: _ogr2ogr(file, settings))
        _sql(settings, f"TRUNCATE bench.{layer}")
        ours.time(lambda: import_file(file, layer, catalogue, settings, Wishes()))
    for name, best in (("ogr2ogr COPY", theirs), ("sip import", ours)):
        print(
            f"{layer:8} {name:14} {best.seconds:6.2f} s {count / best.seconds / 1000:6.0f} k rows/s"
        )
    print(f"{layer:8} rate of sip import: {theirs.seconds / ours.seconds:.2f} of ogr2ogr's")


def _ogr2ogr(file: Path, settings: Settings) -> None:
    place = f"PG:host={settings.run} dbname={settings.database} user=sip_owner"
    subprocess.run(
        ["ogr2ogr", "-f", "PostgreSQL", place, str(file), "-nln", "bench.theirs", "-lco",
         "GEOMETRY_NAME=geom", "--config", "PG_USE_COPY", "YES"],
        check=True,
    )  # fmt: skip


def _rows(count: int, *, is_surface: bool) -> gpd.GeoDataFrame:
    """Make regular, valid features with plausible values."""
    random = np.random.default_rng(1)
    side = int(np.ceil(np.sqrt(count)))
    east = 7_450_000 + (np.arange(count) % side) * 40.0
    north = 5_630_000 + (np.arange(count) // side) * 40.0
    shapes = shapely.points(east, north)
    if is_surface:
        angles = np.linspace(0, 2 * np.pi, 8, endpoint=False)
        ring = np.stack([np.cos(angles), np.sin(angles)], axis=1) * 15
        corners = np.stack([east, north], axis=1)[:, None, :] + ring[None]
        shapes = shapely.polygons(corners)
    rows = {
        "code": [f"K{number:08d}" for number in range(count)],
        "kind": random.choice(["house", "shed"], count),
        "height_m": random.uniform(2, 30, count).round(2),
        "storeys": random.integers(1, 12, count),
        "seen": np.full(count, "2024-05-31"),
    }
    return gpd.GeoDataFrame(rows, geometry=shapes, crs=2178)


def _sql(settings: Settings, statement: str) -> None:
    with psycopg.connect(settings.dsn()) as connection:
        connection.execute(statement.encode())


def _write(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
