"""The search box: rows of the searchable layers and coordinates, forgiving typos.

Coordinates are tried first; what is no pair of coordinates is looked for in the registers.
"""

from __future__ import annotations

import itertools
import re

from services.portal import coordinates
from services.portal.catalogue import Json
from services.portal.search_sql import EDGES, statement
from sip.catalogue import Catalogue
from sip.crs import Extent
from sip.errors import QueryError
from sip.query import Interval
from sip.query.times import edge
from sip.service import Context
from sip.text import Language

MOST_CHARS = 120
MOST_RESULTS = 20
_SETTINGS = """
SET LOCAL pg_trgm.word_similarity_threshold = 0.5; SET LOCAL plan_cache_mode = force_generic_plan
"""
"""One wrong letter in a word of six still passes; a statement of many parts is planned once."""
_LABELS = frozenset(
    re.findall(
        r"\S+",
        "działka działki dzialka dzialki dz nr numer obręb obreb obr ulica ul adres gmina gm m"
        " parcel plot no number precinct street st address",
    )
)
"""What people write before a name, and registers do not, or not all: looked for without, too."""
_FORBIDDEN = str.maketrans(dict.fromkeys("%\\,;\0", " "))
"""Signs that mean something to LIKE, and those between words."""


async def find(
    context: Context, text: str, language: Language, limit: int, time: Interval | None = None
) -> list[Json]:
    """Return what a visitor may have meant, the likeliest first; rows in force at a time alone.

    Raises:
        QueryError: The text is too long.
    """
    if len(text) > MOST_CHARS:
        raise QueryError(f"a search has at most {MOST_CHARS} characters")
    place = _coordinates(context, text)
    if place:
        return [place]
    asked = " ".join(text.translate(_FORBIDDEN).split())
    if len(asked) < 2:
        return []
    rows = await _rows(context, asked, limit, time, forgiving=False)
    plain = " ".join(word for word in asked.split() if word.lower().rstrip(".:") not in _LABELS)
    if plain not in ("", asked):
        asked = plain
        rows = _in_turn(rows, await _rows(context, asked, limit, time, forgiving=False))[:limit]
    if not rows:
        rows = await _rows(context, asked, limit, time, forgiving=True)
    return [_result(context.catalogue, row, language) for row in rows]


def _in_turn(one: list[Json], other: list[Json]) -> list[Json]:
    """Join what two searches found, a row of each in turn, so that neither hides the other."""
    found: dict[tuple[str, int], Json] = {}
    for pair in itertools.zip_longest(one, other):
        for row in pair:
            if row is not None:
                found.setdefault((row["layer"], row["id"]), row)
    return list(found.values())


async def _rows(
    context: Context, asked: str, limit: int, time: Interval | None, *, forgiving: bool
) -> list[Json]:
    sql = statement(context.catalogue, forgiving=forgiving, timed=time is not None)
    if not sql:
        return []
    words = asked.split()
    numbers = [word for word in words if re.search(r"\d", word)]
    names = [word for word in words if word not in numbers]
    longest = [*_two_longest(words), *_two_longest(names)]
    texts = (asked, " ".join(names), " ".join(numbers))
    moments = [edge(time, kind, is_last=last) for kind, last in EDGES] if time else []
    async with context.pool.acquire() as connection, connection.transaction(readonly=True):
        await connection.execute(_SETTINGS)
        return [dict(row) for row in await connection.fetch(sql, *texts, limit, *longest, *moments)]


def _two_longest(words: list[str]) -> tuple[str, str]:
    """Return the two words that say most; the same one twice, or nothing, where there are fewer."""
    first, *others = sorted(words, key=len, reverse=True) or [""]
    return first, others[0] if others else first


def _result(catalogue: Catalogue, row: Json, language: Language) -> Json:
    return {
        "kind": "feature",
        "layer": row["layer"],
        "layer_title": catalogue.layer(row["layer"]).spec.title[language],
        "id": row["id"],
        "title": _joined(row["label"]) or str(row["id"]),
        "center": row["center"],
        "box": row["box"],
        "score": round(row["score"], 3),
    }


def _joined(values: list[str | None]) -> str:
    """Join texts, leaving out those that an earlier one ends in or repeats."""
    said: list[str] = []
    for value in values:
        if value and not any(value in one for one in said):
            said.append(value)
    return " · ".join(said)


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
