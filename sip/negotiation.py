"""Which form of a resource a visitor gets: `f=`, else Accept, else the first that is offered."""

from __future__ import annotations

import dataclasses
import functools
from collections.abc import Sequence

from starlette.exceptions import HTTPException
from starlette.requests import Request

from sip.errors import QueryError


@dataclasses.dataclass(frozen=True)
class Form:
    """One form of a resource."""

    name: str
    """Value of `f`."""
    type: str
    title_pl: str
    title_en: str
    also: tuple[str, ...] = ()
    """Other media types that a client may ask for it by."""

    def title(self, language: str) -> str:
        """Return what a link says."""
        return self.title_pl if language == "pl" else self.title_en


JSON = Form("json", "application/json", "Ten dokument jako JSON", "This document as JSON")
HTML = Form(
    "html", "text/html", "Ten dokument jako strona", "This document as a page",
    ("application/xhtml+xml",),
)  # fmt: skip
GEOJSON = Form(
    "json", "application/geo+json", "Te dane jako GeoJSON", "This data as GeoJSON",
    ("application/json", "application/vnd.geo+json"),
)  # fmt: skip
CSV = Form("csv", "text/csv", "Te dane jako CSV", "This data as CSV")
FLATGEOBUF = Form(
    "fgb", "application/flatgeobuf", "Te dane jako FlatGeobuf", "This data as FlatGeobuf",
    ("application/vnd.flatgeobuf",),
)  # fmt: skip
SCHEMA = Form(
    "json", "application/schema+json", "Ten schemat jako JSON Schema", "This schema as JSON Schema",
    ("application/json",),
)  # fmt: skip
OPENAPI = Form(
    "json", "application/vnd.oai.openapi+json;version=3.0", "Opis API (OpenAPI 3.0)",
    "API definition (OpenAPI 3.0)", ("application/vnd.oai.openapi+json", "application/json"),
)  # fmt: skip


def choose(request: Request, forms: Sequence[Form]) -> Form:
    """Return the form that the visitor prefers.

    Raises:
        QueryError: `f` names none of the forms.
        HTTPException: 406, Accept excludes every form.
    """
    asked = request.query_params.get("f")
    if asked is not None:
        for form in forms:
            if asked.lower() == form.name or (asked == "geojson" and form is GEOJSON):
                return form
        names = ", ".join(form.name for form in forms)
        raise QueryError(
            f'f is "{asked}"; it may be {names}', pl=f'f to "{asked}"; możliwe: {names}'
        )
    best = _best(request.headers.get("accept") or "*/*", tuple(forms))
    if best is None:
        offered = ", ".join(form.type for form in forms)
        raise HTTPException(406, f"offered are {offered}")
    return best


@functools.lru_cache(maxsize=512)
def _best(accept: str, forms: tuple[Form, ...]) -> Form | None:
    weighed = _weighed(accept)
    best = max(forms, key=lambda form: _weight(form, weighed))
    return best if _weight(best, weighed) > 0 else None


def _weighed(accept: str) -> dict[str, float]:
    found: dict[str, float] = {}
    for part in accept.split(","):
        name, *parameters = (piece.strip().lower() for piece in part.split(";"))
        weight = 1.0
        for parameter in parameters:
            if parameter.startswith("q="):
                try:
                    weight = float(parameter[2:])
                except ValueError:
                    weight = 0.0
        found[name] = max(found.get(name, 0.0), weight)
    return found


def _weight(form: Form, weighed: dict[str, float]) -> float:
    """Return how much a form is wanted; ties fall to the form that is offered first."""
    for name in (form.type.split(";")[0], *form.also):
        if name in weighed:
            return weighed[name]
    family = form.type.split("/")[0] + "/*"
    # A wildcard is the least specific way to ask (RFC 9110, 12.5.1).
    return weighed.get(family, weighed.get("*/*", 0.0)) * 0.999
