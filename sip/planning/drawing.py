"""Drawings of acts: whether a file can be one, and its row in the register."""

from __future__ import annotations

import dataclasses
import datetime
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import psycopg
import pyproj
import rasterio
import rasterio.features
import shapely
from rasterio.enums import ColorInterp, MaskFlags
from rasterio.errors import RasterioError
from shapely.geometry.base import BaseGeometry

from sip.errors import DataError, UsageError
from sip.planning import life
from sip.planning.checking import said_of_file
from sip.planning.findings import Finding, Report
from sip.planning.life import Act
from sip.planning.places import projected
from sip.planning.rules import RuleBook
from sip.planning.types import ADDRESS, DRAWING

type Connection = psycopg.Connection[Any]
LEGENDS = (".pdf", ".png", ".jpg", ".tif")
"""What a legend may be."""
_SQL = Path(__file__).with_name("sql")
_CRS = "http://www.opengis.net/def/crs/EPSG/0/{}"
_INCH_M = 0.0254
_MOST_PX = 1024
"""Longer side of the mask by which completeness is measured."""


@dataclasses.dataclass(frozen=True)
class Sheet:
    """What a GeoTIFF says of itself."""

    file: Path
    crs: int | None
    """EPSG code of its plane."""
    cell_m: float
    is_north_up: bool
    """Whether its cells are square and its rows go from north to south."""
    bands: str
    """Kinds of its bands in words, `grey + alpha`."""
    is_paintable: bool
    """Whether these are bytes of grey, of a palette, or of red, green and blue."""
    is_opaque: bool
    """Whether it has neither alpha, nor a mask, nor nodata, nor transparent colours."""
    ground: BaseGeometry
    """Its rectangle, in its CRS."""


@dataclasses.dataclass(frozen=True)
class Links:
    """Where the files of a drawing are."""

    picture: str
    legend: str | None
    original: str
    """The file as it was handed over."""
    original_sha256: str


@dataclasses.dataclass(frozen=True)
class Registered:
    """A drawing in the register."""

    identifier: str
    local_id: str
    title: str
    link: str
    scale: int
    ground: BaseGeometry


@dataclasses.dataclass(frozen=True)
class Target:
    """The act that a drawing belongs to, and what is known of its drawings."""

    act: Act
    namespace: str
    ground: BaseGeometry
    """In the storage CRS."""
    crs: int
    """The storage CRS."""
    drawings: Sequence[Registered]

    def drawing(self, local_id: str | None) -> Registered | None:
        """Return the drawing that is meant: the one of a local identifier, else the only one.

        Raises:
            UsageError: There are several, and none is named.
        """
        if local_id is None and len(self.drawings) > 1:
            known = ", ".join(one.local_id for one in self.drawings)
            raise UsageError(f"the act has several drawings, say which: --sheet of {known}")
        return next((one for one in self.drawings if local_id in (None, one.local_id)), None)


@dataclasses.dataclass(frozen=True)
class Checked:
    """What the rules say of a drawing."""

    report: Report
    share_pct: float
    """Of the act's ground, that the sheet shows."""
    dpi: float
    """Cells in an inch of paper at the scale."""


def target(connection: Connection, name: str, crs: int) -> Target:
    """Find an act and its drawings.

    Raises:
        NotFound: There is no such act.
    """
    act = life.find(connection, name)
    found = connection.execute(_sql("act_ground"), [act.identifier]).fetchone()
    assert found is not None
    rows = connection.execute(_sql("drawings_of"), [act.identifier]).fetchall()
    drawings = [
        Registered(one, local_id, title, link, scale, shapely.from_wkb(bytes(wkb)))
        for one, local_id, title, link, scale, wkb in rows
    ]
    return Target(act, found[1], shapely.from_wkb(bytes(found[0])), crs, drawings)


def read(file: Path) -> Sheet:
    """Read what a GeoTIFF says of itself.

    Raises:
        DataError: It is no raster.
    """
    try:
        with rasterio.open(file) as source:
            t = source.transform
            kinds = [one.name for one in source.colorinterp]
            inked = [one for one in kinds if one != "alpha"]
            is_byte = set(source.dtypes) == {"uint8"}
            return Sheet(
                file=file,
                crs=_code(source.crs.to_wkt()) if source.crs else None,
                cell_m=abs(t.a),
                is_north_up=not t.b and not t.d and t.a > 0 and bool(np.isclose(t.a, -t.e)),
                bands=f"{' + '.join(kinds)} ({source.dtypes[0]})",
                is_paintable=is_byte and inked in (["gray"], ["palette"], ["red", "green", "blue"]),
                is_opaque=_is_opaque(source),
                ground=shapely.box(*source.bounds),
            )
    except RasterioError as error:
        raise DataError(f"{file}: {error}", pl=f"{file}: to nie jest raster ({error})") from error


def check(sheet: Sheet, wanted: Target, scale: int, book: RuleBook) -> Checked:
    """Apply the rules of drawings: CRS, place, grid, bands, resolution and completeness."""
    dpi = _INCH_M * scale / sheet.cell_m
    share = _share_pct(sheet, wanted) if _is_allowed(sheet, book) and sheet.is_north_up else 0.0
    found = tuple(_findings(sheet, wanted, scale, dpi, share, book))
    return Checked(Report(found, ()), share, dpi)


def _findings(
    sheet: Sheet, wanted: Target, scale: int, dpi: float, share: float, book: RuleBook
) -> Iterator[Finding]:
    def said(rule: str, **words: object) -> Finding:
        return said_of_file(book, rule, str(sheet.file), **words)

    limits = book.settings.drawing
    if not sheet.is_paintable:
        yield said("D04", bands=sheet.bands)
    if not sheet.is_north_up:
        yield said("D03")
    if not _is_allowed(sheet, book):
        allowed = ", ".join(one.title.pl for one in book.codes["plan_crs"].values)
        yield said("D01", crs=f"EPSG:{sheet.crs}" if sheet.crs else "-", allowed=allowed)
        return
    if not sheet.is_north_up:
        return
    if dpi < limits.least_dpi:
        yield said(
            "D05", dpi=round(dpi), scale=scale, least=limits.least_dpi, cell=f"{sheet.cell_m:g}"
        )
    assert sheet.crs is not None
    ground = projected(wanted.ground, wanted.crs, sheet.crs)
    if not ground.intersects(sheet.ground):
        yield said("D02", km=f"{ground.distance(sheet.ground) / 1000:.1f}", crs=sheet.crs)
        return
    if share < limits.least_share_pct:
        yield said("D06", share=f"{share:.1f}", least=limits.least_share_pct)
    if sheet.is_opaque and sheet.is_paintable:
        hidden = _hidden_pct(sheet, ground, limits.paper)
        if hidden > limits.most_hidden_pct:
            yield said("D07", hidden=round(hidden))


def _is_allowed(sheet: Sheet, book: RuleBook) -> bool:
    return _CRS.format(sheet.crs) in book.codes["plan_crs"].codes()


def _share_pct(sheet: Sheet, wanted: Target) -> float:
    """Return how much of the act a sheet shows: inside of its rectangle, and with values there."""
    assert sheet.crs is not None
    act = projected(wanted.ground, wanted.crs, sheet.crs)
    inside = shapely.intersection(act, sheet.ground)
    if inside.area == 0:
        return 0.0
    with rasterio.open(sheet.file) as source:
        shape = _shrunk(source)
        if ColorInterp.alpha in source.colorinterp:
            mask = source.read(source.colorinterp.index(ColorInterp.alpha) + 1, out_shape=shape)
        else:
            mask = source.read_masks(1, out_shape=shape)
        west, south, east, north = source.bounds
    grid = rasterio.transform.from_bounds(west, south, east, north, shape[1], shape[0])
    cells = rasterio.features.geometry_mask([inside], shape, grid, all_touched=True, invert=True)
    return float(100 * inside.area / act.area * (mask[cells] > 0).mean())


def _hidden_pct(sheet: Sheet, act: BaseGeometry, paper: int) -> float:
    """Return how much of what a sheet shows beside the act is not white paper."""
    with rasterio.open(sheet.file) as source:
        shape = _shrunk(source)
        bands = source.read(out_shape=(source.count, *shape))
        if source.colorinterp[0] == ColorInterp.palette:
            palette = np.zeros((256, 3), np.uint8)
            for value, colour in source.colormap(1).items():
                palette[value] = colour[:3]
            bands = np.moveaxis(palette[bands[0]], -1, 0)
        grid = rasterio.transform.from_bounds(*source.bounds, shape[1], shape[0])
    beside = rasterio.features.geometry_mask([act], shape, grid, all_touched=True)
    inked = (bands < paper).any(axis=0)
    return float(100 * inked[beside].mean()) if beside.any() else 0.0


def _is_opaque(source: rasterio.DatasetReader) -> bool:
    colours = source.colormap(1) if source.colorinterp[0] == ColorInterp.palette else {}
    is_clear = any(colour[3] < 255 for colour in colours.values())
    return MaskFlags.all_valid in source.mask_flag_enums[0] and not is_clear


def _shrunk(source: rasterio.DatasetReader) -> tuple[int, int]:
    """Return the rows and columns of a smaller picture of it."""
    by = max(1.0, max(source.shape) / _MOST_PX)
    return max(1, round(source.height / by)), max(1, round(source.width / by))


def file_name(wanted: Target, local_id: str, ending: str) -> str:
    """Return the name of the file of a drawing, or of its legend, in the data folder."""
    return re.sub(r"[^A-Za-z0-9-]+", "_", f"{wanted.namespace}_{local_id}") + ending


def legend(file: Path) -> Path:
    """Return the file of a legend, if it can be one.

    Raises:
        DataError: It is not there, or of another kind.
    """
    if not file.is_file() or file.suffix.lower() not in LEGENDS:
        kinds = ", ".join(LEGENDS)
        raise DataError(
            f"{file}: a legend is a file of {kinds}", pl=f"{file}: legenda to plik {kinds}"
        )
    return file


def register(
    connection: Connection, wanted: Target, sheet: Sheet, former: Registered | None, *,
    local_id: str, scale: int, links: Links,
) -> str:  # fmt: skip
    """Write the row of a drawing, new or changed; return its identifier.

    Raises:
        DataError: The register refuses it; the sentence says why.
    """
    assert sheet.crs is not None
    now = datetime.datetime.now(datetime.UTC).replace(microsecond=0)
    version = f"{now:%Y%m%dT%H%M%S}"
    new = f"{ADDRESS}/{DRAWING}/{wanted.namespace}/{local_id}/{version}"
    around = shapely.segmentize(sheet.ground, sheet.ground.length / 80)
    values = {
        "identifier": former.identifier if former else new,
        "namespace": wanted.namespace, "local_id": local_id, "version_id": version,
        "title": former.title if former else f"Rysunek: {wanted.act.title}"[:500],
        "link": links.picture, "legend_link": links.legend,
        "original_link": links.original, "original_sha256": links.original_sha256,
        "drawing_crs": _CRS.format(sheet.crs),
        "scale": scale, "valid_from": wanted.act.valid_from, "version_from": now,
        "act": wanted.act.identifier, "crs": wanted.crs,
        "geom": shapely.to_wkb(projected(around, sheet.crs, wanted.crs)),
    }  # fmt: skip
    try:
        connection.execute(_sql("drawing_set"), values)
    except psycopg.IntegrityError as error:
        raise DataError(str(error.diag.message_primary)) from error
    return str(values["identifier"])


def files(connection: Connection) -> list[str]:
    """Return the names of the files of all drawings in the register, the newest last."""
    return [row[0].rsplit("/", 1)[-1] for row in connection.execute(_sql("drawing_links"))]


def _code(definition: str) -> int | None:
    whole = pyproj.CRS.from_wkt(definition)
    return (whole.sub_crs_list[0] if whole.is_compound else whole).to_epsg()


def _sql(name: str) -> bytes:
    return (_SQL / f"{name}.sql").read_bytes()
