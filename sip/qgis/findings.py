"""What is wrong on the ground of drafts, as a layer of the QGIS project: new after every save."""

from __future__ import annotations

import dataclasses
from pathlib import Path

from sip.catalogue import Catalogue, Layer
from sip.layer import Field, LayerFile
from sip.provenance import Metadata
from sip.rights import RowRights
from sip.sight import LayerSight
from sip.style import Label, StyleFile, Symbol
from sip.text import Text

FINDINGS = "ground_finding"
_TITLE = Text(pl="Ustalenia kontroli projektów", en="Findings on drafts")
_ABSTRACT = Text(
    pl="Nakładki, luki, wyjścia poza akt i parametry niezgodne z planem ogólnym w projektach;"
    " liczone na nowo po każdym zapisie tymi samymi regułami, co sip plan check.",
    en="Overlaps, gaps, areas outside of their act and parameters against the general plan in"
    " drafts; computed anew after every save by the rules of sip plan check.",
)
_FIELDS = {
    "layer": Text(pl="Warstwa", en="Layer"),
    "rule": Text(pl="Reguła", en="Rule"),
    "object": Text(pl="Obiekt", en="Object"),
    "reason_pl": Text(pl="Co jest nie tak", en="What is wrong (Polish)"),
    "reason_en": Text(pl="Co jest nie tak (angielski)", en="What is wrong"),
}


def judged(catalogue: Catalogue) -> list[Layer]:
    """Return the layers whose rows share ground, and that somebody sees."""
    layers = catalogue.layers.values()
    return [one for one in layers if one.spec.ground is not None and one.is_visible]


def with_findings(catalogue: Catalogue) -> Catalogue:
    """Return a catalogue with the findings on top of the theme whose areas are judged."""
    own = [one for one in judged(catalogue) if one.is_editable]
    if not own:
        return catalogue
    fields = {name: Field(type="text", title=title) for name, title in _FIELDS.items()}
    spec = LayerFile(
        title=_TITLE, abstract=_ABSTRACT, geometry="MultiPolygon", fields=fields,
        name_field="reason_pl", visible=True,
    )  # fmt: skip
    seen = LayerSight("sip", frozenset({"id", "geom", *fields}), frozenset())
    layer = Layer(FINDINGS, "sip", Path("sip"), spec, _style(), Metadata(), RowRights(), sight=seen)
    themes = tuple(
        dataclasses.replace(one, layers=(layer, *one.layers)) if one.id == own[0].theme else one
        for one in catalogue.themes
    )
    return dataclasses.replace(catalogue, themes=themes)


def _style() -> StyleFile:
    symbol = Symbol(fill="#d0021b", fill_opacity=0.25, stroke="#d0021b", stroke_width_px=2.0)
    return StyleFile(kind="simple", symbol=symbol, label=Label(field="rule", colour="#a3001d"))
