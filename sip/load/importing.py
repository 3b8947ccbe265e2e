"""One file into one layer: all its rows, or none, or the good ones and a file of the others."""

from __future__ import annotations

import contextlib
import dataclasses
import hashlib
import io
import uuid
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import psycopg
import pyarrow as pa
import pyarrow.csv as pacsv
import pyogrio
import pyproj

from sip import crs
from sip.catalogue import Catalogue, Layer
from sip.database import counting
from sip.database.tables import tables
from sip.errors import CrsError, DatabaseError, DataError
from sip.load import source as sources
from sip.load import values
from sip.load.geometry import Tailor
from sip.load.mapping import FieldMap, resolve
from sip.load.report import Fault, Report, RowsRefused
from sip.load.source import Source
from sip.load.staging import Staging
from sip.settings import Settings, language

type Progress = Callable[[int, int], None]
"""Told how many rows were read, and of how many (-1: unknown)."""


@dataclasses.dataclass(frozen=True)
class Wishes:
    """How a file is to be imported."""

    source_layer: str | None = None
    encoding: str | None = None
    fields: Mapping[str, FieldMap] = dataclasses.field(default_factory=dict)
    crs: int | None = None
    """EPSG code of a file that does not say its own."""
    xy: tuple[str, str] | None = None
    wkt: str | None = None
    swaps_axes: bool = False
    drops_height: bool = False
    repairs: bool = False
    key: str | None = None
    """A unique field: rows that are there already are changed."""
    reject: Path | None = None
    """Where rows that do not fit are written, instead of refusing all."""
    is_rehearsal: bool = False


def import_file(
    file: Path,
    layer_name: str,
    catalogue: Catalogue,
    settings: Settings,
    wishes: Wishes = Wishes(),
    progress: Progress = lambda _done, _of: None,
) -> Report:
    """Import a file into a layer, in one transaction.

    Raises:
        RowsRefused: Rows do not fit; nothing was imported.
        DataError: The file does not fit the layer, or cannot be read.
        CrsError: The file does not say its CRS, or says another one.
        DatabaseError: The database is absent or refuses; the text says what became of the rows.
    """
    [report] = import_all([file], layer_name, catalogue, settings, wishes, progress)
    return report


def import_all(
    files: Sequence[Path],
    layer_name: str,
    catalogue: Catalogue,
    settings: Settings,
    wishes: Wishes = Wishes(),
    progress: Progress = lambda _done, _of: None,
) -> list[Report]:
    """Import files into a layer, all of them or none, as `import_file` does one."""
    layer = catalogue.layer(layer_name)
    if not layer.is_table:
        raise DataError(f"{layer.id} is no table: it is computed, drawn from files, or elsewhere")
    _check_key(layer, wishes)
    reports = []
    with contextlib.ExitStack() as held:
        jobs = [
            (file, Job(held.enter_context(_opened(file, wishes)), file, layer, catalogue, wishes))
            for file in files
        ]
        connection, token = held.enter_context(transaction(settings))
        comment(connection, *files)
        for _, job in jobs:
            reports.append(job.run(connection, progress))
        if wishes.is_rehearsal:
            connection.rollback()
            return reports
        written = sum(one.inserted + one.updated for one in reports)
        record(connection, token, layer.id, files[0], written)
        computed = counting.refresh(connection, catalogue, [layer.id])
    counting.note_writes(catalogue, settings, [layer.id])
    return [dataclasses.replace(one, computed=computed) for one in reports]


def _opened(file: Path, wishes: Wishes) -> contextlib.AbstractContextManager[Source]:
    return sources.opened(
        file, layer=wishes.source_layer, encoding=wishes.encoding, xy=wishes.xy, wkt=wishes.wkt
    )


@contextlib.contextmanager
def transaction(settings: Settings) -> Iterator[tuple[psycopg.Connection[Any], uuid.UUID]]:
    """Open a transaction whose outcome is known even if the connection is cut at its end.

    Raises:
        DatabaseError: It was refused or cut off; the text says whether the rows are there.
    """
    token = uuid.uuid4()
    try:
        with psycopg.connect(settings.dsn("sip_owner")) as connection:
            connection.execute("SET LOCAL lock_timeout = '15s'")
            connection.execute("SET LOCAL sip.application = 'sip import'")
            connection.execute("SELECT set_config('sip.language', %s, true)", [language()])
            connection.execute("SELECT pg_advisory_xact_lock(%s)", [_lock(token)])
            yield connection, token
            connection.execute("SELECT pg_stat_force_next_flush()")
    except psycopg.OperationalError as error:
        if isinstance(error, psycopg.errors.LockNotAvailable):
            raise DatabaseError("somebody else writes to this layer: try again") from error
        if not was_committed(token, settings):
            raise DatabaseError(f"the connection was cut; nothing was imported: {error}") from error
    except psycopg.Error as error:
        said = error.diag.message_primary or error
        raise DatabaseError(f"the database refuses, and nothing was imported: {said}") from error


def was_committed(token: uuid.UUID, settings: Settings) -> bool:
    """Say what became of an import whose connection was cut, once its session has ended.

    Raises:
        DatabaseError: The database does not answer.
    """
    try:
        with psycopg.connect(settings.dsn("sip_owner")) as connection:
            # The session that may still be at work holds this lock until its end.
            connection.execute("SELECT pg_advisory_xact_lock(%s)", [_lock(token)])
            found = connection.execute("SELECT 1 FROM sip.import WHERE token = %s", [token])
            return found.fetchone() is not None
    except psycopg.OperationalError as error:
        raise DatabaseError(
            f"the connection was cut, and the database does not answer: {error}\n"
            f"  when it does, sip.import has the token {token} if the rows are there"
        ) from error


def record(
    connection: psycopg.Connection[Any], token: uuid.UUID, layer: str, file: Path, rows: int
) -> None:
    """Write down that a file was imported."""
    connection.execute(
        "INSERT INTO sip.import (token, layer, file, digest, rows) VALUES (%s, %s, %s, %s, %s)",
        [token, layer, file.name, digest(file), rows],
    )


def comment(connection: psycopg.Connection[Any], *files: Path) -> None:
    """Let the change set of the transaction say which files it comes from."""
    names = ", ".join(file.name for file in files)
    connection.execute("SELECT set_config('sip.comment', %s, true)", [names])


def digest(file: Path) -> str:
    """Return what tells one content of a file from another."""
    with file.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def _lock(token: uuid.UUID) -> int:
    return token.int >> 65


def _check_key(layer: Layer, wishes: Wishes) -> None:
    key = wishes.key
    if key is None or key == "id":
        return
    field = layer.spec.fields.get(key)
    if field is None or not field.unique:
        unique = [name for name, one in layer.spec.fields.items() if one.unique]
        raise DataError(
            f'"{key}" is no unique field of {layer.id}; unique: {", ".join(["id", *unique])}'
        )


class Job:
    """The import of one file, within somebody's transaction."""

    def __init__(
        self, source: Source, file: Path, layer: Layer, catalogue: Catalogue, wishes: Wishes
    ):
        self._source = source
        self._file = file
        self._layer = layer
        self._catalogue = catalogue
        self._wishes = wishes
        self._mapped = resolve(layer, source.columns, wishes.fields)
        self._tailor = self._make_tailor() if layer.spec.geometry else None
        self._faults: list[Fault] = []
        self._read = 0

    def run(self, connection: psycopg.Connection[Any], progress: Progress) -> Report:
        """Read, check, write.

        Raises:
            RowsRefused: Rows do not fit, and there is no file for them.
        """
        fields = [*self._mapped.fields, *(["geom"] if self._tailor else [])]
        table = tables(self._catalogue).tables[f"{self._layer.theme}.{self._layer.id}"]
        staging = Staging(connection, self._catalogue, self._layer, table, fields)
        staging.copy(self._csv(progress))
        staging.complete(self._wishes.key)
        repaired = staging.repair() if self._wishes.repairs and self._tailor else []
        known = {(fault.row, fault.field) for fault in self._faults}
        found = staging.faults(self._wishes.key)
        self._faults += [one for one in found if (one.row, one.field) not in known]
        bad = sorted({fault.row for fault in self._faults})
        if bad and self._wishes.reject is None:
            raise RowsRefused(self._file, self._faults)
        if bad:
            staging.remove(bad)
        inserted, changed, equal = staging.write()
        if bad and self._wishes.reject is not None:
            write_rejects(self._source, self._faults, self._wishes.reject)
        return Report(self._read, inserted, changed, equal, len(bad), [*self._notes(), *repaired])

    def _notes(self) -> list[str]:
        notes = list(self._source.notes)
        if self._mapped.untaken:
            notes.append(f"columns not taken: {', '.join(self._mapped.untaken)}")
        return notes + (self._tailor.notes() if self._tailor else [])

    def _make_tailor(self) -> Tailor:
        source, wishes = self._source, self._wishes
        if source.geometry is None:
            raise DataError(
                f"{self._file.name} has no geometry, but {self._layer.id} does\n"
                "  name its columns: --xy EAST,NORTH or --wkt COLUMN"
            )
        assert self._layer.spec.geometry is not None
        project = self._catalogue.project
        return Tailor(
            kind=self._layer.spec.geometry,
            source=agreed_crs(self._file, source.crs, wishes.crs),
            target=project.storage_crs,
            project=project.extent,
            swaps_axes=wishes.swaps_axes,
            drops_height=wishes.drops_height,
        )

    def _csv(self, progress: Progress) -> Iterator[bytes]:
        """Read the file and yield its rows as COPY takes them."""
        with self._source.batches() as batches:
            for batch in batches:
                yield self._batch_csv(batch)
                self._read += batch.num_rows
                progress(self._read, self._source.rows)

    def _batch_csv(self, batch: pa.RecordBatch) -> bytes:
        first = self._read + 1
        columns: dict[str, Any] = {"_row": pa.array(np.arange(first, first + batch.num_rows))}
        for name, how in self._mapped.fields.items():
            columns[name] = self._column(name, how, batch, first)
        if self._tailor is not None:
            wkb = _geometry_column(batch, self._source).to_numpy(zero_copy_only=False)
            shapes, faults = self._tailor.fit(wkb, first)
            self._faults += faults
            columns["geom"] = pa.array(shapes, pa.string())
        buffer = io.BytesIO()
        pacsv.write_csv(pa.table(columns), buffer, pacsv.WriteOptions(include_header=False))
        return buffer.getvalue()

    def _column(self, name: str, how: FieldMap, batch: pa.RecordBatch, first: int) -> pa.Array:
        if how.column is None:
            given = values.constant(batch.num_rows, how)
        else:
            given = batch.column(how.column)
        field = self._layer.spec.fields.get(name, values.ID_FIELD)
        converted = values.convert(given, field, how)
        for place in np.flatnonzero(converted.wrong.to_numpy(zero_copy_only=False)):
            value = values.shown(given, int(place))
            self._faults.append(Fault(first + int(place), name, value, converted.allowed))
        return converted.values


def agreed_crs(file: Path, said: pyproj.CRS | None, asked: int | None) -> pyproj.CRS:
    """Return the CRS of a file: what it says, or what was asked for where it says nothing.

    Raises:
        CrsError: Neither is known, or they differ.
    """
    if said is None and asked is None:
        raise CrsError(
            f"{file.name} does not say its coordinate reference system\n"
            "  say it: --crs 2178 (or 2180, 4326, ...)"
        )
    if asked is None:
        assert said is not None
        return said
    if not crs.is_known(asked):
        raise CrsError(f"EPSG:{asked} is no coordinate reference system that PROJ knows")
    wanted = pyproj.CRS.from_epsg(asked)
    if said is not None and not said.equals(wanted, ignore_axis_order=True):
        raise CrsError(
            f"{file.name} says that it is in {said.name}, but --crs says EPSG:{asked}\n"
            "  leave --crs out, or correct the file"
        )
    return wanted


def write_rejects(source: Source, faults: list[Fault], target: Path) -> None:
    """Write the rows that do not fit, as they were, with their reasons."""
    reasons: dict[int, list[str]] = {}
    for fault in sorted(faults):
        reasons.setdefault(fault.row, []).append(fault.reason)
    kept: list[pa.Table] = []
    row = 0
    with source.batches() as batches:
        for batch in batches:
            places = [n for n in range(batch.num_rows) if row + n + 1 in reasons]
            part = pa.Table.from_batches([batch]).take(places)
            rows = [row + n + 1 for n in places]
            part = part.append_column("reject_row", pa.array(rows, pa.int64()))
            texts = ["; ".join(reasons[one]) for one in rows]
            kept.append(part.append_column("reject_reason", pa.array(texts, pa.string())))
            row += batch.num_rows
    table = pa.concat_tables(kept)
    target.unlink(missing_ok=True)
    pyogrio.write_arrow(
        table,
        target,
        driver="GPKG",
        geometry_name=source.geometry,
        geometry_type="Unknown",
        crs=source.crs.to_wkt() if source.crs else None,
    )


def _geometry_column(batch: pa.RecordBatch, source: Source) -> pa.Array:
    names = batch.schema.names
    name = source.geometry if source.geometry in names else names[-1]
    return batch.column(name).cast(pa.binary())
