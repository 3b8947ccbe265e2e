"""A plan that is right in everything, drawn small, and what makes it wrong."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from bench.planning import Drawn
from sip.planning import rules
from sip.planning.rules import RuleBook

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="session")
def book() -> RuleBook:
    return rules.read(ROOT, datetime.date(2026, 11, 22))


@pytest.fixture(scope="session")
def plan() -> str:
    return "".join(Drawn().gml())


@pytest.fixture(scope="session")
def samples() -> Path:
    folder = ROOT.parent / "shared" / "data" / "app"
    if not folder.is_dir():
        pytest.skip("the samples of the ministry's plugin are not beside the project")
    return folder
