"""A run over a flight: what is wrong is left out and named, the rest is made, measured and told."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from processing import graph
from processing.cloud import files as clouds
from processing.cloud.files import Facts
from processing.cloud.gathering import agree, widened
from processing.flight import carrying, doing, lidar
from processing.flight.carrying import STORE, Log, Product, Told
from processing.flight.lidar import Plan, Wishes
from processing.flight.tiles import tiles
from processing.graph import Output, Workers
from sip.crs import Extent, enclosing
from sip.errors import DataError


@dataclasses.dataclass(frozen=True)
class Run:
    """What came of a run."""

    folder: Path
    wishes: Wishes
    facts: Sequence[Facts]
    """The files that were used."""
    left_out: Mapping[str, str]
    """Why a file, or a part of the work, was left out, by its name."""
    surveys: Sequence[Mapping[str, Any]]
    quality: Sequence[Mapping[str, Any]]
    """Of each tile."""
    seams: Mapping[str, Mapping[str, Any]]
    control: Mapping[str, Any] | None
    products: Sequence[Product]
    """Those that were made."""
    made: int
    """Tasks that were done now."""
    kept: int
    """Tasks whose results were there."""


def headers(paths: Sequence[Path], wishes: Wishes) -> tuple[list[Facts], dict[str, str]]:
    """Read the headers of files; return what they say, and why others are left out.

    Files whose plane or heights differ from those of most are left out.
    """
    good: list[Facts] = []
    left_out: dict[str, str] = {}
    for path in paths:
        try:
            good.append(clouds.facts(path, crs=wishes.crs, height_crs=wishes.height_crs))
        except DataError as error:
            left_out[path.name] = str(error)
    kinds = [(one.crs, one.height_crs) for one in good]
    common = max(kinds, key=lambda one: (kinds.count(one), -kinds.index(one)), default=None)
    usual = next((one for one in good if (one.crs, one.height_crs) == common), None)
    for one in list(good):
        try:
            agree([one if usual is None else usual, one])
        except DataError as error:
            good.remove(one)
            left_out[one.file.name] = str(error)
    return good, left_out


def around(good: Sequence[Facts], wishes: Wishes) -> Extent:
    """Return the rectangle of all files with its margin."""
    return widened(enclosing(one.extent for one in good), wishes.margin_m)


def planned(paths: Sequence[Path], wishes: Wishes) -> tuple[Plan, dict[str, str], list[Facts]]:
    """Return what would be done if no file is damaged inside, and what is left out already.

    Raises:
        DataError: No file is fit for use, or cores have too many points for a worker's memory.
    """
    good, left_out = headers(paths, wishes)
    _check_any(good, left_out)
    size_m = lidar.settled(good, wishes)
    cut = tiles(good, size_m=size_m, margin_m=wishes.margin_m)
    return lidar.plan(cut, wishes, size_m), left_out, good


def run(
    paths: Sequence[Path], folder: Path, wishes: Wishes, workers: Workers, *, told: Told
) -> Run:
    """Make all products of a flight in a folder; what was made before is not made again.

    Raises:
        DataError: No file is fit for use, cores have too many points for a worker's memory, or
            another run works in the folder.
    """
    store = folder / STORE
    good, left_out = headers(paths, wishes)
    size_m = lidar.settled(good, wishes)
    reading = lidar.inspections(good, wishes, size_m)
    with Log(folder, told) as log:
        read = log.run(reading, store, workers, reading=True)
        for one in list(good):
            name = f"read {one.file}"
            why = [read.failed[task] for task in (name, *reading[name].needs())
                   if task in read.failed]  # fmt: skip
            if why:
                good.remove(one)
                left_out[one.file.name] = why[0]
        _check_any(good, left_out)
        cut = tiles(good, size_m=size_m, margin_m=wishes.margin_m)
        wanted = lidar.plan(cut, wishes, size_m)
        outcome = log.run(wanted.tasks, store, workers, reading=False)
    folders = graph.plan(wanted.tasks, store)

    def read_json(output: Output | None) -> Any:
        if output is None or not folders[output.task].is_dir():
            return None
        return json.loads(graph.result(wanted.tasks, folders, output).read_text(encoding="utf-8"))

    facts_of = graph.plan(reading, store)
    surveys = [
        json.loads((facts_of[f"read {one.file}"] / "facts.json").read_text()) for one in good
    ]
    made = carrying.place(wanted.tasks, wanted.products, folder)
    left_out |= _once(outcome.failed)
    left_out = carrying.without_folders(left_out, [*paths, *wishes.files], store)
    return Run(
        folder, wishes, good, left_out, surveys,
        [one for one in map(read_json, wanted.quality) if one],
        {name: one for name, output in wanted.seams.items() if (one := read_json(output))},
        read_json(wanted.control),
        made,
        len(read.made) + len(outcome.made),
        len(read.kept) + sum(not wanted.tasks[one].passing for one in outcome.kept),
    )  # fmt: skip


def _check_any(good: Sequence[Facts], left_out: Mapping[str, str]) -> None:
    if not good:
        raise DataError("\n".join(["no file is fit for use:", *left_out.values()]))


def _once(failed: Mapping[str, str]) -> dict[str, str]:
    """Return why tasks failed; what failed on several tiles for one reason is named once."""
    names: dict[tuple[str, str], list[str]] = {}
    for name, why in failed.items():
        names.setdefault((name.partition(" ")[0], why), []).append(name)
    return {
        doing.said(some[0]) if len(some) == 1 else doing.said_of_many(kind, len(some)): why
        for (kind, why), some in names.items()
    }
