"""Trees along streets and in parks, green areas and what is in them, protected nature."""

from __future__ import annotations

import geopandas
import numpy as np
import pandas as pd
import shapely
from geodata.world.area import EPSG
from numpy.typing import NDArray

from geodata.world import World, chance
from geodata.world import runs as of_roads
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
_KINDS = {"park": 20, "skwer": 30, "zieleniec": 30, "ogrod_dzialkowy": 7, "las_komunalny": 5,
          "plac_zabaw": 10, "cmentarz": 4, "promenada": 4, "laka": 5}  # fmt: skip
_NAMES = {"park": "Park", "skwer": "Skwer", "zieleniec": "Zieleniec", "ogrod_dzialkowy": "Ogród działkowy",
          "las_komunalny": "Las komunalny", "plac_zabaw": "Plac zabaw", "cmentarz": "Cmentarz",
          "promenada": "Bulwar", "laka": "Łąka", "uliczna": "Zieleń"}  # fmt: skip
_SITES = {"park": "park", "skwer": "skwer", "zieleniec": "zieleniec", "cmentarz": "cmentarz"}
_EQUIPMENT = {"lawka": 40, "kosz": 25, "kosz_psi": 5, "stol": 3, "stojak": 5, "tablica": 4,
              "hustawka": 3, "zjezdzalnia": 2, "piaskownica": 2, "urzadzenie_zabawowe": 3,
              "urzadzenie_silowni": 3, "fontanna": 1, "donica": 4, "hydrant": 1}  # fmt: skip
_MATERIALS = {"lawka": "drewno i stal", "kosz": "stal", "stol": "drewno", "donica": "beton"}


def generate(
    world: World, rng: np.random.Generator
) -> dict[str, geopandas.GeoDataFrame | pd.DataFrame]:
    """Return the layers of the theme, by id."""
    area = _green_areas(world, rng)
    tree = _trees(world, area, rng)
    return {
        "green_area": area,
        "tree": tree,
        "tree_inspection": _inspections(tree, rng),
        "shrub_group": _shrubs(area, world.scale, rng),
        "green_equipment": _equipment(area, world.scale, rng),
        "nature_protection_area": _protected(world, rng),
        "natural_monument": _monuments(world, tree, rng),
    }


def _green_areas(world: World, rng: np.random.Generator) -> geopandas.GeoDataFrame:
    """Take the parcels of greenery without buildings in settlements."""
    used = set(world.buildings["parcel"])
    green = world.parcels[(world.parcels["use"] == "green") & (world.parcels.area > 400)]
    green = green[~green.index.isin(used)]
    count = len(green)
    size = green.area.to_numpy()
    kind = chance.draw(rng, _KINDS, count)
    kind = np.where((kind == "park") & (size < 5000), "skwer", kind)
    kind = np.where((kind == "plac_zabaw") & (size > 8000), "park", kind)
    kind = np.where(
        np.isin(kind.astype(str), ["skwer", "zieleniec"]) & (size > 15000), "park", kind
    )
    place = world.precincts["name"].to_numpy()[green["precinct"]]
    order = pd.Series(kind).groupby([kind, place]).cumcount().to_numpy() + 1
    names = [f"{_NAMES[k]} {p} {n}" for k, p, n in zip(kind, place, order, strict=True)]
    tended = chance.draw(rng, {"I": 10, "II": 25, "III": 45, "IV": 20}, count)
    mowing = {"I": 14, "II": 9, "III": 5, "IV": 2}
    return geopandas.GeoDataFrame(
        {
            "area_no": chance.numbered("TZ-{:04d}", count),
            "name": names,
            "kind": kind,
            "area_m2": np.round(size, 1),
            "accessible": ~np.isin(kind.astype(str), ["ogrod_dzialkowy"]),
            "maintenance_class": tended,
            "mowing_count": [mowing[one] for one in tended],
            "manager": np.where(
                kind == "ogrod_dzialkowy",
                "Związek działkowców (zmyślony)",
                "Zieleń miejska (zmyślona)",
            ),
            "valid_from": chance.days(rng, "1995-01-01", "2024-12-31", count),
        },
        geometry=shapely.multipolygons([[one] for one in green.geometry]),
        crs=EPSG,
    )


def _trees(
    world: World, area: geopandas.GeoDataFrame, rng: np.random.Generator
) -> geopandas.GeoDataFrame:
    street = _street_spots(world, rng)
    park = _park_spots(area, round(9500 * world.scale), rng)
    found = pd.concat([street, park], ignore_index=True)
    points = shapely.points(found[["x", "y"]].to_numpy())
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
    girth = (age * np.where(fast, 3.1, 2.2) * rng.lognormal(0, 0.16, count)).clip(8, 620)
    top = np.where(fast, 26.0, 22.0) * rng.normal(1, 0.08, count)
    height = np.round((top * (1 - np.exp(-age / 28))).clip(2, 38), 1)
    crown = np.round((1.2 + girth / 24 * rng.lognormal(0, 0.15, count)).clip(0.8, 24), 1)
    many = rng.random(count) < 0.05
    stems = np.where(many, rng.integers(2, 5, count), 1)
    score = age / 45 + rng.gamma(2.0, 0.45, count)
    health = np.searchsorted([1.1, 2.2, 3.4, 4.6], score, side="right") + 1
    statics = np.clip(health + rng.integers(-1, 2, count), 1, 5)
    statics = np.minimum(statics, np.where(age < 12, 2, 5))
    urgency = np.clip(np.maximum(health, statics) - 2, 0, 3)
    care = chance.draw_by(rng, urgency.astype(str).astype(object), _CARE)
    planted = chance.TODAY - (age * 365.25).astype(np.int64)
    status = np.where((care == "WY") & (rng.random(count) < 0.7), "do_usuniecia", "istniejace")
    inspected = chance.days(rng, "2022-04-01", "2026-08-31", count)
    girth = np.round(girth).astype(np.int64)
    return geopandas.GeoDataFrame(
        {
            "inventory_no": chance.numbered("DRZ-{:06d}", count),
            "species": species,
            "height_m": height,
            "crown_diameter_m": crown,
            "crown_base_m": np.round(height * rng.uniform(0.1, 0.35, count), 1),
            "girth_130_cm": girth,
            "girth_5_cm": np.ceil(girth * rng.uniform(1.12, 1.4, count)).astype(np.int64),
            "stem_count": stems,
            "stem_girths": [
                ";".join(str(g - 3 * k) for k in range(n)) if n > 1 and g > 20 else None
                for g, n in zip(girth.tolist(), stems.tolist(), strict=True)
            ],
            "health": health.astype(str),
            "vitality": np.clip(health - 1, 0, 3).astype(str),
            "statics": statics.astype(str),
            "age_class": (np.searchsorted([4, 10, 30, 75], age, side="right") + 1).astype(str),
            "damage": np.where(health >= 4, "Posusz w koronie, ubytki pnia", None),
            "recommendation": care,
            "urgency": urgency.astype(str),
            "inspection_date": np.maximum(inspected, planted + 30).clip(max=chance.TODAY),
            "planting_date": np.where(age < 25, planted, np.datetime64("NaT")),
            "status": status,
            "site_type": found["site"].to_numpy(dtype=object),
            "protection": "brak",
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


_CARE = {
    "0": {"OB": 60, "PO": 10, "CF": 30},
    "1": {"CP": 45, "CF": 10, "PS": 20, "OB": 25},
    "2": {"CP": 35, "PJ": 35, "CR": 20, "CT": 10},
    "3": {"PJ": 25, "WY": 40, "EK": 25, "TM": 10},
}


def _parcel_at(points: NDArray[np.object_], world: World) -> Codes:
    found = np.full(len(points), None, dtype=object)
    point, parcel = shapely.STRtree(world.parcels.geometry.to_numpy()).query(
        points, predicate="within"
    )
    found[point] = world.parcels["parcel_id"].to_numpy()[parcel]
    return found


def _inspections(tree: geopandas.GeoDataFrame, rng: np.random.Generator) -> pd.DataFrame:
    """Inspect two trees in five once, and the worse ones again."""
    worse = tree["health"].isin(["4", "5"]).to_numpy()
    times = (rng.random(len(tree)) < 0.4).astype(np.int64) + worse
    of = np.repeat(np.arange(len(tree)), times)
    first = np.concatenate([[True], of[1:] != of[:-1]]) if len(of) else np.array([], dtype=bool)
    rows, count = tree.iloc[of], len(of)
    date = rows["inspection_date"].to_numpy() - np.where(first, 0, rng.integers(300, 500, count))
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
            "finding": np.where(bad, "Posusz, ubytki, owocniki grzybów do obserwacji", None),
            "recommendation": rows["recommendation"].to_numpy(),
            "urgency": urgency,
            "next_inspection_date": date + wait,
        }
    )


def _within(
    area: geopandas.GeoDataFrame, count: int, margin_m: float, rng: np.random.Generator
) -> tuple[NDArray[np.int64], Floats]:
    """Draw places in green areas, at least a margin from their edge; fewer than asked in small ones."""
    inner = shapely.buffer(area.geometry.to_numpy(), -margin_m)
    weight = np.sqrt(shapely.area(inner))
    owner = np.sort(rng.choice(len(area), 2 * count, p=weight / weight.sum()))
    bounds = shapely.bounds(inner[owner])
    xy = bounds[:, :2] + rng.random((len(owner), 2)) * (bounds[:, 2:] - bounds[:, :2])
    shapely.prepare(inner)
    hit = np.flatnonzero(shapely.contains_xy(inner[owner], xy[:, 0], xy[:, 1]))
    picked = np.sort(rng.permutation(hit)[:count])
    return owner[picked], xy[picked]


def _shrubs(
    area: geopandas.GeoDataFrame, scale: float, rng: np.random.Generator
) -> geopandas.GeoDataFrame:
    """Round beds and long hedges within green areas."""
    owner, xy = _within(area, max(10, round(1800 * scale)), 9.0, rng)
    count = len(owner)
    kind = chance.draw(
        rng, {"grupa_krzewow": 50, "zywoplot": 22, "rabata": 14, "byliny": 11, "pnacza": 3}, count
    )
    hedge = kind == "zywoplot"
    half = np.where(hedge, 6.0, rng.uniform(0.8, 2.5, count))
    angle = rng.uniform(0, np.pi, count)
    step = np.column_stack([np.cos(angle), np.sin(angle)]) * half[:, None]
    axis = shapely.linestrings(np.stack([xy - step, xy + step], axis=1))
    shapes = shapely.buffer(axis, np.where(hedge, 0.5, rng.uniform(0.8, 3.0, count)), quad_segs=4)
    size = np.round(shapely.area(shapes), 1)
    taxa = {"Ligustrum vulgare": 3, "Spiraea x vanhouttei": 3, "Rosa rugosa": 2, "Forsythia x intermedia": 2,
            "Cornus alba": 2, "Berberis thunbergii": 2, "Physocarpus opulifolius": 1}  # fmt: skip
    return geopandas.GeoDataFrame(
        {
            "inventory_no": chance.numbered("KRZ-{:05d}", count),
            "kind": kind,
            "taxon": np.where(
                np.isin(kind.astype(str), ["grupa_krzewow", "zywoplot"]),
                chance.draw(rng, taxa, count),
                None,
            ),
            "area_m2": size,
            "height_m": np.round(rng.uniform(0.3, 2.4, count), 1),
            "plant_count": np.maximum(1, (size * rng.uniform(1, 4, count)).astype(np.int64)),
            "health": chance.draw(rng, {"1": 20, "2": 45, "3": 25, "4": 8, "5": 2}, count),
            "recommendation": chance.draw(rng, {"CP": 50, "PO": 20, "OB": 25, "CH": 5}, count),
            "status": chance.draw(
                rng, {"istniejace": 96, "do_usuniecia": 2, "planowane": 2}, count
            ),
            "green_area_no": area["area_no"].to_numpy()[owner],
            "valid_from": chance.days(rng, "2018-01-01", "2026-06-30", count),
        },
        geometry=shapely.multipolygons(shapes, indices=np.arange(count)),
        crs=EPSG,
    )


def _equipment(
    area: geopandas.GeoDataFrame, scale: float, rng: np.random.Generator
) -> geopandas.GeoDataFrame:
    owner, xy = _within(area, max(10, round(4200 * scale)), 1.0, rng)
    count = len(owner)
    kind = chance.draw(rng, _EQUIPMENT, count)
    placed = chance.days(rng, "2006-01-01", "2026-04-30", count)
    checked = chance.days(rng, "2025-09-01", "2026-09-15", count)
    return geopandas.GeoDataFrame(
        {
            "equipment_no": chance.numbered("MA-{:05d}", count),
            "kind": kind,
            "condition": chance.draw(
                rng, {"dobry": 64, "sredni": 26, "zly": 8, "awaryjny": 2}, count
            ),
            "material": [_MATERIALS.get(one) for one in kind],
            "height_m": np.round(rng.uniform(0.4, 2.6, count), 1),
            "installation_date": placed,
            "inspection_date": np.maximum(checked, placed),
            "green_area_no": area["area_no"].to_numpy()[owner],
            "valid_from": placed,
        },
        geometry=shapely.points(xy),
        crs=EPSG,
    )


def _protected(world: World, rng: np.random.Generator) -> geopandas.GeoDataFrame:
    """Protect large woods, river valleys and a few small places, as forms that lie in each other."""
    woods = world.blocks[world.blocks["kind"] == "forest"].geometry
    woods = woods.to_numpy()[np.argsort(-shapely.area(woods.to_numpy()), kind="stable")]
    valley = world.rivers[world.rivers["catchment_km2"] > 120].geometry.to_numpy()
    near = np.array([shapely.union_all(woods[i : i + 40 : 4]) for i in range(4)], dtype=object)
    shapes = {
        "PK": shapely.simplify(shapely.buffer(shapely.buffer(near[:2], 900), -300), 25),
        "OCHK": shapely.simplify(shapely.buffer(shapely.buffer(near[2:], 1400), -400), 30),
        "N2000": shapely.simplify([shapely.buffer(shapely.union_all(valley), 260)], 8),
        "REZ": shapely.simplify(shapely.buffer(woods[:8:2], -40), 5),
        "UE": shapely.simplify(shapely.buffer(woods[60:68], -25), 3),
    }
    kinds = np.repeat(np.array(list(shapes), dtype=object), [len(one) for one in shapes.values()])
    ground = np.concatenate([np.asarray(one, dtype=object) for one in shapes.values()])
    whole = shapely.union_all(world.gminas.geometry.to_numpy())
    parts, index = shapely.get_parts(shapely.intersection(ground, whole), return_index=True)
    solid = (shapely.get_type_id(parts) == 3) & (shapely.area(parts) > 1000)
    kept = np.unique(index[solid])
    ground = shapely.multipolygons(parts[solid], indices=np.searchsorted(kept, index[solid]))
    kinds, count = kinds[kept], len(kept)
    word = {"PK": "Park Krajobrazowy", "OCHK": "Obszar Chronionego Krajobrazu", "N2000": "Dolina",
            "REZ": "Rezerwat", "UE": "Użytek ekologiczny"}  # fmt: skip
    name = rng.permutation(world.precincts["name"].to_numpy())[:count]
    return geopandas.GeoDataFrame(
        {
            "crfop_code": [f"DEMO.{k}.{n}" for n, k in enumerate(kinds, 1)],
            "name": [f"{word[k]} {n}" for k, n in zip(kinds, name, strict=True)],
            "form": kinds,
            "area_ha": np.round(shapely.area(ground) / 1e4, 2),
            "designation_date": chance.days(rng, "1985-01-01", "2018-12-31", count),
            "legal_act": "Uchwała o ustanowieniu (zmyślona)",
            "valid_from": np.datetime64("2018-12-31"),
        },
        geometry=ground,
        crs=EPSG,
    )


def _monuments(
    world: World, tree: geopandas.GeoDataFrame, rng: np.random.Generator
) -> geopandas.GeoDataFrame:
    """Declare the thickest trees monuments, and some boulders and springs in the woods."""
    most = max(5, round(70 * world.scale))
    old = tree.nlargest(most, "girth_130_cm")
    woods = world.blocks[world.blocks["kind"] == "forest"]
    spots = woods.sample(max(3, round(20 * world.scale)), random_state=rng.integers(2**31))
    stones = chance.draw(rng, {"glaz": 6, "zrodlo": 4, "skalka": 3}, len(spots))
    blank = np.full(len(spots), None, dtype=object)
    count = len(old) + len(spots)
    place = rng.permutation(np.resize(world.precincts["name"].to_numpy(), count))
    word = {"drzewo": "Drzewo", "glaz": "Głaz", "zrodlo": "Źródło", "skalka": "Skałka"}
    kind = np.concatenate([np.full(len(old), "drzewo", dtype=object), stones])
    tree.loc[old.index, "protection"] = "PP"
    return geopandas.GeoDataFrame(
        {
            "crfop_code": chance.numbered("DEMO.PP.{}", count),
            "name": [
                f"{word[k]} {p} {n}" for n, (k, p) in enumerate(zip(kind, place, strict=True), 1)
            ],
            "kind": kind,
            "species": np.concatenate([old["species"], blank]),
            "girth_130_cm": pd.array([*old["girth_130_cm"], *blank], dtype="Int64"),
            "height_m": np.concatenate([old["height_m"], np.full(len(spots), np.nan)]),
            "protection_radius_m": np.where(kind == "drzewo", 15.0, 10.0),
            "tree_no": np.concatenate([old["inventory_no"], blank]),
            "designation_date": chance.days(rng, "1980-01-01", "2023-12-31", count),
            "legal_act": "Uchwała o ustanowieniu (zmyślona)",
            "valid_from": np.datetime64("2023-12-31"),
        },
        geometry=np.concatenate([old.geometry.to_numpy(), spots.representative_point().to_numpy()]),
        crs=EPSG,
    )
