"""The collection of metadata records below `/ogc`: its items and each of them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import orjson
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from services.records import documents, search
from services.records.part import ABSTRACT, ITEMS, TITLE
from sip import data_sets, metadata, negotiation
from sip.answer import answer
from sip.errors import NotFound
from sip.links import Links
from sip.negotiation import GEOJSON, HTML
from sip.pages import Pages
from sip.service import base_url, context, language

_PAGES = Pages(Path(__file__).parent / "templates")


def routes() -> Sequence[BaseRoute]:
    """Make the service's routes."""
    return (Route(ITEMS, items), Route(f"{ITEMS}/{{record}}", item))


async def items(request: Request) -> Response:
    """Answer a search among the records."""
    now, links = context(request), Links(base_url(request))
    form = negotiation.choose(request, (GEOJSON, HTML))
    page = search.page(
        await data_sets.records(now, links), request.query_params, now.settings.limits
    )
    features = [documents.feature(one, links, language(request)) for one in page.records]
    body = {
        "type": "FeatureCollection",
        "numberMatched": page.matched,
        "numberReturned": len(features),
        "features": features,
        "links": _links(request, links, page),
    }
    return _answer(request, body, form, "items", TITLE[language(request)])


async def item(request: Request) -> Response:
    """Answer one record, by the layer's id or by its uuid."""
    now, links = context(request), Links(base_url(request))
    form = negotiation.choose(request, (GEOJSON, HTML))
    name = request.path_params["record"]
    record = metadata.by_id(await data_sets.records(now, links), name)
    if record is None:
        raise NotFound(f'there is no record "{name}"', pl=f'nie ma rekordu "{name}"')
    body = documents.feature(record, links, language(request))
    return _answer(request, body, form, "item", record.title[language(request)])


def _links(request: Request, links: Links, page: search.Page) -> list[dict[str, Any]]:
    address = f"{links.base}{ITEMS}"
    kept = {name: value for name, value in request.query_params.items() if name != "f"}

    def link(rel: str, form: negotiation.Form, **changed: Any) -> dict[str, Any]:
        query = urlencode({**kept, **changed, "f": form.name})
        return {"rel": rel, "href": f"{address}?{query}", "type": form.type}

    own = negotiation.choose(request, (GEOJSON, HTML))
    other = HTML if own is GEOJSON else GEOJSON
    found = [link("self", own), link("alternate", other)]
    found.append(
        {"rel": "collection", "href": links.collection("metadata"), "type": "application/json"}
    )
    following = page.offset + page.limit
    if following < page.matched:
        found.append(link("next", own, offset=following, limit=page.limit))
    if page.offset:
        before = max(0, page.offset - page.limit)
        found.append(link("prev", own, offset=before, limit=page.limit))
    return found


def _answer(
    request: Request, body: dict[str, Any], form: negotiation.Form, template: str, title: str
) -> Response:
    if form is not HTML:
        return answer(request, orjson.dumps(body), form.type)
    said, project = language(request), context(request).catalogue.project
    address = request.url.path.removeprefix("/ogc")
    trail = {
        "/collections": "Zbiory" if said == "pl" else "Collections",
        ITEMS.removeprefix("/ogc"): TITLE[said],
        address: title,
    }
    text = _PAGES.render(
        template, project, said, base_url(request), title, trail,
        body=body, items=ITEMS, abstract=ABSTRACT[said], asked=request.query_params.get("q", ""),
    )  # fmt: skip
    return answer(request, text, form.type)
