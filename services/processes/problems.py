"""Why a process or a job is refused: problem documents of OGC API Processes."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

import asyncpg
import orjson
from starlette.requests import Request
from starlette.responses import Response

from sip import polish
from sip.errors import NotFound, QueryError, SipError
from sip.jobs import process
from sip.service import context, language
from sip.text import Text

PROBLEM = "application/problem+json"
_TYPE = "http://www.opengis.net/def/exceptions/ogcapi-processes-1/1.0/"
_TOO_MANY = "SIP10"
type Handler = Callable[[Request], Awaitable[Response]]


class Refused(Exception):
    """A request that is answered by a problem document."""

    def __init__(self, status: int, title: Text, *, kind: str = ""):
        super().__init__(title.en)
        self.status = status
        self.title = title
        self.type = _TYPE + kind if kind else "about:blank"


def no_such_job(job: str) -> Refused:
    """Refuse the number of a job that is not there, or is somebody else's."""
    title = Text(pl=f"Nie ma zadania „{job}”", en=f'There is no job "{job}"')
    return Refused(404, title, kind="no-such-job")


def not_ready() -> Refused:
    """Refuse results that are not there yet."""
    title = Text(pl="Wyników jeszcze nie ma", en="There are no results yet")
    return Refused(404, title, kind="result-not-ready")


def answering(handler: Handler) -> Handler:
    """Answer with a problem document where a handler, or the database, refuses."""

    async def answer(request: Request) -> Response:
        try:
            return await handler(request)
        except Refused as refused:
            return _document(request, refused)
        except NotFound as error:
            is_known = request.path_params.get("process") in process.every()
            kind = "" if is_known else "no-such-process"
            return _document(request, Refused(404, _both(error), kind=kind))
        except QueryError as error:
            return _document(request, Refused(400, _both(error)))
        except asyncpg.InsufficientPrivilegeError:
            return _document(request, _forbidden(request))
        except asyncpg.ReadOnlySQLTransactionError:
            title = Text(pl="Ten klucz tylko czyta", en="This key only reads")
            return _document(request, Refused(403, title))
        except asyncpg.PostgresError as error:
            if error.sqlstate != _TOO_MANY:
                raise
            return _document(request, _too_many())

    return answer


def _both(error: SipError) -> Text:
    """Return what is wrong in both languages: what jobs fail of is in Polish where commands are."""
    return Text(pl=polish.said(error.said_in("pl")), en=error.said_in("en"))


def _forbidden(request: Request) -> Refused:
    if context(request).viewer.role is None:
        return Refused(401, Text(pl="Zaloguj się", en="Sign in"))
    return Refused(
        403, Text(pl="Nie wolno Ci uruchamiać tego procesu", en="You may not run this process")
    )


def _too_many() -> Refused:
    return Refused(
        429,
        Text(
            pl="Za wiele Twoich zadań nie jest skończonych: zaczekaj albo przerwij któreś",
            en="Too many jobs of yours are not done: wait, or dismiss one",
        ),
    )


def _document(request: Request, refused: Refused) -> Response:
    said = language(request)
    body = {"type": refused.type, "title": refused.title[said], "status": refused.status}
    headers = {"Content-Language": said, "Cache-Control": "no-store"}
    if refused.status == 401:
        headers["WWW-Authenticate"] = 'Basic realm="SIP", charset="UTF-8"'
    if refused.status == 429:
        headers["Retry-After"] = "60"
    return Response(orjson.dumps(body), refused.status, headers, PROBLEM)
