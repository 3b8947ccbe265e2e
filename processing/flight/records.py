"""STAC 1.1 items of single files: rasters and clouds of points."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import laspy
import numpy as np
import shapely

from processing import blocks
from processing.cloud.files import Facts
from processing.graph import file_hash
from sip.crs import CRS84_CODE, Extent, transformer

VERSION = "1.1.0"
_EXTENSIONS = "https://stac-extensions.github.io"
PROJECTION = f"{_EXTENSIONS}/projection/v2.0.0/schema.json"
RASTER = f"{_EXTENSIONS}/raster/v2.0.0/schema.json"
POINTCLOUD = f"{_EXTENSIONS}/pointcloud/v1.0.0/schema.json"
FILE = f"{_EXTENSIONS}/file/v2.1.0/schema.json"
PROCESSING = f"{_EXTENSIONS}/processing/v1.2.0/schema.json"
_COG = "image/tiff; application=geotiff; profile=cloud-optimized"
_TYPES = {
    ".tif": _COG, ".tiff": "image/tiff; application=geotiff", ".jp2": "image/jp2",
    ".laz": "application/vnd.laszip", ".las": "application/vnd.las",
}  # fmt: skip
_COPC = "application/vnd.laszip+copc"
_KINDS = {"i": "signed", "u": "unsigned", "f": "floating"}


def raster(file: Path, *, name: str, title: str, href: str) -> dict[str, Any]:
    """Return the item of a raster file, without its time.

    Args:
        file: One that rasterio reads, with an EPSG code.
        name: Id of the item.
        title: For people.
        href: Where the file is found.
    """
    with blocks.opened(file) as (source, cells):
        bounds, shape, transform = Extent(*source.bounds), source.shape, list(source.transform)[:9]
        bands = [
            {
                "name": text or f"band_{place}", "data_type": dtype,
                **({} if source.nodata is None else {"nodata": _number(source.nodata)}),
            }
            for place, (dtype, text) in enumerate(
                zip(source.dtypes, source.descriptions, strict=True), 1
            )
        ]  # fmt: skip
    made = _item(name, bounds, cells.crs, [PROJECTION, RASTER, FILE])
    made["properties"] |= {
        "title": title, "gsd": cells.cell, "proj:shape": list(shape), "proj:transform": transform,
    }  # fmt: skip
    made["assets"] = {
        "data": asset(
            file, href, bands=bands,
            **{"raster:spatial_resolution": cells.cell, "raster:sampling": "area"},
        )
    }  # fmt: skip
    return made


def cloud(
    file: Path, about: Facts, *, name: str, title: str, href: str, density_per_m2: float | None
) -> dict[str, Any]:
    """Return the item of a cloud, without its time.

    Args:
        file: LAS, LAZ or COPC.
        about: What its header says.
        name: Id of the item.
        title: For people.
        href: Where the file is found.
        density_per_m2: Pulses per square metre, if known.
    """
    made = _item(name, about.extent, about.crs, [PROJECTION, POINTCLOUD, FILE])
    with laspy.open(file) as source:
        dimensions = list(source.header.point_format.dimensions)
    made["properties"] |= {
        "title": title, "pc:count": about.count, "pc:type": "lidar",
        "pc:encoding": "LASzip" if file.suffix.lower() == ".laz" else "LAS",
        **({} if density_per_m2 is None else {"pc:density": density_per_m2}),
        "pc:schemas": [
            {
                "name": one.name, "size": max(1, -(-one.num_bits // 8)),
                "type": _KINDS.get(one.kind.letter() or "u", "unsigned"),
            }
            for one in dimensions
        ],
    }  # fmt: skip
    if about.height_crs is not None:
        made["properties"]["sip:heights"] = f"EPSG:{about.height_crs}"
    made["assets"] = {"data": asset(file, href)}
    if about.copc:
        made["assets"]["data"]["type"] = _COPC
    return made


def processed(
    item: dict[str, Any],
    *,
    lineage: str,
    inputs: Mapping[str, str],
    parameters: Mapping[str, Any],
    version: str,
) -> None:
    """Say in an item what its file was made from: texts, SHA-256 of inputs, parameters."""
    item["stac_extensions"].append(PROCESSING)
    item["properties"] |= {
        "processing:lineage": lineage,
        "processing:software": {"SIP": version},
        "sip:inputs": {name: f"1220{digest}" for name, digest in inputs.items()},
        "sip:parameters": dict(parameters),
    }


def days(item: dict[str, Any], first: str, last: str) -> None:
    """Say in an item which days it is of, as 2026-05-31."""
    item["properties"] |= {
        "datetime": None,
        "start_datetime": f"{first}T00:00:00Z",
        "end_datetime": f"{last}T23:59:59Z",
    }


def _number(value: float) -> float | str:
    return "nan" if np.isnan(value) else value


def _item(name: str, extent: Extent, crs: int, extensions: Sequence[str]) -> dict[str, Any]:
    to_lonlat = transformer(crs, CRS84_CODE)
    middle_x, middle_y = (extent.west + extent.east) / 2, (extent.south + extent.north) / 2
    box = shapely.box(  # a tile may hold a single point
        min(extent.west, middle_x - 0.5), min(extent.south, middle_y - 0.5),
        max(extent.east, middle_x + 0.5), max(extent.north, middle_y + 0.5),
    )  # fmt: skip
    edge = shapely.segmentize(box, max(box.length / 40, 1.0))
    x, y = to_lonlat.transform(*shapely.get_coordinates(edge).T)
    ring = shapely.Polygon(np.column_stack([x, y]))
    simple = shapely.orient_polygons(shapely.set_precision(ring, 1e-7))  # RFC 7946, 3.1.6
    return {
        "type": "Feature",
        "stac_version": VERSION,
        "stac_extensions": list(extensions),
        "id": name,
        "geometry": json.loads(shapely.to_geojson(simple)),
        "bbox": [round(one, 7) for one in simple.bounds],
        "properties": {
            "proj:code": f"EPSG:{crs}",
            "proj:bbox": [extent.west, extent.south, extent.east, extent.north],
        },
        "links": [],
        "assets": {},
    }


def asset(file: Path, href: str, **members: Any) -> dict[str, Any]:
    """Return a file as an asset, with its size and SHA-256."""
    return {
        "href": href,
        "type": _TYPES.get(file.suffix.lower(), "application/octet-stream"),
        "roles": ["data"],
        "file:size": file.stat().st_size,
        # Multihash: SHA-256, of 32 bytes.
        "file:checksum": f"1220{file_hash(file)}",
        **members,
    }


def write(file: Path, document: Mapping[str, Any]) -> None:
    """Write a document."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(json.dumps(document, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
