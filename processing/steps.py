"""Steps: pure functions from files and parameters to files, found by name.

`processing/<theme>/steps.py` holds the steps of a theme; `terrain.hillshade` is the step
`hillshade` there. A worker on another machine is told the name, and imports the same code.
"""

from __future__ import annotations

import dataclasses
import difflib
import importlib
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from sip.errors import UsageError

type Value = str | int | float | bool | Sequence["Value"] | Mapping[str, "Value"] | None
"""What a parameter can be: anything that JSON can write."""

type Inputs = Mapping[str, Sequence[Path]]
"""The files of each named input."""

type Outputs = Mapping[str, Path]
"""Where to write each named output; the file's name ends as the step declares."""

type Work = Callable[..., None]


@dataclasses.dataclass(frozen=True)
class Step:
    """A pure function `(inputs, outputs, **parameters)`: same files in, same bytes out.

    What it writes must not depend on the clock, the host, the number of workers or on anything
    that is not among its inputs and parameters.
    """

    version: int
    """Raise it when the same inputs give other bytes: what older code made is made again."""
    outputs: Mapping[str, str]
    """File name of each output."""
    work: Work


def step(*, version: int, outputs: Mapping[str, str]) -> Callable[[Work], Step]:
    """Declare a function of `processing/<theme>/steps.py` as a step of its own name."""
    return lambda work: Step(version, outputs, work)


def find(name: str) -> Step:
    """Return the step that a name like `terrain.hillshade` stands for.

    Raises:
        UsageError: There is none.
    """
    theme, _, function = name.partition(".")
    try:
        found = _module(theme).get(function)
    except ModuleNotFoundError:
        found = None
    if not isinstance(found, Step):
        some = difflib.get_close_matches(name, known(), n=3, cutoff=0.5)
        hint = some or [one for one in known() if one.startswith(f"{theme}.")] or known()
        raise UsageError(f'there is no step "{name}" ({", ".join(hint)})')
    return found


def known() -> list[str]:
    """Return the names of all steps there are, sorted."""
    root = Path(__file__).parent
    return sorted(
        f"{file.parent.name}.{name}"
        for file in root.glob("*/steps.py")
        for name, one in _module(file.parent.name).items()
        if isinstance(one, Step)
    )


def _module(theme: str) -> dict[str, object]:
    return vars(importlib.import_module(f"processing.{theme}.steps"))
