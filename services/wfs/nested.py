"""Features of types whose schema nests them: what a law's name promises, in WFS 2.0."""

from __future__ import annotations

from collections.abc import AsyncIterator, Mapping
from typing import Any
from xml.sax.saxutils import escape

import asyncpg
import shapely
from lxml import etree

from services.wfs.plan import Plan
from sip.planning import live, paths
from sip.planning.types import GCO, GMD, GML, XLINK, Version
from sip.query import Arguments, select
from sip.query.terms import quoted
from sip.service import Context

_CHUNK_ROWS = 200
SPACES: Mapping[str, str] = {"xmlns:xlink": XLINK, "xmlns:gmd": GMD, "xmlns:gco": GCO}
"""Namespaces that nested features use beside those of all."""


async def chunks(
    connection: asyncpg.pool.PoolConnectionProxy[Any],
    now: Context,
    plan: Plan,
    version: Version,
    declared: Mapping[str, str],
) -> AsyncIterator[list[tuple[str]]]:
    """Yield texts of features, or of their values where only those are wanted.

    Args:
        connection: Reads what its reader may.
        now: Knows the catalogue.
        plan: What is to be answered.
        version: Of the schema.
        declared: Namespaces that are declared around what is written.
    """
    query, arguments = plan.query, Arguments()
    page = select.page(query, query.limit, arguments)
    columns = [f"t.{quoted(name)}" for name in query.layer.visible_fields]
    if query.layer.spec.geometry:
        columns.append(f"ST_AsBinary({select.projected(query)}) AS geom")
    sql = f"SELECT t.id, {', '.join(columns)} FROM ({page}) t"
    cursor = await connection.cursor(sql, *arguments.values)
    while rows := [dict(row) for row in await cursor.fetch(_CHUNK_ROWS)]:
        for row in rows:
            if row.get("geom") is not None:
                row["geom"] = shapely.from_wkb(row["geom"])
        found = await live.features(
            connection, now.catalogue, plan.name.local, rows, version=version, code=query.crs
        )
        if plan.elements is not None:
            for one in found:
                paths.reduced(one, plan.name.local, version, plan.elements)
        yield [(text,) for one in _in(plan, found) for text in _texts(one, plan, declared)]


def _in(plan: Plan, features: list[etree._Element]) -> etree._Element:
    """Put features into one element, whose prefixes they are written with."""
    spaces = {name.removeprefix("xmlns:"): space for name, space in SPACES.items()}
    own = {plan.name.prefix: plan.name.namespace, "gml": GML}
    around = etree.Element("all", nsmap={**own, **spaces})
    around.extend(features)
    return around


def _texts(feature: etree._Element, plan: Plan, declared: Mapping[str, str]) -> list[str]:
    """Write a feature, or its values that are wanted, without what is declared around it."""
    texts = []
    for one in [feature] if plan.place is None else plan.place.values(feature):
        if isinstance(one, str):
            texts.append(escape(one))
            continue
        text = etree.tostring(one, encoding="unicode", with_tail=False)
        head, end, rest = text.partition(">")
        for name, space in declared.items():
            head = head.replace(f' {name}="{space}"', "", 1)
        texts.append(head + end + rest)
    return texts
