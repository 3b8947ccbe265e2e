"""Pictures are known by their content, and the public gets nothing but their pixels."""

from __future__ import annotations

import datetime
import io
import zoneinfo
from pathlib import Path
from typing import Any

import pytest
from PIL import ExifTags, Image, PngImagePlugin

from sip.errors import NotFound, QueryError, TooMuch
from sip.files import picture, store
from sip.report import pdf
from sip.settings import Settings

ZONE = zoneinfo.ZoneInfo("Europe/Warsaw")
SECRET = "SERIAL-4711"


def photo(kind: str = "JPEG", **more: Any) -> bytes:
    """A picture, red on the left and blue on the right, that was turned by its camera."""
    image = Image.new("RGB", (600, 400), (200, 30, 30))
    image.paste((30, 30, 200), (300, 0, 600, 400))
    exif = Image.Exif()
    exif[ExifTags.Base.Orientation] = 6
    exif[ExifTags.Base.Make] = SECRET
    camera = exif.get_ifd(ExifTags.IFD.Exif)
    camera[ExifTags.Base.BodySerialNumber] = SECRET
    camera[ExifTags.Base.DateTimeOriginal] = "2026:07:01 12:30:00"
    gps = exif.get_ifd(ExifTags.IFD.GPSInfo)
    gps[ExifTags.GPS.GPSLatitudeRef], gps[ExifTags.GPS.GPSLatitude] = "N", (50.0, 52.0, 12.0)
    gps[ExifTags.GPS.GPSLongitudeRef], gps[ExifTags.GPS.GPSLongitude] = "E", (20.0, 37.0, 48.0)
    gps[ExifTags.GPS.GPSImgDirection] = 271.5
    packed = io.BytesIO()
    image.save(packed, kind, exif=exif, **more)
    return packed.getvalue()


def test_position_direction_and_time_are_read() -> None:
    shot = picture.examine(photo(), ZONE).shot
    assert (shot.lat, shot.lon) == pytest.approx((50.87, 20.63))
    assert shot.direction_deg == pytest.approx(271.5)
    assert shot.taken_at == datetime.datetime(2026, 7, 1, 10, 30, tzinfo=datetime.UTC)


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_the_public_gets_pixels_and_nothing_else(kind: str) -> None:
    more: dict[str, Any] = {"comment": SECRET} if kind == "JPEG" else {"xmp": SECRET.encode()}
    if kind == "PNG":
        info = PngImagePlugin.PngInfo()
        info.add_text("Author", SECRET)
        more = {"pnginfo": info}
    original = photo(kind, **more)
    assert SECRET.encode() in original
    examined = picture.examine(original, ZONE)
    for made in (examined.public, examined.thumbnail):
        assert made is not None
        assert SECRET.encode() not in made
        image = Image.open(io.BytesIO(made))
        assert not dict(image.getexif())
        assert not image.getexif().get_ifd(ExifTags.IFD.GPSInfo)
        assert not {"exif", "xmp", "comment", "icc_profile"} & set(image.info)
        assert image.size in ((400, 600), (213, 320))
        red, _, blue = image.convert("RGB").getpixel((image.width // 2, 5))  # type: ignore[misc]
        assert red > blue, "it does not stand upright"


def test_a_file_is_what_it_holds_and_not_what_it_is_called() -> None:
    assert picture.examine(b"%PDF-1.7 ...", ZONE).media_type == "application/pdf"
    for content in (b"<svg onload='alert(1)'/>", b"<html>", b"", photo()[:900], b"MZ\x90\x00"):
        with pytest.raises(QueryError, match="only sound pictures"):
            picture.examine(content, ZONE)


def test_a_decompression_bomb_is_not_decoded() -> None:
    packed = io.BytesIO()
    Image.new("1", (19_000, 19_000)).save(packed, "PNG")
    assert len(packed.getvalue()) < 100_000
    with pytest.raises(TooMuch):
        picture.examine(packed.getvalue(), ZONE)


def test_a_stored_file_is_compared_with_its_name(tmp_path: Path) -> None:
    settings = Settings(project=tmp_path, state=tmp_path)
    digest = store.put(settings, b"one")
    assert store.put(settings, b"one") == digest
    assert store.get(settings, digest) == b"one"
    (file,) = [one for one in settings.files.rglob("*") if one.is_file()]
    file.write_bytes(b"two")
    with pytest.raises(store.DamagedFile):
        store.get(settings, digest)
    with pytest.raises(NotFound):
        store.get(settings, "../../etc/passwd")


def test_documents_do_not_let_broken_pictures_in() -> None:
    pdf.prepare()
    with pytest.raises(QueryError, match="only sound pictures"):
        picture.examine(photo()[:900], ZONE)
