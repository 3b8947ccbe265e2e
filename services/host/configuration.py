"""The generated configuration of the supervisor and of nginx, below `.sip/host/`."""

from __future__ import annotations

import math
import os
from collections.abc import Sequence
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from services.host.programs import (
    HERE,
    Program,
    app_socket,
    metrics_folder,
    nginx_pid,
    web_configuration,
)
from services.ows import engine
from sip import account
from sip.settings import Settings

_LOG_BYTES = 10_000_000
_LOGS_KEPT = 5
_MODULES = Path("/usr/lib/nginx/modules")
_BROTLI = ("ngx_http_brotli_filter_module.so",)
_COMPRESSED = (
    "application/json application/geo+json application/schema+json application/problem+json "
    '"application/vnd.oai.openapi+json;version=3.0" application/xml text/xml application/gml+xml '
    "application/vnd.ogc.wms_xml application/vnd.ogc.gml text/css text/javascript "
    "application/javascript text/plain text/csv image/svg+xml application/wasm "
    "application/vnd.mapbox-vector-tile application/vnd.ogc.sld+xml"
)


def supervisor_file(settings: Settings) -> Path:
    """Return the configuration file of the supervisor."""
    return settings.state / "host" / "supervisord.conf"


def supervisor_socket(settings: Settings) -> Path:
    """Return the socket on which the supervisor takes commands.

    Its folder is the supervisor's own, where containers share the run folder.
    """
    return settings.run / "host" / "supervisor.sock"


def prepare_folders(settings: Settings) -> None:
    """Make the folders of sockets, logs and counts, with their owners."""
    account.own(settings.run, 0o755)
    for folder in (settings.state / "host", settings.logs, settings.run / "host"):
        folder.mkdir(parents=True, exist_ok=True)
    settings.logs.chmod(0o750)  # statements on personal data are in the database's
    run = settings.run
    for folder in (
        run / "app",
        run / "web",
        metrics_folder(settings),
        settings.files,
        settings.mail,
    ):
        account.own(folder, 0o700)
    account.own(settings.jobs, 0o750)
    account.own(settings.drawings, 0o755)
    settings.flights.mkdir(exist_ok=True)


def write_web(settings: Settings) -> None:
    """Write the configuration of nginx."""
    brotli = all((_MODULES / one).exists() for one in _BROTLI)
    jinja = Environment(
        loader=FileSystemLoader(HERE), undefined=StrictUndefined, trim_blocks=True,
        lstrip_blocks=True, keep_trailing_newline=True,
    )  # fmt: skip
    text = jinja.get_template("nginx.conf.jinja").render(
        modules=[_MODULES / one for one in _BROTLI] if brotli else [],
        brotli=brotli,
        user=account.name() if os.geteuid() == 0 else "",
        processes=os.cpu_count() or 1,
        run=settings.run,
        pid=nginx_pid(settings),
        compressed_types=_COMPRESSED,
        limits=settings.limits,
        header_kib=math.ceil(settings.limits.filter_chars * 3 / 1024) + 4,
        app_sockets=[app_socket(settings, one + 1) for one in range(settings.workers)],
        mapserver_header=engine.FRONT_HEADER,
        mapserver_location=engine.LOCATION,
        mapserver_socket=settings.run / engine.SOCKET,
        host=settings.host,
        port=settings.port,
        read_s=math.ceil(settings.limits.statement_s * 3),
    )
    web_configuration(settings).write_text(text)


def write_supervisor(
    settings: Settings, programs: Sequence[Program], *, to_stdout: bool = False
) -> Path:
    """Write the configuration of the supervisor for these programs; return its file.

    Their logs are files that are rotated, or the standard output.
    """
    sections = [_supervisor(settings)]
    for place, program in enumerate(programs, 1):
        sections.append(_program(program, settings, place, to_stdout=to_stdout))
    file = supervisor_file(settings)
    new = file.with_suffix(".new")
    new.touch(mode=0o600)  # it may hold the address of a database with its password
    new.write_text("\n".join(sections))
    new.replace(file)
    return file


def _supervisor(settings: Settings) -> str:
    lines = [
        "; Written by SIP at every start.",
        "[supervisord]",
        f"logfile = {settings.logs / 'supervisor.log'}",
        f"logfile_maxbytes = {_LOG_BYTES}",
        f"logfile_backups = {_LOGS_KEPT}",
        f"pidfile = {settings.run / 'host' / 'supervisor.pid'}",
        f"childlogdir = {settings.logs}",
        "umask = 022",
        *(["user = root"] if os.geteuid() == 0 else []),
        "",
        "[unix_http_server]",
        f"file = {supervisor_socket(settings)}",
        "chmod = 0700",
        "",
        "[rpcinterface:supervisor]",
        "supervisor.rpcinterface_factory = supervisor.rpcinterface:make_main_rpcinterface",
        "",
    ]
    return _escaped(lines)


def _program(program: Program, settings: Settings, place: int, *, to_stdout: bool) -> str:
    kind = "fcgi-program" if program.socket else "program"
    environment = {"SIP_VERSION": program.version, **program.environment}
    lines = [
        f"[{kind}:{program.name}]",
        f"command = {' '.join(_quoted(word) for word in program.command)}",
        f"environment = {','.join(f'{k}={_quoted(v)}' for k, v in environment.items())}",
        "directory = /",
        f"priority = {place}",
        "autorestart = true",
        "startsecs = 1",
        "startretries = 1000000",
        f"stopsignal = {program.stop_signal}",
        "stopwaitsecs = 30",
        "redirect_stderr = true",
    ]
    if os.geteuid() == 0:
        lines.append(f"user = {'root' if program.as_root else account.name()}")
    if program.socket:
        lines.append(f"socket = unix://{program.socket}")
        lines.append("socket_mode = 0700")
        lines.append(f"socket_owner = {account.name()}")
    if program.processes > 1:
        lines.append(f"numprocs = {program.processes}")
        lines.append("process_name = \0(program_name)s-\0(process_num)d")
    if to_stdout:
        lines += ["stdout_logfile = /dev/fd/1", "stdout_logfile_maxbytes = 0"]
    else:
        lines += [
            f"stdout_logfile = {settings.logs / program.name}.log",
            f"stdout_logfile_maxbytes = {_LOG_BYTES}",
            f"stdout_logfile_backups = {program.logs_kept}",
        ]
    return _escaped([*lines, ""])


def _escaped(lines: Sequence[str]) -> str:
    """Double each percent sign, which the supervisor would expand; `\\0` stands for a real one."""
    return "\n".join(lines).replace("%", "%%").replace("\0", "%")


def _quoted(word: str) -> str:
    escaped = word.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
