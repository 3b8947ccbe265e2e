"""A coverage provider for Cloud Optimized GeoTIFFs that reads only what is asked for.

pygeoapi's own rasterio provider transforms two corners of a bbox, takes no CRS by its URI, and
reads without a limit; this one keeps its interface and replaces the query.
"""

from __future__ import annotations

import math
from typing import Any

import rasterio
from pygeoapi.provider.base import ProviderQueryError
from pygeoapi.provider.rasterio_ import RasterioProvider
from rasterio.io import DatasetReader, MemoryFile
from rasterio.windows import Window, from_bounds

from sip import crs
from sip.crs import Extent
from sip.errors import CrsError

_MOST_JSON_CELLS = 1_000_000


class CogProvider(RasterioProvider):  # type: ignore[misc]
    """Answers windows of one raster file in its own CRS, as GeoTIFF or CoverageJSON."""

    def __init__(self, provider_def: dict[str, Any]):
        super().__init__(provider_def)
        self._most_cells = int(provider_def["most_cells"])

    def query(
        self,
        properties: list[str] | None = None,
        subsets: dict[str, list[float]] | None = None,
        bbox: list[float] | None = None,
        bbox_crs: str | int = crs.CRS84_CODE,
        datetime_: str | None = None,
        format_: str = "json",
        **_: object,
    ) -> Any:
        """Return GeoTIFF bytes, or CoverageJSON as a dict for any other format.

        Args:
            properties: Numbers of bands, from "1"; all where empty.
            subsets: Ranges by the name of an axis, in the file's CRS.
            bbox: Rectangle in `bbox_crs`, in the authority's order of axes.
            bbox_crs: URI of a CRS; CRS84 where absent.
            datetime_: Not used: a file shows one moment.
            format_: `GTiff`, or anything else for CoverageJSON.

        Raises:
            ProviderQueryError: Nothing of the file is there, or more than the limit.
        """
        with rasterio.open(self.data) as source:
            window = self._window(source, bbox or [], bbox_crs, subsets or {})
            bands = [int(one) for one in properties or []] or list(source.indexes)
            most = self._most_cells if format_ == "GTiff" else _MOST_JSON_CELLS
            cells = int(window.width) * int(window.height)
            if cells > most:
                raise _refusal(f"{cells} cells are asked for, {most} are allowed: name a bbox")
            values = source.read(bands, window=window, masked=True)
            transform = source.window_transform(window)
            if format_ == "GTiff":
                return _geotiff(source, values, transform)
            return self._coverage_json(source, values, transform, bands)

    def _window(
        self,
        source: DatasetReader,
        bbox: list[float],
        bbox_crs: str | int,
        subsets: dict[str, list[float]],
    ) -> Window:
        whole = Window(0, 0, source.width, source.height)
        wanted = self._extent(source, bbox, bbox_crs, subsets)
        if wanted is None:
            return whole
        exact = from_bounds(wanted.west, wanted.south, wanted.east, wanted.north, source.transform)
        top, left = max(math.floor(exact.row_off), 0), max(math.floor(exact.col_off), 0)
        height = min(math.ceil(exact.row_off + exact.height), source.height) - top
        width = min(math.ceil(exact.col_off + exact.width), source.width) - left
        if height < 1 or width < 1:
            raise _refusal("nothing of the coverage lies there")
        return Window(left, top, width, height)

    def _extent(
        self,
        source: DatasetReader,
        bbox: list[float],
        bbox_crs: str | int,
        subsets: dict[str, list[float]],
    ) -> Extent | None:
        bounds = source.bounds
        if bbox:
            code = _code(bbox_crs)
            first, second, third, fourth = bbox
            if crs.northing_first(code):
                first, second, third, fourth = second, first, fourth, third
            return Extent(first, second, third, fourth).transformed(code, source.crs.to_epsg())
        if not subsets:
            return None
        properties = self._coverage_properties
        x = subsets.get(properties["x_axis_label"], [bounds.left, bounds.right])
        y = subsets.get(properties["y_axis_label"], [bounds.bottom, bounds.top])
        return Extent(float(min(x)), float(min(y)), float(max(x)), float(max(y)))

    def _coverage_json(
        self, source: DatasetReader, values: Any, transform: Any, bands: list[int]
    ) -> dict[str, Any]:
        rows, columns = values.shape[1:]
        left, top = transform * (0.5, 0.5)
        right, bottom = transform * (columns - 0.5, rows - 0.5)
        names = [f"band_{band}" for band in bands]
        return {
            "type": "Coverage",
            "domain": {
                "type": "Domain",
                "domainType": "Grid",
                "axes": {
                    "x": {"start": left, "stop": right, "num": columns},
                    "y": {"start": top, "stop": bottom, "num": rows},
                },
                "referencing": [
                    {
                        "coordinates": ["x", "y"],
                        "system": {"type": "ProjectedCRS", "id": crs.uri(source.crs.to_epsg())},
                    }
                ],
            },
            "parameters": {
                name: {
                    "type": "Parameter",
                    "description": {"en": source.descriptions[band - 1] or name},
                    "observedProperty": {"label": {"en": source.descriptions[band - 1] or name}},
                }
                for name, band in zip(names, bands, strict=True)
            },
            "ranges": {
                name: {
                    "type": "NdArray",
                    "dataType": "integer" if values.dtype.kind in "iu" else "float",
                    "axisNames": ["y", "x"],
                    "shape": [rows, columns],
                    "values": band.ravel().tolist(),
                }
                for name, band in zip(names, values, strict=True)
            },
        }


def _geotiff(source: DatasetReader, values: Any, transform: Any) -> bytes:
    profile = {
        "driver": "GTiff",
        "dtype": values.dtype,
        "nodata": source.nodata,
        "crs": source.crs,
        "count": values.shape[0],
        "height": values.shape[1],
        "width": values.shape[2],
        "transform": transform,
        "compress": "deflate",
        "tiled": True,
        "blockxsize": 256,
        "blockysize": 256,
    }
    with MemoryFile() as memory:
        with memory.open(**profile) as target:
            target.write(values)
        return bytes(memory.read())


def _code(name: str | int) -> int:
    if isinstance(name, int):
        return name
    try:
        return crs.parse(name)
    except CrsError as error:
        raise _refusal(str(error)) from error


def _refusal(text: str) -> ProviderQueryError:
    return ProviderQueryError(text, user_msg=text)
