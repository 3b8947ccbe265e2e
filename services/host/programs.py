"""Which programs SIP consists of, and how each is called."""

from __future__ import annotations

import dataclasses
import hashlib
import os
import shutil
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

from services.gateway import metrics
from services.ows import engine
from sip.database import cluster
from sip.errors import ProjectError
from sip.settings import Settings

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
DATABASE, APP, MAPSERVER, JOBS, WEB = GROUPS = ("database", "app", "mapserver", "jobs", "web")
_CACHE = "__pycache__"
"""Compiled modules and functions: they come while programs run."""


@dataclasses.dataclass(frozen=True)
class Program:
    """One program of the supervisor."""

    name: str
    group: str
    command: Sequence[str]
    environment: Mapping[str, str] = dataclasses.field(default_factory=dict)
    socket: Path | None = None
    """A FastCGI program: the supervisor listens here and hands the socket to each process."""
    processes: int = 1
    stop_signal: str = "TERM"
    as_root: bool = False
    """Started by root it stays root, because it gives up its rights itself."""
    logs_kept: int = 5
    """How many full logs of it are kept."""
    version: str = ""
    """Changes when files that it reads at its start have changed."""


def programs(settings: Settings, groups: Sequence[str] = GROUPS) -> list[Program]:
    """Return the programs of some groups, in the order in which they start.

    Raises:
        ProjectError: A program is not installed.
    """
    return [one for group, made in _PROGRAMS.items() if group in groups for one in made(settings)]


def app_socket(settings: Settings, number: int) -> Path:
    """Return the socket of one worker of the application; numbers begin with 1."""
    return settings.run / "app" / f"{number}.sock"


def web_configuration(settings: Settings) -> Path:
    """Return the file that nginx is started with."""
    return settings.state / "host" / "nginx.conf"


def nginx_pid(settings: Settings) -> Path:
    """Return the file in which nginx keeps the number of its first process."""
    return settings.run / "host" / "nginx.pid"


def metrics_folder(settings: Settings) -> Path:
    """Return the folder in which the workers add up their counts."""
    return settings.run / metrics.FOLDER


def _database(settings: Settings) -> Iterator[Program]:
    if not settings.database_url:
        command = cluster.server_command(settings)
        # What those did who read personal data in SQL stands in its log.
        yield Program(
            "database", DATABASE, command, stop_signal="INT", logs_kept=100,
            version=_digest([settings.cluster / one for one in cluster.FILES]),
        )  # fmt: skip


def _app(settings: Settings) -> Iterator[Program]:
    for number in range(1, settings.workers + 1):
        yield Program(
            f"app-{number}",
            APP,
            (
                sys.executable, "-m", "uvicorn", "--factory", "services.gateway.app:create",
                "--uds", str(app_socket(settings, number)),
                "--proxy-headers", "--forwarded-allow-ips", "*", "--no-server-header",
                "--no-access-log", "--log-config", str(HERE / "logging.json"),
                "--timeout-graceful-shutdown", "10",
            ),
            environment={
                **settings.environment,
                "PROMETHEUS_MULTIPROC_DIR": str(metrics_folder(settings)),
            },
            version=code_version(),
        )  # fmt: skip


def _mapserver(settings: Settings) -> Iterator[Program]:
    yield Program(
        "mapserver",
        MAPSERVER,
        engine.command(),
        environment=engine.environment(settings),
        socket=settings.run / engine.SOCKET,
        processes=max(2, os.cpu_count() or 2),
        stop_signal="INT",  # it does not heed the others
    )


def _jobs(settings: Settings) -> Iterator[Program]:
    yield Program(
        "jobs",
        JOBS,
        (str(Path(sys.executable).with_name("sip")), "work", "--jobs"),
        environment=settings.environment,
        version=code_version(),
    )
    yield Program(
        "post",
        JOBS,
        (str(Path(sys.executable).with_name("sip")), "work", "--post"),
        environment=settings.environment,
        version=code_version(),
    )


def _web(settings: Settings) -> Iterator[Program]:
    file = web_configuration(settings)
    yield Program(
        "web",
        WEB,
        (
            "/bin/sh",
            str(HERE / "nginx.sh"),
            _installed("nginx"),
            str(file),
            str(settings.run / "host" / "nginx.pid"),
        ),
        stop_signal="QUIT",
        as_root=True,
        version=_digest([file]) if file.exists() else "",
    )


_PROGRAMS: dict[str, Callable[[Settings], Iterator[Program]]] = {
    DATABASE: _database,
    APP: _app,
    MAPSERVER: _mapserver,
    JOBS: _jobs,
    WEB: _web,
}
"""By group, in the order in which they start."""


def _installed(name: str) -> str:
    path = shutil.which(name, path="/usr/sbin:/usr/local/sbin:/usr/bin:/usr/local/bin")
    if path is None:
        raise ProjectError(f"{name} is not installed; make demo installs it, as root or with sudo")
    return path


def code_version() -> str:
    """Return a digest of the code and of the packages that it runs with, not of what it caches."""
    files = [
        ROOT / "requirements.lock",
        *(ROOT / "sip").rglob("*"),
        *(ROOT / "services").rglob("*"),
        *(ROOT / "processing").rglob("*"),
    ]
    return _digest(sorted(one for one in files if one.is_file() and _CACHE not in one.parts))


def _digest(files: Sequence[Path]) -> str:
    digest = hashlib.sha256()
    for file in files:
        if file.exists():
            digest.update(file.read_bytes())
    return digest.hexdigest()[:16]
