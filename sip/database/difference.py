"""The steps from the tables that stand in a database to those that are declared.

Nothing is executed here. A step says in words what it does, holds Alembic operations, and knows
whether data would be lost.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from alembic.operations import ops
from geoalchemy2 import Geometry
from sqlalchemy import Column, ForeignKeyConstraint, PrimaryKeyConstraint, Table

from sip.catalogue import Catalogue, Layer
from sip.database import history, rights
from sip.database import present as presents
from sip.database.present import MARK, Present, Relation
from sip.database.roles import role
from sip.database.steps import Phase, Step, execute
from sip.database.tables import (
    comment,
    declared,
    default_expression,
    literal,
    quoted,
    sql_type,
    tables,
)
from sip.rights import ALL_STAFF

_WIDER = {
    "bigint": {"double precision", "text"},
    "double precision": {"text"},
    "boolean": {"text"},
    "date": {"timestamp with time zone", "text"},
    "timestamp with time zone": {"text"},
}
"""Types that hold every value of another one."""


_SETTLE = """DO $settle$
DECLARE
    waiting text := (
        SELECT string_agg(format('%I.%I', n.nspname, c.conname), ', ')
        FROM pg_constraint AS c JOIN pg_namespace AS n ON n.oid = c.connamespace
        WHERE c.conrelid = {table}::regclass AND c.condeferrable);
BEGIN
    IF waiting IS NOT NULL THEN
        EXECUTE 'SET CONSTRAINTS ' || waiting || ' IMMEDIATE';
    END IF;
END
$settle$"""
"""Judge now what a table's constraints would judge at the end of the transaction."""


@dataclasses.dataclass(frozen=True)
class TableChanges:
    """What must happen to schemas and tables."""

    steps: Sequence[Step]
    remade: frozenset[str]
    """Layers whose views must be gone meanwhile."""
    orphans: Sequence[Relation]
    """Tables of layers that are gone."""
    kept: Mapping[str, frozenset[str]]
    """Columns, by layer, that stay though the layer file has them no more."""


def compare(catalogue: Catalogue, present: Present, *, keeps: bool = False) -> TableChanges:
    """Find what is to be done to schemas and tables, where columns that are gone stay or go."""
    steps = list(_schemas(catalogue, present))
    kept: dict[str, frozenset[str]] = {}
    remade: set[str] = set()
    found: set[tuple[str, str]] = set()
    for table in tables(catalogue).tables.values():
        layer, schema = catalogue.layer(table.name), str(table.schema)
        is_past = schema == history.HISTORY
        current = _standing(layer, schema, catalogue, present)
        if current:
            found.add((current.schema, current.name))
        stays = frozenset(_gone(layer, table, current) if current and (keeps or is_past) else ())
        if not is_past:
            kept[layer.id] = stays
        own = list(_table_steps(layer, table, current)) if current else []
        is_remade = any(step.under_views for step in own)
        if is_remade:
            remade.add(layer.id)
        made = rights.of_history if is_past else rights.of_table
        wanted = made(layer, table.columns.keys(), stays, catalogue)
        allowed = [
            *grants(schema, layer, wanted, current),
            *_policies(schema, layer, current, anew=is_remade),
        ]
        own = [*own, *allowed] if current else list(_create(table, allowed))
        steps += (_of_register(layer, step) for step in own)
    orphans = [
        one
        for key, one in present.relations.items()
        if one.kind == "table" and key not in found and present.schemas[key[0]].startswith(MARK)
    ]
    return TableChanges(steps, frozenset(remade), orphans, kept)


def _of_register(layer: Layer, step: Step) -> Step:
    if step.phase in (Phase.TABLES, Phase.COLUMNS, Phase.LOSSES):
        return dataclasses.replace(step, register=layer.id)
    return step


def _table_steps(layer: Layer, table: Table, current: Relation) -> Iterator[Step]:
    yield from _moves(layer, current)
    yield from _columns(layer, table, current)
    if current.comment != table.comment:
        note = ops.CreateTableCommentOp(table.name, table.comment, schema=table.schema)
        yield Step(Phase.COLUMNS, f"comment on table {table.fullname}", [note])
    yield from _constraints(table, current.constraints)
    yield from _indexes(table, current.indexes)


def _create(table: Table, allowed: Sequence[Step]) -> Iterator[Step]:
    """A new table with all that belongs to it is one step; only foreign keys wait for others."""
    columns = [*table.columns, table.primary_key]
    made: list[ops.MigrateOperation] = [
        ops.CreateTableOp(table.name, columns, schema=table.schema, comment=table.comment)
    ]
    for step in (*_constraints(table, {}), *_indexes(table, {}), *allowed):
        if step.phase is Phase.FOREIGN_KEYS:
            yield step
        else:
            made += step.operations
    yield Step(Phase.TABLES, f"create table {table.fullname}", made)


def drop_orphan(orphan: Relation) -> Step:
    """Return the step that drops the table of a layer that is gone."""
    name = f"{orphan.schema}.{orphan.name}"
    operations: list[ops.MigrateOperation] = [
        ops.DropTableOp(orphan.name, schema=orphan.schema),
        execute(f"DROP TABLE IF EXISTS {history.HISTORY}.{quoted(orphan.name)}"),
        execute(f"DELETE FROM sip.away WHERE layer = {literal(orphan.name)}"),
        *(
            execute(f"DROP FUNCTION IF EXISTS {history.HISTORY}.{quoted(orphan.name)}({given})")
            for given in ("", "bigint")
        ),
    ]
    text = f"drop table {name} with all its rows and their history"
    return Step(Phase.LOSSES, text, operations, loses=True)


def grants(
    schema: str, layer: Layer, wanted: frozenset[rights.Grant], current: Relation | None
) -> Iterator[Step]:
    """Grant what is declared on a layer's relation or its history; revoke what is not."""
    path = f"{quoted(schema)}.{quoted(layer.id)}"
    sequence = f"{quoted(layer.theme)}.{quoted(f'{layer.id}_id_seq')}"
    made = rights.changes(path, sequence, wanted, current)
    if made:
        operations = [execute(one) for one in made]
        yield Step(Phase.GRANTS, f"grant rights on {schema}.{layer.id}", operations)


def _policies(schema: str, layer: Layer, current: Relation | None, *, anew: bool) -> Iterator[Step]:
    """Policies go before columns change their types, since PostgreSQL holds on to both."""
    wanted = rights.policies(layer, schema)
    stale = rights.stale_policies(wanted, current, all_of_them=anew) if current else []
    missing = rights.missing_policies(wanted, schema, layer, current, all_of_them=anew)
    name = f"{schema}.{layer.id}"
    for phase, text, made in (
        (Phase.OLD_VIEWS, f"drop policies of {name}", stale),
        (Phase.GRANTS, f"guard the rows of {name}", missing),
    ):
        if made:
            yield Step(phase, text, [execute(one) for one in made])


def _schemas(catalogue: Catalogue, present: Present) -> Iterator[Step]:
    for theme in catalogue.themes:
        note = MARK + comment(theme.spec.title)
        name = quoted(theme.id)
        if present.schemas.get(theme.id) == note and theme.id in present.open_to_staff:
            continue
        staff = quoted(role(ALL_STAFF))
        operations = [
            execute(f"COMMENT ON SCHEMA {name} IS {literal(note)}"),
            execute(f"GRANT USAGE ON SCHEMA {name} TO {staff}"),
        ]
        if theme.id not in present.schemas:
            operations = [execute(f"CREATE SCHEMA {name}"), *operations]
        verb = "comment on" if theme.id in present.schemas else "create"
        yield Step(Phase.SCHEMAS, f"{verb} schema {theme.id}", operations)


def _standing(layer: Layer, schema: str, catalogue: Catalogue, present: Present) -> Relation | None:
    """Find a table of a layer: in its place, or where it stood under a former name or theme."""
    is_past = schema == history.HISTORY
    places = {(schema if is_past else one.theme, one.id) for one in catalogue.layers.values()}
    here = present.relations.get((schema, layer.id))
    if here and here.kind == "table":
        return here
    for name in (layer.id, layer.spec.renamed_from):
        for place, one in present.relations.items():
            is_free = place not in places and (one.schema == history.HISTORY) == is_past
            if one.name == name and one.kind == "table" and is_free:
                return one
    return None


def _moves(layer: Layer, current: Relation) -> Iterator[Step]:
    schema, name = current.schema, current.name
    if schema == history.HISTORY:
        yield from _rename_history(layer, name)
        return
    if schema != layer.theme:
        move = f"ALTER TABLE {quoted(schema)}.{quoted(name)} SET SCHEMA {quoted(layer.theme)}"
        text = f"move table {schema}.{name} to schema {layer.theme}"
        yield Step(Phase.TABLES, text, [execute(move)], under_views=True)
    if name != layer.id:
        key = f"ALTER INDEX {quoted(layer.theme)}.{quoted(f'{name}_pkey')}"
        ids = f"ALTER SEQUENCE {quoted(layer.theme)}.{quoted(f'{name}_id_seq')}"
        yield Step(
            Phase.TABLES,
            f"rename table {layer.theme}.{name} to {layer.id}",
            [
                ops.RenameTableOp(name, layer.id, schema=layer.theme),
                execute(f"{key} RENAME TO {quoted(f'{layer.id}_pkey')}"),
                execute(f"{ids} RENAME TO {quoted(f'{layer.id}_id_seq')}"),
            ],
            under_views=True,
        )


def _rename_history(layer: Layer, name: str) -> Iterator[Step]:
    if name == layer.id:
        return
    key = f"ALTER INDEX {history.HISTORY}.{quoted(f'{name}_pkey')}"
    names = f"SET layer = {literal(layer.id)} WHERE layer = {literal(name)}"
    yield Step(
        Phase.TABLES,
        f"rename table {history.HISTORY}.{name} to {layer.id}",
        [
            ops.RenameTableOp(name, layer.id, schema=history.HISTORY),
            execute(f"{key} RENAME TO {quoted(f'{layer.id}_pkey')}"),
            *(execute(f"UPDATE sip.{table} {names}") for table in ("change", "sealed", "away")),
        ],
        under_views=True,
    )


def _gone(layer: Layer, table: Table, current: Relation) -> dict[str, presents.Column]:
    """Return the columns that are declared no more, under no other name either."""
    renamed = {field.renamed_from for field in layer.spec.fields.values()}
    return {
        name: one
        for name, one in current.columns.items()
        if name not in table.columns and name not in renamed
    }


def _columns(layer: Layer, table: Table, current: Relation) -> Iterator[Step]:
    for column in table.columns:
        field = layer.spec.fields.get(column.name)
        former = current.columns.get(field.renamed_from or "") if field else None
        former = former if former and former.name not in table.columns else None
        known = current.columns.get(column.name) or former
        full = f"{table.fullname}.{column.name}"
        if former and known is former:
            rename = ops.AlterColumnOp(
                table.name, former.name, schema=table.schema, modify_name=column.name
            )
            text = f"rename column {table.fullname}.{former.name} to {column.name}"
            yield Step(Phase.COLUMNS, text, [rename], under_views=True)
        if known is None:
            add = ops.AddColumnOp(table.name, column, schema=table.schema)
            text = f"add column {full} ({sql_type(column.type)})"
            fills = column.server_default is not None
            yield Step(Phase.COLUMNS, text, [add], rewrites=fills)
        else:
            yield from _retype(table, column, known)
            yield from _adjust(table, column, known)
    if table.schema != history.HISTORY:  # which forgets nothing
        yield from _lose(table, _gone(layer, table, current))


def _lose(table: Table, gone: Mapping[str, presents.Column]) -> Iterator[Step]:
    for name, one in gone.items():
        if one.required:
            # Where the column is kept for now, new rows know nothing of it.
            empty = ops.AlterColumnOp(table.name, name, schema=table.schema, modify_nullable=True)
            yield Step(Phase.COLUMNS, f"let {table.fullname}.{name} be empty", [empty])
    # Rows that had a value go on without one, so that the history has it; all columns at once,
    # since what writes the history needs every one. Nothing may wait for a table that is altered.
    values = ", ".join(f"{quoted(name)} = NULL" for name in gone)
    had = " OR ".join(f"{quoted(name)} IS NOT NULL" for name in gone)
    forget = f"UPDATE {_path(table)} SET {values} WHERE {had}"
    first = [execute(forget), execute(_SETTLE.format(table=literal(_path(table))))]
    for name in gone:
        drop = ops.DropColumnOp(table.name, name, schema=table.schema)
        text = f"drop column {table.fullname}.{name} and its values"
        yield Step(Phase.LOSSES, text, [*first, drop], loses=True, under_views=True)
        first = []


def _retype(table: Table, column: Column[Any], known: presents.Column) -> Iterator[Step]:
    wanted = sql_type(column.type)
    if known.type == wanted:
        return
    full = f"{table.fullname}.{column.name}"
    name = quoted(column.name)
    using, loses = f"{name}::{wanted}", wanted not in _WIDER.get(known.type, ())
    if isinstance(column.type, Geometry):
        using, loses = regeometry(name, known.type, wanted)
    change = ops.AlterColumnOp(
        table.name,
        column.name,
        schema=table.schema,
        modify_type=column.type,
        modify_server_default=None,
        postgresql_using=using,
    )
    text = f"change column {full} from {known.type} to {wanted}"
    yield Step(Phase.COLUMNS, text, [change], loses=loses, under_views=True, rewrites=True)


def regeometry(name: str, before: str, after: str) -> tuple[str, bool]:
    """Return how a geometry becomes one of another kind or CRS, in SQL, and whether it may lose."""
    srid = int(after.rstrip(")").rpartition(",")[2])
    moved = not before.endswith(f",{srid})")
    using = f"public.ST_Transform({name}, {srid})" if moved else name
    single, multi = before.partition(",")[0], after.partition(",")[0]
    if multi == single.replace("(", "(multi"):
        return f"public.ST_Multi({using})", moved
    return using, moved or single != multi


def _adjust(table: Table, column: Column[Any], known: presents.Column) -> Iterator[Step]:
    """Bring default, comment and obligation of a column to what is declared."""
    full = f"{table.fullname}.{column.name}"
    changes: list[tuple[str, dict[str, Any]]] = []
    if column.name != "id" and known.default != default_expression(column):
        changes.append(("set the default of", {"modify_server_default": column.server_default}))
    if known.required == bool(column.nullable):
        verb = "let be empty" if column.nullable else "require"
        changes.append((verb, {"modify_nullable": column.nullable}))
    if known.comment != column.comment:
        changes.append(("comment on", {"modify_comment": column.comment}))
    for verb, change in changes:
        alter = ops.AlterColumnOp(
            table.name, column.name, schema=table.schema, existing_type=column.type, **change
        )
        yield Step(Phase.COLUMNS, f"{verb} column {full}", [alter])


def _constraints(table: Table, known: Mapping[str, str | None]) -> Iterator[Step]:
    wanted = {
        str(one.name): one for one in table.constraints if not isinstance(one, PrimaryKeyConstraint)
    }
    stale = [name for name in known if known[name] and name not in wanted]
    changed = [name for name in wanted if name in known and known[name] != declared(wanted[name])]
    for name in [*stale, *changed]:
        drop = execute(f"ALTER TABLE {_path(table)} DROP CONSTRAINT {quoted(name)}")
        is_key = "FOREIGN KEY" in (known[name] or "")
        phase = Phase.OLD_FOREIGN_KEYS if is_key else Phase.OLD_CONSTRAINTS
        yield Step(phase, f"drop constraint {table.fullname}.{name}", [drop])
    for name, one in sorted(wanted.items()):
        if name not in known or name in changed:
            is_key = isinstance(one, ForeignKeyConstraint)
            add = ops.AddConstraintOp.from_constraint(one)
            note = f"COMMENT ON CONSTRAINT {quoted(name)} ON {_path(table)} IS "
            yield Step(
                Phase.FOREIGN_KEYS if is_key else Phase.CONSTRAINTS,
                f"add constraint {table.fullname}.{name}",
                [add, execute(note + literal(declared(one)))],
            )


def _indexes(table: Table, known: Mapping[str, str | None]) -> Iterator[Step]:
    wanted = {str(one.name): one for one in table.indexes}
    stale = [name for name in known if known[name] and name not in wanted]
    changed = [name for name in wanted if name in known and known[name] != declared(wanted[name])]
    schema = quoted(str(table.schema))
    for name in [*stale, *changed]:
        drop = execute(f"DROP INDEX {schema}.{quoted(name)}")
        yield Step(Phase.OLD_CONSTRAINTS, f"drop index {table.schema}.{name}", [drop])
    for name, one in sorted(wanted.items()):
        if name not in known or name in changed:
            note = f"COMMENT ON INDEX {schema}.{quoted(name)} IS {literal(declared(one))}"
            add = ops.CreateIndexOp.from_index(one)
            text = f"add index {table.schema}.{name}"
            yield Step(Phase.CONSTRAINTS, text, [add, execute(note)])


def _path(table: Table) -> str:
    return f"{quoted(str(table.schema))}.{quoted(table.name)}"
