"""Real files on the portal's map, in a real browser."""

from __future__ import annotations

import io

import pytest
from PIL import Image
from playwright.sync_api import Browser, Page

from tests.installation import Server
from tests.portal.conftest import browser, watched
from tests.portal.seeing import open_map
from tests.real.sources import rows

__all__ = ["browser"]
pytestmark = [pytest.mark.server, pytest.mark.browser, pytest.mark.xdist_group("real")]
SINGLE_FAMILY = (0xD9, 0xB4, 0x73)
"""Colour of the zones SJ."""
SCALE = 40_000
"""Too small for labels."""
FAR = {2178: 30_000, 3857: 50_000, 4326: 0.4}


@pytest.mark.parametrize("code", FAR)
def test_a_zone_is_painted_where_the_file_has_it(city: Server, browser: Browser, code: int) -> None:
    zone = next(row for key, row in rows()["plan_zone"].items() if "1POG-1SJ" in key)
    point = zone.in_crs(code).representative_point()
    with watched(browser, city.url) as page:
        assert distance(middle(page, point.x, point.y, code), SINGLE_FAMILY) < 12
        assert distance(middle(page, point.x + FAR[code], point.y, code), SINGLE_FAMILY) > 12


def middle(page: Page, x: float, y: float, code: int) -> tuple[int, ...]:
    """Show a place and return the colour in the middle of the map."""
    open_map(page, f"v=1&c={x},{y}&crs={code}&s={SCALE}&l=plan_zone&base=0")
    picture = Image.open(io.BytesIO(page.locator("#map").screenshot())).convert("RGB")
    found = picture.getpixel((picture.width // 2, picture.height // 2))
    assert isinstance(found, tuple)
    return found


def distance(one: tuple[int, ...], other: tuple[int, ...]) -> int:
    return max(abs(a - b) for a, b in zip(one, other, strict=True))
