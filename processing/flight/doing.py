"""What people are told that tasks of a flight do: in the progress, and where one has failed."""

from __future__ import annotations

from collections.abc import Mapping

PHRASES: Mapping[str, str] = {
    "areas": "measuring the greenness of areas",
    "buildings": "finding buildings",
    "change": "comparing cover",
    "checkpoints": "comparing with checkpoints",
    "classes": "giving points their classes",
    "contours": "drawing contours",
    "cover": "mapping cover",
    "cut": "cutting into squares",
    "distances": "measuring distances of clouds",
    "errors": "estimating errors of heights",
    "flow": "following the rain",
    "gather": "gathering points",
    "greenness": "measuring the greenness of trees",
    "ground": "finding the ground",
    "heights": "measuring buildings",
    "hillshade": "shading the terrain",
    "index": "computing an index",
    "join": "joining tiles",
    "laz": "writing points",
    "level": "making waters level",
    "models": "modelling the terrain",
    "mosaic": "joining pictures",
    "objects": "comparing trees and buildings",
    "picture": "packing the picture",
    "ponding": "letting water stand",
    "quality": "measuring quality",
    "read": "reading",
    "shade": "shading the terrain",
    "shares": "summing cover by area",
    "shifts": "measuring shifts of the picture",
    "street": "finding kerbs and poles",
    "terrain": "comparing the terrain",
    "transitions": "summing changes by area",
    "trees": "finding trees",
    "years": "comparing years tree by tree",
}
"""By the first word of a task's name; what follows is the tile, file or product it is done to."""


def said(task: str) -> str:
    """Return what a task does, after what it is done to: `500_250: finding the ground`."""
    kind, _, subject = task.partition(" ")
    phrase = PHRASES.get(kind, kind)
    return f"{subject.rpartition('/')[2]}: {phrase}" if subject else phrase


def said_of_many(kind: str, tiles: int) -> str:
    """Return what the tasks of a kind do to so many tiles."""
    return f"{tiles} tiles: {PHRASES.get(kind, kind)}"
