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
"""

from __future__ import annotations

import dataclasses
import importlib
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


@dataclasses.dataclass(frozen=True)
class Input:
    """One input of a process."""

    title: Text
    schema: Mapping[str, Any]
    """JSON Schema of its value; inputs are checked against it before a job is made."""
    required: bool = True


@dataclasses.dataclass(frozen=True)
class Output:
    """One output of a process: a value, or a file where it has a media type."""

    title: Text
    schema: Mapping[str, Any] = dataclasses.field(default_factory=dict)
    media_type: str = ""
    """Of a file; `run` returns its path below `Running.folder`."""


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


def _check(name: str, value: Any, schema: Mapping[str, Any]) -> None:
    validator = jsonschema.Draft202012Validator(schema)
    error = next(iter(validator.iter_errors(value)), None)
    if error is not None:
        where = "".join(f"[{one}]" for one in error.absolute_path)
        if error.validator == "pattern" and (examples := error.schema.get("examples")):
            like = ", ".join(map(str, examples))
            text = f'{name}{where}: "{str(error.instance)[:80]}" is not like {like}'
            polish = f"{name}{where}: „{str(error.instance)[:80]}” nie jest jak {like}"
            raise QueryError(text, pl=polish)
        text = f"{name}{where}: {error.message[:300]}"
        raise QueryError(text, pl=f"{text} (wejście nie zgadza się z opisem procesu)")


type Processes = Mapping[str, Found]


def every() -> Processes:
    """Return all processes by their names: the folder `sip/processes` is the list."""
    from sip import processes

    found = {}
    for module in sorted(pkgutil.iter_modules(processes.__path__), key=lambda one: one.name):
        code = importlib.import_module(f"sip.processes.{module.name}")
        found[module.name] = Found(module.name, code.PROCESS, code.run)
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
