"""A backup comes back whole, or is refused with the name of what is damaged."""

from __future__ import annotations

import dataclasses
import shutil
import threading
import zipfile
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from sip.database import archive, backup, changes, fingerprint, our_roles, restore
from sip.database import cluster as clusters
from sip.database.migrate import migrate
from sip.errors import DatabaseError
from tests.conftest import Project
from tests.elsewhere import Elsewhere, running_elsewhere

pytestmark = pytest.mark.database
GROUP, PERSON = "sip_backup_readers", "backup.person"
LAMP = """
    geometry: Point
    fields:
      no: {type: text, title: {pl: Numer, en: Number}, required: true}
"""


@pytest.fixture
def town(project: Project) -> Iterator[Project]:
    """A town with rows, a raster, a group and a person."""
    project.declare("lamp", LAMP)
    migrate(project.load(), project.settings)
    project.sql(
        "INSERT INTO town.lamp (no, geom) SELECT 'Lampa nr ' || n, ST_Point(7470000 + n, 5640000,"
        " 2178) FROM generate_series(1, 500) AS n"
    )
    project.settings.data.mkdir()
    (project.settings.data / "height.tif").write_bytes(b"II*\0" + bytes(range(256)) * 5000)
    dsn = clusters.superuser_dsn(project.settings)
    with psycopg.connect(dsn, autocommit=True) as connection:
        connection.execute(f'CREATE ROLE "{GROUP}" NOLOGIN'.encode())
        connection.execute(
            f"CREATE ROLE \"{PERSON}\" LOGIN NOINHERIT PASSWORD 'Zażółć gęślą jaźń'"
            " VALID UNTIL '2031-05-06'".encode()
        )
        connection.execute(f'GRANT "{GROUP}" TO "{PERSON}" WITH ADMIN OPTION'.encode())
        connection.execute(f"ALTER ROLE \"{PERSON}\" SET statement_timeout = '5s'".encode())
        connection.execute(f'GRANT SELECT ON town.lamp TO "{GROUP}"'.encode())
        yield project
        connection.execute(f'DROP OWNED BY "{GROUP}"'.encode())
        connection.execute(f'DROP ROLE "{PERSON}", "{GROUP}"'.encode())


@pytest.fixture
def kept(town: Project, tmp_path: Path) -> Path:
    return backup.backup(town.settings, tmp_path / "kept", kept=2)


def test_a_backup_comes_back_with_rows_roles_and_files(town: Project, kept: Path) -> None:
    with restore.scratch(kept) as restored:
        there = dataclasses.replace(town, settings=restored.settings)
        assert there.sql("SELECT count(*), max(no) FROM pub.lamp", "sip_public") == [
            (500, "Lampa nr 99")
        ]
        files = (town.settings, restored.settings)
        was, now = ((one.data / "height.tif").read_bytes() for one in files)
        assert was == now
        assert there.load().digest == town.load().digest
        with psycopg.connect(clusters.superuser_dsn(restored.settings)) as connection:
            roles = {one["name"]: one for one in our_roles.read(connection)}
            held = connection.execute(
                "SELECT has_table_privilege(%s, 'town.lamp', 'SELECT')", [GROUP]
            ).fetchone()
        assert held == (True,)
        person = roles[PERSON]
        assert person["groups"] == [[GROUP, True]]
        assert person["verifier"].startswith("SCRAM-SHA-256$")
        assert person["settings"] == ["statement_timeout=5s"]
        assert str(person["until"]).startswith("2031-05-06")
        assert person["inherit"] is False
    assert not restored.settings.project.exists()


def test_the_history_comes_back_with_its_seals(town: Project, tmp_path: Path) -> None:
    town.sql("UPDATE town.lamp SET no = 'changed' WHERE id = 7")
    town.sql("DELETE FROM town.lamp WHERE id = 8")
    was = changes.verify(town.settings)
    assert was[0] == []
    with restore.scratch(backup.backup(town.settings, tmp_path, kept=1)) as restored:
        assert changes.verify(restored.settings) == was
        there = dataclasses.replace(town, settings=restored.settings)
        assert there.sql("SELECT count(*) FROM history.lamp") == [(2,)]


def test_a_migration_does_to_what_came_back_what_it_would_do_to_the_original(
    town: Project, kept: Path
) -> None:
    wanted = migrate(town.load(), town.settings, is_rehearsal=True)
    with restore.scratch(kept) as restored:
        there = dataclasses.replace(town, settings=restored.settings)
        plan = migrate(there.load(), there.settings, is_rehearsal=True)
    assert [step.text for step in plan.steps] == [step.text for step in wanted.steps]


def test_a_backup_is_of_one_moment_while_others_write(town: Project, tmp_path: Path) -> None:
    """Dump, counts and checksums would differ, and the restore be refused, were they of two."""
    is_done = threading.Event()

    def write() -> None:
        with psycopg.connect(town.settings.dsn(), autocommit=True) as connection:
            while not is_done.is_set():
                connection.execute("UPDATE town.lamp SET no = no || '!' WHERE id % 7 = 0")
                connection.execute(
                    "INSERT INTO town.lamp (no, geom) VALUES ('late', ST_Point(7, 5, 2178))"
                )

    writer = threading.Thread(target=write)
    writer.start()
    try:
        file = backup.backup(town.settings, tmp_path, kept=1)
    finally:
        is_done.set()
        writer.join()
    with restore.scratch(file) as restored:
        rows = restored.manifest.tables["town.lamp"][0]
    assert 500 <= rows < town.sql("SELECT count(*) FROM town.lamp")[0][0]


def test_only_its_owner_reads_a_backup(kept: Path) -> None:
    assert kept.stat().st_mode & 0o077 == 0


def test_the_oldest_backups_go(town: Project, tmp_path: Path) -> None:
    folder = tmp_path / "kept"
    folder.mkdir()
    for number in range(3):
        (folder / f"sip-2020010{number}T000000Z.backup").touch()
    newest = backup.backup(town.settings, folder, kept=2)
    assert sorted(folder.iterdir()) == [folder / "sip-20200102T000000Z.backup", newest]


def damage(file: Path, name: str) -> None:
    """Turn one bit of a member of an archive."""
    with zipfile.ZipFile(file) as found:
        info = found.getinfo(name)
    with file.open("r+b") as raw:
        raw.seek(info.header_offset + 30 + len(name) + 20 + info.compress_size // 2)
        byte = raw.read(1)
        raw.seek(-1, 1)
        raw.write(bytes([byte[0] ^ 1]))


@pytest.mark.parametrize(
    "name",
    ["database.dump", "state/data/height.tif", "project/layers/town/lamp.yaml", "manifest.json"],
)
def test_a_damaged_part_is_named(kept: Path, name: str) -> None:
    damage(kept, name)
    with pytest.raises(archive.Damaged, match=name), restore.scratch(kept):
        pass


def test_a_part_that_is_missing_is_named(kept: Path, tmp_path: Path) -> None:
    less = tmp_path / "less.backup"
    with zipfile.ZipFile(kept) as whole, zipfile.ZipFile(less, "w") as made:
        for name in whole.namelist():
            if name != "state/data/height.tif":
                made.writestr(name, whole.read(name))
    with pytest.raises(archive.Damaged, match=r"state/data/height\.tif"), restore.scratch(less):
        pass


@pytest.mark.parametrize("share", [0.0, 0.3, 0.999])
def test_a_backup_that_is_cut_off_is_refused(kept: Path, tmp_path: Path, share: float) -> None:
    cut = tmp_path / "cut.backup"
    whole = kept.read_bytes()
    cut.write_bytes(whole[: int(len(whole) * share)])
    with pytest.raises(archive.Damaged, match=r"cut\.backup"), restore.scratch(cut):
        pass


def test_a_table_that_came_back_otherwise_is_named(town: Project, kept: Path) -> None:
    with psycopg.connect(clusters.superuser_dsn(town.settings)) as connection:
        was = fingerprint.take(connection)
        connection.execute("UPDATE town.lamp SET no = 'another' WHERE no = 'Lampa nr 7'")
        found = fingerprint.differences(was, fingerprint.take(connection))
        assert "table town.lamp has other values than it had" in found
        connection.execute("DELETE FROM town.lamp WHERE no = 'another'")
        found = fingerprint.differences(was, fingerprint.take(connection))
        assert "table town.lamp has 499 rows, it had 500" in found


def test_nothing_that_stands_is_overwritten(kept: Path, tmp_path: Path) -> None:
    (tmp_path / "house").mkdir()
    (tmp_path / "house" / "inhabited").touch()
    with pytest.raises(DatabaseError, match="not empty"):
        restore.restore(kept, tmp_path / "house")


def test_a_name_that_would_leave_the_folder_is_refused(kept: Path, tmp_path: Path) -> None:
    with archive.reading(kept) as reader:
        reader.manifest.files["state/../../outside"] = (0, "")
        with pytest.raises(archive.Damaged, match="no name of a file"):
            reader.extract("state", tmp_path / "inside")
    shutil.rmtree(tmp_path / "inside", ignore_errors=True)
    assert not (tmp_path / "outside").exists()


@pytest.fixture(scope="module")
def city() -> Iterator[Elsewhere]:
    """A PostGIS of somebody else, prepared as the administrator's page says."""
    with running_elsewhere() as made:
        with made.superuser("registers") as connection:
            for name in ("roles", "prepare", "admission"):
                file = Path(clusters.__file__).parent / "sql" / f"{name}.sql"
                connection.execute(file.read_bytes())
        yield made


def test_a_backup_comes_back_into_a_database_of_somebody_else(
    town: Project, city: Elsewhere, tmp_path: Path
) -> None:
    town.sql("UPDATE town.lamp SET no = 'changed' WHERE id = 7")
    (old := town.settings.old_history).mkdir()
    (old / "lamp.parquet").write_bytes(b"old versions")
    file = backup.backup(town.settings, tmp_path / "kept", kept=1)
    restored = restore.restore(file, tmp_path / "copy", database_url=city.url)
    there = Project(restored.settings)
    assert not restored.settings.cluster.exists()
    assert (restored.settings.old_history / "lamp.parquet").read_bytes() == b"old versions"
    assert there.sql("SELECT count(*) FROM pub.lamp", "sip_public") == [(500,)]
    with pytest.raises(psycopg.errors.InsufficientPrivilege):
        there.sql("SELECT count(*) FROM town.lamp", "sip_public")
    assert changes.verify(there.settings) == changes.verify(town.settings)
    plans = [migrate(one.load(), one.settings, is_rehearsal=True).steps for one in (town, there)]
    assert [step.text for step in plans[0]] == [step.text for step in plans[1]]
    there.sql("UPDATE town.lamp SET no = 'again' WHERE id = 7")
    assert changes.verify(there.settings)[0] == []
    with city.superuser("registers") as connection:
        verifier = "SELECT rolpassword FROM pg_authid WHERE rolname = %s"
        was = [one["verifier"] for one in _roles(town) if one["name"] == PERSON]
        assert connection.execute(verifier, [PERSON]).fetchone() == tuple(was)
        held = "SELECT has_table_privilege(%s, 'town.lamp', 'SELECT')"
        assert connection.execute(held, [GROUP]).fetchone() == (True,)
    with pytest.raises(DatabaseError, match="the database is not empty"):
        restore.restore(file, tmp_path / "second", database_url=city.url)


def _roles(town: Project) -> list[our_roles.OurRole]:
    with psycopg.connect(clusters.superuser_dsn(town.settings)) as connection:
        return our_roles.read(connection)
