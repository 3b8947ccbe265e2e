"""The theme of reference data, taken from the land as it is."""

from __future__ import annotations

import datetime

import geopandas
import numpy as np
import pandas as pd
import pyproj
import shapely

from geodata.world import EPSG, World

SINCE = datetime.date(2010, 1, 1)
LAND_USES = {
    "home": "B", "cottage": "B", "flats": "B", "farm": "Br", "service": "Bi", "industry": "Ba",
    "green": "Bz", "field": "R", "meadow": "Ł", "forest": "Ls", "road": "dr", "rail": "Tk",
    "water": "Ws",
}  # fmt: skip
CELL_M = 1000
LEAST_RESIDENTS = 5


def generate(world: World, rng: np.random.Generator) -> dict[str, geopandas.GeoDataFrame]:
    """Return the layers of the theme."""
    return {
        "gmina": _gminas(world),
        "district": _districts(world),
        "cadastral_precinct": _precincts(world),
        "street": _streets(world),
        "parcel": _parcels(world, rng),
        "building": _buildings(world, rng),
        "address": _addresses(world),
        "watercourse": _watercourses(world),
        "water_body": _water_bodies(world),
        "forest": _forests(world, rng),
        "rail_line": _rail_lines(world),
        "population_grid": _population_grid(world),
    }


def _gminas(world: World) -> geopandas.GeoDataFrame:
    found = world.gminas
    residents = world.buildings.groupby("gmina")["residents"].sum()
    return found[["teryt", "name", "kind", "geometry"]].assign(
        seat=found["name"],
        population=residents.reindex(range(len(found)), fill_value=0).to_numpy(),
        area_km2=(found.area / 1e6).round(2),
        valid_from=SINCE,
    )


def _districts(world: World) -> geopandas.GeoDataFrame:
    found = world.districts
    district = world.precincts["district"].to_numpy()[
        world.parcels["precinct"].to_numpy()[world.buildings["parcel"]]
    ]
    residents = world.buildings["residents"].groupby(district).sum()
    return found[["name", "geometry"]].assign(
        district_no=[f"D{number:02d}" for number in range(1, len(found) + 1)],
        gmina_teryt=found["teryt"],
        population=residents.reindex(found["district"], fill_value=0).to_numpy(),
        area_km2=(found.area / 1e6).round(2),
        valid_from=SINCE,
    )


def _precincts(world: World) -> geopandas.GeoDataFrame:
    found = world.precincts
    return found[["precinct_id", "name", "geometry"]].assign(
        gmina_teryt=found["teryt"], area_ha=(found.area / 1e4).round(2), valid_from=SINCE
    )


def _streets(world: World) -> geopandas.GeoDataFrame:
    found = world.streets
    return found[["street_id", "name", "prefix", "locality", "rank", "geometry"]].assign(
        gmina_teryt=world.gminas["teryt"].to_numpy()[found["gmina"]],
        length_m=found.length.round(1),
        valid_from=SINCE,
    )


def _parcels(world: World, rng: np.random.Generator) -> geopandas.GeoDataFrame:
    found = world.parcels
    use = found["use"].to_numpy()
    category = world.roads["category"].to_numpy()[found["way"].clip(0, len(world.roads) - 1)]
    road_holder = pd.Series(category).map({"K": "1", "W": "13", "P": "11", "G": "4"}).to_numpy()
    private = rng.choice(["7", "4", "15", "10"], len(found), p=[0.86, 0.06, 0.06, 0.02])
    urban = rng.choice(["8", "15", "4", "7", "9"], len(found), p=[0.3, 0.3, 0.2, 0.17, 0.03])
    state = rng.choice(["1", "7"], len(found), p=[0.85, 0.15])
    holder = np.select(
        [
            use == "road",
            np.isin(use, ["rail", "water"]),
            use == "forest",
            use == "green",
            np.isin(use, ["flats", "service", "industry"]),
        ],
        [road_holder, "1", state, "4", urban],
        private,
    )
    return found[["parcel_id", "parcel_no", "geometry"]].assign(
        precinct_id=world.precincts["precinct_id"].to_numpy()[found["precinct"]],
        land_use=found["use"].map(LAND_USES),
        area_m2=found.area.round(0),
        ownership=holder,
        valid_from=SINCE,
    )


def _buildings(world: World, rng: np.random.Generator) -> geopandas.GeoDataFrame:
    found = world.buildings
    cellar = rng.random(len(found)) < np.where(found["main"] & (found["kind"] == "110"), 0.45, 0.1)
    return found[["building_id", "kind", "height_m", "built_year", "residents", "geometry"]].assign(
        parcel_id=world.parcels["parcel_id"].to_numpy()[found["parcel"]],
        storeys_above=found["storeys"],
        storeys_below=cellar.astype(int),
        footprint_m2=found.area.round(1),
        valid_from=[datetime.date(year, 9, 1) for year in found["built_year"]],
    )


def _addresses(world: World) -> geopandas.GeoDataFrame:
    found = world.addresses
    street = found["street"].to_numpy()
    name = np.where(street >= 0, world.streets["name"].to_numpy()[street], None)
    teryt = world.gminas["teryt"].to_numpy()[found["gmina"]]
    postcode = [f"09-{900 + gmina:03d}" for gmina in found["gmina"]]
    line = [
        f"ul. {n} {h}, {p} {place}" if n else f"{place} {h}, {p} {place}"
        for n, h, p, place in zip(name, found["house_no"], postcode, found["locality"], strict=True)
    ]
    return found[["locality", "house_no", "geometry"]].assign(
        address_id=[f"PL.ZIPIN.SYNT.{t}.{i}" for i, t in enumerate(teryt, 1)],
        full_text=line,
        street_id=np.where(street >= 0, world.streets["street_id"].to_numpy()[street], None),
        street_name=name,
        postcode=postcode,
        gmina_teryt=teryt,
        building_id=world.buildings["building_id"].to_numpy()[found["building"]],
        status="existing",
        valid_from=SINCE,
    )


def _watercourses(world: World) -> geopandas.GeoDataFrame:
    found = world.rivers
    return found[["width_m", "geometry"]].assign(
        watercourse_no=[f"C{number:04d}" for number in range(1, len(found) + 1)],
        name=found["name"].where(found["name"] != "", None),
        kind=np.where(found["catchment_km2"] > 60, "river", "stream"),
        stream_order=found["order"],
        valid_from=SINCE,
    )


def _water_bodies(world: World) -> geopandas.GeoDataFrame:
    found = world.lakes
    return found[["name", "geometry"]].assign(
        water_body_no=[f"W{number:04d}" for number in range(1, len(found) + 1)],
        kind=np.where(found["dam"], "reservoir", "pond"),
        area_ha=(found.area / 1e4).round(2),
        valid_from=SINCE,
    )


def _forests(world: World, rng: np.random.Generator) -> geopandas.GeoDataFrame:
    found = world.blocks[world.blocks["use"] == "forest"].reset_index(drop=True)
    kinds = ["coniferous", "mixed", "deciduous"]
    return found[["geometry"]].assign(
        forest_no=[f"L{number:05d}" for number in range(1, len(found) + 1)],
        kind=np.where(
            found.area < 30_000, "wooded", rng.choice(kinds, len(found), p=[0.45, 0.4, 0.15])
        ),
        area_ha=(found.area / 1e4).round(2),
        valid_from=SINCE,
    )


def _rail_lines(world: World) -> geopandas.GeoDataFrame:
    count = len(world.rails)
    kind = np.array(["main"] + ["local"] * max(0, count - 2) + ["siding"])[:count]
    return world.rails.assign(
        line_no=[f"{990 + number}" for number in range(count)],
        name=[f"Linia zmyślona {990 + number}" for number in range(count)],
        kind=kind,
        tracks=np.where(kind == "main", 2, 1),
        electrified=kind != "siding",
        max_speed_kmh=np.select([kind == "main", kind == "local"], [140, 100], 40),
        valid_from=SINCE,
    )


def _population_grid(world: World) -> geopandas.GeoDataFrame:
    """Count residents in the cells of EPSG:3035; cells of few people stay away."""
    homes = world.buildings[world.buildings["residents"] > 0]
    there = pyproj.Transformer.from_crs(EPSG, 3035, always_xy=True)
    spots = homes.centroid
    east, north = there.transform(spots.x.to_numpy(), spots.y.to_numpy())
    cells = pd.DataFrame(
        {
            "east": (east // CELL_M * CELL_M).astype(int),
            "north": (north // CELL_M * CELL_M).astype(int),
            "residents": homes["residents"].to_numpy(),
        }
    )
    cells = cells.groupby(["north", "east"])["residents"].agg(["sum", "size"]).reset_index()
    cells = cells[cells["sum"] >= LEAST_RESIDENTS]
    x = cells["east"].to_numpy()[:, None] + CELL_M * np.array([0, 1, 1, 0])
    y = cells["north"].to_numpy()[:, None] + CELL_M * np.array([0, 0, 1, 1])
    x, y = there.transform(x, y, direction="INVERSE")
    return geopandas.GeoDataFrame(
        {
            "cell_code": [
                f"CRS3035RES1000mN{n:07d}E{e:07d}"
                for n, e in zip(cells["north"], cells["east"], strict=True)
            ],
            "population": cells["sum"].to_numpy(),
            "buildings": cells["size"].to_numpy(),
            "density_persons_km2": cells["sum"].to_numpy().astype(float),
            "reference_year": 2025,
        },
        geometry=shapely.polygons(np.stack([x, y], axis=-1)),
        crs=EPSG,
    )
