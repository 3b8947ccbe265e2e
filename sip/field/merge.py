"""The three-way merge of one row, attribute by attribute; its geometry is an attribute.

`base` is what both sides began with, `theirs` what the database holds now, `ours` what the field
brings. Nothing of `ours` is dropped: each edit is written, agreed already, or a clash.
"""

from __future__ import annotations

import dataclasses
import enum
from collections.abc import Mapping

type Value = str | int | float | bool | None
type Values = Mapping[str, Value]
"""Fields by name, plain as JSON: dates as ISO text, instants in UTC to the millisecond, the
geometry as hexadecimal WKB under `geom`."""


@dataclasses.dataclass(frozen=True)
class Known:
    """A row as one side knows it."""

    version: int
    """The database's `row_version`; it tells changes in columns that are not seen here, too."""
    values: Values


class Verb(enum.Enum):
    """What is done to the row in the database."""

    NOTHING = "nothing"
    INSERT = "insert"
    UPDATE = "update"
    DELETE = "delete"


class Clash(enum.Enum):
    """Why a part of the edit cannot be merged."""

    BOTH_CHANGED = "both_changed"
    CHANGED_HERE_DELETED_THERE = "deleted_there"
    DELETED_HERE_CHANGED_THERE = "changed_there"
    COLUMN_GONE = "column_gone"


@dataclasses.dataclass(frozen=True)
class Merge:
    """What becomes of the edit of one row."""

    verb: Verb = Verb.NOTHING
    values: Values = dataclasses.field(default_factory=dict)
    """What is written: of an update only what changes."""
    clash: Clash | None = None
    fields: tuple[str, ...] = ()
    """The attributes that clash; none where the row as a whole does."""


def merge(base: Known | None, theirs: Known | None, ours: Values | None) -> Merge:
    """Merge the edit of one row.

    Args:
        base: None for a row that is new in the field.
        theirs: None for a row that the database does not hold.
        ours: None for a row that was deleted in the field.
    """
    if base is None:
        return Merge() if ours is None else Merge(Verb.INSERT, ours)
    if ours is None:
        return _deleted(base, theirs)
    edited = tuple(name for name, value in ours.items() if differs(value, base.values.get(name)))
    if not edited:
        return Merge()
    if theirs is None:
        return Merge(clash=Clash.CHANGED_HERE_DELETED_THERE, fields=edited)
    return _changed(base, theirs, ours, edited)


def differs(one: Value, other: Value) -> bool:
    """Say whether two values are not the same; `True` is not 1, but 1.0 is 1."""
    return isinstance(one, bool) is not isinstance(other, bool) or one != other


def _deleted(base: Known, theirs: Known | None) -> Merge:
    if theirs is None:
        return Merge()
    if theirs.version != base.version:
        return Merge(clash=Clash.DELETED_HERE_CHANGED_THERE)
    return Merge(Verb.DELETE)


def _changed(base: Known, theirs: Known, ours: Values, edited: tuple[str, ...]) -> Merge:
    gone = [name for name in edited if name not in theirs.values]
    open_ = [
        name
        for name in edited
        if name in theirs.values and differs(ours[name], theirs.values[name])
    ]
    both = [name for name in open_ if differs(theirs.values[name], base.values.get(name))]
    written = {name: ours[name] for name in open_ if name not in both}
    clash = Clash.BOTH_CHANGED if both else Clash.COLUMN_GONE if gone else None
    verb = Verb.UPDATE if written else Verb.NOTHING
    return Merge(verb, written, clash, (*both, *gone))
