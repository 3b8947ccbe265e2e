"""The news of an area as an Atom feed (RFC 4287)."""

from __future__ import annotations

import dataclasses
import datetime
import math
from collections.abc import Mapping, Sequence
from typing import Any

import asyncpg
import shapely
from lxml import etree

from sip import crs
from sip.catalogue import Catalogue
from sip.errors import QueryError
from sip.query import Arguments
from sip.taking_part import events
from sip.text import Language, Text

_ATOM = "http://www.w3.org/2005/Atom"
_TITLE = Text(pl="Plany: zmiany stanu aktów", en="Plans: changes of state")
_CHANGE = Text(pl="{title}: {after}", en="{title}: {after}")
_SUMMARY = Text(pl="{before} → {after}", en="{before} → {after}")
_NAMES: dict[Any, str] = {None: _ATOM}
_LEAST_RADIUS_M, _MOST_RADIUS_M = 50, 100_000


@dataclasses.dataclass(frozen=True)
class Area:
    """The surroundings of a place."""

    title: str
    lon: float
    lat: float
    """Degrees of CRS84."""
    radius_m: int

    @property
    def query(self) -> dict[str, str]:
        """What the address of its feed says."""
        return {
            "lon": f"{self.lon:.6f}", "lat": f"{self.lat:.6f}", "radius": str(self.radius_m),
        }  # fmt: skip

    def shape(self, storage: int) -> shapely.Polygon:
        """Return its circle in the storage CRS, with its SRID."""
        x, y = crs.transformer(crs.CRS84_CODE, storage).transform(self.lon, self.lat)
        if not (math.isfinite(x) and math.isfinite(y)):
            raise QueryError("this place is too far away", pl="to miejsce jest za daleko")
        circle = shapely.buffer(shapely.Point(x, y), self.radius_m)
        return shapely.set_srid(circle, storage)


def parse(query: Mapping[str, str]) -> Area | None:
    """Read `lon`, `lat` and `radius`; None is everywhere.

    Raises:
        QueryError: They are no place.
    """
    if not {"lon", "lat", "radius"} & set(query):
        return None
    try:
        lon, lat = float(query["lon"]), float(query["lat"])
        radius_m = int(query["radius"])
    except (KeyError, ValueError) as error:
        said = "give lon and lat in degrees and radius in metres"
        raise QueryError(said, pl="podaj lon i lat w stopniach i radius w metrach") from error
    if not (abs(lon) <= 180 and abs(lat) <= 90):
        raise QueryError("lon and lat are degrees", pl="lon i lat to stopnie")
    if not _LEAST_RADIUS_M <= radius_m <= _MOST_RADIUS_M:
        said = f"radius is {_LEAST_RADIUS_M} to {_MOST_RADIUS_M} m"
        raise QueryError(said, pl=f"radius ma od {_LEAST_RADIUS_M} do {_MOST_RADIUS_M} m")
    return Area("", lon, lat, radius_m)


async def read(
    pool: asyncpg.Pool[Any], area: Area | None, storage: int, most: int
) -> list[asyncpg.Record]:
    """Return the changes in an area, or everywhere, the latest first."""
    arguments = Arguments()
    where = "true"
    if area is not None:
        circle = shapely.to_wkb(area.shape(storage), include_srid=True).hex()
        where = f"ST_Intersects(area, {arguments.add(circle, 'geometry')})"
    limit = arguments.add(most, "bigint")
    return list(
        await pool.fetch(
            "SELECT id, act, row_id, title, before, after, at FROM taking_part.event"
            f" WHERE {where} ORDER BY at DESC, id DESC LIMIT {limit}",
            *arguments.values,
        )
    )


def write(
    rows: Sequence[Mapping[str, Any]], catalogue: Catalogue, language: Language, own: str, root: str
) -> bytes:
    """Return the feed; `own` is its address, `root` the origin of links."""
    feed = etree.Element(f"{{{_ATOM}}}feed", nsmap=_NAMES)
    feed.set("{http://www.w3.org/XML/1998/namespace}lang", language)
    _add(feed, "id", own)
    _add(feed, "title", f"{catalogue.project.title[language]} – {_TITLE[language]}")
    beginning = datetime.datetime(2000, 1, 1, tzinfo=datetime.UTC)
    _add(feed, "updated", _moment(max((row["at"] for row in rows), default=beginning)))
    _add(feed, "link", rel="self", type="application/atom+xml", href=own)
    _add(feed, "link", rel="alternate", type="text/html", href=f"{root}/subscription")
    author = _add(feed, "author")
    _add(author, "name", catalogue.project.contact.organisation[language])
    for row in rows:
        said = {
            "title": row["title"],
            "before": events.named(catalogue, row["before"], language),
            "after": events.named(catalogue, row["after"], language),
        }
        entry = _add(feed, "entry")
        _add(entry, "id", f"{root}/subscription/event/{row['id']}")
        _add(entry, "title", _CHANGE[language].format(**said))
        _add(entry, "updated", _moment(row["at"]))
        _add(
            entry, "link", rel="alternate", type="text/html", href=events.link(root, row["row_id"])
        )
        _add(entry, "summary", _SUMMARY[language].format(**said))
    return etree.tostring(feed, xml_declaration=True, encoding="utf-8")


def _moment(at: datetime.datetime) -> str:
    """Return an instant as RFC 3339 has it, in UTC."""
    return at.astimezone(datetime.UTC).isoformat(timespec="seconds").replace("+00:00", "Z")


def _add(parent: etree._Element, name: str, text: str | None = None, **given: str) -> Any:
    element = etree.SubElement(parent, f"{{{_ATOM}}}{name}", given)
    element.text = text
    return element
