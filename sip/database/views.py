"""The views: `pub.<layer>` for everybody, `staff.<layer>`, and layers computed from others."""

from __future__ import annotations

import graphlib
from collections.abc import Iterator, Mapping, Sequence

from alembic.operations import ops

from sip.catalogue import Catalogue, Layer
from sip.database import past, reading, rights
from sip.database.difference import TableChanges, grants
from sip.database.present import Kind, Present
from sip.database.reading import Readers, View, stamp
from sip.database.steps import Phase, Step, execute
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
from sip.sight import PUBLIC, STAFF

SCHEMAS = (PUBLIC, STAFF, *past.SCHEMAS)
"""Where views stand that are made of layers."""
_SQL_KINDS: Mapping[Kind, str] = {"materialised view": "MATERIALIZED VIEW", "view": "VIEW"}


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
        steps += grants(layer.theme, layer, wanted, None if layer.id in gone else current)
    steps += _old_computed(catalogue, present, gone, readers)
    shown = [
        *_of_everybody(catalogue, present, readers),
        *_of_staff(catalogue, changes),
        *past.views(catalogue, present, readers),
    ]
    for schema in SCHEMAS:
        steps += reading.compare(schema, shown, present, gone, readers)
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


def _must_be_remade(layer: Layer, sql: str, present: Present, gone: set[str]) -> bool:
    assert layer.spec.view is not None
    current = present.relations.get((layer.theme, layer.id))
    if current is None or current.kind != _kind(layer):
        return True
    reads_one_that_goes = any(name in gone for name in layer.spec.view.reads)
    return reads_one_that_goes or not (current.comment or "").endswith(stamp(sql))


def _kind(layer: Layer) -> Kind:
    return "view" if layer.spec.view and layer.spec.view.is_live else "materialised view"


def _computed_sql(catalogue: Catalogue, layer: Layer) -> str:
    """Return the SELECT of a computed layer, its columns brought to the declared types."""
    assert layer.spec.view is not None
    file = catalogue.folder / layer.file.with_name(layer.spec.view.sql)
    inner = file.read_text(encoding="utf-8").strip().removesuffix(";")
    columns = ["q.id::bigint AS id"]
    for name, field in layer.spec.fields.items():
        kind = sql_type(TYPES[field.type])
        columns.append(f"q.{quoted(name)}::{kind} AS {quoted(name)}")
    if layer.spec.geometry and layer.spec.view.is_live:
        columns.append("q.geom")  # behind a cast no index would be used
    elif layer.spec.geometry:
        columns.append(f"q.geom::public.{sql_type(geometry_type(layer, catalogue))} AS geom")
    return f"SELECT {', '.join(columns)}\nFROM (\n{inner}\n) AS q"


def _make_computed(catalogue: Catalogue, layer: Layer) -> Iterator[Step]:
    sql = _computed_sql(catalogue, layer)
    path = f"{quoted(layer.theme)}.{quoted(layer.id)}"
    note = f"{comment(layer.spec.title, layer.spec.abstract)}\n{stamp(sql)}"
    kind = _SQL_KINDS[_kind(layer)]
    made = [f"CREATE {kind} {path} AS\n{sql}", f"COMMENT ON {kind} {path} IS {literal(note)}"]
    if _kind(layer) == "materialised view":
        made.append(f"CREATE UNIQUE INDEX {quoted(f'{layer.id}_pkey')} ON {path} (id)")
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
    themes = {theme.id for theme in catalogue.themes}
    for place, one in present.relations.items():
        is_stale = place not in declared and readers is Readers.OF_THIS
        is_ours = one.kind in _SQL_KINDS and one.schema in themes
        if is_ours and (is_stale or one.name in gone):
            path = f"{quoted(one.schema)}.{quoted(one.name)}"
            # Its public view, and those that are computed from it, go first or come back below.
            drop = f"DROP {_SQL_KINDS[one.kind]} IF EXISTS {path} CASCADE"
            yield _step(Phase.OLD_VIEWS, f"drop {one.schema}.{one.name}", [drop])


def _of_everybody(catalogue: Catalogue, present: Present, readers: Readers) -> Iterator[View]:
    for layer in catalogue.layers.values():
        if not (layer.is_vector and layer.is_public):
            continue
        kept = reading.kept(PUBLIC, layer, present, readers)
        finished = rights.drafts(layer)
        # A condition of a visitor's own must not meet a draft: not even a division by zero.
        options = " WITH (security_barrier)" if finished else ""
        where = f" WHERE {finished}" if finished else ""
        names = [one for one in _columns(layer) if one == "geom" or one in layer.visible_fields]
        names += ["row_version"] if layer.is_table else []
        sql = _select(layer, [*names, *kept]) + where
        yield View(PUBLIC, layer, options, sql, rights.of_everybody())


def _of_staff(catalogue: Catalogue, changes: TableChanges) -> Iterator[View]:
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
        yield View(
            STAFF, layer, " WITH (security_invoker)", sql, rights.of_view(layer),
            defaults if layer.is_table else (),
        )  # fmt: skip


def _columns(layer: Layer) -> list[str]:
    """Return the declared columns, in their order."""
    return [*layer.spec.fields, *(["geom"] if layer.spec.geometry else [])]


def _select(layer: Layer, names: Sequence[str]) -> str:
    columns = ", ".join(map(quoted, dict.fromkeys(["id", *names])))
    return f"SELECT {columns} FROM {quoted(layer.theme)}.{quoted(layer.id)}"


def _step(phase: Phase, text: str, statements: Sequence[str]) -> Step:
    operations: list[ops.MigrateOperation] = [execute(one) for one in statements]
    return Step(phase, text, operations)
