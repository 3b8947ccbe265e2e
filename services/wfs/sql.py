"""Statements whose rows are the text of features, written by PostGIS: GML, GeoJSON, CSV.

Names come from the catalogue only; the values of a request are bound by `sip.query`.
"""

from __future__ import annotations

from collections.abc import Sequence

from services.wfs.model import GEOMETRY
from services.wfs.plan import ID_REFERENCE, Plan
from sip import crs
from sip.layer import Geometry
from sip.query import Arguments, Query, Sql, select

_LONG_NAME, _NO_DIMENSION, _PLAIN_LINES, _NORTHING_FIRST = 1, 2, 4, 16
_PARTS: dict[Geometry, tuple[str, str]] = {
    "MultiPoint": ("MultiPoint", "pointMember"),
    "MultiLineString": ("MultiCurve", "curveMember"),
    "MultiPolygon": ("MultiSurface", "surfaceMember"),
}
_FORBIDDEN = "".join(chr(code) for code in range(1, 32) if code not in (9, 10, 13))
_NO_CONTROLS = "translate({}, E'" + "".join(f"\\x{ord(one):02x}" for one in _FORBIDDEN) + "', '{}')"
_REPLACED = "\ufffd" * len(_FORBIDDEN)


def features(plan: Plan, declared: str = "") -> Sql:
    """Return the statement that yields one text per feature, in the plan's format.

    Args:
        plan: What is to be answered.
        declared: Namespace declarations that a GML feature needs which stands alone.
    """
    query = plan.query
    if plan.value is not None:
        return _over_page(query, _value(plan))
    if plan.format == "geojson":
        return _over_page(query, select.feature_text(query))
    if plan.format == "csv":
        return _over_page(query, _csv_row(query))
    return _over_page(query, _feature_gml(plan, declared))


def _over_page(query: Query, expression: str) -> Sql:
    arguments = Arguments()
    page = select.page(query, query.limit, arguments)
    return Sql(f"SELECT {expression} FROM ({page}) t", tuple(arguments.values))


def _feature_gml(plan: Plan, declared: str) -> str:
    """Return the expression that makes a feature's GML from a row `t`."""
    query, name, prefix = plan.query, plan.name, plan.name.prefix
    parts = [f"'<{name}{declared} gml:id=\"{name.local}.' || t.id || '\">'"]
    if names := select.answered(query):
        parts.append(f"coalesce({_elements(query, prefix, names)}, '')")
    if query.geometry and query.layer.spec.geometry:
        parts.append(f"coalesce({_geometry(query, prefix, query.layer.spec.geometry)}, '')")
    return " || ".join([*parts, f"'</{name}>'"])


def _elements(query: Query, prefix: str, names: Sequence[str]) -> str:
    listed = ", ".join(f'{_plain(query, name)} AS "{prefix}:{name}"' for name in names)
    return f"xmlforest({listed})::text"


def _plain(query: Query, name: str) -> str:
    """Return a column; of texts the characters that XML cannot hold are replaced."""
    column = f't."{name}"'
    if query.layer.visible_fields[name].type != "text":
        return column
    return _NO_CONTROLS.format(column, _REPLACED)


def _geometry(query: Query, prefix: str, kind: Geometry) -> str:
    """Return the property with the geometry; every geometry in it has an id of its own."""
    name = f"{prefix}:{GEOMETRY}"
    id_ = f"'{query.layer.id}.' || t.id || '.{GEOMETRY}'"
    shape = select.projected(query)
    if kind in _PARTS:
        made = _collection(query, kind, shape, id_)
    else:
        made = _as_gml(query, "p.g", id_)
        made = f"(SELECT {made} FROM (SELECT {shape} AS g) p WHERE NOT ST_IsEmpty(g))"
    return f"'<{name}>' || {made} || '</{name}>'"


def _collection(query: Query, kind: Geometry, shape: str, id_: str) -> str:
    outer, member = _PARTS[kind]
    part = _as_gml(query, "ST_SetSRID(d.geom, 0)", f"{id_} || '.' || d.path[1]")
    head = f"'<gml:{outer} gml:id=\"' || {id_} || '\" srsName=\"{crs.urn(query.crs)}\">'"
    members = f"string_agg('<gml:{member}>' || {part} || '</gml:{member}>', '' ORDER BY d.path)"
    return f"(SELECT {head} || {members} || '</gml:{outer}>' FROM ST_Dump({shape}) d)"


def _as_gml(query: Query, shape: str, id_: str) -> str:
    options = _LONG_NAME | _NO_DIMENSION | _PLAIN_LINES
    if crs.northing_first(query.crs):
        options |= _NORTHING_FIRST
    digits = select.DEGREE_DIGITS if crs.is_geographic(query.crs) else select.METRE_DIGITS
    return f"ST_AsGML(3, {shape}, {digits}, {options}, 'gml', {id_})"


def _value(plan: Plan) -> str:
    query, name = plan.query, plan.value
    if name == ID_REFERENCE:
        return f"'{plan.name.local}.' || t.id"
    if name == GEOMETRY and query.layer.spec.geometry:
        return _geometry(query, plan.name.prefix, query.layer.spec.geometry)
    return _elements(query, plan.name.prefix, [str(name)])


def csv_header(query: Query) -> str:
    """Return the first line of a CSV answer."""
    names = ["id", *select.answered(query)]
    if query.geometry and query.layer.spec.geometry:
        names.append(f"{GEOMETRY}_wkt")
    return ",".join(names)


def _csv_row(query: Query) -> str:
    cells = ["t.id::text", *(_csv_cell(f't."{name}"') for name in select.answered(query))]
    if query.geometry and query.layer.spec.geometry:
        digits = select.DEGREE_DIGITS if crs.is_geographic(query.crs) else select.METRE_DIGITS
        shape = select.projected(query)
        if crs.northing_first(query.crs):
            shape = f"ST_FlipCoordinates({shape})"
        cells.append(f"coalesce('\"' || ST_AsText({shape}, {digits}) || '\"', '')")
    return " || ',' || ".join(cells)


def _csv_cell(column: str) -> str:
    return f"coalesce('\"' || replace({column}::text, '\"', '\"\"') || '\"', '')"
