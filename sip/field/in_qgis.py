"""The inbox as a layer of the QGIS project: a point for each conflict, read only."""

from __future__ import annotations

import dataclasses
from pathlib import Path

from sip.catalogue import Catalogue, Layer, Theme
from sip.layer import Field, LayerFile, ThemeFile
from sip.provenance import Metadata
from sip.rights import RowRights
from sip.sight import LayerSight
from sip.style import default_style
from sip.text import Text

INBOX = "inbox"
_TITLE = Text(pl="Skrzynka konfliktów", en="Conflict inbox")
_ABSTRACT = Text(
    pl="Zmiany z terenu, które czekają na decyzję (sip conflicts, albo /inbox w portalu).",
    en="Edits from the field that wait for a decision (sip conflicts, or /inbox in the portal).",
)
_FIELDS = {
    "layer": Text(pl="Warstwa", en="Layer"),
    "fields": Text(pl="Pola", en="Fields"),
    "reason_pl": Text(pl="Powód", en="Reason (Polish)"),
    "reason_en": Text(pl="Powód (angielski)", en="Reason"),
    "base": Text(pl="Było", en="Before"),
    "theirs": Text(pl="W bazie", en="In the database"),
    "ours": Text(pl="Z terenu", en="From the field"),
    "who": Text(pl="Kto", en="Who"),
}


def with_inbox(catalogue: Catalogue) -> Catalogue:
    """Return a catalogue with the inbox on top, for somebody who may edit a layer."""
    if not any(layer.is_editable for layer in catalogue.layers.values()):
        return catalogue
    fields = {name: Field(type="text", title=title) for name, title in _FIELDS.items()}
    spec = LayerFile(
        title=_TITLE, abstract=_ABSTRACT, geometry="Point", fields=fields, name_field="reason_pl"
    )
    seen = LayerSight("sip", frozenset({"id", "geom", *fields}), frozenset())
    layer = Layer(
        INBOX, "sip", Path("sip"), spec, default_style("Point"), Metadata(), RowRights(), sight=seen
    )
    theme = Theme("sip", ThemeFile(title=_TITLE, abstract=_ABSTRACT, order=0), (layer,))
    return dataclasses.replace(catalogue, themes=(theme, *catalogue.themes))
