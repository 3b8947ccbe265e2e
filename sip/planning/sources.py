"""What a file, folder or archive holds: the GML files in it, in bounded time and memory."""

from __future__ import annotations

import contextlib
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO, cast

from sip.errors import DataError
from sip.planning.rules import Limits

_ENDINGS = (".gml", ".xml")


def files(paths: list[Path]) -> list[Path]:
    """Return the GML files and archives that are meant.

    Raises:
        DataError: A path leads nowhere, or a folder has no such file.
    """
    found: list[Path] = []
    for path in paths:
        if path.is_dir():
            inside = [
                one
                for one in sorted(path.rglob("*"))
                if one.suffix.lower() in (*_ENDINGS, ".zip") and one.is_file()
            ]
            if not inside:
                raise DataError(f"{path} has no .gml, .xml or .zip file")
            found += inside
        elif path.is_file():
            found.append(path)
        else:
            raise DataError(f"there is no file {path}")
    return list(dict.fromkeys(found))


@contextlib.contextmanager
def opened(file: Path, limits: Limits) -> Iterator[Iterator[tuple[Path, BinaryIO]]]:
    """Open a file; yield its own content, or what an archive of GML files holds.

    Raises:
        DataError: It is too big, or no archive that can be read.
    """
    if file.stat().st_size > limits.file_bytes:
        raise DataError(f"the file has more than {limits.file_bytes:,} bytes")
    with file.open("rb") as stream:
        if stream.read(4) == b"PK\x03\x04":
            yield _members(file, limits)
        else:
            stream.seek(0)
            yield iter([(file, stream)])


def _members(file: Path, limits: Limits) -> Iterator[tuple[Path, BinaryIO]]:
    try:
        with zipfile.ZipFile(file) as archive:
            infos = [one for one in archive.infolist() if not one.is_dir()]
            _check(infos, limits)
            plans = [one for one in infos if Path(one.filename).suffix.lower() in _ENDINGS]
            if not plans:
                raise DataError(f"{file.name} holds no .gml and no .xml file")
            for info in plans:
                with archive.open(info) as stream:
                    bounded = cast(BinaryIO, _Bounded(stream, info.file_size))
                    yield file / info.filename, bounded
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError) as error:
        raise DataError(f"{file.name} is no archive that can be read: {error}") from error


def _check(infos: list[zipfile.ZipInfo], limits: Limits) -> None:
    unpacked = sum(one.file_size for one in infos)
    packed = sum(one.compress_size for one in infos)
    if len(infos) > limits.archive_files:
        raise DataError(f"the archive holds more than {limits.archive_files} files")
    if unpacked > limits.archive_bytes or unpacked > max(packed, 1000) * limits.archive_ratio:
        raise DataError(f"the archive unpacks from {packed:,} to {unpacked:,} bytes: not read")


class _Bounded:
    """A member of an archive that ends where its header says, whatever comes."""

    def __init__(self, stream: object, most: int):
        self._stream = cast(BinaryIO, stream)
        self._left = most

    def read(self, size: int = -1) -> bytes:
        try:
            content = self._stream.read(size if size >= 0 else 2**16)
        except (zipfile.BadZipFile, zlib.error, EOFError) as error:
            raise DataError(f"the archive is damaged: {error}") from error
        self._left -= len(content)
        if self._left < 0:
            raise DataError("the archive holds more than it says")
        return content
