"""What a person takes along of one layer, and how its rows are read and written as plain values."""

from __future__ import annotations

import dataclasses
import functools
from collections.abc import Mapping, Sequence
from typing import Any

from psycopg import Connection
from psycopg.sql import SQL, Composable, Identifier, Literal

from sip.catalogue import Catalogue, Layer
from sip.database.tables import TYPES, quoted, sql_type
from sip.errors import UnknownName, UsageError
from sip.layer import Field
from sip.sight import PUBLIC

GEOMETRY = "geom"
_RIGHTS = """
SELECT a.attname, has_column_privilege(c.oid, a.attnum, 'SELECT'),
    has_column_privilege(c.oid, a.attnum, 'UPDATE')
FROM pg_class AS c
JOIN pg_namespace AS n ON n.oid = c.relnamespace
JOIN pg_attribute AS a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
WHERE n.nspname = %s AND c.relname = %s
"""
_INSTANT = "to_char(t.{} AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.MS\"Z\"') AS {}"


@dataclasses.dataclass(frozen=True)
class Part:
    """A layer as one person sees it."""

    layer: Layer
    relation: str
    """The view or table that they read and write, as SQL."""
    fields: Mapping[str, Field]
    """The fields that they see."""
    crs: int
    """EPSG code of its geometries: the storage CRS."""
    may_edit: bool

    @property
    def id(self) -> str:
        """The layer's id."""
        return self.layer.id

    @functools.cached_property
    def source(self) -> Composable:
        """The relation, to be put into a statement."""
        return SQL(self.relation)

    @functools.cached_property
    def names(self) -> tuple[str, ...]:
        """The attributes of a row, its geometry among them."""
        return (*self.fields, *([GEOMETRY] if self.layer.spec.geometry else []))

    @functools.cached_property
    def plain_row(self) -> Composable:
        """SQL of one JSON object of plain values, read of a relation called `t`."""
        columns = SQL(", ").join(self._plain(name) for name in self.names)
        return SQL("(SELECT row_to_json(r) FROM (SELECT {}) AS r)").format(columns)

    def _plain(self, name: str) -> Composable:
        column = Identifier(name)
        if name == GEOMETRY:
            return SQL("encode(ST_AsBinary(t.geom, 'NDR'), 'hex') AS geom")
        if self.fields[name].type == "timestamp":
            return SQL(_INSTANT).format(column, column)
        return SQL("t.{}").format(column)

    def written(self, name: str) -> Composable:
        """SQL that makes a column's value of the text of a plain one, its only parameter."""
        if name == GEOMETRY:
            return SQL("ST_GeomFromWKB(decode(%s, 'hex'), {})").format(Literal(self.crs))
        field = self.fields[name]
        return SQL("CAST(%s AS {})").format(SQL(sql_type(TYPES[field.type])))


def as_text(value: str | int | float | bool | None) -> str | None:
    """Return a plain value as PostgreSQL reads it."""
    if value is None:
        return None
    return str(value).lower() if isinstance(value, bool) else str(value)


def parts(catalogue: Catalogue, names: Sequence[str], connection: Connection[Any]) -> list[Part]:
    """Return layers as the person sees them whose transaction it is, without personal fields.

    Raises:
        UnknownName: They see no such layer.
        UsageError: A layer is no table of rows.
    """
    return [_part(catalogue, catalogue.layer(name), connection) for name in dict.fromkeys(names)]


def _part(catalogue: Catalogue, layer: Layer, connection: Connection[Any]) -> Part:
    if not layer.is_table:
        raise UsageError(f"{layer.id} is no table: it is computed, drawn from files, or elsewhere")
    for schema in (layer.theme, PUBLIC):
        rights = {
            name: (may_read, may_change)
            for name, may_read, may_change in connection.execute(_RIGHTS, [schema, layer.id])
        }
        if any(rights.get("row_version", ())):
            fields = {
                name: field
                for name, field in layer.spec.fields.items()
                if not field.personal and any(rights.get(name, ()))
            }
            may_edit = any(may_change for _, may_change in rights.values())
            relation = f"{quoted(schema)}.{quoted(layer.id)}"
            return Part(layer, relation, fields, catalogue.project.storage_crs, may_edit)
    raise UnknownName(f'there is no layer "{layer.id}" that you may read')
