"""What stands along the roads."""

from __future__ import annotations

import geopandas
import numpy as np
import pandas as pd
import shapely

from geodata.demo.roads.place import beside
from geodata.world import chance
from geodata.world.area import EPSG
from geodata.world.runs import Runs

_SIGNS_BUILT = {
    "A-7": 14, "B-20": 5, "D-1": 8, "D-6": 12, "D-15": 6, "D-18": 5, "D-42": 4, "D-43": 4,
    "B-36": 6, "B-35": 4, "B-33": 5, "B-2": 3, "B-43": 2, "C-9": 3, "C-12": 1, "A-11a": 4,
    "A-17": 3, "C-13": 3, "C-16": 2, "D-3": 3, "D-4a": 4, "D-40": 2, "E-2a": 1, "T-27": 1,
    "U-12c": 4, "A-29": 1, "R-1": 1,
}  # fmt: skip
_SIGNS_OPEN = {
    "A-1": 9, "A-2": 9, "A-6a": 7, "A-7": 10, "A-16": 2, "A-18b": 5, "A-30": 3, "B-25": 6,
    "B-33": 9, "B-18": 1, "D-1": 9, "D-15": 5, "D-42": 3, "D-43": 3, "E-2a": 3, "E-17a": 4,
    "E-18a": 4, "U-3a": 8, "U-9a": 4, "A-9": 1, "G-1a": 1, "F-5": 1, "R-1": 1, "A-24": 1,
}  # fmt: skip
_EQUIPMENT = {
    "latarnia": ("main", 45.0, np.inf, 0.8, 8.0),
    "wpust": ("main", 70.0, np.inf, -0.3, np.nan),
    "studnia": ("all", 240.0, np.inf, -1.5, np.nan),
    "zjazd": ("all", 200.0, 600.0, 0.3, np.nan),
    "przystanek": ("main", 900.0, 2600.0, 1.8, 2.6),
    "bariera": ("fast", 900.0, 400.0, 0.6, 0.8),
    "slupek": ("main", 260.0, np.inf, 0.5, 1.0),
    "sygnalizacja": ("main", 1500.0, np.inf, 1.0, 3.5),
    "parking": ("all", 700.0, np.inf, 2.5, np.nan),
    "przepust": ("all", np.inf, 1800.0, 0.2, np.nan),
}
"""By kind: on which roads; a step among houses and outside; metres from the edge of the paved road
outwards; height."""
_CONDITIONS = {"dobry": 70, "sredni": 22, "zly": 7, "awaryjny": 1}


def make(
    runs: Runs, section: geopandas.GeoDataFrame, rng: np.random.Generator
) -> dict[str, geopandas.GeoDataFrame]:
    """Return the layers of objects, by id.

    Args:
        runs: The roads.
        section: The sections of the road book, as `road_section` has them.
        rng: Source of chance.
    """
    return {
        "road_sign": _signs(runs, rng),
        "road_equipment": _equipment(runs, rng),
        "road_photo": _photos(runs, rng),
        "cycle_path": _cycle_paths(section, rng),
        "bus_lane": _bus_lanes(section, rng),
    }


def _signs(runs: Runs, rng: np.random.Generator) -> geopandas.GeoDataFrame:
    rare = np.where(runs.where("road_class", "D"), 1.6, 1.0)
    line, at = runs.places(42.0 * rare, 95.0 * rare, rng)
    at = np.clip(at + rng.normal(0, 8, len(at)), 0.5, runs.chain.length_m[line] - 0.5)
    count, town = len(line), runs.built(line, at)
    code = np.where(
        town, chance.draw(rng, _SIGNS_BUILT, count), chance.draw(rng, _SIGNS_OPEN, count)
    )
    side = chance.draw(rng, {"P": 0.62, "L": 0.38}, count)
    toward = runs.chain.azimuth_deg(line, at) + np.where(side == "P", 180.0, 0.0)
    posted = chance.days(rng, "2006-03-01", "2026-08-31", count)
    age = (chance.TODAY - posted).astype(int) / 365
    condition = np.searchsorted([11.0, 17.0, 23.0], age + rng.normal(0, 4, count), side="right")
    return geopandas.GeoDataFrame(
        {
            "sign_no": chance.numbered("ZN-{:06d}", count),
            "sign_group": [one.split("-")[0] for one in code],
            "sign_code": code,
            "road_no": runs.of("road_no", line),
            "at_km": runs.km(line, at),
            "side": side,
            "azimuth_deg": np.round(toward % 360, 1) % 360,
            "size": np.where(
                runs.where("road_class", "S", "GP")[line], "D", np.where(town, "M", "S")
            ),
            "sheeting": chance.draw(rng, {"1": 4, "2": 5, "3": 1}, count),
            "support": np.where(
                town, chance.draw(rng, {"slupek": 8, "latarnia": 2}, count), "slupek"
            ),
            "condition": np.array(["dobry", "sredni", "zly", "awaryjny"], dtype=object)[condition],
            "installation_date": posted,
            "valid_from": posted,
        },
        geometry=beside(runs, line, at, side, 1.0),
        crs=EPSG,
    )


def _equipment(runs: Runs, rng: np.random.Generator) -> geopandas.GeoDataFrame:
    """Place lights, gullies and driveways where houses are, and the rest here and there."""
    main, fast = runs.where("road_class", "GP", "G", "Z"), runs.where("road_class", "S", "GP")
    parts = []
    for kind, (on, town_m, open_m, off_m, height_m) in _EQUIPMENT.items():
        chosen = {"main": main, "fast": fast, "all": np.ones_like(main)}[on]
        steps = [np.where(chosen, step, np.inf) for step in (town_m, open_m)]
        line, at = runs.places(steps[0], steps[1], rng)
        part = {"line": line, "at": at, "kind": kind, "off_m": off_m, "height_m": height_m}
        parts.append(pd.DataFrame(part))
    found = pd.concat(parts, ignore_index=True)
    line, at, count = found["line"].to_numpy(), found["at"].to_numpy(), len(found)
    barrier = (found["kind"] == "bariera").to_numpy()
    side = chance.draw(rng, {"P": 0.55, "L": 0.45}, count)
    lamp = found["kind"] == "latarnia"
    return geopandas.GeoDataFrame(
        {
            "equipment_no": chance.numbered("WP-{:06d}", count),
            "kind": found["kind"],
            "road_no": runs.of("road_no", line),
            "at_km": runs.km(line, at),
            "side": side,
            "length_m": np.where(barrier, np.round(rng.uniform(12, 120, count), 1), np.nan),
            "height_m": found["height_m"],
            "condition": chance.draw(rng, _CONDITIONS, count),
            "manager": chance.only(lamp, "Oświetlenie uliczne (zmyślone)"),
            "installation_date": chance.days(rng, "1998-01-01", "2026-06-30", count),
            "valid_from": np.datetime64("2016-01-01"),
        },
        geometry=beside(runs, line, at, side, found["off_m"].to_numpy()),
        crs=EPSG,
    )


def _photos(runs: Runs, rng: np.random.Generator) -> geopandas.GeoDataFrame:
    """Photograph the national and voivodeship roads every 100 metres, on one drive a road."""
    step = np.where(runs.where("category", "K", "W"), 100.0, np.inf)
    line, at = runs.chain.every(step, 5.0)
    count = len(line)
    day = chance.days(rng, "2025-04-07", "2025-09-30", len(step))[line]
    seconds = 8 * 3600 + np.round((runs.start_m[line] + at) / 14).astype(np.int64)
    number = chance.numbered("FOT-2025-{:06d}", count)
    return geopandas.GeoDataFrame(
        {
            "photo_no": number,
            "road_no": runs.of("road_no", line),
            "at_km": runs.km(line, at),
            "taken_at": chance.instants(day, seconds),
            "azimuth_deg": np.round(runs.chain.azimuth_deg(line, at), 1) % 360,
            "file": [f"photos/2025/{one.lower()}.jpg" for one in number],
            "blurred": rng.random(count) < 0.97,
        },
        geometry=shapely.points(runs.chain.points(line, at, -1.5)),
        crs=EPSG,
    )


def _cycle_paths(
    section: geopandas.GeoDataFrame, rng: np.random.Generator
) -> geopandas.GeoDataFrame:
    """Lay cycle paths to the right of a good part of the main streets, whole reference sections."""
    share = np.where(section["lit"], 0.6, 0.14)
    _, group = np.unique(section["reference_section_no"].astype(str), return_inverse=True)
    wide = section["carriageway_width_m"].between(6.5, 20)
    chosen = section[wide & (rng.random(group.max() + 1)[group] < share)]
    off = -(chosen["carriageway_width_m"].to_numpy() / 2 + 2.2)
    lines = shapely.offset_curve(chosen.geometry.to_numpy(), off, quad_segs=2, join_style="mitre")
    parts, origin = shapely.get_parts(lines, return_index=True)
    long = shapely.length(parts) > 60
    parts, origin = parts[long], origin[long]
    count = len(parts)
    kind = chance.draw(rng, {"DDR": 45, "CPR": 38, "pas": 12, "kontrapas": 2, "szlak": 3}, count)
    lane = np.isin(kind.astype(str), ["pas", "kontrapas"])
    return geopandas.GeoDataFrame(
        {
            "path_no": chance.numbered("ROW-{:04d}", count),
            "kind": kind,
            "surface": chance.draw(rng, {"BIT": 65, "KB": 33, "ZW": 2}, count),
            "width_m": np.where(lane, 1.5, rng.choice([2.0, 2.5, 3.0], count)),
            "length_m": np.round(shapely.length(parts), 1),
            "two_way": ~lane,
            "lit": chosen["lit"].to_numpy()[origin],
            "road_no": chosen["road_no"].to_numpy()[origin],
            "valid_from": chance.days(rng, "2008-01-01", "2026-05-31", count),
        },
        geometry=parts,
        crs=EPSG,
    )


def _bus_lanes(section: geopandas.GeoDataFrame, rng: np.random.Generator) -> geopandas.GeoDataFrame:
    """Keep a lane for buses on some wide streets."""
    wide = section[section["lit"] & (section["carriageway_width_m"] >= 8)]
    chosen = wide[rng.random(len(wide)) < 0.25]
    count = len(chosen)
    hours = {"06:00-09:00": 1, "06:00-18:00": 2, "00:00-23:59": 2}
    return geopandas.GeoDataFrame(
        {
            "lane_no": chance.numbered("BUS-{:03d}", count),
            "road_no": chosen["road_no"].to_numpy(),
            "from_km": chosen["from_km"].to_numpy(),
            "to_km": chosen["to_km"].to_numpy(),
            "side": chance.draw(rng, {"P": 1, "L": 1}, count),
            "width_m": 3.25,
            "length_m": chosen["length_m"].to_numpy(),
            "hours": chance.draw(rng, hours, count),
            "taxis_allowed": rng.random(count) < 0.5,
            "valid_from": chance.days(rng, "2014-01-01", "2025-12-31", count),
        },
        geometry=chosen.geometry.to_numpy(),
        crs=EPSG,
    )
