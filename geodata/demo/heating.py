"""Heat sources in buildings, plants, and the network of district heating."""

from __future__ import annotations

import geopandas
import numpy as np
import pandas as pd
import shapely

from geodata.world import World, chance
from geodata.world.area import CENTRE, EPSG

_NETWORK_REACH_M = 3800.0
"""From the middle of the city: there the streets carry pipes."""
_CONNECTED_M = 90.0
"""A house so near to a pipe may be connected."""
_KINDS = {
    "flats_near": {"HS01": 82, "HS07": 12, "HS10": 4, "HS05": 2},
    "flats": {"HS07": 50, "HS01": 18, "HS03": 12, "HS02": 8, "HS10": 8, "HS05": 4},
    "city": {"HS07": 44, "HS02": 12, "HS03": 12, "HS09": 10, "HS01": 6,
             "HS10": 5, "HS04": 5, "HS05": 3, "HS08": 2, "HS11": 1},
    "village": {"HS02": 34, "HS03": 22, "HS07": 12, "HS09": 12, "HS04": 7,
                "HS05": 5, "HS06": 3, "HS10": 2, "HS08": 2, "HS11": 1},
    "service": {"HS07": 48, "HS01": 14, "HS08": 8, "HS09": 10, "HS03": 8, "HS10": 8, "HS02": 4},
}  # fmt: skip
_FUELS = {
    "HS02": {"wegiel": 72, "drewno_kawalkowe": 25, "inna_biomasa": 3},
    "HS03": {"wegiel": 55, "pellet": 43, "inna_biomasa": 2},
    "HS04": {"drewno_kawalkowe": 95, "pellet": 5},
    "HS05": {"wegiel": 60, "drewno_kawalkowe": 40},
    "HS06": {"drewno_kawalkowe": 60, "wegiel": 40},
    "HS07": {"gaz_przewodowy": 90, "gaz_butla": 10},
    "HS08": {"olej": 1},
    "HS09": {"elektryczna": 1},
    "HS10": {"elektryczna": 1},
}
_YEARS = {"HS02": (1992, 2021), "HS03": (2006, 2025), "HS09": (2016, 2026), "HS05": (1955, 1990)}
_CLASS_BY_YEAR = np.array(["brak", "3", "4", "5", "ekoprojekt"], dtype=object)


def generate(world: World, rng: np.random.Generator) -> dict[str, geopandas.GeoDataFrame]:
    """Return the layers of the theme, by id."""
    plants = _boiler_houses(world, rng)
    mains = _mains(world, rng)
    source = _sources(world, mains, rng)
    return {
        "boiler_house": plants,
        "heat_network": _network(world, mains, source, plants, rng),
        "heat_source": source,
    }


def _boiler_houses(world: World, rng: np.random.Generator) -> geopandas.GeoDataFrame:
    """Make plants of large industrial buildings in the city, and local ones near the seats."""
    city = world.buildings[(world.buildings["gmina"] == 0) & (world.buildings["kind"] == "101")]
    large = city.loc[city.area.sort_values(ascending=False).index[:3]]
    other = world.buildings[
        (world.buildings["gmina"] > 0) & world.buildings["kind"].isin(["105", "107", "109"])
    ]
    local = other.groupby("gmina").head(1)
    rows = pd.concat([large, local])
    count, big = len(rows), len(large)
    kind = np.array(["EC", "C", "C"][:big] + ["K"] * (count - big), dtype=object)
    place = world.gminas["name"].to_numpy()[rows["gmina"]]
    power = np.where(
        kind == "EC", 180.0, np.where(kind == "C", 42.0, np.round(rng.uniform(1.2, 6, count), 1))
    )
    burnt = chance.draw(rng, {"gaz_przewodowy": 5, "wegiel": 3, "inna_biomasa": 2}, count)
    fuel = np.select([kind == "EC", kind == "C"], ["wegiel", "gaz_przewodowy"], burnt)
    word = {"EC": "Elektrociepłownia", "C": "Ciepłownia", "K": "Kotłownia"}
    return geopandas.GeoDataFrame(
        {
            "plant_no": chance.numbered("KOT-{:02d}", count),
            "name": [
                f"{word[k]} {p} {n}" for n, (k, p) in enumerate(zip(kind, place, strict=True), 1)
            ],
            "kind": kind,
            "fuel": fuel,
            "power_mw": power,
            "efficiency_pct": np.round(rng.uniform(82, 95, count), 1),
            "emissions_trading": power > 20,
            "operator": np.where(kind == "K", "Gmina", "Przedsiębiorstwo ciepłownicze (zmyślone)"),
            "built_year": rng.integers(1968, 2020, count),
            "valid_from": np.datetime64("2010-01-01"),
        },
        geometry=rows.representative_point().to_numpy(),
        crs=EPSG,
    )


def _mains(world: World, rng: np.random.Generator) -> np.ndarray:
    """Lay pipes under the wider streets of the inner city, beside their middle."""
    roads = world.roads[world.roads["road_class"].isin(["GP", "G", "Z", "L"])]
    reach = _NETWORK_REACH_M * np.sqrt(world.scale)
    inner = shapely.intersection(roads.geometry.to_numpy(), shapely.Point(CENTRE).buffer(reach))
    parts = shapely.get_parts(inner)
    parts = parts[(shapely.get_type_id(parts) == 1) & (shapely.length(parts) > 40)]
    shifted = shapely.get_parts(shapely.offset_curve(parts, 1.6, quad_segs=2, join_style="mitre"))
    return np.asarray(shifted[shapely.length(shifted) > 20])


def _sources(world: World, mains: np.ndarray, rng: np.random.Generator) -> geopandas.GeoDataFrame:
    """Declare sources of a part of the heated buildings, by their use and place."""
    lived = world.buildings["use"].isin(["home", "cottage", "farm", "flats", "service"])
    heated = world.buildings[world.buildings["main"] & lived]
    wanted = min(round(12_000 * world.scale), len(heated))
    rows = heated.iloc[np.sort(rng.permutation(len(heated))[: round(0.94 * wanted)])]
    second = rows.iloc[np.sort(rng.permutation(len(rows))[: wanted - len(rows)])]
    fireplace = np.concatenate([np.zeros(len(rows), dtype=bool), np.ones(len(second), dtype=bool)])
    rows = pd.concat([rows, second])
    count = len(rows)
    spots = shapely.point_on_surface(rows.geometry.to_numpy())
    near = np.zeros(count, dtype=bool)
    near[shapely.STRtree(mains).query(spots, predicate="dwithin", distance=_CONNECTED_M)[0]] = True
    use, city = rows["use"].to_numpy(dtype=object), (rows["gmina"] == 0).to_numpy()
    group = np.select(
        [(use == "flats") & near, use == "flats", use == "service", city],
        ["flats_near", "flats", "service", "city"],
        "village",
    ).astype(object)
    kind = np.where(fireplace, "HS04", chance.draw_by(rng, group, _KINDS))
    kind = np.where((kind == "HS01") & ~near, "HS07", kind)
    frame = _described(rows, kind, fireplace, rng)
    text = _addresses(world, rows.index.to_numpy())
    frame["owner_address"] = text
    frame["location_address"] = text
    return geopandas.GeoDataFrame(frame, geometry=spots, crs=EPSG)


def _described(
    rows: pd.DataFrame, kind: chance.Codes, extra: np.ndarray, rng: np.random.Generator
) -> pd.DataFrame:
    count = len(rows)
    use = rows["use"].to_numpy(dtype=object)
    low = np.array([_YEARS.get(one, (1995, 2026))[0] for one in kind])
    high = np.array([_YEARS.get(one, (1995, 2026))[1] for one in kind])
    year = np.maximum(rng.integers(low, high + 1), np.minimum(rows["built_year"].to_numpy(), high))
    step = np.searchsorted(
        [2004, 2012, 2016, 2020], year + rng.integers(-3, 4, count), side="right"
    )
    solid = np.isin(kind.astype(str), ["HS02", "HS03"])
    better = np.clip(step + (kind == "HS03"), 0, 4)
    floor = rows.geometry.area.to_numpy() * rows["storeys"].to_numpy()
    power = np.round((floor * rng.uniform(0.05, 0.09, count)).clip(4, 950), 1)
    kinds = {"home": "jednorodzinny", "cottage": "jednorodzinny", "farm": "jednorodzinny",
             "flats": "wielorodzinny", "service": "niemieszkalny"}  # fmt: skip
    building_kind = np.array([kinds[one] for one in use], dtype=object)
    declared = chance.days(rng, "2021-07-01", "2026-09-20", count)
    single = building_kind == "jednorodzinny"
    return pd.DataFrame(
        {
            "declaration_no": chance.numbered("CEEB-{:06d}", count),
            "form": np.where(building_kind == "niemieszkalny", "B", "A"),
            "declaration_date": np.maximum(
                declared, (year - 1970).astype("datetime64[Y]").astype("datetime64[D]")
            ),
            "building_id": rows["building_id"].to_numpy(),
            "building_kind": building_kind,
            "kind": kind,
            "fuel": chance.draw_by(rng, kind, _FUELS),
            "boiler_class": np.where(solid, _CLASS_BY_YEAR[better], "nd"),
            "purpose": np.where(
                extra, "CO", chance.draw(rng, {"CO_CWU": 70, "CO": 22, "CWU": 8}, count)
            ),
            "unit_count": 1,
            "power_kw": np.where(extra, 9.0, power),
            "installed_year": year,
            "in_use": rng.random(count) < 0.97,
            "owner_role": np.where(single, "wlasciciel", "zarzadca"),
            "owner_name": np.where(
                single, chance.people(rng, count), "Wspólnota lub firma (zmyślona)"
            ),
            "owner_phone": chance.some(rng, chance.phones(rng, count), 0.6),
            "owner_email": chance.some(rng, chance.mails(count), 0.5),
            "valid_from": declared,
        }
    ).assign(valid_from=lambda frame: frame["declaration_date"])


def _addresses(world: World, building: np.ndarray) -> chance.Codes:
    """Write the address of each building, where it has one."""
    known = world.addresses.drop_duplicates("building").set_index("building")
    street = known["street"].to_numpy()
    label = (world.streets["prefix"] + " " + world.streets["name"]).to_numpy(dtype=object)
    names = np.where(street >= 0, label[np.maximum(street, 0)], known["locality"])
    text = pd.Series(names, index=known.index) + " " + known["house_no"] + ", " + known["locality"]
    found = text.reindex(building)
    return chance.only(found.notna(), found)


def _network(
    world: World,
    mains: np.ndarray,
    source: geopandas.GeoDataFrame,
    plants: geopandas.GeoDataFrame,
    rng: np.random.Generator,
) -> geopandas.GeoDataFrame:
    """Join connected buildings to the nearest main; thick pipes are near the middle of the city."""
    spots = source.loc[source["kind"] == "HS01", "geometry"].to_numpy()
    nearest = shapely.STRtree(mains).nearest(spots)
    service = shapely.shortest_line(mains[nearest], spots)
    service = service[shapely.length(service) > 0.5]
    lines = np.concatenate([mains, service])
    main = np.arange(len(lines)) < len(mains)
    off = shapely.distance(shapely.Point(CENTRE), shapely.centroid(lines)) / _NETWORK_REACH_M
    size = np.array([50, 80, 100, 150, 200, 300, 400, 500, 600])
    middle = 8 - 7 * off / np.sqrt(world.scale) + rng.normal(0, 0.8, len(lines))
    step = np.where(main, middle.clip(2, 8), rng.integers(0, 3, len(lines)))
    city = plants[plants["kind"] != "K"]
    plant = city["plant_no"].to_numpy()[
        shapely.STRtree(city.geometry.to_numpy()).nearest(shapely.centroid(lines))
    ]
    year = rng.integers(1972, 2026, len(lines))
    kind = np.where(
        year > 1994,
        "preizolowany",
        chance.draw(rng, {"kanalowy": 9, "napowietrzny": 1}, len(lines)),
    )
    return geopandas.GeoDataFrame(
        {
            "pipe_no": chance.numbered("SC-{:05d}", len(lines)),
            "kind": np.where(main, kind, "przylacze"),
            "diameter_mm": size[step.astype(np.int64)],
            "length_m": np.round(shapely.length(lines), 1),
            "supply_temperature_c": np.where(main, 130, 115),
            "built_year": year,
            "operator": "Przedsiębiorstwo ciepłownicze (zmyślone)",
            "status": chance.draw(rng, {"czynny": 97, "nieczynny": 2, "budowa": 1}, len(lines)),
            "plant_no": plant,
            "valid_from": np.datetime64("2015-01-01"),
        },
        geometry=lines,
        crs=EPSG,
    )
