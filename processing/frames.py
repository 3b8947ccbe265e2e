"""Tables with shapes, of GeoParquet, GeoPackage, GeoJSON."""

from __future__ import annotations

from pathlib import Path

import geopandas

from sip.errors import DataError


def read_frame(file: Path) -> geopandas.GeoDataFrame:
    """Read polygons or points of GeoParquet, GeoPackage, GeoJSON; their column is `geometry`.

    Raises:
        DataError: It cannot be read, or has no CRS.
    """
    try:
        parquet = file.suffix in (".parquet", ".geoparquet")
        found = geopandas.read_parquet(file) if parquet else geopandas.read_file(file)
    except (OSError, ValueError, RuntimeError) as error:
        raise DataError(f"{file}: {error}") from error
    if found.crs is None or found.crs.to_epsg() is None:
        raise DataError(f"{file}: its coordinate reference system has no EPSG code")
    return found if found.geometry.name == "geometry" else found.rename_geometry("geometry")
