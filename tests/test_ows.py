"""Who answers at /ows."""

from typing import Any

import pytest
from starlette.routing import Match

from sip.ows import OwsRoute, key_values


async def _nothing(request: Any) -> None: ...


def _match(route: OwsRoute, query: str, method: str = "GET") -> Match:
    scope = {
        "type": "http",
        "method": method,
        "path": "/ows",
        "root_path": "",
        "query_string": query.encode(),
    }
    return route.matches(scope)[0]


@pytest.mark.parametrize("query", ["SERVICE=WMS", "service=wms&request=GetMap", "REQUEST=GetMap"])
def test_a_route_takes_its_service_in_any_case_and_its_requests_without_one(query: str) -> None:
    route = OwsRoute("WMS", _nothing, requests=frozenset({"getmap"}))
    assert _match(route, query) is Match.FULL


@pytest.mark.parametrize(
    "query", ["SERVICE=WFS", "REQUEST=GetFeature", "", "SERVICE=&REQUEST=GetMap"]
)
def test_a_route_leaves_other_services_alone(query: str) -> None:
    route = OwsRoute("WMS", _nothing, requests=frozenset({"getmap"}))
    assert _match(route, query) is Match.NONE


def test_a_body_without_service_goes_to_the_route_that_wants_bodies() -> None:
    assert _match(OwsRoute("WFS", _nothing, bodies=True), "", "POST") is Match.FULL
    assert _match(OwsRoute("WMS", _nothing), "", "POST") is Match.NONE


def test_the_first_of_two_equal_parameters_counts() -> None:
    assert key_values("A=1&a=2&b=%2B+c&d=") == {"a": "1", "b": "+ c", "d": ""}
