"""The register of issued extracts: numbers without gaps, and documents that stay as issued."""

from __future__ import annotations

import dataclasses
import datetime
import zoneinfo
from collections.abc import Mapping, Sequence
from typing import Any

import asyncpg
import shapely

from sip.catalogue import Catalogue, Layer
from sip.errors import DataError, NotFound
from sip.extracts import making
from sip.extracts.declared import Declared
from sip.extracts.making import Made
from sip.files import store
from sip.query import Arguments
from sip.query.terms import quoted
from sip.report.asking import Connection
from sip.report.document import Json
from sip.settings import Settings

_LOCK = 7_477_011
"""One number is given at a time."""
PERSONAL = ("applicant_name", "applicant_address")
_LISTED = ("extract_no", "issued_at", "parcel_ids", "text_pages", "sheets", "fee_pln")


@dataclasses.dataclass(frozen=True)
class Issued:
    """One extract of the register."""

    id: int
    number: str
    fee_pln: int


def register_of(catalogue: Catalogue, declared: Declared) -> Layer:
    """Return the layer that keeps what was issued.

    Raises:
        NotFound: This project has none.
    """
    layer = catalogue.layers.get(declared.spec.kept_in)
    if layer is None:
        raise NotFound("no register of extracts is declared here")
    return layer


async def issue(
    connection: Connection,
    settings: Settings,
    catalogue: Catalogue,
    declared: Declared,
    document: Json,
    shape: shapely.MultiPolygon,
    applicant: Mapping[str, str],
) -> Issued:
    """Number a document, print it, store it and write it down, all or nothing.

    Args:
        connection: Within a transaction under the role of the one who issues.
        settings: Where files are stored.
        catalogue: As the one who issues sees it.
        declared: What an extract is made of.
        document: What `making.gather` has found.
        shape: The plots.
        applicant: Personal fields of the register, by name; those who may not write them are
            refused by the database. The document itself says nothing of the applicant.

    Raises:
        NotFound: The one who issues does not see the register.
        asyncpg.InsufficientPrivilegeError: They may not write there.
    """
    layer = register_of(catalogue, declared)
    zone = zoneinfo.ZoneInfo(catalogue.project.time_zone)
    issued = datetime.datetime.now(datetime.UTC).replace(microsecond=0)
    year = issued.astimezone(zone).year
    await connection.execute("SELECT pg_advisory_xact_lock($1)", _LOCK)
    sequence = await _next(connection, layer, year)
    number = declared.spec.number.replace("{number}", str(sequence)).replace("{year}", str(year))
    made = making.print_(
        declared, {**document, "number": number, "issued": issued.isoformat()}, shape
    )
    row = {
        "extract_no": number,
        "year": year,
        "sequence": sequence,
        "issued_at": issued,
        "parcel_ids": ", ".join(one["plot"]["key"] for one in document["plots"]),
        "state_day": made.day,
        "text_pages": made.text_pages,
        "sheets": made.sheets,
        "fee_pln": made.fee_pln,
        "file_sha256": store.put(settings, made.pdf),
        "inputs_sha256": store.put(settings, made.inputs),
        **{name: text for name, text in applicant.items() if text and name in PERSONAL},
    }
    id_ = await _insert(connection, layer, row, made, catalogue.project.storage_crs)
    return Issued(id_, number, made.fee_pln)


async def _next(connection: Connection, layer: Layer, year: int) -> int:
    """Return the number after the last one of a year, deleted ones counted, too."""
    last: int | None = await connection.fetchval(
        f"SELECT max(sequence) FROM (SELECT sequence FROM {layer.relation} WHERE year = $1"
        f" UNION ALL SELECT sequence FROM history.{quoted(layer.id)} WHERE year = $1) AS numbers",
        year,
    )
    return (last or 0) + 1


async def _insert(
    connection: Connection, layer: Layer, row: Mapping[str, Any], made: Made, storage: int
) -> int:
    arguments = Arguments()
    kinds = {"text": "text", "integer": "bigint", "timestamp": "timestamptz", "date": "date"}
    fields = layer.spec.fields
    values = [arguments.add(value, kinds[fields[name].type]) for name, value in row.items()]
    wkb = shapely.to_wkb(shapely.set_srid(made.shape, storage), include_srid=True)
    values.append(arguments.add(wkb.hex(), "geometry"))
    columns = ", ".join(quoted(name) for name in (*row, "geom"))
    id_: int = await connection.fetchval(
        f"INSERT INTO {layer.relation} ({columns}) VALUES ({', '.join(values)}) RETURNING id",
        *arguments.values,
    )
    return id_


async def listed(connection: Connection, layer: Layer, most: int) -> list[asyncpg.Record]:
    """Return what was issued, the newest first."""
    names = ", ".join(quoted(name) for name in ("id", *_LISTED))
    return list(
        await connection.fetch(
            f"SELECT {names} FROM {layer.relation} ORDER BY year DESC, sequence DESC LIMIT $1",
            most,
        )
    )


async def again(
    connection: Connection, settings: Settings, layer: Layer, *, id_: int = 0, number: str = ""
) -> tuple[str, bytes]:
    """Return number and document of an extract, byte for byte as it was issued.

    Raises:
        NotFound: It was never issued, or its file is gone or damaged.
    """
    row = await connection.fetchrow(
        f"SELECT extract_no, file_sha256 FROM {layer.relation} WHERE id = $1 OR extract_no = $2",
        id_,
        number,
    )
    if row is None:
        raise NotFound("no such extract was issued", pl="takiego wypisu nie wydano")
    return row["extract_no"], store.get(settings, row["file_sha256"])


async def check(connection: Connection, settings: Settings, layer: Layer) -> Sequence[DataError]:
    """Say what is wrong: gaps in the numbers of a year, files that are gone or damaged.

    A document that this software would print in another way is no error: it was issued.
    """
    rows = await connection.fetch(
        f"SELECT year, sequence, extract_no, file_sha256, inputs_sha256 FROM {layer.relation}"
        " ORDER BY year, sequence"
    )
    wrong: list[DataError] = []
    expected: dict[int, int] = {}
    for row in rows:
        number, year = row["extract_no"], row["year"]
        due = expected.get(year, 1)
        if row["sequence"] != due:
            wrong.append(DataError(f"{year}: {row['sequence'] - due} numbers before {number}"
                                   " are gone; `history` tells who deleted them"))  # fmt: skip
        expected[year] = row["sequence"] + 1
        for digest in (row["file_sha256"], row["inputs_sha256"]):
            try:
                store.get(settings, digest)
            except NotFound as error:
                wrong.append(DataError(f"{number}: {error}"))
    return wrong


async def is_reproducible(
    connection: Connection, settings: Settings, layer: Layer, number: str
) -> bool:
    """Say whether what is stored of the inputs still makes the same bytes with this software.

    Raises:
        NotFound: It was never issued, or a file is gone or damaged.
    """
    row = await connection.fetchrow(
        f"SELECT file_sha256, inputs_sha256 FROM {layer.relation} WHERE extract_no = $1", number
    )
    if row is None:
        raise NotFound("no such extract was issued", pl="takiego wypisu nie wydano")
    inputs = store.get(settings, row["inputs_sha256"])
    return bool(store.digest_of(making.remake(inputs)) == row["file_sha256"])
