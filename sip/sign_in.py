"""Signing in with an account that somebody else keeps, as the project file says."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field as Key

from sip.declaration import Model
from sip.text import Text


class SignIn(Model):
    """An OpenID Connect provider; its secret is `SIP_OIDC_SECRET`, in no file here."""

    issuer: Annotated[str, Key(pattern=r"^https?://[^\s?#]+$")]
    """Its address; what it offers is read from `/.well-known/openid-configuration` below it."""
    client_id: str
    """What it knows this installation by."""
    title: Text
    """What the button to sign in there is called."""
    scopes: Annotated[tuple[str, ...], Key(strict=False)] = ("openid", "profile", "email")
    """What it is asked for."""
    unknown: Literal["refused", "admitted"] = "refused"
    """What becomes of people who were not added by `sip user add` with their e-mail address."""
    groups_claim: str = "groups"
    """The claim that names the groups of somebody who is admitted."""
    groups: dict[str, Annotated[str, Key(pattern=r"^[a-z][a-z0-9_]{0,39}$")]] = {}
    """Groups of ours by a value of that claim; who has none of them is a viewer."""
