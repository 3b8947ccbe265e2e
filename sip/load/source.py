"""A file of rows, opened through GDAL: its columns, its CRS, its text, without guessing."""

from __future__ import annotations

import codecs
import dataclasses
import json
import tempfile
import warnings
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pyogrio
import pyproj
from pyogrio.errors import DataLayerError, DataSourceError
from pyproj.exceptions import CRSError as ProjError

from sip.declaration import did_you_mean
from sip.errors import CrsError, DataError
from sip.load.inspection import inspect

_BATCH_ROWS = 65_536
_XML = {".gml", ".xml"}
_PARQUET = {".parquet", ".geoparquet"}
_EAST_NAMES = "x,lon,longitude,lng,east,easting,x_coord"
_NORTH_NAMES = "y,lat,latitude,north,northing,y_coord"
_WKT_NAMES = "wkt,geom,geometry,the_geom,wkb_geometry"
_DBF_LANGUAGE_BYTE = 29


@dataclasses.dataclass(frozen=True)
class Source:
    """A layer of a file, as it is read."""

    file: Path
    layer: str
    columns: Sequence[str]
    """Names of the columns, without the geometry."""
    geometry: str | None
    """Name of the geometry's column in batches."""
    crs: pyproj.CRS | None
    """As the file says; None where it does not."""
    rows: int
    """Number of rows; -1 where the format cannot say."""
    notes: Sequence[str]
    """What GDAL had to say."""
    options: Mapping[str, Any]
    """How it is opened."""

    @contextmanager
    def batches(self) -> Iterator[Iterator[pa.RecordBatch]]:
        """Open the file and yield its rows in batches, in order."""
        with ExitStack() as stack:
            stack.enter_context(warnings.catch_warnings())
            warnings.simplefilter("ignore", RuntimeWarning)  # in the notes already
            if self.options.get("is_parquet"):
                yield _refusing(pq.ParquetFile(self.file).iter_batches(_BATCH_ROWS), self.file)
                return
            _meta, reader = stack.enter_context(
                pyogrio.open_arrow(self.file, batch_size=_BATCH_ROWS, **self.options)
            )
            yield _refusing(iter(reader), self.file)


@contextmanager
def opened(
    file: Path,
    *,
    layer: str | None = None,
    encoding: str | None = None,
    xy: tuple[str, str] | None = None,
    wkt: str | None = None,
) -> Iterator[Source]:
    """Open a file; the copies that some formats need live as long as the source.

    Args:
        file: Anything that GDAL reads, or GeoParquet.
        layer: The layer of a file with several.
        encoding: Of text that does not say its own (`CP1250`).
        xy: Columns of a table that hold east and north.
        wkt: Column of a table that holds well-known text.

    Raises:
        DataError: It is absent, unreadable, or has several layers; or its letters are unknown.
    """
    if not file.exists():
        raise DataError(f"there is no file {file}")
    if file.is_file():
        inspect(file)
    with ExitStack() as stack:
        if file.suffix.lower() in _PARQUET:
            yield _parquet(file)
            return
        readable = file
        if file.suffix.lower() in _XML:
            # GDAL would trust, or write, a .gfs beside it that need not fit this file.
            folder = stack.enter_context(tempfile.TemporaryDirectory(prefix="sip-"))
            readable = Path(folder) / file.name
            readable.symlink_to(file.resolve())
        elif file.suffix.lower() in (".csv", ".txt", ".tsv"):
            readable = _in_utf8(file, encoding, stack)
        elif file.suffix.lower() == ".shp":
            _check_dbf(file, encoding)
        options = _options(file, encoding, xy, wkt)
        with _gml_attributes(), warnings.catch_warnings(record=True) as caught:
            warnings.simplefilter("always")
            source = _look(file, readable, layer, options)
        said = [str(one.message) for one in caught if "Measured" not in str(one.message)]
        notes = [*source.notes, *(f"GDAL: {text}" for text in dict.fromkeys(said))]
        with _gml_attributes():
            yield dataclasses.replace(source, file=readable, notes=notes)


def _refusing(batches: Iterator[pa.RecordBatch], file: Path) -> Iterator[pa.RecordBatch]:
    """Yield batches; where the file is broken further in, say so."""
    try:
        yield from batches
    except (pa.ArrowException, OSError) as error:
        raise DataError(f"{file.name} is damaged: {error}") from error


def _look(file: Path, readable: Path, layer: str | None, options: dict[str, Any]) -> Source:
    try:
        chosen = _layer(file, [str(name) for name, _kind in pyogrio.list_layers(readable)], layer)
        meta = pyogrio.read_info(readable, layer=chosen, **options)
    except (DataSourceError, DataLayerError) as error:
        raise DataError(f"{file.name} cannot be read: {error}") from error
    has_geometry = meta["geometry_type"] is not None
    return Source(
        file=file,
        layer=chosen,
        columns=list(map(str, meta["fields"])),
        geometry=(meta.get("geometry_name") or "wkb_geometry") if has_geometry else None,
        crs=_crs(meta["crs"]) if has_geometry else None,
        rows=int(meta["features"]),
        notes=[],
        options={"layer": chosen, "use_pyarrow": True, "datetime_as_string": True, **options},
    )


def _layer(file: Path, names: list[str], wanted: str | None) -> str:
    if wanted in names:
        return str(wanted)
    if wanted is not None:
        hint = did_you_mean(wanted, names) or f"layers: {', '.join(names)}"
        raise DataError(f'{file.name} has no layer "{wanted}"\n  {hint}')
    if len(names) != 1:
        listed = ", ".join(names) or "none"
        raise DataError(f"{file.name} has several layers: {listed}\n  say which: --source-layer")
    return names[0]


def _options(
    file: Path, encoding: str | None, xy: tuple[str, str] | None, wkt: str | None
) -> dict[str, Any]:
    kind = file.suffix.lower()
    if kind in (".csv", ".txt", ".tsv"):
        east, north = xy or (_EAST_NAMES, _NORTH_NAMES)
        return {
            "X_POSSIBLE_NAMES": east,
            "Y_POSSIBLE_NAMES": north,
            "GEOM_POSSIBLE_NAMES": wkt or _WKT_NAMES,
            "KEEP_GEOM_COLUMNS": "NO",
            "EMPTY_STRING_AS_NULL": "YES",
        }
    if kind in _XML:
        return {"WRITE_GFS": "NO"}
    if kind == ".shp" and encoding:
        return {"encoding": encoding}
    return {}


@contextmanager
def _gml_attributes() -> Iterator[None]:
    """Let GDAL show the attributes of GML elements (`xlink:href`) as columns."""
    name = "GML_ATTRIBUTES_TO_OGR_FIELDS"
    before = pyogrio.get_gdal_config_option(name)
    pyogrio.set_gdal_config_options({name: "YES"})
    try:
        yield
    finally:
        pyogrio.set_gdal_config_options({name: before})


def _crs(text: str | None) -> pyproj.CRS | None:
    if not text:
        return None
    try:
        found = pyproj.CRS.from_user_input(text)
    except ProjError as error:
        raise CrsError(f"the file names a CRS that PROJ does not know: {text[:80]}") from error
    if found.name.lower().startswith(("unknown", "undefined", "unnamed")) and not found.to_epsg():
        return None
    return found


def _in_utf8(file: Path, encoding: str | None, stack: ExitStack) -> Path:
    """Return a table whose text is UTF-8: the file itself, or a copy."""
    if encoding is None:
        decoder = codecs.getincrementaldecoder("utf-8")()
        try:
            with file.open("rb") as stream:
                while block := stream.read(2**20):
                    decoder.decode(block)
        except UnicodeDecodeError as error:
            raise DataError(
                f"{file.name}: the text is not UTF-8; say what it is: --encoding CP1250"
            ) from error
        return file
    folder = stack.enter_context(tempfile.TemporaryDirectory(prefix="sip-"))
    copy = Path(folder) / file.name
    try:
        with (
            file.open(encoding=encoding, newline="") as given,
            copy.open("w", encoding="utf-8", newline="") as made,
        ):
            while text := given.read(2**20):
                made.write(text)
    except (LookupError, UnicodeDecodeError) as error:
        raise DataError(f"{file.name}: the text is not {encoding}: {error}") from error
    return copy


def _check_dbf(file: Path, encoding: str | None) -> None:
    """Refuse a shapefile whose letters could be of any alphabet."""
    table = next(
        (one for one in (file.with_suffix(".dbf"), file.with_suffix(".DBF")) if one.exists()), None
    )
    told = encoding or any(file.with_suffix(end).exists() for end in (".cpg", ".CPG", ".cst"))
    if table is None or told:
        return
    content = table.read_bytes()
    if content[_DBF_LANGUAGE_BYTE] == 0 and not content[32:].isascii():
        raise DataError(
            f"{table.name} does not say which letters its bytes are"
            " (no .cpg file); say it: --encoding CP1250"
        )


def _parquet(file: Path) -> Source:
    try:
        parquet = pq.ParquetFile(file)
        meta = json.loads((parquet.schema_arrow.metadata or {}).get(b"geo", b"{}"))
    except (pa.ArrowException, OSError, ValueError) as error:
        raise DataError(f"{file.name} cannot be read: {error}") from error
    name = meta.get("primary_column")
    column = meta.get("columns", {}).get(name, {})
    if name and column.get("encoding") != "WKB":
        raise DataError(f"{file.name}: geometry as {column.get('encoding')}, only WKB is read")
    crs = pyproj.CRS.from_user_input(column.get("crs") or "OGC:CRS84") if name else None
    columns = [one for one in parquet.schema_arrow.names if one not in (name, "bbox")]
    rows = parquet.metadata.num_rows
    return Source(file, file.stem, columns, name, crs, rows, [], {"is_parquet": True})
