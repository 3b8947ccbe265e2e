"""pygeoapi's configuration, made from the published state."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import rasterio

from sip import raster
from sip.catalogue import Catalogue, Layer
from sip.layer import RasterFile
from sip.settings import Settings

GEOTIFF = "image/tiff; application=geotiff"


def configuration(catalogue: Catalogue, settings: Settings, root: str) -> dict[str, Any]:
    """Return the configuration for one published catalogue under one origin."""
    project = catalogue.project
    text = {"pl": project.title.pl, "en": project.title.en}
    return {
        "server": {
            "bind": {"host": settings.host, "port": settings.port},
            "url": f"{root}/ogc",
            "mimetype": "application/json; charset=UTF-8",
            "encoding": "utf-8",
            "gzip": False,
            "languages": ["pl-PL", "en-US"],
            "map": {"url": "", "attribution": ""},
            "limits": {"default_items": 100, "max_items": 1000},
            "manager": {"name": "Dummy"},
        },
        "logging": {"level": "ERROR"},
        "metadata": {
            "identification": {"title": text, "description": text},
            "license": {"name": project.licence},
            "provider": {"name": project.contact.organisation.en},
            "contact": {"email": project.contact.email},
        },
        "resources": {
            **{layer.id: _coverage(layer, settings) for layer in coverages(catalogue, settings)},
        },
    }


def coverages(catalogue: Catalogue, settings: Settings) -> list[Layer]:
    """Return the raster layers that are published as coverages and whose newest file is there."""
    return [
        layer
        for layer in catalogue.published("coverage")
        if (file := newest(layer)) and (settings.data / file.file).is_file()
    ]


def newest(layer: Layer) -> RasterFile | None:
    """Return the file of the latest year; None for a layer without files."""
    files = layer.spec.raster.files if layer.spec.raster else ()
    return max(files, key=lambda one: one.year or 0, default=None)


def _coverage(layer: Layer, settings: Settings) -> dict[str, Any]:
    file = newest(layer)
    assert file is not None
    path = settings.data / file.file
    extent = raster.extent(path)
    return {
        "type": "collection",
        "title": {"pl": layer.spec.title.pl, "en": layer.spec.title.en},
        "description": {"pl": layer.spec.abstract.pl, "en": layer.spec.abstract.en},
        "keywords": [],
        "links": [],
        "extents": {
            "spatial": {
                "bbox": [extent.west, extent.south, extent.east, extent.north],
                "crs": "http://www.opengis.net/def/crs/OGC/1.3/CRS84",
            }
        },
        "providers": [
            {
                "type": "coverage",
                "name": "services.pygeoapi.coverage.CogProvider",
                "data": str(path),
                "format": {"name": "GTiff", "mimetype": GEOTIFF},
                "most_cells": settings.limits.picture_px**2,
            }
        ],
    }


def bands_of(path: Path) -> dict[str, Any]:
    """Return the JSON Schema of each band of a raster file, by its number."""
    with rasterio.open(path) as source:
        return {
            str(band): {
                "title": source.descriptions[band - 1] or f"band {band}",
                "type": "integer"
                if source.dtypes[band - 1].startswith(("int", "uint"))
                else "number",
                "x-ogc-propertySeq": band,
            }
            for band in source.indexes
        }
