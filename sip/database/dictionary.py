"""Layers with symbols of dictionaries: the dictionaries as data, and what keeps their classes."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from pathlib import Path

from sqlalchemy import Connection, text

from sip.catalogue import Catalogue, Layer
from sip.database.steps import Phase, Step, execute
from sip.database.tables import literal
from sip.layer import Symbols

_STANDING = """
SELECT d.layer, d.made_from FROM sip.dictionary AS d
WHERE EXISTS (SELECT FROM pg_trigger WHERE tgname = 'keep_symbol_class'
              AND tgrelid = to_regclass(format('%I.%I', d.place, d.layer)))
"""


def base() -> str:
    """Return the SQL of what all of them share."""
    return (Path(__file__).parent / "sql" / "dictionary.sql").read_text()


def compare(catalogue: Catalogue, connection: Connection) -> Iterator[Step]:
    """Find the layers that are to be tied to their dictionaries, or have other ones."""
    is_there = connection.execute(text("SELECT to_regclass('sip.dictionary')")).scalar() is not None
    known = dict(map(tuple, connection.execute(text(_STANDING)))) if is_there else {}
    wanted = dict(_wanted(catalogue))
    for name, (layer, symbols) in wanted.items():
        rules = json.dumps(_rules(layer, *symbols, catalogue), sort_keys=True)
        stamp = hashlib.sha256(rules.encode()).hexdigest()[:16]
        if known.get(name) != stamp:
            values = ", ".join(map(literal, (name, layer.theme, rules, stamp)))
            made = [
                f"INSERT INTO sip.dictionary VALUES ({values}) ON CONFLICT (layer) DO UPDATE SET"
                " (place, rules, made_from) = (excluded.place, excluded.rules, excluded.made_from)",
                f"SELECT sip.tie_dictionary({literal(name)})",
            ]
            yield Step(Phase.HISTORY, f"tell the symbols of {name}", list(map(execute, made)))
    for name in sorted(set(known) - set(wanted)):
        loose = [
            f"SELECT sip.untie_dictionary({literal(name)})",
            f"DELETE FROM sip.dictionary WHERE layer = {literal(name)}",
        ]
        yield Step(Phase.GRANTS, f"tell no symbols of {name}", list(map(execute, loose)))


def _wanted(catalogue: Catalogue) -> Iterator[tuple[str, tuple[Layer, tuple[str, Symbols]]]]:
    for layer in catalogue.layers.values():
        for name, field in layer.spec.fields.items():
            if field.symbols is not None:
                yield layer.id, (layer, (name, field.symbols))


def _rules(layer: Layer, name: str, symbols: Symbols, catalogue: Catalogue) -> dict[str, object]:
    """Return what the database must know: fields and tables by name, dictionaries as codes."""
    link = next(one for one in layer.spec.relations if one.field == symbols.relation)
    joined = catalogue.code_lists[symbols.codes]
    lists = {begins: catalogue.code_lists[one] for begins, one in joined.joins.items()}
    return {
        "symbol": name,
        "since": layer.time.start if layer.time else "valid_from",
        **symbols.model_dump(mode="json", exclude={"codes"}),
        "outer": link.to,
        "outer_place": catalogue.layer(link.to).theme,
        "outer_key": link.to_field,
        "lists": [
            {
                "begins": begins,
                "valid_from": one.valid_from.isoformat() if one.valid_from else None,
                "codes": one.codes(),
            }
            for begins, one in lists.items()
        ],
    }
