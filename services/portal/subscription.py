"""News of plans in an area: an Atom feed, and e-mail or webhook for those who subscribe."""

from __future__ import annotations

import functools
from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import urlencode

import asyncpg
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import BaseRoute, Route

from services.portal import search as searching
from services.portal.assets import Assets
from services.portal.consultation import answered
from services.portal.reception import address, reception
from services.portal.words import language_of
from sip import forms, mail
from sip.errors import QueryError
from sip.service import Context, base_url, context
from sip.taking_part import desk, feed, webhook
from sip.text import Language

_PATH = "/subscription"
_TRAP = "website"
_RADII_M = (500, 2000, 10_000)
_MOST_ENTRIES = 100


def routes(files: Assets) -> Sequence[BaseRoute]:
    """Return the routes of subscriptions."""
    return [
        Route(_PATH, functools.partial(_page, files), methods=["GET"]),
        Route(_PATH, functools.partial(_send, files), methods=["POST"]),
        Route(f"{_PATH}/confirm", functools.partial(_confirm_page, files), methods=["GET"]),
        Route(f"{_PATH}/confirm", functools.partial(_confirm, files), methods=["POST"]),
        Route(f"{_PATH}/end", functools.partial(_end_page, files), methods=["GET"]),
        Route(f"{_PATH}/end", functools.partial(_end, files), methods=["POST"]),
        Route(f"{_PATH}/feed.atom", _feed),
    ]


async def _page(files: Assets, request: Request) -> Response:
    """Answer the form, and the address of the feed of a place."""
    given = {name: request.query_params.get(name, "") for name in ("place", "radius")}
    now = context(request)
    refused, address_ = "", ""
    if given["place"]:
        try:
            area = await _area(now, given, _language(request))
            address_ = f"{_PATH}/feed.atom?{urlencode(area.query)}"
        except QueryError as error:
            refused = error.said_in(_language(request))
    return _shown(files, request, given, refused=refused, feed=address_)


def _shown(
    files: Assets, request: Request, given: Mapping[str, str], *,
    refused: str = "", feed: str = "", status: int = 200,
) -> Response:  # fmt: skip
    return answered(
        files, request, "subscription.html", given=given, refused=refused, feed=feed,
        sent="sent" in request.query_params, trap=_TRAP, radii=_RADII_M, status=status,
        has_mail=mail.is_set(context(request).settings),
    )  # fmt: skip


async def _send(files: Assets, request: Request) -> Response:
    """Take a subscription in, and mail the link that confirms it."""
    form = await forms.checked(request)
    language = _language(request)
    given = {name: forms.text(form, name) for name in ("place", "radius", "email", "webhook")}
    try:
        if not forms.text(form, _TRAP):
            await _take(request, given, language)
    except QueryError as error:
        return _shown(files, request, given, refused=error.said_in(language), status=422)
    return RedirectResponse(f"{_PATH}?sent=1&lang={language}", status_code=303)


async def _take(request: Request, given: Mapping[str, str], language: Language) -> None:
    now = context(request)
    if not mail.is_set(now.settings):
        raise QueryError("the office has no e-mail set up", pl="urząd nie ustawił poczty")
    if "\0" in "".join(given.values()):
        raise QueryError("this is no text", pl="to nie jest tekst")
    email = desk.checked_email(given["email"])
    hook = webhook.checked(given["webhook"]) if given["webhook"] else ""
    area = await _area(now, given, language)
    await desk.take(
        reception(request), now.catalogue, "subscription", email,
        {"webhook": hook, "language": language}, area.shape(now.catalogue.project.storage_crs),
        title=f"{area.title}, {area.radius_m} m", address=address(request),
        root=base_url(request), language=language,
    )  # fmt: skip


async def _area(now: Context, given: Mapping[str, str], language: Language) -> feed.Area:
    """Return the surroundings of a place that was typed.

    Raises:
        QueryError: There is no such place, or no such radius.
    """
    if given["radius"] not in map(str, _RADII_M):
        raise QueryError("choose how far from there", pl="wybierz, jak daleko od tego miejsca")
    found = await searching.find(now, given["place"], language, 1)
    if not found or not found[0]["center"]:
        raise QueryError(
            "there is no such address or parcel", pl="nie ma takiego adresu ani działki"
        )
    lon, lat = found[0]["center"]
    return feed.Area(found[0]["title"], lon, lat, int(given["radius"]))


async def _confirm_page(files: Assets, request: Request) -> Response:
    """Answer the page with the button."""
    return _said(files, request, "confirm", token=request.query_params.get("token", ""))


async def _confirm(files: Assets, request: Request) -> Response:
    """Begin the subscription of a link."""
    form = await forms.checked(request)
    begun = await desk.confirm_subscription(reception(request), forms.text(form, "token"))
    if begun is None:
        return _said(files, request, "confirm", status=410)
    return _said(files, request, "confirm", done=True, secret=begun.secret if begun.webhook else "")


async def _end_page(files: Assets, request: Request) -> Response:
    """Answer the page with the button that ends a subscription."""
    return _said(files, request, "end", token=request.query_params.get("token", ""))


async def _end(files: Assets, request: Request) -> Response:
    """End a subscription. Mail programs send this themselves (RFC 8058): the token is enough."""
    form = await request.form(max_files=0, max_fields=10)
    token = request.query_params.get("token", "") or forms.text(form, "token")
    is_ended = await desk.end_subscription(reception(request), token)
    return _said(files, request, "end", done=is_ended, status=200 if is_ended else 410)


def _said(files: Assets, request: Request, action: str, **given: Any) -> Response:
    what = "end" if action == "end" else "subscription"
    said = {"token": "", "done": False, "secret": "", "status": 200, **given}
    return answered(files, request, "confirm.html", action=f"{_PATH}/{action}", what=what, **said)


async def _feed(request: Request) -> Response:
    """Answer the news of an area as Atom: `lon`, `lat`, `radius`, or of everywhere."""
    now, language = context(request), _language(request)
    area = feed.parse(request.query_params)
    rows: list[asyncpg.Record] = await feed.read(
        reception(request), area, now.catalogue.project.storage_crs, _MOST_ENTRIES
    )
    own = f"{base_url(request)}{_PATH}/feed.atom?{urlencode(area.query if area else {})}"
    body = feed.write(rows, now.catalogue, language, own, base_url(request))
    return Response(
        body, media_type="application/atom+xml; charset=utf-8",
        headers={"Cache-Control": "no-cache", "Content-Language": language},
    )  # fmt: skip


def _language(request: Request) -> Language:
    return language_of(request, context(request).catalogue.project.languages)
