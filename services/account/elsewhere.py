"""Signing in with an OpenID Connect provider: there and back, and out again.

Authorization code flow with PKCE (RFC 7636), state and nonce; what comes back is good in the
browser that went, once, within ten minutes.
"""

from __future__ import annotations

import logging

from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response

from services.account import pages
from services.account.identity import FOREIGN, Refused, is_https
from services.account.provider import Provider, Somebody, Unbelievable, Unreachable
from sip.errors import NotFound
from sip.forms import is_ours
from sip.people import names, tokens
from sip.service import base_url, context
from sip.sign_in import SignIn

LOG = logging.getLogger("sip.account")
_MINUTES = 10
_VIEWER = "viewer"


async def go(request: Request) -> Response:
    """Send the browser to the provider."""
    form = await request.form()
    if not is_ours(request, context(request).settings):
        raise Refused(*FOREIGN)
    state, browser, nonce, verifier = (tokens.new() for _ in range(4))
    try:
        address = await _provider(request).address(state, nonce, verifier)
    except Unreachable as error:
        LOG.warning("the provider does not answer: %s", error)
        return pages.refuse_sign_in(request, "reason_provider")
    following = pages.wanted(str(form.get("next", "")))
    await pages.store(request).begin_errand(state, browser, nonce, verifier, following)
    answer = RedirectResponse(address, 303, headers={"Cache-Control": "no-store"})
    answer.set_cookie(
        _cookie(request), browser, max_age=_MINUTES * 60, path="/",
        secure=is_https(request, context(request).settings), httponly=True, samesite="lax",
    )  # fmt: skip
    return answer


async def back(request: Request) -> Response:
    """Take the browser back from the provider and begin a session."""
    state, browser = request.query_params.get("state", ""), request.cookies.get(_cookie(request))
    errand = await pages.store(request).end_errand(state, browser or "")
    if errand is None:
        return pages.refuse_sign_in(request, "reason_state")
    code = request.query_params.get("code")
    if not code:
        return pages.refuse_sign_in(request, "reason_provider")
    try:
        who = await _provider(request).fetch(code, errand["nonce"], errand["verifier"])
    except Unbelievable as error:
        LOG.warning("what the provider sent is refused: %s", error)
        return pages.refuse_sign_in(request, "reason_token")
    except Unreachable as error:
        LOG.warning("the provider does not answer: %s", error)
        return pages.refuse_sign_in(request, "reason_provider")
    role = await _known(request, who)
    if role is None:
        return pages.refuse_sign_in(request, "reason_unknown")
    return await pages.begin(request, role, errand["next"], id_token=who.id_token)


async def sign_out(request: Request) -> Response:
    """End the session, and the provider's where it was begun there."""
    now, _form = await pages.checked(request)
    await pages.store(request).end(now)
    following = f"{base_url(request)}/"
    if now.id_token and context(request).catalogue.project.sign_in:
        try:
            following = await _provider(request).farewell(now.id_token, following) or following
        except Unreachable as error:
            LOG.warning("the provider does not answer: %s", error)
    if pages.wants_json(request):
        answer: Response = JSONResponse({"location": following})
    else:
        answer = RedirectResponse(following, 303)
    return pages.forget(request, answer)


async def _known(request: Request, who: Somebody) -> str | None:
    """Return the role of somebody whom the provider knows, admitted where the project says so."""
    spec, accounts = _spec(request), pages.store(request)
    groups = {spec.groups[one] for one in who.groups if one in spec.groups} or {_VIEWER}
    known = await accounts.identified(who.issuer, who.subject, who.email)
    if known is None and spec.unknown == "admitted":
        proposed = names.proposed(who.email or who.name)
        return await accounts.admit(
            who.issuer, who.subject, proposed, who.name, who.email, sorted(groups)
        )
    if known is None or not known.is_enabled:
        return None
    if known.is_admitted:
        await accounts.regroup(known.role, sorted(groups))
    return known.role


def _spec(request: Request) -> SignIn:
    spec = context(request).catalogue.project.sign_in
    if spec is None:
        raise NotFound("nobody signs in elsewhere here", pl="tu nie loguje się przez nikogo innego")
    return spec


def _provider(request: Request) -> Provider:
    settings = context(request).settings
    redirect = f"{base_url(request)}/account/elsewhere"
    return Provider(_spec(request), settings.oidc_secret, redirect)


def _cookie(request: Request) -> str:
    is_tls = is_https(request, context(request).settings)
    return "__Host-sip-errand" if is_tls else "sip-errand"
