"""Pictures: what they say of themselves, and what the public gets of them: pixels, nothing else."""

from __future__ import annotations

import contextlib
import dataclasses
import datetime
import io
import warnings
import zoneinfo
from collections.abc import Mapping
from typing import Any, Literal

from PIL import ExifTags, Image, ImageOps, UnidentifiedImageError

from sip.errors import QueryError, TooMuch

type MediaType = Literal["image/jpeg", "image/png", "image/webp", "application/pdf"]
_MOST_PIXELS = 60_000_000
_MOST_SIDE_PX = 20_000
_THUMBNAIL_PX = 320
_QUALITY = 88
_FORMATS: Mapping[str, MediaType] = {
    "JPEG": "image/jpeg",
    "PNG": "image/png",
    "WEBP": "image/webp",
}
_PDF_MARK = b"%PDF-"
_MOST_LATITUDE, _MOST_LONGITUDE = 90, 180


@dataclasses.dataclass(frozen=True)
class Shot:
    """What a camera wrote into a picture."""

    lon: float | None = None
    lat: float | None = None
    direction_deg: float | None = None
    """Where the camera looked, clockwise from north, 0 to 360."""
    taken_at: datetime.datetime | None = None


@dataclasses.dataclass(frozen=True)
class Examined:
    """A file that was uploaded, as it is by its content."""

    media_type: MediaType
    shot: Shot = Shot()
    public: bytes | None = None
    """The picture as JPEG, PNG or WebP with nothing but its pixels, upright; a PDF has none."""
    thumbnail: bytes | None = None
    """At most 320 pixels wide and high, JPEG."""


def examine(content: bytes, zone: zoneinfo.ZoneInfo) -> Examined:
    """Say what a file is by its content, whatever it is called.

    Args:
        content: The file.
        zone: The time zone of clocks that do not name one.

    Raises:
        QueryError: It is no picture and no PDF, or it is broken.
        TooMuch: It has more pixels than are decoded.
    """
    if content.startswith(_PDF_MARK):
        return Examined("application/pdf")
    with warnings.catch_warnings():
        warnings.simplefilter("error", Image.DecompressionBombWarning)
        try:
            return _picture(content, zone)
        except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
            raise _too_large() from error
        except (UnidentifiedImageError, OSError, SyntaxError, ValueError) as error:
            raise QueryError(
                "only sound pictures (JPEG, PNG, WebP) and PDF are taken",
                pl="przyjmowane są tylko poprawne obrazy (JPEG, PNG, WebP) i PDF",
            ) from error


def _picture(content: bytes, zone: zoneinfo.ZoneInfo) -> Examined:
    with Image.open(io.BytesIO(content), formats=list(_FORMATS)) as picture:
        width, height = picture.size
        if width * height > _MOST_PIXELS or max(width, height) > _MOST_SIDE_PX:
            raise _too_large()
        media_type = _FORMATS[picture.format or ""]
        shot = _shot(picture.getexif(), zone)
        upright = ImageOps.exif_transpose(picture)
        upright.load()
    plain = _pixels(upright)
    small = plain.convert("RGB") if plain.mode != "RGB" else plain.copy()
    small.thumbnail((_THUMBNAIL_PX, _THUMBNAIL_PX))
    kind = media_type.removeprefix("image/")
    return Examined(media_type, shot, _encoded(plain, kind), _encoded(small, "jpeg"))


def _pixels(picture: Image.Image) -> Image.Image:
    """Return a picture that holds its pixels and no information beside them."""
    mode = "RGBA" if picture.has_transparency_data else "RGB"
    converted = picture.convert(mode)
    return Image.frombytes(mode, converted.size, converted.tobytes())


def _encoded(picture: Image.Image, kind: str) -> bytes:
    packed = io.BytesIO()
    flat = picture.convert("RGB") if kind == "jpeg" else picture
    flat.save(packed, kind, quality=_QUALITY, optimize=kind != "webp")
    return packed.getvalue()


def _shot(exif: Image.Exif, zone: zoneinfo.ZoneInfo) -> Shot:
    gps, camera = exif.get_ifd(ExifTags.IFD.GPSInfo), exif.get_ifd(ExifTags.IFD.Exif)
    lat = _angle(gps, ExifTags.GPS.GPSLatitude, ExifTags.GPS.GPSLatitudeRef, "S")
    lon = _angle(gps, ExifTags.GPS.GPSLongitude, ExifTags.GPS.GPSLongitudeRef, "W")
    if lat is None or lon is None or abs(lat) > _MOST_LATITUDE or abs(lon) > _MOST_LONGITUDE:
        lat = lon = None
    return Shot(lon, lat, _direction(gps), _instant(camera, zone))


def _angle(gps: Mapping[int, Any], tag: int, reference: int, negative: str) -> float | None:
    with contextlib.suppress(KeyError, TypeError, ValueError, ZeroDivisionError):
        degrees, minutes, seconds = map(float, gps[tag])
        angle = degrees + minutes / 60 + seconds / 3600
        return -angle if gps.get(reference) == negative else angle
    return None


def _direction(gps: Mapping[int, Any]) -> float | None:
    """Return where the camera looked, from true or magnetic north: in Poland 6 degrees apart."""
    with contextlib.suppress(KeyError, TypeError, ValueError, ZeroDivisionError):
        return float(gps[ExifTags.GPS.GPSImgDirection]) % 360
    return None


def _instant(camera: Mapping[int, Any], zone: zoneinfo.ZoneInfo) -> datetime.datetime | None:
    text = camera.get(ExifTags.Base.DateTimeOriginal)
    offset = camera.get(ExifTags.Base.OffsetTimeOriginal) or ""
    for given in (f"{text}{offset}", str(text)):
        form = "%Y:%m:%d %H:%M:%S%z" if given != str(text) else "%Y:%m:%d %H:%M:%S"
        with contextlib.suppress(ValueError):
            instant = datetime.datetime.strptime(given, form)
            return instant if instant.tzinfo else instant.replace(tzinfo=zone)
    return None


def _too_large() -> TooMuch:
    return TooMuch(
        f"the picture has more than {_MOST_PIXELS} pixels",
        pl=f"obraz ma więcej niż {_MOST_PIXELS} pikseli",
    )
