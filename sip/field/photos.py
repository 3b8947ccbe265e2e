"""Photos of the field: one table beside each layer whose rows have attachments, and their files.

A row of `sip_photo_<layer>` names the `fid` of its row and a file beside the GeoPackage. Photos
that the database has already go along; new ones, other notes and deletions come back.
"""

from __future__ import annotations

import dataclasses
import json
import zoneinfo
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import psycopg
import pyarrow as pa
import pyogrio

from sip.catalogue import Layer
from sip.errors import SipError
from sip.field import geopackage
from sip.field.geopackage import Brought
from sip.field.inbox import Edit
from sip.field.merge import Value, Values
from sip.field.part import Part
from sip.field.reasons import NO_RIGHT, Reason
from sip.files import picture, store
from sip.layer import Field, LayerFile, Relation
from sip.settings import Settings
from sip.text import Text

FOLDER = "photos"
"""The folder beside the file that QField puts pictures into."""
BEGINNING = "sip_photo_"
PATH = "path"
"""The field that names the file."""
_SCHEMA = pa.schema([("row_fid", pa.int64()), ("path", pa.string()), ("note", pa.string())])
_ENDINGS = {"image/jpeg": "jpg", "image/png": "png", "image/webp": "webp", "application/pdf": "pdf"}
_ALONG = """
SELECT id, row_version, item_id, note, media_type, coalesce(public_digest, digest)
FROM sip.attachment WHERE layer = %s AND item_id = ANY (%s) ORDER BY id
"""
_ADD = """
INSERT INTO sip.attachment AS a (theme, layer, item_id, name, note, media_type, bytes, digest,
    public_digest, thumbnail_digest, taken_at, direction_deg, geom)
VALUES (%s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s,
    ST_SetSRID(ST_MakePoint(%s::float8, %s::float8), 4326))
ON CONFLICT (layer, item_id, digest)
DO UPDATE SET note = coalesce(nullif(a.note, ''), excluded.note)
RETURNING a.id, a.row_version
"""
_MISSING = Reason(
    "file_missing",
    Text(
        pl="Nie ma pliku zdjęcia obok GeoPackage. Dołóż go i wczytaj jeszcze raz.",
        en="The file of the photo is not beside the GeoPackage. Put it there and take it in again.",
    ),
)
_WAITS = Reason(
    "row_waits",
    Text(
        pl="Wiersz tego zdjęcia czeka w skrzynce. Po rozstrzygnięciu wczytaj plik ponownie.",
        en="The row of the photo waits in the inbox. Take the file in again when that is settled.",
    ),
)


class Refused(Exception):
    """A photo cannot be taken in; it is kept in the inbox."""

    def __init__(self, reason: Reason):
        super().__init__(reason.message.en)
        self.reason = reason


def layer_of(part: Part) -> Layer:
    """Return the layer of a layer's photos, as the project in QGIS shows it."""
    spec = part.layer.spec
    number = Field(type="integer", title=Text(pl="Wiersz", en="Row"), required=True)
    path = Field(type="text", title=Text(pl="Zdjęcie", en="Photo"), required=True)
    note = Field(type="text", title=Text(pl="Opis", en="Note"), max_length=2000)
    title = Text(pl=f"{spec.title.pl}: zdjęcia", en=f"{spec.title.en}: photos")
    photos = LayerFile(
        title=title,
        abstract=title,
        fields={"row_fid": number, PATH: path, "note": note},
        name_field=PATH,
        relations=(Relation(field="row_fid", to=part.id, to_field="fid"),),
    )
    return dataclasses.replace(part.layer, id=table_of(part.id), spec=photos, style=None)


def table_of(layer: str) -> str:
    """Return the table of a layer's photos in the file."""
    return f"{BEGINNING}{layer}"


def take_along(
    file: Path,
    folder: Path,
    part: Part,
    ids: Sequence[int],
    connection: psycopg.Connection[Any],
    settings: Settings,
) -> None:
    """Make the table of a layer's photos, with those that its rows have; files go into `folder`."""
    table = table_of(part.id)
    pyogrio.write_arrow(
        _SCHEMA.empty_table(), file, layer=table, driver="GPKG", append=True,
        layer_options={"FID": "fid"},
    )  # fmt: skip
    with geopackage.opened(file) as db:
        first = geopackage.FIRST_NEW - 1
        db.execute("INSERT INTO sqlite_sequence VALUES (?, ?)", (table, first))
        for number, version, row, note, kind, digest in connection.execute(
            _ALONG, [part.id, list(ids)]
        ):
            path = f"{FOLDER}/{part.id}_{row}_{number}.{_ENDINGS[kind]}"
            (folder / Path(path).name).write_bytes(store.get(settings, digest))
            db.execute(f"INSERT INTO {table} VALUES (?, ?, ?, ?)", (number, row, path, note))
            values = json.dumps({"row_fid": row, "path": path, "note": note})
            db.execute("INSERT INTO sip_base VALUES (?, ?, ?, ?)", (table, number, version, values))


def brought(file: Path, ids: Mapping[tuple[str, int], int]) -> Iterator[Brought]:
    """Yield the photos of each layer; a new one with the id of its row and the digest of its file.

    Args:
        file: The GeoPackage.
        ids: What rows that were new in the field are in the database.
    """
    with geopackage.opened(file) as db:
        tables = [
            name
            for (name,) in db.execute("SELECT table_name FROM gpkg_contents")
            if name.startswith(BEGINNING)
        ]
        for table in tables:
            base = geopackage.base_of(db, table)
            layer = table.removeprefix(BEGINNING)
            rows = db.execute(f'SELECT fid, row_fid, path, note FROM "{table}" ORDER BY fid')
            ours: dict[int, Values] = {}
            for fid, row_fid, path, note in rows.fetchall():
                said: dict[str, Value] = {"row_fid": row_fid, "path": path, "note": note}
                if fid not in base:
                    is_new = isinstance(row_fid, int) and row_fid >= geopackage.FIRST_NEW
                    said["row_id"] = ids.get((layer, row_fid)) if is_new else row_fid
                    content = _content(file, path)
                    said["sha256"] = None if content is None else store.digest_of(content)
                ours[fid] = said
            yield Brought(table, {}, base, ours)


@dataclasses.dataclass(frozen=True)
class Darkroom:
    """Where photos of one file go."""

    file: Path
    settings: Settings
    zone: zoneinfo.ZoneInfo

    def take_in(
        self, connection: psycopg.Connection[Any], part: Part, edit: Edit
    ) -> tuple[int | None, int | None]:
        """Write the edit of one photo; return its id and version.

        Raises:
            Refused: It cannot be; a file that is there is stored all the same.
            psycopg.Error: The database refuses.
        """
        if edit.ours is None or edit.row_id is not None:
            return self._change(connection, edit)
        path = edit.ours.get("path")
        content = _content(self.file, path)
        if content is None:
            raise Refused(_MISSING)
        digest = store.put(self.settings, content)
        row_id = edit.ours.get("row_id")
        if row_id is None:
            raise Refused(_WAITS)
        try:
            examined = picture.examine(content, self.zone)
        except SipError as error:
            said = Text(pl=error.said_in("pl"), en=error.said_in("en"))
            raise Refused(Reason("no_picture", said)) from error
        made = [
            None if one is None else store.put(self.settings, one)
            for one in (examined.public, examined.thumbnail)
        ]
        shot = examined.shot
        added = connection.execute(
            _ADD,
            [
                part.layer.theme, part.id, row_id, Path(str(path)).name,
                edit.ours.get("note") or "", examined.media_type, len(content), digest, *made,
                shot.taken_at, shot.direction_deg, shot.lon, shot.lat,
            ],
        ).fetchone()  # fmt: skip
        assert added is not None
        return added[0], added[1]

    @staticmethod
    def _change(connection: psycopg.Connection[Any], edit: Edit) -> tuple[int | None, int | None]:
        """Delete a photo, or write its other note; both sides' notes are kept one below another."""
        if edit.row_id is None:
            return None, None
        if edit.ours is None:
            one = [edit.row_id]
            connection.execute("DELETE FROM sip.attachment WHERE id = %s", one)
            if connection.execute("SELECT FROM sip.attachment WHERE id = %s", one).fetchone():
                raise Refused(NO_RIGHT)
            return edit.row_id, None
        note = edit.ours.get("note") or ""
        before = edit.base.values.get("note") if edit.base else ""
        done = connection.execute(
            "UPDATE sip.attachment SET note = CASE WHEN note = %s THEN %s::text"
            " ELSE concat_ws(E'\\n', note, %s::text) END WHERE id = %s RETURNING row_version",
            [before or "", note, note, edit.row_id],
        ).fetchone()
        if done is None:
            raise Refused(NO_RIGHT)
        return edit.row_id, done[0]


def _content(file: Path, path: Value) -> bytes | None:
    """Return a photo's file, if it lies beside the GeoPackage and nowhere else."""
    if not isinstance(path, str) or not path:
        return None
    folder = file.resolve().parent
    place = (folder / path).resolve()
    if not place.is_relative_to(folder) or not place.is_file():
        return None
    return place.read_bytes()
