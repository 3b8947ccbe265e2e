"""How crowded layers are thinned: conditions that an index holds and a tile's query repeats.

A row belongs to a sample by its id alone, so a partial index keeps every sample up to date, and
ids that were given in the order of the data sample it evenly. Surfaces and lines that are large
are in every sample.
"""

from __future__ import annotations

from collections.abc import Iterator

from sip.catalogue import Layer

SAMPLES = (4, 16, 64)
"""Every 4th, 16th and 64th row."""
_LARGE_M = 256
LARGE = (
    f"greatest(public.ST_XMax(geom) - public.ST_XMin(geom),"
    f" public.ST_YMax(geom) - public.ST_YMin(geom)) >= {_LARGE_M}"
)
"""A side of the rectangle around it is at least 256 m."""


def sampled(every: int) -> str:
    """Return the condition of being in a sample."""
    return f"id % {every} = 0"


def sample_for(expected: float, most: int) -> int:
    """Return which sample leaves about `most` of the expected rows at most; 1 is all of them."""
    return next((every for every in (1, *SAMPLES) if expected / every <= most), SAMPLES[-1])


def conditions(layer: Layer) -> Iterator[tuple[str, str]]:
    """Yield the name and the condition of each partial index on a layer's geometry."""
    if not layer.offers("tiles"):
        return
    for every in SAMPLES:
        yield f"every{every}", sampled(every)
    if not is_point(layer):
        yield "large", LARGE


def is_point(layer: Layer) -> bool:
    """Say whether a layer's features have no size."""
    return layer.spec.geometry == "Point"
