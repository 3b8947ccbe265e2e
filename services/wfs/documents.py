"""The documents that describe the service: capabilities, schemas, stored queries."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from services.wfs import stored
from services.wfs.model import (
    DIALECTS,
    GEOMETRY,
    NAMESPACE,
    PREFIX,
    VERSIONS,
    Dialect,
    TypeName,
    formats,
    names,
    nesting,
    offered_crs,
    types,
)
from sip import crs, xml
from sip.catalogue import Layer
from sip.crs import CRS84_CODE, Extent
from sip.filter_encoding import COMPARISON_OPERATORS, SPATIAL_OPERATORS
from sip.links import Links
from sip.ows_common import LANGUAGES
from sip.planning.schema import made
from sip.service import Context
from sip.text import Text

_TEMPLATES = xml.templates(Path(__file__).parent / "templates")
_TEMPLATES.globals |= {"prefix": PREFIX, "namespace": NAMESPACE, "geometry": GEOMETRY}
_OPERANDS = {
    "2.0.0": ("Envelope", "Point", "MultiPoint", "LineString", "MultiCurve", "Polygon",
              "MultiSurface"),
    "1.1.0": ("Envelope", "Point", "LineString", "Polygon"),
}  # fmt: skip
_YES = (
    "ImplementsBasicWFS", "KVPEncoding", "XMLEncoding", "ImplementsResultPaging",
    "PagingIsTransactionSafe",
)  # fmt: skip
_NO = (
    "ImplementsTransactionalWFS", "ImplementsLockingWFS", "SOAPEncoding", "ImplementsInheritance",
    "ImplementsRemoteResolve", "ImplementsStandardJoins", "ImplementsSpatialJoins",
    "ImplementsTemporalJoins", "ImplementsFeatureVersioning", "ManageStoredQueries",
)  # fmt: skip
_FILTER_YES = (
    "ImplementsQuery", "ImplementsAdHocQuery", "ImplementsResourceId",
    "ImplementsMinStandardFilter", "ImplementsStandardFilter", "ImplementsMinSpatialFilter",
    "ImplementsSpatialFilter", "ImplementsSorting", "ImplementsMinimumXPath",
)  # fmt: skip
_FILTER_NO = (
    "ImplementsFunctions", "ImplementsMinTemporalFilter", "ImplementsTemporalFilter",
    "ImplementsVersionNav", "ImplementsExtendedOperators", "ImplementsSchemaElementFunc",
)  # fmt: skip
_SIMPLE = {
    "text": "xs:string",
    "integer": "xs:long",
    "number": "xs:double",
    "boolean": "xs:boolean",
    "date": "xs:date",
    "timestamp": "xs:dateTime",
}
_PROPERTY = {
    "Point": "PointPropertyType",
    "MultiPoint": "MultiPointPropertyType",
    "LineString": "CurvePropertyType",
    "MultiLineString": "MultiCurvePropertyType",
    "Polygon": "SurfacePropertyType",
    "MultiPolygon": "MultiSurfacePropertyType",
}


@dataclasses.dataclass(frozen=True)
class _Type:
    id: str
    name: TypeName
    title: Text
    abstract: Text
    keywords: tuple[Text, ...]
    extent: Extent
    record: str


def capabilities(now: Context, dialect: Dialect, *, base: str, language: str) -> str:
    """Write the capabilities of a version in a language (`pl` or `en`)."""
    project = now.catalogue.project
    count = str(now.settings.limits.items)
    constraints = dict.fromkeys(_YES, "TRUE") | dict.fromkeys(_NO, "FALSE")
    links = Links(base)
    shorts = {short: code for code, short in LANGUAGES.items()}
    return _TEMPLATES.get_template(f"capabilities-{dialect.version}.xml").render(
        sequence=now.catalogue.digest,
        project=project,
        language=language,
        languages=[{"short": one, "code": shorts[one]} for one in project.languages],
        response_language=shorts[language],
        themes=[one for one in now.catalogue.themes if any(x.offers("wfs") for x in one.layers)],
        base=base,
        url=links.wfs,
        operations=_operations(dialect),
        service_constraints=constraints,
        count_default=count,
        filter_constraints=dict.fromkeys(_FILTER_YES, "TRUE") | dict.fromkeys(_FILTER_NO, "FALSE"),
        comparisons=COMPARISON_OPERATORS,
        spatial=SPATIAL_OPERATORS,
        operands=_OPERANDS[dialect.version],
        crs=[crs.urn(code) for code in offered_crs(now)],
        formats=tuple(formats(dialect)),
        types=[_type(now, layer, name, links) for layer in types(now) for name in names(layer)],
        more_spaces=dict(sorted(_spaces(now).items())),
        service_record=links.record_xml("service_wfs"),
    )


def _operations(dialect: Dialect) -> dict[str, dict[str, tuple[str, ...]]]:
    output = tuple(formats(dialect))
    gml = tuple(name for name, kind in formats(dialect).items() if kind == "gml")
    results = {"outputFormat": output, "resultType": ("results", "hits")}
    common: dict[str, dict[str, tuple[str, ...]]] = {
        "GetCapabilities": {"AcceptVersions": VERSIONS, "AcceptFormats": ("text/xml",)},
        "DescribeFeatureType": {"outputFormat": gml},
        "GetFeature": results,
    }
    if dialect.version == "1.1.0":
        return common
    return common | {"GetPropertyValue": results | {"outputFormat": gml},
                     "ListStoredQueries": {}, "DescribeStoredQueries": {}}  # fmt: skip


def _spaces(now: Context) -> dict[str, str]:
    """Return the namespaces beside our own, by prefix."""
    found = [name for layer in types(now) for name in names(layer)]
    return {one.prefix: one.namespace for one in found if one.prefix != PREFIX}


def _type(now: Context, layer: Layer, name: TypeName, links: Links) -> _Type:
    return _Type(
        layer.id,
        name,
        layer.spec.title,
        layer.spec.abstract,
        layer.metadata.keywords,
        extent_84(now, layer),
        links.record_xml(layer.id),
    )


def extent_84(now: Context, layer: Layer) -> Extent:
    """Return where the rows of a layer lie, in degrees; the project's extent if unknown."""
    project = now.catalogue.project
    state = now.states.get(layer.id)
    if state is None or state.extent is None:
        box = project.extent
        return Extent(box.west, box.south, box.east, box.north)
    return state.extent.transformed(project.storage_crs, CRS84_CODE)


def schema(
    now: Context, dialect: Dialect, wanted: Sequence[tuple[Layer, TypeName]], url: str
) -> str:
    """Write the application schema of feature types: of one namespace, which imports the others."""
    by_space: dict[str, list[tuple[Layer, TypeName]]] = {}
    for layer, name in wanted:
        by_space.setdefault(name.namespace, []).append((layer, name))
    own, *others = by_space.values()
    if (version := nesting(own[0][1], dialect)) is not None and not others:
        return made(version, [name.local for _, name in own])
    key = "typenames" if dialect.version == "2.0.0" else "typename"
    asked = {"service": "WFS", "version": dialect.version, "request": "DescribeFeatureType"}
    imports = {
        members[0][1].namespace: f"{url}?"
        + urlencode(asked | {key: ",".join(str(name) for _, name in members)})
        for members in others
    }
    return _TEMPLATES.get_template("schema.xml").render(
        sequence=now.catalogue.digest,
        dialect=dialect,
        types=own,
        space=own[0][1],
        imports=imports,
        feature="AbstractFeature" if dialect is DIALECTS["2.0.0"] else "_Feature",
        simple=_SIMPLE,
        property=_PROPERTY,
    )


def stored_queries(now: Context, queries: list[stored.StoredQuery], *, described: bool) -> str:
    """Write the list of stored queries, or their descriptions."""
    values: dict[str, Any] = {"queries": queries, "described": described}
    returned = " ".join(f"{PREFIX}:{layer.id}" for layer in types(now))
    return _TEMPLATES.get_template("stored-queries.xml").render(types=returned, **values)
