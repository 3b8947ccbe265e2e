"""Rows on their way: in a temporary table, checked there by the conditions of their layer.

The conditions are those of the constraints, so what an import says and what the table enforces
cannot differ. Rows are numbered as in the file, from 1, in the column `_row`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import psycopg
from psycopg.sql import SQL, Composable, Identifier, Literal
from sqlalchemy import CheckConstraint, Table, UniqueConstraint

from sip.catalogue import Catalogue, Layer
from sip.load.report import Fault

_INCOMING = Identifier("pg_temp", "incoming")
_FEW_ROWS = 5_000


class Staging:
    """The temporary table of one import, within the transaction of `connection`."""

    def __init__(
        self,
        connection: psycopg.Connection[Any],
        catalogue: Catalogue,
        layer: Layer,
        table: Table,
        fields: Sequence[str],
    ):
        """Make the table, and let nobody else write to the layer until the end.

        Args:
            connection: In a transaction, as the owner.
            catalogue: The layer's.
            layer: Where the rows go.
            table: The layer's table as declared.
            fields: Columns that the file gives, `geom` among them where it does.
        """
        self._connection = connection
        self._catalogue = catalogue
        self._layer = layer
        self._table = table
        self._target = Identifier(layer.theme, layer.id)
        self.fields = list(fields)
        self._do("LOCK TABLE {target} IN SHARE ROW EXCLUSIVE MODE")
        self._do("DROP TABLE IF EXISTS {incoming}")
        self._do("CREATE TEMP TABLE incoming (LIKE {target} INCLUDING DEFAULTS) ON COMMIT DROP")
        for column in table.columns:
            if not column.nullable:
                change = SQL("ALTER TABLE {} ALTER {} DROP NOT NULL")
                connection.execute(change.format(_INCOMING, Identifier(column.name)))
        self._do("ALTER TABLE {incoming} ADD _row bigint, ADD _is_known boolean DEFAULT false")

    def copy(self, csv: Iterator[bytes]) -> None:
        """Take rows as CSV: `_row`, then the fields in their order."""
        columns = SQL(", ").join(map(Identifier, ["_row", *self.fields]))
        statement = SQL("COPY {} ({}) FROM STDIN (FORMAT csv)").format(_INCOMING, columns)
        with self._connection.cursor().copy(statement) as copy:
            for block in csv:
                copy.write(block)
        self._do("ANALYZE {incoming}")

    def complete(self, key: str | None) -> None:
        """Give missing values their defaults, and rows that are there already what they keep."""
        for name in self.fields:
            field = self._layer.spec.fields.get(name)
            if field and field.default is not None:
                self._do(
                    "UPDATE {incoming} SET {name} = DEFAULT WHERE {name} IS NULL",
                    name=Identifier(name),
                )
        if key is None:
            return
        kept = [c.name for c in self._table.columns if c.name not in {*self.fields, key}]
        assignments = [SQL("{0} = old.{0}").format(Identifier(name)) for name in kept]
        self._do(
            "UPDATE {incoming} AS new SET {kept} FROM {target} AS old WHERE old.{key} = new.{key}",
            kept=SQL(", ").join([*assignments, SQL("_is_known = true")]),
            key=Identifier(key),
        )

    def repair(self) -> list[str]:
        """Make invalid geometries valid; say for each row what was wrong and what changed."""
        extract = {"Point": 1, "LineString": 2, "Polygon": 3}
        assert self._layer.spec.geometry is not None
        dimension = extract[self._layer.spec.geometry.removeprefix("Multi")]
        multi = "ST_Multi" if self._layer.spec.geometry.startswith("Multi") else ""
        size = "ST_Area" if dimension == 3 else "ST_Length"
        rows = self._do(
            "WITH bad AS ("
            "  SELECT _row, ST_IsValidReason(geom) AS reason, {multi}(ST_CollectionExtract("
            "    ST_MakeValid(geom, 'method=structure'), {dimension})) AS made, {size}(geom) AS was"
            "  FROM {incoming} WHERE NOT ST_IsValid(geom)"
            ") UPDATE {incoming} AS i SET geom = made FROM bad"
            " WHERE i._row = bad._row AND GeometryType(made) = {kind}"
            " RETURNING i._row, reason, was, {size}(made)",
            multi=SQL(multi),
            dimension=Literal(dimension),
            size=SQL(size),
            kind=Literal(self._layer.spec.geometry.upper()),
        ).fetchall()
        what = "area" if dimension == 3 else "length"
        unit = "m2" if dimension == 3 else "m"
        return [
            f"row {row}: geometry repaired ({reason}); {what} {was:.2f} -> {now:.2f} {unit}"
            for row, reason, was, now in sorted(rows)
        ]

    def faults(self, key: str | None) -> list[Fault]:
        """Check every rule of the layer on every row."""
        return [*self._broken_conditions(), *self._twice(key), *self._without_partner()]

    def remove(self, rows: Sequence[int]) -> None:
        """Leave rows out."""
        self._connection.execute(
            SQL("DELETE FROM {} WHERE _row = ANY(%s)").format(_INCOMING), [list(rows)]
        )

    def write(self) -> tuple[int, int, int]:
        """Move the rows into the layer, in their order; count those new, changed and equal."""
        changed = 0
        known = self._count("_is_known")
        columns = [Identifier(name) for name in self.fields if name != "id"]
        if known and columns:
            changed = self._do(
                "UPDATE {target} AS old SET ({columns}) = ROW({news}) FROM {incoming} AS new"
                " WHERE new._is_known AND old.id = new.id"
                " AND ({olds}) IS DISTINCT FROM ({news})",
                columns=SQL(", ").join(columns),
                news=SQL(", ").join(SQL("new.{}").format(one) for one in columns),
                olds=SQL(", ").join(SQL("old.{}").format(one) for one in columns),
            ).rowcount
        later = self._drop_indexes()
        inserted = self._do(
            "INSERT INTO {target} ({names})"
            " SELECT {names} FROM {incoming} WHERE NOT _is_known ORDER BY _row",
            names=SQL(", ").join(map(Identifier, self.fields)),
        ).rowcount
        for definition, comment in later:
            self._connection.execute(definition.encode())
            self._connection.execute(comment.encode())
        if "id" in self.fields:
            self._do(
                "SELECT setval(pg_get_serial_sequence({text}, 'id'), max(id)) FROM {target}"
                " HAVING max(id) IS NOT NULL",
                text=Literal(self._target.as_string()),
            )
        return inserted, changed, known - changed

    def _broken_conditions(self) -> Iterator[Fault]:
        """Everything that a row can be judged by alone: obligation and CHECK constraints."""
        judged: list[tuple[str, str, str, Composable]] = []
        for name, field in self._layer.spec.fields.items():
            if field.required:
                missing = SQL("{} IS NULL").format(Identifier(name))
                judged.append((name, "a value is required", "", missing))
        judged += self._out_of_date_codes()
        for constraint in self._checks():
            info = constraint.info
            broken = SQL("NOT (") + SQL(info["sql"]) + SQL(")")
            judged.append((info["field"], info["allowed"], info["message"].pl, broken))
        if not judged:
            return
        broken_ones = SQL(", ").join(
            SQL("CASE WHEN {} THEN {} END").format(condition, Literal(place))
            for place, (*_words, condition) in enumerate(judged)
        )
        rows = self._do(
            "SELECT _row, broken, to_jsonb(i) - 'geom', {reason} FROM {incoming} AS i,"
            " LATERAL (SELECT array_remove(ARRAY[{broken}], NULL) AS broken) AS b"
            " WHERE broken <> '{{}}' ORDER BY _row",
            broken=broken_ones,
            reason=SQL("ST_IsValidReason(geom)") if self._has_geometry else SQL("NULL"),
        )
        for row, broken, values, reason in rows:
            for place in broken:
                field, allowed, polish, _condition = judged[place]
                value = reason if field == "geom" else values.get(field)
                yield Fault(row, field, "" if value is None else str(value), allowed, polish)

    def _out_of_date_codes(self) -> Iterator[tuple[str, str, str, Composable]]:
        """Codes that new rows may not have: on the day of the row, or today where it has none."""
        time = self._layer.time
        day: Composable = SQL("current_date")
        if time:
            day = SQL("coalesce({}::date, current_date)").format(Identifier(time.start))
        for name, field in self._layer.spec.fields.items():
            codes = self._catalogue.codes_of(field) if name in self.fields else None
            for one in codes.values if codes else ():
                if one.valid_from or one.valid_to:
                    allowed = (
                        f"a code in use ({one.valid_from or '...'} to {one.valid_to or '...'})"
                    )
                    condition = SQL(
                        "NOT _is_known AND {field} = {code}"
                        " AND NOT {day} BETWEEN coalesce({start}::date, '-infinity')"
                        " AND coalesce({end}::date, 'infinity')"
                    ).format(
                        field=Identifier(name),
                        code=Literal(one.code),
                        day=day,
                        start=Literal(one.valid_from),
                        end=Literal(one.valid_to),
                    )
                    yield name, allowed, "", condition

    def _checks(self) -> list[CheckConstraint]:
        found = [one for one in self._table.constraints if isinstance(one, CheckConstraint)]
        return sorted(found, key=lambda one: str(one.name))

    @property
    def _has_geometry(self) -> bool:
        return self._layer.spec.geometry is not None

    def _twice(self, key: str | None) -> Iterator[Fault]:
        """Values of unique fields that stand twice in the file, or in the layer already."""
        unique = [
            column.name
            for one in self._table.constraints
            if isinstance(one, UniqueConstraint)
            for column in one.columns
        ]
        unique += [name for name in ("id",) if name in self.fields]
        unique += [key] if key and key not in unique else []
        for name in unique:
            rows = self._do(
                "SELECT i._row, i.{name}::text, min(i._row) OVER (PARTITION BY i.{name})"
                " FROM {incoming} AS i WHERE i.{name} IN ("
                "  SELECT {name} FROM {incoming} GROUP BY {name} HAVING count(*) > 1)",
                name=Identifier(name),
            )
            for row, value, first in rows:
                if row != first:
                    yield Fault(row, name, value, f"unique: row {first} has it too")
            rows = self._do(
                "SELECT i._row, i.{name}::text, old.id FROM {incoming} AS i"
                " JOIN {target} AS old ON old.{name} = i.{name}"
                " WHERE NOT i._is_known OR i.id IS DISTINCT FROM old.id",
                name=Identifier(name),
            )
            for row, value, known in rows:
                hint = f" (--key {name} would change it)" if key is None else ""
                yield Fault(row, name, value, f"new: row id {known} of the layer has it{hint}")

    def _without_partner(self) -> Iterator[Fault]:
        """Relations that point at nothing."""
        for relation in self._layer.spec.relations:
            other = self._catalogue.layer(relation.to)
            if not other.is_table or relation.field not in self.fields:
                continue
            names = {
                "field": Identifier(relation.field),
                "to": Identifier(other.theme, other.id),
                "to_field": Identifier(relation.to_field),
            }
            also = ""
            if other.id == self._layer.id:
                also = (
                    " AND NOT EXISTS (SELECT FROM {incoming} AS p WHERE p.{to_field} = i.{field})"
                )
            rows = self._do(
                "SELECT i._row, i.{field}::text FROM {incoming} AS i WHERE i.{field} IS NOT NULL"
                " AND NOT EXISTS (SELECT FROM {to} AS o WHERE o.{to_field} = i.{field})" + also,
                **names,
            )
            for row, value in rows:
                yield Fault(row, relation.field, value, f"a {relation.to_field} of {other.id}")

    def _drop_indexes(self) -> list[tuple[str, str]]:
        """Drop the plain indexes of an empty table; return what makes them again, in bulk."""
        is_empty = not self._do("SELECT 1 FROM {target} LIMIT 1").fetchone()
        if not is_empty or self._count("true") < _FEW_ROWS:
            return []
        rows = self._connection.execute(
            "SELECT i.oid::regclass::text, pg_get_indexdef(i.oid),"
            " format('COMMENT ON INDEX %%s IS %%L', i.oid::regclass, obj_description(i.oid))"
            " FROM pg_index AS x JOIN pg_class AS i ON i.oid = x.indexrelid"
            " WHERE x.indrelid = %s::regclass AND NOT x.indisunique",
            [self._target.as_string()],
        ).fetchall()
        for name, _definition, _comment in rows:
            self._connection.execute(f"DROP INDEX {name}".encode())
        return [(definition, comment) for _name, definition, comment in rows]

    def _count(self, condition: str) -> int:
        row = self._do("SELECT count(*) FROM {incoming} WHERE " + condition).fetchone()
        return int(row[0]) if row else 0

    def _do(self, statement: str, **parts: Composable) -> psycopg.Cursor[Any]:
        fixed: Mapping[str, Composable] = {"target": self._target, "incoming": _INCOMING}
        composed = SQL(statement).format(**fixed, **parts)
        return self._connection.execute(composed)
