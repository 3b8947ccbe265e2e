"""STAC 1.1 items of what a run has made and was given: static files beside them."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import shapely

from processing import blocks
from processing.flight.carrying import Done, Product
from processing.flight.running import Run
from processing.graph import file_hash
from sip.crs import CRS84_CODE, Extent, transformer

VERSION = "1.1.0"
_EXTENSIONS = "https://stac-extensions.github.io"
_PROJECTION = f"{_EXTENSIONS}/projection/v2.0.0/schema.json"
_RASTER = f"{_EXTENSIONS}/raster/v2.0.0/schema.json"
_POINTCLOUD = f"{_EXTENSIONS}/pointcloud/v1.0.0/schema.json"
_FILE = f"{_EXTENSIONS}/file/v2.1.0/schema.json"
_COG = "image/tiff; application=geotiff; profile=cloud-optimized"
_TYPES = {".tif": _COG, ".laz": "application/vnd.laszip", ".las": "application/vnd.las"}


def write(run: Run, days: Sequence[str], parameters: Mapping[str, Any]) -> None:
    """Write `stac/collection.json` and an item for each raster and each cloud of a run.

    Args:
        run: What was made.
        days: Days of the flight; without any an item would have no time, and none is written.
        parameters: What the run was told.
    """
    if not days:
        return
    folder = run.folder / "stac"
    folder.mkdir(exist_ok=True)
    hashes = {one.file.name: file_hash(one.file) for one in run.facts}
    items = [
        *(_raster(run.folder, one) for one in run.products if one.file.endswith(".tif")),
        *(_cloud(survey, run) for survey in run.surveys),
    ]
    for item in items:
        item["properties"] |= _time(days)
        if item["properties"].pop("sip:made"):
            item["properties"] |= {"sip:inputs": hashes, "sip:parameters": dict(parameters)}
        _write(folder / f"{item['id']}.json", item)
    _write(folder / "collection.json", _collection(len(run.facts), items, days))


def _time(days: Sequence[str]) -> dict[str, Any]:
    return {
        "datetime": None,
        "start_datetime": f"{days[0]}T00:00:00Z",
        "end_datetime": f"{days[-1]}T23:59:59Z",
    }


def write_rasters(done: Done, days: Sequence[str], parameters: Mapping[str, Any]) -> None:
    """Write the same for the rasters of a run that was given other files than points.

    Args:
        done: What was made.
        days: First and last day that it is about; without any nothing is written.
        parameters: What the run was told.
    """
    rasters = [one for one in done.products if one.file.endswith(".tif")]
    if not days or not rasters:
        return
    folder = done.folder / "stac"
    folder.mkdir(exist_ok=True)
    hashes = {one.name: file_hash(one) for one in done.inputs}
    items = [_raster(done.folder, one) for one in rasters]
    for item in items:
        item["properties"] |= _time(days)
        item["properties"] |= {"sip:inputs": hashes, "sip:parameters": dict(parameters)}
        _write(folder / f"{item['id']}.json", item)
    _write(folder / "collection.json", _collection(len(hashes), items, days))


def _raster(folder: Path, product: Product) -> dict[str, Any]:
    name, title = product.file, product.title_en
    file = folder / name
    with blocks.opened(file) as (source, cells):
        bounds, shape, transform = Extent(*source.bounds), source.shape, list(source.transform)[:9]
        bands = [
            {
                "name": f"band_{place}", "data_type": dtype,
                **({} if source.nodata is None else {"nodata": source.nodata}),
            }
            for place, dtype in enumerate(source.dtypes, 1)
        ]  # fmt: skip
        resolution = source.transform.a
    item = _item(f"{file.stem}", bounds, cells.crs, [_PROJECTION, _RASTER, _FILE])
    item["properties"] |= {
        "title": title, "gsd": resolution, "proj:shape": list(shape),
        "proj:transform": transform, "sip:made": True,
    }  # fmt: skip
    item["assets"] = {"data": _asset(file, f"../{name}", bands=bands)}
    return item


def _cloud(survey: Mapping[str, Any], run: Run) -> dict[str, Any]:
    about = survey["facts"]
    file = next(one.file for one in run.facts if one.file.name == about["file"])
    extent = Extent(**about["extent"])
    # Two clouds of a flight may have one name in different folders.
    mark = hashlib.sha256(str(file).encode()).hexdigest()[:6]
    item = _item(
        f"cloud-{file.stem}-{mark}", extent, about["crs"], [_PROJECTION, _POINTCLOUD, _FILE]
    )
    item["properties"] |= {
        "pc:count": about["count"], "pc:type": "lidar", "pc:density": survey["density_per_m2"],
        "pc:encoding": "LASzip" if file.suffix.lower() == ".laz" else "LAS",
        "pc:schemas": [
            {"name": name, "size": 4, "type": "signed"} for name in ("X", "Y", "Z")
        ] + [{"name": "Classification", "size": 1, "type": "unsigned"}],
        "sip:made": False,
    }  # fmt: skip
    item["assets"] = {"data": _asset(file, str(file))}
    return item


def _item(name: str, extent: Extent, crs: int, extensions: list[str]) -> dict[str, Any]:
    to_lonlat = transformer(crs, CRS84_CODE)
    box = shapely.box(extent.west, extent.south, extent.east, extent.north)
    edge = shapely.segmentize(box, max(box.length / 40, 1.0))
    x, y = to_lonlat.transform(*shapely.get_coordinates(edge).T)
    ring = shapely.Polygon(np.column_stack([x, y]))
    simple = shapely.set_precision(ring, 1e-7)
    return {
        "type": "Feature",
        "stac_version": VERSION,
        "stac_extensions": extensions,
        "id": name,
        "collection": "flight",
        "geometry": json.loads(shapely.to_geojson(simple)),
        "bbox": [round(one, 7) for one in simple.bounds],
        "properties": {
            "proj:code": f"EPSG:{crs}",
            "proj:bbox": [extent.west, extent.south, extent.east, extent.north],
        },
        "links": [
            {"rel": "collection", "href": "collection.json", "type": "application/json"},
            {"rel": "parent", "href": "collection.json", "type": "application/json"},
            {"rel": "self", "href": f"{name}.json", "type": "application/geo+json"},
        ],
        "assets": {},
    }


def _asset(file: Path, href: str, **members: Any) -> dict[str, Any]:
    return {
        "href": href,
        "type": _TYPES.get(file.suffix.lower(), "application/octet-stream"),
        "roles": ["data"],
        "file:size": file.stat().st_size,
        # Multihash: SHA-256, of 32 bytes.
        "file:checksum": f"1220{file_hash(file)}",
        **members,
    }


def _collection(
    files: int, items: Sequence[Mapping[str, Any]], days: Sequence[str]
) -> dict[str, Any]:
    boxes = [one["bbox"] for one in items]
    whole = [min(one[0] for one in boxes), min(one[1] for one in boxes),
             max(one[2] for one in boxes), max(one[3] for one in boxes)]  # fmt: skip
    links = [
        {"rel": "item", "href": f"{one['id']}.json", "type": "application/geo+json"}
        for one in items
    ]
    return {
        "type": "Collection",
        "stac_version": VERSION,
        "id": "flight",
        "description": f"What was made of {files} files.",
        "license": "other",
        "extent": {
            "spatial": {"bbox": [whole]},
            "temporal": {"interval": [[f"{days[0]}T00:00:00Z", f"{days[-1]}T23:59:59Z"]]},
        },
        "links": [{"rel": "root", "href": "collection.json", "type": "application/json"}, *links],
    }


def _write(file: Path, document: Mapping[str, Any]) -> None:
    file.write_text(json.dumps(document, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
