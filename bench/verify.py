"""An answer is compared with PostGIS before it is timed."""

from __future__ import annotations

import json
import re
import urllib.request
from typing import Any

import psycopg

from bench.questions import Place
from sip.settings import Settings

_IN_BOX = """
SELECT count(*) FROM bench.{layer}
WHERE ST_Intersects(geom, ST_Transform(ST_MakeEnvelope(%s, %s, %s, %s, 4326), 2178))
"""


def verify(settings: Settings, question: str, layer: str, url: str, place: Place) -> None:
    """Check one answer.

    Raises:
        RuntimeError: It is not what PostGIS says.
    """
    with urllib.request.urlopen(url, timeout=60) as answer:
        kind, body = answer.headers.get_content_type(), answer.read()
    if "by id" in question:
        found = json.loads(body)
        _same(question, url, int(found["id"]), place.row)
    elif "bbox" in question:
        _verify_page(settings, question, layer, url, place, json.loads(body))
    elif "tile" in question:
        _same(question, url, "mapbox-vector-tile" in kind and len(body) > 100, True)
    else:
        _same(question, url, kind, "image/png")


def _verify_page(
    settings: Settings, question: str, layer: str, url: str, place: Place, found: Any
) -> None:
    number = re.search(r"limit (\d+)", question)
    assert number is not None
    with psycopg.connect(settings.dsn("sip_owner")) as connection:
        row = connection.execute(_IN_BOX.format(layer=layer).encode(), place.box).fetchone()
    assert row is not None
    _same(question, url, len(found["features"]), min(row[0], int(number.group(1))))


def _same(question: str, url: str, got: object, want: object) -> None:
    if got != want:
        raise RuntimeError(f"{question}: {url} gives {got}, PostGIS says {want}")
