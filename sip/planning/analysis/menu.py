"""All computations with their parameters, once: for the command, for OGC API and for the portal."""

from __future__ import annotations

import dataclasses
import datetime
from collections.abc import Callable, Mapping
from typing import Any, Literal

from sip.errors import QueryError
from sip.planning.analysis.asking import Connection
from sip.planning.analysis.declared import Ground
from sip.planning.analysis.table import Table
from sip.text import Text

type Kind = Literal["text", "date", "year", "unit", "areas", "act", "gmina"]
type Given = Mapping[str, Any]
_YEARS = (1990, 2100)


@dataclasses.dataclass(frozen=True)
class Parameter:
    """What a computation must be told."""

    name: str
    title: Text
    kind: Kind = "text"
    is_required: bool = False
    choices: tuple[str, ...] = ()
    default: str | None = None


@dataclasses.dataclass(frozen=True)
class Analysis:
    """A computation that planners ask for."""

    id: str
    title: Text
    abstract: Text
    parameters: tuple[Parameter, ...]
    compute: Callable[[Connection, Ground, Given], Table]


_DATE = Parameter("date", Text(pl="Dzień (dziś)", en="Day (today)"), "date")
_UNIT = Parameter(
    "unit", Text(pl="Jednostka", en="Unit"), "unit", choices=("gmina", "precinct"), default="gmina"
)
_AREAS = Parameter(
    "areas",
    Text(pl="Z czego", en="Of what"),
    "areas",
    choices=("zones", "land_use"),
    default="zones",
)
_GMINA = Parameter("gmina", Text(pl="Gmina (kod TERYT)", en="Gmina (TERYT code)"), "gmina")


def _act(name: str, pl: str, en: str, *, is_required: bool = True) -> Parameter:
    return Parameter(name, Text(pl=pl, en=en), "act", is_required=is_required)


def _balance(connection: Connection, ground: Ground, given: Given) -> Table:
    from sip.planning.analysis import numbers

    return numbers.balance(
        connection, ground, unit=given["unit"], areas=given["areas"], date=given["date"]
    )


def _coverage(connection: Connection, ground: Ground, given: Given) -> Table:
    from sip.planning.analysis import asking, numbers

    first, last = given["from_year"], given["to_year"]
    if first is None:
        return numbers.coverage(connection, ground, unit=given["unit"], dates=[given["date"]])
    last = first if last is None else last
    if last < first:
        raise QueryError(f"to_year {last} is before from_year {first}", pl="zły zakres lat")
    days = [min(one, given["date"]) for one in asking.days(first, last)]
    return numbers.coverage(connection, ground, unit=given["unit"], dates=days)


def _comparison(connection: Connection, ground: Ground, given: Given) -> Table:
    from sip.planning.analysis import drafts

    return drafts.comparison(connection, ground, before=given["before"], after=given["after"])


def _conflicts(connection: Connection, ground: Ground, given: Given) -> Table:
    from sip.planning.analysis import drafts

    return drafts.conflicts(connection, ground, act=given["act"])


def _capacity(connection: Connection, ground: Ground, given: Given) -> Table:
    from sip.planning.analysis import drafts

    return drafts.capacity(
        connection, ground, act=given["act"], areas=given["areas"], date=given["date"]
    )


def _infill(connection: Connection, ground: Ground, given: Given) -> Table:
    from sip.planning.analysis import drafts

    return drafts.infill_areas(connection, ground, unit=given["gmina"], date=given["date"])


ANALYSES: Mapping[str, Analysis] = {
    one.id: one
    for one in (
        Analysis(
            "balance",
            Text(pl="Bilans terenów", en="Balance of land"),
            Text(
                pl="Ile hektarów i procent każdej gminy albo obrębu zajmują strefy planu ogólnego"
                " lub tereny planów miejscowych, obowiązujące w danym dniu.",
                en="How many hectares and percent of every municipality or precinct zones of the"
                " general plan, or areas of local plans, take that are in force on a day.",
            ),
            (_UNIT, _AREAS, _DATE),
            _balance,
        ),
        Analysis(
            "coverage",
            Text(pl="Pokrycie planami miejscowymi", en="Coverage by local plans"),
            Text(
                pl="Jaki udział powierzchni obejmowały plany miejscowe w danym dniu albo na koniec"
                " kolejnych lat, i ile w nich zieleni.",
                en="Which share of the area local plans covered on a day, or at the end of some"
                " years, and how much of it is green.",
            ),
            (
                _UNIT,
                Parameter("from_year", Text(pl="Od roku", en="From year"), "year"),
                Parameter("to_year", Text(pl="Do roku", en="To year"), "year"),
                _DATE,
            ),
            _coverage,
        ),
        Analysis(
            "compare",
            Text(pl="Porównanie aktów", en="Comparison of acts"),
            Text(
                pl="Tereny, które zmieniają przeznaczenie lub parametry między dwoma aktami albo"
                " wersjami aktu.",
                en="Ground that changes its use or parameters between two acts, or versions.",
            ),
            (_act("before", "Akt wcześniejszy", "The earlier act"),
             _act("after", "Akt późniejszy", "The later act")),
            _comparison,
        ),
        Analysis(
            "conflicts",
            Text(pl="Kolizje projektu", en="Conflicts of a draft"),
            Text(
                pl="Gdzie ustalenia aktu kolidują z zagrożeniem powodziowym, hałasem, ochroną"
                " przyrody, sieciami i planowanymi inwestycjami.",
                en="Where an act collides with flood hazard, noise, nature protection, networks"
                " and planned investments.",
            ),
            (_act("act", "Akt", "The act"),),
            _conflicts,
        ),
        Analysis(
            "capacity",
            Text(pl="Chłonność terenów", en="Capacity of land"),
            Text(
                pl="Powierzchnia zabudowy, jaką dopuszczają parametry, wobec istniejącej.",
                en="The floor area that parameters allow, against what stands.",
            ),
            (_act("act", "Akt", "The act", is_required=False), _AREAS, _DATE),
            _capacity,
        ),
        Analysis(
            "infill",
            Text(pl="Obszary uzupełnienia zabudowy", en="Infill areas"),
            Text(
                pl="Obszary wyznaczone z budynków: skupienia co najmniej pięciu w odległości"
                " do 100 m, z buforem 50 m, bez dziur do 5000 m², zwężone o 40 m.",
                en="Areas made from buildings: groups of at least five within 100 m, with 50 m"
                " around them, holes up to 5,000 m² filled, drawn in by 40 m.",
            ),
            (_GMINA, _DATE),
            _infill,
        ),
    )
}  # fmt: skip


def understood(analysis: Analysis, given: Mapping[str, object], today: datetime.date) -> Given:
    """Return the value of every parameter, read and with defaults.

    Raises:
        QueryError: One is missing, unknown, or cannot be read.
    """
    known = {one.name for one in analysis.parameters}
    if strange := sorted(set(given) - known):
        some = ", ".join(sorted(known))
        raise QueryError(
            f'"{strange[0]}" is no parameter of {analysis.id}; it has {some}',
            pl=f"„{strange[0]}” nie jest parametrem; są: {some}",
        )
    return {one.name: _value(one, given.get(one.name), today) for one in analysis.parameters}


def _value(parameter: Parameter, given: object, today: datetime.date) -> object:
    name = parameter.name
    text = "" if given is None else str(given).strip()
    if not text:
        if parameter.is_required:
            raise QueryError(f'the parameter "{name}" is missing', pl=f"brak parametru „{name}”")
        return today if parameter.kind == "date" else parameter.default
    if parameter.choices and text not in parameter.choices:
        some = ", ".join(parameter.choices)
        raise QueryError(f'{name} is "{text}"; it may be {some}', pl=f"{name}: dozwolone {some}")
    if parameter.kind == "date":
        try:
            return datetime.date.fromisoformat(text)
        except ValueError:
            raise QueryError(f'{name} is "{text}"; write a day as 2026-01-31',
                             pl=f"{name}: wpisz dzień jako 2026-01-31") from None  # fmt: skip
    if parameter.kind == "year":
        if not text.isdecimal() or not _YEARS[0] <= int(text) <= _YEARS[1]:
            raise QueryError(f'{name} is "{text}"; it must be a year', pl=f"{name}: wpisz rok")
        return int(text)
    return text
