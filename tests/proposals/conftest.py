"""A register of trees, and what a flight has found."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import geopandas
import pytest
import shapely

from sip.database.migrate import migrate
from sip.field.part import parts
from sip.field.session import acting
from sip.proposals import review
from sip.proposals.adding import Evidence, Run, Summary, add
from sip.proposals.found import Reading, read_found
from sip.proposals.review import Proposal
from tests.conftest import Project
from tests.field.conftest import TREE, worker

__all__ = ["worker"]  # a fixture
NOTHING = Evidence()


@pytest.fixture
def trees(project: Project) -> Project:
    """Five oaks 10 m apart, 11 to 15 m high."""
    project.declare("tree", TREE)
    migrate(project.load(), project.settings)
    planted(project)
    return project


def planted(project: Project) -> None:
    project.sql(
        "INSERT INTO town.tree (no, kind, height_m, owner, geom) SELECT 'T' || n, 'oak', 10 + n,"
        " 'Jan', st_setsrid(st_makepoint(7470000 + 10 * n, 5640000), 2178)"
        " FROM generate_series(1, 5) AS n"
    )


def flown(file: Path, *rows: tuple[float, float, float, float], **columns: Any) -> Path:
    """Write crowns: metres east and north of the origin, height, confidence."""
    shapes = [shapely.Point(7470000 + x, 5640000 + y).buffer(2) for x, y, *_ in rows]
    frame = geopandas.GeoDataFrame(
        {"height_m": [one[2] for one in rows], "confidence": [one[3] for one in rows], **columns},
        geometry=shapes, crs=2178,
    )  # fmt: skip
    frame.to_parquet(file)
    return file


def proposed(
    project: Project, file: Path, *, person: str | None = None, name: str = "2026",
    set_: dict[str, Any] | None = None, evidence: Evidence = NOTHING, **how: Any,
) -> Summary:  # fmt: skip
    """Add the proposals of a file."""
    with acting(project.settings, person) as connection:
        known = project.load()
        (part,) = parts(known, ["tree"], connection)
        if "without" in how:
            how["without"] = parts(known, [how["without"]], connection)[0]
        found = read_found(file, part, Reading({}, set_ or {}))
        return add(connection, part, found, Run(name, file.name, **how), lambda one: evidence)


def waiting(project: Project, person: str | None = None, **which: Any) -> Sequence[Proposal]:
    with acting(project.settings, person) as connection:
        return review.listed(connection, **which)


def decide(project: Project, identifier: int, *, person: str | None = None, **how: Any) -> Any:
    with acting(project.settings, person) as connection:
        return review.decide(connection, identifier, project.load(), **how)
