"""Which plane and which heights a file of points is in."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pyproj
from pyproj.exceptions import CRSError

from sip.crs import is_of_heights
from sip.errors import DataError

KRON86 = 9650
"""EPSG code of Baltic 1986 heights (PL-KRON86-NH), which Polish data had before EVRF2007."""
NAMES = {
    KRON86: "KRON86", 9651: "EVRF2007-PL", 5621: "EVRF2007", 5730: "EVRF2000", 5705: "Baltic 1977",
    8357: "Baltic 1957",
}  # fmt: skip
_PLANE_KEY, _HEIGHT_KEY = 3072, 4096
"""Keys of GeoTIFF that hold the EPSG code of a projected and of a vertical CRS."""
_UNSAID = (0, 32767)


def of_header(
    file: Path, header: Any, crs: int | None, height_crs: int | None
) -> tuple[int, int | None, list[str]]:
    """Return the EPSG codes of plane and heights, and what is odd about them.

    Args:
        file: To name in messages.
        header: Of laspy.
        crs: What to take where the file says nothing.
        height_crs: The same for heights.

    Raises:
        DataError: Nobody says the plane, two say different things, or it is not in metres.
    """
    text = _from_text(file, header)
    keys = _from_keys(header)
    both = [one for one in (text, keys) if one is not None]
    planes = {one[0] for one in both if one[0]}
    heights = {one[1] for one in both if one[1]}
    for of, said, given in (("plane", planes, crs), ("heights", heights, height_crs)):
        if len(said) > 1 or (said and given and given not in said):
            every = " / ".join(map(name, sorted(said | ({given} if given else set()))))
            raise DataError(
                f"{file}: its {of} would be {every} at once; find out which is true, and transform"
                " or correct the file"
            )
    plane = next(iter(planes), crs)
    if plane is None:
        if both:
            raise DataError(
                f"{file}: says no coordinate reference system with an EPSG code; say it with --crs"
            )
        raise DataError(f"{file}: says no coordinate reference system; say it with --crs")
    _check_metres(file, plane)
    height = next(iter(heights), height_crs)
    odd = []
    if height is None:
        odd.append(f"{file}: does not say which heights it has; say them with --heights")
    if header.point_format.id >= 6 and not header.global_encoding.wkt:
        odd.append(f"{file}: its header does not say that its CRS is WKT, as its format must")
    return plane, height, odd


def name(code: int) -> str:
    """Return how people call a CRS."""
    return f"{NAMES[code]} (EPSG:{code})" if code in NAMES else f"EPSG:{code}"


def _from_text(file: Path, header: Any) -> tuple[int | None, int | None] | None:
    found = [*header.vlrs.get_by_id("LASF_Projection", (2112,)), *_late(header)]
    strings = [str(one.string).strip("\0 \r\n") for one in found if hasattr(one, "string")]
    if not any(strings):
        return None
    try:
        whole = pyproj.CRS.from_wkt(next(one for one in strings if one))
    except CRSError as error:
        raise DataError(f"{file}: its CRS cannot be read: {error}; say it with --crs") from error
    parts = whole.sub_crs_list if whole.is_compound else [whole]
    for part in parts:
        if any(axis.unit_name not in ("metre", "meter") for axis in part.axis_info):
            raise DataError(
                f"{file}: {part.name} is in {part.axis_info[0].unit_name}, not in metres; transform"
                " the file first"
            )
    plane = next((one for one in parts if not one.is_vertical), None)
    height = next((one for one in parts if one.is_vertical), None)
    return _code(plane), _code(height)


def _code(part: pyproj.CRS | None) -> int | None:
    """Return the code that a definition says, or the one whose parameters it has."""
    if part is None:
        return None
    said = part.to_json_dict().get("id", {})
    if said.get("authority") == "EPSG":
        return int(said["code"])
    found: int | None = part.to_epsg(25)
    return found


def _late(header: Any) -> list[Any]:
    return [] if header.evlrs is None else list(header.evlrs.get_by_id("LASF_Projection", (2112,)))


def _from_keys(header: Any) -> tuple[int | None, int | None] | None:
    for vlr in header.vlrs.get_by_id("LASF_Projection", (34735,)):
        keys = {one.id: one.value_offset for one in vlr.geo_keys if one.tiff_tag_location == 0}
        plane, height = (keys.get(one, 0) for one in (_PLANE_KEY, _HEIGHT_KEY))
        return (
            None if plane in _UNSAID else plane,
            # Old programs write other codes into the same key.
            None if height in _UNSAID or not is_of_heights(height) else height,
        )
    return None


def _check_metres(file: Path, code: int) -> None:
    try:
        found = pyproj.CRS.from_epsg(code)
    except CRSError as error:
        raise DataError(
            f"{file}: EPSG:{code} is no CRS that PROJ knows; say it with --crs"
        ) from error
    if not found.is_projected:
        raise DataError(f"{file}: {found.name} (EPSG:{code}) is no plane; transform it first")
    if any(axis.unit_name != "metre" for axis in found.axis_info):
        unit = found.axis_info[0].unit_name
        raise DataError(f"{file}: EPSG:{code} is in {unit}, not in metres; transform it first")
