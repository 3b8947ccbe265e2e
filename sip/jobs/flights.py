"""What processes over flights share: how one is named and found, how its products are handed out.

Points and pictures lie in folders below that of flights, which the administrator fills
(`Settings.flights`); what is computed of them is kept beside the jobs, under the same names.
"""

from __future__ import annotations

import zipfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sip.errors import DataError, QueryError
from sip.jobs.process import Running

ZIP = "application/zip"
NAME: Mapping[str, Any] = {
    "type": "string",
    "pattern": "^[A-Za-z0-9_-]{1,80}$",
    "examples": ["flight_2026"],
}
"""JSON Schema of a flight's name: a folder below that of flights."""
DAY: Mapping[str, Any] = {
    "type": "string",
    "pattern": r"^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$",
    "examples": ["2026-05-31"],
}
"""JSON Schema of a day."""
EPSG: Mapping[str, Any] = {"type": "integer", "minimum": 1024, "maximum": 32767}
"""JSON Schema of the code of a CRS."""


def given(running: Running, name: str, folder: str) -> Path:
    """Return the folder that an input names below that of flights.

    Raises:
        QueryError: It is not there.
    """
    path = running.settings.flights / folder
    if not path.is_dir():
        raise QueryError(f'inputs.{name}: there is no folder "{folder}" among the flights')
    return path


def computed(running: Running, kind: str, *names: str) -> Path:
    """Return the folder of what was, or will be, computed of flights of these names."""
    return running.settings.jobs.joinpath(f".{kind}", *names)


@contextmanager
def told_without(folder: Path) -> Iterator[None]:
    """Let refusals name files without the folder of flights: where it lies is nobody's business.

    Raises:
        DataError: What was raised, without the folder.
    """
    try:
        yield
    except DataError as error:
        raise DataError(str(error).replace(f"{folder}/", "")) from error


def packed(work: Path, names: Sequence[str], folder: Path) -> Path:
    """Write an archive of the named files of a folder, and of its reports, into another one."""
    archive = folder / "products.zip"
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as target:
        for name in (*names, "report.pl.html", "report.en.html"):
            target.write(work / name, name)
    return archive
