"""The invented land that all themes of the demonstration area share.

Everything is made up from a seed: no place, boundary, road or number exists. The area has the
form of a functional area of a city with eleven gminas around it, in EPSG:2178.
"""

from __future__ import annotations

import dataclasses

import geopandas
import numpy as np
import shapely

from geodata.world import area, houses, land, names, network, parcels, register, relief, settlement
from geodata.world.area import EPSG
from geodata.world.network import CARRIAGEWAY_M, CORRIDOR_M
from geodata.world.relief import Relief

RAIL_CORRIDOR_M = 24.0


@dataclasses.dataclass(frozen=True)
class World:
    """Shared geometry, all in EPSG:2178, metres, x east and y north.

    Frames have a plain index 0, 1, ...; columns named `gmina`, `precinct`, `way`, `parcel`,
    `building` hold row numbers of the frame of that name (`way` of `roads`), -1 for none.
    """

    seed: int
    scale: float
    relief: Relief
    """Heights: `relief.at(x, y)` in metres."""
    gminas: geopandas.GeoDataFrame
    """Row 0 is the city. teryt (7 digits), kind (1, 2, 3), name, x, y (of the seat)."""
    precincts: geopandas.GeoDataFrame
    """Tile the gminas. precinct_id, teryt, name, gmina, x, y (of the village), urban (a quarter
    of the city), seat (of its gmina), size (0.15 to 1), district."""
    districts: geopandas.GeoDataFrame
    """Of the city: name, teryt."""
    roads: geopandas.GeoDataFrame
    """Every road once, a LineString along its kilometres: number, category (K, W, P, G),
    road_class (S, GP, G, Z, L, D), street (whether it is a street or branch in a settlement),
    width_m (carriageway), corridor_m (land of the road), precinct (at its middle)."""
    streets: geopandas.GeoDataFrame
    """Roads by gmina, with names: street_id, name, prefix, rank, gmina, way, locality, named
    (addresses go by its name); MultiLineStrings."""
    rails: geopandas.GeoDataFrame
    """LineStrings; row 0 is the main line, the last one a siding."""
    rivers: geopandas.GeoDataFrame
    """LineStrings directed downstream: name, order (Strahler), catchment_km2, width_m."""
    lakes: geopandas.GeoDataFrame
    """Polygons: name, dam (whether on a larger river)."""
    blocks: geopandas.GeoDataFrame
    """Tile the precincts exactly: precinct, kind (rail, road, water, built, forest, open), use
    (home, cottage, farm, flats, service, industry, green, field, meadow, forest, road, rail,
    water), way."""
    parcels: geopandas.GeoDataFrame
    """Tile the blocks: parcel_id, parcel_no, precinct, gmina, block, use, way."""
    buildings: geopandas.GeoDataFrame
    """Each within its parcel: building_id, parcel, gmina, kind (KŚT), storeys, height_m,
    built_year, residents, main (whether the parcel's main building)."""
    addresses: geopandas.GeoDataFrame
    """Points on main buildings: building, gmina, street (row of `streets`, -1), locality,
    house_no."""

    def rng(self, name: str) -> np.random.Generator:
        """Return the source of chance of one theme: the same for the same seed and name."""
        return np.random.default_rng([self.seed, *name.encode()])


def make(seed: int = 1, scale: float = 1.0) -> World:
    """Make the land.

    Args:
        seed: The same seed makes the same land.
        scale: Share of the full size (1300 square kilometres); density stays the same.
    """
    rng = np.random.default_rng(seed)
    outline = area.shape(scale, rng)
    division = area.divide(outline, scale, rng)
    heights = relief.make(rng, area.CENTRE, max(1.45 * outline.radius_m, 12 * relief.CELL_M))
    rivers = relief.rivers(heights, rng)
    whole = shapely.union_all(division.gminas.geometry.to_numpy())
    main = sorted(
        network.roads(division, outline, rng), key=lambda road: -CORRIDOR_M[road.road_class]
    )
    rails = network.rails(outline, whole)
    settled = settlement.settle(division, outline, main, rivers, rng)
    roads = register.roads(main, settled.streets)
    lines = np.array([*roads.geometry, *rails], dtype=object)
    built = shapely.union_all(settled.built)
    woods = land.forests(heights, built, outline, rng)
    water = land.lakes(rivers, np.concatenate([settled.built, lines]), scale, rng)
    ways = land.Ways(
        lines,
        np.concatenate([roads["corridor_m"], np.full(len(rails), RAIL_CORRIDOR_M)]),
        np.array(["road"] * len(roads) + ["rail"] * len(rails)),
    )
    blocks = land.cut(division, ways, rivers, water, woods, built)
    division = land.retile(division, blocks)
    blocks["use"] = parcels.uses(blocks, division, outline, rivers, rails, rng)
    plots = register.number(parcels.divide(blocks, rng), division, rng)
    roads["precinct"] = register.precinct_of(roads, division)
    streets = register.streets(roads, division, rng)
    buildings = houses.build(plots, outline, rng)
    return World(
        seed=seed,
        scale=scale,
        relief=heights,
        gminas=division.gminas,
        precincts=division.precincts,
        districts=division.districts,
        roads=roads,
        streets=streets,
        rails=geopandas.GeoDataFrame(geometry=rails, crs=EPSG),
        rivers=register.rivers(rivers, whole),
        lakes=register.lakes(water, rng),
        blocks=blocks,
        parcels=plots,
        buildings=buildings,
        addresses=houses.addresses(buildings, plots, streets, roads, division),
    )


__all__ = ["CARRIAGEWAY_M", "CORRIDOR_M", "EPSG", "Relief", "World", "make", "names"]
