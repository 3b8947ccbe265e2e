"""Which address is answered by what."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from services.account import elsewhere, pages
from services.account.identity import Refused

type Handler = Callable[[Request], Awaitable[Response]]


def routes() -> Sequence[BaseRoute]:
    """Return the routes of accounts."""
    return [
        _get("/account", pages.account),
        _get("/account/me", pages.me),
        _get("/account/account.css", pages.style),
        _get("/account/sign-in", pages.sign_in_page),
        _post("/account/sign-in", pages.sign_in),
        _post("/account/sign-out", elsewhere.sign_out),
        _post("/account/sign-out-everywhere", pages.sign_out_everywhere),
        _get("/account/password", pages.password_page),
        _post("/account/password", pages.password),
        _post("/account/purpose", pages.state_purpose),
        _post("/account/purpose/end", pages.end_purpose),
        _post("/account/revoke", pages.revoke),
        _post("/account/elsewhere", elsewhere.go),
        _get("/account/elsewhere", elsewhere.back),
    ]


def _get(path: str, handler: Handler) -> Route:
    return Route(path, _answering(handler), methods=["GET"])


def _post(path: str, handler: Handler) -> Route:
    return Route(path, _answering(handler), methods=["POST"])


def _answering(handler: Handler) -> Handler:
    async def answer(request: Request) -> Response:
        try:
            return await handler(request)
        except Refused as refused:
            return refused.answer()

    return answer
