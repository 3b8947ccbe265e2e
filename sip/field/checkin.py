"""Taking a file back in: each edit is written, agreed already, or kept in the inbox.

All of it is one transaction, so one change set. Each row has a savepoint of its own. What the file
said of a row is noted in `sip.checkin_row`, so that the same file taken in again changes nothing,
and one that was edited further is merged against what it said before.
"""

from __future__ import annotations

import collections
import contextlib
import dataclasses
import graphlib
import zoneinfo
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import psycopg
from psycopg.types.json import Jsonb

from sip.catalogue import Catalogue
from sip.errors import DataError, UnknownName, UsageError
from sip.field import geopackage, inbox, photos, reasons, rows
from sip.field.geopackage import FIRST_NEW, Brought, Ticket
from sip.field.inbox import Edit
from sip.field.merge import Known, Merge, Values, Verb, merge
from sip.field.part import Part, parts
from sip.field.photos import Darkroom
from sip.field.reasons import Reason
from sip.field.session import acting
from sip.settings import Settings
from sip.text import Language, Text

_STALE = "SIP01"
_TRIES = 3
_NOTED = """
INSERT INTO sip.checkin_row AS c (checkout, layer, fid, row_id, version, ours)
VALUES (%s, %s, %s, %s, %s, %s)
ON CONFLICT (checkout, layer, fid) DO UPDATE
SET row_id = excluded.row_id, version = excluded.version, ours = excluded.ours, at = now()
"""


@dataclasses.dataclass
class Report:
    """What became of a file's edits."""

    done: collections.Counter[tuple[str, str]] = dataclasses.field(
        default_factory=collections.Counter
    )
    """How many edits, by layer and by what was done: insert, update, delete, nothing, inbox."""
    kept: list[tuple[str, int, Text]] = dataclasses.field(default_factory=list)
    """What went to the inbox: layer, `fid`, and why."""
    not_taken: Sequence[str] = ()
    """Tables and columns that somebody added to the file."""

    def __str__(self) -> str:
        """Say it in readable lines, in English."""
        return self.said_in("en")

    def said_in(self, language: Language) -> str:
        """Say it in readable lines; reasons in a language."""
        lines = [f"{layer}: {verb} {count}" for (layer, verb), count in sorted(self.done.items())]
        lines += [f"  inbox: {layer} {fid}: {why[language]}" for layer, fid, why in self.kept]
        lines += [f"not of a register, left in the file: {name}" for name in self.not_taken]
        return "\n".join(lines) or "nothing new in the file"


@dataclasses.dataclass(frozen=True)
class _Said:
    """What the file said of a row when it was taken in before."""

    row_id: int | None
    version: int | None
    ours: Values | None


def checkin(
    file: Path,
    catalogue: Catalogue,
    settings: Settings,
    *,
    person: str | None = None,
    is_rehearsal: bool = False,
) -> Report:
    """Merge the edits of a file into the registers, as the person who took it along.

    Args:
        file: A GeoPackage that `sip checkout` made.
        catalogue: All that the project declares.
        settings: Where the database is.
        person: Whose rights decide; that of the checkout where None.
        is_rehearsal: Say what would be done, and do nothing.

    Raises:
        DataError: The file is of no checkout of this database, or a table of it is gone.
        UsageError: It is the checkout of somebody else.
        DatabaseError: The database refuses; nothing was done.
    """
    ticket = geopackage.ticket_of(file)
    with acting(settings, person or ticket.person) as connection:
        _begin(connection, ticket, file)
        job = _Job(connection, catalogue, ticket)
        job.take_in([*geopackage.brought(file)])
        zone = zoneinfo.ZoneInfo(catalogue.project.time_zone)
        job.take_in_photos(Darkroom(file, settings, zone))
        job.report.not_taken = geopackage.not_taken(file, photos.BEGINNING)
        if is_rehearsal:
            connection.rollback()
        return job.report


def _begin(connection: psycopg.Connection[Any], ticket: Ticket, file: Path) -> None:
    connection.execute(
        "SELECT pg_advisory_xact_lock(hashtextextended(%s, 0)),"
        " set_config('sip.application', 'sip checkin', true), set_config('sip.comment', %s, true)",
        [str(ticket.token), f"checkin {file.name}, checkout {ticket.token}"],
    )
    found = connection.execute(
        "SELECT who, who = current_user FROM sip.checkout WHERE token = %s", [ticket.token]
    ).fetchone()
    if found is None:
        raise DataError(f"{file} is the checkout of somebody else, or of another database")
    who, is_own = found
    if not is_own:
        raise UsageError(f"{file} was checked out by {who}: sip checkin {file} --as {who}")


class _Job:
    """One checkin: the transaction, and what became of the edits so far."""

    def __init__(
        self,
        connection: psycopg.Connection[Any],
        catalogue: Catalogue,
        ticket: Ticket,
    ):
        self._connection = connection
        self._catalogue = catalogue
        self._ticket = ticket
        self._new_ids: dict[tuple[str, int], int] = {}
        self.report = Report()

    def take_in(self, brought: Sequence[Brought]) -> None:
        """Take in every edit: rows that others point at first, deletions last and the other way."""
        layers = {one.layer: one for one in brought}
        order = self._order(layers)
        edits = {name: [*self._edits(layers[name])] for name in order}
        for name in order:
            self._take_layer(name, [one for one in edits[name] if one.ours is not None])
        for name in reversed(order):
            self._take_layer(name, [one for one in edits[name] if one.ours is None])

    def take_in_photos(self, darkroom: Darkroom) -> None:
        """Take in the photos, behind the rows that they belong to."""
        for brought in photos.brought(darkroom.file, self._new_ids):
            for edit in [*self._edits(brought)]:
                self._take_photo(brought.layer.removeprefix(photos.BEGINNING), edit, darkroom)

    def _take_photo(self, layer: str, edit: Edit, darkroom: Darkroom) -> None:
        try:
            (part,) = parts(self._catalogue, [layer], self._connection)
        except (UnknownName, UsageError):
            self._refuse(None, edit, None, reasons.LAYER_GONE)
            return
        try:
            with self._connection.transaction():
                written = darkroom.take_in(self._connection, part, edit)
        except photos.Refused as refused:
            self._refuse(part, edit, None, refused.reason)
        except psycopg.Error as error:
            if self._connection.broken:
                raise
            self._refuse(part, edit, None, reasons.of_refusal(error, part, self._catalogue))
        else:
            inbox.supersede(self._connection, self._ticket.token, edit)
            self.report.done[edit.layer, "taken in"] += 1
            self._note(edit, *written)

    def _order(self, layers: Mapping[str, Brought]) -> list[str]:
        known = self._catalogue.layers
        points_at = {
            name: [
                one.to
                for one in (known[name].spec.relations if name in known else ())
                if one.to in layers and one.to != name
            ]
            for name in layers
        }
        with contextlib.suppress(graphlib.CycleError):
            return [*graphlib.TopologicalSorter(points_at).static_order()]
        return [*layers]

    def _edits(self, brought: Brought) -> Iterator[Edit]:
        said = self._said_before(brought.layer)
        still_open = inbox.open_of(self._connection, self._ticket.token, brought.layer)
        for fid in sorted({*brought.base, *brought.ours, *said}):
            ours, before = brought.ours.get(fid), said.get(fid)
            if before is None:
                base = brought.base.get(fid)
                row_id = fid if base else None
                is_same = base is not None and ours == base.values
            else:
                self._remember(brought.layer, fid, before.row_id)
                base, row_id = self._base(before, still_open, fid), before.row_id
                is_same = ours == before.ours
            if not is_same:
                yield Edit(brought.layer, fid, row_id, base, ours)

    @staticmethod
    def _base(before: _Said, still_open: Mapping[int, Known | None], fid: int) -> Known | None:
        """Return what a later edit is merged against: what an open one began with goes on."""
        if fid in still_open:
            return still_open[fid]
        if before.row_id is None or before.ours is None or before.version is None:
            return None
        return Known(before.version, before.ours)

    def _said_before(self, layer: str) -> dict[int, _Said]:
        found = self._connection.execute(
            "SELECT fid, row_id, version, ours FROM sip.checkin_row"
            " WHERE checkout = %s AND layer = %s",
            [self._ticket.token, layer],
        )
        return {fid: _Said(row_id, version, ours) for fid, row_id, version, ours in found}

    def _take_layer(self, name: str, edits: Sequence[Edit]) -> None:
        if not edits:
            return
        try:
            (part,) = parts(self._catalogue, [name], self._connection)
        except (UnknownName, UsageError):
            for edit in edits:
                self._refuse(None, edit, None, reasons.LAYER_GONE)
            return
        ids = [one.row_id for one in edits if one.row_id is not None]
        theirs = rows.read(self._connection, part, ids)
        for edit in edits:
            self._take(part, edit, theirs.get(edit.row_id) if edit.row_id is not None else None)

    def _take(self, part: Part, edit: Edit, theirs: Known | None) -> None:
        """Merge and write one row; one that changes at this moment is merged again."""
        for _ in range(_TRIES):
            merged = merge(edit.base, theirs, self._pointed(part, edit))
            try:
                with self._connection.transaction():
                    written = self._write(part, edit, theirs, merged)
            except psycopg.Error as error:
                if self._connection.broken:
                    raise
                if error.sqlstate != _STALE:
                    self._refuse(
                        part, edit, theirs, reasons.of_refusal(error, part, self._catalogue)
                    )
                    return
                written = None
            if written is not None:
                self._settle(part, edit, theirs, merged, written)
                return
            assert edit.row_id is not None
            found = rows.read(self._connection, part, [edit.row_id]).get(edit.row_id)
            if found == theirs:
                self._refuse(part, edit, theirs, reasons.NO_RIGHT)
                return
            theirs = found
        self._refuse(part, edit, theirs, reasons.RESTLESS)

    def _write(
        self, part: Part, edit: Edit, theirs: Known | None, merged: Merge
    ) -> tuple[int | None, int | None] | None:
        """Do what a merge says; return the row's id and version, or None if no row was met."""
        connection, row_id = self._connection, edit.row_id
        if merged.verb is Verb.INSERT:
            return rows.insert(connection, part, merged.values)
        if merged.verb is Verb.NOTHING:
            return row_id, theirs.version if theirs else None
        assert row_id is not None
        assert theirs is not None
        if merged.verb is Verb.DELETE:
            met = rows.delete(connection, part, row_id, theirs.version)
            return (row_id, theirs.version) if met else None
        version = rows.update(connection, part, row_id, theirs.version, merged.values)
        return None if version is None else (row_id, version)

    def _settle(
        self,
        part: Part,
        edit: Edit,
        theirs: Known | None,
        merged: Merge,
        written: tuple[int | None, int | None],
    ) -> None:
        """Note what was done; what clashes goes to the inbox."""
        row_id, version = written
        if row_id is not None:
            self._remember(part.id, edit.fid, row_id)
        self.report.done[part.id, merged.verb.value] += 1
        if merged.clash:
            reason = reasons.of_clash(merged.clash, merged.fields, part)
            self._keep(edit, theirs, reason, part)
        else:
            inbox.supersede(self._connection, self._ticket.token, edit)
        is_ours_alone = edit.base is None or (theirs and theirs.version == edit.base.version)
        known = version if is_ours_alone or edit.base is None else edit.base.version
        self._note(edit, row_id, known)

    def _refuse(self, part: Part | None, edit: Edit, theirs: Known | None, reason: Reason) -> None:
        self._keep(edit, theirs, reason, part)
        self._note(edit, edit.row_id, edit.base.version if edit.base else None)

    def _keep(self, edit: Edit, theirs: Known | None, reason: Reason, part: Part | None) -> None:
        token, crs = self._ticket.token, self._ticket.crs
        inbox.keep(self._connection, token, edit, theirs, reason, part, crs)
        self.report.done[edit.layer, "inbox"] += 1
        self.report.kept.append((edit.layer, edit.fid, reason.message))

    def _note(self, edit: Edit, row_id: int | None, version: int | None) -> None:
        ours = None if edit.ours is None else Jsonb(edit.ours)
        self._connection.execute(
            _NOTED, [self._ticket.token, edit.layer, edit.fid, row_id, version, ours]
        )

    def _remember(self, layer: str, fid: int, row_id: int | None) -> None:
        if row_id is not None and fid >= FIRST_NEW:
            self._new_ids[layer, fid] = row_id

    def _pointed(self, part: Part, edit: Edit) -> Values | None:
        """Return an edit whose relations to rows new in the field name the ids that they got."""
        if edit.ours is None:
            return None
        found = dict(edit.ours)
        for relation in part.layer.spec.relations:
            value = found.get(relation.field)
            if relation.to_field == "id" and isinstance(value, int):
                found[relation.field] = self._new_ids.get((relation.to, value), value)
        return found
