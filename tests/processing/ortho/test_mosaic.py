from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import rasterio

from processing import blocks
from processing.ortho.mosaic import mosaic, read_tiles
from sip.errors import DataError, UsageError
from tests.processing.ortho.pictures import even, write

DATES = ["2021-06-01", "2024-06-01"]


def made(tmp_path: Path, files: list[Path], layout: str, dates: list[str]) -> Path:
    mosaic(read_tiles(files, layout=layout, dates=dates), tmp_path / "whole.tif")
    return tmp_path / "whole.tif"


@pytest.mark.parametrize("dtype", ["uint8", "uint16"])
def test_the_later_picture_lies_on_top_whatever_the_order(tmp_path: Path, dtype: str) -> None:
    old = write(tmp_path / "old.tif", even(1, 2, 3, 4, dtype=dtype))
    new = write(tmp_path / "new.tif", even(5, 6, 7, 8, dtype=dtype), west=10)
    for files, dates in (([old, new], DATES), ([new, old], DATES[::-1])):
        with rasterio.open(made(tmp_path, files, "rgbi", dates)) as whole:
            assert whole.dtypes[0] == dtype
            assert whole.descriptions == ("red", "green", "blue", "infrared")
            assert whole.read()[:, 5, [0, 9, 10, 29]].T.tolist() == [
                [1, 2, 3, 4], [1, 2, 3, 4], [5, 6, 7, 8], [5, 6, 7, 8],
            ]  # fmt: skip


def test_nodata_of_the_later_picture_shows_the_earlier_one(tmp_path: Path) -> None:
    old = write(tmp_path / "old.tif", even(9, 9, 9))
    bands = even(5, 0, 5)
    bands[:, :7] = 0
    new = write(tmp_path / "new.tif", bands, nodata=0)
    with rasterio.open(made(tmp_path, [old, new], "cir", DATES)) as whole:
        assert whole.read()[:, [0, 10], 0].T.tolist() == [[9, 9, 9], [5, 0, 5]]


def test_where_no_picture_is_the_mask_says_so(tmp_path: Path) -> None:
    one = write(tmp_path / "one.tif", even(9, 9, 9))
    two = write(tmp_path / "two.tif", even(8, 8, 8), west=30, north=90)
    with rasterio.open(made(tmp_path, [one, two], "cir", DATES)) as whole:
        assert whole.shape == (30, 50)
        assert (whole.dataset_mask() > 0).sum() == 2 * 400
        assert whole.read(1)[5, 40] == 0


def test_coarser_pictures_are_brought_to_the_finest_cells(tmp_path: Path) -> None:
    fine = write(tmp_path / "fine.tif", even(9, 9, 9), cell=0.5)
    coarse = write(tmp_path / "coarse.tif", even(7, 7, 7), west=10.2)
    with rasterio.open(made(tmp_path, [fine, coarse], "cir", DATES[::-1])) as whole:
        assert whole.transform.a == 0.5
        assert whole.read(1)[5, [0, 19, 25]].tolist() == [9, 9, 7]


def test_a_picture_larger_than_a_block_is_the_same_as_in_one_piece(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rng = np.random.default_rng(1)
    bands = rng.integers(1, 65535, (3, 300, 500), dtype=np.uint16)
    file = write(tmp_path / "a.tif", bands)
    monkeypatch.setattr(blocks.Cells.blocks, "__defaults__", (128,))
    with rasterio.open(made(tmp_path, [file], "cir", DATES[:1])) as whole:
        assert (whole.read() == bands).all()
        assert whole.tags(ns="IMAGE_STRUCTURE")["LAYOUT"] == "COG"


def test_pictures_that_do_not_fit_are_told_by_name(tmp_path: Path) -> None:
    one, two = write(tmp_path / "one.tif", even(1, 1, 1)), tmp_path / "two.tif"
    with pytest.raises(DataError, match=r"two.tif: EPSG:2178.* does not fit .*one.tif: EPSG:2180"):
        read_tiles([one, write(two, even(1, 1, 1), crs=2178)], layout="cir", dates=DATES)
    with pytest.raises(DataError, match=r"two.tif.*uint16"):
        read_tiles([one, write(two, even(1, 1, 1, dtype="uint16"))], layout="cir", dates=DATES)
    with pytest.raises(DataError, match="say it with --date"):
        read_tiles([one], layout="cir")
    with pytest.raises(UsageError, match="say with --layout"):
        read_tiles([one], dates=DATES[:1])
    with pytest.raises(DataError, match="has 3 bands, rgbi needs 4"):
        read_tiles([one], layout="rgbi", dates=DATES[:1])


def test_photos_become_jpeg_unless_they_are_to_be_computed_with(tmp_path: Path) -> None:
    bands = np.random.default_rng(1).integers(0, 255, (3, 64, 64)).astype(np.uint8)
    file = write(tmp_path / "one.tif", bands)
    tiles = read_tiles([file], layout="rgb", dates=DATES[:1])
    mosaic(tiles, tmp_path / "kept.tif", lossless=True)
    with rasterio.open(made(tmp_path, [file], "rgb", DATES[:1])) as seen:
        assert seen.profile["compress"] == "jpeg"
        assert (seen.read() != bands).any()
    with rasterio.open(tmp_path / "kept.tif") as kept:
        assert np.array_equal(kept.read(), bands)
