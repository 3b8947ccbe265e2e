"""Statements over the public view of a layer: pages, single rows, counts, conditions."""

from __future__ import annotations

from collections.abc import Sequence

from sip import crs
from sip.catalogue import Layer
from sip.query import shapes, times
from sip.query.cursor import bad_cursor
from sip.query.expression import Compiler
from sip.query.model import Query, Scalar, SortKey, Sql
from sip.query.terms import PG_TYPE, Arguments, column, fields, quoted, unknown

DEGREE_DIGITS = 8
METRE_DIGITS = 4
"""Decimals of coordinates: about a millimetre in both."""
MOST_COUNTED = 10_000
"""Rows up to which those that match are counted along with a page."""
_SNAPSHOT = "(SELECT pg_current_snapshot()::text) AS snapshot"
"""What a statement could see; equal snapshots see equal rows."""


def features(query: Query) -> Sql:
    """Return the statement of one page: a row per feature, `feature` as GeoJSON text.

    It yields one row more than the page where there is a next page, and behind `feature` the
    sort keys `k0`, `k1`... and `id` that a keyset cursor is made of, and the `snapshot`.
    """
    arguments = Arguments()
    own = page(query, query.limit + 1, arguments)
    return Sql(f"SELECT {_described(query)} FROM ({own}) t", tuple(arguments.values))


def single(query: Query) -> Sql:
    """Return the statement of one feature by its id: `feature` as GeoJSON text, and `version`."""
    arguments = Arguments()
    own = page(query, 1, arguments)
    version = "t.row_version" if query.layer.is_table else "NULL"
    text = f"SELECT {feature_text(query)} AS feature, {version} AS version FROM ({own}) t"
    return Sql(text, tuple(arguments.values))


def counted_features(query: Query) -> Sql:
    """Return the statement of one page and, in the same pass, of the number of all that match.

    Rows are as of `features`, with `matched` besides. Where `matched` is over MOST_COUNTED no more
    were looked at: the rows are not the right page, and `features` must be asked instead.
    """
    arguments = Arguments()
    where = _where(query, arguments)
    most = arguments.add(MOST_COUNTED + 1, "bigint")
    hits = f"SELECT * FROM {query.layer.relation}{where} LIMIT {most}"
    after = f" WHERE {_after(query, query.after, arguments)}" if query.after is not None else ""
    own = f"SELECT * FROM hits{after}{_sliced(query, query.limit + 1, arguments)}"
    text = (
        f"WITH hits AS MATERIALIZED ({hits}) "
        f"SELECT {_described(query)}, (SELECT count(*) FROM hits) AS matched FROM ({own}) t"
    )
    return Sql(text, tuple(arguments.values))


def _described(query: Query) -> str:
    keys = "".join(f", t.{quoted(key.name)} AS k{at}" for at, key in enumerate(query.sort))
    return f"{feature_text(query)} AS feature{keys}, t.id, {_SNAPSHOT}"


def rows(query: Query) -> Sql:
    """Return the statement of one page as columns: `id`, the fields, and `geom` as WKB (x, y)."""
    arguments = Arguments()
    own = page(query, query.limit, arguments)
    names = [quoted(name) for name in ("id", *answered(query))]
    if query.geometry and query.layer.spec.geometry:
        names.append(f"ST_AsBinary({projected(query)}) AS geom")
    return Sql(f"SELECT {', '.join(names)} FROM ({own}) t", tuple(arguments.values))


def count(query: Query) -> Sql:
    """Return the statement that counts all that match, whatever the page."""
    arguments = Arguments()
    text = f"SELECT count(*) FROM {query.layer.relation}{_where(query, arguments)}"
    return Sql(text, tuple(arguments.values))


def extent(query: Query) -> Sql:
    """Return the statement for the rectangle around all that match, in the storage CRS."""
    arguments = Arguments()
    text = f"SELECT ST_Extent(geom)::geometry FROM {query.layer.relation}{_where(query, arguments)}"
    return Sql(text, tuple(arguments.values))


def condition(query: Query, arguments: Arguments | None = None) -> Sql:
    """Return what rows must meet (filter, box, time, ids), to stand behind WHERE.

    With `arguments` its values follow those that a caller's statement has bound already.
    """
    arguments = arguments or Arguments()
    parts = []
    if query.ids is not None:
        if len(query.ids) == 1:
            parts.append(f"id = {arguments.add(query.ids[0], 'bigint')}")
        else:
            parts.append(f"id = ANY({arguments.add(list(query.ids), 'bigint[]')})")
    if query.bbox is not None and query.layer.spec.geometry:
        shape = shapes.from_box(query.bbox, storage=query.storage_crs)
        if shape is not None:
            box = arguments.add(shapes.wkb_hex(shape, query.storage_crs), "geometry")
            bare = " OR geom IS NULL" if query.layer.may_lack_geometry else ""
            parts.append(f"(ST_Intersects(geom, {box}){bare})")
    if query.time is not None:
        in_force = times.in_force(query.layer, query.time, arguments)
        parts += [in_force] if in_force else []
    if query.filter is not None:
        compiler = Compiler(
            query.layer,
            arguments,
            storage_crs=query.storage_crs,
            filter_crs=query.filter_crs,
            max_depth=query.max_depth,
        )
        parts.append(compiler.condition(query.filter))
    return Sql(" AND ".join(parts) or "TRUE", tuple(arguments.values))


def answered(query: Query) -> list[str]:
    """Return the fields of the answer in the layer's order.

    Raises:
        UnknownName: One that was asked for is none of the layer's.
    """
    known = list(query.layer.visible_fields)
    if query.properties is None:
        return known
    for name in query.properties:
        if name not in known and name != "id":
            raise unknown(query.layer, name)
    return [name for name in known if name in query.properties]


def feature_text(query: Query) -> str:
    """Return the expression that makes a feature's GeoJSON from a row `t`."""
    names = answered(query)
    properties = "'{}'"
    if names:
        listed = ", ".join(f"t.{quoted(name)}" for name in names)
        properties = f"(SELECT row_to_json(p)::text FROM (SELECT {listed}) p)"
    return (
        '\'{"type":"Feature","id":\' || t.id || \',"geometry":\' || '
        f"{_geometry_json(query)} || ',\"properties\":' || {properties} || '}}'"
    )


def _geometry_json(query: Query) -> str:
    if not query.geometry or not query.layer.spec.geometry:
        return "'null'"
    digits = DEGREE_DIGITS if crs.is_geographic(query.crs) else METRE_DIGITS
    shape = projected(query)
    if "Polygon" in query.layer.spec.geometry:
        shape = f"ST_ForcePolygonCCW({shape})"
    if crs.northing_first(query.crs):
        shape = f"ST_FlipCoordinates({shape})"
    return f"coalesce(ST_AsGeoJSON({shape}, {digits}, 0), 'null')"


def projected(query: Query) -> str:
    """Return the geometry of a row `t` in the CRS of the answer, x, y."""
    target = crs.epsg(query.crs)
    if target == query.storage_crs:
        return "t.geom"
    return f"ST_Transform(t.geom, {target})"


def page(query: Query, limit: int, arguments: Arguments) -> str:
    """Return the statement of a page's rows; what is made of a row is made outside of it."""
    where = _where(query, arguments)
    if query.after is not None:
        after = _after(query, query.after, arguments)
        where += f"{' AND' if where else ' WHERE'} {after}"
    own = f"SELECT * FROM {query.layer.relation}{where}"
    return own + _sliced(query, limit, arguments)


def _sliced(query: Query, limit: int, arguments: Arguments) -> str:
    keys = [
        f"{quoted(_sortable(query.layer, key))}{' DESC' if key.descending else ''}"
        for key in query.sort
    ]
    text = f" ORDER BY {', '.join([*keys, 'id'])} LIMIT {arguments.add(limit, 'bigint')}"
    if query.offset:
        text += f" OFFSET {arguments.add(query.offset, 'bigint')}"
    return text


def _where(query: Query, arguments: Arguments) -> str:
    text = condition(query, arguments).text
    return "" if text == "TRUE" else f" WHERE {text}"


def _sortable(layer: Layer, key: SortKey) -> str:
    if key.name not in fields(layer):
        raise unknown(layer, key.name)
    return key.name


def _after(query: Query, cursor: Sequence[Scalar], arguments: Arguments) -> str:
    """Return the condition that a row comes after the cursor, in PostgreSQL's order.

    Empty values come last, and first where the order is descending.
    """
    keys = [*query.sort, SortKey("id")]
    if len(cursor) != len(keys):
        raise bad_cursor()
    text = ""
    for key, value in reversed(list(zip(keys, cursor, strict=True))):
        beyond, same = _beyond(query.layer, key, value, arguments)
        text = f"({beyond} OR ({same} AND {text}))" if text else beyond
    return text


def _beyond(layer: Layer, key: SortKey, value: Scalar, arguments: Arguments) -> tuple[str, str]:
    """Return the conditions that a key is beyond the cursor's, and that it is the same."""
    own = column(layer, key.name)
    if value is None:
        beyond = f"{own.sql} IS NOT NULL" if key.descending else "FALSE"
        return beyond, f"{own.sql} IS NULL"
    bound = arguments.add(value, PG_TYPE[own.kind])
    sign = "<" if key.descending else ">"
    beyond = f"{own.sql} {sign} {bound}"
    if not key.descending and key.name != "id":
        beyond = f"({beyond} OR {own.sql} IS NULL)"
    return beyond, f"{own.sql} = {bound}"
