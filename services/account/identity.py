"""Who sends a request: a cookie, a key, or a name and password; put into the request's scope."""

from __future__ import annotations

import asyncio
import base64
import binascii
import hashlib
import re
import secrets
import time

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.types import ASGIApp, Receive, Scope, Send

from services.account.store import Person, Session, Store
from sip.forms import CHECKED, is_ours
from sip.people import names, passwords
from sip.settings import Settings
from sip.viewer import EVERYBODY, Viewer

_SAFE = ("GET", "HEAD", "OPTIONS")
_KEY_ROLE = re.compile(r".*\.key[0-9]+")
_OWN = "/account/"
_REMEMBERED_S = 300
_MOST_REMEMBERED = 1000


class Refused(Exception):
    """A request is not answered because of who sends it, or where from."""

    def __init__(self, status: int, pl: str, en: str):
        super().__init__(en)
        self.status = status
        self.pl = pl
        self.en = en

    def answer(self) -> Response:
        """Return the refusal, in both languages."""
        headers = {"Cache-Control": "no-store"}
        if self.status == 401:
            headers["WWW-Authenticate"] = 'Basic realm="SIP", charset="UTF-8"'
        if self.status == 429:
            headers["Retry-After"] = "60"
        body = {"code": "Refused", "description": f"{self.pl} / {self.en}"}
        return JSONResponse(body, status_code=self.status, headers=headers)


WRONG = (401, "Nazwa lub hasło są błędne.", "The name or the password is wrong.")
WRONG_KEY = (401, "Klucz jest nieważny.", "The key is not in force.")
TOO_SOON = (
    429,
    "Za wiele błędnych prób. Spróbuj ponownie później.",
    "Too many wrong attempts. Try again later.",
)
FOREIGN = (
    403,
    "Żądanie przyszło z innej strony albo bez znacznika CSRF.",
    "The request came from another site, or without its CSRF token.",
)


class Verifier:
    """Compares passwords, slowly for everybody; remembers for a while which were right."""

    def __init__(self, store: Store):
        self._store = store
        self._secret = secrets.token_bytes(32)
        self._right: dict[bytes, float] = {}
        self._turns: dict[bytes, asyncio.Lock] = {}
        self._few = asyncio.Semaphore(2)  # each takes 64 MiB

    async def verify(self, name: str, password: str, address: str) -> Person:
        """Return the person whose name and password they are.

        The answer and its time are the same for a wrong password and for nobody's name.

        Raises:
            Refused: They are wrong, or too many were wrong before.
        """
        if not await self._store.may_try(name, address):
            raise Refused(*TOO_SOON)
        person = await self._store.person(name)
        hash_ = person.hash if person else None
        async with self._few:
            is_right = await asyncio.to_thread(passwords.matches, hash_, password)
        if person is None or not is_right:
            raise Refused(*WRONG)
        await self._store.forgive(name, address)
        return person

    async def remember(self, name: str, password: str, address: str) -> Person:
        """As `verify`, for programs that send the password with each request.

        Raises:
            Refused: They are wrong, or too many were wrong before.
        """
        person = await self._store.person(name)
        mark = self._mark(name, password, person)
        if person and self._right.get(mark, 0) > time.monotonic():
            return person
        # Of many requests at once only the first is compared; the others find it remembered.
        async with self._turns.setdefault(mark, asyncio.Lock()):
            try:
                if person and self._right.get(mark, 0) > time.monotonic():
                    return person
                person = await self.verify(name, password, address)
                if len(self._right) >= _MOST_REMEMBERED:
                    self._right.clear()
                self._right[mark] = time.monotonic() + _REMEMBERED_S
                return person
            finally:
                self._turns.pop(mark, None)

    def _mark(self, name: str, password: str, person: Person | None) -> bytes:
        """Return what stands for a password in memory: useless elsewhere, void when it changes."""
        hash_ = person.hash if person else None
        return hashlib.blake2b(f"{name}\0{password}\0{hash_}".encode(), key=self._secret).digest()


class Identify:
    """Says in each request's scope who sends it; what they may do is the database's to say."""

    def __init__(self, app: ASGIApp, settings: Settings):
        self._app = app
        self._settings = settings
        self._store = Store(settings)
        self._verifier = Verifier(self._store)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request, or run the application."""
        if scope["type"] == "lifespan":
            async with self._store.running():
                await self._app(scope, receive, send)
            return
        scope["sip.accounts"] = self._store
        scope["sip.verifier"] = self._verifier
        scope["sip.session"] = None
        scope["sip.viewer"] = EVERYBODY
        if scope["type"] == "http":
            try:
                await self._identify(Request(scope))
            except Refused as refused:
                await refused.answer()(scope, receive, send)
                return
        await self._app(scope, receive, send)

    async def _identify(self, request: Request) -> None:
        viewer = await self._by_header(request)
        if viewer is None and (token := request.cookies.get(cookie(request, self._settings))):
            session = await self._store.session(token)
            request.scope["sip.session"] = session
            if session:
                _check_origin(request, session, self._settings)
                viewer = await self._by_session(request, session)
        request.scope["sip.viewer"] = viewer or EVERYBODY

    async def _by_header(self, request: Request) -> Viewer | None:
        key = request.headers.get("x-api-key")
        kind, _, value = request.headers.get("authorization", "").partition(" ")
        if key or kind.lower() == "bearer":
            return await self._by_key(key or value.strip())
        if kind.lower() != "basic":
            return None
        name, password = _basic(value)
        if _KEY_ROLE.fullmatch(name):
            return await self._by_key(password)
        person = await self._verifier.remember(name, password, address(request))
        return Viewer(role=person.role, name=person.title, groups=person.groups)

    async def _by_key(self, secret: str) -> Viewer:
        key = await self._store.key(secret)
        if key is None:
            raise Refused(*WRONG_KEY)
        return Viewer(key.role, key.title, key.groups, may_write=key.scope == "edit")

    async def _by_session(self, request: Request, session: Session) -> Viewer:
        role = session.person
        is_own_page = request.url.path.startswith((_OWN, "/static/"))
        if session.purpose and session.is_privy and not is_own_page:
            role = names.personal(session.person)
            application = request.headers.get("user-agent", "")[:200]
            await self._store.write_down(session, request.url.path[:1000], application)
        return Viewer(role, session.title, session.groups, purpose=session.purpose)


def is_https(request: Request, settings: Settings) -> bool:
    """Say whether the visitor's browser came by TLS, here or in front of us."""
    return settings.public_url.startswith("https://") or request.url.scheme == "https"


def cookie(request: Request, settings: Settings) -> str:
    """Return the name of the session's cookie; with TLS one that no other host can set."""
    return "__Host-sip" if is_https(request, settings) else "sip"


def address(request: Request) -> str:
    """Return where a request comes from, as the front door says."""
    return request.client.host if request.client else ""


def _check_origin(request: Request, session: Session, settings: Settings) -> None:
    """Refuse what another site makes a browser send; our own forms are checked by their pages."""
    if request.method in _SAFE:
        return
    said = request.headers.get("x-csrf-token", "")
    is_form = request.url.path.startswith(CHECKED)
    if not is_ours(request, settings):
        raise Refused(*FOREIGN)
    if not is_form and not secrets.compare_digest(said.encode(), session.csrf.encode()):
        raise Refused(*FOREIGN)


def _basic(value: str) -> tuple[str, str]:
    try:
        name, _, password = base64.b64decode(value, validate=True).decode().partition(":")
    except (binascii.Error, UnicodeDecodeError):
        raise Refused(*WRONG) from None
    if "\0" in name + password:
        raise Refused(*WRONG)
    return name, password
