"""What processes over flights share: how a flight is named, how its products are handed out."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

ZIP = "application/zip"
NAME: Mapping[str, Any] = {"type": "string", "pattern": "^[A-Za-z0-9_-]{1,80}$"}
"""JSON Schema of a flight's name: a folder below that of flights."""


def packed(work: Path, names: Sequence[str], folder: Path) -> Path:
    """Write an archive of the named files of a folder, and of its reports, into another one."""
    archive = folder / "products.zip"
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as target:
        for name in (*names, "report.pl.html", "report.en.html"):
            target.write(work / name, name)
    return archive
