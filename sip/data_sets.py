"""Metadata records of the data sets that a register is made of, beside its own record.

They are made of the rows that the reader may see, so that a data set appears with its first act
and nobody is told of one by its record alone.
"""

from __future__ import annotations

import dataclasses
import datetime
import re
from collections.abc import Mapping
from typing import Any
from urllib.parse import urlencode

from sip import metadata
from sip.catalogue import Catalogue, Layer
from sip.crs import CRS84_CODE, Extent
from sip.links import Links
from sip.metadata import Online, Record
from sip.provenance import DataSets
from sip.query.terms import quoted
from sip.service import Context
from sip.text import Text

_UNSAFE = re.compile(r"[^A-Za-z0-9.-]")


async def records(now: Context, links: Links) -> tuple[Record, ...]:
    """Make all records: of layers, each followed by its data sets, and of services."""
    made: list[Record] = []
    for one in metadata.records(now, links):
        made.append(one)
        layer = now.catalogue.layers.get(one.id)
        if layer is not None and layer.spec.data_sets is not None:
            made += await _of_layer(now, layer, layer.spec.data_sets, one, links)
    return tuple(made)


def record_id(layer: Layer, properties: Mapping[str, Any]) -> str | None:
    """Return the id of the record of the data set that a row belongs to; None where there is none.

    Args:
        layer: The register.
        properties: The row's fields, or some of them.
    """
    sets = layer.spec.data_sets
    value = properties.get(sets.by) if sets else None
    return f"{layer.id}.{_UNSAFE.sub('_', str(value))}" if value else None


async def _of_layer(
    now: Context, layer: Layer, sets: DataSets, whole: Record, links: Links
) -> list[Record]:
    found = await now.pool.fetch(_statement(now.catalogue, layer, sets))
    return [_record(now.catalogue, layer, sets, whole, dict(row), links) for row in found]


def _statement(catalogue: Catalogue, layer: Layer, sets: DataSets) -> str:
    """Return the statement that yields a row for every data set; all names are the catalogue's."""
    changed, places = quoted(sets.changed), catalogue.layer(sets.places)
    start, end = (quoted(layer.time.start), layer.time.end) if layer.time else ("NULL::date", None)
    last = f"max({quoted(end)})" if end else "NULL"
    of_end = f"CASE WHEN count(*) = count({quoted(end)}) THEN {last} END" if end else "NULL::date"
    sides = ", ".join(f"ST_{side}(ST_Extent(geom))" for side in ("XMin", "YMin", "XMax", "YMax"))
    name = "NULL"
    if places.is_visible and places.spec.name_field:
        name = (
            f"(SELECT {quoted(places.spec.name_field)} FROM {places.relation} p"
            f" WHERE starts_with(p.{quoted(sets.place_code)}, s.place)"
            " ORDER BY p.id DESC LIMIT 1)"
        )
    return (
        f"SELECT s.*, {name} AS place_name FROM (SELECT {quoted(sets.by)} AS name,"
        f" count(*) AS rows, min({changed})::date AS created, max({changed})::date AS changed,"
        f" min({start})::date AS first, ({of_end})::date AS last, ARRAY[{sides}] AS box,"
        f" substring({quoted(sets.by)} FROM '/([0-9]+)-') AS place"
        f" FROM {layer.relation} GROUP BY 1 ORDER BY 1) s"
    )


def _record(
    catalogue: Catalogue, layer: Layer, sets: DataSets, whole: Record, row: dict[str, Any],
    links: Links,
) -> Record:  # fmt: skip
    name = str(row["name"])
    title = _title(catalogue, layer, sets, row)
    rows = Text(
        pl=f"Zbiór {name}; obiektów: {row['rows']}.", en=f"Data set {name}; objects: {row['rows']}."
    )
    wanted = urlencode({"filter": f"{sets.by}='{name.replace(chr(39), chr(39) * 2)}'"})
    id_ = record_id(layer, {sets.by: name}) or ""
    changed: datetime.date = row["changed"]
    extent = whole.extent
    if row["box"][0] is not None:
        extent = Extent(*row["box"]).transformed(catalogue.project.storage_crs, CRS84_CODE)
    return dataclasses.replace(
        whole,
        id=id_,
        uuid=metadata.uuid_of(catalogue, id_),
        parent=whole.uuid,
        title=title,
        abstract=Text(pl=f"{whole.abstract.pl} {rows.pl}", en=f"{whole.abstract.en} {rows.en}"),
        extent=extent,
        created=row["created"],
        date=changed,
        stamp=max(changed, whole.stamp),
        time=(row["first"], row["last"]),
        identifier=f"{whole.identifier}/{name}" if whole.identifier else name,
        code=f"{links.collection(layer.id)}/items?{wanted}",
        online=[_narrowed(one, links, layer, wanted) for one in whole.online],
    )


def _title(catalogue: Catalogue, layer: Layer, sets: DataSets, row: dict[str, Any]) -> Text:
    """Name the kind, the place and, in brackets as catalogues search for it, the place's code."""
    name = str(row["name"])
    kind = name.rpartition("-")[2]
    known = {one.code: one.title for one in catalogue.code_lists[sets.kinds].values}
    title = known.get(kind, Text(pl=name, en=name))
    place = " ".join(part for part in (row["place_name"], f"({row['place']})") if part)
    return Text(pl=f"{title.pl}: {place}", en=f"{title.en}: {place}") if row["place"] else title


def _narrowed(one: Online, links: Links, layer: Layer, wanted: str) -> Online:
    """Lead to the rows of the data set where an address can say them."""
    addresses = {
        links.collection(layer.id): f"{links.collection(layer.id)}/items?{wanted}",
        links.download(layer.id, "gpkg"): f"{links.download(layer.id, 'gpkg')}?{wanted}",
    }
    return dataclasses.replace(one, url=addresses.get(one.url, one.url))
