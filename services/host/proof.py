"""Proof that a running installation answers: real requests, compared with the database."""

from __future__ import annotations

import dataclasses
import json
import re
import urllib.parse
import urllib.request
import warnings
from collections.abc import Callable, Iterator
from typing import Any

import psycopg
from psycopg import sql
from rasterio.errors import NotGeoreferencedWarning
from rasterio.io import MemoryFile

from sip import xml
from sip.catalogue import Catalogue, Layer
from sip.crs import Extent
from sip.errors import SipError
from sip.settings import Settings
from sip.tiling import WEB_MERCATOR_QUAD

_WEB = 3857
_TILE_LEVELS = range(10, 16)
_PICTURE_PX = 400


class NotProved(SipError):
    """An answer is not what the database says it should be."""


@dataclasses.dataclass(frozen=True)
class Subject:
    """What is asked about: the public vector layer with the most rows."""

    layer: Layer
    rows: int
    extent: Extent
    """In the storage CRS."""
    srid: int


@dataclasses.dataclass(frozen=True)
class Check:
    """One thing that was tried."""

    name: str
    finding: str
    passed: bool


def address(settings: Settings) -> str:
    """Return the address at which this machine reaches its own front door."""
    host = "localhost" if settings.host in ("127.0.0.1", "0.0.0.0") else settings.host
    return f"http://{host}:{settings.port}"


def prove(settings: Settings, catalogue: Catalogue) -> Iterator[Check]:
    """Try every service with one request and yield what was found."""
    for name in NAMES:
        yield try_one(settings, catalogue, name)


def try_one(settings: Settings, catalogue: Catalogue, name: str) -> Check:
    """Try one service."""
    try:
        subject = find_subject(settings, catalogue)
        return Check(name, _CHECKS[name](address(settings), subject), True)
    except (NotProved, OSError, ValueError, KeyError) as error:
        return Check(name, f"{type(error).__name__}: {error}", False)


def find_subject(settings: Settings, catalogue: Catalogue) -> Subject:
    """Choose the public layer with the most rows.

    Raises:
        NotProved: No public layer has any.
    """
    with psycopg.connect(settings.dsn("sip_public")) as connection:
        states = connection.execute(
            "SELECT layer, west, south, east, north FROM pub.layer_state"
            " WHERE west < east ORDER BY rows DESC"
        ).fetchall()
        for name, *box in states:
            layer = catalogue.layers.get(name)
            if layer and layer.is_visible and layer.is_vector:
                count = sql.SQL("SELECT count(*) FROM pub.{}").format(sql.Identifier(name))
                found = connection.execute(count).fetchone()
                rows = found[0] if found else 0
                return Subject(layer, rows, Extent(*box), catalogue.project.storage_crs)
    raise NotProved("no public layer has rows")


def _landing(base: str, subject: Subject) -> str:
    links = _json(f"{base}/ogc?f=json")["links"]
    return f"links: {len(links)}"


def _items(base: str, subject: Subject) -> str:
    url = f"{base}/ogc/collections/{subject.layer.id}/items?limit=1&f=json"
    return _same(_json(url)["numberMatched"], subject)


def _tile(base: str, subject: Subject) -> str:
    box = subject.extent.transformed(subject.srid, _WEB)
    for level in _TILE_LEVELS:
        rows, columns = WEB_MERCATOR_QUAD.rows_and_columns(level, box)
        for row in _middle_out(rows):
            for column in _middle_out(columns):
                url = f"{base}/tiles/{subject.layer.id}/{level}/{column}/{row}.mvt"
                body = _get(url)
                if body:
                    return f"{level}/{column}/{row}: {len(body)} B"
    raise NotProved("no tile has anything in it")


def _middle_out(numbers: range) -> list[int]:
    middle = (numbers.start + numbers.stop) / 2
    return sorted(numbers, key=lambda number: abs(number + 0.5 - middle))[:3]


def _picture(base: str, subject: Subject) -> str:
    box = subject.extent.transformed(subject.srid, _WEB)
    query = {
        "SERVICE": "WMS", "VERSION": "1.3.0", "REQUEST": "GetMap", "LAYERS": subject.layer.id,
        "STYLES": "", "CRS": f"EPSG:{_WEB}", "FORMAT": "image/png",
        "BBOX": f"{box.west},{box.south},{box.east},{box.north}",
        "WIDTH": _PICTURE_PX, "HEIGHT": _PICTURE_PX,
    }  # fmt: skip
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", NotGeoreferencedWarning)  # a PNG has no place
        body = _get(f"{base}/ows?{urllib.parse.urlencode(query)}")
        with MemoryFile(body) as file, file.open() as picture:
            pixels = picture.read().reshape(picture.count, -1)
    colours = len({tuple(pixel) for pixel in pixels.T.tolist()})
    if colours < 2:
        raise NotProved("the picture has one colour")
    return f"colours: {colours}"


def _features(base: str, subject: Subject) -> str:
    query = {
        "SERVICE": "WFS", "VERSION": "2.0.0", "REQUEST": "GetFeature", "RESULTTYPE": "hits",
        "TYPENAMES": subject.layer.id,
    }  # fmt: skip
    root = xml.parse(_get(f"{base}/ows?{urllib.parse.urlencode(query)}"))
    return _same(int(str(root.get("numberMatched"))), subject)


def _records(base: str, subject: Subject) -> str:
    query = {
        "SERVICE": "CSW", "VERSION": "2.0.2", "REQUEST": "GetRecords", "RESULTTYPE": "hits",
        "TYPENAMES": "csw:Record",
    }  # fmt: skip
    root = xml.parse(_get(f"{base}/csw?{urllib.parse.urlencode(query)}"))
    results = root.find("{*}SearchResults")
    matched = 0 if results is None else int(str(results.get("numberOfRecordsMatched")))
    if matched < 1:
        raise NotProved("the catalogue has no records")
    return f"records: {matched}"


def _portal(base: str, subject: Subject) -> str:
    page = _get(f"{base}/").decode()
    title = re.search(r"<title>(.+?)</title>", page, re.S)
    if title is None:
        raise NotProved("the page has no title")
    return title.group(1).strip()


_CHECKS: dict[str, Callable[[str, Subject], str]] = {
    "OGC API": _landing,
    "features": _items,
    "vector tiles": _tile,
    "WMS": _picture,
    "WFS": _features,
    "CSW": _records,
    "portal": _portal,
}
NAMES = tuple(_CHECKS)
"""What is proved, in order."""


def _same(found: int, subject: Subject) -> str:
    if found != subject.rows:
        raise NotProved(f"{found} of {subject.layer.id}, the database has {subject.rows}")
    return f"{subject.layer.id}: {found}, as in the database"


def _json(url: str) -> Any:
    return json.loads(_get(url))


def _get(url: str) -> bytes:
    with urllib.request.urlopen(url, timeout=30) as answer:
        return bytes(answer.read())
