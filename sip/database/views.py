"""The views: `pub.<layer>` for everybody, `staff.<layer>`, and layers computed from others.

A view's comment ends in a stamp of the SQL that made it; another stamp means another view.
"""

from __future__ import annotations

import dataclasses
import enum
import graphlib
import hashlib
from collections.abc import Iterator, Sequence

from alembic.operations import ops

from sip.catalogue import Catalogue, Layer
from sip.database import rights
from sip.database.difference import Phase, Step, TableChanges, execute, grants
from sip.database.present import Present
from sip.database.tables import (
    TYPES,
    comment,
    default_expression,
    field_comment,
    geometry_type,
    indexes,
    literal,
    quoted,
    sql_type,
    tables,
)
from sip.errors import DatabaseError

PUBLIC = "pub"
STAFF = "staff"
_STAMP = "made from: "


class Readers(enum.Enum):
    """Who reads the public views."""

    OF_THIS = "of this catalogue"
    """They show what it declares and nothing else."""
    OF_FORMER_TOO = "of the former catalogue too"
    """Services that have not switched yet: what they read stays beside what is new."""


def compare(
    catalogue: Catalogue,
    present: Present,
    changes: TableChanges,
    readers: Readers = Readers.OF_THIS,
) -> list[Step]:
    """Find what is to be done to views, where the tables under some of them change.

    Raises:
        DatabaseError: Computed layers read each other in a circle.
    """
    computed = in_order(catalogue)
    steps: list[Step] = []
    gone = set(changes.remade)
    for layer in computed:
        if _must_be_remade(layer, _computed_sql(catalogue, layer), present, gone):
            gone.add(layer.id)
    for layer in computed:
        current = present.relations.get((layer.theme, layer.id))
        if layer.id in gone:
            steps += _make_computed(catalogue, layer)
        wanted = rights.of_table(layer, ["id", *_columns(layer)], (), catalogue)
        steps += grants(layer, wanted, None if layer.id in gone else current)
    steps += _old_computed(catalogue, present, gone, readers)
    shown = [*_of_everybody(catalogue, present, readers), *_of_staff(catalogue, changes)]
    for schema in (PUBLIC, STAFF):
        steps += _shown(schema, shown, present, gone, readers)
    return steps


def in_order(catalogue: Catalogue) -> list[Layer]:
    """Return the computed layers, each behind those that it reads."""
    layers = {one.id: one for one in catalogue.layers.values() if one.spec.view}
    reads = {name: one.spec.view.reads for name, one in layers.items() if one.spec.view}
    try:
        order = list(graphlib.TopologicalSorter(reads).static_order())
    except graphlib.CycleError as error:
        circle = " reads ".join(reversed(error.args[1]))
        raise DatabaseError(f"computed layers read each other in a circle: {circle}") from error
    return [layers[name] for name in order if name in layers]


def stamp(sql: str) -> str:
    """Return the line of a comment that tells one view from another."""
    return f"{_STAMP}{hashlib.sha256(sql.encode()).hexdigest()[:16]}"


def _must_be_remade(layer: Layer, sql: str, present: Present, gone: set[str]) -> bool:
    assert layer.spec.view is not None
    current = present.relations.get((layer.theme, layer.id))
    if current is None or current.kind != "materialised view":
        return True
    reads_one_that_goes = any(name in gone for name in layer.spec.view.reads)
    return reads_one_that_goes or not (current.comment or "").endswith(stamp(sql))


def _computed_sql(catalogue: Catalogue, layer: Layer) -> str:
    """Return the SELECT of a computed layer, its columns brought to the declared types."""
    assert layer.spec.view is not None
    file = catalogue.folder / layer.file.with_name(layer.spec.view.sql)
    inner = file.read_text(encoding="utf-8").strip().removesuffix(";")
    columns = ["q.id::bigint AS id"]
    for name, field in layer.spec.fields.items():
        kind = sql_type(TYPES[field.type])
        columns.append(f"q.{quoted(name)}::{kind} AS {quoted(name)}")
    if layer.spec.geometry:
        columns.append(f"q.geom::public.{sql_type(geometry_type(layer, catalogue))} AS geom")
    return f"SELECT {', '.join(columns)}\nFROM (\n{inner}\n) AS q"


def _make_computed(catalogue: Catalogue, layer: Layer) -> Iterator[Step]:
    sql = _computed_sql(catalogue, layer)
    path = f"{quoted(layer.theme)}.{quoted(layer.id)}"
    note = f"{comment(layer.spec.title, layer.spec.abstract)}\n{stamp(sql)}"
    made = [
        f"CREATE MATERIALIZED VIEW {path} AS\n{sql}",
        f"COMMENT ON MATERIALIZED VIEW {path} IS {literal(note)}",
        f"CREATE UNIQUE INDEX {quoted(f'{layer.id}_pkey')} ON {path} (id)",
    ]
    made += [
        f"CREATE INDEX {quoted(f'{layer.id}_{suffix}')} ON {path} USING {method} ({expression})"
        for suffix, method, expression in indexes(layer)
    ]
    made += [
        f"COMMENT ON COLUMN {path}.{quoted(name)} IS {literal(field_comment(field))}"
        for name, field in layer.spec.fields.items()
    ]
    yield _step(Phase.VIEWS, f"compute {layer.theme}.{layer.id}", made)


def _old_computed(
    catalogue: Catalogue, present: Present, gone: set[str], readers: Readers
) -> Iterator[Step]:
    declared = {(one.theme, one.id) for one in catalogue.layers.values() if one.spec.view}
    for place, one in present.relations.items():
        is_stale = place not in declared and readers is Readers.OF_THIS
        if one.kind == "materialised view" and (is_stale or one.name in gone):
            path = f"{quoted(one.schema)}.{quoted(one.name)}"
            # Its public view, and those that are computed from it, go first or come back below.
            drop = f"DROP MATERIALIZED VIEW IF EXISTS {path} CASCADE"
            yield _step(Phase.OLD_VIEWS, f"drop {one.schema}.{one.name}", [drop])


@dataclasses.dataclass(frozen=True)
class _View:
    """One view of a layer."""

    schema: str
    layer: Layer
    options: str
    sql: str
    grants: frozenset[rights.Grant]
    defaults: Sequence[str] = ()
    """`<column> SET DEFAULT <value>`, for those who add rows through it."""

    @property
    def path(self) -> str:
        return f"{self.schema}.{quoted(self.layer.id)}"

    @property
    def comment(self) -> str:
        made = stamp("\n".join([self.options, self.sql, *self.defaults]))
        return f"{comment(self.layer.spec.title, self.layer.spec.abstract)}\n{made}"


def _of_everybody(catalogue: Catalogue, present: Present, readers: Readers) -> Iterator[_View]:
    standing = present.of(PUBLIC, "view")
    for layer in catalogue.layers.values():
        if not (layer.is_vector and layer.is_public):
            continue
        current = standing.get(layer.id)
        table = present.relations.get((layer.theme, layer.id))
        kept: list[str] = []
        if readers is Readers.OF_FORMER_TOO and current and table and table.kind == "table":
            kept = [column for column in current.columns if column in table.columns]
        finished = rights.drafts(layer)
        # A condition of a visitor's own must not meet a draft: not even a division by zero.
        options = " WITH (security_barrier)" if finished else ""
        where = f" WHERE {finished}" if finished else ""
        names = [one for one in _columns(layer) if one == "geom" or one in layer.visible_fields]
        sql = _select(layer, [*names, *kept]) + where
        yield _View(PUBLIC, layer, options, sql, rights.of_everybody())


def _of_staff(catalogue: Catalogue, changes: TableChanges) -> Iterator[_View]:
    """The views of layers with columns that not all staff may see; rows are added through them."""
    declared = tables(catalogue).tables
    for layer in catalogue.layers.values():
        if not layer.is_vector or layer.is_personal:
            continue
        table = declared.get(f"{layer.theme}.{layer.id}")
        names = _columns(layer) if table is None else list(table.columns.keys())
        hidden = rights.hidden(layer, [*names, *changes.kept.get(layer.id, ())])
        if not hidden:
            continue
        ids = literal(f"{quoted(layer.theme)}.{quoted(f'{layer.id}_id_seq')}")
        defaults = [f"id SET DEFAULT nextval({ids}::regclass)"]
        for column in table.columns.values() if table is not None else ():
            value = default_expression(column)
            if value is not None and column.name not in hidden:
                defaults.append(f"{quoted(column.name)} SET DEFAULT {value}")
        sql = _select(layer, [name for name in names if name not in hidden])
        yield _View(
            STAFF, layer, " WITH (security_invoker)", sql, rights.of_view(layer),
            defaults if layer.is_table else (),
        )  # fmt: skip


def _shown(
    schema: str, views: Sequence[_View], present: Present, gone: set[str], readers: Readers
) -> Iterator[Step]:
    """Make, make anew, grant and drop the views of a schema."""
    standing = {
        name: one
        for name, one in present.of(schema, "view").items()
        if _STAMP in (one.comment or "")
    }
    wanted = {view.layer.id: view for view in views if view.schema == schema}
    for name, view in wanted.items():
        current = standing.get(name)
        is_as_declared = current and name not in gone and current.comment == view.comment
        allowed = rights.changes(view.path, "", view.grants, current if is_as_declared else None)
        if is_as_declared:
            if allowed:
                yield _step(Phase.GRANTS, f"grant rights on {schema}.{name}", allowed)
            continue
        if current:
            yield _drop(schema, name)
        made = [
            f"CREATE VIEW {view.path}{view.options} AS {view.sql}",
            f"COMMENT ON VIEW {view.path} IS {literal(view.comment)}",
            *(f"ALTER VIEW {view.path} ALTER COLUMN {one}" for one in view.defaults),
            *allowed,
        ]
        yield _step(Phase.VIEWS, f"show {schema}.{name}", made)
    if readers is Readers.OF_THIS:
        yield from (_drop(schema, name) for name in standing if name not in wanted)


def _drop(schema: str, name: str) -> Step:
    # Gone already where it stood on a materialised view that went.
    statement = f"DROP VIEW IF EXISTS {schema}.{quoted(name)}"
    return _step(Phase.OLD_VIEWS, f"drop {schema}.{name}", [statement])


def _columns(layer: Layer) -> list[str]:
    """Return the declared columns, in their order."""
    return [*layer.spec.fields, *(["geom"] if layer.spec.geometry else [])]


def _select(layer: Layer, names: Sequence[str]) -> str:
    columns = ", ".join(map(quoted, dict.fromkeys(["id", *names])))
    return f"SELECT {columns} FROM {quoted(layer.theme)}.{quoted(layer.id)}"


def _step(phase: Phase, text: str, statements: Sequence[str]) -> Step:
    operations: list[ops.MigrateOperation] = [execute(one) for one in statements]
    return Step(phase, text, operations)
