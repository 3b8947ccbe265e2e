"""Columns in a file that grows in pieces and is mapped whole: what one step hands to another.

The file begins with `MARK`. Each column begins on a page of its own, so that what nobody looks at
takes no memory. At the end JSON tells what there is, and the last eight bytes how long that is.
Whoever writes needs to know how many rows there are at most, and holds no column.
"""

from __future__ import annotations

import contextlib
import json
import mmap
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, BinaryIO

import numpy as np
from numpy.typing import NDArray

MARK = b"columns1"
_PAGE = 4096
_MOVED = 1 << 22
"""Bytes that are moved at a time."""

type Kinds = Mapping[str, np.dtype[Any]]


class Growing:
    """Columns that are being written, in pieces of any of them."""

    def __init__(self, opened: BinaryIO, kinds: Kinds, room: int) -> None:
        self._file, self._kinds, self._room = opened, dict(kinds), room
        self._starts, _ = _places(kinds, room)
        self._filled = dict.fromkeys(kinds, 0)
        opened.write(MARK)

    def put(self, name: str, values: NDArray[Any]) -> None:
        """Put values behind those that a column has."""
        kind, filled = self._kinds[name], self._filled[name]
        if filled + len(values) > self._room:
            raise ValueError(f"more values of {name} than there is room for")
        self._file.seek(self._starts[name] + filled * kind.itemsize)
        self._file.write(_bytes(np.ascontiguousarray(values, dtype=kind)))
        self._filled[name] += len(values)

    def finish(self, about: object) -> None:
        """Close up what has not been filled, and tell what there is.

        Raises:
            ValueError: Columns have different lengths.
        """
        if len(lengths := set(self._filled.values())) != 1:
            raise ValueError(f"columns of different lengths: {self._filled}")
        (count,) = lengths
        starts, end = _places(self._kinds, count)
        for name, kind in self._kinds.items():
            length = count * kind.itemsize
            _move(self._file, self._starts[name], starts[name], length)
            self._file.seek(starts[name] + length)
            self._file.write(bytes(-length % _PAGE))
        kinds = {name: kind.str for name, kind in self._kinds.items()}
        told = json.dumps({"count": count, "kinds": kinds, "about": about}).encode()
        self._file.seek(end)
        self._file.write(told + len(told).to_bytes(8, "little"))
        self._file.truncate()


@contextlib.contextmanager
def written(file: Path, kinds: Kinds, room: int, about: object) -> Iterator[Growing]:
    """Write columns; the same values are the same bytes, in whatever pieces they came.

    Args:
        file: Where to.
        kinds: Names and types of the columns, at least one.
        room: How many rows there are at most; no more are written than there are.
        about: What else there is to say, anything that JSON can write.
    """
    with file.open("w+b") as opened:
        growing = Growing(opened, kinds, room)
        yield growing
        growing.finish(about)


def read(file: Path) -> tuple[dict[str, NDArray[Any]], Any]:
    """Map columns into memory, and return what else was said.

    Raises:
        ValueError: It is no such file, or not whole.
        OSError: It cannot be read.
    """
    with file.open("rb") as opened:
        mapped = mmap.mmap(opened.fileno(), 0, access=mmap.ACCESS_READ)
    length = int.from_bytes(mapped[-8:], "little")
    if mapped[: len(MARK)] != MARK or length > len(mapped) - 8:
        raise ValueError("it does not begin or end as columns do")
    told = json.loads(mapped[len(mapped) - 8 - length : -8])
    kinds = {name: np.dtype(kind) for name, kind in told["kinds"].items()}
    starts, _ = _places(kinds, told["count"])
    columns = {
        name: np.frombuffer(mapped, kind, told["count"], starts[name])
        for name, kind in kinds.items()
    }
    return columns, told["about"]


def _places(kinds: Kinds, count: int) -> tuple[dict[str, int], int]:
    """Return where each of so many rows' columns begins, and where the last one's pages end."""
    starts, end = {}, _PAGE
    for name, kind in kinds.items():
        starts[name] = end
        end += -(-count * kind.itemsize // _PAGE) * _PAGE
    return starts, end


def _move(opened: BinaryIO, old: int, new: int, length: int) -> None:
    """Move bytes towards the beginning of a file."""
    if old == new:
        return
    for done in range(0, length, _MOVED):
        opened.seek(old + done)
        some = opened.read(min(_MOVED, length - done))
        opened.seek(new + done)
        opened.write(some)


def _bytes(values: NDArray[Any]) -> memoryview:
    return memoryview(values.view(np.uint8)) if len(values) else memoryview(b"")
