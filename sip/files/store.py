"""Files by what they hold: `files/ab/cdef...` is the file of which that is the SHA-256.

A file is written beside its place and then moved, so half of one is never taken for whole; what is
read is compared with its name.
"""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import tempfile
from pathlib import Path

from sip import account
from sip.errors import NotFound
from sip.settings import Settings

_DIGEST = re.compile(r"[0-9a-f]{64}")


class DamagedFile(NotFound):
    """A stored file is not what it was when it was stored."""


def digest_of(content: bytes) -> str:
    """Return the SHA-256 of a file, by which it is stored."""
    return hashlib.sha256(content).hexdigest()


def put(settings: Settings, content: bytes) -> str:
    """Store a file; return its SHA-256. One that is there already is left as it is."""
    digest = digest_of(content)
    place = _place(settings, digest)
    if place.is_file():
        return digest
    for folder in (settings.files, place.parent):
        account.own(folder, 0o700)
    with tempfile.NamedTemporaryFile(dir=place.parent, delete=False) as half_made:
        half_made.write(content)
        half_made.flush()
        os.fsync(half_made.fileno())
    if os.geteuid() == 0:
        shutil.chown(half_made.name, account.name(), account.name())
    Path(half_made.name).replace(place)
    return digest


def get(settings: Settings, digest: str) -> bytes:
    """Return a file.

    Raises:
        NotFound: It is not there.
        DamagedFile: It holds something else than it should.
    """
    try:
        content = _place(settings, digest).read_bytes()
    except FileNotFoundError as error:
        raise NotFound("the file is not there", pl="tego pliku nie ma") from error
    if digest_of(content) != digest:
        raise DamagedFile("the file is damaged", pl="ten plik jest uszkodzony")
    return content


def _place(settings: Settings, digest: str) -> Path:
    if not _DIGEST.fullmatch(digest):
        raise NotFound("the file is not there", pl="tego pliku nie ma")
    return settings.files / digest[:2] / digest[2:]
