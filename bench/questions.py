"""What is asked: the same places and rows of every peer, each in its own words."""

from __future__ import annotations

import dataclasses
import math
import random
from collections.abc import Callable

import pyproj

from bench.data import EAST, NORTH, POINTS, POLYGONS, SOUTH, WEST
from services.ows import mapfile

VARIANTS = 200
_TO_DEGREES = pyproj.Transformer.from_crs(2178, 4326, always_xy=True)
_TO_MERCATOR = pyproj.Transformer.from_crs(2178, 3857, always_xy=True)
_WORLD = 40_075_016.685578488


@dataclasses.dataclass(frozen=True)
class Place:
    """One variant: a row, a box in degrees, and a point of the plane (EPSG:2178)."""

    row: int
    box: tuple[float, float, float, float]
    x: float
    y: float

    def tile(self, level: int) -> tuple[int, int]:
        """Return column and row of the Web Mercator tile around the point."""
        x, y = _TO_MERCATOR.transform(self.x, self.y)
        span = _WORLD / 2**level
        return math.floor((x + _WORLD / 2) / span), math.floor((_WORLD / 2 - y) / span)


@dataclasses.dataclass(frozen=True)
class Question:
    """One line of the table; a peer that cannot answer it has no entry in `paths`."""

    name: str
    paths: dict[str, Callable[[Place], str]]
    goal: str
    seconds: float = 5.0


def places(half_m: float, rows: int, *, seed: int) -> list[Place]:
    """Return the variants: boxes of 2 x half_m around random points."""
    chance = random.Random(seed)
    made = []
    for _ in range(VARIANTS):
        x = chance.uniform(WEST + 3000, EAST - 3000)
        y = chance.uniform(SOUTH + 3000, NORTH - 3000)
        west, south = _TO_DEGREES.transform(x - half_m, y - half_m)
        east, north = _TO_DEGREES.transform(x + half_m, y + half_m)
        box = (round(west, 7), round(south, 7), round(east, 7), round(north, 7))
        made.append(Place(chance.randint(1, rows), box, x, y))
    return made


def _items(layer: str, limit: int) -> dict[str, Callable[[Place], str]]:
    def query(place: Place) -> str:
        return "bbox=" + ",".join(map(str, place.box)) + f"&limit={limit}"

    return {
        "sip": lambda p: f"/ogc/collections/{layer}/items?{query(p)}",
        "tipg": lambda p: f"/collections/bench.{layer}/items?{query(p)}&f=geojson",
        "pygeoapi": lambda p: f"/collections/{layer}/items?{query(p)}&f=json",
        "bare": lambda p: f"/{layer}/items?{query(p)}",
    }


def _item(layer: str) -> dict[str, Callable[[Place], str]]:
    return {
        "sip": lambda p: f"/ogc/collections/{layer}/items/{p.row}",
        "tipg": lambda p: f"/collections/bench.{layer}/items/{p.row}?f=geojson",
        "pygeoapi": lambda p: f"/collections/{layer}/items/{p.row}?f=json",
        "bare": lambda p: f"/{layer}/items/{p.row}",
    }


def _tiles(layer: str, level: int) -> dict[str, Callable[[Place], str]]:
    """Ask for tiles; stock pygeoapi gave none within four seconds, and kept the database busy."""

    def sip(place: Place) -> str:
        column, row = place.tile(level)
        return f"/tiles/{layer}/{level}/{column}/{row}.mvt"

    def tipg(place: Place) -> str:
        column, row = place.tile(level)
        fields = "&properties=code"
        return f"/collections/bench.{layer}/tiles/WebMercatorQuad/{level}/{column}/{row}?{fields}"

    def bare(place: Place) -> str:
        column, row = place.tile(level)
        return f"/{layer}/tiles/{level}/{column}/{row}"

    return {"sip": sip, "tipg": tipg, "bare": bare}


def _map(layer: str) -> dict[str, Callable[[Place], str]]:
    def words(place: Place, name: str) -> str:
        box = f"{place.y - 600},{place.x - 600},{place.y + 600},{place.x + 600}"
        return (
            f"SERVICE=WMS&VERSION=1.3.0&REQUEST=GetMap&LAYERS={name}&STYLES=&CRS=EPSG:2178"
            f"&BBOX={box}&WIDTH=512&HEIGHT=512&FORMAT=image/png"
        )

    return {
        "sip": lambda p: f"/ows?{words(p, layer)}",
        "mapserver": lambda p: f"/?map={{mapfile:{layer}}}&{words(p, mapfile.group(layer))}",
    }


def questions() -> list[tuple[Question, list[Place]]]:
    """Return every line of the table with its variants."""
    near, wide = places(400, POLYGONS, seed=1), places(2500, POLYGONS, seed=2)
    points = places(400, POINTS, seed=3)
    return [
        (Question("polygons, bbox, limit 10", _items("bench_polygon", 10), "2 x tipg"), near),
        (Question("polygon by id", _item("bench_polygon"), "3 x tipg"), near),
        (Question("polygons, bbox, limit 1000", _items("bench_polygon", 1000), "5 x tipg"), wide),
        (Question("polygons, tile z14", _tiles("bench_polygon", 14), "1.4 x tipg"), near),
        (Question("points, tile z12", _tiles("bench_point", 12), "2 x tipg"), points),
        (Question("points, tile z10", _tiles("bench_point", 10), "2 x tipg"), points),
        (Question("GetMap 512 px", _map("bench_polygon"), "0.9 x mapserver"), near),
    ]
