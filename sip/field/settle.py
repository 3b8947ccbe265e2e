"""Settling a conflict: the field's value, the database's, or another one, for each attribute."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from typing import Any, Literal

import psycopg
from psycopg.types.json import Jsonb

from sip.catalogue import Catalogue
from sip.errors import DataError, UsageError
from sip.field import inbox, reasons, rows
from sip.field.geopackage import FIRST_NEW
from sip.field.inbox import Conflict
from sip.field.merge import Clash, Known, Value, Values, differs
from sip.field.part import Part, parts
from sip.field.photos import BEGINNING

type Side = Literal["mine", "theirs"]
_SETTLED = """
UPDATE sip.conflict
SET state = 'resolved', resolved_by = current_user, resolved_at = now(), resolution = %s
WHERE id = %s AND state = 'open'
"""
_BECAME = """
UPDATE sip.checkin_row SET row_id = %s, version = %s
WHERE (checkout, layer, fid) = (%s, %s, %s)
"""


@dataclasses.dataclass(frozen=True)
class Decision:
    """How a conflict is to end."""

    whole: Side | None = None
    """For every attribute that `fields` and `values` do not name."""
    fields: Mapping[str, Side] = dataclasses.field(default_factory=dict)
    values: Values = dataclasses.field(default_factory=dict)
    """Attributes that get neither side's value."""
    seen: int | None = None
    """The version of the row that was looked at; the present one where None."""


def at_stake(conflict: Conflict) -> tuple[str, ...]:
    """Return the attributes that are not decided: nothing else of the edit is open."""
    if conflict.ours is None:
        return ()
    if conflict.reason in (Clash.BOTH_CHANGED.value, Clash.COLUMN_GONE.value):
        return conflict.fields
    base = conflict.base
    if base is None:
        return tuple(conflict.ours)
    return tuple(name for name, value in conflict.ours.items() if differs(value, base.get(name)))


def resolve(
    connection: psycopg.Connection[Any],
    identifier: int,
    decision: Decision,
    catalogue: Catalogue,
) -> None:
    """End a conflict; what is decided for the field is written under the caller's rights.

    Raises:
        NotFound: There is no such conflict for the caller.
        UsageError: It has ended already, or the decision is not whole.
        DataError: The database refuses the row; the conflict stays.
    """
    connection.execute("SELECT FROM sip.conflict WHERE id = %s FOR UPDATE", [identifier])
    conflict = inbox.one(connection, identifier)
    if conflict.state != "open":
        raise UsageError(
            f"conflict {identifier} was settled by {conflict.resolved_by}",
            pl=f"konflikt {identifier} rozstrzygnął(a) już {conflict.resolved_by}",
        )
    chosen = _chosen(conflict, decision)
    wins = decision.whole == "mine" or bool(chosen)
    connection.execute(
        "SELECT set_config('sip.comment', %s, true)",
        [f"conflict {identifier} of checkout {conflict.checkout}"],
    )
    if wins:
        _write(connection, conflict, chosen, decision, catalogue)
    said = {"whole": decision.whole, "fields": dict(decision.fields), "values": chosen}
    connection.execute(_SETTLED, [Jsonb(said), identifier])


def _chosen(conflict: Conflict, decision: Decision) -> dict[str, Value]:
    """Return the values that are to be written."""
    ours = conflict.ours or {}
    stake = at_stake(conflict)
    known = {*ours, *(conflict.theirs or {}), *(conflict.base or {})}
    unknown = [name for name in (*decision.fields, *decision.values) if name not in known]
    if unknown:
        raise UsageError(f"the conflict has no {', '.join(unknown)}")
    named = {*decision.fields, *decision.values}
    open_ = [name for name in stake if name not in named]
    if decision.whole is None and (open_ or not stake):
        about = ", ".join(open_) or "the row"
        raise UsageError(f"nothing is decided about {about}", pl=f"brak decyzji: {about}")
    sides = {name: decision.fields.get(name, decision.whole) for name in stake}
    chosen = {name: ours[name] for name, side in sides.items() if side == "mine"}
    return {**chosen, **decision.values}


def _write(
    connection: psycopg.Connection[Any],
    conflict: Conflict,
    chosen: Values,
    decision: Decision,
    catalogue: Catalogue,
) -> None:
    if conflict.layer.startswith(BEGINNING):
        raise UsageError(
            "a photo is not written from here: mend it and take the file in again, or keep theirs",
            pl="zdjęcia nie zapisuje się stąd: popraw je i wczytaj plik ponownie albo zostaw bazę",
        )
    (part,) = parts(catalogue, [conflict.layer], connection)
    chosen = _pointed(connection, part, conflict, chosen)
    gone = [name for name in chosen if name not in part.names]
    if gone:
        raise UsageError(f"{conflict.layer} has no {', '.join(gone)} any more: keep theirs")
    try:
        with connection.transaction():
            became = _written(connection, part, conflict, chosen, decision)
    except psycopg.Error as error:
        if connection.broken:
            raise
        reason = reasons.of_refusal(error, part, catalogue)
        raise DataError(reason.message.en, pl=reason.message.pl) from error
    if became is None:
        raise DataError(reasons.NO_RIGHT.message.en, pl=reasons.NO_RIGHT.message.pl)
    place = (conflict.checkout, conflict.layer, conflict.fid)
    if conflict.ours is not None:
        connection.execute(_BECAME, [*became, *place])


def _written(
    connection: psycopg.Connection[Any],
    part: Part,
    conflict: Conflict,
    chosen: Values,
    decision: Decision,
) -> tuple[int, int] | None:
    """Write the row; return its id and version, None where no row was met."""
    row_id = conflict.row_id
    now = rows.read(connection, part, [row_id]).get(row_id) if row_id is not None else None
    if row_id is None or (now is None and conflict.ours is not None):
        whole = {**(conflict.ours or {}), **chosen}
        return rows.insert(connection, part, whole, identifier=row_id)
    if now is None:
        return row_id, conflict.version or 0  # deleted on both sides
    seen = _seen(now, decision)
    if conflict.ours is None and not chosen:
        return (row_id, seen) if rows.delete(connection, part, row_id, seen) else None
    version = rows.update(connection, part, row_id, seen, chosen)
    return None if version is None else (row_id, version)


def _pointed(
    connection: psycopg.Connection[Any], part: Part, conflict: Conflict, values: Values
) -> Values:
    """Return values whose relations to rows new in the field name the ids that they got since."""
    found = dict(values)
    for relation in part.layer.spec.relations:
        value = found.get(relation.field)
        if relation.to_field == "id" and isinstance(value, int) and value >= FIRST_NEW:
            row = connection.execute(
                "SELECT row_id FROM sip.checkin_row WHERE (checkout, layer, fid) = (%s, %s, %s)",
                [conflict.checkout, relation.to, value],
            ).fetchone()
            found[relation.field] = row[0] if row and row[0] is not None else value
    return found


def _seen(now: Known, decision: Decision) -> int:
    return now.version if decision.seen is None else decision.seen
