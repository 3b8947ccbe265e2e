"""Restoring: a backup comes back in a place of its own, and is compared before it is believed."""

from __future__ import annotations

import dataclasses
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg
from psycopg import sql

from sip import account
from sip.database import archive, cluster, elsewhere, fingerprint, our_roles
from sip.errors import DatabaseError
from sip.settings import Settings


@dataclasses.dataclass(frozen=True)
class Restored:
    """What came back."""

    settings: Settings
    """Of the place where it stands; its cluster runs."""
    manifest: archive.Manifest

    def __str__(self) -> str:
        """Say it in one line."""
        rows = sum(count for count, _checksum in self.manifest.tables.values())
        return (
            f"{rows} rows in {len(self.manifest.tables)} tables, {len(self.manifest.roles)} roles, "
            f"{len(self.manifest.files)} files, as of {self.manifest.made}"
        )


def restore(file: Path, folder: Path, *, database_url: str = "") -> Restored:
    """Bring a backup back as a project in a new folder, with a cluster of its own that runs.

    Args:
        file: The backup.
        folder: Where the project comes to stand.
        database_url: An empty database, as its owner reaches it, instead of that cluster.

    Raises:
        Damaged: A part of the backup is not what was written; the text names it.
        DatabaseError: The folder or the database is not empty, or what came back differs from what
            was.
    """
    if folder.exists() and any(folder.iterdir()):
        raise DatabaseError(f"{folder} is not empty: name a new folder")
    if database_url:
        elsewhere.demand_empty(database_url)
    with archive.reading(file) as reader:
        folder.mkdir(parents=True, exist_ok=True)
        reader.extract("project", folder)
        settings = Settings(
            project=folder, state=folder / ".sip", mode="production", database_url=database_url
        )
        reader.extract("state", settings.state)
        cluster.ensure(settings)
        if database_url:
            elsewhere.restore(reader, settings)
            _demand_same(elsewhere.differences(reader.manifest, settings))
            return Restored(settings, reader.manifest)
        try:
            _restore_database(reader, settings)
            reader.extract("cluster", settings.cluster)
            _compare(reader.manifest, settings)
        except BaseException:
            cluster.stop(settings)
            raise
        return Restored(settings, reader.manifest)


@contextmanager
def scratch(file: Path) -> Iterator[Restored]:
    """Restore into a place that goes at the end.

    Raises:
        Damaged: A part of the backup is not what was written; the text names it.
        DatabaseError: What came back differs from what was.
    """
    with tempfile.TemporaryDirectory(prefix="sip-") as name:
        folder = Path(name)
        folder.chmod(0o711)  # the server's account passes through
        account.ensure()
        restored = restore(file, folder / "restored")
        try:
            yield restored
        finally:
            cluster.stop(restored.settings)


def _restore_database(reader: archive.Reader, settings: Settings) -> None:
    with psycopg.connect(
        cluster.superuser_dsn(settings, "postgres"), autocommit=True
    ) as connection:
        name = sql.Identifier(settings.database)
        connection.execute(sql.SQL("DROP DATABASE {}").format(name))
        connection.execute(sql.SQL("CREATE DATABASE {} TEMPLATE template0").format(name))
        our_roles.make(connection, reader.manifest.roles)
    command = (
        cluster.program("pg_restore"), "--exit-on-error", "--dbname",
        cluster.superuser_dsn(settings),
    )  # fmt: skip
    with tempfile.TemporaryFile() as said:
        with subprocess.Popen(command, stdin=subprocess.PIPE, stderr=said) as process:
            assert process.stdin is not None
            try:
                reader.copy(archive.DATABASE, process.stdin)
            except BrokenPipeError:
                pass  # it says below what it did not like
            except archive.Damaged:
                process.kill()
                raise
        if process.returncode:
            said.seek(0)
            text = said.read().decode(errors="replace").strip()
            raise DatabaseError(f"the database could not be restored: {text}")
    cluster.prepare(cluster.superuser_dsn(settings))


def _compare(manifest: archive.Manifest, settings: Settings) -> None:
    with psycopg.connect(cluster.superuser_dsn(settings)) as connection:
        found = fingerprint.differences(manifest.tables, fingerprint.take(connection))
        roles = {one["name"]: one for one in our_roles.read(connection)}
    found += [
        f"role {one['name']} is not what it was"
        for one in manifest.roles
        if roles.get(one["name"]) != one
    ]
    _demand_same(found)


def _demand_same(found: list[str]) -> None:
    if found:
        raise DatabaseError("\n".join(["what came back is not what was backed up:", *found]))
