"""How QGIS draws: snapping to vertices and segments, and common borders that move together."""

from __future__ import annotations

from collections.abc import Iterable

from lxml import etree

from sip.catalogue import Layer
from sip.qgis import forms

_TOLERANCE_PX = 12
_CHECKS = ("QgsIsValidCheck", "QgsGeometryOverlapCheck", "QgsGeometryMissingVertexCheck")
_VERTEX_AND_SEGMENT, _ADVANCED, _PIXELS = "3", "3", "1"


def snapping(layers: Iterable[Layer]) -> etree._Element:
    """Return the snapping of a project: to every layer that somebody edits, and to areas of acts.

    Snapping to borders of the same layer and of the act is what keeps areas from gaps and overlaps.
    """
    root = etree.Element(
        "snapping-settings", {"intersection-snapping": "1", "self-snapping": "1"},
        enabled="1", mode=_ADVANCED, type=_VERTEX_AND_SEGMENT, tolerance=str(_TOLERANCE_PX),
        unit=_PIXELS, scaleDependencyMode="0", minScale="0", maxScale="0",
    )  # fmt: skip
    each = etree.SubElement(root, "individual-layer-settings")
    for layer in layers:
        etree.SubElement(
            each, "layer-setting", id=forms.map_layer_id(layer.id), enabled="1",
            type=_VERTEX_AND_SEGMENT, tolerance=str(_TOLERANCE_PX), units=_PIXELS,
            minScale="0", maxScale="0",
        )  # fmt: skip
    return root


def topology(properties: etree._Element) -> None:
    """Let QGIS move the vertices that neighbours share together."""
    digitizing = etree.SubElement(properties, "Digitizing")
    switch = etree.SubElement(digitizing, "TopologicalEditing", type="int")
    switch.text = "1"


def work_on_one(element: etree._Element, layer: Layer, act: str) -> None:
    """Let QGIS judge what is drawn before it saves, and put new rows to the act.

    QGIS asks this of all rows of a layer that it sees, so it is for a layer of one act only. The
    checks stand in the panel "Geometry validation" with a button that goes there; with them open
    QGIS saves nothing.
    """
    if ground := layer.spec.ground:
        options = etree.SubElement(element, "geometryOptions", removeDuplicateNodes="1")
        active = etree.SubElement(options, "activeChecks", type="StringList")
        for check in _CHECKS if ground.apart else _CHECKS[:1]:
            etree.SubElement(active, "Option", type="QString", value=check)
        etree.SubElement(options, "checkConfiguration")
        quoted = act.replace("'", "''")
        for default in element.iterfind(f"defaults/default[@field='{ground.by}']"):
            default.set("expression", f"'{quoted}'")


def refreshed_with(layers: Iterable[Layer]) -> etree._Element:
    """Return the layers whose saving makes QGIS ask for this one anew."""
    root = etree.Element("dataDependencies")
    for layer in layers:
        etree.SubElement(root, "layer", id=forms.map_layer_id(layer.id))
    return root
