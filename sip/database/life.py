"""Lives of registers in the database: their rules as data, and the triggers that enforce them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from sqlalchemy import Connection

from sip.catalogue import Catalogue
from sip.database import tied
from sip.database.steps import Step

_FILES = ("life.sql", "life_versions.sql", "life_steps.sql")
_KIND = tied.Kind(
    table="sip.life",
    standing="""
SELECT l.layer, l.made_from FROM sip.life AS l
WHERE EXISTS (SELECT FROM pg_trigger WHERE tgname = 'life_state'
              AND tgrelid = to_regclass(format('%I.%I', l.place, l.layer)))
    AND EXISTS (SELECT FROM pg_trigger WHERE tgname = 'life_step'
                AND tgrelid = to_regclass(format('%I.%I', l.place, l.rules ->> 'log')))
""",
    tie="sip.enliven",
    untie=None,
    says="give {} its life",
    says_gone="forget the life of {}",
)


def base() -> str:
    """Return the SQL of what all lives share."""
    folder = Path(__file__).parent / "sql"
    return "".join((folder / name).read_text() for name in _FILES)


def compare(catalogue: Catalogue, connection: Connection) -> Iterator[Step]:
    """Find the registers whose life is to be tied to them, or has other rules."""
    wanted = {
        name: (catalogue.layer(name).theme, life.model_dump(mode="json", by_alias=True))
        for name, life in catalogue.lives.items()
    }
    return tied.compare(_KIND, wanted, connection)
