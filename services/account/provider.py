"""What is said to an OpenID Connect provider, and what is believed of its answers."""

from __future__ import annotations

import base64
import dataclasses
import hashlib
from collections.abc import Mapping
from typing import Any
from urllib.parse import quote_plus

import httpx
from joserfc import jwt
from joserfc.errors import JoseError
from joserfc.jwk import KeySet

from sip.sign_in import SignIn

_ALGORITHMS = ["RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "EdDSA"]
"""Signatures by a key that the provider alone has; never none, never with a shared secret."""
_LEEWAY_S = 60
_TIMEOUT_S = 10


class Unbelievable(Exception):
    """What came back from the provider is not what a truthful one would send."""


class Unreachable(Exception):
    """The provider does not answer, or says no."""


@dataclasses.dataclass(frozen=True)
class Somebody:
    """A person as the provider knows them."""

    issuer: str
    subject: str
    name: str
    email: str
    """Empty where the provider has not verified it."""
    groups: frozenset[str]
    """Values of the claim that groups are taken from."""
    id_token: str


class Provider:
    """One provider; its description and keys are fetched for each sign-in, never kept."""

    def __init__(self, spec: SignIn, secret: str, redirect: str):
        self._spec = spec
        self._secret = secret
        self._redirect = redirect

    async def address(self, state: str, nonce: str, verifier: str) -> str:
        """Return where the browser is sent to sign in.

        Raises:
            Unreachable: The provider does not answer.
        """
        metadata = await self._described()
        challenge = hashlib.sha256(verifier.encode()).digest()
        query = {
            "response_type": "code",
            "client_id": self._spec.client_id,
            "redirect_uri": self._redirect,
            "scope": " ".join(self._spec.scopes),
            "state": state,
            "nonce": nonce,
            "code_challenge": base64.urlsafe_b64encode(challenge).decode().rstrip("="),
            "code_challenge_method": "S256",
        }
        return str(httpx.URL(metadata["authorization_endpoint"]).copy_merge_params(query))

    async def fetch(self, code: str, nonce: str, verifier: str) -> Somebody:
        """Return who has signed in, for the code that the browser has brought back.

        Raises:
            Unbelievable: The token is not signed by the provider, not for us, not for this errand,
                or not valid now.
            Unreachable: The provider does not answer, or does not take the code.
        """
        metadata = await self._described()
        form = {
            "grant_type": "authorization_code",
            "code": code,
            "redirect_uri": self._redirect,
            "client_id": self._spec.client_id,
            "code_verifier": verifier,
        }
        secret = (self._spec.client_id, self._secret) if self._secret else None
        answer = await _read(metadata["token_endpoint"], form, secret)
        keys = await _read(metadata["jwks_uri"])
        claims = self._believed(str(answer.get("id_token")), keys, nonce)
        return self._somebody(claims, str(answer["id_token"]))

    async def farewell(self, id_token: str, following: str) -> str | None:
        """Return where the browser signs out at the provider, too; None where it has no such page.

        Raises:
            Unreachable: The provider does not answer.
        """
        metadata = await self._described()
        if not metadata.get("end_session_endpoint"):
            return None
        query = {
            "id_token_hint": id_token, "post_logout_redirect_uri": following,
            "client_id": self._spec.client_id,
        }  # fmt: skip
        return str(httpx.URL(metadata["end_session_endpoint"]).copy_merge_params(query))

    async def _described(self) -> Mapping[str, Any]:
        url = self._spec.issuer.rstrip("/") + "/.well-known/openid-configuration"
        metadata: Mapping[str, Any] = await _read(url)
        if metadata.get("issuer") != self._spec.issuer:
            raise Unreachable(f"{url} describes another issuer: {metadata.get('issuer')}")
        return metadata

    def _believed(self, id_token: str, keys: Any, nonce: str) -> Mapping[str, Any]:
        """Check signature, issuer, audience, time and nonce (OpenID Connect Core, 3.1.3.7)."""
        wanted = jwt.JWTClaimsRegistry(
            leeway=_LEEWAY_S,
            iss={"essential": True, "value": self._spec.issuer},
            aud={"essential": True, "value": self._spec.client_id},
            sub={"essential": True},
            exp={"essential": True},
            iat={"essential": True},
            nonce={"essential": True, "value": nonce},
        )
        try:
            token = jwt.decode(id_token, KeySet.import_key_set(keys), algorithms=_ALGORITHMS)
            wanted.validate(token.claims)
        except (JoseError, ValueError, KeyError, TypeError) as error:
            raise Unbelievable(str(error)) from error
        claims: Mapping[str, Any] = token.claims
        if claims.get("azp", self._spec.client_id) != self._spec.client_id:
            raise Unbelievable("the token is for another party")
        return claims

    def _somebody(self, claims: Mapping[str, Any], id_token: str) -> Somebody:
        groups = claims.get(self._spec.groups_claim) or []
        email = str(claims.get("email") or "") if claims.get("email_verified") is True else ""
        name = claims.get("name") or claims.get("preferred_username") or email or claims["sub"]
        return Somebody(
            issuer=self._spec.issuer,
            subject=str(claims["sub"]),
            name=str(name)[:200],
            email=email.lower(),
            groups=frozenset(map(str, groups if isinstance(groups, list) else [groups])),
            id_token=id_token,
        )


async def _read(
    url: str, form: Mapping[str, str] | None = None, secret: tuple[str, str] | None = None
) -> Any:
    """Return a JSON document; with a form it is asked for by POST."""
    auth = httpx.BasicAuth(*map(quote_plus, secret)) if secret else None  # RFC 6749, 2.3.1
    try:
        async with httpx.AsyncClient(timeout=_TIMEOUT_S, trust_env=False, auth=auth) as client:
            answer = await (client.post(url, data=form) if form else client.get(url))
            found = answer.raise_for_status().json()
    except (httpx.HTTPError, ValueError) as error:
        raise Unreachable(str(error)) from error
    if not isinstance(found, dict):
        raise Unreachable(f"{url} does not answer with an object")
    return found
