"""Values of a file's column as values of a field: converted exactly, or named as wrong.

Columns are Arrow arrays: no Python object is made for a value, except for one that is wrong.
"""

from __future__ import annotations

import dataclasses
import datetime
import re
from collections.abc import Callable, Mapping

import pyarrow as pa
import pyarrow.compute as pc

from sip.layer import Field, FieldType
from sip.load.mapping import FieldMap
from sip.text import Text

ID_FIELD = Field(type="integer", title=Text(pl="identyfikator", en="identifier"))
"""What `id` is, for a file that brings it along."""
_INTEGER = r"^\s*[+-]?[0-9]{1,18}\s*$"
_NUMBER = r"^\s*[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]{1,3})?\s*$"
_INSTANT = (
    r"^[0-9]{4}-[0-9]{2}-[0-9]{2}"
    r"([T ][0-9]{2}:[0-9]{2}(:[0-9]{2}(\.[0-9]+)?)?(Z|[+-][0-9]{2}(:?[0-9]{2})?)?)?$"
)
_MIDNIGHT = r"[T ]00:00(:00(\.0+)?)?(Z|[+-][0-9]{2}(:?[0-9]{2})?)?$"
_TRUE = ["true", "t", "1", "yes", "tak"]
_FALSE = ["false", "f", "0", "no", "nie"]


@dataclasses.dataclass(frozen=True)
class Converted:
    """A column as COPY takes it."""

    values: pa.Array
    wrong: pa.Array
    """True where a value could not be converted; there `values` is null."""
    allowed: str
    """What would have been right."""


def convert(column: pa.Array, field: Field, how: FieldMap) -> Converted:
    """Convert a column to the type of a field. An empty text is no value."""
    column = _prepared(column, how)
    if how.codes:
        return _translate(column, how.codes)
    return _CONVERTERS[field.type](column, how)


def constant(length: int, how: FieldMap) -> pa.Array:
    """Return a mapping's one value as a column of texts."""
    value = how.value
    text = str(value).lower() if isinstance(value, bool) else str(value)
    return pa.repeat(pa.scalar(text, pa.string()), length)


def shown(column: pa.Array, row: int) -> str:
    """Return a value as a person reads it."""
    value = column[row].as_py()
    return "" if value is None else str(value)


def _prepared(column: pa.Array, how: FieldMap) -> pa.Array:
    """Join lists, take the part that is asked for, and let an empty text be no value."""
    if pa.types.is_list(column.type) and how.join is not None:
        texts = column.cast(pa.list_(pa.string()))
        if how.extract is not None:
            parts = _extracted(texts.values, how.extract)
            texts = pa.ListArray.from_arrays(texts.offsets, parts)
        column = pc.binary_join(texts, how.join)
    elif how.extract is not None and _is_text(column):
        column = _extracted(column, how.extract)
    if pa.types.is_timestamp(column.type):
        unit = "us" if column.type.unit == "ns" else column.type.unit
        column = column.cast(pa.timestamp(unit, column.type.tz and "UTC")).cast(pa.string())
    if pa.types.is_large_string(column.type):
        column = column.cast(pa.string())
    if _is_text(column):
        column = pc.if_else(pc.equal(column, ""), pa.scalar(None, pa.string()), column)
    return column


def _extracted(column: pa.Array, pattern: str) -> pa.Array:
    """Return the group of each text; a text without it stays, and is judged as it is."""
    named = re.sub(r"\((?!\?)", "(?P<part>", pattern, count=1)
    found = pc.extract_regex(column, named)
    return pc.coalesce(pc.struct_field(found, "part"), column)


def _translate(column: pa.Array, codes: Mapping[str, str]) -> Converted:
    texts = column if _is_text(column) else column.cast(pa.string())
    place = pc.index_in(texts, pa.array(list(codes)))
    values = pc.take(pa.array(list(codes.values()), pa.string()), place)
    return _judged(texts, values, f"in the mapping ({', '.join(codes)})")


def _to_text(column: pa.Array, _how: FieldMap) -> Converted:
    allowed = "a text"
    if pa.types.is_floating(column.type):
        whole = pc.equal(pc.floor(column), column)
        integers = pc.if_else(whole, column, 0.0).cast(pa.int64()).cast(pa.string())
        return _judged(column, pc.if_else(whole, integers, column.cast(pa.string())), allowed)
    if pa.types.is_list(column.type) or pa.types.is_binary(column.type):
        return _judged(column, pa.nulls(len(column), pa.string()), f"{allowed} (join the list)")
    return _judged(column, column.cast(pa.string()), allowed)


def _to_integer(column: pa.Array, _how: FieldMap) -> Converted:
    allowed = "a whole number"
    if pa.types.is_integer(column.type):
        return _judged(column, column, allowed)
    if pa.types.is_floating(column.type):
        fits = pc.and_(pc.equal(pc.floor(column), column), pc.less(pc.abs(column), 2.0**53))
        values = pc.if_else(fits, column, pa.scalar(None, column.type)).cast(pa.int64())
        return _judged(column, values, allowed)
    return _judged(column, _matching(column, _INTEGER), allowed)


def _to_number(column: pa.Array, how: FieldMap) -> Converted:
    allowed = "a number"
    if pa.types.is_integer(column.type):
        return _judged(column, column, allowed)
    if pa.types.is_floating(column.type):
        values = pc.if_else(pc.is_finite(column), column, pa.scalar(None, column.type))
        return _judged(column, values, allowed)
    texts = column
    if how.decimal and _is_text(column):
        texts = pc.replace_substring(column, how.decimal, ".")
        allowed = f'a number with the decimal sign "{how.decimal}"'
    return _judged(column, _matching(texts, _NUMBER), allowed)


def _to_boolean(column: pa.Array, _how: FieldMap) -> Converted:
    if pa.types.is_boolean(column.type):
        return _judged(column, column, "")
    texts = pc.utf8_lower(column.cast(pa.string()))
    truth = pc.is_in(texts, pa.array(_TRUE))
    known = pc.or_(truth, pc.is_in(texts, pa.array(_FALSE)))
    values = pc.if_else(known, truth, pa.scalar(None, pa.bool_()))
    return _judged(column, values, f"one of {', '.join([*_TRUE, *_FALSE])}")


def _to_date(column: pa.Array, how: FieldMap) -> Converted:
    allowed = f"a date like {how.date_format or '2024-05-31'}"
    if pa.types.is_date(column.type):
        return _judged(column, column.cast(pa.string()), allowed)
    if not _is_text(column):
        return _judged(column, pa.nulls(len(column), pa.string()), allowed)
    texts = pc.replace_substring_regex(column, _MIDNIGHT, "")
    texts = pc.replace_substring(texts, "/", "-") if how.date_format is None else texts
    return _judged(column, _dates(texts, how.date_format or "%Y-%m-%d"), allowed)


def _to_timestamp(column: pa.Array, how: FieldMap) -> Converted:
    allowed = "a time like 2024-05-31T12:00:00Z"
    if pa.types.is_date(column.type):
        return _judged(column, column.cast(pa.string()), allowed)
    if not _is_text(column):
        return _judged(column, pa.nulls(len(column), pa.string()), allowed)
    if how.date_format is not None:
        return _to_date(column, how)
    texts = pc.replace_substring(column, "/", "-", max_replacements=2)
    texts = _matching(texts, _INSTANT)
    days = _dates(pc.utf8_slice_codeunits(texts, 0, 10), "%Y-%m-%d")
    hours = pc.utf8_slice_codeunits(texts, 11, 13)
    sound = pc.and_(pc.is_valid(days), pc.less(hours, "24"))
    return _judged(column, pc.if_else(sound, texts, pa.scalar(None, pa.string())), allowed)


def _dates(texts: pa.Array, date_format: str) -> pa.Array:
    """Return ISO dates; null where a text is no date. Arrow takes 30 February for 1 March."""
    parsed = pc.strptime(texts, format=date_format, unit="s", error_is_null=True)
    written = pc.strftime(parsed, format=date_format)
    same = pc.fill_null(pc.equal(written, texts), False)
    iso = pc.strftime(parsed, format="%Y-%m-%d")
    doubtful = pc.indices_nonzero(pc.and_(pc.is_valid(texts), pc.invert(same))).to_pylist()
    if not doubtful:
        return iso
    days = iso.to_pylist()
    for row in doubtful:
        days[row] = _strict_date(texts[row].as_py(), date_format)
    return pa.array(days, pa.string())


def _strict_date(text: str, date_format: str) -> str | None:
    try:
        return datetime.datetime.strptime(text, date_format).date().isoformat()
    except ValueError:
        return None


def _matching(column: pa.Array, pattern: str) -> pa.Array:
    """Return trimmed texts, null where they do not match."""
    texts = column.cast(pa.string())
    return pc.if_else(
        pc.match_substring_regex(texts, pattern),
        pc.utf8_trim_whitespace(texts),
        pa.scalar(None, pa.string()),
    )


def _judged(column: pa.Array, values: pa.Array, allowed: str) -> Converted:
    """Whatever was a value and is none any more was wrong."""
    return Converted(values, pc.and_(pc.is_valid(column), pc.is_null(values)), allowed)


def _is_text(column: pa.Array) -> bool:
    return bool(pa.types.is_string(column.type))


_CONVERTERS: Mapping[FieldType, Callable[[pa.Array, FieldMap], Converted]] = {
    "text": _to_text,
    "integer": _to_integer,
    "number": _to_number,
    "boolean": _to_boolean,
    "date": _to_date,
    "timestamp": _to_timestamp,
}
