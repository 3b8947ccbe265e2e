"""The pages of accounts: sign in and out, the account, a password, the purpose of reading."""

from __future__ import annotations

import functools
import secrets
from pathlib import Path
from urllib.parse import urlencode

import jinja2
from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, RedirectResponse, Response

from services.account.identity import (
    FOREIGN,
    WRONG,
    Refused,
    Verifier,
    address,
    cookie,
    is_https,
)
from services.account.store import LONGEST, Session, Store
from services.account.words import words
from sip.errors import UsageError
from sip.forms import is_ours
from sip.people import passwords
from sip.service import context, language
from sip.text import Language

_HERE = Path(__file__).parent
_LEAST_PURPOSE, _MOST_PURPOSE = 10, 500
_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; base-uri 'none';"
    " frame-ancestors 'none'"
)


def store(request: Request) -> Store:
    """Return the accounts."""
    found = request.scope["sip.accounts"]
    assert isinstance(found, Store)
    return found


def session(request: Request) -> Session | None:
    """Return the session of whoever has signed in with this browser."""
    found = request.scope["sip.session"]
    assert found is None or isinstance(found, Session)
    return found


async def style(_request: Request) -> Response:
    """Answer the style sheet of these pages."""
    return Response(
        (_HERE / "static" / "account.css").read_bytes(),
        media_type="text/css",
        headers={"Cache-Control": "public, max-age=300"},
    )


async def sign_in_page(request: Request) -> Response:
    """Answer the form to sign in."""
    if session(request):
        return _to("/account", request)
    return _sign_in(request, wanted(request.query_params.get("next", "")))


async def sign_in(request: Request) -> Response:
    """Compare name and password; begin a session where they are right."""
    form = await request.form()
    _check_ours(request)
    following = wanted(_text(form, "next"))
    verifier = request.scope["sip.verifier"]
    assert isinstance(verifier, Verifier)
    name, password = _text(form, "name").strip().lower(), _text(form, "password")
    try:
        person = await verifier.verify(name, password, address(request))
    except Refused as refused:
        key = "wrong" if refused.status == WRONG[0] else "too_soon"
        return _sign_in(request, following, notice=key, status=refused.status)
    return await begin(request, person.role, _spoken(following, request))


async def begin(
    request: Request, role: str, following: str, *, id_token: str | None = None
) -> Response:
    """Begin a session: whatever cookie there was before is worth nothing from now on."""
    former = session(request)
    if former:
        await store(request).end(former)
    token = await store(request).begin(role, id_token=id_token)
    answer = RedirectResponse(following, 303, headers={"Cache-Control": "no-store"})
    settings = context(request).settings
    answer.set_cookie(
        cookie(request, settings), token, max_age=int(LONGEST.total_seconds()), path="/",
        secure=is_https(request, settings), httponly=True, samesite="lax",
    )  # fmt: skip
    return answer


def forget(request: Request, answer: Response) -> Response:
    """Take the cookie back."""
    settings = context(request).settings
    answer.delete_cookie(
        cookie(request, settings), path="/", secure=is_https(request, settings), httponly=True,
        samesite="lax",
    )  # fmt: skip
    return answer


async def sign_out_everywhere(request: Request) -> Response:
    """End all sessions of whoever asks."""
    now, _form = await checked(request)
    await store(request).end_all(now.person)
    return forget(request, _to("/account/sign-in", request))


async def account(request: Request) -> Response:
    """Answer the page of one's own account."""
    now = session(request)
    if now is None:
        return _to("/account/sign-in", request, next=wanted(request.query_params.get("next", "")))
    return await _account(request, now)


async def me(request: Request) -> Response:
    """Answer who has signed in, for the portal and for programs."""
    now, viewer = session(request), request.scope["sip.viewer"]
    told = {
        "signed_in": viewer.role is not None,
        "name": viewer.name,
        "role": viewer.role,
        "groups": _groups(request, viewer.groups),
        "may_write": viewer.role is not None and viewer.may_write,
    }
    if now:
        told |= {
            "csrf": now.csrf,
            "may_read_personal": now.is_privy,
            "purpose": now.purpose,
            "purpose_until": now.purpose_until.isoformat() if now.purpose else None,  # type: ignore[union-attr]
        }
    return JSONResponse(told, headers={"Cache-Control": "no-store"})


async def state_purpose(request: Request) -> Response:
    """Let personal data be read for a while, once it was said what for."""
    now, form = await checked(request)
    purpose = " ".join(_text(form, "purpose").split())
    if not now.is_privy:
        raise Refused(*FOREIGN)
    if not _LEAST_PURPOSE <= len(purpose) <= _MOST_PURPOSE or not purpose.isprintable():
        return await _account(request, now, notice="purpose_short", status=422)
    await store(request).state_purpose(now, purpose)
    return _after(request, form)


async def end_purpose(request: Request) -> Response:
    """Stop reading personal data."""
    now, form = await checked(request)
    await store(request).end_purpose(now)
    return _after(request, form)


async def revoke(request: Request) -> Response:
    """Refuse a key of one's own from now on."""
    now, form = await checked(request)
    await store(request).revoke(now.person, _text(form, "key"))
    return _to("/account", request)


async def password_page(request: Request) -> Response:
    """Answer the form to choose a password: with a link, or for oneself."""
    token, now = request.query_params.get("token", ""), session(request)
    if token:
        person = await store(request).invited(token)
    elif now is None:
        return _to("/account/sign-in", request, next="/account/password")
    else:
        person = now.person
    return _password(request, person, token, notice="" if person else "link_void")


async def password(request: Request) -> Response:
    """Set a password; all sessions end."""
    form = await request.form()
    token = _text(form, "token")
    if token:
        _check_ours(request)
        person = await store(request).invited(token)
    else:
        now, form = await checked(request)
        person = now.person
    if person is None:
        return _password(request, None, "", notice="link_void", status=410)
    chosen = _text(form, "password")
    try:
        if not token:
            verifier = request.scope["sip.verifier"]
            await verifier.verify(person, _text(form, "present"), address(request))
        good = passwords.checked(chosen, name=person)
    except Refused as refused:
        key = "wrong" if refused.status == WRONG[0] else "too_soon"
        return _password(request, person, token, notice=key, status=refused.status)
    except UsageError as error:
        said = error.said_in(language(request))
        return _password(request, person, token, text=f"{said[0].upper()}{said[1:]}.", status=422)
    if chosen != _text(form, "again"):
        return _password(request, person, token, notice="password_differs", status=422)
    await store(request).set_password(person, good, passwords.hashed(good))
    return forget(request, _sign_in(request, "/account", notice="password_changed"))


async def checked(request: Request) -> tuple[Session, FormData]:
    """Return the session and the form of a request that our own page has sent.

    Raises:
        Refused: Nobody has signed in, or another site has sent it.
    """
    _check_ours(request)
    now, form = session(request), await request.form()
    if now is None:
        raise Refused(401, words("pl")["expired"], words("en")["expired"])
    said = _text(form, "csrf") or request.headers.get("x-csrf-token", "")
    if not secrets.compare_digest(said.encode(), now.csrf.encode()):
        raise Refused(*FOREIGN)
    return now, form


def wants_json(request: Request) -> bool:
    """Say whether a program of a page asks, which goes on by itself."""
    return "application/json" in request.headers.get("accept", "")


def wanted(following: str) -> str:
    """Return a path of ours to go on to; never another site, whatever the address says."""
    is_ours = following.startswith("/") and not following.startswith(("//", "/\\"))
    return following if is_ours and following.isprintable() else "/account"


def page(
    request: Request, template: str, title: str, *, status: int = 200, notice: str = "",
    text: str = "", **values: object,
) -> HTMLResponse:  # fmt: skip
    """Answer a page; `notice` is the key of what is said above it, `text` its words."""
    now, spoken = context(request), language(request)
    said = words(spoken)
    body = (
        _templates()
        .get_template(template)
        .render(
            title=said[title],
            notice=text or (said[notice] if notice else ""),
            word=said,
            language=spoken,
            project=now.catalogue.project,
            in_language=lambda other: _in_language(request, other),
            **values,
        )
    )
    # A browser holds the redirect to a provider, wherever its pages are, for the form's address.
    forms = "" if now.catalogue.project.sign_in else "; form-action 'self'"
    headers = {
        "Cache-Control": "no-store",
        "Content-Language": spoken,
        "Content-Security-Policy": _POLICY + forms,
        "Referrer-Policy": "same-origin",
    }
    return HTMLResponse(body, status, headers)


def refuse_sign_in(request: Request, reason: str) -> Response:
    """Answer the form to sign in, with the reason why signing in elsewhere was refused."""
    said = words(language(request))
    text = said["refused_elsewhere"].format(reason=said[reason])
    return _sign_in(request, "/account", text=text, status=403)


def _check_ours(request: Request) -> None:
    if not is_ours(request, context(request).settings):
        raise Refused(*FOREIGN)


def _text(form: FormData, name: str) -> str:
    value = form.get(name, "")
    return value if isinstance(value, str) else ""


def _sign_in(
    request: Request, following: str, *, notice: str = "", text: str = "", status: int = 200
) -> HTMLResponse:
    provider = context(request).catalogue.project.sign_in
    return page(
        request, "sign-in.html", "sign_in", notice=notice, text=text, status=status,
        next=following, provider=provider.title[language(request)] if provider else "",
    )  # fmt: skip


async def _account(
    request: Request, now: Session, *, notice: str = "", status: int = 200
) -> HTMLResponse:
    return page(
        request, "account.html", "account", notice=notice, status=status, session=now,
        groups=[one["title"] for one in _groups(request, now.groups)],
        keys=await store(request).keys(now.person),
        until=now.purpose_until.strftime("%H:%M UTC") if now.purpose_until else "",
        next=wanted(request.query_params.get("next", "")),
    )  # fmt: skip


def _password(
    request: Request, person: str | None, token: str, *, notice: str = "", text: str = "",
    status: int = 200,
) -> HTMLResponse:  # fmt: skip
    now = session(request)
    title = "password_choose" if token or not person else "change_password"
    return page(
        request, "password.html", title, notice=notice, text=text, status=status, person=person,
        token=token, csrf=now.csrf if now else "",
    )  # fmt: skip


def _groups(request: Request, names: frozenset[str]) -> list[dict[str, str]]:
    known = context(request).catalogue.groups
    spoken = language(request)
    return [
        {"id": name, "title": known[name].title[spoken] if name in known else name}
        for name in sorted(names)
    ]


def _after(request: Request, form: FormData) -> Response:
    """Go on after a form; a program that asks for JSON is told who it is instead."""
    if wants_json(request):
        return Response(status_code=204, headers={"Cache-Control": "no-store"})
    return _to(wanted(_text(form, "next")), request)


def _spoken(path: str, request: Request) -> str:
    """Return an address in the language of the form that leads there, unless it names one."""
    if "lang=" in path:
        return path
    return f"{path}{'&' if '?' in path else '?'}lang={language(request)}"


def _to(path: str, request: Request, **query: str) -> RedirectResponse:
    said = urlencode({"lang": language(request), **query}, safe="/")
    joint = "&" if "?" in path else "?"
    return RedirectResponse(f"{path}{joint}{said}", 303, headers={"Cache-Control": "no-store"})


def _in_language(request: Request, other: Language) -> str:
    query = {**request.query_params, "lang": other}
    path = request.url.path if request.method == "GET" else "/account"
    return f"{path}?{urlencode(query, safe='/')}"


@functools.cache
def _templates() -> jinja2.Environment:
    return jinja2.Environment(
        loader=jinja2.FileSystemLoader(_HERE / "templates"), autoescape=True,
        undefined=jinja2.StrictUndefined, trim_blocks=True, lstrip_blocks=True,
    )  # fmt: skip
