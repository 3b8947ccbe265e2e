"""Which records a request asks for."""

from __future__ import annotations

import dataclasses
import datetime
import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from starlette.datastructures import QueryParams

from sip.crs import CRS84_CODE, Extent
from sip.errors import QueryError
from sip.metadata import Record
from sip.query import parse_json, parse_text
from sip.query.shapes import box_of
from sip.record_filter import Queryables, holds, plain
from sip.settings import Limits

PARAMETERS = ("q", "bbox", "datetime", "type", "ids", "externalIds", "externalId", "filter",
              "filter-lang", "limit", "offset", "f", "lang")  # fmt: skip


@dataclasses.dataclass(frozen=True)
class Page:
    """A part of the records that were asked for."""

    records: Sequence[Record]
    matched: int
    limit: int
    offset: int


def page(known: Sequence[Record], given: QueryParams, limits: Limits) -> Page:
    """Return the page that a request asks for.

    Raises:
        QueryError: A parameter is unknown or wrong.
    """
    for name in given:
        if name not in PARAMETERS:
            allowed = ", ".join(PARAMETERS)
            raise QueryError(
                f'the parameter "{name}" is unknown; there are {allowed}',
                pl=f'parametr "{name}" jest nieznany; są: {allowed}',
            )
    found = [one for one in known if all(test(one) for test in _tests(given))]
    limit = min(_number(given, "limit", limits.default_items, least=1), limits.items)
    offset = _number(given, "offset", 0, least=0)
    return Page(found[offset : offset + limit], len(found), limit, offset)


def _tests(given: QueryParams) -> list[Callable[[Record], bool]]:
    makers: Mapping[str, Callable[[str], Callable[[Record], bool]]] = {
        "q": _words,
        "bbox": _box,
        "datetime": _time,
        "type": lambda text: lambda one: one.kind in _listed(text),
        "ids": lambda text: lambda one: bool({one.id, one.uuid} & _listed(text)),
        "externalIds": _external,
        "externalId": _external,
    }
    tests = [make(given[name]) for name, make in makers.items() if given.get(name)]
    if given.get("filter"):
        tests.append(_condition(given["filter"], given.get("filter-lang", "cql2-text")))
    return tests


def _listed(text: str) -> set[str]:
    return {part.strip() for part in text.split(",") if part.strip()}


def _external(text: str) -> Callable[[Record], bool]:
    wanted = {part.removeprefix("urn:uuid:") for part in _listed(text)}
    return lambda one: bool({one.uuid, one.code, one.identifier} & wanted)


def _words(text: str) -> Callable[[Record], bool]:
    """Commas separate alternatives; of the words in one, all must be there in this order."""
    wanted = [re.split(r"\s+", plain(part).strip()) for part in text.split(",") if part.strip()]

    def test(one: Record) -> bool:
        held = re.sub(r"\s+", " ", plain(" ".join(_said(one))))
        return any(" ".join(phrase) in held for phrase in wanted)

    return test


def _said(one: Record) -> list[str]:
    texts = (one.title, one.abstract, *one.subjects)
    return [one.id, *(part for text in texts for part in (text.pl, text.en))]


def _box(text: str) -> Callable[[Record], bool]:
    try:
        numbers = [float(part) for part in text.split(",")]
    except ValueError:
        numbers = []
    extent = box_of(numbers, CRS84_CODE).extent
    return lambda one: _meet(one.extent, extent)


def _meet(one: Extent, other: Extent) -> bool:
    if not (one.south <= other.north and one.north >= other.south):
        return False
    if other.west <= other.east:
        return one.west <= other.east and one.east >= other.west
    return one.east >= other.west or one.west <= other.east


def _time(text: str) -> Callable[[Record], bool]:
    ends = text.split("/")
    if len(ends) > 2 or not text.strip("./ "):
        raise _wrong("datetime", text)
    start, end = (_day(part, text) for part in (ends[0], ends[-1]))
    if start and end and start > end:
        raise _wrong("datetime", text)
    least, most = start or datetime.date.min, end or datetime.date.max

    def test(one: Record) -> bool:
        first, last = one.time
        if first is None and last is None:
            return True
        return (first or datetime.date.min) <= most and (last or datetime.date.max) >= least

    return test


def _day(text: str, whole: str) -> datetime.date | None:
    if text in ("", ".."):
        return None
    try:
        return datetime.datetime.fromisoformat(text.upper()).date()
    except ValueError as error:
        raise _wrong("datetime", whole) from error


def _condition(text: str, language: str) -> Callable[[Record], bool]:
    readers: Mapping[str, Callable[[str], Any]] = {"cql2-text": parse_text, "cql2-json": parse_json}
    if language not in readers:
        raise _wrong("filter-lang", language)
    tree = readers[language](text)
    return lambda one: bool(holds(tree, queryables(one)))


def queryables(record: Record) -> Queryables:
    """Return what a filter can ask of a record."""
    texts: dict[str, list[str]] = {
        "title": [record.title.pl, record.title.en],
        "description": [record.abstract.pl, record.abstract.en],
        "id": [record.id],
        "type": [record.kind],
        "keywords": [part for text in record.subjects for part in (text.pl, text.en)],
        "updated": [record.stamp.isoformat()],
        "created": [record.date.isoformat()],
        "license": [record.licence],
        "externalId": [record.uuid],
    }
    return Queryables(texts, record.extent)


def _number(given: QueryParams, name: str, default: int, *, least: int) -> int:
    text = given.get(name)
    if text is None:
        return default
    if not re.fullmatch(r"\d{1,9}", text) or int(text) < least:
        raise _wrong(name, text)
    return int(text)


def _wrong(name: str, text: str) -> QueryError:
    return QueryError(f'{name} cannot be "{text}"', pl=f'{name} nie może być "{text}"')
