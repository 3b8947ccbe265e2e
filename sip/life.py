"""The life of a register's rows: `layers/<theme>/lives/<layer>.yaml`.

A life is a state machine that the database enforces (`database/sql/life.sql`), whoever writes. Its
register has the fields `identifier`, `namespace`, `local_id`, `version_id`, `title`, `status`,
`state`, `valid_from`, `valid_to`, `version_from`, `version_to`; its log has `act_identifier`,
`state`, `step_date`, `ends_on`, `document_identifier`.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Annotated

from pydantic import Field as Key
from pydantic import model_validator

from sip.declaration import ID_PATTERN, Model

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sip.errors import Problem
    from sip.layer import CodeList, LayerFile
    from sip.project_files import Entry

type Name = Annotated[str, Key(pattern=ID_PATTERN)]
type Names = Annotated[tuple[str, ...], Key(strict=False)]


class LifeSource(Model):
    """Where the steps come from."""

    status: Annotated[str, Key(pattern="^(read|memory|ours)$")]
    """`read` in the law itself, from `memory` (to be verified), or of our own making."""
    citation: str = ""
    """The act."""


class State(Model):
    """A state that a row may be in."""

    status: str
    """The value of its field `status`, which coarser systems know."""


class Formerly(Model):
    """What an older law asked, and still asks of what was far enough when it changed."""

    before: datetime.date
    """The day from which the newer law holds."""
    step: str | None = None
    """The step that must have been taken before that day; this one where none is named."""
    lasts_days: int
    """It lasts at least so long."""


class Step(Model):
    """How a row comes to a state."""

    begins: bool = False
    """Whether a life begins with it."""
    from_: Annotated[Names, Key(alias="from")] = ()
    """States that it is taken from."""
    documents: Names = ()
    """One of these roles is needed; a document that has none yet gets the first."""
    lasts_days: int | None = None
    """It lasts, until a day that must be given, at least so long."""
    formerly: Formerly | None = None
    """What the law before asked."""
    first_day: datetime.date | None = None
    """The law knows it since then."""
    last_day: datetime.date | None = None
    """The law knew it until then."""
    after_end: bool = False
    """Not before the end of the step before."""
    days_after: dict[str, int] = {}
    """Days that must have passed since another step."""
    enters_force: bool = False
    """Whether its date begins the validity."""
    ends_force: bool = False
    """Whether its date ends the validity."""
    new_version: bool = False
    """Whether the row becomes a new version, and the former stays as it was."""
    cuts: bool = False
    """Whether the parts that were marked are cut out."""
    law: str
    """The paragraph."""
    source: Annotated[str, Key(pattern="^(read|memory|ours)$")]
    """Whether the paragraph was `read`, is from `memory` (to be verified), or is `ours`."""


class Kind(Model):
    """Rows whose life differs from that of the others."""

    types: Names
    """Values of the type field."""
    without: Names = ()
    """States that no step leads to."""
    steps: dict[str, Step] = {}
    """Steps that it takes in another way, or alone; each as a whole."""
    recorded: dict[str, str] = {}
    """State of a row that is recorded with a status only, where it differs."""


class Member(Model):
    """A register of parts, which share the life of what they belong to."""

    key: Name
    """Its unique field."""
    is_cut: bool = True
    """Whether its geometry is cut with that of the whole."""


class Exclusive(Model):
    """Rows in force of these types never cover the same ground."""

    types: Names
    """Values of the type field."""
    law: str
    """The paragraph."""
    source: Annotated[str, Key(pattern="^(read|memory|ours)$")]
    """As that of a step."""


class LifeFile(Model):
    """The life of one register."""

    source: LifeSource
    """Where the steps were read."""
    codes: Name
    """Code list of the states."""
    log: Name
    """Register in which each step is a row."""
    papers: Name
    """Register of documents."""
    documents: Name
    """Register of what documents do."""
    roles: Name
    """Code list of what they do."""
    cuts: Name
    """Register of the parts that are cut out."""
    members: dict[Name, Member]
    """Registers of parts."""
    states: dict[str, State]
    """Every state, by its code."""
    steps: dict[str, Step]
    """By the state that each leads to."""
    kinds: dict[str, Kind] = {}
    """Those that live in another way."""
    recorded: dict[str, str]
    """State of a row that is recorded with a status only."""
    in_force: str
    """The status of what is in force."""
    ended: str
    """The status of what is not any more."""
    superseded: str
    """The state of a version that a newer one replaces."""
    cut_part: str
    """The state of what a newer row replaces in part."""
    cut_whole: str
    """The state of what a newer row replaces as a whole."""
    adopting_role: str
    """Role of the document by which a newer row replaces others."""
    type_field: Name
    """Field that `exclusive` looks at."""
    sliver_m2: float
    """Common ground up to this size is none."""
    sliver_slenderness: float
    """Nor is ground of a larger perimeter squared by area."""
    exclusive: Annotated[tuple[Exclusive, ...], Key(strict=False)] = ()
    """Kinds of rows that exclude each other on the ground."""

    @model_validator(mode="after")
    def _states_are_there(self) -> LifeFile:
        ways = [self.steps, *(kind.steps for kind in self.kinds.values())]
        steps = [step for way in ways for step in way.values()]
        named = [state for way in ways for state in way]
        named += [*self.recorded.values(), self.superseded, self.cut_part, self.cut_whole]
        named += [one for step in steps for one in (*step.from_, *step.days_after)]
        for kind in self.kinds.values():
            named += [*kind.without, *kind.recorded.values()]
        strange = sorted(set(named) - set(self.states))
        if strange:
            raise ValueError(f"no such states: {', '.join(strange)}")
        return self

    def registers(self) -> tuple[str, ...]:
        """Return the layers that it names."""
        return (self.log, self.papers, self.documents, self.cuts, *self.members)


def check(
    lives: Mapping[str, Entry[LifeFile]],
    layers: Mapping[str, Entry[LayerFile]],
    code_lists: Mapping[str, Entry[CodeList]],
) -> Iterator[Problem]:
    """Find what lives name and is not there."""
    for name, life in lives.items():
        spec, document = life.spec, life.document
        for layer in (name, *spec.registers()):
            if layer not in layers or layers[layer].theme != life.theme:
                yield document.problem((), f'there is no layer "{layer}" in {life.theme}')
        for codes in (spec.codes, spec.roles):
            if codes not in code_lists:
                yield document.problem((), f'there is no code list "{codes}"')
        listed = code_lists[spec.codes].spec.codes() if spec.codes in code_lists else ()
        if listed and set(listed) != set(spec.states):
            odd = ", ".join(sorted(set(listed) ^ set(spec.states)))
            yield document.problem(("states",), f'differs from the list "{spec.codes}": {odd}')
