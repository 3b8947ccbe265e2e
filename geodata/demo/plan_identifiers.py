"""Identifiers of planning objects, as the APP schema wants them."""

from __future__ import annotations

import datetime

import numpy as np
import pandas as pd

BASE = "https://www.gov.pl/zagospodarowanieprzestrzenne/app"


def namespaces(teryt: pd.Series, kind: str) -> pd.Series:
    """Return the namespace of the dataset of each gmina (7-digit code) and kind (POG, MPZP)."""
    unit = teryt.str[:6]
    number = "9" + unit.str[2:]
    return "PL.ZIPPZP." + number + "/" + unit + "-" + kind


def identified(frame: pd.DataFrame, feature_type: str, *, versioned: bool = True) -> pd.DataFrame:
    """Return a frame with version and identifier.

    Args:
        frame: Has `namespace`, `local_id` and `valid_from`.
        feature_type: Name of the type in the schema.
        versioned: Whether the version is a part of the identifier.
    """
    since = pd.to_datetime(frame["valid_from"]) - pd.Timedelta(days=14, hours=-10)
    version = since.dt.strftime("%Y%m%dT%H%M%S")
    parts = BASE + "/" + feature_type + "/" + frame["namespace"] + "/" + frame["local_id"]
    if not versioned:
        return frame.assign(identifier=parts, version_id=version)
    return frame.assign(
        identifier=parts + "/" + version,
        version_id=version,
        version_from=since.dt.tz_localize("UTC"),
        version_to=pd.to_datetime(frame["valid_to"]).dt.tz_localize("UTC"),
    )


def days_from(
    first: datetime.date, spread: int, count: int, rng: np.random.Generator
) -> list[datetime.date]:
    """Return dates spread over some days after a first one."""
    return [first + datetime.timedelta(days=int(day)) for day in rng.integers(0, spread, count)]
