"""The road register: roads, reference sections, the road book, pavement and bridges."""

from __future__ import annotations

import dataclasses

import geopandas
import numpy as np
import pandas as pd
import shapely

from geodata.world import World, chance
from geodata.world.area import EPSG
from geodata.world.chainage import Floats, Ints
from geodata.world.runs import Runs

_REFERENCE_M = {"K": 4000.0, "W": 3500.0, "P": 3000.0, "G": 2500.0}
"""About this long are the reference sections of a category."""
_SURFACES: dict[str, dict[str, float]] = {
    "S": {"BIT": 0.8, "BET": 0.2},
    "GP": {"BIT": 1.0},
    "G": {"BIT": 1.0},
    "Z": {"BIT": 0.97, "PU": 0.03},
    "L": {"BIT": 0.86, "PU": 0.06, "KB": 0.04, "TL": 0.04},
    "D": {"BIT": 58, "KB": 16, "KK": 2, "PLY": 4, "TL": 7, "ZW": 6, "GR": 4, "GU": 3},
}
_TRAFFIC = {"S": 26000, "GP": 15000, "G": 7000, "Z": 2600, "L": 800, "D": 250}
_TRAFFIC_CATEGORY_FROM = np.array([0, 300, 900, 2500, 6000, 14000, 24000])
_LANES = {"S": 4, "GP": 4, "G": 2, "Z": 2, "L": 2, "D": 2}
_SPEED = {"S": 120, "GP": 90, "G": 90, "Z": 90, "L": 90, "D": 50}
_WINTER = {"S": "I", "GP": "II", "G": "III", "Z": "IV", "L": "V", "D": "VI"}
_MANAGERS = {
    "K": "Dyrekcja dróg krajowych (zmyślona)",
    "W": "Zarząd dróg wojewódzkich (zmyślony)",
    "P": "Powiatowy zarząd dróg (zmyślony)",
    "G": "Gminny zarząd dróg (zmyślony)",
}
_WORD = {"K": "krajowa", "W": "wojewódzka", "P": "powiatowa", "G": "gminna"}


@dataclasses.dataclass(frozen=True)
class Stretches:
    """Parts of runs, from one metre to another."""

    line: Ints
    from_m: Floats
    to_m: Floats

    def divided(self, target_m: Floats) -> tuple[Stretches, Ints]:
        """Divide each into equal parts of about a target; also return which it was cut from."""
        count = np.maximum(1, np.round((self.to_m - self.from_m) / target_m)).astype(np.int64)
        origin = np.repeat(np.arange(len(count)), count)
        index = np.arange(len(origin)) - np.repeat(np.cumsum(count) - count, count)
        step = ((self.to_m - self.from_m) / count)[origin]
        start = self.from_m[origin] + index * step
        end = np.where(index + 1 == count[origin], self.to_m[origin], start + step)
        return Stretches(self.line[origin], start, end), origin


def make(world: World, runs: Runs, rng: np.random.Generator) -> dict[str, geopandas.GeoDataFrame]:
    """Return the layers of the register, by id."""
    whole = Stretches(
        np.arange(len(runs.frame)), np.zeros(len(runs.frame)), runs.chain.length_m.copy()
    )
    target = np.array([_REFERENCE_M[one] for one in runs.frame["category"]])
    references, _ = whole.divided(target)
    reference = _reference_sections(runs, references)
    among = runs.built(references.line, (references.from_m + references.to_m) / 2)
    parts, origin = references.divided(np.where(among, 330.0, 800.0))
    section = _road_sections(world, runs, parts, reference["section_no"].to_numpy()[origin], rng)
    return {
        "road": _roads(world, runs),
        "road_reference_section": reference,
        "road_section": section,
        "right_of_way": _rights_of_way(world, runs),
        "pavement_condition": _pavement(section, rng),
        "bridge": _bridges(world, runs, rng),
    }


def _roads(world: World, runs: Runs) -> geopandas.GeoDataFrame:
    """Join the runs of each number into one road; a street gives its name to it."""
    lines = geopandas.GeoDataFrame(runs.frame, geometry=runs.chain.lines, crs=EPSG)
    lines["length_m"] = runs.chain.length_m
    groups = lines.groupby("road_no", sort=True)
    roads = groups[["category", "road_class", "street", "way"]].first().reset_index()
    parts = groups["geometry"].apply(lambda one: shapely.multilinestrings(list(one)))
    number = roads["road_no"].to_numpy()
    order = np.arange(1, len(number) + 1)
    streets = _named_streets(world).groupby("way")["label"].first().to_dict()
    streets = {way: streets[way] for way in roads.loc[roads["street"], "way"] if way in streets}
    acts = [f"Uchwała {10 + n % 60}/{n:04d}/2015 (zmyślona)" for n in order]
    return geopandas.GeoDataFrame(
        {
            "road_no": number,
            "name": [
                streets.get(row.way) or f"Droga {_WORD[row.category]} nr {row.road_no}"
                for row in roads.itertuples()
            ],
            "category": roads["category"],
            "road_class": roads["road_class"],
            "manager": roads["category"].map(_MANAGERS),
            "length_km": np.round(groups["length_m"].sum().to_numpy() / 1000, 3),
            "resolution_no": chance.only(roads["category"].isin(["P", "G"]), acts),
            "valid_from": np.datetime64("2015-01-01"),
        },
        geometry=parts.to_numpy(),
        crs=EPSG,
    )


def _reference_sections(runs: Runs, parts: Stretches) -> geopandas.GeoDataFrame:
    """Number the points between sections so that the end of one is the start of the next."""
    road = runs.of("road_no", parts.line)
    new_road = np.concatenate([[True], road[1:] != road[:-1]])
    point = np.arange(len(road)) + np.cumsum(new_road)
    first = np.maximum.accumulate(np.where(new_road, np.arange(len(road)), 0))
    index = np.arange(len(road)) - first + 1
    return geopandas.GeoDataFrame(
        {
            "section_no": [f"{no}-{n:03d}" for no, n in zip(road, index, strict=True)],
            "road_no": road,
            "start_point_no": [f"{n:07d}" for n in point],
            "end_point_no": [f"{n + 1:07d}" for n in point],
            "from_km": runs.km(parts.line, parts.from_m),
            "to_km": runs.km(parts.line, parts.to_m),
            "length_m": np.round(parts.to_m - parts.from_m, 2),
            "valid_from": np.datetime64("2016-01-01"),
        },
        geometry=runs.chain.pieces(parts.line, parts.from_m, parts.to_m),
        crs=EPSG,
    )


def _road_sections(
    world: World,
    runs: Runs,
    parts: Stretches,
    reference: chance.Codes,
    rng: np.random.Generator,
) -> geopandas.GeoDataFrame:
    """Describe the homogeneous sections of the road book."""
    count = len(parts.line)
    klass, middle = runs.of("road_class", parts.line), (parts.from_m + parts.to_m) / 2
    built = runs.built(parts.line, middle)
    number = pd.Series(reference).groupby(reference).cumcount()
    surface = chance.draw_by(rng, klass, _SURFACES)
    corridor = runs.frame["corridor_m"].to_numpy(dtype=np.float64)[parts.line]
    per_day = np.array([_TRAFFIC[one] for one in klass]) * rng.lognormal(0, 0.35, count)
    per_day = np.round(per_day, -1).astype(np.int64)
    speed = np.where(built, 50, [_SPEED[one] for one in klass])
    dirt = np.isin(surface.astype(str), ["GR", "GU", "ZW", "TL"])
    return geopandas.GeoDataFrame(
        {
            "section_no": [f"{no}/{n + 1:02d}" for no, n in zip(reference, number, strict=True)],
            "road_no": runs.of("road_no", parts.line),
            "reference_section_no": reference,
            "street_name": _street_names(world, runs, parts.line, middle),
            "from_km": runs.km(parts.line, parts.from_m),
            "to_km": runs.km(parts.line, parts.to_m),
            "length_m": np.round(parts.to_m - parts.from_m, 2),
            "surface": surface,
            "carriageway_width_m": runs.width_m(parts.line),
            "carriageway_count": np.where(np.isin(klass.astype(str), ["S", "GP"]), 2, 1),
            "lane_count": np.where(dirt, 1, [_LANES[one] for one in klass]),
            "right_of_way_width_m": corridor,
            "pavement": np.where(
                built & ~dirt, chance.draw(rng, {"LP": 5, "L": 2, "P": 2, "brak": 1}, count), "brak"
            ),
            "drainage": np.where(
                dirt,
                "brak",
                np.where(
                    built, chance.draw(rng, {"kanalizacja": 3, "powierzchniowe": 1}, count), "rowy"
                ),
            ),
            "traffic_category": [
                f"KR{n}" for n in np.searchsorted(_TRAFFIC_CATEGORY_FROM, per_day, side="right")
            ],
            "traffic_per_day": per_day,
            "speed_limit_kmh": np.where(dirt & built, 30, speed),
            "lit": built & ~dirt & (rng.random(count) < 0.85),
            "winter_standard": [_WINTER[one] for one in klass],
            "built_year": rng.integers(1975, 2026, count),
            "valid_from": np.datetime64("2016-01-01"),
        },
        geometry=runs.chain.pieces(parts.line, parts.from_m, parts.to_m),
        crs=EPSG,
    )


def _street_names(world: World, runs: Runs, line: Ints, at: Floats) -> chance.Codes:
    """Return the name that each place of a road has in its gmina, None where it has none."""
    spots = shapely.points(runs.chain.points(line, at))
    gmina = np.asarray(shapely.STRtree(world.gminas.geometry.to_numpy()).nearest(spots))
    names = _named_streets(world).set_index(["way", "gmina"])["label"].to_dict()
    ways = runs.of("way", line)
    found = pd.Series([names.get(key) for key in zip(ways, gmina, strict=True)], dtype=object)
    return found.to_numpy(dtype=object)


def _named_streets(world: World) -> pd.DataFrame:
    """Return way, gmina and label (`ul. Polna`) of the streets that bear a name."""
    named = world.streets[world.streets["named"]]
    label = named["prefix"] + " " + named["name"]
    return pd.DataFrame({"way": named["way"], "gmina": named["gmina"], "label": label})


def _rights_of_way(world: World, runs: Runs) -> geopandas.GeoDataFrame:
    """Join the land of each road."""
    land = world.blocks.loc[world.blocks["kind"] == "road", ["way", "geometry"]]
    roads = runs.frame.set_index("way")
    land = land.assign(road_no=roads["road_no"].loc[land["way"]].to_numpy())
    joined = land.dissolve("road_no", method="coverage").reset_index()
    width = roads.groupby("road_no")["corridor_m"].max()
    return geopandas.GeoDataFrame(
        {
            "right_of_way_no": chance.numbered("PD-{:05d}", len(joined)),
            "road_no": joined["road_no"],
            "width_m": width.loc[joined["road_no"]].to_numpy(),
            "area_m2": np.round(joined.area, 1),
            "valid_from": np.datetime64("2016-01-01"),
        },
        geometry=joined.geometry,
        crs=EPSG,
    )


def _pavement(section: geopandas.GeoDataFrame, rng: np.random.Generator) -> geopandas.GeoDataFrame:
    """Survey the hard sections; the class is the worst of evenness and ruts.

    Thresholds: shared examples of the A-D scale, from memory and unverified.
    """
    hard = section["surface"].isin(["BIT", "BET", "PU", "KB"]).to_numpy()
    surveyed = section[hard & (rng.random(len(section)) < 0.8)].reset_index(drop=True)
    count, age = len(surveyed), 2026 - surveyed["built_year"].to_numpy()
    iri = np.round((1.1 + 0.055 * age) * rng.lognormal(0, 0.25, count), 2)
    rut = np.round((2 + 0.3 * age) * rng.lognormal(0, 0.4, count), 1)
    worst = np.maximum(
        np.searchsorted([2.0, 4.5, 5.7], iri, side="right"),
        np.searchsorted([10.0, 20.0, 30.0], rut, side="left"),
    )
    concrete = surveyed["surface"].isin(["BET", "KB"]).to_numpy()
    return geopandas.GeoDataFrame(
        {
            "survey_no": chance.numbered("NAW-2025-{:05d}", count),
            "road_no": surveyed["road_no"],
            "road_section_no": surveyed["section_no"],
            "from_km": surveyed["from_km"],
            "to_km": surveyed["to_km"],
            "survey_date": chance.days(rng, "2025-04-01", "2025-10-15", count),
            "method": np.where(
                concrete, "SOSN-B", chance.draw(rng, {"SOSN": 2, "DSN": 1, "wizualna": 1}, count)
            ),
            "condition": np.array(["A", "B", "C", "D"], dtype=object)[worst],
            "iri_mm_m": iri,
            "rut_mm": rut,
            "cracking_pct": np.round((0.6 * age * rng.lognormal(0, 0.5, count)).clip(0, 95), 1),
            "friction": np.round(
                (0.62 - 0.004 * age + rng.normal(0, 0.04, count)).clip(0.15, 0.9), 2
            ),
        },
        geometry=surveyed.geometry.to_numpy(),
        crs=EPSG,
    )


def _bridges(world: World, runs: Runs, rng: np.random.Generator) -> geopandas.GeoDataFrame:
    """Put a bridge or culvert wherever a road crosses a river, and a viaduct over every railway."""
    line, at, obstacle = _crossings(runs, world.rivers.geometry.to_numpy())
    rail_line, rail_at, _ = _crossings(runs, world.rails.geometry.to_numpy())
    keep = ~runs.where("road_class", "D", "L")[rail_line]
    rail_line, rail_at = rail_line[keep], rail_at[keep]
    river = world.rivers.iloc[obstacle]
    small = river["catchment_km2"].to_numpy() < 25
    width = np.concatenate([river["width_m"], np.full(len(rail_line), 24.0)])
    kind = np.concatenate([np.where(small, "PR", "MO"), np.full(len(rail_line), "WD")]).astype(
        object
    )
    names = np.concatenate([river["name"], np.full(len(rail_line), "linia kolejowa")])
    line, at = np.concatenate([line, rail_line]), np.concatenate([at, rail_at])
    count = len(line)
    word = {"PR": "Przepust", "MO": "Most", "WD": "Wiadukt"}
    over = np.array([name or "ciek bez nazwy" for name in names], dtype=object)
    return geopandas.GeoDataFrame(
        {
            "jni": chance.numbered("98{:06d}", count),
            "name": [
                f"{word[k]} {runs.of('road_no', line)[n]} ({o})"
                for n, (k, o) in enumerate(zip(kind, over, strict=True))
            ],
            "kind": kind,
            "road_no": runs.of("road_no", line),
            "at_km": runs.km(line, at),
            "obstacle": over,
            "material": chance.draw(
                rng, {"zelbet": 6, "sprezony": 3, "zespolony": 1, "stal": 1, "kamien": 0.3}, count
            ),
            "length_m": np.round(width * rng.uniform(1.1, 1.5, count), 1),
            "width_m": runs.width_m(line) + 2.5,
            "span_count": np.maximum(1, np.round(width / 22)).astype(np.int64),
            "capacity_t": rng.choice([15, 30, 40, 50], count, p=[0.1, 0.25, 0.4, 0.25]).astype(
                float
            ),
            "clearance_m": np.where(
                kind == "WD", np.round(rng.uniform(4.9, 6.2, count), 2), np.nan
            ),
            "condition": chance.draw(
                rng, {"5": 25, "4": 38, "3": 24, "2": 10, "1": 2.5, "0": 0.5}, count
            ),
            "inspection_date": chance.days(rng, "2021-05-01", "2026-08-31", count),
            "built_year": rng.integers(1955, 2024, count),
            "valid_from": np.datetime64("2016-01-01"),
        },
        geometry=shapely.points(runs.chain.points(line, at)),
        crs=EPSG,
    )


def _crossings(runs: Runs, others: np.ndarray) -> tuple[Ints, Floats, Ints]:
    """Return run, metre and number of the other line wherever a run crosses one."""
    line, other = shapely.STRtree(others).query(runs.chain.lines, predicate="crosses")
    met = shapely.intersection(runs.chain.lines[line], others[other])
    points, pair = shapely.get_parts(met, return_index=True)
    spots = shapely.centroid(points)
    return line[pair], runs.chain.locate(line[pair], spots), other[pair]
