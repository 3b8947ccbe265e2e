"""Green areas and what is in them."""

from __future__ import annotations

import geopandas
import numpy as np
import pandas as pd
import shapely
from numpy.typing import NDArray

from geodata.world import World, chance
from geodata.world.area import EPSG
from geodata.world.chainage import Floats

_SMALL = {"skwer": 45, "zieleniec": 40, "plac_zabaw": 15}
_MIDDLING = {"skwer": 30, "zieleniec": 25, "park": 20, "plac_zabaw": 12, "promenada": 8, "laka": 5}
_LARGE = {"park": 40, "las_komunalny": 18, "ogrod_dzialkowy": 16, "laka": 16, "cmentarz": 10}
"""Kinds by size, with their weights."""
_NAMES = {
    "park": "Park", "skwer": "Skwer", "zieleniec": "Zieleniec", "laka": "Łąka",
    "ogrod_dzialkowy": "Ogród działkowy", "las_komunalny": "Las komunalny",
    "plac_zabaw": "Plac zabaw", "cmentarz": "Cmentarz", "promenada": "Bulwar",
}  # fmt: skip
_EQUIPMENT = {
    "lawka": 40, "kosz": 25, "kosz_psi": 5, "stol": 3, "stojak": 5, "tablica": 4, "hustawka": 3,
    "zjezdzalnia": 2, "piaskownica": 2, "urzadzenie_zabawowe": 3, "urzadzenie_silowni": 3,
    "fontanna": 1, "donica": 4, "hydrant": 1,
}  # fmt: skip
_MATERIALS = {"lawka": "drewno i stal", "kosz": "stal", "stol": "drewno", "donica": "beton"}


def green_areas(world: World, rng: np.random.Generator) -> geopandas.GeoDataFrame:
    """Take the parcels of greenery without buildings in settlements."""
    used = set(world.buildings["parcel"])
    green = world.parcels[(world.parcels["use"] == "green") & (world.parcels.area > 400)]
    green = green[~green.index.isin(used)]
    count = len(green)
    size = green.area.to_numpy()
    kind = np.select(
        [size < 2500, size < 12_000],
        [chance.draw(rng, _SMALL, count), chance.draw(rng, _MIDDLING, count)],
        chance.draw(rng, _LARGE, count),
    ).astype(object)
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


def shrubs(
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
    taxa = {"Ligustrum vulgare": 3, "Spiraea x vanhouttei": 3, "Rosa rugosa": 2,
            "Forsythia x intermedia": 2, "Cornus alba": 2,
            "Berberis thunbergii": 2, "Physocarpus opulifolius": 1}  # fmt: skip
    return geopandas.GeoDataFrame(
        {
            "inventory_no": chance.numbered("KRZ-{:05d}", count),
            "kind": kind,
            "taxon": chance.only(
                np.isin(kind.astype(str), ["grupa_krzewow", "zywoplot"]),
                chance.draw(rng, taxa, count),
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


def equipment(
    area: geopandas.GeoDataFrame, scale: float, rng: np.random.Generator
) -> geopandas.GeoDataFrame:
    """Scatter benches, bins and toys over green areas."""
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


def _within(
    area: geopandas.GeoDataFrame, count: int, margin_m: float, rng: np.random.Generator
) -> tuple[NDArray[np.int64], Floats]:
    """Draw places in green areas, a margin from their edge; fewer than asked in small ones."""
    inner = shapely.buffer(area.geometry.to_numpy(), -margin_m)
    weight = np.sqrt(shapely.area(inner))
    owner = np.sort(rng.choice(len(area), 2 * count, p=weight / weight.sum()))
    bounds = shapely.bounds(inner[owner])
    xy = bounds[:, :2] + rng.random((len(owner), 2)) * (bounds[:, 2:] - bounds[:, :2])
    shapely.prepare(inner)
    hit = np.flatnonzero(shapely.contains_xy(inner[owner], xy[:, 0], xy[:, 1]))
    picked = np.sort(rng.permutation(hit)[:count])
    return owner[picked], xy[picked]
