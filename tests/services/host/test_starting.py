"""What `sip up` waits for, and what it starts anew."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from pathlib import Path

import pytest

from services.host import programs, supervisor
from services.host.programs import APP, Program
from services.host.supervisor import StartError, State
from sip.settings import Settings

SLOW_S = 120


class Clock:
    """A clock that only sleeping moves."""

    def __init__(self) -> None:
        self.now = 0.0

    def monotonic(self) -> float:
        return self.now

    def sleep(self, seconds: float) -> None:
        self.now += seconds


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    made = Clock()
    monkeypatch.setattr(supervisor, "time", made)
    return made


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(project=tmp_path, state=tmp_path)


def app() -> Program:
    return Program("app-1", APP, ("true",))


def test_a_slow_program_is_waited_for(
    clock: Clock, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(supervisor, "states", lambda _: [State("app-1", "RUNNING", 7, 1)])
    monkeypatch.setattr(supervisor, "_answers", lambda _: clock.now >= SLOW_S)
    supervisor._wait(settings, app())
    assert clock.now == pytest.approx(SLOW_S, abs=1)


def test_a_program_that_dies_again_and_again_is_not(
    clock: Clock, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    pids: Iterator[int] = itertools.count(1)
    monkeypatch.setattr(supervisor, "states", lambda _: [State("app-1", "RUNNING", next(pids), 1)])
    monkeypatch.setattr(supervisor, "_answers", lambda _: False)
    with pytest.raises(StartError, match="app-1 did not start"):
        supervisor._wait(settings, app())
    assert clock.now < 10


def test_what_programs_cache_is_no_new_code(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(programs, "ROOT", tmp_path)
    module = tmp_path / "processing" / "ground" / "filter.py"
    module.parent.mkdir(parents=True)
    module.write_text("1")
    before = programs.code_version()
    (module.parent / "__pycache__").mkdir()
    (module.parent / "__pycache__" / "filter.opening-12.nbi").write_text("2")
    assert programs.code_version() == before
    module.write_text("3")
    assert programs.code_version() != before
