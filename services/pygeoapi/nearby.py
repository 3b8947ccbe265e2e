"""The process `nearby`: what of the public registers lies within a distance of a place."""

from __future__ import annotations

from typing import Any

import psycopg
from psycopg import sql
from pygeoapi.process.base import BaseProcessor, ProcessorExecuteError

from sip import crs
from sip.catalogue import Catalogue, Layer
from sip.errors import CrsError

MOST_METRES = 5_000.0
_STATEMENT = "5s"

METADATA: dict[str, Any] = {
    "version": "1.0.0",
    "id": "nearby",
    "title": {"pl": "Co jest w pobliżu", "en": "What is nearby"},
    "description": {
        "pl": "Liczba obiektów publicznych rejestrów w podanej odległości od punktu "
        "i odległość najbliższego.",
        "en": "How many objects of the public registers lie within a distance of a point, "
        "and how far the nearest one is.",
    },
    "jobControlOptions": ["sync-execute"],
    "outputTransmission": ["value"],
    "keywords": ["proximity"],
    "inputs": {
        "x": {
            "title": {"pl": "x (wschód, długość)", "en": "x (east, longitude)"},
            "schema": {"type": "number"},
            "minOccurs": 1,
            "maxOccurs": 1,
        },
        "y": {
            "title": {"pl": "y (północ, szerokość)", "en": "y (north, latitude)"},
            "schema": {"type": "number"},
            "minOccurs": 1,
            "maxOccurs": 1,
        },
        "crs": {
            "title": {"pl": "Układ współrzędnych", "en": "Coordinate reference system"},
            "schema": {"type": "string", "default": crs.CRS84},
            "minOccurs": 0,
            "maxOccurs": 1,
        },
        "distance_m": {
            "title": {"pl": "Odległość w metrach", "en": "Distance in metres"},
            "schema": {"type": "number", "minimum": 0, "maximum": MOST_METRES},
            "minOccurs": 1,
            "maxOccurs": 1,
        },
    },
    "outputs": {
        "layers": {
            "title": {"pl": "Warstwy", "en": "Layers"},
            "schema": {"type": "object", "contentMediaType": "application/json"},
        }
    },
    "example": {"inputs": {"x": 20.63, "y": 50.87, "distance_m": 500}},
}


class NearbyProcessor(BaseProcessor):  # type: ignore[misc]
    """Counts rows of every public layer around a point; reads as `sip_public`."""

    def __init__(self, processor_def: dict[str, Any]):
        super().__init__(processor_def, METADATA)
        self._catalogue: Catalogue = processor_def["catalogue"]
        self._dsn: str = processor_def["dsn"]

    def execute(self, data: dict[str, Any], outputs: object = None) -> tuple[str, Any]:
        """Answer the media type and `{layer: {count, nearest_m, title}}`.

        Raises:
            ProcessorExecuteError: An input is missing or out of range.
        """
        x, y, distance = (_number(data, name) for name in ("x", "y", "distance_m"))
        if not 0 < distance <= MOST_METRES:
            raise _refusal(f"distance_m lies between 0 and {MOST_METRES:g}")
        try:
            code = crs.parse(str(data.get("crs", crs.CRS84)))
        except CrsError as error:
            raise _refusal(str(error)) from error
        storage = self._catalogue.project.storage_crs
        east, north = crs.transformer(code, storage).transform(x, y)
        found: dict[str, Any] = {}
        with psycopg.connect(self._dsn) as connection:
            connection.execute(sql.SQL("SET statement_timeout = {}").format(_STATEMENT))
            for layer in self._catalogue.published("features"):
                if layer.spec.geometry is None:
                    continue
                row = connection.execute(
                    _count(layer), {"x": east, "y": north, "crs": storage, "metres": distance}
                ).fetchone()
                if row and row[0]:
                    title = layer.spec.title
                    found[layer.id] = {
                        "count": row[0],
                        "nearest_m": round(row[1], 1),
                        "title": {"pl": title.pl, "en": title.en},
                    }
        return "application/json", {"layers": found}


def _count(layer: Layer) -> sql.Composed:
    return sql.SQL(
        "WITH place AS (SELECT ST_SetSRID(ST_MakePoint(%(x)s, %(y)s), %(crs)s) AS point) "
        "SELECT count(*), min(ST_Distance(geom, point)) FROM {}, place "
        "WHERE ST_DWithin(geom, point, %(metres)s)"
    ).format(sql.Identifier("pub", layer.id))


def _number(data: dict[str, Any], name: str) -> float:
    value = data.get(name)
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise _refusal(f'the input "{name}" is missing or no number')
    return float(value)


def _refusal(text: str) -> ProcessorExecuteError:
    error = ProcessorExecuteError(text)
    error.ogc_exception_code = "InvalidParameterValue"
    error.http_status_code = 400
    return error
