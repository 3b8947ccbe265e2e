"""The process `nearby`: what of the public registers lies within a distance of a place."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from psycopg import sql

from sip import crs
from sip.catalogue import Layer
from sip.errors import CrsError, QueryError
from sip.jobs.process import Input, Output, Process, Running
from sip.text import Text

MOST_METRES = 5_000

PROCESS = Process(
    title=Text(pl="Co jest w pobliżu", en="What is nearby"),
    description=Text(
        pl="Liczba obiektów publicznych rejestrów w podanej odległości od punktu "
        "i odległość najbliższego.",
        en="How many objects of the public registers lie within a distance of a point, "
        "and how far the nearest one is.",
    ),
    inputs={
        "x": Input(Text(pl="x (wschód, długość)", en="x (east, longitude)"), {"type": "number"}),
        "y": Input(Text(pl="y (północ, szerokość)", en="y (north, latitude)"), {"type": "number"}),
        "crs": Input(
            Text(pl="Układ współrzędnych", en="Coordinate reference system"),
            {"type": "string", "default": crs.CRS84},
            required=False,
        ),
        "distance_m": Input(
            Text(pl="Odległość w metrach", en="Distance in metres"),
            {"type": "number", "exclusiveMinimum": 0, "maximum": MOST_METRES},
        ),
    },
    outputs={"layers": Output(Text(pl="Warstwy", en="Layers"), {"type": "object"})},
    is_immediate=True,
)


def run(inputs: Mapping[str, Any], running: Running) -> Mapping[str, Any]:
    """Return `{layers: {layer: {count, nearest_m, title}}}`.

    Raises:
        QueryError: The CRS is unknown.
    """
    try:
        code = crs.parse(inputs.get("crs", crs.CRS84))
    except CrsError as error:
        raise QueryError(f"inputs.crs: {error}") from error
    storage = running.catalogue.project.storage_crs
    east, north = crs.transformer(code, storage).transform(inputs["x"], inputs["y"])
    place = {"x": east, "y": north, "crs": storage, "metres": inputs["distance_m"]}
    found: dict[str, Any] = {}
    with running.connect() as connection:
        for layer in running.catalogue.published("features"):
            if layer.spec.geometry is None:
                continue
            row = connection.execute(_count(layer), place).fetchone()
            if row and row[0]:
                title = layer.spec.title
                found[layer.id] = {
                    "count": row[0],
                    "nearest_m": round(row[1], 1),
                    "title": {"pl": title.pl, "en": title.en},
                }
    return {"layers": found}


def _count(layer: Layer) -> sql.Composed:
    return sql.SQL(
        "WITH place AS (SELECT ST_SetSRID(ST_MakePoint(%(x)s, %(y)s), %(crs)s) AS point) "
        "SELECT count(*), min(ST_Distance(geom, point)) FROM {}, place "
        "WHERE ST_DWithin(geom, point, %(metres)s)"
    ).format(sql.Identifier("pub", layer.id))
