"""Stations with a year of observations, noise along roads, air over the area."""

from __future__ import annotations

import geopandas
import numpy as np
import pandas as pd
import shapely
from numpy.typing import NDArray
from scipy.ndimage import gaussian_filter1d

from geodata.world import World, chance
from geodata.world.area import CENTRE, EPSG
from geodata.world.chainage import Floats
from geodata.world.grid import cells

_STEP_H = 3
_BANDS_DB = (55, 60, 65, 70, 75)
_LOUD = {"S": 1.6, "GP": 1.25, "G": 0.8, "Z": 0.4}
"""How far a class of road is heard, as a share of a main road's reach."""
_REACH_M = {55: 190.0, 60: 105.0, 65: 58.0, 70: 28.0, 75: 15.0}
"""From the middle of a main road to the lower limit of each band."""
_INDEX_FROM_PM10 = np.array([20.0, 50.0, 80.0, 110.0, 150.0])
_INDEX = ("bardzo_dobry", "dobry", "umiarkowany", "dostateczny", "zly", "bardzo_zly")


def generate(
    world: World, rng: np.random.Generator
) -> dict[str, geopandas.GeoDataFrame | pd.DataFrame]:
    """Return the layers of the theme, by id."""
    station = _stations(world, rng)
    return {
        "sensor_station": station,
        "observation": _observations(station, rng),
        "noise_area": _noise(world),
        "air_quality_cell": _air(world, rng),
    }


def _stations(world: World, rng: np.random.Generator) -> geopandas.GeoDataFrame:
    """Put stations of air in the city and the seats, of water on rivers, of noise by main roads."""
    city = world.precincts[world.precincts["urban"]]
    seats = world.precincts[world.precincts["seat"]]
    villages = world.precincts[~world.precincts["urban"] & ~world.precincts["seat"]]
    share = min(1.0, np.sqrt(world.scale))
    some, more = max(2, round(7 * share)), max(2, round(10 * share))
    air = pd.concat([city.iloc[rng.permutation(len(city))[:some]], seats.iloc[:some]])
    sky = villages.iloc[rng.permutation(len(villages))[:more]]
    large = world.rivers.sort_values("catchment_km2", ascending=False).iloc[:more]
    roads = world.roads[world.roads["road_class"].isin(["GP", "G"])]
    loud = roads.iloc[np.argsort(-roads.length.to_numpy(), kind="stable")[: some + 1]]
    by_road = shapely.line_interpolate_point(loud.geometry.to_numpy(), 0.3, normalized=True)
    groups = {
        "powietrze": (shapely.points(air[["x", "y"]].to_numpy() + 35.0), air["name"]),
        "pogoda": (shapely.points(sky[["x", "y"]].to_numpy() + 60.0), sky["name"]),
        "woda": (
            shapely.line_interpolate_point(large.geometry.to_numpy(), 0.8, normalized=True),
            large["name"],
        ),
        "halas": (by_road, "droga " + loud["number"]),
    }
    kind = np.repeat(
        np.array(list(groups), dtype=object), [len(spots) for spots, _ in groups.values()]
    )
    names = np.concatenate([np.asarray(names, dtype=object) for _, names in groups.values()])
    count, water = len(kind), kind == "woda"
    word = {"powietrze": "Powietrze", "pogoda": "Pogoda", "woda": "Wodowskaz", "halas": "Hałas"}
    warning = np.where(water, rng.integers(18, 32, count) * 10.0, np.nan)
    return geopandas.GeoDataFrame(
        {
            "station_no": chance.numbered("ST-{:02d}", count),
            "name": [
                f"{word[k]} {n or 'bez nazwy'} {i}"
                for i, (k, n) in enumerate(zip(kind, names, strict=True), 1)
            ],
            "kind": kind,
            "operator": "Sieć pomiarowa (zmyślona)",
            "river": chance.only(water, names),
            "height_m": np.where(kind == "pogoda", 2.0, np.where(kind == "powietrze", 4.0, np.nan)),
            "warning_level_cm": warning,
            "alarm_level_cm": warning + 60,
            "active": True,
            "valid_from": chance.days(rng, "2014-01-01", "2024-06-30", count),
        },
        geometry=np.concatenate([spots for spots, _ in groups.values()]),
        crs=EPSG,
    )


def _observations(station: geopandas.GeoDataFrame, rng: np.random.Generator) -> pd.DataFrame:
    """Observe a year every three hours; seasons, days and weather are shared, places differ."""
    hours = np.arange(-365 * 24, 0, _STEP_H)
    times = chance.instants(chance.TODAY, 3600 * hours).astype("datetime64[h]")
    hour = times.astype(np.int64) % 24
    day = (times - times.astype("datetime64[Y]")).astype(np.int64) / 24
    weather = _wander(rng, len(times), 20)
    cold = -np.cos(2 * np.pi * (day - 18) / 365)
    sun = np.cos(2 * np.pi * (hour - 14) / 24)
    temperature = 9.0 + 11.0 * cold + (2.0 + 2.2 * (cold + 1)) * sun + 4.2 * weather
    rain = np.where(_wander(rng, len(times), 3) > 1.15, rng.gamma(1.2, 1.6, len(times)), 0.0)
    wet = _smear(rain)
    frames = []
    for row in station.itertuples():
        own = _wander(rng, len(times), 12)
        frame = pd.DataFrame({"station_no": row.station_no, "observed_at": times})
        if row.kind == "powietrze":
            frame = frame.assign(**_dust(temperature, hour, weather, own, rng))
        elif row.kind == "pogoda":
            frame["temperature_c"] = np.round(temperature + 0.8 * own, 1)
            frame["humidity_pct"] = np.round(
                (74 - 13 * sun * (cold + 1.4) / 2 + 9 * own + 12 * (rain > 0)).clip(15, 100), 0
            )
            frame["precipitation_mm"] = np.round(rain * rng.uniform(0.6, 1.4, len(times)), 1)
        elif row.kind == "woda":
            level = row.warning_level_cm - 130 + 16 * own + 34 * wet - 9 * cold
            frame["water_level_cm"] = np.round(level.clip(20), 0)
            frame["flow_m3_s"] = np.round((level.clip(20) / 110) ** 2.2, 2)
        else:
            frame["noise_db"] = np.round(
                61 + 6.5 * np.sin(np.pi * (hour - 5) / 16).clip(-0.6) + 1.6 * own, 1
            )
        frames.append(frame)
    return pd.concat(frames, ignore_index=True)


def _wander(rng: np.random.Generator, count: int, steps: float) -> Floats:
    """Return a smooth series of mean 0 and deviation 1."""
    series = gaussian_filter1d(rng.standard_normal(count), steps, mode="wrap")
    return np.asarray((series - series.mean()) / series.std())


def _smear(rain: Floats) -> Floats:
    """Let rain run off over two days; deviation 1, least 0."""
    kernel = np.exp(-np.arange(40) / 10.0)
    run = np.convolve(rain, kernel)[: len(rain)]
    return np.asarray(run / run.std())


def _dust(
    temperature: Floats, hour: np.ndarray, weather: Floats, own: Floats, rng: np.random.Generator
) -> dict[str, Floats]:
    """More dust where homes are heated, in the evening, and in calm weather."""
    heating = np.clip(13 - temperature, 0, 25) / 12
    evening = 1 + 0.35 * np.cos(2 * np.pi * (hour - 20) / 24)
    calm = np.exp(0.35 * own - 0.2 * weather)
    pm10 = (13 + 15 * heating * evening) * calm + rng.gamma(1.5, 1.2, len(own))
    share = (0.55 + 0.13 * np.tanh(heating) + rng.normal(0, 0.02, len(own))).clip(0.35, 0.92)
    rush = np.exp(-((hour - 8) ** 2) / 8) + np.exp(-((hour - 17) ** 2) / 8)
    coarse = np.round(pm10, 1)
    return {
        "pm10_ug_m3": coarse,
        "pm25_ug_m3": np.minimum(np.round(pm10 * share, 1), coarse),
        "no2_ug_m3": np.round((9 + 11 * rush + 4 * heating) * calm, 1),
    }


def _noise(world: World) -> geopandas.GeoDataFrame:
    """Draw bands along main roads and railways, gmina by gmina; quieter bands lie outside."""
    heard = world.roads[world.roads["road_class"].isin(list(_LOUD))]
    share = heard["road_class"].map(_LOUD).to_numpy(dtype=np.float64)
    roads = shapely.simplify(heard.geometry.to_numpy(), 4.0)
    rails = shapely.simplify(world.rails.geometry.to_numpy(), 4.0)
    sources = {
        ("drogi", "LDWN"): (roads, share),
        ("drogi", "LN"): (roads, 0.5 * share),
        ("kolej", "LDWN"): (rails, np.full(len(rails), 0.9)),
    }
    rows = [
        (source, indicator, low, band)
        for (source, indicator), (lines, reach) in sources.items()
        for gmina in world.gminas.geometry
        for low, band in zip(_BANDS_DB, _bands(lines, reach, gmina), strict=True)
    ]
    frame = pd.DataFrame(rows, columns=["noise_source", "indicator", "from_db", "geometry"])
    frame = frame[shapely.area(frame["geometry"].to_numpy()) > 100].reset_index(drop=True)
    shapes = frame["geometry"].to_numpy()
    return geopandas.GeoDataFrame(
        {
            "area_no": chance.numbered("HAL-{:04d}", len(frame)),
            "indicator": frame["indicator"],
            "noise_source": frame["noise_source"],
            "from_db": frame["from_db"],
            "to_db": np.where(frame["from_db"] < 75, frame["from_db"] + 5, np.nan),
            "area_m2": np.round(shapely.area(shapes), 0),
            "map_year": 2022,
        },
        geometry=shapes,
        crs=EPSG,
    )


def _bands(
    lines: NDArray[np.object_], reach: Floats, gmina: shapely.Polygon
) -> list[shapely.Geometry]:
    """Return what lies in a gmina between the limits of each band."""
    around = shapely.buffer(gmina, max(_REACH_M.values()) * max(_LOUD.values()))
    near = shapely.intersection(lines, around)
    rings = []
    for low in _BANDS_DB:
        radius = _REACH_M[low] * reach
        heard = (radius > 8) & ~shapely.is_empty(near)
        whole = shapely.union_all(shapely.buffer(near[heard], radius[heard], quad_segs=3))
        rings.append(shapely.intersection(whole, gmina))
    pairs = zip(rings, [*rings[1:], shapely.Polygon()], strict=True)
    return [shapely.difference(outer, inner) for outer, inner in pairs]


def _air(world: World, rng: np.random.Generator) -> geopandas.GeoDataFrame:
    """Let means grow with residents around a cell and in basins."""
    cell = cells(world, 1000.0)
    middle = shapely.points(cell[["x", "y"]].to_numpy())
    homes = world.buildings[world.buildings["residents"] > 0]
    around, home = shapely.STRtree(homes.centroid.to_numpy()).query(
        middle, predicate="dwithin", distance=1500.0
    )
    people = np.bincount(around, homes["residents"].to_numpy()[home], len(cell))
    height = world.relief.at(cell["x"].to_numpy(), cell["y"].to_numpy())
    basin = (np.median(height) - height) / height.std()
    off = shapely.distance(shapely.Point(CENTRE), middle) / 1000
    pm10 = 15.5 + 4.2 * np.log1p(people / 900) + 1.6 * basin + 2.5 * np.exp(-off / 5)
    pm10 = np.round((pm10 + rng.normal(0, 0.4, len(cell))).clip(9), 1)
    return geopandas.GeoDataFrame(
        {
            "cell_no": cell["cell_no"],
            "assessed_year": 2025,
            "pm10_ug_m3": pm10,
            "pm25_ug_m3": np.round(pm10 * rng.uniform(0.6, 0.7, len(cell)), 1),
            "no2_ug_m3": np.round((6 + 3.2 * np.log1p(people / 700)).clip(4), 1),
            "air_index": np.array(_INDEX, dtype=object)[
                np.searchsorted(_INDEX_FROM_PM10, pm10, side="right")
            ],
        },
        geometry=cell.geometry,
        crs=EPSG,
    )
