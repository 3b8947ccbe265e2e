"""What processes over flights share: what they are given, and how their products are handed out.

Points and pictures lie in folders below that of flights, which the administrator fills
(`Settings.flights`); what is computed of them is kept beside the jobs, under the same names.
"""

from __future__ import annotations

import datetime
import json
import shutil
import zipfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from sip import crs
from sip.catalogue import Catalogue
from sip.errors import DataError, QueryError
from sip.jobs.process import Input, Output, Process, Running
from sip.settings import Settings
from sip.text import Text

ZIP = "application/zip"
NAME: Mapping[str, Any] = {
    "type": "string",
    "pattern": "^[A-Za-z0-9_-]{1,80}$",
    "examples": ["flight_2026"],
}
"""JSON Schema of a flight's name: a folder below that of flights."""
DAY: Mapping[str, Any] = {"type": "string", "format": "date", "examples": ["2026-05-31"]}
"""JSON Schema of a day."""
EPSG: Mapping[str, Any] = {"type": "integer", "minimum": 1024, "maximum": 32767}
"""JSON Schema of the code of a CRS."""
OUTPUTS: Mapping[str, Output] = {
    "report": Output(
        Text(pl="Raport jakości", en="Report of quality"), media_type="application/json"
    ),
    "products": Output(Text(pl="Wszystkie wyniki", en="All products"), media_type=ZIP),
    "left_out": Output(
        Text(pl="Co pominięto i dlaczego", en="What was left out, and why"),
        {"type": "object", "additionalProperties": {"type": "string"}},
        is_spoken=True,
    ),
}
_LONGEST_S = 24 * 3600
_KINDS = ("flights", "pictures", "changes")
"""What is computed of flights, of pictures, and of two flights."""


def over_flights(title: Text, description: Text, inputs: Mapping[str, Input]) -> Process:
    """Return a process that makes products of what lies in the folder of flights."""
    return Process(title, description, inputs, OUTPUTS, lane="long", longest_s=_LONGEST_S)


def given(settings: Settings, name: str, folder: str) -> Path:
    """Return the folder that an input names below that of flights.

    Raises:
        QueryError: It is not there.
    """
    path = settings.flights / folder
    if not path.is_dir():
        raise QueryError(f'inputs.{name}: there is no folder "{folder}" among the flights')
    return path


def computed(settings: Settings, kind: str, *names: str) -> Path:
    """Return the folder of what was, or will be, computed of flights of these names."""
    return settings.jobs.joinpath(f".{kind}", *names)


def not_computed(name: str, flight: str, process: str) -> QueryError:
    """Return the refusal of an input that names what another process has not computed yet."""
    return QueryError(f'inputs.{name}: "{flight}" has not been computed; run the process {process}')


def check_said(inputs: Mapping[str, Any], catalogue: Catalogue) -> None:
    """Do nothing if what is said for files, where they say nothing, can be so.

    Raises:
        QueryError: `crs` is no plane in metres, `heights` no datum, or `date` is still to come.
    """
    if "crs" in inputs and not crs.is_plane(inputs["crs"]):
        raise QueryError(f"inputs.crs: EPSG:{inputs['crs']} is no plane in metres")
    if "heights" in inputs and not crs.is_of_heights(inputs["heights"]):
        raise QueryError(f"inputs.heights: EPSG:{inputs['heights']} is no datum of heights")
    today = datetime.datetime.now(ZoneInfo(catalogue.project.time_zone)).date().isoformat()
    if inputs.get("date", "") > today:
        raise QueryError(f"inputs.date: {inputs['date']} is still to come")


@contextmanager
def refusing(name: str, settings: Settings) -> Iterator[None]:
    """Let what is wrong with files be the fault of an input.

    Raises:
        QueryError: What was raised, without folders of the server.
    """
    try:
        yield
    except DataError as error:
        raise QueryError(f"inputs.{name}: {_without_folders(str(error), settings)}") from error


@contextmanager
def told_without_folders(running: Running) -> Iterator[None]:
    """Let refusals name files alone: where they lie on the server is nobody's business.

    Raises:
        DataError: What was raised, without folders.
    """
    try:
        yield
    except DataError as error:
        text = str(error).replace(f"{running.folder}/", "")
        raise DataError(_without_folders(text, running.settings)) from error


def _without_folders(text: str, settings: Settings) -> str:
    for folder in (settings.flights, *(computed(settings, one) for one in _KINDS)):
        text = text.replace(f"{folder}/", "")
    return text


def telling(running: Running) -> Callable[[int, int, str], None]:
    """Return what tells how much of the work on a flight is done."""
    return lambda done, of, what: running.tell(0.95 * done / max(of, 1), what)


def handed_out(running: Running, work: Path, files: Sequence[str]) -> Mapping[str, Any]:
    """Return the outputs: the report, an archive of products, and what the report left out.

    Args:
        running: The job.
        work: The folder of the run, with its reports.
        files: Names of the products in it.
    """
    running.tell(0.97, "packing products")
    report = Path(shutil.copy(work / "report.json", running.folder / "report.json"))
    archive = running.folder / "products.zip"
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as target:
        for name in (*files, "report.pl.html", "report.en.html"):
            target.write(work / name, name)
    left_out = json.loads(report.read_text(encoding="utf-8"))["left_out"]
    return {"report": report, "products": archive, "left_out": left_out}
