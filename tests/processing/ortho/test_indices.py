from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest
import rasterio

from processing.ortho.indices import INDICES, index, write_index
from sip.errors import DataError, UsageError
from tests.processing.ortho.pictures import write

half, tenth = Fraction(1, 2), Fraction(1, 10)
LIGHT = {"red": tenth, "green": 2 * tenth, "blue": tenth / 2, "infrared": half}
KNOWN = {
    "ndvi": Fraction(2, 3), "gndvi": Fraction(3, 7), "ndwi": Fraction(-3, 7),
    "ngrdi": Fraction(1, 3), "savi": Fraction(6, 11), "evi2": 1 / Fraction(174, 100),
    "gli": Fraction(5, 11),
}  # fmt: skip
"""By hand, from the formulas as they were published."""


def test_every_index_has_a_known_answer() -> None:
    assert KNOWN.keys() == INDICES.keys()
    for name, value in KNOWN.items():
        light = {colour: np.array([float(one)]) for colour, one in LIGHT.items()}
        assert index(name, light)[0] == pytest.approx(float(value), rel=1e-12)


@pytest.mark.parametrize("name", INDICES)
def test_a_file_holds_what_the_formula_says(tmp_path: Path, name: str) -> None:
    colours = ("red", "green", "blue", "infrared")
    bands = np.random.default_rng(1).integers(1, 256, (4, 30, 30), dtype=np.uint8)
    picture = write(tmp_path / "p.tif", bands)
    write_index(picture, tmp_path / "i.tif", name=name, layout="rgbi")
    light = {colour: bands[n] / 255 for n, colour in enumerate(colours)}
    with rasterio.open(tmp_path / "i.tif") as found:
        assert found.nodata == -9999
        np.testing.assert_allclose(found.read(1), index(name, light), atol=1e-5)


def test_what_cannot_be_computed_is_told(tmp_path: Path) -> None:
    picture = write(tmp_path / "p.tif", np.ones((3, 4, 4), np.uint8))
    with pytest.raises(DataError, match="the picture has no infrared"):
        write_index(picture, tmp_path / "i.tif", name="ndvi", layout="rgb")
    with pytest.raises(UsageError, match='"nvdi" is not an index'):
        write_index(picture, tmp_path / "i.tif", name="nvdi", layout="rgb")
