"""The search box: rows of the searchable layers and coordinates, forgiving typos.

A row's text is its `search` fields joined by spaces, folded to lower case without diacritics.
The trigram index on that expression finds candidates; whole words and beginnings decide the order.
"""

from __future__ import annotations

import asyncio

from services.portal import coordinates
from services.portal.catalogue import Json
from sip.catalogue import Layer
from sip.crs import Extent
from sip.errors import QueryError
from sip.search import search_text
from sip.service import Context
from sip.text import Language

MOST_CHARS = 120
MOST_RESULTS = 20
_THRESHOLD = "0.45"
"""Smallest word similarity of a candidate: one wrong letter in a word of six still passes."""


async def find(context: Context, text: str, language: Language, limit: int) -> list[Json]:
    """Return what a visitor may have meant, the likeliest first.

    Raises:
        QueryError: The text is too long.
    """
    if len(text) > MOST_CHARS:
        raise QueryError(f"a search has at most {MOST_CHARS} characters")
    place = _coordinates(context, text)
    if place:
        return [place]
    asked = text.strip()
    if len(asked) < 2:
        return []
    layers = [layer for layer in context.catalogue.layers.values() if _is_searched(layer)]
    answers = await asyncio.gather(*(_rows(context, one, asked, language, limit) for one in layers))
    found = [result for answer in answers for result in answer]
    return sorted(found, key=lambda one: (-one["score"], one["title"]))[:limit]


def _coordinates(context: Context, text: str) -> Json | None:
    project = context.catalogue.project
    planes = [code for code in project.offered_crs if code not in (4326, 4258)]
    box = project.extent
    home = Extent(box.west, box.south, box.east, box.north)
    place = coordinates.parse(text, [project.storage_crs, *planes], home)
    if place is None:
        return None
    point = [place.lon, place.lat]
    return {
        "kind": "coordinates",
        "title": text.strip(),
        "crs": place.crs,
        "center": point,
        "box": [*point, *point],
        "score": 1.0,
    }


def _is_searched(layer: Layer) -> bool:
    return bool(layer.is_public and layer.offers("features") and layer.spec.search)


async def _rows(
    context: Context, layer: Layer, asked: str, language: Language, limit: int
) -> list[Json]:
    document = search_text(layer)
    place = _PLACE if layer.spec.geometry else _NOWHERE
    name = f'"{layer.spec.name_field}"::text' if layer.spec.name_field else "NULL::text"
    label = f"""concat_ws(' ', {", ".join(f'"{field}"' for field in layer.spec.search)})"""
    sql = _SQL.format(layer=layer.id, document=document, place=place, name=name, label=label)
    async with context.pool.acquire() as connection, connection.transaction(readonly=True):
        await connection.execute(f"SET LOCAL pg_trgm.word_similarity_threshold = {_THRESHOLD}")
        rows = await connection.fetch(sql, asked, limit)
    return [
        {
            "kind": "feature",
            "layer": layer.id,
            "layer_title": layer.spec.title[language],
            "id": row["id"],
            "title": row["label"].strip() or row["name"],
            "center": row["center"],
            "box": row["box"],
            "score": round(row["score"], 3),
        }
        for row in rows
    ]


_SQL = """
WITH asked AS MATERIALIZED (
    SELECT pub.fold($1) AS text, regexp_split_to_array(pub.fold($1), '[\\s,;]+') AS words
), candidates AS (
    SELECT t.id, {document} AS document FROM pub."{layer}" AS t
    WHERE {document} %> pub.fold($1)
), ranked AS (
    SELECT id,
        word_similarity(asked.text, document)
        + (document = asked.text)::int
        + 0.5 * (starts_with(document, asked.text))::int
        + (SELECT avg((strpos(' ' || document || ' ', ' ' || word || ' ') > 0)::int)
           FROM unnest(asked.words) AS word) AS score,
        length(document) AS length
    FROM candidates, asked ORDER BY score DESC, length, id LIMIT $2
)
SELECT ranked.id, ranked.score::float8 AS score, {name} AS name, {label} AS label, {place}
FROM ranked JOIN pub."{layer}" AS t ON t.id = ranked.id ORDER BY ranked.score DESC
"""
_PLACE = """(SELECT array[ST_X(c), ST_Y(c)] FROM
    (SELECT ST_Transform(ST_PointOnSurface(t.geom), 4326)) AS one(c)) AS center,
    (SELECT array[ST_XMin(b), ST_YMin(b), ST_XMax(b), ST_YMax(b)] FROM
    (SELECT ST_Transform(ST_Envelope(t.geom), 4326)) AS two(b)) AS box"""
_NOWHERE = "NULL::float8[] AS center, NULL::float8[] AS box"
