"""What staff do in the portal: issue extracts from plans. Plain forms, without script."""

from __future__ import annotations

import datetime
import functools
import re
from collections.abc import Sequence
from urllib.parse import urlencode

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import BaseRoute, Route

from services.portal.assets import Assets
from services.portal.pages import page
from services.portal.words import language_of
from sip import forms
from sip.catalogue import Layer
from sip.errors import NotFound, QueryError
from sip.extracts import declared as declaring
from sip.extracts import making, register
from sip.service import Context, base_url, context
from sip.text import Language

_PATH = "/extract"
_MOST_LISTED = 200


def routes(files: Assets) -> Sequence[BaseRoute]:
    """Return the routes of the desk."""
    return [
        Route(_PATH, functools.partial(_page, files), methods=["GET"]),
        Route(_PATH, functools.partial(_issue, files), methods=["POST"]),
        Route(f"{_PATH}/{{id:int}}.pdf", _again),
    ]


async def _page(files: Assets, request: Request) -> Response:
    """Answer the form and the list of what was issued."""
    return await _desk(files, request, {"parcels": request.query_params.get("parcels", "")})


async def _desk(
    files: Assets, request: Request, given: dict[str, str], *, refused: str = "", status: int = 200
) -> Response:
    now = context(request)
    language = language_of(request, now.catalogue.project.languages)
    layer = _register(now)
    rows = []
    if layer.is_visible:
        async with now.pool.acquire() as connection:
            rows = await register.listed(connection, layer, _MOST_LISTED)
    answer = page(
        files, request, "extract.html",
        say=_say(language), rows=rows, given=given, refused=refused, csrf=forms.csrf(request),
        may_read=layer.is_visible, may_issue="INSERT" in layer.changes,
        may_name=all(name in layer.visible_fields for name in register.PERSONAL),
        issued=request.query_params.get("issued", ""),
    )  # fmt: skip
    answer.status_code = status if layer.is_visible else 401
    return answer


async def _issue(files: Assets, request: Request) -> Response:
    """Issue an extract, and show it in the list."""
    form = await forms.checked(request)
    now = context(request)
    language = language_of(request, now.catalogue.project.languages)
    given = {name: forms.text(form, name) for name in ("parcels", "day", *register.PERSONAL)}
    declared = await run_in_threadpool(declaring.load, now.settings)
    layer = _register(now)
    if "INSERT" not in layer.changes:
        return await _desk(files, request, given, status=403)
    try:
        keys = [one for one in re.split(r"[\s,;]+", given["parcels"]) if one]
        document, shape = await making.gather(
            now, declared, keys, _day(given["day"]), base_url(request)
        )
        async with now.writing() as connection:
            issued = await register.issue(
                connection, now.settings, now.catalogue, declared, document, shape,
                {name: given[name] for name in register.PERSONAL},
            )  # fmt: skip
    except (QueryError, NotFound) as error:
        return await _desk(files, request, given, refused=error.said_in(language), status=422)
    query = urlencode({"lang": language, "issued": issued.number})
    return RedirectResponse(f"{_PATH}?{query}", status_code=303)


async def _again(request: Request) -> Response:
    """Answer an extract as it was issued."""
    now = context(request)
    layer = _register(now)
    if not layer.is_visible:
        raise NotFound("no such extract was issued", pl="takiego wypisu nie wydano")
    async with now.pool.acquire() as connection:
        number, body = await register.again(
            connection, now.settings, layer, id_=request.path_params["id"]
        )
    name = re.sub(r"[^0-9A-Za-z._-]", "-", number)
    headers = {"Content-Disposition": f'inline; filename="{name}.pdf"'}
    return Response(body, media_type="application/pdf", headers=headers)


def _register(now: Context) -> Layer:
    return register.register_of(now.catalogue, declaring.load(now.settings))


def _day(text: str) -> datetime.date | None:
    try:
        return datetime.date.fromisoformat(text) if text else None
    except ValueError as error:
        said = f'"{text}" is no day', f"„{text}” nie jest datą"
        raise QueryError(said[0], pl=said[1]) from error


def _say(language: Language) -> object:
    return lambda pl, en: pl if language == "pl" else en
