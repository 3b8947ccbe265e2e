"""Pieces of land divided into parcels of a likely size and form."""

from __future__ import annotations

import dataclasses

import geopandas
import numpy as np
import shapely
from numpy.typing import NDArray

from geodata.world.area import EPSG, Division, Shape
from geodata.world.land import hosts
from geodata.world.relief import Floats, Rivers


@dataclasses.dataclass(frozen=True)
class Plot:
    """What parcels of a kind are like."""

    area_m2: float
    depth_m: float
    """From the road to the back; wider pieces are first divided in two rows."""


PLOTS = {
    "home": Plot(1200, 60),
    "cottage": Plot(1700, 75),
    "farm": Plot(2700, 75),
    "flats": Plot(5200, 90),
    "service": Plot(2600, 75),
    "industry": Plot(14_000, 140),
    "green": Plot(30_000, 400),
    "field": Plot(90_000, 120),
    "meadow": Plot(45_000, 160),
    "forest": Plot(380_000, 900),
}
_CHANCES = {
    "centre": {"service": 0.42, "flats": 0.4, "home": 0.08, "green": 0.1},
    "inner": {"service": 0.1, "flats": 0.32, "home": 0.42, "green": 0.1, "industry": 0.06},
    "outer": {"service": 0.05, "flats": 0.07, "home": 0.8, "green": 0.04, "industry": 0.04},
    "siding": {"industry": 0.8, "service": 0.2},
    "seat": {"service": 0.12, "flats": 0.05, "home": 0.78, "green": 0.05},
    "village": {"cottage": 0.55, "farm": 0.42, "service": 0.03},
}


def divide(blocks: geopandas.GeoDataFrame, rng: np.random.Generator) -> geopandas.GeoDataFrame:
    """Divide built blocks, fields and forests into parcels; roads and waters stay whole.

    Returns:
        Polygons with `precinct`, `use`, `way` and `block` (row of `blocks` it was cut from).
    """
    use = blocks["use"].to_numpy()
    target = np.array([PLOTS[one].area_m2 if one in PLOTS else np.inf for one in use])
    depth = np.array([PLOTS[one].depth_m if one in PLOTS else np.inf for one in use])
    shapes, block = _split(blocks.geometry.to_numpy().copy(), target, depth, rng)
    shapes, block = _without_scraps(shapes, block, target[block])
    columns = {name: blocks[name].to_numpy()[block] for name in ("precinct", "use", "way")}
    return geopandas.GeoDataFrame({**columns, "block": block}, geometry=shapes, crs=EPSG)


def uses(
    pieces: geopandas.GeoDataFrame,
    division: Division,
    outline: Shape,
    rivers: Rivers,
    rails: list[shapely.LineString],
    rng: np.random.Generator,
) -> NDArray[np.str_]:
    """Choose what each piece is used for: by its place in the city, its village, its river."""
    spots = pieces.geometry.representative_point()
    off = outline.distance(spots.x.to_numpy(), spots.y.to_numpy()) / outline.city_radius_m
    places = division.precincts.iloc[pieces["precinct"]]
    urban, seat = places["urban"].to_numpy(), places["seat"].to_numpy()
    by_rail = shapely.distance(spots.to_numpy(), shapely.union_all(rails)) < 220
    setting = np.select(
        [urban & by_rail, urban & (off < 0.13), urban & (off < 0.42), urban, seat],
        ["siding", "centre", "inner", "outer", "seat"],
        "village",
    )
    kind = pieces["kind"].to_numpy().astype(object)
    built = kind == "built"
    for name, chances in _CHANCES.items():
        here = built & (setting == name)
        kind[here] = rng.choice(list(chances), here.sum(), p=list(chances.values()))
    near = shapely.distance(spots.to_numpy(), shapely.union_all(rivers.lines)) < 180
    opened = kind == "open"
    kind[opened] = np.where(near[opened], "meadow", "field")
    kind[opened & urban & (off < 0.6)] = "green"
    return np.asarray(kind, dtype=str)


def _split(
    shapes: NDArray[np.object_], target: Floats, depth: Floats, rng: np.random.Generator
) -> tuple[NDArray[np.object_], NDArray[np.int64]]:
    """Halve polygons across until each is near its target area.

    Returns:
        Polygons, and for each the number of the one it was cut from.
    """
    origin = np.arange(len(shapes))
    done: list[NDArray[np.object_]] = []
    from_: list[NDArray[np.int64]] = []
    while len(shapes):
        whole = shapely.area(shapes) < 1.6 * target[origin]
        done.append(shapes[whole])
        from_.append(origin[whole])
        shapes, origin = shapes[~whole], origin[~whole]
        if not len(shapes):
            break
        count = np.maximum(np.round(shapely.area(shapes) / target[origin]), 2)
        shares = np.clip((count // 2) / count + rng.normal(0, 0.03, len(count)), 0.3, 0.7)
        left, right = _halves(shapes, shares, depth[origin])
        halves = np.concatenate([left, right])
        origin = np.concatenate([origin, origin])
        shapes, part = shapely.get_parts(halves, return_index=True)
        origin = origin[part]
        real = (shapely.get_type_id(shapes) == 3) & (shapely.area(shapes) > 0.01)
        shapes, origin = shapes[real], origin[real]
    return np.concatenate(done), np.concatenate(from_)


def _without_scraps(
    shapes: NDArray[np.object_], block: NDArray[np.int64], target: Floats
) -> tuple[NDArray[np.object_], NDArray[np.int64]]:
    """Join parcels that came out far too small with a neighbour in their block."""
    small = shapely.area(shapes) < np.where(np.isfinite(target), 0.12 * target, 0)
    host = hosts(shapes, small, block)
    given = host != np.arange(len(shapes))
    receivers = np.unique(host[given])
    for receiver in receivers:
        guests = np.flatnonzero(given & (host == receiver))
        joined = shapely.union_all(shapes[[receiver, *guests]])
        if joined.geom_type == "Polygon":
            shapes[receiver] = joined
        else:
            given[guests] = False
    return shapes[~given], block[~given]


def _halves(
    shapes: NDArray[np.object_], shares: Floats, depth: Floats
) -> tuple[NDArray[np.object_], NDArray[np.object_]]:
    """Cut polygons by a line across their oriented envelope.

    Across the long side, unless the envelope is deeper than two rows of plots need.
    """
    corners = shapely.get_coordinates(shapely.oriented_envelope(shapes)).reshape(-1, 5, 2)
    first, second = corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 1]
    longer = np.hypot(*first.T) >= np.hypot(*second.T)
    long_ = np.where(longer[:, None], first, second)
    short = np.where(longer[:, None], second, first)
    deep = np.hypot(*short.T) > 1.35 * depth
    middle = corners[:, :4].mean(axis=1)
    along = np.where(deep[:, None], short, long_)
    across = np.where(deep[:, None], long_, short)
    foot = middle + along * (shares - 0.5)[:, None]
    low, high = foot - across, foot + across
    left = shapely.polygons(np.stack([low, high, high - 2 * along, low - 2 * along], axis=1))
    right = shapely.polygons(np.stack([low, high, high + 2 * along, low + 2 * along], axis=1))
    return shapely.intersection(shapes, left), shapely.intersection(shapes, right)
