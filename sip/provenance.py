"""What a layer file says about where data comes from, who answers for it, what it conforms to."""

from __future__ import annotations

import datetime
from typing import Annotated, Literal

from pydantic import Field as Key

from sip.declaration import Model
from sip.text import Text


class Source(Model):
    """Where a statement of law or a list of codes comes from."""

    status: Literal["read", "memory", "ours"]
    """`read` in the source itself, from `memory` (to be verified), or of our own making."""
    citation: str = ""
    """The act, the journal, the page."""


class Contact(Model):
    """Who answers for a layer."""

    organisation: Text
    """Name of the office."""
    email: str
    """Mail address of the office, never of a person."""
    url: str = ""
    """Page of the office."""


class Thesaurus(Model):
    """A published list of words."""

    title: Text
    """Its name."""
    uri: str = ""
    """Its address."""
    date: datetime.date
    """Day of its publication."""


class Term(Model):
    """A keyword that a published list defines."""

    title: Text
    """The word."""
    uri: str = ""
    """Its official identifier."""
    thesaurus: Thesaurus
    """The list."""


class Specification(Model):
    """A specification, and whether the data conforms to it."""

    title: Text
    """Its full title."""
    date: datetime.date
    """Day of its publication."""
    uri: str = ""
    """Where it can be read."""
    conforms: bool | None = None
    """Whether the data conforms; not evaluated where absent. Say it only after a test."""
    source: Source | None = None
    """Whether title and date were read in the specification itself, or are from memory."""


class DataSets(Model):
    """That rows belong to data sets, each of which has a metadata record of its own.

    A data set is named `<anything>/<code of the place>-<kind>`: `PL.ZIPPZP.8888/260401-MPZP`.
    """

    by: str
    """Field that names the data set."""
    kinds: str
    """Code list of the kinds, with what they are called."""
    places: str
    """Layer of the places, which are called by its `name_field`."""
    place_code: str
    """Its field that begins with the code of the place."""
    changed: str
    """Field that tells since when a row is as it is."""


class Metadata(Model):
    """What a metadata record says beside title and abstract; a theme's values are defaults."""

    lineage: Text | None = None
    """How the data came to be."""
    contact: Contact | None = None
    """Who answers for it."""
    licence: str | None = None
    """SPDX identifier or address of the licence."""
    update_rhythm: (
        Literal[
            "continual", "daily", "weekly", "monthly", "quarterly", "annually", "as_needed",
            "irregular", "not_planned", "unknown",
        ]
        | None
    ) = None  # fmt: skip
    """How often it changes (ISO 19115 MD_MaintenanceFrequencyCode)."""
    inspire_theme: str | None = None
    """Two-letter code of the INSPIRE theme (`lu`, `ad`, `cp`)."""
    topic_category: str | None = None
    """ISO 19115 topic category (`planningCadastre`)."""
    keywords: Annotated[tuple[Text, ...], Key(strict=False)] = ()
    """Free keywords."""
    terms: Annotated[tuple[Term, ...], Key(strict=False)] = ()
    """Keywords of published lists, beside the INSPIRE theme's."""
    identifier: str | None = None
    """Official identifier of the data set, beside the address of its collection."""
    representations: Annotated[
        tuple[Literal["vector", "grid", "textTable"], ...], Key(strict=False)
    ] = ()
    """Spatial representation, where the data set is more than its rows (drawings of plans)."""
    specifications: Annotated[tuple[Specification, ...], Key(strict=False)] = ()
    """What the data should conform to, beside the regulation that an INSPIRE theme brings."""
    scale_denominator: int | None = None
    """Scale that the data was made for."""
    source: Source | None = None
    """Law behind the register, and whether it was read or is from memory."""
    date: datetime.date | None = None
    """Day of the state of the data; the day of the last load where absent."""
