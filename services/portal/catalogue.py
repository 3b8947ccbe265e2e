"""The catalogue as the portal sees it: the only thing that it knows layers from."""

from __future__ import annotations

from typing import Any

from sip import raster
from sip.catalogue import Catalogue, Layer, Theme
from sip.crs import CRS84_CODE, northing_first
from sip.layer import Field
from sip.qgis import act
from sip.service import Context, LayerState
from sip.styling import legend
from sip.styling.maplibre import zoom_of
from sip.text import Language

type Json = dict[str, Any]

DOWNLOADS = {"gpkg": "GeoPackage", "csv": "CSV"}
"""Titles of the files that every layer with rows is offered as, by ending."""
DOWNLOADS_OF_GEOMETRY = {"geojson": "GeoJSON", "fgb": "FlatGeobuf", "dxf": "DXF"}
"""Those that only a layer with a geometry can be."""


def describe(context: Context, language: Language) -> Json:
    """Describe the project, its themes and every public layer in one language."""
    project = context.catalogue.project
    box = project.extent
    return {
        "language": language,
        "languages": list(project.languages),
        "title": project.title[language],
        "abstract": project.abstract[language],
        "synthetic": project.synthetic,
        "contact": {
            "organisation": project.contact.organisation[language],
            "email": project.contact.email,
            "url": project.contact.url,
        },
        "extent": [box.west, box.south, box.east, box.north],
        "storage_crs": project.storage_crs,
        "north_first": northing_first(project.storage_crs),
        "offered_crs": list(project.offered_crs),
        "base_maps": [name for name in project.base_maps if _is_seen(context.catalogue, name)],
        "report": _report(context.catalogue),
        "themes": [_theme(context, theme, language) for theme in context.catalogue.themes],
    }


def _report(catalogue: Catalogue) -> Json | None:
    """Return which layer has reports, and which of its fields names a row in their addresses."""
    spec = catalogue.report
    return {"layer": spec.layer, "key": spec.key} if spec else None


def _is_seen(catalogue: Catalogue, name: str) -> bool:
    return catalogue.layer(name).is_visible


def _theme(context: Context, theme: Theme, language: Language) -> Json:
    return {
        "id": theme.id,
        "title": theme.spec.title[language],
        "abstract": theme.spec.abstract[language],
        "layers": [
            _layer(context, layer, language)
            for layer in theme.layers
            if layer.is_visible and (layer.services or layer.spec.external)
        ],
    }


def _layer(context: Context, layer: Layer, language: Language) -> Json:
    state = context.states.get(layer.id)
    metadata = layer.metadata
    contact = metadata.contact or context.catalogue.project.contact
    return {
        "id": layer.id,
        "title": layer.spec.title[language],
        "abstract": layer.spec.abstract[language],
        "kind": _kind(layer),
        "geometry": layer.spec.geometry,
        "zoom": [layer.spec.zoom.min, layer.spec.zoom.max],
        "drawn_from": _drawn_from(layer),
        "visible": layer.spec.visible,
        "search": list(layer.spec.search),
        "name_field": layer.spec.name_field,
        "fields": [
            _field(context.catalogue, name, field, language)
            for name, field in layer.visible_fields.items()
        ],
        "legend": _legend(context.catalogue, layer, language),
        "services": list(layer.services),
        "changes": sorted(layer.changes),
        "years": _years(layer),
        "history": _has_history(layer),
        "time": _time(layer, state),
        "external": _external(layer, language),
        "rows": state.rows if state else None,
        "extent": _extent(context, layer),
        "changed": state.changed.isoformat() if state else None,
        "date": metadata.date.isoformat() if metadata.date else None,
        "metadata": {
            "lineage": metadata.lineage[language] if metadata.lineage else None,
            "owner": contact.organisation[language],
            "email": contact.email,
            "licence": metadata.licence or context.catalogue.project.licence,
            "update_rhythm": metadata.update_rhythm,
            "keywords": [keyword[language] for keyword in metadata.keywords],
            "source": metadata.source.citation if metadata.source else None,
        },
        "links": _links(context, layer, language) | _work(context.catalogue, layer, language),
    }


def _has_history(layer: Layer) -> bool:
    return layer.is_table and layer.offers("features")


def _time(layer: Layer, state: LayerState | None) -> list[str | None] | None:
    """Return from when to when rows were in force; None where no time is kept."""
    if layer.time is None:
        return None
    return [end.isoformat() if end else None for end in (state.time if state else (None, None))]


def _kind(layer: Layer) -> str:
    if layer.spec.external:
        return "external"
    if layer.spec.raster:
        return "raster"
    if layer.spec.point_cloud:
        return "points"
    return "vector" if layer.spec.geometry else "table"


def _field(catalogue: Catalogue, name: str, field: Field, language: Language) -> Json:
    codes = catalogue.codes_of(field)
    about = field.symbols
    symbols = about and {
        "class_field": about.class_field,
        "codes": {c.code: c.title[language] for c in catalogue.code_lists[about.codes].values},
    }
    return {
        "name": name,
        "type": field.type,
        "title": field.title[language],
        "description": field.description[language] if field.description else None,
        "unit": field.unit,
        "codes": {one.code: one.title[language] for one in codes.values} if codes else None,
        "symbols": symbols,
    }


def _legend(catalogue: Catalogue, layer: Layer, language: Language) -> list[Json]:
    if layer.style is None:
        return []
    return [
        {
            "title": entry.title[language],
            "symbol": entry.symbol.model_dump(exclude_none=True, exclude_unset=True),
        }
        for entry in legend.of(catalogue, layer).entries
    ]


def _years(layer: Layer) -> list[int]:
    if layer.spec.raster is None:
        return []
    years = {file.year for file in layer.spec.raster.files if file.year is not None}
    return sorted(years, reverse=True)


def _external(layer: Layer, language: Language) -> Json | None:
    external = layer.spec.external
    if external is None:
        return None
    return {
        "type": external.type,
        "url": external.url,
        "layers": list(external.layers),
        "format": external.format,
        "attribution": external.attribution[language],
    }


def _drawn_from(layer: Layer) -> float:
    """Return the first zoom at which its style draws it: a scale may come later than its tiles."""
    limit = layer.style.max_denominator if layer.style else None
    return max(float(layer.spec.zoom.min), zoom_of(limit) if limit else 0.0)


def _extent(now: Context, layer: Layer) -> list[float] | None:
    """Return the degrees that its rows or its pictures cover, where that is known."""
    state = now.states.get(layer.id)
    if state is not None and state.extent is not None:
        boxes = [state.extent.transformed(now.catalogue.project.storage_crs, CRS84_CODE)]
    else:
        files = layer.spec.raster.files if layer.spec.raster else ()
        paths = [now.settings.data / one.file for one in files]
        boxes = [raster.extent(path) for path in paths if path.is_file()]
    if not boxes:
        return None
    edges = (
        min(box.west for box in boxes), min(box.south for box in boxes),
        max(box.east for box in boxes), max(box.north for box in boxes),
    )  # fmt: skip
    return [round(edge, 6) for edge in edges]


def _links(context: Context, layer: Layer, language: Language) -> Json:
    collection = f"/ogc/collections/{layer.id}"
    links: Json = {}
    if layer.offers("tiles"):
        links["tiles"] = f"/tiles/{layer.id}/{{z}}/{{x}}/{{y}}.mvt"
        links["style"] = f"/styles/{layer.id}.json"
    if layer.offers("features"):
        links["items"] = f"{collection}/items"
        links["table"] = f"{collection}/items?f=html&lang={language}"
        if layer.spec.attachments:
            links["attachments"] = f"{collection}/items/{{id}}/attachments"
    if _has_history(layer):
        links["changes"] = f"{collection}/changes"
    if layer.offers("points"):
        links["points"] = f"/points/{layer.id}.copc.laz"
        links["scene"] = f"/3d/{layer.id}?lang={language}"
        links["downloads"] = [{"title": "COPC", "href": links["points"]}]
    elif layer.services:
        links["collection"] = f"{collection}?f=html&lang={language}"
    if layer.services:
        links["metadata"] = f"/ogc/collections/metadata/items/{layer.id}?f=html&lang={language}"
    is_of_files = layer.offers("points") or (layer.spec.raster and layer.offers("download"))
    if is_of_files and (context.settings.records / layer.id).is_dir():
        links["files"] = f"/stac/{layer.id}"
    if layer.offers("wms"):
        links["wms"] = "/ows"
    if layer.offers("download") and layer.is_vector:
        offered = {**DOWNLOADS, **(DOWNLOADS_OF_GEOMETRY if layer.spec.geometry else {})}
        links["downloads"] = [
            {"title": title, "href": f"/download/{layer.id}.{ending}"}
            for ending, title in offered.items()
        ]
    return links


def _work(catalogue: Catalogue, layer: Layer, language: Language) -> Json:
    """Return where the QGIS project of one act is, for those who may draw its areas."""
    known = act.register(catalogue)
    may_draw = any(one.is_editable for one in act.areas(catalogue))
    if known is None or known[0].id != layer.id or not may_draw:
        return {}
    return {"work": f"/qgis/sip.qgz?act={{{known[1]}}}&lang={language}"}
