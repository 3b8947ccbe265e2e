"""The graph of a flight of points: tiles to terrain, trees, buildings, density."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping, Sequence
from pathlib import Path

from processing.cloud.files import Facts
from processing.flight import relief
from processing.flight.carrying import Product
from processing.flight.tiles import Tile, check_size, cuts, gathered, size_for
from processing.graph import Output, Task
from processing.steps import Value


@dataclasses.dataclass(frozen=True)
class Wishes:
    """What is wanted of a flight."""

    size_m: float | None = None
    """Width of a core; by default what a worker has room for, see `settled`."""
    margin_m: float = 50.0
    """At least half of the widest building, and a crown."""
    profile: str = "terrain"
    """Of `ground.classify`: terrain, urban, forest."""
    cell_m: float = 1.0
    """Of terrain and surface models."""
    nominal_per_m2: float = 4.0
    """Pulses per square metre that were ordered."""
    crs: int | None = None
    """EPSG code of the plane of files that do not say it."""
    height_crs: int | None = None
    """EPSG code of the heights of files that do not say it."""
    checkpoints: Path | None = None
    """CSV of x, y, z."""
    footprints: Path | None = None
    """Polygons of buildings, whose heights are measured."""
    roads: Path | None = None
    """Lines or polygons of carriageways, beside which kerbs and poles are looked for."""
    water: Path | None = None
    """Polygons of water: points in them get class 9, and the terrain is level there."""
    contours_m: float = 1.0
    """Between two contours; 0 for none."""
    rain_mm: float | None = None
    """Depth of a rain that is let run over the terrain."""
    culverts: Path | None = None
    """Lines under which that rain passes banks."""
    bridges: Path | None = None
    """Polygons of decks, which are no terrain."""
    keep_classes: Sequence[int] = ()
    """Classes of the supplier that points keep."""
    vegetation_m: Sequence[float] = (0.4, 2.0)
    """Heights over the ground at which vegetation is no longer low, and no longer medium."""

    @property
    def files(self) -> list[Path]:
        """What is read beside the points."""
        return [one for one in vars(self).values() if isinstance(one, Path)]


TITLES: Mapping[str, tuple[str, str]] = {
    "dtm": ("Model terenu", "Terrain model"), "dsm": ("Model pokrycia", "Surface model"),
    "ndsm": ("Wysokość nad gruntem", "Height over ground"), "slope": ("Nachylenie", "Slope"),
    "hillshade": ("Cieniowanie", "Hillshade"), "density": ("Gęstość impulsów", "Density of pulses"),
}  # fmt: skip


GIVEN = (
    ("footprints", "heights", "heights", "Wysokości budynków", "Heights of buildings"),
    ("roads", "street", "poles", "Słupy i znaki", "Poles and signs"),
    ("roads", "street", "kerbs", "Krawężniki", "Kerbs"),
)  # fmt: skip
"""The wish, the step of a tile, its output, and what it is."""


@dataclasses.dataclass(frozen=True)
class Plan:
    """Tasks, and which of their outputs are products or go into the report."""

    tasks: Mapping[str, Task]
    products: Sequence[Product]
    quality: Sequence[Output] = ()
    """Of each tile."""
    seams: Mapping[str, Output] = dataclasses.field(default_factory=dict)
    """Of each raster, by its product's file."""
    control: Output | None = None


MOST_IN_ONE = 10_000_000
"""Points of a flight that are published as one COPC too, since its tree is made in memory."""


def settled(files: Sequence[Facts], wishes: Wishes) -> float:
    """Return the width of cores, given or what their density asks for.

    Raises:
        DataError: A worker has no room for a core of the given width.
    """
    margin_m = wishes.margin_m
    size_m = size_for(files, margin_m=margin_m) if wishes.size_m is None else wishes.size_m
    check_size(files, size_m=size_m, margin_m=margin_m)
    return size_m


def inspections(files: Sequence[Facts], wishes: Wishes, size_m: float) -> dict[str, Task]:
    """Return tasks that read each file once: they cut it, and say what is wrong with it."""
    known = {"crs": wishes.crs, "height_crs": wishes.height_crs}
    made: dict[str, Task] = {}
    for one in files:
        cut = cuts(one, size_m=size_m, **known)
        tallies = [Output(name, "tally") for name in cut]
        made |= cut
        made[f"read {one.file}"] = Task(
            "cloud.inspect", {"cloud": [one.file], "tallies": tallies}, known
        )
    return made


def plan(tiles: Sequence[Tile], wishes: Wishes, size_m: float) -> Plan:
    """Return the tasks that make all products of good files."""
    joins, models = _rasters(tiles, wishes)
    levelled, rasters, relieves = relief.relief(models, wishes)
    found, things = _things(tiles, wishes)
    written, clouds = _clouds(tiles)
    tasks = {**_of_tiles(tiles, wishes, size_m), **joins, **levelled, **found, **written}
    control = None
    if wishes.checkpoints is not None:
        tasks["checkpoints"] = Task(
            "flight.check", {"dtm": [rasters["dtm"]], "checkpoints": [wishes.checkpoints]}, {}
        )
        control = Output("checkpoints", "control")
    grids = [Product(f"{name}.tif", rasters[name], *TITLES[name]) for name in TITLES]
    return Plan(
        tasks,
        [*grids, *relieves, *things, *clouds],
        [Output(f"quality {one.name}", "quality") for one in tiles],
        {f"{name}.tif": Output(f"join {name}", "seams") for name in ("dtm", "dsm")},
        control,
    )


def _of_tiles(tiles: Sequence[Tile], wishes: Wishes, size_m: float) -> dict[str, Task]:
    """Return the tasks that cut files, and those of each tile."""
    tasks: dict[str, Task] = {}
    for one in {one.file: one for tile in tiles for one in tile.files}.values():
        tasks |= cuts(one, size_m=size_m, crs=wishes.crs, height_crs=wishes.height_crs)
    for tile in tiles:
        tasks |= _of_tile(tile, wishes, density=wishes.nominal_per_m2)
        if not relief.is_mended(wishes):
            tasks[f"shade {tile.name}"] = _shade(tile)
        tasks |= _classes(tile, wishes, tiles)
        tasks |= _given(tile, wishes, tiles)
    return tasks


def _rasters(tiles: Sequence[Tile], wishes: Wishes) -> tuple[dict[str, Task], dict[str, Output]]:
    """Return the tasks that join the grids of tiles, and the joined grids by their names."""
    joins = {
        "dtm": ("models", "dtm"), "dsm": ("models", "dsm"), "ndsm": ("models", "ndsm"),
        "slope": ("models", "slope"), "density": ("quality", "density"),
        **({} if relief.is_mended(wishes) else {"hillshade": ("shade", "shade")}),
        **({"gapless": ("models", "filled")} if wishes.rain_mm is not None else {}),
    }  # fmt: skip
    cores: Value = [list(one.bounds) for one in tiles]
    tasks = {
        f"join {name}": Task(
            "flight.mosaic",
            {"tiles": [Output(f"{step} {one.name}", output) for one in tiles]},
            {"cores": cores},
            _joining(tiles),
        )
        for name, (step, output) in joins.items()
    }
    return tasks, {name: Output(f"join {name}", "raster") for name in joins}


def _things(tiles: Sequence[Tile], wishes: Wishes) -> tuple[dict[str, Task], list[Product]]:
    """Return the tasks that collect what was found in tiles, and its files."""
    collected = [
        ("trees", "trees", "Drzewa", "Trees"),
        *(
            (source, name, *titles)
            for wish, source, name, *titles in GIVEN
            if getattr(wishes, wish) is not None
        ),
    ]
    merged = [Output(f"buildings {one.name}", "buildings") for one in tiles]
    tasks = {"join buildings": Task("objects.merge", {"buildings": merged}, {}, _joining(tiles))}
    products = [
        Product("buildings.parquet", Output("join buildings", "buildings"), "Budynki", "Buildings")
    ]
    for source, name, *titles in collected:
        parts = [Output(f"{source} {one.name}", name) for one in tiles]
        tasks[f"join {name}"] = Task("flight.collect", {"tiles": parts}, {}, _joining(tiles))
        products.append(Product(f"{name}.parquet", Output(f"join {name}", "rows"), *titles))
    return tasks, products


def _clouds(tiles: Sequence[Tile]) -> tuple[dict[str, Task], list[Product]]:
    """Return the files of points with their classes, and the task that writes them as one."""
    parts = {one.name: Output(f"laz {one.name}", "cloud") for one in tiles}
    products = [
        Product(f"tiles/{name}.laz", one, "Punkty z klasami", "Classified points")
        for name, one in parts.items()
    ]
    points = sum(one.points for one in tiles)
    if points > MOST_IN_ONE:
        return {}, products
    cores: Value = [list(one.bounds) for one in tiles]
    inputs: dict[str, list[Path | Output]] = {"tiles": [*parts.values()]}
    whole = Product(
        "points.copc.laz", Output("join points", "cloud"), "Punkty (COPC)", "Points (COPC)"
    )
    task = Task("flight.cloud", inputs, {"cores": cores}, points)
    return {"join points": task}, [*products, whole]


def _joining(tiles: Sequence[Tile]) -> int:
    """Return the weight of a task that joins what was made of tiles."""
    return sum(one.points for one in tiles) // 50


def _classes(tile: Tile, wishes: Wishes, tiles: Sequence[Tile]) -> dict[str, Task]:
    """Return the task that gives the points of a tile their classes, and the one that writes them.

    Trees and buildings of the neighbours reach over the edge.
    """
    name, core = tile.name, tile.bounds
    near = [
        one.name for one in tiles
        if abs(one.bounds[0] - core[0]) < 1.5 * (core[2] - core[0])
        and abs(one.bounds[1] - core[1]) < 1.5 * (core[3] - core[1])
    ]  # fmt: skip
    low_m, medium_m = wishes.vegetation_m
    points = [Output(f"gather {name}", "points")]
    inputs: dict[str, list[Path | Output]] = {
        "points": [*points],
        "classes": [Output(f"ground {name}", "classes")],
        "dtm": [Output(f"models {name}", "filled")],
        **{
            kind: [Output(f"{kind} {one}", kind) for one in near] for kind in ("trees", "buildings")
        },
        **({"water": [wishes.water]} if wishes.water is not None else {}),
    }
    told: dict[str, Value] = {
        "keep": sorted(wishes.keep_classes), "low_m": low_m, "medium_m": medium_m
    }  # fmt: skip
    classified = {"points": points, "classes": [Output(f"classes {name}", "classes")]}
    return {
        f"classes {name}": Task("objects.classes", inputs, told, tile.points // 4),
        f"laz {name}": Task(
            "cloud.publish_laz", classified, {"core": list(core)}, tile.points // 2
        ),
    }


def _given(tile: Tile, wishes: Wishes, tiles: Sequence[Tile]) -> dict[str, Task]:
    """Return the tasks of a tile that read shapes that were given."""
    name, core = tile.name, list(tile.bounds)
    things = {
        "points": [Output(f"gather {name}", "points")],
        "classes": [Output(f"ground {name}", "classes")],
        "dtm": [Output(f"models {name}", "filled")],
    }
    made: dict[str, Task] = {}
    if wishes.footprints is not None:
        made[f"heights {name}"] = Task(
            "objects.heights", {**things, "footprints": [wishes.footprints]}, {"core": core},
            tile.points,
        )  # fmt: skip
    if wishes.roads is not None:
        quality = [Output(f"quality {one.name}", "quality") for one in tiles]
        made[f"street {name}"] = Task(
            "objects.street", {**things, "roads": [wishes.roads], "quality": quality},
            {"core": core}, tile.points,
        )  # fmt: skip
    return made


def _shade(tile: Tile) -> Task:
    terrain = Output(f"models {tile.name}", "dtm")
    return Task("terrain.hillshade", {"dtm": [terrain]}, {}, weight=tile.points // 50)


def _of_tile(tile: Tile, wishes: Wishes, *, density: float) -> dict[str, Task]:
    name, core = tile.name, list(tile.bounds)
    points = [Output(f"gather {name}", "points")]
    classes = [Output(f"ground {name}", "classes")]
    model = [Output(f"models {name}", "filled")]
    classified = {"points": points, "classes": classes}
    told: dict[str, Value] = {"core": core, "density": density}
    things = {**classified, "dtm": model}
    return {
        f"gather {name}": gathered(tile, wishes.margin_m),
        f"ground {name}": Task(
            "ground.classify", {"points": points}, {"profile": wishes.profile}, weight=tile.points
        ),
        f"quality {name}": Task(
            "flight.quality",
            {"points": points, "classes": [Output(f"classes {name}", "classes")]},
            {
                "core": core, "nominal_per_m2": wishes.nominal_per_m2,
                "delivered": [list(dataclasses.astuple(one.extent)) for one in tile.files],
            },
            weight=tile.points // 4,
        ),
        f"models {name}": Task(
            "terrain.models", classified, {"cell_m": wishes.cell_m}, weight=tile.points
        ),
        f"trees {name}": Task("objects.trees", things, told, weight=tile.points),
        f"buildings {name}": Task("objects.buildings", things, told, weight=tile.points),
    }  # fmt: skip
