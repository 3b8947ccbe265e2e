"""What stands in the database now, read in two queries however many layers there are."""

from __future__ import annotations

import dataclasses
from collections.abc import Collection, Mapping, Sequence
from pathlib import Path
from typing import Literal

from sqlalchemy import Connection, text

MARK = "SIP theme\n"
"""How the comment of a schema that SIP made begins."""
_SQL = Path(__file__).parent / "sql"
type Kind = Literal["table", "view", "materialised view"]
_KINDS: Mapping[str, Kind] = {"r": "table", "v": "view", "m": "materialised view"}


@dataclasses.dataclass(frozen=True)
class Column:
    """One column as it is."""

    name: str
    type: str
    """As `format_type()` writes it, in lower case."""
    required: bool
    default: str | None
    """The expression, as PostgreSQL rewrote it."""
    comment: str | None


@dataclasses.dataclass(frozen=True)
class Relation:
    """One table or view as it is."""

    schema: str
    name: str
    kind: Kind
    comment: str | None
    guarded: bool
    """Whether policies say which rows one sees."""
    grants: Sequence[Mapping[str, str]]
    """Each privilege: role, privilege, column; of the sequence of ids as well."""
    policies: Mapping[str, str | None]
    """The statement that made each; None where it is not of our making."""
    columns: Mapping[str, Column]
    constraints: Mapping[str, str | None]
    """The statement that made each; None where it is not of our making."""
    indexes: Mapping[str, str | None]
    """The statement that made each; None where it is not of our making."""


@dataclasses.dataclass(frozen=True)
class Present:
    """The part of a database that SIP keeps."""

    schemas: Mapping[str, str]
    """The comment of each schema that SIP made."""
    open_to_staff: frozenset[str]
    """The schemas whose names all staff may use."""
    relations: Mapping[tuple[str, str], Relation]
    """By schema and name."""

    def of(self, schema: str, kind: Kind) -> Mapping[str, Relation]:
        """Return the relations of one kind in a schema, by name."""
        return {
            name: one
            for (where, name), one in self.relations.items()
            if where == schema and one.kind == kind
        }


def read(connection: Connection, schemas: Collection[str]) -> Present:
    """Read the schemas that SIP made, and those named, as far as they exist."""
    comments = text(
        "SELECT nspname, coalesce(obj_description(oid, 'pg_namespace'), '') AS comment, EXISTS ("
        "  SELECT FROM aclexplode(nspacl) AS x JOIN pg_roles AS r ON r.oid = x.grantee"
        "  WHERE r.rolname = 'sip_viewer' AND x.privilege_type = 'USAGE') AS open_to_staff"
        " FROM pg_namespace"
    )
    found = connection.execute(comments).all()
    known = {row.nspname: row.comment for row in found}
    is_open = frozenset(row.nspname for row in found if row.open_to_staff)
    wanted = {name: note for name, note in known.items() if name in schemas or _is_ours(note)}
    statement = text((_SQL / "present.sql").read_text())
    rows = connection.execute(statement, {"schemas": list(wanted)}).mappings()
    relations = [
        Relation(
            schema=row["schema"],
            name=row["name"],
            kind=_KINDS[row["kind"]],
            comment=row["comment"],
            guarded=row["guarded"],
            grants=row["grants"],
            policies={one["name"]: one["declared"] for one in row["policies"]},
            columns={one["name"]: Column(**one) for one in row["columns"]},
            constraints={one["name"]: one["declared"] for one in row["constraints"]},
            indexes={one["name"]: one["declared"] for one in row["indexes"]},
        )
        for row in rows
    ]
    return Present(wanted, is_open, {(one.schema, one.name): one for one in relations})


def _is_ours(comment: str) -> bool:
    return comment.startswith(MARK)
