"""The private PostgreSQL cluster: made, configured, started and stopped; nobody else's is touched.

It listens on a socket, and on an address where `SIP_DATABASE_LISTEN` says so. Programs are known by
their operating-system account (peer): they have no password to lose. People have one (SCRAM).
A server is never run as root; root runs it as the system user `sip`.
"""

from __future__ import annotations

import fcntl
import os
import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import psycopg
from psycopg import sql

from sip import account
from sip.errors import DatabaseError
from sip.settings import Settings

FILES = ("postgresql.conf", "pg_hba.conf", "pg_ident.conf")
"""What is written into the data folder at each start."""
_SUPERUSER = "postgres"
_ROLES = (_SUPERUSER, "sip_owner", "sip_editor", "sip_public", "sip_gateway")
_SQL = Path(__file__).parent / "sql"
_PROGRAMS = Path("/usr/lib/postgresql")
_MIB = 2**20
_CERTIFICATE = ("server.crt", "server.key")

# fmt: off
_CONFIGURATION = """\
# Written by SIP at every start; put your own settings into local.conf beside it.
listen_addresses = '{address}'
port = {port}
ssl = {ssl}
password_encryption = scram-sha-256
unix_socket_directories = '{run}'
max_connections = 100
shared_buffers = {shared_mib}MB
effective_cache_size = {cache_mib}MB
work_mem = 32MB
maintenance_work_mem = {maintenance_mib}MB
random_page_cost = 1.1
jit = off
wal_compression = on
max_wal_size = 2GB
checkpoint_timeout = 15min
max_parallel_workers_per_gather = 1
timezone = 'UTC'
log_timezone = 'UTC'
logging_collector = off
log_line_prefix = '%m [%p] %u '
{archiving}include_if_exists = 'local.conf'
"""
_ARCHIVING = """\
archive_mode = on
archive_timeout = 60
archive_command = 'if test -f "{wal}/%f"; then cmp -s "%p" "{wal}/%f"; else \
cp "%p" "{wal}/.%f" && sync "{wal}/.%f" && mv "{wal}/.%f" "{wal}/%f"; fi'
"""
_ACCESS = """\
# Written by SIP at every start. The programs come first: the gateway may become each of the people.
local all {programs} peer map=sip
local all +sip_people scram-sha-256
local all all peer map=sip
local replication postgres peer map=sip
"""
_ACCESS_FROM_AFAR = """\
host all {programs} all reject
{kind} all +sip_people all scram-sha-256
"""
# fmt: on


def ensure(settings: Settings) -> None:
    """Make the cluster, its roles and the database where they are absent, and start it.

    With `SIP_DATABASE_URL` only that database is prepared. Safe to run twice and at once.

    Raises:
        DatabaseError: PostgreSQL is not installed, or does not start.
    """
    if settings.database_url:
        prepare(settings.database_url)
        return
    if not settings.cluster.exists() and _answers(settings):
        return  # it runs in a container of its own, reached by a socket that both see
    with _alone(settings):
        if not (settings.cluster / "PG_VERSION").exists():
            _create(settings)
        if not is_running(settings):
            start(settings)
        _create_database(settings)
    prepare(superuser_dsn(settings))


def start(settings: Settings) -> None:
    """Start the server and wait until it answers.

    Raises:
        DatabaseError: It does not; the text ends with the last lines of its log.
    """
    write_configuration(settings)
    log = settings.cluster / "start.log"
    log.unlink(missing_ok=True)
    try:
        _run("pg_ctl", "start", "-w", "-t", "60", "-D", settings.cluster, "-l", log)
    except DatabaseError as error:
        lines = log.read_text(errors="replace").splitlines() if log.exists() else []
        raise DatabaseError("\n".join([str(error), *lines[-10:]])) from error


def stop(settings: Settings) -> None:
    """Stop the server, its connections cut; nothing is done where it does not run."""
    if is_running(settings):
        _run("pg_ctl", "stop", "-w", "-m", "fast", "-D", settings.cluster)


def is_running(settings: Settings) -> bool:
    """Say whether the server of the private cluster runs."""
    if not (settings.cluster / "PG_VERSION").exists():
        return False
    return account.run([program("pg_ctl"), "status", "-D", str(settings.cluster)]).returncode == 0


def server_command(settings: Settings) -> Sequence[str]:
    """Return the command line of the server in the foreground, for a supervisor.

    It must run as `account.name()`, after `write_configuration`.
    """
    return (program("postgres"), "-D", str(settings.cluster))


def superuser_dsn(settings: Settings, database: str | None = None) -> str:
    """Return a connection string of the private cluster's superuser."""
    return settings.socket_dsn(_SUPERUSER, database or settings.database)


def program(name: str) -> str:
    """Return the path of a program of the newest PostgreSQL server installed.

    Raises:
        DatabaseError: There is none.
    """
    versions = sorted(_PROGRAMS.glob("[0-9]*/bin"), key=lambda one: int(one.parent.name))
    found = [str(one / name) for one in reversed(versions) if (one / name).exists()]
    path = found[0] if found else shutil.which(name)
    if path is None:
        raise DatabaseError(
            f'the PostgreSQL server is not installed (no "{name}")\n'
            "  install it with: apt-get install postgresql postgis postgresql-15-postgis-3\n"
            "  or name an existing PostGIS in SIP_DATABASE_URL"
        )
    return path


def prepare(dsn: str) -> None:
    """Make roles and extensions in a database, as somebody who may.

    Raises:
        DatabaseError: The connection may not; the text names the SQL that a superuser must run.
    """
    try:
        with psycopg.connect(dsn) as connection:
            connection.execute((_SQL / "roles.sql").read_bytes())
            connection.execute((_SQL / "prepare.sql").read_bytes())
            # What a superuser has made for an owner who may not, is left as it is.
            made = connection.execute(
                "SELECT pg_has_role(nspowner, 'USAGE') FROM pg_namespace"
                " WHERE nspname = 'admission'"
            ).fetchone()
            if made is None or made[0]:
                connection.execute((_SQL / "admission.sql").read_bytes())
    except psycopg.errors.InsufficientPrivilege as error:
        raise DatabaseError(
            "the database is not prepared, and this login may not do it: "
            f"{error.diag.message_primary}\n"
            f"  let a superuser run in it {_SQL / 'roles.sql'} , {_SQL / 'prepare.sql'}"
            f" and {_SQL / 'admission.sql'}"
        ) from error
    except psycopg.OperationalError as error:
        raise DatabaseError(f"the database does not answer: {error}") from error


def write_configuration(settings: Settings) -> None:
    """Write what SIP decides about the server; a moved project finds its socket again."""
    memory_mib = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") // _MIB
    has_certificate = all((settings.cluster / one).exists() for one in _CERTIFICATE)
    text = _CONFIGURATION.format(
        run=settings.run,
        address=settings.database_address,
        port=settings.database_port,
        ssl="on" if has_certificate else "off",
        shared_mib=max(128, min(memory_mib // 8, 2048)),
        cache_mib=memory_mib // 2,
        maintenance_mib=max(64, min(memory_mib // 16, 512)),
        archiving=_archiving(settings),
    )
    accounts = sorted({"root", account.SYSTEM_USER, account.name()})
    identities = "".join(f"sip {who} {role}\n" for who in accounts for role in _ROLES)
    account.own(settings.run, 0o755)
    access = _access(settings, "hostssl" if has_certificate else "host")
    for name, content in zip(FILES, (text, access, identities), strict=True):
        file = settings.cluster / name
        file.write_text(content)
        shutil.chown(file, account.name())


def _access(settings: Settings, kind: str) -> str:
    afar = _ACCESS_FROM_AFAR if settings.database_address else ""
    return (_ACCESS + afar).format(programs=",".join(_ROLES), kind=kind)


def _archiving(settings: Settings) -> str:
    """Return the settings that copy every change away, where that is wanted."""
    if settings.archive is None:
        return ""
    wal = settings.archive / "wal"
    if set(str(wal)) & set("'\"\\$`%\n"):
        raise DatabaseError(f"SIP_ARCHIVE is {settings.archive}: it may hold no quotes, $ or %")
    settings.archive.mkdir(parents=True, exist_ok=True)
    account.admit(settings.archive)
    account.own(wal, 0o700)
    return _ARCHIVING.format(wal=wal)


def _answers(settings: Settings) -> bool:
    try:
        psycopg.connect(settings.dsn(), connect_timeout=2).close()
    except psycopg.OperationalError:
        return False
    return True


def _create(settings: Settings) -> None:
    """Make the cluster beside its place, then move it: half of one is never taken for whole."""
    account.ensure()
    settings.state.mkdir(parents=True, exist_ok=True)
    account.admit(settings.state)
    settings.cluster.parent.mkdir(parents=True, exist_ok=True)
    half_made = settings.cluster.with_name("pg.new")
    shutil.rmtree(half_made, ignore_errors=True)
    account.own(half_made, 0o700)
    _run(
        "initdb", "-D", half_made, "--username", _SUPERUSER, "--auth", "peer",
        "--encoding", "UTF8", "--locale", "C.UTF-8", "--data-checksums", "--no-instructions",
    )  # fmt: skip
    half_made.rename(settings.cluster)


def _create_database(settings: Settings) -> None:
    with psycopg.connect(superuser_dsn(settings, "postgres"), autocommit=True) as connection:
        connection.execute((_SQL / "roles.sql").read_bytes())
        known = connection.execute(
            "SELECT 1 FROM pg_database WHERE datname = %s", [settings.database]
        ).fetchone()
        if not known:
            name = sql.Identifier(settings.database)
            connection.execute(sql.SQL("CREATE DATABASE {} TEMPLATE template0").format(name))


@contextmanager
def _alone(settings: Settings) -> Iterator[None]:
    """Hold the cluster's lock: two commands never make the same cluster."""
    settings.state.mkdir(parents=True, exist_ok=True)
    with (settings.state / "pg.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _run(name: str, *arguments: str | Path) -> None:
    done = account.run([program(name), *map(str, arguments)])
    if done.returncode:
        raise DatabaseError(f"{name} failed: {done.stderr.strip()}")
