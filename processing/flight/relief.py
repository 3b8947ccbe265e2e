"""What a flight says of the relief as a whole: level waters, contours, and where rain goes.

Lakes, lines and rivers know no tiles, so this is made of the models of all tiles together.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from processing.flight.carrying import Product
from processing.graph import Output, Task

if TYPE_CHECKING:
    from processing.flight.lidar import Wishes

RAIN = (
    ("flow.tif", Output("flow", "flow"), "Powierzchnia spływu", "Area that drains through"),
    ("ponding.tif", Output("ponding", "depth"), "Woda po deszczu", "Water after rain"),
    ("ponds.parquet", Output("ponding", "ponds"), "Zagłębienia terenu", "Sinks"),
)
"""Products where rain is asked for: file, output, and what it is."""


def relief(
    rasters: Mapping[str, Output], wishes: Wishes
) -> tuple[dict[str, Task], dict[str, Output], list[Product]]:
    """Return tasks on the models of all tiles, the rasters after them, and further products.

    Args:
        rasters: Joined ones by name: `dtm`, and for rain `gapless`, a terrain model without gaps.
            Where the terrain is mended they get `hillshade`, too.
        wishes: Polygons of water and bridges, the distance of contours, rain and culverts.
    """
    tasks: dict[str, Task] = {}
    made = dict(rasters)
    if is_mended(wishes):
        shapes = _given({"water": wishes.water, "decks": wishes.bridges})
        for name in {"dtm", "gapless"} & set(made):
            tasks[f"level {name}"] = Task("terrain.flatten", {"dtm": [made[name]], **shapes}, {})
            made[name] = Output(f"level {name}", "dtm")
        tasks["hillshade"] = Task("terrain.hillshade", {"dtm": [made["dtm"]]}, {})
        made["hillshade"] = Output("hillshade", "shade")
    products: list[Product] = []
    if wishes.contours_m:
        told = {"interval_m": wishes.contours_m}
        tasks["contours"] = Task("terrain.contours", {"dtm": [made["dtm"]]}, told)
        contours = Output("contours", "contours")
        products.append(Product("contours.parquet", contours, "Warstwice", "Contours"))
    if wishes.rain_mm is not None:
        culverts = _given({"culverts": wishes.culverts})
        inputs: dict[str, list[Path | Output]] = {"dtm": [made["gapless"]], **culverts}
        tasks["flow"] = Task("water.flow", inputs, {})
        tasks["ponding"] = Task("water.ponding", inputs, {"rain_mm": wishes.rain_mm})
        products += [Product(file, output, *titles) for file, output, *titles in RAIN]
    return tasks, made, products


def is_mended(wishes: Wishes) -> bool:
    """Say whether shapes are given after which the terrain is mended."""
    return wishes.water is not None or wishes.bridges is not None


def _given(files: Mapping[str, Path | None]) -> dict[str, list[Path | Output]]:
    return {name: [file] for name, file in files.items() if file is not None}
