"""The catalogue as SQLAlchemy tables: a schema per theme, a table per layer that people edit.

Every constraint and index has a name of our own, and its comment in the database is the statement
that made it. PostgreSQL rewrites conditions, so that comment is what a later declaration is
compared with.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import cql2
from geoalchemy2 import Geometry
from sqlalchemy import (
    BigInteger,
    Boolean,
    CheckConstraint,
    Column,
    Date,
    Double,
    ForeignKeyConstraint,
    Index,
    MetaData,
    PrimaryKeyConstraint,
    Table,
    Text,
    UniqueConstraint,
    text,
)
from sqlalchemy.dialects import postgresql
from sqlalchemy.dialects.postgresql import TIMESTAMP
from sqlalchemy.schema import AddConstraint, CreateIndex
from sqlalchemy.sql.elements import TextClause
from sqlalchemy.types import TypeEngine

from sip import text as texts
from sip import thinning
from sip.catalogue import Catalogue, Layer
from sip.database import history
from sip.layer import Field, FieldType, Rule
from sip.search import search_text

TYPES: dict[FieldType, TypeEngine[Any]] = {
    "text": Text(),
    "integer": BigInteger(),
    "number": Double(53),
    "boolean": Boolean(),
    "date": Date(),
    "timestamp": TIMESTAMP(timezone=True),
}
_DIALECT = postgresql.dialect(paramstyle="named")  # type: ignore[no-untyped-call]
_PREPARER = _DIALECT.identifier_preparer


def tables(catalogue: Catalogue) -> MetaData:
    """Return the tables of every layer that is one, with all that the database enforces.

    Behind each comes that of its history.
    """
    metadata = MetaData()
    for layer in catalogue.layers.values():
        if layer.is_table:
            history.table_of(_table(layer, catalogue, metadata))
    return metadata


def sql_type(kind: TypeEngine[Any]) -> str:
    """Return the name of a type as `format_type()` of PostgreSQL writes it, in lower case."""
    return kind.compile(dialect=_DIALECT).lower()


def declared(thing: object) -> str:
    """Return the statement that makes a constraint or an index."""
    made = CreateIndex(thing) if isinstance(thing, Index) else AddConstraint(thing)  # type: ignore[arg-type]
    return " ".join(str(made.compile(dialect=_DIALECT)).split())


def verbatim(sql: str) -> TextClause:
    """Return SQL that is what it says: a colon in it names no parameter."""
    return text(sql.replace(":", "\\:"))


def quoted(name: str) -> str:
    """Return an identifier as SQL."""
    return _PREPARER.quote(name)


def literal(value: str) -> str:
    """Return a text of a declaration as an SQL literal."""
    return "'" + value.replace("'", "''") + "'"


def comment(title: texts.Text, description: texts.Text | None = None) -> str:
    """Return a comment in every language, a line for each."""
    lines = []
    for language in texts.LANGUAGES:
        more = f" - {description[language]}" if description else ""
        lines.append(f"{language}: {title[language]}{more}")
    return "\n".join(lines)


def geometry_type(layer: Layer, catalogue: Catalogue) -> Geometry:
    """Return the column type of a layer's geometry, in the storage CRS."""
    assert layer.spec.geometry is not None
    return Geometry(
        layer.spec.geometry.upper(), srid=catalogue.project.storage_crs, spatial_index=False
    )


def field_comment(field: Field) -> str:
    """Return a column's comment: title, description and unit in every language."""
    unit = f"\nunit: {field.unit}" if field.unit else ""
    return comment(field.title, field.description) + unit


def indexes(layer: Layer) -> Iterator[tuple[str, str, str]]:
    """Yield name suffix, method and expression of each index that queries on a layer need."""
    spec = layer.spec
    if spec.geometry:
        # A box at a date passes by rows that came later without a look at them.
        since = f", {history.KNOWN_NOW}" if layer.is_table else ""
        yield "geom_idx", "gist", f"geom{since}"
    if spec.search:
        yield "search_idx", "gin", f"{search_text(layer)} public.gin_trgm_ops"
    unique = {name for name, field in spec.fields.items() if field.unique}
    wanted = [relation.field for relation in spec.relations]
    wanted += [name for name in (layer.time.start, layer.time.end) if name] if layer.time else []
    for name in dict.fromkeys(wanted):
        if name not in unique and name != "id":
            yield f"{name}_idx", "btree", quoted(name)


def _table(layer: Layer, catalogue: Catalogue, metadata: MetaData) -> Table:
    spec = layer.spec
    table = Table(
        layer.id,
        metadata,
        # A sequence and no identity column: QGIS 3.22 sends NULL for what has no default.
        Column("id", BigInteger, autoincrement=True, nullable=False),
        PrimaryKeyConstraint("id", name=f"{layer.id}_pkey"),
        *(_column(name, field) for name, field in spec.fields.items()),
        schema=layer.theme,
        comment=comment(spec.title, spec.abstract),
    )
    if spec.geometry:
        table.append_column(Column("geom", geometry_type(layer, catalogue), nullable=False))
    for column in history.row_columns():
        table.append_column(column)
    for constraint in checks(layer, catalogue):
        table.append_constraint(constraint)
    for name, field in spec.fields.items():
        if field.unique:
            table.append_constraint(UniqueConstraint(name, name=f"{layer.id}_{name}_key"))
    for key in _foreign_keys(layer, catalogue):
        table.append_constraint(key)
    for suffix, method, expression in (*indexes(layer), history.INDEX):
        Index(f"{layer.id}_{suffix}", verbatim(expression), postgresql_using=method, _table=table)
    for suffix, rows in thinning.conditions(layer):
        Index(
            f"{layer.id}_{suffix}_idx",
            verbatim("geom"),
            postgresql_using="gist",
            postgresql_where=verbatim(rows),
            _table=table,
        )
    return table


def checks(layer: Layer, catalogue: Catalogue) -> Iterator[CheckConstraint]:
    """Yield what each row of a layer is judged by alone: its geometry, its fields, its rules.

    `info` says it to those who report all that is wrong with a row: `sql`, `field` (nothing for a
    rule over several), `allowed` in English, and `message`, the sentence that the database says.
    """
    spec = layer.spec
    if spec.geometry:
        message = texts.Text(
            pl="Geometria jest pusta albo niepoprawna.", en="The geometry is empty or invalid."
        )
        sound = _sound(spec.geometry)
        yield _check("geom_sound", sound, "geom", "a valid geometry, not empty", message)
    for name, field in spec.fields.items():
        yield from _field_constraints(name, field, catalogue)
    for rule in spec.rules:
        yield _check(rule.id, condition(rule), "", rule.message.en, rule.message)


def condition(rule: Rule) -> str:
    """Return a rule's condition as SQL over the columns of its row."""
    if rule.sql is not None:
        return rule.sql
    return str(cql2.parse_text(rule.cql2 or "").to_sql())


def _column(name: str, field: Field) -> Column[Any]:
    default = None if field.default is None else verbatim(literal(_default(field.default)))
    return Column(
        name,
        TYPES[field.type],
        nullable=not field.required,
        server_default=default,
        comment=field_comment(field),
    )


def default_expression(column: Column[Any]) -> str | None:
    """Return a column's default as PostgreSQL writes it back."""
    if column.server_default is None:
        return None
    value = str(column.server_default.arg)  # type: ignore[attr-defined]
    kind = sql_type(column.type)
    if value.endswith("()"):
        return value
    return value.strip("'") if kind == "boolean" else f"{value}::{kind}"


def _default(value: str | float | bool) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    return str(value).removesuffix(".0") if isinstance(value, float) else str(value)


def _sound(geometry: str) -> str:
    """A line or a surface must be valid; none may be empty."""
    whole = "NOT public.ST_IsEmpty(geom)"
    return whole if geometry.endswith("Point") else f"{whole} AND public.ST_IsValid(geom)"


def _check(name: str, sql: str, field: str, allowed: str, message: texts.Text) -> CheckConstraint:
    """Make a constraint that refuses in words."""
    info = {"sql": sql, "field": field, "allowed": allowed, "message": message}
    words = ", ".join(map(literal, (name, message.pl, message.en)))
    return CheckConstraint(
        verbatim(f"({sql}) IS NOT FALSE OR sip.refuse({words})"), name=name, info=info
    )


def _field_constraints(name: str, field: Field, catalogue: Catalogue) -> Iterator[CheckConstraint]:
    column, title = quoted(name), field.title
    codes = catalogue.codes_of(field)
    if codes:
        listed = ", ".join(literal(code) for code in codes.codes())
        allowed = f"a code of {field.codes}: {', '.join(codes.codes())}"
        message = texts.Text(
            pl=f"{title.pl}: wartość spoza słownika „{codes.title.pl}”",
            en=f'{title.en}: not in the code list "{codes.title.en}"',
        )
        yield _check(f"{name}_code", f"{column} IN ({listed})", name, allowed, message)
    ends = ((">=", field.min), ("<=", field.max))
    bounds = [(sign, value) for sign, value in ends if value is not None]
    if bounds:
        limits = [f"{sign} {value:g}" for sign, value in bounds]
        message = texts.Text(
            pl=f"{title.pl}: dozwolone {' i '.join(limits)}",
            en=f"{title.en}: allowed are {' and '.join(limits)}",
        )
        sql = " AND ".join(f"{column} {sign} {value!r}" for sign, value in bounds)
        yield _check(f"{name}_range", sql, name, " and ".join(limits), message)
    if field.pattern is not None:
        message = texts.Text(
            pl=f"{title.pl}: tekst nie pasuje do wzoru {field.pattern}",
            en=f"{title.en}: the text does not match {field.pattern}",
        )
        sql = f"{column} ~ {literal(f'^(?:{field.pattern})$')}"
        yield _check(f"{name}_pattern", sql, name, f"a text that matches {field.pattern}", message)
    if field.max_length is not None:
        message = texts.Text(
            pl=f"{title.pl}: najwyżej {field.max_length} znaków",
            en=f"{title.en}: {field.max_length} characters at most",
        )
        sql = f"char_length({column}) <= {field.max_length}"
        yield _check(f"{name}_length", sql, name, f"{field.max_length} characters at most", message)


def _foreign_keys(layer: Layer, catalogue: Catalogue) -> Iterator[ForeignKeyConstraint]:
    """Relations to tables; PostgreSQL cannot point at a view."""
    for relation in layer.spec.relations:
        other = catalogue.layer(relation.to)
        if other.is_table:
            yield ForeignKeyConstraint(
                [relation.field],
                [f"{other.theme}.{other.id}.{relation.to_field}"],
                name=f"{layer.id}_{relation.field}_fkey",
                ondelete=relation.on_delete.replace("_", " ").upper(),
            )
