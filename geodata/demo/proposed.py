"""What the flights of the demo area propose to its registers, in words of `sip proposals add`."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from geodata.demo.flight import YEARS

RUN = str(YEARS[-1])
_GONE = ("--gone", "--set", f"valid_to={RUN}-04-01")


def words(data: Path, derived: Path) -> Iterator[list[str]]:
    """Yield the arguments of each call, file first; files that no flight has made are left out.

    Args:
        data: Folder of the flights.
        derived: Folder of the rows that `sip build` has made.
    """
    flight = data / f"flight_{RUN}"
    proof = (
        "--picture", str(flight / "picture.tif"), "--layout", "rgbi",
        "--heights", str(flight / "ndsm.tif"),
    )  # fmt: skip
    for file, layer, *more in (
        (flight / "trees.parquet", "tree", "--field", "crown_diameter_m=crown_m",
         "--only", "layer=canopy", "--tolerance", "crown_diameter_m=2",
         "--new", "inventory_no=NALOT-2024-{n}"),
        (derived / "tree_change.parquet", "tree", "--only", "change=felled", *_GONE,
         "--set", "status=usuniete"),
        (flight / "buildings.parquet", "building", "--without", "address",
         "--field", "height_m=roof_p90_m-ground_m", "--tolerance", "height_m=1.5"),
        (derived / "building_change.parquet", "building", "--only", "change=gone", *_GONE),
        (flight / "poles.parquet", "road_equipment", "--only", "kind=lamp",
         "--set", "kind=latarnia", "--among", "kind=latarnia",
         "--new", "equipment_no=NALOT-2024-{n}"),
    ):  # fmt: skip
        if file.exists():
            yield [str(file), "--layer", layer, "--run", RUN, *more, *proof]
