"""What a comparison of two flights found, in numbers, tables and pictures."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import geopandas
import numpy as np

from processing import blocks
from processing.flight import drawing
from processing.flight.between import Wishes
from processing.flight.carrying import Done
from processing.flight.drawing import Picture
from processing.flight.sources import Side
from processing.flight.summary import Both, Summary, Table

KINDS: Mapping[str, tuple[Both, str]] = {
    "felled": (("wycięte", "felled"), "#d95f02"),
    "cut back": (("obniżone", "cut back"), "#e6ab02"),
    "new": (("nowe", "new"), "#1b9e77"),
    "grown": (("wyższe", "grown"), "#a6d854"),
    "gone": (("rozebrane", "gone"), "#7570b3"),
    "raised": (("podwyższone", "raised"), "#e7298a"),
    "lowered": (("obniżone", "lowered"), "#8da0cb"),
    "unchanged": (("bez zmian", "unchanged"), "#bdbdbd"),
    "cut": (("wykop", "cut"), drawing.FALL),
    "fill": (("nasyp", "fill"), drawing.RISE),
}
"""Of trees, buildings and earthworks: the words and the colour."""
_MOST_ROWS = 20


def summary(done: Done, old: Side, new: Side, wishes: Wishes) -> Summary:
    """Return what there is to say of a comparison."""
    frames = {
        name: geopandas.read_parquet(done.folder / f"{name}.parquet")
        for name in ("earthworks", "trees", "buildings", "distances")
        if any(one.file == f"{name}.parquet" for one in done.products)
    }
    told: dict[str, Any] = {
        "old": {"folder": old.folder.name, "flight_days": old.days},
        "new": {"folder": new.folder.name, "flight_days": new.days},
        "crs": old.report["crs"],
        "heights": old.report["heights"],
        "wishes": dataclasses.asdict(wishes),
        **(
            {"ground": _ground(done.folder, frames["earthworks"])} if "earthworks" in frames else {}
        ),
        **{name: _counts(frames[name]) for name in ("trees", "buildings") if name in frames},
        **({"distances": _distances(frames["distances"])} if "distances" in frames else {}),
    }
    return Summary(
        ("Raport ze zmian między nalotami", "Report on changes between two flights"),
        told, list(_rows(told)), _tables(told, frames), _pictures(done, new, frames),
    )  # fmt: skip


def _ground(folder: Path, earthworks: geopandas.GeoDataFrame) -> dict[str, Any]:
    known, sure = 0, 0
    levels: list[float] = []
    with blocks.opened(folder / "difference.tif") as (source, cells):
        for window in cells.blocks(1024):
            change, level = (blocks.values(source, band, window) for band in (1, 2))
            there = np.isfinite(change) & np.isfinite(level)
            known += int(there.sum())
            sure += int((np.abs(change[there]) > level[there]).sum())
            if there.any():
                levels.append(float(np.median(level[there])))
    made: dict[str, Any] = {
        "compared_m2": round(known * cells.cell**2, 1),
        "beyond_detection_pct": round(100 * sure / known, 2) if known else None,
        "level_of_detection_m": round(float(np.median(levels)), 3) if levels else None,
    }
    for kind in ("cut", "fill"):
        some = earthworks[earthworks["kind"] == kind]
        made[kind] = {
            "places": len(some),
            "area_m2": round(float(some["area_m2"].sum()), 1),
            "volume_m3": round(float(some["volume_m3"].sum()), 1),
            "error_m3": round(float(some["error_m3"].sum()), 1),
        }
    return made


def _counts(frame: geopandas.GeoDataFrame) -> dict[str, int]:
    return {str(kind): int(count) for kind, count in frame["change"].value_counts().items()}


def _distances(frame: geopandas.GeoDataFrame) -> dict[str, Any]:
    known = frame[frame["distance_m"].notna()]
    sure = known["significant"].to_numpy(dtype=bool)
    return {
        "places": len(frame),
        "measured": len(known),
        "significant": int(sure.sum()),
        "median_m": round(float(known["distance_m"].median()), 4) if len(known) else None,
    }


def _rows(told: Mapping[str, Any]) -> list[tuple[Both, Both | str | float | None]]:
    unknown = ("nieznane", "unknown")
    rows: list[tuple[Both, Both | str | float | None]] = []
    for when, name in (
        ("old", ("Dawny nalot", "Old flight")),
        ("new", ("Nowy nalot", "New flight")),
    ):
        days = sorted(set(told[when]["flight_days"]))
        rows.append((name, ", ".join(days) if days else unknown))
    rows.append((("Układ współrzędnych", "Coordinate reference system"), told["crs"]))
    rows.append((("Układ wysokości", "Datum of heights"), told["heights"] or unknown))
    if (ground := told.get("ground")) is not None:
        rows += [
            (("Porównany teren, m²", "Ground compared, m²"), ground["compared_m2"]),
            (
                ("Próg wykrywalności (95 %), mediana, m", "Level of detection (95 %), median, m"),
                ground["level_of_detection_m"],
            ),
            (
                ("Teren zmieniony ponad próg, %", "Ground changed beyond it, %"),
                ground["beyond_detection_pct"],
            ),
        ]
    if (far := told.get("distances")) is not None:
        rows += [
            (("Odległości M3C2: zmierzone", "Distances M3C2: measured"), far["measured"]),
            (("z tego istotne (95 %)", "of these significant (95 %)"), far["significant"]),
            (("mediana, m", "median, m"), far["median_m"]),
        ]
    return rows


def _tables(told: Mapping[str, Any], frames: Mapping[str, geopandas.GeoDataFrame]) -> list[Table]:
    number = ("Liczba", "Number")
    made = []
    if (ground := told.get("ground")) is not None:
        head = [
            ("Rodzaj", "Kind"), ("Miejsca", "Places"), ("Powierzchnia, m²", "Area, m²"),
            ("Objętość, m³", "Volume, m³"), ("± m³ (95 %)", "± m³ (95 %)"),
        ]  # fmt: skip
        rows = [
            (
                KINDS[kind][0],
                *(ground[kind][one] for one in ("places", "area_m2", "volume_m3", "error_m3")),
            )
            for kind in ("cut", "fill")
        ]
        made.append(Table(("Wykopy i nasypy", "Cuts and fills"), head, rows))
        largest = frames["earthworks"].head(_MOST_ROWS)
        if len(largest):
            middle = largest.representative_point()
            made.append(Table(
                ("Największe wykopy i nasypy", "Largest cuts and fills"),
                [*head[:1], ("x", "x"), ("y", "y"), *head[2:], ("Głębokość, m", "Depth, m")],
                [
                    (KINDS[row.kind][0], round(at.x), round(at.y), *(
                        round(float(one), 2)
                        for one in (row.area_m2, row.volume_m3, row.error_m3, row.depth_m)
                    ))
                    for row, at in zip(largest.itertuples(), middle, strict=True)
                ],
            ))  # fmt: skip
    for name, title in (("trees", ("Drzewa", "Trees")), ("buildings", ("Budynki", "Buildings"))):
        if told.get(name):
            rows = [(KINDS[kind][0], told[name][kind]) for kind in KINDS if kind in told[name]]
            made.append(Table(title, [("Zmiana", "Change"), number], rows))
    return made


def _pictures(done: Done, new: Side, frames: Mapping[str, geopandas.GeoDataFrame]) -> list[Picture]:
    made = []
    if "earthworks" in frames:
        png, most = drawing.differences(done.folder / "difference.tif")
        made.append(Picture(
            ("Teren: nowy minus dawny; blade: poniżej progu wykrywalności",
             "Ground: new minus old; pale: below the level of detection"),
            png,
            (((f"≤ −{most:.1f} m".replace(".", ","), f"≤ −{most:.1f} m"), drawing.FALL),
             (("0", "0"), drawing.SAME),
             ((f"≥ {most:.1f} m".replace(".", ","), f"≥ {most:.1f} m"), drawing.RISE)),
        ))  # fmt: skip
    ground = new.folder / "hillshade.tif"
    for name, title in (
        ("trees", ("Zmiany drzew", "Trees changed")),
        ("buildings", ("Zmiany budynków", "Buildings changed")),
        ("earthworks", ("Wykopy i nasypy", "Cuts and fills")),
    ):
        if len(frames.get(name, ())) and ground.is_file():
            made.append(
                _map(frames[name], "kind" if name == "earthworks" else "change", title, ground)
            )
    return made


def _map(frame: geopandas.GeoDataFrame, column: str, title: Both, ground: Path) -> Picture:
    kinds: Sequence[str] = [one for one in KINDS if (frame[column] == one).any()]
    png = drawing.shapes(ground, [(frame, column, {one: KINDS[one][1] for one in kinds})])
    return Picture(title, png, [KINDS[one] for one in kinds])
