"""The ground under a cloud of points: heights for a mesh, and what may be draped over it.

The terrain of a cloud is the grid of metres whose file lies in the same folder, where `sip process
lidar` has written both; draped are the pictures of that folder, and those made of this terrain.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import Any
from urllib.parse import urlencode

import numpy as np
import orjson
import rasterio
from rasterio.enums import Resampling
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from sip.catalogue import Catalogue, Layer
from sip.errors import NotFound
from sip.layer import RasterFile
from sip.service import Context, context, language

MOST_CELLS = 256
"""Along a side of the mesh."""
_PIXELS = 1024
"""Along the longer side of a draped picture."""


def of_points(catalogue: Catalogue, points: Layer) -> tuple[Layer, RasterFile] | None:
    """Return the terrain layer of a layer of points, and its file; None where there is none."""
    cloud = points.spec.point_cloud
    if cloud is None:
        return None
    for layer, file in _beside(catalogue, cloud.file):
        raster = layer.spec.raster
        if raster is not None and raster.kind == "grid" and raster.unit == "m":
            return layer, file
    return None


async def answer(request: Request) -> Response:
    """Answer the terrain of a layer of points as centimetres, row by row from the north."""
    now, said = context(request), language(request)
    name = request.path_params["layer"]
    points = now.catalogue.layers.get(name)
    found = of_points(now.catalogue, points) if points and points.offers("points") else None
    if points is None or found is None:
        raise NotFound(f'there is no terrain under "{name}"')
    told = await run_in_threadpool(_mesh, now, *found)
    told["title"] = found[0].spec.title[said]
    told["drapes"] = list(_drapes(now, points, found, told, said))
    return Response(
        orjson.dumps(told), headers={"Cache-Control": "no-cache"}, media_type="application/json"
    )


def _beside(catalogue: Catalogue, cloud: str) -> Iterator[tuple[Layer, RasterFile]]:
    """Yield layers that have a file in the folder of a cloud, and that file."""
    folder = PurePosixPath(cloud).parent
    for layer in catalogue.layers.values():
        if layer.spec.raster is None or not layer.offers("wms"):
            continue
        for file in layer.spec.raster.files:
            if PurePosixPath(file.file).parent == folder:
                yield layer, file


def _mesh(now: Context, layer: Layer, file: RasterFile) -> dict[str, Any]:
    path = now.settings.data / file.file
    if not path.is_file():
        raise NotFound(f'the file of "{layer.id}" has not been made yet')
    with rasterio.open(path) as source:
        shrink = max(1.0, max(source.shape) / MOST_CELLS)
        shape = tuple(max(2, round(one / shrink)) for one in source.shape)
        heights = source.read(1, out_shape=shape, masked=True, resampling=Resampling.average)
        west, south, east, north = source.bounds
        code = source.crs.to_epsg()
    known = heights.compressed()
    whole = np.where(np.ma.getmaskarray(heights), -32768 * 100, np.rint(heights.data * 100))
    return {
        "bounds": [west, south, east, north], "crs": code, "rows": shape[0], "cols": shape[1],
        "unknown": -32768 * 100, "heights_cm": whole.astype(np.int64).ravel().tolist(),
        "lowest_m": round(float(known.min()), 1) if len(known) else None,
        "highest_m": round(float(known.max()), 1) if len(known) else None,
    }  # fmt: skip


def _drapes(
    now: Context,
    points: Layer,
    terrain: tuple[Layer, RasterFile],
    mesh: dict[str, Any],
    said: str,
) -> Iterator[dict[str, str]]:
    """Yield the pictures that may lie on the terrain, each as one map of WMS 1.1.1."""
    assert points.spec.point_cloud is not None
    made = [
        (layer, file)
        for layer in now.catalogue.layers.values()
        if terrain[0].id in layer.spec.inputs.values() and layer.spec.raster and layer.offers("wms")
        for file in layer.spec.raster.files
        if file.year == terrain[1].year
    ]
    for layer, file in [*made, *_beside(now.catalogue, points.spec.point_cloud.file)]:
        if layer.spec.raster is None or layer.spec.raster.kind != "image":
            continue
        west, south, east, north = mesh["bounds"]
        scale = _PIXELS / max(east - west, north - south)
        asked = {
            "SERVICE": "WMS", "VERSION": "1.1.1", "REQUEST": "GetMap", "LAYERS": layer.id,
            "STYLES": "", "SRS": f"EPSG:{mesh['crs']}", "BBOX": f"{west},{south},{east},{north}",
            "WIDTH": max(2, round((east - west) * scale)),
            "HEIGHT": max(2, round((north - south) * scale)), "FORMAT": "image/png",
            **({"TIME": file.year} if file.year else {}),
        }  # fmt: skip
        yield {
            "id": layer.id, "title": layer.spec.title[said], "map": f"/ows?{urlencode(asked)}"
        }  # fmt: skip
