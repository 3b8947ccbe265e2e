"""The report of a run as a page, in Polish and English, with its pictures within."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template

from processing.flight import drawing
from processing.flight.running import Run

type Said = Callable[[str], str]
WORDS: Mapping[str, Mapping[str, str]] = {
    "pl": {
        "title": "Raport z przetwarzania nalotu", "left_out": "Pominięto", "warnings": "Uwagi",
        "summary": "Podsumowanie", "pictures": "Obrazy", "classes": "Klasy punktów",
        "files": "Pliki", "file": "Plik", "version": "LAS, format",
        "points": "Punkty", "density": "Impulsy na m²",
        "products": "Wyniki", "crs": "Układ współrzędnych", "heights": "Układ wysokości",
        "days": "Dni nalotu", "pulses": "Impulsy na m² (tam, gdzie są punkty)",
        "below": "Komórki poniżej zamówionej gęstości", "covered": "Powierzchnia z punktami, m²",
        "void": "Komórki bez punktów", "seam": "Różnica na styku arkuszy, p99",
        "low_noise": "Szum pod terenem", "high_noise": "Szum nad terenem",
        "strips": "Różnica wysokości szeregów: średnia, RMS",
        "rmse": "RMSEz na punktach kontrolnych",
        "unknown": "nieznane", "number": "punktów", "one_tile": "jeden arkusz, brak styków",
    },
    "en": {
        "title": "Report on the processing of a flight", "left_out": "Left out",
        "warnings": "Warnings", "summary": "Summary", "pictures": "Pictures",
        "classes": "Classes of points", "files": "Files", "file": "File", "version": "LAS, format",
        "points": "Points",
        "density": "Pulses per m²", "products": "Results",
        "crs": "Coordinate reference system", "heights": "Datum of heights",
        "days": "Days of the flight", "pulses": "Pulses per m² (where there are points)",
        "below": "Cells below the ordered density", "covered": "Area with points, m²",
        "void": "Cells without points", "seam": "Difference at seams, p99",
        "low_noise": "Noise below the ground", "high_noise": "Noise above the ground",
        "strips": "Height of strips against each other: mean, RMS",
        "rmse": "RMSEz at checkpoints", "unknown": "unknown", "number": "points",
        "one_tile": "one tile, no seams",
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


UNITS: Mapping[str, str] = {
    "dtm": " m", "dsm": " m", "ndsm": " m", "slope": "°", "density": "/m²", "flow": " m²",
    "ponding": " m",
}  # fmt: skip
"""Of rasters; a shading has none."""


def write(run: Run, told: Mapping[str, Any], *, polish: Said = str) -> None:
    """Write `report.json`, `report.pl.html` and `report.en.html` into the folder of a run.

    Args:
        run: What came of it.
        told: What `told.report` says of it.
        polish: Says in Polish what is wrong with files.
    """
    both = in_both(told, polish)
    write_json(run.folder, both)
    page = template("report.html")
    drawn = {
        one.file: drawing.raster(run.folder / one.file)
        for one in run.products
        if one.file.endswith(".tif")
    }
    for place, lang in enumerate(WORDS):
        titles = [(one.file, (one.title_pl, one.title_en)[place]) for one in run.products]
        html = page.render(
            lang=lang, t=WORDS[lang], r=both,
            rows=list(_rows(told, WORDS[lang], lang)),
            classes=list(_classes(told, lang)), products=titles,
            pictures=[(title, drawn[file][0]) for file, title in titles if file in drawn],
            legends={
                title: [
                    (words[place], colour)
                    for words, colour in legend(drawn[file][1], UNITS.get(Path(file).stem))
                ]
                for file, title in titles
                if file in drawn
            },
            number=lambda value, lang=lang: number(value, lang),
        )  # fmt: skip
        (run.folder / f"report.{lang}.html").write_text(html, encoding="utf-8")


def legend(
    ends: tuple[float, float] | None, unit: str | None = ""
) -> list[tuple[tuple[str, str], str]]:
    """Return what the lightest and the darkest colour of a picture are, Polish and English.

    Nothing where it has no such `ends`, or its values no meaning (`unit` is None).
    """
    if ends is None or unit is None:
        return []
    return [
        ((f"{number(round(end, 2), 'pl')}{unit}", f"{number(round(end, 2), 'en')}{unit}"), colour)
        for end, colour in zip(ends, (drawing.LOW, drawing.HIGH), strict=True)
    ]


def in_both(told: Mapping[str, Any], polish: Said) -> dict[str, Any]:
    """Return what is told with its sentences in both languages, each under its code."""
    left_out, warnings = told["left_out"].items(), told.get("warnings", [])
    ways: Mapping[str, Said] = {"pl": polish, "en": str}
    return {
        **told,
        "left_out": {
            lang: {say(name): say(why) for name, why in left_out} for lang, say in ways.items()
        },
        "warnings": {lang: [say(one) for one in warnings] for lang, say in ways.items()},
    }


def write_json(folder: Path, told: Mapping[str, Any]) -> None:
    """Write `report.json` into a folder."""
    text = json.dumps(told, indent=1, ensure_ascii=False)
    (folder / "report.json").write_text(text + "\n", encoding="utf-8")


def template(name: str) -> Template:
    """Return one of the templates beside."""
    jinja = Environment(
        loader=FileSystemLoader(Path(__file__).parent / "templates"), autoescape=True,
        undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True,
    )  # fmt: skip
    return jinja.get_template(name)


def _rows(
    told: Mapping[str, Any], words: Mapping[str, str], lang: str
) -> Iterator[tuple[str, str]]:
    def say(value: Any, unit: str = "") -> str:
        return words["unknown"] if value is None else f"{number(value, lang)}{unit}"

    density = told["density"]
    yield words["points"], say(told["points"])
    yield words["crs"], told["crs"]
    yield words["heights"], told["heights"] or words["unknown"]
    yield words["days"], ", ".join(told["flight_days"]) or words["unknown"]
    yield words["pulses"], say(density["pulses_per_m2"])
    nominal = number(density["nominal_per_m2"], lang)
    yield f"{words['below']} ({nominal}/m²)", say(density["below_nominal_pct"], " %")
    yield words["covered"], say(told["area"]["covered_m2"])
    yield words["void"], say(told["area"]["without_points_pct"], " %")
    for name, seam in told["seams"].items():
        apart = words["one_tile"] if told["tiles"] == 1 else say(seam["p99"], " m")
        yield f"{words['seam']} ({name})", apart
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
        yield code, name, number(count, lang), round(100 * count / most, 2)


def number(value: float, lang: str) -> str:
    """Return a number as a language writes it, with at most four digits after the point."""
    text = f"{value:,}" if isinstance(value, int) else f"{value:,.4f}".rstrip("0").rstrip(".")
    return text.replace(",", "\N{NO-BREAK SPACE}").replace(".", ",") if lang == "pl" else text
