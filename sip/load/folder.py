"""A folder of files, one per layer, into the database: layers as a whole, in one transaction."""

from __future__ import annotations

import dataclasses
import graphlib
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import psycopg
from psycopg.sql import SQL, Identifier

from sip.catalogue import Catalogue
from sip.database import counting
from sip.declaration import did_you_mean
from sip.errors import DataError
from sip.load import source as sources
from sip.load.importing import Job, Wishes, comment, digest, record, transaction
from sip.load.mapping import FieldMap
from sip.settings import Settings

ENDINGS = (".parquet", ".gpkg", ".fgb", ".geojson", ".shp", ".gml", ".csv")
type Step = Callable[[str, int, int], None]
"""Told which layer is being read, how many layers are done, and of how many."""


@dataclasses.dataclass(frozen=True)
class Loaded:
    """What a folder brought."""

    rows: Mapping[str, int]
    """Of each layer that was loaded, in order."""
    unchanged: Sequence[str]
    """Layers whose file is the one that was loaded last."""
    computed: Sequence[str]
    """Layers computed anew."""


def load_folder(
    folder: Path,
    catalogue: Catalogue,
    settings: Settings,
    step: Step = lambda _layer, _done, _of: None,
) -> Loaded:
    """Replace the rows of each layer that has a new `<layer>.<ending>` in a folder.

    Layers that point at a replaced one are replaced too. All of it happens in one transaction.

    Raises:
        DataError: A file is no layer's, or its rows do not fit; nothing was loaded.
        DatabaseError: The database is absent or refuses; nothing was loaded.
    """
    files = _files(folder, catalogue)
    digests = {name: digest(file) for name, file in files.items()}
    with transaction(settings) as (connection, token):
        known = dict(
            connection.execute(
                "SELECT DISTINCT ON (layer) layer, digest FROM sip.import ORDER BY layer, at DESC"
            ).fetchall()
        )
        changed = [name for name in files if known.get(name) != digests[name]]
        wanted = _with_dependents(changed, catalogue)
        comment(connection, *(files[name] for name in sorted(wanted) if name in files))
        _empty(connection, wanted, files, catalogue)
        order = [name for name in _order(catalogue) if name in wanted and name in files]
        rows = {}
        for done, name in enumerate(order):
            step(name, done, len(order))
            rows[name] = _load(connection, files[name], name, catalogue)
            record(connection, token, name, files[name], rows[name])
        computed = counting.refresh(connection, catalogue, order) if order else []
    counting.note_writes(catalogue, settings, order)
    unchanged = [name for name in files if name not in rows]
    return Loaded(rows, unchanged, computed)


def _files(folder: Path, catalogue: Catalogue) -> dict[str, Path]:
    files: dict[str, Path] = {}
    for file in sorted(folder.glob("*")):
        if file.suffix.lower() not in ENDINGS:
            continue
        layer = catalogue.layers.get(file.stem)
        if layer is None or not layer.is_table:
            hint = did_you_mean(file.stem, list(catalogue.layers))
            raise DataError(f'{file.name}: there is no layer "{file.stem}" to load {hint}'.rstrip())
        if file.stem in files:
            raise DataError(f"{file.name} and {files[file.stem].name} are of the same layer")
        files[file.stem] = file
    if not files:
        raise DataError(f"{folder} has no file that is named for a layer ({', '.join(ENDINGS)})")
    return files


def _points_at(catalogue: Catalogue) -> dict[str, set[str]]:
    """Return for each table the tables that its relations point at, itself left out."""
    return {
        layer.id: {one.to for one in layer.spec.relations if one.to != layer.id}
        for layer in catalogue.layers.values()
        if layer.is_table
    }


def _order(catalogue: Catalogue) -> list[str]:
    try:
        return list(graphlib.TopologicalSorter(_points_at(catalogue)).static_order())
    except graphlib.CycleError as error:
        circle = " -> ".join(error.args[1])
        raise DataError(f"layers point at each other in a circle: {circle}") from error


def _with_dependents(changed: Sequence[str], catalogue: Catalogue) -> set[str]:
    wanted = set(changed)
    for name in _order(catalogue):
        if name in catalogue.layers and _points_at(catalogue).get(name, set()) & wanted:
            wanted.add(name)
    return wanted


def _empty(
    connection: psycopg.Connection[Any],
    wanted: set[str],
    files: Mapping[str, Path],
    catalogue: Catalogue,
) -> None:
    """Empty the tables to be replaced; refuse where rows would have no file to come back from."""
    tables = {name: catalogue.layer(name) for name in sorted(wanted)}
    for name, layer in tables.items():
        path = Identifier(layer.theme, layer.id)
        has_rows = connection.execute(SQL("SELECT 1 FROM {} LIMIT 1").format(path)).fetchone()
        if has_rows and name not in files:
            raise DataError(
                f"layer {name} has rows that point at what would be replaced, and no file here"
            )
    if tables:
        paths = SQL(", ").join(Identifier(one.theme, one.id) for one in tables.values())
        connection.execute(SQL("TRUNCATE {} RESTART IDENTITY").format(paths))


def _load(connection: psycopg.Connection[Any], file: Path, name: str, catalogue: Catalogue) -> int:
    with sources.opened(file) as source:
        fields = {"id": FieldMap(column="id")} if "id" in source.columns else {}
        layer = catalogue.layer(name)
        job = Job(source, file, layer, catalogue, Wishes(fields=fields))
        return job.run(connection, lambda _done, _of: None).inserted
