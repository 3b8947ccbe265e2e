"""Ways in that are asked at a place: what is drawn there, and what lies under a pixel."""

from __future__ import annotations

import dataclasses
import io
import math
from collections.abc import Iterator

import numpy as np
import pyogrio
from PIL import Image

from tests.leaks.house import Place
from tests.leaks.ways import Asking, Way

_WMS = "/ows?SERVICE=WMS&VERSION=1.1.1&SRS=EPSG:2178&STYLES=&FORMAT=image/png&TRANSPARENT=TRUE"
_NEIGHBOURHOOD_M = 30


def _hidden(asking: Asking) -> list[Place]:
    hidden = asking.doors.hidden_ids(asking.layer, asking.truth)[:2]
    return asking.doors.places(asking.layer, hidden)


def _shown(asking: Asking) -> list[Place]:
    return asking.doors.places(asking.layer, list(asking.truth.ids[:3]))


def identified(asking: Asking) -> Iterator[str]:
    """The portal's question what is at a place."""
    for place in [*_hidden(asking), *_shown(asking)[:1]]:
        found = _identify(asking, place, radius_m=5)
        yield from asking.no_more_rows(found)
        yield from asking.number(place.id in found, place.id in asking.truth.ids)
        yield from asking.no_more_columns(set().union(*found.values()))


def _identify(asking: Asking, place: Place, radius_m: int) -> dict[int, set[str]]:
    at = {"layers": asking.layer.id, "lon": place.lon, "lat": place.lat, "radius_m": radius_m}
    layers = asking.get("/api/identify", **at).json()["layers"]
    return {row["id"]: set(row["properties"]) for one in layers for row in one["features"]}


def pointed_at(asking: Asking) -> Iterator[str]:
    """GetFeatureInfo of WMS: rows and columns as JSON, texts as a page."""
    for place in [*_hidden(asking), *_shown(asking)[:1]]:
        box = f"{place.x - 5},{place.y - 5},{place.x + 5},{place.y + 5}"
        address = (
            f"{_WMS}&REQUEST=GetFeatureInfo&LAYERS={asking.layer.id}&QUERY_LAYERS={asking.layer.id}"
            f"&BBOX={box}&WIDTH=101&HEIGHT=101&X=50&Y=50&FEATURE_COUNT=100&INFO_FORMAT="
        )
        found = asking.get(f"{address}application/json").json()["features"]
        yield from asking.no_more_rows([int(str(one["id"]).rpartition(".")[2]) for one in found])
        yield from asking.no_more_columns(set().union(*(one["properties"] for one in found)))
        yield from asking.text(asking.get(f"{address}text/html"))


def in_tiles(asking: Asking) -> Iterator[str]:
    """Vector tiles, at both of their addresses."""
    level = min(18, asking.layer.spec.zoom.max)
    for place in [*_hidden(asking), *_shown(asking)[:1]]:
        column, row = _tile(place, level)
        of_api = f"/ogc/collections/{asking.layer.id}/tiles/WebMercatorQuad/{level}/{row}/{column}"
        for path in (f"/tiles/{asking.layer.id}/{level}/{column}/{row}.mvt", of_api):
            tile = asking.get(path)
            if tile.status_code != 200 or not tile.content:
                continue
            frame = pyogrio.read_dataframe(io.BytesIO(tile.content), read_geometry=False)
            yield from asking.no_more_rows(set(map(int, frame["mvt_id"])))
            yield from asking.no_more_columns(set(frame.columns) - {"mvt_id"})
            yield from asking.text(tile)


def _tile(place: Place, level: int) -> tuple[int, int]:
    across = 2**level
    north = math.asinh(math.tan(math.radians(place.lat)))
    return int((place.lon + 180) / 360 * across), int((1 - north / math.pi) / 2 * across)


def drawn(asking: Asking) -> Iterator[str]:
    """GetMap: something where there is a row to see, nothing where only hidden ones are."""
    style, shown = asking.layer.style, _shown(asking)
    has_rest = style is not None and (style.kind == "simple" or style.other is not None)
    if shown and has_rest:
        yield from asking.number(any(_is_drawn(asking, _around(one)) for one in shown), True)
    nobody = [one for one in _hidden(asking)[:1] if not _neighbours(asking, one)]
    for place in nobody:
        small = dataclasses.replace(place, west=place.x, south=place.y, east=place.x, north=place.y)
        yield from asking.number(_is_drawn(asking, _around(small)), False)


def _neighbours(asking: Asking, place: Place) -> set[int]:
    """Return the rows to see around a place: as PostgreSQL says, not as a service does."""
    near = asking.doors.owned(
        f'SELECT id FROM "{asking.layer.theme}"."{asking.layer.id}"'
        " WHERE st_dwithin(geom, st_setsrid(st_makepoint(%s, %s), st_srid(geom)), %s)",
        place.x, place.y, _NEIGHBOURHOOD_M,
    )  # fmt: skip
    return {row[0] for row in near} & set(asking.truth.ids)


def _around(place: Place) -> str:
    return f"{place.west - 20},{place.south - 20},{place.east + 20},{place.north + 20}"


def _is_drawn(asking: Asking, box: str) -> bool:
    address = f"{_WMS}&REQUEST=GetMap&LAYERS={asking.layer.id}&BBOX={box}&WIDTH=64&HEIGHT=64"
    answer = asking.get(address)
    assert answer.headers["content-type"] == "image/png", answer.text
    picture = np.asarray(Image.open(io.BytesIO(answer.content)).convert("RGBA"))
    return bool(picture[..., 3].any())


PLACES: tuple[Way, ...] = (identified, pointed_at, in_tiles, drawn)
