"""Whether what the report of a plot names is there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

import cql2

from sip.declaration import Document, did_you_mean
from sip.errors import Problem
from sip.layer import LayerFile
from sip.permissions import properties
from sip.topic import Part, ReportFile, ties

if TYPE_CHECKING:
    from sip.project_files import Entry

type _Layers = Mapping[str, Entry[LayerFile]]
type _Path = tuple[str | int, ...]


def check(report: Entry[ReportFile] | None, layers: _Layers) -> Iterator[Problem]:
    """Find every topic, layer and field that the report names and that is not there."""
    if report:
        yield from _check_file(report.spec, report.document, layers)
    topics = list(report.spec.topics) if report else []
    for layer in layers.values():
        for index, part in enumerate(layer.spec.report):
            yield from _check_part(layer, ("report", index), part, topics, layers)


def _check_file(spec: ReportFile, document: Document, layers: _Layers) -> Iterator[Problem]:
    own: list[tuple[_Path, str]] = [(("layer",), spec.layer)]
    for path, name in [*own, *_at("place", spec.place), *_at("map", spec.map)]:
        if name not in layers:
            yield _absent(document, path, "layer", name, list(layers))
    plots = layers.get(spec.layer)
    if plots is None:
        return
    fields = plots.spec.fields
    if spec.key in fields and not fields[spec.key].unique:
        yield document.problem(("key",), f'"{spec.layer}.{spec.key}" is no unique field')
    for name in spec.says:
        if all(name not in layer.spec.fields for layer in layers.values()):
            yield document.problem(("says", name), f'no layer has a field "{name}"')
    own = [(("key",), spec.key)]
    for path, name in [*own, *_at("fields", spec.fields)]:
        if name not in fields:
            yield _absent(document, path, "field", name, list(fields))


def _check_part(
    layer: Entry[LayerFile],
    at: _Path,
    part: Part,
    topics: list[str],
    layers: _Layers,
) -> Iterator[Problem]:
    document, spec = layer.document, layer.spec
    if part.topic not in topics:
        yield _absent(document, (*at, "topic"), "topic", part.topic, topics)
    if spec.geometry is None:
        yield document.problem(at, "a layer without geometry is nowhere near a plot")
    if part.shares and "Polygon" not in (spec.geometry or ""):
        yield document.problem((*at, "shares"), "only areas divide a plot")
    for path, name in _at("fields", part.fields):
        if name not in spec.fields:
            yield _absent(document, (*at, *path), "field", name, list(spec.fields))
    yield from _check_where(document, (*at, "where"), part.where, spec)
    for name, told in part.linked.items():
        yield from _check_linked(layer, (*at, "linked", name), name, told, layers)
    if part.covers and part.covers.layer not in layers:
        yield _absent(document, (*at, "covers"), "layer", part.covers.layer, list(layers))
    elif part.covers:
        covering = layers[part.covers.layer].spec
        yield from _check_where(document, (*at, "covers", "where"), part.covers.where, covering)


def _check_linked(
    layer: Entry[LayerFile], at: _Path, name: str, told: tuple[str, ...], layers: _Layers
) -> Iterator[Problem]:
    other = layers.get(name)
    if other is None:
        yield _absent(layer.document, at, "layer", name, list(layers))
        return
    fields = list(other.spec.fields)
    if all(link.to != layer.id for link in other.spec.relations):
        between = [one.spec for one in layers.values() if ties(one.spec, layer.id, name)]
        fields += [field for spec in between for field in spec.fields]
        if not between:
            yield layer.document.problem(at, f'no field of "{name}" points at "{layer.id}"')
    for one in told:
        if one not in fields:
            yield _absent(layer.document, at, "field", one, fields)


def _check_where(
    document: Document, path: _Path, text: str | None, spec: LayerFile
) -> Iterator[Problem]:
    if text is None:
        return
    try:
        used = properties(cql2.parse_text(text).to_json())
    except cql2.ParseError as error:
        yield document.problem(path, f"is no CQL2: {error}")
        return
    for name in sorted(used):
        field = spec.fields.get(name)
        if field is None:
            yield _absent(document, path, "field", name, list(spec.fields))
        elif field.personal or field.internal:
            yield document.problem(path, f'"{name}" is not public: what it says would show')


def _at(key: str, names: tuple[str, ...]) -> Iterator[tuple[_Path, str]]:
    return (((key, index), name) for index, name in enumerate(names))


def _absent(document: Document, path: _Path, what: str, name: str, known: list[str]) -> Problem:
    return document.problem(path, f'there is no {what} "{name}"', did_you_mean(name, known))
