"""A run over a flight: what is wrong is left out and named, the rest is made, measured and told."""

from __future__ import annotations

import dataclasses
import json
import os
import shutil
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from processing import graph
from processing.cloud import files as clouds
from processing.cloud.files import Facts
from processing.cloud.gathering import agree
from processing.flight import lidar
from processing.flight.lidar import Plan, Wishes
from processing.flight.tiles import tiles
from processing.graph import Graph, Outcome, Output, Workers
from sip.errors import DataError

STORE = "store"
LOG = "log.jsonl"
ENDINGS = (".las", ".laz")
_WORK_PER_READING = 7
"""The work on a tile, in times of reading its points: for the progress before it is known."""
type Told = Callable[[int, int, str], None]
"""Told how much is done, of how much (points), and what was done last."""


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
    products: Sequence[lidar.Product]
    """Those that were made."""
    made: int
    """Tasks that were done now."""
    kept: int
    """Tasks whose results were there."""


def named(paths: Sequence[Path]) -> list[Path]:
    """Return the files of points that paths name: themselves, or all in a folder.

    Raises:
        DataError: A path is not there, or a folder has none.
    """
    found: list[Path] = []
    for path in paths:
        if path.is_dir():
            inside = sorted(one for one in path.rglob("*") if one.suffix.lower() in ENDINGS)
            if not inside:
                raise DataError(f"{path}: there is no LAS or LAZ file in it")
            found += inside
        elif path.exists():
            found.append(path)
        else:
            raise DataError(f"{path}: there is no such file")
    return list(dict.fromkeys(one.absolute() for one in found))


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


def planned(paths: Sequence[Path], wishes: Wishes) -> tuple[Plan, dict[str, str], list[Facts]]:
    """Return what would be done if no file is damaged inside, and what is left out already."""
    good, left_out = headers(paths, wishes)
    cut = tiles(good, size_m=wishes.size_m, margin_m=wishes.margin_m)
    return lidar.plan(cut, wishes), left_out, good


def run(
    paths: Sequence[Path], folder: Path, wishes: Wishes, workers: Workers, *, told: Told
) -> Run:
    """Make all products of a flight in a folder; what was made before is not made again.

    Raises:
        DataError: No file is fit for use, or another run works in the folder.
    """
    store = folder / STORE
    good, left_out = headers(paths, wishes)
    reading = lidar.inspections(good, wishes)
    with _Log(folder, told) as log:
        read = log.run(reading, store, workers)
        for one in list(good):
            if (why := read.failed.get(f"read {one.file.name}")) is not None:
                good.remove(one)
                left_out[one.file.name] = why
        if not good:
            raise DataError("\n".join(["no file is fit for use:", *left_out.values()]))
        cut = tiles(good, size_m=wishes.size_m, margin_m=wishes.margin_m)
        wanted = lidar.plan(cut, wishes)
        outcome = log.run(wanted.tasks, store, workers)
    folders = graph.plan(wanted.tasks, store)

    def read_json(output: Output | None) -> Any:
        if output is None or not folders[output.task].is_dir():
            return None
        return json.loads(graph.result(wanted.tasks, folders, output).read_text(encoding="utf-8"))

    facts_of = graph.plan(reading, store)
    surveys = [
        json.loads((facts_of[f"read {one.file.name}"] / "facts.json").read_text()) for one in good
    ]
    for product in wanted.products:
        if folders[product.output.task].is_dir():
            _placed(graph.result(wanted.tasks, folders, product.output), folder / product.file)
    left_out |= outcome.failed
    return Run(
        folder, wishes, good, _without_folders(left_out, paths, store), surveys,
        [one for one in map(read_json, wanted.quality) if one],
        {name: one for name, output in wanted.seams.items() if (one := read_json(output))},
        read_json(wanted.control),
        [one for one in wanted.products if folders[one.output.task].is_dir()],
        len(read.made) + len(outcome.made), len(read.kept) + len(outcome.kept),
    )  # fmt: skip


def _without_folders(
    texts: Mapping[str, str], paths: Sequence[Path], store: Path
) -> dict[str, str]:
    """Return texts that name files without their folders: a report is read by others, too."""
    folders = sorted({f"{one}/" for one in (store, *(one.parent for one in paths))}, key=len)
    short = dict(texts)
    for folder in reversed(folders):
        short = {name: text.replace(folder, "") for name, text in short.items()}
    return short


def _placed(made: Path, target: Path) -> None:
    """Show a result under its own name: the same file twice, or a copy on another file system."""
    if target.exists() and target.samefile(made):
        return
    target.parent.mkdir(exist_ok=True)
    new = target.with_name(f".{target.name}.new")
    new.unlink(missing_ok=True)
    try:
        os.link(made, new)
    except OSError:
        shutil.copyfile(made, new)
    os.replace(new, target)


class _Log:
    """Writes a line per task into the run's log, and tells how much is done."""

    def __init__(self, folder: Path, told: Told):
        folder.mkdir(parents=True, exist_ok=True)
        self._file = (folder / LOG).open("a", encoding="utf-8")
        self._told = told
        self._begun = time.monotonic()
        self._before = 0

    def __enter__(self) -> _Log:
        """Return it."""
        return self

    def __exit__(self, *_: object) -> None:
        """Close the file."""
        self._file.close()

    def run(self, tasks: Graph, store: Path, workers: Workers) -> Outcome:
        """Run a graph; the first one reads what the second one works on several times."""
        own = sum(one.weight for one in tasks.values())
        total = self._before + own * (1 if self._before else _WORK_PER_READING)
        done = self._before
        self._before += own

        def tell(name: str, state: str, folder: Path) -> None:
            nonlocal done
            done += tasks[name].weight
            after_s = round(time.monotonic() - self._begun, 2)
            line = {"after_s": after_s, "task": name, "state": state, "result": folder.name}
            self._file.write(json.dumps(line, ensure_ascii=False) + "\n")
            self._file.flush()
            self._told(done, total, name)

        outcome = graph.run(tasks, store, workers, tell=tell)
        for name, why in outcome.failed.items():
            self._file.write(json.dumps({"task": name, "failed": why}, ensure_ascii=False) + "\n")
        return outcome
