"""Buildings within parcels, and their addresses."""

from __future__ import annotations

import dataclasses

import geopandas
import numpy as np
import pandas as pd
import shapely
from numpy.typing import NDArray

from geodata.world import names
from geodata.world.area import EPSG, Division, Shape
from geodata.world.relief import Floats

M2_PER_RESIDENT = 34.0


@dataclasses.dataclass(frozen=True)
class House:
    """What main buildings of a use are like."""

    chance: float
    """Share of parcels that have one."""
    long_m: tuple[float, float]
    wide_m: tuple[float, float]
    storeys: tuple[int, int]
    """Fewest and most."""
    kinds: tuple[str, ...]
    """Kinds by KŚT, the first the most frequent."""


HOUSES = {
    "home": House(0.76, (9, 15), (8, 12), (1, 3), ("110",)),
    "cottage": House(0.72, (9, 14), (8, 11), (1, 2), ("110",)),
    "farm": House(0.8, (10, 16), (8, 11), (1, 2), ("110",)),
    "flats": House(0.92, (28, 70), (11, 15), (3, 11), ("110",)),
    "service": House(0.88, (18, 42), (12, 26), (1, 5), ("103", "105", "107", "106", "109")),
    "industry": House(0.9, (35, 110), (22, 60), (1, 3), ("101", "104", "102")),
}
_SHEDS = {"farm": (0.75, (9, 20), (6, 10), "108"), "home": (0.1, (5, 7), (4, 6), "109")}
"""Second buildings by use: chance, length, width, kind."""


def build(
    plots: geopandas.GeoDataFrame, outline: Shape, rng: np.random.Generator
) -> geopandas.GeoDataFrame:
    """Put a main building on most parcels, and a shed behind some of them."""
    made = [_main(plots, use, house, rng) for use, house in HOUSES.items()]
    main = pd.concat(made, ignore_index=True)
    sheds = _sheds(plots, main, rng)
    frame = pd.concat([main, sheds], ignore_index=True)
    frame = frame.sort_values(["parcel", "main"], ascending=[True, False]).reset_index(drop=True)
    frame = geopandas.GeoDataFrame(frame, geometry="geometry", crs=EPSG)
    frame["gmina"] = plots["gmina"].to_numpy()[frame["parcel"]]
    number = frame.groupby("parcel").cumcount() + 1
    frame["building_id"] = plots["parcel_id"].to_numpy()[frame["parcel"]] + [
        f".{n}_BUD" for n in number
    ]
    spots = frame.centroid
    off = outline.distance(spots.x.to_numpy(), spots.y.to_numpy()) / outline.city_radius_m
    age = rng.gamma(2.0, 18.0, len(frame)) * (1.5 - 0.6 * np.clip(off, 0, 1.4))
    frame["built_year"] = (2024 - age).clip(1850, 2024).astype(int)
    fresh = rng.random(len(frame)) < 0.05
    frame.loc[fresh, "built_year"] = rng.integers(2019, 2025, int(fresh.sum()))
    living = (frame["kind"] == "110") & frame["main"]
    room = frame.area * frame["storeys"] * 0.75 / M2_PER_RESIDENT
    frame["residents"] = np.where(
        living, np.minimum(rng.poisson(np.where(frame["use"] == "flats", room, 2.9)), 900), 0
    )
    return frame


def _main(
    plots: geopandas.GeoDataFrame, use: str, house: House, rng: np.random.Generator
) -> geopandas.GeoDataFrame:
    parcel = np.flatnonzero(plots["use"] == use)
    parcel = parcel[rng.random(len(parcel)) < house.chance]
    ground = plots.geometry.to_numpy()[parcel]
    size = np.column_stack(
        [rng.uniform(*house.long_m, len(parcel)), rng.uniform(*house.wide_m, len(parcel))]
    )
    shapes = _fitted(ground, size, rng.normal(0, 0.04, (len(parcel), 2)))
    found = shapely.area(shapes) > 25
    count = int(found.sum())
    share = np.array([2.0**-index for index in range(len(house.kinds))])
    storeys = rng.integers(house.storeys[0], house.storeys[1] + 1, count)
    return geopandas.GeoDataFrame(
        {
            "parcel": parcel[found],
            "use": use,
            "kind": rng.choice(house.kinds, count, p=share / share.sum()),
            "storeys": storeys,
            "height_m": np.round(
                storeys * rng.uniform(2.8, 3.4, count) + rng.uniform(0.5, 3.0, count), 1
            ),
            "main": True,
        },
        geometry=shapes[found],
        crs=EPSG,
    )


def _sheds(
    plots: geopandas.GeoDataFrame, main: pd.DataFrame, rng: np.random.Generator
) -> geopandas.GeoDataFrame:
    made = []
    for use, (chance, long_m, wide_m, kind) in _SHEDS.items():
        of = main[(main["use"] == use) & (rng.random(len(main)) < chance)]
        parcel = of["parcel"].to_numpy()
        ground = plots.geometry.to_numpy()[parcel]
        size = np.column_stack([rng.uniform(*long_m, len(of)), rng.uniform(*wide_m, len(of))])
        offset = np.column_stack([rng.choice([-0.3, 0.3], len(of)), rng.normal(0, 0.05, len(of))])
        shapes = _fitted(ground, size, offset)
        free = (shapely.area(shapes) > 12) & (
            shapely.distance(shapes, of.geometry.to_numpy()) > 1.5
        )
        made.append(
            geopandas.GeoDataFrame(
                {"parcel": parcel[free], "use": use, "kind": kind, "storeys": 1,
                 "height_m": np.round(rng.uniform(2.6, 6.5, int(free.sum())), 1), "main": False},
                geometry=shapes[free],
                crs=EPSG,
            )
        )  # fmt: skip
    return geopandas.GeoDataFrame(pd.concat(made, ignore_index=True), geometry="geometry", crs=EPSG)


def _fitted(ground: NDArray[np.object_], size_m: Floats, offset: Floats) -> NDArray[np.object_]:
    """Place a rectangle on each parcel, along it, smaller until it keeps 1.5 m to the boundary.

    Args:
        ground: Parcels.
        size_m: Wished length and width, shape (n, 2).
        offset: From the middle, in shares of the parcel's length and width, shape (n, 2).

    Returns:
        Rectangles; empty polygons where none fits.
    """
    corners = shapely.get_coordinates(shapely.oriented_envelope(ground)).reshape(-1, 5, 2)
    first, second = corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 1]
    longer = (np.hypot(*first.T) >= np.hypot(*second.T))[:, None]
    along, across = np.where(longer, first, second), np.where(longer, second, first)
    middle = shapely.get_coordinates(shapely.centroid(ground))
    middle = middle + along * offset[:, :1] + across * offset[:, 1:]
    turned = (size_m[:, 0] > 0.75 * np.hypot(*across.T)) | (np.hypot(*along.T) > 400)
    e1 = along / np.maximum(np.hypot(*along.T), 1e-9)[:, None]
    e2 = across / np.maximum(np.hypot(*across.T), 1e-9)[:, None]
    u, v = np.where(turned[:, None], e1, e2), np.where(turned[:, None], e2, e1)
    inner = shapely.buffer(ground, -1.5, quad_segs=1, join_style="mitre")
    shapely.prepare(inner)
    found = np.full(len(ground), shapely.Polygon(), dtype=object)
    open_ = np.ones(len(ground), dtype=bool)
    for share in (1.0, 0.8, 0.62, 0.45):
        a, b = u * size_m[:, :1] * share / 2, v * size_m[:, 1:] * share / 2
        ring = np.stack([middle - a - b, middle + a - b, middle + a + b, middle - a + b], axis=1)
        shapes = np.asarray(shapely.polygons(np.round(ring, 2)))
        fits = open_ & shapely.covers(inner, shapes)
        found[fits] = shapes[fits]
        open_ &= ~fits
    return found


def addresses(
    buildings: geopandas.GeoDataFrame,
    plots: geopandas.GeoDataFrame,
    streets: geopandas.GeoDataFrame,
    roads: geopandas.GeoDataFrame,
    division: Division,
) -> geopandas.GeoDataFrame:
    """Number the main buildings: along their street, or in the village where it has no name."""
    building = np.flatnonzero(buildings["main"])
    spots = buildings.geometry.to_numpy()[building]
    spots = shapely.centroid(spots)
    gmina = buildings["gmina"].to_numpy()[building]
    street = _nearest_street(spots, gmina, streets)
    line = roads.geometry.to_numpy()[streets["way"].to_numpy()[street]]
    along = shapely.line_locate_point(line, spots)
    precinct = plots["precinct"].to_numpy()[buildings["parcel"].to_numpy()[building]]
    village = division.precincts["name"].to_numpy()[precinct]
    named = streets["named"].to_numpy()[street]
    frame = pd.DataFrame(
        {
            "building": building,
            "gmina": gmina,
            "precinct": precinct,
            "street": np.where(named, street, -1),
            "locality": np.where(gmina == 0, names.CITY, village),
            "side": np.where(named, _side(line, spots, along), 0),
            "way": streets["way"].to_numpy()[street],
            "along": along,
        }
    )
    frame["group"] = np.where(named, street, -1 - precinct)
    frame = frame.sort_values(["group", "side", "way", "along"], kind="stable")
    rank = frame.groupby(["group", "side"]).cumcount()
    frame["house_no"] = np.where(
        frame["street"] >= 0, 2 * rank + 1 + frame["side"], rank + 1
    ).astype(str)
    frame = frame.sort_index().drop(columns=["side", "way", "along", "group"])
    return geopandas.GeoDataFrame(frame, geometry=spots, crs=EPSG)


def _nearest_street(
    spots: NDArray[np.object_], gmina: NDArray[np.int64], streets: geopandas.GeoDataFrame
) -> NDArray[np.int64]:
    found = np.zeros(len(spots), dtype=np.int64)
    usable = streets["rank"].ne("main") | streets["named"]
    for one in np.unique(gmina):
        rows = np.flatnonzero((streets["gmina"] == one) & usable)
        tree = shapely.STRtree(streets.geometry.to_numpy()[rows])
        found[gmina == one] = rows[tree.nearest(spots[gmina == one])]
    return found


def _side(
    line: NDArray[np.object_], spots: NDArray[np.object_], along: Floats
) -> NDArray[np.int64]:
    """Return 0 for the left of a street, 1 for its right."""
    here = shapely.get_coordinates(shapely.line_interpolate_point(line, along))
    ahead = shapely.get_coordinates(shapely.line_interpolate_point(line, along + 1.0))
    behind = shapely.get_coordinates(
        shapely.line_interpolate_point(line, np.maximum(along - 1.0, 0))
    )
    way, off = ahead - behind, shapely.get_coordinates(spots) - here
    return np.asarray(way[:, 0] * off[:, 1] - way[:, 1] * off[:, 0] < 0, dtype=np.int64)
