"""Floods along rivers, incidents, risk, and what rescue services have."""

from __future__ import annotations

import geopandas
import numpy as np
import pandas as pd
import shapely
from numpy.typing import NDArray
from scipy import ndimage

from geodata.world import World, chance
from geodata.world import runs as of_roads
from geodata.world.area import EPSG
from geodata.world.chainage import Floats, chainage
from geodata.world.grid import cells

_SCENARIOS = {"Q02": 1.35, "Q1": 1.0, "Q10": 0.55}
"""Width of the flood, as a share of that of the flood of a hundred years; the widest lies below."""
_DEPTHS = {"D1": 1.0, "D2": 0.62, "D3": 0.3}
"""Where each depth begins, as a share of the width."""
_FLOODED_KM2 = 35.0
"""Catchment from which on floods are mapped; in a small area half of the largest."""
_MATRIX = np.array([
    ["minimalne", "minimalne", "male", "srednie", "srednie"],
    ["minimalne", "male", "male", "srednie", "duze"],
    ["male", "male", "srednie", "duze", "duze"],
    ["male", "srednie", "srednie", "duze", "ekstremalne"],
    ["srednie", "srednie", "duze", "ekstremalne", "ekstremalne"],
], dtype=object)  # fmt: skip
"""Risk by probability (1 to 5) and impact (A to E)."""
_LEVELS = ("minimalne", "male", "srednie", "duze", "ekstremalne")


def generate(world: World, rng: np.random.Generator) -> dict[str, geopandas.GeoDataFrame]:
    """Return the layers of the theme, by id."""
    flood = _floods(world, rng)
    station = _stations(world, rng)
    source = _hazard_sources(world, rng)
    return {
        "flood_hazard_area": flood,
        "hazard_source": source,
        "rescue_station": station,
        "incident": _incidents(world, station, rng),
        "risk_cell": _risk(world, flood, source, rng),
        "siren": _sirens(world, rng),
        "critical_object": _critical_objects(world, rng),
        "evacuation_point": _evacuation_points(world, rng),
    }


def _floods(world: World, rng: np.random.Generator) -> geopandas.GeoDataFrame:
    """Widen rivers by their catchment, unevenly, and divide each flood by depth."""
    catchment = world.rivers["catchment_km2"]
    rivers = world.rivers[catchment >= min(_FLOODED_KM2, 0.5 * catchment.max())]
    chain = chainage(shapely.simplify(rivers.geometry.to_numpy(), 8.0))
    line, at = chain.every(150.0)
    pieces = chain.pieces(line, at, np.minimum(at + 150.0, chain.length_m[line]))
    swing = ndimage.gaussian_filter1d(rng.standard_normal(len(line)), 4.0)
    reach = (
        9.0 * np.sqrt(rivers["catchment_km2"].to_numpy()[line]) * np.exp(swing / swing.std() * 0.35)
    )
    river = rivers["name"].where(rivers["name"] != "", "ciek bez nazwy").to_numpy(dtype=object)
    whole = shapely.union_all(world.gminas.geometry.to_numpy())
    parts = []
    for name in pd.unique(river):
        here = river[line] == name
        for scenario, share in _SCENARIOS.items():
            rings = [
                _flooded(pieces[here], reach[here] * share * depth) for depth in _DEPTHS.values()
            ]
            for depth, outer, inner in zip(
                _DEPTHS, rings, [*rings[1:], shapely.Polygon()], strict=True
            ):
                parts.append((name, scenario, depth, shapely.difference(outer, inner)))
    frame = pd.DataFrame(parts, columns=["river", "scenario", "depth_class", "geometry"])
    shapes = shapely.intersection(frame["geometry"].to_numpy(), whole)
    size = shapely.area(shapes)
    frame, shapes = frame[size > 500].reset_index(drop=True), shapes[size > 500]
    people = _residents_in(world, shapes)
    return geopandas.GeoDataFrame(
        {
            "area_no": chance.numbered("MZP-{:04d}", len(frame)),
            "scenario": frame["scenario"],
            "depth_class": frame["depth_class"],
            "river": frame["river"],
            "area_m2": np.round(shapely.area(shapes), 0),
            "special_hazard": frame["scenario"].isin(["Q1", "Q10"]),
            "people_persons": people,
            "valid_from": np.datetime64("2022-12-22"),
        },
        geometry=_multi(shapes),
        crs=EPSG,
    )


def _flooded(pieces: NDArray[np.object_], reach: Floats) -> shapely.Geometry:
    return shapely.union_all(shapely.buffer(pieces, np.maximum(reach, 4.0), quad_segs=2))


def _multi(shapes: NDArray[np.object_]) -> NDArray[np.object_]:
    parts, index = shapely.get_parts(shapes, return_index=True)
    solid = shapely.get_type_id(parts) == 3
    return np.asarray(shapely.multipolygons(parts[solid], indices=index[solid]))


def _residents_in(world: World, shapes: NDArray[np.object_]) -> NDArray[np.int64]:
    """Count the residents of buildings whose middle lies in each shape."""
    homes = world.buildings[world.buildings["residents"] > 0]
    shape, home = shapely.STRtree(homes.centroid.to_numpy()).query(shapes, predicate="contains")
    living = homes["residents"].to_numpy()[home]
    return np.bincount(shape, living, len(shapes)).astype(np.int64)


def _hazard_sources(world: World, rng: np.random.Generator) -> geopandas.GeoDataFrame:
    """Make sources of industrial and storage buildings, and of the dams of lakes."""
    works = world.buildings[world.buildings["kind"].isin(["101", "104"])]
    rows = works.loc[
        works.area.sort_values(ascending=False).index[: max(6, round(48 * world.scale))]
    ]
    dams = world.lakes[world.lakes["dam"]]
    hazard = chance.draw(rng, {"CHE": 45, "POZ": 35, "ENE": 14, "RAD": 2, "TEL": 4}, len(rows))
    hazard = np.concatenate([hazard, np.full(len(dams), "POW", dtype=object)])
    count = len(hazard)
    chemical = hazard == "CHE"
    seveso = np.where(
        chemical & (rng.random(count) < 0.25), chance.draw(rng, {"ZDR": 1, "ZZR": 2}, count), "brak"
    )
    substance = {"chlor": 1, "amoniak": 3, "LPG": 3, "olej napędowy": 3}
    names = [
        *(f"Zakład przemysłowy {n} (zmyślony)" for n in range(1, len(rows) + 1)),
        *("Zapora: " + dams["name"]),
    ]
    return geopandas.GeoDataFrame(
        {
            "source_no": chance.numbered("ZZ-{:03d}", count),
            "name": names,
            "hazard": hazard,
            "seveso_class": seveso,
            "range_m": np.round(
                np.where(chemical, rng.uniform(300, 2500, count), rng.uniform(80, 600, count)), -1
            ),
            "substance": chance.only(chemical, chance.draw(rng, substance, count)),
            "amount_t": np.where(chemical, np.round(rng.lognormal(2.5, 1, count), 1), np.nan),
            "operator": "Zakład (zmyślony)",
            "valid_from": np.datetime64("2019-01-01"),
        },
        geometry=np.concatenate([rows.representative_point(), dams.representative_point()]),
        crs=EPSG,
    )


def _stations(world: World, rng: np.random.Generator) -> geopandas.GeoDataFrame:
    """Give the city two state stations, every seat and some villages a volunteer one."""
    places = world.precincts.reset_index(drop=True)
    urban, seat = places["urban"].to_numpy(), places["seat"].to_numpy()
    chosen = rng.permutation(np.flatnonzero(urban))[:3]
    kind = np.full(len(places), None, dtype=object)
    kind[chosen] = ["PSP-JRG", "PSP-JRG", "ZSP"]
    village = ~urban & ~seat
    kind[village & (rng.random(len(places)) < 0.3)] = "OSP"
    kind[village & (rng.random(len(places)) < 0.1)] = "OSP-KSRG"
    kind[seat] = "OSP-KSRG"
    rows = places[kind != None]  # noqa: E711
    kind, count = kind[rows.index], len(rows)
    state = kind == "PSP-JRG"
    short = {"PSP-JRG": "JRG", "ZSP": "ZSP", "OSP": "OSP", "OSP-KSRG": "OSP"}
    vehicles = {"PSP-JRG": 12, "ZSP": 4, "OSP-KSRG": 3, "OSP": 1}
    return geopandas.GeoDataFrame(
        {
            "station_no": chance.numbered("JR-{:03d}", count),
            "name": [f"{short[k]} {n}" for k, n in zip(kind, rows["name"], strict=True)],
            "kind": kind,
            "address": rows["name"] + ", remiza",
            "vehicle_count": [vehicles[one] for one in kind],
            "firefighter_count": np.where(state, 72, rng.integers(14, 38, count)),
            "turnout_min": np.where(state, 1.0, np.round(rng.uniform(3, 8, count), 1)),
            "valid_from": np.datetime64("2015-01-01"),
        },
        geometry=_near_buildings(world, rows[["x", "y"]].to_numpy()),
        crs=EPSG,
    )


def _near_buildings(world: World, xy: Floats) -> NDArray[np.object_]:
    """Return a point in the main building nearest to each place, each building once."""
    homes = world.buildings[world.buildings["main"]]
    tree = shapely.STRtree(homes.geometry.to_numpy())
    found = tree.nearest(shapely.points(xy))
    return np.asarray(homes.iloc[found].representative_point())


def _incidents(
    world: World, station: geopandas.GeoDataFrame, rng: np.random.Generator
) -> geopandas.GeoDataFrame:
    """Scatter call-outs along roads, more among houses and by day; the nearest station answers."""
    runs = of_roads.make(world)
    count = max(50, round(5200 * world.scale))
    same = np.ones(len(runs.frame))
    line, at = runs.anywhere(6 * same, same, count, rng)
    xy = np.round(runs.chain.points(line, at) + rng.normal(0, 40, (count, 2)), -2)
    kind = chance.draw(rng, {"P": 22, "MZ": 48, "AF": 7, "KMZB": 23}, count)
    map_report, call = kind == "KMZB", kind != "KMZB"
    hazard = chance.draw(
        rng, {"WIA": 30, "KOM": 40, "POW": 12, "CHE": 4, "BUD": 3, "OSU": 1}, count
    )
    categories = [f"KMZB{n:02d}" for n in range(1, 27)]
    nearest = shapely.STRtree(station.geometry.to_numpy()).nearest(shapely.points(xy))
    off = shapely.distance(station.geometry.to_numpy()[nearest], shapely.points(xy))
    minutes = (
        station["turnout_min"].to_numpy()[nearest]
        + off / 1000 * 1.35 * 1.3
        + rng.gamma(2, 0.7, count)
    )
    hours = rng.choice(24, count, p=_by_hour())
    seconds = hours * 3600 + rng.integers(0, 3600, count)
    day = chance.days(rng, "2023-01-01", "2026-09-29", count)
    status = {
        "weryfikowane": 2,
        "potwierdzone": 3,
        "przekazane": 2,
        "wyeliminowane": 4,
        "niepotwierdzone": 4,
    }
    severity = chance.draw(rng, {"male": 80, "srednie": 16, "duze": 3.5, "bardzo_duze": 0.5}, count)
    return geopandas.GeoDataFrame(
        {
            "incident_no": chance.numbered("ZD-{:06d}", count),
            "happened_at": chance.instants(day, seconds),
            "kind": kind,
            "hazard": np.where(kind == "P", "POZ", chance.only(kind == "MZ", hazard)),
            "kmzb_category": chance.only(map_report, rng.choice(categories, count)),
            "status": np.where(map_report, chance.draw(rng, status, count), "potwierdzone"),
            "severity": np.where(map_report, "male", severity),
            "response_time_min": np.where(call, np.round(minutes.clip(2, 90), 1), np.nan),
            "injured_count": np.where(call, rng.poisson(0.12, count), 0),
            "crew_count": np.where(call, 1 + rng.poisson(0.8, count), 0),
            "station_no": chance.only(call, station["station_no"].to_numpy()[nearest]),
        },
        geometry=shapely.points(xy),
        crs=EPSG,
    )


def _by_hour() -> Floats:
    weight = 1.0 + 1.2 * np.sin(np.pi * (np.arange(24) - 5) / 18).clip(0)
    return np.asarray(weight / weight.sum())


def _risk(
    world: World,
    flood: geopandas.GeoDataFrame,
    source: geopandas.GeoDataFrame,
    rng: np.random.Generator,
) -> geopandas.GeoDataFrame:
    """Judge each hazard in each cell by what is there, and keep the one of the greatest risk."""
    cell = cells(world, 1000.0)
    shapes, count = cell.geometry.to_numpy(), len(cell)
    people = _residents_in(world, shapes)
    impact_of_people = np.searchsorted([5, 60, 400, 1800], people, side="right")
    woods = world.blocks.loc[world.blocks["kind"] == "forest", "geometry"].to_numpy()
    frequent = flood.loc[flood["scenario"] == "Q10", "geometry"].to_numpy()
    rare = flood.loc[flood["scenario"] == "Q1", "geometry"].to_numpy()
    chemical = source[source["hazard"] == "CHE"]
    reach = shapely.buffer(chemical.geometry.to_numpy(), chemical["range_m"].to_numpy())
    probability = {
        "POW": np.where(_touches(shapes, frequent), 4, np.where(_touches(shapes, rare), 2, 0)),
        "POZ": np.where(_touches(shapes, woods), rng.integers(2, 5, count), 0),
        "CHE": np.where(_touches(shapes, reach), 2, 0),
        "SMO": np.where(people > 300, rng.integers(3, 6, count), 0),
        "WIA": rng.integers(2, 5, count),
    }
    impact = {"POW": 0, "POZ": 1, "CHE": 1, "SMO": -2, "WIA": -1}
    code, best = np.full(count, "WIA", dtype=object), np.full(count, -1)
    likely, worst = np.ones(count, dtype=np.int64), np.zeros(count, dtype=np.int64)
    for hazard, chances in probability.items():
        harm = np.clip(impact_of_people + impact[hazard], 0, 4)
        level = np.array(
            [_LEVELS.index(_MATRIX[max(p, 1) - 1, h]) for p, h in zip(chances, harm, strict=True)]
        )
        better = (chances > 0) & (level > best)
        code[better], best[better] = hazard, level[better]
        likely[better], worst[better] = chances[better], harm[better]
    return geopandas.GeoDataFrame(
        {
            "cell_no": cell["cell_no"],
            "hazard": code,
            "probability": likely.astype(str),
            "impact": np.array(list("ABCDE"), dtype=object)[worst],
            "risk": _MATRIX[likely - 1, worst],
            "population_persons": people,
            "assessed_year": 2026,
        },
        geometry=shapes,
        crs=EPSG,
    )


def _touches(cells: NDArray[np.object_], shapes: NDArray[np.object_]) -> NDArray[np.bool_]:
    found = np.zeros(len(cells), dtype=bool)
    found[shapely.STRtree(cells).query(shapes, predicate="intersects")[1]] = True
    return found


def _sirens(world: World, rng: np.random.Generator) -> geopandas.GeoDataFrame:
    """Put a siren on a building in the middle of every quarter and of most villages."""
    rows = world.precincts[world.precincts["urban"] | (rng.random(len(world.precincts)) < 0.7)]
    count = len(rows)
    kind = chance.draw(rng, {"elektroniczna": 6, "mechaniczna": 4}, count)
    loud = kind == "elektroniczna"
    return geopandas.GeoDataFrame(
        {
            "siren_no": chance.numbered("SA-{:03d}", count),
            "kind": kind,
            "range_m": np.where(
                loud, rng.integers(8, 15, count) * 100.0, rng.integers(5, 10, count) * 100.0
            ),
            "sound_level_db": np.where(loud, 118.0, 109.0),
            "working": rng.random(count) < 0.93,
            "test_date": chance.days(rng, "2026-03-01", "2026-09-20", count),
            "owner": "Gmina",
            "valid_from": np.datetime64("2012-01-01"),
        },
        geometry=_near_buildings(world, rows[["x", "y"]].to_numpy()),
        crs=EPSG,
    )


def _critical_objects(world: World, rng: np.random.Generator) -> geopandas.GeoDataFrame:
    """Make them of public buildings, by their kind in the building register."""
    kinds = {"106": "szpital", "107": "szkola", "105": "wladza", "104": "paliwa", "102": "lacznosc"}
    rows = world.buildings[world.buildings["kind"].isin(list(kinds)) & world.buildings["main"]]
    rows = rows.iloc[np.sort(rng.permutation(len(rows))[: max(8, round(150 * world.scale))])]
    count = len(rows)
    kind = rows["kind"].map(kinds).to_numpy(dtype=object)
    other = chance.draw(rng, {"woda": 4, "energia": 4, "opieka": 2}, count)
    kind = np.where(rng.random(count) < 0.3, other, kind)
    full = np.isin(kind.astype(str), ["szpital", "szkola", "opieka", "wladza"])
    return geopandas.GeoDataFrame(
        {
            "object_no": chance.numbered("OK-{:03d}", count),
            "name": [f"Obiekt {n} ({k}, zmyślony)" for n, k in enumerate(kind, 1)],
            "kind": kind,
            "hazard": chance.draw(rng, {"POZ": 4, "ENE": 4, "POW": 1, "TEL": 1}, count),
            "capacity_persons": np.where(
                full, rng.integers(40, 900, count), rng.integers(0, 20, count)
            ),
            "backup_power_h": rng.choice([0.0, 8.0, 24.0, 72.0], count),
            "duty_phone": chance.phones(rng, count),
            "operator": "Operator (zmyślony)",
            "valid_from": np.datetime64("2020-01-01"),
        },
        geometry=rows.representative_point().to_numpy(),
        crs=EPSG,
    )


def _evacuation_points(world: World, rng: np.random.Generator) -> geopandas.GeoDataFrame:
    """Use schools and halls, a few in every gmina."""
    rows = world.buildings[
        world.buildings["kind"].isin(["107", "109", "105"]) & world.buildings["main"]
    ]
    rows = (
        rows[~rows.index.isin(rows.index[::2])]
        .groupby("gmina")
        .head(max(2, round(9 * world.scale)))
    )
    count = len(rows)
    kind = chance.draw(rng, {"zbiorka": 4, "przyjecie": 4, "schronienie": 3}, count)
    place = world.gminas["name"].to_numpy()[rows["gmina"]]
    word = {
        "zbiorka": "Miejsce zbiórki",
        "przyjecie": "Punkt przyjęcia",
        "schronienie": "Miejsce schronienia",
    }
    return geopandas.GeoDataFrame(
        {
            "point_no": chance.numbered("PE-{:03d}", count),
            "name": [
                f"{word[k]} {p} {n}" for n, (k, p) in enumerate(zip(kind, place, strict=True), 1)
            ],
            "kind": kind,
            "address": place,
            "capacity_persons": (rows.area * rows["storeys"] / 5).round().astype(int).to_numpy(),
            "accessible": rng.random(count) < 0.6,
            "heated": kind != "zbiorka",
            "valid_from": np.datetime64("2023-01-01"),
        },
        geometry=rows.representative_point().to_numpy(),
        crs=EPSG,
    )
