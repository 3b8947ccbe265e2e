"""What the report of a plot is made of: its topics, and what each layer says to which topic.

Topics stand in `layers/_report.yaml`; a layer joins them with the key `report` of its own file.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal

from pydantic import Field as Key

from sip.declaration import ID_PATTERN, Model
from sip.text import Text

if TYPE_CHECKING:
    from sip.layer import LayerFile

type Name = Annotated[str, Key(pattern=ID_PATTERN)]


class Coverage(Model):
    """Where a register knows anything: elsewhere the report says that there is no data."""

    layer: Name
    """Layer whose areas it covers (`gmina`)."""
    where: str | None = None
    """CQL2 text: only those of its rows."""


class Part(Model):
    """What a layer says in the report of a plot."""

    topic: Name
    """Topic of `layers/_report.yaml` that it belongs to."""
    where: str | None = None
    """CQL2 text: only rows that meet it."""
    within_m: Annotated[float, Key(ge=0, le=5000)] = 0.0
    """How far from the plot rows still count, metres; 0 is on the plot itself."""
    when: Literal["day", "later", "always"] = "day"
    """Rows valid on the day of the report, on that day or later, or at any time."""
    shares: bool = False
    """Whether its areas divide the plot among them: the topic then tells how much each one takes,
    and what none covers."""
    fields: Annotated[tuple[Name, ...], Key(strict=False)] = ()
    """Fields that are told of a row, beside its name, in this order."""
    linked: dict[Name, Annotated[tuple[Name, ...], Key(strict=False)]] = {}
    """Layers whose rows point at these, or are tied to them by a third layer that points at both
    (the documents of an act), and fields that are told, of the third layer, too."""
    covers: Coverage | None = None
    """Where the register knows anything; everywhere where absent."""
    most: Annotated[int, Key(ge=1, le=200)] = 12
    """Most rows that are told, the nearest and largest first."""


class Topic(Model):
    """A question that the report answers."""

    title: Text
    """Its heading."""
    applies: Text
    """What is said where something was found."""
    absent: Text
    """What is said where registers know the place and found nothing."""
    uncovered: Text = Text(pl="nieobjęte", en="not covered")
    """What the rest of the plot is called where areas divide it."""


class ReportFile(Model):
    """The report of a plot: `layers/_report.yaml`."""

    layer: Name
    """Layer of the plots."""
    key: Name
    """Its field that names a plot in addresses and searches, unique there."""
    title: Text
    """Heading of the report."""
    notice: Text
    """What the report is not: no formal extract, no decision."""
    fields: Annotated[tuple[Name, ...], Key(strict=False)] = ()
    """Fields of the plot that are told, in this order."""
    place: Annotated[tuple[Name, ...], Key(strict=False)] = ()
    """Layers that say where the plot is, by the names of their rows on it."""
    topics: Annotated[dict[Name, Topic], Key(min_length=1)]
    """The topics in the order of the report, by id."""
    says: dict[Name, Text] = {}
    """What a value means in plain words, by field of any layer that divides the plot: `{value}` is
    the value with its unit (`buildings up to {value} high`)."""
    map: Annotated[tuple[Name, ...], Key(strict=False)] = ()
    """Layers drawn on the map extract, the lowest first."""


def ties(spec: LayerFile, one: str, other: str) -> bool:
    """Say whether rows of a layer point at a row of one layer and at one of another."""
    return {one, other} <= {link.to for link in spec.relations} and one != other
