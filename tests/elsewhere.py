"""A PostgreSQL that a town has already: a cluster that is not ours, reached over TCP."""

from __future__ import annotations

import dataclasses
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg

from sip import account
from sip.database import cluster as clusters
from tests.installation import free_port

PASSWORD = "p a:ss/w@rd%"
ESCAPED = "p%20a%3Ass%2Fw%40rd%25"


@dataclasses.dataclass(frozen=True)
class Elsewhere:
    """A cluster that is not ours, with one database."""

    folder: Path
    port: int

    @property
    def url(self) -> str:
        """The database as its owner reaches it, by a password over TCP."""
        return f"postgresql://city:{ESCAPED}@127.0.0.1:{self.port}/registers"

    def superuser(self, database: str) -> psycopg.Connection:
        """Connect as whoever administers the cluster."""
        address = f"postgresql://dba@/{database}?host={self.folder}&port={self.port}"
        return psycopg.connect(address, autocommit=True)


@contextmanager
def running_elsewhere() -> Iterator[Elsewhere]:
    """Make a cluster with an empty database and its owner, run it, and remove it."""
    account.ensure()
    made = Elsewhere(Path(tempfile.mkdtemp(prefix="sip-elsewhere-")), free_port())
    shutil.chown(made.folder, account.name())
    data, log = str(made.folder / "pg"), str(made.folder / "log")
    kinds = ("--auth-local", "trust", "--auth-host", "scram-sha-256", "--encoding", "UTF8")
    _as_account("initdb", "-D", data, "--username", "dba", "--locale", "C.UTF-8", *kinds)
    options = f"-p {made.port} -k {made.folder} -c listen_addresses=127.0.0.1 -c fsync=off"
    _as_account("pg_ctl", "start", "-w", "-D", data, "-o", options, "-l", log)
    try:
        with made.superuser("postgres") as connection:
            connection.execute(f"CREATE ROLE city LOGIN CREATEROLE PASSWORD '{PASSWORD}'".encode())
            connection.execute("CREATE DATABASE registers OWNER city TEMPLATE template0")
        yield made
    finally:
        _as_account("pg_ctl", "stop", "-m", "immediate", "-D", data)
        shutil.rmtree(made.folder)


def _as_account(program: str, *words: str) -> None:
    done = account.run([clusters.program(program), *words])
    assert done.returncode == 0, done.stderr
