"""Print layouts: a map sheet with title, legend, scale bar, north arrow and imprint."""

from __future__ import annotations

import dataclasses
import uuid
from collections.abc import Sequence

from lxml import etree

from sip.catalogue import Catalogue, Layer
from sip.crs import Extent
from sip.qgis import forms, legends
from sip.qgis.options import Value, option
from sip.text import Language

_MAP, _LABEL, _LEGEND, _PICTURE, _SCALE_BAR, _PAGE = 65639, 65641, 65642, 65640, 65646, 65638
_MARGIN = 8.0
_SIDE = 62.0
_IN_FILE = uuid.UUID("6f1f7a1e-0000-4000-8000-000000000000")


@dataclasses.dataclass(frozen=True)
class Sheet:
    """A sheet of paper on its side; millimetres."""

    name: str
    width: float
    height: float


SHEETS = (Sheet("A4", 297.0, 210.0), Sheet("A3", 420.0, 297.0))
_DRAWING_MM = (594.0, 420.0)
_SCALES = (500, 1_000, 2_000, 2_500, 5_000, 10_000, 25_000, 50_000, 100_000, 250_000, 500_000)
"""Denominators of drawings of plans: the largest scale at which the act fits is taken."""
_HEAD = 14.0
_WORDS = {
    "pl": ("Układ współrzędnych", "Skala", "Wydruk nie jest dokumentem urzędowym"),
    "en": ("Coordinate reference system", "Scale", "This print is no official document"),
}


def layouts(
    catalogue: Catalogue, layers: Sequence[Layer], extent: Extent, language: Language
) -> etree._Element:
    """Return all layouts; the map of each shows `extent` (x, y in the project's CRS)."""
    root = etree.Element("Layouts")
    title = catalogue.project.title[language]
    for sheet in SHEETS:
        told = legends.tree(catalogue, layers, _SIDE, language)
        root.append(_layout(sheet, title, extent, told, language))
    return root


def drawing(
    catalogue: Catalogue, act: Layer, layers: Sequence[Layer], extent: Extent, language: Language
) -> etree._Element:
    """Return the layout of an act's drawing: a sheet for each act, at a round scale, with its name.

    Args:
        catalogue: It names the classes.
        act: The layer of acts.
        layers: What is drawn, the topmost first.
        extent: What the map shows before the first sheet is made.
        language: Of the words.
    """
    name = {"pl": "Rysunek planu", "en": "Drawing of the plan"}[language]
    title = f"[% attribute(@atlas_feature, '{act.spec.name_field or 'id'}') %]"
    told = legends.tree(catalogue, layers, _SIDE, language)
    sheet = Sheet(name, *_DRAWING_MM)
    layout = _layout(sheet, title, extent, told, language, title_pt=24)
    drawn = next(one for one in layout if one.get("id") == "map")
    drawn.set("keepLayerSet", "true")
    kept = etree.SubElement(drawn, "LayerSet")
    for one in layers:
        etree.SubElement(kept, "Layer").text = forms.map_layer_id(one.id)
    etree.SubElement(drawn, "AtlasMap", atlasDriven="1", scalingMode="2", margin="0.05")
    drawn.append(_round_scale(*_frame(sheet)))
    etree.SubElement(
        layout, "Atlas", enabled="1", coverageLayer=forms.map_layer_id(act.id),
        coverageLayerName=act.id, hideCoverage="0", filterFeatures="0", sortFeatures="0",
        pageNameExpression=act.spec.name_field or "id",
        filenamePattern="'drawing_'||@atlas_featurenumber",
    )  # fmt: skip
    return layout


def _frame(sheet: Sheet) -> tuple[float, float]:
    """Return width and height of a sheet's map, millimetres."""
    return sheet.width - _SIDE - 3 * _MARGIN, sheet.height - 2 * _MARGIN - _HEAD


def _round_scale(wide: float, high: float) -> etree._Element:
    """Return the scale of a map of an act as QGIS computes it: a round one at which it fits."""
    needed = (
        f"1030 * max(bounds_width(@atlas_geometry) / {wide:g},"
        f" bounds_height(@atlas_geometry) / {high:g})"
    )
    listed = ", ".join(map(str, _SCALES))
    expression = (
        f"with_variable('least', {needed}, coalesce(array_first(array_filter(array({listed}),"
        " @element >= @least)), ceil(@least)))"
    )
    scale: dict[str, Value] = {"active": True, "expression": expression, "type": 3}
    properties: dict[str, Value] = {
        "name": "", "type": "collection", "properties": {"dataDefinedMapScale": scale},
    }  # fmt: skip
    item = etree.Element("LayoutObject")
    etree.SubElement(item, "dataDefinedProperties").append(option(properties))
    return item


def _layout(
    sheet: Sheet,
    title: str,
    extent: Extent,
    told: etree._Element,
    language: Language,
    *,
    title_pt: float = 16,
) -> etree._Element:
    layout = etree.Element("Layout", name=sheet.name, units="mm", printResolution="200")
    pages = etree.SubElement(layout, "PageCollection")
    pages.append(_item(_PAGE, (0, 0, sheet.width, sheet.height)))
    right = sheet.width - _MARGIN - _SIDE
    wide, high = _frame(sheet)
    map_id = f"{{{uuid.uuid5(_IN_FILE, sheet.name + 'map')}}}"
    drawn = _item(
        _MAP, (_MARGIN, _MARGIN + _HEAD, wide, high), uuid_=map_id, frame="true", id="map"
    )
    drawn.set("followPreset", "false")
    drawn.append(_fitted(extent, wide / high))
    reference, scale, notice = _WORDS[language]
    imprint = (
        f"{scale} 1:[% round(item_variables('map')['map_scale']) %]\n"
        f"{reference}: [% @project_crs %]\n"
        "[% format_date(now(), 'yyyy-MM-dd') %]\n"
        f"{notice}"
    )
    legend = _item(_LEGEND, (right, _MARGIN + 34, _SIDE, high - 90))
    _set(
        legend,
        map_uuid=map_id,
        legendFilterByAtlas="0",
        resizeToContents="0",
        symbolWidth="6",
        symbolHeight="3.5",
    )
    legend.extend([legends.styles(), told])
    legend.set("mapUuid", map_id)
    legend.set("legendFilterByMap", "1")
    bar = _item(_SCALE_BAR, (right, sheet.height - 60, _SIDE, 14))
    _set(bar, mapUuid=map_id, style="Single Box", unitType="meters", unitLabel="m", numSegments="2",
        numSegmentsLeft="0", segmentSizeMode="1", minBarWidth="30", maxBarWidth="50", height="2",
        numMapUnitsPerScaleBarUnit="1", boxContentSpace="1", labelBarSpace="2", outlineWidth="0.3",
    )  # fmt: skip
    arrow = _item(_PICTURE, (right + _SIDE - 16, _MARGIN + 14, 14, 16))
    _set(arrow, file=":/images/north_arrows/layout_default_north_arrow.svg", mapUuid=map_id)
    layout.extend(
        [
            drawn,
            _label(title, (_MARGIN, _MARGIN, sheet.width - 2 * _MARGIN, 12), size=title_pt),
            legend,
            bar,
            arrow,
            _label(imprint, (right, sheet.height - 44, _SIDE, 36), size=8),
        ]
    )
    return layout


def _item(
    kind: int,
    box: tuple[float, float, float, float],
    *,
    uuid_: str = "",
    frame: str = "false",
    id: str = "",
) -> etree._Element:
    left, top, width, height = box
    own = uuid_ or f"{{{uuid.uuid5(_IN_FILE, f'{kind}{box}')}}}"
    place = f"{left:g},{top:g},mm"
    return etree.Element(
        "LayoutItem", type=str(kind), position=place, positionOnPage=place, id=id,
        size=f"{width:g},{height:g},mm", uuid=own, templateUuid=own, referencePoint="0",
        visibility="1", opacity="1", frame=frame, background="false", zValue="1",
    )  # fmt: skip


def _set(element: etree._Element, **attributes: str) -> None:
    for name, value in attributes.items():
        element.set(name, value)


def _label(text: str, box: tuple[float, float, float, float], *, size: float) -> etree._Element:
    label = _item(_LABEL, box)
    _set(label, labelText=text, htmlState="0", halign="1", valign="32")
    # QGIS before 3.24 reads the first, later ones the second.
    described = f"DejaVu Sans,{size:g},-1,5,50,0,0,0,0,0"
    etree.SubElement(label, "LabelFont", description=described, style="")
    etree.SubElement(
        label, "text-style", fontSize=f"{size:g}", fontSizeUnit="Point", fontFamily="DejaVu Sans",
        fontWeight="50", textColor="34,34,34,255", textOpacity="1",
    )  # fmt: skip
    return label


def _fitted(extent: Extent, ratio: float) -> etree._Element:
    """Return the extent made as wide as the frame asks, around the same middle."""
    x, y = (extent.west + extent.east) / 2, (extent.south + extent.north) / 2
    half = max((extent.north - extent.south) / 2, (extent.east - extent.west) / 2 / ratio)
    return etree.Element(
        "Extent", xmin=f"{x - half * ratio:.3f}", xmax=f"{x + half * ratio:.3f}",
        ymin=f"{y - half:.3f}", ymax=f"{y + half:.3f}",
    )  # fmt: skip
