"""How green the crowns of a flight are, year by year."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pandas as pd

from processing.frames import read_frame
from processing.ortho import condition, shift
from processing.ortho.condition import Fields


def write(
    trees: Path,
    indices: Sequence[Path],
    years: Sequence[int],
    target: Path,
    *,
    shifts: Sequence[Path] = (),
) -> None:
    """Write crowns with the median of an index, how unlike the others it is, and its change.

    With `shifts`, a file for each year, crowns are sampled where the picture shows them.

    Raises:
        DataError: An index is no raster, or the crowns have no height_m.
    """
    crowns = read_frame(trees).reset_index(drop=True)
    crowns["id"] = crowns.index.astype(str)
    fields = Fields(id="id", species=None, height_m="height_m")
    places = [shift.read_shifts(one) for one in shifts] or [[]] * len(years)
    samples = pd.concat(
        [
            condition.sample(raster, crowns, fields=fields, year=year, shifts=moved)
            for raster, year, moved in zip(indices, years, places, strict=True)
        ],
        ignore_index=True,
    )
    compared = condition.compare(samples)
    last = compared[compared["year"] == max(years)].set_index("id")
    first = compared[compared["year"] == min(years)].set_index("id")
    made = crowns.set_index("id")[["height_m", "geometry"]]
    made["ndvi"], made["z"] = last["median"], last["z"]
    made["ndvi_change"] = last["median"] - first["median"]
    kept = made[made["ndvi"].notna()].reset_index(drop=True)
    kept.to_parquet(target, index=False)
