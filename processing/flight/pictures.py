"""The graph of pictures of a year: one picture, indices, cover, condition, change of cover."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping, Sequence
from pathlib import Path

from processing.flight import doing
from processing.flight.carrying import Done, Product, Told, Wanted, carry_out
from processing.flight.sources import year_of
from processing.graph import Output, Task, Workers
from processing.ortho.mosaic import Tile, read_tiles
from processing.steps import Value
from sip.crs import Extent, enclosing
from sip.errors import DataError, SipError

_WORK_PER_READING = 7
INDICES = {"ndvi": ("Wskaźnik zieleni NDVI", "Vegetation index NDVI"),
           "gli": ("Wskaźnik zieleni GLI", "Vegetation index GLI")}  # fmt: skip
"""The usual index with and without infrared."""


@dataclasses.dataclass(frozen=True)
class Wishes:
    """What is wanted of pictures."""

    layout: str | None = None
    """rgb, cir or rgbi, where bands are not described."""
    date: str | None = None
    """Of pictures that do not say theirs, as 2026-05-31."""
    year: int | None = None
    """By default that of the latest picture."""
    indices: Sequence[str] = ()
    """Beside the usual one."""
    ndsm: Path | None = None
    """Heights over ground, for shifts and cover."""
    trees: Path | None = None
    """Crowns with height_m."""
    areas: Path | None = None
    """Polygons: parcels, zones, lawns."""
    id_field: str = "id"
    """Key of the areas."""
    accuracy: Path | None = None
    """Of cover, by checked places of one's own."""
    before: Sequence[Path] = ()
    """Folders of earlier years."""
    tree_id: str | None = None
    """Key of the trees, by which years are compared tree by tree."""
    species: str | None = None
    """Column of the trees; those of a species are alike."""
    lossless: bool = False
    """Also pictures in the colours that people see are kept as they are, at four times the size."""
    least_m2: float = 25.0
    """Smallest change of cover."""


@dataclasses.dataclass(frozen=True)
class Series:
    """Pictures of a year that belong together."""

    tiles: Sequence[Tile]
    left_out: Mapping[str, str]
    year: int

    @property
    def days(self) -> list[str]:
        """First and last day."""
        return [min(one.date for one in self.tiles), max(one.date for one in self.tiles)]

    @property
    def index(self) -> str:
        """The usual index of these bands."""
        return "ndvi" if {"red", "infrared"} <= {*self.tiles[0].colours} else "gli"

    @property
    def extent(self) -> Extent:
        """What all of them cover."""
        return enclosing(one.extent for one in self.tiles)

    @property
    def cells(self) -> int:
        """About how many there are, for the progress."""
        return sum(one.cells.rows * one.cells.cols for one in self.tiles)


def series(paths: Sequence[Path], wishes: Wishes) -> Series:
    """Read the headers of pictures; those that differ from most are left out.

    Raises:
        DataError: None is fit for use.
    """
    good: list[Tile] = []
    left_out: dict[str, str] = {}
    for path in paths:
        try:
            good += _tile(path, wishes)
        except SipError as error:
            left_out[path.name] = str(error).replace(f"{path.parent}/", "")
    kinds = [(one.cells.crs, one.colours, one.dtype) for one in good]
    usual = max(kinds, key=lambda one: (kinds.count(one), -kinds.index(one)), default=None)
    for tile, kind in zip(list(good), kinds, strict=True):
        if kind != usual and usual is not None:
            good.remove(tile)
            first, mine = (f"EPSG:{one[0]}, {'/'.join(one[1])}, {one[2]}" for one in (usual, kind))
            left_out[tile.file.name] = f"{mine} does not fit most pictures: {first}"
    if not good:
        raise DataError("\n".join(["no picture is fit for use:", *left_out.values()]))
    return Series(good, left_out, wishes.year or int(max(one.date for one in good)[:4]))


def _tile(path: Path, wishes: Wishes) -> list[Tile]:
    try:
        return read_tiles([path], layout=wishes.layout)
    except DataError:
        if wishes.date is None:
            raise
        return read_tiles([path], layout=wishes.layout, dates=[wishes.date])


def run(
    paths: Sequence[Path], folder: Path, wishes: Wishes, workers: Workers, *, told: Told
) -> tuple[Done, Series]:
    """Make all products of pictures in a folder; what was made before is not made again.

    Raises:
        DataError: No picture is fit for use, or another run works in the folder.
    """
    found = series(paths, wishes)
    reading = {
        f"read {one.file.name}": Task(
            "ortho.inspect", {"picture": [one.file]}, {}, one.cells.rows * one.cells.cols
        )
        for one in found.tiles
    }
    files = [one.file for one in found.tiles]
    read = carry_out(
        Wanted(reading, (), files), folder, workers,
        told=lambda done, of, name: told(done, of * (1 + _WORK_PER_READING), name),
    )  # fmt: skip
    left_out = {
        one.file.name: read.left_out[said]
        for one in found.tiles
        if (said := doing.said(f"read {one.file.name}")) in read.left_out
    }
    kept = [one for one in found.tiles if one.file.name not in left_out]
    if not kept:
        raise DataError("\n".join(["no picture is fit for use:", *left_out.values()]))
    found = dataclasses.replace(found, tiles=kept, left_out={**found.left_out, **left_out})
    first = found.cells
    done = carry_out(
        wanted(found, wishes), folder, workers,
        told=lambda done, of, name: told(first + done, first + of, name),
    )  # fmt: skip
    whole = dataclasses.replace(done, made=read.made + done.made, kept=read.kept + done.kept)
    return whole, found


def wanted(found: Series, wishes: Wishes) -> Wanted:
    """Return the tasks for pictures, as far as there is what they need."""
    dates = [one.date for one in found.tiles]
    named_layout = {"layout": found.tiles[0].layout}
    work = found.cells
    tasks = {
        "mosaic": Task(
            "ortho.mosaic", {"tiles": [one.file for one in found.tiles]},
            {**named_layout, "dates": dates, "lossless": True}, 2 * work,
        )
    }  # fmt: skip
    picture = shown = Output("mosaic", "picture")
    if found.tiles[0].is_photo and not wishes.lossless:
        tasks["picture"] = Task("ortho.mosaic", {"tiles": [picture]}, {"dates": [max(dates)]}, work)
        shown = Output("picture", "picture")
    products = [Product("picture.tif", shown, "Ortofotomapa", "Orthophoto")]
    for name in dict.fromkeys((found.index, *wishes.indices)):
        tasks[f"index {name}"] = Task("ortho.index", {"picture": [picture]}, {"name": name}, work)
        titles = INDICES.get(name, (f"Wskaźnik {name.upper()}", f"Index {name.upper()}"))
        products.append(Product(f"{name}.tif", Output(f"index {name}", "index"), *titles))
    earlier, left_out = _earlier(wishes, found)
    for part in (_cover, _condition):
        more, made = part(found, wishes, earlier)
        tasks |= more
        products += made
    inputs = {one for task in tasks.values() for some in task.inputs.values() for one in some}
    files = sorted(one for one in inputs if isinstance(one, Path))
    pictures = [one.file for one in found.tiles]
    return Wanted(tasks, products, files, {**found.left_out, **left_out}, pictures)


@dataclasses.dataclass(frozen=True)
class _Earlier:
    """What is there of an earlier year."""

    year: int
    files: Mapping[str, Path] = dataclasses.field(default_factory=dict)


def _earlier(wishes: Wishes, found: Series) -> tuple[list[_Earlier], dict[str, str]]:
    """Return what is there of earlier years, the first one first, and what is missing of them."""
    made: list[_Earlier] = []
    missing: dict[str, str] = {}
    for folder in wishes.before:
        year = year_of(folder)
        if year >= found.year or year in [one.year for one in made]:
            raise DataError(f"{folder}: is of {year}; years are before {found.year}, each once")
        names = (f"{found.index}.tif", "cover.tif", "shifts.json")
        files = {one: folder / one for one in names if (folder / one).is_file()}
        needed = [names[0], *(["cover.tif"] if wishes.ndsm else [])]
        missing |= {
            f"{one} of {year}": "not compared, the earlier year has none"
            for one in needed if one not in files
        }  # fmt: skip
        made.append(_Earlier(year, {name: file.absolute() for name, file in files.items()}))
    return sorted(made, key=lambda one: one.year), missing


def _cover(
    found: Series, wishes: Wishes, earlier: Sequence[_Earlier]
) -> tuple[dict[str, Task], list[Product]]:
    if wishes.ndsm is None:
        return {}, []
    picture, ndsm = [Output("mosaic", "picture")], [wishes.ndsm]
    shifts, cover = Output("shifts", "shifts"), Output("cover", "cover")
    tasks = {
        "shifts": Task(
            "ortho.shifts", {"picture": picture, "ndsm": ndsm}, {"name": found.index}, found.cells
        ),
        "cover": Task(
            "ortho.land_cover", {"picture": picture, "ndsm": ndsm, "shifts": [shifts]}, {},
            2 * found.cells,
        ),
    }  # fmt: skip
    products = [
        Product("shifts.json", shifts, "Przesunięcia zdjęcia", "Shifts of the picture"),
        Product("cover.tif", cover, "Pokrycie terenu", "Land cover"),
    ]
    areas = {} if wishes.areas is None else {"zones": [wishes.areas]}
    if areas:
        trust = {} if wishes.accuracy is None else {"accuracy": [wishes.accuracy]}
        tasks["shares"] = Task(
            "ortho.cover_shares", {"cover": [cover], **areas, **trust},
            {"id_field": wishes.id_field},
        )  # fmt: skip
        products.append(Product(
            "cover_shares.parquet", Output("shares", "shares"),
            "Pokrycie według obszarów", "Cover by area",
        ))  # fmt: skip
    old = earlier[-1].files.get("cover.tif") if earlier else None
    if old is not None:
        tasks["change"] = Task(
            "ortho.cover_change", {"old": [old], "new": [cover]}, {"least_m2": wishes.least_m2},
            found.cells,
        )  # fmt: skip
        products += [
            Product("cover_change.tif", Output("change", "change"),
                    "Zmiana pokrycia, kody", "Change of cover, codes"),
            Product("cover_changed.parquet", Output("change", "changed"),
                    "Zmienione miejsca", "Places changed"),
        ]  # fmt: skip
        if areas:
            tasks["transitions"] = Task(
                "ortho.cover_transitions", {"change": [Output("change", "change")], **areas},
                {"id_field": wishes.id_field},
            )  # fmt: skip
            products.append(Product(
                "cover_transitions.parquet", Output("transitions", "transitions"),
                "Zmiany pokrycia według obszarów", "Change of cover by area",
            ))  # fmt: skip
    return tasks, products


def _condition(
    found: Series, wishes: Wishes, earlier: Sequence[_Earlier]
) -> tuple[dict[str, Task], list[Product]]:
    """Return tasks over this year and the earlier ones that have the index."""
    known = [one for one in earlier if f"{found.index}.tif" in one.files]
    years = [*(one.year for one in known), found.year]
    indices: list[Path | Output] = [one.files[f"{found.index}.tif"] for one in known]
    indices.append(Output(f"index {found.index}", "index"))
    shifts: list[Path | Output] = []
    if wishes.ndsm and all("shifts.json" in one.files for one in known):
        shifts = [*(one.files["shifts.json"] for one in known), Output("shifts", "shifts")]
    inputs = {"indices": indices, **({"shifts": shifts} if shifts else {})}
    tasks: dict[str, Task] = {}
    products: list[Product] = []
    if wishes.trees is not None:
        tasks["greenness"] = Task(
            "flight.greenness", {"trees": [wishes.trees], **inputs}, {"years": years}, found.cells
        )
        products.append(Product(
            "trees.parquet", Output("greenness", "crowns"), "Stan drzew", "Condition of trees"
        ))  # fmt: skip
        if wishes.tree_id is not None:
            told: dict[str, Value] = {
                "years": years, "id_field": wishes.tree_id, "species_field": wishes.species,
                "height_field": "height_m",
            }  # fmt: skip
            tasks["years"] = Task(
                "ortho.vegetation", {"objects": [wishes.trees], **inputs}, told, found.cells
            )
            products += _compared("years", "tree_", ("drzew", "trees"))
    if wishes.areas is not None:
        tasks["areas"] = Task(
            "ortho.vegetation", {"objects": [wishes.areas], "indices": indices},
            {"years": years, "id_field": wishes.id_field}, found.cells,
        )  # fmt: skip
        products += _compared("areas", "", ("obszarów", "areas"))
    return tasks, products


def _compared(task: str, prefix: str, what: tuple[str, str]) -> list[Product]:
    """Return the two tables of a task of `ortho.vegetation`."""
    polish, english = what
    return [
        Product(f"{prefix}condition.parquet", Output(task, "condition"),
                f"Zieleń {polish}", f"Greenness of {english}"),
        Product(f"{prefix}trends.parquet", Output(task, "trends"),
                f"Zmiana zieleni {polish}", f"Change of greenness of {english}"),
    ]  # fmt: skip
