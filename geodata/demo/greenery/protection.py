"""Protected areas and natural monuments."""

from __future__ import annotations

import geopandas
import numpy as np
import pandas as pd
import shapely

from geodata.world import World, chance
from geodata.world.area import EPSG


def areas(world: World, rng: np.random.Generator) -> geopandas.GeoDataFrame:
    """Protect large woods, river valleys and a few small places; forms may overlap."""
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


def monuments(
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
