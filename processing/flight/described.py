"""STAC items of files that layers name: of what run, step or office they are."""

from __future__ import annotations

import datetime
import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from processing.cloud.files import facts
from processing.flight import records
from processing.graph import file_hash


def describe(
    file: Path,
    target: Path,
    *,
    href: str,
    title: str,
    year: int | None = None,
    made_by: str = "",
    parameters: Mapping[str, Any] | None = None,
    inputs: Sequence[Path] = (),
    derived_from: Sequence[tuple[str, str]] = (),
    version: str,
) -> bool:
    """Write the item of a file, unless it was written after the file; say whether it was written.

    A file in the folder of a run takes time and lineage from the run's own item; what a step has
    made, from the step. Its days are those of its year, or the day on which the file was written.

    Args:
        file: Raster or cloud.
        target: Of the item; its name is the item's id.
        href: The file as services know it.
        title: For people.
        year: That the file is about.
        made_by: Step that has made it.
        parameters: Of the step.
        inputs: Files that the step has read.
        derived_from: Collection and item of layers that it has read.
        version: Of SIP.

    Raises:
        DataError: The file cannot be read.
    """
    if target.is_file() and target.stat().st_mtime_ns > file.stat().st_mtime_ns:
        return False
    name = target.stem
    if file.suffix.lower() in (".laz", ".las"):
        about = facts(file)
        item = records.cloud(file, about, name=name, title=title, href=href, density_per_m2=None)
    else:
        item = records.raster(file, name=name, title=title, href=href)
    written = datetime.datetime.fromtimestamp(file.stat().st_mtime, datetime.UTC)
    day = f"{written:%Y-%m-%d}"
    records.days(item, *((f"{year}-01-01", f"{year}-12-31") if year else (day, day)))
    if made_by:
        hashes = {one.name: file_hash(one) for one in inputs}
        records.processed(
            item, lineage=f"Made by the step {made_by} of {', '.join(sorted(hashes))}",
            inputs=hashes, parameters=parameters or {}, version=version,
        )  # fmt: skip
        item["properties"]["sip:derived_from"] = [list(one) for one in derived_from]
    _of_run(item, file.parent / "stac" / f"{file.stem}.json")
    records.write(target, item)
    return True


def _of_run(item: dict[str, Any], own: Path) -> None:
    """Take time and lineage from the item that a run has written of the same file."""
    try:
        said = json.loads(own.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return
    told = ("processing:", "sip:", "start_datetime", "end_datetime")
    item["properties"] |= {
        name: one for name, one in said["properties"].items() if name.startswith(told)
    }
    if records.PROCESSING in said["stac_extensions"]:
        item["stac_extensions"] = sorted({*item["stac_extensions"], records.PROCESSING})
