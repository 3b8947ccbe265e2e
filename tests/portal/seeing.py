"""What the tests wait for, and what they see of the map."""

from __future__ import annotations

import io

import numpy as np
from PIL import Image
from playwright.sync_api import Page

from tests.portal.town import X, Y

type Colour = tuple[int, int, int]


def open_map(page: Page, query: str) -> None:
    """Open the map page and wait until it has drawn everything."""
    page.goto(f"/map?{query}")
    page.wait_for_selector("html[data-ready=true]")
    until_drawn(page)


def until_drawn(page: Page) -> None:
    """Wait for the map's own word that it has come to rest."""
    page.wait_for_selector("html[data-map=idle]")


def at(east_m: float, north_m: float, *, scale: int = 4000) -> str:
    """Return the address of a place, metres from the town's corner."""
    return f"c={X + east_m:.0f},{Y + north_m:.0f}&crs=2178&s={scale}"


def centre(page: Page) -> tuple[float, float]:
    """Return the middle of the map on the page, in pixels."""
    box = page.locator("#map").bounding_box()
    assert box is not None
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def count_near(page: Page, wanted: Colour, tolerance: int = 12) -> int:
    """Count the pixels of the map whose colour is near another."""
    picture = Image.open(io.BytesIO(page.locator("#map").screenshot())).convert("RGB")
    distance = np.abs(np.asarray(picture, np.int16) - np.array(wanted, np.int16)).max(axis=2)
    return int((distance <= tolerance).sum())
