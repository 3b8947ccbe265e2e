"""Make the layers that name a processing step, as far as what they are made from has changed.

A layer file says `process: terrain.hillshade` and `inputs: {dtm: dtm}`. What is current is left
alone; what was made anew is published.
"""

from __future__ import annotations

import argparse
import inspect
import os
import shutil
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

import geopandas
import psycopg

from processing import executors, graph, steps
from processing.flight import described
from processing.graph import Graph, Output, Task
from sip import __version__, declaration
from sip import catalogue as catalogues
from sip import publish as publishing
from sip.catalogue import Catalogue, Layer
from sip.database.tables import quoted
from sip.errors import DataError, Problem, UsageError
from sip.layer import EVERY_YEAR, RasterFile
from sip.load import export, folder
from sip.progress import progress_bar
from sip.settings import Settings

_UNTOLD = ("inputs", "outputs")
_DECIMALS = 3
"""Of numbers in rows: a millimetre."""


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument("--dry-run", action="store_true", help="only say what would be done")
    parser.add_argument(
        "--workers", type=int, default=1, metavar="N", help="processes (%(default)s)"
    )
    parser.add_argument("--scheduler", metavar="ADDRESS", help="a Dask cluster: tcp://...")


def run(args: argparse.Namespace, settings: Settings) -> int:
    """Make what is stale, and publish it."""
    catalogue = catalogues.load(settings.project)
    tasks = _graph(catalogue, settings)
    if args.dry_run:
        possible, lacking = _possible(tasks)
        for name, made in graph.plan(possible, settings.derived).items():
            print(f"{name}: {'current' if made.is_dir() else 'to be made'}")
        for name, why in lacking.items():
            print(f"{name}: {why}", file=sys.stderr)
        return 1 if lacking else 0
    changed, failed = build(
        catalogue, settings, workers=args.workers, scheduler=args.scheduler, tasks=tasks
    )
    for name in changed:
        print(f"{name}: made")
    for name, why in failed.items():
        print(f"{name}: {why}", file=sys.stderr)
    for name, why in describe(catalogue, settings).items():
        print(f"{name}: no STAC item: {why}", file=sys.stderr)
    if changed:
        print(f"published as {publishing.publish(catalogue, settings).name}", file=sys.stderr)
    elif not failed:
        print("all is current", file=sys.stderr)
    return 1 if failed else 0


def build(
    catalogue: Catalogue,
    settings: Settings,
    *,
    workers: int = 1,
    scheduler: str | None = None,
    tasks: Graph | None = None,
) -> tuple[list[str], Mapping[str, str]]:
    """Make what is stale; return the layers that have changed, and why others could not be made.

    Raises:
        DataError: A layer has no table yet.
    """
    _need_tables(catalogue, settings)
    wanted, lacking = _possible(_graph(catalogue, settings) if tasks is None else tasks)
    if not wanted:
        return [], lacking
    with (
        executors.workers(count=workers, scheduler=scheduler) as hands,
        progress_bar("making layers") as progress,
    ):
        done: list[str] = []

        def tell(name: str, _state: str, _folder: Path) -> None:
            done.append(name)
            progress(len(done), len(wanted))

        outcome = graph.run(wanted, settings.derived, hands, tell=tell)
    folders = graph.plan(wanted, settings.derived)
    changed = list(
        _put_in_place(catalogue, settings, wanted, folders, [*outcome.made, *outcome.kept])
    )
    _sweep(settings.derived, folders)
    left = dict.fromkeys(outcome.left_out, "what it is made from could not be made")
    return changed, {**outcome.failed, **left, **lacking}


def _need_tables(catalogue: Catalogue, settings: Settings) -> None:
    """Refuse to begin work whose result has no place.

    Raises:
        DataError: A layer was declared since the last `sip migrate`.
    """
    made = [one for one in catalogue.layers.values() if one.spec.process and one.is_table]
    with psycopg.connect(settings.dsn("sip_owner")) as connection:
        for layer in made:
            name = f"{quoted(layer.theme)}.{quoted(layer.id)}"
            if connection.execute("SELECT to_regclass(%s)", [name]).fetchone() == (None,):
                raise DataError(f"{layer.id} has no table yet: sip migrate")


def _possible(tasks: Graph) -> tuple[Graph, dict[str, str]]:
    """Return the tasks whose files are there, and what the others lack."""
    lacking: dict[str, str] = {}
    for name, task in tasks.items():
        files = [one for some in task.inputs.values() for one in some if isinstance(one, Path)]
        absent = [one for one in files if not one.exists()]
        if absent:
            lacking[name] = f"needs {absent[0]}, which is not there"
    while late := {
        name: "what it is made from could not be made"
        for name, task in tasks.items()
        if name not in lacking and task.needs() & {*lacking}
    }:
        lacking |= late
    return {name: task for name, task in tasks.items() if name not in lacking}, lacking


def describe(catalogue: Catalogue, settings: Settings) -> Mapping[str, str]:
    """Write the STAC items of all rasters and clouds that layers name; return what has none.

    What no layer names any more is removed.
    """
    failed: dict[str, str] = {}
    kept = set()
    for layer in catalogue.layers.values():
        for file in _shown(layer):
            target = settings.records / layer.id / f"{_item(layer, file)}.json"
            kept.add(target)
            paths, layers = _read_by(layer, file.year, catalogue, settings)
            try:
                described.describe(
                    settings.data / file.file, target, href=file.file, title=layer.spec.title.en,
                    year=file.year, made_by=layer.spec.process or "",
                    parameters=layer.spec.parameters, inputs=paths, derived_from=layers,
                    version=__version__,
                )  # fmt: skip
            except (DataError, OSError) as error:
                failed[target.stem] = str(error)
    for old in {*settings.records.glob("*/*.json")} - kept:
        old.unlink()
    return failed


def _shown(layer: Layer) -> tuple[RasterFile, ...]:
    if layer.spec.point_cloud is not None:
        return (RasterFile(file=layer.spec.point_cloud.file),)
    return layer.spec.raster.files if layer.spec.raster else ()


def _item(layer: Layer, file: RasterFile) -> str:
    return f"{layer.id}_{file.year}" if file.year else layer.id


def _read_by(
    layer: Layer, year: int | None, catalogue: Catalogue, settings: Settings
) -> tuple[list[Path], list[tuple[str, str]]]:
    """Return the files that a layer's step reads, and layer and item of those that have one."""
    paths: list[Path] = []
    layers: list[tuple[str, str]] = []
    for given in layer.spec.inputs.values():
        source = catalogue.layers.get(given.removesuffix(EVERY_YEAR))
        if source is None:
            paths.append(settings.data / given.replace("{year}", str(year)))
            continue
        every = _shown(source)
        chosen = [one for one in every if one.year == year] if given == source.id else every
        paths += [settings.data / one.file for one in chosen or every[-1:]]
        layers += [(source.id, _item(source, one)) for one in chosen or every[-1:]]
    return [one for one in paths if one.is_file()], layers


def problems(catalogue: Catalogue) -> list[Problem]:
    """Return what layers say of steps that no step says of itself; for `sip check`."""
    return [
        problem
        for layer in catalogue.layers.values()
        if layer.spec.process
        for problem in _wrong(layer, catalogue.folder)
    ]


def _wrong(layer: Layer, project: Path) -> Iterator[Problem]:
    document, _ = declaration.read(project / layer.file)
    assert document is not None, "it was read a moment ago"
    document.file = layer.file
    try:
        step = steps.find(layer.spec.process or "")
    except UsageError as error:
        yield document.problem(("process",), str(error))
        return
    outputs = ", ".join(step.outputs)
    if layer.spec.output is None and len(step.outputs) > 1:
        yield document.problem(("process",), f"say which output it is: {outputs}")
    elif layer.spec.output is not None and layer.spec.output not in step.outputs:
        yield document.problem(
            ("output",), f'the step has no output "{layer.spec.output}": {outputs}'
        )
    known = [one for one in inspect.signature(step.work).parameters if one not in _UNTOLD]
    for name in layer.spec.parameters:
        if name not in known:
            hint = declaration.did_you_mean(name, known)
            yield document.problem(("parameters", name), "is no parameter of the step", hint)


def _graph(catalogue: Catalogue, settings: Settings) -> Graph:
    """Return one task per file of each derived raster layer, and one per derived register."""
    derived = {one.id: one for one in catalogue.layers.values() if one.spec.process}
    tables: dict[str, Path] = {}
    tasks: dict[str, Task] = {}
    for layer in derived.values():
        for file in _files(layer):
            inputs = {
                name: _sources(given, file.year, catalogue, settings, derived, tables)
                for name, given in layer.spec.inputs.items()
            }
            tasks[_task(layer, file)] = Task(
                layer.spec.process or "", inputs, layer.spec.parameters
            )
    return tasks


def _files(layer: Layer) -> tuple[RasterFile, ...]:
    return layer.spec.raster.files if layer.spec.raster else (RasterFile(file=""),)


def _task(layer: Layer, file: RasterFile) -> str:
    return f"{layer.id}@{file.year}" if file.year else layer.id


def _sources(
    given: str,
    year: int | None,
    catalogue: Catalogue,
    settings: Settings,
    derived: Mapping[str, Layer],
    tables: dict[str, Path],
) -> list[Path | Output]:
    source = given.removesuffix(EVERY_YEAR)
    layer = catalogue.layers.get(source)
    if layer is None:
        return [settings.data / source.replace("{year}", str(year))]
    if layer.spec.raster is None and layer.id not in derived:
        if source not in tables:
            tables[source] = _exported(layer, catalogue, settings)
        return [tables[source]]
    files = sorted(_files(layer), key=lambda one: one.year or 0)
    if given == source:
        files = [next((one for one in files if one.year == year), files[-1])]
    if layer.id in derived:
        return [Output(_task(layer, one), _output(layer)) for one in files]
    return [settings.data / one.file for one in files]


def _output(layer: Layer) -> str:
    return layer.spec.output or next(iter(steps.find(layer.spec.process or "").outputs))


def _exported(layer: Layer, catalogue: Catalogue, settings: Settings) -> Path:
    """Write the rows of a register for a step; the same rows are the same bytes."""
    file = settings.derived / "rows" / f"{layer.id}.parquet"
    file.parent.mkdir(parents=True, exist_ok=True)
    wanted = export.order(layer, catalogue, ending="parquet", is_internal=True)
    export.export(wanted, file, settings, "sip_owner")
    return file


def _put_in_place(
    catalogue: Catalogue,
    settings: Settings,
    tasks: Graph,
    folders: Mapping[str, Path],
    ready: list[str],
) -> Iterator[str]:
    """Bring results to where services read them; yield the layers that have changed."""
    rows = settings.derived / "layers"
    for layer in catalogue.layers.values():
        for file in _files(layer) if layer.spec.process else ():
            name = _task(layer, file)
            if name not in ready:
                continue
            made = graph.result(tasks, folders, Output(name, _output(layer)))
            if layer.spec.raster is None:
                _write_rows(layer, made, rows / f"{layer.id}.parquet")
            elif _replaced(made, settings.data / file.file):
                yield name
    if rows.is_dir() and any(rows.glob("*.parquet")):
        yield from folder.load_folder(rows, catalogue, settings).rows


def _replaced(made: Path, target: Path) -> bool:
    """Put a copy where services read it, in one step; nothing if it is there already."""
    if target.is_file() and graph.file_hash(target) == graph.file_hash(made):
        return False
    target.parent.mkdir(parents=True, exist_ok=True)
    new = target.with_name(f".{target.name}.new")
    shutil.copyfile(made, new)
    os.replace(new, target)
    return True


def _write_rows(layer: Layer, made: Path, target: Path) -> None:
    """Write what a layer declares of a step's columns, with ids from 1, numbers rounded.

    Raises:
        DataError: The step does not make a field.
    """
    frame = geopandas.read_parquet(made)
    absent = [one for one in layer.spec.fields if one not in frame]
    if absent:
        raise DataError(f"{layer.file}: {layer.spec.process} makes no {', '.join(absent)}")
    chosen = frame[[*layer.spec.fields, "geometry"]].reset_index(drop=True)
    for name, field in layer.spec.fields.items():
        if field.type == "number":
            chosen[name] = chosen[name].astype("float64").round(_DECIMALS)
    chosen.insert(0, "id", range(1, len(chosen) + 1))
    target.parent.mkdir(parents=True, exist_ok=True)
    chosen.to_parquet(target, index=False)


def _sweep(store: Path, kept: Mapping[str, Path]) -> None:
    """Remove results that nothing is made of any more."""
    for one in store.iterdir():
        if one.is_dir() and "-" in one.name and one not in kept.values():
            shutil.rmtree(one, ignore_errors=True)
