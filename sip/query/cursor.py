"""Keyset cursors: the place in a sorted list, as text that fits an address."""

from __future__ import annotations

import base64
import binascii
import datetime
from collections.abc import Sequence

import orjson

from sip.catalogue import Layer
from sip.errors import QueryError
from sip.query.model import Scalar, SortKey
from sip.query.terms import Kind, fields, parse_moment


def encode(values: Sequence[Scalar]) -> str:
    """Write the sort keys and the id of a row."""
    return base64.urlsafe_b64encode(orjson.dumps(list(values))).decode().rstrip("=")


def decode(text: str, layer: Layer, sort: Sequence[SortKey]) -> tuple[Scalar, ...]:
    """Read a cursor of the same order of the same layer.

    Raises:
        QueryError: It is none.
    """
    try:
        values = orjson.loads(base64.urlsafe_b64decode(text + "=" * (-len(text) % 4)))
    except (ValueError, binascii.Error) as error:
        raise bad_cursor() from error
    known = fields(layer)
    kinds: list[Kind | None] = [*(known.get(key.name) for key in sort), "integer"]
    if not isinstance(values, list) or len(values) != len(kinds):
        raise bad_cursor()
    return tuple(_typed(value, kind) for value, kind in zip(values, kinds, strict=True))


def _typed(value: Scalar, kind: Kind | None) -> Scalar:
    accepted: dict[str, type | tuple[type, ...]] = {
        "text": str, "integer": int, "number": (int, float), "boolean": bool,
    }  # fmt: skip
    if value is None:
        return None
    if kind in ("date", "timestamp") and isinstance(value, str):
        moment: datetime.date = parse_moment(value, kind).value
        return moment
    if kind not in accepted or not isinstance(value, accepted[kind]):
        raise bad_cursor()
    if isinstance(value, bool) != (kind == "boolean"):
        raise bad_cursor()
    return value


def bad_cursor() -> QueryError:
    """Say that a cursor is not one of ours."""
    return QueryError(
        "the cursor does not belong to this list: begin again without it",
        pl="wskaźnik strony nie należy do tej listy: zacznij od początku bez niego",
    )
