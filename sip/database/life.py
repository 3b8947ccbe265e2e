"""Lives of registers in the database: their rules as data, and the triggers that enforce them."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from pathlib import Path

from sqlalchemy import Connection, text

from sip.catalogue import Catalogue
from sip.database.steps import Phase, Step, execute
from sip.database.tables import literal

_FILES = ("life.sql", "life_versions.sql", "life_steps.sql")
_STANDING = """
SELECT l.layer, l.made_from FROM sip.life AS l
WHERE EXISTS (SELECT FROM pg_trigger WHERE tgname = 'life_state'
              AND tgrelid = to_regclass(format('%I.%I', l.place, l.layer)))
    AND EXISTS (SELECT FROM pg_trigger WHERE tgname = 'life_step'
                AND tgrelid = to_regclass(format('%I.%I', l.place, l.rules ->> 'log')))
"""


def base() -> str:
    """Return the SQL of what all lives share."""
    folder = Path(__file__).parent / "sql"
    return "".join((folder / name).read_text() for name in _FILES)


def compare(catalogue: Catalogue, connection: Connection) -> Iterator[Step]:
    """Find the registers whose life is to be tied to them, or has other rules."""
    is_there = connection.execute(text("SELECT to_regclass('sip.life')")).scalar() is not None
    known = dict(map(tuple, connection.execute(text(_STANDING)))) if is_there else {}
    for name, life in catalogue.lives.items():
        rules = json.dumps(life.model_dump(mode="json", by_alias=True), sort_keys=True)
        stamp = hashlib.sha256(rules.encode()).hexdigest()[:16]
        if known.get(name) != stamp:
            place = catalogue.layer(name).theme
            values = ", ".join(map(literal, (name, place, rules, stamp)))
            made = [
                f"INSERT INTO sip.life VALUES ({values}) ON CONFLICT (layer) DO UPDATE SET"
                " (place, rules, made_from) = (excluded.place, excluded.rules, excluded.made_from)",
                f"SELECT sip.enliven({literal(name)})",
            ]
            yield Step(Phase.HISTORY, f"give {place}.{name} its life", list(map(execute, made)))
    for name in sorted(set(known) - set(catalogue.lives)):
        gone = execute(f"DELETE FROM sip.life WHERE layer = {literal(name)}")
        yield Step(Phase.GRANTS, f"forget the life of {name}", [gone])
