"""Pipes and cables under the streets, with what stands on them."""

from __future__ import annotations

import dataclasses

import geopandas
import numpy as np
import pandas as pd
import shapely

from geodata.world import World, chance
from geodata.world import runs as of_roads
from geodata.world.area import EPSG
from geodata.world.chainage import chainage


@dataclasses.dataclass(frozen=True)
class Network:
    """How a network lies under streets among houses."""

    left_m: float
    """Off the middle of the street."""
    city: float
    """Share of the city's streets that have it."""
    village: float
    """Share of the others."""
    depth_m: float
    materials: dict[str, float]
    diameters_mm: tuple[int, ...]
    node: str
    """Kind of its nodes."""
    node_step_m: float
    operator: str


_NETWORKS = {
    "W": Network(1.3, 0.97, 0.9, 1.6, {"PE": 5, "zeliwo": 3, "PVC": 2, "AC": 0.5},
                 (90, 110, 160, 225), "hydrant", 130.0, "Wodociągi (zmyślone)"),
    "K": Network(-0.4, 0.93, 0.45, 2.4, {"PVC": 5, "kamionka": 3, "beton": 1},
                 (160, 200, 250, 315), "studnia", 55.0, "Wodociągi (zmyślone)"),
    "D": Network(-1.5, 0.6, 0.06, 1.9, {"beton": 5, "PVC": 4},
                 (250, 315, 400, 600), "wpust", 75.0, "Zarząd dróg (zmyślony)"),
    "G": Network(2.1, 0.85, 0.35, 1.1, {"PE": 7, "stal": 3},
                 (63, 90, 125, 180), "zasuwa", 300.0, "Operator gazu (zmyślony)"),
    "E": Network(-2.3, 0.9, 0.75, 0.8, {"Al": 8, "Cu": 2},
                 (), "slup", 140.0, "Operator energii (zmyślony)"),
    "T": Network(2.7, 0.8, 0.4, 0.7, {"swiatlowod": 6, "Cu": 4},
                 (), "szafka", 320.0, "Operator telekomunikacyjny (zmyślony)"),
}  # fmt: skip
_SERVED = ("W", "K", "G", "E")
"""Networks with service lines to houses."""


def generate(world: World, rng: np.random.Generator) -> dict[str, geopandas.GeoDataFrame]:
    """Return the layers of the theme, by id."""
    mains = _mains(world, rng)
    services = _services(world, mains, rng)
    line = _described(pd.concat([mains, services], ignore_index=True), rng)
    return {"utility_line": line, "utility_node": _nodes(world, line, rng)}


def _mains(world: World, rng: np.random.Generator) -> geopandas.GeoDataFrame:
    """Lay each network along the streets among houses, at its own distance from their middle."""
    runs = of_roads.make(world)
    urban = world.precincts["urban"].to_numpy()[runs.frame["precinct"]]
    length = runs.chain.length_m
    among = runs.built(np.arange(len(length)), length / 2) & ~runs.where("road_class", "S")
    among &= length < 4000
    parts = []
    for code, network in _NETWORKS.items():
        has = among & (rng.random(len(length)) < np.where(urban, network.city, network.village))
        shifted = shapely.offset_curve(
            runs.chain.lines[has], network.left_m, quad_segs=2, join_style="mitre"
        )
        lines = shapely.get_parts(shifted)
        lines = lines[shapely.length(lines) > 15]
        parts.append(
            geopandas.GeoDataFrame(
                {"network": code}, index=range(len(lines)), geometry=lines, crs=EPSG
            )
        )
    mains = pd.concat(parts, ignore_index=True)
    long = mains.length.to_numpy() > np.where(mains["network"] == "E", 900, 700)
    mains["function"] = np.where(long, "magistralny", "rozdzielczy")
    return geopandas.GeoDataFrame(mains, geometry="geometry", crs=EPSG)


def _services(
    world: World, mains: geopandas.GeoDataFrame, rng: np.random.Generator
) -> geopandas.GeoDataFrame:
    """Join a part of the houses to the nearest main of each network, where it is near."""
    homes = world.buildings[world.buildings["main"]]
    parts = []
    for code in _SERVED:
        wanted = min(len(homes), round(2600 * world.scale))
        spots = homes.geometry.to_numpy()[np.sort(rng.permutation(len(homes))[:wanted])]
        lines = mains.geometry.to_numpy()[mains["network"] == code]
        own, nearest = shapely.STRtree(lines).query_nearest(
            spots, max_distance=80, all_matches=False
        )
        joins = shapely.shortest_line(lines[nearest], shapely.boundary(spots[own]))
        joins = joins[shapely.length(joins) > 0.5]
        row = {"network": code, "function": "przylacze"}
        parts.append(geopandas.GeoDataFrame(row, index=range(len(joins)), geometry=joins, crs=EPSG))
    return geopandas.GeoDataFrame(
        pd.concat(parts, ignore_index=True), geometry="geometry", crs=EPSG
    )


def _described(frame: pd.DataFrame, rng: np.random.Generator) -> geopandas.GeoDataFrame:
    count = len(frame)
    network = frame["network"].to_numpy(dtype=object)
    service = (frame["function"] == "przylacze").to_numpy()
    trunk = (frame["function"] == "magistralny").to_numpy()
    size = rng.integers(0, 4, count) * ~service
    diameter = np.full(count, np.nan)
    depth = np.array([_NETWORKS[one].depth_m for one in network]) + rng.normal(0, 0.15, count)
    for code, one in _NETWORKS.items():
        if one.diameters_mm:
            here = network == code
            diameter[here] = np.array(one.diameters_mm)[np.maximum(size, 2 * trunk)[here]]
    materials = {code: one.materials for code, one in _NETWORKS.items()}
    power, gas = network == "E", network == "G"
    geometry = frame["geometry"].to_numpy()
    return geopandas.GeoDataFrame(
        {
            "gesut_id": chance.numbered("98.GESUT.{:07d}", count),
            "network": network,
            "function": frame["function"].to_numpy(),
            "diameter_mm": pd.array(diameter, dtype="Int64"),
            "voltage_kv": np.where(power, np.where(trunk, 15.0, 0.4), np.nan),
            "pressure_kpa": np.where(gas, np.where(trunk, 300.0, 2.5), np.nan),
            "material": chance.draw_by(rng, network, materials),
            "depth_m": np.round(depth.clip(0.5, 6), 2),
            "length_m": np.round(shapely.length(geometry), 1),
            "operator": [_NETWORKS[one].operator for one in network],
            "status": chance.draw(
                rng, {"czynny": 965, "nieczynny": 20, "budowa": 10, "projektowany": 5}, count
            ),
            "position_source": chance.draw(
                rng, {"pomiar": 70, "digitalizacja": 15, "branzowe": 8, "wykrywacz": 7}, count
            ),
            "built_year": rng.integers(1965, 2027, count),
            "valid_from": np.datetime64("2014-01-01"),
        },
        geometry=geometry,
        crs=EPSG,
    )


def _nodes(
    world: World, line: geopandas.GeoDataFrame, rng: np.random.Generator
) -> geopandas.GeoDataFrame:
    """Set nodes along the mains at the steps of their network, and stations here and there."""
    mains = line[line["function"] != "przylacze"].reset_index(drop=True)
    step = mains["network"].map({code: one.node_step_m for code, one in _NETWORKS.items()})
    chain = chainage(mains.geometry.to_numpy())
    of, at = chain.every(step.to_numpy(dtype=np.float64), rng.uniform(2, 12, len(mains)))
    xy = np.round(chain.points(of, at), 2)
    network = mains["network"].to_numpy(dtype=object)[of]
    kind = np.array([_NETWORKS[one].node for one in network], dtype=object)
    odd = rng.random(len(of)) < 0.04
    kind = np.where(odd & (network == "E"), "stacja_trafo", kind)
    kind = np.where(odd & (network == "G"), "stacja_gazowa", kind)
    sunk = np.isin(kind.astype(str), ["studnia", "wpust", "hydrant", "zasuwa"])
    return geopandas.GeoDataFrame(
        {
            "gesut_id": chance.numbered("98.GESUT.U{:06d}", len(of)),
            "kind": kind,
            "network": network,
            "line_gesut_id": mains["gesut_id"].to_numpy()[of],
            "elevation_m": np.round(world.relief.at(xy[:, 0], xy[:, 1]), 2),
            "depth_m": np.where(sunk, mains["depth_m"].to_numpy()[of], np.nan),
            "operator": mains["operator"].to_numpy()[of],
            "status": mains["status"].to_numpy()[of],
            "position_source": mains["position_source"].to_numpy()[of],
            "valid_from": np.datetime64("2014-01-01"),
        },
        geometry=shapely.points(xy),
        crs=EPSG,
    )
