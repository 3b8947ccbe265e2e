"""What happens along the roads and what is permitted there."""

from __future__ import annotations

import geopandas
import numpy as np
import shapely
from numpy.typing import NDArray

from geodata.demo.roads.place import beside
from geodata.world import chance
from geodata.world.area import EPSG
from geodata.world.chainage import Floats, Ints
from geodata.world.chance import Codes
from geodata.world.runs import Runs

_PERMIT_AREA_M2 = {"1": 40.0, "2": 18.0, "3": 6.0, "4": 30.0}
_RATES_PLN = {"jezdnia": 8.0, "chodnik": 4.0, "ddr": 4.0, "zatoka": 4.0, "pobocze": 3.0,
              "zielen": 3.0, "inne": 3.5}  # fmt: skip
_FORGOTTEN = 13
"""In one permit of so many the office forgot to charge a day."""
_UTILITY_RATE_PLN = 40.0
"""A year for a square metre of a device: example of an actual resolution."""


def make(runs: Runs, scale: float, rng: np.random.Generator) -> dict[str, geopandas.GeoDataFrame]:
    """Return the layers of events, by id; as many as the share `scale` of the full area has."""
    permit = _permits(runs, scale, rng)
    return {
        "right_of_way_permit": permit,
        "roadside_advert": _adverts(runs, permit, scale, rng),
        "road_inspection": _findings(runs, scale, rng),
        "road_work": _works(runs, scale, rng),
    }


def _permits(runs: Runs, scale: float, rng: np.random.Generator) -> geopandas.GeoDataFrame:
    """Occupy strips beside and on streets; fees follow area, rate and time."""
    count = max(20, round(1500 * scale))
    same = np.ones(len(runs.frame))
    line, at = runs.anywhere(same, 0.05 * same, count, rng)
    purpose = chance.draw(rng, {"1": 55, "2": 25, "3": 14, "4": 6}, count)
    element = chance.draw(
        rng, {"jezdnia": 30, "chodnik": 35, "pobocze": 12, "zielen": 18, "zatoka": 5}, count
    )
    element = np.where((purpose == "3") & (element == "jezdnia"), "chodnik", element)
    side = chance.draw(rng, {"L": 1, "P": 1}, count)
    wanted = np.array([_PERMIT_AREA_M2[one] for one in purpose]) * rng.lognormal(0, 0.6, count)
    depth = np.where(element == "jezdnia", runs.width_m(line) / 2 - 0.3, 2.0)
    start = at - np.clip(wanted / depth, 1.0, 120.0) / 2
    end = np.minimum(2 * at - start, runs.chain.length_m[line])
    start = np.maximum(start, 0)
    inner = np.where(element == "jezdnia", 0.2, runs.width_m(line) / 2 + 0.2)
    strip = _strips(runs, line, (start, end), (inner, inner + depth), side)
    area = np.maximum(1.0, np.round(shapely.area(strip), 1))
    decided = chance.days(rng, "2023-01-02", "2026-09-20", count)
    begins = chance.later(decided, rng.integers(3, 40, count))
    lasting = np.where(
        np.isin(purpose.astype(str), ["1", "4"]),
        rng.integers(3, 60, count),
        rng.integers(200, 1095, count),
    )
    ends = chance.later(begins, lasting - 1)  # both days are charged
    rate = np.where(purpose == "2", _UTILITY_RATE_PLN, [_RATES_PLN[one] for one in element])
    charged = lasting - (np.arange(count) % _FORGOTTEN == _FORGOTTEN - 1)
    fee = np.round(area * rate * np.where(purpose == "2", charged / 365, charged), 2)
    status = np.select(
        [ends < chance.TODAY, begins <= chance.TODAY], ["odebrana", "trwa"], "wydana"
    )
    applicant = np.where(
        rng.random(count) < 0.4, chance.people(rng, count), "Spółka budowlana (zmyślona)"
    )
    serial = chance.numbered("{:04d}", count)
    years = decided.astype("datetime64[Y]").astype(int) + 1970
    return geopandas.GeoDataFrame(
        {
            "decision_no": [f"ZD.4055.{n}.{year}" for n, year in zip(serial, years, strict=True)],
            "decision_date": decided,
            "purpose": purpose,
            "element": element,
            "road_no": runs.of("road_no", line),
            "from_km": runs.km(line, start),
            "to_km": runs.km(line, end),
            "side": side,
            "area_m2": area,
            "carriageway_share_pct": np.where(
                element == "jezdnia", np.round(100 * depth / runs.width_m(line), 0), 0.0
            ),
            "rate_pln": rate,
            "fee_pln": fee,
            "status": status,
            "applicant_name": applicant,
            "applicant_address": "ul. Zmyślona 1, 00-000 Krzemogród",
            "investor_name": np.where(purpose == "2", "Operator sieci (zmyślony)", applicant),
            "valid_from": begins,
            "valid_to": ends,
        },
        geometry=strip,
        crs=EPSG,
    )


def _strips(
    runs: Runs,
    line: Ints,
    along_m: tuple[Floats, Floats],
    off_m: tuple[Floats, Floats],
    side: Codes,
) -> NDArray[np.object_]:
    """Return what lies between two metres of roads and two distances from their middle."""
    sign = np.where(side == "L", 1.0, -1.0)
    (start, end), (inner, outer) = along_m, off_m
    ring = ((start, inner), (end, inner), (end, outer), (start, outer))
    corners = [runs.chain.points(line, at, sign * off) for at, off in ring]
    return np.asarray(shapely.convex_hull(shapely.polygons(np.stack(corners, axis=1))))


def _adverts(
    runs: Runs, permit: geopandas.GeoDataFrame, scale: float, rng: np.random.Generator
) -> geopandas.GeoDataFrame:
    """Put permitted adverts where their permits are, and others along the main streets."""
    allowed = permit[permit["purpose"] == "3"].reset_index(drop=True)
    more = max(10, round(420 * scale))
    main = np.where(runs.where("road_class", "GP", "G", "Z"), 1.0, 0.02)
    line, at = runs.anywhere(main, 0.2 * main, more, rng)
    side = chance.draw(rng, {"P": 1, "L": 1}, more)
    count = len(allowed) + more
    spots = np.concatenate([
        shapely.centroid(allowed.geometry.to_numpy()), beside(runs, line, at, side, 2.5)
    ])  # fmt: skip
    kind = chance.draw(
        rng, {"tablica": 5, "urzadzenie": 2, "szyld": 2, "slup": 0.6, "ekran": 0.4}, count
    )
    other = chance.draw(rng, {"umowa": 5, "bez_zezwolenia": 4, "wniosek": 1}, more)
    return geopandas.GeoDataFrame(
        {
            "advert_no": chance.numbered("REK-{:05d}", count),
            "kind": kind,
            "road_no": np.concatenate([allowed["road_no"], runs.of("road_no", line)]),
            "at_km": np.concatenate([allowed["from_km"], runs.km(line, at)]),
            "side": np.concatenate([allowed["side"], side]),
            "face_area_m2": np.round(rng.lognormal(1.2, 0.8, count).clip(0.4, 48), 1),
            "height_m": np.round(rng.uniform(2.2, 9, count), 1),
            "lit": (kind == "ekran") | (rng.random(count) < 0.2),
            "legal_state": np.concatenate(
                [np.full(len(allowed), "zezwolenie", dtype=object), other]
            ),
            "permit_no": np.concatenate(
                [allowed["decision_no"], np.full(more, None, dtype=object)]
            ),
            "owner_name": chance.people(rng, count),
            "valid_from": chance.days(rng, "2015-01-01", "2026-06-30", count),
        },
        geometry=spots,
        crs=EPSG,
    )


def _findings(runs: Runs, scale: float, rng: np.random.Generator) -> geopandas.GeoDataFrame:
    count = max(20, round(2600 * scale))
    same = np.ones(len(runs.frame))
    line, at = runs.anywhere(2 * same, same, count, rng)
    defect = chance.draw(rng, {
        "wyboj": 30, "spekanie": 16, "koleina": 6, "pobocze": 10, "odwodnienie": 9,
        "oznakowanie": 11, "oswietlenie": 6, "bariera": 3, "zielen": 6, "zanieczyszczenie": 3,
    }, count)  # fmt: skip
    urgency = chance.draw(rng, {"0": 5, "1": 45, "2": 38, "3": 12}, count)
    found = chance.days(rng, "2024-01-08", "2026-09-25", count)
    repaired = chance.later(found, rng.integers(1, 120, count))
    open_ = (repaired > chance.TODAY) | (rng.random(count) < 0.15)
    side = chance.draw(rng, {"P": 5, "L": 4, "S": 1}, count)
    return geopandas.GeoDataFrame(
        {
            "finding_no": chance.numbered("OBJ-{:05d}", count),
            "kind": chance.draw(
                rng, {"objazd": 70, "roczna": 18, "piecioletnia": 4, "zgloszenie": 8}, count
            ),
            "inspection_date": found,
            "road_no": runs.of("road_no", line),
            "at_km": runs.km(line, at),
            "side": side,
            "defect": defect,
            "urgency": urgency,
            "description": chance.only(urgency == "3", "Zagrożenie dla ruchu, oznakowano doraźnie"),
            "inspector": chance.people(rng, count),
            "repair_date": np.where(open_, np.datetime64("NaT", "D"), repaired),
        },
        geometry=beside(runs, line, at, side, -0.8),
        crs=EPSG,
    )


def _works(runs: Runs, scale: float, rng: np.random.Generator) -> geopandas.GeoDataFrame:
    count = max(8, round(180 * scale))
    weight = np.where(runs.where("road_class", "D"), 0.4, 1.0)
    line, at = runs.anywhere(weight, weight, count, rng)
    reach = np.minimum(rng.lognormal(6.2, 0.7, count).clip(60, 4000), runs.chain.length_m[line])
    start = np.clip(at - reach / 2, 0, runs.chain.length_m[line] - reach)
    kind = chance.draw(
        rng, {"budowa": 8, "przebudowa": 25, "remont": 40, "utrzymanie": 12, "siec": 15}, count
    )
    begins = chance.days(rng, "2024-03-01", "2027-06-01", count)
    ends = chance.later(begins, rng.integers(14, 300, count))
    status = np.select(
        [ends < chance.TODAY, begins > chance.TODAY], ["zakonczone", "planowane"], "w_toku"
    )
    status = np.where((status == "w_toku") & (rng.random(count) < 0.1), "wstrzymane", status)
    word = {"budowa": "Budowa", "przebudowa": "Przebudowa", "remont": "Remont",
            "utrzymanie": "Utrzymanie", "siec": "Roboty sieciowe w pasie"}  # fmt: skip
    road = runs.of("road_no", line)
    closure = chance.draw(
        rng, {"zwezenie": 40, "wahadlo": 30, "jednokierunkowo": 10, "zamkniecie": 12}, count
    )
    return geopandas.GeoDataFrame(
        {
            "work_no": chance.numbered("RD-{:04d}", count),
            "name": [f"{word[k]} drogi {r}" for k, r in zip(kind, road, strict=True)],
            "kind": kind,
            "status": status,
            "closure": np.where(np.isin(status, ["w_toku", "planowane"]), closure, "brak"),
            "road_no": road,
            "from_km": runs.km(line, start),
            "to_km": runs.km(line, start + reach),
            "cost_pln": np.round(reach * rng.uniform(900, 6500, count), -3),
            "contractor": chance.only(status != "planowane", "Wykonawca drogowy (zmyślony)"),
            "valid_from": begins,
            "valid_to": ends,
        },
        geometry=runs.chain.pieces(line, start, start + reach),
        crs=EPSG,
    )
