"""Every way in that tells rows and columns of a layer, each compared with what PostgreSQL shows.

A way is a function that yields what differs; nothing is good. It asks through `Asking`, which says
the way's name along, so that a leak can be seeded into one of them.
"""

from __future__ import annotations

import csv
import dataclasses
import io
import json
import re
from collections.abc import Callable, Collection, Iterator, Sequence
from typing import Any, cast

import httpx
import pyogrio
import shapely
from lxml import etree

from sip.catalogue import Layer
from tests.leaks.house import House, Truth

MOST = 100
"""Rows asked for where all would be many."""
WAY_HEADER = "x-test-way"
_WFS = "/ows?SERVICE=WFS&VERSION=2.0.0"
_SPACES = {
    "2.0.0": ("http://www.opengis.net/wfs/2.0", "typeNames", "http://www.opengis.net/fes/2.0"),
    "1.1.0": ("http://www.opengis.net/wfs", "typeName", "http://www.opengis.net/ogc"),
}


@dataclasses.dataclass(frozen=True)
class Asking:
    """Somebody who asks for a layer in one way, and what he may be shown."""

    doors: House
    role: str
    layer: Layer
    truth: Truth
    secrets: frozenset[str]
    way: str = ""

    @property
    def items(self) -> str:
        """The address of the layer's features."""
        return f"/ogc/collections/{self.layer.id}/items"

    @property
    def first(self) -> list[int]:
        """The rows of a first page."""
        return list(self.truth.ids[:MOST])

    def get(self, path: str, **parameters: Any) -> httpx.Response:
        """Ask."""
        headers = {WAY_HEADER: self.way}
        sent = {"params": parameters or None, "headers": headers}
        return cast("httpx.Response", self.doors.send("GET", self.role, path, **sent))

    def post(self, path: str, document: str) -> httpx.Response:
        """Ask with an XML document."""
        headers = {WAY_HEADER: self.way, "content-type": "text/xml"}
        sent = {"content": document, "headers": headers}
        return cast("httpx.Response", self.doors.send("POST", self.role, path, **sent))

    def rows(self, found: Sequence[int], wanted: Sequence[int]) -> Iterator[str]:
        """Compare rows, in their order."""
        if list(found) != list(wanted):
            different = sorted(set(found) ^ set(wanted)) or "their order"
            yield self._said(f"rows {different}"[:200])

    def columns(self, found: Collection[str]) -> Iterator[str]:
        """Compare columns, if there is a row to have them."""
        if set(found) != self.truth.columns:
            yield self._said(f"columns {sorted(set(found) ^ self.truth.columns)}")

    def no_more_columns(self, found: Collection[str]) -> Iterator[str]:
        """Look for columns that are not shown; some of those shown may be missing."""
        if extra := sorted(set(found) - self.truth.columns):
            yield self._said(f"columns {extra}")

    def no_more_rows(self, found: Collection[int]) -> Iterator[str]:
        """Look for rows that are not shown; some of those shown may be missing."""
        if extra := sorted(set(found) - set(self.truth.ids)):
            yield self._said(f"rows {extra}"[:200])

    def number(self, found: object, wanted: object) -> Iterator[str]:
        """Compare a count."""
        if found != wanted:
            yield self._said(f"counts {found} of {wanted}")

    def text(self, answer: httpx.Response) -> Iterator[str]:
        """Look for values that stand only in what is hidden."""
        yield from (self._said(f"says {one!r}") for one in self.secrets if one in answer.text)

    def features(self, answer: httpx.Response, wanted: Sequence[int]) -> Iterator[str]:
        """Compare a collection of GeoJSON: rows, columns, texts."""
        found = answer.json().get("features", [])
        yield from self.rows([_number(one["id"]) for one in found], wanted)
        if found:
            yield from self.columns(_all_of(one["properties"] for one in found))
        yield from self.text(answer)

    def _said(self, text: str) -> str:
        return f"{self.way} {self.layer.id} as {self.role or 'everybody'}: {text}"


def _number(name: object) -> int:
    return int(str(name).rpartition(".")[2])


def _all_of(rows: Iterator[dict[str, Any]]) -> set[str]:
    return set().union(*rows)


def listed(asking: Asking) -> Iterator[str]:
    """Items as GeoJSON, with their number."""
    answer = asking.get(asking.items, limit=MOST)
    yield from asking.features(answer, asking.first)
    yield from asking.number(answer.json().get("numberMatched"), len(asking.truth.ids))


def filtered(asking: Asking) -> Iterator[str]:
    """Items by a filter in both forms of CQL2, in an order, with the columns named."""
    names = ",".join(sorted(asking.truth.columns))
    tree = json.dumps({"op": ">", "args": [{"property": "id"}, 0]})
    as_text = {"filter": "id > 0"} | ({"properties": names} if names else {})
    for given in (as_text, {"filter": tree, "filter-lang": "cql2-json"}):
        last = list(asking.truth.ids[::-1][:20])
        asked = {**given, "sortby": "-id", "limit": 20}
        yield from asking.features(asking.get(asking.items, **asked), last)


def in_tables(asking: Asking) -> Iterator[str]:
    """Items as a page with a table, to which the portal links, and as CSV."""
    page = asking.get(asking.items, f="html", limit=20)
    found = re.findall(r'<th scope="row">.*?>(\d+)<', page.text)
    yield from asking.rows(list(map(int, found)), asking.truth.ids[:20])
    if found:
        heads = len(re.findall(r'<th scope="col">', page.text)) - 1
        yield from asking.number(heads, len(asking.truth.columns))
    yield from asking.text(page)
    yield from _in_lines(asking, asking.get(asking.items, f="csv", limit=MOST), asking.first)


def _in_lines(asking: Asking, answer: httpx.Response, wanted: Sequence[int]) -> Iterator[str]:
    rows = list(csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig"))))
    yield from asking.rows([int(row["id"]) for row in rows], wanted)
    if rows:
        yield from asking.columns({*rows[0]} - {"id", "geom", "WKT", "wkt"})
    yield from asking.text(answer)


def one_by_one(asking: Asking) -> Iterator[str]:
    """A single item, and the portal's own view of it."""
    for one in asking.first[:2]:
        for path in (f"{asking.items}/{one}", f"/api/feature/{asking.layer.id}/{one}"):
            answer = asking.get(path)
            body = answer.json()
            shown = body["features"][0] if "features" in body else body
            yield from asking.rows([shown["id"]], [one])
            yield from asking.columns(shown["properties"])
            yield from asking.text(answer)
    for one in asking.doors.hidden_ids(asking.layer, asking.truth)[:2]:
        for path in (f"{asking.items}/{one}", f"/api/feature/{asking.layer.id}/{one}"):
            yield from asking.number(asking.get(path).status_code, 404)


def as_flatgeobuf(asking: Asking) -> Iterator[str]:
    """Items as FlatGeobuf, geometries and all; plain tables too."""
    if asking.truth.ids:
        yield from _in_file(asking, asking.get(asking.items, f="fgb", limit=MOST), asking.first)


def _in_file(asking: Asking, answer: httpx.Response, wanted: Sequence[int]) -> Iterator[str]:
    """Compare a file that GDAL reads: rows in any order, and as many shapes as rows."""
    info, table = pyogrio.read_arrow(io.BytesIO(answer.content))
    shape = info["geometry_name"] or "wkb_geometry"
    yield from asking.rows(sorted(table["id"].to_pylist()), wanted)
    yield from asking.columns(set(table.column_names) - {"id", shape})
    if asking.layer.spec.geometry:
        shapes = [shapely.from_wkb(one) for one in table[shape].to_pylist() if one]
        yield from asking.number(len(shapes), len(wanted))
    yield from asking.text(answer)


def downloaded(asking: Asking) -> Iterator[str]:
    """The whole layer as files."""
    path = f"/download/{asking.layer.id}"
    yield from _in_lines(asking, asking.get(f"{path}.csv"), asking.truth.ids)
    if asking.truth.ids:
        yield from _in_file(asking, asking.get(f"{path}.fgb"), asking.truth.ids)


def by_wfs(asking: Asking) -> Iterator[str]:
    """GetFeature of WFS by address: GeoJSON, the number alone, and GML."""
    if asking.layer.spec.geometry is None:
        return
    address = f"{_WFS}&REQUEST=GetFeature&TYPENAMES={asking.layer.id}"
    answer = asking.get(f"{address}&OUTPUTFORMAT=application/json&COUNT={MOST}")
    yield from asking.features(answer, asking.first)
    hits = etree.fromstring(asking.get(f"{address}&RESULTTYPE=hits").content)
    yield from asking.number(hits.get("numberMatched"), str(len(asking.truth.ids)))


def by_wfs_documents(asking: Asking) -> Iterator[str]:
    """GetFeature of WFS by POST, in both versions: a filter, an order and property names."""
    if asking.layer.spec.geometry is None:
        return
    names = sorted(asking.truth.columns)
    for version, chosen in (("2.0.0", names), ("1.1.0", [])):
        answer = asking.post("/wfs", get_feature(asking.layer.id, version, chosen, names[0]))
        found = etree.fromstring(answer.content).findall(f".//{{*}}{asking.layer.id}")
        ids = [_number(next(iter(one.attrib.values()))) for one in found]
        yield from asking.rows(sorted(ids), asking.first)
        told = {etree.QName(one).localname for row in found for one in row}
        yield from asking.no_more_columns(told - {"geom", "boundedBy"})
        yield from asking.text(answer)


def get_feature(layer: str, version: str, names: Collection[str], known: str) -> str:
    """Return a document that asks for some columns of the rows where one is known or is not."""
    space, types, filters = _SPACES[version]
    is_new = version == "2.0.0"
    reference = "ValueReference" if is_new else "PropertyName"
    chosen = "".join(f"<w:PropertyName>{name}</w:PropertyName>" for name in names)
    is_null = f"<f:PropertyIsNull><f:{reference}>{known}</f:{reference}></f:PropertyIsNull>"
    return (
        f'<w:GetFeature xmlns:w="{space}" xmlns:f="{filters}" service="WFS" version="{version}"'
        f' {"count" if is_new else "maxFeatures"}="{MOST}"><w:Query {types}="sip:{layer}">{chosen}'
        f"<f:Filter><f:Or>{is_null}<f:Not>{is_null}</f:Not></f:Or></f:Filter>"
        "</w:Query></w:GetFeature>"
    )


def described(asking: Asking) -> Iterator[str]:
    """Queryables, schema, the portal's catalogue and the type of WFS: names, and how many rows."""
    path = f"/ogc/collections/{asking.layer.id}"
    for what in ("queryables", "schema"):
        names = asking.get(f"{path}/{what}").json()["properties"]
        yield from asking.columns(set(names) - {"id", "geom"})
    themes = asking.get("/api/catalogue").json()["themes"]
    told = [one for theme in themes for one in theme["layers"] if one["id"] == asking.layer.id]
    yield from asking.columns({one["name"] for one in told[0]["fields"]} if told else ())
    if asking.layer.spec.geometry:
        address = f"{_WFS}&REQUEST=DescribeFeatureType&TYPENAMES={asking.layer.id}"
        document = etree.fromstring(asking.get(address).content)
        names = {str(one.get("name")) for one in document.iterfind(".//{*}sequence/{*}element")}
        yield from asking.columns(names - {"id", "geom"})


def searched(asking: Asking) -> Iterator[str]:
    """The portal's search for what a hidden row and a row to see are called."""
    layer, hidden = asking.layer, asking.doors.hidden_ids(asking.layer, asking.truth)[:2]
    for field in layer.spec.search:
        rows = asking.doors.owned(
            f'SELECT id, "{field}"::text FROM "{layer.theme}"."{layer.id}" WHERE id = ANY (%s)',
            [*hidden, *asking.first[:1]],
        )
        for one, name in rows:
            answer = asking.get("/api/search", q=name or "", limit=20)
            found = [row for row in answer.json()["results"] if row.get("layer") == layer.id]
            yield from asking.no_more_rows([row["id"] for row in found])
            if one in hidden or field not in asking.truth.columns:
                yield from asking.number(one in [row["id"] for row in found], False)


def of_the_past(asking: Asking) -> Iterator[str]:
    """What was known a moment ago: the same rows, and no personal columns but of personal rows."""
    if not asking.layer.is_table:
        return
    fields = asking.layer.spec.fields
    columns = {name for name in asking.truth.columns if not fields[name].personal}
    then = dataclasses.replace(
        asking, truth=dataclasses.replace(asking.truth, columns=frozenset(columns))
    )
    instant = asking.doors.instant
    yield from then.features(asking.get(asking.items, asOf=instant, limit=MOST), then.first)
    lines = asking.get(f"/download/{asking.layer.id}.csv", asOf=instant)
    yield from _in_lines(then, lines, then.truth.ids)
    changed = asking.get(f"/ogc/collections/{asking.layer.id}/changes", **{"from": "2000-01-01"})
    yield from then.no_more_rows([_number(one["id"]) for one in changed.json()["features"]])
    yield from then.text(changed)


type Way = Callable[[Asking], Iterator[str]]
WAYS: tuple[Way, ...] = (
    listed, filtered, in_tables, one_by_one, as_flatgeobuf, downloaded, by_wfs, by_wfs_documents,
    described, searched, of_the_past,
)  # fmt: skip


def differences(
    doors: House, role: str, layer: Layer, truth: Truth, ways: Sequence[Way] = WAYS
) -> list[str]:
    """Ask in every way; return where it is not what PostgreSQL shows the role."""
    secrets = frozenset(doors.secrets(layer, truth))
    asking = Asking(doors, role, layer, truth, secrets)
    return [
        text for way in ways for text in way(dataclasses.replace(asking, way=way.__name__))
    ]  # fmt: skip
