"""The address of a view: golden forms, and there and back."""

from __future__ import annotations

import json

import pytest
from playwright.sync_api import Page

pytestmark = [pytest.mark.database, pytest.mark.browser, pytest.mark.xdist_group("portal")]

GOLDEN = (
    "?v=1&lang=pl&c=477000,269500&crs=2180&s=10000&l=plan_zone:0.8,orthophoto@2019&f=parcel/106",
    "?v=1&lang=en&c=20.628000,50.870000&crs=4326&s=500&l=orthophoto@2021:0.35,tree&base=0.5&t=tree",
    "?v=1&lang=pl&c=7473000,5638000&crs=2178&s=25000&l=&base=0&theme=greenery",
    "?v=1&lang=pl&c=7473000,5638000&crs=2178&s=25000&l=tree&known=2024-05-01&since=2023-12-31",
    "?v=1&lang=pl&c=7473000,5638000&crs=2178&s=25000&l=tree&valid=2031-02-28",
)


@pytest.fixture
def module(page: Page) -> str:
    """The address of the module, on a page that may import it."""
    page.goto("/?lang=pl")
    source = page.locator("script[src$='home.js']").get_attribute("src")
    assert source is not None
    return source.replace("home.js", "permalink.js")


def there_and_back(page: Page, module: str, address: str) -> str:
    code = """async ([module, address]) => {
        const {read, write} = await import(module);
        return write(read(address));
    }"""
    return str(page.evaluate(code, [module, address]))


@pytest.mark.parametrize("address", GOLDEN)
def test_a_golden_address_means_the_same_for_ever(page: Page, module: str, address: str) -> None:
    assert there_and_back(page, module, address) == address


def test_what_an_address_says_is_read(page: Page, module: str) -> None:
    read = page.evaluate(
        "async ([module, address]) => (await import(module)).read(address)", [module, GOLDEN[0]]
    )
    assert json.loads(json.dumps(read)) == {
        "language": "pl", "centre": [477000, 269500], "crs": 2180, "scale": 10000,
        "layers": [
            {"id": "plan_zone", "year": None, "opacity": 0.8},
            {"id": "orthophoto", "year": 2019, "opacity": 1},
        ],
        "base": 1, "feature": {"layer": "parcel", "id": 106}, "table": None, "theme": None,
        "query": None, "time": None,
    }  # fmt: skip


@pytest.mark.parametrize(
    "address", ["", "?c=1", "?c=a,b&s=-5&crs=x&l=../etc,tree:9,a@20&f=tree/x&base=7", "?c=,&l=,,"]
)
def test_an_address_that_cannot_be_read_is_no_error(page: Page, module: str, address: str) -> None:
    assert there_and_back(page, module, address).startswith("?v=1&crs=2178")
