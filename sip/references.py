"""The last stage of the check: whether files that name each other fit together."""

from __future__ import annotations

import graphlib
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from sip import crs, suggestion
from sip.declaration import Document, did_you_mean
from sip.errors import Problem
from sip.layer import EVERY_YEAR, CodeList, Field, LayerFile, Raster, Symbols, ThemeFile
from sip.project import ProjectFile
from sip.provenance import DataSets
from sip.style import GRID_FIELD, StyleFile

if TYPE_CHECKING:
    from sip.project_files import Entry

RESERVED_FIELDS = ("id", "geom", "known")
RESERVED_BEGINNING = "row_"
RESERVED_LAYER = "attachment"
UNIT_ENDINGS = {"year": ("year",), "count": ("count",)}


def check(
    folder: Path,
    project: Entry[ProjectFile] | None,
    themes: Mapping[str, Entry[ThemeFile]],
    code_lists: Mapping[str, Entry[CodeList]],
    layers: Mapping[str, Entry[LayerFile]],
    styles: Mapping[str, Entry[StyleFile]],
) -> list[Problem]:
    """Find every reference between files that leads nowhere or to something unfit."""
    problems: list[Problem] = []
    if project:
        problems += _check_project(project, layers)
    for theme in themes.values():
        own = [name for name, entry in layers.items() if entry.theme == theme.id]
        for index, name in enumerate(theme.spec.layers):
            if name not in own and not _file_exists(folder, theme.id, name):
                problems.append(_absent(theme.document, ("layers", index), "layer", name, own))
    for layer in layers.values():
        problems += _check_layer(folder, layer, code_lists, layers)
    problems += _check_names(layers)
    problems += _check_derived(layers)
    for style in styles.values():
        problems += _check_style(style, layers, code_lists)
    return problems


def _check_derived(layers: Mapping[str, Entry[LayerFile]]) -> Iterator[Problem]:
    """What steps read is there, and no layer is made from itself."""
    for layer in layers.values():
        for name, given in layer.spec.inputs.items():
            source = given.removesuffix(EVERY_YEAR)
            other = layers.get(source)
            if other is None and "." not in source:
                yield _absent(layer.document, ("inputs", name), "layer", source, list(layers))
            elif other is not None and (other.spec.external or other.spec.view):
                text = f'"{source}" has neither files nor rows of its own'
                yield layer.document.problem(("inputs", name), text)
    reads = {
        one.id: {given.removesuffix(EVERY_YEAR) for given in one.spec.inputs.values()} & set(layers)
        for one in layers.values()
    }
    try:
        graphlib.TopologicalSorter(reads).prepare()
    except graphlib.CycleError as error:
        circle = error.args[1]
        text = f"layers are made from each other in a circle: {' -> '.join(circle)}"
        yield layers[circle[0]].document.problem(("inputs",), text)


def _check_names(layers: Mapping[str, Entry[LayerFile]]) -> Iterator[Problem]:
    """A feature type has one layer, and a prefix one namespace."""
    seen = {name: name for name in layers}
    spaces = dict.fromkeys(("sip", "gml", "wfs", "xsi"), "")
    for layer in layers.values():
        if (name := layer.spec.wfs) is None:
            continue
        if seen.setdefault(name.name, layer.id) != layer.id:
            text = f'"{name.name}" is a name of "{seen[name.name]}"'
            yield layer.document.problem(("wfs", "name"), text)
        if spaces.setdefault(name.prefix, name.namespace) != name.namespace:
            text = f'"{name.prefix}" stands for another namespace'
            yield layer.document.problem(("wfs", "prefix"), text)


def _check_project(
    project: Entry[ProjectFile], layers: Mapping[str, Entry[LayerFile]]
) -> Iterator[Problem]:
    spec, document = project.spec, project.document
    if spec.storage_crs not in spec.offered_crs:
        yield document.problem(("offered_crs",), f"lacks the storage CRS {spec.storage_crs}")
    for name, codes in (("storage_crs", (spec.storage_crs,)), ("offered_crs", spec.offered_crs)):
        for code in codes:
            if not crs.is_known(code):
                yield document.problem((name,), f"EPSG:{code} is no CRS that PROJ knows")
    for index, layer in enumerate(spec.base_maps):
        if layer not in layers:
            yield _absent(document, ("base_maps", index), "layer", layer, list(layers))


def _file_exists(folder: Path, theme: str, name: str) -> bool:
    """Say whether a layer file is there, if only a broken one (reported by itself)."""
    return (folder / "layers" / theme / f"{name}.yaml").exists()


def _absent(
    document: Document, path: tuple[str | int, ...], what: str, name: str, known: list[str]
) -> Problem:
    return document.problem(path, f'there is no {what} "{name}"', did_you_mean(name, known))


def _check_layer(
    folder: Path,
    layer: Entry[LayerFile],
    code_lists: Mapping[str, Entry[CodeList]],
    layers: Mapping[str, Entry[LayerFile]],
) -> Iterator[Problem]:
    spec, document = layer.spec, layer.document
    if layer.id == RESERVED_LAYER:
        yield document.problem((), f'"{layer.id}" is the register of all attachments')
    for name, field in spec.fields.items():
        yield from _check_field(document, name, field, code_lists)
        if field.symbols is not None:
            yield from _check_symbols(document, name, field.symbols, spec, layers)
        if field.suggested is not None:
            yield from _check_suggestion(document, name, field.suggested, spec, layers)
    named: list[tuple[tuple[str | int, ...], str | None]] = [
        (("name_field",), spec.name_field),
        (("time", "start"), spec.time.start if spec.time else None),
        (("time", "end"), spec.time.end if spec.time else None),
        *((("search", index), name) for index, name in enumerate(spec.search)),
        *((("relations", i, "field"), one.field) for i, one in enumerate(spec.relations)),
    ]
    for path, word in named:
        if word is not None and word not in spec.fields and word not in RESERVED_FIELDS:
            yield _absent(document, path, "field", word, list(spec.fields))
    for index, relation in enumerate(spec.relations):
        other = layers.get(relation.to)
        if other is None:
            yield _absent(document, ("relations", index, "to"), "layer", relation.to, list(layers))
        elif relation.to_field != "id":
            target = other.spec.fields.get(relation.to_field)
            if target is None or not target.unique:
                text = f'"{relation.to}.{relation.to_field}" is no unique field'
                yield document.problem(("relations", index, "to_field"), text)
    if spec.data_sets:
        yield from _check_data_sets(layer, spec.data_sets, code_lists, layers)
    counts = spec.public_counts
    if counts and not (folder / document.file).with_name(counts.sql).exists():
        text = f'there is no file "{counts.sql}" beside it'
        yield document.problem(("public_counts", "sql"), text)
    if spec.view:
        if not (folder / document.file).with_name(spec.view.sql).exists():
            yield document.problem(("view", "sql"), f'there is no file "{spec.view.sql}" beside it')
        for index, name in enumerate(spec.view.reads):
            if name not in layers:
                yield _absent(document, ("view", "reads", index), "layer", name, list(layers))


def _check_data_sets(
    layer: Entry[LayerFile],
    sets: DataSets,
    code_lists: Mapping[str, Entry[CodeList]],
    layers: Mapping[str, Entry[LayerFile]],
) -> Iterator[Problem]:
    own = list(layer.spec.fields)
    theirs = list(layers[sets.places].spec.fields) if sets.places in layers else []
    for key, what, name, known in (
        ("by", "field", sets.by, own),
        ("changed", "field", sets.changed, own),
        ("kinds", "code list", sets.kinds, list(code_lists)),
        ("places", "layer", sets.places, list(layers)),
        ("place_code", "field", sets.place_code, theirs),
    ):
        if name not in known:
            yield _absent(layer.document, ("data_sets", key), what, name, known)


def _check_field(
    document: Document, name: str, field: Field, code_lists: Mapping[str, Entry[CodeList]]
) -> Iterator[Problem]:
    path = ("fields", name)
    if name in RESERVED_FIELDS:
        yield document.problem(path, f'"{name}" is there by itself and cannot be declared')
    if name.startswith(RESERVED_BEGINNING):
        text = f'names that begin with "{RESERVED_BEGINNING}" are of the history of rows'
        yield document.problem(path, text)
    if field.codes is not None and field.codes not in code_lists:
        yield _absent(document, (*path, "codes"), "code list", field.codes, list(code_lists))
    if field.codes is not None and field.type != "text":
        yield document.problem((*path, "codes"), "only a text has codes")
    if (field.min is not None or field.max is not None) and field.type not in ("integer", "number"):
        yield document.problem(path, f"a {field.type} has no min and max")
    if (field.pattern or field.max_length) and field.type != "text":
        yield document.problem(path, f"a {field.type} has no pattern and no max_length")
    if field.unit:
        endings = UNIT_ENDINGS.get(field.unit, (f"_{field.unit}",))
        if not name.endswith(endings):
            text = f'a field in {field.unit} has a name that ends in "{endings[0]}"'
            yield document.problem((*path, "unit"), text)


def _check_symbols(
    document: Document,
    name: str,
    symbols: Symbols,
    spec: LayerFile,
    layers: Mapping[str, Entry[LayerFile]],
) -> Iterator[Problem]:
    path = ("fields", name, "symbols")
    keeps = [one for one, field in spec.fields.items() if field.codes == symbols.codes]
    if symbols.class_field not in keeps:
        wanted = f"field with codes {symbols.codes}"
        yield _absent(document, (*path, "class_field"), wanted, symbols.class_field, keeps)
    leads = {one.field: one.to for one in spec.relations}
    if symbols.relation not in leads:
        yield _absent(document, (*path, "relation"), "relation", symbols.relation, list(leads))
    elif leads[symbols.relation] in layers:
        there = layers[leads[symbols.relation]].spec.fields
        if symbols.choice not in there:
            yield _absent(document, (*path, "choice"), "field", symbols.choice, list(there))


def _check_suggestion(
    document: Document,
    name: str,
    text: str,
    spec: LayerFile,
    layers: Mapping[str, Entry[LayerFile]],
) -> Iterator[Problem]:
    path = ("fields", name, "suggested")
    leads = {one.field: one.to for one in spec.relations}
    try:
        parts = suggestion.parts(text)
    except ValueError as error:
        yield document.problem(path, str(error))
        return
    for part in parts:
        if part.beyond and part.field not in leads:
            yield _absent(document, path, "relation", part.field, list(leads))
        elif part.beyond and leads[part.field] in layers:
            there = layers[leads[part.field]].spec.fields
            if part.beyond not in there:
                yield _absent(document, path, "field", part.beyond, list(there))
        elif part.field and part.field not in spec.fields:
            yield _absent(document, path, "field", part.field, list(spec.fields))


def _check_style(
    style: Entry[StyleFile],
    layers: Mapping[str, Entry[LayerFile]],
    code_lists: Mapping[str, Entry[CodeList]],
) -> Iterator[Problem]:
    spec, document = style.spec, style.document
    layer = layers.get(style.id)
    if layer is None:
        yield _absent(document, (), "layer", style.id, list(layers))
        return
    if layer.spec.point_cloud:
        yield document.problem((), "a layer of points has no style: a visitor chooses its colours")
        return
    if layer.spec.raster:
        yield from _check_grid(document, spec, layer.spec.raster)
        return
    fields = layer.spec.fields
    usable = [name for name, one in fields.items() if not one.personal and not one.internal]
    label = spec.label.field if spec.label else None
    wanted: list[tuple[tuple[str | int, ...], str | None]] = [
        (("field",), spec.field),
        (("label", "field"), label),
    ]
    for path, name in wanted:
        if name is not None and name not in usable:
            yield _absent(document, path, "public field", name, usable)
    field = fields.get(spec.field or "")
    codes = code_lists.get(field.codes) if field and field.codes else None
    if codes and spec.kind == "categorised":
        yield from _check_values(document, spec, set(codes.spec.codes()))
    if field and not field.codes:
        for index, one in enumerate(spec.classes):
            if one.title is None:
                yield document.problem(("classes", index), "needs a title: the field has no codes")


def _check_grid(document: Document, spec: StyleFile, raster: Raster) -> Iterator[Problem]:
    """A grid is coloured by intervals of its values; a picture has its own colours."""
    if raster.kind != "grid":
        yield document.problem((), "a layer of pictures has no style, only a grid has")
    elif spec.kind != "graduated" or spec.field != GRID_FIELD:
        text = f'the style of a grid is graduated, and its field is "{GRID_FIELD}"'
        yield document.problem(("kind",), text)
    elif spec.label or spec.other:
        yield document.problem((), "the style of a grid has neither label nor other")


def _check_values(document: Document, spec: StyleFile, codes: set[str]) -> Iterator[Problem]:
    describe: Callable[[str], str] = lambda value: did_you_mean(value, sorted(codes))  # noqa: E731
    for index, one in enumerate(spec.classes):
        for value in one.values:
            if str(value) not in codes:
                text = f'"{value}" is not in the code list'
                yield document.problem(("classes", index, "values"), text, describe(str(value)))
        if one.title is None and len(one.values) > 1:
            yield document.problem(("classes", index), "needs a title: it has several values")
