"""An OpenID Connect provider that signs whatever it is told to; the real ones do not lie."""

from __future__ import annotations

import base64
import dataclasses
import hmac
import json
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import uvicorn
from joserfc import jwt
from joserfc.jwk import KeySet, RSAKey
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response
from starlette.routing import Route


@dataclasses.dataclass
class Dishonest:
    """What it says next."""

    issuer: str = ""
    claims: dict[str, Any] = dataclasses.field(default_factory=dict)
    """Claims that replace the true ones."""
    signs_with: str = "its own key"
    nonce: str = ""
    challenge: str = ""

    def __post_init__(self) -> None:
        self._key = RSAKey.generate_key(2048, {"kid": "k", "use": "sig", "alg": "RS256"})
        self._other = RSAKey.generate_key(2048, {"kid": "k", "use": "sig", "alg": "RS256"})

    async def describe(self, _request: Request) -> Response:
        return JSONResponse(
            {
                "issuer": self.issuer,
                "authorization_endpoint": f"{self.issuer}/authorize",
                "token_endpoint": f"{self.issuer}/token",
                "jwks_uri": f"{self.issuer}/jwks",
            }
        )

    async def authorize(self, request: Request) -> Response:
        asked = request.query_params
        self.nonce, self.challenge = asked["nonce"], asked["code_challenge"]
        assert asked["code_challenge_method"] == "S256"
        return RedirectResponse(f"{asked['redirect_uri']}?code=c&state={asked['state']}")

    async def jwks(self, _request: Request) -> Response:
        return JSONResponse(KeySet([self._key]).as_dict(private=False))

    async def token(self, _request: Request) -> Response:
        now = int(time.time())
        claims = {
            "iss": self.issuer, "aud": "sip", "sub": "42", "exp": now + 300, "iat": now,
            "nonce": self.nonce, "name": "Ktoś", "email": "ktos@office.example",
            "email_verified": True, **self.claims,
        }  # fmt: skip
        match self.signs_with:
            case "its own key":
                token = jwt.encode({"alg": "RS256", "kid": "k"}, claims, self._key)
            case "another key":
                token = jwt.encode({"alg": "RS256", "kid": "k"}, claims, self._other)
            case "its public key as a secret":
                said = f"{_encoded({'alg': 'HS256', 'kid': 'k'})}.{_encoded(claims)}"
                digest = hmac.digest(self._key.as_pem(private=False), said.encode(), "sha256")
                token = f"{said}.{base64.urlsafe_b64encode(digest).decode().rstrip('=')}"
            case _:
                token = f"{_encoded({'alg': 'none'})}.{_encoded(claims)}."
        return JSONResponse({"access_token": "a", "token_type": "Bearer", "id_token": token})


def _encoded(part: dict[str, Any]) -> str:
    return base64.urlsafe_b64encode(json.dumps(part).encode()).decode().rstrip("=")


@contextmanager
def running(provider: Dishonest) -> Iterator[str]:
    app = Starlette(
        routes=[
            Route("/.well-known/openid-configuration", provider.describe),
            Route("/authorize", provider.authorize),
            Route("/jwks", provider.jwks),
            Route("/token", provider.token, methods=["POST"]),
        ]
    )
    server = uvicorn.Server(uvicorn.Config(app, log_level="warning"))
    with socket.create_server(("127.0.0.1", 0)) as listening:
        provider.issuer = f"http://127.0.0.1:{listening.getsockname()[1]}"
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]})
        thread.start()
        yield provider.issuer
        server.should_exit = True
        thread.join()
