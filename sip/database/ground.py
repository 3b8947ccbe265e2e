"""Layers whose rows share ground: their rules as data, and the trigger that keeps to them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from sqlalchemy import Connection

from sip.catalogue import Catalogue, Layer
from sip.database import tied
from sip.database.steps import Step

_KIND = tied.Kind(
    table="sip.ground",
    standing="""
SELECT g.layer, g.made_from FROM sip.ground AS g
WHERE EXISTS (SELECT FROM pg_trigger WHERE tgname = 'keep_new_ground'
              AND tgrelid = to_regclass(format('%I.%I', g.place, g.layer)))
""",
    tie="sip.tie_ground",
    untie="sip.let_off_ground",
    says="keep {} to its ground",
    says_gone="let {} off its ground",
)


def base() -> str:
    """Return the SQL of what all of them share."""
    folder = Path(__file__).parent / "sql"
    return "".join((folder / f"{name}.sql").read_text() for name in ("ground", "act_finding"))


def compare(catalogue: Catalogue, connection: Connection) -> Iterator[Step]:
    """Find the layers that are to be tied to their rules, or have other rules."""
    wanted = {
        one.id: (one.theme, _rules(one, catalogue))
        for one in catalogue.layers.values()
        if one.spec.ground is not None
    }
    return tied.compare(_KIND, wanted, connection)


def _rules(layer: Layer, catalogue: Catalogue) -> dict[str, object]:
    """Return what the database must know: fields and tables by their names."""
    ground = layer.spec.ground
    assert ground is not None
    link = next(one for one in layer.spec.relations if one.field == ground.by)
    outer = catalogue.layer(link.to)
    found: dict[str, object] = ground.model_dump(mode="json")
    found["name"] = layer.spec.name_field or "id"
    found["outer"] = {
        "place": outer.theme, "layer": outer.id,
        "key": link.to_field, "name": outer.spec.name_field or "id",
        "parts": _parts(outer, link.to_field, catalogue),
    }  # fmt: skip
    if ground.within is not None:
        other = catalogue.layer(ground.within.layer)
        found["within_place"] = other.theme
        found["within_name"] = other.spec.name_field or "id"
    return found


def _parts(outer: Layer, key: str, catalogue: Catalogue) -> list[dict[str, str]]:
    """Return the tables whose rows belong to those of another, and by which field."""
    return [
        {"place": layer.theme, "layer": layer.id, "field": one.field}
        for layer in catalogue.layers.values()
        if layer.is_table
        for one in layer.spec.relations
        if one.to == outer.id and one.to_field == key
    ]
