"""CQL2 trees evaluated over metadata records, which are kept in memory.

A record is its queryables: lists of texts by name, and a rectangle. A comparison holds if it holds
for one of the values. LIKE looks at neither case nor diacritics, as people who search expect.
"""

from __future__ import annotations

import dataclasses
import operator
import re
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import shapely
import shapely.geometry

from sip.crs import Extent
from sip.errors import QueryError, UnknownName
from sip.filter_encoding import matches

type Values = Sequence[str | float]
BOX = "bbox"
"""The name of the rectangle."""

_ORDER: Mapping[str, Callable[[Any, Any], bool]] = {
    "=": operator.eq,
    "<>": operator.ne,
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
}
_SHAPES = {
    "s_intersects": "intersects",
    "s_within": "within",
    "s_contains": "contains",
    "s_disjoint": "disjoint",
    "s_equals": "equals",
    "s_touches": "touches",
    "s_overlaps": "overlaps",
    "s_crosses": "crosses",
}


@dataclasses.dataclass(frozen=True)
class Queryables:
    """What can be asked of one record."""

    texts: Mapping[str, Sequence[str]]
    extent: Extent


def holds(tree: Any, record: Queryables) -> bool | None:
    """Say whether a condition holds for a record; None where it has no value to compare.

    Raises:
        QueryError: The tree is no condition over records.
        UnknownName: It names a property that records lack.
    """
    if isinstance(tree, bool):
        return tree
    if not isinstance(tree, dict):
        raise _not_understood()
    if isinstance(tree.get("bbox"), list):
        return _in_box(tree["bbox"], record)
    args = tree.get("args")
    if not isinstance(args, list):
        raise _not_understood()
    match str(tree.get("op")).lower(), args:
        case ("and" | "or") as op, [_, *_]:
            return _joined(op, [holds(part, record) for part in args])
        case "not", [part]:
            inner = holds(part, record)
            return None if inner is None else not inner
        case "isnull", [part]:
            return not _values(part, record)
        case "like", [left, str(pattern)]:
            return _any(left, record, lambda value: matches(plain(value), plain(pattern)))
        case "like", [left, {"op": _, "args": [str(pattern)]}]:
            return _any(left, record, lambda value: matches(plain(value), plain(pattern)))
        case "between", [left, low, high]:
            parts = [{"op": ">=", "args": [left, low]}, {"op": "<=", "args": [left, high]}]
            return _joined("and", [holds(part, record) for part in parts])
        case "in", [left, list(candidates)]:
            return _joined("or", [_compared("=", left, one, record) for one in candidates])
        case op, [left, right] if op in _ORDER:
            return _compared(op, left, right, record)
        case op, [left, right] if op in _SHAPES:
            return _spatial(op, left, right, record)
    raise _not_understood()


def plain(text: str | float) -> str:
    """Return a text without case and diacritics."""
    spread = unicodedata.normalize("NFD", str(text).casefold().replace("ł", "l"))
    return "".join(sign for sign in spread if not unicodedata.combining(sign))


def _joined(op: str, parts: Sequence[bool | None]) -> bool | None:
    decisive = op == "or"
    if decisive in parts:
        return decisive
    return None if None in parts else not decisive


def _any(node: Any, record: Queryables, test: Callable[[str], bool]) -> bool | None:
    found = _values(node, record)
    return any(test(str(value)) for value in found) if found else None


def _compared(op: str, left: Any, right: Any, record: Queryables) -> bool | None:
    ours, theirs = _values(left, record), _values(right, record)
    if not ours or not theirs:
        return None
    numeric = any(isinstance(value, float) for value in (*ours, *theirs))
    convert: Callable[[Any], Any] = _number if numeric else str
    pairs = [(convert(a), convert(b)) for a in ours for b in theirs]
    known = [(a, b) for a, b in pairs if a is not None and b is not None]
    return any(_ORDER[op](a, b) for a, b in known) if known else None


def _number(value: str | float) -> float | None:
    text = str(value).strip()
    return float(text) if re.fullmatch(r"[-+]?\d{1,15}(\.\d{1,15})?", text) else None


def _values(node: Any, record: Queryables) -> Values:
    """Return the values that an operand stands for."""
    match node:
        case bool():
            return [str(node).lower()]
        case int() | float():
            return [float(node)]
        case str():
            return [node]
        case {"property": str(name)}:
            if name not in record.texts:
                raise UnknownName(f'"{name}" is no queryable of records')
            return record.texts[name]
        case {"date": str(text)} | {"timestamp": str(text)}:
            return [text]
        case {"op": "to_number", "args": [part]}:
            numbers = [_number(value) for value in _values(part, record)]
            return [number for number in numbers if number is not None]
        case {"op": "casei", "args": [part]}:
            return [str(value).casefold() for value in _values(part, record)]
        case {"op": "accenti", "args": [part]}:
            return [plain(value) for value in _values(part, record)]
    raise _not_understood()


def _spatial(op: str, left: Any, right: Any, record: Queryables) -> bool:
    try:
        one, other = (_shape(node, record) for node in (left, right))
        return bool(getattr(one, _SHAPES[op])(other))
    except (ValueError, TypeError, KeyError, AttributeError, shapely.errors.ShapelyError) as error:
        raise _not_understood() from error


def _shape(node: Any, record: Queryables) -> Any:
    match node:
        case {"property": name}:
            if name != BOX:
                raise UnknownName(f'"{name}" is no geometry of records')
            extent = record.extent
            return shapely.box(extent.west, extent.south, extent.east, extent.north)
        case {"bbox": [west, south, east, north]}:
            return shapely.box(west, south, east, north)
        case {"type": str()}:
            return shapely.geometry.shape(node)
    raise _not_understood()


def _in_box(numbers: Sequence[Any], record: Queryables) -> bool:
    """Answer the BBOX function of the older CQL: a property and west, south, east, north."""
    first, *corners = numbers
    if len(corners) < 4 or not isinstance(first, dict):
        raise _not_understood()
    return _spatial("s_intersects", first, {"bbox": corners[:4]}, record)


def _not_understood() -> QueryError:
    return QueryError(
        "the condition is none over metadata records",
        pl="warunku nie da się zastosować do rekordów metadanych",
    )
