"""Which column of a file becomes which field of a layer, and how its values are written there."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping, Sequence
from pathlib import Path

from pydantic import model_validator

from sip import declaration
from sip.catalogue import Layer
from sip.declaration import Model, did_you_mean
from sip.errors import DataError, DeclarationError, UsageError
from sip.layer import Id

_DBF_NAME_CHARS = 10


class FieldMap(Model):
    """Where the values of one field come from."""

    column: str | None = None
    """Name of the column in the file."""
    value: str | int | float | bool | None = None
    """One value for every row, instead of a column."""
    codes: dict[str, str] = {}
    """What a value of the file means: file's value to ours; one that is not listed is an error."""
    extract: str | None = None
    """Regular expression (RE2) with one group: the part of the text that is taken."""
    join: str | None = None
    """What stands between the values where the file has a list of them."""
    optional: bool = False
    """Whether a file may lack the column; without it such a file is refused."""
    date_format: str | None = None
    """How a date is written (`%d.%m.%Y`); ISO 8601 where absent."""
    decimal: str | None = None
    """The decimal sign of a number written as text, where it is not a dot."""

    @model_validator(mode="after")
    def _one_origin(self) -> FieldMap:
        if (self.column is None) == (self.value is None):
            raise ValueError('give either "column" or "value"')
        return self


class MapFile(Model):
    """A mapping file."""

    fields: dict[Id, FieldMap]
    """By the layer's field; fields not named take the column of the same name."""


@dataclasses.dataclass(frozen=True)
class Mapped:
    """The decision for one file and one layer."""

    fields: Mapping[str, FieldMap]
    untaken: Sequence[str]
    """Columns of the file that go nowhere."""


def parse(words: Sequence[str]) -> Mapping[str, FieldMap]:
    """Read the values of `--map`: `field=column`, or the name of a mapping file.

    Raises:
        UsageError: A word is neither.
        DeclarationError: A mapping file is wrong.
    """
    found: dict[str, FieldMap] = {}
    for word in words:
        field, equals, column = word.partition("=")
        if equals:
            found[field] = FieldMap(column=column)
        elif Path(word).is_file():
            found |= _read(Path(word)).fields
        else:
            raise UsageError(f'--map "{word}" is neither field=column nor a file')
    return found


def resolve(layer: Layer, columns: Sequence[str], given: Mapping[str, FieldMap]) -> Mapped:
    """Decide for every field of a layer.

    Raises:
        DataError: A field or column is unknown, or a required field has no column.
    """
    fields = layer.spec.fields
    for name, one in given.items():
        if name != "id" and name not in fields:
            hint = did_you_mean(name, list(fields)) or f"fields: {', '.join(fields)}"
            raise DataError(f'layer {layer.id} has no field "{name}"\n  {hint}')
        if one.column is not None and one.column not in columns and not one.optional:
            hint = did_you_mean(one.column, list(columns)) or f"columns: {', '.join(columns)}"
            raise DataError(f'the file has no column "{one.column}"\n  {hint}')
    chosen = {
        name: one for name, one in given.items() if one.column is None or one.column in columns
    }
    for name in fields:
        column = _namesake(name, columns)
        if name not in chosen and column is not None:
            chosen[name] = FieldMap(column=column)
    missing = [
        name
        for name, field in fields.items()
        if field.required and field.default is None and name not in chosen
    ]
    if missing:
        raise DataError(
            f"no column for the required {'fields' if len(missing) > 1 else 'field'}"
            f" {', '.join(missing)} of {layer.id}\n"
            f"  columns of the file: {', '.join(columns) or 'none'}\n"
            f"  say which one it is: --map {missing[0]}=COLUMN"
        )
    taken = {one.column for one in chosen.values()}
    return Mapped(chosen, [name for name in columns if name not in taken])


def _namesake(field: str, columns: Sequence[str]) -> str | None:
    """Find the column of a field's name; DBF cuts names to ten characters."""
    lower = {column.lower(): column for column in reversed(columns)}
    return lower.get(field) or lower.get(field[:_DBF_NAME_CHARS])


def _read(file: Path) -> MapFile:
    document, problems = declaration.read(file)
    if document is not None and not problems:
        spec, problems = declaration.bind(MapFile, document)
        if spec is not None:
            return spec
    raise DeclarationError(problems)
