"""The history of a row below its item, and the difference of two dates below the collection."""

from __future__ import annotations

import datetime
import re
import zoneinfo
from collections.abc import Sequence
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import orjson
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from services.history import documents, parameters, reading
from services.history.parameters import Page
from sip.answer import answer
from sip.catalogue import Layer
from sip.errors import NotFound
from sip.negotiation import GEOJSON, HTML, JSON, Form, choose
from sip.pages import Pages
from sip.service import base_url, context, language

COLLECTION = "/ogc/collections/{collection}"
_PAGES = Pages(Path(__file__).parent / "templates")
_MOST_EVENTS = 200
_DEFAULT_EVENTS = 50
_MOST_LINES = 500
_ID = re.compile(r"[0-9]{1,18}", re.ASCII)


def routes() -> Sequence[BaseRoute]:
    """Return the routes."""
    return (
        Route(f"{COLLECTION}/items/{{feature}}/history", history),
        Route(f"{COLLECTION}/changes", changes),
    )


async def history(request: Request) -> Response:
    """Answer what happened to a row, the latest first; also to one that is gone."""
    now, said, layer = context(request), language(request), parameters.layer_of(request)
    given = parameters.only(request, parameters.HISTORY)
    page = parameters.page(given, most=_MOST_EVENTS, default=_DEFAULT_EVENTS)
    form, text = choose(request, (JSON, HTML)), request.path_params["feature"]
    state = now.states.get(layer.id)
    since = state.known_since if state else None
    told = await reading.events(now, layer, int(text), since) if _ID.fullmatch(text) else []
    if not told:
        raise NotFound(
            f'the collection has never had a feature "{text}"',
            pl=f'zbiór nigdy nie miał obiektu "{text}"',
        )
    shown = told[page.offset : page.offset + page.limit]
    body = {
        "collection": layer.id,
        "id": int(text),
        "exists": told[0].kind != "removed",
        **({"knownSince": documents.instant(since)} if since else {}),
        "numberMatched": len(told),
        "numberReturned": len(shown),
        "events": [documents.event(one, layer, now.catalogue, said) for one in shown],
        "links": _links(request, form, JSON, page, len(told)),
    }
    if form is HTML:
        title = f"{'Historia' if said == 'pl' else 'History'}: {layer.spec.title[said]} {text}"
        trail = {f"/items/{text}": text, f"/items/{text}/history": title}
        return _page(request, "history", layer, title, trail, body=body)
    return answer(request, orjson.dumps(body), form.type)


async def changes(request: Request) -> Response:
    """Answer what differs in a layer between two instants of knowledge, as GeoJSON."""
    now, said, layer = context(request), language(request), parameters.layer_of(request)
    given = parameters.only(request, parameters.CHANGES)
    limits, form = now.settings.limits, choose(request, (GEOJSON, HTML))
    most = _MOST_LINES if form is HTML else limits.items
    page = parameters.page(given, most=most, default=min(most, limits.items))
    instants = parameters.instants(given, now)
    parameters.require_known(now, layer, instants[0])
    found, matched = await reading.changes(now, layer, instants, parameters.box(given, now), page)
    body = {
        "type": "FeatureCollection",
        "numberMatched": matched,
        "numberReturned": len(found),
        "from": documents.instant(instants[0]),
        "to": documents.instant(instants[1]),
        "links": _links(request, form, GEOJSON, page, matched),
    }
    if form is HTML:
        rows = [documents.row(one, layer, now.catalogue, said) for one in found]
        title = f"{'Zmiany' if said == 'pl' else 'Changes'}: {layer.spec.title[said]}"
        return _page(request, "changes", layer, title, {"/changes": title}, body=body, rows=rows)
    body["features"] = [documents.difference(one) for one in found]
    return answer(request, orjson.dumps(body), form.type)


def _links(
    request: Request, own: Form, machine: Form, page: Page, matched: int
) -> list[dict[str, Any]]:
    said = language(request)
    address = f"{base_url(request)}{request.url.path}"
    kept = {name: value for name, value in request.query_params.items() if name != "f"}

    def link(rel: str, form: Form, **more: int) -> dict[str, Any]:
        query = urlencode({**kept, **more, "f": form.name})
        title = form.title(said)
        return {"rel": rel, "href": f"{address}?{query}", "type": form.type, "title": title}

    other = HTML if own is machine else machine
    links = [link("self", own), link("alternate", other)]
    beyond = page.offset + page.limit
    if beyond < matched:
        links.append(link("next", own, offset=beyond, limit=page.limit))
    if page.offset:
        links.append(link("prev", own, offset=max(0, page.offset - page.limit), limit=page.limit))
    return links


def _page(
    request: Request, template: str, layer: Layer, title: str, trail: dict[str, str], **given: Any
) -> Response:
    now, said, base = context(request), language(request), f"/collections/{layer.id}"
    steps = {"/collections": "Zbiory" if said == "pl" else "Collections", base: layer.id}
    steps |= {base + path: name for path, name in trail.items()}
    zone = zoneinfo.ZoneInfo(now.catalogue.project.time_zone)

    def local(moment: str) -> str:
        at = datetime.datetime.fromisoformat(moment).astimezone(zone)
        return f"{at.isoformat(' ', 'seconds')[:19]} {at.tzname()}"

    text = _PAGES.render(
        template, now.catalogue.project, said, base_url(request), title, steps,
        layer=layer, local=local, **given,
    )  # fmt: skip
    return answer(request, text, HTML.type)
