"""The query parameters of items, read into a question for the query engine."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Mapping

from starlette.datastructures import QueryParams

from sip import crs
from sip.catalogue import Catalogue, Layer
from sip.crs import CRS84_CODE
from sip.errors import CrsError, QueryError, TooMuch
from sip.query import Box, Query, SortKey, Tree, cursor, parse_json, parse_text, times
from sip.query.shapes import box_of
from sip.query.terms import Kind, fields, unknown
from sip.settings import Limits

ITEMS = (
    "limit", "offset", "cursor", "bbox", "bbox-crs", "crs", "datetime", "filter", "filter-lang",
    "filter-crs", "properties", "skipGeometry", "sortby", "f", "lang",
    "asOf",
)  # fmt: skip
ITEM = ("crs", "properties", "skipGeometry", "f", "lang", "asOf")
DOCUMENT = ("f", "lang")
_WHOLE = re.compile(r"[0-9]{1,18}", re.ASCII)
_PARSERS = {"cql2-text": parse_text, "cql2-json": parse_json}


def only(given: QueryParams, allowed: tuple[str, ...]) -> None:
    """Refuse parameters that the API does not define, and ones given twice.

    Raises:
        QueryError: There is one.
    """
    names = [name for name, _ in given.multi_items()]
    for name in names:
        if name not in allowed:
            raise _wrong(name, "is no parameter here", "nie jest tu parametrem")
        if names.count(name) > 1:
            raise _wrong(name, "is given twice", "podano dwa razy")


def items(given: QueryParams, layer: Layer, catalogue: Catalogue, limits: Limits) -> Query:
    """Read the parameters of a list of features.

    Raises:
        QueryError: One is unknown or cannot be used.
    """
    project = catalogue.project
    own = {name: kind for name, kind in fields(layer).items() if name not in ITEMS}
    for name in given:
        if name not in ITEMS and name not in own:
            raise unknown(layer, name)
    only(given, (*ITEMS, *own))
    query = Query(layer, project.storage_crs, max_depth=limits.filter_depth)
    sort = _sort(given["sortby"], layer) if "sortby" in given else ()
    return dataclasses.replace(
        query,
        filter=_filter(given, own, limits),
        filter_crs=_crs(given, "filter-crs", project.offered_crs),
        bbox=_bbox(given, project.offered_crs),
        time=times.parse_interval(given["datetime"]) if "datetime" in given else None,
        properties=_properties(given, layer),
        sort=sort,
        limit=_limit(given, limits),
        offset=_offset(given, limits),
        after=cursor.decode(given["cursor"], layer, sort) if "cursor" in given else None,
        geometry=not _flag(given, "skipGeometry"),
        crs=_crs(given, "crs", project.offered_crs),
    )


def item(given: QueryParams, layer: Layer, catalogue: Catalogue, id_: int) -> Query:
    """Read the parameters of one feature.

    Raises:
        QueryError: One is unknown or cannot be used.
    """
    only(given, ITEM)
    return Query(
        layer,
        catalogue.project.storage_crs,
        ids=[id_],
        limit=1,
        properties=_properties(given, layer),
        geometry=not _flag(given, "skipGeometry"),
        crs=_crs(given, "crs", catalogue.project.offered_crs),
    )


def feature_id(text: str) -> int | None:
    """Return the id that an address names, or None where no feature can have it."""
    return int(text) if _WHOLE.fullmatch(text) else None


def _filter(given: QueryParams, own: Mapping[str, Kind], limits: Limits) -> Tree:
    parts: list[Tree] = [
        {"op": "=", "args": [{"property": name}, _value(name, given[name], kind)]}
        for name, kind in own.items()
        if name in given
    ]
    name = given.get("filter-lang", "cql2-text")
    if name not in _PARSERS:
        raise _wrong("filter-lang", "may be cql2-text or cql2-json", "to cql2-text albo cql2-json")
    if "filter" in given:
        parts.append(_PARSERS[name](given["filter"], max_chars=limits.filter_chars))
    if len(parts) > 1:
        return {"op": "and", "args": parts}
    return parts[0] if parts else None


def _value(name: str, text: str, kind: Kind) -> Tree:
    """Return the value of a queryable given as a parameter."""
    if kind in ("integer", "number"):
        try:
            return float(text) if kind == "number" else int(text)
        except ValueError:
            raise _wrong(name, "is no number", "nie jest liczbą") from None
    if kind == "boolean":
        if text not in ("true", "false"):
            raise _wrong(name, "is true or false", "to true albo false")
        return text == "true"
    return {kind: text} if kind in ("date", "timestamp") else text


def _properties(given: QueryParams, layer: Layer) -> tuple[str, ...] | None:
    if "properties" not in given:
        return None
    names = tuple(name.strip() for name in given["properties"].split(",") if name.strip())
    known = fields(layer)
    for name in names:
        if name not in known:
            raise unknown(layer, name)
    return names


def _sort(text: str, layer: Layer) -> tuple[SortKey, ...]:
    keys = []
    for part in text.split(","):
        name = part.strip()
        descending = name.startswith("-")
        name = name[1:] if name[:1] in ("-", "+") else name
        if name not in fields(layer):
            raise unknown(layer, name)
        keys.append(SortKey(name, descending))
    return tuple(keys)


def _bbox(given: QueryParams, offered: tuple[int, ...]) -> Box | None:
    code = _crs(given, "bbox-crs", offered)
    if "bbox" not in given:
        return None
    try:
        numbers = [float(part) for part in given["bbox"].split(",")]
    except ValueError:
        raise _wrong("bbox", "is made of numbers", "składa się z liczb") from None
    return box_of(numbers, code)


def _crs(given: QueryParams, name: str, offered: tuple[int, ...]) -> int:
    if name not in given:
        return CRS84_CODE
    try:
        code = crs.parse(given[name])
    except CrsError:
        code = -1
    if code not in (CRS84_CODE, *offered):
        known = ", ".join(crs.uri(one) for one in (CRS84_CODE, *offered))
        raise _wrong(name, f"is not offered; there are {known}", f"nie jest dostępny; są {known}")
    return code


def _limit(given: QueryParams, limits: Limits) -> int:
    text = given.get("limit", str(limits.default_items))
    if not _WHOLE.fullmatch(text) or int(text) < 1:
        raise _wrong("limit", "is a whole number from 1", "to liczba całkowita od 1")
    return min(int(text), limits.items)


def _offset(given: QueryParams, limits: Limits) -> int:
    text = given.get("offset", "0")
    if not _WHOLE.fullmatch(text):
        raise _wrong("offset", "is a whole number from 0", "to liczba całkowita od 0")
    if int(text) > limits.offset:
        raise TooMuch(
            f"offset is at most {limits.offset}: follow the next links instead",
            pl=f"offset może wynosić najwyżej {limits.offset}: użyj odnośników next",
        )
    return int(text)


def _flag(given: QueryParams, name: str) -> bool:
    text = given.get(name, "false")
    if text not in ("true", "false"):
        raise _wrong(name, "is true or false", "to true albo false")
    return text == "true"


def _wrong(name: str, en: str, pl: str) -> QueryError:
    return QueryError(f'the parameter "{name}" {en}', pl=f'parametr "{name}" {pl}')
