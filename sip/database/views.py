"""The views: `pub.<layer>` for everybody, and layers computed from others.

A view's comment ends in a stamp of the SQL that made it; another stamp means another view.
"""

from __future__ import annotations

import enum
import graphlib
import hashlib
from collections.abc import Iterator, Sequence

from alembic.operations import ops

from sip.catalogue import Catalogue, Layer
from sip.database.difference import Phase, Step, execute, grants
from sip.database.present import Present
from sip.database.tables import (
    TYPES,
    comment,
    field_comment,
    geometry_type,
    indexes,
    literal,
    quoted,
    sql_type,
)
from sip.errors import DatabaseError

PUBLIC = "pub"
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
    remade: frozenset[str],
    readers: Readers = Readers.OF_THIS,
) -> list[Step]:
    """Find what is to be done to views, where the columns under some of them change.

    Raises:
        DatabaseError: Computed layers read each other in a circle.
    """
    computed = in_order(catalogue)
    steps: list[Step] = []
    gone = set(remade)
    for layer in computed:
        if _must_be_remade(layer, _computed_sql(catalogue, layer), present, gone):
            gone.add(layer.id)
    for layer in computed:
        current = present.relations.get((layer.theme, layer.id))
        if layer.id in gone:
            steps += _make_computed(catalogue, layer)
        elif current:
            steps += grants(layer, current, "SELECT")
    steps += _old_computed(catalogue, present, gone, readers)
    steps += _public(catalogue, present, gone, readers)
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
    yield from grants(layer, None, "SELECT")


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


def _public(
    catalogue: Catalogue, present: Present, gone: set[str], readers: Readers
) -> Iterator[Step]:
    views = present.of(PUBLIC, "view")
    standing = {name: one for name, one in views.items() if _STAMP in (one.comment or "")}
    wanted = {one.id: one for one in catalogue.layers.values() if one.is_vector and one.is_public}
    for name, layer in wanted.items():
        current, table = standing.get(name), present.relations.get((layer.theme, name))
        kept: list[str] = []
        if readers is Readers.OF_FORMER_TOO and current and table and table.kind == "table":
            kept = [column for column in current.columns if column in table.columns]
        sql = _public_sql(layer, kept)
        if current and name not in gone and current.comment == _public_comment(layer, sql):
            continue
        if current:
            yield _drop_public(name)
        path = f"{PUBLIC}.{quoted(name)}"
        made = [
            f"CREATE VIEW {path} AS {sql}",
            f"COMMENT ON VIEW {path} IS {literal(_public_comment(layer, sql))}",
            f"GRANT SELECT ON {path} TO sip_public, sip_editor",
        ]
        yield _step(Phase.VIEWS, f"show {PUBLIC}.{name}", made)
    if readers is Readers.OF_THIS:
        yield from (_drop_public(name) for name in standing if name not in wanted)


def _drop_public(name: str) -> Step:
    # Gone already where it stood on a materialised view that went.
    statement = f"DROP VIEW IF EXISTS {PUBLIC}.{quoted(name)}"
    return _step(Phase.OLD_VIEWS, f"drop {PUBLIC}.{name}", [statement])


def _public_sql(layer: Layer, kept: Sequence[str]) -> str:
    names = ["id", *layer.visible_fields, *(["geom"] if layer.spec.geometry else [])]
    columns = ", ".join(map(quoted, dict.fromkeys([*names, *kept])))
    return f"SELECT {columns} FROM {quoted(layer.theme)}.{quoted(layer.id)}"


def _public_comment(layer: Layer, sql: str) -> str:
    return f"{comment(layer.spec.title, layer.spec.abstract)}\n{stamp(sql)}"


def _step(phase: Phase, text: str, statements: Sequence[str]) -> Step:
    operations: list[ops.MigrateOperation] = [execute(one) for one in statements]
    return Step(phase, text, operations)
