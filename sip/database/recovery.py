"""Recovery of the private cluster to a moment: a copy of it, and every change since.

With `SIP_ARCHIVE` set, PostgreSQL copies its log of changes to `wal/` in that folder within a
minute. A copy of the whole cluster goes beside it now and then (`base-<time>/`). From the newest
copy before a moment, and the changes after it, the cluster is made as it was then.
"""

from __future__ import annotations

import datetime
import shutil
import subprocess
import tarfile
import time
from pathlib import Path

import psycopg

from sip import account
from sip.database import cluster
from sip.errors import DatabaseError
from sip.settings import Settings

_BASE = "base-%Y%m%dT%H%M%SZ"
_RECOVERY = """\
restore_command = 'cp "{wal}/%f" "%p"'
recovery_target_action = 'promote'
archive_mode = off
"""


def copy_cluster(settings: Settings, *, kept: int) -> Path:
    """Copy the running cluster into the archive; forget old copies, and the log before them.

    Raises:
        DatabaseError: No archive is set, or the cluster cannot be copied.
    """
    if settings.archive is None:
        raise DatabaseError("SIP_ARCHIVE names no folder: set it, and run sip up again")
    half_made = settings.archive / "base.new"
    shutil.rmtree(half_made, ignore_errors=True)
    command = (
        cluster.program("pg_basebackup"), "--pgdata", half_made, "--format=tar", "--gzip",
        "--wal-method=fetch", "--checkpoint=fast", "--dbname",
        cluster.superuser_dsn(settings, "postgres"),
    )  # fmt: skip
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode:
        raise DatabaseError(f"the cluster could not be copied: {done.stderr.strip()}")
    # Named by its end: from then on it can be used.
    base = settings.archive / datetime.datetime.now(datetime.UTC).strftime(_BASE)
    half_made.rename(base)
    for old in _bases(settings.archive)[:-kept]:
        shutil.rmtree(old)
    _forget_log(settings.archive)
    return base


def recover(archive: Path, state: Path, moment: datetime.datetime | None) -> Settings:
    """Make a cluster as it was at a moment (the newest known, without one); it runs afterwards.

    Args:
        archive: The folder that `SIP_ARCHIVE` named.
        state: A new state folder.
        moment: An instant with its time zone.

    Raises:
        DatabaseError: There is no copy from before the moment, the log ends before it, or the state
            folder has a cluster.
    """
    settings = Settings(project=state, state=state)
    if settings.cluster.exists():
        raise DatabaseError(f"{state} has a cluster: name a new folder")
    bases = [one for one in _bases(archive) if moment is None or _finished(one) <= moment]
    if not bases:
        raise DatabaseError(f"{archive} has no copy of the cluster from before {moment}")
    account.ensure()
    state.mkdir(parents=True, exist_ok=True)
    account.admit(state)
    account.own(settings.cluster, 0o700)
    with tarfile.open(bases[-1] / "base.tar.gz") as copied:
        copied.extractall(settings.cluster, filter="tar")
    wanted = _RECOVERY.format(wal=archive / "wal")
    if moment:
        wanted += f"recovery_target_time = '{moment.isoformat()}'\n"
    (settings.cluster / "postgresql.auto.conf").write_text(wanted)
    (settings.cluster / "recovery.signal").touch()
    for file in (settings.cluster, *settings.cluster.rglob("*")):
        shutil.chown(file, account.name())
    cluster.start(settings)
    _wait_until_writable(settings)
    (settings.cluster / "postgresql.auto.conf").write_text("")
    return settings


def _wait_until_writable(settings: Settings) -> None:
    while True:
        try:
            with psycopg.connect(cluster.superuser_dsn(settings, "postgres")) as connection:
                row = connection.execute("SELECT pg_is_in_recovery()").fetchone()
        except psycopg.OperationalError as error:
            if not cluster.is_running(settings):
                lines = (settings.cluster / "start.log").read_text(errors="replace").splitlines()
                raise DatabaseError("\n".join(["it did not recover:", *lines[-10:]])) from error
            row = None
        if row == (False,):
            return
        time.sleep(0.2)


def _bases(archive: Path) -> list[Path]:
    return sorted(archive.glob("base-*Z"))


def _finished(base: Path) -> datetime.datetime:
    return datetime.datetime.strptime(base.name, _BASE).replace(tzinfo=datetime.UTC)


def _forget_log(archive: Path) -> None:
    """Remove the log from before the oldest copy: nothing can be made of it any more."""
    marks = sorted((archive / "wal").glob("*.backup"))
    kept = len(_bases(archive))
    if len(marks) <= kept:
        return
    needed = marks[-kept].name.split(".")[0]
    for file in (archive / "wal").iterdir():
        if file.name[:24] < needed and not file.name.endswith(".history"):
            file.unlink()
