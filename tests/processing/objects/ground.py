"""Level ground and things on it, as returns: bricks of known answers."""

from __future__ import annotations

import numpy as np
from rasterio.transform import from_origin

from processing.grid import Floats
from processing.objects.returns import Mask, Returns
from processing.raster import Raster
from processing.scene import Scene, scan

WEST, SOUTH = 500_000.0, 200_000.0
LEVEL_M = 100.0


def spots(west: float, south: float, east: float, north: float, density: float = 10.0) -> Floats:
    """Return x, y at random in a rectangle of metres from the corner, shape (2, n)."""
    count = round((east - west) * (north - south) * density)
    rng = np.random.default_rng(round(1000 * (west + 3 * south + 7 * east)))
    return rng.uniform((west, south), (east, north), (count, 2)).T


def returns(x: Floats, y: Floats, over: Floats, *, several: Mask | bool = False) -> Returns:
    """Return points over the level ground; x, y count from the corner."""
    split = np.broadcast_to(np.asarray(several), x.shape)
    whole = np.ones(len(x), dtype=bool)
    return Returns(WEST + x, SOUTH + y, LEVEL_M + over, over, whole, split.copy(), over < 0.1)


def together(*parts: Returns) -> Returns:
    """Return all returns of some parts."""
    names = Returns.__dataclass_fields__
    return Returns(**{one: np.concatenate([getattr(part, one) for part in parts]) for one in names})


def meadow(side: float = 40.0) -> Returns:
    """Return a level meadow."""
    x, y = spots(0, 0, side, side)
    return returns(x, y, np.zeros_like(x))


def cone(x: float, y: float, height: float, radius: float, density: float = 12.0) -> Returns:
    """Return a tree like a cone, of pulses with several returns."""
    a, b = spots(x - radius, y - radius, x + radius, y + radius, density)
    away = np.hypot(a - x, b - y)
    inside = away < radius
    a, b, away = np.append(a[inside], x), np.append(b[inside], y), np.append(away[inside], 0.0)
    return returns(a, b, height * (1 - 0.8 * away / radius), several=True)


def model(side: float = 60.0) -> Raster:
    """Return the level ground as a terrain model, ten metres wider than a meadow."""
    cells = round(side + 20)
    heights = np.full((1, cells, cells), LEVEL_M, dtype=np.float32)
    transform = from_origin(WEST - 10, SOUTH + side + 10, 1.0, 1.0)
    return Raster(heights, transform, 2180, -9999)


def flown(scene: Scene, *, density: float, seed: int = 1) -> tuple[Returns, Raster]:
    """Fly over a scene; return what comes back over the true ground, and that ground."""
    cloud = scan(scene, density=density, seed=seed)
    cloud_x, cloud_y, cloud_z = cloud.xyz.T
    dtm = Raster(scene.ground_m[None].astype(np.float32), scene.transform, scene.crs, -9999)
    rows, cols = scene.ground_m.shape
    row = np.clip(((scene.north - cloud_y) / dtm.cell).astype(int), 0, rows - 1)
    col = np.clip(((cloud_x - scene.west) / dtm.cell).astype(int), 0, cols - 1)
    over = cloud_z - scene.ground_m[row, col]
    every = Returns(
        cloud_x, cloud_y, cloud_z, over, cloud.number == cloud.count, cloud.count > 1,
        cloud.code == 2,
    )  # fmt: skip
    return every.taken(~np.isin(cloud.code, [7, 18])), dtm
