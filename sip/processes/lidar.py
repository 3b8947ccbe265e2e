"""The process `lidar`: point clouds in the flights folder to terrain, trees and buildings."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from sip import __version__, polish
from sip.jobs.flights import DAY, EPSG, NAME, ZIP, computed, given, packed, told_without
from sip.jobs.process import Input, Output, Process, Running
from sip.text import Text

PROCESS = Process(
    title=Text(pl="Nalot na warstwy", en="Flight to layers"),
    description=Text(
        pl="Liczy z chmur punktów, które leżą w folderze nalotów, model terenu, drzewa i budynki "
        "oraz raport jakości.",
        en="Computes a terrain model, trees and buildings, and a report of quality, from point "
        "clouds that lie in the folder of flights.",
    ),
    inputs={
        "flight": Input(
            Text(pl="Podfolder folderu nalotów", en="Folder below the folder of flights"),
            NAME,
        ),
        "profile": Input(
            Text(pl="Rodzaj terenu", en="Kind of terrain"),
            {"type": "string", "enum": ["terrain", "urban", "forest"], "default": "terrain"},
            required=False,
        ),
        "nominal_per_m2": Input(
            Text(pl="Zamówiona gęstość, impulsy na m²", en="Ordered density, pulses per m²"),
            {"type": "number", "minimum": 0.1, "maximum": 200, "default": 4},
            required=False,
        ),
        "crs": Input(
            Text(
                pl="Kod EPSG układu plików, które go nie podają",
                en="EPSG code of the plane of files that do not say it",
            ),
            EPSG,
            required=False,
        ),
        "heights": Input(
            Text(
                pl="Kod EPSG wysokości plików, które ich nie podają",
                en="EPSG code of the heights of files that do not say it",
            ),
            EPSG,
            required=False,
        ),
        "keep_classes": Input(
            Text(
                pl="Klasy dostawcy, które punkty zachowują (9 woda, 17 mosty)",
                en="Classes of the supplier that points keep (9 water, 17 bridges)",
            ),
            {"type": "array", "items": {"type": "integer", "minimum": 0, "maximum": 255}},
            required=False,
        ),
        "date": Input(
            Text(
                pl="Dzień nalotu, jeśli punkty go nie podają",
                en="Day of the flight, if the points do not say it",
            ),
            DAY,
            required=False,
        ),
    },
    outputs={
        "report": Output(
            Text(pl="Raport jakości", en="Report of quality"), media_type="application/json"
        ),
        "products": Output(Text(pl="Wszystkie wyniki", en="All products"), media_type=ZIP),
        "left_out": Output(
            Text(pl="Co pominięto i dlaczego", en="What was left out, and why"), {"type": "object"}
        ),
    },
    lane="long",
    longest_s=24 * 3600,
)


def run(inputs: Mapping[str, Any], running: Running) -> Mapping[str, Any]:
    """Return the report, an archive of all products, and what was left out.

    Results of tasks are kept beside the flight's name, so that a job that was interrupted goes on
    where it stopped.

    Raises:
        QueryError: There is no such flight.
        DataError: No file of it is fit for use.
    """
    from processing import executors
    from processing.flight import pages, stac, told
    from processing.flight import running as flights
    from processing.flight.lidar import Wishes

    flight = given(running, "flight", inputs["flight"])
    wishes = Wishes(
        profile=inputs.get("profile", "terrain"),
        nominal_per_m2=float(inputs.get("nominal_per_m2", 4.0)),
        crs=inputs.get("crs"),
        height_crs=inputs.get("heights"),
        keep_classes=inputs.get("keep_classes", ()),
    )
    work = computed(running, "flights", inputs["flight"])
    with told_without(running.settings.flights), executors.workers() as hands:
        done = flights.run(
            flights.named([flight]), work, wishes, hands,
            told=lambda so_far, of, name: running.tell(0.95 * so_far / max(of, 1), name),
        )  # fmt: skip
    report = told.report(done)
    pages.write(done, report, polish=polish.said)
    days = report["flight_days"] or ([inputs["date"]] if "date" in inputs else [])
    stac.write(done, days, inputs, version=__version__)
    running.tell(0.97, "products.zip")
    return {
        "report": Path(shutil.copy(work / "report.json", running.folder / "report.json")),
        "products": packed(work, [one.file for one in done.products], running.folder),
        "left_out": dict(done.left_out),
    }
