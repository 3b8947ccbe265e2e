"""The check of rights: whether groups, fields and conditions that they name are there."""

from __future__ import annotations

import graphlib
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

import cql2

from sip.declaration import Document, did_you_mean
from sip.errors import Problem
from sip.layer import LayerFile, ThemeFile
from sip.rights import RESERVED, GroupsFile, Rights

if TYPE_CHECKING:
    from sip.project_files import Entry


def check(
    groups: Entry[GroupsFile] | None,
    themes: Mapping[str, Entry[ThemeFile]],
    layers: Mapping[str, Entry[LayerFile]],
) -> list[Problem]:
    """Find every right that names something that is not there, or would undo another one."""
    known = sorted((groups.spec if groups else GroupsFile()).complete())
    problems = list(_groups(groups, known)) if groups else []
    for theme in themes.values():
        problems += _named(theme.document, theme.spec.rights, known)
    for layer in layers.values():
        problems += _named(layer.document, layer.spec.rights, known)
        problems += _rows(layer)
        problems += _computed(layer, layers)
    return problems


def _groups(groups: Entry[GroupsFile], known: list[str]) -> Iterator[Problem]:
    document = groups.document
    for name, group in groups.spec.groups.items():
        if name in RESERVED:
            yield document.problem(("groups", name), f'"{name}" names a role of the platform')
        for index, other in enumerate(group.includes):
            if other not in known:
                yield _absent(document, ("groups", name, "includes", index), other, known)
    includes = {name: group.includes for name, group in groups.spec.complete().items()}
    try:
        graphlib.TopologicalSorter(includes).prepare()
    except graphlib.CycleError as error:
        circle = " includes ".join(reversed(error.args[1]))
        yield document.problem(("groups",), f"groups include each other in a circle: {circle}")


def _named(document: Document, rights: Rights, known: list[str]) -> Iterator[Problem]:
    for key in ("read", "edit", "personal"):
        for index, name in enumerate(getattr(rights, key) or ()):
            if name not in known:
                yield _absent(document, ("rights", key, index), name, known)


def _rows(layer: Entry[LayerFile]) -> Iterator[Problem]:
    """Rights of rows: their columns are there, and not personal, since a policy reads them."""
    spec, document, rights = layer.spec, layer.document, layer.spec.rights
    is_table = not (spec.view or spec.raster or spec.point_cloud or spec.external)
    for key in ("gmina_field", "drafts"):
        if getattr(rights, key) is not None and not is_table:
            yield document.problem(("rights", key), "only a layer of its own rows has it")
    usable = [name for name, field in spec.fields.items() if not field.personal]
    if rights.gmina_field is not None:
        field = spec.fields.get(rights.gmina_field)
        if field is None or field.personal:
            hint = did_you_mean(rights.gmina_field, usable)
            text = f'there is no field "{rights.gmina_field}" that is not personal'
            yield document.problem(("rights", "gmina_field"), text, hint)
        elif field.type != "text":
            text = f'"{rights.gmina_field}" is no text: it holds TERYT codes'
            yield document.problem(("rights", "gmina_field"), text)
    if rights.drafts is None:
        return
    try:
        condition = cql2.parse_text(rights.drafts)
    except cql2.ParseError as error:
        where = str(error).splitlines()[0].strip(" ->")
        text = f"this is no CQL2 text (wrong at {where})"
        yield document.problem(("rights", "drafts"), text)
        return
    for name in sorted(set(properties(condition.to_json())) - set(usable)):
        text = f'there is no field "{name}" that is not personal'
        yield document.problem(("rights", "drafts"), text, did_you_mean(name, usable))


def _computed(layer: Entry[LayerFile], layers: Mapping[str, Entry[LayerFile]]) -> Iterator[Problem]:
    """What is computed is made by the owner, who sees drafts: nobody could hide them again."""
    for index, name in enumerate(layer.spec.view.reads if layer.spec.view else ()):
        if name in layers and layers[name].spec.rights.drafts is not None:
            text = f'"{name}" has drafts, and what is computed from it would show them'
            yield layer.document.problem(("view", "reads", index), text)


def properties(tree: Any) -> Iterator[str]:
    """Yield every field that a CQL2 tree names."""
    if isinstance(tree, dict):
        if isinstance(tree.get("property"), str):
            yield tree["property"]
        for value in tree.values():
            yield from properties(value)
    elif isinstance(tree, list):
        for value in tree:
            yield from properties(value)


def _absent(
    document: Document, path: tuple[str | int, ...], name: str, known: list[str]
) -> Problem:
    return document.problem(path, f'there is no group "{name}"', did_you_mean(name, known))
