"""Why a change was refused: problem documents (RFC 9457) in the caller's language."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping, Sequence
from typing import Any

import asyncpg
import orjson
from starlette.requests import Request
from starlette.responses import Response

from sip.catalogue import Catalogue, Layer
from sip.editing import rules
from sip.editing.violation import Violation
from sip.service import language
from sip.text import Text

PROBLEM = "application/problem+json"
MERGE_PATCH = "application/merge-patch+json"


class Refusal(Exception):
    """A change that was not made."""

    def __init__(
        self,
        status: int,
        title: Text,
        *,
        violations: Sequence[Violation] = (),
        members: Mapping[str, Any] | None = None,
        headers: Mapping[str, str] | None = None,
    ):
        super().__init__(title.en)
        self.status = status
        self.title = title
        self.violations = violations
        self.members = members or {}
        self.headers = headers or {}


def answer(request: Request, refusal: Refusal) -> Response:
    """Return the problem document of a refusal."""
    said = language(request)
    document: dict[str, Any] = {
        "type": "about:blank",
        "title": refusal.title[said],
        "status": refusal.status,
        **refusal.members,
    }
    if refusal.violations:
        document["detail"] = "; ".join(one.message[said] for one in refusal.violations)
        document["errors"] = [_told(one, said) for one in refusal.violations]
    headers = {"Content-Language": said, "Cache-Control": "no-store", **refusal.headers}
    body = orjson.dumps(document)
    return Response(body, refusal.status, media_type=PROBLEM, headers=headers)


def _told(one: Violation, said: str) -> dict[str, Any]:
    """Return one violation: where in the body, which field, which rule, and the sentence."""
    pointer = "/geometry" if one.field == "geom" else f"/properties/{one.field}"
    return {
        "feature": one.feature,
        "field": one.field,
        "pointer": pointer if one.field else "",
        "rule": one.rule,
        "message": one.message[said],
    }


def invalid(violations: Sequence[Violation]) -> Refusal:
    """Refuse values."""
    title = Text(pl="Dane nie spełniają reguł zbioru", en="The data breaks rules of the collection")
    return Refusal(422, title, violations=violations)


def signed_out() -> Refusal:
    """Refuse somebody who has not said who he is."""
    title = Text(pl="Edycja wymaga zalogowania", en="Editing needs you to sign in")
    challenge = 'Basic realm="SIP", charset="UTF-8"'
    return Refusal(401, title, headers={"WWW-Authenticate": challenge})


def forbidden() -> Refusal:
    """Refuse somebody who may not."""
    title = Text(pl="Nie masz prawa zmieniać tych danych", en="You may not change this data")
    return Refusal(403, title)


def not_allowed(methods: Sequence[str]) -> Refusal:
    """Refuse a method that nobody may use here."""
    title = Text(pl="Tej metody tu nie ma", en="This method is not offered here")
    return Refusal(405, title, headers={"Allow": ", ".join(methods)})


def unconditional() -> Refusal:
    """Refuse a change that does not say which version it is made from."""
    title = Text(
        pl="Podaj w nagłówku If-Match, którą wersję zmieniasz",
        en="Say in If-Match which version you change",
    )
    return Refusal(428, title)


def wrong_type(accepted: Sequence[str], header: str) -> Refusal:
    """Refuse a body of another media type."""
    listed = ", ".join(accepted)
    title = Text(pl=f"Treść może być typu {listed}", en=f"The body may be {listed}")
    return Refusal(415, title, headers={header: listed})


def malformed(pl: str, en: str) -> Refusal:
    """Refuse a request that cannot be read."""
    return Refusal(400, Text(pl=pl, en=en))


def of_database(
    error: asyncpg.PostgresError, layer: Layer, catalogue: Catalogue, *, feature: int = 0
) -> Refusal | None:
    """Return what a refusal of the database means to the caller; None where it is a fault."""
    match error:
        case asyncpg.InsufficientPrivilegeError() | asyncpg.WithCheckOptionViolationError():
            return forbidden()
        case asyncpg.NotNullViolationError():
            found = rules.lacking(error.column_name or "", layer)
        case asyncpg.IntegrityConstraintViolationError():
            name = error.constraint_name or error.hint or ""
            found = rules.named(name, error.message or "", layer, catalogue)
        case asyncpg.DataError():
            text = Text(
                pl="wartość poza zakresem albo nie do zapisania",
                en="a value is out of range or cannot be stored",
            )
            found = Violation("", "type", text)
        case asyncpg.SerializationError() | asyncpg.DeadlockDetectedError():
            return Refusal(
                409,
                Text(
                    pl="Ktoś zmienia te dane w tej samej chwili: spróbuj ponownie",
                    en="Somebody changes this data at this very moment: try again",
                ),
            )
        case _:
            return None
    return invalid([dataclasses.replace(found, feature=feature)])


def in_use(error: asyncpg.ForeignKeyViolationError, catalogue: Catalogue) -> Refusal:
    """Refuse to delete what other rows point at."""
    other = catalogue.layers.get(error.table_name or "")
    name = other.spec.title if other and other.is_visible else Text(pl="inny zbiór", en="another")
    return Refusal(
        409,
        Text(
            pl=f"Obiektu nie można usunąć: wskazuje na niego „{name.pl}”",
            en=f'The feature cannot be deleted: "{name.en}" points at it',
        ),
    )
