"""Old history: moved out of the database to files, and back.

A file is GeoParquet with all that the versions were, and names the columns by their numbers, which
no renaming changes. Before anything is removed, the file is read back and compared; its SHA-256
goes into the chain of seals. The versions of a layer go in the order of time, and come back in
the reverse one, so that what is at hand is whole from an instant on.
"""

from __future__ import annotations

import dataclasses
import datetime
import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import psycopg
from psycopg.sql import SQL, Identifier

from sip.catalogue import Catalogue
from sip.database import old_versions
from sip.database.old_versions import Column
from sip.errors import DatabaseError, NotFound, UsageError
from sip.settings import Settings

_ROWS = """
CREATE TEMP TABLE moving ON COMMIT DROP AS
SELECT h.id, h.row_version FROM {past} AS h
WHERE upper(h.known) <= %s AND (
    EXISTS (SELECT FROM {live} AS t WHERE t.id = h.id)
    OR EXISTS (SELECT FROM {past} AS n WHERE n.id = h.id AND n.row_version > h.row_version)
)
"""
_AWAY = """
SELECT seal, layer, before, versions, file, sha256 FROM sip.away WHERE returned IS NULL
ORDER BY layer, before
"""


@dataclasses.dataclass(frozen=True)
class Away:
    """Versions of a layer that lie in a file."""

    seal: int
    """Number of the seal that tells of it."""
    layer: str
    before: datetime.datetime
    """All of them ended by then."""
    versions: int
    file: Path
    sha256: str

    def __str__(self) -> str:
        """Say it in a line."""
        return (
            f"{self.layer}: {self.versions} versions that ended by {self.before:%Y-%m-%d %H:%M:%S}"
            f" UTC are in {self.file}"
        )


def archive(
    settings: Settings, layer: str, before: datetime.datetime, folder: Path | None = None
) -> Away | None:
    """Move the versions of a layer that ended by an instant to a file; None where there are none.

    The last version of a row that was deleted stays, so that its id goes on where it was left.

    Raises:
        UsageError: The instant has not come yet, or what is before it is away already.
        DatabaseError: The history is not as it was sealed, or the file does not hold the same.
    """
    now = datetime.datetime.now(datetime.UTC)
    if before > now:
        raise UsageError(f"{before:%Y-%m-%d %H:%M} has not come yet")
    name = f"{layer}-before-{before:%Y%m%dT%H%M%SZ}-{now:%y%m%d%H%M%S%f}.parquet"
    file = (folder or settings.old_history) / name
    with _transaction(settings) as connection:
        place = _place(connection, layer)
        newest = _newest(connection, layer)
        if newest and before <= newest:
            raise UsageError(f"{layer}: what was before {newest:%Y-%m-%d %H:%M} is away already")
        past, live = Identifier("history", layer), Identifier(place, layer)
        found = connection.execute(SQL(_ROWS).format(past=past, live=live), [before])
        if not found.rowcount:
            return None
        connection.execute("SELECT sip.demand_soundness(%s)", [layer])
        columns = old_versions.columns(connection, layer)
        try:
            sha256 = old_versions.write(connection, layer, columns, file)
            _compare(connection, layer, columns, file)
            connection.execute(
                SQL("DELETE FROM {} WHERE (id, row_version) IN (SELECT * FROM moving)").format(past)
            )
            away = _note(connection, settings, Away(0, layer, before, found.rowcount, file, sha256))
            _tell(connection, layer)
            _describe(connection, away, columns)
            connection.commit()
        except BaseException:
            file.unlink(missing_ok=True)
            file.with_suffix(".json").unlink(missing_ok=True)
            raise
    with psycopg.connect(settings.dsn(), autocommit=True) as connection:
        connection.execute(SQL("VACUUM ANALYZE {}").format(past))
    return away


def archive_by_policy(settings: Settings, catalogue: Catalogue) -> list[Away]:
    """Move out what is older than layers keep it (`keep_history_years`), by whole years of UTC.

    Raises:
        DatabaseError: As `archive` does; what was moved before stays moved.
    """
    this_year = datetime.datetime.now(datetime.UTC).year
    since = {one.layer: one.before for one in at_large(settings)}  # the newest is the last
    moved = []
    for layer in catalogue.layers.values():
        if layer.is_table and layer.keep_history_years:
            before = datetime.datetime(
                this_year - layer.keep_history_years, 1, 1, tzinfo=datetime.UTC
            )
            if layer.id not in since or since[layer.id] < before:
                moved.append(archive(settings, layer.id, before))
    return [one for one in moved if one]


def unarchive(settings: Settings, file: Path) -> Away:
    """Bring the versions of a file back; the file stays.

    Raises:
        NotFound: No such file, or none that versions were moved out to.
        UsageError: Newer versions of the layer are away, and must come back first.
        DatabaseError: The file is not what was written, or the history is not as it was sealed.
    """
    sha256 = old_versions.digest(file)
    with _transaction(settings) as connection:
        every = _list(connection, settings)
        known = [one for one in every if one.sha256 == sha256]
        if not known:
            raise NotFound(
                f"{file} is not what any versions were moved out to, was altered, or they are back"
                " already (sip history verify)"
            )
        away = known[0]
        newest = next(
            one for one in reversed(_list(connection, settings)) if one.layer == away.layer
        )
        if newest != away:
            raise UsageError(f"newer versions come back first: sip history unarchive {newest.file}")
        columns = old_versions.columns(connection, away.layer)
        former = old_versions.read(connection, file)
        is_rewritten = old_versions.bring(connection, away.layer, former, columns)
        reason = f"brought back: {away.layer}: {away.versions} versions, SHA-256 {sha256}"
        connection.execute(
            "UPDATE sip.away SET returned = sip.chain('{}', %s) WHERE seal = %s",
            [reason, away.seal],
        )
        if is_rewritten:
            connection.execute("SELECT sip.reseal_layer(%s, %s)", [away.layer, reason])
        connection.execute("SELECT sip.demand_soundness(%s)", [away.layer])
        _tell(connection, away.layer)
    return away


def at_large(settings: Settings) -> list[Away]:
    """Return what is away, by layer and the oldest first."""
    with _transaction(settings) as connection:
        return _list(connection, settings)


def verify(settings: Settings) -> tuple[list[str], list[str]]:
    """Say what is away, and where its file is not what was written.

    A file of our own must be there; one that was taken elsewhere need not be at hand.
    """
    said: list[str] = []
    problems: list[str] = []
    for one in at_large(settings):
        is_own = one.file.parent == settings.old_history
        if not one.file.is_file():
            (problems if is_own else said).append(f"{one}, which is not at hand")
        elif old_versions.digest(one.file) != one.sha256:
            problems.append(f"{one}, which was altered")
        else:
            said.append(f"{one}, as it was written")
    return said, problems


def _compare(
    connection: psycopg.Connection[Any], layer: str, columns: Sequence[Column], file: Path
) -> None:
    """Read what was written, and compare it with what is there, value by value."""
    former = old_versions.read(connection, file)
    same = SQL(" AND ").join(
        SQL("{} IS NOT DISTINCT FROM b.{}").format(one.told("h"), Identifier(one.name))
        for one in columns
    )
    row = connection.execute(
        SQL(
            "SELECT count(*), (SELECT count(*) FROM moving), (SELECT count(*) FROM came)"
            " FROM {} AS h JOIN moving USING (id, row_version)"
            " JOIN came AS b ON (b.id, b.row_version) = (h.id, h.row_version)"
            " WHERE {} AND h.known = tstzrange(b.row_from, b.row_until)"
        ).format(Identifier("history", layer), same)
    ).fetchone()
    if row is None or len(set(row)) != 1 or former != list(columns):
        raise DatabaseError(f"{file} does not hold what was written into it: nothing was moved")
    connection.execute("DROP TABLE came")


def _note(connection: psycopg.Connection[Any], settings: Settings, away: Away) -> Away:
    """Write down what was moved, and seal it."""
    own = away.file.parent == settings.old_history
    name = away.file.name if own else str(away.file.resolve())
    row = connection.execute(
        "INSERT INTO sip.away AS a (seal, layer, before, versions, file, sha256)"
        " VALUES (0, %s, %s, %s, %s, %s) RETURNING sip.told(a)",
        [away.layer, away.before, away.versions, name, away.sha256],
    ).fetchone()
    assert row is not None
    sealed = connection.execute(
        "UPDATE sip.away SET seal = sip.chain('{}', %s) WHERE seal = 0 RETURNING seal",
        [f"archived: {away.layer}: {row[0]}"],
    ).fetchone()
    assert sealed is not None
    return dataclasses.replace(away, seal=sealed[0])


def _tell(connection: psycopg.Connection[Any], layer: str) -> None:
    """Let services know since when the history of a layer is at hand."""
    connection.execute(
        "UPDATE sip.layer_state SET known_since = sip.horizon(layer) WHERE layer = %s", [layer]
    )


def _describe(connection: psycopg.Connection[Any], away: Away, columns: Sequence[Column]) -> None:
    """Write the manifest beside the file: for those who look at it without the database."""
    seals = connection.execute(
        "SELECT number, encode(digest, 'hex') FROM sip.seal WHERE number IN (%s, %s - 1)"
        " ORDER BY number",
        [away.seal, away.seal],
    ).fetchall()
    said = {
        "layer": away.layer,
        "before": away.before.isoformat(),
        "versions": away.versions,
        "file": away.file.name,
        "bytes": away.file.stat().st_size,
        "sha256": away.sha256,
        "seals": dict(seals),
        "columns": [dataclasses.asdict(one) for one in columns],
    }
    away.file.with_suffix(".json").write_text(json.dumps(said, indent=1), encoding="utf-8")


def _list(connection: psycopg.Connection[Any], settings: Settings) -> list[Away]:
    rows = connection.execute(_AWAY).fetchall()
    return [
        Away(seal, layer, before, versions, settings.old_history / file, sha256)
        for seal, layer, before, versions, file, sha256 in rows
    ]


def _place(connection: psycopg.Connection[Any], layer: str) -> str:
    row = connection.execute("SELECT place FROM sip.register WHERE layer = %s", [layer]).fetchone()
    if row is None:
        raise NotFound(f'there is no register "{layer}"')
    return str(row[0])


def _newest(connection: psycopg.Connection[Any], layer: str) -> datetime.datetime | None:
    row = connection.execute("SELECT sip.horizon(%s)", [layer]).fetchone()
    return row[0] if row else None


@contextmanager
def _transaction(settings: Settings) -> Iterator[psycopg.Connection[Any]]:
    """Work as the owner, in one transaction.

    Raises:
        DatabaseError: The database refuses, in its own words.
    """
    try:
        with psycopg.connect(settings.dsn(), application_name="sip") as connection:
            connection.execute("SET LOCAL sip.language = 'en'")
            connection.execute("SET LOCAL TimeZone = 'UTC'")
            yield connection
    except psycopg.Error as error:
        said = error.diag.message_primary or str(error)
        raise DatabaseError(f"refused, and nothing was done:\n{said}") from error
