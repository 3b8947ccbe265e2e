"""What there is to choose from for a parameter: units, kinds of areas, acts, municipalities."""

from __future__ import annotations

import dataclasses

from psycopg import sql

from sip import shown
from sip.errors import NotFound
from sip.planning.analysis import asking
from sip.planning.analysis.asking import Connection
from sip.planning.analysis.declared import Ground
from sip.planning.analysis.menu import Parameter
from sip.text import Language

_MOST = 500


@dataclasses.dataclass(frozen=True)
class Choice:
    """One value of a parameter as people choose it."""

    value: str
    words: str
    group: str = ""


def choices(
    connection: Connection, ground: Ground, parameter: Parameter, language: Language
) -> list[Choice]:
    """Return what may be chosen; nothing where it is to be typed."""
    declared = ground.declared
    try:
        match parameter.kind:
            case "unit":
                titles = {name: one.title[language] for name, one in declared.units.items()}
            case "areas":
                titles = {name: one.title[language] for name, one in declared.areas.items()}
            case "act":
                return _acts(connection, ground, language)
            case "gmina":
                return _gminas(connection, ground)
            case _:
                return []
    except NotFound:  # the project, or this viewer, has no such layer
        return []
    return [Choice(one, titles.get(one, one)) for one in parameter.choices]


def _acts(connection: Connection, ground: Ground, language: Language) -> list[Choice]:
    acts = ground.declared.acts
    layer = ground.layer(acts.layer)
    words = {
        "acts": asking.relation(layer),
        "key": sql.Identifier(acts.key),
        "name": sql.Identifier(layer.spec.name_field or acts.names[-1]),
        "status": sql.Identifier(acts.status),
        "since": sql.Identifier(acts.since),
    }
    field = layer.spec.fields[acts.status]
    return [
        Choice(
            row["key"],
            f"{row['name']}, {row['since']}" if row["since"] else str(row["name"]),
            shown.in_words(row["status"], field, ground.catalogue, language),
        )
        for row in asking.rows(connection, "choices.sql", words, {"most": _MOST})
    ]


def _gminas(connection: Connection, ground: Ground) -> list[Choice]:
    words = asking.of_units(ground, "gmina")
    found = asking.rows(connection, "units.sql", words, {"most": _MOST})
    return [Choice(row["unit"], f"{row['unit_name']} ({row['unit']})") for row in found]
