"""Steps from orthophotos: one picture, indices, shifts, cover, condition, change.

Pictures have 8 or 16 bits; `layout` says the order of their bands (rgb, cir, rgbi) where the bands
are not described. Axes are in metres. Classes of cover: 1 impervious, 2 low vegetation, 3 high
vegetation, 4 bare, 5 water, 6 shadow.
"""

from __future__ import annotations

import json
from collections.abc import Sequence

import pandas as pd
from rasterio.errors import RasterioIOError

from processing.blocks import opened, valid
from processing.frames import read_frame
from processing.ortho import accuracy, change, condition, cover, indices, shift, zones
from processing.ortho import mosaic as mosaics
from processing.steps import Inputs, Outputs, step
from sip.errors import DataError


@step(version=1, outputs={"facts": "facts.json"})
def inspect(inputs: Inputs, outputs: Outputs) -> None:
    """Read all of `picture`: its cells, and how many of them show something."""
    (file,) = inputs["picture"]
    seen = 0
    with opened(file) as (source, cells):
        try:
            for window in cells.blocks():
                source.read(window=window)
                seen += int((valid(source, window) > 0).sum())
        except RasterioIOError as error:
            raise DataError(
                f"{file}: has damaged pixels: {error.__cause__ or error}; get it again"
            ) from error
    told = {"cells": cells.rows * cells.cols, "seen": seen, "cell_m": cells.cell}
    outputs["facts"].write_text(json.dumps(told) + "\n", encoding="utf-8")


@step(version=1, outputs={"picture": "picture.tif"})
def mosaic(
    inputs: Inputs,
    outputs: Outputs,
    *,
    layout: str | None = None,
    dates: Sequence[str] | None = None,
    lossless: bool = False,
) -> None:
    """Make one COG of `tiles`, the latest on top; `dates` (2026-05-31) in the tiles' order.

    RGB of 8 bits becomes JPEG for people to look at, unless `lossless`: then for indices, too.
    """
    tiles = mosaics.read_tiles(inputs["tiles"], layout=layout, dates=dates)
    mosaics.mosaic(tiles, outputs["picture"], lossless=lossless)


@step(version=1, outputs={"index": "index.tif"})
def index(
    inputs: Inputs, outputs: Outputs, *, name: str = "ndvi", layout: str | None = None
) -> None:
    """Compute an index of `picture`: ndvi, gndvi, savi, evi2, ndwi, ngrdi, gli; float32, -9999."""
    (picture,) = inputs["picture"]
    indices.write_index(picture, outputs["index"], name=name, layout=layout)


@step(version=1, outputs={"shifts": "shifts.json"})
def shifts(
    inputs: Inputs, outputs: Outputs, *, name: str = "ndvi", layout: str | None = None
) -> None:
    """Find where `picture` shows what stands on `ndsm` (metres), per square of 128 m."""
    (picture,), (ndsm,) = inputs["picture"], inputs["ndsm"]
    shift.write_shifts(shift.find(picture, ndsm, layout=layout, name=name), outputs["shifts"])


@step(version=1, outputs={"cover": "cover.tif"})
def land_cover(inputs: Inputs, outputs: Outputs, *, layout: str | None = None) -> None:
    """Classify `picture` with `ndsm` (metres) and, if given, `shifts`; 0 is nodata."""
    (picture,), (ndsm,) = inputs["picture"], inputs["ndsm"]
    found = [one for file in inputs.get("shifts", ()) for one in shift.read_shifts(file)]
    cover.write_cover(picture, ndsm, outputs["cover"], shifts=found, layout=layout)


@step(version=1, outputs={"shares": "shares.parquet"})
def cover_shares(inputs: Inputs, outputs: Outputs, *, id_field: str) -> None:
    """Say what each of `zones` is covered with according to `cover`, m2 and percent.

    `accuracy`, if given, is a file of `processing.ortho.accuracy` from checked places of one's own;
    without it that of invented towns is used.
    """
    (raster,), (file,) = inputs["cover"], inputs["zones"]
    given = inputs.get("accuracy", ())
    trust = accuracy.read_accuracy(given[0]) if given else accuracy.ours()
    frame = read_frame(file)
    table = zones.cover_shares(raster, frame, id_field=id_field, accuracy=trust)
    frame[[id_field, "geometry"]].merge(table, on=id_field).to_parquet(
        outputs["shares"], index=False
    )


@step(version=1, outputs={"change": "change.tif", "changed": "changed.parquet"})
def cover_change(inputs: Inputs, outputs: Outputs, *, least_m2: float = 25.0) -> None:
    """Compare cover `old` and `new`: 10 x old + new, and polygons of `least_m2` or more."""
    (old,), (new,) = inputs["old"], inputs["new"]
    change.write_change(old, new, outputs["change"])
    found = change.changed_areas(outputs["change"], least_m2=least_m2)
    found.to_parquet(outputs["changed"], index=False)


@step(version=1, outputs={"transitions": "transitions.parquet"})
def cover_transitions(inputs: Inputs, outputs: Outputs, *, id_field: str) -> None:
    """Say how much of which class became which in each of `zones` according to `change`, m2."""
    (raster,), (file,) = inputs["change"], inputs["zones"]
    table = change.transitions(raster, read_frame(file), id_field=id_field)
    table.to_parquet(outputs["transitions"], index=False)


@step(version=1, outputs={"condition": "condition.parquet", "trends": "trends.parquet"})
def vegetation(
    inputs: Inputs,
    outputs: Outputs,
    *,
    years: Sequence[int],
    id_field: str,
    species_field: str | None = None,
    height_field: str | None = None,
) -> None:
    """Sample `indices`, one of each of `years`, over `objects`: median, z-score, trend.

    `shifts`, if given, has one file per year. With `height_field` (metres) objects are crowns.
    """
    (file,) = inputs["objects"]
    objects, moved = read_frame(file), inputs.get("shifts", ())
    fields = condition.Fields(id_field, species_field, height_field)
    made = [
        condition.sample(
            raster, objects, fields=fields, year=year,
            shifts=shift.read_shifts(moved[place]) if moved else (),
        )
        for place, (raster, year) in enumerate(zip(inputs["indices"], years, strict=True))
    ]  # fmt: skip
    samples = pd.concat(made, ignore_index=True)
    condition.compare(samples).to_parquet(outputs["condition"], index=False)
    condition.trends(samples).to_parquet(outputs["trends"], index=False)
