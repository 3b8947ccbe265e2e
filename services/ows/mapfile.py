"""Mapfiles: one for each layer and language, and one for each set of layers that is asked for.

MapServer is asked only as WMS 1.1.1 with x, y boxes, after our own checks; titles, extents and
metadata of the services are not its business.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from services.ows import dimension, roles
from sip.catalogue import Catalogue, Layer
from sip.layer import RasterFile
from sip.settings import Settings
from sip.styling import legend, mapserver
from sip.styling.mapserver import quoted
from sip.text import LANGUAGES, Language

CONFIG = "mapserver.conf"
_FONT = "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf"
_DPI = 96


def render(catalogue: Catalogue, settings: Settings, folder: Path) -> None:
    """Write the generation's blocks and mapfiles: `<layer>[@<year>].<language>.{layer,map}`."""
    (folder / "fonts.list").write_text(f"{mapserver.FONT} {_FONT}\n")
    (folder / "symbols.map").write_text(f"SYMBOLSET\n{mapserver.symbols()}END\n")
    for layer in catalogue.published("wms"):
        for name in drawn_names(layer):
            _write(catalogue, settings, layer, name, folder)
        past = catalogue.past.layer(layer.id)
        if past.is_known:
            _write(catalogue, settings, past, past_name(layer.id), folder)
    for layer in roles.of_staff(catalogue):
        _write(catalogue, settings, layer, roles.own_name(layer.id), folder)


def _write(catalogue: Catalogue, settings: Settings, layer: Layer, name: str, folder: Path) -> None:
    for language in LANGUAGES:
        block = _block(catalogue, settings, layer, name, language)
        (folder / f"{name}.{language}.layer").write_text(block)
        text = mapfile(catalogue, [name], language)
        (folder / f"{name}.{language}.map").write_text(text)


def past_name(name: str) -> str:
    """Return the name of the mapfile that draws what was known of a layer."""
    return f"{name}@past"


def drawn_names(layer: Layer) -> list[str]:
    """Return what can be drawn of a layer: itself, or `<layer>@<year>` for each of its years."""
    if layer.spec.raster is None:
        return [layer.id]
    return [drawn_name(layer, year) for year in years(layer)] or [layer.id]


def drawn_name(layer: Layer, year: int | None) -> str:
    """Return the name under which a layer, or one year of it, is drawn."""
    return layer.id if year is None else f"{layer.id}@{year}"


def years(layer: Layer) -> list[int]:
    """Return the years of a raster layer, the oldest first."""
    files = layer.spec.raster.files if layer.spec.raster else ()
    return sorted({file.year for file in files if file.year is not None})


def group(name: str) -> str:
    """Return MapServer's name for all that is drawn of a layer (or of a year of it)."""
    return f"drawn_{name.replace('@', '_')}"


def mapfile(
    catalogue: Catalogue, names: Iterable[str], language: Language, *, folder: Path = Path()
) -> str:
    """Return a mapfile that draws some layers of a published folder, the lowest first.

    Paths are relative to the mapfile where no folder is given.
    """
    project = catalogue.project
    extent = project.extent
    offered = " ".join(f"EPSG:{code}" for code in {*project.offered_crs, 4326})
    includes = [f'  INCLUDE "{folder / f"{name}.{language}.layer"}"' for name in names]
    return "\n".join(
        [
            "MAP",
            '  NAME "sip"',
            f'  FONTSET "{folder / "fonts.list"}"',
            f'  SYMBOLSET "{folder / "symbols.map"}"',
            f"  EXTENT {extent.west} {extent.south} {extent.east} {extent.north}",
            '  PROJECTION "epsg:4326" END',
            "  UNITS DD SIZE 256 256 MAXSIZE 8192",
            f"  RESOLUTION {_DPI} DEFRESOLUTION {_DPI}",
            '  IMAGETYPE "png" IMAGECOLOR "#ffffff"',
            *_OUTPUT_FORMATS,
            "  WEB METADATA",
            '    "wms_enable_request" "GetMap GetLegendGraphic"',
            f'    "wms_srs" "{offered}"',
            f'    "wms_title" {quoted(project.title[language])}',
            '    "wms_onlineresource" "http://localhost/ows"',
            "  END END",
            '  LEGEND IMAGECOLOR "#ffffff" TRANSPARENT OFF',
            f'    KEYSIZE 24 16 KEYSPACING 6 5 LABEL FONT "{mapserver.FONT}" SIZE 9',
            '    COLOR "#222222" END',
            "  END",
            *includes,
            "END",
            "",
        ]
    )


_OUTPUT_FORMATS = (
    '  OUTPUTFORMAT NAME "png" DRIVER "AGG/PNG" MIMETYPE "image/png" IMAGEMODE RGBA',
    '    EXTENSION "png" FORMATOPTION "COMPRESSION=3" END',
    '  OUTPUTFORMAT NAME "jpeg" DRIVER "AGG/JPEG" MIMETYPE "image/jpeg" IMAGEMODE RGB',
    '    EXTENSION "jpg" FORMATOPTION "QUALITY=85" END',
)


def _block(
    catalogue: Catalogue, settings: Settings, layer: Layer, name: str, language: Language
) -> str:
    if layer.spec.raster:
        chosen = [file for file in layer.spec.raster.files if drawn_name(layer, file.year) == name]
        entries = legend.of(catalogue, layer) if layer.style else None
        classes = mapserver.classes(entries, language) if entries else ""
        return "".join(_raster(settings, layer, file, n, classes) for n, file in enumerate(chosen))
    return _vector(catalogue, settings, layer, language)


def _vector(catalogue: Catalogue, settings: Settings, layer: Layer, language: Language) -> str:
    entries = legend.of(catalogue, layer)
    code = catalogue.project.storage_crs
    data = f"geom from {dimension.source(layer)} using unique id using srid={code}"
    return "\n".join(
        [
            "LAYER",
            f'  NAME "{layer.id}" GROUP "{group(layer.id)}"',
            f"  TYPE {entries.kind.upper()} STATUS ON",
            "  CONNECTIONTYPE POSTGIS",
            f"  CONNECTION {quoted(connection(settings, layer))}",
            f"  DATA {quoted(data)}",
            "  VALIDATION",
            *dimension.validation(layer),
            *(roles.validation(layer) if layer.sight else ()),
            "  END",
            # One connection for each instant or role would stay open in each process.
            *([] if layer.is_past or layer.sight else ['  PROCESSING "CLOSE_CONNECTION=DEFER"']),
            f'  PROJECTION "epsg:{code}" END',
            *_METADATA,
            mapserver.classes(entries, language),
            "END",
            "",
        ]
    )


def _raster(settings: Settings, layer: Layer, file: RasterFile, number: int, classes: str) -> str:
    return "\n".join(
        [
            "LAYER",
            f'  NAME "{layer.id}_{number}" GROUP "{group(drawn_name(layer, file.year))}"',
            "  TYPE RASTER STATUS ON",
            f"  DATA {quoted(str(settings.data / file.file))}",
            "  PROJECTION AUTO END",
            '  PROCESSING "RESAMPLE=BILINEAR"',
            # Else a process keeps a file open, and draws one that gave way to another.
            '  PROCESSING "CLOSE_CONNECTION=NORMAL"',
            *_METADATA,
            classes,
            "END",
            "",
        ]
    )


_METADATA = ('  METADATA "wms_title" "-" "wms_enable_request" "GetMap GetLegendGraphic" END',)


def connection(settings: Settings, layer: Layer) -> str:
    """Return the connection string of MapServer: the public role, with the limit on time.

    Of the past it names the instant, and for those who have signed in the role, which each request
    puts in. Rows come in the same order each time, so that features that overlap are painted alike.
    """
    dsn = settings.dsn("sip_gateway" if layer.sight else "sip_public")
    given = {
        "statement_timeout": f"{settings.limits.statement_s * 1000:.0f}",
        "jit": "off",
        "max_parallel_workers_per_gather": "0",
        "synchronize_seqscans": "off",
    }
    if layer.is_past or layer.sight:
        given["sip.as_of"] = f"%{dimension.AS_OF}%"
    if layer.sight:
        given["role"] = f"%{roles.ROLE}%"
    limit = "%20".join(f"-c{name}%3D{value}" for name, value in given.items())
    if "options=" in dsn:
        return f"{dsn}%20{limit}"
    return f"{dsn}{'&' if '?' in dsn else '?'}options={limit}"


def configuration(folders: Sequence[Path]) -> str:
    """Return the configuration of MapServer: it opens mapfiles in these folders and no others."""
    pattern = "|".join(f"^{_regex(folder)}/([^./][^/]*/)*[^./][^/]*[.]map$" for folder in folders)
    return f'CONFIG\n  ENV\n    "MS_MAP_PATTERN" {quoted(pattern)}\n  END\nEND\n'


def _regex(folder: Path) -> str:
    return "".join(c if c.isalnum() or c in "/_-" else f"[{c}]" for c in str(folder))
