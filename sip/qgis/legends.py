"""The legend of a layout: a tree of layers of its own, whose long names are broken into lines."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable

from lxml import etree

from sip.catalogue import Catalogue, Layer
from sip.qgis import forms
from sip.qgis.options import option
from sip.styling import legend
from sip.text import Language

_MM_OF_A_LETTER = 1.45
"""At 7 points; broad ones are balanced by narrow ones."""
_SYMBOL_MM = 11.0
_SIZES_PT = {"title": 10.0, "group": 9.0, "subgroup": 7.5, "symbolLabel": 7.0}


def tree(
    catalogue: Catalogue, layers: Iterable[Layer], width_mm: float, language: Language
) -> etree._Element:
    """Return the layers of a legend that is so wide; QGIS leaves out what the map does not show."""
    letters = int((width_mm - _SYMBOL_MM) / _MM_OF_A_LETTER)
    root = etree.Element("layer-tree-group")
    for layer in layers:
        title = layer.spec.title[language]
        node = etree.SubElement(
            root, "layer-tree-layer", id=forms.map_layer_id(layer.id), name=title,
            expanded="1", checked="Qt::Checked",
        )  # fmt: skip
        labels: dict[str, str] = {"legend/title-label": _broken(title, letters)}
        if layer.style and layer.is_vector:
            entries = legend.of(catalogue, layer).entries
            if len(entries) == 1:  # it bears the layer's own name
                labels["legend/title-style"] = "hidden"
            labels |= {
                f"legend/label-{at}": _broken(one.title[language], letters)
                for at, one in enumerate(entries)
            }
        properties = etree.SubElement(node, "customproperties")
        properties.append(option(dict(labels)))
    return root


def styles() -> etree._Element:
    """Return the sizes of its letters."""
    root = etree.Element("styles")
    for name, size in _SIZES_PT.items():
        style = etree.SubElement(
            root, "style", name=name, marginTop="1.5", alignment="1",
            marginLeft="2" if name == "symbolLabel" else "0",
        )  # fmt: skip
        # QGIS before 3.30 reads the first, later ones the second.
        described = f"DejaVu Sans,{size:g},-1,5,50,0,0,0,0,0"
        etree.SubElement(style, "styleFont", description=described, style="")
        etree.SubElement(
            style, "text-style", fontSize=f"{size:g}", fontSizeUnit="Point",
            fontFamily="DejaVu Sans", fontWeight="50", textColor="34,34,34,255", textOpacity="1",
        )  # fmt: skip
    return root


def _broken(text: str, letters: int) -> str:
    return "\n".join(textwrap.wrap(text, letters) or [text])
