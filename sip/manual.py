"""The JSON Schemas for editors and the manual page of keys, made from the models themselves."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from sip.declaration import Model
from sip.layer import CodeList, LayerFile, ThemeFile
from sip.life import LifeFile
from sip.project import ProjectFile
from sip.rights import GroupsFile
from sip.style import StyleFile
from sip.topic import ReportFile

FILES: dict[str, tuple[type[Model], str]] = {
    "project": (ProjectFile, "layers/_project.yaml"),
    "groups": (GroupsFile, "layers/_groups.yaml"),
    "report": (ReportFile, "layers/_report.yaml"),
    "theme": (ThemeFile, "layers/<theme>/_theme.yaml"),
    "layer": (LayerFile, "layers/<theme>/<id>.yaml"),
    "codes": (CodeList, "layers/<theme>/codes/<id>.yaml"),
    "life": (LifeFile, "layers/<theme>/lives/<id>.yaml"),
    "style": (StyleFile, "styles/<theme>/<id>.yaml"),
}
"""What can be declared, and in which files."""


def json_schema(name: str) -> dict[str, Any]:
    """Return the JSON Schema (draft 2020-12) of one kind of file."""
    model, file = FILES[name]
    schema = model.model_json_schema()
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"SIP {name} file ({file})",
        **{key: value for key, value in schema.items() if key != "title"},
    }


def keys_page() -> str:
    """Return the manual page of all keys, in Markdown."""
    parts = [
        "# Keys of the declaration files",
        "Made by `sip schema --write` from the classes that read the files. A key that is not "
        "listed here is an error.",
    ]
    for name, (model, file) in FILES.items():
        schema = json_schema(name)
        parts += [f"## {name}: `{file}`", schema["description"], _table(schema)]
        for inner, definition in sorted(schema.get("$defs", {}).items()):
            if "properties" in definition and inner != model.__name__:
                parts += [f"### {name}: {inner}", definition["description"], _table(definition)]
    return "\n\n".join(parts) + "\n"


def _table(schema: dict[str, Any]) -> str:
    needed = schema.get("required", [])
    rows = ["| key | value | meaning |", "|---|---|---|"]
    for key, one in schema["properties"].items():
        words = " ".join(one.get("description", "").split())
        default = json.dumps(one["default"], ensure_ascii=False) if one.get("default") else ""
        notes = ["**required**"] if key in needed else [f"default `{default}`"] if default else []
        meaning = f"{words} {'; '.join(notes)}".strip().replace("|", "\\|")
        rows.append(f"| `{key}` | {_kind(one)} | {meaning} |")
    return "\n".join(rows)


def _kind(one: dict[str, Any]) -> str:
    if "$ref" in one:
        return _escaped(one["$ref"].rsplit("/", 1)[-1])
    if "const" in one:
        return f"`{one['const']}`"
    if "enum" in one:
        return ", ".join(f"`{value}`" for value in one["enum"])
    if "anyOf" in one:
        return " or ".join(_kind(each) for each in one["anyOf"] if each.get("type") != "null")
    if one.get("type") == "array":
        return f"list of {_kind(one['items'])}" if "items" in one else "list"
    if one.get("type") == "object":
        named = [*one.get("patternProperties", {}).values(), {}]
        inner: dict[str, Any] = one.get("additionalProperties") or named[0]
        return f"names, each with {_kind(inner)}" if inner else "keys"
    return _escaped(str(one.get("format") or one.get("type", "")))


def _escaped(text: str) -> str:
    return text.replace("|", "\\|")


def files() -> Iterator[tuple[Path, str]]:
    """Yield the generated files of `docs/reference/`, each as it must be."""
    folder = Path("docs") / "reference"
    yield folder / "keys.md", keys_page()
    for name in FILES:
        text = json.dumps(json_schema(name), ensure_ascii=False, indent=2, sort_keys=True)
        yield folder / f"{name}.schema.json", text + "\n"
