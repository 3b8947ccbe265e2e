"""Whole installations of SIP that run for tests, shared by the workers of a run."""

from __future__ import annotations

import dataclasses
import fcntl
import os
import shutil
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Literal

from sip.settings import Settings

ROOT = Path(__file__).parents[1]
TEST_SCALE = 0.02


@dataclasses.dataclass(frozen=True)
class Server:
    """An installation that runs for tests."""

    url: str
    settings: Settings

    def sip(self, *words: str, check: bool = True) -> subprocess.CompletedProcess[str]:
        """Run a verb on it."""
        return subprocess.run(
            [Path(sys.executable).with_name("sip"), *words],
            env={**self.settings.environment, "PATH": os.environ["PATH"]},
            capture_output=True, text=True, check=check, stdin=subprocess.DEVNULL,
        )  # fmt: skip


@contextmanager
def running(
    state: Path,
    run: str,
    *,
    mode: Literal["demo", "production"],
    project: Path = ROOT,
    database_url: str = "",
) -> Iterator[Server]:
    """Set up an installation, one for all workers of a run; the last one stops it."""
    folder = state / "runs" / run
    folder.mkdir(parents=True, exist_ok=True)
    with counted(folder, 1) as users:
        port = folder / "port"
        if users == 1:
            port.write_text(str(free_port()))
        settings = Settings(
            project, state, port=int(port.read_text()), mode=mode, database_url=database_url
        )
        one = Server(f"http://localhost:{settings.port}", settings)
        if users == 1:
            one.sip("setup", "--data-only", "--scale", str(TEST_SCALE))
            one.sip("up")
    try:
        yield one
    finally:
        with counted(folder, -1) as users:
            if users == 0:
                one.sip("down")
                shutil.rmtree(folder.parent)


@contextmanager
def running_copy(name: str, run: str) -> Iterator[Server]:
    """Run an installation of a copy of the project, without any rows yet; it goes at the end."""
    # Not below tmp_path: each run of pytest closes that to the system user of the services.
    folder = ROOT / ".sip" / "copies" / f"{name}-{run[:12]}"
    for part in ("layers", "styles"):
        shutil.copytree(ROOT / part, folder / part)
    try:
        with running(folder / ".sip", run, mode="production", project=folder) as one:
            yield one
    finally:
        shutil.rmtree(folder)


def free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


@contextmanager
def counted(folder: Path, step: int) -> Iterator[int]:
    """Hold the run's lock and count the workers that use something; yield how many do."""
    with (folder / "users").open("a+") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        file.seek(0)
        users = int(file.read() or 0) + step
        file.truncate(0)
        file.write(str(users))
        file.flush()
        yield users
