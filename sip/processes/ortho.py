"""The process `ortho`: pictures of a year to indices, cover, condition of trees and change."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sip import __version__, polish
from sip.catalogue import Catalogue
from sip.errors import QueryError
from sip.jobs import flights, shapes
from sip.jobs.flights import DAY, NAME
from sip.jobs.process import Input, Running
from sip.settings import Settings
from sip.text import Text

if TYPE_CHECKING:
    from processing.flight.pictures import Series

PROCESS = flights.over_flights(
    Text(pl="Zdjęcia na warstwy", en="Pictures to layers"),
    Text(
        pl="Liczy ze zdjęć lotniczych jednego roku, które leżą w folderze nalotów, mozaikę "
        "i wskaźniki zieleni, a z wysokościami z procesu lidar także pokrycie terenu, stan drzew "
        "i zmiany od roku wcześniejszego, z raportem.",
        en="Computes from aerial pictures of a year, which lie in the folder of flights, a mosaic "
        "and vegetation indices; with heights of the process lidar land cover, the condition of "
        "trees and changes since an earlier year, too; with a report.",
    ),
    {
        "pictures": Input(
            Text(pl="Podfolder folderu nalotów", en="Folder below the folder of flights"), NAME
        ),
        "layout": Input(
            Text(
                pl="Kanały zdjęć, które ich nie podają", en="Bands of pictures that do not say them"
            ),
            {"type": "string", "enum": ["rgb", "cir", "rgbi"]},
            required=False,
        ),
        "date": Input(
            Text(pl="Dzień zdjęć, które go nie podają", en="Day of pictures that do not say it"),
            DAY,
            required=False,
        ),
        "indices": Input(
            Text(pl="Wskaźniki poza zwykłym", en="Indices beside the usual one"),
            {
                "type": "array",
                "items": {"enum": ["gndvi", "savi", "evi2", "ndwi", "ngrdi", "gli"]},
                "uniqueItems": True,
            },
            required=False,
        ),
        "flight": Input(
            Text(
                pl="Nalot policzony procesem lidar: wysokości nad gruntem i drzewa",
                en="Flight that the process lidar has computed: heights over ground and trees",
            ),
            NAME,
            required=False,
        ),
        "areas": shapes.layer(
            Text(
                pl="Warstwa obszarów, dla których liczyć udziały i stan zieleni",
                en="Layer of areas whose shares and greenness are wanted",
            ),
            Text(
                pl="Działki, strefy, trawniki: warstwa z poligonami, którą wolno Ci czytać, po jej "
                "identyfikatorze; wyniki mają jej id.",
                en="Parcels, zones, lawns: a layer of polygons that you may read, by its id; "
                "results have its ids of rows.",
            ),
        ),
        "before": Input(
            Text(
                pl="Zdjęcia wcześniejszego roku, policzone tym procesem",
                en="Pictures of an earlier year that this process has computed",
            ),
            NAME,
            required=False,
        ),
    },
)
_EARLIER = (("flight", "flights", "ndsm.tif"), ("before", "pictures", "report.json"))
"""Inputs that name what was computed before: of which kind it is, and a file that it has."""
_OF = {"flights": "lidar", "pictures": "ortho"}


def check(inputs: Mapping[str, Any], settings: Settings, catalogue: Catalogue) -> None:
    """Do nothing if there are pictures, and all that they are to be compared with.

    Raises:
        QueryError: Something is not there, or has not been computed yet.
    """
    from processing.flight import sources

    folder = flights.given(settings, "pictures", inputs["pictures"])
    with flights.refusing("pictures", settings):
        sources.named([folder], sources.PICTURES)
    flights.check_said(inputs, catalogue)
    shapes.check(inputs, catalogue, {"areas": shapes.AREAS})
    for name, kind, needs in _EARLIER:
        made = _made(inputs, settings, name, kind)
        if made is not None and not (made / needs).is_file():
            raise flights.not_computed(name, inputs[name], _OF[kind])
    if "before" in inputs:
        with flights.refusing("before", settings):
            sources.year_of(flights.computed(settings, "pictures", inputs["before"]))


def run(inputs: Mapping[str, Any], running: Running) -> Mapping[str, Any]:
    """Return the report, an archive of all products, and what was left out.

    Raises:
        QueryError: No area of the layer lies where the pictures are.
        DataError: No picture is fit for use, or the earlier year is none.
    """
    from processing import executors
    from processing.flight import pictured, pictures, sources, stac, summary

    settings = running.settings
    heights, before = (_made(inputs, settings, name, kind) for name, kind, _ in _EARLIER)
    wishes = pictures.Wishes(
        layout=inputs.get("layout"), date=inputs.get("date"), indices=inputs.get("indices", ()),
        ndsm=heights and heights / "ndsm.tif", trees=heights and heights / "trees.parquet",
        before=[before] if before else [],
        areas=running.folder / "areas.parquet" if "areas" in inputs else None,
    )  # fmt: skip
    work = flights.computed(settings, "pictures", inputs["pictures"])
    with flights.told_without_folders(running), executors.workers() as hands:
        paths = sources.named([settings.flights / inputs["pictures"]], sources.PICTURES)
        if wishes.areas is not None:
            seen = pictures.series(paths, wishes)
            _write_areas(running, inputs["areas"], seen, wishes.areas)
        done, found = pictures.run(paths, work, wishes, hands, told=flights.telling(running))
    summary.write(done, pictured.summary(done, found, wishes), polish=polish.said)
    stac.write_rasters(done, found.days, inputs, version=__version__)
    return flights.handed_out(running, work, [one.file for one in done.products])


def _made(inputs: Mapping[str, Any], settings: Settings, name: str, kind: str) -> Path | None:
    """Return the folder of what another job has computed, if an input names it."""
    return flights.computed(settings, kind, inputs[name]) if name in inputs else None


def _write_areas(running: Running, name: str, seen: Series, file: Path) -> None:
    code = seen.tiles[0].cells.crs
    if not shapes.write(running, name, shapes.AREAS, seen.extent, code, file):
        raise QueryError(f'inputs.areas: "{name}" has nothing where the pictures are')
