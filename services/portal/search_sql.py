"""The SQL that searches every searchable layer of a catalogue at once.

A row's text is its `search` fields folded to lower case without diacritics; its trigram index finds
candidates. Strictly, every word of the question must be in it; forgivingly, the whole must be like
it. Whole words and beginnings decide the order. Where a layer points at another searchable one (a
parcel at its precinct), words without digits are looked for there and those with digits here.
Parameters: $1 the text, $2 its words without digits, $3 its words with digits, $4 how many rows,
$5 and $6 the two longest words of the first, $7 and $8 of the second, which the index is asked for;
and, where only rows in force are wanted, from $9 the `EDGES` of that time.
"""

from __future__ import annotations

import functools
from collections.abc import Iterator, Mapping, Sequence

from sip.catalogue import Catalogue, Layer
from sip.layer import Relation
from sip.query.terms import PG_TYPE, Kind
from sip.query.times import valid_within
from sip.search import search_text

_MOST_CANDIDATES = 1000
"""Rows of a layer that are ranked; a question that more rows answer says too little."""
_MOST_RELATED = 5


EDGES: Sequence[tuple[Kind, bool]] = (
    ("date", False), ("date", True), ("timestamp", False), ("timestamp", True),
)  # fmt: skip
"""First and last (True) moment of the time that is asked for, per kind of column."""


def statement(catalogue: Catalogue, *, forgiving: bool, timed: bool) -> str:
    """Return the statement; empty where no layer can be searched."""
    return _statement(_Key(catalogue), forgiving, timed)


class _Key:
    """A catalogue as a key: equal to every other one of the same declarations."""

    def __init__(self, catalogue: Catalogue):
        self.catalogue = catalogue

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Key) and self.catalogue.digest == other.catalogue.digest

    def __hash__(self) -> int:
        return hash(self.catalogue.digest)


@functools.lru_cache(maxsize=8)
def _statement(key: _Key, forgiving: bool, timed: bool) -> str:
    layers = key.catalogue.layers
    searched = {name: layer for name, layer in layers.items() if _is_searched(layer)}
    parts = [_own(layer, forgiving, timed) for layer in searched.values()]
    for layer in searched.values():
        links = _links(layer, searched)
        parts += [_related(layer, searched[link.to], link, forgiving, timed) for link in links]
    if not parts:
        return ""
    bound = ", ".join(f"{_edge(kind, last)} IS NULL" for kind, last in EDGES)
    times = f", array[{bound}] AS times" if timed else ""
    return _FRAME.format(parts="\nUNION ALL\n".join(parts), times=times)


def _edge(kind: Kind, is_last: bool) -> str:
    return f"${9 + EDGES.index((kind, is_last))}::{PG_TYPE[kind]}"


def _source(layer: Layer, timed: bool) -> str:
    """Return the rows that are searched: the relation, or what was in force of it."""

    def bound(kind: Kind, is_last: bool) -> str:
        return f"coalesce({_edge(kind, is_last)}, '{'' if is_last else '-'}infinity')"

    valid = valid_within(layer, bound) if timed else None
    return f"(SELECT * FROM {layer.relation} WHERE {valid}) AS valid" if valid else layer.relation


def _is_searched(layer: Layer) -> bool:
    offered = layer.is_visible and layer.is_known and layer.offers("features")
    return bool(offered and layer.spec.search)


def _links(layer: Layer, searched: Mapping[str, Layer]) -> Iterator[Relation]:
    return (
        link
        for link in layer.spec.relations
        if link.to in searched and link.to != layer.id and link.field in layer.visible_fields
    )


def _own(layer: Layer, forgiving: bool, timed: bool) -> str:
    return f"""(SELECT '{layer.id}' AS layer, id, {_label(layer)} AS label, {_geom(layer)} AS geom,
    {_score("text")} AS score
FROM {_candidates(layer, "text", forgiving, timed)} AS one, asked
ORDER BY score DESC, length(said), id LIMIT $4)"""


def _related(layer: Layer, other: Layer, link: Relation, forgiving: bool, timed: bool) -> str:
    return f"""(SELECT '{layer.id}' AS layer, id, {_label(layer)} || other_label, {_geom(layer)},
    (other_score + {_score("numbers")}) / 2 AS score
FROM (SELECT "{link.to_field}" AS other_key, {_label(other)} AS other_label,
        {_score("names")} AS other_score
    FROM {_candidates(other, "names", forgiving, timed)} AS o, asked
    ORDER BY other_score DESC LIMIT {_MOST_RELATED}) AS there
CROSS JOIN LATERAL (SELECT *, {search_text(layer)} AS said FROM {_source(layer, timed)}
    WHERE "{link.field}" = other_key LIMIT {_MOST_CANDIDATES}) AS here, asked
WHERE $3 <> '' AND said LIKE ALL (numbers_parts) ORDER BY score DESC, id LIMIT $4)"""


def _candidates(layer: Layer, asked: str, forgiving: bool, timed: bool) -> str:
    """Return the rows that the trigram index finds, each with its text as `said`."""
    text, parameter = search_text(layer), {"text": 1, "names": 2}[asked]
    keys = {"text": ("$5", "$6"), "names": ("$7", "$8")}[asked]
    if forgiving:
        return f"""(SELECT *, {text} AS said FROM {_source(layer, timed)}
    WHERE {text} %> pub.fold(${parameter}) LIMIT {_MOST_CANDIDATES})"""
    found = " AND ".join(f"{text} LIKE '%' || pub.fold({key}) || '%'" for key in keys)
    return f"""(SELECT near.* FROM (SELECT *, {text} AS said FROM {_source(layer, timed)}
        WHERE {found} AND {keys[0]} <> '' OFFSET 0) AS near,
        asked WHERE said LIKE ALL (asked.{asked}_parts) LIMIT {_MOST_CANDIDATES})"""


def _label(layer: Layer) -> str:
    fields = dict.fromkeys((*layer.spec.search, *filter(None, [layer.spec.name_field])))
    public = [f'"{name}"::text' for name in fields if name in layer.visible_fields]
    return f"array[{', '.join(public)}]"


def _geom(layer: Layer) -> str:
    return "geom" if layer.spec.geometry else "NULL::public.geometry"


def _score(asked: str) -> str:
    """Rank `said`: likeness, the same text, the same beginning, and the share of whole words."""
    return f"""(word_similarity(asked.{asked}, said) + (said = asked.{asked})::int
        + 0.5 * starts_with(said, asked.{asked})::int
        + (SELECT avg(({_spaced("said")} LIKE word)::int)
            FROM unnest(asked.{asked}_words) AS word))::float8"""


def _spaced(text: str) -> str:
    """Return a text with its parts kept apart by spaces alone, one before and one behind."""
    return f"' ' || translate({text}, '._/-', '    ') || ' '"


def _words(name: str, parameter: int) -> str:
    """Return a text and its words as patterns: `_words` for whole ones, `_parts` for parts."""
    return f"""pub.fold(${parameter}) AS {name},
        (SELECT array_agg('%' || {_spaced("word")} || '%')
            FROM unnest(string_to_array(pub.fold(${parameter}), ' ')) AS word) AS {name}_words,
        (SELECT array_agg('%' || word || '%')
            FROM unnest(string_to_array(pub.fold(${parameter}), ' ')) AS word) AS {name}_parts"""


_FRAME = f"""WITH asked AS MATERIALIZED (
    SELECT {_words("text", 1)}, {_words("names", 2)}, {_words("numbers", 3)},
        $5::text || $6::text || $7::text || $8::text AS keys{{times}}
), found AS (
    SELECT DISTINCT ON (layer, id) * FROM ({{parts}}) AS every ORDER BY layer, id, score DESC
), best AS (
    SELECT found.*, ST_Transform(ST_Envelope(geom), 4326) AS around,
        ST_Transform(ST_PointOnSurface(geom), 4326) AS inside
    FROM found ORDER BY score DESC, length(array_to_string(label, ' ')), label LIMIT $4
)
SELECT layer, id, label, score,
    CASE WHEN geom IS NOT NULL THEN array[ST_X(inside), ST_Y(inside)] END AS center,
    CASE WHEN geom IS NOT NULL THEN
        array[ST_XMin(around), ST_YMin(around), ST_XMax(around), ST_YMax(around)] END AS box
FROM best ORDER BY score DESC, length(array_to_string(label, ' ')), label"""
