"""What a run is given: files that paths name, and folders that earlier runs have written.

It imports nothing heavy, so that a request can be checked by it before any work begins.
"""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from sip.errors import DataError


@dataclasses.dataclass(frozen=True)
class Kind:
    """A kind of files that folders are searched for."""

    endings: tuple[str, ...]
    lacking: str
    """What is said of a folder that has none."""


POINTS = Kind((".las", ".laz"), "there is no LAS or LAZ file in it")
PICTURES = Kind((".tif", ".tiff", ".jp2", ".vrt"), "there is no picture in it")


def named(paths: Sequence[Path], kind: Kind) -> list[Path]:
    """Return the files that paths name: themselves, or all of a kind in a folder.

    Raises:
        DataError: A path is not there, or a folder has none.
    """
    found: list[Path] = []
    for path in paths:
        if path.is_dir():
            inside = sorted(one for one in path.rglob("*") if one.suffix.lower() in kind.endings)
            if not inside:
                raise DataError(f"{path}: {kind.lacking}")
            found += inside
        elif path.exists():
            found.append(path)
        else:
            raise DataError(f"{path}: there is no such file")
    return list(dict.fromkeys(one.absolute() for one in found))


@dataclasses.dataclass(frozen=True)
class Side:
    """A folder that `sip process lidar` has written."""

    folder: Path
    report: Mapping[str, Any]

    @property
    def days(self) -> list[str]:
        """First and last day of the flight, if known."""
        file = self.folder / "stac" / "collection.json"
        if not file.is_file():
            return list(self.report["flight_days"])
        (interval,) = json.loads(file.read_text("utf-8"))["extent"]["temporal"]["interval"]
        return [one[:10] for one in interval]


def is_finished(folder: Path) -> bool:
    """Say whether a folder holds what `sip process lidar` writes last."""
    return (folder / "report.json").is_file() and (folder / "dtm.tif").is_file()


def side(folder: Path) -> Side:
    """Read what a finished run says of itself.

    Raises:
        DataError: It is no such folder.
    """
    try:
        report = json.loads((folder / "report.json").read_text(encoding="utf-8"))
        known = {name: report[name] for name in ("crs", "heights", "flight_days")}
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise DataError(
            f"{folder}: holds neither points nor what sip process lidar has made of them"
        ) from error
    return Side(folder, known)


def check_alike(old: Side, new: Side) -> None:
    """Do nothing if two flights can be compared.

    Raises:
        DataError: Their planes or datums of heights differ.
    """
    for name, what in (("crs", "coordinate reference systems"), ("heights", "datums of heights")):
        one, other = old.report[name], new.report[name]
        if one != other:
            raise DataError(
                f"{old.folder} and {new.folder} have different {what}: {one} and {other}"
            )


def year_of(folder: Path) -> int:
    """Return the year of pictures that `sip process ortho` has made something of.

    Raises:
        DataError: It has not written the folder.
    """
    try:
        return int(json.loads((folder / "report.json").read_text("utf-8"))["year"])
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise DataError(f"{folder}: is no folder that sip process ortho has written") from error
