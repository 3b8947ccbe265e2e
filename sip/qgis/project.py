"""The project file: what QGIS opens."""

from __future__ import annotations

import dataclasses
import io
import zipfile
from collections.abc import Iterable
from typing import Literal

from lxml import etree

from sip import crs
from sip.catalogue import Catalogue, Layer
from sip.crs import CRS84_CODE, Extent
from sip.field.in_qgis import with_inbox
from sip.proposals.in_qgis import OPEN, REVIEW, with_review
from sip.qgis import act as acts
from sip.qgis import digitizing, forms, layouts
from sip.qgis.act import Act
from sip.qgis.findings import AGAIN_MS, FINDINGS, judged, with_findings
from sip.styling import legend, qml
from sip.text import Language

SERVICE_NAME = "sip"
"""Name of the connection service: host, database and user stand in the user's `pg_service.conf`."""
_VERSION = "3.22.16"
_WKB = {
    "Point": "Point", "MultiPoint": "MultiPoint", "LineString": "LineString",
    "MultiLineString": "MultiLineString", "Polygon": "Polygon", "MultiPolygon": "MultiPolygon",
}  # fmt: skip


@dataclasses.dataclass(frozen=True)
class Source:
    """Where the project's layers come from."""

    kind: Literal["database", "services", "file"]
    root: str
    """Origin of the services (`https://...`, no slash at the end), or a GeoPackage beside it."""
    editable: frozenset[str] = frozenset()
    """The layers of a GeoPackage whose rows may be edited."""
    pictures: tuple[str, str] | None = None
    """The field that names a picture beside the file, in whichever layer has it, and the folder."""
    act: Act | None = None
    """The act that is worked on: what belongs to others is neither seen nor moved."""

    def may_edit(self, layer: Layer) -> bool:
        """Say whether QGIS may edit the rows of a layer."""
        if self.kind == "database":
            return layer.is_editable
        return self.kind == "file" and layer.id in self.editable


def project_file(catalogue: Catalogue, source: Source, *, language: Language = "pl") -> bytes:
    """Return a `.qgz` with every layer that the catalogue shows; no password is in it."""
    if source.kind == "database":
        catalogue = with_review(with_inbox(with_findings(catalogue, language)))
    root = _project(catalogue, source, language)
    text = etree.tostring(
        root,
        xml_declaration=True,
        encoding="UTF-8",
        doctype="<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>",
    )
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        info = zipfile.ZipInfo("sip.qgs", date_time=(2020, 1, 1, 0, 0, 0))
        info.compress_type = zipfile.ZIP_DEFLATED
        archive.writestr(info, text)
    return packed.getvalue()


def _project(catalogue: Catalogue, source: Source, language: Language) -> etree._Element:
    project = catalogue.project
    title = project.title[language]
    if source.act is not None:
        title = f"{source.act.title} – {title}"
    root = etree.Element("qgis", projectname=title, version=_VERSION)
    _text(root, "title", title)
    etree.SubElement(root, "autotransaction", active="0")
    etree.SubElement(root, "evaluateDefaultValues", active="1")
    etree.SubElement(root, "trust", active="0")
    _srs(etree.SubElement(root, "projectCrs"), project.storage_crs)
    drawn = [layer for layer in catalogue.layers.values() if _datasource(layer, catalogue, source)]
    root.append(_tree(catalogue, drawn, source, language))
    root.append(_relations(catalogue, drawn))
    extent = _extent(catalogue, source)
    root.append(_canvas(catalogue, extent))
    layers = etree.SubElement(root, "projectlayers")
    layers.extend(_map_layer(layer, catalogue, source, language) for layer in drawn)
    sheets = layouts.layouts(catalogue, drawn, extent, language)
    root.append(sheets)
    properties = etree.SubElement(root, "properties")
    if own := [one for one in drawn if one.spec.geometry and source.may_edit(one)]:
        root.insert(0, digitizing.snapping(own))
    known = acts.register(catalogue)
    if known and any(one.spec.ground is not None for one in own):
        digitizing.topology(properties)
        act, _ = known
        shown = [one for one in drawn if one.theme == act.theme and one.spec.geometry]
        # Views show the same rows again, and the frames of sheets are no part of what they show.
        shown = [
            one for one in shown if one.is_table and "scale_denominator" not in one.spec.fields
        ]
        sheets.append(layouts.drawing(catalogue, act, shown, extent, language))
    paths = etree.SubElement(properties, "Paths")
    _text(paths, "Absolute", "false").set("type", "bool")
    reference = etree.SubElement(properties, "SpatialRefSys")
    _text(reference, "ProjectionsEnabled", "1").set("type", "int")
    return root


def _tree(
    catalogue: Catalogue, drawn: Iterable[Layer], source: Source, language: Language
) -> etree._Element:
    tree = etree.Element("layer-tree-group")
    shown = {layer.id for layer in drawn}
    worked_on = acts.belonging(catalogue) if source.act is not None else {}
    for theme in catalogue.themes:
        own = [layer for layer in theme.layers if layer.id in shown]
        if not own:
            continue
        group = etree.SubElement(
            tree, "layer-tree-group", name=theme.spec.title[language], expanded="0",
            checked="Qt::Checked",
        )  # fmt: skip
        for layer in own:
            provider, text = _datasource(layer, catalogue, source) or ("", "")
            etree.SubElement(
                group, "layer-tree-layer", id=forms.map_layer_id(layer.id),
                name=layer.spec.title[language],
                providerKey=provider, source=text, expanded="0",
                checked="Qt::Checked"
                if layer.spec.visible or layer.id in worked_on
                else "Qt::Unchecked",
            )  # fmt: skip
    return tree


def _relations(catalogue: Catalogue, drawn: list[Layer]) -> etree._Element:
    root = etree.Element("relations")
    shown = {layer.id for layer in drawn}
    for layer in drawn:
        for relation in layer.spec.relations:
            if relation.to not in shown:
                continue
            one = etree.SubElement(
                root, "relation", id=forms.relation_id(layer, relation.field),
                name=f"{layer.id}.{relation.field}", strength="Association",
                referencingLayer=forms.map_layer_id(layer.id),
                referencedLayer=forms.map_layer_id(relation.to),
            )  # fmt: skip
            etree.SubElement(
                one,
                "fieldRef",
                referencingField=relation.field,
                referencedField=relation.to_field,
            )
    return root


def _canvas(catalogue: Catalogue, extent: Extent) -> etree._Element:
    canvas = etree.Element("mapcanvas", name="theMapCanvas", annotationsVisible="1")
    _text(canvas, "units", "meters")
    box = etree.SubElement(canvas, "extent")
    for name, value in (
        ("xmin", extent.west), ("ymin", extent.south), ("xmax", extent.east), ("ymax", extent.north)
    ):  # fmt: skip
        _text(box, name, f"{value:.3f}")
    _srs(etree.SubElement(canvas, "destinationsrs"), catalogue.project.storage_crs)
    return canvas


def _extent(catalogue: Catalogue, source: Source) -> Extent:
    """Return what is seen first: the act that is worked on, else the whole area."""
    if source.act is not None and source.act.extent is not None:
        return source.act.extent
    box = catalogue.project.extent
    own = Extent(box.west, box.south, box.east, box.north)
    return own.transformed(CRS84_CODE, catalogue.project.storage_crs)


def _map_layer(
    layer: Layer, catalogue: Catalogue, source: Source, language: Language
) -> etree._Element:
    spec = layer.spec
    provider, text = _datasource(layer, catalogue, source) or ("", "")
    element = etree.Element("maplayer", type="vector" if layer.is_vector else "raster")
    if layer.is_vector:
        element.set("geometry", _simple(spec.geometry))
        element.set("wkbType", _WKB.get(spec.geometry or "", "NoGeometry"))
        element.set("readOnly", "0" if source.may_edit(layer) else "1")
    head = [_text(None, "id", forms.map_layer_id(layer.id)), _text(None, "datasource", text)]
    head += [_text(None, "shortname", layer.id), _text(None, "layername", spec.title[language])]
    head += [_text(None, "title", spec.title[language])]
    head += [_text(None, "abstract", spec.abstract[language])]
    srs = etree.Element("srs")
    # From OGC API Features QGIS takes longitude and latitude, whatever else is offered.
    _srs(srs, 4326 if provider == "OAPIF" else catalogue.project.storage_crs)
    head += [srs, _text(None, "provider", provider)]
    flags = etree.Element("flags")
    for flag, value in (("Identifiable", 1), ("Removable", 1), ("Searchable", bool(spec.search))):
        _text(flags, flag, str(int(value)))
    element.extend([*head, flags])
    if layer.style and layer.is_vector:
        qml.fill_layer(element, legend.of(catalogue, layer), language)
    if layer.is_vector and source.kind != "services":
        key = "fid" if source.kind == "file" else "id"
        element.extend(
            forms.form(
                layer,
                catalogue,
                language,
                key=key,
                may_edit=source.may_edit(layer),
                pictures=source.pictures,
            )
        )
        if source.pictures and source.pictures[0] in spec.fields:
            element.append(forms.picture_names(*source.pictures))
        _text(element, "editorlayout", "generatedlayout")
    if source.act is not None and layer.id in acts.belonging(catalogue):
        digitizing.work_on_one(element, layer, source.act.identifier)
        known = acts.register(catalogue)
        if known and known[0].id == layer.id:
            element.set("labelsEnabled", "0")  # the project bears its title
    if layer.id == REVIEW:
        address = f"{source.root}/proposals?lang={language}#proposal-[% id %]"
        element.append(forms.opening(OPEN[language], address))
    if layer.id == FINDINGS:
        element.append(digitizing.refreshed_with(judged(catalogue)))
        element.set("autoRefreshEnabled", "1")
        element.set("autoRefreshTime", str(AGAIN_MS))
        _text(element, "mapTip", f'[% "{spec.name_field}" %]')
    return element


def _datasource(layer: Layer, catalogue: Catalogue, source: Source) -> tuple[str, str] | None:
    """Return the provider's key and address of a layer; None where the source has it not."""
    spec, storage = layer.spec, catalogue.project.storage_crs
    if spec.external:
        external = spec.external
        joined = "&".join(f"layers={name}&styles=" for name in external.layers)
        extra = f"&tileMatrixSet={external.matrix_set}" if external.matrix_set else ""
        return "wms", (
            f"crs=EPSG:{external.crs}&format={external.format}&{joined}{extra}&url={external.url}"
        )
    if spec.point_cloud:
        return None  # QGIS before 3.26 reads no COPC from an address
    if source.kind == "file":
        return "ogr", f"./{source.root}|layername={layer.id}"
    if spec.raster:
        if not layer.offers("wms"):
            return None
        return "wms", (
            f"contextualWMSLegend=0&crs=EPSG:{storage}&dpiMode=7&format=image/png"
            f"&layers={layer.id}&styles=&url={source.root}/ows"
        )
    if source.kind == "services":
        if not layer.offers("features"):
            return None
        return "OAPIF", (
            f"restrictToRequestBBOX='1' srsname='OGC:CRS84' typename='{layer.id}' "
            f"url='{source.root}/ogc'"
        )
    if not layer.is_visible:
        return None
    shape = f" srid={storage} type={spec.geometry}" if spec.geometry else ""
    column = " (geom)" if spec.geometry else ""
    schema, name = layer.relation.split(".")
    relation = f'"{schema}".{name}'
    return "postgres", (
        f"service='{SERVICE_NAME}' key='id' estimatedmetadata=true{shape} "
        f"checkPrimaryKeyUnicity='0' table={relation}{column}{_subset(layer, catalogue, source)}"
    )


def _subset(layer: Layer, catalogue: Catalogue, source: Source) -> str:
    field = "act" if layer.id == FINDINGS else acts.belonging(catalogue).get(layer.id)
    if field is None or source.act is None:
        return ""
    quoted = source.act.identifier.replace("'", "''")
    return f" sql=\"{field}\" = '{quoted}'"


def _simple(geometry: str | None) -> str:
    if geometry is None:
        return "No geometry"
    bare = geometry.removeprefix("Multi")
    return {"Point": "Point", "LineString": "Line", "Polygon": "Polygon"}[bare]


def _srs(parent: etree._Element, code: int) -> None:
    system = etree.SubElement(parent, "spatialrefsys")
    for name, value in (
        ("wkt", crs.wkt(code)),
        ("srid", str(code)),
        ("authid", f"EPSG:{code}"),
        ("geographicflag", str(crs.is_geographic(code)).lower()),
    ):
        _text(system, name, value)


def _text(parent: etree._Element | None, tag: str, value: str) -> etree._Element:
    element = etree.Element(tag)
    element.text = value
    if parent is not None:
        parent.append(element)
    return element
