"""What a file is looked at for before GDAL opens it, which trusts content more than names.

A few formats hold no rows but say where to get them: another file of this machine, a service, a
program. An archive may unpack to more than a disk holds.
"""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

from sip.errors import DataError

_HEAD_BYTES = 65_536
_ELSEWHERE = re.compile(
    rb"<OGR\w*DataSource|<VRTDataset|<GDAL_WM|<WMS_|gdal_streamed_alg|<!DOCTYPE|<!ENTITY",
    re.IGNORECASE,
)
_MOST_UNPACKED_BYTES = 20 * 2**30
_MOST_TIMES = 200
_SMALL_BYTES = 100 * 2**20


def inspect(file: Path) -> None:
    """Refuse a file that points elsewhere, or an archive that would fill the disk.

    Raises:
        DataError: It is one.
    """
    with file.open("rb") as content:
        _check_head(file, file.name, content.read(_HEAD_BYTES))
    if not zipfile.is_zipfile(file):
        return
    try:
        with zipfile.ZipFile(file) as archive:
            _check_size(file, archive)
            for member in archive.infolist():
                with archive.open(member) as content:
                    _check_head(file, member.filename, content.read(_HEAD_BYTES))
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, OSError) as error:
        raise DataError(f"{file.name} is no archive that can be read: {error}") from error


def _check_head(file: Path, name: str, head: bytes) -> None:
    if found := _ELSEWHERE.search(head):
        raise DataError(
            f"{file.name}: {name} holds {found[0].decode()}: what points elsewhere is not read"
        )


def _check_size(file: Path, archive: zipfile.ZipFile) -> None:
    unpacked = sum(member.file_size for member in archive.infolist())
    packed = sum(member.compress_size for member in archive.infolist())
    is_bomb = unpacked > _SMALL_BYTES and unpacked > packed * _MOST_TIMES
    if is_bomb or unpacked > _MOST_UNPACKED_BYTES:
        raise DataError(f"{file.name} has {unpacked:,} bytes unpacked, {packed:,} packed: not read")
