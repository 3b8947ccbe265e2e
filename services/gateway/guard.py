"""What stands around every request: limits, security headers, counts, and the last word on errors.

Requests are logged by the front door, once, without query and address.
"""

from __future__ import annotations

import logging
import time
import uuid
from collections.abc import Awaitable, Callable, Iterable

import asyncpg
import orjson
from starlette.datastructures import MutableHeaders
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from services.gateway import metrics
from sip.errors import CrsError, NotFound, QueryError, SipError, TooMuch
from sip.negotiation import HTML
from sip.service import Service, context, language

LOG = logging.getLogger("sip.gateway")

CONTENT_SECURITY_POLICY = "; ".join(
    (
        "default-src 'self'",
        "img-src 'self' data: blob:",
        "worker-src 'self' blob:",
        "object-src 'none'",
        "base-uri 'none'",
        "form-action 'self'",
        "frame-ancestors 'self'",
    )
)
SECURITY_HEADERS = {
    "Content-Security-Policy": CONTENT_SECURITY_POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=(self)",
    "Cross-Origin-Opener-Policy": "same-origin",
}
OPEN_TO_ALL = {"Access-Control-Allow-Origin": "*"}
"""Public data may be read by any page; no cookie or credential is ever sent along."""
_ARCHIVED = "SIP04"
"""PostgreSQL refuses to tell what was moved out since the state of layers was read."""
_HEADERS = {**SECURITY_HEADERS, **OPEN_TO_ALL}


class Guard:
    """Counts and times each request, refuses bodies over the limit, adds headers."""

    def __init__(self, app: ASGIApp, most_bytes: int):
        self._app = app
        self._most_bytes = most_bytes

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        began = time.perf_counter()
        seen = {"status": 0, "bytes": 0}

        async def sending(message: Message) -> None:
            if message["type"] == "http.response.start":
                seen["status"] = message["status"]
                headers = MutableHeaders(scope=message)
                is_private = headers.get("cache-control", "").startswith("private")
                for name, value in (SECURITY_HEADERS if is_private else _HEADERS).items():
                    headers.setdefault(name, value)
            else:
                seen["bytes"] += len(message.get("body", b""))
            await send(message)

        try:
            if _declared_size(scope) > self._most_bytes:
                raise self._too_large()
            await self._app(scope, self._limited(receive), sending)
        except Exception as error:
            answer = refuse(Request(scope), error)
            if seen["status"]:
                raise
            await answer(scope, receive, sending)
        finally:
            took = time.perf_counter() - began
            metrics.count(scope, seen["status"], took, seen["bytes"])

    def _limited(self, receive: Receive) -> Receive:
        """Count what comes in, since a body in chunks declares no size."""
        received = 0

        async def receiving() -> Message:
            nonlocal received
            message = await receive()
            received += len(message.get("body", b""))
            if received > self._most_bytes:
                raise self._too_large()
            return message

        return receiving

    def _too_large(self) -> HTTPException:
        text = f"a request may carry at most {self._most_bytes} bytes"
        return HTTPException(413, text, headers={"Connection": "close"})


def _declared_size(scope: Scope) -> int:
    for name, value in scope["headers"]:
        if name == b"content-length" and value.isdigit():
            return int(value)
    return 0


def _refusal(status: int, text: str, code: str = "") -> JSONResponse:
    names = {400: "InvalidParameterValue", 404: "NotFound", 413: "TooMuch", 503: "Busy"}
    body = {"code": code or names.get(status, "Error"), "description": text}
    return JSONResponse(body, status_code=status)


def refusing(services: Iterable[Service]) -> Callable[[Request, Exception], Awaitable[Response]]:
    """Return the handler of errors: a page for people at a browser, where a service has one."""
    tell = next((one.refusal for one in services if one.refusal), None)

    async def handle(request: Request, error: Exception) -> Response:
        answer = refuse(request, error)
        if tell is None or not _is_for_people(request):
            return answer
        said = tell(request, answer.status_code, orjson.loads(answer.body)["description"])
        for name in ("allow", "connection", "www-authenticate"):
            if name in answer.headers:
                said.headers[name] = answer.headers[name]
        return said

    return handle


def _is_for_people(request: Request) -> bool:
    """Say whether a browser opens a page: it names HTML first, which programs do not."""
    if request.method not in ("GET", "HEAD"):
        return False
    form = request.query_params.get("f", HTML.name)
    return form == HTML.name and request.headers.get("accept", "").startswith(HTML.type)


def refuse(request: Request, error: Exception) -> JSONResponse:
    """Turn an error into an answer that explains it and shows nothing of the insides."""
    match error:
        case NotFound():
            return _refusal(404, error.said_in(language(request)))
        case TooMuch() | QueryError() | CrsError():
            return _refusal(400, error.said_in(language(request)))
        case HTTPException():
            return _refusal(error.status_code, error.detail)
        case asyncpg.InsufficientPrivilegeError() | asyncpg.ReadOnlySQLTransactionError():
            LOG.warning("refused by the database: %s", error)
            return _refusal(403, "you may not do that", "Forbidden")
        case asyncpg.PostgresError() if error.sqlstate == _ARCHIVED:
            return _refusal(400, error.args[0])
        case asyncpg.QueryCanceledError() | TimeoutError():
            seconds = context(request).settings.limits.statement_s
            text = f"the answer takes longer than {seconds:g} s: ask for a smaller part"
            return _refusal(503, text, "TooLong")
        case (
            asyncpg.PostgresConnectionError()
            | asyncpg.OperatorInterventionError()  # it starts, or is being stopped
            | asyncpg.InterfaceError()
            | asyncpg.InternalClientError()  # the connection was cut between two messages
            | ConnectionError()
            | FileNotFoundError()
        ):
            LOG.warning("the database does not answer: %s", error)
            return _refusal(503, "the database does not answer; try again soon")
    number = uuid.uuid4().hex[:12]
    LOG.error("error %s on %s", number, request.url.path, exc_info=error)
    return _refusal(500, f"an unexpected error; its number in the log is {number}", "ServerError")


HANDLED = (
    SipError,
    HTTPException,
    asyncpg.InsufficientPrivilegeError,
    asyncpg.ReadOnlySQLTransactionError,
    asyncpg.OperatorInterventionError,
    asyncpg.PostgresConnectionError,
    asyncpg.InterfaceError,
    asyncpg.InternalClientError,
    TimeoutError,
    ConnectionError,
    FileNotFoundError,  # of the database's socket
)
