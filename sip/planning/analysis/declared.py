"""What the computations read, as `layers/planning/app/analysis.yaml` declares it."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from pathlib import Path
from typing import Literal

from sip import declaration
from sip.catalogue import Catalogue, Layer
from sip.declaration import Model
from sip.errors import DeclarationError, NotFound, Problem
from sip.planning.rules import FOLDER, RuleSource
from sip.text import Text

FILE = FOLDER / "analysis.yaml"
type Only = Literal["built_kinds", "green_kinds", "other_kinds"]


class Unit(Model):
    """Areas that numbers are given for."""

    title: Text
    layer: str
    key: str
    name: str


class Acts(Model):
    """The layer of acts."""

    layer: str
    key: str
    names: list[str]
    """Fields by which people call an act."""
    since: str
    until: str
    in_force: str
    status: str
    """The field that says how far an act is."""
    local: str
    """SQL: which acts are local plans."""


class Parameters(Model):
    """The fields of what may be built."""

    intensity: str
    coverage_pct: str
    height_m: str
    bio_active_pct: str


class Areas(Model):
    """A layer of areas of one use each."""

    title: Text
    layer: str
    kind: str
    name: str
    act: str
    since: str
    until: str
    in_force: str
    parameters: Parameters
    built_kinds: list[str]
    green_kinds: list[str]


class Buildings(Model):
    """The layer of buildings."""

    layer: str
    kind: str
    storeys: str
    since: str
    until: str


class Infill(Model):
    """The numbers of the algorithm of infill areas."""

    kinds: list[str]
    """Kinds of buildings that count."""
    reach_m: float
    least_buildings: int
    buffer_m: float
    hole_m2: float
    shrink_m: float
    quarter_segments: int
    """Segments of a quarter of a circle in buffers."""
    most_pct: float
    """How far a plan may enlarge what was computed."""


class Conflict(Model):
    """What a draft is compared with."""

    title: Text
    layer: str
    where: str = "TRUE"
    within_m: float = 0.0
    only: Only | None = None
    """Which kinds of areas are in conflict; all where absent."""


class AnalysisFile(Model):
    """`analysis.yaml`."""

    source: RuleSource
    units: Mapping[str, Unit]
    acts: Acts
    areas: Mapping[str, Areas]
    buildings: Buildings
    storey_m: float
    """Height of a storey, where a plan says heights and not storeys."""
    infill: Infill
    least_m2: float
    least_m: float
    conflicts: Mapping[str, Conflict]


@dataclasses.dataclass(frozen=True)
class Ground:
    """The declaration, and the layers of a catalogue as somebody sees them."""

    declared: AnalysisFile
    catalogue: Catalogue

    @property
    def crs(self) -> int:
        """EPSG code of the registers; its axes are metres."""
        return self.catalogue.project.storage_crs

    def layer(self, name: str) -> Layer:
        """Return a layer that is read.

        Raises:
            NotFound: The project, or what its reader sees of it, has no such layer.
        """
        found = self.catalogue.layers.get(name)
        if found is None or not found.is_visible:
            raise NotFound(f'there is no layer "{name}" to compute from', pl=f"brak warstwy {name}")
        return found


def read(project: Path) -> AnalysisFile:
    """Read the declaration.

    Raises:
        DeclarationError: The file is missing or wrong.
    """
    document, problems = declaration.read(project / FILE)
    if document is not None and not problems:
        spec, problems = declaration.bind(AnalysisFile, document)
        if spec is not None and not problems:
            return spec
    raise DeclarationError(problems or [Problem(FILE, 0, "", "the file cannot be read")])
