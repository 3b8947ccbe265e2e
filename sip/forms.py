"""Forms of our own pages: sent by them and by nobody else's."""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING

from starlette.exceptions import HTTPException

from sip.service import context

if TYPE_CHECKING:
    from starlette.datastructures import FormData
    from starlette.requests import Request

    from sip.settings import Settings

CHECKED = ("/account/", "/extract", "/consultation/", "/subscription", "/plan/")
"""Where pages check their forms themselves; elsewhere a header has to carry the CSRF token."""


def is_ours(request: Request, settings: Settings) -> bool:
    """Say whether the page that sends a form is one of this installation."""
    origin = request.headers.get("origin")
    if origin is None:
        return request.headers.get("sec-fetch-site") == "same-origin"
    own = f"{request.url.scheme}://{request.headers.get('host', '')}"
    return origin in (own, settings.public_url or own)


def csrf(request: Request) -> str:
    """Return what a form says so that no other site can send it; empty without a session."""
    session = request.scope.get("sip.session")
    return session.csrf if session else ""


async def checked(request: Request, *, most_fields: int = 40) -> FormData:
    """Return the fields of a form that a page of ours has sent.

    Raises:
        HTTPException: 403, another site has sent it, or the session is another one by now.
    """
    if not is_ours(request, context(request).settings):
        raise HTTPException(403, "the form came from another site")
    form = await request.form(max_files=0, max_fields=most_fields)
    token = csrf(request)
    if token and not secrets.compare_digest(text(form, "csrf").encode(), token.encode()):
        raise HTTPException(403, "sign in again, then send the form again")
    return form


def text(form: FormData, name: str) -> str:
    """Return a field of a form as it was typed; empty where it is absent."""
    value = form.get(name, "")
    return value.strip() if isinstance(value, str) else ""
