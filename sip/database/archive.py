"""A backup as one file: database, roles, the files of project and state, and what they are.

It is a ZIP archive. `manifest.json`, its last member, has the SHA-256 and size of every other one,
and the count and checksum of every table; `manifest.sha256` seals it. What cannot be read as it was
written is refused by name. Unpacked by hand, `database.dump` is for `pg_restore`.
"""

from __future__ import annotations

import dataclasses
import hashlib
import json
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from typing import IO

from sip.database.fingerprint import Fingerprint
from sip.database.our_roles import OurRole
from sip.errors import DatabaseError

DATABASE = "database.dump"
MANIFEST = "manifest.json"
_SEAL = "manifest.sha256"
_FORMAT = 1
_CHUNK = 2**20


class Damaged(DatabaseError):
    """An archive, or a part of one, is not what was written."""


@dataclasses.dataclass(frozen=True)
class Manifest:
    """What an archive says about itself."""

    made: str
    """When its snapshot was taken, as an ISO instant."""
    version: str
    """The version of SIP that wrote it."""
    database: str
    """The version of PostgreSQL that wrote the dump."""
    files: dict[str, tuple[int, str]]
    """Size in bytes and SHA-256 of each member."""
    tables: Fingerprint
    roles: list[OurRole]
    format: int = _FORMAT


class Writer:
    """Writes the members of an archive, one after the other."""

    def __init__(self, archive: zipfile.ZipFile):
        self._archive = archive
        self.files: dict[str, tuple[int, str]] = {}

    def add(self, name: str, content: IO[bytes]) -> None:
        """Copy a stream into a member, and note what it was."""
        digest, size = hashlib.sha256(), 0
        with self._archive.open(name, "w", force_zip64=True) as member:
            while chunk := content.read(_CHUNK):
                digest.update(chunk)
                size += len(chunk)
                member.write(chunk)
        self.files[name] = (size, digest.hexdigest())

    def add_folder(self, folder: Path, below: str) -> None:
        """Copy all files of a folder."""
        for file in sorted(folder.rglob("*")):
            if file.is_file() and not file.is_symlink():
                with file.open("rb") as content:
                    self.add(f"{below}/{file.relative_to(folder).as_posix()}", content)

    def seal(self, manifest: Manifest) -> None:
        """Write the manifest, and what it must be."""
        text = json.dumps(dataclasses.asdict(manifest), indent=1, sort_keys=True).encode()
        self._archive.writestr(MANIFEST, text)
        self._archive.writestr(_SEAL, hashlib.sha256(text).hexdigest())


class Reader:
    """An archive whose manifest is whole; members are proved as they are read."""

    def __init__(self, archive: zipfile.ZipFile, file: Path):
        self._archive = archive
        self._file = file
        self.manifest = self._manifest()

    def _manifest(self) -> Manifest:
        try:
            text = self._archive.read(MANIFEST)
            seal = self._archive.read(_SEAL).decode()
            if hashlib.sha256(text).hexdigest() != seal:
                raise Damaged(f"{self._file}: {MANIFEST} is damaged")
            said = json.loads(text)
            if said["format"] != _FORMAT:
                raise Damaged(
                    f"{self._file} is of format {said['format']}, this SIP reads {_FORMAT}"
                )
            said["files"] = {name: tuple(one) for name, one in said["files"].items()}
            said["tables"] = {name: tuple(one) for name, one in said["tables"].items()}
            return Manifest(**said)
        except (KeyError, ValueError, TypeError, zlib.error, zipfile.BadZipFile) as error:
            raise Damaged(f"{self._file}: {MANIFEST} is missing or damaged") from error

    def copy(self, name: str, target: IO[bytes]) -> None:
        """Copy a member out.

        Raises:
            Damaged: It is missing, or other than it was written.
        """
        size, wanted = self.manifest.files[name]
        digest, found = hashlib.sha256(), 0
        try:
            with self._archive.open(name) as member:
                while chunk := member.read(_CHUNK):
                    digest.update(chunk)
                    found += len(chunk)
                    target.write(chunk)
        except (KeyError, EOFError, zlib.error, zipfile.BadZipFile) as error:
            raise Damaged(f"{self._file}: {name} is missing or damaged") from error
        if found != size or digest.hexdigest() != wanted:
            raise Damaged(f"{self._file}: {name} is not what was backed up")

    def extract(self, below: str, folder: Path) -> int:
        """Copy all members below a folder of the archive out; return how many.

        Raises:
            Damaged: One is missing or other than it was written, or would leave the folder.
        """
        names = [name for name in self.manifest.files if name.startswith(f"{below}/")]
        for name in names:
            inside = PurePosixPath(name).relative_to(below)
            if ".." in inside.parts or inside.is_absolute():
                raise Damaged(f"{self._file}: {name} is no name of a file in a backup")
            target = folder / inside
            target.parent.mkdir(parents=True, exist_ok=True)
            with target.open("wb") as content:
                self.copy(name, content)
        return len(names)


@contextmanager
def writing(file: Path) -> Iterator[Writer]:
    """Write an archive that nobody else reads; one that is not finished leaves no file."""
    file.parent.mkdir(parents=True, exist_ok=True)
    half_made = file.with_name(f".{file.name}.part")
    half_made.touch(mode=0o600)
    try:
        with zipfile.ZipFile(half_made, "w", zipfile.ZIP_STORED, allowZip64=True) as archive:
            yield Writer(archive)
        half_made.rename(file)
    finally:
        half_made.unlink(missing_ok=True)


@contextmanager
def reading(file: Path) -> Iterator[Reader]:
    """Open an archive.

    Raises:
        Damaged: It is none, is cut off, or its manifest is damaged.
    """
    try:
        archive = zipfile.ZipFile(file)
    except FileNotFoundError as error:
        raise DatabaseError(f"there is no backup {file}") from error
    except (zipfile.BadZipFile, OSError) as error:
        raise Damaged(f"{file} is no backup, or is cut off: {error}") from error
    with archive:
        yield Reader(archive, file)
