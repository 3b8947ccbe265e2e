"""The theme of planning: a general plan for each gmina with its zones, and local plans."""

from __future__ import annotations

import datetime

import geopandas
import numpy as np
import pandas as pd
import shapely
from numpy.typing import NDArray

from geodata.demo import local_plans, plan_documents
from geodata.demo.plan_identifiers import days_from, identified, namespaces
from geodata.world import EPSG, World, land

SYNTHETIC = "(dane syntetyczne)"
ZONES = {
    "home": "SJ", "cottage": "SJ", "farm": "SZ", "flats": "SW", "service": "SU", "industry": "SP",
    "green": "SN", "field": "SO", "meadow": "SO", "forest": "SO", "water": "SO", "road": "SK",
    "rail": "SK",
}  # fmt: skip
PROFILES = {
    "SW": "MW U K ZP ZD I", "SJ": "MN U K ZP ZD I", "SZ": "RZM RZP RA K ZP ZD I",
    "SU": "U K ZP ZD I", "SH": "H K ZP ZD I", "SP": "P K ZP ZD I", "SR": "RZP RZW RA K ZD I",
    "SI": "I K ZD", "SN": "ZP ZB W K ZD I", "SC": "C K ZP ZD I", "SG": "G K ZD I",
    "SO": "RN L ZN W K ZD I", "SK": "KDA KDS KDR KDG KK KKL KW KL KO ZD I",
}  # fmt: skip
"""Basic profile of each kind, the full list in the order of the regulation."""
EXTRAS = {"SW": "MN ZN L W", "SJ": "ML ZN", "SZ": "RN U L", "SU": "PS PEF", "SP": "U", "SO": "ZP"}
"""A part of the additional profile that each kind may have."""
LIMITS = {
    "SW": (1.2, 2.4, 30, 50, 15, 30), "SJ": (0.4, 0.9, 25, 40, 9, 12),
    "SZ": (0.4, 0.8, 25, 40, 10, 15), "SU": (0.8, 1.8, 40, 60, 12, 20),
    "SH": (0.6, 1.2, 40, 60, 12, 16), "SP": (0.8, 1.6, 50, 70, 15, 25),
    "SR": (0.3, 0.8, 20, 40, 12, 18),
}  # fmt: skip
"""Least and most of floor area ratio, coverage in percent and height in metres."""
BIO_ACTIVE_PCT = {"SW": 30, "SJ": 30, "SZ": 30, "SU": 30, "SH": 30, "SP": 20, "SR": 30, "SI": 20,
                  "SN": 50, "SC": 30}  # fmt: skip
ABSORBED = ("Z", "L", "D")
"""Classes of roads that are a part of the zone beside them."""
DENSE_KINDS = ("101", "103", "105", "106", "107", "109", "110")
"""Buildings (KŚT) that make an infill area."""


def generate(world: World, rng: np.random.Generator) -> dict[str, geopandas.GeoDataFrame]:
    """Return the layers of the theme."""
    general = _general_acts(world, rng)
    local, land_use = local_plans.draw(world, rng)
    other = plan_documents.other_acts(world)
    acts = pd.concat([general, local, other], ignore_index=True)
    papers = plan_documents.papers(acts)
    downtown = _downtown(world)
    return {
        "plan_act": acts.drop(columns=["gmina", "base_map", "base_map_date"]),
        "plan_zone": _zones(world, general, rng),
        "plan_land_use": land_use,
        "plan_drawing": _drawings(acts),
        "plan_document": papers.drop(columns=["role", "act_identifier"]),
        "plan_effect": plan_documents.effects(papers),
        "plan_step": plan_documents.steps(acts, papers),
        "plan_display": plan_documents.displays(acts),
        "plan_base_map": plan_documents.base_maps(acts),
        "plan_line": local_plans.lines(land_use),
        "plan_point": local_plans.points(land_use),
        "infill_area": _regulations(_infill(world, downtown), general, "OUZ", "infill_area"),
        "downtown_area": _regulations(downtown, general, "OZS", "downtown_area"),
        "access_standard_area": _access_standards(world, general),
    }


def _general_acts(world: World, rng: np.random.Generator) -> geopandas.GeoDataFrame:
    """Make one general plan per gmina; the last three are still being made."""
    count = len(world.gminas)
    status = np.array(["legalForce"] * (count - 3) + ["adoption", "elaboration", "elaboration"])
    frame = geopandas.GeoDataFrame(
        {
            "gmina": np.arange(count),
            "namespace": namespaces(world.gminas["teryt"], "POG"),
            "local_id": "1POG",
            "title": "Plan ogólny gminy " + world.gminas["name"] + " " + SYNTHETIC,
            "act_type": "planOgolnyGminy",
            "level": "local",
            "status": status,
            "state": [*["in_force"] * (count - 3), "adopted", "public_display", "draft"],
            "valid_from": days_from(datetime.date(2026, 1, 15), 150, count, rng),
            "valid_to": None,
            "amendment_no": 0,
            "partly_in_force": False,
            "base_map": "BDOT10k (obraz zmyślony)",
            "base_map_date": datetime.date(2025, 6, 30),
        },
        geometry=world.gminas.geometry.to_numpy(),
        crs=EPSG,
    )
    return identified(frame, "AktPlanowaniaPrzestrzennego")


def _zones(
    world: World, acts: geopandas.GeoDataFrame, rng: np.random.Generator
) -> geopandas.GeoDataFrame:
    """Join blocks of one kind into zones: they tile each gmina, hence its act."""
    kind = _zone_kinds(world, rng)
    gmina = world.precincts["gmina"].to_numpy()[world.blocks["precinct"]]
    blocks = world.blocks[["geometry"]].assign(gmina=gmina, zone_kind=kind)
    zones = blocks.dissolve(["gmina", "zone_kind"], method="coverage").explode().reset_index()
    act = acts.iloc[zones["gmina"]].reset_index(drop=True)
    number = zones.groupby(["gmina", "zone_kind"]).cumcount() + 1
    zones["designation"] = number.astype(str) + zones["zone_kind"]
    zones["local_id"] = act["local_id"] + "-" + zones["designation"]
    zones["nature"] = "generallyBinding"
    zones["basic_profile"] = zones["zone_kind"].map(PROFILES)
    zones["additional_profile"] = zones["zone_kind"].map(EXTRAS)
    zones["min_bio_active_pct"] = zones["zone_kind"].map(BIO_ACTIVE_PCT)
    limits = np.array([LIMITS.get(one, (np.nan,) * 6) for one in zones["zone_kind"]])
    for index, name in enumerate(("max_intensity", "max_coverage_pct", "max_height_m")):
        least, most = limits[:, 2 * index], limits[:, 2 * index + 1]
        zones[name] = np.round(
            least + (most - least) * rng.random(len(zones)), 1 if index != 1 else 0
        )
    return identified(_of_act(zones.drop(columns="gmina"), act), "StrefaPlanistyczna")


def _of_act(frame: geopandas.GeoDataFrame, act: pd.DataFrame) -> geopandas.GeoDataFrame:
    """Take over from the act what its parts share with it, row by row."""
    return frame.assign(
        namespace=act["namespace"].to_numpy(),
        act_identifier=act["identifier"].to_numpy(),
        status=act["status"].to_numpy(),
        valid_from=act["valid_from"].to_numpy(),
        valid_to=act["valid_to"].to_numpy(),
    )


def _zone_kinds(world: World, rng: np.random.Generator) -> NDArray[np.object_]:
    """Choose the zone of each block by its use; small roads go with the zone beside them."""
    blocks = world.blocks
    kind = blocks["use"].map(ZONES).to_numpy().astype(object)
    area = blocks.area.to_numpy()
    service = (kind == "SU") & (area > 8000)
    kind[service & (rng.random(len(kind)) < 0.12)] = "SH"
    kind[(kind == "SP") & (area < 9000) & (rng.random(len(kind)) < 0.3)] = "SI"
    kind[(blocks["use"] == "field") & (rng.random(len(kind)) < 0.05)] = "SR"
    kind[(blocks["use"] == "field") & (area < 60_000) & (rng.random(len(kind)) < 0.03)] = "SG"
    kind[(kind == "SN") & (area < 25_000) & (rng.random(len(kind)) < 0.15)] = "SC"
    road_class = world.roads["road_class"].to_numpy()
    way = blocks["way"].to_numpy()
    small = (blocks["use"] == "road").to_numpy() & np.isin(
        road_class[way.clip(0, len(road_class) - 1)], ABSORBED
    )
    host = land.hosts(blocks.geometry.to_numpy(), small, blocks["precinct"].to_numpy())
    kind = np.asarray(kind[host])
    kind[small & (host == np.arange(len(host)))] = "SO"
    return kind


def _infill(world: World, downtown: geopandas.GeoDataFrame) -> geopandas.GeoDataFrame:
    """Draw infill areas around groups of five buildings and more that stand within 100 metres.

    Each is enlarged by 50 m, joined, its holes up to 5000 m2 filled, and shrunk by 40 m
    (regulation of 2024, position 729, as the ministry's plugin does it).
    """
    dense = world.buildings[world.buildings["kind"].isin(DENSE_KINDS)]
    keep_off = shapely.buffer(shapely.union_all(downtown.geometry.to_numpy()), 5)
    found = []
    for gmina, border in enumerate(world.gminas.geometry):
        houses = dense.geometry.to_numpy()[(dense["gmina"] == gmina).to_numpy()]
        groups = shapely.get_parts(shapely.union_all(shapely.buffer(houses, 50, quad_segs=2)))
        members = np.bincount(shapely.STRtree(groups).query(houses)[1], minlength=len(groups))
        filled = [_without_small_holes(group) for group in groups[members >= 5]]
        shrunk = shapely.buffer(filled, -40, quad_segs=2)
        free = shapely.simplify(shapely.difference(shrunk, keep_off), 0.5)
        shapely.prepare(border)
        across = ~shapely.covers(border, free)
        free[across] = shapely.intersection(free[across], border)
        parts = shapely.get_parts(free)
        parts = parts[(shapely.get_type_id(parts) == 3) & (shapely.area(parts) > 500)]
        found.append(
            geopandas.GeoDataFrame(
                {"gmina": gmina}, geometry=parts, index=range(len(parts)), crs=EPSG
            )
        )
    return pd.concat(found, ignore_index=True)


def _without_small_holes(polygon: shapely.Polygon) -> shapely.Polygon:
    rings = [ring for ring in polygon.interiors if shapely.Polygon(ring).area > 5000]
    return shapely.Polygon(polygon.exterior, rings)


def _downtown(world: World) -> geopandas.GeoDataFrame:
    """Join the dense blocks nearest to the middle of the city."""
    seat = shapely.Point(world.gminas["x"].iloc[0], world.gminas["y"].iloc[0])
    blocks = world.blocks[world.blocks["use"].isin(["flats", "service", "home"])]
    reach = 0.12 * np.sqrt(world.gminas.geometry.iloc[0].area)
    near = blocks.geometry.to_numpy()[(blocks.distance(seat) < reach).to_numpy()]
    closed = shapely.buffer(
        shapely.buffer(shapely.union_all(near), 18, quad_segs=2), -18, quad_segs=2
    )
    parts = shapely.get_parts(shapely.intersection(closed, world.gminas.geometry.iloc[0]))
    parts = parts[(shapely.get_type_id(parts) == 3) & (shapely.area(parts) > 5000)]
    return geopandas.GeoDataFrame({"gmina": 0}, geometry=parts, index=range(len(parts)), crs=EPSG)


_TYPES = {
    "infill_area": "ObszarUzupelnieniaZabudowy",
    "downtown_area": "ObszarZabudowySrodmiejskiej",
    "access_standard_area": "ObszarStandardowDostepnosciInfrastrukturySpolecznej",
}


def _regulations(
    areas: geopandas.GeoDataFrame, acts: geopandas.GeoDataFrame, symbol: str, layer: str
) -> geopandas.GeoDataFrame:
    """Number areas within their general plan and give them its validity."""
    act = acts.iloc[areas["gmina"]].reset_index(drop=True)
    number = (areas.groupby("gmina").cumcount() + 1).astype(str)
    frame = areas.assign(
        designation=number + symbol,
        symbol=symbol,
        local_id=act["local_id"].to_numpy() + "-" + number + symbol,
        nature="generallyBinding",
    )
    return identified(_of_act(frame.drop(columns="gmina"), act), _TYPES[layer])


def _access_standards(world: World, acts: geopandas.GeoDataFrame) -> geopandas.GeoDataFrame:
    """Set distances for the districts of the city and for the seats of the other gminas."""
    seats = world.precincts[world.precincts["seat"]]
    city = len(world.districts)
    areas = geopandas.GeoDataFrame(
        {
            "gmina": [0] * city + seats["gmina"].tolist(),
            "name": [*world.districts["name"], *seats["name"]],
        },
        geometry=[*world.districts.geometry, *seats.geometry],
        crs=EPSG,
    )
    areas = areas.explode(index_parts=False).reset_index(drop=True)
    urban = (areas["gmina"] == 0).to_numpy()
    standards = areas.assign(
        farmsteads_excluded=~urban,
        school_distance_m=np.where(urban, 1500, 3000),
        green_areas_distance_m=1500,
        green_areas_total_ha=3.0,
        green_area_distance_m=3000,
        green_area_ha=20.0,
        kindergarten_distance_m=np.where(urban, 1000, 3000),
        stop_distance_m=np.where(urban, 500, 1000),
    )
    return _regulations(standards, acts, "OSD", "access_standard_area")


def _drawings(acts: geopandas.GeoDataFrame) -> geopandas.GeoDataFrame:
    """Give every act one sheet, a frame of whole hundreds of metres."""
    west, south, east, north = acts.bounds.to_numpy().T
    small = {"regional": 100_000, "local": 10_000}
    file = acts["namespace"].str.replace(r"[./]", "_", regex=True) + "_" + acts["local_id"]
    frame = acts[["namespace", "status", "valid_from", "valid_to"]].assign(
        local_id=acts["local_id"] + "_Rys1",
        act_identifier=acts["identifier"],
        title="Rysunek: " + acts["title"],
        link="https://demo.invalid/plan/" + file + "_Rys1.tif",
        legend_link="https://demo.invalid/plan/" + file + "_Rys1_legenda.pdf",
        drawing_crs=f"http://www.opengis.net/def/crs/EPSG/0/{EPSG}",
        scale_denominator=acts["level"].map(small).fillna(1000).astype(int),
    )
    sheets = shapely.box(
        np.floor(west / 100) * 100, np.floor(south / 100) * 100,
        np.ceil(east / 100) * 100, np.ceil(north / 100) * 100,
    )  # fmt: skip
    drawn = identified(frame, "RysunekAktuPlanowaniaPrzestrzennego").drop(columns="status")
    return geopandas.GeoDataFrame(drawn, geometry=sheets, crs=EPSG)
