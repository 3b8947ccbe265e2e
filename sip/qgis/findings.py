"""What is wrong with drafts, as a layer of the QGIS project: new after every save."""

from __future__ import annotations

import dataclasses
from pathlib import Path

from sip.catalogue import Catalogue, Layer
from sip.layer import Code, CodeList, Field, LayerFile
from sip.provenance import Metadata, Source
from sip.qgis.act import areas
from sip.rights import RowRights
from sip.sight import LayerSight
from sip.style import Label, StyleClass, StyleFile, Symbol
from sip.text import Language, Text

FINDINGS = "ground_finding"
_TITLE = Text(pl="Ustalenia kontroli projektów", en="Findings on drafts")
_ABSTRACT = Text(
    pl="Co w projektach jest nie tak według reguł sip plan check. Nakładki, luki, wyjścia poza akt"
    " i parametry niezgodne z planem ogólnym są tu od razu po zapisie, reszta chwilę później.",
    en="What is wrong with drafts by the rules of sip plan check. Overlaps, gaps, areas outside of"
    " their act and parameters against the general plan are here at once after a save, all other"
    " rules moments later.",
)
_FIELDS = {
    "severity": Text(pl="Waga", en="Severity"),
    "rule": Text(pl="Reguła", en="Rule"),
    "object": Text(pl="Obiekt", en="Object"),
    "law": Text(pl="Przepis", en="Law"),
    "layer": Text(pl="Warstwa", en="Layer"),
    "act": Text(pl="Akt", en="Act"),
}
_REASON = Text(pl="Co jest nie tak", en="What is wrong")
_SEVERITY = "sip_severity"
_LOOKS = {
    "error": (Text(pl="błąd", en="error"), "#d0021b"),
    "warning": (Text(pl="ostrzeżenie", en="warning"), "#b35c00"),
    "note": (Text(pl="uwaga", en="note"), "#2b5b9e"),
}
AGAIN_MS = 15_000
"""How often QGIS asks again: what is not told at once is told moments after a save."""


def judged(catalogue: Catalogue) -> list[Layer]:
    """Return the layers whose rows share ground, and that somebody sees."""
    return [one for one in areas(catalogue) if one.is_visible]


def with_findings(catalogue: Catalogue, language: Language) -> Catalogue:
    """Return a catalogue with the findings on top of the theme whose areas are judged."""
    own = [one for one in judged(catalogue) if one.is_editable]
    if not own:
        return catalogue
    reason = f"reason_{language}"
    fields = {
        name: Field(type="text", title=title, codes=_SEVERITY if name == "severity" else None)
        for name, title in {reason: _REASON, **_FIELDS}.items()
    }
    spec = LayerFile(
        title=_TITLE, abstract=_ABSTRACT, geometry="MultiPolygon", fields=fields,
        name_field=reason, visible=True,
    )  # fmt: skip
    seen = LayerSight("sip", frozenset({"id", "geom", *fields}), frozenset())
    layer = Layer(FINDINGS, "sip", Path("sip"), spec, _style(), Metadata(), RowRights(), sight=seen)
    themes = tuple(
        dataclasses.replace(one, layers=(layer, *one.layers)) if one.id == own[0].theme else one
        for one in catalogue.themes
    )
    values = tuple(Code(code=code, title=title) for code, (title, _) in _LOOKS.items())
    words = CodeList(title=_TITLE, source=Source(status="ours"), values=values)
    lists = {**catalogue.code_lists, _SEVERITY: words}
    return dataclasses.replace(catalogue, themes=themes, code_lists=lists)


def _style() -> StyleFile:
    classes = tuple(
        StyleClass(
            values=(code,),
            title=title,
            symbol=Symbol(fill=colour, fill_opacity=0.1, stroke=colour, stroke_width_px=2.0),
        )
        for code, (title, colour) in _LOOKS.items()
    )
    return StyleFile(
        kind="categorised", field="severity", classes=classes,
        label=Label(field="rule", colour="#a3001d"),
    )  # fmt: skip
