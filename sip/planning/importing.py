"""`sip plan import`: datasets in the APP schemas into the registers, all of them or nothing."""

from __future__ import annotations

import dataclasses
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import geopandas
import pandas as pd
import psycopg
import shapely
from shapely.geometry.base import BaseGeometry

from sip.catalogue import Catalogue, Layer
from sip.database import counting
from sip.errors import DataError
from sip.load import importing as loads
from sip.load import source as sources
from sip.load.importing import Job, Wishes
from sip.load.mapping import FieldMap
from sip.load.report import Report as Loaded
from sip.planning import life, rows
from sip.planning.checking import checked
from sip.planning.findings import Report, as_text
from sip.planning.rows import Dangling, Row, Rows
from sip.planning.rules import RuleBook
from sip.settings import Settings

type Connection = psycopg.Connection[Any]
_SQL = Path(__file__).with_name("sql")
_ORDER = (
    "plan_document", "plan_act", "plan_effect", "plan_base_map", "plan_drawing", "plan_zone",
    "infill_area", "downtown_area", "access_standard_area",
)  # fmt: skip


@dataclasses.dataclass(frozen=True)
class Imported:
    """What an import did."""

    checked: Report
    """What the rules say of the files; never an error."""
    layers: Mapping[str, Loaded]
    dangling: Sequence[Dangling]
    """References that lead neither into the files nor into the registers; kept as they are."""
    left: Mapping[str, int]
    """Parts that still belong to a former version of an imported act, by layer."""


class PlanRefused(DataError):
    """The rules find errors, and nothing was imported."""

    def __init__(self, report: Report):
        self.report = report
        wrong = [one for one in report.findings if one.severity == "error"]
        errors = dataclasses.replace(report, findings=tuple(wrong))
        super().__init__(
            "\n".join([*as_text(errors, "en"), "nothing was imported: see sip plan check"]),
            pl="\n".join([*as_text(errors, "pl"), "niczego nie wczytano: zobacz sip plan check"]),
        )


def import_files(
    paths: Sequence[Path], catalogue: Catalogue, settings: Settings, book: RuleBook,
    schema_folders: Sequence[Path] = (), *, is_rehearsal: bool = False,
) -> Imported:  # fmt: skip
    """Import files, folders and archives, in one transaction and as one change set.

    Rows that are there already, by their identifier, are changed. A newer version of an act closes
    the former one, with those of its parts that come anew.

    Raises:
        PlanRefused: The rules find errors.
        RowsRefused: Rows do not fit their register.
        DataError: A path leads nowhere, or the life of an act forbids it.
        DatabaseError: The database is absent or refuses.
    """
    report, datasets = checked(paths, book, *schema_folders)
    if report.has_errors:
        raise PlanRefused(report)
    features = [one for dataset in datasets for one in dataset.features]
    loaded: dict[str, Loaded] = {}
    with loads.transaction(settings) as (connection, token):
        loads.comment(connection, *paths)
        made = rows.make(
            features, _known(connection), _extents(connection), book, catalogue.project.storage_crs
        )
        try:
            for name in _ORDER:
                if wanted := _new(connection, name, made):
                    loaded[name] = _load(connection, catalogue, name, wanted)
            _close_former_parts(connection, made)
            left = _left(connection, made)
        except psycopg.IntegrityError as error:
            raise DataError(str(error.diag.message_primary)) from error
        if is_rehearsal:
            connection.rollback()
            return Imported(report, loaded, made.dangling, left)
        first = next((one for one in paths if one.is_file()), None)
        for name, one in loaded.items():
            if first is not None:
                loads.record(connection, token, name, first, one.inserted + one.updated)
        counting.refresh(connection, catalogue, list(loaded))
    counting.note_writes(catalogue, settings, list(loaded))
    return Imported(report, loaded, made.dangling, left)


def of_act(connection: Connection, name: str, layer: Layer) -> dict[str, FieldMap]:
    """Return what an act gives to the rows of a plain file: its identifier, status and validity.

    Raises:
        NotFound: There is no such act.
    """
    act = life.find(connection, name)
    given = {
        "act_identifier": act.identifier,
        "status": act.status,
        "valid_from": act.valid_from,
        "valid_to": act.valid_to,
    }
    return {
        field: FieldMap(value=str(value))
        for field, value in given.items()
        if value is not None and field in layer.spec.fields
    }


def _known(connection: Connection) -> dict[str, str]:
    """Return identifiers of the registers by what others may call them; the newest last."""
    found: dict[str, str] = {}
    for one, bare in connection.execute(_sql("known")).fetchall():
        found[bare] = found[one] = one
    return found


def _extents(connection: Connection) -> dict[str, BaseGeometry]:
    wkb = connection.execute(_sql("extents")).fetchall()
    return {name: shapely.from_wkb(bytes(shape)) for name, shape in wkb}


def _new(connection: Connection, name: str, made: Rows) -> Sequence[Row]:
    """Return the rows of a layer; of those without a key, those that are not there."""
    wanted = made.by_layer.get(name, ())
    if name not in ("plan_effect", "plan_base_map"):
        return wanted
    there = {
        tuple("" if cell is None else str(cell) for cell in row)
        for row in connection.execute(_sql(name)).fetchall()
    }
    told = [tuple("" if cell is None else str(cell) for cell in row.values()) for row in wanted]
    return [row for row, one in zip(wanted, told, strict=True) if one not in there]


def _load(connection: Connection, catalogue: Catalogue, name: str, wanted: Sequence[Row]) -> Loaded:
    """Load rows through the same door as any file."""
    layer = catalogue.layer(name)
    columns = list(dict.fromkeys(key for row in wanted for key in row if key != "geom"))
    frame = pd.DataFrame(
        {key: pd.Series([row.get(key) for row in wanted], dtype="string") for key in columns}
    )
    if layer.spec.geometry:
        crs = catalogue.project.storage_crs
        frame = geopandas.GeoDataFrame(frame, geometry=[row["geom"] for row in wanted], crs=crs)
    key = "identifier" if "identifier" in columns else None
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / f"{name}.parquet"
        frame.to_parquet(file, index=False)
        with sources.opened(file) as source:
            job = Job(source, file, layer, catalogue, Wishes(key=key))
            return job.run(connection, lambda _done, _of: None)


def _close_former_parts(connection: Connection, made: Rows) -> None:
    """Close parts of former versions of acts whose newer version brings parts of the same kind."""
    for name, members in made.by_layer.items():
        acts = [one["act_identifier"] for one in members if "act_identifier" in one]
        if name in _ORDER[5:] and acts:
            layer = psycopg.sql.Identifier("planning", name)
            statement = psycopg.sql.SQL(_sql("close_parts").decode()).format(layer)
            connection.execute(statement, {"acts": acts})


def _left(connection: Connection, made: Rows) -> dict[str, int]:
    """Count the parts that a newer version of their act, which came without parts, left behind."""
    acts = [[one["namespace"], one["local_id"]] for one in made.by_layer.get("plan_act", ())]
    spaces, names = [one[0] for one in acts], [one[1] for one in acts]
    found = {}
    for name in _ORDER[4:]:
        layer = psycopg.sql.Identifier("planning", name)
        statement = psycopg.sql.SQL(_sql("left_parts").decode()).format(layer)
        row = connection.execute(statement, {"spaces": spaces, "names": names}).fetchone()
        found[name] = int(row[0]) if row else 0
    return {name: count for name, count in found.items() if count}


def _sql(name: str) -> bytes:
    return (_SQL / f"{name}.sql").read_bytes()
