"""Matters reported by residents."""

from __future__ import annotations

import geopandas
import numpy as np
import shapely

from geodata.world import World, chance
from geodata.world import runs as of_roads
from geodata.world.area import EPSG

_WORDS = {
    "droga": "Dziura w jezdni",
    "oswietlenie": "Nie świeci latarnia",
    "zielen": "Złamana gałąź nad chodnikiem",
    "odpady": "Porzucone odpady",
    "oznakowanie": "Przewrócony znak",
    "woda": "Zapadnięta studzienka",
    "inne": "Inna sprawa",
}
_UNITS = {"droga": "Zarząd dróg", "oswietlenie": "Zarząd dróg", "zielen": "Wydział zieleni",
          "odpady": "Wydział środowiska", "oznakowanie": "Zarząd dróg", "woda": "Wodociągi",
          "inne": "Biuro obsługi mieszkańców"}  # fmt: skip


def generate(world: World, rng: np.random.Generator) -> dict[str, geopandas.GeoDataFrame]:
    """Return the layers of the theme, by id."""
    runs = of_roads.make(world)
    count = max(30, round(3200 * world.scale))
    same = np.ones(len(runs.frame))
    line, at = runs.anywhere(same, 0.04 * same, count, rng)
    spots = np.round(runs.chain.points(line, at, rng.normal(0, 6, count)), 1)
    kind = chance.draw(
        rng,
        {
            "droga": 33,
            "oswietlenie": 14,
            "zielen": 16,
            "odpady": 17,
            "oznakowanie": 8,
            "woda": 7,
            "inne": 5,
        },
        count,
    )
    seconds = rng.integers(6 * 3600, 22 * 3600, count)
    reported = chance.instants(chance.days(rng, "2024-01-02", "2026-09-29", count), seconds)
    wait = rng.gamma(2.0, 4.5 * 86400, count).astype(np.int64)
    answered = chance.instants(reported, wait)
    closed = answered < chance.TODAY.astype("datetime64[s]")
    rejected = rng.random(count) < 0.12
    open_ = chance.draw(rng, {"nowe": 2, "przyjete": 3, "w_realizacji": 5}, count)
    status = np.where(closed, np.where(rejected, "odrzucone", "zalatwione"), open_)
    answer = np.where(rejected, "Sprawa nie należy do gminy", "Wykonano")
    report = geopandas.GeoDataFrame(
        {
            "report_no": chance.numbered("ZGL-{:05d}", count),
            "kind": kind,
            "status": status,
            "channel": chance.draw(
                rng, {"portal": 55, "telefon": 25, "email": 15, "osobiscie": 5}, count
            ),
            "reported_at": reported,
            "answered_at": np.where(closed, answered, np.datetime64("NaT", "s")),
            "unit": [_UNITS[one] for one in kind],
            "answer": chance.only(closed, answer),
            "description": [_WORDS[one] for one in kind],
            "reporter_name": chance.people(rng, count),
            "reporter_email": chance.some(rng, chance.mails(count), 0.7),
            "reporter_phone": chance.some(rng, chance.phones(rng, count), 0.5),
        },
        geometry=shapely.points(spots),
        crs=EPSG,
    )
    return {"resident_report": report}
