"""Numbers and names: what offices give to roads, streets, parcels and waters."""

from __future__ import annotations

import geopandas
import numpy as np
import pandas as pd
import shapely
from numpy.typing import NDArray
from shapely.geometry.base import BaseGeometry

from geodata.world import names
from geodata.world.area import EPSG, Division
from geodata.world.network import CARRIAGEWAY_M, CORRIDOR_M, LETTER, Road
from geodata.world.relief import Rivers

_RANKS = {"S": "main", "GP": "main", "G": "main", "Z": "collector", "L": "local", "D": "access"}
_CATEGORIES = {"K": "krajowa", "W": "wojewódzka", "P": "powiatowa", "G": "gminna"}


def roads(main: list[Road], streets: NDArray[np.object_]) -> geopandas.GeoDataFrame:
    """Join the classified roads and the streets, which get numbers of municipal roads."""
    longer = shapely.length(streets) > 450
    road_class = [road.road_class for road in main] + np.where(longer, "L", "D").tolist()
    frame = geopandas.GeoDataFrame(
        {
            "number": [road.number for road in main]
            + [f"{390001 + index}{LETTER}" for index in range(len(streets))],
            "category": [road.category for road in main] + ["G"] * len(streets),
            "road_class": road_class,
            "street": [False] * len(main) + [True] * len(streets),
        },
        geometry=[*(road.line for road in main), *streets],
        crs=EPSG,
    )
    frame["width_m"] = frame["road_class"].map(CARRIAGEWAY_M)
    frame["corridor_m"] = frame["road_class"].map(CORRIDOR_M)
    return frame


def precinct_of(roads: geopandas.GeoDataFrame, division: Division) -> NDArray[np.int64]:
    """Return the precinct in which each road has its middle."""
    middles = shapely.line_interpolate_point(roads.geometry.to_numpy(), 0.5, normalized=True)
    tree = shapely.STRtree(division.precincts.geometry.to_numpy())
    return np.asarray(tree.nearest(middles), dtype=np.int64)


def streets(
    roads: geopandas.GeoDataFrame, division: Division, rng: np.random.Generator
) -> geopandas.GeoDataFrame:
    """Divide the roads by gmina and name them: all in towns, the side streets of some villages."""
    gminas = division.gminas.geometry.to_numpy()
    gmina, way = shapely.STRtree(roads.geometry.to_numpy()).query(gminas, predicate="intersects")
    shapes = shapely.intersection(gminas[gmina], roads.geometry.to_numpy()[way])
    place = division.precincts.iloc[roads["precinct"].iloc[way]]
    frame = geopandas.GeoDataFrame({"gmina": gmina, "way": way}, geometry=shapes, crs=EPSG)
    frame["length"] = frame.length
    frame["urban"] = (gmina == 0) & (place["urban"].to_numpy())
    frame["locality"] = np.where(gmina == 0, names.CITY, place["name"])
    street = roads["street"].to_numpy()[way]
    with_names = rng.random(len(division.precincts)) < 0.35
    village = with_names[roads["precinct"].to_numpy()[way]] | place["seat"].to_numpy()
    expressway = roads["road_class"].to_numpy()[way] == "S"
    frame["named"] = ~expressway & np.where(gmina == 0, True, street & village)
    frame["rank"] = roads["road_class"].map(_RANKS).to_numpy()[way]
    frame["number"] = roads["number"].to_numpy()[way]
    frame["category"] = roads["category"].map(_CATEGORIES).to_numpy()[way]
    frame = frame[frame["length"] > 15]
    frame = frame.sort_values(
        ["gmina", "named", "length", "way"], ascending=[True, False, False, True]
    )
    symbol = frame.groupby("gmina").cumcount()
    pools = {g: names.streets(int(n), rng) for g, n in frame.groupby("gmina").size().items()}
    frame["name"] = [
        pools[g][n] if named else f"Droga {category} {number}"
        for g, n, named, category, number in zip(
            frame["gmina"], symbol, frame["named"], frame["category"], frame["number"], strict=True
        )
    ]
    frame["prefix"] = np.where(frame["named"], "ul.", "droga")
    teryt = division.gminas["teryt"].to_numpy()[frame["gmina"]]
    frame["street_id"] = [f"{t}.{n + 1:05d}" for t, n in zip(teryt, symbol, strict=True)]
    frame["geometry"] = _multi_lines(frame.geometry.to_numpy())
    return frame.drop(columns=["urban", "category"]).reset_index(drop=True)


def _multi_lines(shapes: NDArray[np.object_]) -> NDArray[np.object_]:
    parts, index = shapely.get_parts(shapes, return_index=True)
    lines = shapely.get_type_id(parts) == 1
    return np.asarray(shapely.multilinestrings(parts[lines], indices=index[lines]))


def number(
    plots: geopandas.GeoDataFrame, division: Division, rng: np.random.Generator
) -> geopandas.GeoDataFrame:
    """Number the parcels of each precinct by block; a third come from a divided one (`12/3`)."""
    plots = plots.sort_values(["precinct", "block"], kind="stable").reset_index(drop=True)
    fresh = rng.random(len(plots)) < 0.72
    fresh |= plots["block"].ne(plots["block"].shift()).to_numpy()
    base = pd.Series(fresh).groupby(plots["precinct"].to_numpy()).cumsum()
    keys = [plots["precinct"].to_numpy(), base.to_numpy()]
    within = plots.groupby(keys).cumcount() + 1
    alone = plots.groupby(keys)["block"].transform("size") == 1
    plots["parcel_no"] = np.where(
        alone, base.astype(str), base.astype(str) + "/" + within.astype(str)
    )
    precinct_id = division.precincts["precinct_id"].to_numpy()[plots["precinct"]]
    plots["parcel_id"] = precinct_id + "." + plots["parcel_no"]
    plots["gmina"] = division.precincts["gmina"].to_numpy()[plots["precinct"]]
    return plots


def rivers(found: Rivers, whole: BaseGeometry) -> geopandas.GeoDataFrame:
    """Clip the rivers to the area and name them: a name goes up the larger of two feeders."""
    river = np.full(len(found.lines), -1, dtype=np.int64)
    heads = 0
    feeders: dict[int, list[int]] = {}
    for index, below in enumerate(found.below.tolist()):
        feeders.setdefault(below, []).append(index)
    for index in np.argsort(-found.catchment_km2, kind="stable").tolist():
        if river[index] >= 0:
            continue
        while True:
            river[index] = heads
            above = [one for one in feeders.get(index, []) if river[one] < 0]
            if not above:
                break
            index = max(above, key=lambda one: found.catchment_km2[one])
        heads += 1
    word = np.array(names.rivers(heads), dtype=object)
    frame = geopandas.GeoDataFrame(
        {
            "name": word[river],
            "river": river,
            "order": found.order,
            "catchment_km2": found.catchment_km2,
            "width_m": np.round(1.2 * np.sqrt(found.catchment_km2), 1),
        },
        geometry=shapely.intersection(found.lines, whole),
        crs=EPSG,
    ).explode(index_parts=False)
    return frame[(frame.geom_type == "LineString") & (frame.length > 20)].reset_index(drop=True)


def lakes(water: NDArray[np.object_], rng: np.random.Generator) -> geopandas.GeoDataFrame:
    """Name the lakes."""
    frame = geopandas.GeoDataFrame(geometry=water, crs=EPSG)
    frame["dam"] = frame.area > 60_000
    frame["name"] = [
        f"{'Zalew' if dam else 'Staw'} {word}"
        for dam, word in zip(frame["dam"], names.places(len(frame), rng), strict=True)
    ]
    return frame
