"""Taking rows along: a GeoPackage, its QGIS project beside it, and a record in the database."""

from __future__ import annotations

import dataclasses
import datetime
import shutil
import tempfile
import uuid
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import psycopg
from psycopg.sql import SQL, Composable, Identifier, Literal

from sip.catalogue import Catalogue, Layer
from sip.errors import DataError, UsageError
from sip.field import geopackage, photos
from sip.field.geopackage import Ticket
from sip.field.merge import Known
from sip.field.part import Part, parts
from sip.field.session import acting
from sip.load.area import read as read_area
from sip.qgis import Source, project_file
from sip.settings import Settings
from sip.text import Language

_BATCH_ROWS = 2_000


@dataclasses.dataclass(frozen=True)
class Taken:
    """What a checkout wrote."""

    token: uuid.UUID
    rows: Mapping[str, int]
    """By layer."""


def checkout(
    layers: Sequence[str],
    area: str,
    target: Path,
    catalogue: Catalogue,
    settings: Settings,
    *,
    person: str | None = None,
    language: Language = "pl",
) -> Taken:
    """Write the rows of some layers in an area into `target`, and record that it was done.

    Args:
        layers: Their ids, the topmost on the map first.
        area: As `sip.load.area` reads it.
        target: The GeoPackage; the project and the folder of photos are put beside it.
        catalogue: All that the project declares.
        settings: Where the database is.
        person: Whose rights decide, the owner's where None. Personal fields are never taken along.
        language: That of the forms.

    Raises:
        UsageError: The area or the file cannot be used.
        UnknownName: The person sees no such layer.
        DatabaseError: The database refuses.
    """
    if target.suffix != ".gpkg":
        raise UsageError(f'"{target}" must end in .gpkg')
    if target.exists():
        raise UsageError(f"{target} is there already: it may hold edits (sip checkin {target})")
    with (
        acting(settings, person) as connection,
        tempfile.TemporaryDirectory(prefix="sip-") as folder,
    ):
        connection.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
        taken = parts(catalogue, layers, connection)
        shape = read_area(area, catalogue, connection)
        half_made, pictures = Path(folder) / target.name, Path(folder) / photos.FOLDER
        ticket = _ticket(connection, catalogue, shape, person)
        geopackage.create(half_made, taken, ticket)
        rows = {}
        for part in taken:
            versions: dict[int, int] = {}
            found = _noted(_rows(connection, part, taken, shape), versions)
            rows[part.id] = geopackage.fill(half_made, part, found)
            connection.execute(
                "INSERT INTO sip.checkout_layer VALUES (%s, %s, %s, %s)",
                [ticket.token, part.id, list(versions), list(versions.values())],
            )
            if part.layer.spec.attachments:
                pictures.mkdir(exist_ok=True)
                photos.take_along(half_made, pictures, part, list(versions), connection, settings)
        geopackage.seal(half_made)
        source = Source(
            "file", target.name, editable=_editable(taken), pictures=(photos.PATH, photos.FOLDER)
        )
        project = project_file(_limited(catalogue, taken), source, language=language)
        shutil.move(half_made, target)
        target.with_suffix(".qgz").write_bytes(project)
        (target.parent / photos.FOLDER).mkdir(exist_ok=True)
        for one in pictures.glob("*"):
            shutil.move(one, target.parent / photos.FOLDER / one.name)
        return Taken(ticket.token, rows)


def _editable(taken: Sequence[Part]) -> frozenset[str]:
    own = frozenset(part.id for part in taken if part.may_edit)
    return own | {photos.table_of(name) for name in own}


def _limited(catalogue: Catalogue, taken: Sequence[Part]) -> Catalogue:
    """Return a catalogue of nothing but what is taken along."""
    by_id = {part.id: part for part in taken}

    def limited(layer: Layer) -> Iterator[Layer]:
        fields = by_id[layer.id].fields
        relations = tuple(
            one for one in layer.spec.relations if one.to in by_id and one.field in fields
        )
        name = layer.spec.name_field if layer.spec.name_field in fields else None
        update = {"fields": dict(fields), "relations": relations, "name_field": name}
        yield dataclasses.replace(layer, spec=layer.spec.model_copy(update=update))
        if layer.spec.attachments:
            yield photos.layer_of(by_id[layer.id])

    themes = tuple(
        dataclasses.replace(
            theme,
            layers=tuple(
                shown for one in theme.layers if one.id in by_id for shown in limited(one)
            ),
        )
        for theme in catalogue.themes
    )
    return dataclasses.replace(catalogue, themes=themes)


def _ticket(
    connection: psycopg.Connection[Any], catalogue: Catalogue, shape: str, person: str | None
) -> Ticket:
    made = connection.execute(
        "INSERT INTO sip.checkout (token, area) VALUES (%s, %s::text::geometry) RETURNING at",
        [token := uuid.uuid4(), shape],
    ).fetchone()
    assert made is not None
    at = made[0].astimezone(datetime.UTC)
    return Ticket(token, person, at, catalogue.project.storage_crs)


def _rows(
    connection: psycopg.Connection[Any], part: Part, taken: Sequence[Part], shape: str
) -> Iterator[tuple[int, Known]]:
    query = SQL("SELECT t.id, t.row_version, {} FROM {} AS t WHERE {} ORDER BY t.id").format(
        part.plain_row, part.source, _within(part, taken, shape)
    )
    with connection.cursor("rows") as cursor:
        cursor.itersize = _BATCH_ROWS
        cursor.execute(query)
        for identifier, version, values in cursor:
            yield identifier, Known(version, values)


def _within(part: Part, taken: Sequence[Part], shape: str) -> Composable:
    """Return the condition of rows in the area; a plain table goes along with what it is about."""
    if part.layer.spec.geometry:
        area = SQL("{}::geometry").format(Literal(shape))
        return SQL("t.geom && {} AND ST_Intersects(t.geom, {})").format(area, area)
    others = {one.id: one for one in taken if one.layer.spec.geometry}
    for relation in part.layer.spec.relations:
        other = others.get(relation.to)
        if other and relation.field in part.fields:
            return SQL("t.{} IN (SELECT t.{} FROM {} AS t WHERE {})").format(
                Identifier(relation.field),
                Identifier(relation.to_field),
                other.source,
                _within(other, taken, shape),
            )
    return SQL("true")


def _noted(
    rows: Iterator[tuple[int, Known]], versions: dict[int, int]
) -> Iterator[tuple[int, Known]]:
    for identifier, known in rows:
        if identifier >= geopackage.FIRST_NEW:
            raise DataError(f"row {identifier} has an id that new rows in the field would take")
        versions[identifier] = known.version
        yield identifier, known
