"""GetMap read and checked: what is left of a request fits the catalogue and the limits."""

from __future__ import annotations

import dataclasses
import math
import re
from collections.abc import Mapping, Sequence
from typing import Literal, cast

from services.ows import dimension
from services.ows.mapfile import drawn_name, years
from services.ows.refusal import NEWEST, WmsError
from sip import crs
from sip.catalogue import Catalogue, Layer
from sip.crs import Extent
from sip.errors import CrsError, UnknownName
from sip.query import Interval
from sip.settings import Limits
from sip.text import Language

type Version = Literal["1.1.1", "1.3.0"]
FORMATS = ("image/png", "image/jpeg")
LAYER_LIMIT = 20
STYLE = "default"
_DPI_LEAST, _DPI_MOST = 50, 600
_LANGUAGES: Mapping[str, Language] = {"pl": "pl", "pol": "pl", "en": "en", "eng": "en"}


@dataclasses.dataclass(frozen=True)
class MapRequest:
    """A picture that can be drawn."""

    version: Version
    layers: tuple[Layer, ...]
    drawn: tuple[str, ...]
    """Names of the blocks to draw, the lowest first."""
    crs: int
    box: Extent
    width: int
    height: int
    media: str = "image/png"
    transparent: bool = False
    background: str = "0xFFFFFF"
    dpi: int | None = None
    time: Interval | None = None
    """When the rows that are drawn were in force; None is ever."""

    @property
    def pixel(self) -> tuple[float, float]:
        """Width and height of a pixel in units of the CRS."""
        across = (self.box.east - self.box.west) / self.width
        return across, (self.box.north - self.box.south) / self.height


def version_of(parameters: Mapping[str, str]) -> Version:
    """Return the version that a request is read in: the newest, or 1.1.1 below it."""
    asked = parameters.get("version") or parameters.get("wmtver") or ""
    if not asked:
        old = "srs" in parameters and "crs" not in parameters
        return "1.1.1" if old else cast(Version, NEWEST)
    numbers = tuple(int(part[:4]) for part in asked.split(".") if part.isdecimal())
    return "1.3.0" if numbers >= (1, 3) or not numbers else "1.1.1"


def language_of(parameters: Mapping[str, str], catalogue: Catalogue) -> Language:
    """Return the language of LANGUAGE (`pol`, `eng`), else the project's first."""
    return _LANGUAGES.get(parameters.get("language", "").lower(), catalogue.project.languages[0])


def read(parameters: Mapping[str, str], catalogue: Catalogue, limits: Limits) -> MapRequest:
    """Read the parameters that GetMap and GetFeatureInfo share.

    Raises:
        WmsError: Something is missing, unknown, or beyond the limits.
    """
    version = version_of(parameters)
    if parameters.get("sld") or parameters.get("sld_body"):
        raise WmsError("", "SLD and SLD_BODY are not taken; the styles are at /styles/<layer>.sld")
    layers = _layers(parameters, catalogue)
    _check_styles(parameters, len(layers))
    code = _crs(parameters, version, catalogue)
    return MapRequest(
        version=version,
        layers=layers,
        drawn=tuple(_drawn(layer, parameters.get("time", "")) for layer in layers),
        crs=code,
        box=_box(require(parameters, "bbox"), code, version),
        width=_size(parameters, "width", limits),
        height=_size(parameters, "height", limits),
        media=_format(parameters),
        transparent=parameters.get("transparent", "").upper() == "TRUE",
        background=_background(parameters.get("bgcolor") or "0xFFFFFF"),
        dpi=_dpi(parameters),
        time=_time(parameters, layers),
    )


def require(parameters: Mapping[str, str], name: str) -> str:
    """Return a parameter that must be there and not be empty."""
    if found := parameters.get(name, "").strip():
        return found
    raise WmsError("MissingParameterValue", f"{name.upper()} is missing")


def layer_named(name: str, catalogue: Catalogue) -> Layer:
    """Return a layer that the WMS publishes."""
    try:
        found = catalogue.layer(name)
    except UnknownName:
        found = None
    if found is None or not found.offers("wms"):
        raise WmsError("LayerNotDefined", f'there is no layer "{name}"')
    found.require_known()
    return found


def _layers(parameters: Mapping[str, str], catalogue: Catalogue) -> tuple[Layer, ...]:
    names = require(parameters, "layers").split(",")
    if len(names) > LAYER_LIMIT:
        raise WmsError("", f"a map has at most {LAYER_LIMIT} layers")
    return tuple(layer_named(name, catalogue) for name in names)


def _check_styles(parameters: Mapping[str, str], count: int) -> None:
    styles = parameters.get("styles", "").split(",")
    for style in styles:
        if style not in ("", STYLE):
            raise WmsError("StyleNotDefined", f'there is no style "{style}", only "{STYLE}"')
    if styles != [""] and len(styles) != count:
        raise WmsError("StyleNotDefined", f"STYLES names {len(styles)} styles for {count} layers")


def _crs(parameters: Mapping[str, str], version: Version, catalogue: Catalogue) -> int:
    name, wrong = ("crs", "InvalidCRS") if version == "1.3.0" else ("srs", "InvalidSRS")
    text = require(parameters, name)
    try:
        code = crs.parse(text)
    except CrsError:
        code = -1
    if code not in (crs.CRS84_CODE, *catalogue.project.offered_crs):
        raise WmsError(wrong, f'"{text}" is not an offered CRS')
    return code


def _box(text: str, code: int, version: Version) -> Extent:
    try:
        a, b, c, d = (float(part) for part in text.split(","))
    except ValueError:
        raise WmsError("InvalidParameterValue", "BBOX must be four numbers") from None
    if not all(map(math.isfinite, (a, b, c, d))):
        raise WmsError("InvalidParameterValue", "BBOX must be four finite numbers")
    if not (a < c and b < d):
        raise WmsError("InvalidParameterValue", "BBOX is empty or turned round")
    if version == "1.3.0" and crs.northing_first(code):
        a, b, c, d = b, a, d, c
    return Extent(a, b, c, d)


def _size(parameters: Mapping[str, str], name: str, limits: Limits) -> int:
    text = require(parameters, name)
    most = limits.picture_px
    if not re.fullmatch(r"\d{1,9}", text) or not 0 < int(text) <= most:
        text = f"{name.upper()} must be a whole number from 1 to {most}"
        raise WmsError("InvalidParameterValue", text)
    return int(text)


def _format(parameters: Mapping[str, str]) -> str:
    text = require(parameters, "format")
    found = text.split(";")[0].strip().lower()
    if found not in FORMATS:
        raise WmsError("InvalidFormat", f'"{text}" is not one of {", ".join(FORMATS)}')
    return found


def _background(text: str) -> str:
    if not re.fullmatch(r"0x[0-9a-fA-F]{6}", text):
        raise WmsError("InvalidParameterValue", "BGCOLOR must look like 0xFFFFFF")
    return text


def _dpi(parameters: Mapping[str, str]) -> int | None:
    """Return the resolution that QGIS and print programs ask for; a wild one is not heard."""
    text = parameters.get("dpi") or parameters.get("map_resolution") or ""
    wanted = int(text) if re.fullmatch(r"\d{1,4}", text) else 0
    return wanted if _DPI_LEAST <= wanted <= _DPI_MOST else None


def _time(parameters: Mapping[str, str], layers: Sequence[Layer]) -> Interval | None:
    """Return the TIME of the layers that keep it; years of pictures are chosen by `_drawn`."""
    if not any(layer.time for layer in layers):
        return None
    return dimension.read(parameters.get("time", ""))


def _drawn(layer: Layer, time: str) -> str:
    """Return the name of the block: the year that TIME names, or the newest."""
    known = years(layer)
    if not known:
        return layer.id
    if not time or time in ("current", "default"):
        return drawn_name(layer, known[-1])
    match = re.fullmatch(r"(\d{4})(-\d\d.*)?", time)
    if match is None or int(match.group(1)) not in known:
        offered = ", ".join(map(str, known))
        raise WmsError("InvalidDimensionValue", f'TIME "{time}" is not one of {offered}')
    return drawn_name(layer, int(match.group(1)))
