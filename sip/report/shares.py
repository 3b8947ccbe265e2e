"""How areas divide a plot: shares that together are exactly the whole of it."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence

import shapely
from shapely.geometry.base import BaseGeometry

SLIVER_M2 = 1.0
"""Differences of boundaries up to here are no share of their own (the ministry's tolerance)."""
_HUNDREDTHS = 10_000


@dataclasses.dataclass(frozen=True)
class Share:
    """What one area takes of a plot."""

    row: int | None
    """Which one; None is what no area covers."""
    pct: float
    """Percent of the plot with two decimals."""
    area_m2: float


@dataclasses.dataclass(frozen=True)
class Division:
    """A plot divided among areas."""

    shares: tuple[Share, ...]
    """The largest first, what is uncovered at the end; the percents sum to exactly 100."""
    overlap_m2: float
    """How much is covered more than once: the earlier area keeps it."""


def divide(plot: BaseGeometry, areas: Sequence[tuple[int, BaseGeometry]]) -> Division:
    """Divide a plot among areas that should neither overlap nor leave gaps.

    Args:
        plot: The plot, in a CRS whose axes are metres.
        areas: Row and shape of each area, in the same CRS; what lies outside of the plot is
            ignored, and where two overlap the first one keeps the ground.
    """
    rest, taken, overlap = plot, [], 0.0
    for row, shape in areas:
        piece = shapely.intersection(rest, shape)
        overlap += shapely.intersection(plot, shape).area - piece.area
        rest = shapely.difference(rest, shape)
        taken.append((row, piece.area))
    whole = plot.area
    least = min(SLIVER_M2, whole / 100)
    real = sorted((one for one in taken if one[1] >= least), key=lambda one: -one[1])
    uncovered = whole - sum(area for _row, area in real)
    if real and uncovered < least + sum(area for _row, area in taken if area < least):
        real[0] = (real[0][0], real[0][1] + uncovered)
        uncovered = 0.0
    pieces: list[tuple[int | None, float]] = [*real]
    if uncovered > 0:
        pieces.append((None, uncovered))
    percents = hundredths([area for _row, area in pieces])
    shares = tuple(
        Share(row, part / 100, round(area, 2))
        for (row, area), part in zip(pieces, percents, strict=True)
    )
    return Division(shares, round(max(overlap, 0.0), 2))


def hundredths(parts: Sequence[float]) -> list[int]:
    """Return each part in hundredths of a percent, so that they sum to exactly 100 %.

    Those with the largest remainders are rounded up (Hare and Niemeyer).
    """
    whole = sum(parts)
    exact = [part / whole * _HUNDREDTHS for part in parts]
    floors = [int(one) for one in exact]
    missing = _HUNDREDTHS - sum(floors)
    by_remainder = sorted(range(len(parts)), key=lambda at: floors[at] - exact[at])
    for at in by_remainder[:missing]:
        floors[at] += 1
    return floors
