"""What the file of the installation may say."""

from __future__ import annotations

import zoneinfo
from typing import Annotated, Literal

from pydantic import Field as Key
from pydantic import field_validator

from sip.declaration import Model
from sip.layer import Id
from sip.provenance import Contact
from sip.sign_in import SignIn
from sip.text import Text


class Box(Model):
    """A rectangle in degrees, CRS84."""

    west: float
    """Smallest longitude."""
    south: float
    """Smallest latitude."""
    east: float
    """Largest longitude."""
    north: float
    """Largest latitude."""


class ProjectFile(Model):
    """The installation: `layers/_project.yaml`."""

    title: Text
    """Name of the portal and of the services."""
    abstract: Text
    """What it offers, and to whom."""
    contact: Contact
    """Who answers for it."""
    synthetic: bool = False
    """Whether the data is made up; then every service and page says so."""
    storage_crs: int = 2178
    """EPSG code of the CRS that the registers are kept in (2176 to 2179, 2180, 5514)."""
    offered_crs: Annotated[tuple[int, ...], Key(strict=False)] = (2178, 2180, 3857, 4258, 4326)
    """EPSG codes that services answer in, beside CRS84; the storage CRS is one of them."""
    time_zone: str = "Europe/Warsaw"
    """Where the office's days begin and end (IANA): `asOf` of a date is the end of its day."""
    extent: Box
    """Where the map begins."""
    languages: Annotated[tuple[Literal["pl", "en"], ...], Key(strict=False)] = ("pl", "en")
    """Languages offered to visitors, the first by default."""
    licence: str = "CC-BY-4.0"
    """Licence of layers that name none."""
    sign_in: SignIn | None = None
    """An OpenID Connect provider whose accounts may sign in, beside people of our own."""
    base_maps: Annotated[tuple[Id, ...], Key(strict=False)] = ()
    """Layers that together make the portal's base map, the lowest first."""

    @field_validator("time_zone")
    @classmethod
    def _zone_is_known(cls, name: str) -> str:
        if name not in zoneinfo.available_timezones():
            raise ValueError(f'"{name}" is no time zone (Europe/Warsaw, Europe/Prague)')
        return name
