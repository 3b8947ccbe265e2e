"""YAML files read into typed, frozen models, with the line of everything that is wrong.

A model is a pydantic class; this module only adds what pydantic cannot know: the file, the line,
and what the author may have meant.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, get_args, get_origin

import pydantic
import yaml

from sip.errors import Problem

type Path_ = tuple[str | int, ...]

ID_PATTERN = r"^[a-z][a-z0-9_]{0,47}$"


class Model(pydantic.BaseModel):
    """A frozen declaration: unknown keys are errors, values are never coerced silently."""

    model_config = pydantic.ConfigDict(
        extra="forbid", frozen=True, strict=True, use_attribute_docstrings=True
    )


class Document:
    """One YAML file: its plain data, and the line of every key."""

    def __init__(self, file: Path, data: Any, lines: Mapping[Path_, int]):
        self.file = file
        self.data = data
        self._lines = lines

    def line(self, path: Path_) -> int:
        """Return the line of a key, or of the nearest one above it that exists (1 is the first)."""
        while path:
            if path in self._lines:
                return self._lines[path]
            path = path[:-1]
        return 1

    def problem(self, path: Path_, text: str, hint: str = "") -> Problem:
        """Make a problem that points at a key of this file."""
        return Problem(self.file, self.line(path), ".".join(map(str, path)), text, hint)


class _Loader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]
    """YAML 1.2 in the parts that bite: `no`, `on` and `12:30` stay text."""


_Loader.yaml_implicit_resolvers = {
    first: [
        (tag, pattern)
        for tag, pattern in resolvers
        if tag not in ("tag:yaml.org,2002:bool", "tag:yaml.org,2002:int")
    ]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
_Loader.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile(r"^(?:true|false)$"), ["t", "f"])
_Loader.add_implicit_resolver(
    "tag:yaml.org,2002:int", re.compile(r"^(?:0|-?[1-9][0-9]*)$"), list("-0123456789")
)


def read(file: Path) -> tuple[Document | None, list[Problem]]:
    """Read one file; syntax errors and keys given twice come back as problems."""
    try:
        node = yaml.compose(file.read_text(encoding="utf-8"), Loader=_Loader)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        return None, [Problem(file, line, "", f"not YAML: {error.problem}")]
    except UnicodeDecodeError as error:
        return None, [Problem(file, 1, "", f"not UTF-8: {error.reason} at byte {error.start}")]
    if node is None:
        return None, [Problem(file, 1, "", "the file is empty")]
    problems: list[Problem] = []
    lines: dict[Path_, int] = {}
    for path, line, twice in _walk(node, ()):
        if twice:
            problems.append(
                Problem(file, line, ".".join(map(str, path)), "this key is given twice")
            )
        lines[path] = line
    data = _Loader("").construct_document(node)
    return Document(file, data, lines), problems


def _walk(node: yaml.Node, path: Path_) -> Iterator[tuple[Path_, int, bool]]:
    if isinstance(node, yaml.MappingNode):
        seen: set[str] = set()
        for key, value in node.value:
            below = (*path, key.value)
            yield below, key.start_mark.line + 1, key.value in seen
            seen.add(key.value)
            yield from _walk(value, below)
    elif isinstance(node, yaml.SequenceNode):
        for index, value in enumerate(node.value):
            below = (*path, index)
            yield below, value.start_mark.line + 1, False
            yield from _walk(value, below)


def bind[M: Model](model: type[M], document: Document) -> tuple[M | None, list[Problem]]:
    """Make a model of a document; every problem of it at once."""
    if not isinstance(document.data, dict):
        return None, [document.problem((), "expected keys and values")]
    try:
        return model.model_validate(document.data), []
    except pydantic.ValidationError as error:
        return None, [_explain(model, document, dict(e)) for e in error.errors(include_url=False)]


def did_you_mean(word: str, allowed: list[str]) -> str:
    """Return `did you mean "..."?` for the nearest allowed word, or nothing."""
    close = difflib.get_close_matches(word, allowed, n=1, cutoff=0.6)
    return f'did you mean "{close[0]}"?' if close else ""


def _explain(model: type[Model], document: Document, error: dict[str, Any]) -> Problem:
    path = tuple(part for part in error["loc"] if _in(document.data, part, error["loc"]))
    kind, given = error["type"], error["input"]
    if kind == "extra_forbidden":
        name = str(path[-1]) if path else ""
        allowed = sorted(_keys_at(model, path[:-1]))
        hint = did_you_mean(name, allowed) or f"allowed: {', '.join(allowed)}"
        return document.problem(path, "unknown key", hint)
    if kind == "missing":
        return document.problem(path, f'"{error["loc"][-1]}" is missing')
    if kind in ("literal_error", "enum"):
        allowed = re.findall(r"'([^']*)'", error["ctx"]["expected"])
        text = f'"{given}" is not allowed here ({", ".join(allowed)})'
        return document.problem(path, text, did_you_mean(str(given), allowed))
    text = error["msg"].removeprefix("Value error, ")
    quoted = f'"{given}": ' if isinstance(given, str | int | float) else ""
    return document.problem(path, quoted + text[:1].lower() + text[1:])


def _in(data: Any, part: str | int, loc: Path_) -> bool:
    """Say whether a part of pydantic's location is a place in the file and not a type's name."""
    for step in loc:
        if step == part:
            return _holds(data, step)
        if _holds(data, step):
            data = data[step]
    return False


def _holds(data: Any, step: str | int) -> bool:
    if isinstance(data, list):
        return isinstance(step, int) and step < len(data)
    return isinstance(data, dict) and step in data


def _keys_at(model: type[Model], path: Path_) -> set[str]:
    """Collect the keys that a model allows at a place of the file."""
    models: set[type[Model]] = {model}
    for step in path:
        inner: set[type[Model]] = set()
        for one in models:
            field = one.model_fields.get(str(step))
            inner |= set(_models_in(field.annotation)) if field else {one}
        models = inner or models
    return {field.alias or name for one in models for name, field in one.model_fields.items()}


def _models_in(annotation: Any) -> Iterator[type[Model]]:
    if isinstance(annotation, type) and get_origin(annotation) is None:
        if issubclass(annotation, Model):
            yield annotation
        return
    for argument in get_args(annotation):
        yield from _models_in(argument)
