"""Public displays of drafts: a page for each, and comments of residents, without an account."""

from __future__ import annotations

import datetime
import functools
import time
from collections.abc import Mapping, Sequence
from typing import Any

import asyncpg
import shapely
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import BaseRoute, Route

from services.portal.assets import Assets
from services.portal.pages import page
from services.portal.reception import address, reception
from services.portal.words import language_of
from sip import forms, mail, shown
from sip.errors import NotFound, QueryError
from sip.query.terms import quoted
from sip.report import parcel
from sip.service import Context, base_url, context
from sip.taking_part import desk, display, registers, stamp
from sip.taking_part.display import Display, Draft
from sip.text import Language

_PATH = "/consultation"
_LEAST_WORDS, _MOST_WORDS = 10, 5000
_FIELDS = {"author_name": 200, "author_address": 300, "plot": 200, "provision": 300}
"""What else a comment says, with the longest text of each."""
_TRAP = "website"
"""A field that people do not see; a program that fills in everything does."""


def routes(files: Assets) -> Sequence[BaseRoute]:
    """Return the routes of displays."""
    one = f"{_PATH}/{{id:int}}"
    return [
        Route(_PATH, functools.partial(_list, files)),
        Route(f"{_PATH}/confirm", functools.partial(_confirm_page, files), methods=["GET"]),
        Route(f"{_PATH}/confirm", functools.partial(_confirm, files), methods=["POST"]),
        Route(f"{one}/{{side}}.svg", _picture),
        Route(one, functools.partial(_page, files), methods=["GET"]),
        Route(one, functools.partial(_send, files), methods=["POST"]),
    ]


def answered(files: Assets, request: Request, template: str, **given: Any) -> Response:
    """Answer a page of taking part, with what every one of them needs."""
    now = context(request)
    language = language_of(request, now.catalogue.project.languages)
    status = given.pop("status", 200)
    answer = page(
        files, request, template,
        say=lambda pl, en: pl if language == "pl" else en,
        number=lambda value: shown.number(value, language), csrf=forms.csrf(request), **given,
    )  # fmt: skip
    answer.status_code = status
    return answer


async def _list(files: Assets, request: Request) -> Response:
    """Answer all displays, those first where comments are taken."""
    found = await display.listed(context(request))
    order = {"open": 0, "coming": 1, "over": 2}
    found.sort(key=lambda one: order[one.phase])
    return answered(files, request, "consultations.html", displays=found)


async def _page(files: Assets, request: Request) -> Response:
    """Answer the page of a display."""
    return await _shown(files, request, {}, sent="sent" in request.query_params)


async def _shown(
    files: Assets, request: Request, given: Mapping[str, str], *,
    refused: str = "", sent: bool = False, status: int = 200,
) -> Response:  # fmt: skip
    now = context(request)
    one = await display.find(now, request.path_params["id"])
    act = await display.draft(now, one)
    stamp_ = given.get("stamp") or await stamp.made(reception(request), time.time())
    return answered(
        files, request, "consultation.html", status=status, display=one, draft=act,
        documents=await display.documents(now, act), given=given, refused=refused, sent=sent,
        act_layer=registers.act_layer(now.catalogue).id,
        has_mail=mail.is_set(now.settings), trap=_TRAP, stamp=stamp_, fields=_FIELDS,
        most=_MOST_WORDS,
        legend=await _legend(now, one, act, language_of(request, now.catalogue.project.languages)),
    )  # fmt: skip


async def _legend(
    now: Context, one: Display, act: Draft, language: Language
) -> list[tuple[str, str]]:
    """Return what stands on the two pictures: words, and a sign as an address that holds it."""
    found: dict[str, str] = {}
    for side in display.sides():
        drawn = await display.picture(now, one, act, side, language)
        found |= dict(drawn.legend)
    return list(found.items())


async def _picture(request: Request) -> Response:
    """Answer a picture of the draft or of what is in force."""
    now = context(request)
    side = request.path_params["side"]
    if side not in display.sides():
        raise NotFound("there is no such picture", pl="nie ma takiego obrazu")
    one = await display.find(now, request.path_params["id"])
    act = await display.draft(now, one)
    language = language_of(request, now.catalogue.project.languages)
    drawn = await display.picture(now, one, act, side, language)
    return Response(drawn.svg, media_type="image/svg+xml", headers={"Cache-Control": "no-cache"})


async def _send(files: Assets, request: Request) -> Response:
    """Take a comment in, and mail the link that confirms it."""
    form = await forms.checked(request)
    now = context(request)
    language = language_of(request, now.catalogue.project.languages)
    one = await display.find(now, request.path_params["id"])
    act = await display.draft(now, one)
    names = ("words", "author_email", "consent", "across", "down", *_FIELDS)
    given = {name: forms.text(form, name) for name in names}
    said = forms.text(form, "stamp")
    age_s = await stamp.age_s(reception(request), said, time.time())
    if age_s is not None and age_s <= stamp.MOST_S:
        given["stamp"] = said  # the page that says what is wrong keeps the age of the first
    try:
        if not forms.text(form, _TRAP):
            stamp.check(age_s)
            await _take(request, one, act, given, language)
    except QueryError as error:
        return await _shown(files, request, given, refused=error.said_in(language), status=422)
    # The same answer to a program that fell into the trap: it learns nothing.
    return RedirectResponse(f"{_PATH}/{one.id}?sent=1&lang={language}", status_code=303)


async def _take(
    request: Request, one: Display, act: Draft, given: Mapping[str, str], language: Language
) -> None:
    now = context(request)
    if not one.takes_comments:
        raise QueryError("comments are not taken today", pl="dziś uwag się nie przyjmuje")
    if not mail.is_set(now.settings):
        raise QueryError("the office has no e-mail set up", pl="urząd nie ustawił poczty")
    _check(given)
    email = desk.checked_email(given["author_email"])
    place, is_placed = await _place(now, act, given)
    content = {
        "display_id": one.id,
        "received_at": datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds"),
        "words": given["words"],
        "is_placed": is_placed,
        **{name: given[name] or None for name in _FIELDS},
    }
    await desk.take(
        reception(request), now.catalogue, "comment", email, content, place,
        title=one.values["title"], address=address(request), root=base_url(request),
        language=language,
    )  # fmt: skip


def _check(given: Mapping[str, str]) -> None:
    if not _LEAST_WORDS <= len(given["words"]) <= _MOST_WORDS:
        raise QueryError(
            f"a comment has {_LEAST_WORDS} to {_MOST_WORDS} characters",
            pl=f"uwaga ma od {_LEAST_WORDS} do {_MOST_WORDS} znaków",
        )
    if any(len(given[name]) > most for name, most in _FIELDS.items()):
        raise QueryError("one of the answers is too long", pl="jedna z odpowiedzi jest za długa")
    if "\0" in "".join(given.values()):
        raise QueryError("this is no text", pl="to nie jest tekst")
    if not given["author_name"]:
        raise QueryError("please give your name", pl="podaj imię i nazwisko lub nazwę")
    if not given["consent"]:
        raise QueryError(
            "please confirm that you have read how your data is used",
            pl="potwierdź, że wiesz, jak użyjemy Twoich danych",
        )


async def _place(
    now: Context, act: Draft, given: Mapping[str, str]
) -> tuple[shapely.Geometry, bool]:
    """Return where a comment belongs: a place of the picture, its plot, or within the draft."""
    storage = now.catalogue.project.storage_crs
    try:
        across, down = float(given["across"]), float(given["down"])
        is_on_it = 0 <= across <= 1 and 0 <= down <= 1
    except ValueError:
        is_on_it = False
    if is_on_it:
        spot = shapely.Point(display.ground_of(act, across, down))
    elif given["plot"] and (found := await _plot(now, given["plot"])) is not None:
        spot = found
    else:
        return shapely.set_srid(shapely.point_on_surface(act.shape), storage), False
    return shapely.set_srid(spot, storage), True


async def _plot(now: Context, key: str) -> shapely.Point | None:
    """Return a point on the plot of a number; None where there is none of that name."""
    if now.catalogue.report is None:
        return None
    spec = parcel.declared(now.catalogue)
    layer = now.catalogue.layer(spec.layer)
    wkb = await now.pool.fetchval(
        f"SELECT ST_AsBinary(ST_PointOnSurface(geom)) FROM {layer.relation}"
        f" WHERE {quoted(spec.key)} = $1 LIMIT 1",
        key,
    )
    return shapely.from_wkb(wkb) if wkb else None


async def _confirm_page(files: Assets, request: Request) -> Response:
    """Answer the page with the button: programs that look into e-mails press none."""
    return _confirmed(files, request, token=request.query_params.get("token", ""))


async def _confirm(files: Assets, request: Request) -> Response:
    """Hand in the comment of a link."""
    form = await forms.checked(request)
    try:
        number = await desk.confirm_comment(reception(request), forms.text(form, "token"))
    except asyncpg.ForeignKeyViolationError:  # the display was taken back meanwhile
        number = None
    return _confirmed(files, request, done=number, status=200 if number else 410)


def _confirmed(files: Assets, request: Request, **given: Any) -> Response:
    said = {"token": "", "done": None, "status": 200, **given}
    registers.comment_layer(context(request).catalogue)
    return answered(
        files, request, "confirm.html", action=f"{_PATH}/confirm", what="comment", secret="",
        **said,
    )  # fmt: skip
