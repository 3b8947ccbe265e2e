"""Layers with symbols of dictionaries: the dictionaries as data, and what keeps their classes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from sqlalchemy import Connection

from sip.catalogue import Catalogue, Layer
from sip.database import tied
from sip.database.steps import Step
from sip.layer import Symbols

_KIND = tied.Kind(
    table="sip.dictionary",
    standing="""
SELECT d.layer, d.made_from FROM sip.dictionary AS d
WHERE EXISTS (SELECT FROM pg_trigger WHERE tgname = 'keep_symbol_class'
              AND tgrelid = to_regclass(format('%I.%I', d.place, d.layer)))
""",
    tie="sip.tie_dictionary",
    untie="sip.untie_dictionary",
    says="tell the symbols of {}",
    says_gone="tell no symbols of {}",
)


def base() -> str:
    """Return the SQL of what all of them share."""
    return (Path(__file__).parent / "sql" / "dictionary.sql").read_text()


def compare(catalogue: Catalogue, connection: Connection) -> Iterator[Step]:
    """Find the layers that are to be tied to their dictionaries, or have other ones."""
    wanted = {
        layer.id: (layer.theme, _rules(layer, name, field.symbols, catalogue))
        for layer in catalogue.layers.values()
        for name, field in layer.spec.fields.items()
        if field.symbols is not None
    }
    return tied.compare(_KIND, wanted, connection)


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
