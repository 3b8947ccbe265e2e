"""Points beside the paved road."""

from __future__ import annotations

import numpy as np
import shapely
from numpy.typing import NDArray

from geodata.world.chainage import Floats, Ints
from geodata.world.chance import Codes
from geodata.world.runs import Runs


def beside(
    runs: Runs, line: Ints, at_m: Floats, side: Codes, off_m: Floats | float
) -> NDArray[np.object_]:
    """Return points at a distance outwards from the edge of the paved road, on a side (L, P, S)."""
    left = np.select([side == "L", side == "P"], [1.0, -1.0], 0.0)
    return np.asarray(
        shapely.points(runs.chain.points(line, at_m, left * (runs.width_m(line) / 2 + off_m)))
    )
