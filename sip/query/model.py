"""What can be asked of a layer, and what the question becomes."""

from __future__ import annotations

import dataclasses
import datetime
from collections.abc import Sequence
from typing import Any

from sip.catalogue import Layer
from sip.crs import CRS84_CODE, Extent

type Tree = dict[str, Any] | list[Any] | str | float | int | bool | None
"""A CQL2 expression in its JSON form."""
type Scalar = str | int | float | bool | datetime.date | datetime.datetime | None
type Moment = datetime.date | datetime.datetime


@dataclasses.dataclass(frozen=True)
class Sql:
    """A statement or a part of one, and the values of its `$n`, in asyncpg's way."""

    text: str
    args: tuple[Any, ...] = ()


@dataclasses.dataclass(frozen=True)
class Box:
    """A rectangle in a CRS, x, y. In degrees, west may exceed east: it spans the antimeridian."""

    extent: Extent
    crs: int = CRS84_CODE


@dataclasses.dataclass(frozen=True)
class Interval:
    """A stretch of time with both ends in it; None is open. An instant has equal ends.

    A date stands for its whole day, a timestamp has a time zone.
    """

    start: Moment | None
    end: Moment | None


@dataclasses.dataclass(frozen=True)
class SortKey:
    """A field to sort by."""

    name: str
    descending: bool = False


@dataclasses.dataclass(frozen=True)
class Query:
    """A question to one layer. Names are checked and values bound when it is compiled."""

    layer: Layer
    storage_crs: int
    """EPSG code of the layer's `geom`."""
    filter: Tree = None
    filter_crs: int = CRS84_CODE
    bbox: Box | None = None
    time: Interval | None = None
    ids: Sequence[int] | None = None
    properties: Sequence[str] | None = None
    """Fields of the answer; None for all public ones."""
    sort: Sequence[SortKey] = ()
    """The id is always the last key, so that pages are stable."""
    limit: int = 10
    offset: int = 0
    after: Sequence[Scalar] | None = None
    """Keyset cursor: the sort keys and the id of the row before the page."""
    geometry: bool = True
    """Whether the answer has geometries."""
    crs: int = CRS84_CODE
    """Of the answer; 0 is CRS84. Features come in the authority's order of axes, rows in x, y."""
    max_depth: int = 30
    """Deepest nesting of the filter."""
