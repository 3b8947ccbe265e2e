"""Rules that triggers keep: data in a table of their kind, a row per layer, made from the files."""

from __future__ import annotations

import dataclasses
import hashlib
import json
from collections.abc import Iterator, Mapping

from sqlalchemy import Connection, text

from sip.database.steps import Phase, Step, execute
from sip.database.tables import literal

type Rules = Mapping[str, object]


@dataclasses.dataclass(frozen=True)
class Kind:
    """A kind of rules."""

    table: str
    """Its columns: layer, place (the schema), rules (JSON) and the stamp that they have."""
    standing: str
    """SQL of the layers that are tied, triggers and all, with their stamps."""
    tie: str
    """Function that makes the triggers of a layer."""
    untie: str | None
    """Function that drops them; None where they follow from the table."""
    says: str
    """What tying is called in the plan of a migration, with `{}` for the layer."""
    says_gone: str
    """What letting go is called."""


def compare(
    kind: Kind, wanted: Mapping[str, tuple[str, Rules]], connection: Connection
) -> Iterator[Step]:
    """Find the layers that are to be tied to their rules, have other rules, or none any more.

    Args:
        kind: Which rules.
        wanted: Schema and rules of each layer that has some.
        connection: The database as it is.
    """
    is_there = connection.execute(text("SELECT to_regclass(:name)"), {"name": kind.table}).scalar()
    known = dict(map(tuple, connection.execute(text(kind.standing)))) if is_there else {}
    for name, (place, data) in wanted.items():
        rules = json.dumps(data, sort_keys=True)
        stamp = hashlib.sha256(rules.encode()).hexdigest()[:16]
        if known.get(name) != stamp:
            values = ", ".join(map(literal, (name, place, rules, stamp)))
            made = [
                f"INSERT INTO {kind.table} VALUES ({values}) ON CONFLICT (layer) DO UPDATE SET"
                " (place, rules, made_from) = (excluded.place, excluded.rules, excluded.made_from)",
                f"SELECT {kind.tie}({literal(name)})",
            ]
            yield Step(Phase.HISTORY, kind.says.format(name), list(map(execute, made)))
    for name in sorted(set(known) - set(wanted)):
        loose = [f"SELECT {kind.untie}({literal(name)})"] if kind.untie else []
        loose.append(f"DELETE FROM {kind.table} WHERE layer = {literal(name)}")
        yield Step(Phase.GRANTS, kind.says_gone.format(name), list(map(execute, loose)))
