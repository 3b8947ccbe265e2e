"""Addresses that pygeoapi answers, and the little that is mended on the way."""

from __future__ import annotations

import functools
import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pygeoapi.api.coverages as coverages_api
from pygeoapi.api import API, APIRequest
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from services.pygeoapi.configuration import configuration, coverages
from sip import publish
from sip.errors import NotFound, QueryError
from sip.service import base_url, context
from sip.settings import Settings

type Answer = tuple[dict[str, str], int, str | bytes]


def routes() -> Sequence[BaseRoute]:
    """Return the routes of coverages."""
    return (Route("/ogc/collections/{layer}/coverage", coverage),)


@functools.lru_cache(maxsize=8)
def _api(generation: Path, settings: Settings, root: str) -> API:
    return API(configuration(publish.snapshot(generation), settings, root), {})


async def _answered(
    request: Request, call: Callable[..., Answer], *words: str, kind: str = "json"
) -> Response:
    """Let pygeoapi answer in the thread pool; always JSON or the native format, never its HTML."""
    now = context(request)
    api = _api(now.published, now.settings, base_url(request))
    asked = await APIRequest.from_starlette(request, api.locales)
    asked._format = kind
    headers, status, content = await run_in_threadpool(call, api, asked, *words)
    headers.pop("X-Powered-By", None)
    return Response(_without_pages(content), status_code=status, headers=headers)


def _without_pages(content: str | bytes) -> str | bytes:
    """Leave out links to pages that we don't serve."""
    if isinstance(content, bytes) or '"links"' not in content:
        return content
    return json.dumps(_pruned(json.loads(content)), ensure_ascii=False)


def _pruned(node: Any) -> Any:
    if isinstance(node, list):
        return [_pruned(one) for one in node if not _is_page(one)]
    if isinstance(node, dict):
        return {key: _pruned(value) for key, value in node.items()}
    return node


def _is_page(node: Any) -> bool:
    return (
        isinstance(node, dict)
        and "href" in node
        and node.get("type") in ("text/html", "application/ld+json")
    )


async def coverage(request: Request) -> Response:
    """Answer a window of a raster layer: GeoTIFF, or CoverageJSON with `f=json`."""
    now, layer, query = context(request), request.path_params["layer"], request.query_params
    if layer not in {one.id for one in coverages(now.catalogue, now.settings)}:
        raise NotFound(f'there is no coverage "{layer}"')
    _check_bbox(query.get("bbox"))
    wanted = query.get("f") or ("json" if "json" in request.headers.get("accept", "") else "GTiff")
    kinds = {"json": "json", "covjson": "json", "gtiff": "GTiff", "tiff": "GTiff"}
    if wanted.lower() not in kinds:
        raise QueryError(f'f is "{wanted}"; a coverage comes as GTiff or json')
    return await _answered(
        request, coverages_api.get_collection_coverage, layer, kind=kinds[wanted.lower()]
    )


def _check_bbox(text: str | None) -> None:
    """Refuse what pygeoapi would answer with a server error."""
    if text is None:
        return
    try:
        numbers = [float(one) for one in text.split(",")]
    except ValueError:
        numbers = []
    if len(numbers) != 4 or numbers[0] >= numbers[2] or numbers[1] >= numbers[3]:
        raise QueryError("bbox is four numbers: the smaller of each axis, then the greater of each")
