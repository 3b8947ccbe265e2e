"""The shapes of markers, drawn once for every renderer that lets us draw them.

Corners are in a square from 0 to 1, x to the right, y downwards.
"""

from __future__ import annotations

import math

from sip.style import Marker

type Corners = tuple[tuple[float, float], ...]


def _star() -> Corners:
    radii = (0.5, 0.5 * math.sin(math.radians(18)) / math.sin(math.radians(54)))
    return tuple(
        (
            0.5 + radii[n % 2] * math.sin(n * math.pi / 5),
            0.5 - radii[n % 2] * math.cos(n * math.pi / 5),
        )
        for n in range(10)
    )


CORNERS: dict[Marker, Corners] = {
    "square": ((0, 0), (1, 0), (1, 1), (0, 1)),
    "triangle": ((0.5, 0), (1, 1), (0, 1)),
    "diamond": ((0.5, 0), (1, 0.5), (0.5, 1), (0, 0.5)),
    "star": _star(),
    "cross": (
        (0.4, 0), (0.6, 0), (0.6, 0.4), (1, 0.4), (1, 0.6), (0.6, 0.6),
        (0.6, 1), (0.4, 1), (0.4, 0.6), (0, 0.6), (0, 0.4), (0.4, 0.4),
    ),
}  # fmt: skip
"""Closed outlines; the circle is none."""
