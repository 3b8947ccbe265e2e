"""The process `ortho`: pictures of a year to indices, cover, condition of trees and change."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sip import __version__, polish
from sip.errors import QueryError
from sip.jobs.flights import DAY, NAME, ZIP, computed, given, packed, told_without
from sip.jobs.process import Input, Output, Process, Running
from sip.text import Text

if TYPE_CHECKING:
    from processing.flight.pictures import Series

PROCESS = Process(
    title=Text(pl="Zdjęcia na warstwy", en="Pictures to layers"),
    description=Text(
        pl="Liczy ze zdjęć lotniczych jednego roku, które leżą w folderze nalotów, mozaikę "
        "i wskaźniki zieleni, a z wysokościami z procesu lidar także pokrycie terenu, stan drzew "
        "i zmiany od roku wcześniejszego, z raportem.",
        en="Computes from aerial pictures of a year, which lie in the folder of flights, a mosaic "
        "and vegetation indices; with heights of the process lidar land cover, the condition of "
        "trees and changes since an earlier year, too; with a report.",
    ),
    inputs={
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
        "areas": Input(
            Text(
                pl="Publiczna warstwa obszarów, dla których liczyć udziały i stan zieleni",
                en="Public layer of areas whose shares and greenness are wanted",
            ),
            {"type": "string", "pattern": "^[a-z][a-z0-9_]{0,47}$"},
            required=False,
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
    outputs={
        "report": Output(Text(pl="Raport", en="Report"), media_type="application/json"),
        "products": Output(Text(pl="Wszystkie wyniki", en="All products"), media_type=ZIP),
        "left_out": Output(
            Text(pl="Co pominięto i dlaczego", en="What was left out, and why"), {"type": "object"}
        ),
    },
    lane="long",
    longest_s=24 * 3600,
)  # fmt: skip
_MOST_AREAS = 200_000
_TOUCHED = (
    "ST_Intersects(geom, ST_Transform(ST_Segmentize(ST_MakeEnvelope($1, $2, $3, $4, $5), 100.0),"
    " ST_SRID(geom)))"
)


def run(inputs: Mapping[str, Any], running: Running) -> Mapping[str, Any]:
    """Return the report, an archive of all products, and what was left out.

    Raises:
        QueryError: There are no such pictures or areas, or what they are compared with has not been
            computed.
        DataError: No picture is fit for use.
    """
    from processing import executors
    from processing.flight import pictured, pictures, stac, summary

    folder = given(running, "pictures", inputs["pictures"])
    heights = _made(running, inputs, "flight", "flights", needs="ndsm.tif")
    before = _made(running, inputs, "before", "pictures", needs="report.json")
    wishes = pictures.Wishes(
        layout=inputs.get("layout"), date=inputs.get("date"), indices=inputs.get("indices", ()),
        ndsm=heights and heights / "ndsm.tif", trees=heights and heights / "trees.parquet",
        before=[before] if before else [],
        areas=running.folder / "areas.parquet" if "areas" in inputs else None,
    )  # fmt: skip
    work = computed(running, "pictures", inputs["pictures"])
    with told_without(running.settings.flights), executors.workers() as hands:
        paths = pictures.named([folder])
        if wishes.areas is not None:
            _write_areas(running, inputs["areas"], pictures.series(paths, wishes), wishes.areas)
        done, found = pictures.run(
            paths, work, wishes, hands,
            told=lambda so_far, of, name: running.tell(0.95 * so_far / max(of, 1), name),
        )  # fmt: skip
    summary.write(done, pictured.summary(done, found, wishes), polish=polish.said)
    stac.write_rasters(done, found.days, inputs, version=__version__)
    running.tell(0.97, "products.zip")
    return {
        "report": Path(shutil.copy(work / "report.json", running.folder / "report.json")),
        "products": packed(work, [one.file for one in done.products], running.folder),
        "left_out": dict(done.left_out),
    }


def _made(
    running: Running, inputs: Mapping[str, Any], name: str, kind: str, *, needs: str
) -> Path | None:
    """Return the folder of what another job has computed, if an input names it."""
    if name not in inputs:
        return None
    folder = computed(running, kind, inputs[name])
    if not (folder / needs).is_file():
        process = {"flights": "lidar", "pictures": "ortho"}[kind]
        raise QueryError(
            f'inputs.{name}: "{inputs[name]}" has not been computed; run the process {process}'
        )
    return folder


def _write_areas(running: Running, name: str, found: Series, file: Path) -> None:
    """Write the areas of a public layer that pictures touch."""
    from sip.load import export
    from sip.query.model import Sql
    from sip.settings import Role

    layer = running.catalogue.layers.get(name)
    if layer is None or not (layer.is_vector and layer.is_visible):
        raise QueryError(f'inputs.areas: there is no public layer "{name}"')
    if "Polygon" not in (layer.spec.geometry or ""):
        raise QueryError(f'inputs.areas: "{name}" has no areas')
    box = found.extent
    touched = Sql(_TOUCHED, (box.west, box.south, box.east, box.north, found.tiles[0].cells.crs))
    order = export.order(
        layer, running.catalogue, ending="parquet", where=touched, most_rows=_MOST_AREAS
    )
    login: Role = "sip_gateway" if running.role else "sip_public"
    if not export.export(order, file, running.settings, login, person=running.role):
        raise QueryError(f'inputs.areas: "{name}" has nothing where the pictures are')
