"""The graph of two flights: what has changed of ground, trees, buildings and surfaces."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import rasterio

from processing.cloud import files as clouds
from processing.flight.carrying import Product, Wanted
from processing.flight.sources import Side, check_alike
from processing.flight.tiles import cuts, gathered, tiles
from processing.graph import Output, Task
from sip.errors import DataError

_REACH_M = 7.0
"""Margin of tiles of points: the sphere of a normal and half of a cylinder."""
_OBJECTS = ("trees.parquet", "buildings.parquet", "ndsm.tif")


@dataclasses.dataclass(frozen=True)
class Wishes:
    """What is wanted of two flights."""

    vertical_m: float = 0.10
    """Standard error of heights of one flight on level ground."""
    horizontal_m: float = 0.30
    """Standard error of places; on a slope it is one of heights, too."""
    registration_m: float = 0.03
    """Standard error of the heights of one flight against the other."""
    least_m2: float = 20.0
    """Smallest earthwork."""
    level: bool = True
    """Take off the median difference of the terrain models."""
    m3c2: bool = False
    """Measure distances between the clouds, too."""
    apart_m: float = 2.0
    """Width of the squares that have a distance each."""
    size_m: float = 500.0
    """Width of a tile of points."""


def wanted(old: Side, new: Side, wishes: Wishes) -> Wanted:
    """Return the tasks that compare two flights.

    Raises:
        DataError: Their planes or datums of heights differ, or there is nothing to compare.
    """
    check_alike(old, new)
    tasks: dict[str, Task] = {}
    products: list[Product] = []
    left_out: dict[str, str] = {}
    for part, needs in ((_terrain, ("dtm.tif", "slope.tif")), (_objects, _OBJECTS)):
        missing = [
            str(one.folder / name) for one in (old, new) for name in needs
            if not (one.folder / name).is_file()
        ]  # fmt: skip
        if missing:
            name = part.__name__.lstrip("_")
            left_out[name] = f"not compared, there is no {', '.join(missing)}"
            continue
        found, made = part(old, new, wishes)
        tasks |= found
        products += made
    if wishes.m3c2:
        found, made = _m3c2(old, new, wishes)
        tasks |= found
        products += made
    if not tasks:
        raise DataError("there is nothing to compare:\n" + "\n".join(left_out.values()))
    inputs = {one for task in tasks.values() for some in task.inputs.values() for one in some}
    return Wanted(tasks, products, sorted(one for one in inputs if isinstance(one, Path)), left_out)


def _terrain(old: Side, new: Side, wishes: Wishes) -> tuple[dict[str, Task], list[Product]]:
    weight = _cells(old.folder / "dtm.tif")
    error = {"vertical_m": wishes.vertical_m, "horizontal_m": wishes.horizontal_m}
    tasks = {
        f"errors {name}": Task(
            "change.errors", {"slope": [one.folder / "slope.tif"]}, error, weight // 4
        )
        for name, one in (("old", old), ("new", new))
    }
    tasks["terrain"] = Task(
        "change.terrain",
        {
            "old": [old.folder / "dtm.tif"], "new": [new.folder / "dtm.tif"],
            "old_errors": [Output("errors old", "errors")],
            "new_errors": [Output("errors new", "errors")],
        },
        {
            "registration_m": wishes.registration_m, "least_m2": wishes.least_m2,
            "level": wishes.level,
        },
        weight,
    )  # fmt: skip
    return tasks, [
        Product(
            "difference.tif", Output("terrain", "difference"),
            "Różnica wysokości terenu", "Difference of the ground",
        ),
        Product(
            "earthworks.parquet", Output("terrain", "earthworks"),
            "Wykopy i nasypy", "Cuts and fills",
        ),
    ]  # fmt: skip


def _objects(old: Side, new: Side, wishes: Wishes) -> tuple[dict[str, Task], list[Product]]:
    inputs = {
        f"{when}_{name}": [one.folder / file]
        for when, one in (("old", old), ("new", new))
        for name, file in zip(("trees", "buildings", "canopy"), _OBJECTS, strict=True)
    }
    task = Task("change.objects", inputs, {}, _cells(old.folder / "ndsm.tif"))
    return {"objects": task}, [
        Product("trees.parquet", Output("objects", "trees"), "Zmiany drzew", "Trees changed"),
        Product(
            "buildings.parquet", Output("objects", "buildings"),
            "Zmiany budynków", "Buildings changed",
        ),
    ]  # fmt: skip


def _m3c2(old: Side, new: Side, wishes: Wishes) -> tuple[dict[str, Task], list[Product]]:
    """Return tasks over tiles of the old flight that the new one touches."""
    both = []
    for run in (old, new):
        files = [
            one for one in sorted((run.folder / "tiles").glob("*.laz")) if not clouds.is_empty(one)
        ]
        if not files:
            raise DataError(f"{run.folder / 'tiles'}: has no points to compare")
        facts = [clouds.facts(file) for file in files]
        both.append(tiles(facts, size_m=wishes.size_m, margin_m=_REACH_M))
    after = {one.name: one for one in both[1]}
    tasks: dict[str, Task] = {}
    parts = []
    for tile in both[0]:
        if tile.name not in after:
            continue
        for when, one in (("old", tile), ("new", after[tile.name])):
            for about in one.files:
                tasks |= cuts(about, size_m=wishes.size_m, crs=None, height_crs=None)
            tasks[f"gather {when} {tile.name}"] = gathered(one, _REACH_M)
        tasks[f"distances {tile.name}"] = Task(
            "change.m3c2",
            {when: [Output(f"gather {when} {tile.name}", "points")] for when in ("old", "new")},
            {
                "core": list(tile.bounds), "apart_m": wishes.apart_m,
                "registration_m": wishes.registration_m,
            },
            tile.points,
        )  # fmt: skip
        parts.append(Output(f"distances {tile.name}", "distances"))
    if not parts:
        raise DataError(f"the points of {old.folder} and {new.folder} lie in different places")
    tasks["join distances"] = Task("flight.collect", {"tiles": parts}, {})
    output = Output("join distances", "rows")
    return tasks, [
        Product(
            "distances.parquet", output,
            "Odległości powierzchni (M3C2)", "Distances of surfaces (M3C2)",
        )
    ]  # fmt: skip


def _cells(file: Path) -> int:
    try:
        with rasterio.open(file) as source:
            return int(source.width * source.height)
    except rasterio.RasterioIOError:
        return 1
