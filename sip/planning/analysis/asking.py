"""How computations ask the database: their SQL files, with layers and fields filled in."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import psycopg
from psycopg import sql

from sip import symbols
from sip.catalogue import Layer
from sip.errors import NotFound, QueryError
from sip.planning.analysis.declared import Areas, Ground
from sip.text import Text

type Connection = psycopg.Connection[Any]
type Words = Mapping[str, sql.Composable]
_SQL = Path(__file__).parent / "sql"
_SHOWN = 5


def rows(
    connection: Connection, file: str, words: Words, values: Mapping[str, object]
) -> list[dict[str, Any]]:
    """Ask a question of `sql/`; words are identifiers and declared conditions, values are data."""
    text = (_SQL / file).read_text(encoding="utf-8")
    with connection.cursor(row_factory=psycopg.rows.dict_row) as cursor:
        cursor.execute(sql.SQL(text).format(**words), dict(values))
        return cursor.fetchall()


def condition(text: str) -> sql.Composable:
    """Return a condition that the project declares."""
    return sql.SQL(text)


def relation(layer: Layer) -> sql.Composable:
    """Return what is read of a layer."""
    schema, _, name = layer.relation.partition(".")
    return sql.Identifier(schema, name.strip('"'))


def of_areas(ground: Ground, areas: Areas) -> dict[str, sql.Composable]:
    """Return the words of a layer of areas."""
    layer = ground.layer(areas.layer)
    told = layer.spec.fields[areas.kind].symbols
    class_ = sql.Identifier(told.class_field) if told else sql.SQL("NULL::text")
    return {
        "areas": relation(layer),
        "dictionary": sql.SQL("split_part({}, ' ', 1)").format(class_),
        "kind": sql.Identifier(areas.kind),
        "name": sql.Identifier(areas.name),
        "act": sql.Identifier(areas.act),
        "since": sql.Identifier(areas.since),
        "until": sql.Identifier(areas.until),
        "in_force": condition(areas.in_force),
        **{name: sql.Identifier(field) for name, field in areas.parameters.model_dump().items()},
    }


def of_units(ground: Ground, name: str) -> dict[str, sql.Composable]:
    """Return the words of the units that numbers are given for."""
    unit = ground.declared.units[name]
    return {
        "units": relation(ground.layer(unit.layer)),
        "unit_key": sql.Identifier(unit.key),
        "unit_name": sql.Identifier(unit.name),
    }


def act_named(connection: Connection, ground: Ground, name: str) -> str:
    """Return the key of the act that a name means.

    Raises:
        NotFound: There is none.
        QueryError: There are several.
    """
    acts = ground.declared.acts
    fields = [sql.Identifier(one) for one in acts.names]
    named = sql.SQL(" OR ").join(
        sql.SQL("act.{}::text = %(name)s").format(field) for field in fields
    )
    words = {
        "acts": relation(ground.layer(acts.layer)),
        "key": sql.Identifier(acts.key),
        "names_shown": sql.SQL("act.{}").format(sql.Identifier(acts.key)),
        "is_named": named,
    }
    found = [row["key"] for row in rows(connection, "acts.sql", words, {"name": name})]
    if not found:
        raise NotFound(f'there is no act "{name}"', pl=f"nie ma aktu „{name}”")
    if len(found) > 1 and name not in found:
        some = ", ".join(found[:_SHOWN])
        raise QueryError(
            f'"{name}" is the name of {len(found)} acts: {some}; give the identifier of one',
            pl=f"nazwę „{name}” ma {len(found)} aktów: {some}; podaj identyfikator jednego",
        )
    return name if name in found else str(found[0])


def areas_of(connection: Connection, ground: Ground, *acts: str) -> Areas:
    """Return the layer of areas in which all of some acts have areas.

    Raises:
        NotFound: There is no such layer.
    """
    for areas in ground.declared.areas.values():
        words = of_areas(ground, areas)
        asked = sql.SQL(
            "SELECT count(DISTINCT {act}) AS n FROM {areas} WHERE {act} = ANY(%s)"
        ).format(act=words["act"], areas=words["areas"])
        row = connection.execute(asked, [list(acts)]).fetchone()
        if row is not None and row[0] == len(set(acts)):
            return areas
    raise NotFound(
        f"the registers have no areas of {' and '.join(acts)}",
        pl=f"rejestry nie mają terenów ani stref: {', '.join(acts)}",
    )


def name_of_kind(ground: Ground, areas: Areas, kind: str, dictionary: str | None) -> Text:
    """Return the name of a kind of area, by the code list of its field or by a dictionary.

    Args:
        ground: Knows the code lists.
        areas: The layer of areas.
        kind: As it is written; a symbol of several is told part by part.
        dictionary: Which of those that its symbols may be of, as the register keeps with each row
            (`2003`); None or another where none knows it, so that it stays as it is written.
    """
    field = ground.layer(areas.layer).spec.fields[areas.kind]
    lists = ground.catalogue.code_lists
    if field.symbols is not None:
        known = lists[field.symbols.codes]
        parts = symbols.interpret(kind, known, dictionary or "")
    else:
        codes = ground.catalogue.codes_of(field)
        named = {one.code: one for one in codes.values} if codes else {}
        parts = [symbols.Part(kind, named.get(kind))]
    told = [one.code.title if one.code else Text(pl=one.symbol, en=one.symbol) for one in parts]
    return Text(pl="; ".join(one.pl for one in told), en="; ".join(one.en for one in told))


def days(first: int, last: int) -> list[datetime.date]:
    """Return the last day of every year."""
    return [datetime.date(year, 12, 31) for year in range(first, last + 1)]
