"""The parameters of histories and differences."""

from __future__ import annotations

import dataclasses
import datetime
import math
import re
import zoneinfo
from collections.abc import Mapping

from starlette.requests import Request

from sip import crs
from sip.catalogue import Layer
from sip.crs import CRS84_CODE
from sip.errors import CrsError, NotFound, QueryError
from sip.query import Box
from sip.query.shapes import box_of
from sip.query.times import parse_as_of
from sip.service import Context, context

HISTORY = ("limit", "offset", "f", "lang")
CHANGES = ("from", "to", "bbox", "bbox-crs", *HISTORY)
_WHOLE = re.compile(r"[0-9]{1,9}", re.ASCII)


@dataclasses.dataclass(frozen=True)
class Page:
    """A part of a list."""

    limit: int
    offset: int


def layer_of(request: Request) -> Layer:
    """Return the layer that an address names.

    Raises:
        NotFound: There is none whose features are offered, or it keeps no history.
    """
    name = request.path_params["collection"]
    # Of the past nobody is told what is personal.
    layer = context(request).catalogue.past.layers.get(name)
    if layer is None or not layer.offers("features"):
        raise NotFound(f'there is no collection "{name}"', pl=f'nie ma zbioru "{name}"')
    if not layer.is_table:
        raise NotFound(f'"{name}" keeps no history', pl=f'zbiór "{name}" nie ma historii')
    return layer


def only(request: Request, allowed: tuple[str, ...]) -> Mapping[str, str]:
    """Return the parameters of a request.

    Raises:
        QueryError: One is unknown here, or is given twice.
    """
    names = [name for name, _ in request.query_params.multi_items()]
    for name in names:
        if name not in allowed:
            raise _wrong(name, "is no parameter here", "nie jest tu parametrem")
        if names.count(name) > 1:
            raise _wrong(name, "is given twice", "podano dwa razy")
    return request.query_params


def page(given: Mapping[str, str], *, most: int, default: int) -> Page:
    """Read `limit` (from 1; more than `most` is `most`) and `offset` (from 0)."""
    limit, offset = given.get("limit", str(default)), given.get("offset", "0")
    if not _WHOLE.fullmatch(limit) or int(limit) < 1:
        raise _wrong("limit", "is a whole number from 1", "to liczba całkowita od 1")
    if not _WHOLE.fullmatch(offset):
        raise _wrong("offset", "is a whole number from 0", "to liczba całkowita od 0")
    return Page(min(int(limit), most), int(offset))


def instants(given: Mapping[str, str], now: Context) -> tuple[datetime.datetime, datetime.datetime]:
    """Read `from` and `to` as `asOf` is read; `to` is now where it is absent.

    Raises:
        QueryError: One is missing or unfit, or they stand the wrong way round.
    """
    zone, moment = (
        zoneinfo.ZoneInfo(now.catalogue.project.time_zone),
        datetime.datetime.now(datetime.UTC),
    )
    if "from" not in given:
        raise _wrong("from", "is missing: the earlier date", "jest potrzebny: wcześniejsza data")
    first = parse_as_of(given["from"], zone, moment)
    last = parse_as_of(given["to"], zone, moment) if "to" in given else moment
    if first > last:
        raise _wrong("from", "is later than to", "jest późniejszy niż to")
    return first, last


def require_known(now: Context, layer: Layer, instant: datetime.datetime) -> None:
    """Refuse an instant that the history of a layer no longer reaches back to.

    Raises:
        QueryError: It is one.
    """
    state = now.states.get(layer.id)
    if state and state.known_since and instant < state.known_since:
        now.catalogue.past_but({layer.id: state.known_since}).layer(layer.id).require_known()


def box(given: Mapping[str, str], now: Context) -> Box | None:
    """Read `bbox`, in `bbox-crs` or CRS84."""
    offered = now.catalogue.project.offered_crs
    try:
        code = crs.parse(given["bbox-crs"]) if "bbox-crs" in given else CRS84_CODE
    except CrsError:
        code = -1
    if code not in (CRS84_CODE, *offered):
        raise _wrong("bbox-crs", "is not offered", "nie jest dostępny")
    if "bbox" not in given:
        return None
    try:
        numbers = [float(part) for part in given["bbox"].split(",")]
    except ValueError:
        numbers = [math.nan]
    return box_of(numbers, code)


def _wrong(name: str, en: str, pl: str) -> QueryError:
    return QueryError(f'the parameter "{name}" {en}', pl=f'parametr "{name}" {pl}')
