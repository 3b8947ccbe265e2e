"""What the layer files allow each role to see: worked out anew, not as the database's grants are.

Groups that a group includes, the layer's access, its rights, personal and internal fields, and
drafts decide; nothing else does.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import cql2
import psycopg
from psycopg import sql

from sip.catalogue import Catalogue, Layer
from tests.leaks.house import Truth

_PERSONAL = ".personal"


def differences(
    catalogue: Catalogue,
    role: str,
    shown: Mapping[str, Truth],
    owner: psycopg.Connection[Any],
) -> Iterator[str]:
    """Say where what PostgreSQL shows a role of a group is not what the layer files allow.

    Args:
        catalogue: The layer files.
        role: `sip_public`, `sip_people`, `sip_<group>` or `sip_<group>.personal`.
        shown: What it was shown, by layer.
        owner: A connection from which nothing is hidden.
    """
    groups = set(_with_included(catalogue, role.removeprefix("sip_").removesuffix(_PERSONAL)))
    for layer in (one for one in catalogue.layers.values() if one.is_vector):
        columns = _columns(layer, groups, is_privy=role.endswith(_PERSONAL))
        truth = shown.get(layer.id)
        if (truth is None) != (columns is None):
            yield f"{role} {layer.id}: {'shown' if truth else 'not shown'}"
        if truth is None or columns is None:
            continue
        if truth.columns != columns:
            yield f"{role} {layer.id}: columns {sorted(truth.columns ^ columns)}"
        ids = _ids(layer, owner, has_drafts=_may_edit(layer, groups, role.endswith(_PERSONAL)))
        if set(truth.ids) != ids:
            yield f"{role} {layer.id}: rows {sorted(set(truth.ids) ^ ids)[:5]}"


def _with_included(catalogue: Catalogue, group: str) -> Iterator[str]:
    """Yield a group and all whose rights its members have; nothing for everybody."""
    if group in catalogue.groups:
        yield group
        for other in catalogue.groups[group].includes:
            yield from _with_included(catalogue, other)


def _may_edit(layer: Layer, groups: set[str], is_privy: bool) -> bool:
    return bool(groups & set(layer.editors)) and (is_privy or not layer.is_personal)


def _columns(layer: Layer, groups: set[str], *, is_privy: bool) -> frozenset[str] | None:
    fields = layer.spec.fields.items()
    trusted = is_privy and bool(groups & set(layer.rights.personal))
    if trusted or (is_privy and layer.is_personal and groups & set(layer.editors)):
        return frozenset(layer.spec.fields)
    if not layer.is_personal and groups & {*layer.readers, *layer.editors}:
        return frozenset(name for name, one in fields if not one.personal)
    if layer.spec.access == "public":
        return frozenset(name for name, one in fields if not (one.personal or one.internal))
    return None


def _ids(layer: Layer, owner: psycopg.Connection[Any], *, has_drafts: bool) -> set[int]:
    statement = sql.SQL("SELECT id FROM {}").format(sql.Identifier(layer.theme, layer.id))
    if layer.rights.drafts and not has_drafts:
        draft = cql2.parse_text(layer.rights.drafts).to_sql()
        statement += sql.SQL(" WHERE NOT coalesce({}, false)").format(sql.SQL(draft))
    return {row[0] for row in owner.execute(statement)}
