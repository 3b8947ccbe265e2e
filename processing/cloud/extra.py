"""Extra bytes: what a supplier has added to each point beyond its format, kept as it is.

LAS describes them in a record of 192 bytes per dimension (LAS 1.4 R15, "Extra Bytes"). Both the
bytes and the records are carried along unread.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import laspy
import numpy as np
from numpy.typing import NDArray

RECORD = 192
"""Bytes of one description."""
_USER, _NUMBER = b"LASF_Spec", 4
"""Names of the record of descriptions in a file."""
_SIZES = (1, 1, 2, 2, 4, 4, 8, 8, 4, 8)
"""Bytes of the data types 1 to 10; 11 to 20 are two of them, 21 to 30 three (deprecated)."""
_HEAD = struct.Struct("<H16sHH32s")
"""Of a record of a file: reserved, user, number, length, description."""


def descriptions(header: Any) -> bytes:
    """Return the descriptions of the extra bytes of a laspy header; plain bytes if there are none.

    Bytes that nobody has described get names, so that programs find them.
    """
    size = int(sum(one.num_bytes for one in header.point_format.extra_dimensions))
    records = header.vlrs.get_by_id(_USER.decode(), (_NUMBER,))
    told = bytes(records[0].record_data_bytes()) if records else b""
    if sum(length for _, length in dimensions(told)) == size:
        return told
    return b"".join(
        struct.pack("<HBB32s", 0, 1, 0, f"extra_{place}".encode()).ljust(RECORD, b"\0")
        for place in range(size)
    )


def dimensions(told: bytes) -> Iterator[tuple[str, int]]:
    """Yield name and bytes of each description."""
    for start in range(0, len(told), RECORD):
        kind, options = told[start + 2], told[start + 3]
        name = told[start + 4 : start + 36].split(b"\0")[0].decode("utf-8", "replace")
        several, of = divmod(kind - 1, len(_SIZES))
        yield name, _SIZES[of] * (several + 1) if kind else options


def names(told: bytes) -> list[str]:
    """Return the names of described dimensions."""
    return [name for name, _ in dimensions(told)]


def add(header: laspy.LasHeader, told: bytes) -> None:
    """Describe extra bytes in the header of a file that is to be written."""
    record = laspy.vlrs.known.ExtraBytesVlr()
    record.parse_record_data(told)
    header.add_extra_dims(record.type_of_extra_dims())


def taken(record: NDArray[Any], size: int) -> NDArray[np.void]:
    """Return the extra bytes of packed points."""
    every = np.ascontiguousarray(record).view(np.uint8).reshape(len(record), record.itemsize)
    return np.ascontiguousarray(every[:, -size:]).view(f"V{size}").ravel()


def put(record: NDArray[Any], extra: NDArray[np.void]) -> None:
    """Put extra bytes behind packed points."""
    size = extra.itemsize
    every = record.view(np.uint8).reshape(len(record), record.itemsize)
    every[:, -size:] = np.ascontiguousarray(extra).view(np.uint8).reshape(len(record), size)


def describe(file: Path, told: bytes) -> None:
    """Write descriptions into a file that has one of a byte for each of the extra bytes.

    copclib can say no more than how many there are. What room is over becomes an empty record.
    """
    with file.open("r+b") as opened:
        start = opened.read(375)
        place, count = struct.unpack_from("<H", start, 94)[0], struct.unpack_from("<I", start, 100)
        for _ in range(count[0]):
            opened.seek(place)
            _, user, number, length, _ = _HEAD.unpack(opened.read(_HEAD.size))
            if (user.rstrip(b"\0"), number) == (_USER, _NUMBER):
                break
            place += _HEAD.size + length
        opened.seek(place)
        opened.write(_HEAD.pack(0, _USER, _NUMBER, len(told), b"extra bytes") + told)
        if (room := length - len(told)) > 0:
            rest = room - _HEAD.size
            opened.write(_HEAD.pack(0, b"SIP", 1, rest, b"empty") + bytes(rest))
            opened.seek(100)
            opened.write(struct.pack("<I", count[0] + 1))
