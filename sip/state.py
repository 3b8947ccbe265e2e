"""What the database knows of each layer's rows: how many, where, from when to when."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import asyncpg

from sip.crs import Extent
from sip.service import LayerState

_READ = """
SELECT layer, rows, west, south, east, north, time_from, time_to, changed FROM pub.layer_state
"""


async def read_states(pool: asyncpg.Pool[Any]) -> Mapping[str, LayerState]:
    """Read the state of every public layer that was ever loaded."""
    return {
        row["layer"]: LayerState(
            rows=row["rows"],
            extent=Extent(row["west"], row["south"], row["east"], row["north"])
            if row["west"] is not None
            else None,
            time=(row["time_from"], row["time_to"]),
            changed=row["changed"],
        )
        for row in await pool.fetch(_READ)
    }
