"""Carry out a graph in a folder of results: a log of it, its products under their own names."""

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
from processing.flight import doing
from processing.graph import Graph, Outcome, Output, Workers

STORE = "store"
LOG = "log.jsonl"
_WORK_PER_READING = 8
"""The work on a tile, in times of reading its points: for the progress before it is known."""
type Told = Callable[[int, int, str], None]
"""Told how much is done, of how much (points or cells), and in words what was done last."""


@dataclasses.dataclass(frozen=True)
class Product:
    """A file that comes out of a run."""

    file: str
    """Its name in the folder of the run."""
    output: Output
    title_pl: str
    title_en: str


@dataclasses.dataclass(frozen=True)
class Wanted:
    """What is to be made of which files."""

    tasks: Graph
    products: Sequence[Product]
    inputs: Sequence[Path]
    left_out: Mapping[str, str] = dataclasses.field(default_factory=dict)
    """Why a file takes no part, by its name."""
    pictures: Sequence[Path] = ()
    """Those of the inputs that are pictures of the flight."""


@dataclasses.dataclass(frozen=True)
class Done:
    """What came of it."""

    folder: Path
    inputs: Sequence[Path]
    products: Sequence[Product]
    """Those that were made."""
    left_out: Mapping[str, str]
    """Why a file, or a part of the work, was left out, by its name."""
    made: int
    """Tasks that were done now."""
    kept: int
    """Tasks whose results were there."""
    pictures: Sequence[Path] = ()
    """Those of the inputs that are pictures of the flight."""


def carry_out(wanted: Wanted, folder: Path, workers: Workers, *, told: Told) -> Done:
    """Make what is wanted in a folder; what was made before is not made again.

    Raises:
        DataError: A file is missing, or another run works in the folder.
    """
    store = folder / STORE
    with Log(folder, told) as log:
        outcome = log.run(wanted.tasks, store, workers, reading=False)
    made = place(wanted.tasks, wanted.products, folder)
    failed = {doing.said(name): why for name, why in outcome.failed.items()}
    left_out = without_folders({**wanted.left_out, **failed}, wanted.inputs, store)
    return Done(
        folder, wanted.inputs, made, left_out, len(outcome.made), len(outcome.kept),
        wanted.pictures,
    )  # fmt: skip


def place(tasks: Graph, products: Sequence[Product], folder: Path) -> list[Product]:
    """Show what was made under its own name; return the products that there are."""
    folders = graph.plan(tasks, folder / STORE)
    made = [one for one in products if folders[one.output.task].is_dir()]
    for product in made:
        _placed(graph.result(tasks, folders, product.output), folder / product.file)
    return made


def without_folders(texts: Mapping[str, str], paths: Sequence[Path], store: Path) -> dict[str, str]:
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


class Log:
    """Writes a line per task into the run's log, and tells how much is done."""

    def __init__(self, folder: Path, told: Told):
        folder.mkdir(parents=True, exist_ok=True)
        self._file = (folder / LOG).open("a", encoding="utf-8")
        self._told = told
        self._begun = time.monotonic()
        self._before = 0

    def __enter__(self) -> Log:
        """Return it."""
        return self

    def __exit__(self, *_: Any) -> None:
        """Close the file."""
        self._file.close()

    def run(self, tasks: Graph, store: Path, workers: Workers, *, reading: bool) -> Outcome:
        """Run a graph; one that is but `reading` is followed by one that works on the same."""
        own = sum(one.weight for one in tasks.values())
        total = self._before + own * (_WORK_PER_READING if reading else 1)
        done = self._before
        self._before += own

        def tell(name: str, state: str, folder: Path) -> None:
            nonlocal done
            done += tasks[name].weight
            after_s = round(time.monotonic() - self._begun, 2)
            line = {"after_s": after_s, "task": name, "state": state, "result": folder.name}
            self._file.write(json.dumps(line, ensure_ascii=False) + "\n")
            self._file.flush()
            self._told(done, total, doing.said(name))

        outcome = graph.run(tasks, store, workers, tell=tell, clear=not reading)
        for name, why in outcome.failed.items():
            self._file.write(json.dumps({"task": name, "failed": why}, ensure_ascii=False) + "\n")
        return outcome
