"""Public investments and land on offer."""

from __future__ import annotations

import geopandas
import numpy as np
import shapely
from numpy.typing import NDArray

from geodata.world import World, chance
from geodata.world.area import EPSG

_NAMES = {
    "drogi": "Przebudowa ulicy",
    "sieci": "Budowa kanalizacji",
    "oswiata": "Rozbudowa szkoły",
    "zielen": "Urządzenie terenu zieleni",
    "energia": "Termomodernizacja budynku",
    "kubatura": "Budowa świetlicy",
}
_COST_PLN = {
    "drogi": 4.5e6,
    "sieci": 6e6,
    "oswiata": 9e6,
    "zielen": 9e5,
    "energia": 2.2e6,
    "kubatura": 5e6,
}
_GRADES = {"P": (80, 140), "U": (140, 300), "MW": (250, 480), "MN": (110, 220), "UT": (60, 130)}
"""Asking prices, PLN a square metre."""


def generate(world: World, rng: np.random.Generator) -> dict[str, geopandas.GeoDataFrame]:
    """Return the layers of the theme, by id."""
    return {
        "planned_investment": _investments(world, rng),
        "investment_area": _areas(world, rng),
    }


def _investments(world: World, rng: np.random.Generator) -> geopandas.GeoDataFrame:
    """Spread them over the precincts, on road land, public buildings and green parcels."""
    count = max(12, round(260 * world.scale))
    kind = chance.draw(
        rng,
        {"drogi": 34, "sieci": 22, "oswiata": 12, "zielen": 14, "energia": 10, "kubatura": 8},
        count,
    )
    spots = _spots(world, kind, rng)
    precinct = shapely.STRtree(world.precincts.geometry.to_numpy()).nearest(spots)
    gmina = world.gminas["name"].to_numpy()[world.precincts["gmina"].to_numpy()[precinct]]
    village = world.precincts["name"].to_numpy()[precinct]
    stage = chance.draw(
        rng,
        {
            "koncepcja": 18,
            "projekt": 26,
            "przetarg": 10,
            "budowa": 26,
            "zakonczona": 17,
            "wstrzymana": 3,
        },
        count,
    )
    shift = {
        "koncepcja": 2,
        "projekt": 1,
        "przetarg": 1,
        "budowa": -1,
        "zakonczona": -3,
        "wstrzymana": -1,
    }
    start = 2026 + np.array([shift[one] for one in stage]) + rng.integers(0, 2, count)
    lasting = np.where(stage == "zakonczona", rng.integers(0, 2, count), rng.integers(1, 4, count))
    funding = chance.draw(
        rng, {"budzet": 40, "FENIKS": 14, "region": 22, "RFRD": 16, "obywatelski": 8}, count
    )
    share = np.where(funding == "budzet", 0.0, np.round(rng.uniform(40, 85, count), 0))
    middle = np.array([_COST_PLN[one] for one in kind])
    cost = np.where(funding == "obywatelski", 2.5e5, middle) * rng.lognormal(-0.2, 0.6, count)
    return geopandas.GeoDataFrame(
        {
            "investment_no": chance.numbered("INW-{:04d}", count),
            "name": [
                f"{_NAMES[k]}: {v} ({n})"
                for n, (k, v) in enumerate(zip(kind, village, strict=True), 1)
            ],
            "kind": kind,
            "stage": stage,
            "investor": [f"Gmina {name}" for name in gmina],
            "cost_pln": np.round(cost, -3),
            "funding": funding,
            "funding_pct": share,
            "start_year": start,
            "end_year": start + lasting,
            "description": "Zadanie zmyślone na potrzeby obszaru demonstracyjnego.",
        },
        geometry=spots,
        crs=EPSG,
    )


def _spots(world: World, kind: chance.Codes, rng: np.random.Generator) -> NDArray[np.object_]:
    """Draw a place for each kind: on a road, a public building or a green parcel."""
    roads = world.roads.geometry.to_numpy()
    public = world.buildings["kind"].isin(["105", "106", "107", "109"])
    on_road = shapely.line_interpolate_point(roads, 0.5, normalized=True)
    in_house = world.buildings[public].representative_point().to_numpy()
    in_green = world.parcels[world.parcels["use"] == "green"].representative_point().to_numpy()
    places = {"drogi": on_road, "sieci": on_road, "zielen": in_green}
    drawn = [places.get(one, in_house) for one in kind]
    return np.array([one[rng.integers(len(one))] for one in drawn], dtype=object)


def _areas(world: World, rng: np.random.Generator) -> geopandas.GeoDataFrame:
    """Offer large parcels without buildings near roads."""
    free = world.parcels[~world.parcels.index.isin(world.buildings["parcel"])]
    free = free[
        free["use"].isin(["field", "industry", "service", "flats", "home"])
        & free.area.between(2500, 150_000)
    ]
    main = world.roads[world.roads["category"].isin(["K", "W", "P"])].geometry.to_numpy()
    near = shapely.STRtree(free.geometry.to_numpy()).query(main, predicate="dwithin", distance=250)[
        1
    ]
    free = free.iloc[np.unique(near)]
    rows = free.iloc[np.sort(rng.permutation(len(free))[: max(6, round(90 * world.scale))])]
    count = len(rows)
    likely = {"field": "P", "industry": "P", "service": "U", "flats": "MW", "home": "MN"}
    other = chance.draw(rng, {"U": 3, "MN": 3, "UT": 1, "P": 3}, count)
    designation = np.where(rng.random(count) < 0.6, rows["use"].map(likely), other).astype(object)
    grade = np.array([rng.uniform(*_GRADES[one]) for one in designation])
    national = shapely.union_all(
        world.roads.loc[world.roads["category"] == "K", "geometry"].to_numpy()
    )
    place = world.precincts["name"].to_numpy()[rows["precinct"]]
    return geopandas.GeoDataFrame(
        {
            "offer_no": chance.numbered("OI-{:03d}", count),
            "name": [f"Teren {p} {n}" for n, p in enumerate(place, 1)],
            "designation": designation,
            "ownership": chance.draw(
                rng, {"gmina": 60, "SP": 15, "prywatna": 18, "mieszana": 7}, count
            ),
            "status": chance.draw(
                rng, {"dostepna": 60, "rezerwacja": 12, "przetarg": 13, "sprzedana": 15}, count
            ),
            "area_ha": np.round(rows.area.to_numpy() / 1e4, 4),
            "price_pln_m2": np.round(grade, 0),
            "water_supply": rng.random(count) < 0.75,
            "sewer": rng.random(count) < 0.55,
            "gas": rng.random(count) < 0.45,
            "power_mw": np.round(rng.lognormal(-0.5, 0.8, count), 2),
            "road_distance_km": np.round(
                shapely.distance(rows.geometry.to_numpy(), national) / 1000, 2
            ),
            "valid_from": chance.days(rng, "2023-01-01", "2026-09-01", count),
        },
        geometry=shapely.multipolygons([[one] for one in rows.geometry]),
        crs=EPSG,
    )
