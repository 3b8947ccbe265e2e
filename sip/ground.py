"""Rows that share ground: areas of one group neither overlap nor leave what they belong to.

The database keeps to it, whoever writes (`database/sql/ground.sql`): at the end of a transaction,
so that a border may be moved in several rows at once. What is only told of drafts (gaps, values
beyond those of another layer) is a view that QGIS shows.
"""

from __future__ import annotations

from typing import Annotated

from pydantic import Field as Key

from sip.declaration import ID_PATTERN, Model

type Name = Annotated[str, Key(pattern=ID_PATTERN)]
type Names = Annotated[tuple[Name, ...], Key(strict=False)]


class Bound(Model):
    """Values that must keep within those of the areas of another layer at the same place."""

    layer: Name
    """The other layer; it has the same fields."""
    where: str = "TRUE"
    """SQL over its columns: which of its rows bind."""
    at_most: Names = ()
    """Fields that may not be higher than there."""
    at_least: Names = ()
    """Fields that may not be lower than there."""


class Ground(Model):
    """How the areas of a layer share ground."""

    by: Name
    """Field whose value says which rows belong together; a relation leads from it to their act."""
    where: str = "TRUE"
    """SQL over the columns: which rows count."""
    apart: bool = True
    """Whether rows of a group may not overlap: such an edit is refused."""
    inside: bool = True
    """Whether they lie within what `by` points to: an edit that leaves it is refused."""
    fill: bool = False
    """Whether they leave no gaps in it: told of drafts, not refused."""
    within: Bound | None = None
    """What binds their values: told of drafts, not refused."""
    drafts: str = "FALSE"
    """SQL over the columns of what `by` points to: of which ones findings are told."""
    least_m2: Annotated[float, Key(ge=0)] = 1.0
    """Overlaps and gaps smaller than this are differences of drawing."""
    slender: Annotated[float, Key(ge=13)] = 10_000.0
    """So are those whose perimeter²/area is above this."""
