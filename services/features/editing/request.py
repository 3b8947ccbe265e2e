"""What the headers of a change say: media type, CRS, preferences, versions, who speaks and why."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Sequence
from typing import Any
from urllib.parse import unquote

import orjson
from starlette.requests import Request

from services.features.editing.refusal import MERGE_PATCH, Refusal, malformed, wrong_type
from sip import crs
from sip.catalogue import Catalogue
from sip.crs import CRS84_CODE
from sip.errors import CrsError
from sip.negotiation import GEOJSON
from sip.text import Text

WHOLE = (GEOJSON.type, "application/json")
PART = (MERGE_PATCH, GEOJSON.type, "application/json")
_TAG = re.compile(r'(W/)?"([^"]*)"')
_VERSION = re.compile(r"([0-9]{1,18})-[0-9a-f]{24}")
_COMMENT_CHARS = 500
_NAME_CHARS = 80


@dataclasses.dataclass(frozen=True)
class Preference:
    """What `Prefer` asks for (RFC 7240)."""

    handling: str = ""
    """`strict`, `lenient`, or nothing."""
    representation: bool = False
    """Whether the new state is to come back."""

    @property
    def applied(self) -> str:
        """What stands in Preference-Applied."""
        handling = f"handling={self.handling}" if self.handling else ""
        returned = "return=representation" if self.representation else ""
        return ", ".join(one for one in (handling, returned) if one)


def preference(request: Request) -> Preference:
    """Read `Prefer`; what is not known is left aside, as the RFC wants it."""
    text = ",".join(request.headers.getlist("prefer"))
    asked: dict[str, str] = {}
    for part in text.split(","):
        name, _, value = part.split(";")[0].strip().lower().partition("=")
        asked.setdefault(name.strip(), value.strip().strip('"'))
    handling = asked.get("handling", "")
    return Preference(
        handling if handling in ("strict", "lenient") else "",
        asked.get("return") == "representation",
    )


async def body(request: Request, accepted: Sequence[str], header: str) -> Any:
    """Return the JSON that was sent.

    Raises:
        Refusal: Its media type is absent or another, or it is no JSON.
    """
    given = request.headers.get("content-type", "").split(";")[0].strip().lower()
    if not given:
        raise malformed("Brak nagłówka Content-Type", "There is no Content-Type")
    if given not in accepted:
        raise wrong_type(accepted, header)
    try:
        return orjson.loads(await request.body())
    except orjson.JSONDecodeError as error:
        raise malformed("Treść nie jest poprawnym JSON", "The body is no JSON") from error


def content_crs(request: Request, catalogue: Catalogue) -> int:
    """Return the CRS of the coordinates that were sent; QGIS leaves the brackets away.

    Raises:
        Refusal: It is none of those that are offered.
    """
    given = request.headers.get("content-crs", "").strip()
    if not given:
        return CRS84_CODE
    offered = (CRS84_CODE, *catalogue.project.offered_crs)
    try:
        code = crs.parse(given.removeprefix("<").removesuffix(">"))
    except CrsError:
        code = -1
    if code not in offered:
        known = ", ".join(map(crs.uri, offered))
        raise malformed(
            f"Content-Crs nie jest dostępny; są {known}", f"Content-Crs is not offered; are {known}"
        )
    return code


def comment(request: Request) -> str:
    """Return what the change set is to say: `Sip-Comment`, percent-encoded UTF-8.

    Raises:
        Refusal: It is too long.
    """
    text = unquote(request.headers.get("sip-comment", "")).strip()
    if len(text) > _COMMENT_CHARS or "\0" in text:
        raise Refusal(
            400,
            Text(
                pl=f"Sip-Comment może mieć najwyżej {_COMMENT_CHARS} znaków",
                en=f"Sip-Comment may have {_COMMENT_CHARS} characters at most",
            ),
        )
    return text


def application(request: Request) -> str:
    """Return the program that speaks, as it calls itself."""
    product = request.headers.get("user-agent", "")[:_NAME_CHARS]
    return f"OGC API ({product})" if product else "OGC API"


def is_conditional(request: Request) -> bool:
    """Say whether the request names the versions that it may change."""
    return "if-match" in request.headers


def is_met(request: Request, version: int) -> bool:
    """Say whether If-Match and If-None-Match let a feature of this version be changed.

    If-Match compares strongly (RFC 9110, 13.1.1): a weak tag is never the one. A tag holds the
    version and a digest of one of its representations; any of them will do.
    """
    wanted = request.headers.get("if-match")
    if wanted is not None and wanted.strip() != "*" and version not in _versions(wanted):
        return False
    unwanted = request.headers.get("if-none-match")
    return unwanted is None or (
        unwanted.strip() != "*" and version not in _versions(unwanted, weakly=True)
    )


def stated_version(request: Request) -> int | None:
    """Return the version that the caller has read, where he says so."""
    return next(iter(_versions(request.headers.get("if-match", ""), weakly=True)), None)


def _versions(text: str, *, weakly: bool = False) -> list[int]:
    found = [match for match in _TAG.finditer(text) if weakly or not match.group(1)]
    tags = [_VERSION.fullmatch(match.group(2)) for match in found]
    return [int(tag.group(1)) for tag in tags if tag]
