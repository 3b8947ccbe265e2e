"""A layer's rows into a file: read in batches, written in batches, whatever their number.

Coordinates are handed to GDAL as x, y; it writes the order that each format demands (GML as the
authority says, GeoJSON, GeoPackage, FlatGeobuf and GeoParquet east first).
"""

from __future__ import annotations

import dataclasses
import datetime
import json
import shutil
import tempfile
import warnings
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import psycopg
import pyarrow as pa
import pyarrow.parquet as pq
import pyogrio
import pyogrio.raw
import pyproj
from psycopg.sql import SQL, Composable, Identifier, Literal

from sip import crs
from sip.catalogue import Catalogue, Layer
from sip.errors import CrsError, DatabaseError, DataError, TooMuch, UsageError
from sip.layer import Field, FieldType
from sip.query.model import Sql
from sip.settings import Role, Settings

_BATCH_ROWS = 5_000
_ARROW: Mapping[FieldType, pa.DataType] = {
    "text": pa.string(),
    "integer": pa.int64(),
    "number": pa.float64(),
    "boolean": pa.bool_(),
    "date": pa.date32(),
    "timestamp": pa.timestamp("us", "UTC"),
}
_GEOMETRY = "geom"
_EVERYTHING = Sql("TRUE")


@dataclasses.dataclass(frozen=True)
class Format:
    """A kind of file."""

    driver: str
    """GDAL's name of it; nothing for GeoParquet, which Arrow writes."""
    media_type: str
    crs: int | None = None
    """EPSG code where none is asked for; the storage CRS where absent."""
    options: Mapping[str, str] = dataclasses.field(default_factory=dict)
    is_drawing: bool = False
    """It has no columns of its own, only the name of a layer."""


FORMATS: Mapping[str, Format] = {
    "gpkg": Format("GPKG", "application/geopackage+sqlite3"),
    "geojson": Format("GeoJSON", "application/geo+json", 4326, {"ID_FIELD": "id"}),
    "csv": Format("CSV", "text/csv", None, {"GEOMETRY": "AS_WKT"}),
    "fgb": Format("FlatGeobuf", "application/flatgeobuf"),
    "parquet": Format("", "application/vnd.apache.parquet"),
    "dxf": Format("DXF", "image/vnd.dxf", is_drawing=True),
    "gml": Format("GML", "application/gml+xml", None, {"FORMAT": "GML3.2"}),
}


@dataclasses.dataclass(frozen=True)
class Order:
    """What is to be written."""

    layer: Layer
    format: Format
    crs: int
    """EPSG code of the file."""
    fields: Mapping[str, Field]
    relation: Composable
    """The view or table that is read."""
    where: Sql = _EVERYTHING
    most_rows: int | None = None
    as_of: datetime.datetime | None = None
    """The instant whose knowledge is written, where the layer is one of the past."""
    most_s: float | None = None
    """How long the database may look for the next rows."""

    @property
    def has_geometry(self) -> bool:
        """Whether the layer has one."""
        return self.layer.spec.geometry is not None

    @property
    def options(self) -> Mapping[str, str]:
        """What GDAL is told: FlatGeobuf's index refuses rows that are nowhere."""
        is_somewhere = self.has_geometry and not self.layer.may_lack_geometry
        if self.format.driver == "FlatGeobuf" and not is_somewhere:
            return {**self.format.options, "SPATIAL_INDEX": "NO"}
        return self.format.options


def order(
    layer: Layer,
    catalogue: Catalogue,
    *,
    ending: str,
    code: int | None = None,
    is_internal: bool = False,
    where: Sql = _EVERYTHING,
    most_rows: int | None = None,
    as_of: datetime.datetime | None = None,
    most_s: float | None = None,
) -> Order:
    """Decide what is written.

    Args:
        layer: The layer.
        catalogue: The layer's.
        ending: Of the file, without a dot.
        code: EPSG code, one of those that the project offers; the format's own where None.
        is_internal: Read the table itself, with its internal and personal fields.
        where: What rows must meet.
        most_rows: More of them are an error.
        as_of: When what is written was known, where the layer is one of the past.
        most_s: Seconds that the database may look for the next rows.

    Raises:
        UsageError: There is no such format.
        CrsError: The CRS is not offered.
        DataError: The layer has no rows, or none for everybody.
    """
    chosen = FORMATS.get(ending)
    if chosen is None:
        raise UsageError(f'no files ".{ending}" are written, only {", ".join(FORMATS)}')
    project = catalogue.project
    code = crs.epsg(code) if code is not None else chosen.crs or project.storage_crs
    offered = {*project.offered_crs, project.storage_crs, 4326}
    if code not in offered:
        listed = ", ".join(map(str, sorted(offered)))
        raise CrsError(f"EPSG:{code} is not offered; offered: {listed}")
    if not layer.is_vector:
        raise DataError(f"{layer.id} has no rows: it is drawn from files, or elsewhere")
    if chosen.is_drawing and layer.spec.geometry is None:
        raise DataError(f"{layer.id} has no geometry, and a .{ending} file has nothing else")
    if not is_internal and not layer.is_visible:
        raise DataError(f"{layer.id} is not for everybody (--internal exports it for staff)")
    return Order(
        layer=layer,
        format=chosen,
        crs=code,
        fields=layer.spec.fields if is_internal else layer.visible_fields,
        relation=Identifier(layer.theme, layer.id) if is_internal else SQL(layer.relation),
        where=where,
        most_rows=most_rows,
        as_of=as_of,
        most_s=most_s,
    )


def export(
    wanted: Order,
    target: Path,
    settings: Settings,
    role: Role = "sip_public",
    *,
    person: str | None = None,
) -> int:
    """Write a file, whole or not at all; return the number of rows.

    Args:
        wanted: What is written.
        target: The file.
        settings: Where the database is.
        role: The login that reads.
        person: The role that it takes on, as `sip_gateway`.

    Raises:
        DatabaseError: The database is absent or refuses.
        TooMuch: There are more rows than `most_rows`.
        DataError: The file cannot be written.
        TimeoutError: The database has looked for rows for too long.
    """
    try:
        with (
            psycopg.connect(settings.dsn(role)) as connection,
            tempfile.TemporaryDirectory(prefix="sip-") as folder,
        ):
            if person is not None:
                connection.execute("SELECT set_config('role', %s, true)", [person])
            half_made = Path(folder) / target.name
            count = _Count(wanted.most_rows)
            reader = pa.RecordBatchReader.from_batches(
                _schema(wanted), count.through(_batches(connection, wanted))
            )
            try:
                _write(reader, wanted, half_made)
            except (RuntimeError, OSError) as error:  # GDAL says no more than that rows ended early
                raise count.failure or error from error
            shutil.move(half_made, target)
            return count.rows
    except psycopg.errors.QueryCanceled as error:
        raise TimeoutError("the rows could not be found in time") from error
    except psycopg.Error as error:
        raise DatabaseError(f"the rows could not be read: {error}") from error
    except (RuntimeError, OSError) as error:
        raise DataError(f"{target} cannot be written: {error}") from error


class _Count:
    """Counts rows on their way, and keeps the error that a writer would swallow."""

    def __init__(self, most: int | None):
        self._most = most
        self.rows = 0
        self.failure: Exception | None = None

    def through(self, batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        try:
            for batch in batches:
                self.rows += batch.num_rows
                if self._most is not None and self.rows > self._most:
                    raise TooMuch(f"there are more than {self._most} rows: ask for fewer")
                yield batch
        except Exception as error:
            self.failure = error
            raise


def _schema(wanted: Order) -> pa.Schema:
    if wanted.format.is_drawing:
        columns = [("Layer", pa.string())]
    else:
        columns = [("id", pa.int64())]
        columns += [(name, _ARROW[field.type]) for name, field in wanted.fields.items()]
    if wanted.has_geometry:
        columns.append((_GEOMETRY, pa.binary()))
    return pa.schema(columns)


def _batches(connection: psycopg.Connection[Any], wanted: Order) -> Iterator[pa.RecordBatch]:
    schema = _schema(wanted)
    if wanted.most_s:
        most_ms = f"{wanted.most_s * 1000:.0f}"
        connection.execute("SELECT set_config('statement_timeout', %s, true)", [most_ms])
    if wanted.as_of:
        instant = wanted.as_of.isoformat()
        connection.execute("SELECT set_config('sip.as_of', %s, true)", [instant])
    with psycopg.RawServerCursor(connection, "export") as cursor:
        cursor.itersize = _BATCH_ROWS
        cursor.execute(
            _select(wanted).as_string(connection).encode(), wanted.where.args, binary=True
        )
        while rows := cursor.fetchmany(_BATCH_ROWS):
            columns: Sequence[Sequence[Any]] = list(zip(*rows, strict=True))
            arrays = [
                pa.array(column, field.type) for column, field in zip(columns, schema, strict=True)
            ]
            yield pa.RecordBatch.from_arrays(arrays, schema=schema)


def _select(wanted: Order) -> Composable:
    if wanted.format.is_drawing:
        columns: list[Composable] = [Literal(wanted.layer.id)]
    else:
        columns = [Identifier(name) for name in ("id", *wanted.fields)]
    if wanted.has_geometry:
        columns.append(SQL("ST_AsBinary(ST_Transform(geom, {}))").format(Literal(wanted.crs)))
    return SQL("SELECT {} FROM {} WHERE {} ORDER BY id").format(
        SQL(", ").join(columns),
        wanted.relation,
        SQL(wanted.where.text),
    )


def _write(reader: pa.RecordBatchReader, wanted: Order, file: Path) -> None:
    if not wanted.format.driver:
        _write_parquet(reader, wanted, file)
        return
    if wanted.format.is_drawing:
        _write_drawing(reader, wanted, file)
        return
    geometry = wanted.layer.spec.geometry
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", RuntimeWarning)  # GDAL on what a format cannot say
        pyogrio.write_arrow(
            reader,
            file,
            layer=wanted.layer.id,
            driver=wanted.format.driver,
            geometry_name=_GEOMETRY if geometry else None,
            geometry_type=geometry,
            crs=f"EPSG:{wanted.crs}" if geometry else None,
            **wanted.options,
        )


def _write_drawing(reader: pa.RecordBatchReader, wanted: Order, file: Path) -> None:
    """Write a drawing: GDAL takes its one column, the layer's name, only with all rows at once."""
    rows = reader.read_all()
    pyogrio.raw.write(
        file,
        rows[_GEOMETRY].to_numpy(),
        [rows["Layer"].to_numpy()],
        ["Layer"],
        driver=wanted.format.driver,
        geometry_type=wanted.layer.spec.geometry,
        crs=f"EPSG:{wanted.crs}",
    )


def _write_parquet(reader: pa.RecordBatchReader, wanted: Order, file: Path) -> None:
    """Write GeoParquet 1.1 (https://geoparquet.org/releases/v1.1.0/)."""
    schema = reader.schema
    if wanted.has_geometry:
        column = {
            "encoding": "WKB",
            "geometry_types": [wanted.layer.spec.geometry],
            "crs": pyproj.CRS.from_epsg(wanted.crs).to_json_dict(),
        }
        meta = {"version": "1.1.0", "primary_column": _GEOMETRY, "columns": {_GEOMETRY: column}}
        schema = schema.with_metadata({"geo": json.dumps(meta)})
    with pq.ParquetWriter(file, schema, compression="zstd") as writer:
        for batch in reader:
            writer.write_batch(batch.cast(schema))
