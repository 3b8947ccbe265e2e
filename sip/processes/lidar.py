"""The process `lidar`: point clouds in the flights folder to terrain, trees and buildings."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from sip import __version__, polish
from sip.catalogue import Catalogue
from sip.jobs import flights, shapes
from sip.jobs.flights import DAY, EPSG, NAME
from sip.jobs.process import Input, Running
from sip.settings import Settings
from sip.text import Text

if TYPE_CHECKING:
    from pathlib import Path

    from processing.flight.lidar import Wishes

_GIVEN: Mapping[str, tuple[shapes.Kinds, Text, Text]] = {
    "water": (
        shapes.AREAS,
        Text(pl="Warstwa wód", en="Layer of waters"),
        Text(
            pl="Identyfikator warstwy z poligonami, którą wolno Ci czytać: punkty w nich dostają "
            "klasę 9, a teren jest tam płaski.",
            en="Id of a layer of polygons that you may read: points in them get class 9, and the "
            "terrain is level there.",
        ),
    ),
    "bridges": (
        shapes.AREAS,
        Text(pl="Warstwa mostów", en="Layer of bridges"),
        Text(
            pl="Identyfikator warstwy z poligonami przęseł, którą wolno Ci czytać: w modelu terenu "
            "ich nie ma.",
            en="Id of a layer of polygons of decks that you may read: they are taken out of the "
            "terrain.",
        ),
    ),
    "culverts": (
        shapes.LINES,
        Text(pl="Warstwa przepustów", en="Layer of culverts"),
        Text(
            pl="Identyfikator warstwy z liniami, którą wolno Ci czytać: deszcz przechodzi nimi pod "
            "nasypami.",
            en="Id of a layer of lines that you may read: rain passes banks by them.",
        ),
    ),
    "footprints": (
        shapes.AREAS,
        Text(pl="Warstwa obrysów budynków", en="Layer of footprints of buildings"),
        Text(
            pl="Identyfikator warstwy z poligonami, którą wolno Ci czytać: mierzona jest wysokość "
            "każdego budynku.",
            en="Id of a layer of polygons that you may read: the height of each building is "
            "measured.",
        ),
    ),
    "roads": (
        shapes.AREAS + shapes.LINES,
        Text(pl="Warstwa jezdni", en="Layer of carriageways"),
        Text(
            pl="Identyfikator warstwy z poligonami lub liniami, którą wolno Ci czytać: obok nich "
            "szukane są krawężniki, słupy i znaki (od 12 impulsów na m²).",
            en="Id of a layer of polygons or lines that you may read: kerbs, poles and signs are "
            "looked for beside them (from 12 pulses per m² on).",
        ),
    ),
}
"""Layers by the wish that they are given for: kinds of geometries, title, what they do."""

PROCESS = flights.over_flights(
    Text(pl="Nalot na warstwy", en="Flight to layers"),
    Text(
        pl="Liczy z chmur punktów, które leżą w folderze nalotów, model terenu, drzewa i budynki, "
        "warstwice, a na życzenie także drogi wody po deszczu; z raportem jakości.",
        en="Computes a terrain model, trees and buildings, contours and, where it is asked for, "
        "where rain goes, from point clouds that lie in the folder of flights; with a report of "
        "quality.",
    ),
    {
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
        "contours_m": Input(
            Text(pl="Odstęp warstwic w metrach", en="Interval of contours in metres"),
            {"type": "number", "minimum": 0, "maximum": 100, "default": 1},
            required=False,
            description=Text(pl="0: bez warstwic.", en="0: no contours."),
        ),
        "rain_mm": Input(
            Text(pl="Opad w milimetrach", en="Rain in millimetres"),
            {"type": "number", "exclusiveMinimum": 0, "maximum": 1000},
            required=False,
            description=Text(
                pl="Dokąd spłynie taki deszcz i gdzie stanie: powierzchnia spływu, głębokość wody "
                "i zagłębienia terenu. Bez opadu nie są liczone.",
                en="Where so much rain goes and stands: the area that drains through each cell, "
                "depths of water, and sinks. Without it they are not computed.",
            ),
        ),
        **{name: shapes.layer(*texts) for name, (_, *texts) in _GIVEN.items()},
    },
)


def check(inputs: Mapping[str, Any], settings: Settings, catalogue: Catalogue) -> None:
    """Do nothing if there are points, and the layers that are given with them.

    Raises:
        QueryError: Something is not there, or cannot be what it is said to be.
    """
    from processing.flight import sources

    folder = flights.given(settings, "flight", inputs["flight"])
    with flights.refusing("flight", settings):
        sources.named([folder], sources.POINTS)
    flights.check_said(inputs, catalogue)
    shapes.check(inputs, catalogue, {name: kinds for name, (kinds, *_) in _GIVEN.items()})


def run(inputs: Mapping[str, Any], running: Running) -> Mapping[str, Any]:
    """Return the report, an archive of all products, and what was left out.

    Results of tasks are kept beside the flight's name, so that a job that was interrupted goes on
    where it stopped.

    Raises:
        DataError: No file of it is fit for use.
    """
    from processing import executors
    from processing.flight import pages, sources, stac, told
    from processing.flight import running as flying
    from processing.flight.lidar import Wishes

    wishes = Wishes(
        profile=inputs.get("profile", Wishes.profile),
        nominal_per_m2=float(inputs.get("nominal_per_m2", Wishes.nominal_per_m2)),
        crs=inputs.get("crs"),
        height_crs=inputs.get("heights"),
        keep_classes=inputs.get("keep_classes", ()),
        contours_m=float(inputs.get("contours_m", Wishes.contours_m)),
        rain_mm=inputs.get("rain_mm"),
    )
    work = flights.computed(running.settings, "flights", inputs["flight"])
    with flights.told_without_folders(running), executors.workers() as hands:
        folder = running.settings.flights / inputs["flight"]
        paths = sources.named([folder], sources.POINTS)
        wishes, unused = _with_layers(inputs, running, paths, wishes)
        done = flying.run(paths, work, wishes, hands, told=flights.telling(running))
    done = dataclasses.replace(done, left_out={**unused, **done.left_out})
    report = told.report(done, day=inputs.get("date"))
    pages.write(done, report, polish=polish.said)
    stac.write(done, report["flight_days"], inputs, version=__version__)
    return flights.handed_out(running, work, [one.file for one in done.products])


def _with_layers(
    inputs: Mapping[str, Any], running: Running, paths: list[Path], wishes: Wishes
) -> tuple[Wishes, dict[str, str]]:
    """Write the layers that are given where the points are; return why some have no part."""
    from processing.flight import running as flying

    good, _ = flying.headers(paths, wishes)
    given: dict[str, Any] = {}
    unused: dict[str, str] = {}
    for name, (kinds, *_) in _GIVEN.items():
        if name in inputs and good:
            box, file = flying.around(good, wishes), running.folder / f"{name}.parquet"
            if shapes.write(running, inputs[name], kinds, box, good[0].crs, file):
                given[name] = file
            else:
                unused[name] = f'"{inputs[name]}" has nothing where the points are'
    return dataclasses.replace(wishes, **given), unused
