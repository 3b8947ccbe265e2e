"""Downloads over HTTP: whole layers and parts of them, for everybody and no more."""

from __future__ import annotations

from pathlib import Path

import geopandas as gpd
import httpx
import pytest

pytestmark = pytest.mark.database


def downloaded(client: httpx.Client, folder: Path, name: str, **query: str) -> gpd.GeoDataFrame:
    answer = client.get(f"/download/{name}", params=query)
    assert answer.status_code == 200, answer.text
    file = folder / name
    file.write_bytes(answer.content)
    return gpd.read_parquet(file) if file.suffix == ".parquet" else gpd.read_file(file)


@pytest.mark.parametrize("ending", ["gpkg", "geojson", "fgb", "parquet", "gml", "csv"])
def test_a_layer_comes_whole(client: httpx.Client, tmp_path: Path, ending: str) -> None:
    found = downloaded(client, tmp_path, f"tree.{ending}")
    assert len(found) == 90
    assert "owner_name" not in found.columns


def test_a_file_says_its_name_and_kind(client: httpx.Client) -> None:
    answer = client.get("/download/tree.gpkg")
    assert answer.headers["content-type"] == "application/geopackage+sqlite3"
    assert 'filename="tree.gpkg"' in answer.headers["content-disposition"]


def test_a_part_is_asked_for_by_filter_and_box(client: httpx.Client, tmp_path: Path) -> None:
    whole = downloaded(client, tmp_path, "tree.geojson")
    west, south, east, north = whole.total_bounds
    south, north = south - 0.001, north + 0.001  # degrees are rounded
    west, east = west - 0.001, east + 0.001
    middle = (west + east) / 2
    half = downloaded(client, tmp_path, "tree.geojson", bbox=f"{west},{south},{middle},{north}")
    assert len(half) == (whole.geometry.x <= middle).sum()
    tall = downloaded(client, tmp_path, "tree.geojson", filter="height_m > 20")
    assert len(tall) == (whole["height_m"] > 20).sum()


def test_a_crs_is_asked_for_by_number_or_name(client: httpx.Client, tmp_path: Path) -> None:
    for crs in ("2180", "http://www.opengis.net/def/crs/EPSG/0/2180"):
        assert downloaded(client, tmp_path, "tree.gpkg", crs=crs).crs.to_epsg() == 2180


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/download/heating.gpkg", 404),
        ("/download/nothing.gpkg", 404),
        ("/download/tree.exe", 404),
        ("/download/relief.gpkg", 404),
        ("/download/tree.gpkg?crs=3035", 400),
        ("/download/tree.gpkg?crs=moon", 400),
        ("/download/tree.gpkg?bbox=1,2,x,4", 400),
        ("/download/tree.gpkg?filter=owner_name='Jan'", 400),
        ("/download/tree.gpkg?filter=height_m%20%3E", 400),
        ("/download/tree.gpkg?limit=3", 400),
    ],
)
def test_what_cannot_be_is_refused_without_details(
    client: httpx.Client, path: str, status: int
) -> None:
    answer = client.get(path)
    assert answer.status_code == status
    assert "SELECT" not in answer.text
