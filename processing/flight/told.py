"""The quality of a run in numbers: `report.json`, and what the page shows."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping
from typing import Any

from processing import blocks
from processing.cloud import datum
from processing.flight.quality import CELL_M
from processing.flight.running import Run


def report(run: Run, *, day: str | None = None) -> dict[str, Any]:
    """Return what there is to say of a run; sums over tiles, in metres and percent.

    `day` is that of a flight whose points do not say it.
    """
    cells = sum(one["cells"] for one in run.quality)
    covered = sum(one["covered_cells"] for one in run.quality)
    below = sum(one["below_nominal_cells"] for one in run.quality)
    pulses = sum(one["pulses"] for one in run.quality)
    classes: Counter[str] = Counter()
    for one in run.quality:
        classes.update(one["classes"])
    days = sorted({one for tile in run.quality for one in tile["days"]}) or ([day] if day else [])
    first = run.facts[0]
    return {
        "files": [_file(survey) for survey in run.surveys],
        "left_out": dict(sorted(run.left_out.items())),
        "warnings": [
            *(text for survey in run.surveys for text in survey["warnings"]),
            *_unlike(run),
        ],
        "crs": f"EPSG:{first.crs}",
        "heights": None if first.height_crs is None else datum.name(first.height_crs),
        "flight_days": days,
        "tiles": len(run.quality),
        "points": sum(one["points"] for one in run.quality),
        "classes": {name: classes[name] for name in sorted(classes, key=int)},
        "noise": {
            "low": sum(one["low_noise"] for one in run.quality),
            "high": sum(one["high_noise"] for one in run.quality),
        },
        "density": {
            "nominal_per_m2": run.wishes.nominal_per_m2,
            "pulses_per_m2": _rounded(pulses / (covered * CELL_M**2) if covered else None),
            "below_nominal_pct": _pct(below, covered),
        },
        "area": {
            "covered_m2": covered * CELL_M**2,
            "without_points_pct": _pct(cells - covered, cells),
        },
        "void_pct": _void(run, cells * CELL_M**2),
        "seams": {
            name: {"p99": _rounded(one["p99"], 4), "most": _rounded(one["most"], 4)}
            for name, one in run.seams.items()
        },
        "strips": _strips(run),
        "control": run.control,
        "products": [one.file for one in run.products],
    }


def _unlike(run: Run) -> list[str]:
    """Say which files hold more than others: where they meet, it is left out of the points."""
    kinds = [(one.point_format, one.extra_told) for one in run.facts]
    usual = max(kinds, key=lambda one: (kinds.count(one), -kinds.index(one)))
    return [
        f"{file.file.name}: has another point format or other extra bytes than most files; where"
        " they lie in one tile, its points keep what all of them have"
        for file, kind in zip(run.facts, kinds, strict=True)
        if kind != usual
    ]


def _file(survey: Mapping[str, Any]) -> dict[str, Any]:
    about = survey["facts"]
    return {
        "file": about["file"], "version": about["version"], "format": about["point_format"],
        "points": about["count"], "density_per_m2": survey["density_per_m2"],
    }  # fmt: skip


def _strips(run: Run) -> dict[str, Any] | None:
    known = [one["strips"] for one in run.quality if one["strips"]]
    cells = sum(one["cells"] for one in known)
    if not cells:
        return None
    mean = sum(one["sum_m"] for one in known) / cells
    square = sum(one["sum_m2"] for one in known) / cells
    return {
        "cells": cells,
        "mean_dz_m": _rounded(mean, 4),
        "rms_dz_m": _rounded(math.sqrt(square), 4),
    }


def _void(run: Run, delivered_m2: float) -> float | None:
    """Return the share of the terrain model without a value, within the files' extents."""
    if not any(one.file == "dtm.tif" for one in run.products):
        return None
    with blocks.opened(run.folder / "dtm.tif") as (source, cells):
        known = sum(int((blocks.valid(source, one) > 0).sum()) for one in cells.blocks(2048))
    known_m2 = known * cells.cell**2
    return _pct(max(delivered_m2 - known_m2, 0.0), delivered_m2)


def _pct(part: float, whole: float) -> float | None:
    return round(100 * part / whole, 2) if whole else None


def _rounded(value: float | None, digits: int = 2) -> float | None:
    return None if value is None else round(value, digits)
