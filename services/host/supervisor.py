"""The supervisor that keeps the programs running: started, told what to run, asked, stopped."""

from __future__ import annotations

import dataclasses
import http.client
import os
import socket
import subprocess
import sys
import time
import xmlrpc.client
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, NoReturn

from supervisor.xmlrpc import SupervisorTransport

from services.host import configuration
from services.host.programs import (
    APP,
    DATABASE,
    GROUPS,
    MAPSERVER,
    WEB,
    Program,
    app_socket,
    programs,
)
from services.ows import engine
from sip.database import cluster
from sip.errors import SipError
from sip.settings import Settings

_PATIENCE_S = 30
_PATIENCE_WITH_THE_LIVING_S = 300
"""A program that is alive may be slow: a small or busy machine is no fault of it."""
_LIVES = 3
"""A program that has died so often while it was waited for will not start."""
_PATH = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"


class StartError(SipError):
    """A program does not start, or something else holds its port."""


@dataclasses.dataclass(frozen=True)
class State:
    """How one process is doing."""

    name: str
    state: str
    """`RUNNING`, `STARTING`, `BACKOFF`, `STOPPED`, `FATAL` ..."""
    pid: int
    uptime_s: int


def is_running(settings: Settings) -> bool:
    """Say whether the supervisor of this project runs."""
    try:
        return bool(_remote(settings).getState())
    except (OSError, http.client.HTTPException):
        return False


def up(settings: Settings) -> list[str]:
    """Bring all programs to what they should be; return the names of those changed.

    What runs as it should is left alone; workers of the application are replaced one by one.

    Raises:
        StartError: A program did not start; the text ends with the last lines of its log.
    """
    wanted = _write(settings, GROUPS)
    started = not is_running(settings)
    if started:
        _check_port(settings)
        _release_database(settings)
        _launch(settings)
    changed = [one.name for one in wanted] if started else _reconcile(settings)
    for program in wanted:
        _wait(settings, program)
    return changed


def exec_foreground(settings: Settings, groups: Sequence[str]) -> NoReturn:
    """Become the supervisor, for a container or systemd; all logs go to the standard output."""
    configuration.prepare_folders(settings)
    if DATABASE in groups:
        cluster.ensure(settings)
        _release_database(settings)
    _write(settings, groups, to_stdout=True)
    command = _command(settings)
    # The programs' logs are opened by name, which only a pipe of our own allows in every case.
    forwarder = subprocess.Popen(["cat"], stdin=subprocess.PIPE)
    assert forwarder.stdin is not None
    os.dup2(forwarder.stdin.fileno(), sys.stdout.fileno())
    os.execve(command[0], [*command, "--nodaemon"], _environment())


def down(settings: Settings) -> bool:
    """Stop everything; say whether there was anything to stop."""
    if not is_running(settings):
        cluster.stop(settings)
        return False
    pid = int(_remote(settings).getPID())
    _remote(settings).shutdown()
    _until(lambda: not Path(f"/proc/{pid}").exists(), "the supervisor did not stop")
    return True


def restart(settings: Settings) -> None:
    """Restart the processes of the application and of MapServer, one after the other."""
    remote = _remote(settings)
    for program in programs(settings):
        if program.group in (DATABASE, WEB):
            continue
        for one in states(settings):
            if one.name.split(":")[0] == program.name:
                remote.stopProcess(one.name)
                remote.startProcess(one.name)
        _wait(settings, program)


def states(settings: Settings) -> list[State]:
    """Return how every process is doing; nothing where the supervisor does not run."""
    if not is_running(settings):
        return []
    return [_state(one) for one in _remote(settings).getAllProcessInfo()]


def _state(info: dict[str, Any]) -> State:
    name = info["name"] if info["group"] == info["name"] else f"{info['group']}:{info['name']}"
    uptime_s = info["now"] - info["start"] if info["statename"] == "RUNNING" else 0
    return State(name, info["statename"], info["pid"], uptime_s)


def _write(
    settings: Settings, groups: Sequence[str], *, to_stdout: bool = False
) -> Sequence[Program]:
    configuration.prepare_folders(settings)
    if DATABASE in groups and not settings.database_url:
        cluster.write_configuration(settings)
    if MAPSERVER in groups:
        engine.prepare(settings)
    if WEB in groups:
        configuration.write_web(settings)
    wanted = programs(settings, groups)
    configuration.write_supervisor(settings, wanted, to_stdout=to_stdout)
    return wanted


def _command(settings: Settings) -> list[str]:
    file = configuration.supervisor_file(settings)
    return [sys.executable, "-m", "supervisor.supervisord", "--configuration", str(file)]


def _environment() -> dict[str, str]:
    """Return all that a program finds in its environment beside what its section says."""
    return {"PATH": _PATH, "LANG": "C.UTF-8"}


def _launch(settings: Settings) -> None:
    subprocess.run(
        _command(settings), env=_environment(), stdin=subprocess.DEVNULL, cwd="/", check=True
    )
    _until(lambda: is_running(settings), "the supervisor did not start")


def _release_database(settings: Settings) -> None:
    """Stop a database that was started without the supervisor, so that it can take it over."""
    if not settings.database_url:
        cluster.stop(settings)


def _reconcile(settings: Settings) -> list[str]:
    remote = _remote(settings)
    added, changed, removed = remote.reloadConfig()[0]
    for name in (*removed, *changed):
        remote.stopProcessGroup(name)
        remote.removeProcessGroup(name)
        if name in changed:
            remote.addProcessGroup(name)
            for program in programs(settings):
                if program.name == name:
                    _wait(settings, program)
    for name in added:
        remote.addProcessGroup(name)
    return [*added, *changed, *removed]


def _wait(settings: Settings, program: Program) -> None:
    """Wait until a program's processes run and, for a worker, until it answers."""

    failure = f"{program.name} did not start"
    lives: set[tuple[str, int]] = set()

    def ready() -> bool:
        mine = [one for one in states(settings) if one.name.split(":")[0] == program.name]
        lives.update((one.name, one.pid) for one in mine if one.pid)
        if len(lives) > _LIVES * len(mine):
            raise StartError(failure)
        if not mine or any(one.state != "RUNNING" for one in mine):
            return False
        if program.group == DATABASE:
            return cluster.is_running(settings)
        if program.group == APP:
            return _answers(app_socket(settings, int(program.name.rpartition("-")[2])))
        return True

    try:
        _until(ready, failure, _PATIENCE_WITH_THE_LIVING_S)
    except StartError as error:
        log = settings.logs / f"{program.name}.log"
        lines = log.read_text(errors="replace").splitlines()[-15:] if log.exists() else []
        raise StartError("\n".join([str(error), f"  {log}:", *lines])) from error


def _answers(path: Path) -> bool:
    with socket.socket(socket.AF_UNIX) as one:
        try:
            one.connect(str(path))
        except OSError:
            return False
    return True


def _check_port(settings: Settings) -> None:
    with socket.socket(socket.AF_INET) as one:
        one.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            one.bind((settings.host, settings.port))
        except OSError as error:
            raise StartError(
                f"port {settings.port} of {settings.host} cannot be used: {error.strerror}\n"
                "  choose another one: SIP_PORT=8081"
            ) from error


def _until(done: Callable[[], bool], failure: str, patience_s: float = _PATIENCE_S) -> None:
    end = time.monotonic() + patience_s
    while not done():
        if time.monotonic() > end:
            raise StartError(failure)
        time.sleep(0.1)


def _remote(settings: Settings) -> Any:
    path = configuration.supervisor_socket(settings)
    transport = SupervisorTransport(None, None, f"unix://{path}")
    return xmlrpc.client.ServerProxy("http://localhost", transport=transport).supervisor
