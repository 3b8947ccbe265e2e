"""The report of a run as a page, in Polish and English, with its pictures within."""

from __future__ import annotations

import base64
import io
import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import numpy as np
import rasterio
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from numpy.typing import NDArray
from PIL import Image
from rasterio.enums import Resampling

from processing.flight.running import Run

_PICTURE_PX = 640
_LOW, _HIGH = np.array([247, 244, 236]), np.array([8, 64, 110])
"""From few to many; the lightness alone tells them apart."""
WORDS: Mapping[str, Mapping[str, str]] = {
    "pl": {
        "title": "Raport z przetwarzania nalotu", "left_out": "Pominięto", "warnings": "Uwagi",
        "summary": "Podsumowanie", "pictures": "Obrazy", "classes": "Klasy punktów",
        "files": "Pliki", "file": "Plik", "points": "Punkty", "density": "Impulsy na m²",
        "products": "Wyniki", "crs": "Układ współrzędnych", "heights": "Układ wysokości",
        "days": "Dni nalotu", "pulses": "Impulsy na m² (tam, gdzie są punkty)",
        "below": "Komórki poniżej zamówionej gęstości", "covered": "Powierzchnia z punktami, m²",
        "void": "Komórki bez punktów", "seam": "Różnica na styku arkuszy, p99",
        "low_noise": "Szum pod terenem", "high_noise": "Szum nad terenem",
        "strips": "Różnica wysokości szeregów: średnia, RMS",
        "rmse": "RMSEz na punktach kontrolnych",
        "unknown": "nieznane", "number": "punktów",
    },
    "en": {
        "title": "Report on the processing of a flight", "left_out": "Left out",
        "warnings": "Warnings", "summary": "Summary", "pictures": "Pictures",
        "classes": "Classes of points", "files": "Files", "file": "File", "points": "Points",
        "density": "Pulses per m²", "products": "Results",
        "crs": "Coordinate reference system", "heights": "Datum of heights",
        "days": "Days of the flight", "pulses": "Pulses per m² (where there are points)",
        "below": "Cells below the ordered density", "covered": "Area with points, m²",
        "void": "Cells without points", "seam": "Difference at seams, p99",
        "low_noise": "Noise below the ground", "high_noise": "Noise above the ground",
        "strips": "Height of strips against each other: mean, RMS",
        "rmse": "RMSEz at checkpoints", "unknown": "unknown", "number": "points",
    },
}  # fmt: skip
CLASSES: Mapping[str, tuple[str, str]] = {
    "0": ("nigdy nieklasyfikowane", "never classified"), "1": ("pozostałe", "unclassified"),
    "2": ("grunt", "ground"), "3": ("niska roślinność", "low vegetation"),
    "4": ("średnia roślinność", "medium vegetation"), "5": ("wysoka roślinność", "high vegetation"),
    "6": ("budynki", "buildings"), "7": ("szum niski", "low noise"), "9": ("woda", "water"),
    "12": ("punkty nadmiarowe", "overlap"), "17": ("mosty", "bridges"),
    "18": ("szum wysoki", "high noise"),
}  # fmt: skip


def write(run: Run, told: Mapping[str, Any]) -> None:
    """Write `report.json`, `report.pl.html` and `report.en.html` into the folder of a run."""
    text = json.dumps(told, indent=1, ensure_ascii=False)
    (run.folder / "report.json").write_text(text + "\n", encoding="utf-8")
    jinja = Environment(
        loader=FileSystemLoader(Path(__file__).parent / "templates"), autoescape=True,
        undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True,
    )  # fmt: skip
    page = jinja.get_template("report.html")
    drawn = {one.file: _picture(run.folder / one.file) for one in run.products}
    for place, lang in enumerate(WORDS):
        titles = [(one.file, (one.title_pl, one.title_en)[place]) for one in run.products]
        html = page.render(
            lang=lang, t=WORDS[lang], r=told, rows=list(_rows(told, WORDS[lang], lang)),
            classes=list(_classes(told, lang)), products=titles,
            pictures=[(title, drawn[file]) for file, title in titles if drawn[file]],
            number=lambda value, lang=lang: _number(value, lang),
        )  # fmt: skip
        (run.folder / f"report.{lang}.html").write_text(html, encoding="utf-8")


def _rows(
    told: Mapping[str, Any], words: Mapping[str, str], lang: str
) -> Iterator[tuple[str, str]]:
    def say(value: Any, unit: str = "") -> str:
        return words["unknown"] if value is None else f"{_number(value, lang)}{unit}"

    density = told["density"]
    yield words["points"], say(told["points"])
    yield words["crs"], told["crs"]
    yield words["heights"], told["heights"] or words["unknown"]
    yield words["days"], ", ".join(told["flight_days"]) or words["unknown"]
    yield words["pulses"], say(density["pulses_per_m2"])
    nominal = _number(density["nominal_per_m2"], lang)
    yield f"{words['below']} ({nominal}/m²)", say(density["below_nominal_pct"], " %")
    yield words["covered"], say(told["area"]["covered_m2"])
    yield words["void"], say(told["area"]["without_points_pct"], " %")
    for name, seam in told["seams"].items():
        yield f"{words['seam']} ({name})", say(seam["p99"])
    for kind in ("low", "high"):
        yield words[f"{kind}_noise"], say(told["noise"][kind])
    if (strips := told["strips"]) is not None:
        yield words["strips"], f"{say(strips['mean_dz_m'], ' m')}, {say(strips['rms_dz_m'], ' m')}"
    if (control := told["control"]) is not None:
        count = f"{control['on_the_model']}/{control['given']} {words['number']}"
        yield words["rmse"], f"{say(control['rmse_z_m'], ' m')} ({count})"


def _classes(told: Mapping[str, Any], lang: str) -> Iterator[tuple[str, str, str, float]]:
    most = max(told["classes"].values(), default=1)
    for code, count in told["classes"].items():
        name = CLASSES.get(code, ("", ""))[0 if lang == "pl" else 1]
        yield code, name, _number(count, lang), round(20 * count / most, 2)


def _number(value: float, lang: str) -> str:
    text = f"{value:,}" if isinstance(value, int) else f"{value:,.4f}".rstrip("0").rstrip(".")
    return text.replace(",", "\N{NO-BREAK SPACE}").replace(".", ",") if lang == "pl" else text


def _picture(file: Path) -> str:
    """Return a raster as a small PNG in base64; nothing for other files."""
    if file.suffix != ".tif":
        return ""
    with rasterio.open(file) as source:
        scale = max(1.0, max(source.shape) / _PICTURE_PX)
        shape = (max(1, round(source.height / scale)), max(1, round(source.width / scale)))
        bands = list(range(1, 4)) if source.count >= 3 else [1]
        found = source.read(
            bands, out_shape=(len(bands), *shape), masked=True, resampling=Resampling.average
        )
    shown = np.moveaxis(found.filled(255), 0, -1) if len(bands) == 3 else _coloured(found[0])
    buffer = io.BytesIO()
    Image.fromarray(shown.astype(np.uint8)).save(buffer, "PNG", optimize=True)
    return base64.b64encode(buffer.getvalue()).decode()


def _coloured(band: np.ma.MaskedArray[Any, Any]) -> NDArray[np.float64]:
    """Colour values between their 2nd and 98th percentile; white where there is none."""
    known = band.compressed()
    low, high = np.percentile(known, (2, 98)) if len(known) else (0, 1)
    share = np.clip((band.filled(low).astype(float) - low) / max(high - low, 1e-9), 0, 1)
    picture = _LOW + share[..., None] * (_HIGH - _LOW)
    picture[np.ma.getmaskarray(band)] = 255
    return np.asarray(picture)
