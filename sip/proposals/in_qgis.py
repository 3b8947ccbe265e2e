"""Proposals as a layer of the QGIS project: a point each, with a column for the decision."""

from __future__ import annotations

import dataclasses
from pathlib import Path

from sip.catalogue import Catalogue, Layer, Theme
from sip.layer import Code, CodeList, Field, LayerFile, ThemeFile
from sip.provenance import Metadata, Source
from sip.rights import RowRights
from sip.sight import LayerSight
from sip.style import default_style
from sip.text import Text

REVIEW = "review"
_DECISION, _KIND = "sip_decision", "sip_proposal_kind"
_TITLE = Text(pl="Propozycje z nalotów", en="Proposals from flights")
_ABSTRACT = Text(
    pl="Co nalot znalazł inaczej niż rejestr. Wybierz decyzję i zapisz warstwę: baza wpisze"
    " przyjęte pod Twoim nazwiskiem, a to, czego rejestr nie przyjmie, zostanie z powodem.",
    en="What a flight found otherwise than the register. Choose a decision and save the layer:"
    " the database writes what is accepted under your name; what the register refuses stays, with"
    " why.",
)
_FIELDS = {
    "decision": Text(pl="Decyzja", en="Decision"),
    "layer": Text(pl="Rejestr", en="Register"),
    "kind": Text(pl="Rodzaj", en="Kind"),
    "difference": Text(pl="Co się różni", en="What differs"),
    "filled": Text(pl='Do uzupełnienia, np. {"no": "A1"}', en='To be filled in, as {"no": "A1"}'),
    "note": Text(pl="Uwaga", en="Note"),
    "run": Text(pl="Nalot", en="Run"),
    "heights": Text(pl="Profil z zachodu na wschód", en="Profile from west to east"),
}
OPEN = Text(pl="Zdjęcie i karta w geoportalu", en="Picture and card in the portal")
"""An action on a proposal."""
_NUMBERS = {
    "row_id": Text(pl="Wiersz", en="Row"),
    "near_id": Text(pl="Najbliższy wiersz", en="Nearest row"),
    "distance_m": Text(pl="Odległość w m", en="Distance in m"),
    "confidence": Text(pl="Pewność", en="Confidence"),
}
_CODES = {
    _DECISION: (
        Code(code="accept", title=Text(pl="przyjmij", en="accept")),
        Code(code="reject", title=Text(pl="odrzuć", en="reject")),
    ),
    _KIND: (
        Code(code="new", title=Text(pl="nowy obiekt", en="new object")),
        Code(code="changed", title=Text(pl="zmiana", en="change")),
        Code(code="gone", title=Text(pl="zniknął", en="gone")),
    ),
}
_LISTS = {"decision": _DECISION, "kind": _KIND}


def with_review(catalogue: Catalogue) -> Catalogue:
    """Return a catalogue with the proposals on top, for somebody who may edit a layer."""
    if not any(layer.is_editable for layer in catalogue.layers.values()):
        return catalogue
    fields = {
        name: Field(type="text", title=title, codes=_LISTS.get(name))
        for name, title in _FIELDS.items()
    }
    fields |= {name: Field(type="number", title=title) for name, title in _NUMBERS.items()}
    spec = LayerFile(
        title=_TITLE, abstract=_ABSTRACT, geometry="Point", fields=fields, name_field="difference"
    )
    seen = LayerSight("sip", frozenset({"id", "geom", *fields}), frozenset({"UPDATE"}))
    layer = Layer(
        REVIEW,
        "sip",
        Path("sip"),
        spec,
        default_style("Point"),
        Metadata(),
        RowRights(),
        sight=seen,
    )
    theme = Theme("sip_review", ThemeFile(title=_TITLE, abstract=_ABSTRACT, order=0), (layer,))
    ours = Source(status="ours")
    lists = {
        name: CodeList(title=_TITLE, source=ours, values=values) for name, values in _CODES.items()
    }
    return dataclasses.replace(
        catalogue,
        themes=(theme, *catalogue.themes),
        code_lists={**catalogue.code_lists, **lists},
    )
