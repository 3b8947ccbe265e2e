"""What a process says of itself, and what it is given when it runs.

PROCESS = Process(
    title=Text(pl="Suma", en="Sum"),
    description=Text(pl="Dodaje liczby.", en="Adds numbers."),
    inputs={"numbers": Input(title=..., schema={"type": "array", "items": {"type": "number"}})},
    outputs={"sum": Output(title=..., schema={"type": "number"})},
)


def run(inputs: Mapping[str, Any], running: Running) -> Mapping[str, Any]:
    running.tell(0.5, "half of them")
    return {"sum": sum(inputs["numbers"])}


def check(inputs: Mapping[str, Any], settings: Settings, catalogue: Catalogue) -> None:
    ...  # may be left out: refuses at once what `run` could only fail of
"""

from __future__ import annotations

import dataclasses
import importlib
import json
import pkgutil
from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any, Literal

import jsonschema
import psycopg

from sip.catalogue import Catalogue
from sip.errors import NotFound, QueryError
from sip.settings import Settings
from sip.text import Text

type Lane = Literal["short", "long"]
type Run = Callable[[Mapping[str, Any], "Running"], Mapping[str, Any]]
type Check = Callable[[Mapping[str, Any], Settings, Catalogue], None]
"""Refuses inputs, by the catalogue as the one who asks sees it, before any work begins."""


@dataclasses.dataclass(frozen=True)
class Input:
    """One input of a process."""

    title: Text
    schema: Mapping[str, Any]
    """JSON Schema of its value; inputs are checked against it before a job is made."""
    required: bool = True
    description: Text | None = None
    """What follows from it, where the title does not say all."""


@dataclasses.dataclass(frozen=True)
class Output:
    """One output of a process: a value, or a file where it has a media type."""

    title: Text
    schema: Mapping[str, Any] = dataclasses.field(default_factory=dict)
    media_type: str = ""
    """Of a file; `run` returns its path below `Running.folder`."""
    is_spoken: bool = False
    """`run` returns it in every language, by its code; it is answered in the one asked for."""


@dataclasses.dataclass(frozen=True)
class Process:
    """A process as it is described. Who may run it is said by groups (`runs`), not here."""

    title: Text
    description: Text
    inputs: Mapping[str, Input]
    outputs: Mapping[str, Output]
    lane: Lane = "short"
    """Short jobs never wait behind long ones."""
    longest_s: int = 600
    """A job that takes longer is stopped."""
    is_immediate: bool = False
    """Everybody may run it within a request that writes nothing; as a job (`Prefer: respond-async`)
    those whose groups may."""
    version: str = "1.0.0"


@dataclasses.dataclass(frozen=True)
class Running:
    """What a process is given beside its inputs."""

    settings: Settings
    catalogue: Catalogue
    """As the one who asked sees what is published."""
    folder: Path
    """An empty folder of its own, kept with the job: for files that it returns."""
    tell: Callable[[float, str], None]
    """Says which share is done (0 to 1) and what is being done; call it often, it is cheap."""
    connect: Callable[[], AbstractContextManager[psycopg.Connection[Any]]]
    """Opens a transaction of the database under the role of the one who asked."""
    role: str | None = None
    """That role; None if nobody signed in."""


@dataclasses.dataclass(frozen=True)
class Found:
    """A process with its name and what does it."""

    id: str
    process: Process
    run: Run
    check: Check | None = None

    def ready(
        self, inputs: Mapping[str, Any], settings: Settings, catalogue: Catalogue
    ) -> Mapping[str, Any]:
        """Return the inputs if the process can begin with them: what it cannot know is refused.

        Raises:
            QueryError: One is not what its schema says, or names what is not there.
        """
        checked = self.checked(inputs)
        if self.check is not None:
            self.check(checked, settings, catalogue)
        return checked

    def checked(self, inputs: Mapping[str, Any]) -> Mapping[str, Any]:
        """Return the inputs if they are what the process says.

        Raises:
            QueryError: One is unknown, missing or not what its schema says.
        """
        known = self.process.inputs
        for name in inputs:
            if name not in known:
                raise QueryError(
                    f"inputs.{name}: {self.id} has no such input; it has {', '.join(known)}",
                    pl=f"inputs.{name}: {self.id} nie ma takiego wejścia; ma {', '.join(known)}",
                )
        for name, one in known.items():
            if one.required and name not in inputs:
                raise QueryError(f"inputs.{name} is missing", pl=f"brakuje inputs.{name}")
            if name in inputs:
                _check(f"inputs.{name}", inputs[name], one.schema)
        return inputs


_SAID: Mapping[str, tuple[str, str]] = {
    "enum": ("nie jest jednym z: {}", "is none of: {}"),
    "type": ("nie jest typu {}", "is not of the type {}"),
    "minimum": ("jest mniejsze niż {}", "is less than {}"),
    "maximum": ("jest większe niż {}", "is more than {}"),
    "exclusiveMinimum": ("nie jest większe niż {}", "is not more than {}"),
    "uniqueItems": ("zawiera coś dwa razy", "has something twice"),
}
"""What is said of a value that a keyword of JSON Schema refuses: Polish, English."""
_LONGEST = 80


def _check(name: str, value: Any, schema: Mapping[str, Any]) -> None:
    draft = jsonschema.Draft202012Validator
    validator = draft(schema, format_checker=draft.FORMAT_CHECKER)
    error = next(iter(validator.iter_errors(value)), None)
    if error is None:
        return
    where = name + "".join(f"[{one}]" for one in error.absolute_path)
    found = error.instance
    shown = found if isinstance(found, str) else json.dumps(found, ensure_ascii=False)
    shown = shown[:_LONGEST]
    if error.validator in ("pattern", "format") and (examples := error.schema.get("examples")):
        like = ", ".join(map(str, examples))
        text, polish = f'"{shown}" is not like {like}', f"„{shown}” nie jest jak {like}"
    elif error.validator in _SAID:
        allowed = error.validator_value
        listed = ", ".join(map(str, allowed)) if isinstance(allowed, list) else str(allowed)
        polish, text = (
            f"{quoted} {said.format(listed)}"
            for quoted, said in zip(
                (f"„{shown}”", f'"{shown}"'), _SAID[error.validator], strict=True
            )
        )
    else:
        text = f"{error.message[:300]}"
        polish = f"{text} (wejście nie zgadza się z opisem procesu)"
    raise QueryError(f"{where}: {text}", pl=f"{where}: {polish}")


type Processes = Mapping[str, Found]


def every() -> Processes:
    """Return all processes by their names: the folder `sip/processes` is the list."""
    from sip import processes

    found = {}
    for module in sorted(pkgutil.iter_modules(processes.__path__), key=lambda one: one.name):
        code = importlib.import_module(f"sip.processes.{module.name}")
        found[module.name] = Found(
            module.name, code.PROCESS, code.run, getattr(code, "check", None)
        )
    return found


def find(name: str) -> Found:
    """Return a process by its name.

    Raises:
        NotFound: There is none.
    """
    found = every().get(name)
    if found is None:
        raise NotFound(f'there is no process "{name}"', pl=f"nie ma procesu „{name}”")
    return found
