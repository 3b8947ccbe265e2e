"""Heights of a terrain model against points that were surveyed on the ground."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import rasterio

from sip.errors import DataError


def compare(dtm: Path, checkpoints: Path) -> dict[str, Any]:
    """Return how far a terrain model is from checkpoints.

    Args:
        dtm: Heights in metres.
        checkpoints: CSV with the columns x, y, z in the CRS of the model, metres.

    Returns:
        How many points lie on the model, mean error (model less survey), RMSEz, and the accuracy
        at 95 % where errors are normal, 1.96 RMSEz (NVA of ASPRS 2014; the edition of 2023 states
        RMSEz alone).

    Raises:
        DataError: The file has other columns, or something in them that is no number.
    """
    try:
        table = pd.read_csv(checkpoints)[["x", "y", "z"]].astype(float)
    except (OSError, ValueError, KeyError) as error:
        raise DataError(
            f"{checkpoints}: needs the columns x, y, z with numbers: {error}"
        ) from error
    with rasterio.open(dtm) as source:
        places = table[["x", "y"]].itertuples(index=False, name=None)
        found = np.array([one[0] for one in source.sample(places, masked=True)], dtype=object)
    heights = np.array([np.nan if np.ma.is_masked(one) else float(one) for one in found])
    apart = (heights - table["z"].to_numpy())[~np.isnan(heights)]
    rmse = float(np.sqrt((apart**2).mean())) if len(apart) else None
    return {
        "given": len(table),
        "on_the_model": len(apart),
        "mean_m": round(float(apart.mean()), 4) if len(apart) else None,
        "rmse_z_m": None if rmse is None else round(rmse, 4),
        "nva_95_m": None if rmse is None else round(1.96 * rmse, 4),
    }
