"""What was found out about a plot."""

from __future__ import annotations

import dataclasses
import datetime
from collections.abc import Sequence
from typing import Any, Literal

from shapely.geometry.base import BaseGeometry

from sip.catalogue import Layer
from sip.report.shares import Division
from sip.topic import Part, Topic

type Answer = Literal["applies", "does_not_apply", "no_data"]
type Reason = Literal["not_public", "empty", "not_covered", "no_history"]
"""Why there is no data: nobody shows it to the reader, there are no rows, the register does not
cover the place, or its past is not kept."""
type Row = dict[str, Any]


@dataclasses.dataclass(frozen=True)
class Linked:
    """Rows of another layer that point at a row: the documents of an act."""

    layer: Layer
    fields: Sequence[tuple[Layer, str]]
    """Those that are told: of the layer, or of the one that ties it to the row."""
    rows: Sequence[Row]
    """Their `id` and fields."""


@dataclasses.dataclass(frozen=True)
class Found:
    """One row that says something of the plot."""

    id: int
    values: Row
    """Fields that the reader may see, by name."""
    distance_m: float
    """How far from the plot; 0 is on it."""
    area_m2: float
    """How much of the plot it covers; 0 for points and lines."""
    linked: Sequence[Linked] = ()


@dataclasses.dataclass(frozen=True)
class Said:
    """What one layer says to a topic."""

    layer: Layer
    part: Part
    answer: Answer
    reason: Reason | None = None
    rows: Sequence[Found] = ()
    more: bool = False
    """Whether there are more rows than are told."""
    division: Division | None = None
    """How the rows divide the plot, where the layer does."""
    changed: datetime.datetime | None = None
    """When the register last changed, UTC, where that is known."""


@dataclasses.dataclass(frozen=True)
class Told:
    """The answer to a topic."""

    id: str
    topic: Topic
    said: Sequence[Said]

    @property
    def answer(self) -> Answer:
        """One of three: something was found; all registers know the place and found nothing; else
        nobody knows."""
        answers = {one.answer for one in self.said}
        if "applies" in answers:
            return "applies"
        return "does_not_apply" if answers == {"does_not_apply"} else "no_data"


@dataclasses.dataclass(frozen=True)
class Plot:
    """The plot of a report."""

    layer: Layer
    id: int
    key: str
    values: Row
    shape: BaseGeometry
    """In the storage CRS."""
    place: Sequence[tuple[Layer, str]]
    """Where it is: a layer, and the name of its row there."""


@dataclasses.dataclass(frozen=True)
class Report:
    """All that the registers say of a plot on a day."""

    plot: Plot
    day: datetime.date
    """Whose law and state are told."""
    known: datetime.datetime
    """The instant whose knowledge it is."""
    made: datetime.datetime
    topics: Sequence[Told]

    @property
    def is_past(self) -> bool:
        """Whether it is told as it was known at a former instant."""
        return self.known < self.made
