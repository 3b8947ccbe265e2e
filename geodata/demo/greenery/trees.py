"""Trees along streets and in parks, and their inspections."""

from __future__ import annotations

import geopandas
import numpy as np
import pandas as pd
import shapely
from numpy.typing import NDArray

from geodata.world import World, chance
from geodata.world import runs as of_roads
from geodata.world.area import EPSG
from geodata.world.chainage import Floats
from geodata.world.chance import Codes

_STREET_SPECIES = {
    "Tilia cordata": 20, "Acer platanoides": 14, "Acer pseudoplatanus": 6, "Fraxinus excelsior": 8,
    "Aesculus hippocastanum": 6, "Betula pendula": 7, "Robinia pseudoacacia": 5, "Quercus robur": 6,
    "Platanus x hispanica": 4, "Sorbus aucuparia": 5, "Sorbus intermedia": 4, "Carpinus betulus": 4,
    "Acer campestre": 4, "Crataegus monogyna": 3, "Tilia tomentosa": 3, "Gleditsia triacanthos": 1,
}  # fmt: skip
_PARK_SPECIES = {
    "Quercus robur": 14, "Tilia cordata": 12, "Acer platanoides": 10, "Betula pendula": 9,
    "Pinus sylvestris": 8, "Fraxinus excelsior": 6, "Fagus sylvatica": 6, "Alnus glutinosa": 5,
    "Populus nigra": 4, "Salix alba": 4, "Picea abies": 4, "Larix decidua": 3, "Acer negundo": 4,
    "Aesculus hippocastanum": 4, "Ulmus laevis": 2, "Prunus avium": 3, "Taxus baccata": 1,
}  # fmt: skip
_FAST = ("Populus nigra", "Salix alba", "Betula pendula", "Acer negundo", "Robinia pseudoacacia")
_SITES = {"park": "park", "skwer": "skwer", "zieleniec": "zieleniec", "cmentarz": "cmentarz"}
_CARE = {
    "0": {"OB": 60, "PO": 10, "CF": 30},
    "1": {"CP": 45, "CF": 10, "PS": 20, "OB": 25},
    "2": {"CP": 35, "PJ": 35, "CR": 20, "CT": 10},
    "3": {"PJ": 25, "WY": 40, "EK": 25, "TM": 10},
}


def trees(
    world: World, area: geopandas.GeoDataFrame, rng: np.random.Generator
) -> geopandas.GeoDataFrame:
    """Plant streets and green areas where nothing else stands."""
    street = _street_spots(world, rng)
    park = _park_spots(area, round(9500 * world.scale), rng)
    found = pd.concat([street, park], ignore_index=True)
    points = np.asarray(shapely.points(found[["x", "y"]].to_numpy()))
    free = _free(points, world)
    keep = np.sort(rng.permutation(np.flatnonzero(free))[: round(25_000 * world.scale)])
    found, points = found.iloc[keep].reset_index(drop=True), points[keep]
    return _described(found, points, world, rng)


def _street_spots(world: World, rng: np.random.Generator) -> pd.DataFrame:
    """Plant rows of one species and age behind the kerb of a third of the streets among houses."""
    runs = of_roads.make(world)
    rows = runs.where("category", "K", "W", "P", "G") & ~runs.where("road_class", "S")
    planted = rows & (rng.random(len(rows)) < 0.34)
    parts = []
    for left in (1.0, -1.0):
        step = np.where(
            planted & (rng.random(len(rows)) < 0.8), rng.uniform(9, 18, len(rows)), np.inf
        )
        line, at = runs.places(step, np.where(np.isinf(step), np.inf, 6 * step), rng)
        at = at + rng.normal(0, 0.6, len(at))
        off = left * (runs.width_m(line) / 2 + rng.uniform(1.4, 2.2, len(line)))
        x, y = runs.chain.points(line, at, off).T
        parts.append(pd.DataFrame({"x": x, "y": y, "line": line}))
    spots = pd.concat(parts, ignore_index=True)
    species = chance.draw(rng, _STREET_SPECIES, len(rows))[spots["line"]]
    odd = rng.random(len(spots)) < 0.12
    spots["species"] = np.where(odd, chance.draw(rng, _STREET_SPECIES, len(spots)), species)
    age = rng.gamma(2.6, 14, len(rows)).clip(3, 120)[spots["line"]]
    young = rng.random(len(spots)) < 0.1
    spots["age"] = np.where(
        young, rng.uniform(2, 12, len(spots)), age * rng.normal(1, 0.05, len(spots))
    )
    return spots.assign(site="ulica").drop(columns="line")


def _park_spots(area: geopandas.GeoDataFrame, count: int, rng: np.random.Generator) -> pd.DataFrame:
    """Scatter trees over green areas, more in larger ones, at least 3.5 m from each other."""
    inside = ~area["kind"].isin(["ogrod_dzialkowy", "laka"]).to_numpy()
    weight = area["area_m2"].to_numpy() ** 0.7 * inside
    owner = np.sort(rng.choice(len(area), 3 * count, p=weight / weight.sum()))
    bounds = area.bounds.to_numpy()[owner]
    xy = bounds[:, :2] + rng.random((len(owner), 2)) * (bounds[:, 2:] - bounds[:, :2])
    within = shapely.buffer(area.geometry.to_numpy(), -2.0)
    shapely.prepare(within)
    hit = shapely.contains_xy(within[owner], xy[:, 0], xy[:, 1])
    cell = pd.DataFrame(np.floor(xy / 3.5), columns=["i", "j"])
    hit &= ~cell.duplicated().to_numpy()
    picked = np.sort(rng.permutation(np.flatnonzero(hit))[:count])
    kinds = area["kind"].to_numpy()[owner[picked]]
    return pd.DataFrame(
        {
            "x": xy[picked, 0],
            "y": xy[picked, 1],
            "species": chance.draw(rng, _PARK_SPECIES, len(picked)),
            "age": rng.gamma(3.0, 17, len(picked)).clip(3, 160),
            "site": [_SITES.get(kind, "inne") for kind in kinds],
        }
    )


def _free(points: NDArray[np.object_], world: World) -> NDArray[np.bool_]:
    """Say which points stand in no carriageway, building, water or railway."""
    free = np.ones(len(points), dtype=bool)
    half = world.roads["width_m"].to_numpy(dtype=np.float64) / 2 + 0.8
    tree = shapely.STRtree(points)
    obstacles = [
        (world.roads.geometry.to_numpy(), half),
        (world.rails.geometry.to_numpy(), np.full(len(world.rails), 6.0)),
        (world.buildings.geometry.to_numpy(), np.full(len(world.buildings), 1.5)),
        (world.rivers.geometry.to_numpy(), world.rivers["width_m"].to_numpy() / 2 + 1.0),
        (world.lakes.geometry.to_numpy(), np.full(len(world.lakes), 1.0)),
    ]
    for shapes, distance in obstacles:
        free[tree.query(shapes, predicate="dwithin", distance=distance)[1]] = False
    return free


def _described(
    found: pd.DataFrame, points: NDArray[np.object_], world: World, rng: np.random.Generator
) -> geopandas.GeoDataFrame:
    """Derive sizes from age and species, and health, care and urgency from each other."""
    count = len(found)
    species, age = found["species"].to_numpy(dtype=object), found["age"].to_numpy()
    fast = np.isin(species.astype(str), _FAST)
    sizes = _sizes(age, fast, rng)
    score = age / 45 + rng.gamma(2.0, 0.45, count)
    health = np.searchsorted([1.1, 2.2, 3.4, 4.6], score, side="right") + 1
    statics = np.clip(health + rng.integers(-1, 2, count), 1, np.where(age < 12, 2, 5))
    urgency = np.clip(np.maximum(health, statics) - 2, 0, 3)
    care = chance.draw_by(rng, urgency.astype(str).astype(object), _CARE)
    planted = chance.later(chance.TODAY, -(age * 365.25).astype(np.int64))
    status = np.where((care == "WY") & (rng.random(count) < 0.7), "do_usuniecia", "istniejace")
    inspected = chance.days(rng, "2022-04-01", "2026-08-31", count)
    return geopandas.GeoDataFrame(
        {
            "inventory_no": chance.numbered("DRZ-{:06d}", count),
            "species": species,
            **sizes,
            "health": health.astype(str),
            "vitality": np.clip(health - 1, 0, 3).astype(str),
            "statics": statics.astype(str),
            "age_class": (np.searchsorted([4, 10, 30, 75], age, side="right") + 1).astype(str),
            "damage": chance.only(health >= 4, "Posusz w koronie, ubytki pnia"),
            "recommendation": care,
            "urgency": urgency.astype(str),
            "inspection_date": np.maximum(inspected, planted),
            "planting_date": np.where(age < 25, planted, np.datetime64("NaT", "D")),
            "status": status,
            "site_type": found["site"].to_numpy(dtype=object),
            "heritage": (age > 90) & (rng.random(count) < 0.2),
            "manager": np.where(
                found["site"] == "ulica", "Zarząd dróg (zmyślony)", "Zieleń miejska (zmyślona)"
            ),
            "parcel_id": _parcel_at(points, world),
            "position_accuracy_m": rng.choice(
                [0.1, 0.5, 1.0, 3.0], count, p=[0.2, 0.45, 0.25, 0.1]
            ),
            "valid_from": np.datetime64("2022-04-01"),
        },
        geometry=points,
        crs=EPSG,
    )


def _sizes(
    age: Floats, fast: NDArray[np.bool_], rng: np.random.Generator
) -> dict[str, NDArray[np.generic] | list[str | None]]:
    """Grow trees to an age in years; fast growing species get thicker and taller."""
    count = len(age)
    girth = (age * np.where(fast, 3.1, 2.2) * rng.lognormal(0, 0.16, count)).clip(8, 620).round()
    top = np.where(fast, 26.0, 22.0) * rng.normal(1, 0.08, count)
    height = np.round((top * (1 - np.exp(-age / 28))).clip(2, 38), 1)
    crown = (1.2 + girth / 24 * rng.lognormal(0, 0.15, count)).clip(0.8, 24)
    stems = np.where(rng.random(count) < 0.05, rng.integers(2, 5, count), 1)
    return {
        "height_m": height,
        "crown_diameter_m": np.round(crown, 1),
        "crown_base_m": np.round(height * rng.uniform(0.1, 0.35, count), 1),
        "girth_130_cm": girth.astype(np.int64),
        "girth_5_cm": np.ceil(girth * rng.uniform(1.12, 1.4, count)).astype(np.int64),
        "stem_count": stems,
        "stem_girths": [
            ";".join(f"{thick - 3 * stem:.0f}" for stem in range(number))
            if number > 1 and thick > 20
            else None
            for thick, number in zip(girth.tolist(), stems.tolist(), strict=True)
        ],
    }


def _parcel_at(points: NDArray[np.object_], world: World) -> Codes:
    found = np.full(len(points), None, dtype=object)
    point, parcel = shapely.STRtree(world.parcels.geometry.to_numpy()).query(
        points, predicate="within"
    )
    found[point] = world.parcels["parcel_id"].to_numpy()[parcel]
    return found


def inspections(tree: geopandas.GeoDataFrame, rng: np.random.Generator) -> pd.DataFrame:
    """Inspect two trees in five once, and the worse ones again."""
    worse = tree["health"].isin(["4", "5"]).to_numpy()
    times = (rng.random(len(tree)) < 0.4).astype(np.int64) + worse
    of = np.repeat(np.arange(len(tree)), times)
    first = np.concatenate([[True], of[1:] != of[:-1]]) if len(of) else np.array([], dtype=bool)
    rows, count = tree.iloc[of], len(of)
    date = chance.later(
        rows["inspection_date"].to_numpy(), -np.where(first, 0, rng.integers(300, 500, count))
    )
    better = np.where(first, 0, 1)
    health = np.maximum(rows["health"].to_numpy().astype(np.int64) - better, 1)
    urgency = rows["urgency"].to_numpy()
    wait = np.array([1825, 1095, 365, 120])[urgency.astype(np.int64)]
    bad = health >= 4
    return pd.DataFrame(
        {
            "inspection_no": chance.numbered("PRZ-{:06d}", count),
            "tree_no": rows["inventory_no"].to_numpy(),
            "inspection_date": date,
            "method": np.where(
                bad,
                chance.draw(rng, {"VTA": 6, "tomograf": 2, "z_podnosnika": 2}, count),
                "przeglad",
            ),
            "inspector": chance.people(rng, count),
            "health": health.astype(str),
            "vitality": np.clip(health - 1, 0, 3).astype(str),
            "statics": rows["statics"].to_numpy(),
            "finding": chance.only(bad, "Posusz, ubytki, owocniki grzybów do obserwacji"),
            "recommendation": rows["recommendation"].to_numpy(),
            "urgency": urgency,
            "next_inspection_date": chance.later(date, wait),
        }
    )
