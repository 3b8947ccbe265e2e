"""Comments on drafts: the planner's list with answers, and the table that everybody may read."""

from __future__ import annotations

import base64
import functools
import hashlib
from collections.abc import Mapping, Sequence

from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import BaseRoute, Route

from services.portal.assets import Assets
from services.portal.consultation import answered
from services.portal.reception import reception
from services.portal.words import language_of
from sip import forms
from sip.errors import NotFound, QueryError
from sip.query.terms import quoted
from sip.service import Context, context
from sip.taking_part import display, registers, table
from sip.taking_part.display import Display
from sip.taking_part.table import Table

_PATH = "/consultation/{id:int}/comments"


def routes(files: Assets) -> Sequence[BaseRoute]:
    """Return the routes of comments."""
    return [
        Route(_PATH, functools.partial(_page, files), methods=["GET"]),
        Route(_PATH, functools.partial(_answer, files), methods=["POST"]),
        Route(f"{_PATH}.{{form}}", _table),
    ]


async def _page(files: Assets, request: Request) -> Response:
    """Answer the list with a form for each answer; for staff."""
    return await _shown(files, request)


async def _shown(
    files: Assets, request: Request, *, refused: str = "", at: int = 0,
    given: Mapping[str, str] | None = None, status: int = 200,
) -> Response:  # fmt: skip
    now = context(request)
    one = await display.find(now, request.path_params["id"])
    layer = registers.comment_layer(now.catalogue)
    rows = []
    if layer.is_visible:
        async with now.pool.acquire() as connection:
            rows = await table.read(connection, layer, one)
    codes = now.catalogue.codes_of(layer.spec.fields["decision"])
    language = language_of(request, now.catalogue.project.languages)
    return answered(
        files, request, "comments.html", display=one, rows=rows, refused=refused, at=at,
        given=given or {}, may_read=layer.is_visible, may_answer="UPDATE" in layer.changes,
        personal=[name for name in table.PERSONAL if name in layer.visible_fields],
        decisions=[(code.code, code.title[language]) for code in codes.values] if codes else [],
        saved=request.query_params.get("saved", ""),
        status=status if layer.is_visible else 401,
    )  # fmt: skip


async def _answer(files: Assets, request: Request) -> Response:
    """Write an answer down, or say whether everybody may read the table."""
    form = await forms.checked(request)
    now = context(request)
    language = language_of(request, now.catalogue.project.languages)
    one = await display.find(now, request.path_params["id"])
    layer = registers.comment_layer(now.catalogue)
    if "UPDATE" not in layer.changes:
        raise HTTPException(403, "you may not do that")
    back = f"{request.url.path}?lang={language}"
    if publish := forms.text(form, "publish"):
        await _publish(now, one, is_answered=publish == "yes")
        return RedirectResponse(back, status_code=303)
    given = {name: forms.text(form, name) for name in ("id", "version", "decision", "answer")}
    at = int(given["id"]) if given["id"].isdecimal() else 0
    try:
        version = int(given["version"]) if given["version"].isdecimal() else 0
        async with now.writing() as connection:
            await table.answer(
                connection, layer, one, at, version, given["decision"], given["answer"],
                now.catalogue,
            )  # fmt: skip
    except (QueryError, NotFound) as error:
        said = error.said_in(language)
        return await _shown(files, request, refused=said, at=at, given=given, status=422)
    return RedirectResponse(f"{back}&saved={at}#c{at}", status_code=303)


async def _publish(now: Context, one: Display, *, is_answered: bool) -> None:
    layer = registers.display_layer(now.catalogue)
    async with now.writing() as connection:
        await connection.execute(
            f"UPDATE {layer.relation} SET {quoted('is_answered')} = $2 WHERE id = $1",
            one.id,
            is_answered,
        )


async def _table(request: Request) -> Response:
    """Answer the table as a page, PDF or CSV: to staff, and to all when it is published."""
    now = context(request)
    form = request.path_params["form"]
    one = await display.find(now, request.path_params["id"])
    language = language_of(request, now.catalogue.project.languages)
    made = await _made(now, request, one)
    if form == "html":
        page = table.as_html(made, now.catalogue, language)
        headers = {"Content-Security-Policy": _policy(page), "Content-Language": language}
        return HTMLResponse(page, headers=headers)
    if form == "pdf":
        body = await run_in_threadpool(table.as_pdf, made, now.catalogue, language)
        return Response(body, media_type="application/pdf")
    if form == "csv":
        named = {"Content-Disposition": f'attachment; filename="comments-{one.id}.csv"'}
        return Response(table.as_csv(made), media_type="text/csv; charset=utf-8", headers=named)
    raise NotFound("there is no such form", pl="nie ma takiej postaci")


def _policy(page: str) -> str:
    """Return a policy for a document that is printed as it is, with this style of its own alone."""
    style = page.partition("<style>")[2].partition("</style>")[0]
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    own = f"style-src 'sha256-{digest}'"
    return f"default-src 'none'; {own}; base-uri 'none'; frame-ancestors 'none'"


async def _made(now: Context, request: Request, one: Display) -> Table:
    layer = registers.comment_layer(now.catalogue)
    language = language_of(request, now.catalogue.project.languages)
    if layer.is_visible:
        async with now.pool.acquire() as connection:
            rows: Sequence[Mapping[str, object]] = await table.read(connection, layer, one)
    elif one.values["is_answered"]:
        rows = await table.published(reception(request), one)
    else:
        raise NotFound("the list is not published yet", pl="wykazu jeszcze nie ogłoszono")
    return table.table(rows, layer, one, now.catalogue, language)
