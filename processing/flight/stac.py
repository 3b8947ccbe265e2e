"""STAC 1.1 items of what a run has made and was given: static files beside them."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from processing.cloud.files import facts, is_empty
from processing.flight import records
from processing.flight.carrying import Done
from processing.flight.running import Run
from processing.graph import file_hash


def write(run: Run, days: Sequence[str], parameters: Mapping[str, Any], *, version: str) -> None:
    """Write `stac/collection.json` and an item for each raster and each cloud of a run.

    Args:
        run: What was made.
        days: Days of the flight; without any an item would have no time, and none is written.
        parameters: What the run was told.
        version: Of SIP.
    """
    if not days:
        return
    hashes = {one.file.name: file_hash(one.file) for one in run.facts}
    made = [
        records.raster(
            run.folder / one.file, name=Path(one.file).stem, title=one.title_en,
            href=f"../{one.file}",
        )
        for one in run.products if one.file.endswith(".tif")
    ]  # fmt: skip
    made += [
        records.cloud(
            run.folder / one.file, facts(run.folder / one.file), name=Path(one.file).stem,
            title=one.title_en, href=f"../{one.file}", density_per_m2=None,
        )
        for one in run.products
        if one.file.endswith(".laz") and not is_empty(run.folder / one.file)
    ]  # fmt: skip
    for item in made:
        records.processed(
            item, lineage=_lineage("sip process lidar", hashes), inputs=hashes,
            parameters=parameters, version=version,
        )  # fmt: skip
    density = {one["facts"]["file"]: one["density_per_m2"] for one in run.surveys}
    given = [
        records.cloud(
            one.file, one, name=f"cloud-{_marked(one.file)}", title=one.file.name,
            href=str(one.file), density_per_m2=density.get(one.file.name),
        )
        for one in run.facts
    ]  # fmt: skip
    _write(run.folder / "stac", [*made, *given], days, f"What was made of {len(hashes)} clouds.")


def write_rasters(
    done: Done, days: Sequence[str], parameters: Mapping[str, Any], *, version: str
) -> None:
    """Write the same for the rasters of a run that was given other files than points.

    Args:
        done: What was made; pictures among its inputs have items, too.
        days: First and last day that it is about; without any nothing is written.
        parameters: What the run was told.
        version: Of SIP.
    """
    products = [one for one in done.products if one.file.endswith(".tif")]
    if not days or not products:
        return
    hashes = {one.name: file_hash(one) for one in done.inputs}
    items = [
        records.raster(
            done.folder / one.file, name=Path(one.file).stem, title=one.title_en,
            href=f"../{one.file}",
        )
        for one in products
    ]  # fmt: skip
    for item in items:
        records.processed(
            item, lineage=_lineage("sip process", hashes), inputs=hashes,
            parameters=parameters, version=version,
        )  # fmt: skip
    items += [
        records.raster(
            one, name=f"picture-{_marked(one)}", title=one.name, href=str(one)
        )
        for one in done.pictures
    ]  # fmt: skip
    _write(done.folder / "stac", items, days, f"What was made of {len(hashes)} files.")


def _marked(file: Path) -> str:
    """Return a name for a file of which another folder may have a namesake."""
    return f"{file.stem}-{hashlib.sha256(str(file).encode()).hexdigest()[:6]}"


def _lineage(command: str, hashes: Mapping[str, str]) -> str:
    return f"Made by {command} of {', '.join(sorted(hashes))}"


def _write(
    folder: Path, items: Sequence[dict[str, Any]], days: Sequence[str], description: str
) -> None:
    first, last = days[0], days[-1]
    for item in items:
        records.days(item, first, last)
        item["collection"] = "flight"
        item["links"] = [
            {"rel": rel, "href": "collection.json", "type": "application/json"}
            for rel in ("root", "collection", "parent")
        ] + [{"rel": "self", "href": f"{item['id']}.json", "type": "application/geo+json"}]
        records.write(folder / f"{item['id']}.json", item)
    boxes = list(zip(*(one["bbox"] for one in items), strict=True))
    whole = [min(boxes[0]), min(boxes[1]), max(boxes[2]), max(boxes[3])]
    links = [
        {"rel": "item", "href": f"{one['id']}.json", "type": "application/geo+json"}
        for one in items
    ]
    collection = {
        "type": "Collection",
        "stac_version": records.VERSION,
        "id": "flight",
        "description": description,
        "license": "other",
        "extent": {
            "spatial": {"bbox": [whole]},
            "temporal": {"interval": [[f"{first}T00:00:00Z", f"{last}T23:59:59Z"]]},
        },
        "links": [
            {"rel": "root", "href": "collection.json", "type": "application/json"}, *links
        ],
    }  # fmt: skip
    records.write(folder / "collection.json", collection)
