"""The demonstration area as layers: every theme is a module here, found by itself.

A theme's module has `generate(world, rng)`, which returns its layers by id, each a frame with the
layer's fields as columns (absent ones stay empty) and the declared kind of geometry in EPSG:2178.
A module of pictures has `paint(world, rng)`, which returns rasters by file name; one of flights
has `fly(world, layers, data)`, which writes files of them when all others are written.
"""

from __future__ import annotations

import hashlib
import importlib
import json
import pkgutil
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType

import geopandas
import numpy as np
import pandas as pd
import shapely
from numpy.typing import NDArray

from geodata import world as worlds
from geodata.world import World
from processing.raster import Raster, write_cog
from sip.catalogue import Catalogue, Layer
from sip.errors import DataError

type Frame = geopandas.GeoDataFrame | pd.DataFrame
type Step = Callable[[str], None]

MADE = "made.json"
"""Says from what a folder was made."""


def modules(function: str) -> Iterator[tuple[str, ModuleType]]:
    """Yield the modules of this folder that have a function of a name, in order."""
    for found in pkgutil.iter_modules(__path__):
        module = importlib.import_module(f"{__name__}.{found.name}")
        if hasattr(module, function):
            yield found.name, module


def generate(world: World) -> Iterator[tuple[str, Frame]]:
    """Yield every layer of every theme, by id, as its theme made it."""
    for name, module in modules("generate"):
        yield from module.generate(world, world.rng(name)).items()


def paint(world: World) -> Iterator[tuple[str, Raster]]:
    """Yield every raster, by file name."""
    for name, module in modules("paint"):
        yield from module.paint(world, world.rng(name)).items()


def make(
    catalogue: Catalogue, folder: Path, data: Path, *, seed: int, scale: float, step: Step
) -> bool:
    """Write one GeoParquet file per layer and one COG per raster, unless they are there already.

    Args:
        catalogue: What the layers have to be like.
        folder: Where the layers go, `<id>.parquet`.
        data: Where the rasters go.
        seed: The same seed makes the same data.
        scale: Share of the full size.
        step: Called with the name of each thing before it is made.

    Returns:
        Whether anything was made.

    Raises:
        DataError: A theme made something that its layer does not declare.
    """
    recipe = {"seed": seed, "scale": scale, "code": digest(catalogue)}
    mark = folder / MADE
    if mark.exists() and json.loads(mark.read_text()) == recipe:
        return False
    folder.mkdir(parents=True, exist_ok=True)
    data.mkdir(parents=True, exist_ok=True)
    mark.unlink(missing_ok=True)
    for old in folder.glob("*.parquet"):
        old.unlink()
    step("land")
    world = worlds.make(seed, scale)
    for name, frame in generate(world):
        step(name)
        conform(frame, catalogue.layer(name)).to_parquet(folder / f"{name}.parquet", index=False)
    for name, raster in paint(world):
        step(name)
        write_cog(raster, data / name)
    for name, module in modules("fly"):
        step(name)
        module.fly(world, folder, data)
    mark.write_text(json.dumps(recipe))
    return True


def digest(catalogue: Catalogue) -> str:
    """Return what changes when the generator or the declarations change."""
    found = hashlib.sha256(catalogue.digest.encode())
    root = Path(__file__).parents[1]
    for file in sorted([*root.rglob("*.py"), *(root.parent / "processing").rglob("*.py")]):
        found.update(file.read_bytes())
    return found.hexdigest()[:16]


def conform(frame: Frame, layer: Layer) -> Frame:
    """Return a frame with exactly the columns, types and geometry of a layer, and ids from 1.

    Raises:
        DataError: It has columns that the layer lacks, or another kind of geometry.
    """
    fields = layer.spec.fields
    extra = set(frame.columns) - set(fields) - {"geometry"}
    if extra:
        raise DataError(f"{layer.id}: no such fields: {', '.join(sorted(extra))}")
    columns = {"id": pd.Series(np.arange(1, len(frame) + 1))}
    for name, field in fields.items():
        column = frame[name] if name in frame else pd.Series([None] * len(frame), dtype=object)
        columns[name] = _typed(column.reset_index(drop=True), field.type)
    plain = pd.DataFrame(columns)
    if layer.spec.geometry is None:
        return plain
    shapes = _promoted(frame.geometry.to_numpy(), layer)
    return geopandas.GeoDataFrame(plain, geometry=shapes, crs=worlds.EPSG)


def _typed(column: pd.Series, type_: str) -> pd.Series:
    if type_ == "text":
        return column.astype(object).where(column.notna(), None)
    if type_ == "integer":
        return column.astype("float64").round().astype("Int64")
    if type_ == "number":
        return column.astype("float64")
    if type_ == "boolean":
        return column.astype("boolean")
    if type_ == "timestamp":
        return pd.to_datetime(column, utc=True).astype("datetime64[us, UTC]")
    days = pd.to_datetime(column)
    return days.dt.date.where(days.notna(), None)


def _promoted(shapes: NDArray[np.object_], layer: Layer) -> NDArray[np.object_]:
    wanted = layer.spec.geometry or ""
    kinds = {shape.geom_type for shape in shapes}
    if wanted.startswith("Multi") and kinds - {wanted}:
        parts, index = shapely.get_parts(shapes, return_index=True)
        shapes = getattr(shapely, f"{wanted.lower()}s")(parts, indices=index)
        kinds = {shape.geom_type for shape in shapes}
    if kinds - {wanted}:
        raise DataError(f"{layer.id}: {', '.join(sorted(kinds))} where {wanted} is declared")
    return shapes
