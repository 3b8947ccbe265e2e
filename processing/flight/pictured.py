"""What pictures of a year say: cover, condition and change in numbers, tables and pictures."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import geopandas
import numpy as np

from processing import blocks
from processing.flight import drawing, pages
from processing.flight.carrying import Done
from processing.flight.drawing import Picture
from processing.flight.pictures import INDICES, Series, Wishes
from processing.flight.summary import Both, Summary, Table
from processing.ortho import accuracy, shift
from processing.ortho.cover import Class

COVER: Mapping[Class, tuple[Both, str]] = {
    Class.IMPERVIOUS: (("nieprzepuszczalne", "impervious"), "#8c8c8c"),
    Class.LOW_VEGETATION: (("niska zieleń", "low vegetation"), "#b8e186"),
    Class.HIGH_VEGETATION: (("wysoka zieleń", "high vegetation"), "#276419"),
    Class.BARE: (("odkryty grunt", "bare"), "#d8b365"),
    Class.WATER: (("woda", "water"), "#2166ac"),
    Class.SHADOW: (("cień", "shadow"), "#333333"),
}
CHANGES: Mapping[str, tuple[Both, str]] = {
    "lost": (("ubyło zieleni", "less vegetation"), "#d95f02"),
    "gained": (("przybyło zieleni", "more vegetation"), "#1b9e77"),
    "other": (("inna zmiana", "other change"), "#7570b3"),
}
VIGOUR: Mapping[str, tuple[Both, str]] = {
    "weak": (("wyraźnie słabsze (z < −2)", "clearly weaker (z < −2)"), "#d95f02"),
    "usual": (("jak inne", "like others"), "#66a61e"),
    "unknown": (("nie wiadomo", "unknown"), "#bdbdbd"),
}
COLOURS: Mapping[str, str] = {
    "red": "czerwony", "green": "zielony", "blue": "niebieski", "infrared": "podczerwień",
}  # fmt: skip
"""Of bands, in Polish."""
WEAK = -2.0
"""Robust standard deviations below the others, from which on a tree is worth a visit."""
_MOST_ROWS = 20
_GREEN = ("low_vegetation", "high_vegetation")


def summary(done: Done, found: Series, wishes: Wishes) -> Summary:
    """Return what there is to say of pictures."""
    there = {one.file for one in done.products}
    frames = {
        name: geopandas.read_parquet(done.folder / f"{name}.parquet")
        for name in ("trees", "cover_shares", "cover_changed")
        if f"{name}.parquet" in there
    }
    told = _told(done.folder, found, there)
    if "trees" in frames:
        frames["trees"]["vigour"] = _vigour(frames["trees"])
        told["trees"] = {kind: int((frames["trees"]["vigour"] == kind).sum()) for kind in VIGOUR}
    if "cover_changed" in frames:
        frames["cover_changed"]["kind"] = _kind(frames["cover_changed"])
        told["changed_m2"] = _changed(frames["cover_changed"])
    tables = [
        *([_cover_table(told["cover"])] if "cover" in told else []),
        *([_changed_table(told["changed_m2"])] if "changed_m2" in told else []),
        *(
            [_areas_table(frames["cover_shares"], wishes.id_field)]
            if "cover_shares" in frames
            else []
        ),
    ]
    return Summary(
        ("Raport z przetwarzania ortofotomapy", "Report on the processing of orthophotos"),
        told, _rows(told), tables, _pictures(done.folder, found, there, frames),
    )  # fmt: skip


def _told(folder: Path, found: Series, there: set[str]) -> dict[str, Any]:
    tile = found.tiles[0]
    told: dict[str, Any] = {
        "year": found.year,
        "days": found.days,
        "files": [{"file": one.file.name, "date": one.date} for one in found.tiles],
        "crs": f"EPSG:{tile.cells.crs}",
        "bands": list(tile.colours),
        "bits": np.dtype(tile.dtype).itemsize * 8,
        "index": found.index,
    }
    if "picture.tif" in there:
        with blocks.opened(folder / "picture.tif") as (source, cells):
            seen = sum(int((blocks.valid(source, one) > 0).sum()) for one in cells.blocks())
            told |= {"cell_m": cells.cell, "seen_m2": round(seen * cells.cell**2, 1)}
    if "shifts.json" in there:
        every = shift.read_shifts(folder / "shifts.json")
        sure = [one for one in every if one.confidence >= shift.SURE]
        lean = [float(np.hypot(*one.lean)) for one in sure]
        told["shifts"] = {
            "squares": len(every), "sure": len(sure),
            "lean": round(float(np.median(lean)), 3) if lean else None,
        }  # fmt: skip
    if "cover.tif" in there:
        told["cover"] = _cover(folder / "cover.tif")
    return told


def _cover(file: Path) -> dict[str, Any]:
    counts = np.zeros(256, dtype=np.int64)
    with blocks.opened(file) as (source, cells):
        for window in cells.blocks():
            counts += np.bincount(source.read(1, window=window).ravel(), minlength=256)
    mapped = counts[1 : accuracy.MAPPED + 1] * cells.cell**2
    estimates = accuracy.ours().seen.areas(mapped.astype(np.float64))
    made: dict[str, Any] = {}
    for kind in Class:
        made[kind.name.lower()] = {"mapped_m2": round(float(mapped[kind - 1]), 1)}
        if kind is not Class.SHADOW:
            ends = zip(("estimate_m2", "low_m2", "high_m2"), estimates, strict=True)
            made[kind.name.lower()] |= {name: round(float(one[kind - 1]), 1) for name, one in ends}
    return made


def _vigour(trees: geopandas.GeoDataFrame) -> list[str]:
    return [
        "unknown" if np.isnan(one) else "weak" if one < WEAK else "usual"
        for one in trees["z"].to_numpy(dtype=np.float64)
    ]


def _kind(changed: geopandas.GeoDataFrame) -> list[str]:
    pairs = zip(changed["old_class"].isin(_GREEN), changed["new_class"].isin(_GREEN), strict=True)
    return [
        "lost" if old and not new else "gained" if new and not old else "other"
        for old, new in pairs
    ]


def _changed(changed: geopandas.GeoDataFrame) -> list[dict[str, Any]]:
    sums = changed.groupby(["old_class", "new_class"])["area_m2"].agg(["sum", "count"])
    ordered = sums.sort_values("sum", ascending=False, kind="stable").reset_index()
    return [
        {"old": row[0], "new": row[1], "area_m2": round(float(row[2]), 1), "places": int(row[3])}
        for row in ordered.itertuples(index=False, name=None)
    ]


def _bands(told: Mapping[str, Any]) -> Both:
    polish, english = ", ".join(COLOURS[one] for one in told["bands"]), ", ".join(told["bands"])
    return f"{polish} ({told['bits']} bit)", f"{english} ({told['bits']} bit)"


def _rows(told: Mapping[str, Any]) -> list[tuple[Both, Both | str | float | None]]:
    days = sorted(set(told["days"]))
    rows: list[tuple[Both, Both | str | float | None]] = [
        (("Rok", "Year"), str(told["year"])),
        (("Dni nalotu", "Days of the flight"), ", ".join(days)),
        (("Zdjęcia", "Pictures"), len(told["files"])),
        (("Układ współrzędnych", "Coordinate reference system"), told["crs"]),
        (("Kanały", "Bands"), _bands(told)),
        (("Piksel, m", "Cell, m"), told.get("cell_m")),
        (("Powierzchnia z obrazem, m²", "Area with a picture, m²"), told.get("seen_m2")),
    ]
    if (moved := told.get("shifts")) is not None:
        sure = f"{moved['sure']}/{moved['squares']}"
        rows += [
            (("Kwadraty z pewnym przesunięciem", "Squares with a sure shift"), sure),
            (("Pochylenie, m na m wysokości", "Lean, m per m of height"), moved["lean"]),
        ]
    rows += [
        ((f"Drzewa: {VIGOUR[kind][0][0]}", f"Trees: {VIGOUR[kind][0][1]}"), count)
        for kind, count in told.get("trees", {}).items()
    ]
    return rows


def _cover_table(cover: Mapping[str, Any]) -> Table:
    seen = max(sum(one["mapped_m2"] for one in cover.values()), 1e-9)
    rows = [
        (
            COVER[kind][0], cover[kind.name.lower()]["mapped_m2"],
            *(
                None if (area := cover[kind.name.lower()].get(name)) is None
                else round(100 * area / seen, 1)
                for name in ("estimate_m2", "low_m2", "high_m2")
            ),
        )
        for kind in Class
    ]  # fmt: skip
    return Table(
        ("Pokrycie terenu (przedział 90 %)", "Land cover (interval of 90 %)"),
        [("Klasa", "Class"), ("Na mapie, m²", "Mapped, m²"), ("Szacunek, %", "Estimate, %"),
         ("od, %", "from, %"), ("do, %", "to, %")],
        rows,
    )  # fmt: skip


def _changed_table(changed: list[dict[str, Any]]) -> Table:
    rows = [
        (COVER[Class[one["old"].upper()]][0], COVER[Class[one["new"].upper()]][0],
         one["places"], one["area_m2"])
        for one in changed[:_MOST_ROWS]
    ]  # fmt: skip
    head = [("Było", "Was"), ("Jest", "Is"), ("Miejsca", "Places"), ("m²", "m²")]
    return Table(("Zmiana pokrycia", "Change of cover"), head, rows)


def _areas_table(shares: geopandas.GeoDataFrame, id_field: str) -> Table:
    names = ("sealed", "active")
    columns = [f"{name}{end}_pct" for name in names for end in ("", "_low", "_high")]
    rows: list[tuple[str | float, ...]] = [
        (str(row[0]), *(round(float(one), 1) for one in row[1:]))
        for row in shares[[id_field, "area_m2", *columns]]
        .head(_MOST_ROWS)
        .itertuples(index=False, name=None)
    ]
    ends = [("od", "from"), ("do", "to")]
    return Table(
        (f"Obszary (pierwsze {_MOST_ROWS})", f"Areas (first {_MOST_ROWS})"),
        [("Obszar", "Area"), ("m²", "m²"), ("Uszczelnione, %", "Sealed, %"), *ends,
         ("Biologicznie czynne, %", "Biologically active, %"), *ends],
        rows,
    )  # fmt: skip


def _pictures(
    folder: Path, found: Series, there: set[str], frames: Mapping[str, geopandas.GeoDataFrame]
) -> list[Picture]:
    made = []
    index = f"{found.index}.tif"
    if "picture.tif" in there:
        title = ("Ortofotomapa", "Orthophoto")
        made.append(Picture(title, drawing.raster(folder / "picture.tif")[0]))
    if index in there:
        png, ends = drawing.raster(folder / index)
        made.append(Picture(INDICES[found.index], png, pages.legend(ends)))
    if "cover.tif" in there:
        png = drawing.classes(
            folder / "cover.tif", {int(one): colour for one, (_, colour) in COVER.items()}
        )
        made.append(Picture(("Pokrycie terenu", "Land cover"), png, list(COVER.values())))
    for name, column, legend, title in (
        ("trees", "vigour", VIGOUR, ("Stan drzew", "Condition of trees")),
        ("cover_changed", "kind", CHANGES, ("Zmiana pokrycia", "Change of cover")),
    ):
        if name in frames and index in there:
            colours = {kind: colour for kind, (_, colour) in legend.items()}
            png = drawing.shapes(folder / index, [(frames[name], column, colours)])
            made.append(Picture(title, png, list(legend.values())))
    return made
