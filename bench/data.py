"""The data of a run, generated in the database: 200,000 polygons and 500,000 points, EPSG:2178."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

import psycopg

from sip.settings import Settings

POLYGONS, POINTS = 200_000, 500_000
WEST, SOUTH, EAST, NORTH = 7_440_000.0, 5_610_000.0, 7_500_000.0, 5_660_000.0

_PROJECT = """\
title: {pl: Pomiar, en: Benchmark}
abstract: {pl: Dane zmyślone., en: Made-up data.}
contact:
  organisation: {pl: SIP, en: SIP}
  email: bench@demo.invalid
synthetic: true
extent: {west: 20.1, south: 50.6, east: 21.0, north: 51.1}
"""
_THEME = "title: {pl: Pomiar, en: Benchmark}\nabstract: {pl: Pomiar., en: Bench.}\norder: 1\n"
_LAYER = """\
title: {{pl: {id}, en: {id}}}
abstract: {{pl: Dane zmyślone., en: Made-up data.}}
geometry: {geometry}
fields:
  code: {{type: text, title: {{pl: Kod, en: Code}}}}
  kind: {{type: integer, title: {{pl: Rodzaj, en: Kind}}}}
  height_m: {{type: number, unit: m, title: {{pl: Wysokość, en: Height}}}}
  seen: {{type: date, title: {{pl: Data, en: Date}}}}
name_field: code
"""
LAYERS = {"bench_polygon": "Polygon", "bench_point": "Point"}

_FILL = {
    "bench_polygon": f"""
        INSERT INTO bench.bench_polygon (code, kind, height_m, seen, geom)
        SELECT 'P' || i, i % 7, (i * 37 % 400) / 10.0, date '2020-01-01' + i % 1500,
            ST_SetSRID(ST_MakePolygon(ST_MakeLine(ARRAY[
                ST_MakePoint(x, y), ST_MakePoint(x + a, y + 2), ST_MakePoint(x + a + 3, y + b / 2),
                ST_MakePoint(x + a, y + b), ST_MakePoint(x + a / 2, y + b + 4),
                ST_MakePoint(x, y + b), ST_MakePoint(x, y)])), 2178)
        FROM (SELECT i, {WEST} + random() * {EAST - WEST} AS x,
                  {SOUTH} + random() * {NORTH - SOUTH} AS y,
                  15 + random() * 40 AS a, 15 + random() * 40 AS b
              FROM generate_series(1, {POLYGONS}) AS i) AS made""",
    "bench_point": f"""
        INSERT INTO bench.bench_point (code, kind, height_m, seen, geom)
        SELECT 'T' || i, i % 7, (i * 37 % 400) / 10.0, date '2020-01-01' + i % 1500,
            ST_SetSRID(ST_MakePoint({WEST} + random() * {EAST - WEST},
                                    {SOUTH} + random() * {NORTH - SOUTH}), 2178)
        FROM generate_series(1, {POINTS}) AS i""",
}


def write_project(folder: Path) -> None:
    """Write the declarations of the two layers."""
    files = {"layers/_project.yaml": _PROJECT, "layers/bench/_theme.yaml": _THEME}
    for name, geometry in LAYERS.items():
        files[f"layers/bench/{name}.yaml"] = _LAYER.format(id=name, geometry=geometry)
    for name, text in files.items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")


def fill(settings: Settings, layers: Collection[str] = tuple(LAYERS)) -> None:
    """Fill the tables where they are empty; a copy in EPSG:4326 is for stock pygeoapi.

    Its provider finds nothing by a bbox where the CRS puts north first, and a comparison needs an
    answer.
    """
    with psycopg.connect(settings.dsn("sip_owner"), autocommit=True) as connection:
        connection.execute("SELECT setseed(0.42)")
        for name in layers:
            statement = _FILL[name]
            if connection.execute(f"SELECT 1 FROM bench.{name} LIMIT 1".encode()).fetchone():
                continue
            connection.execute(statement.encode())
            connection.execute(
                f"""CREATE TABLE bench.{name}_4326 AS SELECT id, code, kind, height_m, seen,
                ST_Transform(geom, 4326)::geometry({LAYERS[name]}, 4326) AS geom
                FROM bench.{name}""".encode()
            )
            connection.execute(f"ALTER TABLE bench.{name}_4326 ADD PRIMARY KEY (id)".encode())
            connection.execute(f"CREATE INDEX ON bench.{name}_4326 USING gist (geom)".encode())
        connection.execute("VACUUM ANALYZE")
