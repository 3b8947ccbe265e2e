"""TIME of a WMS: what was in force at an instant or in an interval, for layers that keep time.

The instant of knowledge goes the same way to MapServer: a value put into a place of the mapfile.
"""

from __future__ import annotations

import calendar
import datetime
import re
from collections.abc import Iterator

from services.ows.refusal import WmsError
from sip.catalogue import Layer
from sip.errors import QueryError
from sip.query import Interval
from sip.query.terms import PG_TYPE, Kind
from sip.query.times import edge, parse_interval, valid_within
from sip.service import LayerState

AS_OF = "as_of"
"""The place in a mapfile for the instant of knowledge."""
_KINDS: tuple[Kind, ...] = ("date", "timestamp")
_VALUE = "^-?infinity$|^[0-9]{4}-[0-9]{2}-[0-9]{2}(T[0-9:.]{8,15}Z)?$"
_REDUCED = re.compile(r"(\d{4})(?:-(\d\d))?")


def read(text: str) -> Interval | None:
    """Read TIME as ISO 8601 has it: also a year or a month, and an interval with a period.

    Raises:
        WmsError: InvalidDimensionValue.
    """
    if text in ("", "default"):
        return None
    if text == "current":
        now = datetime.datetime.now(datetime.UTC)
        return Interval(now, now)
    ends = text.split("/")[:2]
    try:
        return parse_interval("/".join((_whole(ends[0], -1), _whole(ends[-1], 0))))
    except QueryError as error:
        raise WmsError("InvalidDimensionValue", f'TIME "{text}": {error}') from error


def _whole(text: str, which: int) -> str:
    """Return a year or month as its first (-1) or last (0) day; anything else as it is."""
    found = _REDUCED.fullmatch(text)
    if found is None:
        return text
    year, month = int(found[1]), int(found[2] or (1 if which else 12))
    if not (1 <= month <= 12 and year):
        return text
    day = 1 if which else calendar.monthrange(year, month)[1]
    return datetime.date(year, month, day).isoformat()


def values(time: Interval | None, as_of: datetime.datetime | None) -> dict[str, str]:
    """Return what MapServer puts into the mapfile of a layer that keeps time, or of its past."""
    found = {AS_OF: _written(as_of, is_last=True)} if as_of else {}
    if time is None:
        return found
    return found | {
        _name(kind, is_last=is_last): _written(edge(time, kind, is_last=is_last), is_last=is_last)
        for kind in _KINDS
        for is_last in (False, True)
    }


def source(layer: Layer) -> str:
    """Return what MapServer reads of a layer: the relation, or the rows that TIME leaves of it."""

    def bound(kind: Kind, is_last: bool) -> str:
        return f"'%{_name(kind, is_last=is_last)}%'::{PG_TYPE[kind]}"

    valid = valid_within(layer, bound)
    return f"(SELECT * FROM {layer.relation} WHERE {valid}) AS t" if valid else layer.relation


def validation(layer: Layer) -> Iterator[str]:
    """Yield the lines of a mapfile that say which values may be put in: moments and no other."""
    if layer.is_past or layer.sight:
        now = f' "default_{AS_OF}" "infinity"' if layer.sight else ""
        yield f'    "{AS_OF}" "{_VALUE}"{now}'
    if layer.time is None:
        return
    for kind in _KINDS:
        for is_last in (False, True):
            name = _name(kind, is_last=is_last)
            default = _written(None, is_last=is_last)
            yield f'    "{name}" "{_VALUE}" "default_{name}" "{default}"'


def _name(kind: Kind, *, is_last: bool) -> str:
    return f"{'until' if is_last else 'since'}_{kind}"


def _written(moment: datetime.date | None, *, is_last: bool) -> str:
    if moment is None:
        return "infinity" if is_last else "-infinity"
    if isinstance(moment, datetime.datetime):
        return f"{moment.astimezone(datetime.UTC).replace(tzinfo=None).isoformat()}Z"
    return moment.isoformat()


def announced(layer: Layer, state: LayerState | None) -> str | None:
    """Return the extent of a layer's time as capabilities have it; None where nothing is known.

    Where rows are still valid it ends on the day on which they last changed.
    """
    if layer.time is None or state is None or state.time[0] is None:
        return None
    first = _day(state.time[0])
    last = max(first, _day(state.time[1] or state.changed))
    return f"{first.isoformat()}/{last.isoformat()}/P1D"


def _day(moment: datetime.date) -> datetime.date:
    return moment.date() if isinstance(moment, datetime.datetime) else moment
