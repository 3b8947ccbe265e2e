"""The address `/ows`, shared by several OGC services that live apart: each has its own route."""

from __future__ import annotations

import functools
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any
from urllib.parse import parse_qsl

from starlette.routing import Match, Route
from starlette.types import Scope

PATH = "/ows"


@functools.lru_cache(maxsize=16)  # each service's route asks for those of one request
def key_values(query: str) -> Mapping[str, str]:
    """Return the parameters of a key-value request: names in lower case, the first of each counts.

    A `+` is a space and percent signs are resolved, as forms have it; empty values are kept.
    """
    pairs = parse_qsl(query, keep_blank_values=True)
    return MappingProxyType({name.lower(): value for name, value in reversed(pairs)})


class OwsRoute(Route):
    """The requests of one OGC service at `/ows`, told by SERVICE, or where that is absent, else.

    Args:
        service: What SERVICE says, in capitals (`WMS`).
        endpoint: The handler.
        requests: Values of REQUEST, in lower case, that it takes where SERVICE is absent.
        bodies: Whether a POST without SERVICE is its.
    """

    def __init__(
        self,
        service: str,
        endpoint: Callable[..., Any],
        *,
        requests: frozenset[str] = frozenset(),
        bodies: bool = False,
    ):
        super().__init__(PATH, endpoint, methods=["GET", "POST"] if bodies else ["GET"])
        self._service = service
        self._requests = requests
        self._bodies = bodies

    def matches(self, scope: Scope) -> tuple[Match, Scope]:
        """Match the path, and then the service."""
        match, child = super().matches(scope)
        if match is Match.NONE:
            return match, child
        parameters = key_values(scope["query_string"].decode("latin-1"))
        return (match, child) if self._takes(scope["method"], parameters) else (Match.NONE, {})

    def _takes(self, method: str, parameters: Mapping[str, str]) -> bool:
        service = parameters.get("service")
        if service is not None:
            return service.upper() == self._service
        if method == "POST":
            return self._bodies
        return parameters.get("request", "").lower() in self._requests


class AnyOwsRoute(Route):
    """Whatever at `/ows` no service takes; it stands behind every route of a service."""

    def __init__(self, endpoint: Callable[..., Any]):
        super().__init__(PATH, endpoint, methods=["GET", "POST"])

    def matches(self, scope: Scope) -> tuple[Match, Scope]:
        """Match the path, but less than a service's own route does."""
        match, child = super().matches(scope)
        return (Match.NONE, {}) if match is Match.NONE else (Match.PARTIAL, child)
